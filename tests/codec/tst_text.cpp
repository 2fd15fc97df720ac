// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "codec/json.h"
#include "codec/text.h"
#include "crypto/hash.h"
#include "support/vectors.h"

#include <sstream>

using namespace bt;
using namespace bt::test;

namespace {

Bytes doubleSha(ByteView data) { return bytesOf(crypto::sha256(crypto::sha256(data).view()).view()); }

// `name, "text"` rows of multibase; the first row holds the plain text.
std::vector<std::pair<std::string, std::string>> rowsOf(const std::string& text)
{
    std::vector<std::pair<std::string, std::string>> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        const std::size_t comma = line.find(',');
        const std::size_t open = line.find('"', comma);
        const std::size_t close = line.rfind('"');
        if (comma == std::string::npos || open == std::string::npos || close <= open) continue;
        out.emplace_back(line.substr(0, comma), line.substr(open + 1, close - open - 1));
    }
    return out;
}

Bytes plainOf(std::string text)
{
    Bytes out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\\x") == 0 && i + 3 < text.size()) {
            append(out, unhex(std::string_view(text).substr(i + 2, 2)));
            i += 3;
        } else {
            out.push_back(static_cast<std::uint8_t>(text[i]));
        }
    }
    return out;
}

void checkMultibase(const std::string& text)
{
    const auto rows = rowsOf(text);
    QVERIFY(rows.size() > 5);
    const Bytes plain = plainOf(rows[0].second);
    std::size_t checked = 0;
    for (const auto& [name, encoded] : rows) {
        const bool write = name == "base16" || name == "base32" || name == "base58btc" || name == "base64url";
        const bool readOnly = name == "base16upper" || name == "base32upper";
        if (!write && !readOnly) continue;
        const auto decoded = codec::multibaseDecode(encoded);
        QVERIFY2(decoded && *decoded == plain, encoded.c_str());
        if (write && encoded == codec::multibaseEncode(static_cast<codec::Multibase>(encoded[0]), plain)) ++checked;
        if (readOnly) ++checked;
    }
    QVERIFY(checked >= 3);
}

} // namespace

class TestText : public QObject
{
    Q_OBJECT
private slots:
    void multibase_holds_to_the_official_tables_basic()
    {
        BT_VECTOR(text, "multiformats/multibase/basic.csv");
        checkMultibase(text);
    }
    void multibase_holds_to_the_official_tables_leading_zero()
    {
        BT_VECTOR(text, "multiformats/multibase/leading_zero.csv");
        checkMultibase(text);
    }
    void multibase_holds_to_the_official_tables_two_leading_zeros()
    {
        BT_VECTOR(text, "multiformats/multibase/two_leading_zeros.csv");
        checkMultibase(text);
    }
    void multibase_reads_either_case_where_the_specification_says_so()
    {
        BT_VECTOR(text, "multiformats/multibase/case_insensitivity.csv");
        std::size_t rows = 0;
        for (const auto& [name, encoded] : rowsOf(text))
            if (name == "base16" || name == "base16upper" || name == "base32" || name == "base32upper") {
                QCOMPARE(textOf(*codec::multibaseDecode(encoded)), std::string("hello world"));
                ++rows;
            }
        QVERIFY(rows >= 2);
    }

    void every_encoding_gives_back_what_it_was_given()
    {
        SeededRandom random(7);
        for (std::size_t size = 0; size < 80; ++size) {
            const Bytes bytes = random.bytes(size);
            QCOMPARE(*codec::hexDecode(codec::hexEncode(bytes)), bytes);
            QCOMPARE(*codec::base58Decode(codec::base58Encode(bytes)), bytes);
            QCOMPARE(*codec::base32Decode(codec::base32Encode(bytes)), bytes);
            QCOMPARE(*codec::base64urlDecode(codec::base64urlEncode(bytes)), bytes);
            QCOMPARE(*codec::base58CheckDecode(codec::base58CheckEncode(bytes, doubleSha), doubleSha), bytes);
        }
    }

    void malformed_text_is_refused()
    {
        BT_REFUSED(codec::hexDecode("abc"), "codec.bad_hex");
        BT_REFUSED(codec::hexDecode("0g"), "codec.bad_hex");
        BT_REFUSED(codec::base58Decode("0OIl"), "codec.bad_base58");
        BT_REFUSED(codec::base58Decode(std::string(4097, '2')), "codec.bad_base58");
        BT_REFUSED(codec::base32Decode("mzxw6==="), "codec.bad_base32"); // padding
        BT_REFUSED(codec::base32Decode("MZXW6"), "codec.bad_base32");    // case
        BT_REFUSED(codec::base32Decode("mzxw7"), "codec.bad_base32");    // stray bits: another text for "foo"
        BT_REFUSED(codec::base32Decode("a"), "codec.bad_base32");        // impossible length
        BT_REFUSED(codec::base64urlDecode("Zg=="), "codec.bad_base64");
        BT_REFUSED(codec::base64urlDecode("Zh"), "codec.bad_base64"); // stray bits
        BT_REFUSED(codec::base64urlDecode("Z"), "codec.bad_base64");
        BT_REFUSED(codec::base64urlDecode("+/+/"), "codec.bad_base64"); // the other alphabet
        BT_REFUSED(codec::base64urlDecode("Zm\n9v"), "codec.bad_base64");
        BT_REFUSED(codec::multibaseDecode(""), "codec.bad_multibase");
        BT_REFUSED(codec::multibaseDecode("?abc"), "codec.bad_multibase");
        std::string checked = codec::base58CheckEncode(Bytes(20, 1), doubleSha);
        checked.back() = checked.back() == '2' ? '3' : '2';
        BT_REFUSED(codec::base58CheckDecode(checked, doubleSha), "codec.bad_checksum");
        BT_REFUSED(codec::base58CheckDecode("1", doubleSha), "codec.bad_checksum");
    }

    void varints_hold_to_the_official_examples()
    {
        BT_VECTOR(text, "multiformats/unsigned-varint/examples.json");
        const auto all = codec::Json::parse(text);
        std::size_t rows = 0;
        for (const auto& row : all["encode"]) {
            const auto value = row[0].get<std::uint64_t>();
            Bytes written;
            codec::appendVarint(written, value);
            QCOMPARE(hexOf(written), row[1].get<std::string>());
            ByteView rest(written);
            QCOMPARE(*codec::readVarint(rest), value);
            QVERIFY(rest.empty());
            ++rows;
        }
        for (const auto& row : all["must_reject"]) {
            const Bytes bytes = unhex(row[0].get<std::string>());
            ByteView rest(bytes);
            const auto read = codec::readVarint(rest);
            // "8100" is a complete varint (1) with a byte behind it: the reader leaves that byte for its caller to
            // refuse.
            QVERIFY2(!read || !rest.empty(), row[1].get<std::string>().c_str());
            ++rows;
        }
        QVERIFY(rows >= 10);
    }

    void a_varint_is_short_minimal_and_complete()
    {
        for (const char* bad : {"", "80", "8000", "ffffffffffffffffff01", "80808080808080808001"}) {
            const Bytes bytes = unhex(bad);
            ByteView rest(bytes);
            BT_REFUSED(codec::readVarint(rest), "codec.bad_varint");
        }
        const Bytes largest = unhex("ffffffffffffffff7f");
        ByteView rest(largest);
        QCOMPARE(*codec::readVarint(rest), (std::uint64_t{1} << 63) - 1);
        QVERIFY(rest.empty());
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
