// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/wallet_tables.h"

#include "kaspa/hashing.h"
#include "ledger/wallet_rows.h"

namespace bt::ledger {
namespace {

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

// `told` of wallet_fallen: 0 not yet, 1 told as fallen, 2 accepted again and that not yet told. `next` of wallet_life:
// the lowest index that may be given away.
constexpr const char* kReorgs = R"sql(
ALTER TABLE wallet_tx ADD COLUMN stale INTEGER NOT NULL DEFAULT 0;
ALTER TABLE wallet_place ADD COLUMN behind INTEGER NOT NULL DEFAULT 0;
ALTER TABLE wallet_place ADD COLUMN kept INTEGER;
ALTER TABLE wallet_key ADD COLUMN given INTEGER NOT NULL DEFAULT 0;
UPDATE wallet_key SET given = 1 WHERE branch < 2 AND relation IS NOT NULL AND relation NOT LIKE 'restored/%';
CREATE TABLE wallet_fallen(id BLOB PRIMARY KEY, daa INTEGER NOT NULL, time INTEGER NOT NULL, received INTEGER NOT NULL,
                           spent INTEGER NOT NULL, relation TEXT NOT NULL, told INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE wallet_conflict(id BLOB PRIMARY KEY, txid BLOB NOT NULL, idx INTEGER NOT NULL, other BLOB NOT NULL,
                             block BLOB NOT NULL, intent TEXT NOT NULL, relation TEXT NOT NULL,
                             told INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE wallet_life(branch INTEGER PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX wallet_coin_spender ON wallet_coin(spender);
CREATE INDEX wallet_tx_block ON wallet_tx(block);
)sql";

//! Leaves a kept statement ready for its next use, whatever way the function ends.
struct Rewind {
    store::Statement* statement;
    ~Rewind() { statement->reset(); }
};

} // namespace

Result<void> WalletTables::migrate() { return m_db->migrate("wallet", {kTables, kReorgs}); }

Result<store::Statement*> WalletTables::kept(std::optional<store::Statement>& slot, std::string_view sql)
{
    if (!slot) {
        BT_TRY(slot, m_db->prepare(sql));
    }
    return &*slot;
}

Result<std::optional<WalletTables::Owner>> WalletTables::owner(const ScriptPublicKey& spk)
{
    if (spk.version != 0) return std::optional<Owner>();
    BT_TRY(auto* mine, kept(m_mine, "SELECT branch, idx, relation FROM wallet_key WHERE script = ?"));
    const Rewind rewindMine{mine};
    BT_TRY(const bool found, mine->bind(ByteView(spk.script)).step());
    if (found) {
        Owner out{true, {static_cast<Branch>(mine->integer(0)), static_cast<std::uint32_t>(mine->integer(1))}, {}};
        // A key that this wallet has not handed out was used in an earlier life: it stays a relation of its own.
        out.relation =
            mine->isNull(2) ? "restored/" + std::to_string(mine->integer(0)) + "/" + std::to_string(mine->integer(1)) : mine->text(2);
        return std::optional(std::move(out));
    }
    BT_TRY(auto* watch, kept(m_watched, "SELECT relation FROM wallet_watch WHERE script = ?"));
    const Rewind rewindWatch{watch};
    BT_TRY(const bool watched, watch->bind(ByteView(spk.script)).step());
    if (!watched) return std::optional<Owner>();
    return std::optional(Owner{false, {}, watch->text(0)});
}

Result<bool> WalletTables::addOutput(const Outpoint& at, const Output& output, const Owner& owner, const AcceptedBlock* block,
                                     bool coinbase)
{
    if (owner.mine) {
        BT_TRY(auto use, m_db->prepare("UPDATE wallet_key SET used = 1, relation = ? WHERE branch = ? AND idx = ?"));
        BT_CHECK(use.bind(owner.relation).bind(std::int64_t(owner.key.branch)).bind(std::int64_t(owner.key.index)).run());
    }
    BT_TRY(auto add, m_db->prepare("INSERT INTO wallet_coin(txid, idx, amount, script, daa, coinbase, covenant, mine, branch, "
                                   "key, relation, created) "
                                   "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(txid, idx) DO UPDATE SET stale = 0, "
                                   "created = coalesce(excluded.created, created), daa = CASE WHEN excluded.created IS NULL THEN "
                                   "daa ELSE excluded.daa END"));
    add.bind(at.id.view()).bind(std::int64_t(at.index)).bind(i64(output.value.value)).bind(ByteView(output.spk.script));
    add.bind(block != nullptr ? i64(block->daaScore) : 0).bind(std::int64_t(coinbase ? 1 : 0));
    if (output.covenant) add.bind(output.covenant->id.view());
    else add.bindNull();
    add.bind(std::int64_t(owner.mine ? 1 : 0)).bind(std::int64_t(owner.key.branch)).bind(std::int64_t(owner.key.index));
    add.bind(owner.relation);
    if (block != nullptr) add.bind(block->hash.view());
    else add.bindNull();
    BT_CHECK(add.run());
    return true;
}

Result<bool> WalletTables::spend(const Outpoint& at, const TxId& by, const BlockHash& block, WalletTx& out)
{
    std::optional<TxId> planned;
    {
        BT_TRY(auto* row, kept(m_coin, "SELECT amount, mine, relation, spender FROM wallet_coin WHERE txid = ? AND idx = ?"));
        const Rewind rewind{row};
        BT_TRY(const bool ours, row->bind(at.id.view()).bind(std::int64_t(at.index)).step());
        if (!ours) return false;
        if (row->integer(1) != 0) out.spent.value += u64(row->integer(0));
        if (out.relation.empty()) out.relation = row->text(2);
        if (!row->isNull(3)) {
            BT_TRY(planned, TxId::from(row->blob(3)));
        }
    }
    // Another transaction was faster: ours is dead.
    if (planned && *planned != by) BT_CHECK(dropPending(*planned, Cause{at, by, block}));
    BT_TRY(auto take, m_db->prepare("UPDATE wallet_coin SET spender = ?, spent = ? WHERE txid = ? AND idx = ?"));
    BT_CHECK(take.bind(by.view()).bind(block.view()).bind(at.id.view()).bind(std::int64_t(at.index)).run());
    return true;
}

Result<void> WalletTables::noteAccepted(const WalletTx& tx, const BlockHash& block)
{
    BT_TRY(auto log, m_db->prepare("INSERT INTO wallet_tx(id, block, daa, time, received, spent, relation) VALUES(?, ?, ?, ?, ?, ?, ?) "
                                   "ON CONFLICT(id) DO UPDATE SET block = excluded.block, daa = excluded.daa, time = excluded.time, "
                                   "stale = 0"));
    BT_CHECK(log.bind(tx.id.view())
                 .bind(block.view())
                 .bind(i64(tx.daaScore))
                 .bind(tx.time.value)
                 .bind(i64(tx.received.value))
                 .bind(i64(tx.spent.value))
                 .bind(tx.relation)
                 .run());
    // What was never told to have fallen back need not be told to have returned.
    BT_TRY(auto silent, m_db->prepare("DELETE FROM wallet_fallen WHERE id = ? AND told = 0"));
    BT_CHECK(silent.bind(tx.id.view()).run());
    BT_TRY(auto back, m_db->prepare("UPDATE wallet_fallen SET told = 2, daa = ?, time = ? WHERE id = ?"));
    BT_CHECK(back.bind(i64(tx.daaScore)).bind(tx.time.value).bind(tx.id.view()).run());
    BT_TRY(auto possible, m_db->prepare("DELETE FROM wallet_conflict WHERE id = ?"));
    return possible.bind(tx.id.view()).run();
}

Result<std::optional<WalletTx>> WalletTables::apply(const AcceptedTx& accepted, const AcceptedBlock& block)
{
    bool touched = false;
    WalletTx out{accepted.id, block.daaScore, block.time, {}, {}, {}};
    for (const Input& input : accepted.tx.inputs) {
        BT_TRY(const bool ours, spend(input.previous, accepted.id, block.hash, out));
        touched = touched || ours;
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
    BT_CHECK(noteAccepted(out, block.hash));
    return std::optional(std::move(out));
}

Result<void> WalletTables::addPending(const TxId& id, const Transaction& tx, std::string_view intent)
{
    for (const Input& input : tx.inputs) {
        BT_TRY(auto take, m_db->prepare("UPDATE wallet_coin SET spender = ?, intent = ? WHERE txid = ? AND idx = ? AND spent IS NULL"));
        BT_CHECK(take.bind(id.view()).bind(intent).bind(input.previous.id.view()).bind(std::int64_t(input.previous.index)).run());
    }
    for (std::uint32_t i = 0; i < tx.outputs.size(); ++i) {
        BT_TRY(const auto whose, owner(tx.outputs[i].spk));
        if (whose) BT_CHECK(addOutput({id, i}, tx.outputs[i], *whose, nullptr, false));
    }
    return {};
}

Result<void> WalletTables::adopt(const UtxoEntry& entry, const Owner& owner)
{
    AcceptedBlock unknown; // its block is not asked for: a zero hash, which no reorg names
    unknown.daaScore = entry.utxo.daaScore;
    Output output{entry.utxo.amount, entry.utxo.spk, {}};
    if (entry.utxo.covenant) output.covenant = CovenantBinding{0, *entry.utxo.covenant};
    BT_CHECK(addOutput(entry.outpoint, output, owner, &unknown, entry.utxo.isCoinbase));
    return {};
}

} // namespace bt::ledger
