// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/many.h"

#include <algorithm>
#include <set>

namespace bt::ledger {

using namespace kaspa;

namespace {

//! Of plain payments in one transaction: 120 bytes and a signature check each, 448,000 of 500,000 grams.
constexpr std::size_t kMostJoined = 400;

//! Grams that one more plain input adds.
std::uint64_t inputGrams()
{
    Transaction tx;
    const std::uint64_t without = nonContextualMasses(tx).compute;
    tx.inputs.push_back({{}, Bytes(kPayToKeyUnlockBytes), 0, 0, kPayToKeyBudget});
    return nonContextualMasses(tx).compute - without;
}

bool spendable(const Coin& coin, const NetworkParams& network, std::uint64_t daaScore)
{
    if (coin.state != CoinState::Confirmed) return false;
    return !coin.utxo.isCoinbase || coin.utxo.daaScore + network.coinbaseMaturity <= daaScore;
}

//! Masses of a draft whose signature scripts are planned and not there yet.
Result<Masses> plannedMasses(Populated tx, const std::vector<std::size_t>& unlockBytes)
{
    for (std::size_t i = 0; i < tx.tx.inputs.size(); ++i) tx.tx.inputs[i].signatureScript = Bytes(unlockBytes[i]);
    return masses(tx);
}

bool dearer(std::uint64_t fee, const Masses& masses, const Draft& than)
{
    const auto old = std::max<std::uint64_t>(than.masses.largest(), 1);
    const auto now = std::max<std::uint64_t>(masses.largest(), 1);
    return static_cast<unsigned __int128>(fee) * old > static_cast<unsigned __int128>(than.fee.value) * now;
}

} // namespace

Result<Compounding> compound(const std::vector<Coin>& coins, std::string_view relation, const FreshScript& into,
                             const NetworkParams& network, std::uint64_t daaScore, FeeBasis basis, std::uint64_t feeRate)
{
    Compounding out;
    std::vector<Coin> worth;
    const std::uint64_t cost = inputGrams() * std::max(feeRate, kSompiPerGram);
    for (const Coin& coin : coins) {
        if (coin.relation != relation || !spendable(coin, network, daaScore)) continue;
        if (coin.utxo.amount.value <= cost) ++out.notWorthIt;
        else worth.push_back(coin);
    }
    if (worth.size() < 2) return out;
    // The smallest together: then a crash after the first transaction has helped most.
    std::ranges::sort(
        worth, [](const Coin& a, const Coin& b) { return std::pair(a.utxo.amount, a.outpoint) < std::pair(b.utxo.amount, b.outpoint); });
    const std::size_t rounds = (worth.size() + kMostJoined - 1) / kMostJoined;
    for (std::size_t round = 0; round < rounds; ++round) {
        const auto from = static_cast<std::ptrdiff_t>(worth.size() * round / rounds);
        const auto to = static_cast<std::ptrdiff_t>(worth.size() * (round + 1) / rounds);
        BuildRequest request;
        BT_TRY(const ScriptPublicKey spk, into());
        request.outputs.push_back({{1}, spk, {}});
        request.relation = std::string(relation);
        request.sendAll = true;
        request.mayMerge = false;
        request.basis = basis;
        request.feeRate = feeRate;
        request.maxFee = {kMaxComputeMass * std::max(feeRate, kSompiPerGram)};
        BT_TRY(auto draft, build(request, {worth.begin() + from, worth.begin() + to}, network, daaScore));
        out.fee.value += draft.fee.value;
        out.coins += static_cast<std::size_t>(to - from);
        out.drafts.push_back(std::move(draft));
    }
    return out;
}

Result<std::vector<Draft>> batch(const BuildRequest& request, const std::vector<Coin>& coins, const FreshScript& change,
                                 const NetworkParams& network, std::uint64_t daaScore)
{
    if (!request.inputs.empty() || !request.geneses.empty() || request.sendAll || request.outputs.empty())
        return fail("ledger.bad_request", "a batch is of plain payments");
    std::vector<Coin> pool = coins;
    std::vector<Draft> out;
    for (std::size_t from = 0; from < request.outputs.size();) {
        BuildRequest part = request;
        BT_TRY(part.change, change());
        if (from > 0) part.payload.clear(); // it stands in the first
        part.joinMore = false;              // the coins have to last for all drafts
        const auto attempt = [&](std::size_t count) {
            const auto begin = request.outputs.begin() + static_cast<std::ptrdiff_t>(from);
            part.outputs.assign(begin, begin + static_cast<std::ptrdiff_t>(count));
            return build(part, pool, network, daaScore);
        };
        // The largest number that fits: how heavy a transaction gets rises with it.
        std::size_t fits = 0;
        std::size_t least = 1;
        std::size_t most = std::min(request.outputs.size() - from, kMaxOutputs - 1);
        std::optional<Draft> best;
        std::size_t count = most;
        while (least <= most) {
            auto now = attempt(count);
            if (now) {
                best = std::move(*now);
                fits = count;
                least = count + 1;
            } else {
                const bool smaller = now.error().code == std::string_view("ledger.too_large") ||
                                     now.error().code == std::string_view("ledger.too_many_coins");
                if (!smaller || count == 1) {
                    Error why = std::move(now).error();
                    if (why.code == std::string_view("ledger.below_minimum") && !why.args.empty())
                        why.args.front() = std::to_string(std::stoull(why.args.front()) + from);
                    return tl::unexpected(std::move(why));
                }
                most = count - 1;
            }
            count = least + (most - least + 1) / 2;
        }
        if (!best) return fail("ledger.too_large");
        std::set<Outpoint> taken;
        for (const Input& input : best->tx.tx.inputs) taken.insert(input.previous);
        std::erase_if(pool, [&](const Coin& coin) { return taken.contains(coin.outpoint); });
        out.push_back(std::move(*best));
        from += fits;
    }
    return out;
}

Sompi leastReplacementFee(const Draft& waiting) { return {waiting.fee.value + 1}; }

Result<Draft> replaceByFee(const Draft& waiting, Sompi fee, Sompi maxFee)
{
    if (fee <= waiting.fee) return fail("ledger.bad_request", "a replacement has to pay more");
    const std::uint64_t change = waiting.changeOutput ? waiting.tx.tx.outputs.at(*waiting.changeOutput).value.value : 0;
    const std::uint64_t all = waiting.fee.value + change; // the most it can pay: without any change
    std::uint64_t next = fee.value;
    Draft out = waiting;
    for (Input& input : out.tx.tx.inputs) input.signatureScript.clear();
    for (int round = 0; round < 16 && next < all; ++round) {
        out.tx.tx.outputs[*out.changeOutput].value = {all - next};
        const auto now = plannedMasses(out.tx, out.unlockBytes);
        if (!now || !now->withinLimits()) break; // so little change cannot be stored
        if (dearer(next, *now, waiting) && next >= minimumFee(now->feeMass()).value) {
            if (next > maxFee.value) return fail("ledger.fee_too_high", {std::to_string(next)}, {});
            out.masses = *now;
            out.fee = {next};
            out.tx.tx.storageMass = now->storage;
            return out;
        }
        // Less change weighs more: enough for the weight that it has now.
        const auto old = std::max<std::uint64_t>(waiting.masses.largest(), 1);
        next = std::max(next, static_cast<std::uint64_t>(static_cast<unsigned __int128>(waiting.fee.value) * now->largest() / old)) + 1;
    }
    // Without change; only the last output can go, for covenant ids hang on the places of the others.
    const bool last = waiting.changeOutput && *waiting.changeOutput + 1 == waiting.tx.tx.outputs.size();
    if (!last || all < fee.value || waiting.tx.tx.outputs.size() < 2)
        return fail("ledger.no_change_to_pay", {std::to_string(change), std::to_string(fee.value - waiting.fee.value)}, {});
    if (all > maxFee.value) return fail("ledger.fee_too_high", {std::to_string(all)}, {});
    out.tx.tx.outputs.pop_back();
    out.changeOutput.reset();
    BT_TRY(const Masses now, plannedMasses(out.tx, out.unlockBytes));
    if (!now.withinLimits() || !dearer(all, now, waiting) || all < minimumFee(now.feeMass()).value)
        return fail("ledger.no_change_to_pay", {std::to_string(change), std::to_string(fee.value - waiting.fee.value)}, {});
    out.masses = now;
    out.fee = {all};
    out.tx.tx.storageMass = now.storage;
    return out;
}

} // namespace bt::ledger
