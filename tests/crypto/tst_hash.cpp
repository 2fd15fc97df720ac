// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/blake3.h"
#include "crypto/hash.h"
#include "support/vectors.h"

#include <nlohmann/json.hpp>

using namespace bt;
using namespace bt::test;
using Json = nlohmann::json;

class TestHash : public QObject
{
    Q_OBJECT
private slots:
    void sha2_gives_the_examples_of_fips_180_4()
    {
        QCOMPARE(hexOf(crypto::sha256(viewOf("abc")).view()),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(hexOf(crypto::sha256({}).view()), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(hexOf(crypto::sha512(viewOf("abc")).view()),
                 std::string("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                             "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"));
    }

    void blake2b_256_gives_rfc_7693_parameters_and_is_incremental()
    {
        // BLAKE2b-256("abc"), as b2sum -l 256 prints it.
        QCOMPARE(hexOf(crypto::blake2b(viewOf("abc")).view()),
                 std::string("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
        const Bytes key = bytesOf(std::string_view("TransactionHash"));
        Bytes data(1000);
        for (std::size_t i = 0; i < data.size(); ++i) data[i] = static_cast<std::uint8_t>(i);
        crypto::Blake2b running(key);
        const crypto::Blake2b start = running;
        for (std::size_t at = 0; at < data.size(); at += 37)
            running.update(ByteView(data).subspan(at, std::min<std::size_t>(37, data.size() - at)));
        QCOMPARE(running.finish(), crypto::blake2b(data, key));
        QCOMPARE(running.finish(), crypto::blake2b(data, key)); // finishing leaves the state usable
        crypto::Blake2b copy = start;
        QCOMPARE(copy.le<std::uint32_t>(0x01020304).finish(), crypto::blake2b(unhex("04030201"), key));
    }

    void blake2b_512_holds_to_the_official_table()
    {
        BT_VECTOR(text, "blake2b/blake2b-kat.json");
        std::size_t rows = 0;
        for (const Json& row : Json::parse(text)) {
            const Bytes in = unhex(row["in"].get<std::string>());
            const Bytes key = unhex(row["key"].get<std::string>());
            QCOMPARE(hexOf(crypto::blake2b512(in, key).view()), row["out"].get<std::string>());
            ++rows;
        }
        QCOMPARE(rows, std::size_t{512});
    }

    void blake3_holds_to_the_official_table_in_all_modes()
    {
        BT_VECTOR(text, "blake3/test_vectors.json");
        const Json all = Json::parse(text);
        const auto key = *Hash256::from(viewOf(all["key"].get_ref<const std::string&>()));
        const auto context = all["context_string"].get<std::string>();
        std::size_t rows = 0;
        for (const Json& row : all["cases"]) {
            Bytes in(row["input_len"].get<std::size_t>());
            for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<std::uint8_t>(i % 251);
            const Bytes hash = unhex(row["hash"].get<std::string>());
            QCOMPARE(hexOf(crypto::blake3Xof(in, hash.size())), hexOf(hash));
            QCOMPARE(hexOf(crypto::blake3(in).view()), hexOf(ByteView(hash).first(32)));
            const Bytes keyed = unhex(row["keyed_hash"].get<std::string>());
            QCOMPARE(hexOf(crypto::blake3KeyedXof(key, in, keyed.size())), hexOf(keyed));
            QCOMPARE(hexOf(crypto::blake3Keyed(key, in).view()), hexOf(ByteView(keyed).first(32)));
            const Bytes derived = unhex(row["derive_key"].get<std::string>());
            QCOMPARE(hexOf(crypto::blake3DeriveKey(context, in, derived.size())), hexOf(derived));
            ++rows;
        }
        QCOMPARE(rows, std::size_t{35});
    }

    void blake3_does_not_depend_on_how_the_input_is_cut()
    {
        Bytes in(9000);
        for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<std::uint8_t>(i * 7);
        for (const std::size_t step : {1UL, 63UL, 64UL, 65UL, 1023UL, 1024UL, 1025UL, 4096UL}) {
            crypto::Blake3 hash;
            for (std::size_t at = 0; at < in.size(); at += step) {
                hash.update(ByteView(in).subspan(at, std::min(step, in.size() - at)));
                if (step > 1000) QCOMPARE(hash.finish(), crypto::blake3(ByteView(in).first(std::min(at + step, in.size()))));
            }
            QCOMPARE(hash.finish(), crypto::blake3(in));
        }
    }

    void hmac_sha256_holds_to_wycheproof()
    {
        BT_VECTOR(text, "wycheproof/hmac_sha256_test.json");
        std::size_t rows = 0;
        const Json all = Json::parse(text);
        for (const Json& group : all["testGroups"])
            for (const Json& row : group["tests"]) {
                const Hash256 mac = crypto::hmacSha256(unhex(row["key"].get<std::string>()), unhex(row["msg"].get<std::string>()));
                const Bytes tag = unhex(row["tag"].get<std::string>());
                const bool same = crypto::equalSecret(mac.view().first(tag.size()), tag);
                QCOMPARE(same, row["result"] == "valid");
                ++rows;
            }
        QCOMPARE(rows, std::size_t{174});
    }

    void hmac_sha512_gives_rfc_4231_case_2()
    {
        QCOMPARE(hexOf(crypto::hmacSha512(viewOf("Jefe"), viewOf("what do ya want for nothing?")).view()),
                 std::string("164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                             "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"));
    }

    void secrets_of_different_sizes_are_unequal()
    {
        QVERIFY(crypto::equalSecret({}, {}));
        QVERIFY(!crypto::equalSecret(unhex("00"), {}));
        QVERIFY(!crypto::equalSecret(unhex("0001"), unhex("0002")));
        QVERIFY(crypto::equalSecret(unhex("0001"), unhex("0001")));
    }
};

QTEST_APPLESS_MAIN(TestHash)
#include "tst_hash.moc"
