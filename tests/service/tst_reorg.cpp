// SPDX-License-Identifier: GPL-3.0-or-later
// What the chain takes back, the mempool forgets, or somebody else spends first: money, visits and words stay true.
#include <QTest>
#ifndef Q_MOC_RUN
#include "service/json_fields.h"
#include "service/scripted_sides.h"
#endif

using namespace bt;
using namespace bt::service;
using namespace bt::test;

namespace {

int takenBack(const Side& side)
{
    const auto s = side.now();
    return static_cast<int>(std::ranges::count_if(s->notices, [](const NoticeView& n) { return n.code == "taken_back"; }));
}

// Everything of a side with every fee that it paid put back: letters and listings go on meanwhile and cost theirs.
std::uint64_t withFees(const Side& side) { return side.all() + feesOf(side); }

} // namespace

class TestReorg : public QObject
{
    Q_OBJECT
    std::unique_ptr<ScriptedSides> two;

    // The step that both see is taken back by a branch of `depth` blocks, said once, and comes again with the same bytes.
    void backAndForth(VisitPhase after, VisitPhase before, int depth)
    {
        QVERIFY2(two->both(after), qPrintable(two->explain()));
        const auto wasP = takenBack(*two->patient), wasT = takenBack(*two->therapist);
        const auto moneyP = withFees(*two->patient), moneyT = withFees(*two->therapist);
        const auto txid = two->patient->visit().steps.back().txid;
        const auto step = two->patient->visit().steps.back().step;
        const bool eitherSide = step == "commit"; // both may push it: whose comes first is the network's to say
        two->chain->mineAtOnce(false);
        two->chain->takeBack(idOf(txid), depth);
        QVERIFY2(two->until([&] {
            return two->patient->visit().phase == before && two->therapist->visit().phase == before && two->patient->visit().moving &&
                   takenBack(*two->patient) == wasP + 1 && takenBack(*two->therapist) == wasT + 1;
        }),
                 qPrintable(two->explain()));
        const auto steps = two->patient->visit().steps;
        QVERIFY(std::ranges::any_of(steps, [&](const VisitStep& s) { return s.txid == txid && s.state == PaymentState::Sent; }));
        two->chain->mineAtOnce(true);
        two->chain->mine();
        QVERIFY2(two->both(after), qPrintable(two->explain()));
        const auto now = two->patient->visit();
        QCOMPARE(std::ranges::count_if(now.steps, [&](const VisitStep& s) { return s.step == step; }), 1);
        QVERIFY(eitherSide || now.steps.back().txid == txid);
        if (eitherSide) return rest();
        QVERIFY2(two->until([&] { return withFees(*two->patient) == moneyP && withFees(*two->therapist) == moneyT; }),
                 qPrintable(two->explain()));
        QCOMPARE(takenBack(*two->patient), wasP + 1);
        QCOMPARE(takenBack(*two->therapist), wasT + 1);
    }
    // Letters that are under way cost fees: a comparison of money wants both at rest.
    void rest()
    {
        QVERIFY2(two->until([&] {
            const auto p = two->patient->now(), t = two->therapist->now();
            return p->outbox.empty() && t->outbox.empty() && p->money.waiting.value == 0 && t->money.waiting.value == 0;
        }),
                 qPrintable(two->explain()));
    }
    void book()
    {
        const auto done = wait(two->patient->engine->book(two->patient->now()->therapists.at(0).id, two->slot(), "I cannot sleep."));
        QCOMPARE(codeOf(done), QString());
    }

private slots:
    void init()
    {
        two = std::make_unique<ScriptedSides>();
        QCOMPARE(two->begin(), QString());
        rest();
    }
    void cleanup() { two.reset(); }

    void every_step_of_a_visit_goes_back_and_comes_again_data()
    {
        QTest::addColumn<int>("depth");
        QTest::newRow("1") << 1;
        QTest::newRow("5") << 5;
        QTest::newRow("50") << 50;
    }
    void every_step_of_a_visit_goes_back_and_comes_again()
    {
        QFETCH(int, depth);
        book();
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        rest();
        backAndForth(VisitPhase::Requested, VisitPhase::Preparing, depth);
        QCOMPARE(codeOf(wait(two->therapist->engine->acceptVisit(two->therapist->visit().id))), QString());
        QVERIFY2(two->both(VisitPhase::Accepted), qPrintable(two->explain()));
        rest();
        backAndForth(VisitPhase::Accepted, VisitPhase::Requested, depth);
        two->clockTo(two->patient->visit().freeUntil, 20 * kMinute);
        QVERIFY2(two->both(VisitPhase::Committed), qPrintable(two->explain()));
        rest();
        backAndForth(VisitPhase::Committed, VisitPhase::Accepted, depth);
        two->clockTo(two->patient->visit().startsAt, kMinute);
        QVERIFY2(two->until([&] { return two->patient->visit().canJoin && two->therapist->visit().canJoin; }), qPrintable(two->explain()));
        QCOMPARE(codeOf(wait(two->patient->engine->joinVisit(two->patient->visit().id))), QString());
        QCOMPARE(codeOf(wait(two->therapist->engine->joinVisit(two->therapist->visit().id))), QString());
        QVERIFY2(two->both(VisitPhase::InSession), qPrintable(two->explain()));
        QVERIFY(two->until([&] { return two->patient->visit().joinedByThem && two->therapist->visit().joinedByThem; }));
        rest();
        two->clockTo(two->patient->visit().endsAt, kMinute);
        QVERIFY(two->until([&] { return two->therapist->visit().canSignRecord; }));
        QCOMPARE(codeOf(wait(two->therapist->engine->signRecord(two->therapist->visit().id))), QString());
        QVERIFY(two->until([&] { return two->patient->visit().record == RecordState::SignedByThem; }));
        QCOMPARE(codeOf(wait(two->patient->engine->signRecord(two->patient->visit().id))), QString());
        QVERIFY(
            two->until([&] { return two->patient->visit().canComplete && two->therapist->visit().record == RecordState::SignedByBoth; }));
        QCOMPARE(codeOf(wait(two->patient->engine->completeVisit(two->patient->visit().id))), QString());
        QVERIFY2(two->both(VisitPhase::Ended), qPrintable(two->explain()));
        rest();
        backAndForth(VisitPhase::Ended, VisitPhase::InSession, depth);
        QCOMPARE(two->patient->visit().ending, VisitEnding::Completed);
        QCOMPARE(two->therapist->visit().ending, VisitEnding::Completed);
        QVERIFY(two->until([&] { return two->patient->visit().canRate; }));
    }

    void a_booking_in_no_block_is_part_of_the_money_that_is_held()
    {
        rest();
        const auto before = withFees(*two->patient);
        two->chain->mineAtOnce(false);
        QCOMPARE(codeOf(wait(two->patient->engine->book(two->patient->now()->therapists[0].id, two->slot(), ""))), QString());
        QVERIFY2(two->until([&] { return two->chain->waiting() > 0 && two->patient->now()->money.held.value != 0; }),
                 qPrintable(two->explain()));
        QCOMPARE(two->patient->visit().phase, VisitPhase::Preparing);
        QCOMPARE(two->patient->now()->money.held.value, TwoSides::kPrice + kas(1).value);
        QCOMPARE(withFees(*two->patient), before);
        two->chain->mineAtOnce(true);
        two->chain->mine(1);
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        QCOMPARE(two->patient->now()->money.held.value, TwoSides::kPrice + kas(1).value);
    }
    void a_branch_that_has_the_payment_too_is_not_worth_a_word()
    {
        book();
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        rest();
        two->chain->takeBack(idOf(two->patient->visit().steps.front().txid), 3, ScriptedChain::Then::Again);
        two->clock.advance(30 * kSecond);
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        QVERIFY(two->until([&] { return two->patient->visit().steps.back().state == PaymentState::Settled; }));
        QCOMPARE(takenBack(*two->patient), 0);
    }

    void received_coins_go_back_and_come_again()
    {
        const auto before = two->patient->now()->money.available.value;
        QCOMPARE(two->fund(*two->patient), QString());
        const auto received = [&] {
            const auto s = two->patient->now();
            return std::ranges::count_if(s->money.rows, [](const MoneyRow& row) { return row.kind == "coins_in"; });
        };
        QCOMPARE(received(), 2);
        // What has just come in is seen; it is settled when it lies deep.
        const auto newest = [&] {
            const auto s = two->patient->now();
            const auto row = std::ranges::find(s->money.rows, std::string("coins_in"), &MoneyRow::kind);
            return row == s->money.rows.end() ? MoneyState::Waiting : row->state;
        };
        QVERIFY(newest() == MoneyState::Seen || newest() == MoneyState::Settled);
        two->chain->mineAtOnce(false);
        two->chain->reorganise(1);
        QVERIFY2(two->until([&] { return two->patient->now()->money.available.value == before && received() == 1; }),
                 qPrintable(two->explain()));
        two->chain->mineAtOnce(true);
        two->chain->mine();
        QVERIFY2(two->until([&] { return two->patient->now()->money.available.value == before + kas(5000).value; }),
                 qPrintable(two->explain()));
        QCOMPARE(newest(), MoneyState::Seen);
        two->clock.advance(30 * kSecond);
        QVERIFY2(two->until([&] { return newest() == MoneyState::Settled; }), qPrintable(two->explain()));
    }

    void what_the_mempool_forgets_is_sent_again_with_the_same_bytes()
    {
        two->chain->mineAtOnce(false);
        book();
        QVERIFY2(two->until([&] { return two->chain->waiting() >= 1; }), qPrintable(two->explain()));
        const auto id = kaspa::transactionId(two->chain->pool().front());
        QVERIFY(!two->patient->now()->outbox.empty()); // until a block has it
        two->chain->forgetPool();
        QVERIFY2(two->until([&] {
            const auto pool = two->chain->pool();
            return std::ranges::any_of(pool, [&](const kaspa::Transaction& tx) { return kaspa::transactionId(tx) == id; });
        }),
                 qPrintable(two->explain()));
        two->chain->mineAtOnce(true);
        two->chain->mine();
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        QCOMPARE(two->patient->visit().steps.front().txid, hexOf(id));
        rest();
    }

    void what_the_network_lost_after_a_reorganisation_is_sent_again()
    {
        book();
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        rest();
        const auto txid = two->patient->visit().steps.front().txid;
        two->chain->mineAtOnce(false);
        two->chain->takeBack(idOf(txid), 1, ScriptedChain::Then::Forget); // and no mempool remembers it
        QVERIFY2(two->until([&] { return two->patient->visit().phase == VisitPhase::Preparing && two->chain->waiting() >= 1; }),
                 qPrintable(two->explain()));
        two->chain->mineAtOnce(true);
        two->chain->mine();
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        QCOMPARE(two->patient->visit().steps.front().txid, txid);
    }

    void a_step_that_somebody_sits_on_is_outbid()
    {
        book();
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        rest();
        const auto moneyP = withFees(*two->patient), moneyT = withFees(*two->therapist);
        // Her cancelling waits in the mempool, on the very output that his acceptance wants.
        two->chain->mineAtOnce(false);
        QCOMPARE(codeOf(wait(two->patient->engine->cancelVisit(two->patient->visit().id))), QString());
        QVERIFY2(two->until([&] { return two->chain->waiting() == 1 && two->patient->visit().moving; }), qPrintable(two->explain()));
        const auto first = kaspa::transactionId(two->chain->pool().front());
        QCOMPARE(codeOf(wait(two->therapist->engine->acceptVisit(two->therapist->visit().id))), QString());
        QVERIFY2(two->until([&] { return two->chain->replacements() >= 1; }), qPrintable(two->explain()));
        QVERIFY(std::ranges::none_of(two->chain->pool(), [&](const kaspa::Transaction& tx) { return kaspa::transactionId(tx) == first; }) ||
                two->chain->replacements() >= 2); // unless she has outbid him since
        two->chain->mine();
        two->chain->mineAtOnce(true);
        // One of the two has come true for both, whoever paid more, and no coin is lost or spent twice.
        QVERIFY2(two->until([&] {
            const auto p = two->patient->visit(), t = two->therapist->visit();
            return p.phase == t.phase && (p.phase == VisitPhase::Accepted || p.phase == VisitPhase::Ended);
        }),
                 qPrintable(two->explain()));
        if (two->patient->visit().conflictOutbox != 0) // she takes her wish back: he was faster
            QCOMPARE(codeOf(wait(two->patient->engine->cancelOutbox(two->patient->visit().conflictOutbox))), QString());
        QVERIFY2(two->until([&] { return withFees(*two->patient) == moneyP && withFees(*two->therapist) == moneyT; }),
                 qPrintable(
                     two->explain() +
                     QStringLiteral(" %1 %2, %3 %4").arg(withFees(*two->patient)).arg(moneyP).arg(withFees(*two->therapist)).arg(moneyT)));
    }

    void two_who_push_the_same_step_do_not_outbid_each_other()
    {
        // A second coin each: a listing under way keeps nobody from the step.
        QCOMPARE(two->fund(*two->patient), QString());
        QCOMPARE(two->fund(*two->therapist), QString());
        book();
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        QCOMPARE(codeOf(wait(two->therapist->engine->acceptVisit(two->therapist->visit().id))), QString());
        QVERIFY2(two->both(VisitPhase::Accepted), qPrintable(two->explain()));
        rest();
        two->chain->mineAtOnce(false);
        two->clockTo(two->patient->visit().freeUntil, 20 * kMinute);
        // Both want it, one waits in the mempool, and it stays the same one while both look again and again.
        QVERIFY2(two->until([&] { return two->patient->visit().moving && two->therapist->visit().moving; }), qPrintable(two->explain()));
        const auto waits = two->chain->pool();
        QVERIFY(!waits.empty());
        const auto before = two->clock.now();
        QVERIFY(two->until([&] { return two->clock.now().minus(before) > kMinute; }));
        QCOMPARE(two->chain->replacements(), 0);
        const auto later = two->chain->pool();
        for (const auto& tx : waits)
            QVERIFY(std::ranges::any_of(
                later, [&](const kaspa::Transaction& other) { return kaspa::transactionId(other) == kaspa::transactionId(tx); }));
        two->chain->mineAtOnce(true);
        two->chain->mine();
        QVERIFY2(two->both(VisitPhase::Committed), qPrintable(two->explain()));
        rest();
    }

    void coins_spent_elsewhere_are_a_conflict_and_the_person_may_use_others()
    {
        const auto seed = wait(two->patient->engine->recoveryWords(words("seven green bottles")));
        QCOMPARE(codeOf(seed), QString());
        two->chain->mineAtOnce(false);
        book();
        QVERIFY2(two->until([&] { return two->chain->waiting() >= 1; }), qPrintable(two->explain()));
        const auto lost = kaspa::transactionId(two->chain->pool().front());
        two->chain->forgetPool();
        const auto later = two->slot(5 * kDay);
        two->patient->engine.reset(); // this computer is switched off
        two->chain->forgetPool();
        // The same words on another computer spend the same coin.
        Side other(two->world, two->folder.filePath(QStringLiteral("q")));
        QCOMPARE(codeOf(wait(other.engine->restorePersona(seed->get()->clone(), "Noor", words("a second computer"), false))), QString());
        QVERIFY2(two->until([&] { return other.now()->money.available.value > kas(4000).value && !other.now()->therapists.empty(); }),
                 qPrintable(other.explain()));
        two->chain->mineAtOnce(true);
        QCOMPARE(codeOf(wait(other.engine->book(other.now()->therapists.at(0).id, later, "From elsewhere."))), QString());
        QVERIFY2(two->phase(other, VisitPhase::Requested), qPrintable(other.explain()));
        other.engine.reset();
        two->patient->start();
        QVERIFY(two->until([&] { return two->patient->now()->gate == Gate::Locked; }));
        QCOMPARE(codeOf(wait(two->patient->engine->unlock(words("seven green bottles")))), QString());
        QVERIFY2(two->until([&] {
            const auto s = two->patient->now();
            return std::ranges::any_of(s->outbox, [](const OutboxView& o) { return o.replannable; });
        }),
                 qPrintable(two->explain()));
        QCOMPARE(two->patient->visit().trouble, std::string_view("payment.conflict"));
        QVERIFY(two->patient->visit().conflictOutbox != 0);
        QVERIFY(!two->chain->accepted().contains(lost));
        // Other coins arrive; she lets it be planned anew.
        QCOMPARE(two->fund(*two->patient), QString());
        QCOMPARE(codeOf(wait(two->patient->engine->retryOutbox(two->patient->visit().conflictOutbox))), QString());
        QVERIFY2(two->phase(*two->patient, VisitPhase::Requested), qPrintable(two->explain()));
        QVERIFY(two->patient->visit().steps.front().txid != hexOf(lost));
        QVERIFY(two->patient->visit().trouble.empty());
        QVERIFY(!two->chain->accepted().contains(lost)); // paid once
    }

    void away_from_the_network_everything_can_be_read_and_wishes_wait()
    {
        book();
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        rest();
        two->chain->offline(true);
        QVERIFY(two->until([&] { return two->patient->now()->network.trouble == "node.offline"; }));
        QCOMPARE(two->patient->now()->visits.size(), std::size_t(1));
        QCOMPARE(codeOf(wait(two->patient->engine->cancelVisit(two->patient->visit().id))), QString());
        QVERIFY(two->patient->visit().moving);
        two->chain->offline(false);
        QVERIFY2(two->both(VisitPhase::Ended), qPrintable(two->explain()));
        QCOMPARE(two->patient->visit().ending, VisitEnding::CancelledFree);
    }
};

QTEST_GUILESS_MAIN(TestReorg)
#include "tst_reorg.moc"
