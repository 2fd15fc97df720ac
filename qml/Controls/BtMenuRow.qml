// SPDX-License-Identifier: GPL-3.0-or-later
// A row in a list that drops down: a word, and a tick on the chosen one.
import QtQuick
import QtQuick.Templates as T
import Bt.Theme

T.ItemDelegate {
    id: control
    property bool chosen: false
    property string iconName: ""
    property string keyHint: ""
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.spaceL)
    implicitWidth: words.implicitWidth + 4 * Theme.spaceXl
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: text
    Accessible.selected: chosen
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    contentItem: Item {
        BtIcon {
            id: sign
            visible: control.iconName !== ""
            name: control.iconName
            color: Theme.muted
            anchors.left: parent.left
            anchors.leftMargin: Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
        }
        BtLabel {
            id: words
            anchors.left: sign.visible ? sign.right : parent.left
            anchors.right: tail.left
            anchors.leftMargin: Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            kind: BtLabel.Small
            strong: control.chosen
            color: control.chosen ? Theme.softInk : Theme.text
            text: control.text
            Accessible.ignored: true
        }
        Row {
            id: tail
            anchors.right: parent.right
            anchors.rightMargin: Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            BtKey {
                visible: control.keyHint !== ""
                text: control.keyHint
            }
            BtIcon {
                visible: control.chosen
                name: "check"
                size: Theme.iconLine
                color: Theme.softInk
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusField
        color: control.chosen ? Theme.primarySoft : control.highlighted || control.hovered ? Theme.hover : "transparent"
        FocusRing {
            inside: true
            visible: control.visualFocus || (control.highlighted && Theme.highContrast)
        }
    }
}
