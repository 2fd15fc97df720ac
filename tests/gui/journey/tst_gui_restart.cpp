// SPDX-License-Identifier: GPL-3.0-or-later
// Closed at any moment and started again: the lock page, then everything where it was. And one window a profile.
#include <QtTest>
#ifndef Q_MOC_RUN
#include "compose/single_instance.h"
#include "play.h"

#include <future>
#endif

using namespace bt;
using namespace bt::test;

#define OK(act) QVERIFY2(act, qPrintable(play.why()))

class TestGuiRestart : public QObject
{
    Q_OBJECT
    static QString name(const char* text) { return QString::fromLatin1(text); }

    //! Ends one window in the middle of things and opens it anew.
    static bool again(Play& play, Who who)
    {
        if (!play.story().start(who == Who::Patient)) return false;
        auto& hand = play.hand(who);
        // Before the passphrase nothing of the person stands on the screen.
        if (hand.appears(name("passphrase")) == nullptr || hand.shows(name("Noor")) || hand.shows(name("Okonjo"))) return false;
        return play.unlock(who);
    }

private slots:
    void a_window_that_was_closed_goes_on_where_it_was()
    {
        Play play;
        QCOMPARE(play.begin(), QString());
        OK(play.story().open());
        OK(play.story().therapist());
        OK(again(play, Who::Therapist));
        OK(play.until(Who::Therapist, name("her practice"),
                      [](const Snapshot& s) { return s.practice.listed && s.money.available.value > 0; }));
        OK(play.hand(Who::Therapist).press(name("place-practice")));
        OK(play.hand(Who::Therapist).appears(name("practice-listed")) != nullptr);

        OK(play.story().booking());
        OK(again(play, Who::Patient));
        OK(play.phase(Who::Patient, VisitPhase::Requested));
        OK(play.openVisit(Who::Patient));
        QTRY_COMPARE(play.hand(Who::Patient).text(name("visit-badge")), name("Asked"));
        OK(play.hand(Who::Patient).waitShows(name("I lie awake on Sundays")));

        OK(play.story().answer());
        for (const Who who : {Who::Patient, Who::Therapist}) {
            OK(again(play, who));
            OK(play.phase(who, VisitPhase::Accepted));
            OK(play.openVisit(who));
            QTRY_COMPARE(play.hand(who).text(name("visit-badge")), name("Agreed"));
        }

        OK(play.story().talk());
        for (const Who who : {Who::Patient, Who::Therapist}) {
            OK(again(play, who));
            OK(play.hand(who).press(name("place-messages")) && play.hand(who).press(name("thread-0")));
            OK(play.hand(who).waitShows(name("Two evenings out of three")) &&
               play.hand(who).waitShows(name("I will try it again tonight")));
        }

        OK(play.story().visit());
        OK(again(play, Who::Patient));
        OK(again(play, Who::Therapist));
        for (const Who who : {Who::Patient, Who::Therapist}) {
            OK(play.phase(who, VisitPhase::Ended));
            QCOMPARE(play.visit(who).ending, VisitEnding::Completed);
            OK(play.openPastVisit(who));
            QTRY_COMPARE(play.hand(who).text(name("visit-badge")), name("Done"));
        }
        OK(play.atRest());
        const auto price = static_cast<std::int64_t>(play.visit(Who::Patient).price.value);
        QTRY_COMPARE(play.gain(Who::Patient), -price);
        QTRY_COMPARE(play.gain(Who::Therapist), price);
    }
    void closed_right_after_the_last_key_nothing_is_lost_or_paid_twice()
    {
        Play play;
        QCOMPARE(play.begin(), QString());
        OK(play.story().open() && play.story().therapist() && play.story().booking());
        OK(play.until(Who::Therapist, name("the request"), [](const Snapshot& s) { return !s.visits.empty(); }));
        OK(play.hand(Who::Therapist).press(name("place-today")) && play.hand(Who::Therapist).press(name("today-request-0"), true));
        OK(play.hand(Who::Therapist).press(name("visit-accept")));
        OK(play.until(Who::Therapist, name("the acceptance in the outbox"),
                      [](const Snapshot& s) { return s.visits.front().moving || s.visits.front().phase == VisitPhase::Accepted; }));
        OK(again(play, Who::Therapist)); // the payment was perhaps under way
        OK(play.phase(Who::Therapist, VisitPhase::Accepted) && play.phase(Who::Patient, VisitPhase::Accepted));
        OK(play.openVisit(Who::Patient) && play.hand(Who::Patient).press(name("visit-cancel")) &&
           play.hand(Who::Patient).press(name("accept")));
        OK(play.until(Who::Patient, name("the cancelling in the outbox"),
                      [](const Snapshot& s) { return s.visits.front().moving || s.visits.front().phase == VisitPhase::Ended; }));
        OK(again(play, Who::Patient));
        OK(play.phase(Who::Patient, VisitPhase::Ended) && play.phase(Who::Therapist, VisitPhase::Ended));
        QCOMPARE(play.visit(Who::Patient).ending, VisitEnding::CancelledFree);
        OK(play.atRest());
        QTRY_COMPARE(play.gain(Who::Patient), std::int64_t(0));
        QTRY_COMPARE(play.gain(Who::Therapist), std::int64_t(0));
    }
    void a_wrong_passphrase_says_so_and_the_right_one_opens()
    {
        Play play;
        QCOMPARE(play.begin(), QString());
        OK(play.story().open() && play.story().therapist());
        OK(play.story().start(false));
        auto& hand = play.hand(Who::Therapist);
        OK(hand.type(name("passphrase"), name("a lamp in the harbour")));
        hand.key(Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
        OK(hand.waitShows(name("passphrase")));
        QTRY_VERIFY(!play.host(Who::Therapist).model().persona()->errorText().isEmpty());
        OK(hand.waitShows(play.host(Who::Therapist).model().persona()->errorText()));
        QCOMPARE(play.now(Who::Therapist)->gate, Gate::Locked);
        OK(play.unlock(Who::Therapist));
    }
    void a_second_start_raises_the_first()
    {
        Play play;
        QCOMPARE(play.begin(), QString());
        QVERIFY(play.story().start(true));
        const QString folder = play.folder() + QStringLiteral("/p1");
        app::SingleInstance first(folder);
        QVERIFY(!first.handedOver()); // nobody is there yet
        first.listen();
        QSignalSpy asked(&first, &app::SingleInstance::asked);
        connect(&first, &app::SingleInstance::asked, &play.host(Who::Patient), &app::WindowHost::raise);
        QQuickWindow* window = play.host(Who::Patient).window();
        window->hide();
        QVERIFY(!window->isVisible());
        auto second = std::async(std::launch::async, [&] { return app::SingleInstance(folder).handedOver(); });
        QTRY_VERIFY(second.wait_for(std::chrono::seconds(0)) == std::future_status::ready);
        QVERIFY(second.get());
        QCOMPARE(asked.count(), 1);
        QVERIFY(window->isVisible());
        QTRY_VERIFY(window->isActive());
        // Another profile is another program.
        auto other =
            std::async(std::launch::async, [&] { return app::SingleInstance(play.folder() + QStringLiteral("/p2")).handedOver(); });
        QTRY_VERIFY(other.wait_for(std::chrono::seconds(0)) == std::future_status::ready);
        QVERIFY(!other.get());
        QCOMPARE(asked.count(), 1);
    }
};

int main(int argc, char** argv)
{
    TestGuiRestart test;
    return runWindows(argc, argv, test, QTest::qExec);
}
#include "tst_gui_restart.moc"
