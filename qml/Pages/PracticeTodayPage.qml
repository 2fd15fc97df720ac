// SPDX-License-Identifier: GPL-3.0-or-later
// The day of a practice at a glance: next visit, line of the day, requests, what is to be done, payouts, week.
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
    title: model.date

    BtCard {
        objectName: "today-unlisted"
        visible: !page.model.listed && page.model.licenceOk
        soft: true
        padding: Theme.spaceL
        IconSentence {
            iconName: "info"
            //: On the first page of a practice that has not published a listing.
            text: qsTr("Nobody can find you yet. Set your hours and your price under Practice, then publish.")
        }
    }
    BtCard {
        spacing: Theme.spaceXl
        PracticeNext {
            Layout.fillWidth: true
            model: page.model
            onRoom: page.nav.go("room", page.model.nextId, 0)
            onVisit: page.nav.go("visit", page.model.nextId, 0)
            onPractice: page.nav.go("practice", "", 0)
            onAnswer: visitId => page.nav.go("visit", visitId, 0)
        }
        DayLine {
            Layout.fillWidth: true
            model: page.model
            onOpened: visitId => page.nav.go("visit", visitId, 0)
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: page.width / Theme.textScale < 784 ? 1 : 3
        columnSpacing: Theme.spaceL
        rowSpacing: Theme.spaceL
        BtCard {
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            flush: true
            BtSectionLine {
                padded: true
                text: page.model.requestsTitle
            }
            VisitRows {
                model: page.model.requests
                prefix: "today-request"
                badges: false
                sideSpace: Theme.spaceSide
                onOpened: visitId => page.nav.go("visit", visitId, 0)
            }
        }
        BtCard {
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            flush: true
            BtSectionLine {
                padded: true
                text: page.model.todoTitle
            }
            VisitRows {
                model: page.model.todo
                prefix: "today-todo"
                badges: false
                sideSpace: Theme.spaceSide
                onOpened: visitId => page.nav.go("visit", visitId, 0)
            }
        }
        BtCard {
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            padding: Theme.spaceSide
            spacing: Theme.spaceS
            RowLayout {
                Layout.topMargin: -Theme.spaceS - Theme.space2xs // in line with the headings beside it
                BtLabel {
                    Layout.fillWidth: true
                    strong: true
                    //: Heading of the card with what visits bring.
                    text: qsTr("Payouts")
                    Accessible.role: Accessible.Heading
                }
                BtLink {
                    objectName: "today-money"
                    quiet: true
                    //: Link to the money page.
                    text: qsTr("Money")
                    onClicked: page.nav.go("money", "", 0)
                }
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Heading
                text: page.model.waitingMoney
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                //: Under the sum of what is held for coming visits.
                text: qsTr("held safely for your visits")
            }
            BtLine {
                Layout.topMargin: Theme.spaceS
            }
            BtPair {
                //: What came in this month.
                label: qsTr("Paid this month")
                value: page.model.paidThisMonth
                strong: true
            }
        }
    }
    WeekStrip {
        week: page.model.week
    }
    BtCard {
        padding: Theme.spaceL
        IconSentence {
            iconName: page.model.licenceOk ? "licence" : "warning"
            tint: page.model.licenceOk ? Theme.positive : Theme.danger
            //: State of the licence. %1 is "Licence valid", %2 "until 30 June 2028".
            text: qsTr("%1, %2").arg(page.model.licence).arg(page.model.licenceUntil)
        }
    }
    WordsNudge {
        wanted: page.model.wordsNudge
        onOpened: page.nav.go("words", "", 0)
    }
}
