// SPDX-License-Identifier: GPL-3.0-or-later
// The lock page over the persona's view model.
import QtQuick
import Bt.Controls
import Bt.Frame
import Bt.ViewModels

LockPage {
    id: shown
    required property AppViewModel app
    required property Router router
    error: app.persona.errorText
    waitSeconds: app.persona.waitSeconds
    busy: app.persona.state === PersonaViewModel.Working
    onUnlock: input => app.persona.unlock(input)
    onForgot: {
        forgotten.active = true;
        (forgotten.item as BtDialog).open();
    }
    onHelpRequested: router.help()
    Component.onCompleted: field.input.forceActiveFocus()

    // Made when first asked for, so that the first frame does not wait for it.
    Loader {
        id: forgotten
        active: false
        sourceComponent: BtDialog {
            //: Title of a dialog on the lock page.
            title: qsTr("Forgot the passphrase?")
            //: What can be done about a forgotten passphrase.
            body: qsTr("Nobody can reset it. Your 24 words bring back your keys, your money and open visits in a new profile: start the app with another profile folder and choose \"Bring yourself back\".")
            //: Closes the dialog about a forgotten passphrase.
            rejectText: qsTr("Close")
        }
    }
}
