// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#ifndef Q_MOC_RUN
#include "groth16_table.h"
#include "kaspa/script/engine.h"
#include "kaspa/script/opcodes.h"
#include "zk/groth16.h"

#include <functional>
#endif

using namespace bt;
using namespace bt::kaspa;

namespace {

struct Items {
    std::vector<Bytes> inputs;
    Bytes count;
    Bytes proof;
    Bytes key;
    Bytes tag{kZkGroth16};
};

Items goodItems()
{
    const auto row = test::groth16Table().at(2);
    return {row.inputs, {static_cast<std::uint8_t>(row.inputs.size())}, row.proof, row.key, {kZkGroth16}};
}

// Commits to the key; the unlocking script brings inputs, count and proof.
Bytes redeemScript(const Items& items) { return ScriptBuilder().data(items.key).data(items.tag).op(script::OpZkPrecompile).script(); }

Bytes unlocking(const Items& items, const Bytes& redeem)
{
    ScriptBuilder out;
    for (auto input = items.inputs.rbegin(); input != items.inputs.rend(); ++input) out.data(*input);
    return out.data(items.count).data(items.proof).data(redeem).script();
}

// A transaction that spends a P2SH output whose redeem script is the precompile. `budget` is in 10,000 script units.
Populated spend(const Items& items, std::uint16_t budget = 2600)
{
    const Bytes redeem = redeemScript(items);
    Populated p;
    p.tx.version = 1;
    Input in;
    in.previous.id.bytes.fill(7);
    in.signatureScript = unlocking(items, redeem);
    in.computeBudget = budget;
    p.tx.inputs.push_back(std::move(in));
    p.tx.outputs.push_back({kas(1), payToScriptHash(viewOf("x")), std::nullopt});
    p.utxos.push_back(Utxo{kas(2), payToScriptHash(redeem), 5, false, std::nullopt});
    return p;
}

Result<ScriptCost> run(const Populated& p)
{
    ScriptContext ctx;
    ctx.tx = &p;
    return verifyInput(ctx);
}

QString outcome(const Result<ScriptCost>& done)
{
    return done ? QStringLiteral("OK") : QString::fromStdString(done.error().args.empty() ? "" : done.error().args[0]);
}

} // namespace

class TestZkScript : public QObject
{
    Q_OBJECT

private slots:
    void aProofSpends()
    {
        const Items items = goodItems();
        const auto done = run(spend(items));
        BT_OK(done);
        // The tag, 250,000 a point of the key, and a unit for each byte that lands on the stack (the redeem script's
        // hash and its comparison, the true of the precompile included); literal pushes are free.
        const std::uint64_t points = items.inputs.size() + 1;
        QVERIFY(done->scriptUnits >= 14'000'000 + 250'000 * points);
        QVERIFY(done->scriptUnits < 14'000'000 + 250'000 * points + 10'000);
    }

    void theBudgetMustCoverTagAndKey()
    {
        const Items items = goodItems();
        const std::uint64_t units = run(spend(items))->scriptUnits;
        const auto enough = computeBudgetFor(units);
        QVERIFY(enough.has_value());
        BT_OK(run(spend(items, *enough)));
        QCOMPARE(outcome(run(spend(items, static_cast<std::uint16_t>(*enough - 1)))), "ZkIntegrity"); // while reading the key
        QCOMPARE(outcome(run(spend(items, 1398))), "ExceededCommittedScriptUnits");                   // at the tag
    }

    // kaspa-txscript's own failure matrix (verify_groth16_failure_matrix, 13 rows), and more of the kind.
    void oneChangedFieldFails_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < changes().size(); ++i) QTest::newRow(changes()[i].name) << static_cast<int>(i);
    }
    void oneChangedFieldFails()
    {
        QFETCH(int, row);
        const Change& change = changes()[static_cast<std::size_t>(row)];
        Items items = goodItems();
        BT_OK(run(spend(items)));
        change.make(items);
        const auto done = run(spend(items));
        QCOMPARE(outcome(done), "ZkIntegrity");
        QCOMPARE(QString::fromStdString(std::string(done.error().code)), QString(change.code));
        QVERIFY2(QString::fromStdString(done.error().detail).contains(change.says), done.error().detail.c_str());
    }

    void theKeyIsBoundByTheScriptHash()
    {
        const Items items = goodItems();
        Populated p = spend(items);
        Items other = items;
        other.key[0] ^= 1;
        p.tx.inputs[0].signatureScript = unlocking(other, redeemScript(other));
        QCOMPARE(outcome(run(p)), "EvalFalse"); // another redeem script than the output commits to
    }

    void missingItemsFail()
    {
        ScriptContext ctx;
        const Items items = goodItems();
        const auto bare = [&](const std::vector<Bytes>& pushes) {
            ScriptBuilder out;
            for (const Bytes& push : pushes) out.data(push);
            return outcome(runScripts({}, {0, out.op(script::OpZkPrecompile).script()}, ctx));
        };
        std::vector<Bytes> all(items.inputs.rbegin(), items.inputs.rend());
        all.insert(all.end(), {items.count, items.proof, items.key, items.tag});
        QCOMPARE(bare(all), "OK");
        for (std::size_t drop = 0; drop + 1 < all.size(); ++drop) {
            std::vector<Bytes> fewer = all;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(drop));
            QCOMPARE(bare(fewer), "ZkIntegrity");
        }
        QCOMPARE(bare({items.tag}), "ZkIntegrity");
        std::vector<Bytes> padded = all;
        padded[items.inputs.size()].push_back(0); // numbers need not be minimal
        QCOMPARE(bare(padded), "OK");
    }

private:
    struct Change {
        const char* name;
        std::function<void(Items&)> make;
        const char* says;
        const char* code = "kaspa.script.zk_integrity";
    };
    static zk::VerifyingKey keyOf(const Items& items) { return zk::parseVerifyingKey(items.key).value(); }
    static zk::Proof proofOf(const Items& items) { return zk::parseProof(items.proof).value(); }

    static const std::vector<Change>& changes()
    {
        static const std::vector<Change> all{
            {"missing public input",
             [](Items& i) {
                 i.inputs.pop_back();
                 i.count[0] -= 1;
             },
             "3 public inputs"},
            {"extra public input",
             [](Items& i) {
                 i.inputs.push_back(i.inputs[0]);
                 i.count[0] += 1;
             },
             "5 public inputs"},
            {"short public input", [](Items& i) { i.inputs[0].pop_back(); }, "32 bytes"},
            {"long public input", [](Items& i) { i.inputs[0].push_back(0); }, "32 bytes"},
            {"out of field public input", [](Items& i) { i.inputs[0] = Bytes(32, 0xff); }, "not below r"},
            {"truncated key", [](Items& i) { i.key.pop_back(); }, "32 bytes expected"},
            {"trailing key bytes", [](Items& i) { i.key.push_back(0); }, "bytes follow the key"},
            {"key without points",
             [](Items& i) {
                 auto key = keyOf(i);
                 key.abc.clear();
                 i.key = encode(key);
             },
             "a key with 0 points"},
            {"wrong key",
             [](Items& i) {
                 auto key = keyOf(i);
                 key.alpha = zk::G1::identity();
                 i.key = encode(key);
             },
             "does not hold"},
            {"truncated proof", [](Items& i) { i.proof.pop_back(); }, "32 bytes expected"},
            {"trailing proof bytes", [](Items& i) { i.proof.push_back(0); }, "bytes follow the proof"},
            {"wrong proof",
             [](Items& i) {
                 auto proof = proofOf(i);
                 proof.a = zk::G1::identity();
                 i.proof = encode(proof);
             },
             "does not hold"},
            {"public input binding", [](Items& i) { i.inputs[0][0] ^= 1; }, "does not hold"},
            {"public inputs in another order", [](Items& i) { std::swap(i.inputs[0], i.inputs[1]); }, "does not hold"},
            {"both flags in the proof", [](Items& i) { i.proof[31] |= 0xc0; }, "identity or has a sign"},
            {"flags in the first half of B", [](Items& i) { i.proof[63] |= 0x40; }, "not below the modulus"},
            {"negative A", [](Items& i) { i.proof[31] ^= 0x80; }, "does not hold"},
            {"identity C", [](Items& i) { i.proof[127] = 0x40; }, "does not hold"},
            {"negative count", [](Items& i) { i.count = {0x84}; }, "out of range"},
            {"count of nine bytes", [](Items& i) { i.count.resize(9); }, "out of range"},
            {"count beyond 31 bits",
             [](Items& i) {
                 i.count = {4, 0, 0, 0, 1};
             },
             "out of range"},
            {"count larger than the stack", [](Items& i) { i.count = {100}; }, "is missing"},
            {"empty tag", [](Items& i) { i.tag.clear(); }, "one byte"},
            {"long tag", [](Items& i) { i.tag.push_back(0); }, "one byte"},
            {"unknown tag", [](Items& i) { i.tag[0] = 0x22; }, "unknown tag 34"},
            {"RISC Zero", [](Items& i) { i.tag[0] = kZkRisc0Succinct; }, "not verified here", "kaspa.script.zk_not_verified_here"},
        };
        return all;
    }
};

QTEST_APPLESS_MAIN(TestZkScript)
#include "tst_zk_script.moc"
