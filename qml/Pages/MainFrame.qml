// SPDX-License-Identifier: GPL-3.0-or-later
// The frame round the pages, filled from the root view model.
pragma ComponentBehavior: Bound
import QtQuick
import Bt.Frame
import Bt.ViewModels

AppFrame {
    id: shown
    required property AppViewModel app
    required property Router router
    currentPlace: router.place
    places: app.places
    personaName: app.personaName
    personaRole: app.personaRole
    personaSeed: app.avatarSeed
    personaMenu: app.menu
    actions: app.commands
    syncText: app.syncText
    syncIcon: app.syncIcon
    practice: app.practice
    canLock: app.gate === AppViewModel.Open
    networkBadge: app.networkBadge
    practiceSlot: PracticeClock {
        model: shown.app.clock
    }
    onPlaceChosen: id => router.go(id, "", 0)
    onActionChosen: id => router.act(id)
    onLockRequested: if (app.gate === AppViewModel.Open)
        app.persona.lock()
    onHelpRequested: router.help()
}
