// SPDX-License-Identifier: GPL-3.0-or-later
// What a series sets aside in all, and the button that asks for it.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property SeriesViewModel model
    required property string intake
    readonly property bool priced: model.total !== ""
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading over the price of all visits of a series.
        text: qsTr("What you set aside in all")
        Accessible.role: Accessible.Heading
    }
    BtPair {
        visible: card.priced
        label: card.model.visitsLabel
        value: card.model.price
    }
    BtPair {
        visible: card.priced
        //: A line of the price of a series.
        label: qsTr("Network fees")
        value: card.model.fee
    }
    BtPair {
        visible: card.priced
        //: A line of the price of a series: small amounts that come back at the end of each visit.
        label: qsTr("Deposits, come back")
        value: card.model.deposit
    }
    BtLine {}
    BtPair {
        objectName: "series-total"
        visible: card.priced
        total: true
        //: The total that is held for a series.
        label: qsTr("Held safely")
        value: card.model.total
    }
    BtLabel {
        visible: card.priced
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: card.model.totalKas
    }
    BtLabel {
        objectName: "series-tokens"
        visible: card.priced && card.model.tokenNote !== ""
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: card.model.tokenNote
    }
    BtLabel {
        visible: card.model.state === SeriesViewModel.Planning
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        //: While the days and the price are being worked out.
        text: qsTr("Working out the exact price")
    }
    ErrorLine {
        objectName: "series-error"
        text: card.model.errorText
    }
    ErrorLine {
        objectName: "series-missing"
        text: card.model.state === SeriesViewModel.Short || card.model.state === SeriesViewModel.AddingMoney ? card.model.missing : ""
    }
    BtButton {
        objectName: "series-add-money"
        Layout.fillWidth: true
        visible: card.model.canAddMoney && (card.model.state === SeriesViewModel.Short || card.model.state === SeriesViewModel.AddingMoney)
        kind: BtButton.Primary
        large: true
        enabled: card.model.state === SeriesViewModel.Short
        //: Button: play money for the practice network.
        text: qsTr("Add play money")
        onClicked: card.model.addMoney()
    }
    BtButton {
        objectName: "series-again"
        Layout.fillWidth: true
        visible: card.model.state === SeriesViewModel.Failed
        //: Button after an error: works the days and the price out again.
        text: qsTr("Try again")
        onClicked: card.model.plan()
    }
    BtButton {
        objectName: "series-confirm"
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        visible: card.model.state === SeriesViewModel.Ready || card.model.state === SeriesViewModel.Booking || card.model.state === SeriesViewModel.Booked
        kind: BtButton.Primary
        large: true
        enabled: card.model.state === SeriesViewModel.Ready
        text: card.model.bookWords
        onClicked: card.model.book(card.intake)
    }
    BtLabel {
        visible: card.priced
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: card.model.eachLine
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
