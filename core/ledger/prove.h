// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The dry run that every transaction passes before it is handed to a node: consensus in isolation, lock times,
//! amounts, masses, covenant bindings, every input's script in our engine, and the relay rules - the same code that
//! judges the practice ledger. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "ledger/builder.h"
#include "ledger/practice/rules.h"

namespace bt::ledger {

//! \param tx signed, beside the outputs that it spends. \param at where the chain stands; without it, lock times, ages
//!        and coinbase maturity are not judged (a transaction prepared for later).
//! \returns the fee that it pays; "ledger.refused" with the rule as args[0] ("script", "mass_limit", "fee", ...), its
//!          figures after it (for a script: the input and the engine's error), and the engine's words in detail.
[[nodiscard]] Result<Sompi> prove(const kaspa::Populated& tx, const NetworkParams& network, const std::optional<ChainPoint>& at = {});

//! finish() and prove() in one: the only way from a draft to bytes that may leave this computer.
//! \returns the transaction; the errors of both.
[[nodiscard]] Result<kaspa::Transaction> signOff(const Draft& draft, const NetworkParams& network, const std::optional<ChainPoint>& at = {},
                                                 FeeBasis basis = FeeBasis::Largest);

//! Every fixed input of a draft is unspent on the node.
//! \returns "ledger.no_such_input" (args: input, "txid:index") for one that is spent or was never there.
[[nodiscard]] Result<void> checkInputsExist(const Draft& draft, Node& node, const Deadline& deadline);

} // namespace bt::ledger
