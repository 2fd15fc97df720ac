// SPDX-License-Identifier: GPL-3.0-or-later
// The coming visit with the person one writes to.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property ThreadsViewModel model
    signal room
    signal visit
    padding: Theme.spaceL
    RowLayout {
        spacing: Theme.spaceM
        Rectangle {
            implicitWidth: Theme.target
            implicitHeight: Theme.target
            radius: Theme.radiusField
            color: Theme.sunken
            BtIcon {
                anchors.centerIn: parent
                name: "calendar"
                color: Theme.muted
            }
        }
        ColumnLayout {
            spacing: 0
            BtLabel {
                Layout.fillWidth: true
                strong: true
                text: card.model.visitTitle
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: card.model.visitLine
            }
        }
        VisitBadge {
            text: card.model.visitBadge
            tone: card.model.visitBadgeKind
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceS
        BtButton {
            objectName: "thread-room"
            visible: card.model.roomOpen
            kind: BtButton.Soft
            //: Button: opens the room of the visit.
            text: qsTr("Open the room")
            onClicked: card.room()
        }
        BtButton {
            objectName: "thread-visit"
            kind: BtButton.Quiet
            //: Button: the page of the visit.
            text: qsTr("See the visit")
            onClicked: card.visit()
        }
    }
}
