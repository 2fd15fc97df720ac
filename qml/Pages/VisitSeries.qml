// SPDX-License-Identifier: GPL-3.0-or-later
// The series that a visit belongs to, as one request for the therapist and as a list for both.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property PlansViewModel model
    signal opened(string visitId)
    visible: model.others.count > 0
    BtLabel {
        objectName: "visit-series"
        Layout.fillWidth: true
        strong: true
        text: card.model.line
        Accessible.role: Accessible.Heading
    }
    Flow {
        Layout.fillWidth: true
        visible: card.model.asked > 1
        spacing: Theme.spaceS
        BtButton {
            objectName: "series-accept-all"
            kind: BtButton.Primary
            enabled: !card.model.working
            text: card.model.acceptAllWords
            onClicked: card.model.acceptAll()
        }
        BtButton {
            objectName: "series-decline-all"
            enabled: !card.model.working
            text: card.model.declineAllWords
            onClicked: declineDialog.open()
        }
    }
    BtLabel {
        Layout.fillWidth: true
        visible: card.model.asked > 1
        kind: BtLabel.Small
        muted: true
        //: Beside the buttons that answer a whole series.
        text: qsTr("Or open a single one below and answer it alone.")
    }
    VisitRows {
        objectName: "series-rows"
        prefix: "series-row"
        sideSpace: 0
        model: card.model.others
        onOpened: visitId => card.opened(visitId)
    }
    BtDialog {
        id: declineDialog
        title: card.model.declineAllWords
        body: card.model.declineAllBody
        danger: true
        //: Button of a dialog: really decline.
        acceptText: qsTr("Decline")
        //: Button of a dialog: do not decline now.
        rejectText: qsTr("Not now")
        onAccepted: card.model.declineAll()
    }
}
