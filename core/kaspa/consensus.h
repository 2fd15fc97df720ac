// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Figures of Kaspa's consensus and relay rules since Toccata (rusty-kaspa 2.1.0: consensus/core/src/constants.rs,
//! config/params.rs, mass/units.rs; mining/src/mempool). Data only.
#pragma once

#include <cstddef>
#include <cstdint>

namespace bt::kaspa {

inline constexpr std::uint16_t kTxVersionToccata = 1; //!< the highest version that is known
inline constexpr std::size_t kMaxInputs = 1000;
inline constexpr std::size_t kMaxOutputs = 1000;
inline constexpr std::size_t kMaxSignatureScript = 250'000;          //!< bytes
inline constexpr std::size_t kMaxScriptPublicKey = 10'000;           //!< bytes
inline constexpr std::uint64_t kLockTimeThreshold = 500'000'000'000; //!< below: a DAA score; from here: milliseconds
inline constexpr std::uint64_t kSequenceFinal = ~0ULL;
inline constexpr std::uint64_t kSequenceLockMask = 0xffff'ffffULL;
inline constexpr std::uint64_t kSequenceLockDisabled = 1ULL << 63;

inline constexpr std::uint64_t kMassPerTxByte = 1;
inline constexpr std::uint64_t kMassPerSpkByte = 10;
inline constexpr std::uint64_t kGramsPerSigOp = 1000;     //!< transaction version 0
inline constexpr std::uint64_t kGramsPerBudgetUnit = 100; //!< transaction version 1
inline constexpr std::uint64_t kScriptUnitsPerBudgetUnit = 10'000;
inline constexpr std::uint64_t kFreeScriptUnits = 9'999;                  //!< each input has them without a budget
inline constexpr std::uint64_t kTransientFactor = 4;                      //!< grams of transient mass per byte (KIP-13)
inline constexpr std::uint64_t kStorageMassParameter = 1'000'000'000'000; //!< KIP-9's C
inline constexpr std::uint64_t kMaxComputeMass = 500'000;
inline constexpr std::uint64_t kMaxStorageMass = 500'000;
inline constexpr std::uint64_t kMaxTransientMass = 1'000'000; //!< halved to compare it with compute mass
inline constexpr std::uint64_t kSompiPerGram = 100;           //!< relay minimum (100,000 sompi per kilogram)
inline constexpr std::uint64_t kMaxRedeemSigOps = 15;         //!< relay rule, counted statically

//! What one Schnorr or ECDSA check of a plain payment needs: 100,000 script units.
inline constexpr std::uint16_t kPayToKeyBudget = 10;
//! Push of a 64-byte signature and its type byte.
inline constexpr std::size_t kPayToKeyUnlockBytes = 66;

} // namespace bt::kaspa
