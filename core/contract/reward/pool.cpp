// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/reward/pool_program.h"

#include "kaspa/abi/codec.h"
#include "kaspa/hashing.h"

#include <algorithm>

namespace bt::contract::reward {
namespace {

using kaspa::abi::Value;

constexpr std::int64_t kMinTime = 500'000'000'000; // a smaller lock time would be a DAA score
constexpr std::size_t kSignature = kaspa::InputSignature::size;

tl::unexpected<Error> badStewards(const char* what) { return fail("reward.bad_stewards", {what}, "not a plan"); }
tl::unexpected<Error> wrongPhase(PoolStep step)
{
    return fail("reward.wrong_phase", {std::string(poolStepName(step))}, "not open in this phase");
}

//! Input 0 spends the pool, output 0 continues it as `next`.
Result<PoolPlan> start(const Pool& pool, PoolStep step, std::uint16_t budget, PoolState next)
{
    PoolPlan out;
    out.step = step;
    Call call;
    BT_TRY(call.program, poolProgramOf(pool.program));
    BT_TRY(call.spent, utxoOf(pool));
    BT_TRY(call.redeemScript, call.program->redeemScript(stateRecord(pool.state)));
    call.entry = step == PoolStep::Claim ? "claim" : "steward";
    kaspa::Input input;
    input.previous = pool.outpoint;
    input.computeBudget = budget;
    out.tx.inputs.push_back(std::move(input));
    BT_TRY(const Bytes redeem, call.program->redeemScript(stateRecord(next)));
    out.tx.outputs.push_back({pool.value, kaspa::abi::scriptHashOf(redeem), kaspa::CovenantBinding{0, pool.id}});
    out.calls.push_back(std::move(call));
    out.next = std::move(next);
    return out;
}

//! The pool's tokens `from` become `made`, each under its carrier.
Result<void> move(PoolPlan& plan, const Pool& pool, const std::vector<token::Holding>& from,
                  const std::vector<std::pair<token::State, Sompi>>& made)
{
    std::vector<token::Source> sources;
    Sompi carried, needed;
    for (const token::Holding& holding : from) {
        if (holding.token != pool.state.token || holding.state.owner != token::Owner::covenant(pool.id))
            return fail("reward.not_ours", "a token that the pool does not own");
        sources.push_back({holding, {}, 0});
        BT_TRY(carried, bt::add(carried, holding.carrier));
        kaspa::Input input;
        input.previous = holding.outpoint;
        plan.tx.inputs.push_back(std::move(input));
    }
    for (const auto& [state, carrier] : made) {
        plan.made.push_back(state);
        BT_TRY(const Bytes redeem, token::redeemScriptOf(from.front().program, state));
        plan.tx.outputs.push_back({carrier, kaspa::abi::scriptHashOf(redeem), kaspa::CovenantBinding{1, pool.state.token}});
        BT_TRY(needed, bt::add(needed, carrier));
    }
    BT_TRY(std::vector<Call> calls, token::callsFor(sources, plan.made));
    for (std::size_t i = 0; i < calls.size(); ++i) {
        plan.tx.inputs[1 + i].computeBudget = token::budgetOf(calls[i], i == 0, calls.size(), plan.made.size());
        plan.calls.push_back(std::move(calls[i]));
    }
    if (needed > carried) plan.toAdd = {needed.value - carried.value};
    else plan.surplus = {carried.value - needed.value};
    return {};
}

Result<PoolPlan> complete(PoolPlan plan)
{
    for (std::size_t i = 0; i < plan.calls.size(); ++i) {
        BT_TRY(plan.tx.inputs[i].signatureScript, unsignedScript(plan.calls[i]));
    }
    return plan;
}

//! Arguments of `steward`, with the places that sign.
Result<void> callSteward(PoolPlan& plan, const Pool& pool, const Stewards& stewards, const std::vector<std::size_t>& signers,
                         std::size_t needed, std::vector<Value> rest)
{
    BT_TRY(Bytes packed, packStewards(stewards));
    if (crypto::blake3(packed) != pool.state.stewards) return fail("reward.stewards_mismatch", "these stewards are not the pool's");
    if (signers.size() < needed) return badStewards("signers");
    std::int64_t who = 0;
    Call& call = plan.calls[0];
    for (const std::size_t place : signers) {
        if (place >= stewards.keys.size() || who >> place != 0) return badStewards("signers");
        who |= std::int64_t{1} << place;
        call.wanted.push_back({3, place * kSignature, bytesOf(stewards.keys[place].view())});
    }
    const int why = static_cast<int>(plan.step); // Open to Gather have the numbers of the program
    call.arguments = {why, std::move(packed), who, Bytes(kMaxStewards * kSignature)};
    for (Value& value : rest) call.arguments.push_back(std::move(value));
    return {};
}

std::uint16_t signing(std::size_t signers) { return static_cast<std::uint16_t>(10 * signers + 2); }

//! What the tokens that one step may sweep hold together.
Result<token::Units> sumOf(const std::vector<token::Holding>& tokens)
{
    if (tokens.empty() || tokens.size() > token::kMaxInputs) return fail("token.too_many", "one to three tokens");
    token::Units held;
    for (const token::Holding& holding : tokens) {
        BT_TRY(held, token::add(held, holding.state.amount));
    }
    return held;
}

token::State owned(const Pool& pool, token::Units amount) { return {amount, token::Owner::covenant(pool.id), {}, {}}; }

} // namespace

Result<Bytes> packStewards(const Stewards& stewards)
{
    const auto& keys = stewards.keys;
    if (keys.empty() || keys.size() > kMaxStewards) return badStewards("keys");
    if (stewards.needed == 0 || stewards.needed > keys.size()) return badStewards("needed");
    for (auto key = keys.begin(); key != keys.end(); ++key)
        if (!crypto::secpOnCurve(*key) || std::find(keys.begin(), key, *key) != key) return badStewards("keys");
    Bytes out{stewards.needed};
    for (const XOnlyKey& key : keys) append(out, key.view());
    out.resize(1 + kMaxStewards * XOnlyKey::size);
    append(out, stewards.salt.view());
    return out;
}

Result<Hash256> stewardsHash(const Stewards& stewards)
{
    BT_TRY(const Bytes packed, packStewards(stewards));
    return crypto::blake3(packed);
}

Result<kaspa::Utxo> utxoOf(const Pool& pool)
{
    BT_TRY(const kaspa::abi::Program* program, poolProgramOf(pool.program));
    BT_TRY(const Bytes redeem, program->redeemScript(stateRecord(pool.state)));
    return kaspa::Utxo{pool.value, kaspa::abi::scriptHashOf(redeem), pool.daaScore, false, pool.id};
}

Result<BornPool> bear(const PoolBirth& birth, std::uint16_t input)
{
    if (birth.firstEpoch.value < kMinTime) return fail("reward.bad_end", "the first epoch could never open");
    PoolState state;
    state.stewards = birth.stewards;
    state.token = birth.token;
    state.end = birth.firstEpoch;
    BT_TRY(const kaspa::abi::Program* program, poolProgramOf(birth.program));
    BT_TRY(const Bytes redeem, program->redeemScript(stateRecord(state)));
    BornPool out;
    out.output = {birth.value, kaspa::abi::scriptHashOf(redeem), std::nullopt};
    out.pool = {birth.program, kaspa::covenantId(birth.authorising, {{birth.index, out.output}}), {{}, birth.index}, birth.value, state, 0};
    out.output.covenant = kaspa::CovenantBinding{input, out.pool.id};
    return out;
}

std::string_view poolStepName(PoolStep step)
{
    switch (step) {
    case PoolStep::Open: return "open";
    case PoolStep::Veto: return "veto";
    case PoolStep::Rotate: return "rotate";
    case PoolStep::Gather: return "gather";
    case PoolStep::Claim: break;
    }
    return "claim";
}

Result<PoolPlan> open(const Pool& pool, const std::vector<token::Holding>& tokens, const Stewards& stewards,
                      const std::vector<std::size_t>& signers, token::Units budget, Millis end, const Hash256& root)
{
    BT_TRY(const token::Units held, sumOf(tokens));
    if (budget.value == 0 || budget.value > held.value / 4) return fail("reward.bad_budget", "an epoch spends at most a quarter");
    const std::int64_t length = end.value - pool.state.end.value;
    if (length < kMinEpochMs || length > kMaxEpochMs) return fail("reward.bad_end", "a week at least, a year at most");
    BT_TRY(PoolPlan plan, start(pool, PoolStep::Open, signing(signers.size()), opened(pool.state, budget, end, root)));
    BT_CHECK(callSteward(
        plan, pool, stewards, signers, stewards.needed,
        {static_cast<std::int64_t>(held.value), static_cast<std::int64_t>(budget.value), std::int64_t{end.value}, root.view()}));
    BT_CHECK(move(plan, pool, tokens, {{owned(pool, held), token::kCarrier}}));
    plan.notBefore = pool.state.end;
    plan.tx.lockTime = static_cast<std::uint64_t>(pool.state.end.value);
    return complete(std::move(plan));
}

Result<PoolPlan> gather(const Pool& pool, const std::vector<token::Holding>& tokens, const Stewards& stewards,
                        const std::vector<std::size_t>& signers)
{
    if (pool.state.phase == Phase::Announced) return wrongPhase(PoolStep::Gather);
    BT_TRY(const token::Units held, sumOf(tokens));
    BT_TRY(PoolPlan plan, start(pool, PoolStep::Gather, signing(signers.size()), pool.state));
    BT_CHECK(callSteward(plan, pool, stewards, signers, stewards.needed, {static_cast<std::int64_t>(held.value), 0, 0, Hash256{}.view()}));
    BT_CHECK(move(plan, pool, tokens, {{owned(pool, held), token::kCarrier}}));
    return complete(std::move(plan));
}

Result<PoolPlan> veto(const Pool& pool, const Stewards& stewards, std::size_t signer)
{
    if (pool.state.phase != Phase::Announced) return wrongPhase(PoolStep::Veto);
    BT_TRY(PoolPlan plan, start(pool, PoolStep::Veto, signing(1), vetoed(pool.state)));
    BT_CHECK(callSteward(plan, pool, stewards, {signer}, 1, {0, 0, 0, Hash256{}.view()}));
    return complete(std::move(plan));
}

Result<PoolPlan> rotate(const Pool& pool, const Stewards& stewards, const std::vector<std::size_t>& signers, const Stewards& newStewards)
{
    PoolState next = pool.state;
    BT_TRY(next.stewards, stewardsHash(newStewards));
    const Hash256 committed = next.stewards;
    BT_TRY(PoolPlan plan, start(pool, PoolStep::Rotate, signing(signers.size()), std::move(next)));
    BT_CHECK(callSteward(plan, pool, stewards, signers, stewards.needed, {0, 0, 0, committed.view()}));
    return complete(std::move(plan));
}

Result<PoolPlan> claim(const Pool& pool, const token::Holding& from, const AwardTree& tree, std::uint32_t index, const Award& award)
{
    const PoolState& state = pool.state;
    if (state.phase == Phase::Closed) return wrongPhase(PoolStep::Claim);
    if (tree.root() != state.root) return fail("reward.unknown_award", {std::to_string(index)}, "another epoch's tree");
    AwardTree after = tree;
    BT_CHECK(after.pay(index));
    BT_TRY(const Hash256 leaf, awardLeaf(state.epoch, index, award));
    if (tree.leaf(index) != leaf) return fail("reward.unknown_award", {std::to_string(index)}, "not the award that was published");
    if (static_cast<std::size_t>(award.reason) >= kReasons) return fail("reward.unknown_reason", "not on the list");
    const auto over = [](std::string what) { return fail("reward.over_cap", {std::move(what)}, "more than is left"); };
    if (award.amount > state.cap) return over("award");
    if (award.amount > state.budget) return over("budget");
    if (award.amount > state.left[static_cast<std::size_t>(award.reason)]) return over(std::string(reasonName(award.reason)));
    if (from.state.amount <= award.amount) return fail("token.not_enough", "the token must hold more than the award");

    BT_TRY(PoolPlan plan, start(pool, PoolStep::Claim, 4, paid(state, award, after.root())));
    plan.calls[0].arguments = {std::int64_t{index},
                               award.winner.view(),
                               static_cast<std::int64_t>(award.amount.value),
                               std::int64_t{static_cast<std::uint8_t>(award.reason)},
                               award.evidence.view(),
                               tree.path(index)};
    const token::Units rest{from.state.amount.value - award.amount.value};
    BT_CHECK(move(plan, pool, {from},
                  {{{award.amount, token::Owner::key(award.winner), {}, {}}, token::kCarrier}, {owned(pool, rest), from.carrier}}));
    if (state.phase == Phase::Announced) {
        plan.minAge = kChallengeDaa;
        plan.tx.inputs[0].sequence = kChallengeDaa;
    }
    return complete(std::move(plan));
}

} // namespace bt::contract::reward
