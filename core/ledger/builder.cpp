// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/builder.h"

#include "kaspa/covenant.h"
#include "ledger/selection.h"

#include <algorithm>

namespace bt::ledger {

using namespace kaspa;

namespace {

std::uint64_t gramsOf(const Masses& m, FeeBasis basis) { return basis == FeeBasis::Largest ? m.largest() : m.feeMass(); }

//! What a transaction of these masses has to pay.
Sompi feeFor(const Masses& m, const BuildRequest& request)
{
    const std::uint64_t grams = gramsOf(m, request.basis);
    if (request.feeRate <= kSompiPerGram || grams == 0) return minimumFee(grams);
    if (request.feeRate > kMaxSompi / grams) return {kMaxSompi};
    return {grams * request.feeRate};
}

//! The transaction with placeholders where signatures and covenant ids will be: right in size, so right in mass.
Draft skeleton(const BuildRequest& request, const std::vector<const Coin*>& picked)
{
    Draft d;
    d.tx.tx.lockTime = request.lockTime;
    d.tx.tx.payload = request.payload;
    for (const FixedInput& fixed : request.inputs) {
        d.tx.tx.inputs.push_back({fixed.outpoint, Bytes(fixed.unlockBytes), fixed.sequence, 0, fixed.computeBudget});
        d.tx.utxos.push_back(fixed.utxo);
        d.signers.emplace_back();
        d.unlockBytes.push_back(fixed.unlockBytes);
    }
    for (const Coin* coin : picked) {
        d.tx.tx.inputs.push_back({coin->outpoint, Bytes(kPayToKeyUnlockBytes), 0, 0, kPayToKeyBudget});
        d.tx.utxos.push_back(coin->utxo);
        d.signers.emplace_back(coin->key);
        d.unlockBytes.push_back(kPayToKeyUnlockBytes);
        if (std::ranges::find(d.relations, coin->relation) == d.relations.end()) d.relations.push_back(coin->relation);
    }
    d.tx.tx.outputs = request.outputs;
    for (const Genesis& genesis : request.geneses)
        for (const std::uint32_t i : genesis.outputs) d.tx.tx.outputs[i].covenant = CovenantBinding{genesis.input, {}};
    return d;
}

std::uint64_t sumIn(const Draft& d)
{
    std::uint64_t out = 0;
    for (const Utxo& utxo : d.tx.utxos) out += utxo.amount.value;
    return out;
}
std::uint64_t sumOut(const Draft& d)
{
    std::uint64_t out = 0;
    for (const Output& output : d.tx.tx.outputs) out += output.value.value;
    return out;
}

//! What came of one choice of coins: a draft, or how much is missing, or why no coin would help.
struct Attempt {
    std::optional<Draft> draft;
    std::uint64_t missing = 0;
    std::uint64_t in = 0;
    Sompi fee;
    bool tooHeavy = false;
    Masses masses;
};

//! Gives `elastic` (an output index) whatever is left after the fee; fee and storage mass depend on it in turn.
Attempt settle(Draft d, std::size_t elastic, const BuildRequest& request)
{
    Attempt out;
    const std::uint64_t in = sumIn(d);
    d.tx.tx.outputs[elastic].value = {0};
    const std::uint64_t others = sumOut(d);
    out.masses = nonContextualMasses(d.tx.tx);
    Sompi fee = feeFor(out.masses, request);
    out.in = in;
    for (int round = 0; round < 16; ++round) {
        if (in <= others + fee.value) {
            out.missing = others + fee.value + 1 - in;
            out.fee = fee;
            return out;
        }
        d.tx.tx.outputs[elastic].value = {in - others - fee.value};
        const auto storage = storageMass(d.tx);
        if (!storage || *storage > kMaxStorageMass || !out.masses.withinLimits()) {
            out.tooHeavy = true;
            out.masses.storage = storage.value_or(~0ULL);
            return out;
        }
        out.masses.storage = *storage;
        const Sompi need = feeFor(out.masses, request);
        if (fee >= need) {
            d.masses = out.masses;
            d.fee = fee;
            out.draft = std::move(d);
            return out;
        }
        fee = need;
    }
    out.tooHeavy = true; // the smaller it gets the heavier it weighs: there is no fixed point
    return out;
}

//! Without change: what is left over is the fee.
Attempt exact(Draft d, const BuildRequest& request)
{
    Attempt out;
    const std::uint64_t in = sumIn(d);
    const std::uint64_t spent = sumOut(d);
    out.masses = nonContextualMasses(d.tx.tx);
    const auto storage = storageMass(d.tx);
    out.masses.storage = storage.value_or(~0ULL);
    if (!storage || !out.masses.withinLimits()) {
        out.tooHeavy = true;
        return out;
    }
    const std::uint64_t need = spent + feeFor(out.masses, request).value;
    if (in < need) {
        out.missing = need - in;
        return out;
    }
    d.masses = out.masses;
    d.fee = {in - spent};
    out.draft = std::move(d);
    return out;
}

Attempt attempt(const BuildRequest& request, const std::vector<const Coin*>& picked)
{
    const Draft base = skeleton(request, picked);
    if (request.sendAll) return settle(base, 0, request);
    Attempt plain = exact(base, request);
    if (!request.change || !request.addCoins) return plain;
    Draft more = base;
    more.tx.tx.outputs.push_back({{0}, *request.change, {}});
    Attempt changed = settle(std::move(more), base.tx.tx.outputs.size(), request);
    if (changed.draft) changed.draft->changeOutput = static_cast<std::uint32_t>(base.tx.tx.outputs.size());
    if (!plain.draft) return changed.draft || changed.tooHeavy ? changed : plain;
    if (!changed.draft) return plain;
    return plain.draft->fee <= changed.draft->fee ? plain : changed; // change may cost more than it gives back
}

Result<void> judge(const BuildRequest& request)
{
    const auto bad = [](const char* why) { return fail("ledger.bad_request", why); };
    if (request.sendAll && request.outputs.empty()) return bad("no output to send all to");
    if (request.addCoins && !request.sendAll && !request.change) return bad("no script for change");
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < request.outputs.size(); ++i) {
        const Output& output = request.outputs[i];
        const bool elastic = request.sendAll && i == 0;
        if (!elastic && output.value.value == 0)
            return fail("ledger.below_minimum",
                        {std::to_string(i), std::to_string(storageFloor(output.spk, output.covenant.has_value()).value), "zero"}, {});
        if (!elastic) {
            if (output.value.value > kMaxSompi - total)
                return fail("ledger.amount_too_large", {std::to_string(i), std::to_string(kMaxSompi - total)}, {});
            total += output.value.value;
        }
        if (!output.covenant) continue;
        const std::size_t by = output.covenant->authorizingInput;
        if (by >= request.inputs.size() || request.inputs[by].utxo.covenant != output.covenant->id)
            return bad("an output continues a lineage that its input does not have");
    }
    for (const Genesis& genesis : request.geneses) {
        if (genesis.outputs.empty()) return bad("a birth without outputs");
        for (const std::uint32_t i : genesis.outputs)
            if (i >= request.outputs.size() || request.outputs[i].covenant) return bad("a birth names a wrong output");
    }
    return {};
}

//! Computes the real covenant ids and the storage mass commitment; signature scripts become empty.
Result<Draft> complete(Draft d, const BuildRequest& request)
{
    for (Input& input : d.tx.tx.inputs) input.signatureScript.clear();
    for (const Genesis& genesis : request.geneses) {
        for (const std::uint32_t i : genesis.outputs) d.tx.tx.outputs[i].covenant.reset();
        auto id = bindGenesis(d.tx.tx, genesis.input, genesis.outputs);
        if (!id) return fail("ledger.bad_request", "a birth names a wrong input");
        d.born.push_back(*id);
    }
    d.tx.tx.storageMass = d.masses.storage;
    if (d.fee > request.maxFee) return fail("ledger.fee_too_high", {std::to_string(d.fee.value)}, {});
    return d;
}

//! What the refused choices of coins have in common.
struct Refusals {
    std::uint64_t leastMissing = 0; //!< zero: no choice lacked money
    std::optional<Masses> heavy;    //!< of a choice that broke a mass limit
    Sompi fee;                      //!< of the choice that lacked least
    std::uint64_t in = 0;           //!< what that choice held

    void add(const Attempt& one)
    {
        if (one.tooHeavy) {
            heavy = one.masses;
        } else if (leastMissing == 0 || one.missing < leastMissing) {
            leastMissing = one.missing;
            fee = one.fee;
            in = one.in;
        }
    }
};

tl::unexpected<Error> tooLarge(const Masses& m)
{
    struct Dimension {
        const char* name;
        std::uint64_t mass, limit;
    };
    const Dimension all[] = {
        {"compute", m.compute, kMaxComputeMass}, {"transient", m.transient, kMaxTransientMass}, {"storage", m.storage, kMaxStorageMass}};
    const Dimension* worst = std::ranges::max_element(all, {}, [](const Dimension& d) { return d.mass > d.limit ? d.mass - d.limit : 0; });
    const std::uint64_t over = worst->mass > worst->limit ? worst->mass - worst->limit : 0;
    return fail("ledger.too_large", {std::to_string(worst->mass), std::to_string(worst->limit), worst->name, std::to_string(over)}, "mass");
}

//! The reason that fits best when no choice of coins worked.
tl::unexpected<Error> reason(const BuildRequest& request, const Refusals& all)
{
    for (std::size_t i = 0; all.heavy && i < request.outputs.size(); ++i) {
        const Output& output = request.outputs[i];
        bool covenant = output.covenant.has_value();
        for (const Genesis& genesis : request.geneses)
            covenant = covenant || std::ranges::find(genesis.outputs, i) != genesis.outputs.end();
        const Sompi floor = storageFloor(output.spk, covenant);
        if (output.value < floor && !(request.sendAll && i == 0))
            return fail("ledger.below_minimum", {std::to_string(i), std::to_string(floor.value), "storage"}, "too small to be stored");
    }
    if (request.sendAll && all.leastMissing > 0 && all.in > 0)
        return fail("ledger.fee_eats_payment", {std::to_string(all.fee.value), std::to_string(all.in)}, {});
    if (all.leastMissing > 0)
        return fail(request.addCoins ? "ledger.not_enough" : "ledger.fee_too_low", {std::to_string(all.leastMissing)}, "sompi missing");
    return tooLarge(all.heavy.value_or(Masses{}));
}

} // namespace

Result<Draft> build(const BuildRequest& request, const std::vector<Coin>& coins, const NetworkParams& network, std::uint64_t daaScore)
{
    BT_CHECK(judge(request));
    Refusals refusals;
    std::optional<Draft> best;
    const auto attemptWith = [&](const std::vector<const Coin*>& picked) -> std::optional<Sompi> {
        Attempt now = attempt(request, picked);
        if (!now.draft) {
            refusals.add(now);
            return std::nullopt;
        }
        const Sompi fee = now.draft->fee;
        if (!best || fee < best->fee) best = std::move(now.draft);
        return fee;
    };
    if (!request.addCoins) {
        if (!attemptWith({})) return reason(request, refusals);
        return complete(std::move(*best), request);
    }
    Selection selection(request, coins, network, daaScore);
    const auto outcome = selection.run(attemptWith);
    if (best) return complete(std::move(*best), request);
    if (outcome == Selection::Outcome::WouldMerge) return fail("ledger.would_merge");
    if (outcome == Selection::Outcome::TooMany) return fail("ledger.too_many_coins");
    if (refusals.leastMissing == 0 && !refusals.heavy) refusals.leastMissing = selection.missing();
    return reason(request, refusals);
}

Result<void> signCoins(Draft& draft, const KeySource& keys, Random& random)
{
    SighashCache cache;
    for (std::size_t i = 0; i < draft.signers.size(); ++i) {
        if (!draft.signers[i]) continue;
        BT_TRY(const Secret secret, keys(*draft.signers[i]));
        BT_TRY(const auto signer, crypto::SchnorrSigner::from(secret.view()));
        BT_CHECK(signInput(draft.tx, i, signer, random, cache));
    }
    return {};
}

Result<Transaction> finish(const Draft& draft, FeeBasis basis)
{
    for (std::size_t i = 0; i < draft.tx.tx.inputs.size(); ++i) {
        const std::size_t size = draft.tx.tx.inputs[i].signatureScript.size();
        if (size == 0 && draft.unlockBytes[i] > 0) return fail("ledger.unsigned", {std::to_string(i)}, {});
        if (size > draft.unlockBytes[i]) return fail("ledger.script_grew", {std::to_string(i), std::to_string(size)}, {});
    }
    BT_TRY(const Masses now, masses(draft.tx));
    const std::uint64_t in = sumIn(draft);
    const std::uint64_t out = sumOut(draft);
    if (now.storage != draft.tx.tx.storageMass || !now.withinLimits() || in < out || in - out < minimumFee(gramsOf(now, basis)).value)
        return fail("ledger.bad_request", "the draft was changed after it was built");
    return draft.tx.tx;
}

} // namespace bt::ledger
