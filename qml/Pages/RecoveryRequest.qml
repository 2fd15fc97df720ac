// SPDX-License-Identifier: GPL-3.0-or-later
// A request that guardians sign one after the other: opened from a text or a dropped file, signed, passed on, sent.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property GuardiansViewModel model
    readonly property bool free: model.state === GuardiansViewModel.Ready
    signal copy(string text)

    Details {
        objectName: "recovery-open"
        visible: !card.model.asked
        //: Opens the field for a request that another guardian passed on.
        title: qsTr("Open a request")
        BtTextArea {
            id: paste
            objectName: "recovery-text"
            Layout.fillWidth: true
            //: Label of a field for the text of a request.
            label: qsTr("Paste its text here, or drop its file on this page")
        }
        BtButton {
            objectName: "recovery-read"
            Layout.alignment: Qt.AlignLeft
            enabled: card.free && paste.text !== ""
            //: Button: reads a request of guardians.
            text: qsTr("Read it")
            onClicked: card.model.open(paste.text)
        }
    }
    ColumnLayout {
        visible: card.model.asked
        Layout.fillWidth: true
        spacing: Theme.spaceM
        BtLabel {
            Layout.fillWidth: true
            strong: true
            //: Heading of a request that guardians sign.
            text: qsTr("A new key is asked for")
            Accessible.role: Accessible.Heading
        }
        BtLabel {
            objectName: "recovery-sentence"
            Layout.fillWidth: true
            text: card.model.askedSentence
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Caption
            wrapMode: Text.WrapAnywhere
            text: card.model.askedKey
        }
        BtLabel {
            objectName: "recovery-state"
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            text: card.model.askedState
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceS
            BtButton {
                objectName: "recovery-sign"
                visible: card.model.canSign
                enabled: card.free
                kind: BtButton.Primary
                iconName: "sign"
                //: Button: a guardian signs.
                text: qsTr("Sign")
                onClicked: card.model.sign()
            }
            BtButton {
                objectName: "recovery-send"
                visible: card.model.canSend
                enabled: card.free
                kind: BtButton.Primary
                //: Button: sends what enough guardians have signed.
                text: qsTr("Send it")
                onClicked: card.model.send()
            }
            BtButton {
                objectName: "recovery-adopt"
                visible: card.model.forMe
                enabled: card.free
                kind: BtButton.Primary
                //: Button: the person whose profile was recovered takes it in.
                text: qsTr("Take my profile in")
                onClicked: card.model.takeIn()
            }
            BtButton {
                objectName: "recovery-copy"
                iconName: "copy"
                //: Button: the text of a request, to pass it on.
                text: qsTr("Copy the text")
                onClicked: card.copy(card.model.document)
            }
            BtButton {
                objectName: "recovery-save"
                iconName: "download"
                //: Button: the request as a file, to pass it on.
                text: qsTr("Save as a file")
                onClicked: card.model.save()
            }
            BtButton {
                objectName: "recovery-close"
                kind: BtButton.Quiet
                //: Button: puts a request away.
                text: qsTr("Close")
                onClicked: card.model.close()
            }
        }
    }
    DropArea {
        parent: card
        anchors.fill: parent
        onDropped: drop => {
            if (drop.hasUrls && drop.urls.length > 0)
                card.model.openFile(drop.urls[0]);
        }
    }
}
