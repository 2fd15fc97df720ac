// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"
#include "codec/text.h"
#include "crypto/hash.h"
#include "kaspa/bip32.h"
#include "kaspa/bip39.h"
#include "kaspa/ripemd160.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::kaspa;

class TestKaspaKeys : public QObject
{
    Q_OBJECT

private slots:
    void wordListIsTheStandards()
    {
        std::string all;
        for (const auto word : wordList()) all += std::string(word) + "\n";
        QCOMPARE(codec::hexEncode(crypto::sha256(viewOf(all)).view()),
                 std::string("2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"));
        QVERIFY(std::ranges::is_sorted(wordList()));
        const auto found = wordsStarting("aband");
        QVERIFY(found.size() == 1 && found[0] == "abandon");
        QCOMPARE(wordsStarting("a", 5).size(), std::size_t(5));
        QVERIFY(wordsStarting("zzz").empty());
    }

    void officialWords()
    {
        const auto text = test::vectorText("bip39/vectors.json");
        if (!text) {
            QVERIFY(!test::vectorsAreRequired());
            return;
        }
        const codec::Json j = codec::Json::parse(*text);
        int rows = 0;
        for (const auto& row : j["english"]) {
            const Bytes entropy = *codec::hexDecode(row[0].get<std::string>());
            const std::string words = row[1];
            QCOMPARE(textOf(wordsFromEntropy(entropy)->view()), words);
            QVERIFY(equal(entropyFromWords(words)->view(), entropy));
            const auto seed = seedFromWords(words, "TREZOR");
            QCOMPARE(codec::hexEncode(seed->view()), row[2].get<std::string>());
            QCOMPARE(textOf(ExtendedKey::master(seed->view())->serialize(KeyPrefix::xprv).view()), row[3].get<std::string>());
            ++rows;
        }
        QVERIFY(rows >= 24);
    }

    void wordsAsTyped()
    {
        SeededRandom random(1);
        const auto twelve = newWords(random, 12);
        const auto words = textOf(twelve->view());
        QVERIFY(equal(canonicalWords("  " + words + " \n")->view(), twelve->view()));
        std::string upper = words;
        std::ranges::transform(upper, upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
        QVERIFY(equal(canonicalWords(upper)->view(), twelve->view()));
        std::string wide = words; // an ideographic space is a space after NFKD
        wide.replace(wide.find(' '), 1, "\xe3\x80\x80");
        QVERIFY(canonicalWords(wide).has_value());

        const std::string ten = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon ";
        const auto unknown = entropyFromWords(ten + "abandn about");
        QCOMPARE(unknown.error().code, std::string_view("kaspa.words.unknown"));
        QCOMPARE(unknown.error().args[0], std::string("11"));
        QVERIFY(entropyFromWords(ten + "abandon about").has_value());
        QCOMPARE(entropyFromWords(ten + "abandon abandon").error().code, std::string_view("kaspa.words.checksum"));
        const auto eleven = entropyFromWords(ten + "about");
        QCOMPARE(eleven.error().code, std::string_view("kaspa.words.count"));
        QCOMPARE(eleven.error().args[0], std::string("11"));
        QCOMPARE(entropyFromWords("").error().code, std::string_view("kaspa.words.count"));
        QCOMPARE(entropyFromWords("\xff\xfe").error().code, std::string_view("kaspa.words.text"));
        std::string many;
        for (int i = 0; i < 3000; ++i) many += "abandon ";
        QCOMPARE(entropyFromWords(many).error().code, std::string_view("kaspa.words.count"));
        QVERIFY(!wordsFromEntropy(Bytes(15, 0)));
        QVERIFY(!newWords(random, 13));
        // A passphrase in two spellings of one text gives one seed (NFKD).
        QVERIFY(equal(seedFromWords(words, "caf\xc3\xa9")->view(), seedFromWords(words, "cafe\xcc\x81")->view()));
        QVERIFY(!equal(seedFromWords(words, "cafe")->view(), seedFromWords(words, "Cafe")->view()));
    }

    void ripemd()
    {
        // The authors' test values (Dobbertin, Bosselaers, Preneel).
        QCOMPARE(codec::hexEncode(ripemd160({}).view()), std::string("9c1185a5c5e9fc54612808977ee8f548b2258d31"));
        QCOMPARE(codec::hexEncode(ripemd160(viewOf("abc")).view()), std::string("8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"));
        QCOMPARE(codec::hexEncode(ripemd160(viewOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).view()),
                 std::string("12a053384a9c0c88e405a06c27dcf49ada62eb2b"));
    }

    void officialChains()
    {
        const auto text = test::vectorText("bip32/bip32_vectors.json");
        if (!text) {
            QVERIFY(!test::vectorsAreRequired());
            return;
        }
        const codec::Json j = codec::Json::parse(*text);
        int chains = 0;
        for (const auto& v : j["valid"]) {
            const auto master = ExtendedKey::master(*codec::hexDecode(v["seed_hex"].get<std::string>()));
            QVERIFY(master.has_value());
            for (const auto& chain : v["chains"]) {
                const auto key = master->derivePath(chain["path"].get<std::string>());
                QVERIFY2(key.has_value(), chain["path"].get<std::string>().c_str());
                QCOMPARE(textOf(key->serialize(KeyPrefix::xprv).view()), chain["xprv"].get<std::string>());
                QCOMPARE(key->open()->serialize(KeyPrefix::xpub), chain["xpub"].get<std::string>());
                const auto parsed = parseExtendedKey(chain["xprv"].get<std::string>());
                QVERIFY(parsed && parsed->secret && !parsed->open);
                QVERIFY(equal(parsed->secret->secret().view(), key->secret().view()));
                const auto open = parseExtendedKey(chain["xpub"].get<std::string>());
                QVERIFY(open && open->open && open->open->serialize(KeyPrefix::xpub) == chain["xpub"].get<std::string>());
                ++chains;
            }
        }
        QCOMPARE(chains, 17);
        for (const auto& v : j["invalid_extended_keys"]) {
            const auto parsed = parseExtendedKey(v["key"].get<std::string>());
            QVERIFY2(!parsed, v["reason"].get<std::string>().c_str());
        }
        QCOMPARE(j["invalid_extended_keys"].size(), std::size_t(16));
    }

    void paths()
    {
        const auto master = ExtendedKey::master(Bytes(32, 7));
        QVERIFY(master->derivePath("m").has_value());
        QVERIFY(equal(master->derivePath("m/1h/2")->secret().view(), master->derivePath("m/1'/2")->secret().view()));
        for (const char* bad : {"", "x", "m/", "m//1", "m/1''", "m/2147483648", "m/99999999999", "m/-1", "m1", "m/1/", "m/1x"})
            QCOMPARE(master->derivePath(bad).error().code, std::string_view("kaspa.key.path"));
        QCOMPARE(master->open()->derive(kHardened).error().code, std::string_view("kaspa.key.hardened"));
        QVERIFY(!ExtendedKey::master(Bytes(15, 1)));
        // Kaspa's version bytes make the letters that they are named after.
        QVERIFY(textOf(master->serialize(KeyPrefix::kprv).view()).starts_with("kprv"));
        QVERIFY(textOf(master->serialize(KeyPrefix::ktrv).view()).starts_with("ktrv"));
        QVERIFY(master->open()->serialize(KeyPrefix::kpub).starts_with("kpub"));
        QVERIFY(master->open()->serialize(KeyPrefix::ktub).starts_with("ktub"));
    }
};

QTEST_APPLESS_MAIN(TestKaspaKeys)
#include "tst_kaspa_keys.moc"
