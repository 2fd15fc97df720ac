// SPDX-License-Identifier: GPL-3.0-or-later
// One person of the table of permissions: the name, then a switch for each kind of data; below each other where it is narrow.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

ColumnLayout {
    id: row
    property int place: 0
    property string name: ""
    property string line: ""
    property string seed: ""
    property var cells: []
    property bool wide: true
    property int cellWidth: 0
    property int tabColumn: -1 // where Tab comes in; -1: not in this row
    signal entered(int column)
    signal moved(int rows, int steps)
    signal switched(int column)
    signal opened(int column)
    spacing: 0

    function focusCell(column: int) {
        const cell = switches.itemAt(column) as ConsentCell;
        if (cell)
            cell.forceActiveFocus(Qt.TabFocusReason);
    }

    BtLine {
        visible: row.place > 0 || !row.wide
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.spaceL
        Layout.leftMargin: row.wide ? Theme.spaceXl : Theme.spaceL
        Layout.rightMargin: row.wide ? Theme.spaceXl : Theme.spaceL
        columns: row.wide ? 1 + row.cells.length : 1
        columnSpacing: 0
        rowSpacing: Theme.spaceS
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceM
            BtAvatar {
                seed: row.seed
            }
            ColumnLayout {
                spacing: 0
                BtLabel {
                    Layout.fillWidth: true
                    strong: true
                    text: row.name
                }
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Caption
                    muted: true
                    text: row.line
                }
            }
        }
        Repeater {
            id: switches
            model: row.cells.length
            ConsentCell {
                id: cell
                required property int index
                readonly property var shown: row.cells[index] ?? ({})
                objectName: "consent-" + row.place + "-" + index
                Layout.preferredWidth: row.wide ? row.cellWidth : -1
                Layout.fillWidth: !row.wide
                name: row.wide ? "" : shown.name ?? ""
                words: shown.words ?? ""
                spoken: shown.spoken ?? ""
                on: shown.on ?? false
                activeFocusOnTab: row.tabColumn === index || activeFocus
                onActiveFocusChanged: if (activeFocus)
                    row.entered(index)
                onMoved: (rows, steps) => row.moved(rows, steps)
                onSwitched: row.switched(index)
                onOpened: row.opened(index)
            }
        }
    }
}
