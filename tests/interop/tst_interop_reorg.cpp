// SPDX-License-Identifier: GPL-3.0-or-later
// Two nodes mine apart and join: the wallet takes back what the network took back, says so once, and ends with what a
// wallet would find that has only seen the chain as it is.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare>
#include "interop/support/must.h"
#include "interop/support/test_wallet.h"
#include "kaspa/script/engine.h"
#include "ledger/submitter.h"
#endif

using namespace bt;
using namespace bt::interop;
using namespace bt::ledger;

namespace {

kaspa::ScriptPublicKey someone(std::uint8_t n)
{
    const auto signer = must(crypto::SchnorrSigner::from(Bytes(32, n)));
    return kaspa::payToPublicKey(signer.key().view());
}
Deadline soon() { return {std::chrono::steady_clock::now() + std::chrono::seconds(60), {}}; }
std::string sinkOf(RpcClient& rpc) { return must(chainState(rpc)).sink; }

} // namespace

class TestInteropReorg : public QObject
{
    Q_OBJECT
private slots:
    void a_payment_falls_back_and_returns_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<bool>("conflict");
        for (const int depth : {1, 5, 50})
            for (const bool conflict : {false, true})
                QTest::addRow("depth %d, %s", depth, conflict ? "spent elsewhere" : "mined again") << depth << conflict;
    }
    void a_payment_falls_back_and_returns()
    {
        QFETCH(const int, depth);
        QFETCH(const bool, conflict);
        ++m_seed;
        // Both nodes know the wallet's money.
        TestWallet wallet(m_seed);
        const FreshKey key = must(wallet->fresh("own"));
        const UtxoEntry coin = must(m_ours.pay(key.spk, {20 * kSompiPerKas}));
        must(m_ours.mine(2));
        joinAt(sinkOf(m_ours.rpc()));
        TestNode node(m_ours.url());
        must(wallet->sync(*node, soon()));
        QCOMPARE(must(wallet->balance()).confirmed.value, 20 * kSompiPerKas);
        apart();

        // Here the payment is mined, `depth` blocks deep; there another chain grows longer.
        const kaspa::Transaction paid = must(wallet.pay(*node, someone(91), {5 * kSompiPerKas}));
        const kaspa::TxId id = must(node->submit(paid, soon()));
        must(m_ours.mine(1 + depth)); // the block that holds it, and as many that have accepted it
        must(wallet->sync(*node, soon()));
        QVERIFY(must(wallet->acceptedAt(id)).has_value());
        if (conflict) {
            TestWallet twin(m_seed); // the same keys on another device
            TestNode elsewhere(m_theirs.jsonUrl());
            (void)must(twin->fresh("own"));
            must(twin->sync(*elsewhere, soon()));
            const kaspa::Transaction other = must(twin.pay(*elsewhere, someone(92), {7 * kSompiPerKas}, coin.outpoint));
            (void)must(elsewhere->submit(other, soon()));
        }
        must(m_theirMiner->mine(depth + 6, m_ours.purseAddress()));
        const std::string winner = sinkOf(*m_theirRpc);

        joinAt(winner);
        SyncReport report = must(wallet->sync(*node, soon()));
        int told = report.reorg ? 1 : 0;
        QVERIFY(report.reorg || report.rescanned);
        QVERIFY(!must(wallet->acceptedAt(id)).has_value() || !conflict);
        const bool backToPending = !must(wallet->acceptedAt(id)).has_value();
        must(m_ours.mine(2));
        for (int looks = 0; looks < 3; ++looks) told += must(wallet->sync(*node, soon())).reorg ? 1 : 0;
        QCOMPARE(told, 1);
        if (conflict) {
            QVERIFY(!must(wallet->acceptedAt(id)).has_value());
            // The coin is gone for good; the bytes that spent it here can never be mined.
            QVERIFY(!must(node->utxoOf(coin.outpoint, coin.utxo.spk, soon())).has_value());
            QVERIFY(!must(node->utxoOf({id, 0}, paid.outputs[0].spk, soon())).has_value());
            QVERIFY(!must(inMempool(m_ours.rpc(), id)));
            // And whoever watches them is told so, although the node remembers having accepted them.
            Submission lost;
            lost.tx = paid;
            lost.spent = {coin.utxo};
            const Progress verdict = must(Submitter(*node).watch(lost, false, soon()));
            QCOMPARE(verdict.standing, Standing::Conflict);
            QCOMPARE(verdict.why->code, std::string_view("ledger.conflict"));
            must(wallet->forget(id));
        } else {
            QVERIFY2(backToPending, "the payment never fell back to pending");
            QVERIFY(must(wallet->acceptedAt(id)).has_value());
            QCOMPARE(must(wallet->balance()).pending.value, 0ULL);
        }
        const auto fresh = must(freshBelief(m_seed, *node));
        QCOMPARE(QStringList(toList(wallet.belief())), QStringList(toList(fresh)));
        apart();
    }
    void initTestCase()
    {
        must(m_ours.start());
        must(m_theirs.start());
        m_theirRpc = std::make_unique<RpcClient>(m_theirs.jsonUrl());
        m_theirMiner = std::make_unique<Miner>(*m_theirRpc);
    }
    void cleanupTestCase()
    {
        m_theirMiner.reset();
        m_theirRpc.reset();
        m_theirs.kill();
    }

private:
    static QStringList toList(const std::vector<std::string>& lines)
    {
        QStringList out;
        for (const std::string& line : lines) out << QString::fromStdString(line);
        return out;
    }
    //! Starts the second node towards ours and waits until both have this block as their chain's end (or beyond it).
    void joinAt(const std::string& sink)
    {
        must(m_theirs.stop());
        m_theirs.connectTo({m_ours.kaspad().p2pAddress()});
        must(m_theirs.start());
        QTRY_VERIFY_WITH_TIMEOUT(sinkOf(m_ours.rpc()) == sink && sinkOf(*m_theirRpc) == sink, 60'000);
    }
    void apart()
    {
        must(m_theirs.stop());
        m_theirs.connectTo({});
        must(m_theirs.start());
    }

    Simnet m_ours;
    KaspadProcess m_theirs;
    std::unique_ptr<RpcClient> m_theirRpc;
    std::unique_ptr<Miner> m_theirMiner;
    std::uint8_t m_seed = 100;
};
QTEST_GUILESS_MAIN(TestInteropReorg)
#include "tst_interop_reorg.moc"
