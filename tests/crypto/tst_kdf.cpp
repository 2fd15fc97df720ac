// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/kdf.h"
#include "support/vectors.h"

#include <nlohmann/json.hpp>

#include <map>
#include <sstream>

using namespace bt;
using namespace bt::test;
using Json = nlohmann::json;

namespace {

// "KEY = value" lines; a COUNT line begins a case.
std::vector<std::map<std::string, std::string>> casesOf(const std::string& text)
{
    std::vector<std::map<std::string, std::string>> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        const std::size_t sign = line.find('=');
        if (line.empty() || line[0] == '#' || sign == std::string::npos) continue;
        const auto trim = [](std::string s) {
            s.erase(0, s.find_first_not_of(" \t\r"));
            s.erase(s.find_last_not_of(" \t\r") + 1);
            return s;
        };
        const std::string key = trim(line.substr(0, sign));
        if (key == "COUNT") out.emplace_back();
        if (!out.empty()) out.back()[key] = trim(line.substr(sign + 1));
    }
    return out;
}

} // namespace

class TestKdf : public QObject
{
    Q_OBJECT
private slots:
    void hkdf_holds_to_rfc_5869()
    {
        BT_VECTOR(text, "rfc/hkdf-sha256-rfc5869.txt");
        std::size_t rows = 0;
        for (auto& c : casesOf(text)) {
            if (c["Hash"] != "SHA-256") continue;
            const Secret okm = crypto::hkdf(unhex(c["IKM"]), unhex(c["salt"]), textOf(unhex(c["info"])), std::stoul(c["L"]));
            QCOMPARE(hexOf(okm.view()), c["OKM"]);
            ++rows;
        }
        QCOMPARE(rows, std::size_t{3});
    }

    void hkdf_holds_to_wycheproof()
    {
        BT_VECTOR(text, "wycheproof/hkdf_sha256_test.json");
        std::size_t rows = 0;
        const Json all = Json::parse(text);
        for (const Json& group : all["testGroups"])
            for (const Json& row : group["tests"]) {
                ++rows;
                const auto size = row["size"].get<std::size_t>();
                if (row["result"] != "valid") { // asks for more than RFC 5869 has: a caller's mistake here, ends the process
                    QVERIFY(size > 255 * 32);
                    continue;
                }
                const Secret okm = crypto::hkdf(unhex(row["ikm"].get<std::string>()), unhex(row["salt"].get<std::string>()),
                                                textOf(unhex(row["info"].get<std::string>())), size);
                QCOMPARE(hexOf(okm.view()), row["okm"].get<std::string>());
            }
        QCOMPARE(rows, std::size_t{86});
    }

    void pbkdf2_holds_to_wycheproof()
    {
        BT_VECTOR(text, "wycheproof/pbkdf2_hmacsha512_test.json");
        std::size_t rows = 0;
        const Json all = Json::parse(text);
        for (const Json& group : all["testGroups"])
            for (const Json& row : group["tests"]) {
                const Secret dk = crypto::pbkdf2Sha512(unhex(row["password"].get<std::string>()), unhex(row["salt"].get<std::string>()),
                                                       row["iterationCount"].get<std::uint32_t>(), row["dkLen"].get<std::size_t>());
                QCOMPARE(hexOf(dk.view()), row["dk"].get<std::string>());
                ++rows;
            }
        QCOMPARE(rows, std::size_t{58});
    }

    void argon2id_holds_to_rfc_9106_and_the_reference_tool()
    {
        BT_VECTOR(text, "rfc/argon2id.txt");
        std::size_t rows = 0;
        for (auto& c : casesOf(text)) {
            const crypto::Argon2Params params{static_cast<std::uint32_t>(std::stoul(c["memcost"])),
                                              static_cast<std::uint32_t>(std::stoul(c["iter"])),
                                              static_cast<std::uint32_t>(std::stoul(c["lanes"]))};
            const auto out =
                crypto::argon2id(unhex(c["pass"]), unhex(c["salt"]), params, std::stoul(c["length"]), unhex(c["secret"]), unhex(c["ad"]));
            BT_OK(out);
            QCOMPARE(hexOf(out->view()), c["output"]);
            ++rows;
        }
        QVERIFY(rows >= 4);
    }

    void argon2id_refuses_parameters_out_of_range()
    {
        const Bytes salt(16, 2);
        BT_REFUSED(crypto::argon2id(viewOf("p"), salt, {1, 1, 4}, 32), "crypto.bad_parameters");  // too little memory
        BT_REFUSED(crypto::argon2id(viewOf("p"), salt, {64, 0, 1}, 32), "crypto.bad_parameters"); // no pass
        BT_REFUSED(crypto::argon2id(viewOf("p"), Bytes(4), {64, 1, 1}, 32), "crypto.bad_parameters");
        BT_REFUSED(crypto::argon2id(viewOf("p"), salt, {64, 1, 1}, 0), "crypto.bad_parameters");
    }
};

QTEST_APPLESS_MAIN(TestKdf)
#include "tst_kdf.moc"
