// SPDX-License-Identifier: GPL-3.0-or-later
// The window: welcome, lock page, or the frame with its pages. Given by the program: `app` and `settings`. Each part is
// loaded when it is first needed, so that a locked app shows its first picture soon.
import QtQuick
import Bt.Frame
import Bt.ViewModels

BtWindow {
    id: window
    required property AppViewModel app
    readonly property bool open: app.gate === AppViewModel.Open
    readonly property bool locked: app.gate === AppViewModel.Locked
    readonly property bool guest: app.gate === AppViewModel.Guest
    property bool looking: false // a guest has left the welcome page
    // A moment after the start, when it is known what to show: no empty picture comes first.
    visible: app.gate !== AppViewModel.Starting
    helpBeside: locked
    language: Qt.locale().name.substring(0, 2)
    // A neutral name: over a shoulder and in the task bar it tells nothing.
    title: Qt.application.name

    Navigator {
        id: nav
        onAsked: (where, id, at) => router.go(where, id, at)
        onBackAsked: router.back()
    }
    Router {
        id: router
        app: window.app
        nav: nav
        frame: frame.item as AppFrame
        onHelp: window.showHelp()
    }
    onOpenChanged: {
        // A persona made on the way to a booking: that goes on.
        if (open && !router.showing("book"))
            router.go("today", "", 0);
    }

    component Part: Loader {
        property bool wanted: false
        property string file: ""
        property var given: ({})
        anchors.fill: parent
        visible: wanted
        focus: wanted
        onWantedChanged: show()
        Component.onCompleted: show()
        function show() {
            if (!wanted)
                source = "";
            else if (status === Loader.Null)
                setSource(file, given);
        }
    }
    Part {
        id: frame
        // One expression over the gate: two flags that change one after the other would tear the frame down in between.
        wanted: window.app.gate === AppViewModel.Open || (window.app.gate === AppViewModel.Guest && window.looking)
        file: "MainFrame.qml"
        given: ({
                "app": window.app,
                "router": router
            })
        onLoaded: router.started()
    }
    Part {
        id: welcome
        wanted: window.guest && !window.looking
        file: "WelcomePage.qml"
        given: ({
                "app": window.app
            })
    }
    Binding {
        target: lock.item as LockPage
        property: "beside"
        value: window.help.item !== null && (window.help.item as HelpOverlay).visible
        when: lock.item !== null
    }
    Part {
        id: lock
        wanted: window.locked
        file: "MainLock.qml"
        given: ({
                "app": window.app,
                "router": router
            })
    }
    Connections {
        target: welcome.item as WelcomePage
        function onLookAround() {
            window.look("find");
        }
        function onPractise() {
            window.look("practise");
        }
        function onRestore() {
            window.look("restore");
        }
        function onNetwork() {
            window.look("network");
        }
        function onHelpRequested() {
            window.showHelp();
        }
    }
    Connections {
        target: window.app.toasts
        function onChanged() {
            router.pop(window.app.toasts);
        }
    }
    // The country chosen in the crisis help is remembered, and nothing else of it.
    Connections {
        target: window.help
        function onLoaded() {
            const crisis = (window.help.item as HelpOverlay).crisis;
            if (window.app.settings.helpCountry !== "")
                crisis.country = window.app.settings.helpCountry;
            crisis.changed.connect(() => window.app.settings.setHelpCountry(crisis.country));
        }
    }
    function look(where: string) {
        router.first = where;
        looking = true;
    }
}
