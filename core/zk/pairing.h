// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The optimal ate pairing of BN254 (Vercauteren 2008; final exponentiation by Fuentes-Castaneda, Knapp and
//! Rodriguez-Henriquez 2011, so values equal arkworks' ark-bn254). Points must be on the curve and, for G2, in the
//! subgroup: the caller has checked. Pure; no Qt. Thread safety: all functions are. Variable-time: for public values.
#pragma once

#include "zk/curve.h"

namespace bt::zk {

//! The lines of the Miller loop for one point of G2, scaled so that evaluating one costs two products. About 17 KiB.
class PreparedG2
{
public:
    PreparedG2() = default; //!< the identity
    explicit PreparedG2(const G2& q);
    [[nodiscard]] bool isIdentity() const { return m_lines.empty(); }

    struct Line {
        Fq2 slope;
        Fq2 offset;
    };
    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }

private:
    std::vector<Line> m_lines;
};

struct Pair {
    G1 p;
    G2 q;
};
struct PreparedPair {
    G1 p;
    const PreparedG2* q = nullptr; //!< not null; must live as long as the call
};

//! The product of the Miller functions of all pairs; a pair with an identity counts as one.
[[nodiscard]] Fq12 millerLoop(std::span<const Pair> pairs, std::span<const PreparedPair> prepared = {});
//! f^(2x(6x^2+3x+1) * (q^12-1)/r). `f` is not zero.
[[nodiscard]] Fq12 finalExponentiation(const Fq12& f);
//! e(p, q).
[[nodiscard]] Fq12 pairing(const G1& p, const G2& q);
//! Whether the product of all e(p, q) is one: one Miller loop, one final exponentiation. True for no pairs.
[[nodiscard]] bool pairingProductIsOne(std::span<const Pair> pairs, std::span<const PreparedPair> prepared = {});

} // namespace bt::zk
