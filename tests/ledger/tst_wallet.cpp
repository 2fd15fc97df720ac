// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/bip32.h"
#include "ledger/builder.h"
#include "practice_fixture.h"

#include <set>

using namespace bt;
using namespace bt::kaspa;
using namespace bt::ledger;
using bt::test::Person;

namespace {

//! A chain whose pages a test writes itself.
class ScriptedNode final : public Node
{
public:
    std::vector<ChainPage> pages;
    Result<NodeInfo> info(const Deadline&) override { return NodeInfo{}; }
    Result<TxId> submit(const Transaction&, const Deadline&) override { return fail("node.rejected.test"); }
    Result<TxId> submitReplacement(const Transaction&, const Deadline&) override { return fail("node.rejected.test"); }
    Result<std::vector<UtxoEntry>> utxos(const std::vector<ScriptPublicKey>&, const Deadline&) override { return std::vector<UtxoEntry>{}; }
    Result<std::optional<Utxo>> utxo(const Outpoint&, const Deadline&) override { return std::optional<Utxo>(); }
    Result<ChainPage> chain(const BlockHash& cursor, const Deadline&) override
    {
        if (pages.empty()) return ChainPage{{}, {}, cursor, false};
        ChainPage next = pages.front();
        pages.erase(pages.begin());
        return next;
    }
};

BlockHash blockHash(std::uint8_t n) { return *BlockHash::from(Bytes(32, n)); }

} // namespace

class TestWallet : public QObject
{
    Q_OBJECT

    static store::Database memory() { return std::move(*store::Database::open({}, Secret())); }
    static KeySource keysOf(std::uint8_t seed)
    {
        return [seed](const KeyRef& ref) -> Result<Secret> {
            BT_TRY(const ExtendedKey account, accountKey(Bytes(32, seed)));
            return addressSecret(account, static_cast<std::uint32_t>(ref.branch), ref.index);
        };
    }
    static Wallet wallet(store::Database& db, std::uint8_t seed = 1)
    {
        return std::move(*Wallet::open(db, practiceNetwork(), keysOf(seed)));
    }
    static Transaction paying(const ScriptPublicKey& spk, Sompi amount, std::uint8_t n)
    {
        Transaction tx;
        tx.inputs.push_back({{*TxId::from(Bytes(32, n)), 0}, {}, 0, 0, 10});
        tx.outputs.push_back({amount, spk, {}});
        return tx;
    }
    static AcceptedBlock block(std::uint8_t n, std::vector<Transaction> txs)
    {
        AcceptedBlock b{blockHash(n), 1'000ULL + n, test::kNoon.plus(n), {}};
        for (auto& tx : txs) b.txs.push_back({transactionId(tx), tx});
        return b;
    }
    //! Pays from the wallet to `to` and hands the transaction in.
    static Result<Transaction> payFrom(Wallet& w, PracticeNode& node, const ScriptPublicKey& to, Sompi amount, std::string_view relation)
    {
        BT_TRY(const FreshKey change, w.fresh(relation, Branch::Change));
        BT_TRY(const auto coins, w.coins());
        BT_TRY(const NodeInfo info, node.info({}));
        BuildRequest r;
        r.outputs.push_back({amount, to, {}});
        r.change = change.spk;
        r.relation = relation;
        BT_TRY(Draft d, build(r, coins, w.network(), info.daaScore));
        SeededRandom random(2);
        BT_CHECK(signCoins(
            d, [&](const KeyRef& ref) { return w.secret(ref); }, random));
        return finish(d);
    }

private slots:
    void freshKeys()
    {
        store::Database db = memory();
        Wallet w = wallet(db);
        const auto a = w.fresh("anna");
        const auto b = w.fresh("bert");
        const auto c = w.fresh("anna", Branch::Change);
        BT_OK(a);
        QVERIFY(a->ref == (KeyRef{Branch::Receive, 0}) && b->ref == (KeyRef{Branch::Receive, 1}) && c->ref == (KeyRef{Branch::Change, 0}));
        QVERIFY(a->spk != b->spk && a->address != b->address);
        QVERIFY(a->address.starts_with("kaspasim:q"));
        Wallet again = wallet(db); // indexes survive
        QVERIFY(again.fresh("carl")->ref == (KeyRef{Branch::Receive, 2}));
        const auto found = w.find(b->spk);
        QVERIFY(found->has_value() && (*found)->first == b->ref && (*found)->second == "bert");
        QVERIFY(!w.find(payToScriptHash(Bytes{0x51}))->has_value());
        store::Database other = memory();
        Wallet locked = *Wallet::open(other, practiceNetwork(), [](const KeyRef&) -> Result<Secret> { return fail("vault.locked"); });
        BT_REFUSED(locked.fresh("x"), "vault.locked");
        BT_REFUSED(Wallet::open(other, practiceNetwork(), {})->fresh("x"), "vault.locked");
    }

    void moneyComesAndGoes()
    {
        FakeClock clock(test::kNoon);
        auto node = std::move(*PracticeNode::open({}, clock));
        store::Database db = memory();
        Wallet w = wallet(db);
        const auto key = w.fresh("own");
        BT_OK(node->faucet(key->spk, kas(5'000), {}));
        const auto report = w.sync(*node, {});
        BT_OK(report);
        QCOMPARE(report->changed.size(), std::size_t(1));
        QCOMPARE(report->changed[0].received.value, kas(5'000).value);
        QCOMPARE(w.balance()->confirmed.value, kas(5'000).value);
        QCOMPARE(w.sync(*node, {})->blocks, std::size_t(0));

        const Person bob = Person::numbered(9);
        clock.advance(kMinute);
        const auto tx = payFrom(w, *node, bob.spk, kas(100), "own");
        BT_OK(tx);
        const TxId id = transactionId(*tx);
        BT_OK(w.reserve({tx->inputs[0].previous}, "intent-1"));
        BT_REFUSED(w.reserve({tx->inputs[0].previous}, "intent-2"), "ledger.reserved");
        QCOMPARE(w.balance()->reserved.value, kas(5'000).value);
        BT_OK(w.release("intent-1"));
        QCOMPARE(w.balance()->confirmed.value, kas(5'000).value);
        BT_OK(w.reserve({tx->inputs[0].previous}, "intent-2"));
        BT_OK(w.notePending(*tx, "intent-2"));
        BT_OK(w.notePending(*tx, "intent-2"));
        const std::uint64_t change = tx->outputs[1].value.value;
        QVERIFY(w.balance()->confirmed.value == 0 && w.balance()->reserved.value == 0 && w.balance()->pending.value == change);
        BT_OK(w.forget(id)); // never sent after all
        QCOMPARE(w.balance()->confirmed.value, kas(5'000).value);
        BT_OK(w.notePending(*tx, "intent-2"));
        BT_OK(node->submit(*tx, {}));
        BT_OK(w.sync(*node, {}));
        QVERIFY(w.balance()->confirmed.value == change && w.balance()->pending.value == 0);
        BT_OK(w.notePending(*tx, "intent-2")); // late news change nothing
        QVERIFY(w.balance()->confirmed.value == change && w.balance()->pending.value == 0);
        QVERIFY(w.acceptedAt(id)->has_value());
        const auto history = w.history(10);
        QCOMPARE(history->size(), std::size_t(2));
        QVERIFY(history->at(0).id == id);
        QCOMPARE(history->at(0).spent.value - history->at(0).received.value, kas(5'000).value - change);
        QCOMPARE(w.history(10, "nobody")->size(), std::size_t(0));
    }

    void someoneWasFaster()
    {
        store::Database db = memory();
        Wallet w = wallet(db);
        ScriptedNode node;
        const auto key = w.fresh("own");
        const auto change = w.fresh("own", Branch::Change);
        const Transaction in = paying(key->spk, kas(10), 1);
        node.pages.push_back({{}, {block(1, {in})}, blockHash(1), false});
        BT_OK(w.sync(node, {}));
        Transaction mine, other;
        mine.inputs.push_back({{transactionId(in), 0}, {}, 0, 0, 10});
        mine.outputs.push_back({kas(9), change->spk, {}});
        other = mine;
        other.payload = {1}; // the same words on another machine
        BT_OK(w.notePending(mine, "a"));
        QCOMPARE(w.balance()->pending.value, kas(9).value);
        node.pages.push_back({{}, {block(2, {other})}, blockHash(2), false});
        BT_OK(w.sync(node, {}));
        QVERIFY(w.balance()->pending.value == 0 && w.balance()->confirmed.value == kas(9).value);
        QCOMPARE(w.coins()->size(), std::size_t(1));
        QVERIFY(w.coins()->at(0).outpoint.id == transactionId(other));
    }

    void reorganisation()
    {
        store::Database db = memory();
        Wallet w = wallet(db);
        ScriptedNode node;
        const auto key = w.fresh("own");
        const auto change = w.fresh("own", Branch::Change);
        const Transaction in = paying(key->spk, kas(10), 1);
        Transaction out;
        out.inputs.push_back({{transactionId(in), 0}, {}, 0, 0, 10});
        out.outputs.push_back({kas(9), change->spk, {}});
        node.pages.push_back({{}, {block(1, {in}), block(2, {out})}, blockHash(2), false});
        std::vector<std::string> seen;
        ChainObserver observer;
        observer.added = [&](const AcceptedBlock& b) -> Result<void> {
            seen.push_back("+" + std::to_string(b.hash.bytes[0]));
            return {};
        };
        observer.removed = [&](const BlockHash& h) -> Result<void> {
            seen.push_back("-" + std::to_string(h.bytes[0]));
            return {};
        };
        BT_OK(w.sync(node, {}, observer));
        QCOMPARE(w.balance()->confirmed.value, kas(9).value);
        // The last block goes: what we spent stays promised, our change is pending again.
        node.pages.push_back({{blockHash(2)}, {}, blockHash(1), false});
        const auto report = w.sync(node, {}, observer);
        QVERIFY(report->reorg);
        QVERIFY(w.balance()->confirmed.value == 0 && w.balance()->pending.value == kas(9).value);
        QVERIFY(!w.acceptedAt(transactionId(out))->has_value());
        // It comes back in another block.
        node.pages.push_back({{}, {block(3, {out})}, blockHash(3), false});
        BT_OK(w.sync(node, {}, observer));
        QVERIFY(w.balance()->confirmed.value == kas(9).value && w.balance()->pending.value == 0);
        // Everything goes, and the money from outside does not return.
        node.pages.push_back({{blockHash(3), blockHash(1)}, {block(4, {})}, blockHash(4), false});
        BT_OK(w.sync(node, {}, observer));
        QVERIFY(w.balance()->confirmed.value == 0);
        QCOMPARE(seen, (std::vector<std::string>{"+1", "+2", "-2", "+3", "-3", "-1", "+4"}));
    }

    void observerFailsTogether()
    {
        store::Database db = memory();
        Wallet w = wallet(db);
        ScriptedNode node;
        const auto key = w.fresh("own");
        const ChainPage page{{}, {block(1, {paying(key->spk, kas(10), 1)})}, blockHash(1), false};
        node.pages = {page, page};
        int calls = 0;
        ChainObserver observer;
        observer.added = [&](const AcceptedBlock&) -> Result<void> {
            return ++calls == 1 ? Result<void>(fail("store.full")) : Result<void>();
        };
        BT_REFUSED(w.sync(node, {}, observer), "store.full");
        QCOMPARE(w.balance()->confirmed.value, 0u); // the page was not taken, so it comes again
        BT_OK(w.sync(node, {}, observer));
        QCOMPARE(w.balance()->confirmed.value, kas(10).value);
        // The same page a third time (a node that repeats itself) changes nothing.
        node.pages = {page};
        BT_OK(w.sync(node, {}));
        QCOMPARE(w.balance()->confirmed.value, kas(10).value);
        QCOMPARE(w.history(10)->size(), std::size_t(1));
    }

    void contractsAreFollowed()
    {
        store::Database db = memory();
        Wallet w = wallet(db);
        ScriptedNode node;
        const ScriptPublicKey program = payToScriptHash(Bytes{0x51});
        BT_OK(w.watch(program, "visit-1"));
        const Transaction in = paying(program, kas(51), 1);
        node.pages.push_back({{}, {block(1, {in})}, blockHash(1), false});
        const auto report = w.sync(node, {});
        QCOMPARE(report->changed.size(), std::size_t(1));
        QVERIFY(w.coins()->empty()); // not ours to spend
        QCOMPARE(w.watched("visit-1")->size(), std::size_t(1));
        QCOMPARE(w.watched("")->size(), std::size_t(1));
        QVERIFY(w.watched("visit-2")->empty());
        Transaction out;
        out.inputs.push_back({{transactionId(in), 0}, {}, 0, 0, 10});
        node.pages.push_back({{}, {block(2, {out})}, blockHash(2), false});
        QCOMPARE(w.sync(node, {})->changed.size(), std::size_t(1));
        QVERIFY(w.watched("visit-1")->empty());
        // One that we learn of after it happened.
        const UtxoEntry known{{*TxId::from(Bytes(32, 7)), 2},
                              {kas(5), payToScriptHash(Bytes{0x52}), 900, false, *CovenantId::from(Bytes(32, 3))}};
        BT_OK(w.adopt(known, "visit-2"));
        BT_OK(w.adopt(known, "visit-2"));
        QCOMPARE(w.watched("visit-2")->size(), std::size_t(1));
        QVERIFY(w.watched("visit-2")->at(0).utxo == known.utxo);
    }

    void practiceWasReset()
    {
        FakeClock clock(test::kNoon);
        auto node = std::move(*PracticeNode::open({}, clock));
        store::Database db = memory();
        Wallet w = wallet(db);
        const auto key = w.fresh("own");
        BT_OK(node->faucet(key->spk, kas(5'000), {}));
        BT_OK(w.sync(*node, {}));
        BT_OK(node->reset());
        int restarted = 0;
        ChainObserver observer;
        observer.restarted = [&]() -> Result<void> {
            ++restarted;
            return {};
        };
        const auto report = w.sync(*node, {}, observer);
        BT_OK(report);
        QVERIFY(report->rescanned && restarted == 1);
        QCOMPARE(w.balance()->confirmed.value, 0u);
        BT_OK(node->faucet(key->spk, kas(70), {}));
        BT_OK(w.sync(*node, {}));
        QCOMPARE(w.balance()->confirmed.value, kas(70).value);
    }

    void restoreFromWords()
    {
        FakeClock clock(test::kNoon);
        auto node = std::move(*PracticeNode::open({}, clock));
        store::Database db = memory();
        Wallet w = wallet(db, 8);
        const Person bob = Person::numbered(9);
        const auto own = w.fresh("own");
        BT_OK(node->faucet(own->spk, kas(1'000), {}));
        BT_OK(w.sync(*node, {}));
        for (int i = 0; i < 6; ++i) (void)w.fresh("unused");
        const auto anna = w.fresh("anna");
        BT_OK(node->faucet(anna->spk, kas(30), {}));
        BT_OK(w.sync(*node, {}));
        for (int i = 0; i < 3; ++i) {
            const auto tx = payFrom(w, *node, bob.spk, kas(10), "own");
            BT_OK(tx);
            BT_OK(node->submit(*tx, {}));
            BT_OK(w.sync(*node, {}));
        }
        store::Database fresh = memory();
        Wallet again = wallet(fresh, 8);
        const auto used = again.discover(*node, {}, 10);
        BT_OK(used);
        QVERIFY(used->keys == 5 && used->lives == 1 && !used->keptSince);
        QCOMPARE(again.balance()->confirmed.value, w.balance()->confirmed.value);
        QCOMPARE(again.history(100)->size(), w.history(100)->size());
        std::set<std::string> relations;
        const auto restored = again.coins();
        for (const Coin& coin : *restored) relations.insert(coin.relation);
        QCOMPARE(relations.size(), restored->size());          // each apart
        QCOMPARE(again.fresh("new")->ref.index, kKeysPerLife); // where no earlier life has been
        // A narrower gap stops before the unused ones.
        store::Database narrow = memory();
        Wallet shortSighted = wallet(narrow, 8);
        BT_OK(shortSighted.discover(*node, {}, 3));
        QVERIFY(shortSighted.balance()->confirmed.value < w.balance()->confirmed.value);
        // Doing it again, or on the wallet that knows everything, loses nothing.
        const std::uint64_t before = w.balance()->confirmed.value;
        BT_OK(w.discover(*node, {}, 10));
        QCOMPARE(w.balance()->confirmed.value, before);
    }
};

QTEST_APPLESS_MAIN(TestWallet)
#include "tst_wallet.moc"
