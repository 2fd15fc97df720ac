// SPDX-License-Identifier: GPL-3.0-or-later
#include "script_test.h"

#include "kaspa/script/opcode_table.h"

using namespace bt;
using namespace bt::kaspa;

// Rows: bare script in short form, expected outcome with its script units. Figures follow kaspa-txscript 2.1.0's rules.
class TestScriptOpcodes : public QObject
{
    Q_OBJECT

private slots:
    void bareScripts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };

        // pushes are free, whatever their form; numbers need not be minimal
        row("1", "OK 0");
        row("'abc'", "OK 0");
        row("0x4c03616263", "OK 0");
        row("0x4d0300616263", "OK 0");
        row("0x4e03000000616263", "OK 0");
        row("0x4c01", "MalformedPush");
        row("0x4c", "MalformedPushSize");
        row("0x4e000000", "MalformedPushSize");
        row("0x02ff", "MalformedPush");
        row("0", "EvalFalse");
        row("0x0180", "EvalFalse");
        row("0x020080", "EvalFalse");
        row("0x020001", "OK 0");
        row("1 1", "CleanStack");
        row("", "EvalFalse");
        row("NOP", "EmptyStack");
        row("0x020500 5 NUMEQUAL", "OK 1");

        // flow
        row("1 IF 2 ELSE 3 ENDIF 2 NUMEQUAL", "OK 1");
        row("0 IF 2 ELSE 3 ENDIF 3 NUMEQUAL", "OK 1");
        row("0 NOTIF 2 ELSE 3 ENDIF 2 NUMEQUAL", "OK 1");
        row("0 IF 1 IF RETURN ELSE RETURN ENDIF ELSE 1 ENDIF", "OK 0");
        row("0 IF ELSE 1 ELSE RETURN ELSE ENDIF", "OK 0");
        row("1 IF", "ErrUnbalancedConditional");
        row("1 ENDIF", "InvalidState");
        row("1 ELSE", "InvalidState");
        row("IF 1 ENDIF", "InvalidStackOperation");
        row("0 IF VERIF ENDIF 1", "OpcodeReserved");
        row("0 IF VERNOTIF ENDIF 1", "OpcodeReserved");
        row("0 IF LEFT ENDIF 1", "OpcodeDisabled");
        row("0 IF VER RESERVED RESERVED1 0xca 0xff ENDIF 1", "OK 0");
        row("1 VER", "OpcodeReserved");
        row("1 RESERVED", "OpcodeReserved");
        row("0xca", "InvalidOpcode");
        row("0xfa", "InvalidOpcode");
        row("1 RETURN", "EarlyReturn");
        row("0 VERIFY 1", "VerifyError");
        row("1 VERIFY 1", "OK 0");

        // disabled
        row("1 RIGHT", "OpcodeDisabled");
        row("1 2MUL", "OpcodeDisabled");
        row("1 2DIV", "OpcodeDisabled");
        row("1 1 LSHIFT", "OpcodeDisabled");
        row("1 1 RSHIFT", "OpcodeDisabled");

        // stack: copies cost, moves do not
        row("'abc' DUP DROP", "OK 3");
        row("1 TOALTSTACK FROMALTSTACK", "OK 0");
        row("FROMALTSTACK", "EmptyStack");
        row("TOALTSTACK", "InvalidStackOperation");
        row("1 2 2DROP 1", "OK 0");
        row("1 2DROP", "InvalidStackOperation");
        row("'ab' 'c' 2DUP 2DROP 2DROP 1", "OK 3");
        row("1 2 3 3DUP 2DROP 2DROP 2DROP 1", "OK 3");
        row("1 2 3 4 2OVER 2 NUMEQUALVERIFY 1 NUMEQUALVERIFY 2DROP 2DROP 1", "OK 2");
        row("1 2 3 4 5 6 2ROT 2 NUMEQUALVERIFY 1 NUMEQUALVERIFY 2DROP 2DROP 1", "OK 0");
        row("1 2 3 4 2SWAP 2 NUMEQUALVERIFY 1 NUMEQUALVERIFY 2DROP 1", "OK 0");
        row("0 IFDUP DEPTH 1 NUMEQUALVERIFY DROP 1", "OK 1");
        row("1 IFDUP DEPTH 2 NUMEQUALVERIFY DROP", "OK 2");
        row("1 2 NIP 2 NUMEQUAL", "OK 1");
        row("1 NIP", "InvalidStackOperation");
        row("1 2 OVER 1 NUMEQUALVERIFY 2DROP 1", "OK 1");
        row("1 2 3 2 PICK 1 NUMEQUALVERIFY 2DROP DROP 1", "OK 1");
        row("1 -1 PICK", "InvalidState");
        row("1 1 PICK", "InvalidState");
        row("1 2 3 2 ROLL 1 NUMEQUALVERIFY 2DROP 1", "OK 0");
        row("1 1 ROLL", "InvalidState");
        row("1 2 3 ROT 1 NUMEQUALVERIFY 2DROP 1", "OK 0");
        row("1 2 SWAP 1 NUMEQUALVERIFY DROP 1", "OK 0");
        row("1 2 TUCK 2 NUMEQUALVERIFY 1 NUMEQUALVERIFY", "OK 1");

        // bytes
        row("'ab' 'cd' CAT 'abcd' EQUAL", "OK 5");
        row("'a' CAT", "EmptyStack");
        row("'abcd' 1 3 SUBSTR 'bc' EQUAL", "OK 3");
        row("'abcd' 0 5 SUBSTR", "OutOfBoundsSubstring");
        row("'abcd' 3 1 SUBSTR", "InvalidRange");
        row("'abcd' -1 1 SUBSTR", "InvalidIndex");
        row("'abcd' 4 4 SUBSTR SIZE NOT NIP", "OK 1");
        row("'abc' SIZE 3 NUMEQUAL NIP", "OK 2");
        row("0x020ff0 INVERT 0x02f00f EQUAL", "OK 3");
        row("0x0203f0 0x020f0f AND 0x020300 EQUAL", "OK 3");
        row("0x0203f0 0x020f0f OR 0x020fff EQUAL", "OK 3");
        row("0x0203f0 0x020f0f XOR 0x020cff EQUAL", "OK 3");
        row("0x01ff 0x020000 XOR", "InvalidState");
        row("'a' 'a' EQUALVERIFY 1", "OK 0");
        row("'a' 'b' EQUALVERIFY 1", "VerifyError");

        // numbers, at their borders
        row("9223372036854775807 1ADD", "NumberTooBig");
        row("-9223372036854775807 1SUB", "Serialization");
        row("-9223372036854775807 2 SUB", "NumberTooBig");
        row("-9223372036854775807 NEGATE 9223372036854775807 NUMEQUAL", "OK 9");
        row("-9223372036854775807 ABS 9223372036854775807 NUMEQUAL", "OK 9");
        row("9223372036854775807 2 MUL", "NumberTooBig");
        row("3037000499 3037000499 MUL 9223372030926249001 NUMEQUAL", "OK 9");
        row("7 -2 DIV -3 NUMEQUAL", "OK 2");
        row("7 -2 MOD 1 NUMEQUAL", "OK 2");
        row("-7 2 MOD -1 NUMEQUAL", "OK 2");
        row("7 0 DIV", "InvalidState");
        row("7 0 MOD", "InvalidState");
        row("0x09000000000000000080 0 ADD", "NumberTooBig");
        row("0x08ffffffffffffffff 1 ADD 0x08feffffffffffffff NUMEQUAL", "OK 9");
        row("127 1ADD 0x028000 EQUAL", "OK 3");
        row("-127 1SUB 0x028080 EQUAL", "OK 3");
        row("1 1SUB 0 EQUAL", "OK 1");
        row("0 NOT", "OK 1");
        row("5 0NOTEQUAL", "OK 1");
        row("1 0 BOOLAND 0 EQUAL", "OK 1");
        row("1 0 BOOLOR", "OK 1");
        row("1 2 NUMNOTEQUAL", "OK 1");
        row("1 2 LESSTHAN", "OK 1");
        row("2 1 GREATERTHAN", "OK 1");
        row("2 2 LESSTHANOREQUAL", "OK 1");
        row("2 2 GREATERTHANOREQUAL", "OK 1");
        row("1 2 MIN 1 NUMEQUAL", "OK 2");
        row("1 2 MAX 2 NUMEQUAL", "OK 2");
        row("1 1 3 WITHIN", "OK 1");
        row("3 1 3 WITHIN", "EvalFalse");
        row("1 2 NUMEQUALVERIFY", "VerifyError");
        row("5 4 NUM2BIN 0x0405000000 EQUAL", "OK 5");
        row("-5 4 NUM2BIN 0x0405000080 EQUAL", "OK 5");
        row("128 1 NUM2BIN", "Serialization");
        row("1 9 NUM2BIN", "NotMinimalData");
        row("1 -1 NUM2BIN", "InvalidIndex");
        row("0x0405000080 BIN2NUM -5 EQUAL", "OK 2");
        row("1 2147483648 PICK", "NumberTooBig");

        // hashes: a byte of SHA-256 or BLAKE3 costs 1, of BLAKE2b 2, and the digest 32
        row("'abc' SHA256 0x20ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad EQUAL", "OK 36");
        row("'abc' BLAKE2B 0x20bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319 EQUAL", "OK 39");
        row("'abc' BLAKE3 0x206437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85 EQUAL", "OK 36");
        row("'abc' 'k' BLAKE2BWITHKEY SIZE 32 NUMEQUAL NIP", "OK 40");
        row("'abc' 'k' BLAKE3WITHKEY", "MalformedPush");

        // proofs, chain, transaction: not without what they read
        row("ZKPRECOMPILE", "EmptyStack");
        row("1 ZKPRECOMPILE", "ZkIntegrity");
        row("0 ZKPRECOMPILE", "ZkIntegrity");
        row("0x0120 ZKPRECOMPILE", "ZkIntegrity");
        row("1 CHAINBLOCKSEQCOMMIT", "InvalidOpcode");
        row("TXVERSION", "InvalidSource");
        row("0 TXINPUTAMOUNT", "InvalidSource");
        row("0 COVINPUTCOUNT", "InvalidSource");
        row("1 CHECKLOCKTIMEVERIFY", "InvalidSource");
        row("1 CHECKSEQUENCEVERIFY", "InvalidSource");
        row("0 0 CHECKSIG", "EvalFalse");
        row("0x0101 1 CHECKSIG", "NotATransactionInput");
        row("0x0103 1 CHECKSIG", "InvalidSigHashType");
        row("0 0 CHECKMULTISIG", "OK 1");
        row("0 21 CHECKMULTISIG", "InvalidPubKeyCount");
        row("0 -1 CHECKMULTISIG", "InvalidPubKeyCount");
        row("1 0 CHECKMULTISIG", "InvalidSignatureCount");
        row("0 1 0 1 CHECKMULTISIG", "EvalFalse");
        row("0 1 'k' 1 CHECKMULTISIG", "EvalFalse");
        row("0x0101 1 'k' 1 CHECKMULTISIG", "NotATransactionInput");
    }
    void bareScripts()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const std::string source = text.toStdString();
        const auto run = runScripts({}, {0, test::script(source)}, {});
        QCOMPARE(test::outcome(run, expected.startsWith("OK")), expected);
    }

    void stackHoldsAtMost244Items()
    {
        const auto many = [](std::size_t items) {
            Bytes s(items, script::Op1);
            s.insert(s.end(), items - 1, script::OpDrop);
            return s;
        };
        QCOMPARE(test::outcome(runScripts({}, {0, many(244)}, {})), "OK");
        QCOMPARE(test::outcome(runScripts({}, {0, many(245)}, {})), "StackSizeExceeded");
    }

    void scriptsAndElementsHaveALimit()
    {
        Bytes longest(1'000'000, script::OpNop);
        longest.back() = script::Op1;
        QCOMPARE(test::outcome(runScripts({}, {0, longest}, {})), "OK");
        longest.insert(longest.begin(), script::OpNop);
        QCOMPARE(test::outcome(runScripts({}, {0, longest}, {})), "ScriptSize");

        const Bytes half(500'001, 1);
        const Bytes joined = ScriptBuilder().data(half).op(script::OpDup).op(script::OpCat).script();
        QCOMPARE(test::outcome(runScripts({}, {0, joined}, {})), "ElementTooBig");
    }

    void zkProofsAskThePort()
    {
        ScriptContext ctx;
        const ScriptPublicKey spk{0, test::script("'proof' 0x0120 ZKPRECOMPILE")};
        const auto none = runScripts({}, {0, test::script("'proof' 0x0121 ZKPRECOMPILE")}, ctx);
        QVERIFY(!none);
        QCOMPARE(QString::fromStdString(std::string(none.error().code)), "kaspa.script.zk_not_verified_here");
        QCOMPARE(test::outcome(runScripts({}, spk, ctx)), "ZkIntegrity"); // without a port core/zk looks at it
        ctx.zkVerify = [](std::uint8_t tag, const ZkOperands& operands) -> Result<void> {
            const auto proof = operands.pop();
            if (tag != kZkGroth16 || !proof || textOf(*proof) != "proof" || !operands.consume(7)) return fail("no");
            return {};
        };
        QCOMPARE(test::outcome(runScripts({}, spk, ctx), true), "OK 14000008");
    }

    void seqCommitAsksThePort()
    {
        ScriptContext ctx;
        Hash256 known;
        known.bytes.fill(9);
        ctx.seqCommit = [&](const Hash256& block) -> Result<Hash256> {
            if (block == known) return block;
            return fail("kaspa.script.block_is_too_deep");
        };
        const Bytes ask = ScriptBuilder().data(known.view()).op(script::OpChainblockSeqCommit).script();
        QCOMPARE(test::outcome(runScripts({}, {0, ask}, ctx), true), "OK 32");
        const Bytes other = ScriptBuilder().data(Hash256{}.view()).op(script::OpChainblockSeqCommit).script();
        QCOMPARE(test::outcome(runScripts({}, {0, other}, ctx)), "BlockIsTooDeep");
        QCOMPARE(test::outcome(runScripts({}, {0, test::script("1 CHAINBLOCKSEQCOMMIT")}, ctx)), "InvalidLengthOfBlockHash");
    }

    void builderPushesMinimally_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QByteArray>("hex");
        const std::pair<qint64, const char*> rows[] = {{0, "00"},
                                                       {1, "51"},
                                                       {16, "60"},
                                                       {-1, "4f"},
                                                       {17, "0111"},
                                                       {-2, "0182"},
                                                       {127, "017f"},
                                                       {128, "028000"},
                                                       {-128, "028080"},
                                                       {255, "02ff00"},
                                                       {256, "020001"},
                                                       {32768, "03008000"},
                                                       {std::numeric_limits<qint64>::max(), "08ffffffffffffff7f"}};
        for (const auto& [number, hex] : rows) QTest::addRow("%lld", number) << number << QByteArray(hex);
    }
    void builderPushesMinimally()
    {
        QFETCH(qint64, number);
        QFETCH(QByteArray, hex);
        const Bytes script = ScriptBuilder().number(number).script();
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(script.data()), qsizetype(script.size())).toHex(), hex);
    }

    void builderChoosesTheShortestPush()
    {
        QCOMPARE(ScriptBuilder().data(Bytes(75, 1)).script().size(), std::size_t{76});
        QCOMPARE(ScriptBuilder().data(Bytes(76, 1)).script().size(), std::size_t{78});
        QCOMPARE(ScriptBuilder().data(Bytes(255, 1)).script().size(), std::size_t{257});
        QCOMPARE(ScriptBuilder().data(Bytes(256, 1)).script().size(), std::size_t{259});
        QCOMPARE(ScriptBuilder().data(Bytes(65536, 1)).script().size(), std::size_t{65541});
    }

    void shortFormKnowsItsWords()
    {
        QCOMPARE(test::script("OP_DUP dup OpDup 0xacAD # rest\n 2 Op2 '' '2' true"),
                 (Bytes{0x76, 0x76, 0x76, 0xac, 0xad, 0x52, 0x52, 0x00, 0x01, 0x32, 0x51}));
        for (const char* bad : {"NONSENSE", "0xabc", "'open", "Op17", "99999999999999999999"}) {
            const auto parsed = script::parseShortForm(bad);
            QVERIFY(!parsed);
            QCOMPARE(parsed.error().args[0], std::string(bad));
        }
    }
};

QTEST_APPLESS_MAIN(TestScriptOpcodes)
#include "tst_script_opcodes.moc"
