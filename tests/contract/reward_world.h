// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A pool, its stewards, its tokens and an epoch of awards. Header-only.
#pragma once

#include "contract/reward/pool.h"
#include "stage.h"

namespace bt::test {

namespace reward = bt::contract::reward;
namespace token = bt::contract::token;
using reward::PoolPlan;

class RewardWorld
{
public:
    explicit RewardWorld(std::uint64_t seed = 1)
        : random(seed), steward{Person(random), Person(random), Person(random)}, winner{Person(random), Person(random)}, stranger(random),
          payer(random)
    {
        stewards.needed = 2;
        for (const Person& one : steward) stewards.keys.push_back(one.key);
        stewards.salt = random.fixed<decltype(stewards.salt)>();
        SeededRandom others(seed + 1'000'000);
        heirs.keys = {Person(others).key, Person(others).key};
        heirs.salt = others.fixed<decltype(heirs.salt)>();
        btai = freshLineage(random);
        awards = {{winner[0].key, {1'000'000}, reward::Reason::Translation, random.fixed<Hash256>()},
                  {winner[1].key, {2'500'000}, reward::Reason::Moderation, random.fixed<Hash256>()},
                  {winner[0].key, {7}, reward::Reason::Supervision, random.fixed<Hash256>()}};
    }
    std::vector<const Person*> people() const { return {&steward[0], &steward[1], &steward[2], &winner[0], &winner[1], &stranger, &payer}; }
    reward::PoolBirth birth()
    {
        return {reward::currentPoolProgram(),
                {random.fixed<kaspa::TxId>(), 1},
                0,
                reward::kPoolDeposit,
                must(reward::stewardsHash(stewards)),
                btai,
                kFirst};
    }
    reward::Pool closed()
    {
        reward::Pool out = must(reward::bear(birth())).pool;
        if (ground != nullptr) out.id = ground->lineage();
        out.outpoint.id = random.fixed<kaspa::TxId>();
        standAt(out.outpoint, reward::utxoOf(out));
        return out;
    }
    //! The pool after the step of a plan.
    reward::Pool after(const reward::Pool& pool, const PoolPlan& plan)
    {
        reward::Pool out = pool;
        out.state = plan.next;
        out.outpoint = {random.fixed<kaspa::TxId>(), 0};
        standAt(out.outpoint, reward::utxoOf(out));
        return out;
    }
    token::Holding holding(const reward::Pool& pool, std::uint64_t amount)
    {
        token::Holding out{token::currentProgram().templateHash(),
                           btai,
                           {random.fixed<kaspa::TxId>(), 2},
                           token::kCarrier,
                           {{amount}, token::Owner::covenant(pool.id), {}, {}},
                           1};
        standAt(out.outpoint, token::utxoOf(out));
        return out;
    }
    reward::AwardTree tree(std::uint64_t epoch = 1) { return must(reward::AwardTree::from(epoch, awards)); }
    PoolPlan opening(const reward::Pool& pool, std::vector<std::uint64_t> amounts = {60'000'000, 30'000'000, 30'000'000})
    {
        std::vector<token::Holding> tokens;
        std::uint64_t held = 0;
        for (const std::uint64_t amount : amounts) {
            tokens.push_back(holding(pool, amount));
            held += amount;
        }
        return must(reward::open(pool, tokens, stewards, {0, 2}, {held / 4}, pool.state.end.plus(reward::kMinEpochMs),
                                 tree(pool.state.epoch + 1).root()));
    }
    reward::Pool announced()
    {
        const reward::Pool pool = closed();
        return after(pool, opening(pool));
    }

    //! The pool as it pays awards. Three days of blocks are more than a young chain has: there the first is paid already.
    static reward::Pool payable(reward::Pool pool)
    {
        pool.state.phase = onGround(pool.state.phase, reward::Phase::Claiming);
        standAt(pool.outpoint, reward::utxoOf(pool));
        return pool;
    }

    Populated dress(const PoolPlan& plan)
    {
        Populated out{plan.tx, {}};
        for (const auto& call : plan.calls) out.utxos.push_back(call.spent);
        addFee(out, random, payer, plan.toAdd, plan.surplus);
        return out;
    }
    using Change = std::function<void(Populated&)>;
    Result<kaspa::ScriptCost> play(const PoolPlan& plan, const Change& change = {}, const Person* instead = nullptr)
    {
        Populated tx = dress(plan);
        if (change) change(tx);
        for (std::size_t i = 0; i < plan.calls.size(); ++i) signCall(tx, i, plan.calls[i], people(), instead);
        return runInputs(tx, plan.calls.size());
    }

    static constexpr Millis kFirst{1'790'000'000'000};
    SeededRandom random;
    std::array<Person, 3> steward;
    std::array<Person, 2> winner;
    Person stranger, payer;
    reward::Stewards stewards;
    reward::Stewards heirs; //!< two strangers, any one of whom may act
    kaspa::CovenantId btai;
    std::vector<reward::Award> awards;
};

} // namespace bt::test
