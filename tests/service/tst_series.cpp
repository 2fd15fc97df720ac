// SPDX-License-Identifier: GPL-3.0-or-later
// Several visits asked for in one go: one escrow each, answered, cancelled and moved one by one or together.
#include <QTest>
#ifndef Q_MOC_RUN
#include "service/series/series_dates.h"
#include "service/series_of.h"

#include "scheduling/zone.h"
#endif

using namespace bt;
using namespace bt::service;
using namespace bt::test;

namespace {

records::Listing berlin(Millis issued, std::initializer_list<Millis> open)
{
    records::Listing l;
    l.zone = "Europe/Berlin";
    l.durationMinutes = 50;
    l.openTimes = open;
    l.issuedAt = issued;
    return l;
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT
    std::unique_ptr<TwoSides> two;
    std::uint64_t m_patient = 0, m_therapist = 0;
    static constexpr std::uint64_t kPrice = TwoSides::kPrice, kBond = TwoSides::kBond, kDeposit = 100'000'000;

    void begin()
    {
        two = std::make_unique<TwoSides>();
        QCOMPARE(two->begin(), QString());
        QTRY_VERIFY(two->therapist->now()->outbox.empty() && two->therapist->now()->money.waiting.value == 0);
        m_patient = two->patient->all() + feesOf(*two->patient);
        m_therapist = two->therapist->all() + feesOf(*two->therapist);
    }
    [[nodiscard]] SeriesWish wish(int count, int weeks = 1) const
    {
        return {two->patient->now()->therapists.at(0).id, two->slot(3 * kDay), weeks, count, {}};
    }
    void ask(const SeriesWish& what)
    {
        const auto plan = wait(series(*two->patient).plan(what));
        QCOMPARE(codeOf(plan), QString());
        QCOMPARE(codeOf(wait(series(*two->patient).book(what, startsOf(*plan), "I cannot sleep before Mondays."))), QString());
        const int count = plan->visits;
        QVERIFY2(two->therapist->until([&](const Snapshot& s) { return inPhase(s, VisitPhase::Requested) == count; }),
                 qPrintable(two->therapist->explain()));
        QVERIFY2(two->patient->until([&](const Snapshot& s) { return inPhase(s, VisitPhase::Requested) == count; }),
                 qPrintable(two->patient->explain()));
    }
    [[nodiscard]] std::vector<std::string> ids(const Side& side, VisitPhase phase) const
    {
        std::vector<std::string> out;
        const auto s = side.now();
        for (const auto& v : s->visits)
            if (v.phase == phase) out.push_back(v.id);
        return out;
    }
    void acceptAll(int count)
    {
        QCOMPARE(codeOf(wait(series(*two->therapist).accept(ids(*two->therapist, VisitPhase::Requested)))), QString());
        QVERIFY2(two->patient->until([&](const Snapshot& s) { return inPhase(s, VisitPhase::Accepted) == count; }),
                 qPrintable(two->patient->explain()));
        QVERIFY2(two->therapist->until([&](const Snapshot& s) { return inPhase(s, VisitPhase::Accepted) == count; }),
                 qPrintable(two->therapist->explain()));
    }
    void balances(std::int64_t patientGains, std::int64_t therapistGains)
    {
        const auto settled = [&] {
            const auto p = two->patient->now(), t = two->therapist->now();
            return p->outbox.empty() && t->outbox.empty() && p->money.waiting.value == 0 && t->money.waiting.value == 0;
        };
        QVERIFY2(QTest::qWaitFor(settled, 30'000), qPrintable(two->patient->explain() + two->therapist->explain()));
        QTRY_COMPARE(static_cast<std::int64_t>(two->patient->all() + feesOf(*two->patient)) - static_cast<std::int64_t>(m_patient),
                     patientGains);
        QTRY_COMPARE(static_cast<std::int64_t>(two->therapist->all() + feesOf(*two->therapist)) - static_cast<std::int64_t>(m_therapist),
                     therapistGains);
    }

private slots:
    void the_hour_stays_the_same_on_the_therapists_wall_over_a_change_of_the_clock()
    {
        const auto zone = scheduling::Zone::find("Europe/Berlin");
        QVERIFY(zone.has_value());
        const Millis first = zone->instants({{2026, 10, 20}, 17, 0, 0}).first; // Tuesday; the clock goes back on the 25th
        const auto dates = patternDates(berlin(first.plus(-kDay), {first}), first, 1, 3);
        QVERIFY(dates.has_value());
        QCOMPARE((*dates)[1].startsAt.minus((*dates)[0].startsAt), 7 * kDay + kHour);
        QCOMPARE((*dates)[2].startsAt.minus((*dates)[1].startsAt), 7 * kDay);
        for (const auto& date : *dates) QCOMPARE(zone->local(date.startsAt).hour, 17);
        // 02:30 on the day on which it goes forward is no time at all, and is named.
        const Millis night = zone->instants({{2027, 3, 21}, 2, 30, 0}).first;
        const auto gap = patternDates(berlin(night.plus(-kDay), {night}), night, 1, 3);
        QVERIFY(gap.has_value());
        QVERIFY(!(*gap)[0].skipped && (*gap)[1].skipped && !(*gap)[2].skipped);
    }
    void a_day_says_why_its_hour_cannot_be_asked_for()
    {
        const Millis now{1'800'000'000'000}, open = now.plus(3 * kDay);
        const auto listing = berlin(now, {open, open.plus(7 * kDay)});
        QCOMPARE(dateState(listing, open, now, {}), DateState::Open);
        QCOMPARE(dateState(listing, open.plus(14 * kDay), now, {}), DateState::NotOpen); // shown, and not open
        QCOMPARE(dateState(listing, open.plus(28 * kDay), now, {}), DateState::Unpublished);
        QCOMPARE(dateState(listing, open.plus(28 * kDay + kHour), now, {}), DateState::NotOpen); // no hour of hers
        QCOMPARE(dateState(listing, now.plus(kMinute), now, {}), DateState::TooSoon);
        const Taken mine{open.plus(-kHour), open.plus(kMinute)};
        QCOMPARE(dateState(listing, open, now, std::span(&mine, 1)), DateState::Mine);
    }
    void a_series_is_one_escrow_each_and_can_be_accepted_whole()
    {
        begin();
        const auto what = wish(4);
        const auto plan = wait(series(*two->patient).plan(what));
        QCOMPARE(codeOf(plan), QString());
        QCOMPARE(plan->visits, 4);
        QCOMPARE(plan->price.value, 4 * kPrice);
        QCOMPARE(plan->total.value, 4 * (kPrice + kDeposit) + plan->fee.value);
        ask(what);
        QCOMPARE(two->patient->now()->money.held.value, 4 * (kPrice + kDeposit));
        const auto s = two->therapist->now();
        for (int i = 0; i < 4; ++i) {
            const auto& v = s->visits.at(static_cast<std::size_t>(i));
            QVERIFY(v.series.has_value());
            QCOMPARE(v.series->place, i + 1);
            QCOMPARE(v.series->count, 4);
            QCOMPARE(v.startsAt, plan->dates[static_cast<std::size_t>(i)].startsAt);
            QCOMPARE(v.series->id, s->visits.front().series->id);
            QVERIFY(i == 0 || v.covenantId != s->visits[static_cast<std::size_t>(i - 1)].covenantId);
        }
        acceptAll(4);
        QCOMPARE(two->therapist->now()->money.held.value, 4 * kBond);
    }
    void some_are_accepted_and_the_rest_expire()
    {
        begin();
        ask(wish(3));
        const auto asked = ids(*two->therapist, VisitPhase::Requested);
        QCOMPARE(codeOf(wait(series(*two->therapist).accept({asked[1]}))), QString());
        QVERIFY(two->patient->until([](const Snapshot& s) { return inPhase(s, VisitPhase::Accepted) == 1; }));
        QCOMPARE(two->clockTo(two->patient->now()->visits[0].acceptBy, 10 * kMinute), QString());
        QVERIFY2(two->patient->until([](const Snapshot& s) { return endedAs(s, VisitEnding::RequestExpired) == 2; }),
                 qPrintable(two->patient->explain()));
        QVERIFY(two->therapist->until([](const Snapshot& s) { return endedAs(s, VisitEnding::RequestExpired) == 2; }));
        QCOMPARE(two->patient->now()->money.held.value, kPrice + kDeposit);
        balances(0, 0);
    }
    void accepting_is_all_or_none_when_the_bonds_are_not_there()
    {
        begin();
        ask(wish(3));
        auto asked = ids(*two->therapist, VisitPhase::Requested);
        asked.push_back("no such visit");
        QVERIFY(!wait(series(*two->therapist).accept(asked)));
        QCOMPARE(inPhase(*two->therapist->now(), VisitPhase::Requested), 3);
        QVERIFY(two->therapist->now()->outbox.empty());
    }
    void one_visit_or_all_later_ones_are_cancelled_for_exactly_what_was_said()
    {
        begin();
        ask(wish(4));
        acceptAll(4);
        const auto all = ids(*two->patient, VisitPhase::Accepted);
        const auto one = wait(series(*two->patient).cancelNow(all[1], false));
        QCOMPARE(codeOf(one), QString());
        QCOMPARE(one->visits.size(), std::size_t(1));
        QCOMPARE(one->toMe.value, kPrice + kDeposit);
        QCOMPARE(one->priceToPatient.value, kPrice);
        QCOMPARE(one->deposit.value, kDeposit);
        QCOMPARE(one->bondToTherapist.value, kBond);
        const auto later = wait(series(*two->patient).cancelNow(all[1], true));
        QCOMPARE(later->visits.size(), std::size_t(3));
        QCOMPARE(later->toMe.value, 3 * (kPrice + kDeposit));
        const auto free = two->patient->now()->money.available.value;
        QCOMPARE(codeOf(wait(series(*two->patient).cancel(*later))), QString());
        QVERIFY2(two->patient->until([](const Snapshot& s) { return endedAs(s, VisitEnding::CancelledFree) == 3; }),
                 qPrintable(two->patient->explain()));
        QTRY_VERIFY(two->patient->now()->outbox.empty());
        std::uint64_t fees = 0;
        const auto s = two->patient->now();
        for (const auto& v : s->visits)
            for (const auto& step : v.steps)
                if (step.step == "cancel") fees += step.fee.value;
        QTRY_COMPARE(two->patient->now()->money.available.value, free + later->toMe.value - fees);
        QCOMPARE(two->patient->now()->money.held.value, kPrice + kDeposit);
        // And the therapist's side of the one that is left, by hers.
        QVERIFY(two->therapist->until([](const Snapshot& n) { return endedAs(n, VisitEnding::CancelledFree) == 3; }));
        const auto hers = wait(series(*two->therapist).cancelNow(all[0], true));
        QCOMPARE(codeOf(hers), QString());
        QCOMPARE(hers->visits.size(), std::size_t(1));
        QCOMPARE(hers->toMe.value, kBond);
        QCOMPARE(hers->toThem.value, kPrice + kDeposit);
        balances(0, 0);
    }
    void who_was_told_more_than_cancelling_gives_is_asked_anew()
    {
        begin();
        ask(wish(2));
        acceptAll(2);
        auto seen = wait(series(*two->patient).cancelNow(ids(*two->patient, VisitPhase::Accepted)[0], false));
        seen->mine[0].value += 1;
        QVERIFY(codeOf(wait(series(*two->patient).cancel(*seen))).startsWith(QStringLiteral("visit.outcome_changed")));
        QCOMPARE(inPhase(*two->patient->now(), VisitPhase::Accepted), 2);
    }
    void moving_one_cancels_it_and_asks_anew_and_keeps_the_rest()
    {
        begin();
        ask(wish(3));
        acceptAll(3);
        const auto old = ids(*two->patient, VisitPhase::Accepted)[1];
        const auto hours = wait(series(*two->patient).hoursFor(old));
        QVERIFY(hours && !hours->empty());
        const Millis to = hours->back();
        const auto seen = wait(series(*two->patient).planMove(old, to, false));
        QCOMPARE(codeOf(seen), QString());
        QCOMPARE(seen->moving, 1);
        QCOMPARE(seen->back.value, kPrice + kDeposit);
        QCOMPARE(seen->held.value, kPrice + kDeposit);
        QCOMPARE(seen->lost.value, std::uint64_t(0));
        QCOMPARE(codeOf(wait(series(*two->patient).move(old, *seen))), QString());
        QVERIFY2(two->therapist->until([&](const Snapshot& s) {
            return endedAs(s, VisitEnding::CancelledFree) == 1 &&
                   std::ranges::any_of(s.visits, [&](const VisitView& v) { return v.phase == VisitPhase::Requested && v.startsAt == to; });
        }),
                 qPrintable(two->patient->explain() + two->therapist->explain()));
        const auto s = two->therapist->now();
        const auto moved = std::ranges::find_if(s->visits, [&](const VisitView& v) { return v.startsAt == to; });
        QCOMPARE(moved->series->place, 2); // it is still the second of three
        acceptAll(3);
        QCOMPARE(two->patient->now()->money.held.value, 3 * (kPrice + kDeposit));
        balances(0, 0);
    }
    void all_later_ones_move_in_the_same_rhythm()
    {
        begin();
        ask(wish(3));
        const auto first = two->patient->now()->visits[0];
        const Millis to = first.startsAt.plus(kHour);
        const auto seen = wait(series(*two->patient).planMove(first.id, to, true));
        QCOMPARE(codeOf(seen), QString());
        QCOMPARE(seen->moving, 3);
        QCOMPARE(seen->visits[2].to.minus(seen->visits[2].from), kHour);
        QCOMPARE(codeOf(wait(series(*two->patient).move(first.id, *seen))), QString());
        QVERIFY2(two->therapist->until([&](const Snapshot& s) {
            return endedAs(s, VisitEnding::CancelledFree) == 3 && inPhase(s, VisitPhase::Requested) == 3;
        }),
                 qPrintable(two->patient->explain() + two->therapist->explain()));
        balances(0, 0);
    }
    void killed_in_the_middle_nothing_is_paid_twice()
    {
        begin();
        const auto what = wish(4);
        const auto plan = wait(series(*two->patient).plan(what));
        auto asked = series(*two->patient).book(what, startsOf(*plan), "");
        QVERIFY(QTest::qWaitFor([&] { return asked.isFinished(); }, 30'000));
        for (int i = 0; i < 3; ++i) {
            two->patient->engine.reset();
            two->patient->start();
            QVERIFY(two->patient->until([](const Snapshot& s) { return s.gate == Gate::Locked; }));
            QCOMPARE(codeOf(wait(two->patient->engine->unlock(words("seven green bottles")))), QString());
        }
        QVERIFY2(two->therapist->until([](const Snapshot& s) { return inPhase(s, VisitPhase::Requested) == 4; }),
                 qPrintable(two->therapist->explain()));
        QVERIFY(two->patient->until([](const Snapshot& s) { return inPhase(s, VisitPhase::Requested) == 4; }));
        QCOMPARE(two->patient->now()->money.held.value, 4 * (kPrice + kDeposit));
        balances(0, 0);
    }
    void the_words_bring_a_series_back()
    {
        begin();
        ask(wish(3, 2));
        const auto kept = wait(two->patient->engine->recoveryWords(words("seven green bottles")));
        QVERIFY(kept.has_value());
        const auto before = two->patient->now()->visits;
        two->patient->engine.reset();
        Side again(two->world, two->folder.filePath(QStringLiteral("p2")));
        QVERIFY(again.until([](const Snapshot& s) { return s.gate == Gate::Guest; }));
        QCOMPARE(codeOf(wait(again.engine->restorePersona((*kept)->clone(), "Noor", words("another quiet passphrase"), false))), QString());
        QVERIFY2(again.until([&](const Snapshot& s) { return inPhase(s, VisitPhase::Requested) == 3; }), qPrintable(again.explain()));
        const auto now = again.now();
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(now->visits[i].id, before[i].id);
            QVERIFY(now->visits[i].series == before[i].series);
        }
    }
    void two_patients_race_for_the_same_hours_and_one_of_them_gets_each()
    {
        begin();
        Side other(two->world, two->folder.filePath(QStringLiteral("o")));
        QVERIFY(other.until([](const Snapshot& s) { return s.gate == Gate::Guest; }));
        QCOMPARE(codeOf(wait(other.engine->createPersona(Role::Patient, "Ada", words("nine yellow lamps"), false, {}))), QString());
        QVERIFY(other.until([](const Snapshot& s) { return !s.therapists.empty() && s.money.available.value >= kas(5000).value; }));
        const auto what = wish(3);
        const auto mine = wait(series(*two->patient).plan(what)), theirs = wait(series(other).plan(what));
        QVERIFY(mine && theirs);
        auto a = series(*two->patient).book(what, startsOf(*mine), "");
        auto b = series(other).book(what, startsOf(*theirs), "");
        QCOMPARE(codeOf(wait(a)), QString());
        QCOMPARE(codeOf(wait(b)), QString());
        QVERIFY2(two->therapist->until([](const Snapshot& s) { return inPhase(s, VisitPhase::Requested) == 6; }),
                 qPrintable(two->therapist->explain()));
        // She takes the second hour of one and the rest of the other: whoever loses an hour gets all of its money back.
        const auto s = two->therapist->now();
        std::vector<std::string> noors, adas;
        for (const auto& v : s->visits) (v.peerName == "Noor" ? noors : adas).push_back(v.id);
        QCOMPARE(codeOf(wait(series(*two->therapist).accept({noors[1], adas[0], adas[2]}))), QString());
        QVERIFY2(two->therapist->until(
                     [](const Snapshot& n) { return inPhase(n, VisitPhase::Accepted) == 3 && endedAs(n, VisitEnding::Declined) == 3; }),
                 qPrintable(two->therapist->explain()));
        QVERIFY(two->patient->until(
            [](const Snapshot& n) { return inPhase(n, VisitPhase::Accepted) == 1 && endedAs(n, VisitEnding::Declined) == 2; }));
        QVERIFY(
            other.until([](const Snapshot& n) { return inPhase(n, VisitPhase::Accepted) == 2 && endedAs(n, VisitEnding::Declined) == 1; }));
        QTRY_COMPARE(other.now()->money.held.value, 2 * (kPrice + kDeposit));
        balances(0, 0);
        // And nobody can be made to accept both for one hour.
        QVERIFY(!wait(series(*two->therapist).accept({noors[0]})));
    }
    void what_a_stranger_writes_into_a_mark_is_not_believed()
    {
        QVERIFY(isMark({std::string(32, 'a'), 1, 2, 1}));
        QVERIFY(!isMark({std::string(31, 'a'), 1, 2, 1}));
        QVERIFY(!isMark({std::string(32, 'g'), 1, 2, 1}));
        QVERIFY(!isMark({std::string(32, 'a'), 3, 2, 1}));
        QVERIFY(!isMark({std::string(32, 'a'), 1, 13, 1}));
        QVERIFY(!isMark({std::string(32, 'a'), 1, 2, 0}));
        QVERIFY(!isMark({std::string(32, 'a'), 0, 2, 1}));
    }
};

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
