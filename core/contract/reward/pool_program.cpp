// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/reward/pool_program.h"

#include "contract/programs.h"

namespace bt::contract::reward {
namespace {

struct Artifact {
    std::string_view pool;
};
constexpr Artifact kArtifacts[] = {
#include "contract_reward.inc"
};

} // namespace

const std::vector<kaspa::abi::Program>& allPoolPrograms()
{
    static const auto all = builtIns(kArtifacts, &Artifact::pool, "RewardPool");
    return all;
}

kaspa::abi::RecordValue stateRecord(const PoolState& state)
{
    Bytes reasons;
    for (const token::Units& one : state.left) appendLe(reasons, one.value);
    return {{"stewards", state.stewards.view()},
            {"token", state.token.view()},
            {"phase", static_cast<std::uint8_t>(state.phase)},
            {"epoch", static_cast<std::int64_t>(state.epoch)},
            {"end", std::int64_t{state.end.value}},
            {"budget", static_cast<std::int64_t>(state.budget.value)},
            {"cap", static_cast<std::int64_t>(state.cap.value)},
            {"reasons", std::move(reasons)},
            {"root", state.root.view()}};
}

Result<const kaspa::abi::Program*> poolProgramOf(const Hash256& templateHash) { return versionAmong(allPoolPrograms(), templateHash); }

Hash256 currentPoolProgram() { return allPoolPrograms().back().templateHash(); }

PoolState opened(PoolState state, token::Units budget, Millis end, const Hash256& root)
{
    state.phase = Phase::Announced;
    state.epoch += 1;
    state.end = end;
    state.budget = budget;
    state.cap = {budget.value / 10};
    state.left.fill({budget.value / 2});
    state.root = root;
    return state;
}

PoolState vetoed(PoolState state)
{
    state.phase = Phase::Closed;
    state.budget = {};
    state.cap = {};
    state.left.fill({});
    state.root = {};
    return state;
}

PoolState paid(PoolState state, const Award& award, const Hash256& root)
{
    state.phase = Phase::Claiming;
    state.budget.value -= award.amount.value;
    state.left[static_cast<std::size_t>(award.reason)].value -= award.amount.value;
    state.root = root;
    return state;
}

} // namespace bt::contract::reward
