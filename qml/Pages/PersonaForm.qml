// SPDX-License-Identifier: GPL-3.0-or-later
// What a new persona needs: a name, a passphrase twice, whether it stays open, for therapists a place. The
// passphrase stays in its fields' locked memory until the view model takes it.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

ColumnLayout {
    id: form
    required property AppViewModel app
    property bool therapist: false
    property string submitText: ""
    readonly property PersonaViewModel model: app.persona
    readonly property bool busy: model.state === PersonaViewModel.Working
    property alias nameField: nameField
    property alias passphrase: passphrase
    property alias again: again
    property alias stayOpen: stay.checked
    property alias place: place.currentIndex
    property bool ready: true
    signal submitted
    spacing: Theme.spaceL

    function submit() {
        if (!busy && ready)
            submitted();
    }

    BtField {
        id: nameField
        objectName: "create-name"
        Layout.fillWidth: true
        enabled: !form.busy
        maximumLength: 60
        //: Label of a field: one's own name.
        label: qsTr("What may the other person call you?")
        hint: form.therapist
              //: Hint under the name field, for therapists.
              ? qsTr("This name stands in your listing.")
              //: Hint under the name field, for patients.
              : qsTr("Any name will do. Only people you write to see it.")
        onAccepted: passphrase.input.forceActiveFocus(Qt.TabFocusReason)
    }
    BtSelect {
        id: place
        objectName: "create-place"
        visible: form.therapist
        Layout.fillWidth: true
        enabled: !form.busy
        model: form.model.places
        //: Label of a list: where a therapist is licensed.
        label: qsTr("Where are you licensed?")
        hint: form.app.realMoney
              //: Hint: no licence is signed on mainnet.
              ? qsTr("On this network nobody signs demo licences: you are not listed until you have shown a real one.")
              : form.app.practice
              //: Hint: the licence of the practice network is for trying out.
              ? qsTr("On the practice network a demo authority signs your licence. It is for trying out only.")
              //: Hint: the licence of a test network is for trying out.
              : qsTr("On a test network the demo authority of the practice network signs your licence. It is for trying out only.")
    }
    SecretField {
        id: passphrase
        objectName: "create-passphrase"
        Layout.fillWidth: true
        enabled: !form.busy
        //: Label of a field.
        label: qsTr("Passphrase")
        //: Hint under the passphrase field.
        hint: qsTr("At least 8 characters, best a few words. It locks everything here; nobody can reset it.")
        onAccepted: again.input.forceActiveFocus(Qt.TabFocusReason)
    }
    SecretField {
        id: again
        objectName: "create-again"
        Layout.fillWidth: true
        enabled: !form.busy
        //: Label of a field: the passphrase a second time.
        label: qsTr("The same passphrase again")
        onAccepted: form.submit()
    }
    BtSwitch {
        id: stay
        objectName: "create-stay-open"
        Layout.fillWidth: true
        enabled: !form.busy
        //: Switch: the keychain of the computer keeps the profile open.
        text: qsTr("Stay open on this computer until I lock it")
    }
    ErrorLine {
        objectName: "create-error"
        text: form.model.errorText
    }
    BtButton {
        objectName: "create-submit"
        Layout.alignment: Qt.AlignLeft
        kind: BtButton.Primary
        large: true
        enabled: !form.busy && form.ready && nameField.text.trim() !== "" && !passphrase.empty && !again.empty
        //: While the keys are made.
        text: form.busy ? qsTr("One moment") : form.submitText
        onClicked: form.submit()
    }
}
