// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Kaspa transactions as values, versions 0 and 1 (rusty-kaspa 2.1.0, consensus-core/src/tx.rs). Pure; no Qt.
#pragma once

#include "base/fixed.h"
#include "base/sompi.h"

#include <compare>
#include <optional>
#include <vector>

namespace bt::kaspa {

using TxId = Fixed<32, struct TxIdTag>;               //!< natural byte order, as rusty-kaspa prints it
using CovenantId = Fixed<32, struct CovenantIdTag>;   //!< KIP-20
using SubnetworkId = Fixed<20, struct SubnetworkTag>; //!< all zero: native; first byte 1: coinbase

//! Which output of which transaction.
struct Outpoint {
    TxId id;
    std::uint32_t index = 0;
    auto operator<=>(const Outpoint&) const = default;
};

struct ScriptPublicKey {
    std::uint16_t version = 0;
    Bytes script;
    auto operator<=>(const ScriptPublicKey&) const = default;
};

struct Input {
    Outpoint previous;
    Bytes signatureScript;
    std::uint64_t sequence = 0;
    std::uint8_t sigOpCount = 0;     //!< transaction version 0
    std::uint16_t computeBudget = 0; //!< transaction version 1: units of 10,000 script units (100 grams)
    auto operator<=>(const Input&) const = default;
};

//! KIP-20: says under which covenant id an output lives and which input lets it.
struct CovenantBinding {
    std::uint16_t authorizingInput = 0;
    CovenantId id;
    auto operator<=>(const CovenantBinding&) const = default;
};

struct Output {
    Sompi value;
    ScriptPublicKey spk;
    std::optional<CovenantBinding> covenant;
    auto operator<=>(const Output&) const = default;
};

struct Transaction {
    std::uint16_t version = 1;
    std::vector<Input> inputs;
    std::vector<Output> outputs;
    std::uint64_t lockTime = 0;
    SubnetworkId subnetwork;
    std::uint64_t gas = 0;
    Bytes payload;
    std::uint64_t storageMass = 0; //!< committed by the transaction (KIP-9); not part of its id
    auto operator<=>(const Transaction&) const = default;
};

//! A spendable output as the UTXO set keeps it.
struct Utxo {
    Sompi amount;
    ScriptPublicKey spk;
    std::uint64_t daaScore = 0; //!< of the accepting block
    bool isCoinbase = false;
    std::optional<CovenantId> covenant;
    auto operator<=>(const Utxo&) const = default;
};

//! A transaction beside the outputs that it spends, in the order of its inputs.
struct Populated {
    Transaction tx;
    std::vector<Utxo> utxos;
};

} // namespace bt::kaspa
