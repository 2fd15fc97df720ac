// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Montgomery arithmetic modulo a prime below 2^254 (Montgomery 1985; CIOS without the last carry, as the top two bits of
//! the modulus are free). Inputs and outputs are fully reduced unless said otherwise. No branch depends on a value.
//! The functions named ...Portably are plain C++ and serve constant expressions; the others use the processor's best.
//! Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "zk/limbs.h"
#include "zk/x86_64.h"

#include <type_traits>

namespace bt::zk {

template <typename Modulus> struct Montgomery {
    static constexpr Limbs m = Modulus::value;
    static_assert(m[3] >> 62 == 0 && (m[0] & 1) == 1);
    static constexpr std::uint64_t k = negatedInverse64(m[0]); //!< -m^-1 mod 2^64
    static constexpr Limbs one = powerOfTwoMod(256, m);        //!< 1 in Montgomery form
    static constexpr Limbs squareOfR = powerOfTwoMod(512, m);  //!< turns a value into Montgomery form

    //! a - m if that is not negative, else a; for a < 2m.
    [[nodiscard]] static constexpr Limbs reduceOnce(const Limbs& a)
    {
        Limbs less{};
        const std::uint64_t keep = 0 - subTo(less, a, m);
        for (std::size_t i = 0; i < 4; ++i) less[i] ^= (less[i] ^ a[i]) & keep;
        return less;
    }
    [[nodiscard]] static constexpr Limbs add(const Limbs& a, const Limbs& b)
    {
#ifdef BT_ZK_X86_64
        if (!std::is_constant_evaluated()) return x86::add(a, b, m);
#endif
        return reduceOnce(addLazily(a, b));
    }
    //! a + b without reduction: below 2m for reduced a and b; only for mulWide.
    [[nodiscard]] static constexpr Limbs addLazily(const Limbs& a, const Limbs& b)
    {
        Limbs out{};
        addTo(out, a, b);
        return out;
    }
    [[nodiscard]] static constexpr Limbs subtract(const Limbs& a, const Limbs& b)
    {
#ifdef BT_ZK_X86_64
        if (!std::is_constant_evaluated()) return x86::subtract(a, b, m);
#endif
        Limbs out{};
        const std::uint64_t below = 0 - subTo(out, a, b);
        const Limbs back{m[0] & below, m[1] & below, m[2] & below, m[3] & below};
        addTo(out, out, back);
        return out;
    }

    //! a * b / 2^256 mod m.
    [[nodiscard]] static constexpr Limbs multiply(const Limbs& a, const Limbs& b)
    {
        return std::is_constant_evaluated() ? multiplyPortably(a, b) : multiplyFast(a, b);
    }
    [[nodiscard]] static Limbs multiplyFast(const Limbs& a, const Limbs& b);
    [[nodiscard]] static constexpr Limbs multiplyPortably(const Limbs& a, const Limbs& b)
    {
        Limbs t{};
        for (std::size_t i = 0; i < 4; ++i) {
            std::uint64_t high = 0;
            const std::uint64_t low = mulAdd(t[0], a[0], b[i], high);
            const std::uint64_t f = low * k;
            std::uint64_t carry = 0;
            (void)mulAdd(low, f, m[0], carry);
            t[0] = mulAdd(mulAdd(t[1], a[1], b[i], high), f, m[1], carry);
            t[1] = mulAdd(mulAdd(t[2], a[2], b[i], high), f, m[2], carry);
            t[2] = mulAdd(mulAdd(t[3], a[3], b[i], high), f, m[3], carry);
            t[3] = carry + high;
        }
        return reduceOnce(t);
    }

    //! t / 2^256 mod m for t < m * 2^256.
    [[nodiscard]] static constexpr Limbs reduceWidePortably(const WideLimbs& t)
    {
        WideLimbs s = t;
        std::uint64_t up = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const std::uint64_t f = s[i] * k;
            std::uint64_t carry = 0;
            (void)mulAdd(s[i], f, m[0], carry);
            s[i + 1] = mulAdd(s[i + 1], f, m[1], carry);
            s[i + 2] = mulAdd(s[i + 2], f, m[2], carry);
            s[i + 3] = mulAdd(s[i + 3], f, m[3], carry);
            const Word128 sum = static_cast<Word128>(s[i + 4]) + carry + up;
            s[i + 4] = static_cast<std::uint64_t>(sum);
            up = static_cast<std::uint64_t>(sum >> 64);
        }
        return reduceOnce({s[4], s[5], s[6], s[7]});
    }

    [[nodiscard]] static constexpr Limbs fromMontgomeryForm(const Limbs& a)
    {
        return reduceWidePortably({a[0], a[1], a[2], a[3], 0, 0, 0, 0});
    }

    //! (a0 + a1*u)(b0 + b1*u) with u^2 = -1, one reduction a coordinate (Karatsuba over unreduced products).
    static constexpr void multiplyComplex(Limbs& out0, Limbs& out1, const Limbs& a0, const Limbs& a1, const Limbs& b0, const Limbs& b1)
    {
        if (!std::is_constant_evaluated()) {
            multiplyComplexFast(out0, out1, a0, a1, b0, b1);
            return;
        }
        multiplyComplexPortably(out0, out1, a0, a1, b0, b1);
    }
    static void multiplyComplexFast(Limbs& out0, Limbs& out1, const Limbs& a0, const Limbs& a1, const Limbs& b0, const Limbs& b1);
    static constexpr void multiplyComplexPortably(Limbs& out0, Limbs& out1, const Limbs& a0, const Limbs& a1, const Limbs& b0,
                                                  const Limbs& b1)
    {
        WideLimbs low = mulWide(a0, b0);
        const WideLimbs high = mulWide(a1, b1);
        WideLimbs both = mulWide(addLazily(a0, a1), addLazily(b0, b1)); // below 4 m^2
        subtractWide(both, low);
        subtractWide(both, high); // a0 b1 + a1 b0
        addModulusOnTop(low, subtractWide(low, high));
        out0 = reduceWidePortably(low);
        out1 = reduceWidePortably(both);
    }

    //! out -= b over 512 bits. \returns all ones if that was negative, else zero.
    static constexpr std::uint64_t subtractWide(WideLimbs& out, const WideLimbs& b)
    {
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            const Word128 difference = static_cast<Word128>(out[i]) - b[i] - borrow;
            out[i] = static_cast<std::uint64_t>(difference);
            borrow = static_cast<std::uint64_t>(difference >> 64) & 1;
        }
        return 0 - borrow;
    }
    //! Adds m * 2^256, which a reduction takes away again, where `mask` is all ones.
    static constexpr void addModulusOnTop(WideLimbs& t, std::uint64_t mask)
    {
        Limbs high{};
        addTo(high, {t[4], t[5], t[6], t[7]}, {m[0] & mask, m[1] & mask, m[2] & mask, m[3] & mask});
        for (std::size_t i = 0; i < 4; ++i) t[4 + i] = high[i];
    }
};

} // namespace bt::zk
