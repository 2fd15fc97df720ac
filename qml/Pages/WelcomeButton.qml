// SPDX-License-Identifier: GPL-3.0-or-later
// One of the two large choices of the first page.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

T.Button {
    id: control
    property bool primary: false
    property string iconName: ""
    property string note: ""
    readonly property color ink: primary ? Theme.primaryInk : Theme.text
    Layout.fillWidth: true
    implicitHeight: Math.max(84, line.implicitHeight + 2 * Theme.spaceL)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: note
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    contentItem: Item {
        RowLayout {
            id: line
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.spaceSide
            anchors.rightMargin: Theme.spaceSide
            spacing: Theme.spaceL
            BtIcon {
                name: control.iconName
                size: Theme.iconLarge
                color: control.primary ? Theme.primaryInk : Theme.primary
            }
            ColumnLayout {
                spacing: 0
                BtLabel {
                    Layout.fillWidth: true
                    strong: true
                    color: control.ink
                    text: control.text
                    Accessible.ignored: true
                }
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    color: control.primary ? Theme.primaryInk : Theme.muted
                    text: control.note
                    Accessible.ignored: true
                }
            }
            BtIcon {
                name: "forward"
                color: control.ink
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: control.primary ? (control.down ? Theme.primaryPressed : control.hovered ? Theme.primaryHover : Theme.primary) : control.down ? Theme.sunken : Theme.raised
        border.width: control.primary ? 0 : Theme.lineWidth
        border.color: Theme.outline
        FocusRing {
            of: Theme.radiusCard
            visible: control.visualFocus || control.activeFocus
        }
    }
}
