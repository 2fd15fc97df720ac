// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/practice/chain_store.h"

#include "kaspa/hashing.h"
#include "kaspa/transaction_codec.h"

namespace bt::ledger {
namespace {

using namespace kaspa;

constexpr const char* kTables = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE block(seq INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, daa INTEGER NOT NULL, time INTEGER NOT NULL);
CREATE TABLE tx(id BLOB PRIMARY KEY, seq INTEGER NOT NULL, body BLOB NOT NULL);
CREATE INDEX tx_seq ON tx(seq);
CREATE TABLE utxo(txid BLOB NOT NULL, idx INTEGER NOT NULL, amount INTEGER NOT NULL, version INTEGER NOT NULL,
                  script BLOB NOT NULL, daa INTEGER NOT NULL, coinbase INTEGER NOT NULL, covenant BLOB,
                  PRIMARY KEY(txid, idx)) WITHOUT ROWID;
CREATE INDEX utxo_script ON utxo(script, amount);
)sql";

constexpr const char* kUtxoColumns = "txid, idx, amount, version, script, daa, coinbase, covenant";

std::int64_t i64(std::uint64_t v) { return static_cast<std::int64_t>(v); }
std::uint64_t u64(std::int64_t v) { return static_cast<std::uint64_t>(v); }

Result<UtxoEntry> entryIn(const store::Statement& row)
{
    UtxoEntry out;
    BT_TRY(out.outpoint.id, TxId::from(row.blob(0)));
    out.outpoint.index = static_cast<std::uint32_t>(row.integer(1));
    out.utxo.amount.value = u64(row.integer(2));
    out.utxo.spk.version = static_cast<std::uint16_t>(row.integer(3));
    out.utxo.spk.script = row.blob(4);
    out.utxo.daaScore = u64(row.integer(5));
    out.utxo.isCoinbase = row.integer(6) != 0;
    if (!row.isNull(7)) {
        BT_TRY(out.utxo.covenant, CovenantId::from(row.blob(7)));
    }
    return out;
}

} // namespace

Result<void> ChainStore::migrate() { return m_db->migrate("practice", {kTables}); }

Result<std::optional<std::int64_t>> ChainStore::number(std::string_view name)
{
    BT_TRY(auto q, m_db->prepare("SELECT value FROM meta WHERE name = ?"));
    BT_TRY(const bool found, q.bind(name).step());
    if (!found) return std::optional<std::int64_t>();
    return std::optional(q.integer(0));
}
Result<std::optional<std::string>> ChainStore::text(std::string_view name)
{
    BT_TRY(auto q, m_db->prepare("SELECT value FROM meta WHERE name = ?"));
    BT_TRY(const bool found, q.bind(name).step());
    if (!found) return std::optional<std::string>();
    return std::optional(q.text(0));
}
Result<void> ChainStore::setNumber(std::string_view name, std::int64_t value)
{
    BT_TRY(auto q, m_db->prepare("INSERT INTO meta(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value"));
    return q.bind(name).bind(value).run();
}
Result<void> ChainStore::setText(std::string_view name, std::string_view value)
{
    BT_TRY(auto q, m_db->prepare("INSERT INTO meta(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value"));
    return q.bind(name).bind(value).run();
}

Result<bool> ChainStore::knows(const TxId& id)
{
    BT_TRY(auto q, m_db->prepare("SELECT 1 FROM tx WHERE id = ?"));
    return q.bind(id.view()).step();
}

Result<std::optional<Utxo>> ChainStore::utxo(const Outpoint& outpoint)
{
    BT_TRY(auto q, m_db->prepare(std::string("SELECT ") + kUtxoColumns + " FROM utxo WHERE txid = ? AND idx = ?"));
    BT_TRY(const bool found, q.bind(outpoint.id.view()).bind(std::int64_t(outpoint.index)).step());
    if (!found) return std::optional<Utxo>();
    BT_TRY(UtxoEntry entry, entryIn(q));
    return std::optional(std::move(entry.utxo));
}

Result<std::vector<UtxoEntry>> ChainStore::utxosOf(const ScriptPublicKey& spk)
{
    BT_TRY(auto q, m_db->prepare(std::string("SELECT ") + kUtxoColumns + " FROM utxo WHERE script = ? AND version = ?"));
    q.bind(ByteView(spk.script)).bind(std::int64_t(spk.version));
    std::vector<UtxoEntry> out;
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) return out;
        BT_TRY(UtxoEntry entry, entryIn(q));
        out.push_back(std::move(entry));
    }
}

Result<std::optional<UtxoEntry>> ChainStore::largestCoin(const ScriptPublicKey& spk)
{
    BT_TRY(auto q, m_db->prepare(std::string("SELECT ") + kUtxoColumns +
                                 " FROM utxo WHERE script = ? AND version = ? ORDER BY amount DESC LIMIT 1"));
    BT_TRY(const bool row, q.bind(ByteView(spk.script)).bind(std::int64_t(spk.version)).step());
    if (!row) return std::optional<UtxoEntry>();
    BT_TRY(UtxoEntry entry, entryIn(q));
    return std::optional(std::move(entry));
}

Result<BlockHash> ChainStore::tip()
{
    BT_TRY(auto q, m_db->prepare("SELECT hash FROM block ORDER BY seq DESC LIMIT 1"));
    BT_TRY(const bool row, q.step());
    if (!row) return BlockHash{};
    return BlockHash::from(q.blob(0));
}

Result<void> ChainStore::addBlock(const TxId& id, const Transaction& tx, std::uint64_t daaScore, Millis time)
{
    BT_TRY(const BlockHash parent, tip());
    Bytes header = bytesOf(parent.view());
    appendLe(header, daaScore);
    appendLe(header, time.value);
    append(header, transactionHash(tx).view());
    BT_TRY(const Hash256 hash, domainHash("BlockHash", header));

    BT_TRY(auto block, m_db->prepare("INSERT INTO block(hash, daa, time) VALUES(?, ?, ?)"));
    BT_CHECK(block.bind(hash.view()).bind(i64(daaScore)).bind(time.value).run());
    const std::int64_t seq = m_db->lastRowId();
    const Bytes body = encodeTransaction(tx);
    BT_TRY(auto insert, m_db->prepare("INSERT INTO tx(id, seq, body) VALUES(?, ?, ?)"));
    BT_CHECK(insert.bind(id.view()).bind(seq).bind(ByteView(body)).run());

    for (const Input& input : tx.inputs) {
        BT_TRY(auto spend, m_db->prepare("DELETE FROM utxo WHERE txid = ? AND idx = ?"));
        BT_CHECK(spend.bind(input.previous.id.view()).bind(std::int64_t(input.previous.index)).run());
        if (m_db->changedRows() != 1) return fail("node.spent");
    }
    for (std::size_t i = 0; i < tx.outputs.size(); ++i) {
        const Output& output = tx.outputs[i];
        BT_TRY(auto add, m_db->prepare(std::string("INSERT INTO utxo(") + kUtxoColumns + ") VALUES(?, ?, ?, ?, ?, ?, ?, ?)"));
        add.bind(id.view()).bind(static_cast<std::int64_t>(i)).bind(i64(output.value.value));
        add.bind(std::int64_t(output.spk.version)).bind(ByteView(output.spk.script)).bind(i64(daaScore));
        add.bind(std::int64_t(tx.inputs.empty() ? 1 : 0)); // only the genesis coinbase has no inputs
        if (output.covenant) add.bind(output.covenant->id.view());
        else add.bindNull();
        BT_CHECK(add.run());
    }
    return {};
}

Result<ChainPage> ChainStore::page(const BlockHash& cursor, int limit)
{
    std::int64_t after = -1;
    if (!cursor.isZero()) {
        BT_TRY(auto q, m_db->prepare("SELECT seq FROM block WHERE hash = ?"));
        BT_TRY(const bool row, q.bind(cursor.view()).step());
        if (!row) return fail("node.unknown_block");
        after = q.integer(0);
    }
    ChainPage out;
    out.cursor = cursor;
    BT_TRY(auto q, m_db->prepare("SELECT b.hash, b.daa, b.time, t.id, t.body FROM block b JOIN tx t ON t.seq = b.seq "
                                 "WHERE b.seq > ? ORDER BY b.seq LIMIT ?"));
    q.bind(after).bind(std::int64_t(limit) + 1);
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) break;
        if (out.added.size() == static_cast<std::size_t>(limit)) {
            out.more = true;
            break;
        }
        AcceptedBlock block;
        BT_TRY(block.hash, BlockHash::from(q.blob(0)));
        block.daaScore = u64(q.integer(1));
        block.time = {q.integer(2)};
        AcceptedTx tx;
        BT_TRY(tx.id, TxId::from(q.blob(3)));
        BT_TRY(tx.tx, decodeTransaction(q.blob(4)));
        block.txs.push_back(std::move(tx));
        out.cursor = block.hash;
        out.added.push_back(std::move(block));
    }
    return out;
}

Result<void> ChainStore::clear() { return m_db->execute("DELETE FROM utxo; DELETE FROM tx; DELETE FROM block;"); }

} // namespace bt::ledger
