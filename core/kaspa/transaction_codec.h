// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Transactions as bytes (our own storage format, versioned) and as JSON with the field names of kaspad's wRPC. Pure;
//! no Qt. Thread safety: all functions are. Decoders judge shape and size, not consensus rules.
#pragma once

#include "kaspa/transaction.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace bt::kaspa {

//! Every field, signature scripts and storage mass included; little-endian, lengths as 32 bits.
[[nodiscard]] Bytes encodeTransaction(const Transaction& tx);
//! \returns "kaspa.tx.malformed" for anything that encodeTransaction did not write.
[[nodiscard]] Result<Transaction> decodeTransaction(ByteView bytes);

//! A transaction together with the outputs it spends, as encodeTransaction.
[[nodiscard]] Bytes encodePopulated(const Populated& tx);
[[nodiscard]] Result<Populated> decodePopulated(ByteView bytes);

//! wRPC's RpcTransaction: version, inputs[previousOutpoint{transactionId,index}, signatureScript, sequence, sigOpCount,
//! computeBudget], outputs[value, scriptPublicKey, covenant], lockTime, subnetworkId, gas, payload, storageMass,
//! mass (its name before 2.1.0; written beside it, and either is read). Numbers stay
//! numbers; scripts are hex with the version in front (two bytes, big-endian).
[[nodiscard]] std::string transactionToJson(const Transaction& tx);
[[nodiscard]] Result<Transaction> transactionFromJson(std::string_view json);
//! As transactionFromJson, of a value that codec::parseJson has read already (part of a larger answer). The storage mass
//! may stand under "storageMass", "mass" or, if they are equal, both.
[[nodiscard]] Result<Transaction> transactionFromJsonValue(const nlohmann::json& json);

} // namespace bt::kaspa
