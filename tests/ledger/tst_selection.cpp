// SPDX-License-Identifier: GPL-3.0-or-later
// Which coins pay: beside every choice that there is.
#include "purse.h"

#include <QTest>

#include <map>
#include <set>

using namespace bt;
using namespace bt::kaspa;
using namespace bt::ledger;

class TestSelection : public QObject, protected bt::test::Purse
{
    Q_OBJECT

    std::vector<Coin> coinsOf(const std::vector<std::uint64_t>& amounts)
    {
        std::vector<Coin> out;
        for (const std::uint64_t amount : amounts) out.push_back(coin(amount));
        return out;
    }

private slots:
    void cheapChoicesLieApart_data()
    {
        QTest::addColumn<quint64>("amount");
        QTest::addColumn<QList<quint64>>("coins");
        QTest::addColumn<quint64>("fee"); // of the best of all choices
        QTest::newRow("three small instead of a large and a small one")
            << quint64(4'179'932) << QList<quint64>{5'226'985, 5'775'999, 6'065'060, 2'076'325'503} << quint64(427'800);
        QTest::newRow("a small one beside one that is enough alone")
            << quint64(5'141'829) << QList<quint64>{9'624'278, 2'531'347, 9'790'679, 7'214'702} << quint64(315'800);
        QTest::newRow("all four instead of two without change")
            << quint64(66'315'961) << QList<quint64>{2'506'295, 2'513'164, 18'575'178, 54'325'133} << quint64(539'800);
    }
    void cheapChoicesLieApart()
    {
        // No step of one coin more or less leads from one cheap choice of these wallets to the best.
        QFETCH(quint64, amount);
        QFETCH(QList<quint64>, coins);
        QFETCH(quint64, fee);
        const auto d = build(pay(amount), coinsOf({coins.begin(), coins.end()}), network, kDaa);
        QVERIFY(d.has_value());
        QCOMPARE(quint64(d->fee.value), fee);
    }

    void choicesAreNearTheBest()
    {
        // Against every subset of a small wallet: found whenever one works, never linking more relations than needed,
        // and hardly dearer than the best choice from the same relations.
        SeededRandom random(5);
        int compared = 0;
        double worst = 1;
        const int rounds = test::longRun() ? 4'000 : 250;
        for (int round = 0; round < rounds; ++round) {
            std::vector<Coin> coins;
            for (std::uint64_t n = 1 + random.below(7); n > 0; --n)
                coins.push_back(coin(2'000'000 + random.below(1ULL << (22 + random.below(14))),
                                     std::string(1, static_cast<char>('a' + random.below(3)))));
            BuildRequest r = pay(2'500'000 + random.below(1ULL << (22 + random.below(14))));
            r.relation = "a";
            r.maxFee = kas(1'000);
            std::map<std::set<std::string>, std::uint64_t> best;
            std::size_t fewest = 99;
            for (std::uint32_t mask = 1; mask < (1U << coins.size()); ++mask) {
                std::vector<Coin> some;
                std::set<std::string> relations;
                for (std::size_t i = 0; i < coins.size(); ++i)
                    if ((mask >> i & 1U) != 0) {
                        some.push_back(coins[i]);
                        relations.insert(coins[i].relation);
                    }
                // All of them and no other: as fixed inputs that weigh what coins weigh.
                BuildRequest fixed = r;
                for (const Coin& c : some) fixed.inputs.push_back({c.outpoint, c.utxo, 0, kPayToKeyBudget, kPayToKeyUnlockBytes});
                fixed.addCoins = false;
                std::optional<std::uint64_t> fee;
                if (const auto exact = build(fixed, {}, network, kDaa)) fee = exact->fee.value;
                fixed.sendAll = false;
                BuildRequest changed = fixed;
                changed.outputs.insert(changed.outputs.begin(), {{1}, me.spk, {}});
                changed.sendAll = true; // the elastic output is the change here
                if (const auto with = build(changed, {}, network, kDaa)) fee = std::min(fee.value_or(~0ULL), with->fee.value);
                if (!fee) continue;
                fewest = std::min(fewest, relations.size());
                auto& least = best.try_emplace(relations, *fee).first->second;
                least = std::min(least, *fee);
            }
            const auto d = build(r, coins, network, kDaa);
            QVERIFY2(d.has_value() == !best.empty(),
                     qPrintable(QString("round %1: %2").arg(round).arg(d ? "built" : QString::fromStdString(std::string(d.error().code)))));
            if (!d) continue;
            QCOMPARE(d->relations.size(), fewest);
            ++compared;
            const double ratio =
                static_cast<double>(d->fee.value) / static_cast<double>(best.at({d->relations.begin(), d->relations.end()}));
            worst = std::max(worst, ratio);
        }
        qInfo("%d wallets, worst %.2f times the best", compared, worst);
        QVERIFY(compared > rounds / 4);
        QVERIFY(worst <= 1.25);
    }
};

QTEST_APPLESS_MAIN(TestSelection)
#include "tst_selection.moc"
