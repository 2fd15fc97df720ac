// SPDX-License-Identifier: GPL-3.0-or-later
// Five days of a practice, each with its visits as small marks. week: [{title, text, pips, today}]
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

BtCard {
    id: strip
    property var week: []
    padding: Theme.spaceXs
    GridLayout {
        Layout.fillWidth: true
        columns: strip.width / Theme.textScale < 640 ? 1 : 5
        columnSpacing: 0
        rowSpacing: 0
        Repeater {
            model: strip.week.length
            Rectangle {
                id: day
                required property int index
                readonly property var facts: strip.week[index] ?? ({})
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                implicitHeight: words.implicitHeight + Theme.spaceXl
                radius: Theme.radiusField
                color: facts.today ? Theme.primarySoft : "transparent"
                Accessible.role: Accessible.StaticText
                Accessible.name: (facts.title ?? "") + ": " + (facts.text ?? "")
                ColumnLayout {
                    id: words
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.margins: Theme.spaceM
                    spacing: Theme.spaceXs
                    RowLayout {
                        spacing: Theme.spaceXs
                        BtLabel {
                            Layout.fillWidth: true
                            kind: BtLabel.Small
                            strong: true
                            color: day.facts.today ? Theme.softInk : Theme.text
                            text: day.facts.title ?? ""
                            Accessible.ignored: true
                        }
                        Repeater {
                            model: day.facts.pips ?? []
                            Rectangle {
                                required property string modelData
                                implicitWidth: Theme.spaceS
                                implicitHeight: Theme.spaceL
                                radius: Theme.spaceXs
                                color: modelData === "asks" ? Theme.attentionSoft : Theme.primary
                                border.width: modelData === "asks" ? Theme.lineWidth : 0
                                border.color: Theme.attention
                            }
                        }
                    }
                    BtLabel {
                        Layout.fillWidth: true
                        kind: BtLabel.Caption
                        color: day.facts.today ? Theme.softInk : Theme.muted
                        text: day.facts.text ?? ""
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
