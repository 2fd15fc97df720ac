// SPDX-License-Identifier: GPL-3.0-or-later
// Sharing what is held in another way than the rules say, if both agree.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property VisitViewModel model
    readonly property bool free: model.state === VisitViewModel.Ready
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading: both sides may agree on how the held money is shared.
        text: qsTr("Share it another way")
        Accessible.role: Accessible.Heading
    }
    BtLabel {
        objectName: "visit-split-waiting"
        Layout.fillWidth: true
        visible: text !== ""
        text: card.model.splitWaiting
    }
    Flow {
        Layout.fillWidth: true
        visible: card.model.canAnswerSplit
        spacing: Theme.spaceS
        BtButton {
            objectName: "visit-split-agree"
            kind: BtButton.Primary
            enabled: card.free
            //: Button: yes to the other side's suggestion.
            text: qsTr("Agree")
            onClicked: card.model.answerSplit(true)
        }
        BtButton {
            objectName: "visit-split-refuse"
            enabled: card.free
            //: Button: no to the other side's suggestion.
            text: qsTr("Say no")
            onClicked: card.model.answerSplit(false)
        }
    }
    Details {
        id: details
        objectName: "visit-split"
        visible: card.model.canProposeSplit
        //: Opens the field for a suggestion.
        title: qsTr("Suggest something")
        BtField {
            objectName: "visit-split-amount"
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.scaledHalf(320)
            figures: true
            //: Label of a field: how much of the held money goes (back) to the patient.
            label: card.model.patient ? qsTr("How much comes back to you?") : qsTr("How much goes back to %1?").arg(card.model.peerName)
            text: card.model.splitText
            hint: card.model.splitFits ? card.model.splitPreview : ""
            error: card.model.splitFits ? "" : card.model.splitPreview
            onEdited: card.model.splitText = text
            onAccepted: card.model.proposeSplit()
        }
        BtButton {
            objectName: "visit-split-send"
            Layout.alignment: Qt.AlignLeft
            enabled: card.free && card.model.splitFits
            //: Button: sends the suggestion.
            text: qsTr("Send the suggestion")
            onClicked: card.model.proposeSplit()
        }
    }
}
