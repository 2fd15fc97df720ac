// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/covenant.h"
#include "ledger/practice/rules.h"
#include "purse.h"

using namespace bt;
using namespace bt::kaspa;
using namespace bt::ledger;
using bt::test::Person;

class TestBuilder : public QObject, protected bt::test::Purse
{
    Q_OBJECT

    static Result<Secret> keys(const KeyRef&) { return Secret::copyOf(Bytes(32, 1)); }

    //! Signs and holds the result against the ledger's own rules.
    Result<Sompi> passes(Draft d) const
    {
        SeededRandom random(1);
        BT_CHECK(signCoins(d, keys, random));
        BT_TRY(d.tx.tx, finish(d));
        BT_CHECK(checkIsolated(d.tx.tx));
        BT_TRY(const Sompi fee, checkPopulated(d.tx, {kDaa, test::kNoon}, network));
        if (fee != d.fee) return fail("test.fee_differs");
        return fee;
    }

private slots:
    void payment()
    {
        const auto d = build(pay(kas(40).value), {coin(kas(100).value)}, network, kDaa);
        BT_OK(d);
        BT_OK(passes(*d));
        QCOMPARE(d->changeOutput, std::optional<std::uint32_t>(1));
        QCOMPARE(d->tx.tx.outputs[1].value.value + d->fee.value, kas(60).value);
        QCOMPARE(d->relations, std::vector<std::string>{"own"});
        QVERIFY2(d->fee.value < 400'000, qPrintable(QString::number(d->fee.value))); // a payment is under 0.004 KAS
        QCOMPARE(d->fee.value, minimumFee(d->masses.largest()).value);
    }

    void relationsStayApart()
    {
        const std::vector<Coin> coins{coin(kas(30).value, "anna"), coin(kas(30).value, "bert"), coin(kas(50).value, "carl"),
                                      coin(kas(5).value)};
        const auto one = build(pay(kas(40).value), coins, network, kDaa);
        BT_OK(one);
        QCOMPARE(one->relations, std::vector<std::string>{"carl"}); // the only one who can pay alone
        BuildRequest small = pay(kas(10).value);
        small.relation = "bert";
        QCOMPARE(build(small, coins, network, kDaa)->relations, std::vector<std::string>{"bert"});
        const auto two = build(pay(kas(70).value), coins, network, kDaa);
        BT_OK(two);
        BT_OK(passes(*two));
        QCOMPARE(two->relations.size(), std::size_t(2)); // no more than needed
        BuildRequest alone = pay(kas(70).value);
        alone.mayMerge = false;
        BT_REFUSED(build(alone, coins, network, kDaa), "ledger.would_merge");
        BT_REFUSED(build(pay(kas(200).value), coins, network, kDaa), "ledger.not_enough");
    }

    void onlySpendableCoins()
    {
        std::vector<Coin> coins{coin(kas(100).value), coin(kas(100).value), coin(kas(100).value)};
        coins[0].state = CoinState::Pending;
        coins[1].state = CoinState::Reserved;
        coins[2].utxo.isCoinbase = true;
        coins[2].utxo.daaScore = kDaa - 999;
        BT_REFUSED(build(pay(kas(1).value), coins, network, kDaa), "ledger.not_enough");
        BT_OK(build(pay(kas(1).value), coins, network, kDaa + 1));
    }

    void whatIsMissing()
    {
        for (const std::uint64_t have : {kas(39).value, kas(40).value, kas(40).value + 100'000}) {
            const auto d = build(pay(kas(40).value), {coin(have)}, network, kDaa);
            BT_REFUSED(d, "ledger.not_enough");
            const std::uint64_t missing = std::stoull(d.error().args[0]);
            BT_OK(build(pay(kas(40).value), {coin(have + missing)}, network, kDaa));
            BT_REFUSED(build(pay(kas(40).value), {coin(have + missing - 1)}, network, kDaa), "ledger.not_enough");
        }
        const auto none = build(pay(kas(40).value), {}, network, kDaa);
        BT_REFUSED(none, "ledger.not_enough");
        QVERIFY(std::stoull(none.error().args[0]) > kas(40).value);
    }

    void tooSmall()
    {
        const std::vector<Coin> coins{coin(kas(100).value)};
        for (const std::uint64_t amount : {0ULL, 1ULL, 100'000ULL, 1'900'000ULL}) {
            const auto d = build(pay(amount), coins, network, kDaa);
            BT_REFUSED(d, "ledger.below_minimum");
            QCOMPARE(d.error().args[0], std::string("0"));
            QCOMPARE(std::stoull(d.error().args[1]), storageFloor(bob.spk, false).value);
        }
        BuildRequest dear = pay(2'100'000); // legal, but its storage costs half a KAS
        dear.maxFee = {10'000'000};
        BT_REFUSED(build(dear, coins, network, kDaa), "ledger.fee_too_high");
        dear.basis = FeeBasis::Relay;
        const auto cheap = build(dear, coins, network, kDaa);
        BT_OK(cheap);
        QVERIFY(cheap->fee.value < 1'000'000);
    }

    void changeThatIsNotWorthIt()
    {
        // 0.003 KAS left over: as an output it would weigh more than it is worth.
        const auto d = build(pay(kas(40).value), {coin(kas(40).value + 700'000)}, network, kDaa);
        BT_OK(d);
        BT_OK(passes(*d));
        QVERIFY(!d->changeOutput);
        QCOMPARE(d->fee.value, 700'000u);
    }

    void births()
    {
        const ScriptPublicKey program = payToScriptHash(Bytes{0x51});
        BuildRequest r = pay(kas(51).value);
        r.outputs[0].spk = program;
        r.geneses.push_back({0, {0}});
        const auto d = build(r, {coin(kas(500).value)}, network, kDaa);
        BT_OK(d);
        BT_OK(passes(*d));
        QCOMPARE(d->born.size(), std::size_t(1));
        QVERIFY(d->tx.tx.outputs[0].covenant->id == d->born[0]);
        QVERIFY(d->born[0] == covenantId(d->tx.tx.inputs[0].previous, {{0, {kas(51), program, {}}}}));
        QVERIFY2(d->fee.value < 500'000, qPrintable(QString::number(d->fee.value)));
        r.geneses[0].input = 1;
        BT_REFUSED(build(r, {coin(kas(500).value)}, network, kDaa), "ledger.bad_request");
        r.geneses[0].outputs = {1};
        BT_REFUSED(build(r, {coin(kas(500).value)}, network, kDaa), "ledger.bad_request");
    }

    void fixedInputs()
    {
        const Bytes redeem{0x51}; // OpTrue stands for a contract here
        const Bytes unlock = ScriptBuilder().data(redeem).script();
        FixedInput escrow;
        escrow.outpoint = {*TxId::from(Bytes(32, 0xee)), 0};
        escrow.utxo = {kas(51), payToScriptHash(redeem), 100, false, {}};
        escrow.unlockBytes = unlock.size();
        escrow.sequence = 20;
        BuildRequest r;
        r.inputs.push_back(escrow);
        r.outputs = {{kas(50), bob.spk, {}}, {kas(1), me.spk, {}}};
        r.change = me.spk;
        const auto helped = build(r, {coin(kas(10).value)}, network, kDaa); // a coin brings the fee
        BT_OK(helped);
        QVERIFY(helped->tx.tx.inputs[0].previous == escrow.outpoint && helped->tx.tx.inputs[0].sequence == 20);
        QVERIFY(!helped->signers[0] && helped->signers[1]);
        Draft open = *helped;
        SeededRandom random(1);
        BT_OK(signCoins(open, keys, random));
        BT_REFUSED(finish(open), "ledger.unsigned");
        open.tx.tx.inputs[0].signatureScript = unlock;
        const auto tx = finish(open);
        BT_OK(tx);
        BT_OK(checkPopulated(open.tx, {kDaa, test::kNoon}, network));
        open.tx.tx.inputs[0].signatureScript.push_back(0);
        BT_REFUSED(finish(open), "ledger.script_grew");

        BuildRequest self = r; // the contract pays its own fee
        self.addCoins = false;
        const auto poor = build(self, {}, network, kDaa);
        BT_REFUSED(poor, "ledger.fee_too_low");
        self.outputs[1].value.value -= std::stoull(poor.error().args[0]);
        // A smaller output weighs a little more.
        const auto next = build(self, {}, network, kDaa);
        if (!next) self.outputs[1].value.value -= std::stoull(next.error().args[0]) + 1'000;
        const auto paid = build(self, {}, network, kDaa);
        BT_OK(paid);
        QVERIFY(!paid->changeOutput && paid->tx.tx.inputs.size() == 1);
    }

    void everything()
    {
        BuildRequest r = pay(1);
        r.sendAll = true;
        const auto d = build(r, {coin(kas(3).value), coin(kas(4).value), coin(kas(5).value)}, network, kDaa);
        BT_OK(d);
        BT_OK(passes(*d));
        QCOMPARE(d->tx.tx.outputs.size(), std::size_t(1));
        QCOMPARE(d->tx.tx.outputs[0].value.value + d->fee.value, kas(12).value);
    }

    void tenThousandCoins()
    {
        std::vector<Coin> coins;
        SeededRandom random(11);
        for (int i = 0; i < 10'000; ++i) coins.push_back(coin(kas(1).value + random.below(kas(9).value), "r" + std::to_string(i % 100)));
        const auto one = build(pay(kas(5).value), coins, network, kDaa);
        BT_OK(one);
        QCOMPARE(one->tx.tx.inputs.size(), std::size_t(1));
        const auto many = build(pay(kas(400).value), coins, network, kDaa); // within one relation's ~550 KAS
        BT_OK(many);
        QCOMPARE(many->relations.size(), std::size_t(1));
        BT_OK(passes(*many));
        const auto merged = build(pay(kas(1'500).value), coins, network, kDaa);
        BT_OK(merged);
        BT_OK(passes(*merged));
        BT_REFUSED(build(pay(kas(20'000).value), coins, network, kDaa), "ledger.too_many_coins");
        BT_REFUSED(build(pay(kas(90'000).value), coins, network, kDaa), "ledger.not_enough");
    }

    void randomWallets()
    {
        // Whatever is built passes the ledger's rules; whatever is refused has a reason from the table.
        SeededRandom random(99);
        int built = 0;
        const int rounds = test::longRun() ? 5'000 : 400;
        for (int round = 0; round < rounds; ++round) {
            std::vector<Coin> coins;
            for (std::uint64_t n = random.below(8); n > 0; --n)
                coins.push_back(coin(1'000'000 + random.below(1ULL << (20 + random.below(18))),
                                     std::string(1, static_cast<char>('a' + random.below(3)))));
            BuildRequest r = pay(1 + random.below(1ULL << (20 + random.below(18))));
            if (random.below(2) == 0) r.payload = random.bytes(random.below(2'000));
            if (random.below(3) == 0) r.outputs.push_back({{kas(1).value + random.below(kas(50).value)}, payToScriptHash(Bytes{0x51}), {}});
            if (random.below(3) == 0) r.geneses.push_back({0, {0}});
            const auto d = build(r, coins, network, kDaa);
            if (!d) {
                const auto code = d.error().code;
                QVERIFY2(code == "ledger.not_enough" || code == "ledger.below_minimum" || code == "ledger.fee_too_high" ||
                             code == "ledger.too_large",
                         std::string(code).c_str());
                continue;
            }
            ++built;
            // A bound P2PK output is judged by its script class like any other.
            BT_OK(passes(*d));
        }
        QVERIFY2(built > rounds / 5, qPrintable(QString::number(built)));
    }
};

QTEST_APPLESS_MAIN(TestBuilder)
#include "tst_builder.moc"
