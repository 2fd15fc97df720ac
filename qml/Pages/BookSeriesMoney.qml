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
    property bool acts: true // its buttons stand here; else at the foot of the page
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
    BtPair {
        objectName: "series-fee"
        visible: card.priced
        //: A line under what is held for a series: what leaves beside it and does not come back.
        label: qsTr("Network fees, on top")
        value: card.model.fee
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
    BookSeriesActions {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        visible: card.acts
        model: card.model
        intake: card.intake
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
        objectName: "series-available"
        //: The patient's money before booking, as the page Money counts it.
        label: qsTr("Free to use now")
        value: card.model.available
    }
    BtPair {
        objectName: "series-counts"
        visible: card.priced && card.model.paying !== ""
        muted: true
        label: card.model.payingLabel
        value: card.model.paying
    }
    BtPair {
        objectName: "series-left"
        visible: card.priced && card.model.left !== ""
        muted: true
        //: The patient's money after booking.
        label: qsTr("Free to use afterwards")
        value: card.model.left
    }
}
