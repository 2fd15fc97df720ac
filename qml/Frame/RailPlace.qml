// SPDX-License-Identifier: GPL-3.0-or-later
// One place of the rail: an icon, a word, how many things wait there.
import QtQuick
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

T.AbstractButton {
    id: control
    property string iconName: ""
    property int badge: 0
    property bool icons: false
    property bool current: false
    property bool help: false
    property string keyHint: ""
    readonly property color ink: help ? Theme.attention : current ? Theme.softInk : Theme.text

    implicitHeight: Math.max(help ? Theme.targetHelp : Theme.target, icons ? 0 : word.implicitHeight + Theme.spaceM)
    implicitWidth: Theme.target
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    Accessible.role: help || keyHint !== "" ? Accessible.Button : Accessible.PageTab
    //: Spoken name of a place with things waiting: %1 place, %n things
    Accessible.name: badge > 0 ? qsTr("%1, %n new", "", badge).arg(text) : text
    Accessible.selected: current
    Accessible.onPressAction: control.clicked()

    contentItem: Item {
        BtIcon {
            id: sign
            x: control.icons ? (parent.width - width) / 2 : control.mirrored ? parent.width - width - Theme.spaceM : Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            name: control.iconName
            size: control.icons ? Theme.scaledHalf(22) : Theme.icon
            color: control.help ? Theme.attention : control.current ? Theme.softInk : Theme.muted
        }
        BtLabel {
            id: word
            visible: !control.icons
            anchors.left: parent.left
            anchors.right: tail.left
            anchors.leftMargin: Theme.spaceM + sign.width + Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            kind: BtLabel.Small
            medium: true
            strong: control.current || control.help
            color: control.ink
            text: control.text
            Accessible.ignored: true
        }
        Item {
            id: tail
            anchors.right: parent.right
            anchors.rightMargin: control.icons ? Theme.space2xs : Theme.spaceM
            y: control.icons ? 0 : (parent.height - height) / 2
            width: count.visible ? count.width : hint.visible ? hint.width : 0
            height: count.height
            BtCount {
                id: count
                visible: control.badge > 0
                value: control.badge
            }
            BtKey {
                id: hint
                visible: control.keyHint !== "" && !control.icons && Theme.textScale < 1.4
                anchors.verticalCenter: parent.verticalCenter
                color: control.help ? Theme.attention : Theme.muted
                text: control.keyHint
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusField
        color: control.help ? Theme.attentionSoft : control.current ? Theme.primarySoft : "transparent"
        border.width: Theme.highContrast && (control.current || control.help) ? Theme.lineWidth : 0
        border.color: control.ink
        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            visible: control.hovered
            color: Theme.hover
        }
        FocusRing {
            visible: control.visualFocus
        }
    }
    BtTip {
        text: control.icons ? control.text : ""
        shown: control.hovered || control.visualFocus
    }
}
