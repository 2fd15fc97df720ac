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

FrameBase {
    id: shell
    property alias practiceSlot: top.practiceSlot  // the practice clock's control
    property alias titleSlot: top.titleSlot        // a BtStepper beside the title
    readonly property alias stack: stack

    currentPage: stack.currentItem
    depth: stack.depth
    focus: true
    onPaletteRequested: openPalette()
    onBackAsked: back()

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
        if (stack.depth > 1 && !(page !== null && page.stepBack())) {
            stack.pop();
            settle();
        }
    }
    function openPalette() {
        if (palette.status === Loader.Null)
            palette.setSource("CommandPalette.qml", {
                "frame": shell
            });
        (palette.item as CommandPalette).open();
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
        model: Math.min(7, shell.places.length)
        Item {
            id: key
            required property int index
            Shortcut {
                sequence: "Alt+" + (key.index + 1)
                enabled: shell.enabled && shell.visible
                onActivated: shell.choosePlace(key.index)
            }
        }
    }
    Shortcut {
        sequence: "Ctrl+K"
        enabled: shell.enabled && shell.visible
        onActivated: shell.openPalette()
    }
    Shortcut {
        sequence: "Ctrl+L"
        enabled: shell.enabled && shell.visible
        onActivated: shell.lockRequested()
    }
    Connections {
        target: shell.currentPage
        ignoreUnknownSignals: true
        function onHelpRequested() {
            shell.helpRequested();
        }
        function onBackRequested() {
            shell.back();
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
        onClicked: shell.settle()
    }
    RowLayout {
        anchors.fill: parent
        spacing: 0
        Rail {
            objectName: "rail"
            visible: !shell.narrow && !shell.bare
            frame: shell
            Layout.fillHeight: true
            Layout.preferredWidth: shell.icons ? Theme.railIcons : Theme.rail
        }
        ColumnLayout {
            spacing: 0
            TopBar {
                id: top
                objectName: "topBar"
                visible: !shell.bare
                frame: shell
                Layout.fillWidth: true
            }
            T.StackView {
                id: stack
                objectName: "stack"
                Layout.fillWidth: true
                Layout.fillHeight: true
                focus: true
                clip: true
                pushEnter: stack.appear
                popEnter: stack.appear
                replaceEnter: stack.appear
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
                visible: shell.narrow && !shell.bare && stack.depth === 1
                frame: shell
                Layout.fillWidth: true
            }
        }
    }
    ToastHost {
        id: toasts
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: shell.narrow && !shell.bare ? Theme.bar + Theme.spaceL : Theme.spaceXl
        width: Math.min(Theme.scaledHalf(480), parent.width - 2 * Theme.spaceL)
        z: 20
    }
    // Made when first asked for, so that the first frame does not wait for it.
    Loader {
        id: palette
    }
    Announcer {
        id: announcer
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
        Accessible.ignored: text === ""
    }
}
