// SPDX-License-Identifier: GPL-3.0-or-later
// A node that says no and keeps the bytes, while its friend gives the payer another coin: what is planned next cannot come
// true beside what was refused.
#include <QTest>
#ifndef Q_MOC_RUN
#include "service/scripted_sides.h"
#include "service/tokens/tokens_door.h"
#include "service/tokens/tokens_view.h"
#endif

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestLyingNode : public QObject
{
    Q_OBJECT
    std::unique_ptr<ScriptedSides> two;

    //! DAA score of the block that has a transaction; 0: none.
    std::uint64_t daaOf(const kaspa::TxId& id) const
    {
        for (const auto& block : two->chain->blocks())
            for (const auto& tx : block.txs)
                if (tx.id == id) return block.daaScore;
        return 0;
    }
    //! Of the block that spends an output; 0: none. Not by `except`.
    std::uint64_t spentAt(const kaspa::Outpoint& spent, const kaspa::TxId& except) const
    {
        for (const auto& block : two->chain->blocks())
            for (const auto& tx : block.txs)
                for (const auto& in : tx.tx.inputs)
                    if (in.previous == spent && tx.id != except) return block.daaScore;
        return 0;
    }
    //! A coin of the given size for the patient.
    Result<void> gift(ledger::PracticeNode& node, std::uint64_t sompi)
    {
        BT_TRY(const auto address, kaspa::decodeAddress(two->patient->now()->money.address));
        BT_CHECK(node.faucet(kaspa::scriptOf(address), {sompi}, Deadline{}));
        return {};
    }
    //! What was kept is brought after all: it must not find its coins.
    void keptIsWorthNothing(std::size_t atLeast = 1)
    {
        const auto kept = two->chain->kept();
        QVERIFY(kept.size() >= atLeast);
        QVERIFY2(two->rest(), qPrintable(two->explain()));
        for (const auto& tx : kept) QVERIFY(codeOf(two->chain->mineOther(tx)) != QString());
    }
    static constexpr std::uint64_t kOne = 100'000'000;
    bool has(const Side& side, std::uint64_t units)
    {
        return two->until([&] {
            const auto s = side.now();
            return s->tokens && s->tokens->available == units;
        });
    }
    contract::token::Owner own() const
    {
        return contract::token::Owner::key(*crypto::XOnlyKey::from(*codec::hexDecode(two->patient->now()->tokens->ownerKey)));
    }
    Result<void> pay() { return wait(two->patient->engine->doors().tokens->send({{}, m_to, 30 * kOne})); }
    //! The patient has 100 BTAI in one piece and has failed to pay 30 of them; the node keeps all six tries.
    void failToPay(std::function<Result<void>(ledger::PracticeNode&)> give)
    {
        QVERIFY(two->until([&] { return two->patient->now()->tokens && !two->patient->now()->tokens->ownerKey.empty(); }));
        QCOMPARE(codeOf(two->chain->tokenFaucet(own(), 100 * kOne)), QString());
        QVERIFY2(has(*two->patient, 100 * kOne), qPrintable(two->explain()));
        QVERIFY(
            two->until([&] { return !two->therapist->now()->tokens->address.empty() && !two->patient->now()->tokens->ownerKey.empty(); }));
        QVERIFY2(two->rest(), qPrintable(two->explain()));
        m_to = two->therapist->now()->tokens->address;
        two->chain->refuseAndKeep(std::move(give), 100);
        QCOMPARE(codeOf(pay()), QString());
        QVERIFY2(two->until([&] {
            return std::ranges::any_of(two->patient->now()->tokens->rows, [](const TokenRow& row) { return !row.failure.empty(); });
        }),
                 qPrintable(two->explain()));
        two->chain->refuseAndKeep({}, 0);
        QVERIFY(two->chain->kept().size() >= 6);
    }
    //! More of everything, so that other coins and tokens could pay.
    Result<void> plenty(ledger::PracticeNode& node)
    {
        BT_CHECK(gift(node, kas(2).value));
        BT_CHECK(gift(node, kas(20'000).value));
        BT_CHECK(node.tokenFaucet(own(), {30 * kOne}, Deadline{}));
        return {};
    }
    //! Of what the patient had, 30 BTAI are gone, once, and no row says that anything failed.
    void isPaidOnce(std::uint64_t left)
    {
        QVERIFY2(has(*two->patient, left), qPrintable(two->explain()));
        QVERIFY2(two->rest(), qPrintable(two->explain()));
        const auto s = two->patient->now();
        QCOMPARE(std::ranges::count(s->tokens->rows, "sent", &TokenRow::kind), 1);
        QVERIFY(std::ranges::all_of(s->tokens->rows, [](const TokenRow& row) { return row.failure.empty(); }));
        QVERIFY(!two->until([&] { return two->therapist->now()->tokens->available > 30 * kOne; }, 2'000));
        QVERIFY(s->outbox.empty());
    }
    std::string m_to;

private slots:
    void init()
    {
        two = std::make_unique<ScriptedSides>();
        QCOMPARE(two->begin(), QString());
        QVERIFY2(two->rest(), qPrintable(two->explain()));
    }
    void cleanup() { two.reset(); }

    void a_booking_is_never_paid_twice_data()
    {
        QTest::addColumn<quint64>("gift");
        QTest::newRow("a smaller coin that is enough") << quint64(kas(1100).value);
        QTest::newRow("a larger coin") << quint64(kas(20'000).value);
    }
    void a_booking_is_never_paid_twice()
    {
        QFETCH(quint64, gift);
        two->chain->refuseAndKeep([this, gift](ledger::PracticeNode& node) { return this->gift(node, gift); });
        QCOMPARE(codeOf(wait(two->patient->engine->book(two->patient->now()->therapists[0].id, two->slot(), ""))), QString());
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        keptIsWorthNothing();
        QCOMPARE(two->patient->now()->visits.size(), std::size_t(1));
    }
    void a_payment_in_btai_is_never_made_twice()
    {
        QVERIFY(two->until([&] { return two->patient->now()->tokens && !two->patient->now()->tokens->ownerKey.empty(); }));
        QCOMPARE(codeOf(two->chain->tokenFaucet(own(), 100 * kOne)), QString());
        QVERIFY2(has(*two->patient, 100 * kOne), qPrintable(two->explain()));
        QVERIFY(
            two->until([&] { return !two->therapist->now()->tokens->address.empty() && !two->patient->now()->tokens->ownerKey.empty(); }));
        two->chain->refuseAndKeep([this](ledger::PracticeNode& node) { return plenty(node); });
        QCOMPARE(codeOf(wait(two->patient->engine->doors().tokens->send({{}, two->therapist->now()->tokens->address, 30 * kOne}))),
                 QString());
        QVERIFY2(has(*two->therapist, 30 * kOne), qPrintable(two->explain()));
        QVERIFY2(has(*two->patient, 100 * kOne), qPrintable(two->explain()));
        keptIsWorthNothing();
    }
    void what_is_paid_again_after_a_failure_never_comes_beside_it_data()
    {
        QTest::addColumn<bool>("restart");
        QTest::newRow("at once") << false;
        QTest::newRow("after a restart") << true;
    }
    void what_is_paid_again_after_a_failure_never_comes_beside_it()
    {
        QFETCH(bool, restart);
        failToPay([this](ledger::PracticeNode& node) { return plenty(node); });
        QVERIFY2(has(*two->patient, 130 * kOne), qPrintable(two->explain()));
        if (restart) {
            two->patient->engine.reset();
            two->patient->start();
            QVERIFY(two->until([&] { return wait(two->patient->engine->unlock(words("seven green bottles"))).has_value(); }));
            QVERIFY2(has(*two->patient, 130 * kOne), qPrintable(two->explain()));
        }
        QCOMPARE(codeOf(pay()), QString());
        QVERIFY2(has(*two->therapist, 30 * kOne), qPrintable(two->explain()));
        keptIsWorthNothing(6);
        QVERIFY2(has(*two->patient, 100 * kOne), qPrintable(two->explain()));
    }
    void a_third_payment_is_bound_to_nothing()
    {
        failToPay([this](ledger::PracticeNode& node) { return plenty(node); });
        QCOMPARE(codeOf(pay()), QString());
        QCOMPARE(codeOf(pay()), QString());
        QVERIFY2(has(*two->therapist, 60 * kOne), qPrintable(two->explain()));
        keptIsWorthNothing(6);
    }
    void a_booking_that_failed_does_not_come_beside_the_next_one()
    {
        two->chain->refuseAndKeep([this](ledger::PracticeNode& node) { return gift(node, kas(20'000).value); }, 100);
        QCOMPARE(codeOf(wait(two->patient->engine->book(two->patient->now()->therapists[0].id, two->slot(), ""))), QString());
        QVERIFY2(two->phase(*two->patient, VisitPhase::Ended), qPrintable(two->explain()));
        two->chain->refuseAndKeep({}, 0);
        QCOMPARE(codeOf(wait(two->patient->engine->book(two->patient->now()->therapists[0].id, two->slot(), ""))), QString());
        QVERIFY2(two->until([&] {
            const auto s = two->therapist->now();
            return s->visits.size() == 1 && s->visits[0].phase == VisitPhase::Requested;
        }),
                 qPrintable(two->explain()));
        keptIsWorthNothing(6);
    }
    void coins_that_went_elsewhere_meanwhile_must_lie_deep_first()
    {
        failToPay({});
        // The only coin of the failed payment goes into a booking; by now there are others, and other tokens.
        const auto booked = wait(two->patient->engine->book(two->patient->now()->therapists[0].id, two->slot(), ""));
        QCOMPARE(codeOf(booked), QString());
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        const auto address = kaspa::decodeAddress(two->patient->now()->money.address);
        QVERIFY(two->chain->faucet(kaspa::scriptOf(*address), kas(20'000)).has_value());
        QCOMPARE(codeOf(two->chain->tokenFaucet(own(), 30 * kOne)), QString());
        QVERIFY2(has(*two->patient, 130 * kOne), qPrintable(two->explain()));
        QCOMPARE(codeOf(pay()), QString());
        QVERIFY2(has(*two->therapist, 30 * kOne), qPrintable(two->explain()));
        const auto s = two->patient->now();
        const auto paid =
            std::ranges::find_if(s->tokens->rows, [](const TokenRow& row) { return row.kind == "sent" && row.failure.empty(); });
        QVERIFY(paid != s->tokens->rows.end());
        for (const auto& tx : two->chain->kept()) {
            std::uint64_t first = 0; // when something else, a letter perhaps, took a coin of it
            for (const auto& in : tx.inputs)
                if (const auto at = spentAt(in.previous, idOf(paid->txid)); at != 0) first = first == 0 ? at : std::min(first, at);
            QVERIFY(first > 0);
            QVERIFY(daaOf(idOf(paid->txid)) >= first + two->world->network.settleDaa);
        }
        keptIsWorthNothing(6);
    }
    void what_comes_true_between_two_tries_was_the_payment()
    {
        QVERIFY(two->until([&] { return two->patient->now()->tokens && !two->patient->now()->tokens->ownerKey.empty(); }));
        QCOMPARE(codeOf(two->chain->tokenFaucet(own(), 100 * kOne)), QString());
        QVERIFY2(has(*two->patient, 100 * kOne), qPrintable(two->explain()));
        QVERIFY(two->until([&] { return !two->therapist->now()->tokens->address.empty(); }));
        QVERIFY2(two->rest(), qPrintable(two->explain()));
        m_to = two->therapist->now()->tokens->address;
        two->chain->refuseAndKeep([this](ledger::PracticeNode& node) { return plenty(node); });
        two->chain->bringKept();
        QCOMPARE(codeOf(pay()), QString());
        QVERIFY2(has(*two->therapist, 30 * kOne), qPrintable(two->explain()));
        isPaidOnce(100 * kOne);
    }
    void a_booking_that_comes_true_between_two_tries_is_one_visit()
    {
        two->chain->refuseAndKeep([this](ledger::PracticeNode& node) { return gift(node, kas(20'000).value); });
        two->chain->bringKept();
        QCOMPARE(codeOf(wait(two->patient->engine->book(two->patient->now()->therapists[0].id, two->slot(), ""))), QString());
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        QVERIFY2(two->rest(), qPrintable(two->explain()));
        QCOMPARE(two->patient->now()->visits.size(), std::size_t(1));
        QCOMPARE(two->patient->visit().steps.front().txid, codec::hexEncode(kaspa::transactionId(two->chain->kept().front()).view()));
    }
    void what_failed_and_comes_true_is_said_and_is_paid()
    {
        failToPay([this](ledger::PracticeNode& node) { return plenty(node); });
        QCOMPARE(codeOf(two->chain->mineOther(two->chain->kept().front())), QString());
        QVERIFY2(has(*two->therapist, 30 * kOne), qPrintable(two->explain()));
        isPaidOnce(100 * kOne);
        QVERIFY(std::ranges::find(two->patient->now()->notices, "came_true", &NoticeView::code) != two->patient->now()->notices.end());
    }
    void what_failed_and_comes_true_stops_what_is_paid_again()
    {
        failToPay([this](ledger::PracticeNode& node) { return plenty(node); });
        two->chain->mineAtOnce(false);
        QCOMPARE(codeOf(pay()), QString());
        QVERIFY2(two->until([&] { return two->chain->waiting() == 1; }), qPrintable(two->explain()));
        QCOMPARE(codeOf(two->chain->mineOther(two->chain->kept().front())), QString());
        two->chain->mineAtOnce(true);
        two->chain->mine(1);
        QVERIFY2(has(*two->therapist, 30 * kOne), qPrintable(two->explain()));
        // However deep it lies, other coins pay only when she says so.
        QVERIFY2(two->until([&] { return std::ranges::any_of(two->patient->now()->outbox, &OutboxView::replannable); }),
                 qPrintable(two->explain()));
        two->chain->mine(400);
        QVERIFY(!two->until([&] { return two->therapist->now()->tokens->available > 30 * kOne; }, 3'000));
        QCOMPARE(std::ranges::count_if(two->patient->now()->tokens->rows, [](const TokenRow& r) { return !r.failure.empty(); }), 0);
    }
    void a_booking_that_failed_and_comes_true_is_a_request()
    {
        two->chain->refuseAndKeep([this](ledger::PracticeNode& node) { return gift(node, kas(20'000).value); }, 100);
        QCOMPARE(codeOf(wait(two->patient->engine->book(two->patient->now()->therapists[0].id, two->slot(), ""))), QString());
        QVERIFY2(two->phase(*two->patient, VisitPhase::Ended), qPrintable(two->explain()));
        two->chain->refuseAndKeep({}, 0);
        QCOMPARE(codeOf(two->chain->mineOther(two->chain->kept().at(3))), QString());
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        QVERIFY2(two->rest(), qPrintable(two->explain()));
        // A block that is taken back brings the same bytes again.
        const auto id = kaspa::transactionId(two->chain->kept().at(3));
        two->chain->takeBack(id, 2, ScriptedChain::Then::Forget);
        QVERIFY2(two->until([&] { return daaOf(id) != 0; }), qPrintable(two->explain()));
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        QCOMPARE(two->patient->now()->visits.size(), std::size_t(1));
    }
    void after_a_reorganisation_one_of_both_comes_true()
    {
        failToPay([this](ledger::PracticeNode& node) { return plenty(node); });
        QCOMPARE(codeOf(pay()), QString());
        QVERIFY2(has(*two->therapist, 30 * kOne), qPrintable(two->explain()));
        const auto s = two->patient->now();
        const auto paid =
            std::ranges::find_if(s->tokens->rows, [](const TokenRow& row) { return row.kind == "sent" && row.failure.empty(); });
        QVERIFY(paid != s->tokens->rows.end());
        const auto id = idOf(paid->txid);
        two->chain->mineAtOnce(false);
        two->chain->takeBack(id, 2, ScriptedChain::Then::Forget);
        QCOMPARE(codeOf(two->chain->mineOther(two->chain->kept().front())), QString()); // possible once more
        two->chain->mineAtOnce(true);
        two->chain->mine(1);
        QVERIFY2(has(*two->therapist, 30 * kOne), qPrintable(two->explain()));
        QVERIFY(!two->until([&] { return two->therapist->now()->tokens->available > 30 * kOne; }, 4'000));
        QCOMPARE(daaOf(id), std::uint64_t(0));
    }
};

QTEST_GUILESS_MAIN(TestLyingNode)
#include "tst_lying_node.moc"
