// SPDX-License-Identifier: GPL-3.0-or-later
// A watcher without any key of the visits keeps them moving on a real node: every step that anyone may push is mined, while
// the node is killed and started again in between, and two watchers do not outbid each other.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare>
#include "interop/support/must.h"
#include "interop/support/test_wallet.h"
#include "interop/support/visit_play.h"
#include "service/watch/watcher.h"
#endif

using namespace bt;
using namespace bt::interop;
using namespace bt::contract::session;
using service::Watcher;
using service::WatchEvent;
using service::WatchPurse;

namespace {

bool says(const service::WatchRound& round, WatchEvent what)
{
    return std::ranges::any_of(round.notes, [&](const service::WatchNote& n) { return n.what == what; });
}
Deadline soon() { return {std::chrono::steady_clock::now() + std::chrono::seconds(120), {}}; }

} // namespace

class TestInteropWatch : public QObject
{
    Q_OBJECT
private slots:
    void every_step_that_anyone_may_push_is_mined()
    {
        Simnet net;
        must(net.start());
        test::World world;
        VisitPlay play(world, net);
        SystemRandom random;
        const auto purse = must(WatchPurse::of(crypto::secpNewSecret(random), "kaspasim"));
        for (int i = 0; i < 4; ++i) (void)must(net.pay(purse.script(), kas(5)));

        TestNode node(net.url());
        service::WatchList list{"simnet", must(node->info(soon())).tip, {}};
        for (const auto& session : must(play.sessions({Phase::Requested, Phase::Accepted, Phase::DisputedByPatient})))
            list.visits.push_back({session, world.terms, {}});
        const auto text = must(service::writeWatchList(list));
        Watcher watcher(*node, must(ledger::networkNamed("simnet")), purse, random, service::beginWith(must(service::readWatchList(text))));
        const auto other = must(WatchPurse::of(crypto::secpNewSecret(random), "kaspasim"));
        (void)must(net.pay(other.script(), kas(5)));
        Watcher second(*node, must(ledger::networkNamed("simnet")), other, random, service::beginWith(list));

        std::size_t live = list.visits.size();
        int pushed = 0;
        bool killed = false;
        for (int look = 0; look < 200 && live > 0; ++look) {
            auto round = watcher.round(soon());
            if (!round && killed) // the client finds its node again by itself
                (void)QTest::qWaitFor([&] { return (round = watcher.round(soon())).has_value(); }, 60'000);
            QVERIFY2(round.has_value(), round ? "" : words(round.error()).c_str());
            live = round->live;
            for (const auto& note : round->notes) {
                QVERIFY2(note.what != WatchEvent::NotTaken && note.what != WatchEvent::Lost && note.what != WatchEvent::FeeMissing,
                         note.detail.c_str());
                if (note.what == WatchEvent::Pushed) ++pushed;
            }
            if (says(*round, WatchEvent::Pushed)) {
                const auto beside = must(second.round(soon()));
                QVERIFY(!says(beside, WatchEvent::Pushed)); // whoever is first has done it for both
            }
            if (pushed >= 2 && !killed) { // nothing of it is mined: the mempool dies with the node
                killed = true;
                net.kaspad().kill();
                QVERIFY(!watcher.round({std::chrono::steady_clock::now() + std::chrono::seconds(2), {}}));
                must(net.kaspad().start());
            }
            must(net.mine(60));
        }
        QCOMPARE(live, std::size_t(0));
        // expire; commit, begin, claim-for-therapist; lapse
        QVERIFY(killed);
        QVERIFY2(pushed >= 5, qPrintable(QString::number(pushed)));
        qInfo("%d pushes by a purse of four coins, two watchers, one kill", pushed);
    }
};
QTEST_GUILESS_MAIN(TestInteropWatch)
#include "tst_interop_watch.moc"
