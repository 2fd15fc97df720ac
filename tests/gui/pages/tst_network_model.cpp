// SPDX-License-Identifier: GPL-3.0-or-later
// The page Network: how the network stands, what a test of a node found, which sentences an address earns, and that real
// money needs a yes.
#include "error_text.h"
#include "fake_door.h"
#include "model_setup.h"
#include "network_view_model.h"

#include <QTest>

using namespace bt;
using namespace bt::app;
using namespace bt::test;

namespace {

std::shared_ptr<service::Snapshot> onMainnet(bool spending)
{
    auto s = patient();
    s->network.name = "mainnet";
    s->network.money = service::MoneyKind::Real;
    s->network.maySpend = spending;
    s->network.nodes = {{"own.example:18110", "node.online", true}, {"other.example:18110", "node.tls", false}};
    return s;
}

service::NodeReport nodeOf(const std::string& network, bool synced)
{
    service::NodeReport info;
    info.network = network;
    info.nodeName = "own.example:18210";
    info.serverVersion = "2.1.0";
    info.synced = synced;
    info.pastMedianTime = {QDateTime::currentMSecsSinceEpoch() - (synced ? 132 : 132 + 7260) * kSecond};
    return info;
}

} // namespace

class TestNetworkModel : public QObject
{
    Q_OBJECT
private slots:
    void practice_is_the_beginning_and_needs_no_node()
    {
        Setup s(guest());
        FakeDoor door;
        NetworkViewModel model(s.context, &door);
        QCOMPARE(model.nowName(), QStringLiteral("Practice network"));
        QVERIFY(model.changeable() && !model.needsNodes() && !model.differs() && !model.spendingShown());
        QVERIFY(model.blocksWords().isEmpty() && model.nodes().isEmpty());
        QCOMPARE(model.networks().size(), 4);
        NetworkViewModel fixed(s.context, nullptr);
        QVERIFY(!fixed.changeable());
    }
    void a_test_says_in_words_what_it_found()
    {
        Setup s(guest());
        FakeDoor door;
        NetworkViewModel model(s.context, &door);
        model.choose(2);
        QVERIFY(model.needsNodes() && model.differs());
        model.setUrls(QStringLiteral("wss://own.example\n\n  wss://other.example  "));
        door.found = nodeOf("testnet-10", true);
        door.hold = true;
        model.test();
        QCOMPARE(model.state(), NetworkViewModel::State::Testing);
        door.finish();
        QTRY_COMPARE(model.state(), NetworkViewModel::State::Tested);
        QCOMPARE(model.testWords(),
                 QStringLiteral("Connected to own.example:18210: Testnet (test money), version 2.1.0, in step with the network."));
        door.hold = false;
        door.found = nodeOf("testnet-10", false);
        model.test();
        QTRY_VERIFY2(model.testWords().contains(QStringLiteral("about 121 minute")), qPrintable(model.testWords()));
        model.use();
        QCOMPARE(door.calls.last(), QStringLiteral("use testnet-10 wss://own.example"));
    }
    void an_answer_to_another_address_is_not_shown()
    {
        Setup s(guest());
        FakeDoor door;
        NetworkViewModel model(s.context, &door);
        model.choose(1);
        model.setUrls(QStringLiteral("ws://127.0.0.1:18510"));
        door.found = nodeOf("simnet", true);
        door.hold = true;
        model.test();
        model.setUrls(QStringLiteral("ws://127.0.0.1:18511"));
        door.finish();
        for (int i = 0; i < 5; ++i) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QVERIFY(model.testWords().isEmpty());
    }
    void every_way_a_node_can_be_wrong_has_a_sentence_of_its_own_data()
    {
        QTest::addColumn<QByteArray>("code");
        for (const char* code :
             {"node.url_scheme", "node.url_host", "node.url_port", "node.url_malformed", "node.url_missing", "node.url_twice",
              "node.url_too_many", "node.wrong_network", "node.version_too_old", "node.no_index", "node.unsynced", "node.lied",
              "node.unreadable", "node.tls", "node.offline", "node.timeout", "node.ca_unreadable", "node.network_unknown"})
            QTest::newRow(code) << QByteArray(code);
    }
    void every_way_a_node_can_be_wrong_has_a_sentence_of_its_own()
    {
        QFETCH(QByteArray, code);
        Setup s(guest());
        FakeDoor door;
        NetworkViewModel model(s.context, &door);
        model.choose(3);
        model.setUrls(QStringLiteral("wss://own.example"));
        static QSet<QString> seen; // two codes with one sentence would hide which it was
        if (code.startsWith("node.url") || code == "node.network_unknown")
            door.refused = Error{std::string_view(code.constData()), {"x"}, {}};
        else door.found = fail(std::string_view(code.constData()));
        model.test();
        QTRY_COMPARE(model.state(), NetworkViewModel::State::Failed);
        QVERIFY(!model.errorText().isEmpty() && !model.errorText().contains(QStringLiteral("Code:")));
        QVERIFY2(!seen.contains(model.errorText()), qPrintable(model.errorText()));
        seen.insert(model.errorText());
        if (door.refused) {
            model.use();
            QVERIFY(!door.calls.join(QLatin1Char('|')).contains(QStringLiteral("use")));
            QVERIFY(!model.errorText().isEmpty());
        }
    }
    void an_open_wire_to_elsewhere_is_warned_of()
    {
        Setup s(guest());
        FakeDoor door;
        NetworkViewModel model(s.context, &door);
        model.choose(3);
        model.setUrls(QStringLiteral("ws://somewhere.example"));
        QVERIFY(!model.exposedWords().isEmpty());
        model.setUrls(QStringLiteral("ws://127.0.0.1:18110"));
        QVERIFY(model.exposedWords().isEmpty());
    }
    void nodes_are_listed_with_how_they_do_and_blocks_are_told_honestly()
    {
        Setup s(onMainnet(false));
        FakeDoor door;
        door.now.network = "mainnet";
        door.now.urls = {"wss://own.example:18110/", "wss://other.example:18110/"};
        NetworkViewModel model(s.context, &door);
        QCOMPARE(model.nodes().size(), 2);
        QCOMPARE(model.nodes()[0].toMap().value(QStringLiteral("words")).toString(), QStringLiteral("answers"));
        QCOMPARE(model.nodes()[1].toMap().value(QStringLiteral("words")).toString(), errorText("node.tls"));
        QVERIFY(model.nowWords().contains(QStringLiteral("own.example:18110")));
        QVERIFY(model.blocksWords().contains(QStringLiteral("stay on this computer")));
        QVERIFY(!model.differs());
        s.engine.publish([](service::Snapshot& n) { n.network.trouble = "node.offline"; });
        QCOMPARE(model.nowWords(), errorText("node.offline"));
    }
    void real_money_needs_a_yes()
    {
        Setup s(onMainnet(false));
        FakeDoor door;
        NetworkViewModel model(s.context, &door);
        QVERIFY(model.spendingShown() && !model.spending());
        model.setSpending(true);
        QVERIFY(s.engine.calls.contains(QStringLiteral("setSpending on")));
        s.engine.publish([](service::Snapshot& n) { n.network.maySpend = true; });
        QVERIFY(model.spending());
    }
};

QTEST_GUILESS_MAIN(TestNetworkModel)
#include "tst_network_model.moc"
