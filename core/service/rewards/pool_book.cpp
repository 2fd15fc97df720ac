// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rewards/pool_book.h"

#include "contract/token/reader.h"
#include "messaging/pointer.h"
#include "service/rewards/pool_rows.h"

#include <algorithm>

namespace bt::service::rewards {
namespace {

bool richer(const token::Holding& a, const token::Holding& b)
{
    return a.state.amount != b.state.amount ? a.state.amount > b.state.amount : a.outpoint < b.outpoint;
}

} // namespace

BirthIn bornAs(reward::PoolBirth birth)
{
    return [birth](const ledger::AcceptedTx& tx) -> std::optional<reward::PoolBirth> {
        for (const auto& input : tx.tx.inputs)
            if (input.previous == birth.authorising) return birth;
        return std::nullopt;
    };
}

Result<PoolBook> PoolBook::open(store::Database& db)
{
    BT_CHECK(
        db.migrate("rewards.pool",
                   {"CREATE TABLE reward_pool (id INTEGER PRIMARY KEY CHECK (id = 1), image BLOB NOT NULL);"
                    "CREATE TABLE reward_tokens (tx BLOB NOT NULL, place INTEGER NOT NULL, holding BLOB NOT NULL,"
                    " PRIMARY KEY (tx, place)) WITHOUT ROWID;"
                    "CREATE TABLE reward_events (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, txid TEXT NOT NULL, at INTEGER NOT NULL,"
                    " epoch TEXT NOT NULL, place INTEGER NOT NULL, amount TEXT NOT NULL, reason INTEGER NOT NULL, winner BLOB NOT NULL,"
                    " evidence BLOB NOT NULL);"
                    "CREATE INDEX reward_events_tx ON reward_events (txid);"
                    "CREATE TABLE reward_epochs (epoch INTEGER PRIMARY KEY, pool BLOB NOT NULL, budget TEXT NOT NULL, end INTEGER NOT NULL,"
                    " root BLOB NOT NULL, txid TEXT NOT NULL, digest BLOB NOT NULL, at INTEGER NOT NULL, stopped TEXT NOT NULL DEFAULT '');"
                    "CREATE TABLE reward_lists (root BLOB PRIMARY KEY, list BLOB NOT NULL);"}));
    PoolBook book(db);
    BT_CHECK(book.reload());
    return book;
}

Result<void> PoolBook::reload()
{
    m_pool.reset();
    m_tokens.clear();
    m_lost = false;
    BT_TRY(auto row, m_db->prepare("SELECT image FROM reward_pool"));
    BT_TRY(const bool there, row.step());
    if (!there) return {};
    BT_TRY(const Json json, codec::parseJson(textOf(row.blob(0))));
    BT_CHECK(restore(json));
    BT_TRY(auto tokens, m_db->prepare("SELECT holding FROM reward_tokens"));
    for (;;) {
        BT_TRY(const bool more, tokens.step());
        if (!more) break;
        BT_TRY(const Json holding, codec::parseJson(textOf(tokens.blob(0))));
        BT_TRY(auto one, holdingFrom(holding));
        m_tokens.push_back(std::move(one));
    }
    std::ranges::sort(m_tokens, richer);
    return {};
}

Json PoolBook::image() const
{
    Json json{{"lost", m_lost}};
    if (m_pool) json["pool"] = jsonOf(*m_pool);
    return json;
}

Result<void> PoolBook::restore(const Json& json)
{
    FieldReader f(json);
    std::optional<reward::Pool> pool;
    if (f.has("pool")) {
        BT_TRY(pool, poolFrom(f.object("pool")));
    }
    const bool lost = f.flag("lost");
    if (!f.ok()) return fail("reward.bad_row", {"image"}, {});
    m_pool = std::move(pool);
    m_lost = lost;
    return {};
}

Result<void> PoolBook::save()
{
    BT_TRY(auto row, m_db->prepare("INSERT OR REPLACE INTO reward_pool (id, image) VALUES (1, ?)"));
    return row.bind(viewOf(image().dump())).run();
}

Result<void> PoolBook::change(const std::vector<token::Holding>& gone, const std::vector<token::Holding>& come)
{
    BT_TRY(auto drop, m_db->prepare("DELETE FROM reward_tokens WHERE tx = ? AND place = ?"));
    for (const auto& one : gone) {
        std::erase_if(m_tokens, [&](const token::Holding& held) { return held.outpoint == one.outpoint; });
        BT_CHECK(drop.bind(one.outpoint.id.view()).bind(std::int64_t{one.outpoint.index}).run());
        drop.reset();
    }
    BT_TRY(auto add, m_db->prepare("INSERT OR REPLACE INTO reward_tokens (tx, place, holding) VALUES (?, ?, ?)"));
    for (const auto& one : come) {
        m_tokens.insert(std::ranges::upper_bound(m_tokens, one, richer), one);
        BT_CHECK(add.bind(one.outpoint.id.view()).bind(std::int64_t{one.outpoint.index}).bind(viewOf(jsonOf(one).dump())).run());
        add.reset();
    }
    return {};
}

token::Units PoolBook::balance() const
{
    token::Units sum;
    for (const auto& one : m_tokens)
        if (const auto next = token::add(sum, one.state.amount)) sum = *next;
    return sum;
}

bool PoolBook::touches(const ledger::AcceptedTx& tx) const
{
    if (!m_pool || m_lost) return false;
    for (const auto& input : tx.tx.inputs)
        if (input.previous == m_pool->outpoint || std::ranges::find(m_tokens, input.previous, &token::Holding::outpoint) != m_tokens.end())
            return true;
    return std::ranges::any_of(tx.tx.outputs,
                               [&](const kaspa::Output& out) { return out.covenant && out.covenant->id == m_pool->state.token; });
}

Result<bool> PoolBook::accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block, const BirthIn& birth,
                                const std::function<Result<void>(ByteView)>& remember)
{
    if (m_pool ? !touches(tx) : !birth(tx)) return false;
    Json before = image();
    TokenChange tokens;
    if (!m_pool) {
        BT_TRY(const bool any, born(tx, block, birth));
        if (!any) return false;
    } else {
        BT_TRY(auto known, m_db->prepare("SELECT 1 FROM reward_events WHERE txid = ?"));
        BT_TRY(const bool again, known.bind(std::string_view(hexOf(tx.id))).step());
        if (again) return false; // a wallet that reads the chain anew shows us what we know
        const bool spends = std::ranges::find(tx.tx.inputs, m_pool->outpoint, &kaspa::Input::previous) != tx.tx.inputs.end();
        tokens = tokensMoved(tx, block);
        if (!spends && tokens.gone.empty() && tokens.come.empty()) return false; // somebody's tokens, not the pool's
        if (spends) {
            BT_CHECK(moved(tx, block));
        } else {
            token::Units gone, come;
            for (const auto& one : tokens.gone) gone.value += one.state.amount.value;
            for (const auto& one : tokens.come) come.value += one.state.amount.value;
            if (come > gone)
                BT_CHECK(note({"gift", hexOf(tx.id), block.time, m_pool->state.epoch, 0, std::nullopt, {come.value - gone.value}}));
        }
        BT_CHECK(change(tokens.gone, tokens.come));
    }
    before["gone"] = Json::array();
    before["come"] = Json::array();
    for (const auto& one : tokens.gone) before["gone"].push_back(jsonOf(one));
    for (const auto& one : tokens.come) before["come"].push_back(jsonOf(one));
    BT_CHECK(remember(viewOf(before.dump())));
    BT_CHECK(save());
    return true;
}

Result<bool> PoolBook::born(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block, const BirthIn& birth)
{
    const auto record = birth(tx);
    if (!record) return false;
    const auto bare = reward::bear(*record);
    if (!bare || record->index >= tx.tx.outputs.size()) return false;
    const auto& out = tx.tx.outputs[record->index];
    // The id proves the rest: it was made of this outpoint, this index, this value and this script, alone.
    if (out.spk != bare->output.spk || out.value != bare->output.value || !out.covenant || out.covenant->id != bare->pool.id) return false;
    m_pool = bare->pool;
    m_pool->outpoint = {tx.id, record->index};
    m_pool->daaScore = block.daaScore;
    return true;
}

Result<void> PoolBook::moved(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    const auto read = reward::readSpend(*m_pool, tx.tx, tx.id);
    if (!read) { // a program that we do not know all of must not stop everything else
        m_lost = true;
        return {};
    }
    const auto txid = hexOf(tx.id);
    PoolEvent event{
        std::string(reward::poolStepName(read->step)), txid, block.time, read->next.state.epoch, read->index.value_or(0), read->award, {}};
    if (read->award) event.amount = read->award->amount;
    if (read->step == reward::PoolStep::Open) {
        event.amount = read->next.state.budget;
        const auto& s = read->next.state;
        BT_TRY(
            auto add,
            m_db->prepare(
                "INSERT OR REPLACE INTO reward_epochs (epoch, pool, budget, end, root, txid, digest, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
        Hash256 digest;
        if (const auto said = messaging::parseAnnouncement(tx.tx.payload); said && said->kind == messaging::Announcement::Kind::RewardEpoch)
            digest = said->digest;
        BT_CHECK(add.bind(static_cast<std::int64_t>(s.epoch))
                     .bind(m_pool->id.view())
                     .bind(std::string_view(std::to_string(s.budget.value)))
                     .bind(s.end.value)
                     .bind(s.root.view())
                     .bind(txid)
                     .bind(digest.view())
                     .bind(block.time.value)
                     .run());
    }
    if (read->step == reward::PoolStep::Veto) {
        BT_TRY(auto stop, m_db->prepare("UPDATE reward_epochs SET stopped = ? WHERE epoch = ?"));
        BT_CHECK(stop.bind(txid).bind(static_cast<std::int64_t>(m_pool->state.epoch)).run());
    }
    BT_CHECK(note(event));
    m_pool = read->next;
    m_pool->daaScore = block.daaScore;
    return {};
}

PoolBook::TokenChange PoolBook::tokensMoved(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block) const
{
    TokenChange out;
    for (const auto& input : tx.tx.inputs)
        if (const auto held = std::ranges::find(m_tokens, input.previous, &token::Holding::outpoint); held != m_tokens.end())
            out.gone.push_back(*held);
    // What came is proved by the outputs alone: inputs of another token between those of ours must not hide a gift.
    for (std::uint32_t i = 0; i < tx.tx.outputs.size(); ++i) {
        if (const auto& bound = tx.tx.outputs[i].covenant; !bound || bound->id != m_pool->state.token) continue;
        const auto made = token::readReceived(m_pool->state.token, tx.tx, tx.id, i);
        if (!made || made->state.owner != token::Owner::covenant(m_pool->id)) continue;
        out.come.push_back(*made);
        out.come.back().daaScore = block.daaScore;
    }
    return out;
}

Result<void> PoolBook::note(const PoolEvent& event)
{
    BT_TRY(auto add, m_db->prepare("INSERT INTO reward_events (kind, txid, at, epoch, place, amount, reason, winner, evidence) VALUES (?, "
                                   "?, ?, ?, ?, ?, ?, ?, ?)"));
    const auto award = event.award.value_or(reward::Award{});
    return add.bind(event.kind)
        .bind(event.txid)
        .bind(event.at.value)
        .bind(std::string_view(std::to_string(event.epoch)))
        .bind(std::int64_t{event.index})
        .bind(std::string_view(std::to_string(event.amount.value)))
        .bind(std::int64_t{static_cast<std::uint8_t>(award.reason)})
        .bind(award.winner.view())
        .bind(award.evidence.view())
        .run();
}

Result<void> PoolBook::takenBack(const std::string& txid, ByteView bytes)
{
    BT_TRY(const Json json, codec::parseJson(textOf(bytes)));
    BT_CHECK(restore(json));
    FieldReader f(json);
    std::vector<token::Holding> gone, come;
    for (const auto& item : f.array("gone")) {
        BT_TRY(auto one, holdingFrom(item));
        gone.push_back(std::move(one));
    }
    for (const auto& item : f.array("come")) {
        BT_TRY(auto one, holdingFrom(item));
        come.push_back(std::move(one));
    }
    if (!f.ok()) return fail("reward.bad_row", {"change"}, {});
    BT_CHECK(change(come, gone));
    BT_TRY(auto events, m_db->prepare("DELETE FROM reward_events WHERE txid = ?"));
    BT_CHECK(events.bind(txid).run());
    BT_TRY(auto opened, m_db->prepare("DELETE FROM reward_epochs WHERE txid = ?"));
    BT_CHECK(opened.bind(txid).run());
    BT_TRY(auto stopped, m_db->prepare("UPDATE reward_epochs SET stopped = '' WHERE stopped = ?"));
    BT_CHECK(stopped.bind(txid).run());
    return save();
}

Result<void> PoolBook::forget()
{
    m_pool.reset();
    m_tokens.clear();
    m_lost = false;
    return m_db->execute("DELETE FROM reward_pool; DELETE FROM reward_tokens; DELETE FROM reward_events; DELETE FROM reward_epochs;");
}

} // namespace bt::service::rewards
