// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain_fixture.h"
#include "ledger/submitter.h"

using namespace bt;
using namespace bt::kaspa;
using namespace bt::ledger;
using bt::test::ChainNode;

class TestSubmitter : public QObject
{
    Q_OBJECT

    const ScriptPublicKey program = payToScriptHash(Bytes{0x51});
    const ScriptPublicKey bob = test::Person::numbered(2).spk;
    std::optional<ChainNode> node;
    Transaction birth;
    int rebuilds = 0;

    //! Spends the contract's 10 KAS to bob, less the fee.
    Transaction spend(std::uint64_t fee, std::uint8_t tag = 0) const
    {
        Transaction tx;
        tx.inputs.push_back({{transactionId(birth), 0}, ScriptBuilder().data(Bytes{0x51}).script(), 0, 0, 0});
        tx.outputs.push_back({{kas(10).value - fee}, bob, {}});
        if (tag != 0) tx.payload = {tag};
        return tx;
    }
    Submission ours(std::uint64_t fee, std::uint64_t cap, bool contract = true) const
    {
        return {spend(fee), {fee}, {Utxo{kas(10), program, 0, false, {}}}, contract, {cap}};
    }
    Submitter submitter()
    {
        return Submitter(*node, [this](const Submission& old, Sompi fee) -> Result<Submission> {
            ++rebuilds;
            Submission next = old;
            next.tx = spend(fee.value);
            next.fee = fee;
            return next;
        });
    }

private slots:
    void init()
    {
        node.emplace();
        rebuilds = 0;
        birth = test::income(program, kas(10), 1);
        node->mine({birth});
    }

    void theUsualWay()
    {
        Submitter s = submitter();
        Submission what = ours(100'000, 1'000'000);
        const auto sent = s.submit(what, {});
        BT_OK(sent);
        QVERIFY(sent->standing == Standing::Waiting && !sent->replaced && sent->id == transactionId(what.tx));
        QVERIFY(s.submit(what, {})->standing == Standing::Waiting); // repeating is safe
        const auto seen = s.watch(what, false, {});
        QVERIFY(seen->standing == Standing::Waiting && !seen->resent);
        node->mineMempool();
        QVERIFY(s.watch(what, true, {})->standing == Standing::Accepted);
        // The wallet has not read the block yet: the output is there, so it is no conflict.
        QVERIFY(s.watch(what, false, {})->standing == Standing::Accepted);
    }

    void droppedFromTheMempool()
    {
        Submitter s = submitter();
        Submission what = ours(100'000, 1'000'000);
        BT_OK(s.submit(what, {}));
        const Bytes before = what.tx.inputs[0].signatureScript;
        node->mempool.clear();
        const auto again = s.watch(what, false, {});
        QVERIFY(again->standing == Standing::Waiting && again->resent && !again->rebuilt && rebuilds == 0);
        QVERIFY(node->mempool.size() == 1 && node->mempool[0].tx == what.tx);
    }

    void squatterPaysLess()
    {
        BT_OK(node->submit(spend(60'000, 7), {}));
        Submitter s = submitter();
        Submission what = ours(200'000, 1'000'000);
        const auto done = s.submit(what, {});
        BT_OK(done);
        QVERIFY(done->standing == Standing::Waiting && done->replaced && !done->rebuilt);
        QVERIFY(done->squatter == transactionId(spend(60'000, 7)));
        QCOMPARE(node->replacements, 1);
        QVERIFY(node->mempool.size() == 1 && node->mempool[0].id == transactionId(what.tx));
    }

    void squatterPaysMore()
    {
        BT_OK(node->submit(spend(900'000, 7), {}));
        Submitter s = submitter();
        Submission what = ours(100'000, 2'000'000);
        const auto done = s.submit(what, {});
        BT_OK(done);
        QVERIFY(done->standing == Standing::Waiting && done->replaced && done->rebuilt);
        QVERIFY(what.fee.value > 800'000 && what.fee.value <= 2'000'000); // a little smaller than the squatter's bytes
        QVERIFY(done->id == transactionId(what.tx) && node->mempool[0].tx == what.tx);
        QVERIFY(rebuilds <= 2);
        node->mineMempool();
        QVERIFY(s.watch(what, true, {})->standing == Standing::Accepted);
    }

    void squatterThatTheNodeDoesNotName()
    {
        // Raised step by step, for nobody says how much is enough.
        BT_OK(node->submit(spend(300'000, 7), {}));
        Submitter s = submitter();
        Submission what = ours(100'000, 2'000'000);
        what.spent.clear();
        const auto done = s.submit(what, {});
        QVERIFY(done->standing == Standing::Waiting && done->replaced && done->rebuilt && !done->squatter);
        QVERIFY2(rebuilds >= 3 && what.fee.value < 500'000, qPrintable(QString::number(what.fee.value)));
    }

    void squatterBeyondTheCap()
    {
        BT_OK(node->submit(spend(5'000'000, 7), {}));
        Submitter s = submitter();
        Submission what = ours(100'000, 2'000'000);
        const auto done = s.submit(what, {});
        QVERIFY(done->standing == Standing::Squatted && done->squatter && done->why->code == std::string_view("node.conflict"));
        QCOMPARE(rebuilds, 0); // it would not help
        QCOMPARE(what.fee.value, std::uint64_t(100'000));
        // Expired: the same bytes go through.
        node->mempool.clear();
        QVERIFY(s.watch(what, false, {})->standing == Standing::Waiting);
        // Without names: up to the cap and no further.
        node->mempool.clear();
        BT_OK(node->submit(spend(5'000'000, 7), {}));
        what.spent.clear();
        QVERIFY(s.submit(what, {})->standing == Standing::Squatted);
        QVERIFY(what.fee.value <= 2'000'000);
        QVERIFY(node->mempool.size() == 1 && node->mempool[0].fee.value == 5'000'000);
    }

    void squatterMinedFirst()
    {
        node->mine({spend(60'000, 7)});
        Submitter s = submitter();
        Submission what = ours(200'000, 1'000'000);
        const auto done = s.submit(what, {});
        QVERIFY(done->standing == Standing::Conflict);
        QCOMPARE(done->why->code, std::string_view("ledger.conflict"));
        QCOMPARE(rebuilds, 0);
    }

    void squatterMinedWhileWeWaited()
    {
        Submitter s = submitter();
        Submission what = ours(200'000, 1'000'000);
        BT_OK(s.submit(what, {}));
        node->mine({spend(60'000, 7)}); // takes ours out of the mempool
        QVERIFY(node->mempool.empty());
        QVERIFY(s.watch(what, false, {})->standing == Standing::Conflict);
    }

    void takenBackForGoodAndYetRemembered()
    {
        Submitter s = submitter();
        Submission what = ours(200'000, 1'000'000);
        BT_OK(s.submit(what, {}));
        node->mineMempool();
        (void)node->fall(1);
        node->remembered.insert(transactionId(what.tx));
        // Its input is free: it may come again.
        QVERIFY(s.watch(what, false, {})->standing == Standing::Waiting);
        node->mine({spend(60'000, 7)});
        const auto lost = s.watch(what, false, {});
        QVERIFY(lost->standing == Standing::Conflict);
        QCOMPARE(lost->why->code, std::string_view("ledger.conflict"));
    }

    void squatterGoneInBetween()
    {
        Submitter s = submitter();
        Submission what = ours(200'000, 1'000'000);
        node->nextSubmit = Error{"node.conflict", {}, {}}; // and when it is to be replaced, nobody is there
        const auto done = s.submit(what, {});
        QVERIFY(done->standing == Standing::Waiting && !done->replaced);
        QCOMPARE(node->mempool.size(), std::size_t(1));
    }

    void twoSquattersAtOnce()
    {
        const Transaction second = test::income(program, kas(10), 2);
        node->mine({second});
        Transaction other = spend(60'000, 7);
        other.inputs[0].previous = {transactionId(second), 0};
        BT_OK(node->submit(spend(60'000, 7), {}));
        BT_OK(node->submit(other, {}));
        Submitter s = submitter();
        Submission what = ours(200'000, 1'000'000);
        what.tx.inputs.push_back(other.inputs[0]);
        what.spent.push_back(what.spent[0]);
        const auto done = s.submit(what, {});
        QVERIFY(done->standing == Standing::Squatted && rebuilds == 0 && node->replacements == 0);
    }

    void ownPaymentIsNoContract()
    {
        BT_OK(node->submit(spend(60'000, 7), {}));
        Submitter s = submitter();
        Submission what = ours(200'000, 1'000'000, false);
        QVERIFY(s.submit(what, {})->standing == Standing::Squatted);
        QCOMPARE(node->replacements, 0);
    }

    void otherAnswers()
    {
        Submitter s = submitter();
        Submission what = ours(200'000, 1'000'000);
        node->nextSubmit = Error{"node.offline", {}, {}};
        QVERIFY(s.submit(what, {})->standing == Standing::Unreachable);
        node->nextSubmit = Error{"node.rejected.script", {"0"}, {}};
        QVERIFY(s.submit(what, {})->standing == Standing::Refused);
        Submitter locked(*node, [](const Submission&, Sompi) -> Result<Submission> { return fail("vault.locked"); });
        BT_OK(node->submit(spend(900'000, 7), {}));
        BT_REFUSED(locked.submit(what, {}), "vault.locked"); // the rebuild's own error
        QVERIFY(node->mempool[0].fee.value == 900'000 && what.fee.value == 200'000);
    }

    void practiceNodeReplacesNothing()
    {
        FakeClock clock(test::kNoon);
        auto practice = std::move(*PracticeNode::open({}, clock));
        const auto me = test::Person::numbered(1);
        BT_OK(practice->faucet(me.spk, kas(100), {}));
        const auto coins = practice->utxos({me.spk}, {});
        auto tx = test::spend(*coins, {{kas(99), bob, {}}});
        test::seal(tx, me);
        Submitter s(*practice);
        Submission what{tx.tx, kas(1), tx.utxos, true, kas(2)};
        const auto sent = s.submit(what, {});
        QVERIFY(sent->standing == Standing::Waiting && !sent->replaced);
        QVERIFY(practice->submitReplacement(tx.tx, {}).has_value()); // the very same is known already
        QVERIFY(s.watch(what, false, {})->standing == Standing::Waiting);
        auto other = test::spend(*coins, {{kas(98), bob, {}}});
        test::seal(other, me);
        BT_REFUSED(practice->submitReplacement(other.tx, {}), "node.spent"); // in a block: nothing waits
        Submission late{other.tx, kas(2), other.utxos, true, kas(3)};
        QVERIFY(s.submit(late, {})->standing == Standing::Conflict);
    }
};

QTEST_APPLESS_MAIN(TestSubmitter)
#include "tst_submitter.moc"
