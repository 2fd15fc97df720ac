// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The reward pool (contracts.md, section 5): stewards, state, birth record, one builder for each entry and the reader of
//! its spends. Pure; no Qt. Thread safety: all functions are.
//!
//! Errors of the builders: "reward.bad_stewards" (args: "keys", "needed" or "signers"), "reward.stewards_mismatch",
//! "reward.wrong_phase" (args: step), "reward.bad_budget", "reward.bad_end", "reward.not_ours" (a token that the pool does
//! not own), "reward.paid", "reward.unknown_award", "reward.over_cap" (args: "award", "budget" or the reason),
//! "contract.unknown_program".
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "contract/reward/award.h"
#include "contract/token/transfer.h"

#include <array>

namespace bt::contract::reward {

inline constexpr Sompi kPoolDeposit{100'000'000};           //!< 1 KAS, stays in the pool
inline constexpr std::uint64_t kChallengeDaa = 2'592'000;   //!< three days between publishing and the first payment
inline constexpr std::int64_t kMinEpochMs = 604'800'000;    //!< a week
inline constexpr std::int64_t kMaxEpochMs = 31'622'400'000; //!< 366 days
inline constexpr std::size_t kMaxStewards = 5;

//! Who may publish awards: `needed` of `keys` together; each one alone may veto.
struct Stewards {
    std::uint8_t needed = 1;
    std::vector<XOnlyKey> keys; //!< 1 to 5, all different
    Fixed<16, struct StewardSaltTag> salt;
    bool operator==(const Stewards&) const = default;
};
//! k[1] | key[32] x 5 | salt[16]: 177 bytes. "reward.bad_stewards" ("needed", "keys").
[[nodiscard]] Result<Bytes> packStewards(const Stewards& stewards);
[[nodiscard]] Result<Hash256> stewardsHash(const Stewards& stewards);

enum class Phase : std::uint8_t { Closed = 0, Announced = 1, Claiming = 2 };

struct PoolState {
    Hash256 stewards;
    kaspa::CovenantId token;
    Phase phase = Phase::Closed;
    std::uint64_t epoch = 0;
    Millis end;                              //!< the next epoch may open from then on
    token::Units budget;                     //!< may still be paid in this epoch
    token::Units cap;                        //!< the most for one award
    std::array<token::Units, kReasons> left; //!< may still be paid for each reason
    Hash256 root;
    bool operator==(const PoolState&) const = default;
};

//! The one unspent output of a pool.
struct Pool {
    Hash256 program; //!< template hash
    kaspa::CovenantId id;
    kaspa::Outpoint outpoint;
    Sompi value;
    PoolState state;
    std::uint64_t daaScore = 0;
    bool operator==(const Pool&) const = default;
};
[[nodiscard]] Result<kaspa::Utxo> utxoOf(const Pool& pool);

//! What a pool's id commits to; published with the network's parameters.
struct PoolBirth {
    Hash256 program;
    kaspa::Outpoint authorising;
    std::uint32_t index = 0;
    Sompi value = kPoolDeposit;
    Hash256 stewards;
    kaspa::CovenantId token;
    Millis firstEpoch; //!< the first epoch may open from then on
    bool operator==(const PoolBirth&) const = default;
};
struct BornPool {
    kaspa::Output output;
    Pool pool; //!< outpoint.id stays zero until the transaction's id is known
};
//! \returns "reward.bad_end" for a first epoch that a lock time cannot say.
[[nodiscard]] Result<BornPool> bear(const PoolBirth& birth, std::uint16_t input = 0);
//! Every version that was ever born, oldest first; never removed.
[[nodiscard]] const std::vector<kaspa::abi::Program>& allPoolPrograms();
[[nodiscard]] Hash256 currentPoolProgram();

enum class PoolStep { Open = 0, Veto = 1, Rotate = 2, Gather = 3, Claim };
[[nodiscard]] std::string_view poolStepName(PoolStep step);

//! A step ready for the wallet: the first inputs run `calls`, the pool first, then its tokens; the first outputs are the
//! pool and the tokens `made`. The wallet appends coins for the fee and `toAdd`, and change.
struct PoolPlan {
    PoolStep step = PoolStep::Open;
    kaspa::Transaction tx;
    std::vector<Call> calls;
    std::vector<token::State> made;
    PoolState next;
    Sompi toAdd;   //!< KAS for new carriers
    Sompi surplus; //!< of carriers that were swept together
    Millis notBefore;
    std::uint64_t minAge = 0; //!< DAA scores since the pool's output was accepted
};
//! k stewards open an epoch. \param tokens one to three of the pool's, which become one. \param signers places, rising.
//! \param budget at most a quarter of what the tokens hold. \param root of an AwardTree for epoch state.epoch + 1.
[[nodiscard]] Result<PoolPlan> open(const Pool& pool, const std::vector<token::Holding>& tokens, const Stewards& stewards,
                                    const std::vector<std::size_t>& signers, token::Units budget, Millis end, const Hash256& root);
//! k stewards make one of up to three tokens of the pool's, in any phase but Announced. \param signers as in open.
[[nodiscard]] Result<PoolPlan> gather(const Pool& pool, const std::vector<token::Holding>& tokens, const Stewards& stewards,
                                      const std::vector<std::size_t>& signers);
//! One steward stops awards before the first is paid.
[[nodiscard]] Result<PoolPlan> veto(const Pool& pool, const Stewards& stewards, std::size_t signer);
//! k stewards hand over to others, of whom the plan is checked: a pool that nobody can open would be lost.
[[nodiscard]] Result<PoolPlan> rotate(const Pool& pool, const Stewards& stewards, const std::vector<std::size_t>& signers,
                                      const Stewards& newStewards);
//! Anyone, for the winner of award `index`. \param tree of the epoch with what was paid so far. \param from a token of the
//! pool's that holds more than the award.
[[nodiscard]] Result<PoolPlan> claim(const Pool& pool, const token::Holding& from, const AwardTree& tree, std::uint32_t index,
                                     const Award& award);

//! What the chain accepted when `tx` spent `before`.
struct PoolTransition {
    PoolStep step = PoolStep::Open;
    Pool next;
    std::optional<std::uint32_t> index; //!< of the award claimed
    std::optional<Award> award;
};
//! \returns "contract.not_a_spend", "contract.unreadable".
[[nodiscard]] Result<PoolTransition> readSpend(const Pool& before, const kaspa::Transaction& tx, const kaspa::TxId& id);

} // namespace bt::contract::reward
