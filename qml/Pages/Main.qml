// SPDX-License-Identifier: GPL-3.0-or-later
// The window: welcome, lock page, or the frame with its pages. Given by the program: `app` and `settings`.
import QtQuick
import Bt.Controls
import Bt.Frame
import Bt.Theme
import Bt.Ui
import Bt.ViewModels

BtWindow {
    id: window
    required property AppViewModel app
    readonly property bool open: app.gate === AppViewModel.Open
    readonly property bool locked: app.gate === AppViewModel.Locked
    readonly property bool guest: app.gate === AppViewModel.Guest
    property bool looking: false  // a guest has left the welcome page
    property bool wasOpen: false
    visible: true
    helpBeside: locked
    language: Qt.locale().name.substring(0, 2)
    //: Window title of the therapist's or patient's window; tells nothing over a shoulder.
    title: qsTr("Quiet room")
    help.onLoaded: (help.item as HelpOverlay).crisis.countryChanged.connect(() => app.settings.setHelpCountry((help.item as HelpOverlay).crisis.country))

    Navigator {
        id: nav
        onAsked: (where, id, at) => router.go(where, id, at)
        onBackAsked: frame.item ? (frame.item as AppFrame).back() : undefined
    }
    Router {
        id: router
        app: window.app
        nav: nav
        frame: frame.item as AppFrame
        onHelp: window.showHelp()
    }
    onOpenChanged: {
        if (open && router.showing("book"))
            return; // the persona was made on the way to a booking: that goes on
        if (open)
            router.go("today", "", 0);
    }

    Loader {
        id: frame
        anchors.fill: parent
        active: window.open || (window.guest && window.looking)
        visible: active
        focus: active
        sourceComponent: AppFrame {
            currentPlace: router.place
            places: window.app.places
            personaName: window.app.personaName
            personaRole: window.app.personaRole
            personaSeed: window.app.avatarSeed
            personaMenu: window.app.menu
            actions: window.app.commands
            syncText: window.app.syncText
            syncIcon: window.app.syncIcon
            practice: window.app.practice
            practiceSlot: PracticeClock {
                model: window.app.clock
            }
            onPlaceChosen: id => router.go(id, "", 0)
            onActionChosen: id => router.act(id)
            onLockRequested: if (window.open)
                window.app.persona.lock()
            onHelpRequested: window.showHelp()
        }
        onLoaded: router.started()
    }
    Loader {
        anchors.fill: parent
        active: window.guest && !window.looking
        visible: active
        focus: active
        sourceComponent: WelcomePage {
            app: window.app
            onLookAround: window.look("find")
            onPractise: window.look("practise")
            onRestore: window.look("restore")
            onHelpRequested: window.showHelp()
        }
    }
    Loader {
        id: lockPage
        anchors.fill: parent
        active: window.locked
        visible: active
        focus: active
        onLoaded: (item as LockPage).field.input.forceActiveFocus()
        sourceComponent: LockPage {
            error: window.app.persona.errorText
            waitSeconds: window.app.persona.waitSeconds
            busy: window.app.persona.state === PersonaViewModel.Working
            onUnlock: input => window.app.persona.unlock(input)
            onForgot: forgotDialog.open()
            onHelpRequested: window.showHelp()
        }
    }
    BtDialog {
        id: forgotDialog
        //: Title of a dialog on the lock page.
        title: qsTr("Forgot the passphrase?")
        //: What can be done about a forgotten passphrase.
        body: qsTr("Nobody can reset it. Your 24 words bring back your keys, your money and open visits in a new profile: start the app with another profile folder and choose \"Bring yourself back\".")
        //: Closes the dialog about a forgotten passphrase.
        rejectText: qsTr("Close")
    }
    Connections {
        target: window.app.toasts
        function onChanged() {
            const toasts = window.app.toasts;
            if (toasts.text === "" || !frame.item)
                return;
            const target = toasts.target;
            (frame.item as AppFrame).toast(toasts.text, {
                "tone": toasts.kind === Toasts.Bad ? "danger" : toasts.kind === Toasts.Good ? "positive" : "plain",
                "actionText": toasts.action,
                "action": () => router.act(target)
            });
            toasts.dismiss();
        }
    }
    function look(where: string) {
        router.first = where;
        looking = true;
    }
}
