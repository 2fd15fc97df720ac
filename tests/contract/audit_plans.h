// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Plans of guardians and stewards with bytes that no builder writes, as if they had been committed to from the start. Pure.
#pragma once

#include "profile_world.h"
#include "reward_world.h"

namespace bt::test {

//! The guardians' plan, byte by byte: `k`, a delay in eight bytes, five places.
inline Bytes guardianPlan(std::uint8_t k, std::uint64_t delay, const std::vector<XOnlyKey>& keys)
{
    Bytes out{k};
    appendLe(out, delay);
    for (const XOnlyKey& key : keys) append(out, key.view());
    out.resize(9 + 5 * 32 + 16);
    return out;
}
inline Bytes stewardPlan(std::uint8_t k, const std::vector<XOnlyKey>& keys)
{
    Bytes out{k};
    for (const XOnlyKey& key : keys) append(out, key.view());
    out.resize(1 + 5 * 32 + 16);
    return out;
}

//! The plan as if these bytes had been committed to from the start. `before` and `after` are its states.
inline profile::AnchorPlan committed(profile::AnchorPlan plan, profile::Anchor anchor, const Bytes& guardians)
{
    anchor.state.guardians = crypto::blake3(guardians);
    const profile::AnchorPlan same = must(profile::update(anchor, {}, {})); // for the redeem script of that state
    plan.call.redeemScript = same.call.redeemScript;
    plan.call.spent = same.call.spent;
    profile::Anchor heir = anchor;
    heir.state = *plan.next;
    heir.state.guardians = anchor.state.guardians;
    plan.tx.outputs[0].spk = must(profile::utxoOf(heir)).spk;
    plan.call.arguments[0] = guardians;
    return plan;
}
inline PoolPlan committed(PoolPlan plan, reward::Pool pool, const Bytes& stewards)
{
    pool.state.stewards = crypto::blake3(stewards);
    plan.calls[0].spent = must(reward::utxoOf(pool));
    const kaspa::abi::Program& program = *plan.calls[0].program;
    auto record = must(program.readState(plan.calls[0].redeemScript));
    for (auto& [name, value] : record)
        if (name == "stewards") value = pool.state.stewards.view();
    plan.calls[0].redeemScript = must(program.redeemScript(record));
    reward::Pool heir = pool;
    heir.state = plan.next;
    heir.state.stewards = pool.state.stewards;
    plan.tx.outputs[0].spk = must(reward::utxoOf(heir)).spk;
    plan.calls[0].arguments[1] = stewards;
    return plan;
}
inline PoolPlan withArgument(PoolPlan plan, std::size_t at, kaspa::abi::Value value)
{
    plan.calls[0].arguments[at] = std::move(value);
    return plan;
}

} // namespace bt::test
