// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/text.h"
#include "identity/jws.h"
#include "identity/sd_jwt.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::test;
using namespace bt::identity;
using codec::Json;

namespace {

std::string wireOf(const Json& disclosure) { return codec::base64urlEncode(viewOf(disclosure.dump())); }
std::string digestOf(const std::string& wire) { return jws::digestOf(wire); }

} // namespace

class TestSdJwt : public QObject
{
    Q_OBJECT
    SeededRandom m_random{8};
    crypto::Ed25519Pair m_issuer = crypto::ed25519Pair(Bytes(32, 1));
    crypto::Ed25519Pair m_holder = crypto::ed25519Pair(Bytes(32, 2));

    std::string signedWith(const Json& payload) { return *jws::sign({{"alg", "EdDSA"}, {"typ", "dc+sd-jwt"}}, payload, m_issuer); }

private slots:
    void eddsa_cases_verify_as_the_reference_implementation_says()
    {
        BT_VECTOR(text, "sd-jwt/reference_cases.json");
        std::size_t verified = 0;
        std::size_t refused = 0;
        const auto table = Json::parse(text);
        for (const Json& row : table["cases"]) {
            const auto presentation = row["presentation"].get<std::string>();
            if (row["alg"] != "EdDSA") { // ES256 is not spoken here: it must be refused, not misread
                BT_REFUSED(verifySdJwt(presentation, m_issuer.open), "identity.unknown_algorithm");
                ++refused;
                continue;
            }
            const auto x = codec::base64urlDecode(row["issuer_public_jwk"]["x"].get<std::string>());
            const auto key = *crypto::Ed25519Public::from(*x);
            const auto result = verifySdJwt(presentation, key);
            BT_OK(result);
            QVERIFY2(result->claims == row["expected_verified_claims"], row["spec"].get<std::string>().c_str());
            BT_OK(verifySdJwt(row["issued_sd_jwt"].get<std::string>(), key));
            BT_REFUSED(verifySdJwt(presentation, m_issuer.open), "identity.not_authentic");
            ++verified;
        }
        QCOMPARE(verified, std::size_t{9});
        QCOMPARE(refused, std::size_t{11});
    }

    void the_holder_shows_one_claim_and_hides_the_others()
    {
        const auto text = issueSdJwt({{"iss", "me"}}, {{"given", "Ada"}, {"family", "L"}, {"address", {{"city", "X"}}}}, m_issuer,
                                     &m_holder.open, m_random);
        BT_OK(text);
        const auto all = verifySdJwt(*text, m_issuer.open);
        BT_OK(all);
        QVERIFY(all->claims["given"] == "Ada");
        QCOMPARE(*all->holder, m_holder.open);
        QVERIFY(!all->claims.contains("_sd") && !all->claims.contains("_sd_alg"));

        const KeyBinding asked{"https://verifier", "n-1", Millis{5000}};
        const auto shown = presentSdJwt(*text, {"given"}, m_holder, asked);
        BT_OK(shown);
        const auto seen = verifySdJwt(*shown, m_issuer.open);
        BT_OK(seen);
        QVERIFY(seen->claims["given"] == "Ada");
        QVERIFY(!seen->claims.contains("family") && !seen->claims.contains("address"));
        QCOMPARE(seen->binding->nonce, asked.nonce);
        QCOMPARE(seen->binding->audience, asked.audience);
        QCOMPARE(seen->binding->issuedAt, asked.issuedAt);
        BT_REFUSED(presentSdJwt(*text, {"income"}), "identity.no_such_claim");

        // another's key binding, or a binding to other disclosures
        BT_REFUSED(verifySdJwt(*presentSdJwt(*text, {"given"}, m_issuer, asked), m_issuer.open), "identity.not_authentic");
        const auto other = *presentSdJwt(*text, {"family"});
        const std::string moved = other + shown->substr(shown->rfind('~') + 1);
        BT_REFUSED(verifySdJwt(moved, m_issuer.open), "identity.not_authentic");
    }

    void any_changed_character_is_refused()
    {
        const auto text = *presentSdJwt(*issueSdJwt({{"iss", "me"}}, {{"a", 1}}, m_issuer, &m_holder.open, m_random), {"a"}, m_holder,
                                        {"aud", "n", Millis{1000}});
        for (std::size_t i = 0; i < text.size(); ++i) {
            std::string changed = text;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY2(!verifySdJwt(changed, m_issuer.open), std::to_string(i).c_str());
        }
    }

    void disclosures_that_rfc_9901_forbids_are_refused()
    {
        const std::string a = wireOf({"salt", "a", 1});
        const std::string b = wireOf({"salt", "b", 2});
        const std::string element = wireOf({"salt", 3});
        const auto refused = [&](const Json& payload, const std::string& disclosures) {
            return !verifySdJwt(signedWith(payload) + "~" + disclosures, m_issuer.open).has_value();
        };
        QVERIFY(!refused({{"_sd", {digestOf(a)}}}, a + "~"));
        QVERIFY(refused({{"_sd", {digestOf(a)}}}, b + "~"));                                  // no digest for it
        QVERIFY(refused({{"_sd", {digestOf(a)}}}, a + "~" + a + "~"));                        // twice
        QVERIFY(refused({{"_sd", {digestOf(a), digestOf(a)}}}, a + "~"));                     // its digest twice
        QVERIFY(refused({{"_sd", {digestOf(a)}}, {"o", {{"_sd", {digestOf(a)}}}}}, a + "~")); // in two places
        QVERIFY(refused({{"_sd", {digestOf(a)}}, {"a", 7}}, a + "~"));                        // overwrites a claim
        QVERIFY(refused({{"_sd", {digestOf(element)}}}, element + "~"));                      // an element among members
        QVERIFY(refused({{"l", {{{"...", digestOf(a)}}}}}, a + "~"));                         // a member among elements
        QVERIFY(refused({{"_sd", {7}}}, ""));
        QVERIFY(refused({{"_sd", "x"}}, ""));
        QVERIFY(refused({{"_sd_alg", "sha-512"}, {"_sd", {digestOf(a)}}}, a + "~"));
        for (const Json& bad : {Json{"salt", "_sd", 1}, Json{"salt", "...", 1}, Json{"salt"}, Json{1, "a", 1}, Json{"s", 1, 1},
                                Json{"s", "a", 1, 1}, Json(7)}) {
            const std::string wire = wireOf(bad);
            QVERIFY(refused({{"_sd", {digestOf(wire)}}}, wire + "~"));
        }
        // disclosures inside disclosures, beyond the depth
        std::string chain;
        std::string inner = wireOf({"s", "x", 1});
        chain = inner + "~";
        for (int i = 0; i < 120; ++i) {
            inner = wireOf({"s", "x", {{"_sd", {digestOf(inner)}}}});
            chain += inner + "~";
        }
        QVERIFY(refused({{"_sd", {digestOf(inner)}}}, chain));
    }

    void malformed_texts_are_refused()
    {
        for (const char* bad : {"", "~", "a.b.c", "a.b.c~", "..~", "e30.e30.~", "a.b~"}) QVERIFY(!verifySdJwt(bad, m_issuer.open));
        BT_REFUSED(verifySdJwt(std::string(kMaxSdJwt + 1, '~'), m_issuer.open), "identity.bad_sd_jwt");
        // alg none, and a critical header that we do not know
        const std::string none = codec::base64urlEncode(viewOf("{\"alg\":\"none\"}")) + ".e30.~";
        BT_REFUSED(verifySdJwt(none, m_issuer.open), "identity.unknown_algorithm");
        const std::string crit = *jws::sign({{"alg", "EdDSA"}, {"crit", {"b64"}}}, {{"a", 1}}, m_issuer) + "~";
        BT_REFUSED(verifySdJwt(crit, m_issuer.open), "identity.unknown_algorithm");
        BT_REFUSED(issueSdJwt({{"a", 1}}, {{"a", 2}}, m_issuer, nullptr, m_random), "identity.bad_claims");
        BT_REFUSED(issueSdJwt({{"_sd", 1}}, Json::object(), m_issuer, nullptr, m_random), "identity.bad_claims");
        BT_REFUSED(issueSdJwt(7, Json::object(), m_issuer, nullptr, m_random), "identity.bad_claims");
    }
};

QTEST_APPLESS_MAIN(TestSdJwt)
#include "tst_sd_jwt.moc"
