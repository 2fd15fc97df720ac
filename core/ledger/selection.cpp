// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/selection.h"

#include <algorithm>
#include <map>

namespace bt::ledger {
namespace {

//! Each plain input weighs about 1,120 grams of 500,000; contracts beside them need room too.
constexpr std::size_t kMostCoins = 400;
//! How many sizes of single coin are tried before coins are added up.
constexpr std::size_t kSingles = 6;
//! How many more coins are tried to make a choice legal or cheaper once the sum is reached.
constexpr std::size_t kMoreCoins = 8;
constexpr std::size_t kMergeTries = 40;

std::uint64_t total(const std::vector<const Coin*>& coins)
{
    std::uint64_t sum = 0;
    for (const Coin* coin : coins) sum += coin->utxo.amount.value;
    return sum;
}

} // namespace

Selection::Selection(const BuildRequest& request, const std::vector<Coin>& coins, const NetworkParams& network, std::uint64_t daaScore)
    : m_request(request)
{
    std::map<std::string, Group> byRelation;
    for (const Coin& coin : coins) {
        if (coin.state != CoinState::Confirmed) continue;
        if (coin.utxo.isCoinbase && coin.utxo.daaScore + network.coinbaseMaturity > daaScore) continue;
        const bool taken = std::ranges::any_of(request.inputs, [&](const FixedInput& f) { return f.outpoint == coin.outpoint; });
        if (taken) continue;
        Group& group = byRelation[coin.relation];
        group.coins.push_back(&coin);
        group.total += coin.utxo.amount.value;
    }
    for (auto& [relation, group] : byRelation) {
        group.relation = relation;
        // Outpoints break ties, so that the same wallet always makes the same choice.
        std::ranges::sort(group.coins, [](const Coin* a, const Coin* b) {
            return std::pair(b->utxo.amount, a->outpoint) < std::pair(a->utxo.amount, b->outpoint);
        });
        m_total += group.total;
        m_groups.push_back(std::move(group));
    }
    const auto rank = [&](const Group& g) { return g.relation == request.relation ? 0 : g.relation.empty() ? 1 : 2; };
    std::ranges::stable_sort(m_groups,
                             [&](const Group& a, const Group& b) { return rank(a) != rank(b) ? rank(a) < rank(b) : a.total > b.total; });
    std::uint64_t out = 0;
    std::uint64_t in = 0;
    for (const auto& output : request.outputs) out += output.value.value;
    for (const FixedInput& fixed : request.inputs) in += fixed.utxo.amount.value;
    m_need = out > in ? out - in : 0;
}

bool Selection::sendAll(const Try& attempt)
{
    std::vector<const Coin*> all;
    for (const Group& group : m_groups) all.insert(all.end(), group.coins.begin(), group.coins.end());
    if (all.size() > kMostCoins) {
        std::ranges::stable_sort(all, [](const Coin* a, const Coin* b) { return a->utxo.amount > b->utxo.amount; });
        all.resize(kMostCoins);
    }
    return attempt(all).has_value();
}

//! Keeps the cheapest choice and tries to better it, one coin more or less at a time: storage mass falls with every
//! coin that joins, and a payment from one small coin may cost a hundred times as much as from two.
class Selection::Search
{
public:
    Search(const std::vector<const Coin*>& pool, const Try& attempt) : m_pool(pool), m_attempt(attempt) {}

    bool consider(std::vector<const Coin*> picked)
    {
        const auto fee = m_attempt(picked);
        if (!fee) return false;
        if (m_fee && *fee >= *m_fee) return true;
        m_fee = fee;
        m_picked = std::move(picked);
        return true;
    }
    [[nodiscard]] bool found() const { return m_fee.has_value(); }
    void improve()
    {
        std::vector<const Coin*> candidates;
        for (std::size_t i = 0; i < m_pool.size(); i += std::max<std::size_t>(m_pool.size() / kCandidates, 1))
            candidates.push_back(m_pool[i]);
        // One, two and more inputs are weighed by different formulas (KIP-9), so steps of one coin need not lead from one
        // cheap choice to another: all small choices are tried, and everything at once.
        if (m_pool.size() <= kImprovable) consider(m_pool);
        for (std::size_t i = 0; i < candidates.size(); ++i)
            for (std::size_t j = i + 1; j < candidates.size(); ++j) {
                consider({candidates[i], candidates[j]});
                for (std::size_t k = j + 1; k < candidates.size(); ++k) consider({candidates[i], candidates[j], candidates[k]});
            }
        for (std::size_t round = 0; round < kRounds && m_picked.size() <= kImprovable; ++round) {
            const Sompi before = *m_fee;
            const std::vector<const Coin*> base = m_picked;
            for (const Coin* coin : candidates) {
                if (std::ranges::find(base, coin) != base.end()) continue;
                auto more = base;
                more.push_back(coin);
                consider(std::move(more));
                for (std::size_t i = 0; base.size() <= kSwappable && i < base.size(); ++i) {
                    auto other = base;
                    other[i] = coin;
                    consider(std::move(other));
                }
            }
            for (std::size_t i = 0; base.size() > 1 && i < base.size(); ++i) {
                auto fewer = base;
                fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
                consider(std::move(fewer));
            }
            if (*m_fee >= before) return;
        }
    }

private:
    static constexpr std::size_t kRounds = 6;
    static constexpr std::size_t kImprovable = 16; // beyond, storage mass is no longer what is paid for
    static constexpr std::size_t kSwappable = 4;   // few coins: which ones they are decides the storage mass
    static constexpr std::size_t kCandidates = 8;
    const std::vector<const Coin*>& m_pool;
    const Try& m_attempt;
    std::optional<Sompi> m_fee;
    std::vector<const Coin*> m_picked;
};

bool Selection::fromPool(const std::vector<const Coin*>& pool, const Try& attempt)
{
    if (total(pool) < m_need) return false;
    Search search(pool, attempt);
    // The smallest few coins that are large enough alone, and the largest.
    const auto enough = std::ranges::partition_point(pool, [&](const Coin* c) { return c->utxo.amount.value > m_need; });
    const auto large = static_cast<std::size_t>(enough - pool.begin());
    for (std::size_t n = 0; n < std::min(large, kSingles); ++n) search.consider({n + 1 == kSingles ? pool.front() : pool[large - 1 - n]});
    std::vector<const Coin*> picked;
    std::uint64_t sum = 0;
    std::size_t beyond = 0;
    for (const Coin* coin : pool) {
        if (search.found()) break;
        if (picked.size() == kMostCoins) {
            m_tooMany = true;
            return false;
        }
        picked.push_back(coin);
        sum += coin->utxo.amount.value;
        if (sum < m_need) continue;
        search.consider(picked);
        // Each further coin should bring the fee or make the change heavier than dust; a few are enough to know.
        if (++beyond > kMoreCoins && sum > 2 * m_need + kSompiPerKas) break;
    }
    if (search.found() && m_request.joinMore) search.improve();
    return search.found();
}

bool Selection::fromGroups(const std::vector<const Group*>& groups, const Try& attempt)
{
    std::vector<const Coin*> pool;
    for (const Group* group : groups) pool.insert(pool.end(), group->coins.begin(), group->coins.end());
    std::ranges::stable_sort(pool, [](const Coin* a, const Coin* b) { return a->utxo.amount > b->utxo.amount; });
    return fromPool(pool, attempt);
}

Selection::Outcome Selection::run(const Try& attempt)
{
    if (m_request.sendAll) {
        if (m_groups.size() > 1 && !m_request.mayMerge) return Outcome::WouldMerge;
        return sendAll(attempt) ? Outcome::Found : Outcome::Refused;
    }
    if (m_need == 0 && !m_request.inputs.empty() && attempt({})) return Outcome::Found;
    for (const Group& group : m_groups)
        if (fromPool(group.coins, attempt)) return Outcome::Found;
    if (m_total < m_need) {
        std::vector<const Coin*> all;
        for (const Group& group : m_groups)
            for (const Coin* coin : group.coins)
                if (all.size() < kMostCoins) all.push_back(coin);
        (void)attempt(all); // so that the missing sum includes the fee
        return Outcome::NotEnough;
    }
    if (m_groups.size() > 1) {
        if (!m_request.mayMerge) return Outcome::WouldMerge;
        // As few relations as possible; of as many, those with the preferred one first, then the richest.
        std::ranges::stable_sort(m_groups, [](const Group& a, const Group& b) { return a.total > b.total; });
        const auto preferred = std::ranges::find(m_groups, m_request.relation, &Group::relation);
        std::size_t tries = 0;
        for (std::size_t many = 2; many <= m_groups.size(); ++many) {
            std::vector<const Group*> richest;
            for (std::size_t i = 0; i < many; ++i) richest.push_back(&m_groups[i]);
            const bool inside = preferred - m_groups.begin() < static_cast<std::ptrdiff_t>(many);
            std::vector<const Group*> own = richest;
            if (preferred != m_groups.end() && !inside) own.back() = &*preferred;
            if (tries++ > kMergeTries) break;
            if (fromGroups(own, attempt) || (own != richest && fromGroups(richest, attempt))) return Outcome::Found;
        }
    }
    return m_tooMany ? Outcome::TooMany : Outcome::Refused;
}

} // namespace bt::ledger
