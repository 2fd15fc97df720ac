// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tokens/token_book.h"

namespace bt::service {
namespace {

constexpr const char* kMove = "SELECT id, kind, thread, recipient, request, units, txid, fee, at, daa, own, failure FROM token_moves ";
constexpr const char* kRequest = "SELECT id, thread, mine, units, owner, note, at, declined, paid_by, daa FROM token_requests ";

TokenMove readMove(store::Statement& row)
{
    return {row.text(0),          row.text(1),
            row.text(2),          row.text(3),
            row.text(4),          row.integer(5),
            row.text(6),          {static_cast<std::uint64_t>(row.integer(7))},
            {row.integer(8)},     static_cast<std::uint64_t>(row.integer(9)),
            row.integer(10) != 0, row.text(11)};
}

Result<TokenRequest> readRequest(store::Statement& row)
{
    TokenRequest out{
        row.text(0),      row.text(1),         row.integer(2) != 0, static_cast<std::uint64_t>(row.integer(3)), {}, row.text(5),
        {row.integer(6)}, row.integer(7) != 0, row.text(8),         static_cast<std::uint64_t>(row.integer(9))};
    BT_TRY(out.owner, Hash256::from(row.blob(4)));
    return out;
}

Result<std::optional<TokenMove>> oneMove(store::Statement& row)
{
    BT_TRY(const bool found, row.step());
    return found ? std::optional(readMove(row)) : std::nullopt;
}

Result<std::optional<TokenRequest>> oneRequest(store::Statement& row)
{
    BT_TRY(const bool found, row.step());
    if (!found) return std::optional<TokenRequest>{};
    BT_TRY(auto out, readRequest(row));
    return std::optional(std::move(out));
}

} // namespace

Result<TokenBook> TokenBook::open(store::Database& db)
{
    BT_CHECK(db.migrate(
        "token_book",
        {"CREATE TABLE token_moves (id TEXT PRIMARY KEY, kind TEXT NOT NULL, thread TEXT NOT NULL, recipient TEXT NOT NULL, "
         "request TEXT NOT NULL, units INTEGER NOT NULL, txid TEXT NOT NULL, fee INTEGER NOT NULL, at INTEGER NOT NULL, "
         "daa INTEGER NOT NULL, own INTEGER NOT NULL, failure TEXT NOT NULL) WITHOUT ROWID;"
         "CREATE INDEX token_moves_txid ON token_moves(txid);"
         "CREATE TABLE token_requests (id TEXT PRIMARY KEY, thread TEXT NOT NULL, mine INTEGER NOT NULL, units INTEGER NOT NULL, "
         "owner BLOB NOT NULL, note TEXT NOT NULL, at INTEGER NOT NULL, declined INTEGER NOT NULL, paid_by TEXT NOT NULL, "
         "daa INTEGER NOT NULL) WITHOUT ROWID;"
         "CREATE INDEX token_requests_owner ON token_requests(owner);"}));
    return TokenBook(db);
}

Result<void> TokenBook::put(const TokenMove& m)
{
    BT_TRY(
        auto add,
        m_db->prepare("INSERT OR REPLACE INTO token_moves (id, kind, thread, recipient, request, units, txid, fee, at, daa, own, failure) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return add.bind(m.id)
        .bind(m.kind)
        .bind(m.thread)
        .bind(m.to)
        .bind(m.request)
        .bind(m.units)
        .bind(m.txid)
        .bind(static_cast<std::int64_t>(m.fee.value))
        .bind(m.at.value)
        .bind(static_cast<std::int64_t>(m.daaScore))
        .bind(std::int64_t(m.own ? 1 : 0))
        .bind(m.failure)
        .run();
}

Result<std::optional<TokenMove>> TokenBook::move(const std::string& id)
{
    BT_TRY(auto row, m_db->prepare(std::string(kMove) + "WHERE id = ?"));
    row.bind(id);
    return oneMove(row);
}

Result<std::optional<TokenMove>> TokenBook::moveBy(const std::string& txid)
{
    BT_TRY(auto row, m_db->prepare(std::string(kMove) + "WHERE txid = ?"));
    row.bind(txid);
    return oneMove(row);
}

Result<void> TokenBook::drop(const std::string& id)
{
    BT_TRY(auto gone, m_db->prepare("DELETE FROM token_moves WHERE id = ?"));
    return gone.bind(id).run();
}

Result<std::vector<TokenMove>> TokenBook::moves()
{
    BT_TRY(auto rows, m_db->prepare(std::string(kMove) + "ORDER BY at DESC, id LIMIT 500"));
    std::vector<TokenMove> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        out.push_back(readMove(rows));
    }
}

Result<void> TokenBook::put(const TokenRequest& r)
{
    BT_TRY(auto add,
           m_db->prepare("INSERT OR REPLACE INTO token_requests (id, thread, mine, units, owner, note, at, declined, paid_by, daa) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return add.bind(r.id)
        .bind(r.thread)
        .bind(std::int64_t(r.mine ? 1 : 0))
        .bind(static_cast<std::int64_t>(r.units))
        .bind(r.owner.view())
        .bind(r.note)
        .bind(r.at.value)
        .bind(std::int64_t(r.declined ? 1 : 0))
        .bind(r.paidBy)
        .bind(static_cast<std::int64_t>(r.daaScore))
        .run();
}

Result<std::vector<TokenRequest>> TokenBook::requests()
{
    BT_TRY(auto rows, m_db->prepare(std::string(kRequest) + "ORDER BY at DESC LIMIT 500"));
    std::vector<TokenRequest> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        BT_TRY(auto one, readRequest(rows));
        out.push_back(std::move(one));
    }
}

Result<std::optional<TokenRequest>> TokenBook::request(const std::string& id)
{
    BT_TRY(auto row, m_db->prepare(std::string(kRequest) + "WHERE id = ?"));
    row.bind(id);
    return oneRequest(row);
}

Result<std::optional<TokenRequest>> TokenBook::requestOf(const Hash256& owner)
{
    BT_TRY(auto row, m_db->prepare(std::string(kRequest) + "WHERE owner = ? AND paid_by = ''"));
    row.bind(owner.view());
    return oneRequest(row);
}

Result<std::size_t> TokenBook::openFrom(const std::string& thread)
{
    BT_TRY(auto row, m_db->prepare("SELECT count(*) FROM token_requests WHERE thread = ? AND mine = 0 AND declined = 0 AND paid_by = ''"));
    BT_TRY(const bool found, row.bind(thread).step());
    return found ? static_cast<std::size_t>(row.integer(0)) : 0;
}

Result<std::set<std::string>> TokenBook::paying()
{
    BT_TRY(auto rows, m_db->prepare("SELECT request FROM token_moves WHERE own = 1 AND failure = '' AND request <> ''"));
    std::set<std::string> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        out.insert(rows.text(0));
    }
}

Result<void> TokenBook::undo(const std::string& txid)
{
    BT_TRY(auto own, m_db->prepare("UPDATE token_moves SET daa = 0 WHERE txid = ? AND own = 1"));
    BT_CHECK(own.bind(txid).run());
    BT_TRY(auto others, m_db->prepare("DELETE FROM token_moves WHERE txid = ? AND own = 0"));
    BT_CHECK(others.bind(txid).run());
    BT_TRY(auto paid, m_db->prepare("UPDATE token_requests SET paid_by = '', daa = 0 WHERE paid_by = ?"));
    return paid.bind(txid).run();
}

} // namespace bt::service
