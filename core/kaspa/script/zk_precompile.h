// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What OpZkPrecompile does after its tag is paid: kaspa-txscript 2.1.0, zk_precompiles. Pure; no Qt. Thread safety: all
//! functions are.
#pragma once

#include "kaspa/script/engine.h"

namespace bt::kaspa::script {

//! Script units for each point of the key that belongs to a public input (and one more), paid before they are read.
inline constexpr std::uint64_t kUnitsPerGroth16Point = 250'000;

//! Verifies the proof on the stack with core/zk; the engine's choice unless the context brings another.
//!
//! Groth16 (tag 0x20) takes, from the top: key, proof (both compressed arkworks bytes), the number of public inputs, and
//! that many inputs of 32 little-endian bytes, the first on top. Everything is checked as arkworks 0.6 does, nothing may
//! follow, and the key has one point more than there are inputs.
//! \returns nothing if the proof holds; "kaspa.script.zk_integrity" with the reason in `detail`;
//!          "kaspa.script.zk_not_verified_here" for RISC Zero (tag 0x21).
[[nodiscard]] Result<void> verifyZk(std::uint8_t tag, const ZkOperands& operands);

} // namespace bt::kaspa::script
