// SPDX-License-Identifier: GPL-3.0-or-later
// Seven days beside each other, 50 px an hour; weekends narrower. Arrow keys go from visit to visit.
pragma ComponentBehavior: Bound
import QtQuick
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

Rectangle {
    id: grid
    required property CalendarViewModel model
    signal opened(string visitId)
    readonly property int hourHeight: Theme.scaled(50)
    readonly property int head: Theme.scaledHalf(48)
    readonly property int times: Theme.scaled(56)
    readonly property real unit: (width - times - 2) / (5 + 2 * 0.45)
    implicitHeight: head + (model.toHour - model.fromHour) * hourHeight + 2
    radius: Theme.radiusCard
    color: Theme.raised
    border.width: Theme.lineWidth
    border.color: Theme.hairline
    clip: true

    function dayX(day: int): real {
        const x = times + unit * (day < 5 ? day : 5 + (day - 5) * 0.45);
        return LayoutMirroring.enabled ? width - x - dayWidth(day) : x;
    }
    function dayWidth(day: int): real {
        return day < 5 ? unit : unit * 0.45;
    }
    function minuteY(minute: int): real {
        return head + (minute / 60 - model.fromHour) * hourHeight;
    }
    function step(from: int, by: int) {
        for (let to = from + by; to >= 0 && to < blocks.count; to += by) {
            const item = blocks.itemAt(to) as CalendarBlock;
            if (item && item.visitId !== "") {
                item.forceActiveFocus(Qt.TabFocusReason);
                return;
            }
        }
    }

    Repeater {
        model: grid.model.days.length
        Item {
            id: day
            required property int index
            readonly property var facts: grid.model.days[index] ?? ({})
            x: grid.dayX(index)
            width: grid.dayWidth(index)
            height: grid.height
            Rectangle {
                visible: day.index > 4
                y: grid.head
                width: parent.width
                height: parent.height - y
                color: Theme.sunken
            }
            Rectangle {
                width: Theme.lineWidth
                height: parent.height
                color: Theme.hairline
            }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                height: grid.head
                spacing: Theme.spaceXs
                BtLabel {
                    anchors.verticalCenter: parent.verticalCenter
                    kind: BtLabel.Small
                    muted: true
                    text: day.facts.weekday ?? ""
                    Accessible.ignored: true
                }
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.max(Theme.scaledHalf(28), number.implicitWidth + Theme.spaceXs)
                    height: Theme.scaledHalf(28)
                    radius: height / 2
                    color: day.facts.today ? Theme.primary : "transparent"
                    BtLabel {
                        id: number
                        anchors.centerIn: parent
                        kind: BtLabel.Small
                        strong: true
                        color: day.facts.today ? Theme.primaryInk : Theme.text
                        text: day.facts.number ?? ""
                        Accessible.name: day.facts.spoken ?? ""
                    }
                }
            }
        }
    }
    Repeater {
        model: grid.model.hours.length
        Item {
            id: hour
            required property int index
            readonly property var facts: grid.model.hours[index] ?? ({})
            y: grid.minuteY((facts.hour ?? 0) * 60)
            width: grid.width
            Rectangle {
                x: LayoutMirroring.enabled ? 0 : grid.times
                width: grid.width - grid.times
                height: Theme.lineWidth
                color: Theme.hairline
            }
            BtLabel {
                visible: hour.index > 0
                x: LayoutMirroring.enabled ? grid.width - grid.times : 0
                y: -height / 2
                width: grid.times - Theme.spaceS
                horizontalAlignment: Text.AlignRight
                kind: BtLabel.Caption
                figures: true
                muted: true
                text: hour.facts.text ?? ""
                Accessible.ignored: true
            }
        }
    }
    Repeater {
        id: blocks
        model: grid.model.blocks
        CalendarBlock {
            objectName: "calendar-block-" + index
            x: grid.dayX(day) + Theme.spaceXs
            y: grid.minuteY(from) + 1
            width: grid.dayWidth(day) - 2 * Theme.spaceXs - 1
            height: Math.max((to - from) / 60 * grid.hourHeight - 1, 2 * Theme.lineCaption + Theme.spaceXs)
            onOpened: grid.opened(visitId)
            onMoved: by => grid.step(index, by)
        }
    }
    Item {
        visible: grid.model.nowDay >= 0 && grid.model.nowMinute >= grid.model.fromHour * 60 && grid.model.nowMinute < grid.model.toHour * 60
        y: grid.minuteY(grid.model.nowMinute)
        Rectangle {
            x: grid.dayX(Math.max(0, grid.model.nowDay))
            width: grid.dayWidth(Math.max(0, grid.model.nowDay))
            height: Theme.ringWidth
            color: Theme.primary
        }
        Rectangle {
            x: LayoutMirroring.enabled ? grid.width - grid.times : Theme.spaceXs
            y: -height / 2
            width: grid.times - 2 * Theme.spaceXs
            height: clock.implicitHeight + Theme.space2xs
            radius: height / 2
            color: Theme.primary
            BtLabel {
                id: clock
                anchors.centerIn: parent
                kind: BtLabel.Caption
                strong: true
                figures: true
                color: Theme.primaryInk
                text: grid.model.nowText
                Accessible.ignored: true
            }
        }
    }
}
