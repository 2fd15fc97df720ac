// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#ifndef Q_MOC_RUN
#include "codec/json.h"
#include "support/vectors.h"
#include "zk/encoding.h"
#include "zk_random.h"
#endif

using namespace bt;
using namespace bt::zk;

namespace {

using Precompile = Result<Bytes> (*)(ByteView);

QString answer(Precompile run, const Bytes& input)
{
    const auto out = run(input);
    return QString::fromStdString(out ? test::hexOf(*out) : std::string(out.error().code));
}

template <typename P> Bytes bytesOf(const P& p, Form form)
{
    Bytes out;
    appendPoint(out, p, form);
    return out;
}

Result<G1> read(const G1&, ByteView bytes, Form form, Check check = Check::Full) { return Reader(bytes).g1(form, check); }
Result<G2> read(const G2&, ByteView bytes, Form form, Check check = Check::Full) { return Reader(bytes).g2(form, check); }

template <typename P> bool roundTrip(const char* name)
{
    return rc::check(name, [](const P& p) {
        for (const Form form : {Form::Compressed, Form::Uncompressed}) {
            const Bytes bytes = bytesOf(p, form);
            RC_ASSERT((read(p, bytes, form).value() == p));
            RC_ASSERT((read(-p, bytesOf(-p, form), form).value() == -p));
            // The sign flag is one bit: set against it, the same bytes are the negative (compressed only).
            Bytes other = bytes;
            other.back() ^= 0x80;
            if (p.isIdentity()) RC_ASSERT((read(p, other, form).error().code == "zk.bad_flags"));
            else RC_ASSERT((read(p, other, form).value() == (form == Form::Compressed ? -p : p)));
            other.back() |= 0xc0;
            RC_ASSERT((read(p, other, form).error().code == "zk.bad_flags"));
            other.resize(other.size() - 1);
            RC_ASSERT((read(p, other, form).error().code == "zk.short_input"));
            RC_ASSERT((read(p, {}, form).error().code == "zk.short_input"));
        }
    });
}

Bytes modulusBytes()
{
    Bytes out;
    for (const std::uint64_t limb : Fq::modulus) appendLe(out, limb);
    return out;
}

} // namespace

class TestZkEncoding : public QObject
{
    Q_OBJECT

private slots:
    void pointsComeBack()
    {
        QVERIFY(roundTrip<G1>("G1"));
        QVERIFY(roundTrip<G2>("G2"));
    }

    void anIdentityKeepsNoCoordinateButReadsACanonicalOne()
    {
        for (const Form form : {Form::Compressed, Form::Uncompressed}) {
            Bytes bytes(form == Form::Compressed ? 32 : 64);
            bytes.back() = 0x40;
            QVERIFY(Reader(bytes).g1(form).value().isIdentity());
            bytes[0] = 17; // ignored, as arkworks does
            QVERIFY(Reader(bytes).g1(form).value().isIdentity());
            const Bytes q = modulusBytes();
            std::ranges::copy(q, bytes.begin());
            bytes.back() |= 0x40;
            BT_REFUSED(Reader(bytes).g1(form), "zk.bad_field_element");
        }
        // Without a flag (0, 0) is the identity too (arkworks 0.6), but only where y is written.
        QVERIFY(Reader(Bytes(64)).g1(Form::Uncompressed).value().isIdentity());
        QVERIFY(Reader(Bytes(128)).g2(Form::Uncompressed).value().isIdentity());
        QCOMPARE(Reader(Bytes(32)).g1(Form::Compressed).has_value(), squareRoot(Fq::fromUint(3)).has_value());
    }

    void coordinatesAreCanonical()
    {
        Bytes bytes = bytesOf(g1Generator(), Form::Uncompressed);
        const Bytes q = modulusBytes();
        std::ranges::copy(q, bytes.begin());
        bytes[0] = static_cast<std::uint8_t>(bytes[0] + 1); // 1 + q
        BT_REFUSED(Reader(bytes).g1(Form::Uncompressed), "zk.bad_field_element");
        Bytes second = bytesOf(g2Generator(), Form::Compressed);
        second[31] |= 0x40; // no flags belong into c0
        BT_REFUSED(Reader(second).g2(Form::Compressed), "zk.bad_field_element");
        Bytes scalar;
        for (const std::uint64_t limb : Fr::modulus) appendLe(scalar, limb);
        BT_REFUSED(Reader(scalar).scalar(), "zk.bad_field_element");
        scalar[0] -= 1;
        BT_OK(Reader(scalar).scalar());
        BT_REFUSED(Reader(Bytes(31)).scalar(), "zk.short_input");
        BT_REFUSED(Reader(Bytes(7)).uint64(), "zk.short_input");
    }

    void pointsOffTheCurveOrSubgroupAreRefused()
    {
        Bytes bytes = bytesOf(g1Generator(), Form::Uncompressed);
        bytes[32] ^= 1;
        BT_REFUSED(Reader(bytes).g1(Form::Uncompressed), "zk.not_on_curve");
        BT_OK(Reader(bytes).g1(Form::Uncompressed, Check::Nothing));
        const Fq2 b = Fq2{Fq::fromUint(9), Fq::one()}.inverse() * Fq::fromUint(3);
        int missing = 0;
        int outside = 0;
        for (std::uint64_t i = 1; i <= 40; ++i) {
            const Fq2 x{Fq::fromUint(i), Fq::fromUint(3 * i)};
            const auto y = squareRoot(x.square() * x + b);
            Bytes encoded = bytesOf(G2{x, y ? *y : Fq2::one()}, Form::Compressed);
            const auto read = Reader(encoded).g2(Form::Compressed);
            QVERIFY(!read);
            QCOMPARE(QString::fromStdString(std::string(read.error().code)),
                     y ? QStringLiteral("zk.not_in_subgroup") : QStringLiteral("zk.not_on_curve"));
            if (!y) {
                ++missing;
                continue;
            }
            ++outside;
            BT_REFUSED(Reader(bytesOf(G2{x, *y}, Form::Uncompressed)).g2(Form::Uncompressed), "zk.not_in_subgroup");
            BT_OK(Reader(encoded).g2(Form::Compressed, Check::Nothing));
        }
        QVERIFY(missing > 5 && outside > 5);
    }

    void ownEthereumTable()
    {
        const auto text = test::ownTable("bn254.json");
        QVERIFY(text);
        const auto table = codec::parseJson(*text);
        BT_OK(table);
        for (const auto& row : (*table)["add"]) compareRow(ethereumAdd, row);
        for (const auto& row : (*table)["mul"]) compareRow(ethereumMul, row);
        for (const auto& row : (*table)["refused"]) QVERIFY(!ethereumAdd(test::unhex(row["input"].get<std::string>())));
    }

    void officialAdditions()
    {
        BT_VECTOR(text, "bn254/bn256Add.json");
        compareAll(ethereumAdd, text, 16);
    }
    void officialMultiplications()
    {
        BT_VECTOR(text, "bn254/bn256ScalarMul.json");
        compareAll(ethereumMul, text, 19);
    }
    void officialPairings()
    {
        BT_VECTOR(text, "bn254/bn256Pairing_part.json");
        compareAll(ethereumPairing, text, 7);
    }

    void ethereumInputsHaveTheirLengths()
    {
        QCOMPARE(answer(ethereumAdd, {}), QString(128, '0'));
        QCOMPARE(answer(ethereumMul, Bytes(200)), QString(128, '0'));
        QCOMPARE(answer(ethereumPairing, Bytes(191)), "zk.bad_length");
        QCOMPARE(answer(ethereumPairing, Bytes(193)), "zk.bad_length");
        const QString one = QString(63, '0') + "1";
        QCOMPARE(answer(ethereumPairing, {}), one);
        QCOMPARE(answer(ethereumPairing, Bytes(192)), one);
        Bytes onTwist(192);
        onTwist[191] = 1; // (0, 1) is not on the twist
        QCOMPARE(answer(ethereumPairing, onTwist), "zk.not_on_curve");
    }

private:
    static void compareRow(Precompile run, const codec::Json& row)
    {
        QCOMPARE(answer(run, test::unhex(row["input"].get<std::string>())), QString::fromStdString(row["output"].get<std::string>()));
    }
    static void compareAll(Precompile run, const std::string& text, std::size_t least)
    {
        const auto rows = codec::parseJson(text);
        BT_OK(rows);
        QVERIFY(rows->size() >= least);
        for (const auto& row : *rows)
            QCOMPARE(answer(run, test::unhex(row["Input"].get<std::string>())), QString::fromStdString(row["Expected"].get<std::string>()));
    }
};

QTEST_APPLESS_MAIN(TestZkEncoding)
#include "tst_zk_encoding.moc"
