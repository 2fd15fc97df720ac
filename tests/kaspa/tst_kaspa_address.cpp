// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"
#include "codec/text.h"
#include "crypto/hash.h"
#include "kaspa/address.h"
#include "kaspa/bip32.h"
#include "kaspa/bip39.h"
#include "kaspa/script/engine.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::kaspa;

class TestKaspaAddress : public QObject
{
    Q_OBJECT

private slots:
    void official()
    {
        const auto text = test::vectorText("kaspa/addresses.json");
        if (!text) {
            QVERIFY(!test::vectorsAreRequired());
            return;
        }
        const codec::Json j = codec::Json::parse(*text);
        for (const auto& v : j["valid"]) {
            const std::string written = v["address"];
            const Address address{v["prefix"], AddressKind(v["version"].get<int>()),
                                  *codec::hexDecode(v["payload_hex"].get<std::string>())};
            QCOMPARE(encodeAddress(address), written);
            const auto raw = decodeRawAddress(written);
            QVERIFY(raw && raw->payload == address.payload && raw->version == v["version"].get<int>());
            if (address.prefix.starts_with("kaspa")) {
                QVERIFY(*decodeAddress(written) == address);
                const ScriptPublicKey spk = scriptOf(address);
                QVERIFY(*addressOf(spk, address.prefix) == address);
            } else {
                QCOMPARE(decodeAddress(written).error().code, std::string_view("kaspa.address.prefix"));
            }
        }
        for (const auto& v : j["invalid"]) {
            const std::string error = v["error"];
            const auto result = decodeAddress(v["address"].get<std::string>());
            QVERIFY(!result);
            const std::string_view expected = error == "DecodingError" ? "kaspa.address.character"
                                              : error == "BadChecksum" ? "kaspa.address.checksum"
                                                                       : "kaspa.address.prefix";
            QCOMPARE(result.error().code, expected);
        }
    }

    void ours()
    {
        Address a{"kaspasim", AddressKind::ScriptHash, Bytes(32, 7)};
        const std::string text = encodeAddress(a);
        QVERIFY(*decodeAddress(text, "kaspasim") == a);
        const auto other = decodeAddress(text, "kaspa");
        QCOMPARE(other.error().code, std::string_view("kaspa.address.other_network"));
        QCOMPARE(other.error().args[0], std::string("kaspasim"));
        // Every single changed letter is noticed.
        for (std::size_t i = text.find(':') + 1; i < text.size(); ++i) {
            std::string wrong = text;
            wrong[i] = wrong[i] == 'q' ? 'p' : 'q';
            QCOMPARE(decodeAddress(wrong).error().code, std::string_view("kaspa.address.checksum"));
        }
        for (const char* bad : {"", ":", "kaspa", "kaspa:", "kaspa:qq", "KASPA:QQ"}) QVERIFY(!decodeAddress(bad));
        a.payload.pop_back();
        QCOMPARE(decodeAddress(encodeAddress(a)).error().code, std::string_view("kaspa.address.length"));
        QVERIFY(!addressOf({0, {0x51}}, "kaspa"));
        QVERIFY(scriptOf({"kaspa", AddressKind::ScriptHash, bytesOf(crypto::blake2b(Bytes{0x51}).view())}) == payToScriptHash(Bytes{0x51}));
    }

    void accountAddresses()
    {
        const auto text = test::vectorText("kaspa/hd_gen1.json");
        if (!text) {
            QVERIFY(!test::vectorsAreRequired());
            return;
        }
        const codec::Json j = codec::Json::parse(*text);
        const auto master = parseExtendedKey(j["master_xprv"].get<std::string>());
        QVERIFY(master && master->secret && master->prefix == KeyPrefix::kprv);
        const auto account = master->secret->derivePath("m/44'/111111'/0'");
        QVERIFY(account.has_value());
        for (std::uint32_t change = 0; change < 2; ++change) {
            const codec::Json& rows = j[change == 0 ? "mainnet_receive" : "mainnet_change"];
            for (std::uint32_t i = 0; i < rows.size(); ++i) {
                const auto secret = addressSecret(*account, change, i);
                const auto key = crypto::secpXOnly(secret->view());
                QCOMPARE(encodeAddress({"kaspa", AddressKind::PubKey, bytesOf(key->view())}), rows[i].get<std::string>());
                // The public side reaches the same key without the secret.
                const auto open = account->open()->derive(change)->derive(i);
                QVERIFY(equal(ByteView(open->key.bytes).subspan(1), key->view()));
            }
        }
        for (const auto& m : j["mnemonics"]) {
            const auto seed = seedFromWords(m["mnemonic"].get<std::string>(), m["passphrase"].get<std::string>());
            QVERIFY(seed.has_value());
            const auto root = ExtendedKey::master(seed->view());
            QCOMPARE(textOf(root->serialize(KeyPrefix::kprv).view()), m["kprv"].get<std::string>());
            const auto first = accountKey(seed->view());
            QCOMPARE(first->open()->serialize(KeyPrefix::kpub), m["account_kpub_m/44'/111111'/0'"].get<std::string>());
        }
    }
};

QTEST_APPLESS_MAIN(TestKaspaAddress)
#include "tst_kaspa_address.moc"
