// SPDX-License-Identifier: GPL-3.0-or-later
// Free times of a week: a column a day. One stop for Tab, arrows move, Space picks. days as TherapistViewModel
// gives them: [{weekday, number, spoken, slots: [{at, text, chosen, spoken}]}]
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

GridLayout {
    id: grid
    property var days: []
    readonly property bool narrow: width / Theme.textScale < 400
    readonly property bool any: days.some(day => day.slots.length > 0)
    readonly property bool picked: days.some(day => day.slots.some(slot => slot.chosen))
    signal chosen(real at)
    signal turned(int step)
    columns: Math.max(1, narrow ? Math.min(3, days.length) : days.length)
    columnSpacing: Theme.spaceS
    rowSpacing: Theme.spaceM

    function column(day: int): var {
        return columns_.itemAt(day);
    }
    function focusSlot(day: int, index: int): bool {
        const item = columns_.itemAt(day) as SlotColumn;
        return item ? item.focusSlot(index) : false;
    }
    // The nearest day with free times in that direction.
    function sideways(day: int, index: int, step: int) {
        for (let to = day + step; to >= 0 && to < days.length; to += step)
            if (focusSlot(to, index))
                return;
        turned(step);
    }

    Repeater {
        id: columns_
        model: grid.days.length
        SlotColumn {
            required property int index
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.maximumWidth: Theme.boardWidth // a day without times would not stretch, and the others would take its room
            Layout.alignment: Qt.AlignTop
            day: grid.days[index] ?? null
            takesTab: grid.picked ? day !== null && day.slots.some(slot => slot.chosen) : index === grid.days.findIndex(one => one.slots.length > 0)
            onChosen: at => grid.chosen(at)
            onSideways: (at, step) => grid.sideways(index, at, LayoutMirroring.enabled ? -step : step)
        }
    }
    BtLabel {
        Layout.columnSpan: grid.columns
        Layout.fillWidth: true
        visible: !grid.any
        kind: BtLabel.Small
        muted: true
        //: A week without free times.
        text: qsTr("No free times this week.")
    }
}
