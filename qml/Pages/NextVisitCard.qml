// SPDX-License-Identifier: GPL-3.0-or-later
// The patient's next visit, large.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property TodayViewModel model
    readonly property bool narrow: width > 0 && width / Theme.textScale < 400
    signal room
    signal visit
    hero: true
    spacing: Theme.spaceL
    // The time stands beside the title, or under it where the two do not fit.
    GridLayout {
        Layout.fillWidth: true
        columns: card.narrow ? 1 : 2
        columnSpacing: Theme.spaceM
        rowSpacing: Theme.spaceM
        ColumnLayout {
            spacing: Theme.space2xs
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                color: Theme.softInk
                //: Over the next visit.
                text: qsTr("Next visit")
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Heading
                color: Theme.softInk
                text: card.model.nextTitle
            }
        }
        Rectangle {
            Layout.alignment: Qt.AlignTop | Qt.AlignLeft
            Layout.maximumWidth: card.narrow ? card.width - 2 * card.padding : card.width / 2
            implicitWidth: time.implicitWidth + Theme.spaceXl
            implicitHeight: Math.max(Theme.scaledHalf(28), time.implicitHeight + Theme.spaceXs)
            radius: height / 2
            color: Theme.raised
            RowLayout {
                id: time
                anchors.centerIn: parent
                width: Math.min(implicitWidth, parent.width - Theme.spaceXl)
                spacing: Theme.radiusSmall
                BtIcon {
                    name: "clock"
                    size: Theme.iconSmall
                    color: Theme.text
                }
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Caption
                    strong: true
                    text: card.model.nextIn
                }
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceM
        BtAvatar {
            seed: card.model.nextAvatar
            raisedGround: true
        }
        ColumnLayout {
            spacing: 0
            BtLabel {
                Layout.fillWidth: true
                strong: true
                color: Theme.softInk
                text: card.model.nextPeer
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                color: Theme.softInk
                text: card.model.nextLine
            }
        }
        VisitBadge {
            text: card.model.nextState
            tone: card.model.nextStateKind
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceM
        BtButton {
            objectName: "today-room"
            visible: card.model.roomOpen
            kind: BtButton.Primary
            iconName: "room"
            //: Button: opens the room of the next visit.
            text: qsTr("Open the room")
            onClicked: card.room()
        }
        BtButton {
            objectName: "today-visit"
            kind: card.model.roomOpen ? BtButton.Quiet : BtButton.Primary
            //: Button: the page of the next visit.
            text: qsTr("See the visit")
            onClicked: card.visit()
        }
        BtLabel {
            width: Math.min(implicitWidth, parent.width)
            height: Math.max(Theme.target, implicitHeight)
            verticalAlignment: Text.AlignVCenter
            visible: text !== ""
            kind: BtLabel.Small
            color: Theme.softInk
            text: card.model.cancelLine
        }
    }
}
