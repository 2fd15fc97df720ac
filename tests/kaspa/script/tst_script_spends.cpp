// SPDX-License-Identifier: GPL-3.0-or-later
#include "script_generator.h"
#include "script_test.h"

#include "kaspa/script/opcodes.h"
#include "kaspa/signing.h"

using namespace bt;
using namespace bt::kaspa;
using namespace bt::kaspa::script;

namespace {

struct Person {
    Secret secret;
    Bytes xonly, compressed;
    explicit Person(std::uint8_t n)
    {
        Bytes k(32, 0x22);
        k[31] = n;
        secret = Secret::copyOf(k);
        xonly = bytesOf(crypto::secpXOnly(k)->view());
        compressed = bytesOf(crypto::secpPublic(k)->view());
    }
    Bytes schnorr(const Populated& p, std::size_t input = 0, std::uint8_t type = SighashAll) const
    {
        SighashCache cache;
        Bytes s = bytesOf(crypto::schnorrSign(secret.view(), sighashSchnorr(p, input, type, cache), {})->view());
        s.push_back(type);
        return s;
    }
    Bytes ecdsa(const Populated& p, std::size_t input = 0, std::uint8_t type = SighashAll) const
    {
        SighashCache cache;
        Bytes s = bytesOf(crypto::ecdsaSign(secret.view(), sighashEcdsa(p, input, type, cache))->view());
        s.push_back(type);
        return s;
    }
};

// Runs a script as the redeem script of a P2SH input of `p`.
QString underP2sh(Populated p, std::string_view shortForm)
{
    const Bytes redeem = test::script(shortForm);
    p.utxos[0].spk = payToScriptHash(redeem);
    p.tx.inputs[0].signatureScript = ScriptBuilder().data(redeem).script();
    return test::outcome(test::verify(p));
}

Populated pair()
{
    Populated p = test::spending({}, {});
    p.tx.inputs.push_back(p.tx.inputs[0]);
    p.tx.inputs[1].previous.index = 3;
    p.tx.inputs[1].sequence = 10;
    p.utxos.push_back({kas(3), {0, {0x51, 0x52}}, 77, true, std::nullopt});
    p.tx.payload = {1, 2, 3};
    p.tx.lockTime = 1000;
    return p;
}

} // namespace

class TestScriptSpends : public QObject
{
    Q_OBJECT

private slots:
    void ownerSpendsWithEitherScheme()
    {
        const Person ann(1);
        Populated p = test::spending({}, payToPublicKey(ann.xonly));
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(ann.schnorr(p)).script();
        const auto cost = test::verify(p);
        QVERIFY(cost);
        QCOMPARE(cost->scriptUnits, std::uint64_t{100'001});
        QCOMPARE(cost->signatureOps, 1U);

        p = test::spending({}, payToPublicKeyEcdsa(ann.compressed));
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(ann.ecdsa(p)).script();
        QCOMPARE(test::outcome(test::verify(p), true), "OK 100001");
    }

    void strangersDoNotSpend()
    {
        const Person ann(1), eve(2);
        Populated p = test::spending({}, payToPublicKey(ann.xonly));
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(eve.schnorr(p)).script();
        QCOMPARE(test::outcome(test::verify(p)), "EvalFalse");
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(ann.schnorr(p)).script();
        p.tx.outputs[0].value = kas(2);
        QCOMPARE(test::outcome(test::verify(p)), "EvalFalse");
    }

    void aCheckIsPaidForByTheBudget()
    {
        const Person ann(1);
        Populated p = test::spending({}, payToPublicKey(ann.xonly), 10);
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(ann.schnorr(p)).script();
        QCOMPARE(test::outcome(test::verify(p)), "OK");
        p.tx.inputs[0].computeBudget = 9;
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(ann.schnorr(p)).script();
        QCOMPARE(test::outcome(test::verify(p)), "ExceededCommittedScriptUnits");

        p.tx.version = 0;
        p.tx.inputs[0].sigOpCount = 1;
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(ann.schnorr(p)).script();
        QCOMPARE(test::outcome(test::verify(p)), "OK");
        p.tx.inputs[0].sigOpCount = 0;
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(ann.schnorr(p)).script();
        QCOMPARE(test::outcome(test::verify(p)), "ExceededCommittedScriptUnits");
    }

    void budgetsCoverUnits()
    {
        QCOMPARE(computeBudgetFor(0).value(), 0);
        QCOMPARE(computeBudgetFor(9'999).value(), 0);
        QCOMPARE(computeBudgetFor(10'000).value(), 1);
        QCOMPARE(computeBudgetFor(109'999).value(), 10);
        QVERIFY(computeBudgetFor(65535ULL * 10'000 + 9'999));
        QVERIFY(!computeBudgetFor(65536ULL * 10'000));
    }

    void malformedKeysAndSignaturesAreNamed()
    {
        const Person ann(1);
        Populated p = test::spending({}, payToPublicKey(Bytes(32, 0xff)));
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(Bytes(65, 1)).script();
        QCOMPARE(test::outcome(test::verify(p)), "InvalidPubkey");
        p.utxos[0].spk = payToPublicKey(ann.xonly);
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(Bytes(64, 1)).script();
        QCOMPARE(test::outcome(test::verify(p)), "InvalidSignature");
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(Bytes(65, 3)).script();
        QCOMPARE(test::outcome(test::verify(p)), "InvalidSigHashType");
        p.utxos[0].spk.script = ScriptBuilder().data(ann.xonly).op(OpCheckSigECDSA).script();
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(Bytes(65, 1)).script();
        QCOMPARE(test::outcome(test::verify(p)), "PubKeyFormat");
        p.utxos[0].spk = payToPublicKeyEcdsa(ann.compressed);
        Bytes tooBig(65, 0xff);
        tooBig[64] = 1;
        p.tx.inputs[0].signatureScript = ScriptBuilder().data(tooBig).script();
        QCOMPARE(test::outcome(test::verify(p)), "InvalidSignature");
    }

    void twoOfThreeSignInTheOrderOfKeys_data()
    {
        QTest::addColumn<bool>("ecdsa");
        QTest::newRow("schnorr") << false;
        QTest::newRow("ecdsa") << true;
    }
    void twoOfThreeSignInTheOrderOfKeys()
    {
        QFETCH(bool, ecdsa);
        const Person people[] = {Person(1), Person(2), Person(3)};
        ScriptBuilder redeem;
        redeem.number(2);
        for (const Person& who : people) redeem.data(ecdsa ? who.compressed : who.xonly);
        redeem.number(3).op(ecdsa ? OpCheckMultiSigECDSA : OpCheckMultiSig);
        Populated p = test::spending({}, payToScriptHash(redeem.script()), 40);
        const auto with = [&](std::size_t a, std::size_t b) {
            const auto s = [&](std::size_t i) { return ecdsa ? people[i].ecdsa(p) : people[i].schnorr(p); };
            p.tx.inputs[0].signatureScript = ScriptBuilder().data(s(a)).data(s(b)).data(redeem.script()).script();
            return test::outcome(test::verify(p));
        };
        QCOMPARE(with(0, 1), "OK");
        QCOMPARE(with(0, 2), "OK");
        QCOMPARE(with(1, 2), "OK");
        QCOMPARE(with(2, 0), "NullFail");
        QCOMPARE(with(1, 1), "NullFail");
        QCOMPARE(staticSigOps(p.tx.inputs[0].signatureScript, p.utxos[0].spk), std::uint64_t{3});
        QCOMPARE(sigOpUpperBound(p.tx.inputs[0].signatureScript, p.utxos[0].spk), std::uint64_t{3});
        p.tx.inputs[0].signatureScript = ScriptBuilder().data({}).data({}).data(redeem.script()).script();
        QCOMPARE(test::outcome(test::verify(p)), "EvalFalse");
    }

    void signaturesOverAMessageFromTheStack()
    {
        const Person ann(1);
        const Hash256 said = crypto::sha256(viewOf("agreed"));
        const Bytes s = bytesOf(crypto::schnorrSign(ann.secret.view(), said, {})->view());
        const auto run = [&](ByteView sig, ByteView message, ByteView key, std::uint8_t op) {
            const ScriptPublicKey spk{0, ScriptBuilder().data(sig).data(message).data(key).op(op).script()};
            return test::outcome(runScripts({}, spk, {}), true);
        };
        QCOMPARE(run(s, said.view(), ann.xonly, OpCheckSigFromStack), "OK 100001");
        QCOMPARE(run(s, crypto::sha256(viewOf("no")).view(), ann.xonly, OpCheckSigFromStack), "EvalFalse");
        QCOMPARE(run(s, viewOf("short"), ann.xonly, OpCheckSigFromStack), "InvalidState");
        QCOMPARE(run({}, said.view(), ann.xonly, OpCheckSigFromStack), "InvalidSignature");
        const Bytes e = bytesOf(crypto::ecdsaSign(ann.secret.view(), said)->view());
        QCOMPARE(run(e, said.view(), ann.compressed, OpCheckSigFromStackECDSA), "OK 100001");
    }

    void scriptHashRunsItsRedeemScript()
    {
        Populated p = pair();
        QCOMPARE(underP2sh(p, "1"), "OK");
        QCOMPARE(underP2sh(p, "0"), "EvalFalse");
        QCOMPARE(underP2sh(p, "1 1"), "CleanStack");
        const Bytes redeem = test::script("2 NUMEQUAL");
        p.utxos[0].spk = payToScriptHash(redeem);
        p.tx.inputs[0].signatureScript = ScriptBuilder().number(2).data(redeem).script();
        QCOMPARE(test::outcome(test::verify(p)), "OK");
        p.tx.inputs[0].signatureScript = ScriptBuilder().number(2).data(test::script("1")).script();
        QCOMPARE(test::outcome(test::verify(p)), "EvalFalse");
        p.tx.inputs[0].signatureScript = {};
        QCOMPARE(test::outcome(test::verify(p)), "InvalidStackOperation");
        p.tx.inputs[0].signatureScript = ScriptBuilder().number(2).op(OpNop).data(redeem).script();
        QCOMPARE(test::outcome(test::verify(p)), "SignatureScriptNotPushOnly");
    }

    void unknownVersionsAreAcceptedUnread()
    {
        Populated p = test::spending({}, {1, {OpReturn}});
        QCOMPARE(test::outcome(test::verify(p), true), "OK 0");
    }

    void longScriptPublicKeysArePaidFor()
    {
        Bytes s(40, OpNop);
        s.back() = Op1;
        QCOMPARE(test::outcome(test::verify(test::spending({}, {0, s})), true), "OK 500");
    }

    void transactionIsReadable()
    {
        const Populated p = pair();
        for (const char* s : {"TXVERSION 1 NUMEQUAL",
                              "TXINPUTCOUNT 2 NUMEQUAL",
                              "TXOUTPUTCOUNT 1 NUMEQUAL",
                              "TXLOCKTIME 1000 NUMEQUAL",
                              "TXSUBNETID 0x140000000000000000000000000000000000000000 EQUAL",
                              "TXGAS 0 NUMEQUAL",
                              "1 3 TXPAYLOADSUBSTR 0x020203 EQUAL",
                              "TXPAYLOADLEN 3 NUMEQUAL",
                              "TXINPUTINDEX 0 NUMEQUAL",
                              "1 OUTPOINTINDEX 3 NUMEQUAL",
                              "0 OUTPOINTTXID 0 1 SUBSTR 7 EQUAL",
                              "1 TXINPUTSCRIPTSIGLEN 0 NUMEQUAL",
                              "1 0 0 TXINPUTSCRIPTSIGSUBSTR 0 EQUAL",
                              "1 TXINPUTSEQ 0x080a00000000000000 EQUAL",
                              "1 TXINPUTAMOUNT 300000000 NUMEQUAL",
                              "1 TXINPUTSPK 0x0400005152 EQUAL",
                              "1 TXINPUTSPKLEN 4 NUMEQUAL",
                              "1 2 4 TXINPUTSPKSUBSTR 0x025152 EQUAL",
                              "1 TXINPUTDAASCORE 77 NUMEQUAL",
                              "1 TXINPUTISCOINBASE",
                              "0 TXOUTPUTAMOUNT 100000000 NUMEQUAL",
                              "0 TXOUTPUTSPKLEN 37 NUMEQUAL",
                              "0 TXOUTPUTSPK 0 4 SUBSTR 0 0 4 TXOUTPUTSPKSUBSTR EQUAL"})
            QCOMPARE(QString("%1: %2").arg(s, underP2sh(p, s)), QString("%1: OK").arg(s));
        QCOMPARE(underP2sh(p, "2 TXINPUTAMOUNT"), "InvalidInputIndex");
        QCOMPARE(underP2sh(p, "-1 TXINPUTAMOUNT"), "InvalidInputIndex");
        QCOMPARE(underP2sh(p, "-1 TXINPUTSEQ"), "InvalidIndex");
        QCOMPARE(underP2sh(p, "1 TXOUTPUTSPK"), "InvalidOutputIndex");
        QCOMPARE(underP2sh(p, "2 4 TXPAYLOADSUBSTR"), "OutOfBoundsSubstring");
    }

    void lockTimesHold()
    {
        Populated p = pair();
        QCOMPARE(underP2sh(p, "1000 CHECKLOCKTIMEVERIFY 1"), "OK");
        QCOMPARE(underP2sh(p, "1001 CHECKLOCKTIMEVERIFY 1"), "UnsatisfiedLockTime");
        QCOMPARE(underP2sh(p, "500000000000 CHECKLOCKTIMEVERIFY 1"), "UnsatisfiedLockTime");
        p.tx.inputs[0].sequence = UINT64_MAX;
        QCOMPARE(underP2sh(p, "1000 CHECKLOCKTIMEVERIFY 1"), "UnsatisfiedLockTime");
        QCOMPARE(underP2sh(p, "1 CHECKSEQUENCEVERIFY 1"), "UnsatisfiedLockTime");
        QCOMPARE(underP2sh(p, "0x080000000000000080 CHECKSEQUENCEVERIFY 1"), "OK");
        p.tx.inputs[0].sequence = 50;
        QCOMPARE(underP2sh(p, "50 CHECKSEQUENCEVERIFY 1"), "OK");
        QCOMPARE(underP2sh(p, "51 CHECKSEQUENCEVERIFY 1"), "UnsatisfiedLockTime");
        QCOMPARE(underP2sh(p, "0x09010000000000000000 CHECKSEQUENCEVERIFY 1"), "NumberTooBig");
    }

    void covenantsAreReadable()
    {
        Populated p = pair();
        CovenantId id;
        id.bytes.fill(0xaa);
        p.utxos[0].covenant = id;
        p.tx.outputs[0].covenant = CovenantBinding{0, id};
        CovenantId born;
        born.bytes.fill(0xbb);
        p.tx.outputs.push_back({kas(1), {}, CovenantBinding{1, born}}); // a genesis: in no list
        p.tx.outputs.push_back({kas(1), {}, std::nullopt});
        const std::string a = "0x20"
                              "0x" +
                              std::string(64, 'a');
        for (const std::string& s :
             {std::string("0 AUTHOUTPUTCOUNT 1 NUMEQUAL"), std::string("1 AUTHOUTPUTCOUNT 0 NUMEQUAL"),
              std::string("0 0 AUTHOUTPUTIDX 0 NUMEQUAL"), "0 INPUTCOVENANTID 0x20 " + a.substr(4) + " EQUAL",
              "0x20 " + a.substr(4) + " COVINPUTCOUNT 1 NUMEQUAL", "0x20 " + a.substr(4) + " 0 COVINPUTIDX 0 NUMEQUAL",
              "0x20 " + a.substr(4) + " COVOUTPUTCOUNT 1 NUMEQUAL", "0x20 " + a.substr(4) + " 0 COVOUTPUTIDX 0 NUMEQUAL",
              "1 OUTPUTCOVENANTID 0x20 0x" + std::string(64, 'b') + " EQUAL",
              "0x20 0x" + std::string(64, 'b') + " COVOUTPUTCOUNT 0 NUMEQUAL",
              "2 OUTPUTCOVENANTID 0x20 0x" + std::string(64, '0') + " EQUAL", std::string("1 OUTPUTAUTHORIZINGINPUT 1 NUMEQUAL"),
              std::string("2 OUTPUTAUTHORIZINGINPUT -1 NUMEQUAL")})
            QCOMPARE(QString::fromStdString(s) + ": " + underP2sh(p, s), QString::fromStdString(s) + ": OK");
        QCOMPARE(underP2sh(p, "0 1 AUTHOUTPUTIDX"), "CovenantsError");
        QCOMPARE(underP2sh(p, "5 0 AUTHOUTPUTIDX"), "InvalidInputIndex");
        QCOMPARE(underP2sh(p, "'x' COVINPUTCOUNT"), "InvalidLengthOfBlockHash");
    }

    void contextsThatDoNotFitAreRefused()
    {
        QCOMPARE(std::string(verifyInput({}).error().code), std::string("kaspa.script.bad_context"));
        const Populated p = pair();
        QCOMPARE(std::string(test::verify(p, 2).error().code), std::string("kaspa.script.bad_context"));
    }

    void classesAndStaticCounts()
    {
        const Person ann(1);
        QVERIFY(classify(payToPublicKey(ann.xonly)) == ScriptClass::PubKey);
        QVERIFY(classify(payToPublicKeyEcdsa(ann.compressed)) == ScriptClass::PubKeyEcdsa);
        QVERIFY(classify(payToScriptHash(viewOf("x"))) == ScriptClass::ScriptHash);
        QVERIFY(classify({0, {}}) == ScriptClass::NonStandard);
        QVERIFY(classify({1, payToPublicKey(ann.xonly).script}) == ScriptClass::NonStandard);
        const auto count = [](std::string_view redeem) {
            const Bytes s = test::script(redeem);
            return staticSigOps(ScriptBuilder().data(s).script(), payToScriptHash(s));
        };
        QCOMPARE(count("CHECKSIG CHECKSIGVERIFY CHECKSIGECDSA CHECKSIGFROMSTACK CHECKSIGFROMSTACKECDSA"), std::uint64_t{5});
        QCOMPARE(count("CHECKMULTISIG"), std::uint64_t{20});
        QCOMPARE(count("16 CHECKMULTISIGVERIFY"), std::uint64_t{16});
        QCOMPARE(count("0x0105 CHECKMULTISIGECDSA"), std::uint64_t{5});
        QCOMPARE(count("0x0115 CHECKMULTISIG"), std::uint64_t{20});
        QCOMPARE(count("CHECKSIG 0x4c05"), std::uint64_t{0});
        QCOMPARE(staticSigOps({}, payToPublicKey(ann.xonly)), std::uint64_t{0});
        QCOMPARE(sigOpUpperBound({}, payToPublicKey(ann.xonly)), std::uint64_t{1});
    }

    // Whatever the bytes are, a run ends, and no success costs more than its input allows.
    void randomSpendsEnd()
    {
        test::SpendGenerator generator(20261123);
        const int rounds = qEnvironmentVariableIsSet("BT_LONG") ? 100'000 : 3'000;
        int good = 0;
        for (int i = 0; i < rounds; ++i) {
            const test::SpendCase c = generator.next();
            const auto run = test::verify(c.tx, c.inputIndex);
            if (!run) {
                QVERIFY(run.error().code.starts_with("kaspa.script."));
                continue;
            }
            ++good;
            QVERIFY(run->scriptUnits <= allowedScriptUnits(c.tx.tx, c.tx.tx.inputs[c.inputIndex]));
        }
        QVERIFY(good > rounds / 10);
    }
};

QTEST_APPLESS_MAIN(TestScriptSpends)
#include "tst_script_spends.moc"
