// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! BTAI of the practice network: a genuine genesis at the beginning of its chain, and the published key that holds the
//! supply and gives some of it to whoever asks. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "contract/token/transfer.h"
#include "ledger/node.h"

namespace bt::ledger {

//! The supply's secret key. Published on purpose, like the treasury's: these tokens are play money.
[[nodiscard]] Secret practiceTokenSecret();
//! The first coin of the supply's key, which every practice chain has at its beginning: what the genesis spends.
[[nodiscard]] kaspa::Transaction practiceTokenCoin();
//! The birth record as its canonical text; the same for every practice chain.
[[nodiscard]] const std::string& practiceTokenBirth();
//! The signed transaction that gives birth to the supply. \param mined DAA score of the coin's block.
[[nodiscard]] Result<kaspa::Transaction> practiceTokenGenesis(std::uint64_t mined, Random& random);
//! What the genesis leaves with the supply's key.
[[nodiscard]] Result<contract::token::Holding> practiceTokenSupply();

//! A transfer out of the supply, signed: `units` to `to`, the rest back to the supply's key, KAS from `coin`, which
//! the treasury's key `treasury` spends. \param next the supply afterwards.
[[nodiscard]] Result<kaspa::Transaction> practiceTokenGift(const contract::token::Holding& supply, const contract::token::Payment& gift,
                                                           const UtxoEntry& coin, ByteView treasury, Random& random,
                                                           contract::token::Holding& next);

} // namespace bt::ledger
