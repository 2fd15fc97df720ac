// SPDX-License-Identifier: GPL-3.0-or-later
// The 24 recovery words: shown after the passphrase, painted, never as text.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property PersonaViewModel model: app.persona
    board: false
    //: Title of the page with the recovery words.
    title: qsTr("Your 24 recovery words")
    Component.onCompleted: model.forgetError()
    Component.onDestruction: words.hide()

    BtCard {
        spacing: Theme.spaceL
        IconSentence {
            iconName: "key"
            //: What the recovery words are for.
            text: qsTr("With these words you can bring back your keys, your money and open visits on another computer. Whoever has them has your money. Write them on paper; make no photo.")
        }
        IconSentence {
            visible: page.model.wordsSeen && !page.model.wordsShown
            iconName: "check-circle"
            tint: Theme.positive
            //: The words were confirmed before.
            text: qsTr("You have written them down before. You may look at them again.")
        }
        SecretField {
            id: passphrase
            objectName: "words-passphrase"
            visible: !page.model.wordsShown
            Layout.fillWidth: true
            //: Label of a field.
            label: qsTr("Passphrase")
            onAccepted: page.model.showWords(passphrase.input, words.item)
        }
        ErrorLine {
            text: page.model.errorText
        }
        BtButton {
            objectName: "words-show"
            visible: !page.model.wordsShown
            kind: BtButton.Primary
            enabled: !passphrase.empty && page.model.state !== PersonaViewModel.Working
            //: Button: shows the recovery words.
            text: qsTr("Show the words")
            onClicked: page.model.showWords(passphrase.input, words.item)
        }
        SecretWords {
            id: words
            visible: page.model.wordsShown
            Layout.fillWidth: true
        }
        RowLayout {
            visible: page.model.wordsShown
            spacing: Theme.spaceS
            BtButton {
                objectName: "words-done"
                kind: BtButton.Primary
                //: Button under the recovery words.
                text: qsTr("I wrote them down")
                onClicked: {
                    page.model.hideWords(words.item);
                    page.model.confirmWords();
                    page.nav.back();
                }
            }
            BtButton {
                objectName: "words-hide"
                //: Button under the recovery words: takes them off the screen.
                text: qsTr("Hide them")
                onClicked: page.model.hideWords(words.item)
            }
        }
    }
}
