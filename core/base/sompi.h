// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Amounts of KAS. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>

namespace bt {

//! The smallest unit of money on Kaspa; 100,000,000 sompi are 1 KAS.
struct Sompi {
    std::uint64_t value = 0;
    auto operator<=>(const Sompi&) const = default;
};

inline constexpr std::uint64_t kSompiPerKas = 100'000'000;
inline constexpr std::uint64_t kMaxSompi = 29'000'000'000ULL * kSompiPerKas; //!< consensus bound MAX_SOMPI

[[nodiscard]] constexpr Sompi kas(std::uint64_t whole) { return {whole * kSompiPerKas}; }

//! \returns a + b; "base.amount_overflow" above kMaxSompi.
[[nodiscard]] inline Result<Sompi> add(Sompi a, Sompi b)
{
    if (a.value > kMaxSompi || b.value > kMaxSompi - a.value) return fail("base.amount_overflow");
    return Sompi{a.value + b.value};
}
//! \returns a - b; "base.amount_underflow" if b is more than a.
[[nodiscard]] inline Result<Sompi> subtract(Sompi a, Sompi b)
{
    if (b.value > a.value) return fail("base.amount_underflow");
    return Sompi{a.value - b.value};
}

} // namespace bt
