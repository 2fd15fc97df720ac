// SPDX-License-Identifier: GPL-3.0-or-later
// What time brings about is pushed by whoever is there, once; and what cancelling gives is exact at every limit.
#include <QTest>
#ifndef Q_MOC_RUN
#include "codec/text.h"
#include "service/disputes/disputes_door.h"
#include "service/scripted_sides.h"
#include "service/series/series_door.h"
#include "service/visit_due.h"
#endif

using namespace bt;
using namespace bt::service;
using namespace bt::test;

namespace cs = bt::contract::session;

namespace {

int stepsNamed(const VisitView& v, std::string_view step)
{
    return static_cast<int>(std::ranges::count_if(v.steps, [&](const VisitStep& s) { return s.step == step; }));
}

} // namespace

class TestPushes : public QObject
{
    Q_OBJECT
    std::unique_ptr<ScriptedSides> two;
    static constexpr std::uint64_t kPrice = TwoSides::kPrice, kBond = TwoSides::kBond, kDeposit = 100'000'000;
    static constexpr std::int64_t kLag = 132 * kSecond; // past median time runs behind by this

    void accepted()
    {
        two = std::make_unique<ScriptedSides>();
        QCOMPARE(two->begin(), QString());
        // A second coin each: a letter or a listing under way keeps nobody from the next step.
        QCOMPARE(two->fund(*two->patient), QString());
        QCOMPARE(two->fund(*two->therapist), QString());
        QCOMPARE(codeOf(wait(two->patient->engine->book(two->patient->now()->therapists[0].id, two->slot(), ""))), QString());
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        QCOMPARE(codeOf(wait(two->therapist->engine->acceptVisit(two->therapist->visit().id))), QString());
        QVERIFY2(two->both(VisitPhase::Accepted), qPrintable(two->explain()));
        QVERIFY2(two->rest(), qPrintable(two->explain()));
    }
    //! The network's clock, with past median time exactly `after` beyond a limit.
    void medianTo(Millis limit, std::int64_t after) { two->clock.advance(limit.plus(after + kLag).minus(two->clock.now())); }
    [[nodiscard]] CancelView cancelOf(const Side& side) const
    {
        const auto now = wait(side.engine->doors().series->cancelNow(side.visit().id, false));
        return now ? *now : CancelView{};
    }

private slots:
    void cleanup() { two.reset(); }

    void until_the_limit_cancelling_is_free_for_both_and_a_second_later_it_is_not()
    {
        accepted();
        const auto v = two->patient->visit();
        two->chain->offline(true); // nobody pushes meanwhile; the chain's clock goes on
        medianTo(v.freeUntil, -kSecond);
        auto hers = cancelOf(*two->patient), his = cancelOf(*two->therapist);
        QCOMPARE(hers.toMe.value, kPrice + kDeposit);
        QCOMPARE(hers.bondToTherapist.value, kBond);
        QCOMPARE(hers.priceToTherapist.value, std::uint64_t(0));
        QVERIFY(hers.changesNow); // by the clock on the wall the limit has passed, and a block may make it true
        QCOMPARE(his.toMe.value, kBond);
        QCOMPARE(his.toThem.value, kPrice + kDeposit);
        medianTo(v.freeUntil, 0); // a lock time must be behind past median time, not at it
        hers = cancelOf(*two->patient);
        QCOMPARE(hers.toMe.value, kPrice + kDeposit);
        medianTo(v.freeUntil, kSecond);
        hers = cancelOf(*two->patient);
        his = cancelOf(*two->therapist);
        QCOMPARE(hers.toMe.value, kPrice / 2 + kDeposit);
        QCOMPARE(hers.priceToPatient.value, kPrice / 2);
        QCOMPARE(hers.priceToTherapist.value, kPrice / 2);
        QCOMPARE(hers.bondToTherapist.value, kBond);
        QCOMPARE(hers.until, v.startsAt);
        QCOMPARE(his.toMe.value, std::uint64_t(0)); // his stake is hers now
        QCOMPARE(his.bondToPatient.value, kBond);
        QCOMPARE(his.toThem.value, kPrice + kBond + kDeposit);
        two->chain->offline(false);
        QVERIFY2(two->both(VisitPhase::Committed), qPrintable(two->explain()));
        // And the chain does what was said.
        const auto atRest = [&] { return two->patient->now()->outbox.empty() && two->patient->now()->money.waiting.value == 0; };
        QVERIFY2(two->until(atRest), qPrintable(two->explain()));
        const auto said = cancelOf(*two->patient);
        const auto before = two->patient->now()->money.available.value + feesOf(*two->patient);
        QCOMPARE(codeOf(wait(two->patient->engine->doors().series->cancel(said))), QString());
        QVERIFY2(two->both(VisitPhase::Ended), qPrintable(two->explain()));
        QVERIFY2(two->until([&] {
            return atRest() && two->patient->now()->money.available.value + feesOf(*two->patient) == before + said.toMe.value;
        }),
                 qPrintable(two->explain()));
        std::uint64_t fee = 0;
        for (const auto& step : two->patient->visit().steps)
            if (step.step == "cancel") fee = step.fee.value;
        QCOMPARE(fee, said.fee.value);
    }
    void at_the_start_the_patients_way_out_closes_and_the_therapists_gives_all_back()
    {
        accepted();
        const auto v = two->patient->visit();
        two->clockTo(v.freeUntil, 20 * kMinute);
        QVERIFY2(two->both(VisitPhase::Committed), qPrintable(two->explain()));
        two->chain->offline(true);
        medianTo(v.startsAt, 0);
        QCOMPARE(cancelOf(*two->patient).toMe.value, kPrice / 2 + kDeposit);
        medianTo(v.startsAt, kSecond);
        const auto hers = wait(two->patient->engine->doors().series->cancelNow(v.id, false));
        QVERIFY(!hers);
        QCOMPARE(hers.error().code, std::string_view("visit.not_now"));
        const auto his = cancelOf(*two->therapist);
        QCOMPARE(his.toMe.value, std::uint64_t(0));
        QCOMPARE(his.toThem.value, kPrice + kBond);
        QCOMPARE(his.ticket.value, kDeposit); // the deposit stays for a rating
    }
    void a_cancelling_that_would_give_less_by_now_does_not_happen()
    {
        accepted();
        const auto v = two->patient->visit();
        medianTo(v.freeUntil, -kMinute);
        two->chain->mineAtOnce(false);
        QCOMPARE(codeOf(wait(two->patient->engine->cancelVisit(v.id))), QString());
        QVERIFY2(two->until([&] { return two->chain->waiting() > 0 && two->patient->visit().moving; }), qPrintable(two->explain()));
        // A stranger (the other side's app, a watcher) gets commit into a block first.
        two->chain->forgetPool();
        medianTo(v.freeUntil, kMinute);
        QVERIFY2(two->until([&] { return two->chain->waiting() > 0; }), qPrintable(two->explain()));
        two->chain->mine();
        two->chain->mineAtOnce(true);
        QVERIFY2(two->until([&] {
            const auto s = two->patient->now();
            const auto phase = s->visits[0].phase;
            return (phase == VisitPhase::Committed || phase == VisitPhase::Ended) && !s->visits[0].moving;
        }),
                 qPrintable(two->explain()));
        const auto now = two->patient->visit();
        if (now.phase == VisitPhase::Ended) {
            QCOMPARE(now.ending, VisitEnding::CancelledFree); // her own came first after all: then it gave what was said
            return;
        }
        QVERIFY(now.canCancel);
        QVERIFY(two->until([&] {
            const auto s = two->patient->now();
            return std::ranges::any_of(s->notices, [](const NoticeView& n) { return n.code == "cancel_stopped"; });
        }));
    }
    void both_push_at_once_and_one_of_them_pays()
    {
        accepted();
        two->chain->mineAtOnce(false);
        two->clockTo(two->patient->visit().freeUntil, 20 * kMinute);
        QVERIFY2(two->until([&] { return two->patient->visit().moving && two->therapist->visit().moving; }), qPrintable(two->explain()));
        // Whoever was second has tried, and stands back.
        QVERIFY(two->until([&] {
            const auto p = two->patient->now(), t = two->therapist->now();
            const auto tried = [](const Snapshot& s) {
                return std::ranges::any_of(s.outbox,
                                           [](const OutboxView& o) { return o.what == "commit" && o.lastError == "node.conflict"; });
            };
            return tried(*p) || tried(*t);
        }));
        QCOMPARE(two->chain->replacements(), 0); // nobody outbids
        two->chain->mine();
        two->chain->mineAtOnce(true);
        QVERIFY2(two->both(VisitPhase::Committed), qPrintable(two->explain()));
        QCOMPARE(stepsNamed(two->patient->visit(), "commit"), 1);
        QCOMPARE(stepsNamed(two->therapist->visit(), "commit"), 1);
        QVERIFY(two->until([&] { return two->patient->now()->outbox.empty() && two->therapist->now()->outbox.empty(); }));
    }
    void the_therapists_app_takes_the_price_by_itself_and_again_after_a_reorganisation()
    {
        accepted();
        const auto v = two->patient->visit();
        two->clockTo(v.startsAt, 10 * kMinute); // commit, then begin: by themselves
        QVERIFY2(two->both(VisitPhase::InSession), qPrintable(two->explain()));
        two->clockTo(two->clock.now(), 23 * kHour);
        QVERIFY(wait(two->therapist->engine->confirmWordsSeen()));      // a round of work goes with it
        QCOMPARE(two->therapist->visit().phase, VisitPhase::InSession); // a day after the begin, not before
        two->clockTo(two->clock.now(), 2 * kHour);
        QVERIFY2(two->both(VisitPhase::Ended), qPrintable(two->explain()));
        QCOMPARE(two->patient->visit().ending, VisitEnding::Claimed);
        const auto txid = two->therapist->visit().steps.back().txid;
        const auto raw = codec::hexDecode(txid);
        two->chain->takeBack(*kaspa::TxId::from(*raw), 5, ScriptedChain::Then::Forget);
        QVERIFY2(two->both(VisitPhase::Ended), qPrintable(two->explain()));
        QCOMPARE(two->therapist->visit().steps.back().txid, txid); // the same bytes again
        QVERIFY(two->until([&] { return two->therapist->now()->money.held.value == 0; }));
    }
    void when_the_therapist_is_away_the_patients_app_pays_her_in_the_end()
    {
        accepted();
        const auto v = two->patient->visit();
        two->therapist->engine.reset();
        two->clockTo(v.startsAt, 10 * kMinute);
        QVERIFY2(two->phase(*two->patient, VisitPhase::InSession), qPrintable(two->patient->explain()));
        two->clockTo(two->clock.now(), 47 * kHour);
        QVERIFY(wait(two->patient->engine->confirmWordsSeen()));
        QCOMPARE(two->patient->visit().phase, VisitPhase::InSession);
        two->clockTo(two->clock.now(), 2 * kHour);
        QVERIFY2(two->phase(*two->patient, VisitPhase::Ended), qPrintable(two->patient->explain()));
        QCOMPARE(two->patient->visit().ending, VisitEnding::Claimed);
        QCOMPARE(stepsNamed(two->patient->visit(), "claim-for-therapist"), 1);
        two->therapist->start();
        QVERIFY(two->therapist->until([](const Snapshot& s) { return s.gate == Gate::Locked; }));
        QCOMPARE(codeOf(wait(two->therapist->engine->unlock(words("a quiet room by the sea")))), QString());
        QVERIFY2(two->phase(*two->therapist, VisitPhase::Ended), qPrintable(two->therapist->explain()));
        QCOMPARE(two->therapist->visit().ending, VisitEnding::Claimed);
    }
    void a_problem_that_nobody_decides_lapses_by_itself_and_again_after_a_reorganisation()
    {
        accepted();
        two->clockTo(two->patient->visit().freeUntil, 20 * kMinute);
        QVERIFY2(two->both(VisitPhase::Committed), qPrintable(two->explain()));
        QCOMPARE(codeOf(wait(two->patient->engine->doors().disputes->raiseProblem(two->patient->visit().id))), QString());
        QVERIFY2(two->both(VisitPhase::Disputed), qPrintable(two->explain()));
        two->clockTo(two->clock.now(), 14 * kDay - kHour); // nobody attended: twice the lapse age
        QVERIFY(wait(two->patient->engine->confirmWordsSeen()));
        QVERIFY(wait(two->therapist->engine->confirmWordsSeen()));
        QCOMPARE(two->patient->visit().phase, VisitPhase::Disputed);
        two->chain->mineAtOnce(false); // both push at once
        two->clockTo(two->clock.now(), 2 * kHour);
        QVERIFY2(two->until([&] { return two->patient->visit().moving && two->therapist->visit().moving; }), qPrintable(two->explain()));
        QCOMPARE(two->chain->replacements(), 0);
        two->chain->mine();
        two->chain->mineAtOnce(true);
        QVERIFY2(two->both(VisitPhase::Ended), qPrintable(two->explain()));
        QCOMPARE(two->patient->visit().ending, VisitEnding::Lapsed);
        const auto raw = codec::hexDecode(two->patient->visit().steps.back().txid);
        two->chain->takeBack(*kaspa::TxId::from(*raw), 5, ScriptedChain::Then::Forget);
        QVERIFY2(two->both(VisitPhase::Ended), qPrintable(two->explain()));
        QCOMPARE(two->therapist->visit().ending, VisitEnding::Lapsed);
        QCOMPARE(stepsNamed(two->patient->visit(), "lapse"), 1);
    }
    void what_does_the_same_is_waited_for_and_what_does_not_is_not()
    {
        QVERIFY(sameEffectAs("claim", false, cs::Step::ClaimForTherapist));
        QVERIFY(sameEffectAs("claim-for-therapist", false, cs::Step::ClaimAttended));
        QVERIFY(sameEffectAs("lapse", false, cs::Step::LapseAttended)); // the evidence goes before
        QVERIFY(!sameEffectAs("lapse", true, cs::Step::Lapse));         // and is not given up for less
        QVERIFY(sameEffectAs("begin", true, cs::Step::Begin));
        QVERIFY(!sameEffectAs("commit", false, cs::Step::CancelByPatient));
        QVERIFY(!sameEffectAs("cancel", false, cs::Step::CancelByPatient));
        QVERIFY(!sameEffectAs("expire", false, cs::Step::Decline));
    }
};

QTEST_GUILESS_MAIN(TestPushes)
#include "tst_pushes.moc"
