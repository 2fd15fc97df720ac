// SPDX-License-Identifier: GPL-3.0-or-later
// One visit, for both sides: how it stands, what can be done now with its exact outcome, and what happened.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property VisitViewModel model: app.visit
    readonly property bool there: model.state !== VisitViewModel.Missing
    //: Title of the page of one visit.
    title: qsTr("Visit")
    sideWidth: Theme.sideDecisionWidth

    BtEmpty {
        visible: !page.there
        art: "calendar"
        //: A visit that this profile does not know.
        title: qsTr("This visit is not here")
        //: Under "This visit is not here".
        body: qsTr("It may belong to another profile. Nothing was changed.")
        //: Button to the calendar.
        actionText: qsTr("To the calendar")
        onAction: page.nav.go("calendar", "", 0)
    }
    VisitHead {
        visible: page.there
        model: page.model
    }
    VisitSeries {
        model: page.app.plans
        onOpened: visitId => page.nav.go("visit", visitId, 0)
    }
    ErrorLine {
        objectName: "visit-error"
        text: page.model.errorText
    }
    BtCard {
        visible: page.there && page.model.intake !== ""
        BtLabel {
            Layout.fillWidth: true
            strong: true
            text: page.model.patient
                  //: Heading over the note that went with the request; for the patient, then the therapist.
                  ? qsTr("What you wrote") : qsTr("What %1 wrote").arg(page.model.peerName)
            Accessible.role: Accessible.Heading
        }
        BtLabel {
            objectName: "visit-intake"
            Layout.fillWidth: true
            text: page.model.intake
        }
    }
    BtCard {
        visible: page.there && page.model.stops.length > 0
        spacing: Theme.spaceL
        BtLabel {
            Layout.fillWidth: true
            strong: true
            text: page.model.patient
                  //: Heading over the line of what comes back when a visit is cancelled; for the patient, then the therapist.
                  ? qsTr("If plans change") : qsTr("If %1 cancels").arg(page.model.peerName)
            Accessible.role: Accessible.Heading
        }
        BtLadder {
            Layout.fillWidth: true
            stops: page.model.stops
        }
    }
    VisitPlans {
        model: page.app.plans
    }
    VisitSplit {
        visible: page.there && (page.model.splitWaiting !== "" || page.model.canProposeSplit)
        model: page.model
    }
    VisitRating {
        visible: page.there && (page.model.canRate || page.model.rating > 0)
        model: page.model
    }
    VisitPublicRating {
        visible: page.there && page.app.publicRating.there
        model: page.app.publicRating
        onCopy: text => page.app.copy(text)
    }
    VisitReceipt {
        visible: page.there && page.app.receipt.there
        model: page.app.receipt
    }
    BtCard {
        visible: page.there
        Details {
            objectName: "visit-exactly"
            //: Opens the technical details.
            title: qsTr("What exactly happens?")
            VisitSteps {
                Layout.fillWidth: true
                model: page.model
                onCopy: text => page.app.copy(text)
            }
        }
    }

    side: VisitActions {
        visible: page.there
        model: page.model
        plans: page.app.plans
        onRoom: page.nav.go("room", page.model.visitId, 0)
        onWrite: page.nav.go("thread", page.model.threadId, 0)
        onSave: page.app.calendar.exportFile(page.model.visitId)
        onProblem: page.nav.go("problem", page.model.visitId, 0)
        onReads: page.nav.go("consents", "", 0)
    }
}
