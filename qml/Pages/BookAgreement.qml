// SPDX-License-Identifier: GPL-3.0-or-later
// Step "Agreement" of booking: the rules in one sentence, and a note that only the therapist can read.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: step
    required property BookingViewModel model
    spacing: Theme.spaceL
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading of the step with the rules and the note.
        text: qsTr("What you both agree to")
        Accessible.role: Accessible.Heading
    }
    IconSentence {
        iconName: "take-back"
        text: step.model.agreement
    }
    IconSentence {
        iconName: "held"
        //: What happens to the money of a visit.
        text: qsTr("The price is held safely until after the visit. Nobody can take it alone before.")
    }
    BtTextArea {
        objectName: "book-intake"
        Layout.fillWidth: true
        //: Label of the note that goes with a request. %1 is the therapist's name.
        label: qsTr("What would you like %1 to know? (You may leave it empty.)").arg(step.model.name)
        //: Hint under the note.
        hint: qsTr("It is sealed for this one person; nobody else can open it.")
        error: step.model.intakeLeft
        minimumLines: 5
        text: step.model.intake
        input.onTextChanged: step.model.intake = text
    }
    BtButton {
        objectName: "book-next"
        Layout.alignment: Qt.AlignLeft
        kind: BtButton.Primary
        large: true
        enabled: step.model.intakeFits
        //: Button: on to the last step of booking.
        text: qsTr("Go on to the price")
        onClicked: step.model.next()
    }
}
