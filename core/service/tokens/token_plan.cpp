// SPDX-License-Identifier: GPL-3.0-or-later
// Which tokens pay, and the transfer that they make.
#include "service/tokens/token_wallet.h"

namespace bt::service {
namespace {

namespace ct = contract::token;

bool larger(const OwnToken& a, const OwnToken& b) { return a.holding.state.amount > b.holding.state.amount; }

std::uint64_t sumOf(const std::vector<OwnToken>& tokens)
{
    std::uint64_t sum = 0;
    for (const auto& one : tokens) sum += one.holding.state.amount.value;
    return sum;
}

//! The fewest of `sorted` (largest first) that hold `amount`, and of those the smallest; empty if `most` are too few.
std::vector<OwnToken> fewest(const std::vector<OwnToken>& sorted, std::uint64_t amount, std::size_t most)
{
    std::vector<OwnToken> out;
    for (const auto& one : sorted) {
        if (out.size() == most) return {};
        out.push_back(one);
        if (sumOf(out) < amount) continue;
        // The last one may be smaller.
        const auto without = sumOf(out) - one.holding.state.amount.value;
        for (const auto& other : sorted)
            if (!larger(other, out.back()) && without + other.holding.state.amount.value >= amount) out.back() = other;
        return out;
    }
    return {};
}

} // namespace

std::vector<OwnToken> TokenWallet::free() const
{
    auto out = holdings();
    std::erase_if(out, [](const OwnToken& one) { return !one.spentBy.empty(); });
    std::ranges::stable_sort(out, larger);
    return out;
}

std::size_t TokenWallet::piecesFor(ct::Units amount) const
{
    std::size_t count = 0;
    std::uint64_t sum = 0;
    for (const auto& one : free()) {
        if (sum >= amount.value) break;
        sum += one.holding.state.amount.value;
        ++count;
    }
    return count;
}

Result<crypto::XOnlyKey> TokenWallet::changeKey(const std::string& relation)
{
    if (const auto spare = m_spare.find(relation); spare != m_spare.end()) return spare->second;
    BT_TRY(const auto key, fresh(relation));
    m_spare.insert_or_assign(relation, key.key);
    return key.key;
}

Result<std::vector<OwnToken>> TokenWallet::choose(ct::Units amount, std::string_view relation, std::size_t most) const
{
    return chooseFrom(free(), amount, relation, most);
}

Result<std::vector<OwnToken>> TokenWallet::chooseFrom(std::vector<OwnToken> all, ct::Units amount, std::string_view relation,
                                                      std::size_t most)
{
    std::map<std::string, std::vector<OwnToken>> groups;
    std::ranges::stable_sort(all, larger);
    for (const auto& one : all) groups[one.relation].push_back(one);
    if (sumOf(all) < amount.value)
        return fail("token.not_enough", {std::to_string(amount.value), std::to_string(sumOf(all))}, "not enough BTAI");
    // The relation's own first; else the group that gives least away beyond what is needed; several only if none is enough.
    std::vector<OwnToken> best;
    for (auto& [name, group] : groups) {
        auto found = fewest(group, amount.value, most);
        if (found.empty()) continue;
        if (name == relation) return found;
        if (best.empty() || sumOf(found) < sumOf(best)) best = std::move(found);
    }
    if (best.empty()) best = fewest(all, amount.value, most);
    if (best.empty()) return fail("token.scattered");
    return best;
}

Result<ct::Plan> TokenWallet::plan(const Wanted& wanted, bool sketch)
{
    if (!m_token) return fail("token.absent");
    if (wanted.amount.value == 0 || wanted.amount.value > ct::kMaxUnits) return fail("token.bad_amount", "a payment of nothing");
    BT_TRY(const auto chosen, choose(wanted.amount, wanted.relation, wanted.into ? ct::kMaxInputs - 1 : ct::kMaxInputs));
    ct::Transfer transfer;
    for (const auto& one : chosen) transfer.from.push_back({one.holding, {}, 0});
    if (wanted.into) transfer.borrowed = ct::Borrowed{*wanted.into, wanted.amount, {}, {}};
    else transfer.to.push_back({wanted.to, wanted.amount, ct::kCarrier, wanted.borrow});
    if (sumOf(chosen) > wanted.amount.value) {
        crypto::XOnlyKey change;
        if (sketch) {
            BT_TRY(change, crypto::secpXOnly(ownerSecret(0).view()));
        } else {
            BT_TRY(change, changeKey(chosen.front().relation));
        }
        transfer.change.to = ct::Owner::key(change);
    }
    return ct::transfer(transfer);
}

Result<ct::Plan> TokenWallet::merge(ct::Units amount)
{
    std::map<std::string, std::vector<OwnToken>> groups;
    auto all = free();
    all.resize(std::min(all.size(), piecesFor(amount)));
    for (const auto& one : all) groups[one.relation].push_back(one);
    // Within one relation nothing new is told to anyone; across relations only when each has become one.
    std::vector<OwnToken> parts;
    for (auto& [name, group] : groups)
        if (group.size() > parts.size() && group.size() > 1) parts = group;
    if (parts.empty()) parts = all;
    if (parts.size() > ct::kMaxInputs) parts.resize(ct::kMaxInputs);
    if (parts.size() < 2) return fail("token.not_enough", {"", "0"}, "nothing to join");
    const bool same = std::ranges::all_of(parts, [&](const OwnToken& one) { return one.relation == parts.front().relation; });
    BT_TRY(const auto key, changeKey(same ? parts.front().relation : std::string("joined")));
    ct::Transfer transfer;
    for (const auto& one : parts) transfer.from.push_back({one.holding, {}, 0});
    transfer.to.push_back({ct::Owner::key(key), {sumOf(parts)}, ct::kCarrier, {}});
    return ct::transfer(transfer);
}

} // namespace bt::service
