// SPDX-License-Identifier: GPL-3.0-or-later
// Who is here, how much time is left, and the line of time beneath.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

Item {
    id: bar
    required property RoomViewModel model
    readonly property bool narrow: width / Theme.textScale < 560
    implicitHeight: Math.max(Theme.scaledHalf(72), line.implicitHeight + Theme.spaceL)
    RowLayout {
        id: line
        anchors.fill: parent
        anchors.leftMargin: bar.narrow ? Theme.spaceL : Theme.space2xl
        anchors.rightMargin: bar.narrow ? Theme.spaceL : Theme.space2xl
        spacing: Theme.spaceM
        BtAvatar {
            seed: bar.model.peerAvatar
            size: bar.narrow ? Theme.avatarSmall : 44
        }
        ColumnLayout {
            Layout.fillWidth: bar.narrow
            spacing: 0
            RowLayout {
                spacing: Theme.spaceS
                BtLabel {
                    Layout.fillWidth: bar.narrow
                    strong: true
                    wrapMode: bar.narrow ? Text.Wrap : Text.NoWrap
                    text: bar.model.peerName
                    Accessible.role: Accessible.Heading
                }
                BtIcon {
                    visible: bar.model.peerLicensed
                    name: "licence"
                    size: Theme.iconLine
                    color: Theme.positive
                }
            }
            RowLayout {
                spacing: Theme.spaceS
                Rectangle {
                    implicitWidth: Theme.spaceS
                    implicitHeight: Theme.spaceS
                    radius: Theme.spaceXs
                    color: bar.model.peerPresent ? Theme.positive : "transparent"
                    border.width: bar.model.peerPresent ? 0 : Theme.lineWidth
                    border.color: Theme.outline
                }
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    muted: true
                    text: bar.model.presence
                }
            }
        }
        Item {
            visible: !bar.narrow
            Layout.fillWidth: true
        }
        GridLayout {
            columns: bar.narrow ? 1 : 2
            columnSpacing: Theme.spaceS
            rowSpacing: 0
            BtLabel {
                objectName: "room-timer"
                Layout.alignment: bar.narrow ? Qt.AlignRight : Qt.AlignBaseline
                Layout.maximumWidth: bar.width / 2
                horizontalAlignment: bar.narrow ? Text.AlignRight : Text.AlignLeft
                kind: bar.narrow ? BtLabel.Title : BtLabel.Heading
                text: bar.model.timer
            }
            BtLabel {
                Layout.alignment: bar.narrow ? Qt.AlignRight : Qt.AlignBaseline
                Layout.maximumWidth: bar.width / 2
                horizontalAlignment: bar.narrow ? Text.AlignRight : Text.AlignLeft
                kind: BtLabel.Small
                muted: true
                text: bar.model.timerNote
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 3
        color: Theme.hairline
        Rectangle {
            anchors.left: parent.left
            width: parent.width * bar.model.progress
            height: parent.height
            color: Theme.primary
        }
    }
}
