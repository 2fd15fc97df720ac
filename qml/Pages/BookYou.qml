// SPDX-License-Identifier: GPL-3.0-or-later
// Step "You" of booking: a persona is made here, before anything is agreed or paid.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: step
    required property AppViewModel app
    required property Navigator nav
    spacing: Theme.spaceL
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading of the step where a patient makes a persona.
        text: qsTr("Make it yours")
        Accessible.role: Accessible.Heading
    }
    BtLabel {
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        //: Introduction of that step.
        text: qsTr("Now there is something worth keeping. A name and a passphrase; everything stays on this computer.")
    }
    PersonaForm {
        Layout.fillWidth: true
        app: step.app
        //: Button that makes the persona and goes on booking.
        submitText: qsTr("Make it mine and go on")
        onSubmitted: step.app.persona.create(false, nameField.text, passphrase.input, again.input, stayOpen, 0)
    }
    BtLink {
        objectName: "book-restore"
        //: Link: restore instead of beginning anew.
        text: qsTr("I have my 24 words")
        onClicked: step.nav.go("restore", "", 0)
    }
}
