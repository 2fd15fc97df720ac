// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done about the price of a series: ask for all of it, add play money, try again.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

ColumnLayout {
    id: card
    required property SeriesViewModel model
    required property string intake
    spacing: Theme.spaceS
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
        visible: card.model.state === SeriesViewModel.Ready || card.model.state === SeriesViewModel.Booking || card.model.state === SeriesViewModel.Booked
        kind: BtButton.Primary
        large: true
        enabled: card.model.state === SeriesViewModel.Ready
        text: card.model.bookWords
        onClicked: card.model.book(card.intake)
    }
}
