// SPDX-License-Identifier: GPL-3.0-or-later
// How it was: one to five stars and a comment that only the therapist can read.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.ViewModels

BtCard {
    id: card
    required property VisitViewModel model
    property int stars: 0
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading over the stars; while rating, then afterwards.
        text: card.model.canRate ? qsTr("How was it? In private") : qsTr("How it was, in private")
        Accessible.role: Accessible.Heading
    }
    BtLabel {
        Layout.fillWidth: true
        visible: card.model.canRate
        kind: BtLabel.Small
        muted: true
        //: Who can read the rating. %1 is the therapist's name.
        text: qsTr("Sealed for %1: nobody else can read it, and it counts nowhere. You may leave it out.").arg(card.model.peerName)
    }
    StarRow {
        objectName: "visit-stars"
        value: card.model.canRate ? card.stars : card.model.rating
        readOnly: !card.model.canRate
        onPicked: stars => card.stars = stars
    }
    BtTextArea {
        id: comment
        objectName: "visit-comment"
        visible: card.model.canRate
        Layout.fillWidth: true
        //: Label of the private comment.
        label: qsTr("A word to go with it (you may leave it empty)")
    }
    BtButton {
        objectName: "visit-rate"
        Layout.alignment: Qt.AlignLeft
        visible: card.model.canRate
        kind: BtButton.Primary
        enabled: card.stars > 0 && card.model.state === VisitViewModel.Ready
        //: Button: sends stars and comment.
        text: qsTr("Send")
        onClicked: card.model.rate(card.stars, comment.text)
    }
    BtLabel {
        Layout.fillWidth: true
        visible: !card.model.canRate && text !== ""
        text: card.model.ratingComment
    }
}
