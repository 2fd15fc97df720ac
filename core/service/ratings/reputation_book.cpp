// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ratings/reputation_book.h"

#include "service/json_fields.h"

#include <algorithm>

namespace bt::service {
namespace {

namespace cr = contract::reputation;

constexpr std::size_t kHistory = 256; // ratings that a reorganisation may take back: far more than blocks that it may
constexpr int kPause = 9;             // times what a reading took

} // namespace

void ReputationBook::want(const records::ListedReputation& listed)
{
    const auto id = kaspa::CovenantId::from(listed.id.view());
    if (!id) return;
    const auto known = m_all.find(*id);
    if (known != m_all.end() && known->second.listed == listed) return;
    // Another claim about the same id: one of the two is not true, and the one whose birth was found stands.
    if (known != m_all.end() && known->second.now) return;
    Followed one;
    one.listed = listed;
    m_all.insert_or_assign(*id, std::move(one));
}

bool ReputationBook::isBirth(const Followed& one, const ledger::AcceptedTx& tx)
{
    return equal(tx.id.view(), one.listed.transaction.view());
}

bool ReputationBook::apply(const ledger::AcceptedBlock& block, std::map<kaspa::CovenantId, Followed>& of,
                           std::map<kaspa::Outpoint, kaspa::CovenantId>& at, bool reading)
{
    bool any = false;
    for (const auto& tx : block.txs) {
        for (auto& [id, one] : of) {
            // Those that were not looked for yet are read up to here first.
            if (one.now || (!one.looked && !reading) || !isBirth(one, tx)) continue;
            const auto token = kaspa::CovenantId::from(one.listed.token.view()), pool = kaspa::CovenantId::from(one.listed.pool.view());
            if (!token || !pool) continue;
            auto born = cr::readBirth(one.listed.key, *token, *pool, tx.tx, tx.id, one.listed.output);
            if (!born || born->id != id) continue; // not what the listing says it is
            born->daaScore = block.daaScore;
            at.insert_or_assign(born->outpoint, id);
            one.now = *born;
            one.born = block.hash;
            one.before.clear();
            any = true;
        }
        for (const auto& input : tx.tx.inputs) {
            const auto place = at.find(input.previous);
            if (place == at.end()) continue;
            auto& one = of.at(place->second);
            // The program has one way out of an output; what cannot be read as that is another program's spend.
            auto rated = cr::readSpend(*one.now, tx.tx, tx.id);
            if (!rated) continue;
            rated->next.daaScore = block.daaScore;
            one.before.emplace_back(block.hash, *one.now);
            if (one.before.size() > kHistory) one.before.erase(one.before.begin());
            at.erase(place);
            at.insert_or_assign(rated->next.outpoint, rated->next.id);
            one.now = rated->next;
            any = true;
            break;
        }
    }
    return any;
}

bool ReputationBook::added(const ledger::AcceptedBlock& block) { return apply(block, m_all, m_at, false); }

bool ReputationBook::takenBack(const ledger::BlockHash& block)
{
    bool any = false;
    for (auto& [id, one] : m_all) {
        while (!one.before.empty() && one.before.back().first == block) {
            m_at.erase(one.now->outpoint);
            one.now = one.before.back().second;
            m_at.insert_or_assign(one.now->outpoint, id);
            one.before.pop_back();
            any = true;
        }
        if (!one.now || one.born != block) continue;
        m_at.erase(one.now->outpoint);
        one.now.reset(); // its birth comes again with a block, or never
        any = true;
    }
    m_reading.reset(); // what it read may be another branch
    return any;
}

Result<bool> ReputationBook::read(ledger::Node& node, const ledger::BlockHash& place, const Deadline& deadline)
{
    const auto begun = std::chrono::steady_clock::now();
    if (!m_reading) {
        if (begun < m_next) return false;
        Reading reading;
        for (const auto& [id, one] : m_all)
            if (!one.looked) reading.of.emplace(id, one);
        if (reading.of.empty()) return false;
        m_reading = std::move(reading);
        m_spent = {};
    }
    auto& reading = *m_reading;
    for (bool arrived = reading.cursor == place; !arrived;) {
        auto page = node.chain(reading.cursor, deadline);
        if (!page || !page->removed.empty()) {
            m_reading.reset();
            if (!page) return tl::unexpected(std::move(page).error());
            return false;
        }
        for (const auto& block : page->added) {
            apply(block, reading.of, reading.at, true);
            arrived = block.hash == place;
            if (arrived) break;
        }
        reading.cursor = page->cursor;
        if (!arrived && !page->more) {
            m_reading.reset(); // the place lies on a branch that is no more: begin anew
            return false;
        }
        if (!arrived && deadline.over()) {
            m_spent += std::chrono::steady_clock::now() - begun;
            return false; // goes on with the next look
        }
    }
    for (auto& [id, one] : reading.of) {
        const auto known = m_all.find(id);
        if (known == m_all.end() || !(known->second.listed == one.listed)) continue;
        one.looked = true;
        known->second = std::move(one);
        if (known->second.now) m_at.insert_or_assign(known->second.now->outpoint, id);
    }
    m_reading.reset();
    const auto now = std::chrono::steady_clock::now();
    m_next = now + kPause * (m_spent + (now - begun));
    return true;
}

bool ReputationBook::behind() const
{
    return std::ranges::any_of(m_all, [](const auto& one) { return !one.second.looked; });
}

std::optional<cr::Reputation> ReputationBook::find(const records::ListedReputation& listed) const
{
    const auto id = kaspa::CovenantId::from(listed.id.view());
    const auto it = id ? m_all.find(*id) : m_all.end();
    if (it == m_all.end() || !(it->second.listed == listed) || !it->second.looked) return std::nullopt;
    return it->second.now;
}

ReputationView ReputationBook::view(const records::ListedReputation& listed, bool weighs) const
{
    ReputationView out;
    out.id = hexOf(listed.id);
    out.birth = hexOf(listed.transaction);
    const auto id = kaspa::CovenantId::from(listed.id.view());
    const auto it = id ? m_all.find(*id) : m_all.end();
    if (it == m_all.end() || !it->second.looked) return out;
    out.state = ReputationView::State::Unreadable;
    if (!it->second.now || !(it->second.listed == listed)) return out;
    const auto& state = it->second.now->state;
    out.state = ReputationView::State::Ready;
    out.count = state.count;
    out.stars = state.stars;
    if (state.count > 0) out.average = static_cast<std::uint32_t>(state.sum * 100 / state.count);
    if (!weighs) return out;
    out.weight = state.weight;
    out.weighted = state.average();
    return out;
}

void ReputationBook::forget()
{
    m_at.clear();
    m_reading.reset();
    m_next = {};
    for (auto& [id, one] : m_all) {
        const auto listed = one.listed;
        one = Followed{};
        one.listed = listed;
    }
}

} // namespace bt::service
