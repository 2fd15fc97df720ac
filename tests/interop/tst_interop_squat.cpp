// SPDX-License-Identifier: GPL-3.0-or-later
// A stranger's transaction sits in the mempool on a contract's input (contracts.md, rule 9): an ordinary submission is
// refused, our fallback to replacement wins, is mined, and the stranger's is gone.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare>
#include "interop/support/must.h"
#include "interop/support/test_wallet.h"
#include "interop/support/visit_play.h"
#include "ledger/submitter.h"
#endif

using namespace bt;
using namespace bt::interop;
using namespace bt::contract::session;

class TestInteropSquat : public QObject
{
    Q_OBJECT
private slots:
    void our_spend_takes_the_squatters_place()
    {
        Simnet net;
        must(net.start());
        test::World world;
        VisitPlay play(world, net);
        // Both commit and cancelling are open: anyone may push commit as soon as its time has come.
        const Session session = must(play.sessions({Phase::Accepted})).front();
        const Plan theirs = must(commit(session, world.terms));
        const Plan ours = must(cancelByPatient(session, world.terms));
        const auto theirCoin = must(play.coinFor(theirs)), ourCoin = must(play.coinFor(ours));
        const kaspa::Populated squatter = play.dress(theirs, theirCoin, 3'000'000);
        (void)must(submit(net.rpc(), squatter.tx));

        const kaspa::Populated cheap = play.dress(ours, ourCoin, 1'000'000);
        const auto refused = submit(net.rpc(), cheap.tx);
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.find("already spent by transaction") != std::string::npos, refused.error().detail.c_str());

        TestNode node(net.url());
        int rebuilt = 0;
        ledger::Submitter submitter(*node, [&](const ledger::Submission& old, Sompi fee) -> Result<ledger::Submission> {
            ledger::Submission next = old;
            const kaspa::Populated p = play.dress(ours, ourCoin, fee.value);
            next.tx = p.tx;
            next.fee = fee;
            ++rebuilt;
            return next;
        });
        ledger::Submission submission{cheap.tx, {1'000'000}, cheap.utxos, true, {50'000'000}};
        const ledger::Progress progress = must(submitter.submit(submission, soon()));
        QVERIFY2(progress.standing == ledger::Standing::Waiting, progress.why ? words(*progress.why).c_str() : "no reason");
        QVERIFY(progress.replaced && progress.rebuilt && rebuilt > 0);
        QVERIFY(submission.fee.value > 3'000'000);
        const kaspa::TxId id = kaspa::transactionId(submission.tx);
        QVERIFY(progress.id == id);
        QVERIFY(!must(inMempool(net.rpc(), kaspa::transactionId(squatter.tx))));
        QVERIFY(must(inMempool(net.rpc(), id)));

        must(net.mine(1));
        QVERIFY(!must(inMempool(net.rpc(), id)));
        const Transition done = must(play.read(session, submission.tx));
        QVERIFY(done.step == Step::CancelByPatient && !done.next);
        const auto paid = must(utxosOf(net.rpc(), kaspa::payToPublicKey(world.patient.key.view())));
        QVERIFY(std::ranges::any_of(paid, [&](const ledger::UtxoEntry& e) { return e.outpoint.id == id; }));
        qInfo("squatter paid 3000000 sompi, replaced by a fee of %llu", static_cast<unsigned long long>(submission.fee.value));
    }

private:
    static Deadline soon() { return {std::chrono::steady_clock::now() + std::chrono::seconds(60), {}}; }
};
QTEST_GUILESS_MAIN(TestInteropSquat)
#include "tst_interop_squat.moc"
