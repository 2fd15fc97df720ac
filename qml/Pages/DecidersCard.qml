// SPDX-License-Identifier: GPL-3.0-or-later
// Whom one names to decide if two cannot agree, and the own code to give to others.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property AppViewModel app
    readonly property DecideViewModel model: app.decide
    signal decide
    spacing: Theme.spaceL
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading in the settings.
        text: qsTr("Who decides if you cannot agree")
        Accessible.role: Accessible.Heading
    }
    BtLabel {
        objectName: "deciders-now"
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: card.model.namedWords
    }
    ErrorLine {
        objectName: "deciders-error"
        text: card.model.errorText
    }
    Details {
        objectName: "deciders"
        //: Opens the fields for codes.
        title: qsTr("Name somebody")
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            //: How deciding works.
            text: qsTr("Three people can decide about a visit: one whom you name, one whom the other side names, and one whom both name. Two of them must sign. Ask them for their code first.")
        }
        BtField {
            id: own
            objectName: "deciders-own"
            Layout.fillWidth: true
            //: Label of a field for a code.
            label: qsTr("The code of the person for your side")
            text: card.model.ownCode()
        }
        BtField {
            id: joint
            objectName: "deciders-joint"
            Layout.fillWidth: true
            //: Label of a field for a code.
            label: qsTr("The code of the person for both sides")
            //: Under the field.
            hint: qsTr("Leave it empty unless you know that the other side names the same.")
            text: card.model.jointCode()
        }
        BtButton {
            objectName: "deciders-keep"
            Layout.alignment: Qt.AlignLeft
            enabled: !card.model.busy
            //: Button: keeps whom one named.
            text: qsTr("Keep these")
            onClicked: card.model.name(own.text, joint.text)
        }
    }
    Details {
        objectName: "deciders-mine"
        //: Opens one's own code.
        title: qsTr("Your own code, if others want you to decide")
        CopyLine {
            //: Name of a technical value.
            label: qsTr("Your code")
            value: card.model.myCode
            onCopy: text => card.app.copy(text)
        }
        BtQr {
            Layout.fillWidth: true
            value: card.model.myCode
            //: Spoken name of a QR code.
            name: qsTr("Your code for deciding")
        }
    }
    BtButton {
        objectName: "deciders-decide"
        Layout.alignment: Qt.AlignLeft
        //: Button: the page where one decides for others.
        text: qsTr("Decide a case for others")
        onClicked: card.decide()
    }
}
