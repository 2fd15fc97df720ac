// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/withdrawn.h"

#include "service/context.h"

namespace bt::service {
namespace {

bool spendsOneOf(const kaspa::Transaction& tx, const kaspa::Transaction& other)
{
    return std::ranges::any_of(tx.inputs, [&](const auto& in) {
        return std::ranges::any_of(other.inputs, [&](const auto& one) { return one.previous == in.previous; });
    });
}

enum class Fate { Possible, Over };

Result<Fate> fateOf(const Context& c, const CarriedTx& tx, std::uint64_t daaScore)
{
    bool known = false;
    for (const auto& in : tx.submission.tx.inputs) {
        BT_TRY(const auto fate, c.wallet.fateOf(in.previous));
        known = known || fate.known;
        // A block that a reorganisation may still take back would give the coin back, too.
        if (fate.spentAt && daaScore >= *fate.spentAt + c.wallet.network().settleDaa) return Fate::Over;
    }
    return known ? Fate::Possible : Fate::Over; // what none of our coins pays for went with them
}

Result<bool> livesOn(const Context& c, std::int64_t intent)
{
    const auto found = c.outbox.get(intent);
    if (!found && found.error().code == "outbox.unknown") return false;
    if (!found) return tl::unexpected(found.error());
    return found->state != outbox::State::Failed && found->state != outbox::State::Cancelled;
}

} // namespace

Result<Withdrawn> Withdrawn::open(store::Database& db)
{
    BT_CHECK(db.migrate("withdrawn", {"CREATE TABLE withdrawn (txid BLOB PRIMARY KEY, name TEXT NOT NULL, by BLOB NOT NULL, body BLOB NOT "
                                      "NULL) WITHOUT ROWID"}));
    Withdrawn out(db);
    BT_CHECK(out.reload());
    return out;
}

Result<void> Withdrawn::reload()
{
    m_all.clear();
    BT_TRY(auto rows, m_db->prepare("SELECT name, by, body FROM withdrawn"));
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return {};
        WithdrawnTx row;
        row.name = rows.text(0);
        BT_TRY(row.excludedBy, kaspa::TxId::from(rows.blob(1)));
        BT_TRY(row.tx, decodeCarried(rows.blob(2)));
        m_all.insert_or_assign(row.tx.id, std::move(row));
    }
}

const WithdrawnTx* Withdrawn::find(const kaspa::TxId& id) const
{
    const auto it = m_all.find(id);
    return it == m_all.end() ? nullptr : &it->second;
}

std::string Withdrawn::nameOf(const std::string& purpose, std::int64_t intent)
{
    return purpose.empty() ? "intent/" + std::to_string(intent) : "for/" + purpose;
}

Result<void> Withdrawn::save(const WithdrawnTx& row)
{
    BT_TRY(auto put, m_db->prepare("INSERT INTO withdrawn (txid, name, by, body) VALUES (?, ?, ?, ?) ON CONFLICT (txid) DO UPDATE SET "
                                   "name = excluded.name, by = excluded.by, body = excluded.body"));
    const auto body = encodeCarried(row.tx);
    BT_CHECK(put.bind(row.tx.id.view()).bind(row.name).bind(row.excludedBy.view()).bind(ByteView(body)).run());
    m_all.insert_or_assign(row.tx.id, row);
    return {};
}

Result<void> Withdrawn::forget(const kaspa::TxId& id)
{
    BT_TRY(auto drop, m_db->prepare("DELETE FROM withdrawn WHERE txid = ?"));
    BT_CHECK(drop.bind(id.view()).run());
    m_all.erase(id);
    return {};
}

Result<std::vector<std::vector<kaspa::Outpoint>>> Withdrawn::bindingOn(Context& c, const std::string& name, std::int64_t intent)
{
    std::vector<std::vector<kaspa::Outpoint>> out;
    const auto daaScore = c.payments.about().daaScore;
    std::vector<kaspa::TxId> over;
    for (const auto& [id, row] : m_all) {
        if (row.name != name) continue;
        BT_TRY(const auto fate, fateOf(c, row.tx, daaScore));
        if (fate == Fate::Over) {
            over.push_back(id);
            continue;
        }
        if (row.tx.intent != intent) {
            BT_TRY(const bool lives, livesOn(c, row.tx.intent));
            if (lives || !row.excludedBy.isZero()) continue;
        }
        auto& coins = out.emplace_back();
        for (const auto& in : row.tx.submission.tx.inputs) coins.push_back(in.previous);
    }
    if (over.empty()) return out;
    BT_CHECK(c.atomically([&]() -> Result<void> {
        for (const auto& id : over) BT_CHECK(forget(id));
        return {};
    }));
    return out;
}

Result<void> Withdrawn::add(const std::string& name, const CarriedTx& tx)
{
    std::vector<WithdrawnTx> possible;
    for (const auto& [id, row] : m_all)
        if (row.excludedBy == tx.id) possible.push_back(row);
    for (auto& row : possible) {
        row.excludedBy = {};
        BT_CHECK(save(row));
    }
    WithdrawnTx row{tx, name, {}};
    row.tx.daaScore = 0;
    row.tx.block = {};
    row.tx.sent = row.tx.done = false;
    return save(row);
}

Result<void> Withdrawn::excludedBy(const std::string& name, std::int64_t intent, const kaspa::Transaction& tx)
{
    std::vector<WithdrawnTx> excluded;
    for (const auto& [id, row] : m_all)
        if (row.name == name && row.tx.intent != intent && spendsOneOf(tx, row.tx.submission.tx)) excluded.push_back(row);
    for (auto& row : excluded) {
        row.excludedBy = kaspa::transactionId(tx);
        BT_CHECK(save(row));
    }
    return {};
}

Result<void> Withdrawn::renumber(const std::string& from, std::int64_t intent, const std::string& to, std::int64_t next)
{
    std::vector<WithdrawnTx> moved;
    for (const auto& [id, row] : m_all)
        if (row.name == from && row.tx.intent == intent) moved.push_back(row);
    for (auto& row : moved) {
        row.name = to;
        row.tx.intent = next;
        BT_CHECK(save(row));
    }
    return {};
}

} // namespace bt::service
