// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The reward pool of the practice network: a genuine birth at the beginning of its chain, and stewards whose keys are
//! published on purpose, two of three. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "contract/reward/pool.h"
#include "ledger/node.h"

#include <array>

namespace bt::ledger {

//! The stewards' secret keys. Whoever wants to may play them: what they give away is play money.
[[nodiscard]] std::array<Secret, 3> practiceStewardSecrets();
[[nodiscard]] const contract::reward::Stewards& practiceStewards();
//! What every practice chain has at its beginning, and what the birth spends.
[[nodiscard]] kaspa::Transaction practicePoolCoin();
//! A coin beside it that pays for the pool's first gift, and the key of both.
[[nodiscard]] UtxoEntry practicePoolPurse();
[[nodiscard]] Secret practicePoolSecret();
//! The birth record as its canonical text; the same for every practice chain.
[[nodiscard]] const std::string& practicePoolBirth();
//! The signed transaction that gives birth to the pool. \param mined DAA score of the coin's block.
[[nodiscard]] Result<kaspa::Transaction> practicePoolGenesis(std::uint64_t mined, Random& random);
//! Who owns what the pool owns.
[[nodiscard]] contract::token::Owner practicePoolOwner();
inline constexpr contract::token::Units kPracticePoolUnits{100'000ULL * 100'000'000}; //!< it begins with 100,000 BTAI

} // namespace bt::ledger
