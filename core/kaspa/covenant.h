// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Covenant bindings of a transaction (KIP-20; rusty-kaspa 2.1.0, txscript/src/covenants.rs). Pure; no Qt. Thread
//! safety: all functions are.
#pragma once

#include "kaspa/hashing.h"

#include <span>

namespace bt::kaspa {

//! Every bound output names an input that exists and either carries the same covenant id (continuation) or gives birth
//! to exactly this id together with all outputs that name the same pair (genesis).
//! \returns "kaspa.covenant.input" (args: output) or "kaspa.covenant.genesis_id" (args: input).
[[nodiscard]] Result<void> checkCovenantBindings(const Populated& tx);

//! Computes the id that a genesis by `input` gives to `outputs` (rising indexes into tx.outputs) and binds them.
//! \returns the id; "kaspa.covenant.bad_group" if an index is out of range, twice, unsorted or already bound.
[[nodiscard]] Result<CovenantId> bindGenesis(Transaction& tx, std::uint16_t input, std::span<const std::uint32_t> outputs);

} // namespace bt::kaspa
