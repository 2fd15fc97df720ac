// SPDX-License-Identifier: GPL-3.0-or-later
// Sending, asking and receiving, and the part of one's money that is BTAI.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property MoneyViewModel model
    signal copy(string text)
    signal send
    signal ask
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceS
        BtButton {
            objectName: "money-send"
            iconName: "money-out"
            //: Button: leads to the page where one pays somebody.
            text: qsTr("Send money")
            onClicked: card.send()
        }
        BtButton {
            objectName: "money-ask"
            visible: card.model.knowsPeople
            iconName: "money-in"
            //: Button: leads to the page where one asks somebody to pay.
            text: qsTr("Ask for money")
            onClicked: card.ask()
        }
    }
    BtLabel {
        objectName: "money-top-up"
        visible: text !== ""
        Layout.fillWidth: true
        kind: BtLabel.Small
        text: card.model.topUp
    }
    Details {
        objectName: "money-receive"
        //: Opens an address and its QR code, for being paid by somebody who is no contact.
        title: qsTr("Receive BTAI")
        CopyLine {
            //: Above an address for receiving BTAI.
            label: qsTr("Contacts need no address: their app asks for one. This one is for others. Every payer gets a new one.")
            value: card.model.tokenAddress
            onCopy: text => card.copy(text)
        }
        BtQr {
            objectName: "money-token-qr"
            Layout.fillWidth: true
            value: card.model.tokenAddress
            //: Spoken for the QR code of an address for receiving BTAI.
            name: qsTr("QR code of your address for BTAI")
        }
        CopyLine {
            //: Name of a technical value: what another wallet needs to pay BTAI to this address.
            label: qsTr("The same as a key, for other wallets")
            value: card.model.tokenKey
            onCopy: text => card.copy(text)
        }
    }
}
