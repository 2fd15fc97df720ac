// SPDX-License-Identifier: GPL-3.0-or-later
// Making it one's own: for someone who practises, or a patient who wants to begin.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    property bool therapist: false
    board: false
    //: Title of the page where a persona is made; for therapists, then for patients.
    title: therapist ? qsTr("Begin your practice") : qsTr("Make it yours")
    Component.onCompleted: page.app.persona.forgetError()

    BtCard {
        spacing: Theme.spaceL
        BtLabel {
            Layout.fillWidth: true
            muted: true
            text: page.therapist
                  //: Introduction for therapists.
                  ? qsTr("A name, your licence and a passphrase. Hours and prices come next.")
                  //: Introduction for patients.
                  : qsTr("A name and a passphrase. That is all; everything stays on this computer.")
        }
        PersonaForm {
            id: form
            Layout.fillWidth: true
            app: page.app
            therapist: page.therapist
            //: Button that makes the persona.
            submitText: page.therapist ? qsTr("Begin") : qsTr("Make it mine")
            onSubmitted: page.app.persona.create(page.therapist, nameField.text, passphrase.input, again.input, stayOpen, place)
        }
    }
    BtLink {
        objectName: "create-restore"
        //: Link: restore instead of beginning anew.
        text: qsTr("I have my 24 words")
        onClicked: page.nav.go("restore", "", 0)
    }
}
