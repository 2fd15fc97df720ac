// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hash.h"
#include "crypto/secp256k1.h"
#include "support/vectors.h"

#include <sstream>
#include <thread>

using namespace bt;
using namespace bt::test;

namespace {

std::vector<std::string> cells(const std::string& line)
{
    std::vector<std::string> out;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) out.push_back(cell);
    return out;
}

Secret secretOf(std::uint64_t seed)
{
    SeededRandom random(seed);
    return crypto::secpNewSecret(random);
}

} // namespace

class TestSecp256k1 : public QObject
{
    Q_OBJECT
private slots:
    void schnorr_holds_to_bip340()
    {
        BT_VECTOR(text, "bip340/test-vectors.csv");
        std::istringstream in(text);
        std::string line;
        std::getline(in, line);
        std::size_t rows = 0;
        while (std::getline(in, line)) {
            const auto c = cells(line);
            if (c.size() < 7) continue;
            ++rows;
            const auto key = *crypto::XOnlyKey::from(unhex(c[2]));
            const Bytes message = unhex(c[4]);
            const auto signature = *crypto::Signature64::from(unhex(c[5]));
            QCOMPARE(crypto::schnorrVerify(key, message, signature), c[6] == "TRUE");
            if (c[1].empty() || message.size() != 32) continue;
            QCOMPARE(*crypto::secpXOnly(unhex(c[1])), key);
            const auto digest = *Hash256::from(message);
            const auto aux = *Hash256::from(unhex(c[3]));
            QCOMPARE(*crypto::schnorrSign(unhex(c[1]), digest, aux), signature);
            QCOMPARE(crypto::SchnorrSigner::from(unhex(c[1]))->sign(digest, aux), signature);
        }
        QCOMPARE(rows, std::size_t{19});
    }

    void scalars_out_of_range_are_no_keys()
    {
        const Bytes zero(32, 0);
        const Bytes order = unhex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
        for (const Bytes& bad : {zero, order, Bytes(31, 1), Bytes{}}) {
            QVERIFY(!crypto::secpValid(bad));
            BT_REFUSED(crypto::secpPublic(bad), "crypto.bad_secret_key");
            BT_REFUSED(crypto::secpXOnly(bad), "crypto.bad_secret_key");
            BT_REFUSED(crypto::SchnorrSigner::from(bad), "crypto.bad_secret_key");
            BT_REFUSED(crypto::ecdsaSign(bad, {}), "crypto.bad_secret_key");
            BT_REFUSED(crypto::ecdhXOnly(bad, *crypto::secpXOnly(Bytes(32, 1))), "crypto.bad_secret_key");
        }
    }

    void ecdsa_signs_low_s_and_refuses_high_s()
    {
        const Secret secret = secretOf(1);
        const auto key = *crypto::secpPublic(secret.view());
        const Hash256 digest = crypto::sha256(viewOf("visit"));
        auto signature = *crypto::ecdsaSign(secret.view(), digest);
        QVERIFY(crypto::ecdsaVerify(key, digest, signature));
        // s -> n - s is the same signature to mathematics and another one to us
        const Bytes order = unhex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
        int borrow = 0;
        for (std::size_t i = 32; i-- > 0;) {
            const int d = order[i] - signature.bytes[32 + i] - borrow;
            borrow = d < 0 ? 1 : 0;
            signature.bytes[32 + i] = static_cast<std::uint8_t>(d + borrow * 256);
        }
        QVERIFY(!crypto::ecdsaVerify(key, digest, signature));
    }

    void a_tweaked_secret_belongs_to_the_tweaked_key()
    {
        for (std::uint64_t seed = 0; seed < 20; ++seed) { // both parities of y occur
            const Secret secret = secretOf(seed);
            const Hash256 tweak = crypto::sha256(secretOf(seed + 100).view());
            const auto tweakedKey = *crypto::xonlyTweakAdd(*crypto::secpXOnly(secret.view()), tweak);
            QCOMPARE(*crypto::secpXOnly(crypto::xonlyTweakAddSecret(secret.view(), tweak)->view()), tweakedKey);
            const auto child = *crypto::secretTweakAdd(secret.view(), tweak.view());
            QCOMPARE(*crypto::secpPublic(child.view()), *crypto::publicTweakAdd(*crypto::secpPublic(secret.view()), tweak.view()));
        }
        const auto order = *Hash256::from(unhex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"));
        BT_REFUSED(crypto::xonlyTweakAdd(*crypto::secpXOnly(secretOf(1).view()), order), "crypto.bad_tweak");
        BT_REFUSED(crypto::secretTweakAdd(secretOf(1).view(), order.view()), "crypto.bad_tweak");
    }

    void ecdh_is_the_same_from_both_sides_whatever_the_parities()
    {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const Secret a = secretOf(seed);
            const Secret b = secretOf(seed + 1000);
            QCOMPARE(hexOf(crypto::ecdhXOnly(a.view(), *crypto::secpXOnly(b.view()))->view()),
                     hexOf(crypto::ecdhXOnly(b.view(), *crypto::secpXOnly(a.view()))->view()));
        }
        crypto::XOnlyKey nowhere;
        nowhere.bytes.fill(0xFF);
        QVERIFY(!crypto::secpOnCurve(nowhere));
        BT_REFUSED(crypto::ecdhXOnly(secretOf(1).view(), nowhere), "crypto.bad_public_key");
    }

    void der_signatures_verify_with_either_form_of_the_key()
    {
        const Bytes empty;
        QVERIFY(!crypto::ecdsaVerifyDer(empty, {}, empty));
        // secret 1, so the key is G; digest SHA-256("abc"), RFC 6979 signature re-encoded as DER below
        Bytes one(32, 0);
        one[31] = 1;
        const Hash256 digest = crypto::sha256(viewOf("abc"));
        const auto compact = *crypto::ecdsaSign(one, digest);
        const auto integer = [](ByteView raw) {
            while (raw.size() > 1 && raw[0] == 0) raw = raw.subspan(1);
            Bytes value;
            if (raw[0] >= 0x80) value.push_back(0);
            append(value, raw);
            Bytes out{0x02, static_cast<std::uint8_t>(value.size())};
            append(out, value);
            return out;
        };
        Bytes inner = integer(compact.view().first(32));
        append(inner, integer(compact.view().last(32)));
        Bytes der{0x30, static_cast<std::uint8_t>(inner.size())};
        append(der, inner);
        const Bytes full = unhex("0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
                                 "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8");
        QVERIFY(crypto::ecdsaVerifyDer(full, digest, der));
        QVERIFY(crypto::ecdsaVerifyDer(crypto::secpPublic(one)->view(), digest, der));
        der.back() ^= 1;
        QVERIFY(!crypto::ecdsaVerifyDer(full, digest, der));
    }

    void many_threads_may_sign_at_once()
    {
        std::vector<std::thread> threads;
        std::atomic<int> good = 0;
        for (std::uint64_t t = 0; t < 4; ++t)
            threads.emplace_back([t, &good] {
                const Secret secret = secretOf(t);
                const auto signer = *crypto::SchnorrSigner::from(secret.view());
                for (int i = 0; i < 20; ++i) {
                    const Hash256 digest = crypto::sha256(viewOf(std::to_string(i)));
                    if (crypto::schnorrVerify(signer.key(), digest.view(), signer.sign(digest, {}))) ++good;
                }
            });
        for (auto& thread : threads) thread.join();
        QCOMPARE(good.load(), 80);
    }
};

QTEST_APPLESS_MAIN(TestSecp256k1)
#include "tst_secp256k1.moc"
