// SPDX-License-Identifier: GPL-3.0-or-later
// Everything one can do, found by typing. Up and Down move, Enter does it, Escape closes.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

T.Popup {
    id: palette
    required property FrameBase frame
    property Item opener: null
    readonly property var all: frame.places.map((place, index) => ({
                "id": place.id,
                "icon": place.icon,
                //: An entry of the palette that goes to a place; %1 is the place
                "text": qsTr("Go to %1").arg(place.text),
                "key": "Alt " + (index + 1),
                "place": true
            })).concat(frame.actions, frame.personaMenu, [
        {
            "id": "lock",
            "icon": "lock",
            //: Closes everything until the passphrase is given
            "text": qsTr("Lock"),
            "key": qsTr("Ctrl L")
        },
        {
            "id": "help",
            "icon": "help",
            //: Opens the crisis help
            "text": qsTr("Help now"),
            "key": qsTr("F1")
        }
    ]).filter(entry => entry.id !== "lock" || frame.canLock)
    // Every typed word must stand somewhere in the entry.
    readonly property var found: {
        const words = field.text.toLocaleLowerCase().split(" ").filter(word => word !== "");
        return all.filter(entry => words.every(word => entry.text.toLocaleLowerCase().includes(word)));
    }

    function run(entry: var) {
        close();
        if (!entry)
            return;
        if (entry.place)
            frame.placeChosen(entry.id);
        else if (entry.id === "lock")
            frame.lockRequested();
        else if (entry.id === "help")
            frame.helpRequested();
        else
            frame.actionChosen(entry.id);
    }

    parent: T.Overlay.overlay
    modal: true
    focus: true
    padding: Theme.spaceM
    width: parent ? Math.min(Theme.scaledHalf(560), parent.width - 2 * Theme.spaceL) : 560
    height: Math.min(layout.implicitHeight + 2 * padding, parent ? parent.height - 2 * Theme.spaceL : 600)
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.max(Theme.spaceL, Math.round(parent.height * 0.12)) : 0
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onAboutToShow: {
        opener = parent && parent.Window.window ? parent.Window.window.activeFocusItem : null;
        field.text = "";
        list.currentIndex = 0;
    }
    onOpened: field.input.forceActiveFocus(Qt.TabFocusReason)
    onClosed: if (opener)
        opener.forceActiveFocus(Qt.TabFocusReason)
    onFoundChanged: list.currentIndex = found.length > 0 ? 0 : -1
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: BtFloat {}
    contentItem: FocusScope {
        Accessible.role: Accessible.Dialog
        Accessible.name: field.label
        ColumnLayout {
            id: layout
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            spacing: Theme.spaceS
            BtField {
                id: field
                objectName: "paletteField"
                Layout.fillWidth: true
                iconName: "search"
                //: Field of the palette of everything one can do
                placeholder: qsTr("What would you like to do?")
                Keys.onUpPressed: list.decrementCurrentIndex()
                Keys.onDownPressed: list.incrementCurrentIndex()
                onAccepted: palette.run(palette.found[list.currentIndex])
            }
            ListView {
                id: list
                objectName: "paletteList"
                Layout.fillWidth: true
                Layout.fillHeight: true
                implicitHeight: Math.min(contentHeight, 8 * Theme.target)
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                model: palette.found
                Accessible.role: Accessible.List
                Accessible.name: field.placeholder
                delegate: BtMenuRow {
                    required property var modelData
                    required property int index
                    width: list.width
                    text: modelData.text
                    iconName: modelData.icon ?? ""
                    keyHint: modelData.key ?? ""
                    highlighted: index === list.currentIndex
                    focusPolicy: Qt.NoFocus
                    onClicked: palette.run(modelData)
                }
            }
            BtLabel {
                visible: palette.found.length === 0
                Layout.fillWidth: true
                Layout.margins: Theme.spaceS
                kind: BtLabel.Small
                muted: true
                //: The palette has nothing that fits what was typed
                text: qsTr("Nothing fits. Try another word.")
            }
        }
    }
}
