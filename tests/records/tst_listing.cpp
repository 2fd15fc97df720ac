// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before it

#include "records/listing.h"

#include "base/random.h"
#include "codec/json.h"
#include "codec/text.h"

using namespace bt;
using namespace bt::records;

namespace {

crypto::Ed25519Pair pair(std::uint64_t seed)
{
    SeededRandom random(seed);
    return crypto::ed25519Pair(random.bytes(32));
}

std::string didOf(const crypto::Ed25519Public& key)
{
    Bytes bytes{0xed, 0x01};
    append(bytes, key.view());
    return "did:key:z" + codec::base58Encode(bytes);
}

Listing listing()
{
    Listing l;
    l.did = didOf(pair(1).open);
    l.name = "Dr. M.";
    l.about = "Calm talks.\nAlso at night.";
    l.topics = {"worry", "low_mood"};
    l.languages = {"de", "en", "pt-BR"};
    l.zone = "America/Argentina/Buenos_Aires";
    l.price = kas(1000);
    l.policy.bond = kas(200);
    l.visitKey.bytes.fill(2);
    l.inboxKey.bytes.fill(3);
    l.prekeys = Bytes(300, 9);
    for (int i = 0; i < 160; ++i) l.openTimes.push_back({1'796'745'600'000 + i * kHour});
    l.licence = "eyJhbGciOiJFUzI1NiJ9.eyJ2Y3QiOiJsaWNlbmNlIn0.AAAA~WyJzIiwibiIsInYiXQ~";
    l.issuedAt = {1'796'083'200'000};
    l.sequence = 7;
    return l;
}

//! As listing(), naming a reputation whose key agreed to this very listing.
Listing rated(std::string_view forDid = {})
{
    Listing l = listing();
    SeededRandom random(5);
    const Bytes secret(32, 0x11);
    ListedReputation r;
    r.id.bytes.fill(5);
    r.transaction.bytes.fill(6);
    r.output = 0;
    r.key = crypto::secpXOnly(secret).value();
    r.proof = crypto::schnorrSign(secret, reputationProof(forDid.empty() ? l.did : forDid), random.fixed<Hash256>()).value();
    l.reputation = r;
    return l;
}

QString codeOf(const Error& e) { return QString::fromStdString(std::string(e.code)); }

} // namespace

class TestListing : public QObject
{
    Q_OBJECT
private slots:
    void a_price_in_a_token_names_it_and_kas_is_said_by_saying_nothing()
    {
        const auto kas = listing();
        QVERIFY(!kas.inTokens());
        QVERIFY(textOf(serialise(kas).value()).find("\"token\"") == std::string::npos); // as listings from before there was a choice
        auto tokens = kas;
        tokens.token.bytes.fill(7);
        const auto opened = openListing(signListing(tokens, pair(1)).value());
        QVERIFY(opened.has_value() && opened->inTokens() && opened->token == tokens.token);
        auto json = codec::parseJson(textOf(signListing(tokens, pair(1)).value())).value();
        for (const codec::Json& bad : {codec::Json("btai"), codec::Json(true), codec::Json(codec::base64urlEncode(Bytes(31, 7))),
                                       codec::Json(codec::base64urlEncode(Bytes(32, 0)))}) {
            json["listing"]["token"] = bad;
            const auto refused = openListing(viewOf(json.dump()));
            QVERIFY(!refused && codeOf(refused.error()) != QStringLiteral("record.bad_signature"));
        }
    }
    void a_reputation_is_listed_by_her_whose_it_is_only()
    {
        const auto l = rated();
        const auto opened = openListing(signListing(l, pair(1)).value()).value();
        QVERIFY(opened.reputation == l.reputation);
        // Another's good name: its key signed for another listing, and nobody else has that key.
        const auto stolen = signListing(rated(didOf(pair(2).open)), pair(1));
        QVERIFY(!stolen);
        QCOMPARE(QString::fromStdString(stolen.error().detail), QStringLiteral("reputation"));
        auto half = rated();
        half.reputation->token.bytes.fill(1); // a token without the pool that its levies go to
        QVERIFY(!serialise(half));
        auto none = rated();
        none.reputation->id = {};
        QVERIFY(!serialise(none));
        // What is listed is what is signed: each of its fields.
        const auto block = signListing(l, pair(1)).value();
        const auto json = *codec::parseJson(std::string_view(reinterpret_cast<const char*>(block.data()), block.size()));
        for (const auto& [field, value] : json.at("listing").at("reputation").items()) {
            auto changed = json;
            if (value.is_number()) changed["listing"]["reputation"][field] = 1;
            else changed["listing"]["reputation"][field] = codec::base64urlEncode(Bytes(field == "proof" ? 64 : 32, 9));
            QVERIFY2(!openListing(bytesOf(*codec::canonicalJson(changed))), field.c_str());
            changed = json;
            changed["listing"]["reputation"].erase(field);
            QVERIFY2(!openListing(bytesOf(*codec::canonicalJson(changed))), field.c_str());
        }
    }
    void a_signed_listing_opens_with_every_field()
    {
        const auto l = listing();
        const auto block = signListing(l, pair(1)).value();
        QVERIFY(block.size() < 4000);
        const auto o = openListing(block).value();
        QVERIFY(serialise(o).value() == serialise(l).value());
        QCOMPARE(o.did, l.did);
        QCOMPARE(o.name, l.name);
        QCOMPARE(o.about, l.about);
        QVERIFY(o.topics == l.topics && o.languages == l.languages && o.openTimes == l.openTimes);
        QVERIFY(o.visitKey == l.visitKey && o.inboxKey == l.inboxKey && o.prekeys == l.prekeys);
        QCOMPARE(o.price.value, l.price.value);
        QCOMPARE(o.policy.bond.value, l.policy.bond.value);
        QCOMPARE(o.policy.answerWithinMs, l.policy.answerWithinMs);
        QCOMPARE(o.policy.freeBeforeMs, l.policy.freeBeforeMs);
        QCOMPARE(o.policy.lateShareBps, l.policy.lateShareBps);
        QCOMPARE(o.licence, l.licence);
        QCOMPARE(o.issuedAt.value, l.issuedAt.value);
        QCOMPARE(o.sequence, l.sequence);
        QCOMPARE(o.zone, l.zone);
        QCOMPARE(o.durationMinutes, l.durationMinutes);
    }

    void a_listing_without_times_or_licence_is_a_listing_too()
    {
        auto l = listing();
        l.openTimes.clear();
        l.licence.clear();
        l.about.clear();
        l.prekeys.clear();
        QVERIFY(openListing(signListing(l, pair(1)).value()));
    }

    //! What is shown of a week with a booked hour and of one with the same hour blocked is the same text.
    void the_block_says_nothing_about_why_a_time_is_missing()
    {
        const auto json = codec::parseJson(textOf(serialise(listing()).value())).value();
        QVERIFY(json["openTimes"].is_array());
        for (const auto& [name, value] : json.items())
            for (const char* word : {"busy", "booked", "blocked", "hours", "rule", "buffer", "notice"})
                QVERIFY2(name.find(word) == std::string::npos, name.c_str());
    }

    void another_persons_key_cannot_sign()
    {
        const auto block = signListing(listing(), pair(2));
        QVERIFY(!block);
        QCOMPARE(codeOf(block.error()), QString("record.bad_listing"));
    }

    void a_signature_from_elsewhere_is_refused()
    {
        auto later = listing();
        later.sequence = 8;
        auto a = codec::parseJson(textOf(signListing(listing(), pair(1)).value())).value();
        const auto b = codec::parseJson(textOf(signListing(later, pair(1)).value())).value();
        a["signature"] = b["signature"];
        const auto opened = openListing(bytesOf(codec::canonicalJson(a).value()));
        QVERIFY(!opened);
        QCOMPARE(codeOf(opened.error()), QString("record.bad_signature"));
    }

    void no_changed_byte_passes()
    {
        auto l = listing();
        l.openTimes.resize(4);
        l.prekeys.resize(8);
        const auto block = signListing(l, pair(1)).value();
        for (std::size_t i = 0; i < block.size(); ++i) {
            for (const int bit : {0, 1, 5, 7}) {
                auto changed = block;
                changed[i] = static_cast<std::uint8_t>(changed[i] ^ (1 << bit));
                QVERIFY2(!openListing(changed), QByteArray::number(static_cast<qulonglong>(i)));
            }
        }
        for (std::size_t size = 0; size < block.size(); ++size) QVERIFY(!openListing(ByteView(block).first(size)));
    }

    void what_a_listing_may_not_hold_is_named_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const char* fields[] = {"did",      "did",     "name",      "topics",    "topics",    "languages", "zone",
                                "price",    "price",   "duration",  "policy",    "policy",    "policy",    "visitKey",
                                "inboxKey", "prekeys", "openTimes", "openTimes", "openTimes", "licence",   "sequence"};
        for (int i = 0; i < 21; ++i) QTest::addRow("%d %s", i, fields[i]) << i << "record.bad_listing" << QString::fromLatin1(fields[i]);
        QTest::newRow("long name") << 21 << "record.too_long"
                                   << "";
        QTest::newRow("two-line name") << 22 << "record.bad_text"
                                       << "";
        QTest::newRow("long about") << 23 << "record.too_long"
                                    << "";
    }
    void what_a_listing_may_not_hold_is_named()
    {
        QFETCH(int, what);
        QFETCH(QString, code);
        QFETCH(QString, field);
        auto l = listing();
        switch (what) {
        case 0: l.did = "did:web:example.org"; break;
        case 1: l.did = "did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc"; break; // X25519, not a signing key
        case 2: l.name = " \n"; break;
        case 3: l.topics = {"worry", "worry"}; break;
        case 4: l.topics = {"<b>"}; break;
        case 5: l.languages = {"x"}; break;
        case 6: l.zone = "Europe Berlin"; break;
        case 7: l.price = {0}; break;
        case 8: l.price = {kMaxSompi + 1}; break;
        case 9: l.durationMinutes = 4; break;
        case 10: l.policy.lateShareBps = 10'001; break;
        case 11: l.policy.answerWithinMs = 0; break;
        case 12: l.policy.freeBeforeMs = 29 * kDay; break;
        case 13: l.visitKey = {}; break;
        case 14: l.inboxKey = {}; break;
        case 15: l.prekeys.resize(kPrekeyBytes + 1); break;
        case 16: l.openTimes.push_back(l.openTimes.back()); break;
        case 17: l.openTimes = {{1'796'745'600'001}}; break;
        case 18: l.openTimes.assign(kOpenTimes + 1, {kMinute}); break;
        case 19: l.licence = "a b"; break;
        case 20: l.sequence = 1ULL << 53; break;
        case 21: l.name = std::string(kNameBytes + 1, 'n'); break;
        case 22: l.name = "a\nb"; break;
        default: l.about = std::string(kAboutBytes + 1, 'a'); break;
        }
        const auto bytes = serialise(l);
        QVERIFY(!bytes);
        QCOMPARE(codeOf(bytes.error()), code);
        if (!field.isEmpty()) QCOMPARE(QString::fromStdString(bytes.error().detail), field);
        QVERIFY(!signListing(l, pair(1)));
    }

    void hostile_blocks_are_refused_without_harm_data()
    {
        QTest::addColumn<QByteArray>("block");
        const auto good = textOf(signListing(listing(), pair(1)).value());
        const auto with = [&](const char* from, const char* to) { return QByteArray::fromStdString(good).replace(from, to); };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("huge") << QByteArray(200 * 1024, '[');
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("price as number") << with("\"price\":\"100000000000\"", "\"price\":100000000000");
        QTest::newRow("price with zero") << with("\"price\":\"100000000000\"", "\"price\":\"0100000000000\"");
        QTest::newRow("negative duration") << with("\"durationMinutes\":50", "\"durationMinutes\":-50");
        QTest::newRow("big duration") << with("\"durationMinutes\":50", "\"durationMinutes\":4294967346");
        QTest::newRow("share wraps") << with("\"lateShareBps\":5000", "\"lateShareBps\":4294972296");
        QTest::newRow("float sequence") << with("\"sequence\":7", "\"sequence\":7.5");
        QTest::newRow("times of text") << with("\"openTimes\":[", "\"openTimes\":[\"1\",");
        QTest::newRow("time wraps") << with("\"openTimes\":[", "\"openTimes\":[9223372036854775807,");
        QTest::newRow("policy missing") << with("\"policy\"", "\"polict\"");
        QTest::newRow("newer") << with("\"v\":1", "\"v\":2");
        QTest::newRow("more") << with("\"v\":1", "\"v\":1,\"w\":1");
        QTest::newRow("doubled") << with("\"v\":1", "\"v\":1,\"v\":1");
    }
    void hostile_blocks_are_refused_without_harm()
    {
        QFETCH(QByteArray, block);
        const auto opened = openListing(bytesOf(std::string_view(block.constData(), static_cast<std::size_t>(block.size()))));
        QVERIFY(!opened);
        QVERIFY(codeOf(opened.error()) == "record.bad_listing" || codeOf(opened.error()) == "record.too_long");
    }
};

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
