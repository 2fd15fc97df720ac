// SPDX-License-Identifier: GPL-3.0-or-later
#include "zk/tower.h"

#include "zk/wnaf.h"

namespace bt::zk {

Fq2 Fq2::inverse() const
{
    const Fq norm = (c0.square() + c1.square()).inverse();
    return {c0 * norm, -(c1 * norm)};
}

// The complex method with one power for root and inverse together: for d = (c0 + |a|)/2 and s = d^((q-3)/4), s*d is the
// root of d if d is a square, and that of -d if not; s is its inverse up to the sign.
std::optional<Fq2> squareRoot(const Fq2& a)
{
    if (a.c1.isZero()) {
        if (const auto root = squareRoot(a.c0)) return Fq2{*root, Fq::zero()};
        return Fq2{Fq::zero(), *squareRoot(-a.c0)}; // -1 is no square in Fq
    }
    const auto norm = squareRoot(a.c0.square() + a.c1.square());
    if (!norm) return std::nullopt;
    constexpr Fq half = [] {
        Limbs up{};
        addTo(up, shiftedRight(Fq::modulus, 1), {1, 0, 0, 0});
        return *Fq::fromLimbs(up);
    }();
    constexpr Limbs exponent = shiftedRight(Fq::modulus, 2); // (q-3)/4
    const Fq d = (a.c0 + *norm) * half;
    const Fq s = d.pow(exponent);
    const Fq root = s * d;
    const Fq other = a.c1 * half * s;
    const Fq2 out = root.square() == d ? Fq2{root, other} : Fq2{-other, root};
    if (out.square() != a) return std::nullopt;
    return out;
}

Fq6 operator*(const Fq6& a, const Fq6& b)
{
    const Fq2 v0 = a.c0 * b.c0;
    const Fq2 v1 = a.c1 * b.c1;
    const Fq2 v2 = a.c2 * b.c2;
    return {v0 + ((a.c1 + a.c2) * (b.c1 + b.c2) - v1 - v2).timesXi(), (a.c0 + a.c1) * (b.c0 + b.c1) - v0 - v1 + v2.timesXi(),
            (a.c0 + a.c2) * (b.c0 + b.c2) - v0 - v2 + v1};
}

Fq6 Fq6::square() const
{
    const Fq2 s0 = c0.square();
    const Fq2 s1 = (c0 * c1).doubled();
    const Fq2 s2 = (c0 - c1 + c2).square();
    const Fq2 s3 = (c1 * c2).doubled();
    const Fq2 s4 = c2.square();
    return {s0 + s3.timesXi(), s1 + s4.timesXi(), s1 + s2 + s3 - s0 - s4};
}

Fq6 Fq6::inverse() const
{
    const Fq2 a = c0.square() - (c1 * c2).timesXi();
    const Fq2 b = c2.square().timesXi() - c0 * c1;
    const Fq2 c = c1.square() - c0 * c2;
    const Fq2 norm = (c0 * a + (c2 * b + c1 * c).timesXi()).inverse();
    return {a * norm, b * norm, c * norm};
}

Fq6 Fq6::timesSparse(const Fq2& b0, const Fq2& b1) const
{
    const Fq2 v0 = c0 * b0;
    const Fq2 v1 = c1 * b1;
    return {v0 + (c2 * b1).timesXi(), (c0 + c1) * (b0 + b1) - v0 - v1, v1 + c2 * b0};
}

Fq12 operator*(const Fq12& a, const Fq12& b)
{
    const Fq6 v0 = a.c0 * b.c0;
    const Fq6 v1 = a.c1 * b.c1;
    return {v0 + v1.timesV(), (a.c0 + a.c1) * (b.c0 + b.c1) - v0 - v1};
}

Fq12 Fq12::square() const
{
    const Fq6 both = c0 * c1;
    return {(c0 + c1) * (c0 + c1.timesV()) - both - both.timesV(), both + both};
}

Fq12 Fq12::inverse() const
{
    const Fq6 norm = (c0.square() - c1.square().timesV()).inverse();
    return {c0 * norm, -(c1 * norm)};
}

namespace {

struct Factors {
    Fq2 by[3][6];

    Factors()
    {
        // (q-1)/6, by long division from the top.
        Limbs sixth{};
        Word128 rest = 0;
        for (std::size_t i = 4; i-- > 0;) {
            rest = (rest << 64) | (i == 0 ? Fq::modulus[0] - 1 : Fq::modulus[i]);
            sixth[i] = static_cast<std::uint64_t>(rest / 6);
            rest %= 6;
        }
        const Fq2 first = Fq2{Fq::fromUint(9), Fq::one()}.pow(sixth);
        const Fq2 second = first.conjugate() * first;
        const Fq2 steps[3] = {first, second, second.conjugate() * first};
        for (std::size_t power = 0; power < 3; ++power) {
            by[power][0] = Fq2::one();
            for (std::size_t step = 1; step < 6; ++step) by[power][step] = by[power][step - 1] * steps[power];
        }
    }
};

Fq2 mapped(const Fq2& a, unsigned power, unsigned step) { return (power % 2 == 1 ? a.conjugate() : a) * frobeniusFactor(power, step); }

} // namespace

const Fq2& frobeniusFactor(unsigned power, unsigned step)
{
    static const Factors factors;
    return factors.by[power - 1][step];
}

Fq12 Fq12::frobenius(unsigned power) const
{
    if (power == 0) return *this;
    return {{mapped(c0.c0, power, 0), mapped(c0.c1, power, 2), mapped(c0.c2, power, 4)},
            {mapped(c1.c0, power, 1), mapped(c1.c1, power, 3), mapped(c1.c2, power, 5)}};
}

namespace {

// (a + b*s)^2 in Fq4 = Fq2[s]/(s^2 - xi).
struct Fq4Square {
    Fq2 low;
    Fq2 high;

    Fq4Square(const Fq2& a, const Fq2& b)
    {
        const Fq2 ab = a * b;
        low = (a + b) * (a + b.timesXi()) - ab - ab.timesXi();
        high = ab.doubled();
    }
};

Fq2 threeMinusTwo(const Fq2& t, const Fq2& z) { return (t - z).doubled() + t; }
Fq2 threePlusTwo(const Fq2& t, const Fq2& z) { return (t + z).doubled() + t; }

} // namespace

Fq12 Fq12::cyclotomicSquare() const
{
    const Fq4Square a(c0.c0, c1.c1);
    const Fq4Square b(c1.c0, c0.c2);
    const Fq4Square c(c0.c1, c1.c2);
    return {{threeMinusTwo(a.low, c0.c0), threeMinusTwo(b.low, c0.c1), threeMinusTwo(c.low, c0.c2)},
            {threePlusTwo(c.high.timesXi(), c1.c0), threePlusTwo(a.high, c1.c1), threePlusTwo(b.high, c1.c2)}};
}

Fq12 Fq12::cyclotomicPow(std::uint64_t exponent) const
{
    const auto digits = wnaf<4>({exponent, 0, 0, 0});
    std::array<Fq12, 4> odd; // a, a^3, a^5, a^7
    odd[0] = *this;
    const Fq12 twice = cyclotomicSquare();
    for (std::size_t i = 1; i < odd.size(); ++i) odd[i] = odd[i - 1] * twice;
    Fq12 out = one();
    bool begun = false;
    for (std::size_t i = digits.size(); i-- > 0;) {
        if (begun) out = out.cyclotomicSquare();
        if (digits[i] == 0) continue;
        const Fq12& power = odd[static_cast<std::size_t>(digits[i] < 0 ? -digits[i] : digits[i]) / 2];
        const Fq12 factor = digits[i] < 0 ? power.conjugate() : power;
        out = begun ? out * factor : factor;
        begun = true;
    }
    return out;
}

Fq12 Fq12::timesLine(const Fq2& b0, const Fq2& b3, const Fq2& b4) const
{
    const Fq6 v0{c0.c0 * b0, c0.c1 * b0, c0.c2 * b0};
    const Fq6 v1 = c1.timesSparse(b3, b4);
    return {v0 + v1.timesV(), (c0 + c1).timesSparse(b0 + b3, b4) - v0 - v1};
}

Fq12 Fq12::timesUnitLine(const Fq2& b3, const Fq2& b4) const { return {c0 + c1.timesSparse(b3, b4).timesV(), c1 + c0.timesSparse(b3, b4)}; }

} // namespace bt::zk
