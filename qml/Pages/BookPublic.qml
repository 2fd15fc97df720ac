// SPDX-License-Identifier: GPL-3.0-or-later
// What anyone, nobody and someone clever can see of a booking; beneath, each public field as it is.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

ColumnLayout {
    id: facts
    required property BookingViewModel model
    signal copy(string text)
    spacing: Theme.spaceS
    // One below the other: a grid of two columns kept the heights that it had while it was hidden.
    component Fact: RowLayout {
        id: fact
        property string iconName: ""
        property string label: ""
        property string value: ""
        spacing: Theme.spaceM
        BtIcon {
            Layout.alignment: Qt.AlignTop
            name: fact.iconName
            color: Theme.muted
        }
        ColumnLayout {
            spacing: 0
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                strong: true
                text: fact.label
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: fact.value
            }
        }
    }
    Fact {
        iconName: "eye"
        //: Who sees what of a booking: everyone.
        label: qsTr("Anyone can see")
        value: facts.model.anyoneSees
    }
    Fact {
        iconName: "eye-off"
        //: Who sees what of a booking: nobody.
        label: qsTr("Nobody can see")
        value: facts.model.nobodySees
    }
    Fact {
        iconName: "search"
        //: Who sees what of a booking: someone who puts things together.
        label: qsTr("Someone could guess")
        value: facts.model.couldGuess
    }
    BtLabel {
        objectName: "book-fee-exact"
        Layout.fillWidth: true
        visible: text !== ""
        kind: BtLabel.Small
        muted: true
        text: facts.model.feeExact
    }
    Repeater {
        model: facts.model.chainSees
        BtLabel {
            id: sees
            required property string modelData
            required property int index
            objectName: "book-sees-" + index
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            text: sees.modelData
        }
    }
    Details {
        objectName: "book-exactly"
        visible: facts.model.publicFacts.length > 0
        //: Opens the technical details.
        title: qsTr("What exactly happens?")
        Repeater {
            model: facts.model.publicFacts
            CopyLine {
                required property var modelData
                label: modelData.name
                value: modelData.value
                onCopy: text => facts.copy(text)
            }
        }
    }
}
