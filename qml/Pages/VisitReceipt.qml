// SPDX-License-Identifier: GPL-3.0-or-later
// The receipt of a visit: asked for, then saved on paper or as a signed file, with what the patient adds by choice.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property ReceiptViewModel model
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading over the receipt of a visit.
        text: qsTr("Receipt")
        Accessible.role: Accessible.Heading
    }
    BtLabel {
        objectName: "visit-receipt-sentence"
        Layout.fillWidth: true
        text: card.model.sentence
    }
    BtButton {
        objectName: "visit-receipt-ask"
        Layout.alignment: Qt.AlignLeft
        visible: card.model.canAsk
        enabled: card.model.free
        text: card.model.patient
              //: Button: the other side's app is asked for a receipt; the second: one's own signature makes it.
              ? qsTr("Ask for a receipt") : qsTr("Sign a receipt")
        onClicked: card.model.ask()
    }
    BtField {
        id: forName
        objectName: "visit-receipt-name"
        Layout.fillWidth: true
        visible: card.model.ready && card.model.patient
        maximumLength: 80
        //: Label of a field: whom a receipt is for.
        label: qsTr("Your name on it (leave it empty, and none is there)")
    }
    BtField {
        id: diagnosis
        objectName: "visit-receipt-diagnosis"
        Layout.fillWidth: true
        visible: card.model.ready && card.model.patient
        maximumLength: 64
        //: Label of a field: a code that an insurer may want.
        label: qsTr("Diagnosis code (leave it empty, and none is there)")
        //: Hint under a field.
        hint: qsTr("Only if your insurer wants one. You sign what you type here; it is kept nowhere and sent to nobody.")
    }
    BtSegmented {
        id: paper
        objectName: "visit-receipt-paper"
        visible: card.model.ready
        //: Spoken name of the choice of a paper size.
        label: qsTr("Paper")
        //: A paper size.
        model: [qsTr("A4"), qsTr("US Letter")]
    }
    Flow {
        Layout.fillWidth: true
        visible: card.model.ready
        spacing: Theme.spaceS
        BtButton {
            objectName: "visit-receipt-pdf"
            iconName: "download"
            enabled: card.model.free
            //: Button: the receipt as a PDF.
            text: qsTr("Save as PDF")
            onClicked: card.model.savePaper(forName.text, diagnosis.text, paper.currentIndex === 1)
        }
        BtButton {
            objectName: "visit-receipt-file"
            iconName: "sign"
            enabled: card.model.free
            //: Button: the receipt as a file whose signatures a computer can check.
            text: qsTr("Save the signed file")
            onClicked: card.model.saveFile(forName.text, diagnosis.text)
        }
    }
    ErrorLine {
        objectName: "visit-receipt-error"
        text: card.model.errorText
    }
}
