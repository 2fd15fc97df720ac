// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/did_key.h"
#include "identity/licence.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::test;
using namespace bt::identity;

class TestLicence : public QObject
{
    Q_OBJECT
    SeededRandom m_random{11};
    crypto::Ed25519Pair m_authority = crypto::ed25519Pair(Bytes(32, 1));
    crypto::Ed25519Pair m_holder = crypto::ed25519Pair(Bytes(32, 2));
    crypto::Ed25519Pair m_other = crypto::ed25519Pair(Bytes(32, 3));
    std::vector<std::string> m_trusted{didKey(m_authority.open)};
    static constexpr Millis kFrom{1'800'000'000'000};

    Licence sample()
    {
        Licence l;
        l.role = "psychotherapist";
        l.jurisdiction = "DE";
        l.registerId = "BW-12345";
        l.name = "Dr. Ada Example";
        l.practicePartner = true;
        l.issuedAt = kFrom;
        l.notBefore = kFrom;
        l.expiresAt = kFrom.plus(365 * kDay);
        return l;
    }
    Result<Licence> check(std::string_view text, Millis now = kFrom) { return verifyLicence(text, m_trusted, didKey(m_holder.open), now); }

private slots:
    void a_licence_is_read_back_with_and_without_the_name()
    {
        const auto text = issueLicence(sample(), m_authority, m_holder.open, m_random);
        BT_OK(text);
        const auto read = check(*text);
        BT_OK(read);
        QCOMPARE(read->role, std::string("psychotherapist"));
        QCOMPARE(read->jurisdiction, std::string("DE"));
        QCOMPARE(read->registerId, std::string("BW-12345"));
        QCOMPARE(*read->name, std::string("Dr. Ada Example"));
        QVERIFY(read->practicePartner);
        QCOMPARE(read->authority, m_trusted[0]);
        QCOMPARE(read->holder, didKey(m_holder.open));
        QCOMPARE(read->expiresAt, kFrom.plus(365 * kDay));
        const auto without = check(*presentSdJwt(*text, {}));
        BT_OK(without);
        QVERIFY(!without->name);
        BT_OK(check(*presentSdJwt(*text, {"name"}, m_holder, {"patient", "n", kFrom})));
    }

    void each_reason_to_refuse_has_its_own_code()
    {
        const auto text = *issueLicence(sample(), m_authority, m_holder.open, m_random);
        BT_REFUSED(check(text, kFrom.plus(-1)), "identity.not_yet_valid");
        BT_OK(check(text, kFrom.plus(365 * kDay - 1)));
        BT_REFUSED(check(text, kFrom.plus(365 * kDay)), "identity.expired");
        BT_REFUSED(verifyLicence(text, m_trusted, didKey(m_other.open), kFrom), "identity.wrong_holder");
        BT_REFUSED(verifyLicence(text, {}, didKey(m_holder.open), kFrom), "identity.not_trusted");
        BT_REFUSED(check(*issueLicence(sample(), m_other, m_holder.open, m_random)), "identity.not_trusted");
        // signed by another in the authority's name
        const auto forged = issueSdJwt({{"vct", std::string(kLicenceType)}, {"iss", m_trusted[0]}}, codec::Json::object(), m_other,
                                       &m_holder.open, m_random);
        BT_REFUSED(check(*forged), "identity.not_authentic");
        // signed by the authority, but something else
        const auto else_ =
            issueSdJwt({{"vct", "urn:bt:other:1"}, {"iss", m_trusted[0]}}, codec::Json::object(), m_authority, &m_holder.open, m_random);
        BT_REFUSED(check(*else_), "identity.not_a_licence");
        BT_REFUSED(check("nonsense"), "identity.bad_sd_jwt");
        BT_REFUSED(check(""), "identity.bad_sd_jwt");
    }

    void any_changed_character_is_refused()
    {
        const auto text = *issueLicence(sample(), m_authority, m_holder.open, m_random);
        for (std::size_t i = 0; i < text.size(); ++i) {
            std::string changed = text;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY(!check(changed));
        }
    }

    void an_authority_does_not_sign_nonsense()
    {
        auto l = sample();
        l.role.clear();
        BT_REFUSED(issueLicence(l, m_authority, m_holder.open, m_random), "identity.bad_claims");
        l = sample();
        l.expiresAt = l.notBefore;
        BT_REFUSED(issueLicence(l, m_authority, m_holder.open, m_random), "identity.bad_claims");
        l = sample();
        l.name = std::string(257, 'x');
        BT_REFUSED(issueLicence(l, m_authority, m_holder.open, m_random), "identity.bad_claims");
    }
};

QTEST_APPLESS_MAIN(TestLicence)
#include "tst_licence.moc"
