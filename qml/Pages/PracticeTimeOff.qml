// SPDX-License-Identifier: GPL-3.0-or-later
// Days without visits.
pragma ComponentBehavior: Bound
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
        //: Heading over days without visits.
        text: qsTr("Time off")
        Accessible.role: Accessible.Heading
    }
    RowLayout {
        spacing: Theme.spaceM
        BtSelect {
            id: choice
            objectName: "practice-off-day"
            Layout.fillWidth: true
            //: Label of the list of coming days.
            label: qsTr("Day without visits")
            model: card.model.daysAhead
        }
        BtButton {
            objectName: "practice-off-add"
            Layout.alignment: Qt.AlignBottom
            //: Button: takes the chosen day off.
            text: qsTr("Take it off")
            onClicked: card.model.addTimeOff(choice.currentIndex)
        }
    }
    Repeater {
        model: card.model.timeOff.length
        RowLayout {
            id: row
            required property int index
            readonly property var facts: card.model.timeOff[index] ?? ({})
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                text: row.facts.text ?? ""
            }
            BtIconButton {
                objectName: "practice-off-remove-" + row.index
                iconName: "close"
                //: Button: works on that day after all. %1 is the day.
                text: qsTr("Work on %1 after all").arg(row.facts.text ?? "")
                onClicked: card.model.removeTimeOff(row.facts.at)
            }
        }
    }
}
