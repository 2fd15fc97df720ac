// SPDX-License-Identifier: GPL-3.0-or-later
// A proxy doubles, drops and shuffles 10,000 notifications and breaks the connection now and then: the wallet that is
// driven by them ends as one that was connected straight to the node.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare>
#include "interop/support/must.h"
#include "interop/support/replay_proxy.h"
#include "interop/support/test_wallet.h"
#include "kaspa/script/engine.h"
#include "ledger/news.h"

#include <thread>
#endif

using namespace bt;
using namespace bt::interop;
using namespace bt::ledger;

namespace {
constexpr std::uint64_t kNotifications = 10'000;
constexpr std::uint8_t kSeed = 61;
Deadline soon(std::stop_token stop = {}) { return {std::chrono::steady_clock::now() + std::chrono::seconds(60), std::move(stop)}; }
} // namespace

class TestInteropReplay : public QObject
{
    Q_OBJECT
private slots:
    void mistreated_notifications_change_nothing()
    {
        Simnet net;
        must(net.start(std::nullopt, 300));
        ReplayProxy proxy(net.url(), 7);
        TestNode node(proxy.url());
        TestWallet wallet(kSeed);
        std::vector<kaspa::ScriptPublicKey> ours;
        for (int i = 0; i < 40; ++i) ours.push_back(must(wallet->fresh("own")).spk);

        // The worker, as the service has it: woken by news, reads the chain, knows nothing else.
        NewsQueue news;
        node->watch(ours);
        node->onNews([&news](News n) { news.push(n); });
        std::atomic<std::uint64_t> wakes{0}, failures{0};
        std::jthread worker([&](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                if (news.take({std::chrono::steady_clock::now() + std::chrono::seconds(2), stop}).empty()) continue;
                ++wakes;
                if (!wallet->sync(*node, soon(stop))) ++failures; // the connection broke: the next news tries again
            }
        });

        SeededRandom random(5);
        int payments = 0, breaks = 0;
        for (int block = 0; proxy.counters().received < kNotifications && block < 20'000; ++block) {
            if (block % 40 == 0) {
                must(net.pay(ours[random.below(ours.size())], {kSompiPerKas + random.below(3 * kSompiPerKas)}));
                ++payments;
            }
            if (block % 700 == 699) {
                proxy.hangUp();
                ++breaks;
            }
            must(net.mine(1));
        }
        proxy.letGo();
        worker.request_stop();
        worker.join();
        node->onNews({});
        while (must(wallet->sync(*node, soon())).blocks > 0) {
        }

        const auto& c = proxy.counters();
        qInfo("%llu notifications: %llu doubled, %llu dropped, %llu out of order, %llu delivered; %d payments, %d breaks, %llu looks, "
              "%llu of them in vain",
              static_cast<unsigned long long>(c.received), static_cast<unsigned long long>(c.doubled),
              static_cast<unsigned long long>(c.dropped), static_cast<unsigned long long>(c.late),
              static_cast<unsigned long long>(c.delivered), payments, breaks, static_cast<unsigned long long>(wakes),
              static_cast<unsigned long long>(failures));
        QVERIFY(c.received >= kNotifications && c.doubled > 1'000 && c.dropped > 1'000 && c.late > 1'000 && wakes > 10);

        TestNode straight(net.url());
        TestWallet other(kSeed);
        for (std::size_t i = 0; i < ours.size(); ++i) QVERIFY(must(other->fresh("own")).spk == ours[i]);
        while (must(other->sync(*straight, soon())).blocks > 0) {
        }
        QVERIFY(must(other->coins()).size() == static_cast<std::size_t>(payments));
        QVERIFY(wallet.belief() == other.belief());
    }
};
QTEST_GUILESS_MAIN(TestInteropReplay)
#include "tst_interop_replay.moc"
