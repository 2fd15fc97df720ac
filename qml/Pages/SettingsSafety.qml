// SPDX-License-Identifier: GPL-3.0-or-later
// Locking, passphrase, staying open, recovery words.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property AppViewModel app
    readonly property PersonaViewModel model: app.persona
    readonly property bool busy: model.state === PersonaViewModel.Working
    signal words
    spacing: Theme.spaceL
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading in the settings.
        text: qsTr("Safety")
        Accessible.role: Accessible.Heading
    }
    BtSelect {
        objectName: "settings-auto-lock"
        Layout.fillWidth: true
        //: Label in the settings.
        label: qsTr("Lock by itself when nobody is there")
        model: card.app.settings.autoLocks
        currentIndex: card.app.settings.autoLock
        onActivated: index => card.app.settings.setAutoLock(index)
    }
    BtButton {
        objectName: "settings-words"
        Layout.alignment: Qt.AlignLeft
        iconName: "key"
        //: Button: the page with the recovery words.
        text: qsTr("Your 24 recovery words")
        onClicked: card.words()
    }
    ErrorLine {
        objectName: "settings-error"
        text: card.model.errorText
    }
    Details {
        objectName: "settings-stay"
        //: Opens a part of the settings: the keychain of the computer.
        title: card.model.staysOpen ? qsTr("It stays open on this computer") : qsTr("Stay open on this computer")
        SecretField {
            id: stayPass
            objectName: "settings-stay-passphrase"
            Layout.fillWidth: true
            enabled: !card.busy
            //: Label of a field.
            label: qsTr("Passphrase")
        }
        BtButton {
            objectName: "settings-stay-apply"
            Layout.alignment: Qt.AlignLeft
            enabled: !card.busy && !stayPass.empty
            //: Button: whether the keychain keeps the profile open.
            text: card.model.staysOpen ? qsTr("Ask for the passphrase each time") : qsTr("Keep it open until I lock it")
            onClicked: card.model.setStayOpen(!card.model.staysOpen, stayPass.input)
        }
    }
    Details {
        objectName: "settings-passphrase"
        //: Opens a part of the settings.
        title: qsTr("Change the passphrase")
        SecretField {
            id: current
            objectName: "settings-current"
            Layout.fillWidth: true
            enabled: !card.busy
            //: Label of a field.
            label: qsTr("The passphrase now")
        }
        SecretField {
            id: next
            objectName: "settings-next"
            Layout.fillWidth: true
            enabled: !card.busy
            //: Label of a field.
            label: qsTr("The new passphrase")
        }
        SecretField {
            id: again
            objectName: "settings-again"
            Layout.fillWidth: true
            enabled: !card.busy
            //: Label of a field.
            label: qsTr("The new passphrase again")
        }
        BtButton {
            objectName: "settings-change"
            Layout.alignment: Qt.AlignLeft
            enabled: !card.busy && !current.empty && !next.empty && !again.empty
            //: Button: changes the passphrase.
            text: qsTr("Change it")
            onClicked: card.model.changePassphrase(current.input, next.input, again.input)
        }
    }
    Details {
        objectName: "settings-identity"
        //: Opens the technical details.
        title: qsTr("What exactly happens?")
        CopyLine {
            //: Name of a technical value: one's own identity on the network.
            label: qsTr("Your identity (DID)")
            value: card.model.identity
            onCopy: text => card.app.copy(text)
        }
    }
}
