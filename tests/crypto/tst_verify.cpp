// SPDX-License-Identifier: GPL-3.0-or-later
// Checks and derivations in the forms of other standards; the Wycheproof suites go through bt-conform.
#include "crypto/hash.h"
#include "crypto/hash_kind.h"
#include "crypto/secp256k1.h"
#include "crypto/verify.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::crypto;
using bt::test::hexOf;
using bt::test::unhex;

class TestVerify : public QObject
{
    Q_OBJECT
private slots:
    void es256_takes_the_signature_of_its_standard_and_no_other()
    {
        // RFC 6979, A.2.5: P-256, SHA-256, "sample".
        const Bytes key = unhex("0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                                "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
        const Bytes signature = unhex("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                                      "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
        const Bytes der = unhex("3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                                "022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
        QVERIFY(es256Verify(key, viewOf("sample"), signature));
        QVERIFY(es256VerifyDer(key, viewOf("sample"), der));
        Bytes compressed(key.begin(), key.begin() + 33);
        compressed[0] = 3; // y is odd
        QVERIFY(es256Verify(compressed, viewOf("sample"), signature));
        QVERIFY(!es256Verify(key, viewOf("samplf"), signature));
        for (std::size_t bit = 0; bit < signature.size() * 8; bit += 5) {
            Bytes wrong = signature;
            wrong[bit / 8] = static_cast<std::uint8_t>(wrong[bit / 8] ^ (1U << (bit % 8)));
            QVERIFY(!es256Verify(key, viewOf("sample"), wrong));
        }
        QVERIFY(!es256Verify(key, viewOf("sample"), Bytes(64)));
        QVERIFY(!es256Verify(key, viewOf("sample"), Bytes(64, 0xff)));
        QVERIFY(!es256Verify(key, viewOf("sample"), ByteView(signature).first(63)));
        QVERIFY(!es256Verify({}, viewOf("sample"), signature));
        Bytes off = key;
        off[64] ^= 1;
        QVERIFY(!es256Verify(off, viewOf("sample"), signature));
        Bytes longer = der;
        longer.push_back(0);
        QVERIFY(!es256VerifyDer(key, viewOf("sample"), longer));
        QVERIFY(!es256VerifyDer(key, viewOf("sample"), {}));
    }

    void es256k_takes_either_s_and_kaspa_only_the_low_one()
    {
        SeededRandom random(5);
        const Secret secret = secpNewSecret(random);
        const auto key = secpPublic(secret.view());
        const Hash256 digest = sha256(viewOf("message"));
        const auto low = ecdsaSign(secret.view(), digest);
        QVERIFY(es256kVerify(key->view(), viewOf("message"), low->view()));
        QVERIFY(ecdsaVerify(*key, digest, *low));
        // n - s
        const Bytes order = unhex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
        Signature64 high = *low;
        int borrow = 0;
        for (std::size_t i = 32; i-- > 0;) {
            const int digit = order[i] - low->bytes[32 + i] - borrow;
            borrow = digit < 0;
            high.bytes[32 + i] = static_cast<std::uint8_t>(digit);
        }
        QVERIFY(es256kVerify(key->view(), viewOf("message"), high.view()));
        QVERIFY(!ecdsaVerify(*key, digest, high));
        QVERIFY(!es256kVerify(key->view(), viewOf("messagf"), low->view()));
        QVERIFY(!es256kVerify(key->view(), viewOf("message"), Bytes(64)));
    }

    void two_sides_share_one_x_coordinate()
    {
        SeededRandom random(6);
        const Secret a = secpNewSecret(random);
        const Secret b = secpNewSecret(random);
        const auto one = ecdhX(a.view(), secpPublic(b.view())->view());
        const auto other = ecdhX(b.view(), secpPublic(a.view())->view());
        QVERIFY(one && other && equal(one->view(), other->view()));
        Bytes unit(32);
        unit[31] = 1;
        QCOMPARE(hexOf(ecdhX(unit, secpPublic(a.view())->view())->view()), hexOf(secpXOnly(a.view())->view()));
        BT_REFUSED(ecdhX(Bytes(32), secpPublic(a.view())->view()), "crypto.bad_secret_key");
        Bytes beyond(33, 0xff); // no field element
        beyond[0] = 2;
        BT_REFUSED(ecdhX(unit, beyond), "crypto.bad_public_key");
        BT_REFUSED(ecdhX(unit, {}), "crypto.bad_public_key");
    }

    void other_hashes_under_hmac_hkdf_and_pbkdf2()
    {
        QVERIFY(!hashKindNamed("md5") && !hashKindNamed("sha") && hashKindNamed("sha-256") == HashKind::Sha256);
        // RFC 2202 case 2; RFC 4231 case 2, SHA-384
        QCOMPARE(hexOf(hmac(HashKind::Sha1, viewOf("Jefe"), viewOf("what do ya want for nothing?"))),
                 std::string("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"));
        QCOMPARE(hexOf(hmac(HashKind::Sha384, viewOf("Jefe"), viewOf("what do ya want for nothing?"))),
                 std::string("af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649"));
        // RFC 5869 cases 4 and 7
        QCOMPARE(
            hexOf(hkdf(HashKind::Sha1, Bytes(11, 0x0b), unhex("000102030405060708090a0b0c"), unhex("f0f1f2f3f4f5f6f7f8f9"), 42)->view()),
            std::string("085a01ea1b10f36933068b56efa5ad81a4f14b822f5b091568a9cdd4f155fda2c22e422478d305f3f896"));
        QCOMPARE(hexOf(hkdf(HashKind::Sha1, Bytes(22, 0x0c), {}, {}, 42)->view()),
                 std::string("2c91117204d745f3500d636a62f64f0ab3bae548aa53d423b0d1f27ebba6f5e5673a081d70cce7acfc48"));
        // RFC 6070 case 2
        QCOMPARE(hexOf(pbkdf2(HashKind::Sha1, viewOf("password"), viewOf("salt"), 2, 20)->view()),
                 std::string("ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"));
        BT_REFUSED(pbkdf2(HashKind::Sha1, {}, {}, 0, 20), "crypto.bad_parameters");
        BT_REFUSED(hkdf(HashKind::Sha512, {}, {}, {}, 255 * 64 + 1), "crypto.bad_parameters");
        QCOMPARE(hkdf(HashKind::Sha512, {}, {}, {}, 255 * 64)->size(), std::size_t(255 * 64));
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
