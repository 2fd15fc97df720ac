// SPDX-License-Identifier: GPL-3.0-or-later
// Who I am now, and the menu behind it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

T.AbstractButton {
    id: control
    required property FrameBase frame
    readonly property bool icons: frame.icons
    implicitHeight: Math.max(Theme.rowHeight, words.implicitHeight + Theme.spaceM)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    Accessible.role: Accessible.ButtonMenu
    Accessible.name: frame.personaName + ", " + frame.personaRole
    Accessible.onPressAction: control.clicked()
    enabled: frame.personaMenu.length > 0
    onClicked: menu.open()

    contentItem: Item {
        BtAvatar {
            id: shape
            x: control.icons ? (parent.width - width) / 2 : control.mirrored ? parent.width - width - Theme.spaceS : Theme.spaceS
            anchors.verticalCenter: parent.verticalCenter
            size: control.icons && Theme.textScale > 1.5 ? 48 : Theme.avatarSmall
            seed: control.frame.personaSeed
        }
        Column {
            id: words
            visible: !control.icons
            anchors.left: parent.left
            anchors.right: sign.left
            anchors.leftMargin: Theme.spaceS + shape.width + Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            BtLabel {
                width: parent.width
                kind: BtLabel.Small
                strong: true
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                text: control.frame.personaName
                Accessible.ignored: true
            }
            BtLabel {
                width: parent.width
                kind: BtLabel.Caption
                muted: true
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                text: control.frame.personaRole
                Accessible.ignored: true
            }
        }
        BtIcon {
            id: sign
            visible: !control.icons && control.enabled
            anchors.right: parent.right
            anchors.rightMargin: Theme.spaceS
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-updown"
            size: Theme.iconSmall
            color: Theme.muted
        }
    }
    background: Rectangle {
        radius: Theme.radiusField
        color: control.hovered ? Theme.hover : "transparent"
        FocusRing {
            visible: control.visualFocus
        }
    }
    BtMenu {
        id: menu
        y: control.height + Theme.spaceXs
        entries: control.frame.personaMenu
        onChosen: id => control.frame.actionChosen(id)
        onClosed: control.forceActiveFocus(Qt.TabFocusReason)
    }
}
