// SPDX-License-Identifier: GPL-3.0-or-later
// Stars for everyone to see, by choice: released later at a random time, taken back before, or given up.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property PublicRatingViewModel model
    property int stars: 0
    signal copy(string text)
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading over the stars that everyone can see.
        text: qsTr("Rate in public")
        Accessible.role: Accessible.Heading
    }
    BtLabel {
        objectName: "visit-public-sentence"
        Layout.fillWidth: true
        text: card.model.sentence
    }
    StarRow {
        objectName: "visit-public-stars"
        visible: card.model.canRate || card.model.stars > 0
        value: card.model.canRate ? card.stars : card.model.stars
        readOnly: !card.model.canRate
        onPicked: stars => card.stars = stars
    }
    BtLabel {
        Layout.fillWidth: true
        visible: card.model.canRate || card.model.canTakeBack
        kind: BtLabel.Small
        muted: true
        text: card.model.who
    }
    ErrorLine {
        objectName: "visit-public-error"
        text: card.model.errorText
    }
    Flow {
        Layout.fillWidth: true
        visible: card.model.canRate || card.model.canTakeBack || card.model.canDrop
        spacing: Theme.spaceS
        BtButton {
            objectName: "visit-public-rate"
            visible: card.model.canRate
            enabled: card.stars > 0 && card.model.free
            //: Button: the stars are kept, and published at a later time.
            text: qsTr("Keep these, publish later")
            onClicked: card.model.schedule(card.stars)
        }
        BtButton {
            objectName: "visit-public-back"
            visible: card.model.canTakeBack
            enabled: card.model.free
            //: Button: a public rating that was not released yet.
            text: qsTr("Take back")
            onClicked: card.model.takeBack()
        }
        BtButton {
            objectName: "visit-public-drop"
            visible: card.model.canDrop
            kind: BtButton.Quiet
            enabled: card.model.free
            text: card.model.dropWords
            onClicked: dropDialog.open()
        }
    }
    Details {
        objectName: "visit-public-exactly"
        //: Opens the technical details.
        title: qsTr("What exactly happens?")
        Repeater {
            model: card.model.facts
            BtLabel {
                id: fact
                required property string modelData
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: fact.modelData
            }
        }
        CopyLine {
            visible: value !== ""
            //: Name of a technical value: the id of the transaction that rated.
            label: qsTr("Transaction")
            value: card.model.txid
            onCopy: text => card.copy(text)
        }
    }
    BtDialog {
        id: dropDialog
        //: Title of a dialog: the public rating is given up.
        title: qsTr("Give no public rating?")
        body: card.model.dropBody
        //: Button of a dialog: the deposit comes back instead of a rating.
        acceptText: qsTr("Take the deposit")
        //: Button of a dialog: nothing happens now.
        rejectText: qsTr("Not now")
        onAccepted: card.model.drop()
    }
}
