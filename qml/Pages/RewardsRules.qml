// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of the reward pool.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property RewardsViewModel model
    spacing: Theme.spaceM
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading over the rules of the reward pool.
        text: qsTr("What it pays for")
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: card.model.rules
        ColumnLayout {
            id: rule
            required property var modelData
            Layout.fillWidth: true
            spacing: 0
            BtPair {
                label: rule.modelData.reason
                value: rule.modelData.left
                strong: true
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: rule.modelData.hint
            }
        }
    }
    IconSentence {
        iconName: "lock"
        //: A rule of the reward pool.
        text: qsTr("It cannot pay for attending, disclosing, praising or referring. Nobody can add that, stewards neither.")
    }
    IconSentence {
        iconName: "info"
        //: A rule of the reward pool.
        text: qsTr("A round spends at most a quarter of what the pool holds, at most half of that for one kind of work, and at most a tenth of it for one award. A round lasts a week or more.")
    }
    IconSentence {
        iconName: "clock"
        //: A rule of the reward pool.
        text: qsTr("Several stewards announce a round together. For three days each of them alone can stop it, before anything is paid.")
    }
    IconSentence {
        iconName: "check"
        //: A rule of the reward pool.
        text: qsTr("One payment for each award. Anyone can have it paid; it goes to the key that the award names, and to nobody else.")
    }
    IconSentence {
        iconName: "info"
        //: A rule of the reward pool.
        text: qsTr("What was given to the pool leaves it in no other way. Anyone can read its balance and every payment.")
    }
}
