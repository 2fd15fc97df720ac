// SPDX-License-Identifier: GPL-3.0-or-later
// One conversation in the list: who, the last words, when, how many are new.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

T.ItemDelegate {
    id: row
    required property int index
    required property string threadId
    required property string name
    required property string avatarSeed
    required property string last
    required property string when
    required property int unread
    required property bool chosen
    required property string spoken
    readonly property color ink: chosen ? Theme.softInk : Theme.text
    implicitHeight: Math.max(Theme.scaled(68), line.implicitHeight + Theme.spaceL)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: spoken
    Accessible.selected: chosen
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()
    background: Rectangle {
        radius: Theme.radiusField
        color: row.chosen ? Theme.primarySoft : row.hovered ? Theme.hover : "transparent"
        FocusRing {
            inside: true
            visible: row.visualFocus || row.activeFocus
        }
    }
    contentItem: Item {
        RowLayout {
            id: line
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.spaceM
            anchors.rightMargin: Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.spaceM
            BtAvatar {
                seed: row.avatarSeed
                raisedGround: row.chosen
            }
            ColumnLayout {
                spacing: 0
                RowLayout {
                    spacing: Theme.spaceS
                    BtLabel {
                        Layout.fillWidth: true
                        kind: BtLabel.Small
                        strong: true
                        wrapMode: Text.NoWrap
                        elide: Text.ElideRight
                        color: row.ink
                        text: row.name
                        Accessible.ignored: true
                    }
                    BtLabel {
                        kind: BtLabel.Caption
                        color: row.chosen ? Theme.softInk : Theme.muted
                        wrapMode: Text.NoWrap
                        text: row.when
                        Accessible.ignored: true
                    }
                }
                RowLayout {
                    spacing: Theme.spaceS
                    BtLabel {
                        Layout.fillWidth: true
                        kind: BtLabel.Small
                        wrapMode: Text.NoWrap
                        elide: Text.ElideRight
                        color: row.ink
                        text: row.last
                        Accessible.ignored: true
                    }
                    BtBadge {
                        visible: row.unread > 0 && !row.chosen
                        kind: BtBadge.Primary
                        text: row.unread
                    }
                }
            }
        }
    }
}
