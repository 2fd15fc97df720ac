// SPDX-License-Identifier: GPL-3.0-or-later
// Paying in BTAI, asking to be paid, and paying what somebody asked for: whom, how much, what it costs, what others see.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property PayViewModel model: app.pay
    readonly property bool asking: model.mode === PayViewModel.Ask
    readonly property bool answering: model.mode === PayViewModel.Answer
    title: model.title
    board: false

    Connections {
        target: page.model
        function onDone() {
            page.nav.back();
        }
    }
    BtCard {
        BtSelect {
            objectName: "pay-to"
            visible: !page.answering
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.scaled(420)
            //: Label of a field: who is asked to pay, or who is paid.
            label: page.asking ? qsTr("Who is to pay?") : qsTr("Who is it for?")
            model: page.model.contacts
            textRole: "text"
            valueRole: "id"
            currentIndex: page.model.contact
            onActivated: index => page.model.choose(index)
        }
        BtField {
            objectName: "pay-address"
            visible: page.model.byAddress
            Layout.fillWidth: true
            //: Label of a field for an address.
            label: qsTr("Address for BTAI")
            text: page.model.address
            onEdited: page.model.address = text
        }
        BtLabel {
            objectName: "pay-asked"
            visible: page.answering
            Layout.fillWidth: true
            strong: true
            text: page.model.asked
        }
        BtLabel {
            visible: page.answering && text !== ""
            Layout.fillWidth: true
            text: page.model.askedFor
        }
        BtField {
            objectName: "pay-amount"
            visible: !page.answering
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.scaledHalf(320)
            figures: true
            suffix: page.model.unit
            //: Label of a field.
            label: qsTr("How much?")
            text: page.model.amountText
            hint: page.model.fits ? page.model.preview : ""
            error: page.model.fits ? "" : page.model.preview
            onEdited: page.model.amountText = text
            onAccepted: page.model.confirm()
        }
        BtField {
            objectName: "pay-note"
            visible: page.asking
            Layout.fillWidth: true
            maximumLength: 60
            //: Label of a field: what a request to pay is for.
            label: qsTr("What is it for? (may stay empty)")
            text: page.model.note
            onEdited: page.model.note = text
        }
        BtLabel {
            objectName: "pay-available"
            visible: !page.asking
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            text: page.model.available
        }
        BtLabel {
            visible: !page.asking
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            //: On the page where one pays another person: which of the two coins it takes.
            text: qsTr("This is paid in BTAI. Only the network fee and a small deposit come from your KAS.")
        }
    }
    BtCard {
        BtPair {
            visible: page.model.fee !== ""
            //: A line of the price.
            label: qsTr("Network fee")
            value: page.model.fee
        }
        BtPair {
            visible: page.model.deposit !== ""
            //: A line of the price: a small amount of coins that goes along with a payment.
            label: qsTr("Goes along as a deposit")
            value: page.model.deposit
        }
        BtPair {
            visible: page.model.left !== ""
            muted: true
            //: What is left after a payment.
            label: qsTr("You have afterwards")
            value: page.model.left
        }
        BtLabel {
            objectName: "pay-hint"
            visible: text !== ""
            Layout.fillWidth: true
            kind: BtLabel.Small
            text: page.model.hint
        }
        BtLabel {
            visible: page.asking
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            //: On the page where one asks to be paid.
            text: qsTr("It appears in your conversation. Both of you see there when it is paid.")
        }
        ErrorLine {
            objectName: "pay-error"
            text: page.model.errorText
        }
        BtButton {
            objectName: "pay-add-money"
            Layout.fillWidth: true
            visible: page.model.canAddMoney && page.model.errorText !== ""
            //: Button: play money for the practice network.
            text: qsTr("Add play money")
            onClicked: page.model.addMoney()
        }
        BtButton {
            objectName: "pay-confirm"
            Layout.fillWidth: true
            kind: BtButton.Primary
            large: true
            enabled: page.model.state === PayViewModel.Ready
            text: page.model.payWords !== "" ? page.model.payWords : page.model.title // what to look for, before there is an amount
            onClicked: page.model.confirm()
        }
    }
    BtCard {
        visible: page.model.chainSees.length > 0
        Details {
            objectName: "pay-public"
            //: Opens what the chain will show of a payment.
            title: qsTr("What will others see?")
            Repeater {
                model: page.model.chainSees
                BtLabel {
                    required property string modelData
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    text: modelData
                }
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: page.model.feeExact
            }
        }
    }
}
