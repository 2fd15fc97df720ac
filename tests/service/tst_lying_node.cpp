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

    //! A coin of the given size for the patient.
    Result<void> gift(ledger::PracticeNode& node, std::uint64_t sompi)
    {
        BT_TRY(const auto address, kaspa::decodeAddress(two->patient->now()->money.address));
        BT_CHECK(node.faucet(kaspa::scriptOf(address), {sompi}, Deadline{}));
        return {};
    }
    //! What was kept is brought after all: it must not find its coins.
    void keptIsWorthNothing()
    {
        QCOMPARE(two->chain->kept().size(), std::size_t(1));
        QVERIFY2(two->rest(), qPrintable(two->explain()));
        QVERIFY(codeOf(two->chain->mineOther(two->chain->kept().front())) != QString());
    }

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
        constexpr std::uint64_t kOne = 100'000'000;
        const auto has = [this](const Side& side, std::uint64_t units) {
            return two->until([&] {
                const auto s = side.now();
                return s->tokens && s->tokens->available == units;
            });
        };
        QVERIFY(two->until([&] { return two->patient->now()->tokens && !two->patient->now()->tokens->ownerKey.empty(); }));
        const auto own = [this] {
            return contract::token::Owner::key(*crypto::XOnlyKey::from(*codec::hexDecode(two->patient->now()->tokens->ownerKey)));
        };
        QCOMPARE(codeOf(two->chain->tokenFaucet(own(), 100 * kOne)), QString());
        QVERIFY2(has(*two->patient, 100 * kOne), qPrintable(two->explain()));
        QVERIFY(
            two->until([&] { return !two->therapist->now()->tokens->address.empty() && !two->patient->now()->tokens->ownerKey.empty(); }));
        two->chain->refuseAndKeep([this, own](ledger::PracticeNode& node) -> Result<void> {
            BT_CHECK(gift(node, kas(2).value));
            BT_CHECK(gift(node, kas(20'000).value));
            BT_CHECK(node.tokenFaucet(own(), {30 * kOne}, Deadline{}));
            return {};
        });
        QCOMPARE(codeOf(wait(two->patient->engine->doors().tokens->send({{}, two->therapist->now()->tokens->address, 30 * kOne}))),
                 QString());
        QVERIFY2(has(*two->therapist, 30 * kOne), qPrintable(two->explain()));
        QVERIFY2(has(*two->patient, 100 * kOne), qPrintable(two->explain()));
        keptIsWorthNothing();
    }
};

QTEST_GUILESS_MAIN(TestLyingNode)
#include "tst_lying_node.moc"
