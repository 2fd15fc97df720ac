// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing oneself back from the recovery words.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    board: false
    //: Title of the page where recovery words are typed.
    title: qsTr("Bring yourself back")
    Component.onCompleted: page.app.persona.forgetError()

    BtCard {
        spacing: Theme.spaceL
        IconSentence {
            iconName: "key"
            //: What the recovery words bring back, and what not.
            text: qsTr("Your 24 words bring back your keys, your money and the visits that are still open. Chats do not come back from words alone; they need the backup file of your old computer.")
        }
        SecretField {
            id: words
            objectName: "restore-words"
            words: true
            Layout.fillWidth: true
            enabled: page.app.persona.state !== PersonaViewModel.Working
            //: Label of the field for the recovery words.
            label: qsTr("Your 24 words, with spaces between")
            //: Hint under the field for the recovery words.
            hint: qsTr("12 words work too. Type them where nobody looks over your shoulder.")
        }
        PersonaForm {
            id: form
            Layout.fillWidth: true
            app: page.app
            ready: !words.empty
            //: Button that restores from the words.
            submitText: qsTr("Bring everything back")
            onSubmitted: page.app.persona.restore(words.input, nameField.text, passphrase.input, again.input, stayOpen)
        }
    }
}
