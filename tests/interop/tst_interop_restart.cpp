// SPDX-License-Identifier: GPL-3.0-or-later
// A visit whose node is killed in every step: before and after the transaction is handed over, and after it is mined. The
// same bytes are handed over again after each kill; the visit ends completed, and nothing is paid twice.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare>
#include "interop/support/must.h"
#include "interop/support/test_wallet.h"
#include "interop/support/visit_play.h"
#endif

using namespace bt;
using namespace bt::interop;
using namespace bt::contract::session;

class TestInteropRestart : public QObject
{
    Q_OBJECT
private slots:
    void killed_in_every_step()
    {
        must(m_net.start());
        test::World world;
        VisitPlay play(world, m_net);
        TestNode node(m_net.url());
        m_node = &node;
        const State state = must(makeState(world.terms, world.patient.key, world.therapist.key, test::kPrice, test::kBond));
        VisitPlay::Booked booked = must(play.booking(state));
        carry(booked.tx.tx);
        Session session = booked.session;
        session.daaScore = must(chainState(m_net.rpc())).daaScore;

        session = advance(play, session, must(accept(session)));
        QVERIFY(session.state.phase == Phase::Accepted);
        must(m_net.age(kMinAge));
        session = advance(play, session, must(commit(session, world.terms)));
        QVERIFY(session.state.phase == Phase::Committed);
        session = advance(play, session, must(beginAttended(session, world.attendance(session))));
        QVERIFY(session.state.phase == Phase::InSession);
        const Hash256 record = recordHash({world.terms.visit.startsAt, world.terms.visit.endsAt, true, true, world.random.fixed<Salt>()});
        const Plan last = must(complete(session, record, world.recordBy(world.therapist, session, record), world.holder.key));
        const auto coin = must(play.coinFor(last));
        const kaspa::Populated tx = play.dress(last, coin);
        carry(tx.tx);
        const Transition done = must(play.read(session, tx.tx));
        QVERIFY(done.step == Step::Complete && !done.next && done.ticket && done.record == record);

        // Money: what went in came out, once.
        const auto theirs = must(utxosOf(m_net.rpc(), kaspa::payToPublicKey(world.therapist.key.view())));
        QCOMPARE(theirs.size(), std::size_t(1));
        QCOMPARE(theirs[0].utxo.amount.value, test::kPrice.value + test::kBond.value);
        const auto ticket = must(utxosOf(m_net.rpc(), must(utxoOf(*done.ticket)).spk));
        QCOMPARE(ticket.size(), std::size_t(1));
        QCOMPARE(ticket[0].utxo.amount.value, kDeposit.value);
        QCOMPARE(must(utxosOf(m_net.rpc(), kaspa::payToPublicKey(world.patient.key.view()))).size(), std::size_t(0));
        qInfo("%d kills in 5 steps", m_kills);
        QCOMPARE(m_kills, 15);
    }

private:
    Session advance(VisitPlay& play, const Session& before, const Plan& plan)
    {
        const auto coin = must(play.coinFor(plan));
        const kaspa::Populated tx = play.dress(plan, coin);
        carry(tx.tx);
        return *must(play.read(before, tx.tx)).next;
    }
    static Deadline soon() { return {std::chrono::steady_clock::now() + std::chrono::seconds(60), {}}; }
    void kill()
    {
        m_net.kaspad().kill();
        ++m_kills;
        must(m_net.kaspad().start());
    }
    //! Hands a step over through the product's client while its node dies before it, after it, and after it is mined.
    void carry(const kaspa::Transaction& tx)
    {
        kill(); // nothing was handed over: it must be possible now
        const kaspa::TxId id = handOver(tx);
        kill(); // a mempool is memory: the same bytes again
        QVERIFY(!must(inMempool(m_net.rpc(), id)));
        QVERIFY(handOver(tx) == id);
        QVERIFY(handOver(tx) == id); // known already: no harm
        must(m_net.mine(1));
        kill(); // mined and kept
        QVERIFY(!must(inMempool(m_net.rpc(), id)));
        // A third time: known to be in a block, never a second payment.
        const auto again = ask(tx);
        QVERIFY2(again ? *again == id : again.error().code == "node.spent" || again.error().code.starts_with("node.rejected"),
                 again ? "" : words(again.error()).c_str());
        QVERIFY(!must(inMempool(m_net.rpc(), id)));
    }
    kaspa::TxId handOver(const kaspa::Transaction& tx) { return must(ask(tx)); }
    //! The client reconnects by itself; until then it says that it has no node.
    Result<kaspa::TxId> ask(const kaspa::Transaction& tx)
    {
        const Deadline deadline = soon();
        while (true) {
            Result<kaspa::TxId> done = (*m_node)->submit(tx, deadline);
            if (done || deadline.over() || (done.error().code != "node.offline" && done.error().code != "node.timeout")) return done;
        }
    }

    Simnet m_net;
    TestNode* m_node = nullptr;
    int m_kills = 0;
};
QTEST_GUILESS_MAIN(TestInteropRestart)
#include "tst_interop_restart.moc"
