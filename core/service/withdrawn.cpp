// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/withdrawn.h"

#include "kaspa/hashing.h"
#include "service/dispatcher.h"
#include "service/json_fields.h"

namespace bt::service {
namespace {

constexpr std::string_view kRow = "withdrawn/"; // facts of the database, by name

bool spendsOneOf(const kaspa::Transaction& tx, const std::vector<kaspa::Outpoint>& coins)
{
    return std::ranges::any_of(tx.inputs, [&](const auto& in) { return std::ranges::find(coins, in.previous) != coins.end(); });
}

} // namespace

std::string Withdrawn::nameOf(const std::string& purpose, std::int64_t intent)
{
    return purpose.empty() ? "intent/" + std::to_string(intent) : "for/" + purpose;
}

Result<std::vector<Withdrawn::Row>> Withdrawn::read(const std::string& name)
{
    std::vector<Row> out;
    BT_TRY(const auto kept, m_c->book.get(std::string(kRow) + name));
    if (!kept || kept->empty()) return out;
    BT_TRY(const Json json, codec::parseJson(textOf(*kept)));
    FieldReader f(json);
    for (const auto& item : f.array("rows")) {
        FieldReader r(item);
        Row row;
        row.intent = r.integer("intent");
        row.id = r.fixed<kaspa::TxId>("id");
        row.excludedBy = r.fixed<kaspa::TxId>("by");
        for (const auto& coin : r.array("coins")) {
            FieldReader c(coin);
            row.coins.push_back({c.fixed<kaspa::TxId>("tx"), static_cast<std::uint32_t>(c.integer("at"))});
            if (!c.ok()) r.fail();
        }
        if (!r.ok()) f.fail();
        out.push_back(std::move(row));
    }
    if (!f.ok()) return fail("service.bad_row", "withdrawn");
    return out;
}

Result<void> Withdrawn::write(const std::string& name, const std::vector<Row>& rows)
{
    Json list = Json::array();
    for (const auto& row : rows) {
        Json coins = Json::array();
        for (const auto& coin : row.coins) coins.push_back({{"tx", hexOf(coin.id)}, {"at", coin.index}});
        list.push_back({{"intent", row.intent}, {"id", hexOf(row.id)}, {"by", hexOf(row.excludedBy)}, {"coins", std::move(coins)}});
    }
    return m_c->book.put(std::string(kRow) + name, rows.empty() ? Bytes{} : bytesOf(Json{{"rows", std::move(list)}}.dump()));
}

Result<Withdrawn::Fate> Withdrawn::fateOf(const Row& row, std::uint64_t daaScore)
{
    bool known = false;
    for (const auto& coin : row.coins) {
        BT_TRY(const auto fate, m_c->wallet.fateOf(coin));
        known = known || fate.known;
        // A block that a reorganisation may still take back would give the coin back, too.
        if (fate.spentAt && daaScore >= *fate.spentAt + m_c->wallet.network().settleDaa) return Fate::Over;
    }
    return known ? Fate::Possible : Fate::Over; // what none of our coins pays for went with them
}

Result<bool> Withdrawn::livesOn(std::int64_t intent)
{
    const auto found = m_c->outbox.get(intent);
    if (!found && found.error().code == "outbox.unknown") return false;
    if (!found) return tl::unexpected(found.error());
    return found->state != outbox::State::Failed && found->state != outbox::State::Cancelled;
}

Result<std::vector<std::vector<kaspa::Outpoint>>> Withdrawn::bindingOn(const std::string& name, std::int64_t intent)
{
    std::vector<std::vector<kaspa::Outpoint>> out;
    BT_TRY(const auto rows, read(name));
    if (rows.empty()) return out;
    const auto daaScore = m_c->payments.about().daaScore;
    std::vector<Row> possible;
    for (const auto& row : rows) {
        BT_TRY(const auto fate, fateOf(row, daaScore));
        if (fate == Fate::Over) continue;
        possible.push_back(row);
        if (row.intent != intent) {
            BT_TRY(const bool lives, livesOn(row.intent));
            if (lives || !row.excludedBy.isZero()) continue;
        }
        out.push_back(row.coins);
    }
    if (possible.size() != rows.size()) BT_CHECK(m_c->atomically([&] { return write(name, possible); }));
    return out;
}

Result<void> Withdrawn::add(const std::string& name, std::int64_t intent, const kaspa::Transaction& tx)
{
    BT_TRY(auto rows, read(name));
    const auto id = kaspa::transactionId(tx);
    for (auto& row : rows)
        if (row.excludedBy == id) row.excludedBy = {};
    if (std::ranges::none_of(rows, [&](const Row& row) { return row.id == id; })) {
        Row row{intent, id, {}, {}};
        for (const auto& in : tx.inputs) row.coins.push_back(in.previous);
        rows.push_back(std::move(row));
    }
    return write(name, rows);
}

Result<void> Withdrawn::excludedBy(const std::string& name, std::int64_t intent, const kaspa::Transaction& tx)
{
    BT_TRY(auto rows, read(name));
    bool any = false;
    for (auto& row : rows) {
        if (row.intent == intent || !spendsOneOf(tx, row.coins)) continue;
        row.excludedBy = kaspa::transactionId(tx);
        any = true;
    }
    return any ? write(name, rows) : Result<void>{};
}

Result<void> Withdrawn::renumber(const std::string& from, std::int64_t intent, const std::string& to, std::int64_t next)
{
    BT_TRY(auto rows, read(from));
    std::vector<Row> moved;
    for (auto& row : rows)
        if (row.intent == intent) {
            row.intent = next;
            moved.push_back(row);
        }
    if (moved.empty()) return {};
    if (from == to) return write(to, rows);
    std::erase_if(rows, [&](const Row& row) { return row.intent == next; });
    BT_CHECK(write(from, rows));
    BT_TRY(auto there, read(to));
    there.insert(there.end(), moved.begin(), moved.end());
    return write(to, there);
}

std::string conflictName(const Errand& errand, std::int64_t intent)
{
    return errand.visitId.empty() ? "conflict/intent/" + std::to_string(intent) : "conflict/" + errand.visitId;
}

Result<void> afterConflict(Context& c, const Errand& errand, std::int64_t intent)
{
    BT_TRY(const auto noted, c.book.get(conflictName(errand, intent)));
    if (!noted || noted->empty()) return {};
    const auto settled = std::strtoull(textOf(*noted).c_str(), nullptr, 10) + c.wallet.network().settleDaa;
    const auto now = c.payments.about().daaScore;
    if (now >= settled) return {};
    const auto wait = static_cast<std::int64_t>((settled - now) / c.wallet.network().daaPerSecond + 1) * kSecond;
    return fail("service.not_yet", {std::to_string(c.now().value + wait)}, "conflict");
}

} // namespace bt::service
