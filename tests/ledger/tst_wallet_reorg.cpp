// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain_fixture.h"
#include "ledger/confirmation.h"

using namespace bt;
using namespace bt::kaspa;
using namespace bt::ledger;
using bt::test::ChainNode;
using bt::test::income;
using bt::test::spending;

namespace {

//! Anna's ten are in, and there is a key for change.
struct Paid {
    ChainNode node;
    store::Database db = test::memoryDatabase();
    Wallet w = *Wallet::open(db, practiceNetwork(), test::keysFrom(1));
    FreshKey change;

    Paid()
    {
        node.mine({income(w.fresh("anna")->spk, kas(10), 1)});
        if (!w.sync(node, {})) qFatal("the income did not come");
        change = *w.fresh("anna", Branch::Change);
    }
};

} // namespace

class TestWalletReorg : public QObject
{
    Q_OBJECT

private slots:
    void a_young_reward_is_on_its_way_and_not_there()
    {
        ChainNode node;
        store::Database db = test::memoryDatabase();
        std::optional<Wallet> w = *Wallet::open(db, practiceNetwork(), test::keysFrom(1));
        const auto key = w->fresh("anna");
        Transaction reward; // a coinbase has no inputs
        reward.outputs.push_back({kas(50), key->spk, std::nullopt});
        node.mine({reward});
        BT_OK(w->sync(node, {}));
        const auto at = w->acceptedAt(transactionId(reward));
        const std::uint64_t mature = **at + practiceNetwork().coinbaseMaturity;
        const auto young = w->balance(mature - 1), old = w->balance(mature), any = w->balance();
        QVERIFY(young->confirmed.value == 0 && young->pending.value == kas(50).value);
        QVERIFY(old->confirmed.value == kas(50).value && old->pending.value == 0);
        QCOMPARE(any->confirmed.value, kas(50).value);
        QCOMPARE(w->balance(0)->confirmed.value, std::uint64_t(0));
    }
    void depths_data()
    {
        QTest::addColumn<int>("depth");
        for (const int depth : {1, 5, 50}) QTest::addRow("%d", depth) << depth;
    }
    void depths()
    {
        // Paid long ago, then the chain takes it back: pending again, told once, and confirmed again without doubling.
        QFETCH(int, depth);
        ChainNode node;
        store::Database db = test::memoryDatabase();
        std::optional<Wallet> w = *Wallet::open(db, practiceNetwork(), test::keysFrom(1));
        const auto key = w->fresh("anna");
        const Transaction in = income(key->spk, kas(10), 1);
        node.mine({});
        node.mine({in});
        for (int i = 1; i < depth; ++i) node.mine({});
        QVERIFY(w->sync(node, {})->fallen.empty());
        QCOMPARE(w->balance()->confirmed.value, kas(10).value);
        const auto accepted = w->acceptedAt(transactionId(in));
        QCOMPARE(confirmationOf(*accepted, true, node.info({})->daaScore, practiceNetwork()).stage,
                 depth == 50 ? Stage::Settled : Stage::Settling);

        node.fall(static_cast<std::size_t>(depth));
        for (int i = 0; i <= depth; ++i) node.mine({});
        const auto report = w->sync(node, {});
        BT_OK(report);
        QVERIFY(report->reorg);
        QCOMPARE(report->fallen.size(), std::size_t(1));
        QVERIFY(report->fallen[0].id == transactionId(in) && report->fallen[0].relation == "anna");
        QVERIFY(w->balance()->confirmed.value == 0 && w->balance()->pending.value == kas(10).value);
        QVERIFY(w->history(10)->empty() && !w->acceptedAt(transactionId(in))->has_value());
        const auto waiting = w->waiting();
        QVERIFY(waiting->size() == 1 && waiting->at(0).fellBack && !waiting->at(0).own);
        QCOMPARE(w->dropped(node, {})->size(), std::size_t(1)); // no mempool has it
        w.reset();
        w = *Wallet::open(db, practiceNetwork(), test::keysFrom(1));
        QVERIFY(w->sync(node, {})->fallen.empty()); // said once, also over a restart
        node.mine({});
        QVERIFY(w->sync(node, {})->fallen.empty());

        node.mine({in});
        const auto again = w->sync(node, {});
        QCOMPARE(again->returned.size(), std::size_t(1));
        QVERIFY(w->balance()->confirmed.value == kas(10).value && w->balance()->pending.value == 0);
        QCOMPARE(w->history(10)->size(), std::size_t(1));
        QVERIFY(w->sync(node, {})->returned.empty() && w->waiting()->empty());
    }

    void movedToAnotherBlockIsNoNews()
    {
        ChainNode node;
        store::Database db = test::memoryDatabase();
        Wallet w = *Wallet::open(db, practiceNetwork(), test::keysFrom(1));
        const Transaction in = income(w.fresh("anna")->spk, kas(10), 1);
        node.mine({});
        node.mine({in});
        BT_OK(w.sync(node, {}));
        node.fall(1);
        node.mine({});
        node.mine({in});
        int calls = 0;
        ChainObserver observer;
        observer.caughtUp = [&](const SyncReport&) -> Result<void> {
            ++calls;
            return {};
        };
        const auto report = w.sync(node, {}, observer);
        QVERIFY(report->reorg && report->fallen.empty() && report->returned.empty() && calls == 0);
        QCOMPARE(w.balance()->confirmed.value, kas(10).value);
    }

    void noticeIsWrittenWithThePage()
    {
        // Whoever writes the notice fails: the page is not taken, and the next look tells it again.
        ChainNode node;
        store::Database db = test::memoryDatabase();
        Wallet w = *Wallet::open(db, practiceNetwork(), test::keysFrom(1));
        node.mine({});
        node.mine({income(w.fresh("anna")->spk, kas(10), 1)});
        BT_OK(w.sync(node, {}));
        node.fall(1);
        node.mine({});
        int told = 0;
        ChainObserver observer;
        observer.caughtUp = [&](const SyncReport& r) -> Result<void> {
            told += static_cast<int>(r.fallen.size());
            return told == 1 ? Result<void>(fail("store.full")) : Result<void>();
        };
        BT_REFUSED(w.sync(node, {}, observer), "store.full");
        QCOMPARE(w.sync(node, {}, observer)->fallen.size(), std::size_t(1));
        QCOMPARE(told, 2);
        QVERIFY(w.sync(node, {}, observer)->fallen.empty());
    }

    void inputSpentElsewhere()
    {
        Paid p;
        auto& [node, db, w, change] = p;
        const Transaction mine = spending(*w.coins(), change.spk, 1);
        const Transaction other = spending(*w.coins(), change.spk, 2);
        BT_OK(w.notePending(mine, "intent-7"));
        QVERIFY(w.conflictOf(transactionId(mine))->has_value() == false);
        node.mine({other});
        const auto report = w.sync(node, {});
        QCOMPARE(report->conflicts.size(), std::size_t(1));
        const Conflict& c = report->conflicts[0];
        QVERIFY(c.ours == transactionId(mine) && c.other == transactionId(other) && c.intent == "intent-7" && c.relation == "anna" &&
                c.input == mine.inputs[0].previous);
        QCOMPARE(c.error().code, std::string_view("ledger.conflict"));
        QCOMPARE(c.error().args.size(), std::size_t(2));
        QVERIFY(w.conflictOf(transactionId(mine))->has_value());
        QVERIFY(w.sync(node, {})->conflicts.empty());
        // The other one is taken back and ours gets in after all.
        node.fall(1);
        node.mine({mine});
        const auto after = w.sync(node, {});
        QVERIFY(!w.conflictOf(transactionId(mine))->has_value());
        QVERIFY(w.acceptedAt(transactionId(mine))->has_value());
        const auto balance = w.balance();
        QVERIFY(balance->confirmed == mine.outputs[1].value && balance->pending.value == 0);
        QCOMPARE(after->conflicts.size(), std::size_t(1)); // the other is ours too, and dead now
    }

    void droppedForGoodGivesItsInputsBack()
    {
        Paid p;
        auto& [node, db, w, change] = p;
        const Transaction first = spending(*w.coins(), change.spk, 1);
        BT_OK(w.notePending(first, "a"));
        node.mine({first});
        BT_OK(w.sync(node, {}));
        const Transaction second = spending(*w.coins(), change.spk, 2);
        BT_OK(w.notePending(second, "b"));
        node.mine({second});
        BT_OK(w.sync(node, {}));
        node.fall(2);
        node.mine({});
        BT_OK(w.sync(node, {}));
        QCOMPARE(w.waiting()->size(), std::size_t(2));
        QVERIFY(w.waiting()->at(0).own && w.waiting()->at(1).own);
        BT_OK(w.forget(transactionId(first))); // the second hangs on it
        QVERIFY(w.waiting()->empty());
        QVERIFY(w.balance()->confirmed.value == kas(10).value && w.balance()->pending.value == 0);
    }

    void crashWhileReadingAnew()
    {
        ChainNode node;
        node.pageBlocks = 2;
        store::Database db = test::memoryDatabase();
        std::optional<Wallet> w = *Wallet::open(db, practiceNetwork(), test::keysFrom(1));
        const auto key = w->fresh("anna");
        for (std::uint64_t i = 0; i < 6; ++i) node.mine({income(key->spk, kas(1), i)});
        BT_OK(w->sync(node, {}));
        node.forgetPlaces = true;
        int left = 3;
        ChainObserver observer;
        observer.added = [&](const AcceptedBlock&) -> Result<void> {
            return --left == 0 ? Result<void>(fail("store.full")) : Result<void>();
        };
        BT_REFUSED(w->sync(node, {}, observer), "store.full");
        w.reset();
        w = *Wallet::open(db, practiceNetwork(), test::keysFrom(1));
        const auto report = w->sync(node, {});
        QVERIFY(report->rescanned && report->fallen.empty());
        QCOMPARE(w->balance()->confirmed.value, kas(6).value);
        QCOMPARE(w->history(10)->size(), std::size_t(6));
    }

    void stages()
    {
        const auto n = *networkNamed("mainnet");
        QVERIFY(confirmationOf({}, false, 500, n) == (Confirmation{Stage::Waiting, 0, 0}));
        QVERIFY(confirmationOf({}, true, 500, n) == (Confirmation{Stage::Seen, 0, 0}));
        QVERIFY(confirmationOf(600, true, 500, n) == (Confirmation{Stage::Settling, 0, 0}));
        QVERIFY(confirmationOf(500, false, 500 + n.settleDaa / 2, n) == (Confirmation{Stage::Settling, n.settleDaa / 2, 50}));
        QCOMPARE(confirmationOf(500, false, 499 + n.settleDaa, n).percent, 99);
        QVERIFY(confirmationOf(500, false, 500 + n.settleDaa, n) == (Confirmation{Stage::Settled, n.settleDaa, 100}));
    }
};

QTEST_APPLESS_MAIN(TestWalletReorg)
#include "tst_wallet_reorg.moc"
