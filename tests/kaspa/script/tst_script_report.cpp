// SPDX-License-Identifier: GPL-3.0-or-later
// What a run tells of itself, the rules before Toccata, and rows in the form of rusty-kaspa's script tests.
#include "script_test.h"

#include "kaspa/script/opcodes.h"
#include "kaspa/script/trace.h"

#include <algorithm>

using namespace bt;
using namespace bt::kaspa;

class TestScriptReport : public QObject
{
    Q_OBJECT

private slots:
    void errorsSayWhereTheRunWas()
    {
        const auto run = runScripts({}, {0, test::script("1 'abc' 'abd' EQUALVERIFY")}, {});
        QVERIFY(!run);
        QCOMPARE(QString::fromStdString(std::string(run.error().code)), "kaspa.script.verify_error");
        QCOMPARE(run.error().args, (std::vector<std::string>{"VerifyError", "OpEqualVerify", "9", "3", "1", "script public key"}));
        QCOMPARE(QString::fromStdString(run.error().detail),
                 "OpEqualVerify (opcode 3 at byte 9) of the script public key, stack depth 1: what had to be true is false");
        const auto where = failureOf(run.error());
        QVERIFY(where);
        QCOMPARE(QString::fromStdString(where->opcode), "OpEqualVerify");
        QCOMPARE(where->offset, std::size_t{9});
        QCOMPARE(where->index, std::size_t{3});
        QCOMPARE(where->depth, std::size_t{1});
        QVERIFY(!failureOf(runScripts({}, {0, test::script("0")}, {}).error())); // no opcode failed
    }

    void everyFailureSaysWhereAndWhy_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* text, const char* detail) { QTest::newRow(text) << text << detail; };
        row("1 DROP DROP", "OpDrop (opcode 2 at byte 2) of the script public key, stack depth 0: the stack holds too few "
                           "items (needs 1 items, the stack has 0)");
        row("1 IF", "end of the script public key, stack depth 0: the script ends inside a conditional (1 open)");
        row("1 2", "end of the script public key, stack depth 2: more than one item is left at the end (1 items more than one)");
        row("0x4c05aa", "OpPushData1 (opcode 0 at byte 0) of the script public key, stack depth 0: the script ends inside the "
                        "data of a push");
        row("5 -5 NUM2BIN", "OpNum2Bin (opcode 2 at byte 3) of the script public key, stack depth 1: a negative number is no "
                            "index (-5 is no index)");
        row("TXINPUTCOUNT", "OpTxInputCount (opcode 0 at byte 0) of the script public key, stack depth 0: the opcode reads the "
                            "transaction, but there is none");
    }
    void everyFailureSaysWhereAndWhy()
    {
        QFETCH(QString, text);
        QFETCH(QString, detail);
        const auto run = runScripts({}, {0, test::script(text.toStdString())}, {});
        QVERIFY(!run);
        QCOMPARE(QString::fromStdString(run.error().detail), detail);
    }

    void aTraceShowsEveryStep()
    {
        const auto p = test::spending(ScriptBuilder().number(2).data(test::script("2 EQUALVERIFY 0 IF 7 ENDIF 3 DUP")).script(),
                                      payToScriptHash(test::script("2 EQUALVERIFY 0 IF 7 ENDIF 3 DUP")));
        ScriptContext ctx;
        ctx.tx = &p;
        const ScriptTrace trace = traceInput(ctx);
        QVERIFY(!trace.outcome);
        QCOMPARE(QString::fromStdString(trace.outcome.error().args[0]), "CleanStack");
        QCOMPARE(trace.lines.size(), std::size_t{2 + 3 + 8});
        QCOMPARE(QString::fromStdString(trace.lines[5]), "redeem script #0 @0 Op2  [02] -> [02 02]  units 49");
        QCOMPARE(QString::fromStdString(trace.lines[9]), "redeem script #4 @4 Op7 (not taken)");
        QCOMPARE(QString::fromStdString(trace.lines[12]), "redeem script #7 @7 OpDup  [03] -> [03 03]  units 49 + 1");

        auto failing = p;
        failing.tx.inputs[0].signatureScript[0] = script::Op3;
        ctx.tx = &failing;
        const ScriptTrace stopped = traceInput(ctx);
        QCOMPARE(QString::fromStdString(stopped.lines.back()),
                 "redeem script #1 @1 OpEqualVerify  [03 02] -> []  units 49  FAILS: VerifyError");
        QCOMPARE(QString::fromStdString(failureOf(stopped.outcome.error())->script), "redeem script");
    }

    void aTraceOfALongRunIsCut()
    {
        Bytes lock(kMaxTraceLines + 10, script::OpNop);
        lock.push_back(script::OpTrue);
        auto p = test::spending({}, {0, lock}, 1000);
        ScriptContext ctx;
        ctx.tx = &p;
        const ScriptTrace trace = traceInput(ctx);
        QVERIFY(trace.outcome);
        QCOMPARE(trace.lines.size(), kMaxTraceLines + 1);
        QCOMPARE(QString::fromStdString(trace.lines.back()), "... and 11 steps more");
    }

    void traceTellsEachOpcode()
    {
        std::vector<std::string> lines;
        ScriptContext ctx;
        ctx.trace = [&](const std::string& line) { lines.push_back(line); };
        QVERIFY(runScripts({}, {0, test::script("1 'a' DROP")}, ctx));
        QCOMPARE(lines.size(), std::size_t{3});
        QCOMPARE(QString::fromStdString(lines[2]), "script public key @3 OpDrop stack [01 61] alt [] units 0");
    }

    void rulesBeforeToccataHold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };
        row("'a' 'b' CAT", "OpcodeDisabled");
        row("0 IF SUBSTR ENDIF 1", "OpcodeDisabled"); // also where it does not run
        row("2 3 MUL", "OpcodeDisabled");
        row("'a' BLAKE3", "InvalidOpcode");
        row("'a' 'k' BLAKE2BWITHKEY", "InvalidOpcode");
        row("TXPAYLOADLEN", "InvalidOpcode");
        row("0 TXINPUTDAASCORE", "InvalidOpcode");
        row("TXVERSION", "OpcodeReserved");
        row("0 TXINPUTISCOINBASE", "OpcodeReserved");
        row("0 IF TXVERSION BLAKE3 ENDIF 1", "OK");
        row("0x0105", "NotMinimalData");
        row("0x0181", "NotMinimalData");
        row("0x4c0111", "NotMinimalData");
        row("0 IF 0x0105 ENDIF 1", "OK"); // judged when it runs
        row("0x020500 1ADD", "NotMinimalData");
        row("0x0180 NOT", "NotMinimalData");
        row("0x02ff00 0x02ff00 NUMEQUAL", "OK");
        row("1 0x050000008000 PICK", "NumberTooBig"); // positions have 4 bytes at most
        row("2 IF 1 ENDIF", "InvalidState");
        row("0x020100 IF 1 ENDIF", "InvalidState");
        row("IF 1 ENDIF", "EmptyStack");
        row("1 IF 1 ELSE RETURN ENDIF", "OK");
    }
    void rulesBeforeToccataHold()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        ScriptContext ctx;
        ctx.covenantsEnabled = false;
        QCOMPARE(test::outcome(runScripts({}, {0, test::script(text.toStdString())}, ctx)), expected);
    }

    void limitsBeforeToccataAreSmall()
    {
        ScriptContext ctx;
        ctx.covenantsEnabled = false;
        const auto nops = [](std::size_t count) {
            Bytes out(count, script::OpNop);
            out.push_back(script::OpTrue);
            return ScriptPublicKey{0, out};
        };
        QCOMPARE(test::outcome(runScripts({}, nops(201), ctx)), "OK");
        QCOMPARE(test::outcome(runScripts({}, nops(202), ctx)), "TooManyOperations");
        QCOMPARE(test::outcome(runScripts({}, {0, Bytes(10'001, script::OpTrue)}, ctx)), "ScriptSize");
        const auto pushed = [](std::size_t bytes) {
            return ScriptPublicKey{0, ScriptBuilder().data(Bytes(bytes, 7)).op(script::OpDrop).op(script::OpTrue).script()};
        };
        QCOMPARE(test::outcome(runScripts({}, pushed(520), ctx)), "OK");
        QCOMPARE(test::outcome(runScripts({}, pushed(521), ctx)), "ElementTooBig");
        const auto run = runScripts({}, {0, test::script("'abc' DUP DROP")}, ctx);
        QVERIFY(run);
        QCOMPARE(run->scriptUnits, std::uint64_t{0}); // units came with Toccata
    }

    void suiteRowsRunAsTheirHarnessDoes_data()
    {
        QTest::addColumn<QString>("unlock");
        QTest::addColumn<QString>("lock");
        QTest::addColumn<bool>("covenants");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* unlock, const char* lock, const char* word, bool covenants = true) {
            QTest::addRow("%s | %s", unlock, lock) << unlock << lock << covenants << word;
        };
        row("1", "", "OK");
        row("", "", "EVAL_FALSE");
        row("1 NOP", "1", "SIG_PUSHONLY");
        row("", "DEPTH 0 EQUAL", "OK");
        row("1", "ENDIF", "UNBALANCED_CONDITIONAL");
        row("1", "RETURN", "OP_RETURN");
        row("1", "LEFT", "DISABLED_OPCODE");
        row("1", "VER", "BAD_OPCODE");
        row("0", "VERIFY 1", "VERIFY");
        row("1 1", "", "CLEANSTACK");
        row("1", "DUP 5 PICK", "INVALID_STACK_OPERATION");
        row("1", "TOALTSTACK 1 FROMALTSTACK FROMALTSTACK", "INVALID_ALTSTACK_OPERATION");
        row("1", "IF 0x02 0x0100 IF 1 ENDIF ENDIF", "MINIMALIF", false);
        row("0x0105", "", "MINIMALDATA", false);
        row("'input_blockfffffffffffffffffffff'", "CHAINBLOCKSEQCOMMIT 'output_root_hashffffffffffffffff' EQUAL", "OK");
        row("0", "TXINPUTISCOINBASE", "OK");
    }
    void suiteRowsRunAsTheirHarnessDoes()
    {
        QFETCH(QString, unlock);
        QFETCH(QString, lock);
        QFETCH(bool, covenants);
        QFETCH(QString, word);
        const auto run = script::runShortForm(unlock.toStdString(), lock.toStdString(), covenants);
        const auto words = script::suiteWords(run);
        QVERIFY2(std::ranges::find(words, word.toStdString()) != words.end(), run ? "OK" : run.error().detail.c_str());
    }
};

QTEST_APPLESS_MAIN(TestScriptReport)
#include "tst_script_report.moc"
