// SPDX-License-Identifier: GPL-3.0-or-later
// Price, length, and what happens when plans change.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property PracticeViewModel model
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading over price and rules.
        text: qsTr("Price and rules")
        Accessible.role: Accessible.Heading
    }
    GridLayout {
        columns: card.width / Theme.textScale < 568 ? 1 : 2
        columnSpacing: Theme.spaceL
        rowSpacing: Theme.spaceL
        BtField {
            objectName: "practice-price"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            figures: true
            //: Label of the price field.
            label: qsTr("Price of a visit")
            suffix: card.model.currency
            text: card.model.price
            hint: card.model.priceCoins
            error: card.model.priceError
            onEdited: card.model.price = text
        }
        BtSelect {
            objectName: "practice-asset"
            visible: card.model.assets.length > 0
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            //: Label: which coins a visit is paid in.
            label: qsTr("Visits are paid in")
            model: card.model.assets
            currentIndex: card.model.asset
            onActivated: index => card.model.setAsset(index)
        }
        BtSelect {
            objectName: "practice-duration"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            //: Label: how long a visit is.
            label: qsTr("Length of a visit")
            model: card.model.durations
            currentIndex: card.model.duration
            onActivated: index => card.model.setDuration(index)
        }
        BtSelect {
            objectName: "practice-buffer"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            //: Label: pause between two visits.
            label: qsTr("Pause between visits")
            model: card.model.buffers
            currentIndex: card.model.buffer
            onActivated: index => card.model.setBuffer(index)
        }
        BtSelect {
            objectName: "practice-answer"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            //: Label: how soon the therapist answers.
            label: qsTr("You answer requests within")
            model: card.model.answers
            currentIndex: card.model.answer
            onActivated: index => card.model.setAnswer(index)
        }
        BtSelect {
            objectName: "practice-free"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            //: Label: until when a patient cancels for free.
            label: qsTr("Free to cancel")
            model: card.model.frees
            currentIndex: card.model.free
            onActivated: index => card.model.setFree(index)
        }
        BtSelect {
            objectName: "practice-share"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            //: Label: what the therapist keeps when a patient cancels late.
            label: qsTr("If a patient cancels later, you keep")
            model: card.model.shares
            currentIndex: card.model.share
            onActivated: index => card.model.setShare(index)
        }
        BtField {
            objectName: "practice-bond"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            figures: true
            //: Label of the field for the therapist's own stake.
            label: qsTr("Your own stake for each visit")
            suffix: card.model.currency
            text: card.model.bond
            //: Hint under the field for the therapist's own stake.
            hint: qsTr("It goes to the patient if you cancel late or do not come, else it comes back to you.")
            error: card.model.bondError
            onEdited: card.model.bond = text
        }
    }
}
