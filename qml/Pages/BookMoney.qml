// SPDX-License-Identifier: GPL-3.0-or-later
// What is set aside: price, fee, total, the button that pays, and what happens when money is short.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property BookingViewModel model
    readonly property bool priced: model.total !== ""
    readonly property bool waiting: model.state === BookingViewModel.Quoting || model.state === BookingViewModel.AddingMoney || model.state === BookingViewModel.Booking
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading over the price of a visit.
        text: qsTr("What you set aside")
        Accessible.role: Accessible.Heading
    }
    BtPair {
        visible: card.priced
        label: card.model.visitLabel
        value: card.model.price
    }
    BtPair {
        visible: card.priced
        //: A line of the price.
        label: qsTr("Network fee")
        value: card.model.fee
    }
    BtPair {
        visible: card.priced && card.model.deposit !== ""
        //: A line of the price: a small amount that comes back at the end.
        label: qsTr("Deposit, comes back")
        value: card.model.deposit
    }
    BtLine {}
    BtPair {
        visible: card.priced
        total: true
        //: The total that is held for a visit.
        label: qsTr("Held safely")
        value: card.model.total
    }
    RowLayout {
        visible: card.priced
        BtLabel {
            kind: BtLabel.Small
            muted: true
            text: card.model.totalKas
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            horizontalAlignment: Text.AlignRight
            text: card.model.rate
        }
    }
    BtLabel {
        objectName: "book-tokens"
        visible: card.priced && card.model.tokenNote !== ""
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: card.model.tokenNote
    }
    BtLabel {
        visible: card.model.state === BookingViewModel.Quoting
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        //: While the price is being worked out.
        text: qsTr("Working out the exact price")
    }
    ErrorLine {
        objectName: "book-error"
        text: card.model.errorText
    }
    ErrorLine {
        text: card.model.state === BookingViewModel.Short || card.model.state === BookingViewModel.AddingMoney ? card.model.missing : ""
    }
    BtButton {
        objectName: "book-add-money"
        Layout.fillWidth: true
        visible: card.model.canAddMoney && (card.model.state === BookingViewModel.Short || card.model.state === BookingViewModel.AddingMoney)
        kind: BtButton.Primary
        large: true
        enabled: card.model.state === BookingViewModel.Short
        //: Button: play money for the practice network.
        text: qsTr("Add play money")
        onClicked: card.model.addMoney()
    }
    BtLabel {
        objectName: "book-pay-to"
        Layout.fillWidth: true
        visible: text !== "" && card.model.state === BookingViewModel.Short
        kind: BtLabel.Small
        wrapMode: Text.Wrap
        text: card.model.payTo
    }
    BtButton {
        objectName: "book-again"
        Layout.fillWidth: true
        visible: card.model.state === BookingViewModel.Failed
        //: Button after an error: works the price out again.
        text: qsTr("Try again")
        onClicked: card.model.quoteAgain()
    }
    BtButton {
        objectName: "book-confirm"
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        visible: card.model.state === BookingViewModel.Ready || card.model.state === BookingViewModel.Booking || card.model.state === BookingViewModel.Booked
        kind: BtButton.Primary
        large: true
        enabled: card.model.state === BookingViewModel.Ready
        text: card.model.bookWords
        onClicked: card.model.book()
    }
    BtLabel {
        visible: card.priced
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: card.model.answerBy
    }
    BtLine {
        visible: card.priced
    }
    BtPair {
        visible: card.priced
        muted: true
        //: The patient's money before booking.
        label: qsTr("Your money now")
        value: card.model.available
    }
    BtPair {
        visible: card.priced
        muted: true
        //: The patient's money after booking.
        label: qsTr("Free to use afterwards")
        value: card.model.left
    }
}
