// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/context.h"

#include "service/feature.h"

namespace bt::service {

Result<Ledgerbook> Ledgerbook::open(store::Database& db)
{
    BT_CHECK(db.migrate(
        "ledgerbook",
        {"CREATE TABLE own_txs (txid TEXT PRIMARY KEY, kind TEXT NOT NULL, visit TEXT NOT NULL, fee INTEGER NOT NULL, "
         "at INTEGER NOT NULL) WITHOUT ROWID;"
         "CREATE TABLE play_money (txid TEXT PRIMARY KEY, amount INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;"
         "CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;",
         "CREATE TABLE notices (id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL, visit TEXT NOT NULL, at INTEGER NOT NULL);"}));
    return Ledgerbook(db);
}

Result<void> Ledgerbook::noteTx(const OwnTx& tx)
{
    BT_TRY(auto insert, m_db->prepare("INSERT OR REPLACE INTO own_txs (txid, kind, visit, fee, at) VALUES (?, ?, ?, ?, ?)"));
    return insert.bind(tx.txid).bind(tx.kind).bind(tx.visitId).bind(static_cast<std::int64_t>(tx.fee.value)).bind(tx.at.value).run();
}

Result<void> Ledgerbook::forgetTx(const std::string& txid)
{
    BT_TRY(auto drop, m_db->prepare("DELETE FROM own_txs WHERE txid = ?"));
    return drop.bind(txid).run();
}

Result<std::vector<Ledgerbook::OwnTx>> Ledgerbook::txs()
{
    BT_TRY(auto rows, m_db->prepare("SELECT txid, kind, visit, fee, at FROM own_txs ORDER BY at DESC"));
    std::vector<OwnTx> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        out.push_back({rows.text(0), rows.text(1), rows.text(2), {static_cast<std::uint64_t>(rows.integer(3))}, {rows.integer(4)}});
    }
}

Result<void> Ledgerbook::notePlayMoney(const std::string& txid, Sompi amount, Millis at)
{
    BT_TRY(auto insert, m_db->prepare("INSERT OR IGNORE INTO play_money (txid, amount, at) VALUES (?, ?, ?)"));
    return insert.bind(txid).bind(static_cast<std::int64_t>(amount.value)).bind(at.value).run();
}

Result<std::vector<Ledgerbook::PlayMoney>> Ledgerbook::playMoney()
{
    BT_TRY(auto rows, m_db->prepare("SELECT txid, amount, at FROM play_money ORDER BY at DESC"));
    std::vector<PlayMoney> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        out.push_back({rows.text(0), {static_cast<std::uint64_t>(rows.integer(1))}, {rows.integer(2)}});
    }
}

Result<void> Ledgerbook::forgetPlayMoney(const std::string& txid)
{
    BT_TRY(auto drop, m_db->prepare("DELETE FROM play_money WHERE txid = ?"));
    return drop.bind(txid).run();
}

Result<void> Ledgerbook::notice(std::string_view code, const std::string& visitId, Millis at)
{
    BT_TRY(auto add, m_db->prepare("INSERT INTO notices (code, visit, at) VALUES (?, ?, ?)"));
    return add.bind(code).bind(visitId).bind(at.value).run();
}

Result<std::vector<NoticeView>> Ledgerbook::notices()
{
    BT_TRY(auto rows, m_db->prepare("SELECT id, code, visit, at FROM (SELECT * FROM notices ORDER BY id DESC LIMIT 100) ORDER BY id"));
    std::vector<NoticeView> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        out.push_back({rows.integer(0), rows.text(1), rows.text(2), {rows.integer(3)}});
    }
}

Result<std::optional<Bytes>> Ledgerbook::get(std::string_view name)
{
    BT_TRY(auto row, m_db->prepare("SELECT value FROM facts WHERE name = ?"));
    BT_TRY(const bool found, row.bind(name).step());
    if (!found) return std::optional<Bytes>{};
    return std::optional<Bytes>(row.blob(0));
}

Result<void> Ledgerbook::put(std::string_view name, ByteView value)
{
    BT_TRY(auto insert, m_db->prepare("INSERT INTO facts (name, value) VALUES (?, ?) "
                                      "ON CONFLICT (name) DO UPDATE SET value = excluded.value"));
    return insert.bind(name).bind(value).run();
}

Result<void> Context::atomically(const std::function<Result<void>()>& work)
{
    auto done = db.transaction(work);
    if (!done) {
        // What memory holds may be ahead of the file now: read both anew.
        BT_CHECK(visits.reload());
        BT_CHECK(postbox.reload());
        BT_CHECK(carried.reload());
        BT_CHECK(withdrawn.reload());
        for (auto* feature : features) BT_CHECK(feature->reload());
    }
    return done;
}

} // namespace bt::service
