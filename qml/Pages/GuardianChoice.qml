// SPDX-License-Identifier: GPL-3.0-or-later
// Who guards one's own profile: asked, agreed, chosen, put in force.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property GuardiansViewModel model
    readonly property bool free: model.state === GuardiansViewModel.Ready
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading: those who guard one's own profile.
        text: qsTr("Your guardians")
        Accessible.role: Accessible.Heading
    }
    BtLabel {
        objectName: "guardians-in-force"
        Layout.fillWidth: true
        text: card.model.inForce !== "" ? card.model.inForce
              //: Nobody guards the profile.
              : qsTr("Nobody yet. You need a public profile first, then ask people you trust.")
    }
    Repeater {
        model: card.model.people
        RowLayout {
            id: one
            required property int index
            required property string threadId
            required property var model
            Layout.fillWidth: true
            spacing: Theme.spaceM
            BtCheck {
                objectName: "guardian-choose-" + one.index
                Layout.fillWidth: true
                enabled: card.free && one.model.canChoose
                text: one.model.name
                checked: one.model.chosen
                onToggled: card.model.choose(one.threadId, checked)
            }
            BtLabel {
                kind: BtLabel.Small
                muted: true
                text: one.model.line
            }
            BtButton {
                objectName: "guardian-ask-" + one.index
                visible: one.model.canAsk
                enabled: card.free
                //: Button: asks somebody to be a guardian.
                text: qsTr("Ask")
                onClicked: card.model.ask(one.threadId)
            }
        }
    }
    BtSelect {
        objectName: "guardians-needed"
        visible: card.model.chosen > 0
        Layout.fillWidth: true
        //: Label of a choice: how many guardians must agree.
        label: qsTr("How many must agree")
        model: [1, 2, 3, 4, 5]
        currentIndex: card.model.needed - 1
        onActivated: index => card.model.needed = index + 1
    }
    BtSelect {
        objectName: "guardians-days"
        visible: card.model.chosen > 0
        Layout.fillWidth: true
        //: Label of a choice: how many days one has to call a recovery off.
        label: qsTr("Days in which you can call it off")
        model: [1, 2, 3, 7, 14, 30]
        currentIndex: Math.max(0, [1, 2, 3, 7, 14, 30].indexOf(card.model.days))
        onActivated: index => card.model.days = [1, 2, 3, 7, 14, 30][index]
    }
    BtLabel {
        visible: card.model.chosen > 0
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: card.model.choiceSentence
    }
    BtButton {
        objectName: "guardians-set"
        visible: card.model.chosen > 0
        Layout.alignment: Qt.AlignLeft
        kind: BtButton.Primary
        enabled: card.free && card.model.fits
        //: Button: puts the chosen guardians in force.
        text: qsTr("Make them my guardians")
        onClicked: card.model.putInForce()
    }
}
