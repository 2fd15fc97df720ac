// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The three masses of a transaction and the least fee (rusty-kaspa 2.1.0, consensus/core/src/mass; KIP-9, KIP-13).
//! Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "kaspa/consensus.h"
#include "kaspa/transaction.h"

#include <algorithm>
#include <optional>
#include <span>

namespace bt::kaspa {

//! Grams in each dimension that a block limits.
struct Masses {
    std::uint64_t compute = 0;
    std::uint64_t transient = 0;
    std::uint64_t storage = 0;
    //! Transient mass on the scale of compute mass: its limit is twice as high, so half, rounded up.
    [[nodiscard]] std::uint64_t normalizedTransient() const { return (transient + 1) / 2; }
    //! What the relay minimum is charged on: storage mass is not part of it.
    [[nodiscard]] std::uint64_t feeMass() const { return std::max(compute, normalizedTransient()); }
    //! What block builders select by: fees are sized by it.
    [[nodiscard]] std::uint64_t largest() const { return std::max(feeMass(), storage); }
    [[nodiscard]] bool withinLimits() const
    {
        return compute <= kMaxComputeMass && transient <= kMaxTransientMass && storage <= kMaxStorageMass;
    }
    auto operator<=>(const Masses&) const = default;
};

//! Bytes of a transaction in consensus' own measure (exact for mass, not a wire format's size).
[[nodiscard]] std::uint64_t estimatedSize(const Transaction& tx);

//! Compute and transient mass; storage stays 0. Scripts count with the bytes that they have.
[[nodiscard]] Masses nonContextualMasses(const Transaction& tx);

//! A UTXO as storage mass sees it.
struct StorageCell {
    std::uint64_t plurality = 1; //!< 100-byte units that it takes in the UTXO set
    std::uint64_t amount = 0;    //!< sompi, not zero
};
//! Units of a script: 1 for plain payments, 2 for P2SH under a covenant id.
[[nodiscard]] std::uint64_t plurality(const ScriptPublicKey& spk, bool hasCovenant);

//! KIP-9 storage mass with pluralities. \returns nothing if it is beyond 64 bits or an amount is zero.
[[nodiscard]] std::optional<std::uint64_t> storageMass(std::span<const StorageCell> inputs, std::span<const StorageCell> outputs,
                                                       std::uint64_t parameter = kStorageMassParameter);
//! Storage mass that `tx` must commit to. \returns "kaspa.mass.incomputable" if it is beyond all limits.
[[nodiscard]] Result<std::uint64_t> storageMass(const Populated& tx);

//! All three.
[[nodiscard]] Result<Masses> masses(const Populated& tx);

//! The relay minimum for a mass in grams: 100 sompi a gram (and 100,000 for a mass of zero, as rusty-kaspa has it).
[[nodiscard]] Sompi minimumFee(std::uint64_t grams);

//! What a transaction should pay to be taken at a price of `sompiPerGram` (a node's fee estimate): the price of its largest
//! mass, rounded up, and never below the relay minimum. A price that is no number, or below it, means the minimum.
[[nodiscard]] Sompi feeAt(const Masses& masses, double sompiPerGram);

//! The smallest amount that a lone output of this script may hold under the storage limit, in sompi.
[[nodiscard]] Sompi storageFloor(const ScriptPublicKey& spk, bool hasCovenant);

} // namespace bt::kaspa
