// SPDX-License-Identifier: GPL-3.0-or-later
// What stands round every page of an open app: rail (or bottom bar), top bar, the pages' stack, palette,
// toasts. It knows no page: `places` says what the rail shows, open() and push() bring pages in.
//
//   places:      [{id, icon, text, badge}]   badge 0 or absent: none
//   personaMenu: [{id, icon, text}]          behind the persona at the top of the rail
//   actions:     [{id, icon, text, key}]     of the palette, besides the places
// placeChosen(id) and actionChosen(id) tell what was picked; lockRequested, helpRequested too.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme
import Bt.Ui

FocusScope {
    id: frame
    property var places: []
    property string currentPlace: ""
    property string personaName: ""
    property string personaRole: ""
    property string personaSeed: ""
    property var personaMenu: []
    property var actions: []
    property string syncText: ""
    property string syncIcon: "saved"
    property bool practice: false
    property alias practiceSlot: top.practiceSlot  // the practice clock's control
    property alias titleSlot: top.titleSlot        // a BtStepper beside the title
    readonly property alias stack: stack
    readonly property Item currentPage: stack.currentItem
    readonly property bool narrow: width / Theme.textScale < Theme.breakBar
    readonly property bool icons: !narrow && width / Theme.textScale < Theme.breakRail
    readonly property bool bare: currentPage !== null && currentPage.bare === true
    signal placeChosen(string id)
    signal actionChosen(string id)
    signal lockRequested
    signal helpRequested

    focus: true

    //! Shows `page` (a Component, an Item or a URL) alone, as the root of a place.
    function open(page: var, properties: var) {
        stack.replace(null, page, properties ?? {});
        settle();
    }
    //! Shows `page` above the present one; Escape and the back arrow return from it.
    function push(page: var, properties: var) {
        stack.push(page, properties ?? {});
        settle();
    }
    function back() {
        if (stack.depth > 1) {
            stack.pop();
            settle();
        }
    }
    function choosePlace(index: int) {
        if (index >= 0 && index < places.length)
            placeChosen(places[index].id);
    }
    function openPalette() {
        palette.item ? palette.item.open() : palette.active = true;
    }
    //! One sentence at the bottom; `tone` positive, plain or danger; `action` is called when its word is pressed.
    function toast(text: string, options: var) {
        toasts.show(text, options ?? {});
        announcer.say(text);
    }
    function say(text: string) {
        announcer.say(text);
    }
    // A page opens with the focus on its title, so that it is the first thing heard.
    function settle() {
        if (!currentPage)
            return;
        if (bare || narrow)
            currentPage.forceActiveFocus(Qt.OtherFocusReason);
        else
            top.focusTitle();
    }

    Keys.onEscapePressed: back()
    Repeater {
        model: Math.min(7, frame.places.length)
        Item {
            id: key
            required property int index
            Shortcut {
                sequence: "Alt+" + (key.index + 1)
                enabled: frame.enabled && frame.visible
                onActivated: frame.choosePlace(key.index)
            }
        }
    }
    Shortcut {
        sequence: "Ctrl+K"
        enabled: frame.enabled && frame.visible
        onActivated: frame.openPalette()
    }
    Shortcut {
        sequence: "Ctrl+L"
        enabled: frame.enabled && frame.visible
        onActivated: frame.lockRequested()
    }
    Connections {
        target: frame.currentPage
        ignoreUnknownSignals: true
        function onHelpRequested() {
            frame.helpRequested();
        }
        function onBackRequested() {
            frame.back();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    BtButton {
        id: skip
        x: Theme.spaceS
        y: activeFocus ? Theme.spaceS : -2 * height
        z: 10
        kind: BtButton.Primary
        //: First stop of the keyboard: jumps over the rail to the page
        text: qsTr("Skip to the page")
        onClicked: frame.settle()
    }
    RowLayout {
        anchors.fill: parent
        spacing: 0
        Rail {
            objectName: "rail"
            visible: !frame.narrow && !frame.bare
            frame: frame
            Layout.fillHeight: true
            Layout.preferredWidth: frame.icons ? Theme.railIcons : Theme.rail
        }
        ColumnLayout {
            spacing: 0
            TopBar {
                id: top
                objectName: "topBar"
                visible: !frame.bare
                frame: frame
                Layout.fillWidth: true
            }
            T.StackView {
                id: stack
                objectName: "stack"
                Layout.fillWidth: true
                Layout.fillHeight: true
                focus: true
                clip: true
                pushEnter: appear
                popEnter: appear
                replaceEnter: appear
                readonly property Transition appear: Transition {
                    NumberAnimation {
                        property: "opacity"
                        from: 0
                        to: 1
                        duration: Theme.fast
                        easing.type: Easing.OutCubic
                    }
                }
            }
            BottomBar {
                objectName: "bottomBar"
                visible: frame.narrow && !frame.bare && stack.depth === 1
                frame: frame
                Layout.fillWidth: true
            }
        }
    }
    ToastHost {
        id: toasts
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: frame.narrow && !frame.bare ? Theme.bar + Theme.spaceL : Theme.spaceXl
        width: Math.min(Theme.scaledHalf(480), parent.width - 2 * Theme.spaceL)
        z: 20
    }
    Loader {
        id: palette
        active: false
        sourceComponent: CommandPalette {
            frame: frame
            Component.onCompleted: open()
        }
    }
    Announcer {
        id: announcer
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
        Accessible.ignored: text === ""
    }
}
