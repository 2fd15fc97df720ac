// SPDX-License-Identifier: GPL-3.0-or-later
// `inspect`: what a text names, and what a node says of it in plain words.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "codec/text.h"
#include "kaspa/hashing.h"
#include "kaspa/transaction_codec.h"
#include "ledger/practice_fixture.h"
#include "service/inspect.h"
#endif

using namespace bt;
using service::InspectKind;

class TestInspect : public QObject
{
    Q_OBJECT
    const test::Person alice = test::Person::numbered(1);
    const test::Person bob = test::Person::numbered(2);

private slots:
    void a_text_names_one_thing()
    {
        const std::string id(64, 'a');
        QCOMPARE(*service::inspectKind(id), InspectKind::TransactionId);
        QCOMPARE(*service::inspectKind("  " + id + "\n"), InspectKind::TransactionId);
        QCOMPARE(*service::inspectKind(id + ":7"), InspectKind::Outpoint);
        QCOMPARE(*service::inspectKind("{}"), InspectKind::Content);
        QCOMPARE(*service::inspectKind("0102"), InspectKind::Content);
        for (const std::string& bad : {std::string(), std::string(" "), id + ":", id + ":x", id + ":-1", id + ":99999999999",
                                       std::string("abc"), std::string("hello"), std::string("/no/such/file")})
            QCOMPARE(service::inspectKind(bad).error().code, std::string_view("inspect.unreadable"));
    }
    void a_node_is_asked_for_ids_and_outpoints()
    {
        FakeClock clock(test::kNoon);
        const auto node = std::move(*ledger::PracticeNode::open({}, clock));
        const auto paid = *node->faucet(alice.spk, kas(5'000), {});
        kaspa::Populated p = test::spend({{{paid, 0}, **node->utxo({paid, 0}, {})}},
                                         {{kas(20), bob.spk, std::nullopt}, {kas(4'979), alice.spk, std::nullopt}});
        test::seal(p, alice);
        const auto id = *node->submit(p.tx, {});
        const std::string hex = codec::hexEncode(id.view());

        std::size_t told = 0;
        const auto tx = service::inspectOnChain(*node, hex, {}, [&](std::size_t, std::uint64_t) { ++told; });
        BT_OK(tx);
        const std::string text = contract::textOf(*tx);
        QVERIFY(told > 0);
        for (const char* words : {"Transaction ", "20.00 KAS", "4979.00 KAS", "5000.00 KAS", "fee", "1.00 KAS", "signed by its owner's key",
                                  "kaspasim:", "accepted at"})
            QVERIFY2(text.find(words) != std::string::npos, (words + text).c_str());

        const auto spent = service::inspectOnChain(*node, codec::hexEncode(paid.view()) + ":0", {});
        BT_OK(spent);
        QVERIFY(contract::textOf(*spent).find("spent by") != std::string::npos);
        QVERIFY(contract::textOf(*spent).find(hex) != std::string::npos);
        const auto open = service::inspectOnChain(*node, hex + ":0", {});
        BT_OK(open);
        QVERIFY(contract::textOf(*open).find("It is unspent.") != std::string::npos);

        const auto beyond = service::inspectOnChain(*node, hex + ":2", {});
        QCOMPARE(beyond.error().code, std::string_view("inspect.no_such_output"));
        QCOMPARE(beyond.error().args, std::vector<std::string>{"2"});
        for (const std::string& none : {std::string(64, '0'), std::string(64, '1') + ":0"})
            QCOMPARE(service::inspectOnChain(*node, none, {}).error().code, std::string_view("inspect.not_found"));
        QCOMPARE(service::inspectOnChain(*node, "0102", {}).error().code, std::string_view("inspect.unreadable"));
        Deadline over;
        over.at = {};
        QCOMPARE(service::inspectOnChain(*node, hex, over).error().code, std::string_view("node.timeout"));

        // The same from bytes alone, in every form.
        for (const std::string& content : {kaspa::transactionToJson(p.tx), codec::hexEncode(kaspa::encodeTransaction(p.tx)),
                                           codec::hexEncode(kaspa::encodePopulated(p))}) {
            QCOMPARE(*service::inspectKind(content), InspectKind::Content);
            const auto read = service::inspectContent(content, "kaspasim");
            BT_OK(read);
            QVERIFY(contract::textOf(*read).find(hex) != std::string::npos);
        }
    }
    void content_of_any_kind_has_an_answer()
    {
        QCOMPARE(service::inspectContent("{\"version\":", "kaspa").error().code, std::string_view("inspect.unreadable"));
        QCOMPARE(service::inspectContent("{}", "kaspa").error().code, std::string_view("inspect.unreadable"));
        QCOMPARE(service::inspectContent("51", "kaspa").error().code, std::string_view("contract.unknown_program"));
        QCOMPARE(service::inspectContent("5", "kaspa").error().code, std::string_view("inspect.unreadable"));
        QCOMPARE(service::inspectContent(std::string((4 << 20) + 2, '0'), "kaspa").error().code, std::string_view("inspect.unreadable"));
    }
};

QTEST_GUILESS_MAIN(TestInspect)
#include "tst_inspect.moc"
