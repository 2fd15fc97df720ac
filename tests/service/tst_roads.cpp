// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/two_sides.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestRoads : public QObject
{
    Q_OBJECT
    std::unique_ptr<TwoSides> two;
    std::uint64_t m_patient = 0, m_therapist = 0;

    void balances(std::int64_t patientGains, std::int64_t therapistGains)
    {
        const auto settled = [&] { // letters under way still cost fees: look when both are at rest
            const auto p = two->patient->now(), t = two->therapist->now();
            return p->outbox.empty() && t->outbox.empty() && p->money.waiting.value == 0 && t->money.waiting.value == 0;
        };
        if (!QTest::qWaitFor(settled, 30'000))
            QFAIL(qPrintable(QStringLiteral("patient: ") + two->patient->explain() + QStringLiteral(" therapist: ") +
                             two->therapist->explain()));
        QTRY_COMPARE(static_cast<std::int64_t>(two->patient->all() + feesOf(*two->patient)) - static_cast<std::int64_t>(m_patient),
                     patientGains);
        QTRY_COMPARE(static_cast<std::int64_t>(two->therapist->all() + feesOf(*two->therapist)) - static_cast<std::int64_t>(m_therapist),
                     therapistGains);
    }
    void ended(VisitEnding ending)
    {
        QVERIFY(two->patient->phase(VisitPhase::Ended));
        QVERIFY(two->therapist->phase(VisitPhase::Ended));
        QCOMPARE(two->patient->visit().ending, ending);
        QCOMPARE(two->therapist->visit().ending, ending);
    }
    void commit()
    {
        QCOMPARE(two->accept(), QString());
        QCOMPARE(two->clockTo(two->patient->visit().freeUntil, 20 * kMinute), QString());
        QVERIFY(two->patient->phase(VisitPhase::Committed));
        QVERIFY(two->therapist->phase(VisitPhase::Committed));
    }
    static constexpr std::int64_t kPrice = TwoSides::kPrice, kBond = TwoSides::kBond;

private slots:
    void init()
    {
        two = std::make_unique<TwoSides>();
        QCOMPARE(two->begin(), QString());
        QTRY_VERIFY(two->therapist->now()->outbox.empty() && two->therapist->now()->money.waiting.value == 0);
        m_patient = two->patient->all() + feesOf(*two->patient);
        m_therapist = two->therapist->all() + feesOf(*two->therapist);
        QCOMPARE(two->book(two->slot()), QString());
    }
    void cleanup() { two.reset(); }

    void declined_gives_everything_back()
    {
        QCOMPARE(codeOf(wait(two->therapist->engine->declineVisit(two->therapist->visit().id))), QString());
        ended(VisitEnding::Declined);
        balances(0, 0);
    }
    void no_answer_in_time_gives_everything_back()
    {
        QCOMPARE(two->clockTo(two->patient->visit().acceptBy, 10 * kMinute), QString());
        ended(VisitEnding::RequestExpired);
        balances(0, 0);
    }
    void cancelling_in_time_is_free()
    {
        QCOMPARE(two->accept(), QString());
        QCOMPARE(two->patient->visit().cancelToMe.value, std::uint64_t(kPrice));
        QCOMPARE(codeOf(wait(two->patient->engine->cancelVisit(two->patient->visit().id))), QString());
        ended(VisitEnding::CancelledFree);
        balances(0, 0);
    }
    void cancelling_late_costs_the_share()
    {
        commit();
        QCOMPARE(two->patient->visit().cancelToMe.value, std::uint64_t(kPrice / 2));
        QCOMPARE(codeOf(wait(two->patient->engine->cancelVisit(two->patient->visit().id))), QString());
        ended(VisitEnding::CancelledLate);
        balances(-kPrice / 2, kPrice / 2);
    }
    void a_therapist_who_cancels_after_commit_loses_the_bond()
    {
        commit();
        QCOMPARE(codeOf(wait(two->therapist->engine->cancelVisit(two->therapist->visit().id))), QString());
        ended(VisitEnding::CancelledByTherapist);
        balances(kBond, -kBond);
    }
    void when_the_patient_vanishes_the_therapist_is_paid_by_her_own_app()
    {
        commit();
        two->patient->engine.reset();
        two->patient->start(); // locked: it does nothing more
        const auto visit = two->therapist->visit();
        const auto move = [&](Millis to, std::int64_t more) {
            const auto ms = to.minus(two->world->clock().now()) + more;
            if (ms > 0) QCOMPARE(codeOf(wait(two->therapist->engine->advanceClock(ms))), QString());
        };
        move(visit.startsAt, 5 * kMinute);
        QVERIFY(two->therapist->phase(VisitPhase::InSession));
        QVERIFY(!two->therapist->visit().canClaim);
        move(visit.endsAt, 25 * kHour);
        QVERIFY(two->therapist->phase(VisitPhase::Ended)); // her app takes the price by itself
        QCOMPARE(two->therapist->visit().ending, VisitEnding::Claimed);
        QVERIFY(QTest::qWaitFor([&] { return wait(two->patient->engine->unlock(words("seven green bottles"))).has_value(); }, 20'000));
        ended(VisitEnding::Claimed);
        balances(-kPrice, kPrice);
    }
    void an_agreed_split_pays_both()
    {
        QCOMPARE(two->accept(), QString());
        const Sompi toPatient{std::uint64_t(kPrice) * 3 / 4};
        QCOMPARE(codeOf(wait(two->patient->engine->proposeSplit(two->patient->visit().id, toPatient))), QString());
        QVERIFY(two->therapist->until([](const Snapshot& s) { return s.visits[0].canAnswerSplit; }));
        QCOMPARE(two->therapist->visit().split->toPatient.value, toPatient.value);
        QCOMPARE(codeOf(wait(two->therapist->engine->answerSplit(two->therapist->visit().id, true))), QString());
        ended(VisitEnding::Agreed);
        const auto patientGain =
            static_cast<std::int64_t>(two->patient->all() + feesOf(*two->patient)) - static_cast<std::int64_t>(m_patient);
        const auto therapistGain = static_cast<std::int64_t>(two->therapist->all()) - static_cast<std::int64_t>(m_therapist);
        QVERIFY(therapistGain > kPrice / 4 - 100'000'000 && therapistGain <= kPrice / 4);
        QVERIFY(patientGain >= -kPrice / 4 - 100'000'000 && patientGain <= -kPrice / 4 + 100'000'000);
    }
    void two_patients_racing_for_one_hour_one_wins_and_the_other_loses_nothing()
    {
        const auto start = two->patient->visit().startsAt;
        Side other(two->world, two->folder.filePath(QStringLiteral("q")));
        QCOMPARE(codeOf(wait(other.engine->createPersona(Role::Patient, "Leyla", words("a boat upon the lake"), false, {}))), QString());
        QVERIFY(other.until([](const Snapshot& s) { return s.money.available.value > 0 && !s.therapists.empty(); }));
        const auto before = other.all();
        QCOMPARE(codeOf(wait(other.engine->book(other.now()->therapists[0].id, start, {}))), QString());
        QVERIFY(two->therapist->until([](const Snapshot& s) { return s.visits.size() == 2; }));
        const auto mine = two->patient->visit().id;
        QCOMPARE(codeOf(wait(two->therapist->engine->acceptVisit(mine))), QString());
        QVERIFY(two->patient->phase(VisitPhase::Accepted));
        if (!other.phase(VisitPhase::Ended))
            QFAIL(qPrintable(QStringLiteral("other: ") + other.explain() + QStringLiteral(" therapist: ") + two->therapist->explain()));
        QCOMPARE(other.visit().ending, VisitEnding::Declined);
        QTRY_COMPARE(other.all() + feesOf(other), before);
    }
};

QTEST_GUILESS_MAIN(TestRoads)
#include "tst_roads.moc"
