// SPDX-License-Identifier: GPL-3.0-or-later
// A request to pay in a conversation, with its state as the chain tells it.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

BtCard {
    id: card
    property var info: ({}) //!< PayViewModel.card()
    signal pay
    signal decline
    padding: Theme.spaceL
    Accessible.role: Accessible.Grouping
    Accessible.name: card.info.spoken ?? ""
    RowLayout {
        spacing: Theme.spaceM
        BtIcon {
            Layout.alignment: Qt.AlignTop
            name: card.info.icon ?? "request"
            color: Theme.muted
        }
        ColumnLayout {
            spacing: 0
            BtLabel {
                Layout.fillWidth: true
                strong: true
                text: card.info.title ?? ""
            }
            BtLabel {
                visible: text !== ""
                Layout.fillWidth: true
                text: card.info.note ?? ""
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Caption
                muted: true
                figures: true
                text: card.info.coins ?? ""
            }
            BtLabel {
                objectName: "pay-card-status"
                visible: text !== ""
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: card.info.status ?? ""
            }
        }
    }
    Flow {
        visible: card.info.canAnswer ?? false
        Layout.fillWidth: true
        spacing: Theme.spaceS
        BtButton {
            objectName: "pay-card-pay"
            kind: BtButton.Primary
            //: Button on a request to pay: leads to the page that pays it.
            text: qsTr("Pay")
            onClicked: card.pay()
        }
        BtButton {
            objectName: "pay-card-decline"
            kind: BtButton.Quiet
            //: Button on a request to pay: says no.
            text: qsTr("Decline")
            onClicked: card.decline()
        }
    }
}
