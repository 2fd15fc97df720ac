// SPDX-License-Identifier: GPL-3.0-or-later
// People beside data: one switch a cell. Arrows move by cell, Space switches, Enter opens the end. Narrow: a card a person.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: table
    required property ConsentsViewModel model
    property int row: 0
    property int column: 0
    readonly property int columns: model.classes.length
    readonly property bool wide: width / Theme.textScale >= 640
    readonly property int cellWidth: Theme.scaled(139)
    flush: true
    //: Name of the table of permissions for a screen reader.
    label: qsTr("Who may read what")

    function move(rows: int, steps: int) {
        row = Math.max(0, Math.min(people.count - 1, row + rows));
        column = Math.max(0, Math.min(columns - 1, column + steps));
        const line = people.itemAt(row) as ConsentRow;
        if (line)
            line.focusCell(column);
    }

    Rectangle {
        visible: table.wide
        Layout.fillWidth: true
        implicitHeight: head.implicitHeight + 2 * Theme.spaceM
        color: Theme.sunken
        radius: Theme.radiusCard
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: parent.height / 2
            color: Theme.sunken
        }
        RowLayout {
            id: head
            anchors.fill: parent
            anchors.leftMargin: Theme.spaceXl
            anchors.rightMargin: Theme.spaceXl
            spacing: 0
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Caption
                strong: true
                muted: true
                //: Head of the table of permissions: the people.
                text: qsTr("Who")
            }
            Repeater {
                model: table.model.classes
                BtLabel {
                    required property string modelData
                    Layout.preferredWidth: table.cellWidth
                    kind: BtLabel.Caption
                    strong: true
                    muted: true
                    text: modelData
                }
            }
        }
    }
    Repeater {
        id: people
        model: table.model.people
        ConsentRow {
            required property int index
            required property string threadId
            required property var model
            Layout.fillWidth: true
            place: index
            name: model.name
            line: model.line
            seed: model.avatarSeed
            cells: model.cells
            wide: table.wide
            cellWidth: table.cellWidth
            tabColumn: table.row === index ? table.column : -1
            onEntered: column => {
                table.row = index;
                table.column = column;
            }
            onMoved: (rows, steps) => table.move(rows, steps)
            onSwitched: column => {
                table.model.look(threadId, column);
                if (table.model.cellOn)
                    backDialog.open();
                else
                    endDialog.open();
            }
            onOpened: column => {
                table.model.look(threadId, column);
                endDialog.open();
            }
        }
    }
    ConsentEnd {
        id: endDialog
        model: table.model
        onTakenBack: backDialog.open()
    }
    BtDialog {
        id: backDialog
        //: Title of a dialog. %1 what and who: "Diary, Dr. Mariam Okonjo".
        title: qsTr("Take back: %1?").arg(table.model.cellTitle)
        body: table.model.cellKept
        danger: true
        acceptEnabled: table.model.state !== ConsentsViewModel.Working
        //: Button of a dialog: ends a permission.
        acceptText: qsTr("Take back now")
        //: Button of a dialog: leaves a permission as it is.
        rejectText: qsTr("Keep it")
        onAccepted: table.model.takeBack()
    }
}
