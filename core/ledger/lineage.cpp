// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/lineage.h"

#include "kaspa/hashing.h"
#include "kaspa/transaction_codec.h"

#include <algorithm>

namespace bt::ledger {

using namespace kaspa;

namespace {

// `made`, `spent`: the blocks that accepted the making and the spending transaction; `made` is empty for outputs taken
// up from a backup. `doubt`: not seen again since a rescan began.
constexpr const char* kTables = R"sql(
CREATE TABLE lineage(id BLOB PRIMARY KEY, relation TEXT NOT NULL, whole INTEGER NOT NULL DEFAULT 0,
                     lost INTEGER NOT NULL DEFAULT 0, kept INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE lineage_output(txid BLOB NOT NULL, idx INTEGER NOT NULL, id BLOB NOT NULL, amount INTEGER NOT NULL,
                            script BLOB NOT NULL, daa INTEGER NOT NULL, made BLOB, spender BLOB, spent BLOB,
                            doubt INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(txid, idx)) WITHOUT ROWID;
CREATE INDEX lineage_output_id ON lineage_output(id);
CREATE INDEX lineage_output_made ON lineage_output(made);
CREATE INDEX lineage_output_spent ON lineage_output(spent);
CREATE TABLE lineage_step(id BLOB NOT NULL, txid BLOB NOT NULL, seq INTEGER NOT NULL, block BLOB NOT NULL,
                          daa INTEGER NOT NULL, time INTEGER NOT NULL, tx BLOB NOT NULL, PRIMARY KEY(id, txid))
                          WITHOUT ROWID;
CREATE INDEX lineage_step_block ON lineage_step(block);
)sql";

std::int64_t i64(std::uint64_t v) { return static_cast<std::int64_t>(v); }
std::uint64_t u64(std::int64_t v) { return static_cast<std::uint64_t>(v); }

Result<bool> exists(store::Database& db, std::string_view sql, ByteView blob)
{
    BT_TRY(auto q, db.prepare(sql));
    return q.bind(blob).step();
}

void note(std::vector<CovenantId>& all, const CovenantId& id)
{
    if (std::ranges::find(all, id) == all.end()) all.push_back(id);
}

//! Whether the id begins in this transaction: it is a hash over the authorising outpoint and the outputs born with it.
bool bornIn(const Transaction& tx, const CovenantId& id)
{
    std::optional<std::uint16_t> by;
    std::vector<std::pair<std::uint32_t, Output>> outputs;
    for (std::uint32_t i = 0; i < tx.outputs.size(); ++i) {
        const auto& binding = tx.outputs[i].covenant;
        if (!binding || binding->id != id) continue;
        if (by && *by != binding->authorizingInput) return false; // births have one authorising input
        by = binding->authorizingInput;
        outputs.emplace_back(i, Output{tx.outputs[i].value, tx.outputs[i].spk, {}});
    }
    return by && *by < tx.inputs.size() && covenantId(tx.inputs[*by].previous, outputs) == id;
}

//! Ids that one transaction moves or gives birth to.
Result<std::vector<CovenantId>> movedBy(store::Database& db, const AcceptedTx& tx)
{
    std::vector<CovenantId> out;
    for (const Output& output : tx.tx.outputs) {
        if (!output.covenant) continue;
        BT_TRY(const bool followed, exists(db, "SELECT 1 FROM lineage WHERE id = ?", output.covenant->id.view()));
        if (followed) note(out, output.covenant->id);
    }
    BT_TRY(auto q, db.prepare("SELECT id FROM lineage_output WHERE txid = ? AND idx = ?"));
    for (const Input& input : tx.tx.inputs) {
        q.reset();
        BT_TRY(const bool known, q.bind(input.previous.id.view()).bind(std::int64_t(input.previous.index)).step());
        if (!known) continue;
        BT_TRY(const CovenantId id, CovenantId::from(q.blob(0)));
        note(out, id);
    }
    return out;
}

} // namespace

Result<Lineages> Lineages::open(store::Database& db)
{
    BT_CHECK(db.migrate("lineage", {kTables}));
    return Lineages(db);
}

Result<void> Lineages::follow(const CovenantId& id, std::string_view relation)
{
    BT_TRY(auto add, m_db->prepare("INSERT INTO lineage(id, relation) VALUES(?, ?) ON CONFLICT(id) DO UPDATE SET "
                                   "relation = excluded.relation"));
    return add.bind(id.view()).bind(relation).run();
}

Result<void> Lineages::unfollow(const CovenantId& id)
{
    return m_db->transaction([&]() -> Result<void> {
        for (const char* sql :
             {"DELETE FROM lineage WHERE id = ?", "DELETE FROM lineage_output WHERE id = ?", "DELETE FROM lineage_step WHERE id = ?"}) {
            BT_TRY(auto q, m_db->prepare(sql));
            BT_CHECK(q.bind(id.view()).run());
        }
        return {};
    });
}

Result<void> Lineages::keep(const UtxoEntry& entry, const CovenantId& id, const BlockHash& block)
{
    BT_TRY(auto add, m_db->prepare("INSERT INTO lineage_output(txid, idx, id, amount, script, daa, made) "
                                   "VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(txid, idx) DO UPDATE SET doubt = 0, "
                                   "daa = excluded.daa, made = coalesce(excluded.made, made)"));
    add.bind(entry.outpoint.id.view()).bind(std::int64_t(entry.outpoint.index)).bind(id.view());
    add.bind(i64(entry.utxo.amount.value)).bind(ByteView(entry.utxo.spk.script)).bind(i64(entry.utxo.daaScore));
    if (block.isZero()) add.bindNull();
    else add.bind(block.view());
    return add.run();
}

Result<void> Lineages::adopt(const UtxoEntry& entry, std::string_view relation)
{
    if (!entry.utxo.covenant) return fail("ledger.bad_request", "an output without a covenant id has no lineage");
    return m_db->transaction([&]() -> Result<void> {
        BT_CHECK(follow(*entry.utxo.covenant, relation));
        BT_TRY(auto found, m_db->prepare("UPDATE lineage SET lost = 0 WHERE id = ?"));
        BT_CHECK(found.bind(entry.utxo.covenant->view()).run());
        return keep(entry, *entry.utxo.covenant, BlockHash{});
    });
}

Result<void> Lineages::added(const AcceptedBlock& block)
{
    for (const AcceptedTx& tx : block.txs) {
        BT_TRY(const auto moved, movedBy(*m_db, tx));
        for (const CovenantId& id : moved) {
            BT_TRY(auto step, m_db->prepare("INSERT INTO lineage_step(id, txid, seq, block, daa, time, tx) VALUES(?1, ?2, (SELECT "
                                            "coalesce(max(seq), 0) + 1 FROM lineage_step WHERE id = ?1), ?3, ?4, ?5, ?6) ON "
                                            "CONFLICT(id, txid) DO UPDATE SET block = excluded.block, daa = excluded.daa, time = "
                                            "excluded.time"));
            step.bind(id.view()).bind(tx.id.view()).bind(block.hash.view()).bind(i64(block.daaScore));
            BT_CHECK(step.bind(block.time.value).bind(ByteView(encodeTransaction(tx.tx))).run());
            BT_TRY(auto found, m_db->prepare("UPDATE lineage SET lost = 0, whole = max(whole, ?) WHERE id = ?"));
            BT_CHECK(found.bind(std::int64_t(bornIn(tx.tx, id) ? 1 : 0)).bind(id.view()).run());
        }
        if (moved.empty()) continue;
        for (const Input& input : tx.tx.inputs) {
            BT_TRY(auto spend, m_db->prepare("UPDATE lineage_output SET spender = ?, spent = ?, doubt = 0 WHERE txid = ? "
                                             "AND idx = ?"));
            BT_CHECK(spend.bind(tx.id.view())
                         .bind(block.hash.view())
                         .bind(input.previous.id.view())
                         .bind(std::int64_t(input.previous.index))
                         .run());
        }
        for (std::uint32_t i = 0; i < tx.tx.outputs.size(); ++i) {
            const Output& output = tx.tx.outputs[i];
            if (!output.covenant || std::ranges::find(moved, output.covenant->id) == moved.end()) continue;
            const UtxoEntry entry{{tx.id, i}, {output.value, output.spk, block.daaScore, false, output.covenant->id}};
            BT_CHECK(keep(entry, output.covenant->id, block.hash));
        }
    }
    return {};
}

Result<void> Lineages::removed(const BlockHash& hash)
{
    for (const char* sql :
         {"DELETE FROM lineage_output WHERE made = ?", "UPDATE lineage_output SET spender = NULL, spent = NULL WHERE spent = ?",
          "DELETE FROM lineage_step WHERE block = ?"}) {
        BT_TRY(auto q, m_db->prepare(sql));
        BT_CHECK(q.bind(hash.view()).run());
    }
    // Whole means that the birth was read; it may just have been taken back.
    return m_db->execute("UPDATE lineage SET whole = 0 WHERE whole = 1 AND NOT EXISTS (SELECT 1 FROM lineage_step WHERE "
                         "lineage_step.id = lineage.id);");
}

Result<void> Lineages::restarted() { return m_db->execute("UPDATE lineage_output SET doubt = 1, spender = NULL, spent = NULL;"); }

Result<void> Lineages::caughtUp(std::uint64_t keptSince)
{
    // From before the oldest block that the node keeps and not seen to be spent since: it stands as it was known, and
    // recover() asks the node. From later and not seen again: it is not on this chain.
    BT_TRY(auto gone, m_db->prepare("DELETE FROM lineage_output WHERE doubt = 1 AND daa >= ?"));
    BT_CHECK(gone.bind(i64(keptSince)).run());
    BT_TRY(auto steps, m_db->prepare("DELETE FROM lineage_step WHERE daa >= ?1 AND NOT EXISTS (SELECT 1 FROM "
                                     "lineage_output AS o WHERE o.id = lineage_step.id AND (o.txid = lineage_step.txid "
                                     "OR o.spender = lineage_step.txid))"));
    BT_CHECK(steps.bind(i64(keptSince)).run());
    BT_TRY(auto since, m_db->prepare("UPDATE lineage SET kept = ?"));
    return since.bind(i64(keptSince)).run();
}

ChainObserver Lineages::observe(ChainObserver inner)
{
    ChainObserver out;
    out.added = [this, next = std::move(inner.added)](const AcceptedBlock& block) -> Result<void> {
        BT_CHECK(added(block));
        return next ? next(block) : Result<void>();
    };
    out.removed = [this, next = std::move(inner.removed)](const BlockHash& hash) -> Result<void> {
        BT_CHECK(removed(hash));
        return next ? next(hash) : Result<void>();
    };
    out.restarted = [this, next = std::move(inner.restarted)]() -> Result<void> {
        BT_CHECK(restarted());
        return next ? next() : Result<void>();
    };
    out.caughtUp = [this, next = std::move(inner.caughtUp)](const SyncReport& report) -> Result<void> {
        if (report.rescanned) BT_CHECK(caughtUp(report.keptSince.value_or(0)));
        return next ? next(report) : Result<void>();
    };
    return out;
}

Result<Lineage> Lineages::find(const CovenantId& id) const
{
    Lineage out;
    out.id = id;
    bool lost = false;
    {
        BT_TRY(auto q, m_db->prepare("SELECT relation, whole, lost, kept FROM lineage WHERE id = ?"));
        BT_TRY(const bool row, q.bind(id.view()).step());
        if (!row) return fail("ledger.lineage_unknown");
        out.relation = q.text(0);
        out.whole = q.integer(1) != 0;
        lost = q.integer(2) != 0;
        out.keptSince = u64(q.integer(3));
    }
    BT_TRY(auto q, m_db->prepare("SELECT txid, idx, amount, script, daa, spender FROM lineage_output WHERE id = ? ORDER BY "
                                 "daa, txid, idx"));
    q.bind(id.view());
    bool any = false;
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) break;
        any = true;
        if (!q.isNull(5)) continue;
        UtxoEntry entry;
        BT_TRY(entry.outpoint.id, TxId::from(q.blob(0)));
        entry.outpoint.index = static_cast<std::uint32_t>(q.integer(1));
        entry.utxo = {{u64(q.integer(2))}, {0, q.blob(3)}, u64(q.integer(4)), false, id};
        out.live.push_back(std::move(entry));
    }
    out.state = lost ? LineageState::Lost : !out.live.empty() ? LineageState::Live : any ? LineageState::Ended : LineageState::Unseen;
    if (lost) out.live.clear();
    return out;
}

Result<std::vector<CovenantId>> Lineages::all(std::string_view relation) const
{
    BT_TRY(auto q, m_db->prepare("SELECT id FROM lineage WHERE ?1 = '' OR relation = ?1 ORDER BY id"));
    q.bind(relation);
    std::vector<CovenantId> out;
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) return out;
        BT_TRY(const CovenantId id, CovenantId::from(q.blob(0)));
        out.push_back(id);
    }
}

Result<std::vector<LineageStep>> Lineages::steps(const CovenantId& id) const
{
    BT_TRY(auto q, m_db->prepare("SELECT txid, daa, time, tx FROM lineage_step WHERE id = ? ORDER BY daa, seq"));
    q.bind(id.view());
    std::vector<LineageStep> out;
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) return out;
        LineageStep step;
        BT_TRY(step.id, TxId::from(q.blob(0)));
        step.daaScore = u64(q.integer(1));
        step.time = {q.integer(2)};
        BT_TRY(step.tx, decodeTransaction(q.blob(3)));
        out.push_back(std::move(step));
    }
}

Result<Recovery> Lineages::recover(const UtxoEntry& backup, std::string_view relation, Node& node, const Deadline& deadline)
{
    if (!backup.utxo.covenant) return fail("ledger.bad_request", "an output without a covenant id has no lineage");
    const CovenantId& id = *backup.utxo.covenant;
    const auto known = find(id);
    if (known && known->whole) return Recovery::Whole;
    BT_TRY(const auto there, node.utxoOf(backup.outpoint, backup.utxo.spk, deadline));
    if (there && there->covenant == id) {
        BT_CHECK(adopt({backup.outpoint, *there}, relation));
        return Recovery::Adopted;
    }
    // Followed by its id, later blocks have shown it without its past.
    const bool seen = known && (known->state == LineageState::Live || known->state == LineageState::Ended);
    BT_TRY(const NodeInfo info, node.info(deadline));
    BT_CHECK(m_db->transaction([&]() -> Result<void> {
        BT_CHECK(follow(id, relation));
        BT_TRY(auto q, m_db->prepare("UPDATE lineage SET lost = ?, kept = ? WHERE id = ?"));
        q.bind(std::int64_t(seen ? 0 : 1)).bind(i64(info.prunedBelow.value_or(0)));
        return q.bind(id.view()).run();
    }));
    return seen ? Recovery::Moved : Recovery::Gone;
}

} // namespace bt::ledger
