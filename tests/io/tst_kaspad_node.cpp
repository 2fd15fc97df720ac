// SPDX-License-Identifier: GPL-3.0-or-later
// The port Node over real sockets: what an honest node's answers become, what a lying, stalling, dying or foreign one
// does, and what a refusal is called.
#include <QTest>

#ifndef Q_MOC_RUN
#include "kaspad_model.h"

#include <atomic>
#include <thread>
#endif

using namespace bt;
using namespace bt::test;
using bt::ledger::News;

namespace {

ledger::UtxoEntry coin(std::uint8_t n, const ScriptPublicKey& spk = kOurs)
{
    ledger::UtxoEntry out;
    out.outpoint.id.bytes.fill(n);
    out.utxo = {{500'000'000}, spk, 12, n % 2 == 1, {}};
    return out;
}
Model richModel()
{
    Model m;
    m.chain.push_back({block(2), 10, {payment(1, kOurs)}});
    m.chain.push_back({block(3), 21, {payment(2, kOurs), payment(3, scriptNumber(8))}});
    m.utxos = {coin(5), coin(6), coin(9, scriptNumber(9))};
    return m;
}

} // namespace

class TestKaspadNode : public QObject
{
    Q_OBJECT
private slots:
    void an_honest_node_fills_the_port()
    {
        ModelNode server(richModel());
        const auto node = nodeFor(optionsFor({server.url()}));
        const auto info = node->info(within(30'000));
        QCOMPARE(codeOf(info), QString("ok"));
        QCOMPARE(QString::fromStdString(info->network + info->addressPrefix + info->serverVersion), QString("simnetkaspasim2.1.0"));
        QCOMPARE(info->daaScore, std::uint64_t{22});
        QCOMPARE(info->time.value, modelClock().now().value);
        QVERIFY(info->tip == block(3) && !info->prunedBelow);
        QCOMPARE(stateOf(*node, 0), QString("node.online"));

        const auto page = node->chain({}, within(30'000));
        QCOMPARE(codeOf(page), QString("ok"));
        QCOMPARE(page->added.size(), std::size_t{2});
        QVERIFY(page->removed.empty() && page->cursor == block(3) && !page->more);
        QVERIFY(page->added[1].txs[0].tx == payment(2, kOurs));
        QVERIFY(page->added[1].txs[0].id == kaspa::transactionId(payment(2, kOurs)));
        QCOMPARE(page->added[1].time.value, std::int64_t{1'700'000'002'100});
        QVERIFY(node->chain(page->cursor, within(30'000))->added.empty());

        const auto utxos = node->utxos({kOurs, kOurs}, within(30'000));
        QCOMPARE(utxos->size(), std::size_t{2});
        QVERIFY((*utxos)[0].utxo == coin(5).utxo);
        QVERIFY(node->utxoOf(coin(6).outpoint, kOurs, within(30'000))->has_value());
        QVERIFY(!node->utxoOf(coin(6).outpoint, scriptNumber(9), within(30'000))->has_value());
        QVERIFY(node->utxo(coin(6).outpoint, within(30'000))->has_value()); // its script was seen
        QCOMPARE(codeOf(node->utxo(coin(77).outpoint, within(30'000))), QString("node.script_unknown"));
        QCOMPARE(codeOf(node->utxos({{0, {0x51}}}, within(30'000))), QString("node.no_address"));

        const auto fees = node->feeRates(within(30'000));
        QVERIFY(fees->low == 100 && fees->normal == 100 && fees->priority == 251);
        const auto waiting = payment(4, kOurs);
        const auto id = kaspa::transactionId(waiting);
        QVERIFY(!node->mempoolTx(id, within(30'000))->has_value());
        server.answer("getMempoolEntry", {{"mempoolEntry", mempoolJson(waiting, 3'000)}});
        server.answer(
            "getMempoolEntriesByAddresses",
            {{"entries", {{{"address", addressOf(kOurs)}, {"sending", {mempoolJson(waiting, 3'000)}}, {"receiving", Json::array()}}}}});
        QVERIFY((*node->mempoolTx(id, within(30'000)))->fee.value == 3'000);
        QVERIFY((*node->mempoolSpender(waiting.inputs[0].previous, kOurs, within(30'000)))->id == id);
        QVERIFY(!node->mempoolSpender(coin(5).outpoint, kOurs, within(30'000))->has_value());
        server.answer("submitTransaction", {{"transactionId", hex(id)}});
        QVERIFY(*node->submit(waiting, within(30'000)) == id);
        QVERIFY(server.questions("submitTransaction").back().at("allowOrphan") == Json(false));
        server.answer("submitTransactionReplacement",
                      {{"transactionId", hex(id)}, {"replacedTransaction", rpcTransaction(payment(9, kOurs))}});
        QVERIFY(*node->submitReplacement(waiting, within(30'000)) == id);
    }

    void a_lie_is_named_and_another_node_is_asked_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("from"); // in the honest answer's text; every one of them is replaced
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("code");
        const QString chain("getVirtualChainFromBlockV2"), coins("getUtxosByAddresses");
        const QString id = QString::fromStdString(hex(kaspa::transactionId(payment(2, kOurs))));
        QTest::newRow("control") << chain << "\"x\""
                                 << "\"y\""
                                 << "ok";
        QTest::newRow("another id") << chain << id << QString(64, '0') << "node.lied";
        QTest::newRow("other bytes under the id") << chain << "\"lockTime\":0"
                                                  << "\"lockTime\":1"
                                                  << "node.lied";
        QTest::newRow("more than there is") << chain << "\"value\":500000000"
                                            << "\"value\":2900000000000000001"
                                            << "node.lied";
        QTest::newRow("beyond 64 bits") << chain << "\"value\":500000000"
                                        << "\"value\":18446744073709551616"
                                        << "node.unreadable";
        QTest::newRow("negative") << chain << "\"value\":500000000"
                                  << "\"value\":-500000000"
                                  << "node.unreadable";
        QTest::newRow("fractional") << chain << "\"value\":500000000"
                                    << "\"value\":500000000.5"
                                    << "node.unreadable";
        QTest::newRow("an exponent") << chain << "\"value\":500000000"
                                     << "\"value\":5e8"
                                     << "node.unreadable";
        QTest::newRow("a DAA score that falls") << chain << "\"daaScore\":21"
                                                << "\"daaScore\":9"
                                                << "node.lied";
        QTest::newRow("a time after the year 9999") << chain << "\"timestamp\":1700000002100"
                                                    << "\"timestamp\":17000000021000000"
                                                    << "node.lied";
        QTest::newRow("fewer blocks than hashes")
            << chain << "\"addedChainBlockHashes\":[" << ("\"addedChainBlockHashes\":[\"" + QString(64, 'a') + "\",") << "node.lied";
        QTest::newRow("a short hash") << chain << QString::fromStdString(hex(block(3))) << "03"
                                      << "node.unreadable";
        QTest::newRow("no list") << chain << "\"acceptedTransactions\":["
                                 << "\"other\":["
                                 << "node.unreadable";
        QTest::newRow("a covenant of no id") << chain << "\"value\":500000000"
                                             << "\"covenant\":{\"authorizingInput\":0},\"value\":500000000"
                                             << "node.unreadable";
        QTest::newRow("coins: control") << coins << "\"x\""
                                        << "\"y\""
                                        << "ok";
        QTest::newRow("coins: of a stranger") << coins << QString::fromStdString(codec::hexEncode(kOurs.script))
                                              << QString::fromStdString(codec::hexEncode(scriptNumber(8).script)) << "node.lied";
        QTest::newRow("coins: more than there is") << coins << "\"amount\":500000000"
                                                   << "\"amount\":2900000000000000001"
                                                   << "node.lied";
        QTest::newRow("coins: nothing") << coins << "\"amount\":500000000"
                                        << "\"amount\":0"
                                        << "node.lied";
        QTest::newRow("coins: negative") << coins << "\"amount\":500000000"
                                         << "\"amount\":-1"
                                         << "node.unreadable";
        QTest::newRow("coins: twice") << coins << QString(64, '6').replace("66", "06") << QString(64, '5').replace("55", "05")
                                      << "node.lied";
        QTest::newRow("coins: index beyond 32 bits") << coins << "\"index\":0"
                                                     << "\"index\":4294967296"
                                                     << "node.unreadable";
        QTest::newRow("coins: as text") << coins << "\"amount\":500000000"
                                        << "\"amount\":\"500000000\""
                                        << "ok";
        QTest::newRow("coins: as text with a sign") << coins << "\"amount\":500000000"
                                                    << "\"amount\":\"+500000000\""
                                                    << "node.unreadable";
    }
    void a_lie_is_named_and_another_node_is_asked()
    {
        QFETCH(const QString, method);
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const QString, code);
        ModelNode liar(richModel()), honest(richModel());
        const Model m = richModel();
        const Json truth = method == "getUtxosByAddresses" ? m.utxosOf({addressOf(kOurs)}) : m.chainV2(1, {}, 0);
        QString text = QString::fromStdString(truth.dump());
        if (code != "ok" || method == "coins") QVERIFY2(text.contains(from), "the change must change something");
        text.replace(from, to);
        liar.on(method.toStdString(), [text](QWebSocket& s, std::uint64_t id, const std::string&, const Json&) {
            ScriptedNode::send(s, "{\"id\":" + std::to_string(id) + ",\"params\":" + text.toStdString() + "}");
        });
        const auto ask = [&](io::KaspadNode& node) {
            if (method == "getUtxosByAddresses") return codeOf(node.utxos({kOurs}, within(30'000)));
            return codeOf(node.chain({}, within(30'000)));
        };
        auto options = optionsFor({liar.url()});
        options.pool.firstBackoff = options.pool.longestBackoff = std::chrono::minutes(10);
        const auto alone = nodeFor(options);
        QCOMPARE(ask(*alone), code);
        QCOMPARE(stateOf(*alone, 0), code == "ok" ? QString("node.online") : code);
        options.pool.urls.push_back(honest.url());
        const auto both = nodeFor(options);
        QCOMPARE(ask(*both), QString("ok"));
        QCOMPARE(stateOf(*both, 0), code == "ok" ? QString("node.online") : code);
    }

    void a_submission_under_another_id_is_a_lie()
    {
        ModelNode server;
        server.answer("submitTransaction", {{"transactionId", std::string(64, 'a')}});
        const auto node = nodeFor(optionsFor({server.url()}));
        QCOMPARE(codeOf(node->submit(payment(1, kOurs), within(30'000))), QString("node.lied"));
    }

    void refusals_have_codes_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("first"); // argument
        const QString id = QString::fromStdString(hex(kaspa::transactionId(payment(1, kOurs)))), other(64, 'b');
        QTest::newRow("known") << "transaction " + id + " is already in the mempool"
                               << "ok"
                               << "";
        QTest::newRow("accepted") << "transaction " + id + " was already accepted by the consensus"
                                  << "ok"
                                  << "";
        QTest::newRow("another is known") << "transaction " + other + " is already in the mempool"
                                          << "node.rejected.other"
                                          << "";
        QTest::newRow("conflict") << "output (" + other + ", 0) already spent by transaction " + other + " in the mempool"
                                  << "node.conflict" << other;
        QTest::newRow("orphan") << "transaction " + id + " is an orphan where orphan is disallowed"
                                << "node.orphan"
                                << "";
        QTest::newRow("fee") << "transaction " + id + " is not standard: transaction " + id +
                                    " has 5 fees which is under the required amount of 203600 for compute mass 2036"
                             << "node.rejected.fee"
                             << "5";
        QTest::newRow("mass") << "transaction compute mass of 600000 is larger than max allowed size of 500000"
                              << "node.rejected.mass_limit"
                              << "600000";
        QTest::newRow("script") << "failed to verify the signature script: false stack entry at end of script execution"
                                << "node.rejected.script"
                                << "";
        QTest::newRow("budget")
            << "failed to verify the signature script: script units exceeded the amount committed in the input: used=100000, limit=9999"
            << "node.rejected.script_units"
            << "100000";
        QTest::newRow("covenant")
            << "failed to verify the signature script: covenants error: output #0 covenant authorizing input index 3 is out of bounds"
            << "node.rejected.covenant"
            << "0";
        QTest::newRow("lock time") << "transaction input #0 is not finalized"
                                   << "node.rejected.not_final"
                                   << "0";
        QTest::newRow("sequence") << "one of the transaction sequence locks conditions was not met"
                                  << "node.rejected.sequence_lock"
                                  << "";
        QTest::newRow("immature")
            << "one of the transaction inputs spends an immature UTXO: transaction input #0 tried to spend coinbase outpoint"
            << "node.rejected.immature"
            << "0";
        QTest::newRow("output class") << "transaction " + id + " is not standard: transaction output #0: non-standard script form"
                                      << "node.rejected.output_script_class"
                                      << "0";
        QTest::newRow("input class") << "transaction " + id + " is not standard: transaction input 1: non-standard script form"
                                     << "node.rejected.input_script_class"
                                     << "1";
        QTest::newRow("storage mass")
            << "calculated contextual mass (including storage mass) 2000 is not equal to the committed mass field 1"
            << "node.rejected.storage_mass"
            << "2000";
        QTest::newRow("too much") << "transaction tries to spend 10 while its total inputs amount is 9"
                                  << "node.rejected.spends_too_much"
                                  << "10";
        QTest::newRow("replacement") << "fee rate per contextual mass gram is not greater than the fee rate of the replaced transaction"
                                     << "node.rejected.replacement_fee"
                                     << "";
        QTest::newRow("nothing there") << "replace by fee found no double spending transaction in the mempool"
                                       << "node.rejected.nothing_to_replace"
                                       << "";
        QTest::newRow("catching up") << "consensus is currently in a transitional ibd state"
                                     << "node.unsynced"
                                     << "";
        QTest::newRow("unheard of") << "the moon is in the wrong house"
                                    << "node.rejected.other"
                                    << "";
    }
    void refusals_have_codes()
    {
        QFETCH(const QString, sentence);
        QFETCH(const QString, code);
        QFETCH(const QString, first);
        static ModelNode server;
        static const auto node = nodeFor(optionsFor({server.url()}));
        const auto tx = payment(1, kOurs);
        server.refuse("submitTransaction", "Rejected transaction " + hex(kaspa::transactionId(tx)) + ": " + sentence.toStdString());
        const auto done = node->submit(tx, within(30'000));
        QCOMPARE(codeOf(done), code);
        if (!first.isEmpty()) QCOMPARE(QString::fromStdString(done.error().args.at(0)), first);
        QCOMPARE(stateOf(*node, 0), QString("node.online")); // to refuse is no fault
    }

    void an_accepted_transaction_that_a_reorganisation_took_back_is_looked_for()
    {
        ModelNode server(richModel());
        const auto node = nodeFor(optionsFor({server.url()}));
        const auto tx = payment(5, scriptNumber(8));
        const auto id = kaspa::transactionId(tx);
        server.refuse("submitTransaction",
                      "Rejected transaction " + hex(id) + ": transaction " + hex(id) + " was already accepted by the consensus");
        server.change([](Model& m) { m.utxos = {coin(5)}; });
        QVERIFY(node->utxos({kOurs}, within(30'000)));
        QCOMPARE(codeOf(node->submit(tx, within(30'000))), QString("ok")); // its input is back: it may come again
        server.change([](Model& m) { m.utxos.clear(); });
        QCOMPARE(codeOf(node->submit(tx, within(30'000))), QString("node.spent")); // by another one
        server.change([&](Model& m) { m.utxos = {{{id, 0}, {tx.outputs[0].value, tx.outputs[0].spk, 30, false, {}}}}; });
        QCOMPARE(codeOf(node->submit(tx, within(30'000))), QString("ok")); // by itself
    }
    void a_missing_input_that_was_seen_is_spent_and_a_landed_transaction_is_no_orphan()
    {
        ModelNode server(richModel());
        const auto node = nodeFor(optionsFor({server.url()}));
        auto tx = payment(5, scriptNumber(8));
        server.refuse("submitTransaction",
                      "Rejected transaction " + hex(kaspa::transactionId(tx)) + ": transaction x is an orphan where orphan is disallowed");
        server.change([](Model& m) { m.utxos = {coin(5)}; });
        QCOMPARE(codeOf(node->submit(tx, within(30'000))), QString("node.orphan")); // nobody knows the coin
        QVERIFY(node->utxos({kOurs}, within(30'000)));
        QCOMPARE(codeOf(node->submit(tx, within(30'000))), QString("node.orphan")); // it is there: something else is missing
        server.change([](Model& m) { m.utxos.clear(); });
        QCOMPARE(codeOf(node->submit(tx, within(30'000))), QString("node.spent"));
        server.change([&](Model& m) {
            m.utxos = {{{kaspa::transactionId(tx), 0}, {tx.outputs[0].value, tx.outputs[0].spk, 30, false, {}}}};
        });
        QCOMPARE(codeOf(node->submit(tx, within(30'000))), QString("ok")); // spent by itself
    }
};

QTEST_GUILESS_MAIN(TestKaspadNode)
#include "tst_kaspad_node.moc"
