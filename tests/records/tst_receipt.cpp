// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before it

#include "base/random.h"
#include "codec/json.h"
#include "codec/text.h"
#include "records/listing.h"
#include "records/receipt.h"

using namespace bt;
using namespace bt::records;
using codec::Json;

namespace {

crypto::Ed25519Pair pair(std::uint64_t seed)
{
    SeededRandom random(seed);
    return crypto::ed25519Pair(random.bytes(32));
}

std::string didOf(std::uint64_t seed)
{
    Bytes bytes{0xed, 0x01};
    append(bytes, pair(seed).open.view());
    return "did:key:z" + codec::base58Encode(bytes);
}

Receipt receipt()
{
    Receipt r;
    r.number.bytes.fill(7);
    r.issuer = didOf(1);
    r.name = "Dr. M.";
    r.licence = "eyJhbGciOiJFUzI1NiJ9.eyJ2Y3QiOiJsaWNlbmNlIn0.AAAA~";
    r.holder = didOf(2);
    r.network = "practice";
    r.visit.bytes.fill(3);
    r.payment.bytes.fill(4);
    r.start = {1'796'745'600'000};
    r.end = r.start.plus(50 * kMinute);
    r.service = "S-50";
    r.amount = {103'448'275'862};
    r.coin = "KAS";
    r.paidAt = r.end.plus(kMinute);
    r.currency = "EUR";
    r.microsPerCoin = 58'000;
    r.rateSource = "practice_fixed";
    r.issuedAt = r.end.plus(kHour);
    return r;
}

SignedReceipt signedOne() { return {receipt(), signReceipt(receipt(), pair(1).secret).value(), {}, {}}; }

QString codeOf(const Result<SignedReceipt>& result)
{
    if (result) return {};
    QString code = QString::fromStdString(std::string(result.error().code));
    for (const auto& arg : result.error().args) code += QLatin1Char(' ') + QString::fromStdString(arg);
    return code;
}

Json jsonOf(const Bytes& bytes) { return *codec::parseJson(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size())); }
Bytes bytesOfJson(const Json& json) { return bytesOf(*codec::canonicalJson(json)); }

} // namespace

class TestReceipt : public QObject
{
    Q_OBJECT
private slots:
    void a_receipt_opens_with_every_field_and_holds_no_diagnosis_by_itself()
    {
        const auto bytes = serialise(signedOne()).value();
        QVERIFY(QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())).indexOf("diagnosis") < 0);
        const auto opened = openReceipt(bytes).value();
        QVERIFY(opened.receipt == receipt());
        QVERIFY(opened.added.empty() && !opened.byHolder);
        QVERIFY(serialise(opened).value() == bytes);
        QCOMPARE(opened.receipt.micros(), std::int64_t(59'999'999)); // 1,034.48 KAS at 0.058: to the millionth, rounded down
    }
    void what_the_patient_adds_is_hers_and_bound_to_this_receipt()
    {
        const auto full = addTo(signedOne(), {"Noor A.", "F41.1"}, pair(2).secret).value();
        const auto opened = openReceipt(serialise(full).value()).value();
        QCOMPARE(opened.added.diagnosis, std::string("F41.1"));
        QCOMPARE(opened.added.name, std::string("Noor A."));
        // On another receipt, and signed by another, the same words do not hold.
        auto other = full;
        other.receipt.service = "S-80";
        other.byIssuer = signReceipt(other.receipt, pair(1).secret).value();
        QCOMPARE(codeOf(openReceipt(serialise(other).value())), QStringLiteral("record.bad_signature holder"));
        const auto strange = addTo(signedOne(), {"", "F41.1"}, pair(3).secret).value();
        QCOMPARE(codeOf(openReceipt(serialise(strange).value())), QStringLiteral("record.bad_signature holder"));
        // And she can take it away again: what is left is the receipt as it was.
        QVERIFY(serialise(addTo(full, {}, pair(2).secret).value()).value() == serialise(signedOne()).value());
    }
    void every_field_that_is_changed_is_found_out()
    {
        const auto full = addTo(signedOne(), {"Noor A.", "F41.1"}, pair(2).secret).value();
        const Json json = jsonOf(serialise(full).value());
        QVERIFY(openReceipt(bytesOfJson(json)).has_value()); // the control
        const std::map<std::string, Json> others = {{"amount", "103448275863"},
                                                    {"coin", "BTAI"},
                                                    {"currency", "USD"},
                                                    {"end", 1'796'748'600'001},
                                                    {"holder", didOf(4)},
                                                    {"issuedAt", 1'796'752'200'001},
                                                    {"issuer", didOf(4)},
                                                    {"licence", ""},
                                                    {"micros", "60000000"},
                                                    {"microsPerCoin", 58'001},
                                                    {"name", "Dr. N."},
                                                    {"network", "mainnet"},
                                                    {"number", "0707070707070708"},
                                                    {"paidAt", 1'796'748'660'001},
                                                    {"payment", std::string(64, '5')},
                                                    {"rateSource", "none"},
                                                    {"service", "S-51"},
                                                    {"start", 1'796'745'600'001},
                                                    {"visit", std::string(64, '5')}};
        for (const auto& [field, value] : json.at("receipt").items()) {
            const auto other = others.find(field);
            QVERIFY2(other != others.end(), field.c_str());
            Json changed = json;
            changed["receipt"][field] = other->second;
            // The sum must go with amount and rate; then it is the signature that tells.
            QVERIFY2(!openReceipt(bytesOfJson(changed)), field.c_str());
            changed = json;
            changed["receipt"].erase(field);
            QVERIFY2(!openReceipt(bytesOfJson(changed)), field.c_str());
        }
        for (const auto* field : {"diagnosis", "name"}) {
            Json changed = json;
            changed["added"][field] = "F41.2";
            QCOMPARE(codeOf(openReceipt(bytesOfJson(changed))), QStringLiteral("record.bad_signature holder"));
            changed["added"].erase(field);
            QCOMPARE(codeOf(openReceipt(bytesOfJson(changed))), QStringLiteral("record.bad_signature holder"));
        }
        Json changed = json;
        changed["form"] = "bt/receipt/v2";
        QVERIFY(codeOf(openReceipt(bytesOfJson(changed))).startsWith(QStringLiteral("record.bad_receipt")));
        for (const auto* field : {"byIssuer", "byHolder", "added"}) {
            changed = json;
            changed.erase(field);
            QVERIFY2(!openReceipt(bytesOfJson(changed)), field);
        }
        changed = json;
        changed["byIssuer"] = json["byHolder"];
        QCOMPARE(codeOf(openReceipt(bytesOfJson(changed))), QStringLiteral("record.bad_signature issuer"));
        changed = json;
        changed["more"] = 1;
        QVERIFY(!openReceipt(bytesOfJson(changed)));
    }
    void a_changed_byte_anywhere_is_refused()
    {
        const auto bytes = serialise(addTo(signedOne(), {"Noor A.", "F41.1"}, pair(2).secret).value()).value();
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            auto changed = bytes;
            changed[i] = static_cast<std::uint8_t>(changed[i] ^ 1U);
            QVERIFY2(!openReceipt(changed), qPrintable(QString::number(i)));
        }
        QVERIFY(!openReceipt(Bytes(kReceiptBytes + 1, ' ')));
        QVERIFY(!openReceipt({}));
    }
    void what_no_receipt_can_say_is_not_signed()
    {
        const auto refused = [](auto change) {
            auto r = receipt();
            change(r);
            const auto result = serialise(r);
            return result ? QString() : QString::fromStdString(result.error().detail);
        };
        QCOMPARE(refused([](Receipt& r) { r.amount = {}; }), QStringLiteral("amount"));
        QCOMPARE(refused([](Receipt& r) { r.end = r.start; }), QStringLiteral("end"));
        QCOMPARE(refused([](Receipt& r) { r.holder = r.issuer; }), QStringLiteral("holder"));
        QCOMPARE(refused([](Receipt& r) { r.microsPerCoin = 0; }), QStringLiteral("microsPerCoin"));
        QCOMPARE(refused([](Receipt& r) { r.coin = "BTC"; }), QStringLiteral("coin"));
        QCOMPARE(refused([](Receipt& r) { r.service = "therapy"; }), QStringLiteral("service"));
        QCOMPARE(refused([](Receipt& r) { r.number = {}; }), QStringLiteral("number"));
        QCOMPARE(refused([](Receipt& r) { r.issuer = "did:key:z6Mk"; }), QStringLiteral("issuer"));
        QVERIFY(!addTo(signedOne(), {"two\nlines", ""}, pair(2).secret));
        QVERIFY(!addTo(signedOne(), {"", std::string(kDiagnosisBytes + 1, 'F')}, pair(2).secret));
    }
};

QTEST_APPLESS_MAIN(TestReceipt)
#include "tst_receipt.moc"
