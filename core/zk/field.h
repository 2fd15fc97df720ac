// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The two prime fields of BN254 (alt_bn128): Fq, over which the curve stands, and Fr, its scalars. Elements are kept in
//! Montgomery form (a * 2^256 mod p), always fully reduced, so equality is equality of limbs. Pure; no Qt.
//! Thread safety: all functions are. Arithmetic does not branch on values; inverse, powers and text do.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "zk/montgomery.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bt::zk {

//! q = 21888242871839275222246405745257275088696311157297823662689037894645226208583
struct FqModulus {
    static constexpr Limbs value{0x3c208c16d87cfd47, 0x97816a916871ca8d, 0xb85045b68181585d, 0x30644e72e131a029};
};
//! r = 21888242871839275222246405745257275088548364400416034343698204186575808495617
struct FrModulus {
    static constexpr Limbs value{0x43e1f593f0000001, 0x2833e84879b97091, 0xb85045b68181585d, 0x30644e72e131a029};
};

template <typename Modulus> class Field
{
public:
    using Arithmetic = Montgomery<Modulus>;
    static constexpr Limbs modulus = Modulus::value;

    constexpr Field() = default; //!< zero
    [[nodiscard]] static constexpr Field zero() { return {}; }
    [[nodiscard]] static constexpr Field one() { return fromMontgomery(Arithmetic::one); }
    [[nodiscard]] static constexpr Field fromUint(std::uint64_t value) { return reduced({value, 0, 0, 0}); }
    //! \returns nothing unless `value` is below the modulus.
    [[nodiscard]] static constexpr std::optional<Field> fromLimbs(const Limbs& value)
    {
        if (compare(value, modulus) >= 0) return std::nullopt;
        return fromMontgomery(Arithmetic::multiply(value, Arithmetic::squareOfR));
    }
    //! Any 256-bit value, taken modulo p.
    [[nodiscard]] static constexpr Field reduced(Limbs value)
    {
        while (compare(value, modulus) >= 0) subTo(value, value, modulus); // at most five times
        return *fromLimbs(value);
    }
    //! Wraps limbs that are in Montgomery form already and below the modulus.
    [[nodiscard]] static constexpr Field fromMontgomery(const Limbs& raw)
    {
        Field out;
        out.m_raw = raw;
        return out;
    }
    //! 32 bytes, canonical. \returns nothing for another size or a value not below the modulus.
    [[nodiscard]] static std::optional<Field> fromBytesLe(ByteView bytes32);
    [[nodiscard]] static std::optional<Field> fromBytesBe(ByteView bytes32);
    //! Decimal digits without sign or leading zero, below the modulus; else "zk.bad_number".
    [[nodiscard]] static Result<Field> fromDecimal(std::string_view text);

    [[nodiscard]] constexpr Limbs limbs() const { return Arithmetic::fromMontgomeryForm(m_raw); } //!< canonical value
    [[nodiscard]] constexpr const Limbs& montgomery() const { return m_raw; }
    [[nodiscard]] std::array<std::uint8_t, 32> bytesLe() const;
    [[nodiscard]] std::array<std::uint8_t, 32> bytesBe() const;
    [[nodiscard]] std::string decimal() const;

    [[nodiscard]] constexpr bool isZero() const { return (m_raw[0] | m_raw[1] | m_raw[2] | m_raw[3]) == 0; }
    [[nodiscard]] constexpr bool isOne() const { return m_raw == Arithmetic::one; }
    constexpr bool operator==(const Field&) const = default;
    //! True if the canonical value is above (p-1)/2, that is, larger than that of its negative.
    [[nodiscard]] constexpr bool isLarger() const
    {
        constexpr Limbs half = shiftedRight(modulus, 1);
        return compare(limbs(), half) > 0;
    }

    friend constexpr Field operator+(const Field& a, const Field& b) { return fromMontgomery(Arithmetic::add(a.m_raw, b.m_raw)); }
    friend constexpr Field operator-(const Field& a, const Field& b) { return fromMontgomery(Arithmetic::subtract(a.m_raw, b.m_raw)); }
    friend constexpr Field operator*(const Field& a, const Field& b) { return fromMontgomery(Arithmetic::multiply(a.m_raw, b.m_raw)); }
    constexpr Field operator-() const { return fromMontgomery(Arithmetic::subtract({}, m_raw)); }
    constexpr Field& operator+=(const Field& b) { return *this = *this + b; }
    constexpr Field& operator-=(const Field& b) { return *this = *this - b; }
    constexpr Field& operator*=(const Field& b) { return *this = *this * b; }
    [[nodiscard]] constexpr Field doubled() const { return *this + *this; }
    [[nodiscard]] constexpr Field square() const { return *this * *this; }
    [[nodiscard]] constexpr Field pow(const Limbs& exponent) const
    {
        Field out = one();
        for (unsigned i = 256; i-- > 0;) {
            out = out.square();
            if (bitOf(exponent, i)) out *= *this;
        }
        return out;
    }
    [[nodiscard]] Field inverse() const; //!< 1/a; zero for zero

private:
    Limbs m_raw{};
};

using Fq = Field<FqModulus>;
using Fr = Field<FrModulus>;
extern template class Field<FqModulus>;
extern template class Field<FrModulus>;

//! A square root of `a` in Fq (q = 3 mod 4, so one power), or nothing; which of the two is not said.
[[nodiscard]] std::optional<Fq> squareRoot(const Fq& a);

//! Replaces each element by its inverse at the price of one inversion; zeros stay zero.
template <typename F> void invertAll(std::span<F> elements)
{
    std::vector<F> before(elements.size());
    F product = F::one();
    for (std::size_t i = 0; i < elements.size(); ++i) {
        before[i] = product;
        if (!elements[i].isZero()) product = product * elements[i];
    }
    product = product.inverse();
    for (std::size_t i = elements.size(); i-- > 0;) {
        if (elements[i].isZero()) continue;
        const F rest = product * elements[i];
        elements[i] = product * before[i];
        product = rest;
    }
}

} // namespace bt::zk
