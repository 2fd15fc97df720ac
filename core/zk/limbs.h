// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! 256-bit integers of four 64-bit limbs, least significant first, and what Montgomery arithmetic needs of them. Every
//! function works in a constant expression. Pure; no Qt. Thread safety: all functions are. Variable-time in nothing but
//! `compare`; callers that hold secrets still have to mind which limbs they pass.
#pragma once

#include <array>
#include <cstdint>

namespace bt::zk {

using Limbs = std::array<std::uint64_t, 4>;
using WideLimbs = std::array<std::uint64_t, 8>;
__extension__ typedef unsigned __int128 Word128; // -Wpedantic knows no such type

//! \returns -1, 0 or 1 as a < b, a == b, a > b.
[[nodiscard]] constexpr int compare(const Limbs& a, const Limbs& b)
{
    for (std::size_t i = 4; i-- > 0;)
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    return 0;
}

//! out = a + b mod 2^256. \returns the carry.
constexpr std::uint64_t addTo(Limbs& out, const Limbs& a, const Limbs& b)
{
    Word128 sum = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        sum += static_cast<Word128>(a[i]) + b[i];
        out[i] = static_cast<std::uint64_t>(sum);
        sum >>= 64;
    }
    return static_cast<std::uint64_t>(sum);
}

//! out = a - b mod 2^256. \returns the borrow, 0 or 1.
constexpr std::uint64_t subTo(Limbs& out, const Limbs& a, const Limbs& b)
{
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Word128 difference = static_cast<Word128>(a[i]) - b[i] - borrow;
        out[i] = static_cast<std::uint64_t>(difference);
        borrow = static_cast<std::uint64_t>(difference >> 64) & 1;
    }
    return borrow;
}

[[nodiscard]] constexpr Limbs shiftedRight(const Limbs& a, unsigned bits) //!< bits: 1 to 63
{
    Limbs out{};
    for (std::size_t i = 0; i < 4; ++i) out[i] = (a[i] >> bits) | (i < 3 ? a[i + 1] << (64 - bits) : 0);
    return out;
}

[[nodiscard]] constexpr bool bitOf(const Limbs& a, unsigned index) { return ((a[index / 64] >> (index % 64)) & 1) != 0; }

//! -m^-1 mod 2^64 for odd m, by Newton's iteration.
[[nodiscard]] constexpr std::uint64_t negatedInverse64(std::uint64_t m)
{
    std::uint64_t inverse = 1;
    for (int i = 0; i < 6; ++i) inverse *= 2 - m * inverse;
    return ~inverse + 1;
}

//! 2^bits mod m, by doubling; m is below 2^255.
[[nodiscard]] constexpr Limbs powerOfTwoMod(unsigned bits, const Limbs& m)
{
    Limbs out{1, 0, 0, 0};
    for (unsigned i = 0; i < bits; ++i) {
        Limbs twice{};
        addTo(twice, out, out);
        Limbs less{};
        out = subTo(less, twice, m) == 0 ? less : twice;
    }
    return out;
}

//! One step of a multiply-accumulate chain: carry:low = t + a*b + carry. Cannot overflow 128 bits.
constexpr std::uint64_t mulAdd(std::uint64_t t, std::uint64_t a, std::uint64_t b, std::uint64_t& carry)
{
    const Word128 sum = static_cast<Word128>(a) * b + t + carry;
    carry = static_cast<std::uint64_t>(sum >> 64);
    return static_cast<std::uint64_t>(sum);
}

//! The full product a * b.
[[nodiscard]] constexpr WideLimbs mulWide(const Limbs& a, const Limbs& b)
{
    WideLimbs out{};
    for (std::size_t i = 0; i < 4; ++i) {
        std::uint64_t carry = 0;
        out[i] = mulAdd(out[i], a[0], b[i], carry);
        out[i + 1] = mulAdd(out[i + 1], a[1], b[i], carry);
        out[i + 2] = mulAdd(out[i + 2], a[2], b[i], carry);
        out[i + 3] = mulAdd(out[i + 3], a[3], b[i], carry);
        out[i + 4] = carry;
    }
    return out;
}

} // namespace bt::zk
