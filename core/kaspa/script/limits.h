// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The fixed numbers of the script rules (kaspa-txscript 2.1.0, lib.rs). Pure; no Qt.
#pragma once

#include <cstddef>
#include <cstdint>

namespace bt::kaspa::script {

inline constexpr std::uint16_t kMaxKnownVersion = 0;  //!< of a script public key; higher ones are accepted unread
inline constexpr std::size_t kMaxStack = 244;         //!< items on both stacks together
inline constexpr std::size_t kMaxScript = 1'000'000;  //!< bytes
inline constexpr std::size_t kMaxElement = 1'000'000; //!< bytes of one stack item
inline constexpr std::int64_t kMaxOps = 1'000'000;

//! What a script, an element that a script pushes, and the operations of one script may not exceed.
struct Limits {
    std::size_t script;
    std::size_t element;
    std::int64_t ops;
};
inline constexpr Limits kLimits{kMaxScript, kMaxElement, kMaxOps};
inline constexpr Limits kLimitsBeforeToccata{10'000, 520, 201};
inline constexpr std::int32_t kMaxMultisigKeys = 20;
inline constexpr std::size_t kStandardSpk = 35;                      //!< bytes of a script public key that cost nothing
inline constexpr std::uint64_t kLockTimeThreshold = 500'000'000'000; //!< below: DAA score; else milliseconds
inline constexpr std::uint64_t kSequenceDisabled = 1ULL << 63;
inline constexpr std::uint64_t kSequenceMask = 0xffffffff;

inline constexpr std::uint64_t kUnitsPerGram = 100;
inline constexpr std::uint64_t kUnitsPerSigOp = 1000 * kUnitsPerGram;
inline constexpr std::uint64_t kUnitsPerBudget = 100 * kUnitsPerGram;
inline constexpr std::uint64_t kFreeUnits = kUnitsPerBudget - 1; //!< of every input

} // namespace bt::kaspa::script
