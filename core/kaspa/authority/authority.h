// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Who must approve, as contracts write it (KCC-2, authority schemes, with the unkeyed hash of its current text): a byte
//! that names a scheme and a value of 32 bytes. Here are the checks that a program makes, for building and explaining
//! transactions; the program on the chain stays the judge. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/result.h"
#include "crypto/secp256k1.h"
#include "kaspa/transaction.h"

#include <optional>
#include <string_view>

namespace bt::kaspa::authority {

enum class Scheme : std::uint8_t {
    PayToKey = 0x00,          //!< p2pk-schnorr/v1: the value is the key
    PayToKeyHash = 0x01,      //!< p2pkh-schnorr/v1: BLAKE3 of a 32-byte key
    PayToKeyHashEcdsa = 0x02, //!< p2pkh-ecdsa/v1: BLAKE3 of a compressed 33-byte key
    PayToScriptHash = 0x03,   //!< p2sh/v1: BLAKE2b-256 of a redeem script
    CovenantId = 0x04,        //!< covenant-id/v1: a lineage
};
//! Where a byte stands in the registry.
enum class SchemeClass { Assigned, Reserved, Custom };
[[nodiscard]] SchemeClass classOf(std::uint8_t schemeByte);
//! \returns the scheme; "kaspa.authority.unknown_scheme" for a byte or a name that is not assigned (custom ones, from 0x80,
//! mean nothing here).
[[nodiscard]] Result<Scheme> schemeOf(std::uint8_t schemeByte);
[[nodiscard]] Result<Scheme> schemeNamed(std::string_view name); //!< "p2sh/v1"
[[nodiscard]] std::string_view nameOf(Scheme scheme);

using AuthorityValue = Fixed<32, struct AuthorityValueTag>;

//! The value of a key. \param key 32 bytes for the Schnorr schemes, 33 for ECDSA; the other schemes have none.
//! "kaspa.authority.bad_key" for another size or a point that is not on the curve, "kaspa.authority.not_a_key_scheme".
[[nodiscard]] Result<AuthorityValue> valueOfKey(Scheme scheme, ByteView key);
[[nodiscard]] AuthorityValue valueOfScript(ByteView redeemScript); //!< p2sh/v1
[[nodiscard]] AuthorityValue valueOfCovenant(const kaspa::CovenantId& id);

//! A key that approves, and whether its signature is good (its message and encoding are the contract's own).
struct KeyApproval {
    Bytes key;
    bool signatureValid = false;
};
//! \returns nothing if the key is the authority's and its signature is good; "kaspa.authority.bad_key" (size),
//! "kaspa.authority.other_key", "kaspa.authority.bad_signature", "kaspa.authority.not_a_key_scheme".
[[nodiscard]] Result<void> checkKey(Scheme scheme, const AuthorityValue& value, const KeyApproval& approval);

//! p2sh/v1: some input spends a version-0 P2SH of this script. \param input if the contract names one, only that input.
//! \returns its index; "kaspa.authority.no_input".
[[nodiscard]] Result<std::size_t> checkScript(const AuthorityValue& value, const std::vector<ScriptPublicKey>& inputs,
                                              std::optional<std::size_t> input = {});
//! covenant-id/v1: some input belongs to the lineage, the active one counts; outputs do not. "kaspa.authority.no_input".
[[nodiscard]] Result<std::size_t> checkCovenant(const AuthorityValue& value, const std::vector<std::optional<kaspa::CovenantId>>& inputs);

} // namespace bt::kaspa::authority
