// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! From bytes that a stranger wrote to a call of one of our programs. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "contract/call.h"
#include "contract/health_session/plan.h"

namespace bt::contract {

//! The version of a program of ours whose code stands in this redeem script; it lives as long as the process.
//! \returns "contract.unknown_program".
[[nodiscard]] Result<const kaspa::abi::Program*> programIn(ByteView redeemScript);

//! A call from the signature script that unsignedScript() wrote and the output that it spends.
//! \param wanted where signatures go: those places must hold zeros, and the whole must be what the program's own encoder
//!        writes, so that one call has one text.
//! \returns "contract.unknown_program", "contract.bad_call" for a script that says anything else, or that the output does
//!          not ask for.
[[nodiscard]] Result<Call> readUnsigned(ByteView script, const kaspa::Utxo& spent, std::vector<SignatureSlot> wanted);

//! A visit's step as calls beside the first inputs of its transaction.
[[nodiscard]] Result<std::vector<Call>> callsOf(const session::Plan& plan);

} // namespace bt::contract
