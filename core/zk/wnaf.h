// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Signed-window digits of scalars. Internal to zk. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "zk/limbs.h"

namespace bt::zk {

//! The width-`Width` non-adjacent form: the sum of digits[i] * 2^i is `value`; a digit is zero or odd and below
//! 2^(Width-1) in size, and at most one of `Width` neighbours is not zero.
template <unsigned Width> [[nodiscard]] constexpr std::array<std::int8_t, 257> wnaf(const Limbs& value)
{
    static_assert(Width >= 2 && Width <= 7);
    const auto window = [&](unsigned at) {
        std::uint64_t bits = at < 256 ? value[at / 64] >> (at % 64) : 0;
        if (at % 64 != 0 && at / 64 + 1 < 4) bits |= value[at / 64 + 1] << (64 - at % 64);
        return static_cast<unsigned>(bits & ((1U << Width) - 1));
    };
    std::array<std::int8_t, 257> digits{};
    unsigned carry = 0;
    for (unsigned at = 0; at < 257;) {
        const unsigned bits = window(at);
        if ((bits & 1) == carry) {
            ++at;
            continue;
        }
        const unsigned digit = bits + carry;
        carry = digit >> (Width - 1);
        digits[at] = static_cast<std::int8_t>(static_cast<int>(digit) - static_cast<int>(carry << Width));
        at += Width;
    }
    return digits;
}

} // namespace bt::zk
