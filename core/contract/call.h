// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One input of a transaction that runs a program: what it calls, with what, and where signatures go. What builders of
//! several programs in one transaction share. Pure; no Qt. Thread safety: values.
#pragma once

#include "kaspa/abi/program.h"
#include "kaspa/signing.h"

namespace bt::contract {

//! Where a signature goes: 65 bytes at `offset` of the bytes argument `argument`. It is a SIGHASH_ALL signature over this
//! input of the final transaction (fee inputs and change included).
struct SignatureSlot {
    std::size_t argument = 0;
    std::size_t offset = 0;
    Bytes key; //!< whose: 32 bytes x-only (BIP340) or 33 bytes compressed (ECDSA)
    bool operator==(const SignatureSlot&) const = default;
};

//! An input that runs a program, in a transaction whose order of inputs is settled.
struct Call {
    kaspa::Utxo spent;
    const kaspa::abi::Program* program = nullptr; //!< of a version: those live as long as the process
    std::string entry;
    std::vector<kaspa::abi::Value> arguments; //!< with zero bytes where a signature goes
    Bytes redeemScript;
    std::vector<SignatureSlot> wanted;
};

//! The signature script with `signatures` (beside call.wanted) put in; its size does not depend on them.
//! \returns "contract.bad_signatures" if the count differs or a slot lies outside its argument.
[[nodiscard]] Result<Bytes> finish(const Call& call, const std::vector<kaspa::InputSignature>& signatures);
//! Same with zeros for signatures: what a builder puts into a transaction whose size must be right.
[[nodiscard]] Result<Bytes> unsignedScript(const Call& call);

} // namespace bt::contract
