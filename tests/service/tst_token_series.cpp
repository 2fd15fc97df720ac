// SPDX-License-Identifier: GPL-3.0-or-later
// Several visits in BTAI asked for in one go, and moved: what is said before is what it takes, to the unit.
#include <QtTest> // first: moc 6.4 cannot read <compare> before it

#include "service/series_of.h"
#include "service/token_explain.h"
#include "service/tokens/tokens_door.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

namespace {

std::uint64_t feesOfStep(const Snapshot& s, std::string_view step)
{
    std::uint64_t sum = 0;
    for (const auto& v : s.visits)
        for (const auto& one : v.steps)
            if (one.step == step) sum += one.fee.value;
    return sum;
}

} // namespace

class TestTokenSeries : public QObject
{
    Q_OBJECT
    std::unique_ptr<TwoSides> two;
    static constexpr std::uint64_t kOne = 100'000'000, kGift = 1'000 * kOne;
    // 1,000 and 200 KAS at 0.058 EUR are 116 and 23.2 BTAI at 0.50 EUR; 1 % goes to the pool.
    static constexpr std::uint64_t kPrice = 11'600'000'000, kBond = 2'320'000'000, kLevy = kPrice / 100;

    [[nodiscard]] SeriesWish wish(int count, int weeks = 1) const
    {
        return {two->patient->now()->therapists.at(0).id, two->slot(3 * kDay), weeks, count, {}};
    }
    [[nodiscard]] std::vector<std::string> ids(const Side& side, VisitPhase phase) const
    {
        std::vector<std::string> out;
        const auto s = side.now();
        for (const auto& v : s->visits)
            if (v.phase == phase) out.push_back(v.id);
        return out;
    }
    [[nodiscard]] bool both(VisitPhase phase, int count) const
    {
        const auto there = [&](const Snapshot& s) { return inPhase(s, phase) == count; };
        return two->patient->until(there) && two->therapist->until(there);
    }
    void ask(const SeriesWish& what)
    {
        const auto plan = wait(series(*two->patient).plan(what));
        QCOMPARE(codeOf(plan), QString());
        QCOMPARE(codeOf(wait(series(*two->patient).book(what, startsOf(*plan), "I cannot sleep before Mondays."))), QString());
        QVERIFY2(both(VisitPhase::Requested, plan->visits), qPrintable(explainTokens(*two->patient) + explainTokens(*two->therapist)));
    }
    void acceptAll(int count)
    {
        QCOMPARE(codeOf(wait(series(*two->therapist).accept(ids(*two->therapist, VisitPhase::Requested)))), QString());
        QVERIFY2(both(VisitPhase::Accepted, count), qPrintable(explainTokens(*two->patient) + explainTokens(*two->therapist)));
    }
    [[nodiscard]] static bool holds(const Side& side, std::uint64_t available, std::uint64_t held)
    {
        return side.until([&](const Snapshot& s) {
            return s.tokens && s.tokens->available == available && s.tokens->waiting == 0 && s.tokens->held == held && s.outbox.empty() &&
                   s.money.waiting.value == 0;
        });
    }
    void balances(std::uint64_t patientHolds, std::uint64_t patientHeld, std::uint64_t therapistHolds, std::uint64_t therapistHeld)
    {
        QVERIFY2(holds(*two->patient, patientHolds, patientHeld), qPrintable(explainTokens(*two->patient)));
        QVERIFY2(holds(*two->therapist, therapistHolds, therapistHeld), qPrintable(explainTokens(*two->therapist)));
    }

private slots:
    void init()
    {
        two = std::make_unique<TwoSides>();
        QCOMPARE(two->begin(), QString());
        PracticeView practice = two->therapist->now()->practice;
        practice.inTokens = true;
        QCOMPARE(codeOf(wait(two->therapist->engine->savePractice(practice))), QString());
        QVERIFY(two->patient->until(
            [](const Snapshot& s) { return s.therapists.size() == 1 && s.therapists[0].inTokens && !s.therapists[0].openTimes.empty(); }));
        QTRY_VERIFY(two->therapist->now()->outbox.empty() && two->therapist->now()->money.waiting.value == 0 &&
                    two->therapist->now()->tokens->available == kGift);
    }
    void cleanup() { two.reset(); }

    void what_is_said_of_all_of_them_is_what_they_take()
    {
        const auto what = wish(4);
        const auto plan = wait(series(*two->patient).plan(what));
        QCOMPARE(codeOf(plan), QString());
        QCOMPARE(plan->visits, 4);
        QVERIFY(plan->tokens.has_value());
        QCOMPARE(plan->tokens->price, 4 * kPrice);
        QCOMPARE(plan->tokens->levy, 4 * kLevy);
        QCOMPARE(plan->tokens->missing, std::uint64_t(0));
        QCOMPARE(plan->tokens->kasMissing.value, std::uint64_t(0));
        QCOMPARE(plan->tokens->carriersLeft.value, 2 * kOne);
        QCOMPARE(plan->deposit.value, kas(8).value);
        QVERIFY(plan->fee.value > 0);
        QCOMPARE(plan->price.value, 4 * TwoSides::kPrice);
        QCOMPARE(plan->priceEach.value, TwoSides::kPrice);
        QCOMPARE(plan->dates[0].lateBack.value, TwoSides::kPrice / 2);
        QCOMPARE(plan->missing.value, std::uint64_t(0));
        QCOMPARE(plan->total.value, plan->price.value + plan->deposit.value + plan->fee.value);
        QCOMPARE(plan->left.value, plan->available.value - plan->total.value);
        QTRY_VERIFY(two->patient->now()->outbox.empty() && two->patient->now()->money.waiting.value == 0);
        const auto coins = two->patient->now()->money.available.value;
        ask(what);
        QVERIFY2(holds(*two->patient, kGift - 4 * kPrice, 4 * kPrice), qPrintable(explainTokens(*two->patient)));
        QCOMPARE(feesOfStep(*two->patient->now(), "book"), plan->fee.value);
        QCOMPARE(two->patient->now()->money.available.value, coins - plan->deposit.value - plan->fee.value);
        const auto s = two->therapist->now();
        for (std::size_t i = 0; i < 4; ++i) {
            const auto& v = s->visits.at(i);
            QVERIFY(v.inTokens && v.series);
            QCOMPARE(v.priceUnits, kPrice);
            QCOMPARE(v.series->place, static_cast<int>(i) + 1);
            QVERIFY(i == 0 || v.covenantId != s->visits[i - 1].covenantId);
        }
        acceptAll(4);
        balances(kGift - 4 * kPrice, 4 * kPrice, kGift - 4 * kBond, 4 * kBond);
        // All of them are called off, for what was said.
        const auto all = wait(series(*two->patient).cancelNow(ids(*two->patient, VisitPhase::Accepted)[0], true));
        QCOMPARE(codeOf(all), QString());
        QVERIFY(all->inTokens);
        QCOMPARE(all->visits.size(), std::size_t(4));
        QCOMPARE(all->priceToPatient.value, 4 * kPrice);
        QCOMPARE(all->bondToTherapist.value, 4 * kBond);
        QCOMPARE(all->deposit.value, kas(8).value);
        QCOMPARE(codeOf(wait(series(*two->patient).cancel(*all))), QString());
        QVERIFY2(two->patient->until([](const Snapshot& n) { return endedAs(n, VisitEnding::CancelledFree) == 4; }),
                 qPrintable(explainTokens(*two->patient)));
        balances(kGift, 0, kGift, 0);
    }
    void where_tokens_reach_for_some_of_them_none_is_asked_for()
    {
        const auto what = wish(9);
        const auto plan = wait(series(*two->patient).plan(what));
        QCOMPARE(codeOf(plan), QString());
        QCOMPARE(plan->visits, 9);
        QCOMPARE(plan->tokens->missing, 9 * kPrice - kGift);
        QCOMPARE(plan->tokens->kasMissing.value, std::uint64_t(0));
        QVERIFY(plan->missing.value > 0);
        const auto asked = wait(series(*two->patient).book(what, startsOf(*plan), ""));
        QCOMPARE(codeOf(asked).trimmed(), QStringLiteral("token.not_enough series"));
        QCOMPARE(asked.error().args.at(0), std::to_string(9 * kPrice));
        QCOMPARE(asked.error().args.at(1), std::to_string(kGift));
        QVERIFY(two->patient->now()->visits.empty() && two->patient->now()->outbox.empty());
        QCOMPARE(two->patient->now()->tokens->available, kGift);
        // One less, and it is enough: 8 of them leave 72 BTAI.
        ask(wish(8));
        QVERIFY2(holds(*two->patient, kGift - 8 * kPrice, 8 * kPrice), qPrintable(explainTokens(*two->patient)));
    }
    void where_kas_for_deposits_and_fees_is_short_none_is_asked_for()
    {
        // One dear visit in KAS leaves less than 9 KAS; then she takes BTAI again.
        PracticeView practice = two->therapist->now()->practice;
        practice.inTokens = false;
        const auto old = practice.price;
        practice.price = {two->patient->now()->money.available.value - kas(10).value};
        QCOMPARE(codeOf(wait(two->therapist->engine->savePractice(practice))), QString());
        QVERIFY(two->patient->until([](const Snapshot& s) { return s.therapists.size() == 1 && !s.therapists[0].inTokens; }));
        QCOMPARE(two->book(two->slot()), QString());
        practice.inTokens = true;
        practice.price = old;
        QCOMPARE(codeOf(wait(two->therapist->engine->savePractice(practice))), QString());
        QVERIFY(two->patient->until([&](const Snapshot& s) {
            return s.therapists.size() == 1 && s.therapists[0].inTokens && s.therapists[0].price == old && s.outbox.empty() &&
                   s.money.waiting.value == 0;
        }));
        const auto coins = two->patient->now()->money.available.value;
        QVERIFY(coins < kas(9).value);
        const auto what = wish(8);
        const auto plan = wait(series(*two->patient).plan(what));
        QCOMPARE(codeOf(plan), QString());
        QCOMPARE(plan->tokens->missing, std::uint64_t(0));
        QCOMPARE(plan->tokens->kasMissing.value, plan->deposit.value + plan->fee.value - coins);
        QCOMPARE(plan->missing.value, plan->tokens->kasMissing.value);
        QVERIFY(codeOf(wait(series(*two->patient).book(what, startsOf(*plan), ""))).startsWith(QStringLiteral("ledger.not_enough")));
        QCOMPARE(two->patient->now()->visits.size(), std::size_t(1));
        QVERIFY(two->patient->now()->outbox.empty());
        QCOMPARE(codeOf(wait(two->patient->engine->addPlayMoney())), QString());
        QVERIFY(two->patient->until([&](const Snapshot& s) { return s.money.available.value > coins && s.money.waiting.value == 0; }));
        const auto now = wait(series(*two->patient).plan(what));
        QCOMPARE(codeOf(now), QString());
        QCOMPARE(now->missing.value, std::uint64_t(0));
        QCOMPARE(codeOf(wait(series(*two->patient).book(what, startsOf(*now), ""))), QString());
        QVERIFY2(both(VisitPhase::Requested, 9), qPrintable(explainTokens(*two->patient) + explainTokens(*two->therapist)));
        QVERIFY2(holds(*two->patient, two->patient->now()->tokens->available, 8 * kPrice), qPrintable(explainTokens(*two->patient)));
    }
    void killed_in_the_middle_nothing_is_paid_twice()
    {
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
        QVERIFY2(both(VisitPhase::Requested, 4), qPrintable(explainTokens(*two->patient) + explainTokens(*two->therapist)));
        balances(kGift - 4 * kPrice, 4 * kPrice, kGift, 0);
        QCOMPARE(feesOfStep(*two->patient->now(), "book"), plan->fee.value);
    }
    void some_are_accepted_and_the_rest_expire()
    {
        ask(wish(3));
        QCOMPARE(codeOf(wait(series(*two->therapist).accept({ids(*two->therapist, VisitPhase::Requested)[1]}))), QString());
        QVERIFY(two->patient->until([](const Snapshot& s) { return inPhase(s, VisitPhase::Accepted) == 1; }));
        QCOMPARE(two->clockTo(two->patient->now()->visits[0].acceptBy, 10 * kMinute), QString());
        QVERIFY2(two->patient->until([](const Snapshot& s) { return endedAs(s, VisitEnding::RequestExpired) == 2; }),
                 qPrintable(explainTokens(*two->patient)));
        balances(kGift - kPrice, kPrice, kGift - kBond, kBond);
    }
    void moving_one_says_both_kinds_of_coins_and_keeps_the_rest()
    {
        ask(wish(3));
        acceptAll(3);
        balances(kGift - 3 * kPrice, 3 * kPrice, kGift - 3 * kBond, 3 * kBond);
        const auto old = ids(*two->patient, VisitPhase::Accepted)[1];
        const auto hours = wait(series(*two->patient).hoursFor(old));
        QVERIFY(hours && !hours->empty());
        const Millis to = hours->back();
        const auto seen = wait(series(*two->patient).planMove(old, to, false));
        QCOMPARE(codeOf(seen), QString());
        QCOMPARE(seen->moving, 1);
        QVERIFY(seen->tokens.has_value());
        QCOMPARE(seen->tokens->back, kPrice);
        QCOMPARE(seen->tokens->lost, std::uint64_t(0));
        QCOMPARE(seen->tokens->held, kPrice);
        QCOMPARE(seen->tokens->kasBack.value, kas(2).value);
        QCOMPARE(seen->tokens->kasHeld.value, kas(2).value);
        QCOMPARE(seen->missing.value, std::uint64_t(0));
        QCOMPARE(seen->back.value, TwoSides::kPrice + kas(2).value);
        QCOMPARE(seen->held.value, TwoSides::kPrice + kas(2).value);
        const auto before = feesOfStep(*two->patient->now(), "book");
        QCOMPARE(codeOf(wait(series(*two->patient).move(old, *seen))), QString());
        QVERIFY2(two->therapist->until([&](const Snapshot& s) {
            return endedAs(s, VisitEnding::CancelledFree) == 1 &&
                   std::ranges::any_of(s.visits, [&](const VisitView& v) { return v.phase == VisitPhase::Requested && v.startsAt == to; });
        }),
                 qPrintable(explainTokens(*two->patient) + explainTokens(*two->therapist)));
        const auto s = two->therapist->now();
        const auto moved = std::ranges::find_if(s->visits, [&](const VisitView& v) { return v.startsAt == to; });
        QVERIFY(moved->inTokens);
        QCOMPARE(moved->series->place, 2); // it is still the second of three
        acceptAll(3);
        balances(kGift - 3 * kPrice, 3 * kPrice, kGift - 3 * kBond, 3 * kBond);
        const auto now = two->patient->now();
        QCOMPARE(feesOfStep(*now, "book") - before + feesOfStep(*now, "cancel"), seen->fee.value);
    }
    void all_later_ones_move_in_the_same_rhythm()
    {
        ask(wish(3));
        const auto first = two->patient->now()->visits[0];
        const Millis to = first.startsAt.plus(kHour);
        const auto seen = wait(series(*two->patient).planMove(first.id, to, true));
        QCOMPARE(codeOf(seen), QString());
        QCOMPARE(seen->moving, 3);
        QCOMPARE(seen->tokens->held, 3 * kPrice);
        QCOMPARE(codeOf(wait(series(*two->patient).move(first.id, *seen))), QString());
        QVERIFY2(two->therapist->until([&](const Snapshot& s) {
            return endedAs(s, VisitEnding::CancelledFree) == 3 && inPhase(s, VisitPhase::Requested) == 3;
        }),
                 qPrintable(explainTokens(*two->patient) + explainTokens(*two->therapist)));
        balances(kGift - 3 * kPrice, 3 * kPrice, kGift, 0);
    }
    void moving_late_costs_the_share_and_no_more()
    {
        QCOMPARE(two->book(two->slot()), QString());
        QCOMPARE(two->accept(), QString());
        QCOMPARE(two->clockTo(two->patient->visit().freeUntil, 20 * kMinute), QString());
        QVERIFY(two->patient->phase(VisitPhase::Committed) && two->therapist->phase(VisitPhase::Committed));
        const auto old = two->patient->visit().id;
        const auto hours = wait(series(*two->patient).hoursFor(old));
        QVERIFY(hours && !hours->empty());
        const auto seen = wait(series(*two->patient).planMove(old, hours->back(), false));
        QCOMPARE(codeOf(seen), QString());
        QCOMPARE(seen->tokens->back, kPrice / 2);
        QCOMPARE(seen->tokens->lost, kPrice / 2);
        QCOMPARE(seen->lost.value, TwoSides::kPrice / 2);
        QCOMPARE(codeOf(wait(series(*two->patient).move(old, *seen))), QString());
        QVERIFY2(two->therapist->until([](const Snapshot& s) {
            return endedAs(s, VisitEnding::CancelledLate) == 1 && inPhase(s, VisitPhase::Requested) == 1;
        }),
                 qPrintable(explainTokens(*two->patient) + explainTokens(*two->therapist)));
        balances(kGift - kPrice / 2 - kPrice, kPrice, kGift + kPrice / 2, 0);
    }
    void a_move_that_the_tokens_do_not_reach_for_is_refused_before_anything_is_cancelled()
    {
        // 72 BTAI are left beside eight visits, and half a price is lost when the first is called off late.
        ask(wish(8));
        acceptAll(8);
        const auto first = two->patient->now()->visits[0];
        QCOMPARE(two->clockTo(first.freeUntil, 20 * kMinute), QString());
        QVERIFY(two->patient->until([&](const Snapshot& s) { return s.visits[0].phase == VisitPhase::Committed; }));
        const auto seen = wait(series(*two->patient).planMove(first.id, first.startsAt.plus(kHour), true));
        QCOMPARE(codeOf(seen), QString());
        QCOMPARE(seen->moving, 8);
        QCOMPARE(seen->tokens->lost, kPrice / 2);
        QCOMPARE(seen->tokens->back, 8 * kPrice - kPrice / 2);
        QCOMPARE(seen->tokens->missing, std::uint64_t(0));
        auto more = *seen;
        more.tokens->back += 1;
        QVERIFY(codeOf(wait(series(*two->patient).move(first.id, more))).startsWith(QStringLiteral("visit.outcome_changed")));
        // 30 of the 72 go elsewhere: 16 are missing then.
        const TokenPayment payment{{}, two->therapist->now()->tokens->address, 30 * kOne};
        QCOMPARE(codeOf(wait(two->patient->engine->doors().tokens->send(payment))), QString());
        QVERIFY2(holds(*two->patient, 42 * kOne, 8 * kPrice), qPrintable(explainTokens(*two->patient)));
        const auto now = wait(series(*two->patient).planMove(first.id, first.startsAt.plus(kHour), true));
        QCOMPARE(codeOf(now), QString());
        QCOMPARE(now->tokens->missing, 16 * kOne);
        QVERIFY(now->missing.value > 0);
        QCOMPARE(codeOf(wait(series(*two->patient).move(first.id, *now))).trimmed(), QStringLiteral("token.not_enough series"));
        QCOMPARE(endedAs(*two->patient->now(), VisitEnding::CancelledLate) + inPhase(*two->patient->now(), VisitPhase::Preparing), 0);
        QVERIFY(two->patient->now()->outbox.empty());
    }
    void a_practice_that_takes_other_coins_now_does_not_move_the_visit()
    {
        QCOMPARE(two->book(two->slot()), QString());
        PracticeView practice = two->therapist->now()->practice;
        practice.inTokens = false;
        QCOMPARE(codeOf(wait(two->therapist->engine->savePractice(practice))), QString());
        QVERIFY(two->patient->until([](const Snapshot& s) { return s.therapists.size() == 1 && !s.therapists[0].inTokens; }));
        const auto seen = wait(series(*two->patient).planMove(two->patient->visit().id, two->slot(3 * kDay), false));
        QCOMPARE(codeOf(seen).trimmed(), QStringLiteral("visit.other_coins"));
        QCOMPARE(two->patient->visit().phase, VisitPhase::Requested);
    }
    void an_offer_that_changed_meanwhile_costs_nothing()
    {
        const auto what = wish(2);
        const auto plan = wait(series(*two->patient).plan(what));
        QCOMPARE(codeOf(plan), QString());
        PracticeView practice = two->therapist->now()->practice;
        practice.inTokens = false;
        QCOMPARE(codeOf(wait(two->therapist->engine->savePractice(practice))), QString());
        QVERIFY(two->patient->until([](const Snapshot& s) { return s.therapists.size() == 1 && !s.therapists[0].inTokens; }));
        QVERIFY(codeOf(wait(series(*two->patient).book(what, startsOf(*plan), ""))).startsWith(QStringLiteral("visit.offer_changed")));
        QVERIFY(two->patient->now()->visits.empty());
    }
};

QTEST_GUILESS_MAIN(TestTokenSeries)
#include "tst_token_series.moc"
