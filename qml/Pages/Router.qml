// SPDX-License-Identifier: GPL-3.0-or-later
// Which page stands where: places replace each other, other pages go on top.
import QtQuick
import Bt.Frame
import Bt.ViewModels

QtObject {
    id: router
    required property AppViewModel app
    required property Navigator nav
    required property AppFrame frame
    property string place: ""
    property string first: "" // what a guest chose on the first page
    readonly property Item page: frame ? frame.currentPage : null
    readonly property string current: page ? page.objectName : ""
    signal help

    function showing(name: string): bool {
        return current === name;
    }
    function started() {
        go(app.gate === AppViewModel.Open ? "today" : first !== "" ? first : "find", "", 0);
    }
    // Places of the rail: the page alone.
    readonly property var places: ({
            "today": app.therapist ? "PracticeTodayPage.qml" : "TodayPage.qml",
            "calendar": "CalendarPage.qml",
            "clients": "ClientsPage.qml",
            "messages": "MessagesPage.qml",
            "practice": "PracticePage.qml",
            "records": "RecordsPage.qml",
            "money": "MoneyPage.qml",
            "how": "HowItWorksPage.qml",
            "find": "FindPage.qml"
        })
    // Pages on top of a place.
    readonly property var above: ({
            "therapist": "TherapistPage.qml",
            "book": "BookPage.qml",
            "visit": "VisitPage.qml",
            "thread": "ThreadPage.qml",
            "room": "RoomPage.qml",
            "practise": "CreatePersonaPage.qml",
            "create": "CreatePersonaPage.qml",
            "restore": "RestorePage.qml",
            "settings": "SettingsPage.qml",
            "words": "WordsPage.qml",
            "outbox": "OutboxPage.qml",
            "network": "NetworkPage.qml",
            "pay": "PayPage.qml",
            "problem": "ProblemPage.qml",
            "decide": "DecidePage.qml",
            "consents": "ConsentsPage.qml",
            "profile": "ProfilePage.qml",
            "guardians": "GuardiansPage.qml",
            "rewards": "RewardsPage.qml"
        })

    function open(where: string) {
        place = where;
        frame.open(Qt.resolvedUrl(places[where]), {
            "objectName": where,
            "app": app,
            "nav": nav
        });
    }
    function push(where: string, more: var) {
        frame.push(Qt.resolvedUrl(above[where]), Object.assign({
            "objectName": where,
            "app": app,
            "nav": nav
        }, more ?? {}));
    }
    function go(where: string, id: string, at: real) {
        if (!frame)
            return;
        if (where === "therapist")
            app.therapistPage.open(id);
        else if (where === "book") {
            app.booking.begin(id, at);
            app.series.begin(id, at);
        } else if (where === "visit") {
            app.visit.open(id);
            app.plans.open(id);
        } else if (where === "thread")
            app.threads.open(id);
        else if (where === "room")
            app.room.open(id);
        else if (where === "pay")
            app.pay.open(id);
        else if (where === "problem")
            app.dispute.open(id);
        if (where === "booked") {
            open("today");
            app.visit.open(id);
            app.plans.open(id);
            push("visit", {});
            return;
        }
        if (places[where] !== undefined && (where !== "find" || app.gate !== AppViewModel.Open) && (where !== "how" || app.gate !== AppViewModel.Open)) {
            open(where);
            return;
        }
        if (current === where)
            return;
        // Where a guest begins with a form, the list stands behind it, so that "back" leads somewhere.
        if (!page)
            open("find");
        if (places[where] !== undefined)
            frame.push(Qt.resolvedUrl(places[where]), {
                "objectName": where,
                "app": app,
                "nav": nav
            });
        else
            push(where, where === "practise" ? {
                "therapist": true
            } : {});
    }
    function back() {
        if (frame)
            frame.back();
    }
    // Hands the toast that is due over to the frame.
    function pop(toasts: Toasts) {
        if (toasts.text === "" || !frame)
            return;
        const target = toasts.target;
        frame.toast(toasts.text, {
            "tone": toasts.kind === Toasts.Bad ? "danger" : toasts.kind === Toasts.Good ? "positive" : "plain",
            "actionText": toasts.action,
            "action": () => router.act(target)
        });
        toasts.dismiss();
    }
    // A command of the palette, of the persona's menu, or behind a toast.
    function act(id: string) {
        const parts = id.split(":");
        if (parts.length > 1)
            go(parts[0], parts.slice(1).join(":"), 0);
        else if (id === "help")
            help();
        else if (id === "lock")
            app.persona.lock();
        else if (id === "export")
            app.calendar.exportFile("");
        else if (id === "add-money")
            app.money.add();
        else if (id === "clock-hour")
            app.clock.addHour();
        else if (id === "clock-day")
            app.clock.addDay();
        else if (id === "clock-visit")
            app.clock.toNextVisit();
        else
            go(id, "", 0);
    }
}
