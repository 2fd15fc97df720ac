// SPDX-License-Identifier: GPL-3.0-or-later
// All money: one total, what is free and what is held, every payment.
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
    readonly property MoneyViewModel model: app.money
    //: Title of the money page.
    title: qsTr("Money")

    MoneyTotal {
        model: page.model
    }
    ErrorLine {
        text: page.model.errorText
    }
    MoneyTokens {
        visible: page.model.hasTokens
        model: page.model
        onCopy: text => page.app.copy(text)
        onSend: page.nav.go("pay", "", 0)
        onAsk: page.nav.go("pay", "ask:" + page.model.firstPerson, 0)
    }
    BtCard {
        visible: !page.app.practice && page.model.address !== ""
        BtLabel {
            Layout.fillWidth: true
            strong: true
            //: Heading: how money comes into the wallet.
            text: qsTr("Add money")
            Accessible.role: Accessible.Heading
        }
        CopyLine {
            //: Above an address for receiving coins.
            label: qsTr("Have KAS of this network sent to this address. Every payment gets a new one.")
            value: page.model.address
            onCopy: text => page.app.copy(text)
        }
        BtQr {
            objectName: "money-qr"
            Layout.fillWidth: true
            value: page.model.address
            //: Spoken for the QR code of an address for receiving coins.
            name: qsTr("QR code of your address")
        }
    }
    BtEmpty {
        visible: page.model.rows.count === 0
        art: "money"
        //: There are no payments.
        title: qsTr("No payments yet")
        //: Under "No payments yet".
        body: qsTr("Every payment stands here, with its state.")
    }
    BtCard {
        visible: page.model.rows.count > 0
        flush: true
        Repeater {
            model: page.model.rows
            MoneyRow {
                required property int index
                objectName: "money-row-" + index
                first: index === 0
                onOpened: page.nav.go("visit", visitId, 0)
            }
        }
    }
    BtLink {
        objectName: "money-rewards"
        //: Link on the money page: to the community's reward pool.
        text: qsTr("Rewards")
        onClicked: page.nav.go("rewards", "", 0)
    }
    BtCard {
        Details {
            objectName: "money-exactly"
            //: Opens the technical details.
            title: qsTr("What exactly happens?")
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: page.model.whatItIs
            }
            CopyLine {
                visible: page.app.practice && value !== "" // elsewhere it stands above
                //: Name of a technical value: an address for receiving coins.
                label: qsTr("Your next address")
                value: page.model.address
                onCopy: text => page.app.copy(text)
            }
        }
    }

    side: [
        BtCard {
            visible: page.model.heldVisitId !== ""
            padding: Theme.spaceSide
            RowLayout {
                BtLabel {
                    Layout.fillWidth: true
                    strong: true
                    //: Heading: the price that is held for a visit.
                    text: qsTr("Held for the visit")
                    Accessible.role: Accessible.Heading
                }
                BtLabel {
                    strong: true
                    figures: true
                    wrapMode: Text.NoWrap
                    text: page.model.heldAmount
                }
            }
            BtLabel {
                Layout.fillWidth: true
                Layout.topMargin: -Theme.spaceS
                kind: BtLabel.Small
                muted: true
                text: page.model.heldTitle
            }
            BtLabel {
                objectName: "money-held-deposit"
                visible: text !== ""
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: page.model.heldDeposit
            }
            BtLadder {
                Layout.fillWidth: true
                stops: page.model.heldStops
            }
            BtButton {
                objectName: "money-visit"
                Layout.fillWidth: true
                //: Button: the page of the visit that money is held for.
                text: qsTr("See the visit")
                onClicked: page.nav.go("visit", page.model.heldVisitId, 0)
            }
        },
        BtCard {
            padding: Theme.spaceSide
            spacing: Theme.spaceS
            BtLabel {
                Layout.fillWidth: true
                strong: true
                //: Heading over the sums of this year.
                text: qsTr("This year")
                Accessible.role: Accessible.Heading
            }
            BtPair {
                label: page.model.yearVisits
                value: page.model.yearPaid
                strong: true
            }
            BtPair {
                visible: !page.model.therapist
                //: Money that came back from visits.
                label: qsTr("Came back")
                value: page.model.yearBack
            }
            BtPair {
                //: Sum of what the network took.
                label: qsTr("Network fees")
                value: page.model.yearFees
            }
        }
    ]
}
