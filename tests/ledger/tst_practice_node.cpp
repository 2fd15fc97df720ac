// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice_fixture.h"

#include "contract/token/genesis.h"
#include "contract/token/reader.h"
#include "ledger/practice/practice_pool.h"

#include <QTemporaryDir>

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>, which these reach first
#include <csignal>
#include <map>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#endif

using namespace bt;
using namespace bt::kaspa;
using namespace bt::ledger;
using bt::test::Person;

class TestPracticeNode : public QObject
{
    Q_OBJECT

    const Person alice = Person::numbered(1);
    const Person bob = Person::numbered(2);
    const Person treasury{*crypto::SchnorrSigner::from(practiceTreasurySecret().view()),
                          payToPublicKey(crypto::SchnorrSigner::from(practiceTreasurySecret().view())->key().view())};

    static std::unique_ptr<PracticeNode> node(const Clock& clock, const std::string& path = {})
    {
        auto out = PracticeNode::open(path, clock);
        if (!out) qWarning("%s %s", std::string(out.error().code).c_str(), out.error().detail.c_str());
        return out ? std::move(*out) : nullptr;
    }
    UtxoEntry funded(PracticeNode& n, const Person& who, Sompi amount) const
    {
        const auto id = n.faucet(who.spk, amount, {});
        if (!id) return {};
        return {{*id, 0}, **n.utxo({*id, 0}, {})};
    }
    static std::uint64_t supply(PracticeNode& n, const std::vector<const Person*>& people)
    {
        std::uint64_t sum = 0;
        for (const Person* who : people) {
            const auto coins = n.utxos({who->spk}, {});
            if (!coins) return 0;
            for (const auto& coin : *coins) sum += coin.utxo.amount.value;
        }
        return sum;
    }

private slots:
    void genesis()
    {
        FakeClock clock(test::kNoon);
        const auto n = node(clock);
        QVERIFY(n);
        const auto info = n->info({});
        BT_OK(info);
        QCOMPARE(info->network, std::string("practice"));
        QCOMPARE(info->addressPrefix, std::string("kaspasim"));
        QCOMPARE(info->daaScore, 36'000u);
        QVERIFY(info->time == test::kNoon && info->pastMedianTime == test::kNoon.plus(-132 * kSecond) && !info->timeHeld);
        QCOMPARE(n->utxos({treasury.spk}, {})->size(), std::size_t(64));
        QCOMPARE(supply(*n, {&treasury}), kas(64'000'000).value);
        QCOMPARE(microsOf(kas(5000), n->network()), 290'000'000);
        clock.advance(kSecond);
        QCOMPARE(n->info({})->daaScore, 36'010u);
    }

    void faucetPaysAndChainTells()
    {
        FakeClock clock(test::kNoon);
        const auto n = node(clock);
        const auto start = n->chain({}, {});
        QCOMPARE(start->added.size(),
                 std::size_t(6)); // the treasury; a coin for BTAI and its genesis; the same for the reward pool, and a gift to it
        const std::int64_t before = *n->changeCounter();
        const auto id = n->faucet(alice.spk, kas(5'000), {});
        BT_OK(id);
        QVERIFY(*n->changeCounter() != before);
        const auto page = n->chain(start->cursor, {});
        BT_OK(page);
        QCOMPARE(page->added.size(), std::size_t(1));
        QVERIFY(page->added[0].txs[0].id == *id && transactionId(page->added[0].txs[0].tx) == *id);
        QCOMPARE(page->added[0].daaScore, 36'000u);
        QVERIFY(n->chain(page->cursor, {})->added.empty());
        QCOMPARE(n->utxos({alice.spk}, {})->at(0).utxo.amount.value, kas(5'000).value);
        BT_REFUSED(n->chain(*BlockHash::from(Bytes(32, 1)), {}), "node.unknown_block");
        BT_REFUSED(n->faucet(alice.spk, {1}, {}), "ledger.bad_amount");
        BT_REFUSED(n->faucet({0, {0x51}}, kas(1), {}), "node.rejected.output_script_class");
        Deadline over;
        over.at = std::chrono::steady_clock::now();
        BT_REFUSED(n->faucet(alice.spk, kas(1), over), "node.timeout");
    }

    void theTokenIsBornByItsRecordAndGivenAwayByRealTransfers()
    {
        namespace ct = contract::token;
        FakeClock clock(test::kNoon);
        const auto n = node(clock);
        const auto record = ct::decodeBirth(n->network().tokenBirth);
        BT_OK(record);
        const auto token = ct::tokenOf(*record);
        BT_OK(token);
        const auto born = n->chain({}, {})->added.at(2).txs.at(0);
        const auto supply = ct::readGenesis(*record, born.tx, born.id);
        BT_OK(supply);
        QVERIFY(supply->size() == 1 && supply->front().state.amount == token->supply && supply->front().token == token->id);
        auto cursor = n->chain({}, {})->cursor;
        std::uint64_t left = token->supply.value - kPracticePoolUnits.value;
        for (std::uint64_t gift = 1; gift <= 5; ++gift) {
            const auto id = n->tokenFaucet(ct::Owner::key(alice.signer.key()), {gift * 100}, {});
            BT_OK(id);
            left -= gift * 100;
            const auto page = n->chain(cursor, {});
            cursor = page->cursor;
            const auto moved = ct::readTransfer(token->id, page->added.at(0).txs.at(0).tx, *id);
            BT_OK(moved);
            QVERIFY(moved->made.size() == 2 && moved->made[0].state.owner == ct::Owner::key(alice.signer.key()));
            QCOMPARE(moved->made[0].state.amount.value, gift * 100);
            QCOMPARE(moved->made[1].state.amount.value, left);
            QVERIFY(n->utxo(moved->made[0].outpoint, {})->has_value());
        }
        // Begun anew it is the same token, with all of its supply.
        BT_OK(n->reset());
        const auto again = n->chain({}, {})->added.at(2).txs.at(0);
        QVERIFY(again.id == born.id);
        BT_OK(n->tokenFaucet(ct::Owner::key(bob.signer.key()), {1}, {}));
        BT_REFUSED(n->tokenFaucet(ct::Owner::key(bob.signer.key()), token->supply, {}), "ledger.treasury_empty");
        BT_REFUSED(n->tokenFaucet(ct::Owner::key(bob.signer.key()), {0}, {}), "token.bad_amount");
    }

    void aLedgerFromBeforeTheTokenGetsIt()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath("ledger").toStdString();
        FakeClock clock(test::kNoon);
        NetworkParams old = practiceNetwork();
        old.tokenBirth.clear();
        old.poolBirth.clear();
        {
            const auto n = std::move(*PracticeNode::open(path, clock, old));
            BT_OK(n->faucet(alice.spk, kas(3), {}));
            BT_REFUSED(n->tokenFaucet(contract::token::Owner::key(alice.signer.key()), {5}, {}), "money.no_token");
            QCOMPARE(n->chain({}, {})->added.size(), std::size_t(2));
        }
        const auto n = node(clock, path);
        QVERIFY(n);
        QCOMPARE(n->chain({}, {})->added.size(), std::size_t(7));
        QCOMPARE(supply(*n, {&alice}), kas(3).value);
        BT_OK(n->tokenFaucet(contract::token::Owner::key(alice.signer.key()), {5}, {}));
        const auto twice = node(clock, path); // once is enough
        QCOMPARE(twice->chain({}, {})->added.size(), std::size_t(8));
        BT_OK(twice->tokenFaucet(contract::token::Owner::key(alice.signer.key()), {5}, {}));
    }

    void spendingTwice()
    {
        FakeClock clock(test::kNoon);
        const auto n = node(clock);
        const UtxoEntry coin = funded(*n, alice, kas(100));
        Populated p = test::spend({coin}, {{{kas(100).value - 1'000'000}, bob.spk, {}}});
        test::seal(p, alice);
        const auto id = n->submit(p.tx, {});
        BT_OK(id);
        QVERIFY(*n->submit(p.tx, {}) == *id); // the same again is answered, not refused
        QVERIFY(*n->submitReplacement(p.tx, {}) == *id);
        Populated other = test::spend({coin}, {{{kas(100).value - 2'000'000}, alice.spk, {}}});
        test::seal(other, alice);
        BT_REFUSED(n->submit(other.tx, {}), "node.spent");
        QVERIFY(!n->utxo(coin.outpoint, {})->has_value());
        Populated orphan = test::spend({{{*TxId::from(Bytes(32, 1)), 0}, coin.utxo}}, {{kas(1), bob.spk, {}}});
        test::seal(orphan, alice);
        BT_REFUSED(n->submit(orphan.tx, {}), "node.rejected.orphan");
        // A refused transaction leaves nothing behind.
        const std::uint64_t all = supply(*n, {&alice, &bob, &treasury});
        Populated greedy = test::spend({{{*id, 0}, **n->utxo({*id, 0}, {})}}, {{kas(100), bob.spk, {}}});
        test::seal(greedy, bob);
        BT_REFUSED(n->submit(greedy.tx, {}), "node.rejected.spends_too_much");
        QCOMPARE(supply(*n, {&alice, &bob, &treasury}), all);
    }

    void lockTimesFollowTheClock()
    {
        FakeClock clock(test::kNoon);
        const auto n = node(clock);
        const UtxoEntry coin = funded(*n, alice, kas(100));
        Populated p = test::spend({coin}, {{{kas(100).value - 1'000'000}, bob.spk, {}}});
        p.tx.lockTime = static_cast<std::uint64_t>(test::kNoon.value);
        p.tx.inputs[0].sequence = 600; // a minute of DAA
        test::seal(p, alice);
        BT_REFUSED(n->submit(p.tx, {}), "node.rejected.not_final");
        BT_OK(n->advance(132 * kSecond)); // median time is at noon: not yet past it
        BT_REFUSED(n->submit(p.tx, {}), "node.rejected.not_final");
        BT_OK(n->advance(1));
        BT_OK(n->submit(p.tx, {}));

        const UtxoEntry young = funded(*n, alice, kas(50));
        Populated q = test::spend({young}, {{{kas(50).value - 1'000'000}, bob.spk, {}}});
        q.tx.inputs[0].sequence = 600;
        test::seal(q, alice);
        BT_OK(n->advance(kMinute - 100));
        BT_REFUSED(n->submit(q.tx, {}), "node.rejected.sequence_lock");
        BT_OK(n->advance(100));
        BT_OK(n->submit(q.tx, {}));
        BT_REFUSED(n->advance(0), "ledger.bad_time");
        BT_REFUSED(n->advance(-5), "ledger.bad_time");
    }

    void treasuryIsMature()
    {
        FakeClock clock(test::kNoon);
        NetworkParams fresh = practiceNetwork();
        fresh.genesisLeadMs = 99 * kSecond; // 990 DAA
        fresh.tokenBirth.clear();           // its genesis would need a mature coin
        auto n = PracticeNode::open({}, clock, fresh);
        BT_OK(n);
        BT_REFUSED((*n)->faucet(alice.spk, kas(1), {}), "node.rejected.immature");
        BT_OK((*n)->advance(kSecond));
        BT_OK((*n)->faucet(alice.spk, kas(1), {}));
    }

    void clockSetBack()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath("ledger").toStdString();
        FakeClock clock(test::kNoon);
        {
            const auto n = node(clock, path);
            QVERIFY(n);
            BT_OK(n->advance(kDay));
            BT_OK(n->faucet(alice.spk, kas(1), {}));
            clock.set(test::kNoon.plus(-5 * kHour));
            const auto info = n->info({});
            QVERIFY(info->time == test::kNoon.plus(kDay) && info->timeHeld);
            BT_OK(n->faucet(alice.spk, kas(1), {})); // business goes on, in one instant
            QVERIFY(n->info({})->time == test::kNoon.plus(kDay));
        }
        const auto n = node(clock, path); // also after a restart
        QVERIFY(n->info({})->time == test::kNoon.plus(kDay) && n->info({})->timeHeld);
        BT_OK(n->advance(kHour)); // the person may still push time forward
        QVERIFY(n->info({})->time == test::kNoon.plus(kDay + kHour));
        QVERIFY(!n->info({})->timeHeld);
        clock.advance(kSecond);
        QVERIFY(n->info({})->time == test::kNoon.plus(kDay + kHour + kSecond));
    }

    void twoConnectionsSeeOneWorld()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath("ledger").toStdString();
        FakeClock clock(test::kNoon);
        const auto one = node(clock, path);
        const auto two = node(clock, path);
        QVERIFY(one && two);
        const std::int64_t quiet = *two->changeCounter();
        QCOMPARE(*two->changeCounter(), quiet);
        BT_OK(one->advance(kHour));
        QVERIFY(*two->changeCounter() != quiet);
        QVERIFY(two->clock().now() == test::kNoon.plus(kHour));
        const UtxoEntry coin = funded(*one, alice, kas(7));
        QVERIFY(two->utxo(coin.outpoint, {})->has_value());
        BT_OK(one->reset());
        QVERIFY(!two->utxo(coin.outpoint, {})->has_value());
        QVERIFY(two->info({})->time == test::kNoon.plus(kHour)); // time went on
        QCOMPARE(two->info({})->daaScore, 36'000u);
        BT_OK(two->faucet(alice.spk, kas(7), {}));

        NetworkParams foreign = practiceNetwork();
        foreign.addressPrefix = "kaspatest";
        foreign.id = "other";
        QVERIFY(!PracticeNode::open(path, clock, foreign));
    }

    void exactlyOneOfTwoRacersWins()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath("ledger").toStdString();
        FakeClock clock(test::kNoon);
        const auto one = node(clock, path);
        const auto two = node(clock, path);
        const int rounds = test::longRun() ? 200 : 20;
        for (int round = 0; round < rounds; ++round) {
            const UtxoEntry coin = funded(*one, alice, kas(10));
            Populated a = test::spend({coin}, {{{kas(10).value - 1'000'000}, bob.spk, {}}});
            Populated b = test::spend({coin}, {{{kas(10).value - 1'500'000}, bob.spk, {}}});
            test::seal(a, alice);
            test::seal(b, alice);
            std::optional<Result<TxId>> first, second;
            std::thread t1([&] { first = one->submit(a.tx, {}); });
            std::thread t2([&] { second = two->submit(b.tx, {}); });
            t1.join();
            t2.join();
            QVERIFY(first->has_value() != second->has_value());
            const Error& lost = first->has_value() ? second->error() : first->error();
            QCOMPARE(QString::fromStdString(std::string(lost.code)), QString("node.spent"));
        }
        QCOMPARE(one->utxos({bob.spk}, {})->size(), static_cast<std::size_t>(rounds));
    }

    void moneyIsConserved()
    {
        // Random payments, some of them wrong; nothing but fees ever leaves.
        FakeClock clock(test::kNoon);
        const auto n = node(clock);
        SeededRandom random(42);
        std::vector<Person> people;
        for (std::uint8_t i = 1; i <= 5; ++i) people.push_back(Person::numbered(i));
        std::vector<const Person*> everyone{&treasury};
        for (const Person& who : people) everyone.push_back(&who);
        const std::uint64_t minted = supply(*n, {&treasury});
        for (const Person& who : people)
            for (int i = 0; i < 3; ++i) BT_OK(n->faucet(who.spk, kas(100), {}));
        std::uint64_t fees = minted - supply(*n, everyone);
        int taken = 0, refused = 0;
        const int rounds = test::longRun() ? 3'000 : 300;
        for (int round = 0; round < rounds; ++round) {
            const Person& from = people[random.below(5)];
            const Person& to = people[random.below(5)];
            auto coins = *n->utxos({from.spk}, {});
            if (coins.empty()) continue;
            coins.resize(1 + random.below(std::min<std::uint64_t>(coins.size(), 3)));
            std::uint64_t in = 0;
            for (const auto& coin : coins) in += coin.utxo.amount.value;
            const std::uint64_t fee = random.below(2'000'000);
            const std::uint64_t paid = random.below(in + in / 8) + 1;
            std::vector<Output> outputs{{{paid}, to.spk, {}}};
            if (in > paid + fee) outputs.push_back({{in - paid - fee}, from.spk, {}});
            Populated p = test::spend(coins, outputs);
            test::seal(p, from);
            clock.advance(static_cast<std::int64_t>(random.below(5'000)));
            const auto id = n->submit(p.tx, {});
            if (id) {
                ++taken;
                std::uint64_t out = 0;
                for (const auto& output : outputs) out += output.value.value;
                fees += in - out;
            } else {
                ++refused;
            }
            QCOMPARE(supply(*n, everyone) + fees, minted);
        }
        QVERIFY2(taken > rounds / 10 && refused > rounds / 20, qPrintable(QString("%1 taken, %2 refused").arg(taken).arg(refused)));
    }

    void killedWhileWriting()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath("ledger").toStdString();
        const int rounds = test::longRun() ? 30 : 4;
        SeededRandom random(3);
        FakeClock clock(test::kNoon);
        QVERIFY(node(clock, path));
        for (int round = 0; round < rounds; ++round) {
            int ends[2];
            QCOMPARE(pipe(ends), 0);
            const pid_t child = fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                SystemClock system;
                const auto n = node(system, path);
                while (n && n->faucet(alice.spk, kas(1), {}) && write(ends[1], "x", 1) == 1) {
                }
                _exit(1);
            }
            // After some payments, at whatever point of the next one it happens to be.
            char byte = 0;
            for (std::uint64_t left = 1 + random.below(40); left > 0; --left) QCOMPARE(read(ends[0], &byte, 1), ssize_t(1));
            kill(child, SIGKILL);
            close(ends[0]);
            close(ends[1]);
            int status = 0;
            waitpid(child, &status, 0);
            QVERIFY(WIFSIGNALED(status));
            const auto n = node(clock, path);
            QVERIFY(n);
            // Blocks and coins agree: what the chain says was paid is what the set holds.
            std::uint64_t paid = 0, fees = 0;
            BlockHash cursor;
            std::map<Outpoint, std::uint64_t> amounts;
            for (bool more = true; more;) {
                const auto page = n->chain(cursor, {});
                BT_OK(page);
                for (const auto& block : page->added)
                    for (const auto& tx : block.txs) {
                        std::uint64_t in = 0, out = 0;
                        for (const auto& input : tx.tx.inputs) in += amounts[input.previous];
                        for (std::uint32_t i = 0; i < tx.tx.outputs.size(); ++i) {
                            amounts[{tx.id, i}] = tx.tx.outputs[i].value.value;
                            out += tx.tx.outputs[i].value.value;
                            if (tx.tx.outputs[i].spk == alice.spk) paid += tx.tx.outputs[i].value.value;
                        }
                        const bool token = std::ranges::any_of(tx.tx.outputs, [](const Output& o) { return o.covenant.has_value(); });
                        if (!tx.tx.inputs.empty() && !token) fees += in - out; // BTAI's birth is paid from a coin of its own
                    }
                cursor = page->cursor;
                more = page->more;
            }
            QCOMPARE(supply(*n, {&alice}), paid);
            QCOMPARE(supply(*n, {&alice, &treasury}) + fees, kas(64'000'000).value);
            BT_OK(n->faucet(alice.spk, kas(1), {}));
        }
    }

    void longChainComesInPages()
    {
        FakeClock clock(test::kNoon);
        const auto n = node(clock);
        for (int i = 0; i < 520; ++i) BT_OK(n->faucet(alice.spk, kas(1), {}));
        const auto first = n->chain({}, {});
        QVERIFY(first->more);
        QCOMPARE(first->added.size(), std::size_t(500));
        const auto rest = n->chain(first->cursor, {});
        QVERIFY(!rest->more);
        QCOMPARE(rest->added.size(), std::size_t(26));
    }
};

QTEST_APPLESS_MAIN(TestPracticeNode)
#include "tst_practice_node.moc"
