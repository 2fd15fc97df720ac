// SPDX-License-Identifier: GPL-3.0-or-later
// Weekly hours: a day on or off, from, to, and a pause.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property PracticeViewModel model
    readonly property bool narrow: width / Theme.textScale < 560
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading over the weekly hours.
        text: qsTr("Hours")
        Accessible.role: Accessible.Heading
    }
    BtSelect {
        objectName: "practice-zone"
        Layout.fillWidth: true
        //: Label of the list of time zones.
        label: qsTr("Time zone of these hours")
        model: card.model.zones
        currentIndex: card.model.zone
        onActivated: index => card.model.setZone(index)
    }
    Repeater {
        model: 7
        ColumnLayout {
            id: day
            required property int index
            readonly property var facts: card.model.days[index] ?? ({})
            readonly property int weekday: index + 1
            spacing: Theme.spaceXs
            BtLine {}
            BtSwitch {
                objectName: "practice-day-" + day.weekday
                Layout.fillWidth: true
                text: day.facts.name ?? ""
                checked: day.facts.on ?? false
                onToggled: card.model.setDayOn(day.weekday, checked)
            }
            // Four lists a day: made for the days that have hours.
            Repeater {
                model: (day.facts.on ?? false) ? 1 : 0
                GridLayout {
                    Layout.fillWidth: true
                    columns: card.narrow ? 2 : 4
                    columnSpacing: Theme.spaceM
                    rowSpacing: Theme.spaceS
                    BtSelect {
                        objectName: "practice-from-" + day.weekday
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        //: Label: when a working day begins.
                        label: qsTr("From")
                        model: card.model.times
                        currentIndex: day.facts.from ?? 0
                        onActivated: index => card.model.setDayFrom(day.weekday, index)
                    }
                    BtSelect {
                        objectName: "practice-to-" + day.weekday
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        //: Label: when a working day ends.
                        label: qsTr("To")
                        model: card.model.times
                        currentIndex: day.facts.to ?? 0
                        onActivated: index => card.model.setDayTo(day.weekday, index)
                    }
                    BtSelect {
                        objectName: "practice-pause-from-" + day.weekday
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        //: Label: when a break begins; the first choice is "no break".
                        label: day.facts.pause ? qsTr("Break from") : qsTr("Break")
                        model: card.model.breaks
                        currentIndex: day.facts.pauseFrom ?? 0
                        onActivated: index => card.model.setPauseFrom(day.weekday, index)
                    }
                    BtSelect {
                        objectName: "practice-pause-to-" + day.weekday
                        visible: day.facts.pause ?? false
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        //: Label: when a break ends.
                        label: qsTr("Break to")
                        model: card.model.times
                        currentIndex: day.facts.pauseTo ?? 0
                        onActivated: index => card.model.setPauseTo(day.weekday, index)
                    }
                    Item { // its place stays, so that the columns of all days stand in line
                        visible: !(day.facts.pause ?? false)
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                    }
                }
            }
            BtLabel {
                objectName: "practice-hours-error-" + day.weekday
                Layout.fillWidth: true
                visible: text !== ""
                kind: BtLabel.Small
                color: Theme.danger
                text: day.facts.error ?? ""
                Accessible.role: Accessible.AlertMessage
            }
        }
    }
}
