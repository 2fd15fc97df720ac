// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain_fixture.h"
#include "kaspa/covenant.h"
#include "ledger/disclosure.h"
#include "ledger/many.h"
#include "ledger/prove.h"
#include "purse.h"

using namespace bt;
using namespace bt::kaspa;
using namespace bt::ledger;
using bt::test::Person;

class TestSpending : public QObject, protected bt::test::Purse
{
    Q_OBJECT

    static Result<Secret> keys(const KeyRef&) { return Secret::copyOf(Bytes(32, 1)); }
    Result<Transaction> signedOff(Draft& d, FeeBasis basis = FeeBasis::Largest) const
    {
        SeededRandom random(1);
        BT_CHECK(signCoins(d, keys, random));
        return signOff(d, network, ChainPoint{kDaa, test::kNoon}, basis);
    }
    FreshScript mine() const
    {
        return [this]() -> Result<ScriptPublicKey> { return me.spk; };
    }

private slots:
    void errorsSayHowMuch()
    {
        const auto zero = build(pay(0), {coin(kas(5).value)}, network, kDaa);
        BT_REFUSED(zero, "ledger.below_minimum");
        QCOMPARE(zero.error().args[2], std::string("zero"));
        const auto tiny = build(pay(1'000), {coin(kas(5).value)}, network, kDaa);
        BT_REFUSED(tiny, "ledger.below_minimum");
        QCOMPARE(tiny.error().args[2], std::string("storage"));
        const std::uint64_t least = std::stoull(tiny.error().args[1]);
        QVERIFY(least > 1'000'000 && least < 3'000'000);
        BT_REFUSED(build(pay(kMaxSompi + 1), {coin(kas(5).value)}, network, kDaa), "ledger.amount_too_large");
        BuildRequest two = pay(kMaxSompi);
        two.outputs.push_back({{1}, bob.spk, {}});
        const auto sum = build(two, {coin(kas(5).value)}, network, kDaa);
        BT_REFUSED(sum, "ledger.amount_too_large");
        QCOMPARE(sum.error().args, (std::vector<std::string>{"1", "0"}));
        BT_REFUSED(build(pay(~0ULL), {coin(kas(5).value)}, network, kDaa), "ledger.amount_too_large");

        BuildRequest all = pay(1);
        all.sendAll = true;
        const auto eaten = build(all, {coin(90'000)}, network, kDaa);
        BT_REFUSED(eaten, "ledger.fee_eats_payment");
        QVERIFY(std::stoull(eaten.error().args[0]) > 90'000);
        QCOMPARE(eaten.error().args[1], std::string("90000"));
        BT_REFUSED(build(all, {}, network, kDaa), "ledger.not_enough");

        BuildRequest heavy = pay(kas(1).value);
        heavy.payload = Bytes(300'000);
        const auto large = build(heavy, {coin(kas(500).value)}, network, kDaa);
        BT_REFUSED(large, "ledger.too_large");
        QCOMPARE(large.error().args[2], std::string("transient"));
        QCOMPARE(std::stoull(large.error().args[0]) - std::stoull(large.error().args[1]), std::stoull(large.error().args[3]));
    }

    void feeRates()
    {
        BuildRequest dear = pay(kas(40).value);
        dear.feeRate = 7 * kSompiPerGram;
        auto d = build(dear, {coin(kas(100).value)}, network, kDaa);
        BT_OK(d);
        QCOMPARE(d->fee.value, d->masses.largest() * 700);
        BT_OK(signedOff(*d));
        dear.feeRate = 1; // never below what relays take
        QCOMPARE(build(dear, {coin(kas(100).value)}, network, kDaa)->fee.value, d->masses.largest() * 100);
        dear.feeRate = ~0ULL;
        BT_REFUSED(build(dear, {coin(kas(100).value)}, network, kDaa), "ledger.not_enough");
    }

    void tokensMoveOn()
    {
        // Two token inputs of one lineage become three outputs of it, one more lineage begins, and a coin pays the fee.
        const Bytes redeem{0x51};
        const Bytes unlock = ScriptBuilder().data(redeem).script();
        const ScriptPublicKey program = payToScriptHash(redeem);
        const CovenantId token = *CovenantId::from(Bytes(32, 0x77));
        BuildRequest r;
        for (int i = 0; i < 2; ++i) {
            FixedInput in;
            in.outpoint = outpoint();
            in.utxo = {kas(1), program, 100, false, token};
            in.unlockBytes = unlock.size();
            r.inputs.push_back(in);
        }
        r.outputs = {{{kas(1).value / 2}, program, CovenantBinding{0, token}},
                     {{kas(1).value / 2}, program, CovenantBinding{0, token}},
                     {kas(1), program, CovenantBinding{1, token}},
                     {kas(1), program, {}}};
        r.geneses.push_back({2, {3}}); // by the coin, which comes after the fixed inputs
        r.change = me.spk;
        const auto d = build(r, {coin(kas(300).value)}, network, kDaa);
        BT_OK(d);
        Draft ready = *d;
        for (std::size_t i = 0; i < 2; ++i) ready.tx.tx.inputs[i].signatureScript = unlock;
        const auto tx = signedOff(ready);
        BT_OK(tx);
        QCOMPARE(tx->outputs.size(), std::size_t(5));
        QVERIFY(tx->outputs[2].covenant == (CovenantBinding{1, token}));
        QVERIFY(tx->outputs[3].covenant->id == d->born[0] && tx->outputs[3].covenant->authorizingInput == 2);
        const Disclosure told = disclose(ready, network);
        QVERIFY(told.seen.covenants == std::vector<CovenantId>{token} && told.seen.births == 1);
        QVERIFY(told.seen.programsShown == 2 && told.seen.programsHidden == 4 && told.seen.coins == 1);
        QCOMPARE(told.fromContracts.value, kas(2).value);

        BuildRequest lie = r;
        lie.outputs[0].covenant->id = *CovenantId::from(Bytes(32, 0x78));
        BT_REFUSED(build(lie, {coin(kas(300).value)}, network, kDaa), "ledger.bad_request");
        lie = r;
        lie.outputs[0].covenant->authorizingInput = 2;
        BT_REFUSED(build(lie, {coin(kas(300).value)}, network, kDaa), "ledger.bad_request");
        // Changed afterwards, the dry run says so in the engine's words.
        Draft broken = ready;
        broken.tx.tx.outputs[0].covenant->id = *CovenantId::from(Bytes(32, 0x78));
        const auto refused = signOff(broken, network);
        BT_REFUSED(refused, "ledger.refused");
        QCOMPARE(refused.error().args[0], std::string("covenant"));
    }

    void dryRun()
    {
        auto d = build(pay(kas(40).value), {coin(kas(100).value)}, network, kDaa);
        BT_OK(d);
        BT_REFUSED(signOff(*d, network), "ledger.unsigned");
        const auto good = signedOff(*d);
        BT_OK(good);
        QCOMPARE(prove(d->tx, network)->value, d->fee.value);
        Draft wrong = *d;
        wrong.tx.tx.inputs[0].signatureScript[5] ^= 1;
        const auto script = signOff(wrong, network);
        BT_REFUSED(script, "ledger.refused");
        QVERIFY(script.error().args[0] == "script" && script.error().args[1] == "0" && script.error().args.size() == 3);
        QVERIFY(script.error().detail.find("kaspa.script.") == 0);
        // Locks are judged where the chain stands, and not without it.
        BuildRequest later = pay(kas(40).value);
        later.lockTime = kDaa + 10;
        auto locked = build(later, {coin(kas(100).value)}, network, kDaa);
        SeededRandom random(1);
        BT_OK(signCoins(*locked, keys, random));
        BT_OK(signOff(*locked, network));
        const auto early = signOff(*locked, network, ChainPoint{kDaa, test::kNoon});
        BT_REFUSED(early, "ledger.refused");
        QCOMPARE(early.error().args[0], std::string("not_final"));
        BT_OK(signOff(*locked, network, ChainPoint{kDaa + 11, test::kNoon}));
        BT_REFUSED(prove({d->tx.tx, {}}, network), "ledger.bad_request");

        test::ChainNode node;
        BuildRequest exit;
        FixedInput in;
        const Transaction birth = test::income(payToScriptHash(Bytes{0x51}), kas(5), 9);
        in.outpoint = {transactionId(birth), 0};
        in.utxo = {kas(5), payToScriptHash(Bytes{0x51}), 0, false, {}};
        in.unlockBytes = 2;
        exit.inputs = {in};
        exit.outputs = {{{kas(4).value}, bob.spk, {}}};
        exit.change = me.spk;
        const auto spend = build(exit, {coin(kas(9).value)}, network, kDaa);
        BT_OK(spend);
        const auto absent = checkInputsExist(*spend, node, {});
        BT_REFUSED(absent, "ledger.no_such_input");
        QCOMPARE(absent.error().args[0], std::string("0"));
        node.mine({birth});
        BT_OK(checkInputsExist(*spend, node, {}));
    }

    void smallCoinsAreJoined()
    {
        std::vector<Coin> coins;
        for (int i = 0; i < 1'000; ++i) coins.push_back(coin(kas(1).value / 10));
        for (int i = 0; i < 5; ++i) coins.push_back(coin(50'000)); // cost more than they hold
        coins.push_back(coin(kas(3).value, "anna"));
        const auto plan = compound(coins, "own", mine(), network, kDaa);
        BT_OK(plan);
        QVERIFY(plan->drafts.size() == 3 && plan->coins == 1'000 && plan->notWorthIt == 5);
        std::set<Outpoint> used;
        std::uint64_t sum = 0;
        for (Draft d : plan->drafts) {
            BT_OK(signedOff(d));
            QVERIFY(d.tx.tx.outputs.size() == 1 && d.relations == std::vector<std::string>{"own"});
            for (const Input& in : d.tx.tx.inputs) QVERIFY(used.insert(in.previous).second);
            sum += d.tx.tx.outputs[0].value.value;
        }
        QCOMPARE(sum + plan->fee.value, kas(100).value);
        QVERIFY(compound(coins, "anna", mine(), network, kDaa)->drafts.empty()); // one coin is joined already
        BT_REFUSED(compound(
                       coins, "own", []() -> Result<ScriptPublicKey> { return fail("vault.locked"); }, network, kDaa),
                   "vault.locked");
    }

    void manyArePaid()
    {
        std::vector<Coin> coins;
        for (int i = 0; i < 40; ++i) coins.push_back(coin(kas(500).value));
        BuildRequest r = pay(kas(1).value);
        for (int i = 1; i < 1'500; ++i) r.outputs.push_back({{kas(1).value + static_cast<std::uint64_t>(i)}, bob.spk, {}});
        r.payload = {1, 2, 3};
        auto drafts = batch(r, coins, mine(), network, kDaa);
        BT_OK(drafts);
        QVERIFY2(drafts->size() >= 30 && drafts->size() < 35, qPrintable(QString::number(drafts->size())));
        std::size_t paid = 0;
        std::set<Outpoint> used;
        for (Draft& d : *drafts) {
            BT_OK(signedOff(d));
            const std::size_t n = d.tx.tx.outputs.size() - (d.changeOutput ? 1 : 0);
            for (std::size_t i = 0; i < n; ++i) QVERIFY(d.tx.tx.outputs[i] == r.outputs[paid + i]);
            QCOMPARE(d.tx.tx.payload.empty(), paid > 0);
            paid += n;
            for (const Input& in : d.tx.tx.inputs) QVERIFY(used.insert(in.previous).second);
        }
        QCOMPARE(paid, r.outputs.size());
        BuildRequest bad = r;
        bad.outputs[1'400].value = {5};
        const auto small = batch(bad, coins, mine(), network, kDaa);
        BT_REFUSED(small, "ledger.below_minimum");
        QCOMPARE(small.error().args[0], std::string("1400"));
        BT_REFUSED(batch(r, {coins[0]}, mine(), network, kDaa), "ledger.not_enough");
        bad.sendAll = true;
        BT_REFUSED(batch(bad, coins, mine(), network, kDaa), "ledger.bad_request");
    }

    void waitingPaymentsAreReplaced()
    {
        const auto d = build(pay(kas(40).value), {coin(kas(100).value)}, network, kDaa);
        BT_OK(d);
        const auto next = replaceByFee(*d, {d->fee.value * 3}, kas(1));
        BT_OK(next);
        QVERIFY(next->fee.value == d->fee.value * 3 && next->tx.tx.inputs.size() == 1);
        QVERIFY(next->tx.tx.outputs[0] == d->tx.tx.outputs[0]);
        QCOMPARE(next->tx.tx.outputs[1].value.value, d->tx.tx.outputs[1].value.value - 2 * d->fee.value);
        Draft ready = *next;
        BT_OK(signedOff(ready));
        BT_REFUSED(replaceByFee(*d, d->fee, kas(1)), "ledger.bad_request");
        BT_REFUSED(replaceByFee(*d, kas(3), kas(1)), "ledger.fee_too_high");
        BT_OK(replaceByFee(*d, leastReplacementFee(*d), kas(1)));
        // Without change there is nothing to take it from.
        const auto none = build(pay(kas(40).value), {coin(kas(40).value + 700'000)}, network, kDaa);
        QVERIFY(!none->changeOutput);
        BT_REFUSED(replaceByFee(*none, {900'000}, kas(1)), "ledger.no_change_to_pay");
        const auto poor = replaceByFee(*d, kas(61), kas(100));
        BT_REFUSED(poor, "ledger.no_change_to_pay");
        QCOMPARE(std::stoull(poor.error().args[0]), d->tx.tx.outputs[1].value.value);
        // The change is all used up: it goes.
        Draft last = *replaceByFee(*d, {d->fee.value + d->tx.tx.outputs[1].value.value - 10}, kas(100));
        QVERIFY(!last.changeOutput && last.tx.tx.outputs.size() == 1);
        BT_OK(signedOff(last));

        // On a mempool that behaves like kaspad's, after a restart that left the bytes alone.
        test::ChainNode node;
        store::Database db = test::memoryDatabase();
        Wallet w = *Wallet::open(db, network, test::keysFrom(3));
        node.mine({test::income(w.fresh("own")->spk, kas(100), 5)});
        BT_OK(w.sync(node, {}));
        BuildRequest r = pay(kas(40).value);
        r.change = w.fresh("own", Branch::Change)->spk;
        Draft sent = *build(r, *w.coins(), network, kDaa);
        const KeySource own = [&](const KeyRef& ref) { return w.secret(ref); };
        SeededRandom random(1);
        BT_OK(signCoins(sent, own, random));
        const Transaction bytes = *signOff(sent, network);
        BT_OK(w.notePending(bytes, "i"));
        BT_OK(node.submit(bytes, {}));
        const auto back = w.draftOf(bytes);
        BT_OK(back);
        QVERIFY(back->fee == sent.fee && back->masses == sent.masses && back->signers == sent.signers &&
                back->changeOutput == sent.changeOutput && back->relations == sent.relations);
        Draft dearer = *replaceByFee(*back, leastReplacementFee(*back), kas(1));
        BT_OK(signCoins(dearer, own, random));
        const auto more = signOff(dearer, network);
        BT_OK(more);
        BT_OK(node.submitReplacement(*more, {}));
        QVERIFY(node.mempool.size() == 1 && node.mempool[0].tx == *more);
        node.mineMempool();
        QCOMPARE(w.sync(node, {})->conflicts.size(), std::size_t(1)); // the first one can never come
        BT_REFUSED(w.draftOf(*more), "ledger.not_waiting");
        Transaction foreign = bytes;
        foreign.inputs[0].previous = outpoint();
        BT_REFUSED(w.draftOf(foreign), "ledger.no_such_input");
    }

    void whatAPersonIsTold()
    {
        BuildRequest r = pay(kas(40).value);
        r.outputs.push_back({kas(51), payToScriptHash(Bytes{0x51}), {}});
        r.outputs.push_back({kas(2), Person::numbered(7).spk, {}});
        r.geneses.push_back({0, {1}});
        r.payload = Bytes(100);
        const auto d = build(r, {coin(kas(60).value, "anna"), coin(kas(70).value, "bert")}, network, kDaa);
        BT_OK(d);
        const auto named = [](std::uint32_t i, const Output&) -> std::optional<OutputName> {
            if (i == 1) return OutputName{OutputRole::Contract, "visit/3", kas(1)};
            if (i == 0) return OutputName{OutputRole::Payment, "Bob", {}};
            return std::nullopt;
        };
        const ScriptPublicKey other = Person::numbered(7).spk;
        const Disclosure told = disclose(*d, network, named, [&](const ScriptPublicKey& spk) { return spk == other; });
        QCOMPARE(told.outputs.size(), std::size_t(4));
        QVERIFY(told.outputs[0].label == "Bob" && told.outputs[0].address.starts_with("kaspasim:q"));
        QVERIFY(told.outputs[1].role == OutputRole::Contract && told.outputs[1].covenant &&
                told.outputs[1].address.starts_with("kaspasim:p"));
        QVERIFY(told.outputs[2].role == OutputRole::Own && told.outputs[3].role == OutputRole::Change);
        QCOMPARE(told.leaves.value, kas(91).value);
        QCOMPARE(told.deposits.value, kas(1).value);
        QCOMPARE(told.fromCoins.value, kas(130).value);
        QCOMPARE(told.changeBack.value + told.leaves.value + told.fee.value, kas(130).value);
        QCOMPARE(told.cost(), static_cast<std::int64_t>(told.leaves.value + told.fee.value));
        QVERIFY(told.fee == d->fee && told.feeMicros == microsOf(d->fee, network) && told.currency == "EUR");
        QVERIFY(told.seen.inputs == 2 && told.seen.coins == 2 && told.seen.outputs == 4 && told.seen.births == 1);
        QCOMPARE(told.seen.relations.size(), std::size_t(2)); // anna and bert are one person from now on
        QVERIFY(told.seen.payloadBytes == 100 && told.seen.programsHidden == 1 && told.seen.programsShown == 0);
        const auto one = build(pay(kas(4).value), {coin(kas(60).value, "anna")}, network, kDaa);
        const Disclosure plain = disclose(*one, *networkNamed("mainnet"));
        QVERIFY(plain.seen.relations.empty() && plain.outputs[0].role == OutputRole::Payment);
        QVERIFY(plain.outputs[0].address.starts_with("kaspa:q"));
    }
};

QTEST_APPLESS_MAIN(TestSpending)
#include "tst_spending.moc"
