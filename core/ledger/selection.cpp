// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/selection.h"

#include <algorithm>
#include <map>

namespace bt::ledger
{
namespace
{

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

Selection::Selection(const BuildRequest& request, const std::vector<Coin>& coins, const NetworkParams& network,
                     std::uint64_t daaScore)
    : m_request(request)
{
    std::map<std::string, Group> byRelation;
    for (const Coin& coin : coins) {
        if (coin.state != CoinState::Confirmed) continue;
        if (coin.utxo.isCoinbase && coin.utxo.daaScore + network.coinbaseMaturity > daaScore) continue;
        const bool taken =
            std::ranges::any_of(request.inputs, [&](const FixedInput& f) { return f.outpoint == coin.outpoint; });
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
    std::ranges::stable_sort(m_groups, [&](const Group& a, const Group& b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.total > b.total;
    });
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

bool Selection::fromPool(const std::vector<const Coin*>& pool, const Try& attempt)
{
    if (total(pool) < m_need) return false;
    // One coin links nothing: the smallest few that are large enough, then the largest.
    const auto enough =
        std::ranges::partition_point(pool, [&](const Coin* c) { return c->utxo.amount.value > m_need; });
    const auto large = static_cast<std::size_t>(enough - pool.begin());
    bool found = false;
    for (std::size_t n = 0; n < std::min(large, kSingles); ++n) {
        const Coin* coin = n + 1 == kSingles ? pool.front() : pool[large - 1 - n];
        found = attempt({coin}).has_value() || found;
    }
    if (found) return true;
    std::vector<const Coin*> picked;
    std::uint64_t sum = 0;
    std::size_t beyond = 0;
    for (const Coin* coin : pool) {
        if (picked.size() == kMostCoins) {
            m_tooMany = true;
            return false;
        }
        picked.push_back(coin);
        sum += coin->utxo.amount.value;
        if (sum < m_need) continue;
        if (attempt(picked)) return true;
        // Each further coin should bring the fee or make the change heavier than dust; a few are enough to know.
        if (++beyond > kMoreCoins && sum > 2 * m_need + kSompiPerKas) return false;
    }
    return false;
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
        // As few relations as possible: the preferred one and then the richest.
        std::ranges::stable_sort(m_groups, [&](const Group& a, const Group& b) {
            const bool pa = a.relation == m_request.relation;
            const bool pb = b.relation == m_request.relation;
            return pa != pb ? pa : a.total > b.total;
        });
        std::vector<const Coin*> pool;
        std::uint64_t sum = 0;
        std::size_t tries = 0;
        for (const Group& group : m_groups) {
            pool.insert(pool.end(), group.coins.begin(), group.coins.end());
            sum += group.total;
            if (sum < m_need || tries++ > kMergeTries) continue;
            std::ranges::stable_sort(pool,
                                     [](const Coin* a, const Coin* b) { return a->utxo.amount > b->utxo.amount; });
            if (fromPool(pool, attempt)) return Outcome::Found;
        }
    }
    return m_tooMany ? Outcome::TooMany : Outcome::Refused;
}

} // namespace bt::ledger
