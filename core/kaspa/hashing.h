// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Ids, hashes and signature hashes of transactions (rusty-kaspa 2.1.0, consensus-core/src/hashing). Pure; no Qt.
//! Thread safety: all functions are; a SighashCache belongs to one thread.
#pragma once

#include "crypto/hash.h"
#include "kaspa/transaction.h"

#include <string_view>

namespace bt::kaspa {

//! BLAKE2b-256 keyed with the domain's name ("TransactionID", "TransactionSigningHash", "CovenantID", ...); for
//! version 1 domains that use BLAKE3, see rusty-kaspa crypto/hashes.
[[nodiscard]] Result<Hash256> domainHash(std::string_view domain, ByteView data);

[[nodiscard]] TxId transactionId(const Transaction& tx);
[[nodiscard]] Hash256 transactionHash(const Transaction& tx);

//! The covenant id of a genesis: the authorising outpoint and every output it binds with this input (KIP-20).
//! \param outputs  (output index, output) in rising order of index
[[nodiscard]] CovenantId covenantId(const Outpoint& authorising, const std::vector<std::pair<std::uint32_t, Output>>& outputs);

enum SighashType : std::uint8_t {
    SighashAll = 0x01,
    SighashNone = 0x02,
    SighashSingle = 0x04,
    SighashAnyOneCanPay = 0x80, //!< or-ed with one of the others
};
//! \returns true for the six combinations that consensus knows.
[[nodiscard]] bool sighashTypeKnown(std::uint8_t type);

//! The sub-hashes that the inputs of one transaction share; fill it once, use it for every input of the same `tx`.
struct SighashCache {
    std::optional<Hash256> previousOutputs, sequences, sigOpCounts, outputs, payload;
};
//! Schnorr sighash. \param inputIndex below tx.inputs.size(); utxos beside inputs.
[[nodiscard]] Hash256 sighashSchnorr(const Populated& tx, std::size_t inputIndex, std::uint8_t type, SighashCache& cache);
[[nodiscard]] Hash256 sighashEcdsa(const Populated& tx, std::size_t inputIndex, std::uint8_t type, SighashCache& cache);

} // namespace bt::kaspa
