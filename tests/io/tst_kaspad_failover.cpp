// SPDX-License-Identifier: GPL-3.0-or-later
// Several nodes and connections that break: who is asked, who is passed over and why, what is subscribed again, how far
// two nodes must agree, and that a flood of notifications changes nothing.
#include <QTest>

#ifndef Q_MOC_RUN
#include "io/backoff.h"
#include "io/open_node.h"
#include "kaspad_model.h"

#include <thread>
#endif

using namespace bt;
using namespace bt::test;
using bt::ledger::News;

namespace {

Model chainOf(int blocks, std::uint8_t fork = 0, int forkAfter = 0)
{
    Model m;
    for (int i = 2; i < blocks + 2; ++i) {
        const auto n = static_cast<std::uint8_t>(i);
        m.chain.push_back({block(n, i > forkAfter + 1 ? fork : std::uint8_t{0}), static_cast<std::uint64_t>(i) * 10, {payment(n, kOurs)}});
    }
    return m;
}
std::set<int> taken(ledger::NewsQueue& queue, int ms)
{
    std::set<int> out;
    for (const News one : queue.take(within(ms))) out.insert(static_cast<int>(one));
    return out;
}
//! Waits until news of this kind came.
bool comes(ledger::NewsQueue& queue, News kind)
{
    const auto end = within(30'000);
    while (!end.over())
        if (taken(queue, 1'000).contains(static_cast<int>(kind))) return true;
    return false;
}

} // namespace

class TestKaspadFailover : public QObject
{
    Q_OBJECT
private slots:
    void nodes_that_will_not_do_are_named_and_passed_over()
    {
        Model testnet;
        testnet.network = "testnet-10";
        Model foreign = testnet, old = testnet, strange = testnet, bare = testnet, behind = testnet;
        foreign.network = "mainnet";
        old.version = "2.0.9";
        strange.api = 2;
        bare.index = false;
        behind.synced = false;
        std::uint16_t closed = 0;
        {
            ScriptedNode gone;
            closed = gone.port();
        }
        ModelNode a(foreign), b(old), c(strange), d(bare), e(behind), good(testnet), spare(testnet);
        ScriptedNode odd;
        odd.answer("getServerInfo", {{"rpcApiVersion", -1}});
        auto options = optionsFor(
            {{false, "127.0.0.1", closed, "/"}, a.url(), b.url(), c.url(), d.url(), e.url(), odd.url(), good.url(), spare.url()});
        options.pool.network = "testnet-10";
        options.pool.firstBackoff = options.pool.longestBackoff = std::chrono::minutes(10);
        const auto node = nodeFor(options);
        const auto info = node->info(within(60'000));
        QCOMPARE(codeOf(info), QString("ok"));
        QCOMPARE(QString::fromStdString(info->nodeName), QString::fromStdString(good.url().name()));
        const char* expected[] = {"node.offline",         "node.wrong_network", "node.version_too_old",
                                  "node.version_unknown", "node.no_index",      "node.unsynced",
                                  "node.unreadable",      "node.online",        "node.idle"};
        for (std::size_t i = 0; i < std::size(expected); ++i) QCOMPARE(stateOf(*node, i), QString(expected[i]));
        QVERIFY(node->states()[7].active && !node->states()[8].active);
        QCOMPARE(spare.asked("getServerInfo"), 0); // the one that works is kept
        options.pool.urls = {a.url()};
        QCOMPARE(codeOf(nodeFor(options)->info(within(60'000))), QString("node.wrong_network"));
        options.pool.urls = {e.url()};
        QCOMPARE(codeOf(nodeFor(options)->info(within(60'000))), QString("node.unsynced"));
    }

    void a_node_that_stalls_is_left_for_the_next_and_a_hurried_caller_blames_nobody()
    {
        ModelNode slow(chainOf(2)), good(chainOf(2));
        slow.silence("getVirtualChainFromBlockV2");
        auto options = optionsFor({slow.url(), good.url()});
        options.pool.answerWithin = std::chrono::milliseconds(3'000);
        options.pool.firstBackoff = options.pool.longestBackoff = std::chrono::minutes(10);
        const auto node = nodeFor(options);
        QVERIFY(node->info(within(30'000)));
        QCOMPARE(codeOf(node->chain(block(1), within(200))), QString("node.timeout"));
        std::stop_source stopped;
        stopped.request_stop();
        Deadline never = within(30'000);
        never.stop = stopped.get_token();
        QCOMPARE(codeOf(node->chain(block(1), never)), QString("node.timeout"));
        QVERIFY(node->states()[0].active);
        const auto page = node->chain(block(1), within(60'000));
        QCOMPARE(codeOf(page), QString("ok"));
        QCOMPARE(page->added.size(), std::size_t{2});
        QCOMPARE(stateOf(*node, 0), QString("node.timeout"));
        QVERIFY(node->states()[1].active);
    }

    void a_node_that_falls_silent_is_found_out_without_a_question()
    {
        ModelNode mute(chainOf(1)), good(chainOf(1));
        auto options = optionsFor({mute.url(), good.url()});
        options.pool.answerWithin = std::chrono::milliseconds(1'000);
        options.pool.pingEvery = std::chrono::milliseconds(50);
        options.pool.firstBackoff = options.pool.longestBackoff = std::chrono::minutes(10);
        const auto node = nodeFor(options);
        QVERIFY(node->info(within(30'000)));
        mute.silence("getServerInfo");
        QTRY_VERIFY_WITH_TIMEOUT(node->states()[1].active, 30'000);
        QCOMPARE(stateOf(*node, 0), QString("node.timeout"));
    }

    void a_node_that_dies_and_comes_back_is_subscribed_again_once()
    {
        ModelNode server(chainOf(1));
        const auto node = nodeFor(optionsFor({server.url()}));
        ledger::NewsQueue queue;
        node->watch({kOurs, scriptNumber(8)});
        node->onNews([&](News news) { queue.push(news); });
        QVERIFY(node->info(within(30'000)));
        const auto scopes = [&](const std::string& method, const std::string& scope) {
            std::vector<Json> out;
            for (const Json& one : server.questions(method))
                if (one.contains(scope)) out.push_back(one.at(scope));
            return out;
        };
        QTRY_COMPARE_WITH_TIMEOUT(scopes("subscribe", "UtxosChanged").size(), std::size_t{1}, 30'000);
        QCOMPARE(scopes("subscribe", "UtxosChanged")[0].at("addresses").size(), std::size_t{2});
        QCOMPARE(scopes("subscribe", "VirtualChainChanged").size(), std::size_t{1});
        server.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!node->states()[0].active, 30'000);
        QCOMPARE(codeOf(node->info(within(30'000))), QString("node.offline"));
        (void)queue.take(within(0));
        server.change([](Model& m) { m.chain.push_back({block(9), 90, {payment(9, kOurs)}}); });
        server.start();
        QVERIFY(comes(queue, News::Chain)); // nobody knows what was missed: look
        QCOMPARE(node->chain(block(2), within(30'000))->added.size(), std::size_t{1});
        QCOMPARE(scopes("subscribe", "UtxosChanged").size(), std::size_t{2});
        QCOMPARE(scopes("subscribe", "VirtualChainChanged").size(), std::size_t{2});

        node->watch({scriptNumber(8), scriptNumber(9)}); // only the difference is said
        QTRY_COMPARE_WITH_TIMEOUT(scopes("subscribe", "UtxosChanged").size(), std::size_t{3}, 30'000);
        QVERIFY(scopes("subscribe", "UtxosChanged")[2].at("addresses") == Json({addressOf(scriptNumber(9))}));
        QVERIFY(scopes("unsubscribe", "UtxosChanged").at(0).at("addresses") == Json({addressOf(kOurs)}));
        node->onNews({});
    }

    void without_scripts_nothing_is_subscribed_that_would_tell_of_all_addresses()
    {
        ModelNode server;
        const auto node = nodeFor(optionsFor({server.url()}));
        node->watch({});
        QVERIFY(node->info(within(30'000)));
        for (const Json& one : server.questions("subscribe")) QVERIFY(!one.contains("UtxosChanged"));
        QVERIFY(server.asked("subscribe") > 0);
    }

    void notifications_are_hints_bounded_and_only_about_ours()
    {
        ModelNode server(chainOf(3));
        const auto node = nodeFor(optionsFor({server.url()}));
        ledger::NewsQueue queue;
        node->watch({kOurs});
        node->onNews([&](News news) { queue.push(news); });
        QVERIFY(node->info(within(30'000)));
        QTRY_COMPARE_WITH_TIMEOUT(server.asked("subscribe"), 3, 30'000);
        while (!queue.take(within(300)).empty()) {
        }
        Model m;
        m.utxos = {{{}, {{5}, kOurs, 1, false, {}}}};
        const Json ours = m.utxosOf({addressOf(kOurs)}).at("entries");
        m.utxos[0].utxo.spk = scriptNumber(8);
        const Json others = m.utxosOf({addressOf(scriptNumber(8))}).at("entries");
        const auto utxos = [](const Json& added) { return Json{{"UtxosChanged", {{"added", added}, {"removed", Json::array()}}}}; };
        server.push("utxosChangedNotification", utxos(others));
        server.push("utxosChangedNotification", {{"UtxosChanged", 5}});
        server.push("blockAddedNotification", {{"BlockAdded", Json::object()}});
        server.push("virtualDaaScoreChangedNotification", {{"VirtualDaaScoreChanged", {{"virtualDaaScore", 1}}}});
        QCOMPARE(taken(queue, 30'000), std::set<int>{static_cast<int>(News::Time)}); // came last: the others told nobody
        const auto before = node->chain({}, within(30'000));
        for (int i = 0; i < 3'000; ++i) { // doubled and in any order
            server.push("utxosChangedNotification", utxos(ours));
            if (i % 2 == 0) server.push("virtualChainChangedNotification", {{"VirtualChainChanged", Json::object()}});
        }
        QVERIFY(node->info(within(30'000))); // behind the flood
        QCOMPARE(taken(queue, 30'000), (std::set<int>{static_cast<int>(News::Chain), static_cast<int>(News::Utxos)}));
        const auto after = node->chain({}, within(30'000));
        QVERIFY(after->cursor == before->cursor && after->added.size() == before->added.size());
        node->onNews({});
    }

    void a_reorg_is_told_with_what_takes_its_place_and_an_unknown_cursor_has_a_name()
    {
        ModelNode server(chainOf(4));
        const auto node = nodeFor(optionsFor({server.url()}));
        const auto first = node->chain({}, within(30'000));
        QVERIFY(first->cursor == block(5));
        server.change([](Model& m) {
            m = chainOf(6, 77, 2); // the third block and those behind it are others
            m.removedFrom[block(5)] = {block(5), block(4)};
            m.forkRoot[block(5)] = block(3);
        });
        const auto second = node->chain(first->cursor, within(30'000));
        QCOMPARE(codeOf(second), QString("ok"));
        QVERIFY((second->removed == std::vector<BlockHash>{block(5), block(4)}));
        QCOMPARE(second->added.size(), std::size_t{4});
        QVERIFY(second->added[0].hash == block(4, 77) && second->cursor == block(7, 77));
        QCOMPARE(codeOf(node->chain(block(200), within(30'000))), QString("node.unknown_block"));
    }

    void a_second_node_on_another_branch_is_led_back_to_the_fork()
    {
        auto a = std::make_unique<ModelNode>(chainOf(5));
        ModelNode b(chainOf(8, 55, 2)); // knows blocks 2 and 3 only of a's
        const auto node = nodeFor(optionsFor({a->url(), b.url()}));
        const auto first = node->chain({}, within(30'000));
        QVERIFY(first->cursor == block(6));
        a.reset();
        const auto second = node->chain(first->cursor, within(30'000));
        QCOMPARE(codeOf(second), QString("ok"));
        QVERIFY((second->removed == std::vector<BlockHash>{block(6), block(5), block(4)}));
        QCOMPARE(second->added.size(), std::size_t{6});
        QVERIFY(second->added[0].hash == block(4, 55) && second->cursor == block(9, 55));
    }

    void an_answer_that_is_too_large_is_asked_for_in_parts()
    {
        Model big = chainOf(40);
        for (auto& one : big.chain) one.daaScore *= 20; // blue scores from 400 to 8,200
        ModelNode server(big);
        auto options = optionsFor({server.url()});
        options.pool.maxFrame = 20'000; // a dozen blocks of the model
        const auto node = nodeFor(options);
        BlockHash cursor = block(1);
        std::size_t blocks = 0;
        for (int pages = 0; pages < 60; ++pages) {
            const auto page = node->chain(cursor, within(30'000));
            QCOMPARE(codeOf(page), QString("ok"));
            blocks += page->added.size();
            cursor = page->cursor;
            if (!page->more) break;
        }
        QCOMPARE(blocks, std::size_t{40});
        QVERIFY(cursor == block(41));
    }

    void two_nodes_are_believed_as_far_as_they_agree()
    {
        ModelNode one(chainOf(6)), two(chainOf(4));
        auto options = optionsFor({one.url(), two.url()}, true);
        options.doubtFor = std::chrono::milliseconds(0);
        const auto node = nodeFor(options);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(*node, 1), QString("node.online"), 30'000);
        const auto page = node->chain({}, within(30'000));
        QCOMPARE(codeOf(page), QString("ok"));
        QVERIFY(page->cursor == block(5)); // the second has no more
        two.change([](Model& m) { m = chainOf(6, 66, 4); });
        const auto apart = node->chain(page->cursor, within(30'000));
        QCOMPARE(codeOf(apart), QString("node.disagree"));
        QCOMPARE(QString::fromStdString(apart.error().args[1]), QString::fromStdString(two.url().name()));
        two.change([](Model& m) { m = chainOf(6); });
        QVERIFY(node->chain(page->cursor, within(30'000))->cursor == block(7));
        two.change([](Model& m) { m.chain[2].txs = {payment(200, kOurs)}; });
        QCOMPARE(codeOf(node->chain(block(1), within(30'000))), QString("node.disagree")); // other transactions in a block
        options.doubtFor = std::chrono::minutes(10);
        two.change([](Model& m) { m = chainOf(6, 66, 0); });
        const auto patient = nodeFor(options);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(*patient, 1), QString("node.online"), 30'000);
        const auto waits = patient->chain(block(1), within(30'000));
        QVERIFY(waits && waits->added.empty() && waits->cursor == block(1)); // blocks need a moment to travel
    }

    void settings_are_checked_and_become_a_node()
    {
        using ledger::parseNodeUrl;
        QCOMPARE(QString::fromStdString(parseNodeUrl("WSS://Node.Example/json", "mainnet")->text()),
                 QString("wss://node.example:18110/json"));
        QCOMPARE(QString::fromStdString(parseNodeUrl("ws://[::1]:1", "simnet")->text()), QString("ws://[::1]:1/"));
        QVERIFY(parseNodeUrl("ws://[::1]:1", "simnet")->local() && !parseNodeUrl("ws://10.0.0.1", "simnet")->local());
        const std::pair<const char*, const char*> bad[] = {
            {"http://a", "node.url_scheme"},    {"a", "node.url_scheme"},           {"", "node.url_malformed"},
            {"ws://", "node.url_host"},         {"ws://a b", "node.url_malformed"}, {"ws://u:p@a", "node.url_malformed"},
            {"ws://a?x", "node.url_malformed"}, {"ws://a:0", "node.url_port"},      {"ws://a:65536", "node.url_port"},
            {"ws://a:", "node.url_port"},       {"ws://a:1x", "node.url_port"},     {"ws://-a", "node.url_host"},
            {"ws://a..b", "node.url_host"},     {"ws://1.2.3", "node.url_host"},    {"ws://256.1.1.1", "node.url_host"},
            {"ws://[::1", "node.url_host"},     {"ws://[1]", "node.url_host"},      {"ws://\xc3\xa9.example", "node.url_malformed"}};
        for (const auto& [url, code] : bad) QCOMPARE(codeOf(parseNodeUrl(url, "simnet")), QString(code));
        ledger::NodeSettings s{.network = "simnet", .urls = {"ws://A:5", "ws://a:5/"}, .caFile = {}};
        QCOMPARE(codeOf(ledger::checkNodeSettings(s)), QString("node.url_twice"));
        s.urls = {};
        QCOMPARE(codeOf(ledger::checkNodeSettings(s)), QString("node.url_missing"));
        s.network = "testnet-99";
        QCOMPARE(codeOf(ledger::checkNodeSettings(s)), QString("node.network_unknown"));
        SystemClock clock;
        QCOMPARE(codeOf(io::openNode({}, clock)), QString("node.practice"));
        ModelNode server;
        s = {.network = "simnet", .urls = {server.url().text()}, .caFile = "/nonexistent.pem"};
        QCOMPARE(codeOf(io::openNode(s, clock)), QString("node.ca_unreadable"));
        s.caFile.clear();
        const auto node = io::openNode(s, clock);
        QCOMPARE(codeOf(node), QString("ok"));
        QVERIFY((*node)->info(within(30'000)));
    }

    void backoff_doubles_within_its_bounds_and_is_the_same_for_the_same_draws()
    {
        SeededRandom one(5), two(5);
        using std::chrono::milliseconds;
        io::Backoff a(milliseconds(500), milliseconds(60'000)), b(milliseconds(500), milliseconds(60'000));
        std::int64_t full = 500;
        for (int i = 0; i < 20; ++i) {
            const auto wait = a.next(one).count();
            QCOMPARE(wait, b.next(two).count());
            QVERIFY(wait >= full - full / 2 && wait <= full);
            full = std::min<std::int64_t>(full * 2, 60'000);
        }
        a.reset();
        QVERIFY(a.next(one).count() <= 500);
    }
};

QTEST_GUILESS_MAIN(TestKaspadFailover)
#include "tst_kaspad_failover.moc"
