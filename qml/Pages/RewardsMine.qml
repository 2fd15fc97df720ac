// SPDX-License-Identifier: GPL-3.0-or-later
// One's own awards, each with a button once it can be paid; and the list of a round that is not here yet.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property RewardsViewModel model
    spacing: Theme.spaceL
    Connections {
        target: card.model
        function onTaken() {
            list.text = "";
        }
        function onPriced() {
            costDialog.open();
        }
    }
    BtLabel {
        visible: card.model.mine.count > 0
        Layout.fillWidth: true
        strong: true
        //: Heading over a person's own awards.
        text: qsTr("Your awards")
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: card.model.mine
        ColumnLayout {
            id: award
            required property int index
            required property string awardId
            required property string title
            required property string words
            required property string amount
            required property bool ready
            required property string trouble
            Layout.fillWidth: true
            spacing: Theme.spaceXs
            BtPair {
                label: award.title
                value: award.amount
                strong: true
            }
            BtLabel {
                objectName: "rewards-award-" + award.index
                Layout.fillWidth: true
                kind: BtLabel.Small
                text: award.words
            }
            BtLabel {
                visible: text !== ""
                Layout.fillWidth: true
                kind: BtLabel.Small
                color: Theme.danger
                text: award.trouble
                Accessible.role: Accessible.AlertMessage
            }
            BtButton {
                objectName: "rewards-claim-" + award.index
                visible: award.ready
                kind: BtButton.Primary
                //: Button: has an award paid. %1 is an amount.
                text: qsTr("Have %1 paid").arg(award.amount)
                onClicked: card.model.price(award.awardId)
            }
        }
    }
    BtLabel {
        visible: text !== ""
        Layout.fillWidth: true
        text: card.model.missingWords
    }
    BtTextArea {
        id: list
        objectName: "rewards-list"
        visible: card.model.missingWords !== ""
        Layout.fillWidth: true
        minimumLines: 2
        maximumLines: 4
        //: Label of the field for a list of awards.
        label: qsTr("List of awards")
    }
    BtButton {
        objectName: "rewards-take"
        visible: card.model.missingWords !== ""
        enabled: list.text !== ""
        //: Button: takes in a list of awards.
        text: qsTr("Check and take in")
        onClicked: card.model.take(list.text)
    }
    BtDialog {
        id: costDialog
        //: Title of a dialog before an award is paid.
        title: qsTr("Have the award paid?")
        body: card.model.claimCost
        //: Button of a dialog: has the award paid.
        acceptText: qsTr("Have it paid")
        //: Button of a dialog: not now.
        rejectText: qsTr("Not now")
        onAccepted: card.model.claim(card.model.claimId)
    }
}
