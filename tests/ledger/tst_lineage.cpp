// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain_fixture.h"
#include "kaspa/covenant.h"
#include "ledger/lineage.h"
#include "ledger/watch_only.h"

using namespace bt;
using namespace bt::kaspa;
using namespace bt::ledger;
using bt::test::ChainNode;
using bt::test::income;

class TestLineage : public QObject
{
    Q_OBJECT

    const ScriptPublicKey program = payToScriptHash(Bytes{0x51});
    const ScriptPublicKey next = payToScriptHash(Bytes{0x52});

    struct Life {
        Transaction money, birth, step, end;
        CovenantId id;
    };
    //! Born from a coin, moved once, paid out.
    Life life(std::uint64_t serial) const
    {
        Life out;
        out.money = income(test::Person::numbered(4).spk, kas(20), serial);
        out.birth.inputs.push_back({{transactionId(out.money), 0}, {}, 0, 0, 10});
        out.birth.outputs.push_back({kas(10), program, {}});
        out.id = *bindGenesis(out.birth, 0, std::vector<std::uint32_t>{0});
        out.step.inputs.push_back({{transactionId(out.birth), 0}, {}, 0, 0, 10});
        out.step.outputs.push_back({kas(9), next, CovenantBinding{0, out.id}});
        out.end.inputs.push_back({{transactionId(out.step), 0}, {}, 0, 0, 10});
        out.end.outputs.push_back({kas(8), test::Person::numbered(5).spk, {}});
        return out;
    }
    static Result<SyncReport> read(Wallet& w, Lineages& l, ChainNode& node) { return w.sync(node, {}, l.observe()); }

private slots:
    void followedByItsId()
    {
        ChainNode node;
        store::Database db = test::memoryDatabase();
        Wallet w = *Wallet::open(db, practiceNetwork(), test::keysFrom(1));
        Lineages l = *Lineages::open(db);
        const Life a = life(1), b = life(2);
        BT_OK(l.follow(a.id, "visit/1"));
        BT_REFUSED(l.find(b.id), "ledger.lineage_unknown");
        QVERIFY(l.find(a.id)->state == LineageState::Unseen);
        node.mine({a.money, b.money});
        node.mine({a.birth, b.birth});
        BT_OK(read(w, l, node));
        auto now = l.find(a.id);
        QVERIFY(now->state == LineageState::Live && now->whole && now->live.size() == 1 && now->relation == "visit/1");
        QVERIFY(now->live[0].outpoint == (Outpoint{transactionId(a.birth), 0}) && now->live[0].utxo.covenant == a.id);
        node.mine({a.step});
        BT_OK(read(w, l, node));
        now = l.find(a.id);
        QVERIFY(now->live.size() == 1 && now->live[0].utxo.spk == next && now->live[0].utxo.amount == kas(9));
        node.repeatLastPage = true;
        BT_OK(read(w, l, node));
        node.mine({a.end});
        BT_OK(read(w, l, node));
        now = l.find(a.id);
        QVERIFY(now->state == LineageState::Ended && now->live.empty());
        const auto steps = l.steps(a.id);
        QCOMPARE(steps->size(), std::size_t(3));
        QVERIFY(steps->at(0).tx == a.birth && steps->at(1).tx == a.step && steps->at(2).tx == a.end);
        QVERIFY(l.find(b.id).has_value() == false); // nobody follows it
        QCOMPARE(l.all("visit/1")->size(), std::size_t(1));
        QVERIFY(l.all("visit/2")->empty());
        BT_OK(l.unfollow(a.id));
        QVERIFY(l.all()->empty());
    }

    void reorgs()
    {
        ChainNode node;
        store::Database db = test::memoryDatabase();
        Wallet w = *Wallet::open(db, practiceNetwork(), test::keysFrom(1));
        Lineages l = *Lineages::open(db);
        const Life a = life(1);
        BT_OK(l.follow(a.id, "v"));
        node.mine({a.money});
        node.mine({a.birth});
        node.mine({a.step});
        node.mine({a.end});
        BT_OK(read(w, l, node));
        node.fall(1);
        node.mine({});
        BT_OK(read(w, l, node));
        QVERIFY(l.find(a.id)->state == LineageState::Live && l.find(a.id)->live[0].utxo.spk == next);
        node.fall(2);
        node.mine({});
        BT_OK(read(w, l, node));
        QVERIFY(l.find(a.id)->live[0].utxo.spk == program);
        QCOMPARE(l.steps(a.id)->size(), std::size_t(1));
        node.fall(3);
        node.mine({});
        node.mine({});
        BT_OK(read(w, l, node));
        QVERIFY(l.find(a.id)->state == LineageState::Unseen && !l.find(a.id)->whole);
        node.mine({a.birth, a.step, a.end});
        BT_OK(read(w, l, node));
        QVERIFY(l.find(a.id)->state == LineageState::Ended && l.find(a.id)->whole);
        QCOMPARE(l.steps(a.id)->size(), std::size_t(3));
    }

    void rebuiltFromTheChain()
    {
        ChainNode node;
        node.pageBlocks = 1;
        const Life a = life(1);
        node.mine({a.money});
        node.mine({a.birth});
        node.mine({a.step});
        store::Database db = test::memoryDatabase();
        Wallet w = *Wallet::open(db, practiceNetwork(), test::keysFrom(1));
        Lineages l = *Lineages::open(db);
        BT_OK(l.follow(a.id, "v")); // the id is what a payload pointer or a backup brings
        BT_OK(read(w, l, node));
        QVERIFY(l.find(a.id)->whole && l.find(a.id)->state == LineageState::Live);
        QVERIFY(*l.recover({{transactionId(a.birth), 0}, {kas(10), program, 0, false, a.id}}, "v", node, {}) == Recovery::Whole);
        // A rescan changes nothing.
        node.forgetPlaces = true;
        BT_OK(read(w, l, node));
        QVERIFY(l.find(a.id)->whole && l.find(a.id)->live.size() == 1);
        QCOMPARE(l.steps(a.id)->size(), std::size_t(2));
    }

    void prunedNode()
    {
        // The node keeps nothing from before the third block.
        ChainNode node;
        const Life live = life(1), moved = life(2), gone = life(3);
        node.mine({live.money, moved.money, gone.money});
        node.mine({live.birth, moved.birth, gone.birth});
        node.mine({gone.step, gone.end});
        node.mine({moved.step});
        node.mine({});
        node.keptFrom = 3;
        store::Database db = test::memoryDatabase();
        Wallet w = *Wallet::open(db, practiceNetwork(), test::keysFrom(1));
        Lineages l = *Lineages::open(db);
        for (const Life* one : {&live, &moved, &gone}) BT_OK(l.follow(one->id, "v"));
        BT_OK(read(w, l, node));
        QVERIFY(l.find(live.id)->state == LineageState::Unseen);
        const auto backup = [&](const Life& one) {
            return UtxoEntry{{transactionId(one.birth), 0}, {kas(10), program, 1'010, false, one.id}};
        };
        QVERIFY(*l.recover(backup(live), "v", node, {}) == Recovery::Adopted);
        QVERIFY(l.find(live.id)->state == LineageState::Live && !l.find(live.id)->whole);
        QVERIFY(*l.recover(backup(moved), "v", node, {}) == Recovery::Moved);
        QVERIFY(l.find(moved.id)->live.size() == 1 && !l.find(moved.id)->whole);
        QCOMPARE(l.find(moved.id)->keptSince, node.chainBlocks[3].daaScore);
        QVERIFY(*l.recover(backup(gone), "v", node, {}) == Recovery::Gone);
        QVERIFY(l.find(gone.id)->state == LineageState::Lost);
        QCOMPARE(l.find(gone.id)->keptSince, node.chainBlocks[3].daaScore); // what cannot be had, by date
        BT_REFUSED(l.recover({{transactionId(live.birth), 0}, {kas(10), program, 0, false, {}}}, "v", node, {}), "ledger.bad_request");
        // It goes on from where it was taken up.
        node.mine({live.step});
        BT_OK(read(w, l, node));
        QVERIFY(l.find(live.id)->live[0].utxo.spk == next);
        // Adopted before, and the node pruned since: it stays.
        node.keptFrom = 5;
        node.forgetPlaces = true;
        BT_OK(read(w, l, node));
        QVERIFY(l.find(live.id)->state == LineageState::Live);
    }

    void walletOnAPrunedNode()
    {
        ChainNode node;
        store::Database db = test::memoryDatabase();
        Wallet w = *Wallet::open(db, practiceNetwork(), test::keysFrom(6));
        const auto key = w.fresh("anna"), spentKey = w.fresh("bert");
        const Transaction stays = income(key->spk, kas(3), 1), goes = income(spentKey->spk, kas(4), 2);
        node.mine({stays, goes});
        node.mine({});
        BT_OK(w.sync(node, {}));
        Transaction out;
        out.inputs.push_back({{transactionId(goes), 0}, {}, 0, 0, 10});
        out.outputs.push_back({kas(4), test::Person::numbered(5).spk, {}});
        node.mine({out});
        node.mine({});
        node.mine({income(key->spk, kas(5), 3)});
        node.keptFrom = 3;
        const auto report = w.sync(node, {}); // our place is pruned away
        BT_OK(report);
        QVERIFY(report->rescanned);
        QCOMPARE(report->keptSince, std::optional(node.chainBlocks[3].daaScore));
        QCOMPARE(w.balance()->confirmed.value, kas(8).value); // the old coin was looked up, the spent one is gone
        QVERIFY(report->fallen.empty());
        QCOMPARE(w.history(10)->size(), std::size_t(3)); // what was known of old times stands

        store::Database lost = test::memoryDatabase();
        Wallet again = *Wallet::open(lost, practiceNetwork(), test::keysFrom(6));
        const auto found = again.discover(node, {}, 10);
        BT_OK(found);
        QCOMPARE(found->keptSince, std::optional(node.chainBlocks[3].daaScore));
        QVERIFY(found->coins == 2 && found->keys == 1);
        QCOMPARE(again.balance()->confirmed.value, kas(8).value);
        QCOMPARE(again.history(10)->size(), std::size_t(1));
    }

    void keysAreNeverGivenTwice()
    {
        ChainNode node;
        std::set<ScriptPublicKey> contractKeys;
        std::uint64_t serial = 0;
        for (int round = 0; round < 4; ++round) {
            store::Database db = test::memoryDatabase();
            Wallet w = *Wallet::open(db, practiceNetwork(), test::keysFrom(7));
            const auto found = w.discover(node, {}, 5);
            BT_OK(found);
            QCOMPARE(found->lives, static_cast<std::uint32_t>(round));
            QCOMPARE(found->coins, static_cast<std::size_t>(2 * round));
            for (int i = 0; i < 3; ++i) { // keys that stand in contracts only and leave no trace
                const auto key = w.fresh("visit");
                BT_OK(key);
                QVERIFY(contractKeys.insert(key->spk).second);
                QCOMPARE(key->ref.index, static_cast<std::uint32_t>(round) * kKeysPerLife + static_cast<std::uint32_t>(i));
            }
            const auto paid = w.fresh("anna");
            const auto change = w.fresh("anna", Branch::Change);
            node.mine({income(paid->spk, kas(1), ++serial), income(change->spk, kas(1), ++serial)});
            BT_OK(w.sync(node, {}));
            BT_OK(w.discover(node, {}, 5)); // again in the same wallet: no new stretch
            QCOMPARE(w.fresh("x")->ref.index, static_cast<std::uint32_t>(round) * kKeysPerLife + 4);
        }
        // A life without any trace is not seen; a backup's mark, or one key of a capsule, makes up for it.
        store::Database db = test::memoryDatabase();
        Wallet w = *Wallet::open(db, practiceNetwork(), test::keysFrom(7));
        BT_OK(w.discover(node, {}, 5));
        BT_OK(w.raiseKeys({4 * kKeysPerLife + 9, 0}));
        QCOMPARE(w.fresh("x")->ref.index, 4 * kKeysPerLife + 9);
        QVERIFY(*w.keyMark() == (KeyMark{4 * kKeysPerLife + 10, 4 * kKeysPerLife}));
        BT_OK(w.adoptKey({Branch::Receive, 5 * kKeysPerLife + 3}, "visit"));
        QCOMPARE(w.fresh("x")->ref.index, 6 * kKeysPerLife);
        QCOMPARE(w.fresh("x", Branch::Change)->ref.index, 6 * kKeysPerLife);
        BT_OK(w.adoptKey({static_cast<Branch>(2), 17}, "visit")); // other branches have their own ways
        QCOMPARE(w.fresh("x")->ref.index, 6 * kKeysPerLife + 1);
        BT_REFUSED(w.raiseKeys({kHardened, 0}), "ledger.bad_request");
    }

    void watchOnly()
    {
        ChainNode node;
        store::Database db = test::memoryDatabase();
        Wallet w = *Wallet::open(db, practiceNetwork(), test::keysFrom(8));
        const auto a = w.fresh("anna"), b = w.fresh("anna", Branch::Change);
        node.mine({income(a->spk, kas(3), 1), income(b->spk, kas(4), 2)});
        BT_OK(w.sync(node, {}));
        const auto account = accountKey(Bytes(32, 8));
        const auto from = watchOnlyOf(w, *account->open());
        BT_OK(from);
        QVERIFY(from->addresses == (std::vector<WatchAddress>{{a->ref, a->address}, {b->ref, b->address}}));
        const std::string text = encodeWatchOnly(*from);
        QVERIFY(text.find("ktub") != std::string::npos && text.find("prv") == std::string::npos);
        const auto back = decodeWatchOnly(text, practiceNetwork());
        BT_OK(back);
        QVERIFY(back->mark == (KeyMark{1, 1}) && back->addresses == from->addresses);
        BT_REFUSED(decodeWatchOnly(text, *networkNamed("mainnet")), "ledger.other_network");
        BT_REFUSED(decodeWatchOnly("{}", practiceNetwork()), "ledger.watch_only");
        BT_REFUSED(decodeWatchOnly(text.substr(0, text.size() / 2), practiceNetwork()), "ledger.watch_only");
        std::string lie = text;
        lie.replace(lie.find("bt-watch-only"), 13, "bt-watch-some");
        BT_REFUSED(decodeWatchOnly(lie, practiceNetwork()), "ledger.watch_only");
        WatchOnly wrong = *from;
        wrong.addresses[0].address = b->address;
        BT_REFUSED(decodeWatchOnly(encodeWatchOnly(wrong), practiceNetwork()), "ledger.watch_only"); // not of this key

        store::Database other = test::memoryDatabase();
        Wallet seeing = *Wallet::openWatchOnly(other, practiceNetwork(), back->account);
        BT_OK(seeing.discover(node, {}, 5));
        QCOMPARE(seeing.balance()->confirmed.value, kas(7).value);
        QCOMPARE(seeing.fresh("x")->ref.index, kKeysPerLife);
        BT_REFUSED(seeing.secret({Branch::Receive, 0}), "vault.watch_only");
    }
};

QTEST_APPLESS_MAIN(TestLineage)
#include "tst_lineage.moc"
