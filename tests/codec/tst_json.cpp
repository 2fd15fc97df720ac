// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"
#include "codec/text.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::test;
using codec::canonicalJson;
using codec::Json;
using codec::parseJson;

class TestJson : public QObject
{
    Q_OBJECT
private slots:
    void canonical_text_holds_to_the_suite_of_rfc_8785_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"arrays", "french", "structures", "unicode", "values", "weird"}) QTest::newRow(name) << name;
    }
    void canonical_text_holds_to_the_suite_of_rfc_8785()
    {
        QFETCH(QString, name);
        const std::string file = name.toStdString();
        const auto input = vectorText("jcs/testdata/input/" + file + ".json");
        const auto output = vectorText("jcs/testdata/output/" + file + ".json");
        if (!input || !output) {
            QVERIFY(!vectorsAreRequired());
            return;
        }
        const auto parsed = parseJson(*input);
        BT_OK(parsed);
        const auto text = canonicalJson(*parsed);
        BT_OK(text);
        QCOMPARE(*text, *output);
    }

    // RFC 8785, appendix B (bits of the double, expected text); NaN and infinity are refused.
    void numbers_are_written_as_ecmascript_does_data()
    {
        QTest::addColumn<quint64>("bits");
        QTest::addColumn<QString>("text");
        const std::pair<quint64, const char*> rows[] = {{0x0000000000000000, "0"},
                                                        {0x8000000000000000, "0"},
                                                        {0x0000000000000001, "5e-324"},
                                                        {0x8000000000000001, "-5e-324"},
                                                        {0x7fefffffffffffff, "1.7976931348623157e+308"},
                                                        {0x4340000000000000, "9007199254740992"},
                                                        {0x4430000000000000, "295147905179352830000"},
                                                        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
                                                        {0x44b52d02c7e14af6, "1e+23"},
                                                        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
                                                        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
                                                        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
                                                        {0x444b1ae4d6e2ef50, "1e+21"},
                                                        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
                                                        {0x3eb0c6f7a0b5ed8d, "0.000001"},
                                                        {0x41b3de4355555555, "333333333.3333333"},
                                                        {0xbecbf647612f3696, "-0.0000033333333333333333"},
                                                        {0x43143ff3c1cb0959, "1424953923781206.2"}};
        for (const auto& [bits, text] : rows) QTest::newRow(text) << bits << QString(text);
    }
    void numbers_are_written_as_ecmascript_does()
    {
        QFETCH(quint64, bits);
        QFETCH(QString, text);
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        QCOMPARE(QString::fromStdString(*canonicalJson(Json(value))), text);
    }

    void what_has_no_canonical_text_is_refused()
    {
        BT_REFUSED(canonicalJson(Json(std::numeric_limits<double>::quiet_NaN())), "codec.not_canonical");
        BT_REFUSED(canonicalJson(Json(std::numeric_limits<double>::infinity())), "codec.not_canonical");
        BT_REFUSED(canonicalJson(Json(9007199254740993ULL)), "codec.not_canonical");
        BT_REFUSED(canonicalJson(Json(-9007199254740993LL)), "codec.not_canonical");
        BT_REFUSED(canonicalJson(Json("\xC3\x28")), "codec.not_canonical");
        BT_REFUSED(canonicalJson(Json("\xED\xA0\x80")), "codec.not_canonical"); // a surrogate in UTF-8
        BT_REFUSED(canonicalJson(Json::binary({1})), "codec.not_canonical");
        QCOMPARE(*canonicalJson(Json(9007199254740992ULL)), std::string("9007199254740992"));
    }

    void what_canonical_text_says_reads_back_as_the_same_text()
    {
        for (const char* text : {"1155555555555555555.0", "9007199254740994.0", "-9223372036854775808", "18446744073709551615.0", "1e20",
                                 "123456789012345678901234567890"}) {
            const auto value = parseJson(text);
            QVERIFY2(value.has_value(), text);
            const auto once = canonicalJson(*value);
            QVERIFY2(once.has_value() || std::string_view(text).find('.') == std::string_view::npos, text);
            if (!once) continue;
            const auto again = parseJson(*once);
            QVERIFY2(again.has_value(), once->c_str());
            QVERIFY2(canonicalJson(*again).has_value(), once->c_str());
            QCOMPARE(*canonicalJson(*again), *once);
        }
        QCOMPARE(*canonicalJson(*parseJson("1155555555555555555.0")), std::string("1155555555555555600"));
        BT_REFUSED(canonicalJson(Json(std::numeric_limits<std::uint64_t>::max())), "codec.not_canonical");
    }

    void nothing_hides_behind_a_zero_byte()
    {
        for (const std::string_view text :
             {std::string_view("{}\0", 3), std::string_view("1\0{", 3), std::string_view("\0{}", 3), std::string_view("[1\0]", 4)})
            BT_REFUSED(parseJson(text), "codec.bad_json");
    }

    void strangers_json_is_refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        const std::pair<const char*, const char*> rows[] = {{"", "codec.bad_json"},
                                                            {"{} {}", "codec.bad_json"},
                                                            {"{\"a\":1,}", "codec.bad_json"},
                                                            {"[1,]", "codec.bad_json"},
                                                            {"NaN", "codec.bad_json"},
                                                            {"Infinity", "codec.bad_json"},
                                                            {"1e999", "codec.bad_json"},
                                                            {"01", "codec.bad_json"},
                                                            {"+1", "codec.bad_json"},
                                                            {"'a'", "codec.bad_json"},
                                                            {"// c\n1", "codec.bad_json"},
                                                            {"\"\\ud800\"", "codec.bad_json"},
                                                            {"\"\\udc00x\"", "codec.bad_json"},
                                                            {"\"\\ud800\\u0041\"", "codec.bad_json"},
                                                            {"\"\xC3\x28\"", "codec.bad_json"},
                                                            {"\"\xED\xA0\x80\"", "codec.bad_json"},
                                                            {"\"a\nb\"", "codec.bad_json"},
                                                            {"\xEF\xBB\xBF{}", "codec.bad_json"},
                                                            {"{\"a\":1,\"a\":1}", "codec.duplicate_key"},
                                                            {"{\"a\":1,\"\\u0061\":2}", "codec.duplicate_key"},
                                                            {"[{\"b\":{\"c\":1,\"c\":2}}]", "codec.duplicate_key"}};
        for (const auto& [text, code] : rows) QTest::newRow(text) << QByteArray(text) << QString(code);
        QTest::newRow("101 levels") << QByteArray(101, '[') + QByteArray(101, ']') << "codec.json_too_deep";
        QTest::newRow("a million levels") << QByteArray(1000000, '[') << "codec.json_too_deep";
    }
    void strangers_json_is_refused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        BT_REFUSED(parseJson(text.toStdString()), code);
    }

    void ordinary_json_is_read()
    {
        QVERIFY(parseJson(std::string(100, '[') + std::string(100, ']')));
        const auto value = parseJson(R"( {"a":[1,-2,3.5,true,null,"\ud83d\ude00"],"n":18446744073709551615} )");
        BT_OK(value);
        QCOMPARE((*value)["a"][5].get<std::string>(), std::string("\xF0\x9F\x98\x80"));
        QCOMPARE((*value)["n"].get<std::uint64_t>(), std::uint64_t{18446744073709551615ULL});
    }

    void an_error_never_quotes_the_input()
    {
        const auto refused = parseJson("{\"diagnosis\": secret}");
        QVERIFY(!refused);
        QVERIFY(!QString::fromStdString(refused.error().detail).contains("secret"));
    }

    void fields_return_errors_instead_of_throwing()
    {
        const Json o = {{"t", "x"}, {"i", 5}, {"b", true}, {"o", Json::object()}, {"a", {1}}, {"m", "120"}, {"k", "AAEC"}, {"d", 1.5}};
        QCOMPARE(*codec::textField(o, "t"), std::string("x"));
        QCOMPARE(*codec::intField(o, "i"), std::int64_t{5});
        QCOMPARE(*codec::boolField(o, "b"), true);
        QVERIFY(codec::objectField(o, "o"));
        QVERIFY(codec::arrayField(o, "a"));
        QCOMPARE(*codec::amountField(o, "m"), std::uint64_t{120});
        QCOMPARE(*codec::bytesField(o, "k", 3), unhex("000102"));
        BT_REFUSED(codec::textField(o, "none"), "codec.missing_field");
        BT_REFUSED(codec::textField(Json(1), "t"), "codec.missing_field");
        BT_REFUSED(codec::textField(o, "i"), "codec.wrong_type");
        BT_REFUSED(codec::intField(o, "d"), "codec.wrong_type");
        BT_REFUSED(codec::intField({{"i", 9223372036854775808ULL}}, "i"), "codec.wrong_type");
        BT_REFUSED(codec::bytesField(o, "k", 4), "codec.wrong_type");
        for (const char* bad : {"", "-1", "+1", "01", "1.0", "1 ", " 1", "18446744073709551616", "0x1"})
            BT_REFUSED(codec::amountField({{"m", bad}}, "m"), "codec.wrong_type");
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
