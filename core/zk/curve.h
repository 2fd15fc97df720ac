// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The groups of BN254: G1 on y^2 = x^3 + 3 over Fq (prime order r) and G2, the subgroup of order r on
//! y^2 = x^3 + 3/(9+u) over Fq2 (EIP-196, EIP-197). Pure; no Qt. Thread safety: all functions are. Scalar multiplication
//! is variable-time: for public scalars only.
#pragma once

#include "zk/tower.h"

namespace bt::zk {

//! An affine point; (0, 0), which is on neither curve, stands for the identity. Nothing is checked by itself.
template <typename F> struct Affine {
    F x;
    F y;

    [[nodiscard]] static constexpr Affine identity() { return {}; }
    [[nodiscard]] constexpr bool isIdentity() const { return x.isZero() && y.isZero(); }
    constexpr bool operator==(const Affine&) const = default;
    constexpr Affine operator-() const { return {x, -y}; }
};

//! A point in Jacobian coordinates (x = X/Z^2, y = Y/Z^3); Z = 0 is the identity. Formulas are complete: equal points,
//! negatives and the identity are told apart.
template <typename F> struct Jacobian {
    F x = F::one();
    F y = F::one();
    F z = F::zero();

    [[nodiscard]] static Jacobian from(const Affine<F>& p);
    [[nodiscard]] static Jacobian identity() { return {}; }
    [[nodiscard]] bool isIdentity() const { return z.isZero(); }
    [[nodiscard]] bool operator==(const Jacobian& other) const; //!< the same point, whatever the coordinates
    [[nodiscard]] Jacobian operator-() const { return {x, -y, z}; }
    [[nodiscard]] Jacobian doubled() const;
    [[nodiscard]] Jacobian operator+(const Jacobian& q) const;
    [[nodiscard]] Jacobian operator+(const Affine<F>& q) const;
    Jacobian& operator+=(const Jacobian& q) { return *this = *this + q; }
    Jacobian& operator+=(const Affine<F>& q) { return *this = *this + q; }
    [[nodiscard]] Affine<F> affine() const; //!< one inversion
};

using G1 = Affine<Fq>;
using G2 = Affine<Fq2>;
using G1Jacobian = Jacobian<Fq>;
using G2Jacobian = Jacobian<Fq2>;
extern template struct Jacobian<Fq>;
extern template struct Jacobian<Fq2>;

[[nodiscard]] G1 g1Generator(); //!< (1, 2)
[[nodiscard]] G2 g2Generator(); //!< the one of EIP-197

//! The identity counts as on the curve.
[[nodiscard]] bool isOnCurve(const G1& p);
[[nodiscard]] bool isOnCurve(const G2& p);
//! Whether a point of the curve has order r (or is the identity): always for G1; for G2 by the endomorphism psi
//! (El Housni, Guillevic, Piellard, eprint 2022/352, section 4.3: [6x^2]P = psi(P)).
[[nodiscard]] bool isInSubgroup(const G1& p);
[[nodiscard]] bool isInSubgroup(const G2& p);
//! The untwisted, q-powered, twisted point: acts on G2 as multiplication with q.
[[nodiscard]] G2 psi(const G2& p);

//! [scalar]p for any 256-bit scalar, not reduced modulo r: right for points outside the subgroup too.
template <typename F> [[nodiscard]] Jacobian<F> multiply(const Affine<F>& p, const Limbs& scalar);
extern template Jacobian<Fq> multiply(const Affine<Fq>&, const Limbs&);
extern template Jacobian<Fq2> multiply(const Affine<Fq2>&, const Limbs&);

//! Affine forms of many points with one inversion.
template <typename F> [[nodiscard]] std::vector<Affine<F>> toAffine(std::span<const Jacobian<F>> points);
extern template std::vector<Affine<Fq>> toAffine(std::span<const Jacobian<Fq>>);
extern template std::vector<Affine<Fq2>> toAffine(std::span<const Jacobian<Fq2>>);

//! The sum of [scalars[i]]points[i], interleaved signed windows (Straus); good for some dozens of points.
//! Both spans have the same length.
[[nodiscard]] G1Jacobian multiplyAndSum(std::span<const G1> points, std::span<const Fr> scalars);

//! Multiples of fixed points, for many sums over the same points. About 4.5 KiB a point.
class FixedBases
{
public:
    FixedBases() = default;
    explicit FixedBases(std::span<const G1> points);
    //! The sum of [scalars[i]]points[i]; as many scalars as points.
    [[nodiscard]] G1Jacobian multiplyAndSum(std::span<const Fr> scalars) const;

private:
    std::vector<G1> m_multiples;
};

} // namespace bt::zk
