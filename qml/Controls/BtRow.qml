// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a list: a shape or an icon, a title, a line beneath, and what stands at its end (default slot).
// The whole row is pressed. `plain` rows only show.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Theme

T.ItemDelegate {
    id: control
    property string avatarSeed: ""
    property string iconName: ""
    property color iconColor: Theme.muted
    property string title: ""
    property string subtitle: ""
    property bool selected: false
    property bool plain: false
    property bool divider: true // a hairline above; not on the first row
    property bool chevron: !plain
    property int sideSpace: Theme.spaceXl
    property string spoken: subtitle !== "" ? title + ". " + subtitle : title
    default property alias trailing: tail.data

    implicitWidth: 320
    implicitHeight: Math.max(Theme.rowHeight, line.implicitHeight + Theme.spaceL)
    hoverEnabled: !plain
    focusPolicy: plain ? Qt.NoFocus : Qt.StrongFocus
    Layout.fillWidth: true
    Accessible.role: plain ? Accessible.StaticText : Accessible.ListItem
    Accessible.name: spoken
    Accessible.selected: selected
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        implicitHeight: line.implicitHeight
        RowLayout {
            id: line
            spacing: Theme.spaceM
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: control.sideSpace
            anchors.rightMargin: control.sideSpace
            anchors.verticalCenter: parent.verticalCenter
            BtAvatar {
                visible: control.avatarSeed !== ""
                seed: control.avatarSeed
                size: Theme.avatarRow
                raisedGround: control.selected
            }
            BtIcon {
                visible: control.iconName !== ""
                name: control.iconName
                color: control.selected ? Theme.softInk : control.iconColor
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    strong: true
                    text: control.title
                    color: control.selected ? Theme.softInk : Theme.text
                    Accessible.ignored: true
                }
                BtLabel {
                    Layout.fillWidth: true
                    visible: text !== ""
                    kind: BtLabel.Small
                    text: control.subtitle
                    color: control.selected ? Theme.softInk : Theme.muted
                    Accessible.ignored: true
                }
            }
            RowLayout {
                id: tail
                spacing: Theme.spaceS
                visible: children.length > 0
            }
            BtIcon {
                visible: control.chevron || control.selected
                name: control.selected ? "check" : "chevron-right"
                size: Theme.iconLine
                color: control.selected ? Theme.softInk : Theme.muted
            }
        }
    }
    background: Rectangle {
        color: control.selected ? Theme.primarySoft : control.down ? Theme.sunken : control.hovered || control.highlighted ? Theme.hover : "transparent"
        Rectangle {
            visible: control.divider
            width: parent.width
            height: Theme.lineWidth
            color: Theme.hairline
        }
        FocusRing {
            inside: true
            of: Theme.radiusCard - Theme.lineWidth
            visible: control.visualFocus || (control.activeFocus && !control.hovered && !control.plain)
        }
    }
}
