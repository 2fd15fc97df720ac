// SPDX-License-Identifier: GPL-3.0-or-later
// A short list of things to do that drops down: entries [{id, icon, text}]. Up and Down move, Enter picks.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

T.Popup {
    id: menu
    property var entries: []
    signal chosen(string id)
    padding: Theme.spaceXs
    focus: true
    width: Math.max(200, Math.min(Theme.popoverWidth, list.widest + 2 * padding))
    height: list.implicitHeight + 2 * padding
    background: BtFloat {}
    onOpened: {
        const first = rows.itemAt(0);
        if (first)
            first.forceActiveFocus(Qt.TabFocusReason);
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.fast
        }
    }
    contentItem: Column {
        id: list
        property real widest: 0
        Repeater {
            id: rows
            model: menu.entries
            BtMenuRow {
                required property var modelData
                required property int index
                width: list.width
                text: modelData.text
                iconName: modelData.icon ?? ""
                Accessible.role: Accessible.MenuItem
                Component.onCompleted: list.widest = Math.max(list.widest, implicitWidth)
                onClicked: {
                    menu.close();
                    menu.chosen(modelData.id);
                }
                Keys.onUpPressed: rows.itemAt((index + menu.entries.length - 1) % menu.entries.length).forceActiveFocus(Qt.TabFocusReason)
                Keys.onDownPressed: rows.itemAt((index + 1) % menu.entries.length).forceActiveFocus(Qt.TabFocusReason)
            }
        }
    }
}
