// SPDX-License-Identifier: GPL-3.0-or-later
// What the other interop tests stand on: a node that starts, mines, pays, keeps its chain over a kill, and is moved in
// time.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare>
#include "interop/support/simnet.h"
#include "kaspa/script/engine.h"
#endif

using namespace bt;
using namespace bt::interop;

namespace {
kaspa::ScriptPublicKey someone()
{
    const auto signer = crypto::SchnorrSigner::from(Bytes(32, 7));
    return kaspa::payToPublicKey(signer->key().view());
}
std::string words(const Error& e) { return std::string(e.code) + ": " + e.detail; }
} // namespace
#define VERIFIED(result) QVERIFY2((result).has_value(), (result) ? "" : words((result).error()).c_str())

class TestInteropSupport : public QObject
{
    Q_OBJECT
private slots:
    void a_node_mines_pays_and_survives_a_kill()
    {
        Simnet simnet;
        const auto started = simnet.start();
        VERIFIED(started);
        const auto paid = simnet.pay(someone(), {500'000'000});
        VERIFIED(paid);
        auto there = utxosOf(simnet.rpc(), someone());
        VERIFIED(there);
        QCOMPARE(there->size(), std::size_t(1));
        QCOMPARE(there->front().outpoint, paid->outpoint);
        QCOMPARE(there->front().utxo, paid->utxo);

        simnet.kaspad().kill();
        QVERIFY(!simnet.rpc().call("getInfo", Json::object(), std::chrono::seconds(2)));
        const auto again = simnet.kaspad().start();
        VERIFIED(again);
        there = utxosOf(simnet.rpc(), someone());
        VERIFIED(there);
        QCOMPARE(there->size(), std::size_t(1));
        const auto second = simnet.pay(someone(), {600'000'000});
        VERIFIED(second);
    }
    void time_moves_as_far_as_it_is_told()
    {
        Simnet simnet;
        const Millis begin = SystemClock().now().plus(-9 * kMinute);
        const auto started = simnet.start(begin, 20);
        VERIFIED(started);
        const auto before = chainState(simnet.rpc());
        VERIFIED(before);
        QVERIFY(before->pastMedianTime < begin.plus(2 * kMinute));
        const auto moved = simnet.advanceTo(begin.plus(8 * kMinute));
        VERIFIED(moved);
        const auto after = chainState(simnet.rpc());
        VERIFIED(after);
        QVERIFY(after->pastMedianTime > begin.plus(8 * kMinute));
        const auto aged = simnet.age(100);
        VERIFIED(aged);
        QVERIFY(chainState(simnet.rpc())->daaScore >= after->daaScore + 100);
        QVERIFY(simnet.rpc().call("getInfo")->value("isSynced", false));
    }
};
QTEST_GUILESS_MAIN(TestInteropSupport)
#include "tst_interop_support.moc"
