// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for a reward: what for, in one's own words, and the code to give to a steward.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property RewardsViewModel model
    signal copy(string text)
    spacing: Theme.spaceL
    Connections {
        target: card.model
        function onAsked() {
            field.text = "";
        }
    }
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading of the form that asks for a reward.
        text: qsTr("Ask for a reward")
        Accessible.role: Accessible.Heading
    }
    BtSelect {
        objectName: "rewards-reason"
        Layout.fillWidth: true
        //: Label of the list of kinds of work.
        label: qsTr("What did you do?")
        hint: card.model.reasonHint
        model: card.model.reasons
        currentIndex: card.model.reason
        onActivated: index => card.model.choose(index)
    }
    BtTextArea {
        id: field
        objectName: "rewards-text"
        Layout.fillWidth: true
        //: Label of the field that describes the work.
        label: qsTr("Describe it, and where it can be seen")
        //: Hint under the description of work that is to be rewarded.
        hint: qsTr("Stewards read this; the network sees only a fingerprint of it. Leave out your name, and anything about anyone's health.")
    }
    ErrorLine {
        objectName: "rewards-ask-error"
        text: card.model.askError
    }
    BtButton {
        objectName: "rewards-ask"
        enabled: field.text !== "" && !card.model.asking
        //: Button: makes a request for a reward.
        text: qsTr("Make the request")
        onClicked: card.model.ask(field.text)
    }
    ColumnLayout {
        visible: card.model.code !== ""
        Layout.fillWidth: true
        spacing: Theme.spaceS
        BtLabel {
            objectName: "rewards-code"
            Layout.fillWidth: true
            strong: true
            //: Over the code of a request. %1 is a kind of work.
            text: qsTr("Give this to a steward: %1").arg(card.model.codeTitle)
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            //: Under the code of a request for a reward.
            text: qsTr("It holds your words and a key that was made for this award alone. Nobody can tell from it who you are, or that another award is yours too.")
        }
        CopyLine {
            //: Name of a technical value: the code of a request for a reward.
            label: qsTr("Code of the request")
            value: card.model.code
            onCopy: text => card.copy(text)
        }
        BtQr {
            objectName: "rewards-qr"
            Layout.fillWidth: true
            value: card.model.code
            //: Spoken for the QR code of a request for a reward.
            name: qsTr("QR code of your request")
        }
    }
    BtLabel {
        objectName: "rewards-requests"
        visible: card.model.asks.count > 0
        Layout.fillWidth: true
        strong: true
        //: Heading over a person's own requests for rewards.
        text: qsTr("Your requests")
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: card.model.asks
        BtRow {
            id: ask
            required property int index
            required property double askId
            required property string words
            required title
            required spoken
            objectName: "rewards-request-" + index
                sideSpace: 0
            divider: true
            subtitle: words
            onClicked: card.model.show(askId)
            BtIconButton {
                objectName: "rewards-forget-" + ask.index
                iconName: "close"
                //: Button: forgets a request for a reward.
                text: qsTr("Forget this request")
                onClicked: card.model.forget(ask.askId)
            }
        }
    }
    BtButton {
        objectName: "rewards-decide"
        visible: card.model.practice && card.model.asks.count > 0
        enabled: !card.model.deciding
        kind: BtButton.Soft
        //: Button, practice network only: the practice stewards give every request an award.
        text: qsTr("Let the practice stewards decide")
        onClicked: card.model.decide()
    }
}
