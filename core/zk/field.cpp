// SPDX-License-Identifier: GPL-3.0-or-later
#include "zk/field.h"

#include <algorithm>

namespace bt::zk {

namespace {

#ifdef BT_ZK_X86_64
const bool adx = x86::hasAdx(); // false, and right, in whatever runs before this is set
#endif

Limbs limbsOf(std::span<const std::uint8_t, 32> le)
{
    Limbs out{};
    for (std::size_t i = 0; i < 32; ++i) out[i / 8] |= static_cast<std::uint64_t>(le[i]) << (8 * (i % 8));
    return out;
}

std::array<std::uint8_t, 32> bytesOfLimbs(const Limbs& limbs)
{
    std::array<std::uint8_t, 32> out{};
    for (std::size_t i = 0; i < 32; ++i) out[i] = static_cast<std::uint8_t>(limbs[i / 8] >> (8 * (i % 8)));
    return out;
}

} // namespace

template <typename M> Limbs Montgomery<M>::multiplyFast(const Limbs& a, const Limbs& b)
{
#ifdef BT_ZK_X86_64
    if (adx) return x86::multiplyAdx(a, b, m, k);
#endif
    return multiplyPortably(a, b);
}

template <typename M>
void Montgomery<M>::multiplyComplexFast(Limbs& out0, Limbs& out1, const Limbs& a0, const Limbs& a1, const Limbs& b0, const Limbs& b1)
{
#ifdef BT_ZK_X86_64
    if (adx) {
        WideLimbs low;
        WideLimbs high;
        WideLimbs both;
        x86::mulWideAdx(low, a0, b0);
        x86::mulWideAdx(high, a1, b1);
        x86::mulWideAdx(both, addLazily(a0, a1), addLazily(b0, b1));
        x86::subtractWide(both, low);
        x86::subtractWide(both, high);
        addModulusOnTop(low, x86::subtractWide(low, high));
        out0 = x86::reduceWideAdx(low, m, k);
        out1 = x86::reduceWideAdx(both, m, k);
        return;
    }
#endif
    multiplyComplexPortably(out0, out1, a0, a1, b0, b1);
}

template <typename M> std::optional<Field<M>> Field<M>::fromBytesLe(ByteView bytes32)
{
    if (bytes32.size() != 32) return std::nullopt;
    return fromLimbs(limbsOf(bytes32.first<32>()));
}

template <typename M> std::optional<Field<M>> Field<M>::fromBytesBe(ByteView bytes32)
{
    if (bytes32.size() != 32) return std::nullopt;
    std::array<std::uint8_t, 32> le{};
    std::reverse_copy(bytes32.begin(), bytes32.end(), le.begin());
    return fromLimbs(limbsOf(le));
}

template <typename M> Result<Field<M>> Field<M>::fromDecimal(std::string_view text)
{
    if (text.empty() || text.size() > 77 || (text.size() > 1 && text[0] == '0'))
        return fail("zk.bad_number", "decimal digits without sign or leading zero");
    Limbs value{}; // 77 digits stay below 2^256
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return fail("zk.bad_number", "decimal digits without sign or leading zero");
        std::uint64_t carry = static_cast<std::uint64_t>(digit - '0');
        for (std::uint64_t& limb : value) limb = mulAdd(0, limb, 10, carry);
    }
    const auto out = fromLimbs(value);
    if (!out) return fail("zk.bad_number", "not below the modulus");
    return *out;
}

template <typename M> std::array<std::uint8_t, 32> Field<M>::bytesLe() const { return bytesOfLimbs(limbs()); }

template <typename M> std::array<std::uint8_t, 32> Field<M>::bytesBe() const
{
    auto out = bytesOfLimbs(limbs());
    std::ranges::reverse(out);
    return out;
}

template <typename M> std::string Field<M>::decimal() const
{
    Limbs value = limbs();
    std::string out;
    do {
        Word128 rest = 0;
        for (std::size_t i = 4; i-- > 0;) {
            rest = (rest << 64) | value[i];
            value[i] = static_cast<std::uint64_t>(rest / 10);
            rest %= 10;
        }
        out += static_cast<char>('0' + static_cast<int>(rest));
    } while (value != Limbs{});
    std::ranges::reverse(out);
    return out;
}

namespace {

// a^e with fixed windows of four bits: fewer products than bit by bit for the long exponents of roots and inverses.
template <typename F> F windowPow(const F& a, const Limbs& e)
{
    std::array<F, 16> powers;
    powers[0] = F::one();
    for (std::size_t i = 1; i < 16; ++i) powers[i] = powers[i - 1] * a;
    F out = powers[(e[3] >> 60) & 15];
    for (unsigned i = 63; i-- > 0;) {
        out = out.square().square().square().square();
        const std::size_t digit = (e[i / 16] >> (4 * (i % 16))) & 15;
        if (digit != 0) out *= powers[digit];
    }
    return out;
}

} // namespace

// Fermat: a^(p-2).
template <typename M> Field<M> Field<M>::inverse() const
{
    constexpr Limbs exponent = [] {
        Limbs out{};
        subTo(out, modulus, {2, 0, 0, 0});
        return out;
    }();
    return windowPow(*this, exponent);
}

std::optional<Fq> squareRoot(const Fq& a)
{
    // (q+1)/4: q = 3 mod 4, so the quotient is floor(q/4) + 1.
    constexpr Limbs exponent = [] {
        Limbs out{};
        addTo(out, shiftedRight(Fq::modulus, 2), {1, 0, 0, 0});
        return out;
    }();
    const Fq root = windowPow(a, exponent);
    if (root.square() != a) return std::nullopt;
    return root;
}

template struct Montgomery<FqModulus>;
template struct Montgomery<FrModulus>;
template class Field<FqModulus>;
template class Field<FrModulus>;

} // namespace bt::zk
