// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/wallet_tables.h"

#include "kaspa/hashing.h"

namespace bt::ledger
{
namespace
{

using namespace kaspa;

// A coin's row: `created` is the block that accepted it (NULL: pending), `spender` the transaction that takes it,
// `spent` the block that accepted that one (NULL with a spender: pending). `stale`: not yet seen again in a rescan.
constexpr const char* kTables = R"sql(
CREATE TABLE wallet_key(branch INTEGER NOT NULL, idx INTEGER NOT NULL, script BLOB NOT NULL UNIQUE, relation TEXT,
                        used INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(branch, idx)) WITHOUT ROWID;
CREATE TABLE wallet_watch(script BLOB PRIMARY KEY, relation TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE wallet_coin(txid BLOB NOT NULL, idx INTEGER NOT NULL, amount INTEGER NOT NULL, script BLOB NOT NULL,
                         daa INTEGER NOT NULL, coinbase INTEGER NOT NULL, covenant BLOB, mine INTEGER NOT NULL,
                         branch INTEGER NOT NULL, key INTEGER NOT NULL, relation TEXT NOT NULL, created BLOB,
                         spender BLOB, spent BLOB, intent TEXT, stale INTEGER NOT NULL DEFAULT 0,
                         PRIMARY KEY(txid, idx)) WITHOUT ROWID;
CREATE INDEX wallet_coin_unspent ON wallet_coin(mine, spender);
CREATE INDEX wallet_coin_created ON wallet_coin(created);
CREATE INDEX wallet_coin_spent ON wallet_coin(spent);
CREATE TABLE wallet_tx(id BLOB PRIMARY KEY, block BLOB NOT NULL, daa INTEGER NOT NULL, time INTEGER NOT NULL,
                       received INTEGER NOT NULL, spent INTEGER NOT NULL, relation TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX wallet_tx_order ON wallet_tx(daa);
CREATE TABLE wallet_place(one INTEGER PRIMARY KEY CHECK(one = 1), cursor BLOB NOT NULL);
)sql";

std::int64_t i64(std::uint64_t v) { return static_cast<std::int64_t>(v); }
std::uint64_t u64(std::int64_t v) { return static_cast<std::uint64_t>(v); }

} // namespace

Result<void> WalletTables::migrate() { return m_db->migrate("wallet", {kTables}); }

Result<std::optional<WalletTables::Owner>> WalletTables::owner(const ScriptPublicKey& spk) const
{
    if (spk.version != 0) return std::optional<Owner>();
    BT_TRY(auto mine, m_db->prepare("SELECT branch, idx, relation FROM wallet_key WHERE script = ?"));
    BT_TRY(const bool found, mine.bind(ByteView(spk.script)).step());
    if (found) {
        Owner out{true, {static_cast<Branch>(mine.integer(0)), static_cast<std::uint32_t>(mine.integer(1))}, {}};
        // A key that this wallet has not handed out was used in an earlier life: it stays a relation of its own.
        out.relation = mine.isNull(2)
                           ? "restored/" + std::to_string(mine.integer(0)) + "/" + std::to_string(mine.integer(1))
                           : mine.text(2);
        return std::optional(std::move(out));
    }
    BT_TRY(auto watch, m_db->prepare("SELECT relation FROM wallet_watch WHERE script = ?"));
    BT_TRY(const bool watched, watch.bind(ByteView(spk.script)).step());
    if (!watched) return std::optional<Owner>();
    return std::optional(Owner{false, {}, watch.text(0)});
}

Result<bool> WalletTables::addOutput(const Outpoint& at, const Output& output, const Owner& owner,
                                     const AcceptedBlock* block, bool coinbase)
{
    if (owner.mine) {
        BT_TRY(auto use, m_db->prepare("UPDATE wallet_key SET used = 1, relation = ? WHERE branch = ? AND idx = ?"));
        BT_CHECK(
            use.bind(owner.relation).bind(std::int64_t(owner.key.branch)).bind(std::int64_t(owner.key.index)).run());
    }
    BT_TRY(auto add,
           m_db->prepare("INSERT INTO wallet_coin(txid, idx, amount, script, daa, coinbase, covenant, mine, branch, "
                         "key, relation, created) "
                         "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(txid, idx) DO UPDATE SET stale = 0, "
                         "created = coalesce(excluded.created, created), daa = CASE WHEN excluded.created IS NULL THEN "
                         "daa ELSE excluded.daa END"));
    add.bind(at.id.view()).bind(std::int64_t(at.index)).bind(i64(output.value.value)).bind(ByteView(output.spk.script));
    add.bind(block != nullptr ? i64(block->daaScore) : 0).bind(std::int64_t(coinbase ? 1 : 0));
    if (output.covenant)
        add.bind(output.covenant->id.view());
    else
        add.bindNull();
    add.bind(std::int64_t(owner.mine ? 1 : 0)).bind(std::int64_t(owner.key.branch)).bind(std::int64_t(owner.key.index));
    add.bind(owner.relation);
    if (block != nullptr)
        add.bind(block->hash.view());
    else
        add.bindNull();
    BT_CHECK(add.run());
    return true;
}

Result<std::optional<WalletTx>> WalletTables::apply(const AcceptedTx& accepted, const AcceptedBlock& block)
{
    bool touched = false;
    WalletTx out{accepted.id, block.daaScore, block.time, {}, {}, {}};
    for (const Input& input : accepted.tx.inputs) {
        BT_TRY(auto row,
               m_db->prepare("SELECT amount, mine, relation, spender FROM wallet_coin WHERE txid = ? AND idx = ?"));
        BT_TRY(const bool ours, row.bind(input.previous.id.view()).bind(std::int64_t(input.previous.index)).step());
        if (!ours) continue;
        touched = true;
        if (row.integer(1) != 0) out.spent.value += u64(row.integer(0));
        if (out.relation.empty()) out.relation = row.text(2);
        if (!row.isNull(3)) {
            BT_TRY(const TxId planned, TxId::from(row.blob(3)));
            row.reset();
            if (planned != accepted.id) BT_CHECK(dropPending(planned)); // another transaction was faster: ours is dead
        }
        BT_TRY(auto spend, m_db->prepare("UPDATE wallet_coin SET spender = ?, spent = ? WHERE txid = ? AND idx = ?"));
        BT_CHECK(spend.bind(accepted.id.view())
                     .bind(block.hash.view())
                     .bind(input.previous.id.view())
                     .bind(std::int64_t(input.previous.index))
                     .run());
    }
    for (std::uint32_t i = 0; i < accepted.tx.outputs.size(); ++i) {
        const Output& output = accepted.tx.outputs[i];
        BT_TRY(const auto whose, owner(output.spk));
        if (!whose) continue;
        BT_TRY(touched, addOutput({accepted.id, i}, output, *whose, &block, accepted.tx.inputs.empty()));
        if (whose->mine) out.received.value += output.value.value;
        if (out.relation.empty()) out.relation = whose->relation;
    }
    if (!touched) return std::optional<WalletTx>();
    BT_TRY(auto log,
           m_db->prepare(
               "INSERT INTO wallet_tx(id, block, daa, time, received, spent, relation) VALUES(?, ?, ?, ?, ?, ?, ?) "
               "ON CONFLICT(id) DO UPDATE SET block = excluded.block, daa = excluded.daa, time = excluded.time"));
    BT_CHECK(log.bind(out.id.view())
                 .bind(block.hash.view())
                 .bind(i64(out.daaScore))
                 .bind(out.time.value)
                 .bind(i64(out.received.value))
                 .bind(i64(out.spent.value))
                 .bind(out.relation)
                 .run());
    return std::optional(std::move(out));
}

Result<void> WalletTables::remove(const BlockHash& block)
{
    // Foreign money first: nobody knows whether it comes again. Our own transactions go back to the mempool.
    BT_TRY(
        auto foreign,
        m_db->prepare("DELETE FROM wallet_coin WHERE created = ?1 AND NOT EXISTS "
                      "(SELECT 1 FROM wallet_coin AS paid WHERE paid.spender = wallet_coin.txid AND paid.mine = 1)"));
    BT_CHECK(foreign.bind(block.view()).run());
    BT_TRY(auto created, m_db->prepare("UPDATE wallet_coin SET created = NULL WHERE created = ?"));
    BT_CHECK(created.bind(block.view()).run());
    // What strangers spent is unspent again; what we spent stays promised to our pending transaction.
    BT_TRY(auto strangers, m_db->prepare("UPDATE wallet_coin SET spender = NULL WHERE spent = ? AND mine = 0"));
    BT_CHECK(strangers.bind(block.view()).run());
    BT_TRY(auto spent, m_db->prepare("UPDATE wallet_coin SET spent = NULL WHERE spent = ?"));
    BT_CHECK(spent.bind(block.view()).run());
    BT_TRY(auto log, m_db->prepare("DELETE FROM wallet_tx WHERE block = ?"));
    return log.bind(block.view()).run();
}

Result<void> WalletTables::doubt()
{
    return m_db->execute("UPDATE wallet_coin SET stale = 1 WHERE created IS NOT NULL;"
                         "UPDATE wallet_coin SET spent = NULL WHERE spent IS NOT NULL;"
                         "DELETE FROM wallet_tx;");
}
Result<void> WalletTables::dropStale() { return m_db->execute("DELETE FROM wallet_coin WHERE stale = 1;"); }

Result<void> WalletTables::addPending(const TxId& id, const Transaction& tx, std::string_view intent)
{
    for (const Input& input : tx.inputs) {
        BT_TRY(auto spend,
               m_db->prepare(
                   "UPDATE wallet_coin SET spender = ?, intent = ? WHERE txid = ? AND idx = ? AND spent IS NULL"));
        BT_CHECK(spend.bind(id.view())
                     .bind(intent)
                     .bind(input.previous.id.view())
                     .bind(std::int64_t(input.previous.index))
                     .run());
    }
    for (std::uint32_t i = 0; i < tx.outputs.size(); ++i) {
        BT_TRY(const auto whose, owner(tx.outputs[i].spk));
        if (whose) BT_CHECK(addOutput({id, i}, tx.outputs[i], *whose, nullptr, false));
    }
    return {};
}

Result<void> WalletTables::dropPending(const TxId& id)
{
    BT_TRY(auto outputs, m_db->prepare("DELETE FROM wallet_coin WHERE txid = ? AND created IS NULL"));
    BT_CHECK(outputs.bind(id.view()).run());
    BT_TRY(auto inputs,
           m_db->prepare("UPDATE wallet_coin SET spender = NULL, intent = NULL WHERE spender = ? AND spent IS NULL"));
    return inputs.bind(id.view()).run();
}

Result<void> WalletTables::adopt(const UtxoEntry& entry, std::string_view relation)
{
    AcceptedBlock unknown; // its block is not asked for: a zero hash, which no reorg names
    unknown.daaScore = entry.utxo.daaScore;
    Output output{entry.utxo.amount, entry.utxo.spk, {}};
    if (entry.utxo.covenant) output.covenant = CovenantBinding{0, *entry.utxo.covenant};
    BT_CHECK(
        addOutput(entry.outpoint, output, Owner{false, {}, std::string(relation)}, &unknown, entry.utxo.isCoinbase));
    return {};
}

} // namespace bt::ledger
