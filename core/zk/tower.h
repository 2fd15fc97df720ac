// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The extension fields of the pairing: Fq2 = Fq[u]/(u^2+1), Fq6 = Fq2[v]/(v^3-(9+u)), Fq12 = Fq6[w]/(w^2-v), as in
//! EIP-197 and arkworks' ark-bn254. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "zk/field.h"

namespace bt::zk {

//! c0 + c1*u. Products are reduced once a coordinate (Karatsuba over unreduced 512-bit products).
struct Fq2 {
    Fq c0;
    Fq c1;

    [[nodiscard]] static constexpr Fq2 zero() { return {}; }
    [[nodiscard]] static constexpr Fq2 one() { return {Fq::one(), Fq::zero()}; }
    [[nodiscard]] constexpr bool isZero() const { return c0.isZero() && c1.isZero(); }
    constexpr bool operator==(const Fq2&) const = default;

    friend constexpr Fq2 operator+(const Fq2& a, const Fq2& b) { return {a.c0 + b.c0, a.c1 + b.c1}; }
    friend constexpr Fq2 operator-(const Fq2& a, const Fq2& b) { return {a.c0 - b.c0, a.c1 - b.c1}; }
    friend constexpr Fq2 operator*(const Fq2& a, const Fq2& b)
    {
        Limbs low{};
        Limbs high{};
        Fq::Arithmetic::multiplyComplex(low, high, a.c0.montgomery(), a.c1.montgomery(), b.c0.montgomery(), b.c1.montgomery());
        return {Fq::fromMontgomery(low), Fq::fromMontgomery(high)};
    }
    friend constexpr Fq2 operator*(const Fq2& a, const Fq& b) { return {a.c0 * b, a.c1 * b}; }
    constexpr Fq2 operator-() const { return {-c0, -c1}; }
    constexpr Fq2& operator+=(const Fq2& b) { return *this = *this + b; }
    constexpr Fq2& operator-=(const Fq2& b) { return *this = *this - b; }
    constexpr Fq2& operator*=(const Fq2& b) { return *this = *this * b; }
    [[nodiscard]] constexpr Fq2 doubled() const { return {c0.doubled(), c1.doubled()}; }
    [[nodiscard]] constexpr Fq2 square() const { return {(c0 + c1) * (c0 - c1), (c0 * c1).doubled()}; }
    [[nodiscard]] constexpr Fq2 conjugate() const { return {c0, -c1}; } //!< also the Frobenius map
    [[nodiscard]] constexpr Fq2 timesXi() const                         //!< times 9 + u
    {
        const Fq2 eight = doubled().doubled().doubled();
        return {eight.c0 + c0 - c1, eight.c1 + c1 + c0};
    }
    [[nodiscard]] constexpr Fq2 pow(const Limbs& exponent) const
    {
        Fq2 out = one();
        for (unsigned i = 256; i-- > 0;) {
            out = out.square();
            if (bitOf(exponent, i)) out *= *this;
        }
        return out;
    }
    [[nodiscard]] Fq2 inverse() const; //!< zero for zero
    //! Larger than its negative in arkworks' order: by c1 first, by c0 if c1 is zero.
    [[nodiscard]] constexpr bool isLarger() const { return c1.isZero() ? c0.isLarger() : c1.isLarger(); }
};

//! A square root in Fq2, or nothing.
[[nodiscard]] std::optional<Fq2> squareRoot(const Fq2& a);

//! c0 + c1*v + c2*v^2.
struct Fq6 {
    Fq2 c0;
    Fq2 c1;
    Fq2 c2;

    [[nodiscard]] static constexpr Fq6 zero() { return {}; }
    [[nodiscard]] static constexpr Fq6 one() { return {Fq2::one(), {}, {}}; }
    [[nodiscard]] constexpr bool isZero() const { return c0.isZero() && c1.isZero() && c2.isZero(); }
    constexpr bool operator==(const Fq6&) const = default;
    friend constexpr Fq6 operator+(const Fq6& a, const Fq6& b) { return {a.c0 + b.c0, a.c1 + b.c1, a.c2 + b.c2}; }
    friend constexpr Fq6 operator-(const Fq6& a, const Fq6& b) { return {a.c0 - b.c0, a.c1 - b.c1, a.c2 - b.c2}; }
    constexpr Fq6 operator-() const { return {-c0, -c1, -c2}; }
    friend Fq6 operator*(const Fq6& a, const Fq6& b);
    [[nodiscard]] constexpr Fq6 timesV() const { return {c2.timesXi(), c0, c1}; }
    [[nodiscard]] Fq6 square() const;
    [[nodiscard]] Fq6 inverse() const; //!< zero for zero
    //! Product with b0 + b1*v.
    [[nodiscard]] Fq6 timesSparse(const Fq2& b0, const Fq2& b1) const;
};

//! c0 + c1*w.
struct Fq12 {
    Fq6 c0;
    Fq6 c1;

    [[nodiscard]] static constexpr Fq12 zero() { return {}; }
    [[nodiscard]] static constexpr Fq12 one() { return {Fq6::one(), {}}; }
    [[nodiscard]] constexpr bool isOne() const { return *this == one(); }
    [[nodiscard]] constexpr bool isZero() const { return c0.isZero() && c1.isZero(); }
    constexpr bool operator==(const Fq12&) const = default;
    friend constexpr Fq12 operator+(const Fq12& a, const Fq12& b) { return {a.c0 + b.c0, a.c1 + b.c1}; }
    friend constexpr Fq12 operator-(const Fq12& a, const Fq12& b) { return {a.c0 - b.c0, a.c1 - b.c1}; }
    friend Fq12 operator*(const Fq12& a, const Fq12& b);
    [[nodiscard]] Fq12 square() const;
    [[nodiscard]] Fq12 inverse() const;                                  //!< zero for zero
    [[nodiscard]] constexpr Fq12 conjugate() const { return {c0, -c1}; } //!< a^(q^6); inverts in the cyclotomic subgroup
    [[nodiscard]] Fq12 frobenius(unsigned power) const;                  //!< a^(q^power), power 0 to 3
    //! a^2 for a in the cyclotomic subgroup (Granger and Scott 2010).
    [[nodiscard]] Fq12 cyclotomicSquare() const;
    //! a^exponent for a in the cyclotomic subgroup, signed windows.
    [[nodiscard]] Fq12 cyclotomicPow(std::uint64_t exponent) const;
    //! Product with b0 + b3*w + b4*v*w, the shape of a line.
    [[nodiscard]] Fq12 timesLine(const Fq2& b0, const Fq2& b3, const Fq2& b4) const;
    //! Product with 1 + b3*w + b4*v*w.
    [[nodiscard]] Fq12 timesUnitLine(const Fq2& b3, const Fq2& b4) const;
};

//! xi^((q^power - 1) * step / 6) for xi = 9 + u: what Frobenius maps multiply with. power 1 to 3, step 0 to 5.
[[nodiscard]] const Fq2& frobeniusFactor(unsigned power, unsigned step);

} // namespace bt::zk
