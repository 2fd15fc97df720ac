// SPDX-License-Identifier: GPL-3.0-or-later
// What the chain takes back of BTAI: payments wait again and come again with the same bytes, what was paid is unpaid
// meanwhile, and the sums are right at every moment.
#include <QTest>
#ifndef Q_MOC_RUN
#include "service/json_fields.h"
#include "service/scripted_sides.h"
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
    void give(std::uint64_t units)
    {
        QVERIFY(two->until([&] { return two->patient->now()->tokens && !two->patient->now()->tokens->ownerKey.empty(); }));
        const auto raw = codec::hexDecode(two->patient->now()->tokens->ownerKey);
        const auto key = crypto::XOnlyKey::from(*raw);
        QCOMPARE(codeOf(two->chain->tokenFaucet(contract::token::Owner::key(*key), units)), QString());
        QVERIFY2(become({units, 0}, {0, 0}), qPrintable(sums()));
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
