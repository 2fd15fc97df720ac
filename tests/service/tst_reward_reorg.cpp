// SPDX-License-Identifier: GPL-3.0-or-later
// Rewards on a chain that takes back what it said: a payment, an opening, a veto; and every state of the pool on the way back
// is the one that it was on the way there.
#include <QTest>
#ifndef Q_MOC_RUN
#include "ledger/practice/practice_token.h"
#include "service/reward_desk.h"
#include "service/scripted_sides.h"
#endif

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestRewardReorg : public QObject
{
    Q_OBJECT

private slots:
    void a_payment_that_is_taken_back_comes_again_and_is_paid_once()
    {
        ScriptedSides two;
        auto opened = ScriptedChain::open(two.clock, two.folder.path().toStdString());
        QVERIFY(opened);
        two.chain = opened.get();
        two.world = GOT(NetworkWorld::over("simnet", std::move(opened), {}, &two.clock));
        two.world->network.tokenBirth = ledger::practiceTokenBirth();
        two.world->network.poolBirth = ledger::practicePoolBirth();
        two.patient = std::make_unique<Side>(two.world, two.folder.filePath(QStringLiteral("p")));
        QCOMPARE(codeOf(wait(two.patient->engine->createPersona(Role::Patient, "Noor", words("seven green bottles"), false, {}))),
                 QString());
        QCOMPARE(two.fund(*two.patient), QString());
        const auto seen = [&](const std::function<bool(const RewardsView&)>& is) {
            return two.until([&] { return is(rewardsOf(*two.patient)); });
        };
        // Her wallet began after the pool's birth: its life was read from the beginning all the same.
        QVERIFY2(seen([](const RewardsView& v) { return v.there && v.balance > 0; }), qPrintable(two.patient->explain()));
        Desk desk(*two.world);
        QVERIFY(two.chain->faucet(desk.purse(), kas(50)));
        const auto code = GOT(wait(doorOf(*two.patient).ask("translation", "A page about sleep.")));
        auto planner = desk.open();
        const auto wish = desk.opening(*planner, Desk::table({code}, 100 * kBtai), 10'000 * kBtai);
        const auto openedBy = GOT(desk.together(wish));
        const auto is = [&](AwardState state) {
            return seen([&](const RewardsView& v) { return v.mine.size() == 1 && v.mine[0].state == state; });
        };
        QVERIFY2(is(AwardState::Announced), qPrintable(two.patient->explain()));
        // The opening goes and comes back.
        two.chain->mineAtOnce(false);
        two.chain->takeBack(openedBy, 3);
        QVERIFY2(seen([](const RewardsView& v) { return v.epoch == 0 && v.mine.empty(); }), qPrintable(two.patient->explain()));
        two.chain->mine();
        QVERIFY2(is(AwardState::Announced), qPrintable(two.patient->explain()));
        two.clock.advance(3 * kDay + kMinute);
        two.chain->mine(1);
        QVERIFY2(is(AwardState::Ready), qPrintable(two.patient->explain()));
        const auto before = rewardsOf(*two.patient).balance;
        two.chain->mineAtOnce(true);
        QCOMPARE(codeOf(wait(doorOf(*two.patient).claim(1, 0))), QString());
        QVERIFY2(is(AwardState::Paid), qPrintable(two.patient->explain()));
        const auto txid = rewardsOf(*two.patient).mine[0].txid;
        two.chain->mineAtOnce(false);
        two.chain->takeBack(idOf(txid), 4, ScriptedChain::Then::Forget);
        QVERIFY2(is(AwardState::Moving), qPrintable(two.patient->explain()));
        QCOMPARE(rewardsOf(*two.patient).balance, before);
        QVERIFY2(two.until([&] { return two.chain->waiting() > 0; }), qPrintable(two.patient->explain())); // the same bytes again
        two.chain->mineAtOnce(true);
        two.chain->mine();
        QVERIFY2(is(AwardState::Paid), qPrintable(two.patient->explain()));
        QCOMPARE(rewardsOf(*two.patient).mine[0].txid, txid);
        QCOMPARE(rewardsOf(*two.patient).balance, before - 100 * kBtai);
        QCOMPARE(std::ranges::count(rewardsOf(*two.patient).events, std::string("claim"), &RewardEventView::kind), 1);
    }

    void the_way_back_passes_every_state_of_the_way_there()
    {
        auto world = GOT(NetworkWorld::practiceIn({}));
        Desk desk(*world);
        QVERIFY(world->practice->faucet(desk.purse(), kas(50), Deadline{}));
        QVERIFY(world->practice->tokenFaucet(ledger::practicePoolOwner(), {7 * kBtai}, Deadline{}));
        const auto award = [&](int n) {
            return reward::Award{GOT(crypto::secpXOnly(crypto::blake3(viewOf(std::to_string(n))).view())),
                                 {10 * kBtai},
                                 reward::Reason::OpenWork,
                                 crypto::blake3(viewOf("e" + std::to_string(n)))};
        };
        {
            auto planner = desk.open();
            const auto wish = desk.opening(*planner, std::string(rw::kTableHeader) + '\n' + rw::tableLine(award(1)), 1'000 * kBtai);
            QVERIFY(GOT(desk.together(wish)) != kaspa::TxId{});
            rw::Wish veto;
            veto.step = reward::PoolStep::Veto;
            QVERIFY(GOT(desk.together(veto, {2})) != kaspa::TxId{});
            QVERIFY(world->practice->tokenFaucet(ledger::practicePoolOwner(), {9 * kBtai}, Deadline{}));
            rw::Wish gather;
            gather.step = reward::PoolStep::Gather;
            QVERIFY(GOT(desk.together(gather)) != kaspa::TxId{});
        }
        std::vector<std::pair<ledger::AcceptedTx, ledger::AcceptedBlock>> all;
        ledger::BlockHash cursor;
        for (bool more = true; more;) {
            const auto page = GOT(world->node->chain(cursor, Deadline{}));
            for (const auto& block : page.added)
                for (const auto& tx : block.txs) all.emplace_back(tx, block);
            cursor = page.cursor;
            more = page.more;
        }
        const auto birth = rw::bornAs(GOT(reward::decodeBirth(ledger::practicePoolBirth())));
        auto db = GOT(store::Database::open({}, Secret()));
        auto book = GOT(rw::PoolBook::open(db));
        struct Stand {
            std::optional<reward::Pool> pool;
            std::vector<token::Holding> tokens;
            std::size_t events = 0, epochs = 0, stopped = 0;
            bool operator==(const Stand&) const = default;
        };
        const auto stand = [&] {
            const auto epochs = GOT(book.epochs());
            return Stand{book.pool(), book.tokens(), GOT(book.events(100)).size(), epochs.size(),
                         static_cast<std::size_t>(std::ranges::count_if(epochs, &rw::EpochRow::stopped))};
        };
        struct Undo {
            std::string txid;
            Bytes change;
            Stand before;
        };
        std::vector<Undo> way;
        const auto forward = [&] {
            way.clear();
            for (const auto& [tx, block] : all) {
                const auto before = stand();
                QVERIFY(book.accepted(tx, block, birth, [&](ByteView change) -> Result<void> {
                    way.push_back({hexOf(tx.id), bytesOf(change), before});
                    return {};
                }));
            }
        };
        forward();
        QVERIFY(way.size() >= 7); // birth, three gifts, open, veto, gather
        const auto end = stand();
        QCOMPARE(end.epochs, std::size_t(1));
        QCOMPARE(end.stopped, std::size_t(1));
        // Shown again what it knows (a wallet that reads its chain anew), it changes nothing.
        for (const auto& [tx, block] : all) {
            const auto again = book.accepted(tx, block, birth, [](ByteView) -> Result<void> { return {}; });
            QVERIFY(again && !*again);
        }
        QVERIFY(stand() == end);
        for (auto undo = way.rbegin(); undo != way.rend(); ++undo) {
            QVERIFY(book.takenBack(undo->txid, undo->change));
            QVERIFY(stand() == undo->before);
        }
        QVERIFY(!book.pool());
        forward();
        QVERIFY(stand() == end);
        QVERIFY(book.reload());
        QVERIFY(stand() == end); // what it keeps is what it knows
    }
};

QTEST_GUILESS_MAIN(TestRewardReorg)
#include "tst_reward_reorg.moc"
