// SPDX-License-Identifier: GPL-3.0-or-later
// What a wallet does when the chain takes something back: blocks that fall, payments that can never come, rescans.
#include "ledger/wallet_rows.h"
#include "ledger/wallet_tables.h"

namespace bt::ledger {

using namespace kaspa;

namespace {

Result<std::vector<TxId>> ids(store::Statement& q)
{
    std::vector<TxId> out;
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) return out;
        BT_TRY(const TxId id, TxId::from(q.blob(0)));
        out.push_back(id);
    }
}

} // namespace

Result<void> WalletTables::remove(const BlockHash& block)
{
    BT_TRY(auto fall, m_db->prepare("INSERT INTO wallet_fallen(id, daa, time, received, spent, relation, told) "
                                    "SELECT id, daa, time, received, spent, relation, 0 FROM wallet_tx WHERE block = ? "
                                    "ON CONFLICT(id) DO UPDATE SET told = CASE told WHEN 2 THEN 1 ELSE told END"));
    BT_CHECK(fall.bind(block.view()).run());
    BT_TRY(auto log, m_db->prepare("DELETE FROM wallet_tx WHERE block = ?"));
    BT_CHECK(log.bind(block.view()).run());
    // A block's reward exists in that block alone; everything else is in the mempools again, or soon.
    BT_TRY(auto rewards, m_db->prepare("SELECT DISTINCT txid FROM wallet_coin WHERE created = ? AND coinbase = 1"));
    BT_TRY(const auto lost, ids(rewards.bind(block.view())));
    BT_TRY(auto created, m_db->prepare("UPDATE wallet_coin SET created = NULL WHERE created = ?"));
    BT_CHECK(created.bind(block.view()).run());
    for (const TxId& id : lost) BT_CHECK(dropPending(id));
    // What strangers spent is unspent again; what we spent stays promised to our waiting transaction.
    BT_TRY(auto strangers, m_db->prepare("UPDATE wallet_coin SET spender = NULL WHERE spent = ? AND mine = 0"));
    BT_CHECK(strangers.bind(block.view()).run());
    BT_TRY(auto spent, m_db->prepare("UPDATE wallet_coin SET spent = NULL WHERE spent = ?"));
    BT_CHECK(spent.bind(block.view()).run());
    BT_TRY(auto possible, m_db->prepare("DELETE FROM wallet_conflict WHERE block = ?"));
    return possible.bind(block.view()).run();
}

Result<void> WalletTables::dropPending(const TxId& id, const std::optional<Cause>& why)
{
    if (why) {
        BT_TRY(auto note, m_db->prepare("INSERT INTO wallet_conflict(id, txid, idx, other, block, intent, relation) "
                                        "SELECT ?1, txid, idx, ?2, ?3, coalesce(intent, ''), relation FROM wallet_coin "
                                        "WHERE txid = ?4 AND idx = ?5 ON CONFLICT(id) DO NOTHING"));
        note.bind(id.view()).bind(why->other.view()).bind(why->block.view()).bind(why->input.id.view());
        BT_CHECK(note.bind(std::int64_t(why->input.index)).run());
    }
    std::vector<std::pair<TxId, Outpoint>> children;
    {
        BT_TRY(auto next, m_db->prepare("SELECT spender, txid, idx FROM wallet_coin WHERE txid = ? AND created IS NULL "
                                        "AND spender IS NOT NULL AND spent IS NULL"));
        next.bind(id.view());
        for (;;) {
            BT_TRY(const bool row, next.step());
            if (!row) break;
            BT_TRY(const TxId child, TxId::from(next.blob(0)));
            BT_TRY(const Outpoint at, outpointAt(next, 1));
            children.emplace_back(child, at);
        }
    }
    for (const auto& [child, at] : children)
        BT_CHECK(dropPending(child, why ? std::optional(Cause{at, why->other, why->block}) : std::nullopt));
    BT_TRY(auto outputs, m_db->prepare("DELETE FROM wallet_coin WHERE txid = ? AND created IS NULL"));
    BT_CHECK(outputs.bind(id.view()).run());
    BT_TRY(auto inputs, m_db->prepare("UPDATE wallet_coin SET spender = NULL, intent = NULL WHERE spender = ? AND spent IS NULL"));
    return inputs.bind(id.view()).run();
}

Result<WalletTables::Place> WalletTables::place() const
{
    BT_TRY(auto q, m_db->prepare("SELECT cursor, behind, kept FROM wallet_place WHERE one = 1"));
    BT_TRY(const bool row, q.step());
    Place out;
    if (!row) return out;
    BT_TRY(out.cursor, BlockHash::from(q.blob(0)));
    out.behind = static_cast<Place::Behind>(q.integer(1));
    if (!q.isNull(2)) out.kept = u64(q.integer(2));
    return out;
}

Result<void> WalletTables::setPlace(const Place& place)
{
    BT_TRY(auto q, m_db->prepare("INSERT INTO wallet_place(one, cursor, behind, kept) VALUES(1, ?, ?, ?) ON "
                                 "CONFLICT(one) DO UPDATE SET cursor = excluded.cursor, behind = excluded.behind, "
                                 "kept = excluded.kept"));
    q.bind(place.cursor.view()).bind(std::int64_t(place.behind));
    if (place.kept) q.bind(static_cast<std::int64_t>(*place.kept));
    else q.bindNull();
    return q.run();
}

Result<void> WalletTables::doubt()
{
    return m_db->execute("UPDATE wallet_coin SET stale = 1 WHERE created IS NOT NULL;"
                         "UPDATE wallet_coin SET spent = NULL WHERE spent IS NOT NULL;"
                         "UPDATE wallet_tx SET stale = 1;");
}

Result<std::vector<UtxoEntry>> WalletTables::doubtful() const
{
    BT_TRY(auto q, m_db->prepare("SELECT txid, idx, script FROM wallet_coin WHERE (stale = 1 AND spent IS NULL) OR "
                                 "created IS NULL"));
    std::vector<UtxoEntry> out;
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) return out;
        UtxoEntry one;
        BT_TRY(one.outpoint, outpointAt(q, 0));
        one.utxo.spk = {0, q.blob(2)};
        out.push_back(std::move(one));
    }
}

Result<void> WalletTables::finishRescan(std::uint64_t kept, const std::vector<UtxoEntry>& alive)
{
    // Spent in a block that was read: it existed.
    BT_CHECK(m_db->execute("UPDATE wallet_coin SET stale = 0 WHERE stale = 1 AND spent IS NOT NULL;"));
    for (const UtxoEntry& one : alive) {
        // From before the oldest block that can be read, and still unspent.
        BT_TRY(auto keep, m_db->prepare("UPDATE wallet_coin SET stale = 0, daa = ?1, created = coalesce(created, ?2) "
                                        "WHERE txid = ?3 AND idx = ?4 AND (stale = 1 OR created IS NULL) AND ?1 < ?5"));
        BT_CHECK(keep.bind(static_cast<std::int64_t>(one.utxo.daaScore))
                     .bind(BlockHash{}.view())
                     .bind(one.outpoint.id.view())
                     .bind(std::int64_t(one.outpoint.index))
                     .bind(static_cast<std::int64_t>(kept))
                     .run());
    }
    // What is left was spent, or never was on this chain; whatever waits for it waits for nothing.
    BT_TRY(auto waiting, m_db->prepare("SELECT DISTINCT spender FROM wallet_coin WHERE stale = 1 AND spender IS NOT NULL"));
    BT_TRY(const auto orphans, ids(waiting));
    BT_CHECK(m_db->execute("DELETE FROM wallet_coin WHERE stale = 1;"));
    for (const TxId& id : orphans) BT_CHECK(dropPending(id));
    BT_TRY(auto old, m_db->prepare("UPDATE wallet_tx SET stale = 0 WHERE stale = 1 AND daa < ?"));
    BT_CHECK(old.bind(static_cast<std::int64_t>(kept)).run());
    return m_db->execute("INSERT INTO wallet_fallen(id, daa, time, received, spent, relation, told) "
                         "SELECT id, daa, time, received, spent, relation, 0 FROM wallet_tx WHERE stale = 1 "
                         "ON CONFLICT(id) DO UPDATE SET told = CASE told WHEN 2 THEN 1 ELSE told END;"
                         "DELETE FROM wallet_tx WHERE stale = 1;");
}

Result<bool> WalletTables::somethingToTell() const
{
    BT_TRY(auto q, m_db->prepare("SELECT EXISTS(SELECT 1 FROM wallet_fallen WHERE told <> 1) OR "
                                 "EXISTS(SELECT 1 FROM wallet_conflict WHERE told = 0)"));
    BT_TRY([[maybe_unused]] const bool row, q.step());
    return q.integer(0) != 0;
}

Result<void> WalletTables::tell(SyncReport& report)
{
    {
        BT_TRY(auto q, m_db->prepare("SELECT id, daa, time, received, spent, relation, told FROM wallet_fallen "
                                     "WHERE told <> 1 ORDER BY daa, id"));
        for (;;) {
            BT_TRY(const bool row, q.step());
            if (!row) break;
            BT_TRY(auto tx, walletTxAt(q));
            (q.integer(6) == 0 ? report.fallen : report.returned).push_back(std::move(tx));
        }
    }
    {
        BT_TRY(auto q, m_db->prepare("SELECT id, txid, idx, other, intent, relation FROM wallet_conflict WHERE told = 0 "
                                     "ORDER BY id"));
        for (;;) {
            BT_TRY(const bool row, q.step());
            if (!row) break;
            Conflict one;
            BT_TRY(one.ours, TxId::from(q.blob(0)));
            BT_TRY(one.input, outpointAt(q, 1));
            BT_TRY(one.other, TxId::from(q.blob(3)));
            one.intent = q.text(4);
            one.relation = q.text(5);
            report.conflicts.push_back(std::move(one));
        }
    }
    return m_db->execute("DELETE FROM wallet_fallen WHERE told = 2;"
                         "UPDATE wallet_fallen SET told = 1 WHERE told = 0;"
                         "UPDATE wallet_conflict SET told = 1 WHERE told = 0;");
}

} // namespace bt::ledger
