// SPDX-License-Identifier: GPL-3.0-or-later
#include "zk/curve.h"

#include "zk/wnaf.h"

namespace bt::zk {

template <typename F> Jacobian<F> Jacobian<F>::from(const Affine<F>& p)
{
    if (p.isIdentity()) return {};
    return {p.x, p.y, F::one()};
}

template <typename F> bool Jacobian<F>::operator==(const Jacobian& other) const
{
    if (isIdentity() || other.isIdentity()) return isIdentity() == other.isIdentity();
    const F zz = z.square();
    const F otherZz = other.z.square();
    return x * otherZz == other.x * zz && y * otherZz * other.z == other.y * zz * z;
}

// dbl-2009-l of the Explicit-Formulas Database.
template <typename F> Jacobian<F> Jacobian<F>::doubled() const
{
    const F a = x.square();
    const F b = y.square();
    const F c = b.square();
    const F d = ((x + b).square() - a - c).doubled();
    const F e = a.doubled() + a;
    Jacobian out;
    out.x = e.square() - d.doubled();
    out.y = e * (d - out.x) - c.doubled().doubled().doubled();
    out.z = (y * z).doubled();
    return out;
}

// add-2007-bl.
template <typename F> Jacobian<F> Jacobian<F>::operator+(const Jacobian& q) const
{
    if (isIdentity()) return q;
    if (q.isIdentity()) return *this;
    const F zz = z.square();
    const F qzz = q.z.square();
    const F u = x * qzz;
    const F h = q.x * zz - u;
    const F s = y * q.z * qzz;
    const F r = (q.y * z * zz - s).doubled();
    if (h.isZero()) return r.isZero() ? doubled() : Jacobian{};
    const F i = h.doubled().square();
    const F j = h * i;
    const F v = u * i;
    Jacobian out;
    out.x = r.square() - j - v.doubled();
    out.y = r * (v - out.x) - (s * j).doubled();
    out.z = ((z + q.z).square() - zz - qzz) * h;
    return out;
}

// madd-2007-bl.
template <typename F> Jacobian<F> Jacobian<F>::operator+(const Affine<F>& q) const
{
    if (isIdentity()) return from(q);
    if (q.isIdentity()) return *this;
    const F zz = z.square();
    const F h = q.x * zz - x;
    const F r = (q.y * z * zz - y).doubled();
    if (h.isZero()) return r.isZero() ? doubled() : Jacobian{};
    const F hh = h.square();
    const F i = hh.doubled().doubled();
    const F j = h * i;
    const F v = x * i;
    Jacobian out;
    out.x = r.square() - j - v.doubled();
    out.y = r * (v - out.x) - (y * j).doubled();
    out.z = (z + h).square() - zz - hh;
    return out;
}

template <typename F> Affine<F> Jacobian<F>::affine() const
{
    if (isIdentity()) return {};
    const F inverse = z.inverse();
    const F squared = inverse.square();
    return {x * squared, y * squared * inverse};
}

template <typename F> std::vector<Affine<F>> toAffine(std::span<const Jacobian<F>> points)
{
    std::vector<F> inverses;
    inverses.reserve(points.size());
    for (const auto& p : points) inverses.push_back(p.z);
    invertAll(std::span<F>(inverses));
    std::vector<Affine<F>> out(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].isIdentity()) continue;
        const F squared = inverses[i].square();
        out[i] = {points[i].x * squared, points[i].y * squared * inverses[i]};
    }
    return out;
}

template <typename F> Jacobian<F> multiply(const Affine<F>& p, const Limbs& scalar)
{
    const auto digits = wnaf<4>(scalar);
    std::array<Jacobian<F>, 4> odd; // P, 3P, 5P, 7P
    odd[0] = Jacobian<F>::from(p);
    const Jacobian<F> twice = odd[0].doubled();
    for (std::size_t i = 1; i < odd.size(); ++i) odd[i] = odd[i - 1] + twice;
    Jacobian<F> out;
    for (std::size_t i = digits.size(); i-- > 0;) {
        if (!out.isIdentity()) out = out.doubled();
        if (digits[i] > 0) out += odd[static_cast<std::size_t>(digits[i]) / 2];
        if (digits[i] < 0) out += -odd[static_cast<std::size_t>(-digits[i]) / 2];
    }
    return out;
}

namespace {

constexpr Limbs kX{4965661367192848881U, 0, 0, 0}; // the parameter of the curve

const Fq2& twistB()
{
    static const Fq2 b = Fq2{Fq::fromUint(9), Fq::one()}.inverse() * Fq::fromUint(3);
    return b;
}

G2Jacobian psiOf(const G2Jacobian& p)
{
    return {p.x.conjugate() * frobeniusFactor(1, 2), p.y.conjugate() * frobeniusFactor(1, 3), p.z.conjugate()};
}

Fq2 fq2FromDecimal(std::string_view c0, std::string_view c1) { return {*Fq::fromDecimal(c0), *Fq::fromDecimal(c1)}; }

// Appends p, 3p, 5p, ... (count of them).
void appendOddMultiples(std::vector<G1Jacobian>& to, const G1Jacobian& p, std::size_t count)
{
    const G1Jacobian twice = p.doubled();
    to.push_back(p);
    for (std::size_t i = 1; i < count; ++i) to.push_back(to.back() + twice);
}

void addDigit(G1Jacobian& sum, std::int8_t digit, const G1* odd)
{
    if (digit > 0) sum += odd[digit / 2];
    if (digit < 0) sum += -odd[-digit / 2];
}

} // namespace

G1 g1Generator() { return {Fq::one(), Fq::fromUint(2)}; }

G2 g2Generator()
{
    static const G2 generator{fq2FromDecimal("10857046999023057135944570762232829481370756359578518086990519993285655852781",
                                             "11559732032986387107991004021392285783925812861821192530917403151452391805634"),
                              fq2FromDecimal("8495653923123431417604973247489272438418190587263600148770280649306958101930",
                                             "4082367875863433681332203403145435568316851327593401208105741076214120093531")};
    return generator;
}

bool isOnCurve(const G1& p) { return p.isIdentity() || p.y.square() == p.x.square() * p.x + Fq::fromUint(3); }
bool isOnCurve(const G2& p) { return p.isIdentity() || p.y.square() == p.x.square() * p.x + twistB(); }

bool isInSubgroup(const G1&) { return true; }

bool isInSubgroup(const G2& p)
{
    if (p.isIdentity()) return true;
    const G2Jacobian xp = multiply(p, kX);
    const G2Jacobian first = psiOf(xp);
    const G2Jacobian second = psiOf(first);
    return xp + p + first + second == psiOf(second).doubled();
}

G2 psi(const G2& p) { return {p.x.conjugate() * frobeniusFactor(1, 2), p.y.conjugate() * frobeniusFactor(1, 3)}; }

G1Jacobian multiplyAndSum(std::span<const G1> points, std::span<const Fr> scalars)
{
    constexpr std::size_t odds = 8; // width 5: P, 3P, ..., 15P
    std::vector<G1Jacobian> multiples;
    multiples.reserve(points.size() * odds);
    std::vector<std::array<std::int8_t, 257>> digits;
    digits.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        appendOddMultiples(multiples, G1Jacobian::from(points[i]), odds);
        digits.push_back(wnaf<5>(scalars[i].limbs()));
    }
    const std::vector<G1> odd = toAffine(std::span<const G1Jacobian>(multiples));
    G1Jacobian sum;
    for (std::size_t at = 257; at-- > 0;) {
        if (!sum.isIdentity()) sum = sum.doubled();
        for (std::size_t i = 0; i < points.size(); ++i) addDigit(sum, digits[i][at], &odd[i * odds]);
    }
    return sum;
}

namespace {
constexpr std::size_t kBaseOdds = 16; // width 6
} // namespace

FixedBases::FixedBases(std::span<const G1> points)
{
    std::vector<G1Jacobian> multiples;
    multiples.reserve(points.size() * 4 * kBaseOdds);
    for (const G1& point : points) {
        G1Jacobian base = G1Jacobian::from(point); // times 2^(64*limb)
        for (std::size_t limb = 0; limb < 4; ++limb) {
            appendOddMultiples(multiples, base, kBaseOdds);
            for (int i = 0; limb < 3 && i < 64; ++i) base = base.doubled();
        }
    }
    m_multiples = toAffine(std::span<const G1Jacobian>(multiples));
}

G1Jacobian FixedBases::multiplyAndSum(std::span<const Fr> scalars) const
{
    std::vector<std::array<std::int8_t, 257>> digits; // one row for each limb of each scalar, 65 digits of it used
    digits.reserve(scalars.size() * 4);
    for (const Fr& scalar : scalars)
        for (const std::uint64_t limb : scalar.limbs()) digits.push_back(wnaf<6>({limb, 0, 0, 0}));
    G1Jacobian sum;
    for (std::size_t at = 65; at-- > 0;) {
        if (!sum.isIdentity()) sum = sum.doubled();
        for (std::size_t i = 0; i < digits.size(); ++i) addDigit(sum, digits[i][at], &m_multiples[i * kBaseOdds]);
    }
    return sum;
}

template struct Jacobian<Fq>;
template struct Jacobian<Fq2>;
template Jacobian<Fq> multiply(const Affine<Fq>&, const Limbs&);
template Jacobian<Fq2> multiply(const Affine<Fq2>&, const Limbs&);
template std::vector<Affine<Fq>> toAffine(std::span<const Jacobian<Fq>>);
template std::vector<Affine<Fq2>> toAffine(std::span<const Jacobian<Fq2>>);

} // namespace bt::zk
