// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#ifndef Q_MOC_RUN
#include "support/vectors.h"
#include "zk/pairing.h"
#include "zk_random.h"
#endif

using namespace bt;
using namespace bt::zk;

namespace {

template <typename F, typename P> bool group(const char* name)
{
    return rc::check(name, [](const P& a, const P& b, const P& c, const Fr& s, const Fr& t) {
        const auto j = [](const P& p) { return Jacobian<F>::from(p); };
        RC_ASSERT((isOnCurve(a)));
        RC_ASSERT((isInSubgroup(a)));
        RC_ASSERT(((j(a) + b) + c == j(a) + (j(b) + c)));
        RC_ASSERT((j(a) + j(b) == j(b) + j(a)));
        RC_ASSERT((j(a) + b == j(a) + j(b)));
        RC_ASSERT((j(a) + a == j(a).doubled()));
        RC_ASSERT((j(a) + j(a) == j(a).doubled()));
        RC_ASSERT(((j(a) + -a).isIdentity()));
        RC_ASSERT(((j(a) + -j(a)).isIdentity()));
        RC_ASSERT((j(a) + P::identity() == j(a)));
        RC_ASSERT((Jacobian<F>::identity() + a == j(a)));
        RC_ASSERT(((j(a).doubled() + b).affine() == (j(b) + a + a).affine()));
        RC_ASSERT((isOnCurve((j(a) + b).affine())));
        RC_ASSERT((multiply(a, s.limbs()) + multiply(a, t.limbs()) == multiply(a, (s + t).limbs())));
        RC_ASSERT((multiply(multiply(a, s.limbs()).affine(), t.limbs()) == multiply(a, (s * t).limbs())));
        RC_ASSERT((multiply(a, Fr::modulus).isIdentity()));
    });
}

G2 onTwist(std::uint64_t seed)
{
    for (Fq2 x{Fq::fromUint(seed), Fq::fromUint(seed * 7 + 1)};; x += Fq2::one()) {
        const Fq2 b = Fq2{Fq::fromUint(9), Fq::one()}.inverse() * Fq::fromUint(3);
        if (const auto y = squareRoot(x.square() * x + b)) return {x, *y};
    }
}

} // namespace

class TestZkCurve : public QObject
{
    Q_OBJECT

private slots:
    void generatorsAreWhatTheyShouldBe()
    {
        QVERIFY(isOnCurve(g1Generator()));
        QVERIFY(isOnCurve(g2Generator()));
        QVERIFY(isInSubgroup(g2Generator()));
        QVERIFY(!isOnCurve(G1{Fq::one(), Fq::one()}));
        QVERIFY(!isOnCurve(G2{g2Generator().x, g2Generator().x}));
    }
    void g1IsAGroup() { QVERIFY((group<Fq, G1>("G1"))); }
    void g2IsAGroup() { QVERIFY((group<Fq2, G2>("G2"))); }

    // The cofactor of the twist is 10069 * 5864401 * 1875725156269 * 197620364512881247228717050342013327560683201906968909
    // (its order divided by r): points of its small orders are the ones that a loose check lets through.
    void pointsOutsideTheSubgroupAreSeen()
    {
        // 2q - r
        Limbs cofactor{};
        addTo(cofactor, Fq::modulus, Fq::modulus);
        subTo(cofactor, cofactor, Fr::modulus);
        const auto divided = [](Limbs value, std::uint64_t by) {
            Word128 rest = 0;
            for (std::size_t i = 4; i-- > 0;) {
                rest = (rest << 64) | value[i];
                value[i] = static_cast<std::uint64_t>(rest / by);
                rest %= by;
            }
            return std::pair{value, static_cast<std::uint64_t>(rest)};
        };
        int outside = 0;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const G2 p = onTwist(seed);
            QVERIFY(isOnCurve(p));
            QCOMPARE(isInSubgroup(p), multiply(p, Fr::modulus).isIdentity());
            outside += isInSubgroup(p) ? 0 : 1;
            const G2 torsion = multiply(p, Fr::modulus).affine();
            QVERIFY(multiply(torsion, cofactor).isIdentity());
            QVERIFY(!isInSubgroup(torsion));
            for (const std::uint64_t order : {std::uint64_t{10069}, std::uint64_t{5864401}, std::uint64_t{1875725156269}}) {
                const auto [rest, remainder] = divided(cofactor, order);
                QCOMPARE(remainder, std::uint64_t{0});
                const G2 small = multiply(torsion, rest).affine();
                if (small.isIdentity()) continue;
                QVERIFY(multiply(small, {order, 0, 0, 0}).isIdentity());
                QVERIFY(!isInSubgroup(small));
                // Beside a good point it is no better.
                QVERIFY(!isInSubgroup((G2Jacobian::from(small) + g2Generator()).affine()));
            }
            const G2 cleared = multiply(p, cofactor).affine();
            QVERIFY(isInSubgroup(cleared) && multiply(cleared, Fr::modulus).isIdentity());
        }
        QCOMPARE(outside, 20);
    }

    void psiMultipliesByTheModulus()
    {
        QVERIFY(rc::check("psi", [](const G2& p) { RC_ASSERT((psi(p) == multiply(p, Fq::modulus).affine())); }));
    }

    void sumsOfMultiplesAgree()
    {
        QVERIFY(rc::check("Straus and fixed bases", [](const std::vector<std::pair<G1, Fr>>& terms) {
            std::vector<G1> points;
            std::vector<Fr> scalars;
            G1Jacobian sum;
            for (const auto& [point, scalar] : terms) {
                if (points.size() == 12) break;
                points.push_back(point);
                scalars.push_back(scalar);
                sum += multiply(point, scalar.limbs());
            }
            RC_ASSERT((multiplyAndSum(points, scalars) == sum));
            RC_ASSERT((FixedBases(points).multiplyAndSum(scalars) == sum));
        }));
    }

    void thePairingIsBilinear()
    {
        const Fq12 unit = pairing(g1Generator(), g2Generator());
        QVERIFY(!unit.isOne());
        QVERIFY(rc::check("e(sP, tQ)", [&](const Fr& s, const Fr& t) {
            const G1 p = multiply(g1Generator(), s.limbs()).affine();
            const G2 q = multiply(g2Generator(), t.limbs()).affine();
            const G1 both = multiply(g1Generator(), (s * t).limbs()).affine();
            RC_ASSERT((pairing(p, q) == pairing(both, g2Generator())));
            RC_ASSERT((pairing(p, q).isOne() == (s.isZero() || t.isZero())));
            const PreparedG2 ready(q);
            const Pair plain{-both, g2Generator()};
            const PreparedPair prepared{p, &ready};
            RC_ASSERT((pairingProductIsOne({&plain, 1}, {&prepared, 1})));
            RC_ASSERT((finalExponentiation(millerLoop({}, {&prepared, 1})) == pairing(p, q)));
        }));
        QVERIFY(pairingProductIsOne({}));
        // Of order r: the r-th power is one.
        Fq12 power = Fq12::one();
        for (unsigned i = 256; i-- > 0;) {
            power = power.square();
            if (bitOf(Fr::modulus, i)) power = power * unit;
        }
        QVERIFY(power.isOne());
    }
};

QTEST_APPLESS_MAIN(TestZkCurve)
#include "tst_zk_curve.moc"
