// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Random field elements and points for RapidCheck; edges (zero, one, minus one, small) come up often.
#pragma once

#include "zk/curve.h"

#include <rapidcheck.h>

namespace bt::test {

template <typename F> rc::Gen<F> anyField()
{
    return rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, 8),
                                       rc::gen::container<std::vector<std::uint64_t>>(4, rc::gen::arbitrary<std::uint64_t>()),
                                       rc::gen::arbitrary<std::uint64_t>()),
                        [](const auto& drawn) {
                            const auto& [kind, limbs, more] = drawn;
                            switch (kind) {
                            case 0: return F::zero();
                            case 1: return F::one();
                            case 2: return -F::one();
                            case 3: return F::fromUint(limbs[0]);
                            case 4: return -F::fromUint(limbs[0]);
                            default: break;
                            }
                            // RapidCheck's numbers grow with the size of a run: spread them over the whole field.
                            const F wide = F::reduced({limbs[0], limbs[1], limbs[2], limbs[3]});
                            return wide.square() * F::reduced({more, ~more, more * 3, ~limbs[1]}) + wide;
                        });
}

inline rc::Gen<zk::Fq2> anyFq2()
{
    return rc::gen::map(rc::gen::pair(anyField<zk::Fq>(), anyField<zk::Fq>()), [](const auto& p) { return zk::Fq2{p.first, p.second}; });
}
inline rc::Gen<zk::Fq6> anyFq6()
{
    return rc::gen::map(rc::gen::tuple(anyFq2(), anyFq2(), anyFq2()), [](const auto& p) {
        return zk::Fq6{std::get<0>(p), std::get<1>(p), std::get<2>(p)};
    });
}
inline rc::Gen<zk::Fq12> anyFq12()
{
    return rc::gen::map(rc::gen::pair(anyFq6(), anyFq6()), [](const auto& p) { return zk::Fq12{p.first, p.second}; });
}
inline rc::Gen<zk::G1> anyG1()
{
    return rc::gen::map(anyField<zk::Fr>(), [](const zk::Fr& s) { return zk::multiply(zk::g1Generator(), s.limbs()).affine(); });
}
inline rc::Gen<zk::G2> anyG2()
{
    return rc::gen::map(anyField<zk::Fr>(), [](const zk::Fr& s) { return zk::multiply(zk::g2Generator(), s.limbs()).affine(); });
}

} // namespace bt::test

namespace rc {
template <typename M> struct Arbitrary<bt::zk::Field<M>> {
    static Gen<bt::zk::Field<M>> arbitrary() { return bt::test::anyField<bt::zk::Field<M>>(); }
};
template <> struct Arbitrary<bt::zk::Fq2> {
    static Gen<bt::zk::Fq2> arbitrary() { return bt::test::anyFq2(); }
};
template <> struct Arbitrary<bt::zk::Fq6> {
    static Gen<bt::zk::Fq6> arbitrary() { return bt::test::anyFq6(); }
};
template <> struct Arbitrary<bt::zk::Fq12> {
    static Gen<bt::zk::Fq12> arbitrary() { return bt::test::anyFq12(); }
};
template <> struct Arbitrary<bt::zk::G1> {
    static Gen<bt::zk::G1> arbitrary() { return bt::test::anyG1(); }
};
template <> struct Arbitrary<bt::zk::G2> {
    static Gen<bt::zk::G2> arbitrary() { return bt::test::anyG2(); }
};
} // namespace rc
