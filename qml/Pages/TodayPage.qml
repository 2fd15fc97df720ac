// SPDX-License-Identifier: GPL-3.0-or-later
// The patient's day: next visit, what waits for her, messages, money.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property TodayViewModel model: app.today
    title: model.greeting
    subtitle: model.date

    BtEmpty {
        visible: page.model.nextId === ""
        art: "calendar"
        //: There is no visit ahead.
        title: qsTr("No visit ahead")
        //: Under "No visit ahead".
        body: qsTr("When you have agreed a time with someone, it stands here.")
        //: Button to the list of therapists.
        actionText: qsTr("Find a therapist")
        onAction: page.nav.go("find", "", 0)
    }
    NextVisitCard {
        visible: page.model.nextId !== ""
        model: page.model
        onRoom: page.nav.go("room", page.model.nextId, 0)
        onVisit: page.nav.go("visit", page.model.nextId, 0)
    }
    BtCard {
        visible: page.model.todo.count > 0
        flush: true
        BtSectionLine {
            padded: true
            text: page.model.todoTitle
        }
        VisitRows {
            model: page.model.todo
            prefix: "today-todo"
            badges: false
            onOpened: visitId => page.nav.go("visit", visitId, 0)
        }
    }
    BtButton {
        objectName: "today-find"
        visible: page.model.nextId !== ""
        Layout.alignment: Qt.AlignLeft
        kind: BtButton.Quiet
        iconName: "search"
        //: Button to the list of therapists.
        text: qsTr("Find a therapist")
        onClicked: page.nav.go("find", "", 0)
    }

    side: [
        TodayMessages {
            model: page.model
            onOpened: threadId => page.nav.go("thread", threadId, 0)
        },
        BtCard {
            padding: Theme.spaceSide
            spacing: Theme.spaceS
            BtLabel {
                Layout.fillWidth: true
                strong: true
                //: Heading of the small card with one's money.
                text: qsTr("Money")
                Accessible.role: Accessible.Heading
            }
            BtPair {
                //: Money that is not held for a visit.
                label: qsTr("Free to use")
                value: page.model.freeMoney
                strong: true
            }
            BtPair {
                visible: page.model.heldMoney !== ""
                muted: true
                //: Money that is held for visits.
                label: qsTr("Held safely")
                value: page.model.heldMoney
            }
        },
        WordsNudge {
            wanted: page.model.wordsNudge
            onOpened: page.nav.go("words", "", 0)
        }
    ]
}
