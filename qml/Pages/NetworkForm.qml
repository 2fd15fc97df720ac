// SPDX-License-Identifier: GPL-3.0-or-later
// Another network or other nodes: choose, test, use.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property NetworkViewModel model
    readonly property bool testing: model.state === NetworkViewModel.Testing
    spacing: Theme.spaceL
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading of the form that chooses a network.
        text: qsTr("Choose a network")
        Accessible.role: Accessible.Heading
    }
    BtSelect {
        objectName: "network-choice"
        Layout.fillWidth: true
        //: Label of the list of networks.
        label: qsTr("Network")
        hint: card.model.networkWords
        model: card.model.networks
        currentIndex: card.model.network
        onActivated: index => card.model.choose(index)
    }
    BtTextArea {
        objectName: "network-urls"
        visible: card.model.needsNodes
        Layout.fillWidth: true
        minimumLines: 2
        //: Label of the field for addresses of nodes.
        label: qsTr("Addresses of nodes, one a line")
        //: Hint under the addresses of nodes. %1 is an example.
        hint: qsTr("Your own node is best: it learns which addresses are yours. For example %1. With several, the next one is asked when one fails.").arg(card.model.example)
        text: card.model.urls
        input.onTextChanged: card.model.urls = input.text
    }
    BtLabel {
        objectName: "network-exposed"
        visible: text !== "" && card.model.needsNodes
        Layout.fillWidth: true
        kind: BtLabel.Small
        color: Theme.danger
        text: card.model.exposedWords
    }
    RowLayout {
        visible: card.model.testWords !== ""
        Layout.fillWidth: true
        spacing: Theme.spaceM
        BtIcon {
            Layout.alignment: Qt.AlignTop
            name: "info"
            color: Theme.muted
        }
        BtLabel {
            objectName: "network-tested"
            Layout.fillWidth: true
            text: card.model.testWords
            Accessible.role: Accessible.AlertMessage
        }
    }
    ErrorLine {
        objectName: "network-error"
        text: card.model.errorText
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceM
        BtButton {
            objectName: "network-test"
            visible: card.model.needsNodes
            enabled: !card.testing
            //: Button: tries the nodes of the form; while it does.
            text: card.testing ? qsTr("Testing") : qsTr("Test the connection")
            onClicked: card.model.test()
        }
        BtButton {
            objectName: "network-use"
            kind: BtButton.Primary
            enabled: card.model.differs && !card.testing
            //: Button: opens the program on the network of the form.
            text: qsTr("Use this network")
            onClicked: card.model.use()
        }
    }
    BtLabel {
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        //: Under the form that chooses a network.
        text: qsTr("The window opens anew. Each network has people of its own: who you are on one is unknown on the other.")
    }
}
