// SPDX-License-Identifier: GPL-3.0-or-later
// A line that opens to say more ("What exactly happens?").
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Theme

ColumnLayout {
    id: details
    property string title: ""
    property bool expanded: false
    default property alias content: body.data
    spacing: 0
    Layout.fillWidth: true
    T.AbstractButton {
        id: head
        objectName: "head"
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.spaceM)
        text: details.title
        hoverEnabled: true
        focusPolicy: Qt.StrongFocus
        onClicked: details.expanded = !details.expanded
        Keys.onReturnPressed: details.expanded = !details.expanded
        Keys.onEnterPressed: details.expanded = !details.expanded
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.checkable: true
        Accessible.checked: details.expanded
        Accessible.onPressAction: head.clicked()
        contentItem: Item {
            BtLabel {
                id: words
                anchors.left: parent.left
                anchors.right: sign.left
                anchors.verticalCenter: parent.verticalCenter
                strong: true
                text: details.title
                Accessible.ignored: true
            }
            BtIcon {
                id: sign
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                name: details.expanded ? "chevron-up" : "chevron-down"
            }
        }
        background: Rectangle {
            anchors.fill: parent
            anchors.leftMargin: -Theme.spaceS
            anchors.rightMargin: -Theme.spaceS
            radius: Theme.radiusField
            color: head.hovered ? Theme.hover : "transparent"
            FocusRing {
                visible: head.visualFocus
            }
        }
    }
    ColumnLayout {
        id: body
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        visible: details.expanded
        spacing: Theme.spaceS
    }
}
