// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Reads what a transaction did with a token. Trusts nothing: the transaction may come from anyone; that a node has
//! accepted it is what makes it true. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "contract/token/genesis.h"

namespace bt::contract::token {

//! A token input.
struct SpentToken {
    kaspa::Outpoint outpoint;
    State state;
    bool operator==(const SpentToken&) const = default;
};
//! What moved.
struct Movement {
    std::vector<SpentToken> spent; //!< in the order of inputs; the first led
    std::vector<Holding> made;     //!< in the order of outputs
    bool borrowed = false;         //!< spent[0] grew into made[0] without its owner
};

//! The transfer of `token` in `tx`: the states that its leader made, each proved by the script of its output.
//! \param id of the transaction.
//! \returns "token.no_transfer" if no output is of the token; "token.unreadable" if no input leads to these outputs, or if
//!          inputs of several tokens stand mixed (ours never do), which the sums give away.
[[nodiscard]] Result<Movement> readTransfer(const kaspa::CovenantId& token, const kaspa::Transaction& tx, const kaspa::TxId& id);

//! A token that somebody says to have sent: output `index` of `tx` is of this token, runs its program and has the state
//! that the transfer (or the birth record) says. Whether it is unspent, and the id that the node keeps beside it, is
//! asked of a node. \returns "token.unreadable", "token.no_transfer".
[[nodiscard]] Result<Holding> readReceived(const kaspa::CovenantId& token, const kaspa::Transaction& tx, const kaspa::TxId& id,
                                           std::uint32_t index);

//! The tokens that a genesis gave birth to. \returns "token.bad_birth" if `tx` is not the genesis of `record` (args:
//! "transaction"), or as tokenOf says.
[[nodiscard]] Result<std::vector<Holding>> readGenesis(const BirthRecord& record, const kaspa::Transaction& tx, const kaspa::TxId& id);

} // namespace bt::contract::token
