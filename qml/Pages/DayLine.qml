// SPDX-License-Identifier: GPL-3.0-or-later
// The hours of today as one line, with its visits and where "now" is. Time runs left to right in every language.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

Item {
    id: line
    required property TodayViewModel model
    signal opened(string visitId)
    implicitHeight: ground.height + Theme.spaceXs + Theme.lineCaption + Theme.spaceS
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.Grouping
    //: Spoken name of the line of today's visits.
    Accessible.name: qsTr("Today's visits")

    Rectangle {
        id: ground
        width: parent.width
        height: Math.max(56, 2 * Theme.lineCaption + Theme.spaceL)
        radius: Theme.radiusField
        color: Theme.sunken
        Repeater {
            model: line.model.dayLine.length
            T.AbstractButton {
                id: block
                required property int index
                readonly property var visit: line.model.dayLine[index] ?? ({})
                readonly property bool next: visit.kind === "next"
                objectName: "day-visit-" + index
                x: ground.width * (visit.from ?? 0)
                y: Theme.spaceXs
                width: Math.max(Theme.target, ground.width * ((visit.to ?? 0) - (visit.from ?? 0)) - 2)
                height: ground.height - 2 * Theme.spaceXs
                focusPolicy: Qt.StrongFocus
                text: visit.spoken ?? ""
                onClicked: line.opened(visit.visitId)
                Keys.onReturnPressed: line.opened(visit.visitId)
                Accessible.role: Accessible.Button
                Accessible.name: text
                Accessible.onPressAction: block.clicked()
                background: Rectangle {
                    radius: Theme.radiusSmall
                    color: block.next ? Theme.primary : block.visit.kind === "past" ? Theme.raised : block.visit.kind === "asks" ? Theme.attentionSoft : Theme.primarySoft
                    border.width: block.visit.kind === "past" ? Theme.lineWidth : 0
                    border.color: Theme.hairline
                    FocusRing {
                        of: Theme.radiusSmall
                        visible: block.visualFocus
                    }
                }
                contentItem: Item {
                    Column {
                        anchors.verticalCenter: parent.verticalCenter
                        x: Theme.spaceS
                        width: parent.width - Theme.spaceM
                        BtLabel {
                            width: parent.width
                            kind: BtLabel.Caption
                            strong: true
                            wrapMode: Text.NoWrap
                            elide: Text.ElideRight
                            color: block.next ? Theme.primaryInk : block.visit.kind === "past" ? Theme.muted : block.visit.kind === "asks" ? Theme.attention : Theme.softInk
                            text: block.visit.title ?? ""
                            Accessible.ignored: true
                        }
                        BtLabel {
                            width: parent.width
                            kind: BtLabel.Caption
                            figures: true
                            wrapMode: Text.NoWrap
                            elide: Text.ElideRight
                            color: block.next ? Theme.primaryInk : block.visit.kind === "past" ? Theme.muted : block.visit.kind === "asks" ? Theme.attention : Theme.softInk
                            text: block.visit.time ?? ""
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        Rectangle {
            visible: line.model.dayNow >= 0 && line.model.dayNow <= 1
            x: parent.width * line.model.dayNow
            y: -Theme.radiusSmall
            width: Theme.ringWidth
            height: parent.height + 2 * Theme.radiusSmall
            color: Theme.text
        }
    }
    Repeater {
        model: line.model.hours.length
        BtLabel {
            required property int index
            readonly property var hour: line.model.hours[index] ?? ({})
            visible: index % (line.width / Theme.textScale < 560 ? 2 : 1) === 0
            x: line.width * (hour.at ?? 0) - width / 2
            y: ground.height + Theme.spaceS
            kind: BtLabel.Caption
            figures: true
            muted: true
            text: hour.text ?? ""
            Accessible.ignored: true
        }
    }
}
