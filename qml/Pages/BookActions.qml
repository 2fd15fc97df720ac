// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done about the price of a visit: pay it, add play money, try again.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

ColumnLayout {
    id: card
    required property BookingViewModel model
    spacing: Theme.spaceS
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
        visible: card.model.state === BookingViewModel.Ready || card.model.state === BookingViewModel.Booking || card.model.state === BookingViewModel.Booked
        kind: BtButton.Primary
        large: true
        enabled: card.model.state === BookingViewModel.Ready
        text: card.model.bookWords
        onClicked: card.model.book()
    }
}
