// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of the practice ledger: a control that is accepted, beside a twin that differs in one field.
#include "kaspa/covenant.h"
#include "ledger/practice/rules.h"
#include "practice_fixture.h"

using namespace bt;
using namespace bt::kaspa;
using namespace bt::ledger;
using bt::test::Person;

class TestPracticeRules : public QObject
{
    Q_OBJECT

    const Person alice = Person::numbered(1);
    const Person bob = Person::numbered(2);
    const NetworkParams network = practiceNetwork();
    const ChainPoint here{50'000, test::kNoon};

    //! Alice pays Bob 40 of her 100 KAS; 0.01 KAS of fee.
    Populated payment() const
    {
        UtxoEntry coin{{TxId::from(Bytes(32, 9)).value(), 0}, {kas(100), alice.spk, 1000, false, {}}};
        Populated p = test::spend({coin}, {{kas(40), bob.spk, {}}, {{kas(60).value - 1'000'000}, alice.spk, {}}});
        test::seal(p, alice);
        return p;
    }
    Result<Sompi> judge(const Populated& p, const ChainPoint& at) const
    {
        BT_CHECK(checkIsolated(p.tx));
        BT_CHECK(checkFinal(p.tx, at));
        return checkPopulated(p, at, network);
    }
    //! Changes the payment, commits and signs anew, and expects this rule to object.
    template <typename Change> void refused(const char* rule, Change change, bool sealAgain = true)
    {
        Populated p = payment();
        change(p);
        if (sealAgain) test::seal(p, alice);
        const auto result = judge(p, here);
        QVERIFY2(!result, rule);
        QCOMPARE(QString::fromStdString(std::string(result.error().code)), QString("node.rejected.%1").arg(rule));
    }
    template <typename Change> void accepted(Change change, const ChainPoint& at)
    {
        Populated p = payment();
        change(p);
        test::seal(p, alice);
        BT_OK(judge(p, at));
    }

private slots:
    void control()
    {
        const auto fee = judge(payment(), here);
        BT_OK(fee);
        QCOMPARE(fee->value, 1'000'000u);
    }

    void shape()
    {
        refused("version", [](Populated& p) { p.tx.version = 2; });
        refused("subnetwork", [](Populated& p) { p.tx.subnetwork.bytes[0] = 1; }); // nobody submits a coinbase
        refused("subnetwork", [](Populated& p) { p.tx.subnetwork.bytes[1] = 1; });
        refused("gas", [](Populated& p) { p.tx.gas = 1; });
        refused("no_inputs", [](Populated& p) {
            p.tx.inputs.clear();
            p.utxos.clear();
        });
        refused("duplicate_input", [](Populated& p) {
            p.tx.inputs.push_back(p.tx.inputs[0]);
            p.utxos.push_back(p.utxos[0]);
        });
        refused(
            "too_many_inputs",
            [](Populated& p) {
                p.tx.inputs.resize(1001);
                for (std::uint32_t i = 0; i < 1001; ++i) p.tx.inputs[i].previous.index = i;
                p.utxos.resize(1001, p.utxos[0]);
            },
            false);
        refused("too_many_outputs", [](Populated& p) { p.tx.outputs.resize(1001, p.tx.outputs[0]); });
        refused(
            "script_size", [](Populated& p) { p.tx.inputs[0].signatureScript.resize(250'001); }, false);
        refused("script_size", [](Populated& p) { p.tx.outputs[0].spk.script.resize(10'001); });
        refused("output_zero", [](Populated& p) { p.tx.outputs[0].value = {0}; });
        refused("output_too_high", [](Populated& p) { p.tx.outputs[0].value = {kMaxSompi + 1}; });
        refused("output_too_high", [](Populated& p) { p.tx.outputs[0].value = p.tx.outputs[1].value = {kMaxSompi / 2 + 1}; });
        refused("sig_op_count_in_v1", [](Populated& p) { p.tx.inputs[0].sigOpCount = 1; });
        refused("compute_budget_in_v0", [](Populated& p) { p.tx.version = 0; });
        refused("covenant_in_v0", [](Populated& p) {
            p.tx.version = 0;
            p.tx.inputs[0].computeBudget = 0;
            p.tx.inputs[0].sigOpCount = 1;
            p.tx.outputs[0].covenant = CovenantBinding{};
        });
        accepted(
            [](Populated& p) {
                p.tx.version = 0;
                p.tx.inputs[0].computeBudget = 0;
                p.tx.inputs[0].sigOpCount = 1;
            },
            here);
    }

    void money()
    {
        refused("spends_too_much", [](Populated& p) { p.tx.outputs[0].value = kas(41); });
        refused("fee", [](Populated& p) { p.tx.outputs[1].value.value += 900'000; });
        // The least fee to the sompi.
        const Masses m = nonContextualMasses(payment().tx);
        const std::uint64_t least = minimumFee(m.feeMass()).value;
        accepted([&](Populated& p) { p.tx.outputs[1].value.value = kas(60).value - least; }, here);
        refused("fee", [&](Populated& p) { p.tx.outputs[1].value.value = kas(60).value - least + 1; });
    }

    void masses()
    {
        refused(
            "storage_mass", [](Populated& p) { ++p.tx.storageMass; }, false);
        accepted(
            [](Populated& p) {
                p.tx.outputs[0].value = {3'000'000};
                p.tx.outputs[1].value.value = kas(60).value;
            },
            here);
        refused("mass_limit", [](Populated& p) { p.tx.outputs[0].value = {1'900'000}; });
        refused("mass_limit", [](Populated& p) { p.tx.payload.resize(250'000); });
        refused("mass_limit", [](Populated& p) { p.tx.inputs[0].computeBudget = 5'000; });
        accepted([](Populated& p) { p.tx.payload.resize(4'000); }, here);
    }

    void time()
    {
        const auto at = static_cast<std::uint64_t>(here.pastMedianTime.value);
        accepted([&](Populated& p) { p.tx.lockTime = at - 1; }, here);
        refused("not_final", [&](Populated& p) { p.tx.lockTime = at; });
        accepted([&](Populated& p) { p.tx.lockTime = here.daaScore - 1; }, here);
        refused("not_final", [&](Populated& p) { p.tx.lockTime = here.daaScore; });
        accepted(
            [&](Populated& p) {
                p.tx.lockTime = at;
                p.tx.inputs[0].sequence = kSequenceFinal;
            },
            here);
        // Relative: the coin is 49,000 DAA old.
        accepted([](Populated& p) { p.tx.inputs[0].sequence = 49'000; }, here);
        refused("sequence_lock", [](Populated& p) { p.tx.inputs[0].sequence = 49'001; });
        accepted([](Populated& p) { p.tx.inputs[0].sequence = 49'001 | kSequenceLockDisabled; }, here);
        accepted([](Populated& p) { p.tx.inputs[0].sequence = 0x7'0000'0001; }, here); // only the low 32 bits count
        accepted(
            [](Populated& p) {
                p.utxos[0].isCoinbase = true;
                p.utxos[0].daaScore = 49'000;
            },
            here);
        refused("immature", [](Populated& p) {
            p.utxos[0].isCoinbase = true;
            p.utxos[0].daaScore = 49'001;
        });
    }

    void scripts()
    {
        refused(
            "script", [](Populated& p) { p.tx.inputs[0].signatureScript[10] ^= 1; }, false);
        refused(
            "script", [](Populated& p) { p.tx.inputs[0].signatureScript.clear(); }, false);
        refused(
            "script", [](Populated& p) { p.tx.outputs[0].value.value -= 1; }, false); // the signature covers it
        refused("script", [](Populated& p) { p.tx.inputs[0].computeBudget = 9; });
        refused("output_script_class", [](Populated& p) { p.tx.outputs[0].spk.script = {0x51}; });
        refused("script_version", [](Populated& p) { p.tx.outputs[0].spk.version = 1; });
        refused("input_script_class", [](Populated& p) {
            p.utxos[0].spk.script = {0x51}; // OpTrue: consensus would take it, relays do not
            p.tx.inputs[0].signatureScript.clear();
        });
    }

    void redeemScripts()
    {
        // OpTrue alone, then with signature opcodes in a branch that never runs.
        const auto locked = [&](int sigOps) {
            ScriptBuilder redeem;
            redeem.number(0).op(0x63);                        // OpIf
            for (int i = 0; i < sigOps; ++i) redeem.op(0xac); // OpCheckSig
            redeem.op(0x68).number(1);                        // OpEndIf
            Populated p = payment();
            p.utxos[0].spk = payToScriptHash(redeem.script());
            p.tx.inputs[0].signatureScript = ScriptBuilder().data(redeem.script()).script();
            p.tx.storageMass = *storageMass(p);
            return p;
        };
        BT_OK(judge(locked(15), here));
        BT_REFUSED(judge(locked(16), here), "node.rejected.sig_ops");
    }

    void covenants()
    {
        const auto born = [&](Populated& p) {
            const std::vector<std::uint32_t> first{0};
            QVERIFY(bindGenesis(p.tx, 0, first).has_value());
        };
        accepted(born, here);
        refused("covenant", [&](Populated& p) {
            born(p);
            p.tx.outputs[0].covenant->id.bytes[3] ^= 1;
        });
        refused("covenant", [&](Populated& p) {
            born(p);
            p.tx.outputs[0].covenant->authorizingInput = 1;
        });
        refused("covenant", [&](Populated& p) {
            born(p);
            p.tx.outputs[1].covenant = p.tx.outputs[0].covenant;
        });
        const CovenantId id = *CovenantId::from(Bytes(32, 5));
        accepted(
            [&](Populated& p) {
                p.utxos[0].covenant = id;
                p.tx.outputs[0].covenant = CovenantBinding{0, id};
            },
            here);
        refused("covenant", [&](Populated& p) { p.tx.outputs[0].covenant = CovenantBinding{0, id}; });
    }
};

QTEST_APPLESS_MAIN(TestPracticeRules)
#include "tst_practice_rules.moc"
