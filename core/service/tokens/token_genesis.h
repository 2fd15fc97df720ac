// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! BTAI for a network that has none: plans and signs the transaction that gives birth to the supply, and the record that
//! names it. Pure over its arguments. Thread safety: all functions are.
#pragma once

#include "contract/token/genesis.h"
#include "ledger/network.h"
#include "ledger/node.h"

namespace bt::service {

struct GenesisWish {
    contract::token::Owner owner;  //!< holds all of it
    contract::token::Units supply; //!< there will never be more
};
struct GenesisMade {
    kaspa::Transaction tx; //!< signed; kept to every rule
    kaspa::TxId id;
    contract::token::BirthRecord record;
    contract::token::Token token;
    Sompi fee;
};
//! \param coin   what authorises the birth and pays fee and deposit; the rest comes back to its key. \param secret of it.
//! \param daaScore of the virtual: a miner's reward must be mature.
//! \returns "ledger.not_enough" (args: sompi missing), "token.bad_birth", errors of ledger::build and signOff.
[[nodiscard]] Result<GenesisMade> makeGenesis(const ledger::NetworkParams& network, const ledger::UtxoEntry& coin, const Secret& secret,
                                              const GenesisWish& wish, std::uint64_t daaScore, Random& random);

//! Name of the file in a network's folder that names its BTAI: the birth record as makeGenesis' record is written.
inline constexpr const char* kBirthFile = "btai.json";
//! Reads that file. \returns "" if there is none; "token.bad_birth".
[[nodiscard]] Result<std::string> readBirthFile(const std::string& folder);

} // namespace bt::service
