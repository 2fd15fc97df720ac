// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#ifndef Q_MOC_RUN
#include "support/vectors.h"
#include "zk_random.h"
#endif

using namespace bt;
using namespace bt::zk;

namespace {

template <typename F> bool prime(const char* name)
{
    using M = typename F::Arithmetic;
    return rc::check(name, [](const F& a, const F& b, const F& c) {
        RC_ASSERT(((a + b) + c == a + (b + c)));
        RC_ASSERT(((a * b) * c == a * (b * c)));
        RC_ASSERT((a + b == b + a));
        RC_ASSERT((a * b == b * a));
        RC_ASSERT((a * (b + c) == a * b + a * c));
        RC_ASSERT((a - b == a + (-b)));
        RC_ASSERT(((a - a).isZero()));
        RC_ASSERT((a * F::one() == a));
        RC_ASSERT((a.square() == a * a));
        RC_ASSERT((a.isZero() ? a.inverse().isZero() : (a * a.inverse()).isOne()));
        // The quick arithmetic equals the portable one.
        RC_ASSERT((M::multiply(a.montgomery(), b.montgomery()) == M::multiplyPortably(a.montgomery(), b.montgomery())));
        Limbs sum{};
        addTo(sum, a.montgomery(), b.montgomery());
        RC_ASSERT(((a + b).montgomery() == M::reduceOnce(sum)));
        Limbs fast[2];
        Limbs slow[2];
        M::multiplyComplexFast(fast[0], fast[1], a.montgomery(), b.montgomery(), c.montgomery(), a.montgomery());
        M::multiplyComplexPortably(slow[0], slow[1], a.montgomery(), b.montgomery(), c.montgomery(), a.montgomery());
        RC_ASSERT((fast[0] == slow[0]));
        RC_ASSERT((fast[1] == slow[1]));
        // Bytes and text come back.
        RC_ASSERT((F::fromBytesLe(a.bytesLe()) == a));
        RC_ASSERT((F::fromBytesBe(a.bytesBe()) == a));
        RC_ASSERT((F::fromDecimal(a.decimal()).value() == a));
        RC_ASSERT((compare(a.limbs(), F::modulus) < 0));
        RC_ASSERT((a.isZero() || a.isLarger() != (-a).isLarger()));
    });
}

template <typename F> bool extension(const char* name)
{
    return rc::check(name, [](const F& a, const F& b, const F& c) {
        RC_ASSERT(((a * b) * c == a * (b * c)));
        RC_ASSERT((a * b == b * a));
        RC_ASSERT((a * (b + c) == a * b + a * c));
        RC_ASSERT(((a - b) + b == a));
        RC_ASSERT((a.square() == a * a));
        RC_ASSERT((a * F::one() == a));
        RC_ASSERT((a.isZero() ? a.inverse().isZero() : a * a.inverse() == F::one()));
    });
}

} // namespace

class TestZkField : public QObject
{
    Q_OBJECT

private slots:
    void theBaseFieldIsAField() { QVERIFY(prime<Fq>("Fq")); }
    void theScalarFieldIsAField() { QVERIFY(prime<Fr>("Fr")); }
    void theTowerIsMadeOfFields()
    {
        QVERIFY(extension<Fq2>("Fq2"));
        QVERIFY(extension<Fq6>("Fq6"));
        QVERIFY(extension<Fq12>("Fq12"));
    }

    void theTowerHasItsRelations()
    {
        const Fq2 u{Fq::zero(), Fq::one()};
        QVERIFY(u * u == -Fq2::one());
        const Fq2 xi{Fq::fromUint(9), Fq::one()};
        const Fq6 v{{}, Fq2::one(), {}};
        QVERIFY((v * v * v == Fq6{xi, {}, {}}));
        const Fq12 w{{}, Fq6::one()};
        QVERIFY((w * w == Fq12{v, {}}));
        QVERIFY(rc::check("shortcuts equal products", [&](const Fq12& a, const Fq2& b, const Fq2& c, const Fq2& d) {
            RC_ASSERT((b.timesXi() == b * xi));
            RC_ASSERT((a.c0.timesV() == a.c0 * v));
            RC_ASSERT(((a.c0.timesSparse(b, c) == a.c0 * Fq6{b, c, {}})));
            RC_ASSERT(((a.timesLine(b, c, d) == a * Fq12{{b, {}, {}}, {c, d, {}}})));
            RC_ASSERT(((a.timesUnitLine(c, d) == a * Fq12{{Fq2::one(), {}, {}}, {c, d, {}}})));
        }));
    }

    void frobeniusRaisesToTheModulus()
    {
        QVERIFY(rc::check("a^q", [](const Fq12& a) {
            const auto power = [](const Fq12& base) {
                Fq12 out = Fq12::one();
                for (unsigned i = 256; i-- > 0;) {
                    out = out.square();
                    if (bitOf(Fq::modulus, i)) out = out * base;
                }
                return out;
            };
            const Fq12 once = power(a);
            RC_ASSERT((a.frobenius(1) == once));
            RC_ASSERT((a.frobenius(2) == once.frobenius(1)));
            RC_ASSERT((a.frobenius(3) == once.frobenius(2)));
            RC_ASSERT((a.frobenius(3).frobenius(3) == a.conjugate()));
            RC_ASSERT((a.frobenius(0) == a));
        }));
    }

    void theCyclotomicSubgroupHasItsOwnSquare()
    {
        QVERIFY(rc::check("after the easy part", [](const Fq12& a, std::uint16_t small, std::uint64_t large) {
            RC_PRE((!a.isZero()));
            const Fq12 g = a.conjugate() * a.inverse();
            const Fq12 r = g.frobenius(2) * g;
            RC_ASSERT((r.cyclotomicSquare() == r * r));
            RC_ASSERT(((r * r.conjugate()).isOne()));
            Fq12 power = Fq12::one();
            for (int i = 0; i < small % 100; ++i) power = power * r;
            RC_ASSERT((r.cyclotomicPow(small % 100) == power));
            RC_ASSERT((r.cyclotomicPow(~large) * r.cyclotomicPow(large) == r.cyclotomicPow(~std::uint64_t{0})));
        }));
    }

    void squaresHaveRootsAndOthersHaveNone()
    {
        QVERIFY(rc::check("roots in Fq and Fq2", [](const Fq& a, const Fq2& b) {
            const auto root = squareRoot(a.square());
            RC_ASSERT((root.has_value()));
            RC_ASSERT((*root == a || *root == -a));
            RC_ASSERT((a.isZero() || !squareRoot(-a.square()))); // -1 is no square
            const auto second = squareRoot(b.square());
            RC_ASSERT((second.has_value()));
            RC_ASSERT((*second == b || *second == -b));
            // 9 + u is no square in Fq2: it makes Fq12 a field.
            RC_ASSERT((b.isZero() || !squareRoot(b.square().timesXi())));
            const auto embedded = squareRoot(Fq2{a, {}}); // every element of Fq is a square in Fq2
            RC_ASSERT((embedded.has_value() && (embedded->square() == Fq2{a, {}})));
        }));
    }

    void onlyCanonicalNumbersAreRead()
    {
        const std::string r = "21888242871839275222246405745257275088548364400416034343698204186575808495617";
        BT_REFUSED(Fr::fromDecimal(r), "zk.bad_number");
        BT_OK(Fq::fromDecimal(r)); // q is the larger
        QCOMPARE(Fr::fromDecimal("21888242871839275222246405745257275088548364400416034343698204186575808495616").value(), -Fr::one());
        for (const char* bad : {"", "00", "01", "-1", "+1", "1 ", " 1", "0x1", "1e3", "1.0",
                                "115792089237316195423570985008687907853269984665640564039457584007913129639936",
                                "99999999999999999999999999999999999999999999999999999999999999999999999999999"})
            BT_REFUSED(Fr::fromDecimal(bad), "zk.bad_number");
        Bytes modulus;
        for (const std::uint64_t limb : Fr::modulus) appendLe(modulus, limb);
        QVERIFY(!Fr::fromBytesLe(modulus));
        QVERIFY(!Fr::fromBytesLe(Bytes(32, 0xff)));
        QVERIFY(!Fr::fromBytesLe(Bytes(31)));
        QVERIFY(!Fr::fromBytesBe(Bytes(33)));
        --modulus[0];
        QVERIFY(Fr::fromBytesLe(modulus) == -Fr::one());
        QVERIFY(Fr::reduced({~0ULL, ~0ULL, ~0ULL, ~0ULL}) + Fr::one() == Fr::fromMontgomery(FrOneTwice()));
    }

    void manyInversesCostOne()
    {
        std::vector<Fr> values{Fr::fromUint(2), Fr::zero(), Fr::fromUint(3), -Fr::one()};
        const auto before = values;
        invertAll(std::span<Fr>(values));
        for (std::size_t i = 0; i < values.size(); ++i) QVERIFY(values[i] == before[i].inverse());
    }

private:
    // 2^256 mod r, whose Montgomery form is 2^512 mod r.
    static Limbs FrOneTwice() { return Fr::Arithmetic::squareOfR; }
};

QTEST_APPLESS_MAIN(TestZkField)
#include "tst_zk_field.moc"
