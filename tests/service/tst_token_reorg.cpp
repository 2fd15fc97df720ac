// SPDX-License-Identifier: GPL-3.0-or-later
// What the chain takes back of BTAI: payments wait again and come again with the same bytes, what was paid is unpaid
// meanwhile, and the sums are right at every moment.
#include <QTest>
#ifndef Q_MOC_RUN
#include "service/json_fields.h"
#include "service/scripted_sides.h"
#include "service/series/series_door.h"
#include "service/tokens/tokens_door.h"
#endif

using namespace bt;
using namespace bt::service;
using namespace bt::test;

namespace {

constexpr std::uint64_t kOne = 100'000'000;

std::pair<std::uint64_t, std::uint64_t> tokens(const Side& side)
{
    const auto s = side.now();
    return s->tokens ? std::pair{s->tokens->available, s->tokens->waiting} : std::pair<std::uint64_t, std::uint64_t>{};
}
int takenBack(const Side& side)
{
    const auto s = side.now();
    return static_cast<int>(std::ranges::count_if(s->notices, [](const NoticeView& n) { return n.code == "taken_back"; }));
}

} // namespace

class TestTokenReorg : public QObject
{
    Q_OBJECT
    std::unique_ptr<ScriptedSides> two;

    [[nodiscard]] bool become(std::pair<std::uint64_t, std::uint64_t> patient, std::pair<std::uint64_t, std::uint64_t> therapist)
    {
        return two->until([&] { return tokens(*two->patient) == patient && tokens(*two->therapist) == therapist; });
    }
    [[nodiscard]] QString sums() const
    {
        const auto p = tokens(*two->patient), t = tokens(*two->therapist);
        return QStringLiteral("%1 %2, %3 %4 ").arg(p.first).arg(p.second).arg(t.first).arg(t.second) + two->explain();
    }
    void giveTo(Side& side, std::uint64_t units)
    {
        QVERIFY(two->until([&] { return side.now()->tokens && !side.now()->tokens->ownerKey.empty(); }));
        const auto raw = codec::hexDecode(side.now()->tokens->ownerKey);
        const auto key = crypto::XOnlyKey::from(*raw);
        QCOMPARE(codeOf(two->chain->tokenFaucet(contract::token::Owner::key(*key), units)), QString());
    }
    void give(std::uint64_t units)
    {
        giveTo(*two->patient, units);
        QVERIFY2(become({units, 0}, {0, 0}), qPrintable(sums()));
    }
    // 300 and 100 KAS at 0.058 EUR are 34.8 and 11.6 BTAI at 0.50 EUR. There is no pool here, so no levy.
    static constexpr std::uint64_t kPrice = 348 * kOne / 10, kBond = 116 * kOne / 10;
    //! Her visits are in BTAI, and she has 50 of them for stakes.
    void priceInTokens()
    {
        giveTo(*two->therapist, 50 * kOne);
        QVERIFY2(become({100 * kOne, 0}, {50 * kOne, 0}), qPrintable(sums()));
        PracticeView practice = two->therapist->now()->practice;
        practice.inTokens = true;
        practice.price = kas(300);
        practice.policy.bond = kas(100);
        QCOMPARE(codeOf(wait(two->therapist->engine->savePractice(practice))), QString());
        QVERIFY2(two->until([&] {
            const auto s = two->patient->now();
            return s->therapists.size() == 1 && s->therapists[0].inTokens && s->therapists[0].price == kas(300) &&
                   !s->therapists[0].openTimes.empty();
        }),
                 qPrintable(two->explain()));
        QVERIFY2(two->rest(), qPrintable(two->explain()));
    }
    [[nodiscard]] bool held(std::uint64_t patient, std::uint64_t therapist)
    {
        return two->until([&] { return two->patient->now()->tokens->held == patient && two->therapist->now()->tokens->held == therapist; });
    }
    struct Sums {
        std::pair<std::uint64_t, std::uint64_t> patient, therapist;
        std::uint64_t patientHeld = 0, therapistHeld = 0;
    };
    //! The last step of the visit is taken back, said once, and comes again with the same bytes; `after` and `before` are
    //! the tokens then. A token that a signed step spends waits as a whole: none of it is free, or held, until a block has it.
    void backAndForth(VisitPhase after, const Sums& there, VisitPhase before, const Sums& gone, int depth)
    {
        QVERIFY2(two->both(after), qPrintable(two->explain()));
        QVERIFY2(two->rest(), qPrintable(two->explain()));
        QVERIFY2(become(there.patient, there.therapist) && held(there.patientHeld, there.therapistHeld), qPrintable(sums()));
        const auto wasP = takenBack(*two->patient), wasT = takenBack(*two->therapist);
        const auto coinsP = two->patient->all() + feesOf(*two->patient), coinsT = two->therapist->all() + feesOf(*two->therapist);
        // Who did it knows it; a step of the other side is in this one's list too.
        const auto steps = two->patient->visit().steps;
        const auto txid = steps.back().txid;
        two->chain->mineAtOnce(false);
        two->chain->takeBack(idOf(txid), depth);
        QVERIFY2(two->until([&] {
            return two->patient->visit().phase == before && two->therapist->visit().phase == before &&
                   takenBack(*two->patient) == wasP + 1 && takenBack(*two->therapist) == wasT + 1;
        }),
                 qPrintable(two->explain()));
        QVERIFY2(become(gone.patient, gone.therapist) && held(gone.patientHeld, gone.therapistHeld), qPrintable(sums()));
        two->chain->mineAtOnce(true);
        two->chain->mine();
        QVERIFY2(two->both(after), qPrintable(two->explain()));
        QVERIFY2(two->rest(), qPrintable(two->explain()));
        QVERIFY2(become(there.patient, there.therapist) && held(there.patientHeld, there.therapistHeld), qPrintable(sums()));
        QCOMPARE(two->patient->visit().steps.back().txid, txid);
        QCOMPARE(two->patient->visit().steps.size(), steps.size());
        QVERIFY2(two->until([&] {
            return two->patient->all() + feesOf(*two->patient) == coinsP && two->therapist->all() + feesOf(*two->therapist) == coinsT;
        }),
                 qPrintable(sums()));
        QCOMPARE(takenBack(*two->patient), wasP + 1);
        QCOMPARE(takenBack(*two->therapist), wasT + 1);
    }

private slots:
    void init()
    {
        two = std::make_unique<ScriptedSides>();
        QCOMPARE(two->begin(), QString());
        give(100 * kOne);
    }
    void cleanup() { two.reset(); }

    void a_payment_goes_back_and_comes_again_data()
    {
        QTest::addColumn<int>("depth");
        QTest::newRow("1") << 1;
        QTest::newRow("5") << 5;
        QTest::newRow("50") << 50;
    }
    void a_payment_goes_back_and_comes_again()
    {
        QFETCH(int, depth);
        QVERIFY(two->until([&] { return !two->therapist->now()->tokens->address.empty(); }));
        const TokenPayment payment{{}, two->therapist->now()->tokens->address, 30 * kOne};
        QCOMPARE(codeOf(wait(two->patient->engine->doors().tokens->send(payment))), QString());
        QVERIFY2(become({70 * kOne, 0}, {30 * kOne, 0}), qPrintable(sums()));
        const auto sent = two->patient->now()->tokens->rows.front();
        QCOMPARE(sent.units, -30 * static_cast<std::int64_t>(kOne));
        two->chain->mineAtOnce(false);
        two->chain->takeBack(idOf(sent.txid), depth);
        // Nothing is hers any more; the change of the payment, which waits, comes back to the patient one day.
        QVERIFY2(become({0, 70 * kOne}, {0, 0}), qPrintable(sums()));
        QCOMPARE(two->patient->now()->tokens->rows.front().state, PaymentState::Sent);
        QVERIFY(two->therapist->now()->tokens->rows.empty());
        two->chain->mineAtOnce(true);
        two->chain->mine();
        QVERIFY2(become({70 * kOne, 0}, {30 * kOne, 0}), qPrintable(sums()));
        QCOMPARE(two->patient->now()->tokens->rows.front().txid, sent.txid);
        QCOMPARE(two->patient->now()->tokens->rows.size(), std::size_t(2));
        QCOMPARE(two->therapist->now()->tokens->rows.size(), std::size_t(1));
    }

    void a_payment_that_another_branch_has_too_changes_nothing()
    {
        QVERIFY(two->until([&] { return !two->therapist->now()->tokens->address.empty(); }));
        QCOMPARE(codeOf(wait(two->patient->engine->doors().tokens->send({{}, two->therapist->now()->tokens->address, 30 * kOne}))),
                 QString());
        QVERIFY2(become({70 * kOne, 0}, {30 * kOne, 0}), qPrintable(sums()));
        const auto sent = two->patient->now()->tokens->rows.front();
        two->chain->takeBack(idOf(sent.txid), 3, ScriptedChain::Then::Again);
        QVERIFY2(become({70 * kOne, 0}, {30 * kOne, 0}), qPrintable(sums()));
        QCOMPARE(two->patient->now()->tokens->rows.front().txid, sent.txid);
    }

    void a_visit_goes_back_and_comes_again_data()
    {
        QTest::addColumn<int>("depth");
        QTest::newRow("1") << 1;
        QTest::newRow("5") << 5;
        QTest::newRow("50") << 50;
    }
    void a_visit_goes_back_and_comes_again()
    {
        QFETCH(int, depth);
        priceInTokens();
        const std::uint64_t all = 100 * kOne, left = all - kPrice, hers = 50 * kOne;
        const Sums nothing{{all, 0}, {hers, 0}}, booked{{left, 0}, {hers, 0}, kPrice, 0},
            accepted{{left, 0}, {hers - kBond, 0}, kPrice, kBond};
        QCOMPARE(codeOf(wait(two->patient->engine->book(two->patient->now()->therapists.at(0).id, two->slot(), "I cannot sleep."))),
                 QString());
        backAndForth(VisitPhase::Requested, booked, VisitPhase::Preparing, {{0, all}, {hers, 0}}, depth);
        QCOMPARE(codeOf(wait(two->therapist->engine->acceptVisit(two->therapist->visit().id))), QString());
        backAndForth(VisitPhase::Accepted, accepted, VisitPhase::Requested, {{left, 0}, {0, hers}, kPrice, 0}, depth);
        QCOMPARE(codeOf(wait(two->patient->engine->cancelVisit(two->patient->visit().id))), QString());
        backAndForth(VisitPhase::Ended, nothing, VisitPhase::Accepted, accepted, depth);
        QCOMPARE(two->patient->visit().ending, VisitEnding::CancelledFree);
    }
    void a_series_goes_back_with_what_was_paid_from_its_change_and_nothing_is_paid_twice()
    {
        priceInTokens();
        auto& series = *two->patient->engine->doors().series;
        const SeriesWish wish{two->patient->now()->therapists.at(0).id, two->slot(3 * kDay), 1, 2, {}};
        const auto plan = wait(series.plan(wish));
        QCOMPARE(codeOf(plan), QString());
        QCOMPARE(plan->tokens->price, 2 * kPrice);
        QCOMPARE(plan->tokens->levy, std::uint64_t(0));
        QCOMPARE(codeOf(wait(series.book(wish, {plan->dates[0].startsAt, plan->dates[1].startsAt}, ""))), QString());
        const auto are = [&](const Side& side, VisitPhase phase) {
            const auto s = side.now();
            return s->visits.size() == 2 && std::ranges::all_of(s->visits, [&](const VisitView& v) { return v.phase == phase; });
        };
        const auto requested = [&] { return are(*two->patient, VisitPhase::Requested) && are(*two->therapist, VisitPhase::Requested); };
        QVERIFY2(two->until(requested), qPrintable(two->explain()));
        QVERIFY2(two->rest() && become({100 * kOne - 2 * kPrice, 0}, {50 * kOne, 0}) && held(2 * kPrice, 0), qPrintable(sums()));
        std::vector<std::string> paid;
        for (const auto& v : two->patient->now()->visits) paid.push_back(v.steps.front().txid);
        two->chain->mineAtOnce(false);
        // Which of them was first is the program's to say: far enough for both.
        two->chain->takeBack(idOf(paid[0]), 1);
        two->chain->takeBack(idOf(paid[1]), 1);
        QVERIFY2(two->until([&] { return are(*two->patient, VisitPhase::Preparing); }), qPrintable(two->explain()));
        QVERIFY2(held(0, 0), qPrintable(sums()));
        QCOMPARE(tokens(*two->patient).first, std::uint64_t(0)); // nothing of it is free while what spends it waits
        two->chain->mineAtOnce(true);
        two->chain->mine();
        QVERIFY2(two->until(requested), qPrintable(two->explain()));
        QVERIFY2(two->rest() && become({100 * kOne - 2 * kPrice, 0}, {50 * kOne, 0}) && held(2 * kPrice, 0), qPrintable(sums()));
        const auto now = two->patient->now();
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(now->visits[i].steps.size(), std::size_t(1));
            QCOMPARE(now->visits[i].steps.front().txid, paid[i]);
        }
    }
    void a_request_is_unpaid_while_its_payment_is_in_no_block()
    {
        const auto booked = wait(two->patient->engine->book(two->patient->now()->therapists.at(0).id, two->slot(), "I cannot sleep."));
        QCOMPARE(codeOf(booked), QString());
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        const auto hers = two->therapist->now()->threads.at(0).id;
        QCOMPARE(codeOf(wait(two->therapist->engine->doors().tokens->request(hers, 30 * kOne, "Book"))), QString());
        QVERIFY2(two->until([&] { return two->patient->now()->tokens->requests.size() == 1; }), qPrintable(two->explain()));
        const auto id = two->patient->now()->tokens->requests.begin()->first;
        const auto is = [&](const Side& side, RequestState state) { return side.now()->tokens->requests.at(id).state == state; };
        QCOMPARE(codeOf(wait(two->patient->engine->doors().tokens->payRequest(id))), QString());
        QVERIFY2(two->until([&] { return is(*two->patient, RequestState::Paid) && is(*two->therapist, RequestState::Paid); }),
                 qPrintable(sums()));
        const auto txid = two->patient->now()->tokens->requests.at(id).txid;
        two->chain->mineAtOnce(false);
        two->chain->takeBack(idOf(txid), 1);
        QVERIFY2(two->until([&] { return is(*two->patient, RequestState::Paying) && is(*two->therapist, RequestState::Open); }),
                 qPrintable(sums()));
        two->chain->mineAtOnce(true);
        two->chain->mine();
        QVERIFY2(two->until([&] { return is(*two->patient, RequestState::Paid) && is(*two->therapist, RequestState::Paid); }),
                 qPrintable(sums()));
        QCOMPARE(two->therapist->now()->tokens->requests.at(id).txid, txid);
        QVERIFY2(become({70 * kOne, 0}, {30 * kOne, 0}), qPrintable(sums()));
    }
};

QTEST_GUILESS_MAIN(TestTokenReorg)
#include "tst_token_reorg.moc"
