// SPDX-License-Identifier: GPL-3.0-or-later
// What is set aside: price, deposit, total, fee, the button that pays, and what happens when money is short.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property BookingViewModel model
    readonly property bool priced: model.total !== ""
    property bool acts: true // its buttons stand here; else at the foot of the page
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
        visible: card.priced && card.model.deposit !== ""
        //: A line of the price: a small amount that comes back at the end.
        label: qsTr("Deposit, comes back")
        value: card.model.deposit
    }
    BtLine {}
    BtPair {
        visible: card.priced
        total: true
        objectName: "book-total"
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
    BtPair {
        objectName: "book-fee"
        visible: card.priced
        //: A line under what is held for a visit: what leaves beside it and does not come back.
        label: qsTr("Network fee, on top")
        value: card.model.fee
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
    BtLabel {
        objectName: "book-pay-to"
        Layout.fillWidth: true
        visible: text !== "" && card.model.state === BookingViewModel.Short
        kind: BtLabel.Small
        wrapMode: Text.Wrap
        text: card.model.payTo
    }
    BookActions {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        visible: card.acts
        model: card.model
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
        objectName: "book-available"
        //: The patient's money before booking, as the page Money counts it.
        label: qsTr("Free to use now")
        value: card.model.available
    }
    BtPair {
        objectName: "book-counts"
        visible: card.priced && card.model.counts !== ""
        muted: true
        label: card.model.countsLabel
        value: card.model.counts
    }
    BtPair {
        visible: card.priced && card.model.left !== ""
        muted: true
        objectName: "book-left"
        //: The patient's money after booking.
        label: qsTr("Free to use afterwards")
        value: card.model.left
    }
}
