// SPDX-License-Identifier: GPL-3.0-or-later
// "If plans change": the line of what comes back when.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property BookingViewModel model
    spacing: Theme.spaceL
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading over the line of what comes back when a visit is cancelled.
        text: qsTr("If plans change")
        Accessible.role: Accessible.Heading
    }
    BtLadder {
        Layout.fillWidth: true
        stops: card.model.stops
    }
    BtLine {
        visible: card.model.bondSentence !== ""
    }
    IconSentence {
        visible: card.model.bondSentence !== ""
        iconName: "take-back"
        text: card.model.bondSentence
    }
    BtLine {}
    IconSentence {
        objectName: "book-deciders"
        iconName: "community"
        text: card.model.decidersSentence
    }
}
