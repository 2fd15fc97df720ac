// SPDX-License-Identifier: GPL-3.0-or-later
// One case: the money, what each side shows and what of it is checked, and the division.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

ColumnLayout {
    id: view
    required property DecideViewModel model
    Layout.fillWidth: true
    spacing: Theme.spaceL
    component Side: BtCard {
        id: side
        property string heading: ""
        property string words: ""
        property var items: []
        property string which: ""
        BtLabel {
            Layout.fillWidth: true
            strong: true
            text: side.heading
            Accessible.role: Accessible.Heading
        }
        BtLabel {
            objectName: "decide-" + side.which
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            text: side.words
        }
        Repeater {
            model: side.items
            ColumnLayout {
                id: item
                required property var modelData
                required property int index
                Layout.fillWidth: true
                spacing: Theme.spaceXs
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    strong: true
                    text: item.modelData.at !== ""
                          //: Title of a piece of evidence. %1 what it is, %2 when.
                          ? qsTr("%1, %2").arg(item.modelData.title).arg(item.modelData.at) : item.modelData.title
                }
                BtLabel {
                    objectName: "decide-" + side.which + "-" + item.index
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: item.modelData.text
                }
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Caption
                    muted: true
                    text: item.modelData.standing
                }
            }
        }
    }
    BtCard {
        Layout.fillWidth: true
        BtLabel {
            objectName: "decide-pot"
            Layout.fillWidth: true
            strong: true
            text: view.model.potWords
        }
        BtLabel {
            objectName: "decide-place"
            Layout.fillWidth: true
            kind: BtLabel.Small
            text: view.model.placeWords
        }
    }
    Side {
        Layout.fillWidth: true
        which: "patient"
        //: Heading over the evidence of the patient.
        heading: qsTr("What the patient shows")
        words: view.model.patientWords
        items: view.model.patientItems
    }
    Side {
        Layout.fillWidth: true
        which: "therapist"
        //: Heading over the evidence of the therapist.
        heading: qsTr("What the therapist shows")
        words: view.model.therapistWords
        items: view.model.therapistItems
    }
    BtCard {
        Layout.fillWidth: true
        spacing: Theme.spaceL
        BtLabel {
            Layout.fillWidth: true
            strong: true
            //: Heading over the division of the money.
            text: qsTr("Your decision")
            Accessible.role: Accessible.Heading
        }
        BtLabel {
            objectName: "decide-decision"
            Layout.fillWidth: true
            visible: text !== ""
            text: view.model.decisionWords
        }
        BtLabel {
            objectName: "decide-signed"
            Layout.fillWidth: true
            visible: text !== ""
            kind: BtLabel.Small
            muted: true
            text: view.model.signedWords
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceS
            BtButton {
                objectName: "decide-sign"
                visible: view.model.canSign
                kind: BtButton.Primary
                enabled: !view.model.busy
                iconName: "sign"
                //: Button: signs the division that another one proposed.
                text: qsTr("Sign this division")
                onClicked: view.model.sign()
            }
            BtButton {
                objectName: "decide-send"
                visible: view.model.canSend
                kind: BtButton.Primary
                enabled: !view.model.busy
                iconName: "send"
                //: Button: sends the division that two have signed.
                text: qsTr("Send it")
                onClicked: view.model.send()
            }
            BtButton {
                objectName: "decide-file"
                visible: view.model.decisionWords !== "" && !view.model.over
                enabled: !view.model.busy
                iconName: "download"
                //: Button: makes the file with the signatures.
                text: qsTr("Make the file to pass on")
                onClicked: view.model.makeFile()
            }
            BtButton {
                objectName: "decide-drop"
                enabled: !view.model.busy
                //: Button: removes the case from this computer.
                text: qsTr("Forget this case")
                onClicked: view.model.drop()
            }
        }
        HandOver {
            Layout.fillWidth: true
            where: view.model.fileWhere
            parts: view.model.fileParts
            //: Spoken name of a QR code.
            codeName: qsTr("The file with the signatures, as codes")
            //: What to do with the file with signatures.
            words: qsTr("Give this to one of the other two. Nobody can change the amounts in it: then the signatures would no longer hold.")
        }
        Details {
            objectName: "decide-split"
            visible: view.model.canDecide
            //: Opens the field for a division; one that is there already is replaced.
            title: view.model.decisionWords === "" ? qsTr("Divide the money") : qsTr("Divide it differently")
            BtField {
                objectName: "decide-amount"
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.scaledHalf(320)
                figures: true
                //: Label of a field.
                label: qsTr("How much goes to the patient?")
                text: view.model.splitText
                hint: view.model.splitFits ? view.model.splitPreview : ""
                error: view.model.splitFits ? "" : view.model.splitPreview
                onEdited: view.model.splitText = text
                onAccepted: view.model.decide()
            }
            BtButton {
                objectName: "decide-propose"
                Layout.alignment: Qt.AlignLeft
                enabled: !view.model.busy && view.model.splitFits
                iconName: "sign"
                //: Button: signs this division; the small network fee comes from one's own money.
                text: qsTr("Sign this division")
                onClicked: view.model.decide()
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                //: Under the button that signs a division.
                text: qsTr("The network fee comes from your own money. It is sent only when a second one of the three has signed the same.")
            }
        }
    }
}
