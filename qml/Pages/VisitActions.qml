// SPDX-License-Identifier: GPL-3.0-or-later
// What this side may do with a visit now. What takes something away asks first, with the exact outcome.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.ViewModels

BtCard {
    id: card
    required property VisitViewModel model
    required property PlansViewModel plans
    readonly property bool free: model.state === VisitViewModel.Ready
    signal room
    signal write
    signal save
    signal problem
    signal reads
    BtPair {
        //: The price of a visit.
        label: qsTr("Price")
        value: card.model.price
        strong: true
    }
    BtPair {
        visible: card.model.bond !== ""
        muted: true
        //: The therapist's own stake in a visit.
        label: card.model.patient ? qsTr("Stake of the therapist") : qsTr("Your own stake")
        value: card.model.bond
    }
    BtPair {
        visible: card.model.held !== ""
        muted: true
        //: What is held for this visit now.
        label: qsTr("Held safely now")
        value: card.model.held
    }
    BtLine {}
    component Act: BtButton {
        property bool free: true
        Layout.fillWidth: true
        enabled: free
    }
    Act {
        free: card.free
        objectName: "visit-accept"
        visible: card.model.canAccept
        kind: BtButton.Primary
        large: true
        //: Button: the therapist takes the request.
        text: qsTr("Accept")
        onClicked: card.model.accept()
    }
    Act {
        free: card.free
        objectName: "visit-decline"
        visible: card.model.canDecline
        //: Button: the therapist says no to the request.
        text: qsTr("Decline")
        onClicked: declineDialog.open()
    }
    Act {
        free: card.free
        objectName: "visit-room"
        visible: card.model.canJoin
        kind: card.model.canComplete ? BtButton.Secondary : BtButton.Primary
        large: true
        iconName: "room"
        //: Button: opens the room of the visit.
        text: qsTr("Open the room")
        onClicked: card.room()
    }
    Act {
        free: card.free
        objectName: "visit-sign"
        visible: card.model.canSign
        iconName: "sign"
        //: Button: one's own signature under "this visit took place".
        text: qsTr("Sign that it took place")
        onClicked: card.model.signRecord()
    }
    Act {
        free: card.free
        objectName: "visit-complete"
        visible: card.model.canComplete
        kind: BtButton.Primary
        large: true
        text: card.model.completeWords
        onClicked: card.model.complete()
    }
    Act {
        free: card.free
        objectName: "visit-claim"
        visible: card.model.canClaim
        kind: BtButton.Primary
        //: Button: the therapist takes the price after the waiting time.
        text: qsTr("Collect the price")
        onClicked: claimDialog.open()
    }
    Act {
        free: card.free
        objectName: "visit-write"
        visible: card.model.threadId !== ""
        iconName: "messages"
        //: Button: the conversation with this person.
        text: qsTr("Write a message")
        onClicked: card.write()
    }
    Act {
        free: card.free
        objectName: "visit-consents"
        visible: card.model.threadId !== ""
        iconName: "eye"
        //: Button: the page about who may read one's record.
        text: qsTr("Who may read")
        onClicked: card.reads()
    }
    Act {
        free: card.free
        objectName: "visit-export"
        visible: card.model.canExport
        iconName: "download"
        //: Button: this visit as a calendar file.
        text: qsTr("Save for my calendar")
        onClicked: card.save()
    }
    Act {
        free: card.free
        objectName: "visit-problem"
        visible: card.model.canProblem
        iconName: "flag"
        //: Button: the page about a problem with this visit.
        text: card.model.problemRaised ? qsTr("The problem") : qsTr("Something went wrong")
        onClicked: card.problem()
    }
    Act {
        free: card.free
        objectName: "visit-cancel"
        visible: card.model.canCancel
        kind: BtButton.Danger
        //: Button: calls the visit off (asks first).
        text: qsTr("Cancel the visit")
        onClicked: cancelDialog.open()
    }
    BtLabel {
        objectName: "visit-cancel-outcome"
        Layout.fillWidth: true
        visible: card.model.canCancel
        kind: BtLabel.Small
        muted: true
        text: card.model.cancelOutcome
    }
    BtLabel {
        objectName: "visit-next-fee"
        Layout.fillWidth: true
        visible: text !== ""
        kind: BtLabel.Small
        muted: true
        text: card.model.nextFee
    }
    Details {
        objectName: "visit-next-sees"
        visible: card.model.nextSees.length > 0
        //: Opens what everyone can see of the next payment.
        title: qsTr("What the network will see")
        Repeater {
            model: card.model.nextSees
            BtLabel {
                id: sees
                required property string modelData
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: sees.modelData
            }
        }
    }
    BtDialog {
        id: cancelDialog
        title: card.model.cancelTitle
        body: card.plans.canCancel ? card.plans.cancelLines.join("\n") : card.model.cancelOutcome
        danger: true
        //: Button of a dialog: really cancel.
        acceptText: qsTr("Cancel the visit")
        //: Button of a dialog: leave the visit as it is.
        rejectText: qsTr("Keep it")
        onAccepted: {
            if (card.plans.canCancel)
                card.plans.cancelOne();
            else
                card.model.cancel();
        }
    }
    BtDialog {
        id: declineDialog
        //: Title of a dialog. %1 is a name.
        title: qsTr("Decline the request of %1?").arg(card.model.peerName)
        body: card.model.declineOutcome
        danger: true
        //: Button of a dialog: really decline.
        acceptText: qsTr("Decline")
        //: Button of a dialog: do not decline now.
        rejectText: qsTr("Not now")
        onAccepted: card.model.decline()
    }
    BtDialog {
        id: claimDialog
        //: Title of a dialog.
        title: qsTr("Collect the price?")
        body: card.model.claimOutcome
        //: Button of a dialog: really collect.
        acceptText: qsTr("Collect")
        //: Button of a dialog: do not collect now.
        rejectText: qsTr("Not now")
        onAccepted: card.model.claim()
    }
}
