// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/two_sides.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestJourney : public QObject
{
    Q_OBJECT
private slots:
    void a_visit_is_booked_held_signed_paid_and_rated();
    void messages_pass_and_are_acknowledged();
    void a_restart_finds_everything_where_it_was();
    void the_words_bring_back_keys_money_and_a_live_visit();
};

void TestJourney::a_visit_is_booked_held_signed_paid_and_rated()
{
    TwoSides two;
    QCOMPARE(two.begin(), QString());
    const auto patientBefore = two.patient->all(), therapistBefore = two.therapist->all();
    QCOMPARE(two.book(two.slot()), QString());
    QCOMPARE(QString::fromStdString(two.therapist->visit().intake), QStringLiteral("I cannot sleep before Mondays."));
    QCOMPARE(two.patient->visit().price.value, TwoSides::kPrice);
    QCOMPARE(two.accept(), QString());

    // The money pushes itself on as its times come, whoever is online.
    QCOMPARE(two.clockTo(two.patient->visit().freeUntil, 20 * kMinute), QString());
    QVERIFY(two.patient->phase(VisitPhase::Committed));
    QCOMPARE(two.clockTo(two.patient->visit().startsAt, kMinute), QString());
    QVERIFY(two.patient->until([](const Snapshot& s) { return s.visits[0].canJoin; }));
    QCOMPARE(codeOf(wait(two.patient->engine->joinVisit(two.patient->visit().id))), QString());
    QVERIFY(two.therapist->until([](const Snapshot& s) { return s.visits[0].joinedByThem; }));
    QCOMPARE(codeOf(wait(two.therapist->engine->joinVisit(two.therapist->visit().id))), QString());
    QVERIFY(two.patient->until([](const Snapshot& s) { return s.visits[0].joinedByThem; }));
    QVERIFY(two.patient->phase(VisitPhase::InSession));
    QCOMPARE(codeOf(wait(two.patient->engine->completeVisit(two.patient->visit().id))).left(20), QStringLiteral("visit.record_missing"));

    QCOMPARE(two.clockTo(two.patient->visit().endsAt), QString());
    QVERIFY(two.therapist->until([](const Snapshot& s) { return s.visits[0].canSignRecord; }));
    QCOMPARE(codeOf(wait(two.therapist->engine->signRecord(two.therapist->visit().id))), QString());
    QVERIFY(two.patient->until([](const Snapshot& s) { return s.visits[0].record == RecordState::SignedByThem; }));
    QCOMPARE(codeOf(wait(two.patient->engine->signRecord(two.patient->visit().id))), QString());
    QVERIFY(two.patient->until([](const Snapshot& s) { return s.visits[0].canComplete; }));
    QCOMPARE(codeOf(wait(two.patient->engine->completeVisit(two.patient->visit().id))), QString());
    QVERIFY(two.patient->phase(VisitPhase::Ended) && two.therapist->phase(VisitPhase::Ended));
    QCOMPARE(two.patient->visit().ending, VisitEnding::Completed);

    QVERIFY(two.patient->until([](const Snapshot& s) { return s.visits[0].canRate; }));
    QCOMPARE(codeOf(wait(two.patient->engine->rateVisit(two.patient->visit().id, 5, "I slept."))), QString());
    QVERIFY(two.therapist->until([](const Snapshot& s) { return s.visits[0].rating == 5; }));
    QCOMPARE(QString::fromStdString(two.therapist->visit().ratingComment), QStringLiteral("I slept."));

    // To the sompi: what she lost is what he won, less the fees that each paid by itself.
    QVERIFY(two.therapist->all() > therapistBefore + TwoSides::kPrice - kas(1).value);
    QVERIFY(two.patient->all() < patientBefore - TwoSides::kPrice);
    QVERIFY(two.patient->all() > patientBefore - TwoSides::kPrice - kas(1).value / 10);
}

void TestJourney::messages_pass_and_are_acknowledged()
{
    TwoSides two;
    QCOMPARE(two.begin(), QString());
    QCOMPARE(two.book(two.slot()), QString());
    const auto thread = two.patient->now()->threads.at(0).id;
    QCOMPARE(codeOf(wait(two.patient->engine->sendMessage(thread, "Good morning"))), QString());
    QVERIFY(two.therapist->until([](const Snapshot& s) { return !s.threads.empty() && s.threads[0].lastText == "Good morning"; }));
    QVERIFY(two.patient->until([&](const Snapshot&) {
        const auto page = wait(two.patient->engine->messages(thread, 0, 10));
        return page && !page->empty() && page->back().state == MessageState::Delivered;
    }));
    const auto hers = two.therapist->now()->threads.at(0).id;
    QCOMPARE(codeOf(wait(two.therapist->engine->sendMessage(hers, "And to you"))), QString());
    QVERIFY(two.patient->until([](const Snapshot& s) { return s.threads[0].lastText == "And to you" && s.threads[0].unread == 1; }));
    QCOMPARE(codeOf(wait(two.patient->engine->markRead(thread))), QString());
    QCOMPARE(two.patient->now()->threads[0].unread, 0);
    QCOMPARE(codeOf(wait(two.patient->engine->sendMessage(thread, "   "))).left(13), QStringLiteral("message.empty"));
}

void TestJourney::a_restart_finds_everything_where_it_was()
{
    TwoSides two;
    QCOMPARE(two.begin(), QString());
    QCOMPARE(two.book(two.slot()), QString());
    QCOMPARE(two.accept(), QString());
    const auto money = two.patient->all();
    two.patient->engine.reset();
    two.patient->start();
    QVERIFY(two.patient->until([](const Snapshot& s) { return s.gate == Gate::Locked; }));
    QCOMPARE(codeOf(wait(two.patient->engine->unlock(words("wrong words here")))).left(22), QStringLiteral("vault.wrong_passphrase"));
    QVERIFY(QTest::qWaitFor([&] { return wait(two.patient->engine->unlock(words("seven green bottles"))).has_value(); }, 20'000));
    QVERIFY(two.patient->phase(VisitPhase::Accepted));
    QCOMPARE(two.patient->all(), money);
    QCOMPARE(QString::fromStdString(two.patient->now()->persona.name), QStringLiteral("Noor"));
}

void TestJourney::the_words_bring_back_keys_money_and_a_live_visit()
{
    TwoSides two;
    QCOMPARE(two.begin(), QString());
    QCOMPARE(two.book(two.slot()), QString());
    QCOMPARE(two.accept(), QString());
    const auto kept = wait(two.patient->engine->recoveryWords(words("seven green bottles")));
    QVERIFY(kept.has_value());
    const auto money = two.patient->all();
    const auto visit = two.patient->visit();
    two.patient->engine.reset(); // the computer is gone

    Side again(two.world, two.folder.filePath(QStringLiteral("p2")));
    QVERIFY(again.until([](const Snapshot& s) { return s.gate == Gate::Guest; }));
    QCOMPARE(codeOf(wait(again.engine->restorePersona((*kept)->clone(), "Noor", words("another quiet passphrase"), false))), QString());
    QVERIFY(again.until([&](const Snapshot& s) { return s.visits.size() == 1 && s.visits[0].phase == VisitPhase::Accepted; }));
    QCOMPARE(again.visit().id, visit.id);
    QCOMPARE(again.visit().price.value, visit.price.value);
    QVERIFY(again.all() <= money && again.all() + kas(1).value / 10 > money); // the hello letter cost a fee
    // And the visit can be ended from there.
    QCOMPARE(codeOf(wait(again.engine->cancelVisit(visit.id))), QString());
    QVERIFY(again.phase(VisitPhase::Ended));
    QCOMPARE(again.visit().ending, VisitEnding::CancelledFree);
}

QTEST_GUILESS_MAIN(TestJourney)
#include "tst_journey.moc"
