// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/text.h"
#include "identity/did_key.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::test;
using namespace bt::identity;

class TestDidKey : public QObject
{
    Q_OBJECT
private slots:
    void keys_and_documents_hold_to_the_official_table()
    {
        BT_VECTOR(text, "did-key/ed25519-x25519.json");
        std::size_t rows = 0;
        const auto table = codec::Json::parse(text);
        for (const auto& [did, row] : table.items()) {
            const auto pair = crypto::ed25519Pair(unhex(row["seed"].get<std::string>()));
            QCOMPARE(didKey(pair.open), did);
            QCOMPARE(*ed25519OfDid(did), pair.open);
            const auto agreement = *crypto::ed25519ToX25519(pair.open);
            const auto& official25519 = row["keyAgreementKeyPair"];
            if (official25519.contains("publicKeyBase58"))
                QCOMPARE(codec::base58Encode(agreement.view()), official25519["publicKeyBase58"].get<std::string>());
            QCOMPARE(crypto::x25519Pair(crypto::ed25519ToX25519Secret(pair.secret).view()).open, agreement);
            const auto document = didDocument(did);
            BT_OK(document);
            const auto& official = row["didDocument"];
            for (const char* use :
                 {"id", "authentication", "assertionMethod", "capabilityInvocation", "capabilityDelegation", "keyAgreement"})
                QVERIFY2((*document)[use] == official[use], use);
            ++rows;
        }
        QVERIFY(rows >= 3);
    }

    void x25519_keys_have_their_own_prefix()
    {
        crypto::X25519Public key;
        key.bytes.fill(9);
        QVERIFY(didKey(key).starts_with("did:key:z6LS"));
        QCOMPARE(*x25519OfDid(didKey(key)), key);
        BT_REFUSED(ed25519OfDid(didKey(key)), "identity.bad_did");
    }

    void malformed_dids_are_refused()
    {
        for (const char* bad :
             {"", "did:key:", "did:key:z", "did:web:example.com", "did:key:f00", "did:key:z6Mk0OIl",
              "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme", "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"}) {
            BT_REFUSED(ed25519OfDid(bad), "identity.bad_did");
            BT_REFUSED(didDocument(bad), "identity.bad_did");
        }
        BT_REFUSED(ed25519OfDid("did:key:z" + std::string(100000, '2')), "identity.bad_did");
    }
};

QTEST_APPLESS_MAIN(TestDidKey)
#include "tst_did_key.moc"
