// SPDX-License-Identifier: GPL-3.0-or-later
// The free times of one day.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

ColumnLayout {
    id: column
    property var day: null
    property bool takesTab: false
    signal chosen(real at)
    signal sideways(int index, int step)
    spacing: Theme.spaceS
    Accessible.role: Accessible.Grouping
    Accessible.name: day ? day.spoken : ""

    function focusSlot(index: int): bool {
        if (slots.count === 0)
            return false;
        (slots.itemAt(Math.max(0, Math.min(slots.count - 1, index))) as Item).forceActiveFocus(Qt.TabFocusReason);
        return true;
    }

    ColumnLayout {
        Layout.alignment: Qt.AlignHCenter
        spacing: 0
        BtLabel {
            Layout.alignment: Qt.AlignHCenter
            kind: BtLabel.Caption
            muted: true
            text: column.day ? column.day.weekday : ""
            Accessible.ignored: true
        }
        BtLabel {
            Layout.alignment: Qt.AlignHCenter
            strong: true
            text: column.day ? column.day.number : ""
            Accessible.ignored: true
        }
    }
    Repeater {
        id: slots
        model: column.day ? column.day.slots.length : 0
        T.Button {
            id: slot
            required property int index
            readonly property var data_: column.day.slots[index] ?? ({})
            readonly property bool on: data_.chosen ?? false
            objectName: "slot-" + (data_.at ?? 0)
            Layout.fillWidth: true
            implicitHeight: Theme.target
            hoverEnabled: true
            text: data_.text ?? ""
            focusPolicy: activeFocus || column.takesTab && (on || (index === 0 && !column.day.slots.some(one => one.chosen))) ? Qt.StrongFocus : Qt.ClickFocus
            onClicked: column.chosen(data_.at)
            Keys.onReturnPressed: column.chosen(data_.at)
            Keys.onEnterPressed: column.chosen(data_.at)
            Keys.onUpPressed: column.focusSlot(index - 1)
            Keys.onDownPressed: column.focusSlot(index + 1)
            Keys.onLeftPressed: column.sideways(index, -1)
            Keys.onRightPressed: column.sideways(index, 1)
            Accessible.role: Accessible.RadioButton
            Accessible.name: data_.spoken ?? ""
            Accessible.checkable: true
            Accessible.checked: on
            Accessible.onPressAction: slot.clicked()
            contentItem: BtLabel {
                kind: BtLabel.Small
                medium: true
                figures: true
                strong: slot.on
                color: slot.on ? Theme.primaryInk : Theme.text
                wrapMode: Text.NoWrap
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: slot.text
                Accessible.ignored: true
            }
            background: Rectangle {
                radius: Theme.radiusField
                color: slot.on ? Theme.primary : slot.down ? Theme.sunken : Theme.raised
                border.width: slot.on ? 0 : Theme.lineWidth
                border.color: Theme.outline
                Rectangle {
                    anchors.fill: parent
                    radius: parent.radius
                    visible: slot.hovered && !slot.on
                    color: Theme.hover
                }
                FocusRing {
                    visible: slot.visualFocus || slot.activeFocus
                }
            }
        }
    }
}
