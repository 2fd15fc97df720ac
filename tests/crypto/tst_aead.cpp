// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/aead.h"
#include "support/vectors.h"

#include <nlohmann/json.hpp>

using namespace bt;
using namespace bt::test;
using Json = nlohmann::json;

class TestAead : public QObject
{
    Q_OBJECT
private slots:
    void chacha20_poly1305_gives_the_example_of_rfc_8439()
    {
        const Bytes key = unhex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
        const auto nonce = *crypto::Nonce12::from(unhex("070000004041424344454647"));
        const Bytes associated = unhex("50515253c0c1c2c3c4c5c6c7");
        const std::string_view message = "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
                                         "the future, sunscreen would be it.";
        const Bytes sealed = crypto::seal(key, nonce, associated, viewOf(message));
        QCOMPARE(hexOf(ByteView(sealed).last(16)), std::string("1ae10b594f09e26a7e902ecbd0600691"));
        QCOMPARE(hexOf(ByteView(sealed).first(16)), std::string("d31a8d34648e60db7b86afbc53ef7ec2"));
        QCOMPARE(textOf(*crypto::open(key, nonce, associated, sealed)), std::string(message));
        BT_REFUSED(crypto::open(key, nonce, {}, sealed), "crypto.not_authentic");
        BT_REFUSED(crypto::open(key, nonce, associated, ByteView(sealed).first(15)), "crypto.not_authentic");
        BT_REFUSED(crypto::open(ByteView(key).first(31), nonce, associated, sealed), "crypto.not_authentic");
    }

    void xchacha20_poly1305_holds_to_wycheproof()
    {
        BT_VECTOR(text, "wycheproof/xchacha20_poly1305_test.json");
        std::size_t rows = 0;
        const Json all = Json::parse(text);
        for (const Json& group : all["testGroups"])
            for (const Json& row : group["tests"]) {
                ++rows;
                const Bytes key = unhex(row["key"].get<std::string>());
                const auto nonce = crypto::XNonce::from(unhex(row["iv"].get<std::string>()));
                if (!nonce) { // a nonce of another size cannot be expressed
                    QCOMPARE(row["result"].get<std::string>(), std::string("invalid"));
                    continue;
                }
                const Bytes associated = unhex(row["aad"].get<std::string>());
                const Bytes message = unhex(row["msg"].get<std::string>());
                Bytes sealed = unhex(row["ct"].get<std::string>());
                append(sealed, unhex(row["tag"].get<std::string>()));
                const auto opened = crypto::xopen(key, *nonce, associated, sealed);
                QCOMPARE(opened.has_value(), row["result"] == "valid");
                if (!opened) continue;
                QCOMPARE(*opened, message);
                QCOMPARE(crypto::xseal(key, *nonce, associated, message), sealed);

                Bytes inPlace = message;
                Bytes tag(crypto::kTagBytes);
                crypto::xsealInPlace(key, *nonce, associated, inPlace, tag);
                QVERIFY(equal(inPlace, ByteView(sealed).first(message.size())));
                QVERIFY(crypto::xopenInPlace(key, *nonce, associated, inPlace, tag));
                QCOMPARE(inPlace, message);
                tag[3] ^= 1;
                QVERIFY(!crypto::xopenInPlace(key, *nonce, associated, inPlace, tag));
            }
        QCOMPARE(rows, std::size_t{315});
    }
};

QTEST_APPLESS_MAIN(TestAead)
#include "tst_aead.moc"
