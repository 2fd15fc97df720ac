// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Signatures of transaction inputs and of personal messages (KIP-5). Pure; no Qt. Thread safety: all functions are; a
//! SighashCache belongs to one thread.
#pragma once

#include "base/random.h"
#include "crypto/secp256k1.h"
#include "kaspa/hashing.h"

#include <string_view>

namespace bt::kaspa {

using InputSignature = Fixed<65, struct InputSignatureTag>; //!< 64 bytes Schnorr and the sighash type: what OpCheckSig pops

//! A signature over input `inputIndex`, for use as an argument of a contract (type `sig` of SilverScript).
//! \param type a known type (sighashTypeKnown). \param random the BIP340 auxiliary randomness.
//! \returns "kaspa.sign.type" or "kaspa.sign.input" for bad parameters.
[[nodiscard]] Result<InputSignature> signatureFor(const Populated& tx, std::size_t inputIndex, const crypto::SchnorrSigner& signer,
                                                  Random& random, SighashCache& cache, std::uint8_t type = SighashAll);
//! Signs a plain payment to `signer`'s key: sets the input's signature script (push of 65 bytes).
//! \returns "kaspa.sign.not_ours" if the output does not pay to this key.
[[nodiscard]] Result<void> signInput(Populated& tx, std::size_t inputIndex, const crypto::SchnorrSigner& signer, Random& random,
                                     SighashCache& cache, std::uint8_t type = SighashAll);

//! signInput() for every input that pays to `signer`'s key; the others stay as they are. One draw of randomness and one
//! set of sub-hashes for all. \returns how many were signed; the errors of signatureFor().
[[nodiscard]] Result<std::size_t> signInputs(Populated& tx, const crypto::SchnorrSigner& signer, Random& random,
                                             std::uint8_t type = SighashAll);

//! KIP-5: BLAKE2b-256 keyed "PersonalMessageSigningHash" of the UTF-8 text, signed with BIP340.
[[nodiscard]] Hash256 messageHash(std::string_view message);
[[nodiscard]] crypto::Signature64 signMessage(std::string_view message, const crypto::SchnorrSigner& signer, const Hash256& aux);
[[nodiscard]] bool verifyMessage(std::string_view message, const crypto::XOnlyKey& key, const crypto::Signature64& signature);

} // namespace bt::kaspa
