// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/curve25519.h"
#include "support/vectors.h"

#include <nlohmann/json.hpp>

#include <sstream>

using namespace bt;
using namespace bt::test;
using Json = nlohmann::json;

class TestCurve25519 : public QObject
{
    Q_OBJECT
private slots:
    void x25519_gives_both_sides_the_same_secret()
    {
        SeededRandom random(1);
        const auto alice = crypto::x25519Pair(random);
        const auto bob = crypto::x25519Pair(random);
        QVERIFY(crypto::x25519(alice.secret.view(), bob.open)->view().size() == 32);
        QCOMPARE(hexOf(crypto::x25519(alice.secret.view(), bob.open)->view()),
                 hexOf(crypto::x25519(bob.secret.view(), alice.open)->view()));
    }

    void x25519_holds_to_rfc_7748()
    {
        BT_VECTOR(text, "rfc/x25519-rfc7748.txt");
        std::istringstream in(text);
        std::string scalar;
        std::string u;
        std::size_t rows = 0;
        for (std::string line; std::getline(in, line);) {
            const auto value = [&] { return line.substr(line.find("= ") + 2); };
            if (line.starts_with("INPUT_SCALAR")) scalar = value();
            if (line.starts_with("INPUT_U")) u = value();
            if (!line.starts_with("OUTPUT_U")) continue;
            QCOMPARE(hexOf(crypto::x25519(unhex(scalar), *crypto::X25519Public::from(unhex(u)))->view()), value());
            ++rows;
        }
        QVERIFY(rows >= 2);
    }

    void x25519_holds_to_wycheproof_and_refuses_zero_results()
    {
        BT_VECTOR(text, "wycheproof/x25519_test.json");
        std::size_t rows = 0;
        const Json all = Json::parse(text);
        for (const Json& group : all["testGroups"])
            for (const Json& row : group["tests"]) {
                ++rows;
                const auto theirs = crypto::X25519Public::from(unhex(row["public"].get<std::string>()));
                QVERIFY(theirs);
                const auto shared = crypto::x25519(unhex(row["private"].get<std::string>()), *theirs);
                const Bytes expected = unhex(row["shared"].get<std::string>());
                if (std::all_of(expected.begin(), expected.end(), [](auto b) { return b == 0; }))
                    BT_REFUSED(shared, "crypto.low_order_point");
                else QCOMPARE(hexOf(shared->view()), hexOf(expected));
            }
        QCOMPARE(rows, std::size_t{518});
    }

    void ed25519_signs_and_verifies_the_lines_of_the_authors_table()
    {
        BT_VECTOR(text, "rfc/ed25519-sign-input-every8th.txt");
        std::istringstream in(text);
        std::size_t rows = 0;
        for (std::string line; std::getline(in, line);) {
            std::vector<std::string> parts;
            std::istringstream fields(line);
            for (std::string part; std::getline(fields, part, ':');) parts.push_back(part);
            if (parts.size() < 4) continue;
            const auto pair = crypto::ed25519Pair(unhex(parts[0].substr(0, 64)));
            QCOMPARE(hexOf(pair.open.view()), parts[1]);
            const Bytes message = unhex(parts[2]);
            const auto signature = crypto::ed25519Sign(pair.secret, message);
            QCOMPARE(hexOf(signature.view()), parts[3].substr(0, 128));
            QVERIFY(crypto::ed25519Verify(pair.open, message, signature));
            Bytes other = message;
            other.push_back(0);
            QVERIFY(!crypto::ed25519Verify(pair.open, other, signature));
            ++rows;
        }
        QCOMPARE(rows, std::size_t{128});
    }

    void ed25519_holds_to_wycheproof()
    {
        BT_VECTOR(text, "wycheproof/ed25519_test.json");
        std::size_t rows = 0;
        const Json all = Json::parse(text);
        for (const Json& group : all["testGroups"]) {
            const auto key = *crypto::Ed25519Public::from(unhex(group["publicKey"]["pk"].get<std::string>()));
            for (const Json& row : group["tests"]) {
                ++rows;
                const auto signature = crypto::Ed25519Signature::from(unhex(row["sig"].get<std::string>()));
                const bool valid = signature && crypto::ed25519Verify(key, unhex(row["msg"].get<std::string>()), *signature);
                QVERIFY2(valid == (row["result"] == "valid"), row["comment"].get<std::string>().c_str());
            }
        }
        QCOMPARE(rows, std::size_t{151});
    }
};

QTEST_APPLESS_MAIN(TestCurve25519)
#include "tst_curve25519.moc"
