// SPDX-License-Identifier: GPL-3.0-or-later
// The files of rewards: stewards' tables, published lists, requests and birth records, right and wrong.
#include <QTest>
#ifndef Q_MOC_RUN
#include "contract/reward/birth_record.h"
#include "service/json_fields.h"
#include "service/rewards/award_request.h"
#include "service/rewards/award_table.h"
#include "service/rewards/pool_rows.h"
#endif

using namespace bt;
using namespace bt::service;
using namespace bt::service::rewards;

namespace {

constexpr std::uint64_t kBtai = 100'000'000;
constexpr token::Units kBudget{1'000 * kBtai}; // 100 for one award, 500 for one reason

crypto::XOnlyKey keyOf(int n) { return crypto::secpXOnly(crypto::blake3(viewOf("key " + std::to_string(n))).view()).value(); }
Hash256 evidenceNo(int n) { return crypto::blake3(viewOf("work " + std::to_string(n))); }
std::string line(const std::string& reason, const std::string& amount, int n)
{
    return reason + ',' + amount + ',' + hexOf(keyOf(n)) + ',' + hexOf(evidenceNo(n));
}
std::string table(const std::vector<std::string>& lines)
{
    std::string out(kTableHeader);
    for (const auto& one : lines) out += '\n' + one;
    return out + '\n';
}
//! "3 reward.csv.key zz", one a line.
QString said(const AwardTable& read)
{
    QStringList out;
    for (const auto& one : read.problems)
        out << (QString::number(one.line) + QLatin1Char(' ') + QString::fromStdString(std::string(one.code)) + QLatin1Char(' ') +
                QString::fromStdString(one.what))
                   .trimmed();
    return out.join(QLatin1Char('\n'));
}
EpochList sample()
{
    EpochList list{"practice", {}, 3, kBudget, {1'800'000'000'000}, {}};
    list.pool.bytes.fill(7);
    list.awards = {{keyOf(1), {5 * kBtai}, reward::Reason::Translation, evidenceNo(1)},
                   {keyOf(2), {7}, reward::Reason::Supervision, evidenceNo(2)}};
    return list;
}

} // namespace

class TestRewardFiles : public QObject
{
    Q_OBJECT

private slots:
    void a_right_table_is_read_line_by_line()
    {
        const auto read = readTable("\xef\xbb\xbf" + std::string(kTableHeader) + "\r\n" + line("moderation", "100", 1) + "\r\n" +
                                        line("peer-education", "0.00000001", 2),
                                    kBudget);
        QCOMPARE(said(read), QString());
        QCOMPARE(read.awards.size(), std::size_t(2));
        QCOMPARE(read.awards[0], (reward::Award{keyOf(1), {100 * kBtai}, reward::Reason::Moderation, evidenceNo(1)}));
        QCOMPARE(read.awards[1].amount.value, std::uint64_t(1));
        QCOMPARE(tableLine(read.awards[0]), line("moderation", "100", 1));
    }
    void what_is_wrong_with_a_table_is_said_by_line_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("problems");
        const auto row = [](const char* name, const std::string& csv, const char* problems) {
            QTest::newRow(name) << QString::fromStdString(csv) << QString::fromLatin1(problems);
        };
        const std::string good = line("translation", "1", 9), key = hexOf(keyOf(1)), work = hexOf(evidenceNo(1));
        row("nothing", "", "1 reward.csv.header");
        row("no header", good, qPrintable(QStringLiteral("1 reward.csv.header ") + QString::fromStdString(good.substr(0, 40))));
        row("another order", "amount,reason,winner,evidence\n" + good, "1 reward.csv.header amount,reason,winner,evidence");
        row("a space in the header", "reason, amount,winner,evidence\n" + good, "1 reward.csv.header reason, amount,winner,evidence");
        row("no awards", table({}), "0 reward.csv.empty");
        row("an empty line between", table({good, "", line("translation", "1", 2)}), "3 reward.csv.columns 1");
        row("too few columns", table({"translation,1," + key}), "2 reward.csv.columns 3");
        row("too many columns", table({good + ","}), "2 reward.csv.columns 5");
        row("quotes", table({"\"translation\",1," + key + "," + work}), "2 reward.csv.reason \"translation\"");
        row("attending is no reason", table({line("attending", "1", 1)}), "2 reward.csv.reason attending");
        row("referring is no reason", table({line("referring", "1", 1)}), "2 reward.csv.reason referring");
        row("praising is no reason", table({line("praising", "1", 1)}), "2 reward.csv.reason praising");
        row("disclosing is no reason", table({line("disclosing", "1", 1)}), "2 reward.csv.reason disclosing");
        row("a reason in capitals", table({line("Translation", "1", 1)}), "2 reward.csv.reason Translation");
        row("no reason", table({line("", "1", 1)}), "2 reward.csv.reason");
        row("a terminal's commands", table({line("tr\x1b[2Jans", "1", 1)}), "2 reward.csv.reason tr?[2Jans");
        for (const char* amount :
             {"0", "0.0", "-1", "+1", "1e3", "1,5", "1.", ".5", "01", "1.000000001", " 1", "1 ", "0x1", "NaN", "99999999999"}) {
            if (std::string(amount) == "1,5") continue; // a comma is another column: above
            row(qPrintable(QStringLiteral("amount ") + QString::fromLatin1(amount)), table({line("translation", amount, 1)}),
                qPrintable((QStringLiteral("2 reward.csv.amount ") + QString::fromLatin1(amount)).trimmed()));
        }
        row("over the cap", table({line("translation", "100.00000001", 1)}), "2 reward.csv.over_award 100");
        row("a short key", table({"translation,1," + key.substr(2) + "," + work}),
            qPrintable(QStringLiteral("2 reward.csv.key ") + QString::fromStdString(key.substr(2, 40))));
        row("a key off the curve", table({"translation,1," + std::string(64, 'f') + "," + work}),
            "2 reward.csv.key ffffffffffffffffffffffffffffffffffffffff");
        row("no key", table({"translation,1," + std::string(64, '0') + "," + work}),
            "2 reward.csv.key 0000000000000000000000000000000000000000");
        row("a key with a letter", table({"translation,1," + key.substr(0, 63) + "g," + work}),
            qPrintable(QStringLiteral("2 reward.csv.key ") + QString::fromStdString(key.substr(0, 40))));
        row("no evidence", table({"translation,1," + key + ","}), "2 reward.csv.evidence");
        row("evidence of zeros", table({"translation,1," + key + "," + std::string(64, '0')}),
            "2 reward.csv.evidence 0000000000000000000000000000000000000000");
        row("a winner twice", table({good, line("moderation", "1", 1), "moderation,1," + hexOf(keyOf(9)) + "," + work}),
            "4 reward.csv.twice_key 2\n4 reward.csv.twice_evidence 3");
        row("evidence twice", table({good, "moderation,1," + key + "," + hexOf(evidenceNo(9))}), "3 reward.csv.twice_evidence 2");
        std::vector<std::string> six, all;
        for (int i = 0; i < 6; ++i) six.push_back(line("open-work", "90", i));
        row("too much for one reason", table(six), "0 reward.csv.over_reason open-work");
        for (int i = 0; i < 12; ++i) all.push_back(line(i % 3 == 0 ? "moderation" : i % 3 == 1 ? "translation" : "supervision", "90", i));
        row("more than the budget", table(all), "0 reward.csv.over_budget 1080");
        row("several at once", table({line("nothing", "x", 1), line("translation", "1", 2), "translation"}),
            "2 reward.csv.reason nothing\n2 reward.csv.amount x\n4 reward.csv.columns 1");
    }
    void what_is_wrong_with_a_table_is_said_by_line()
    {
        QFETCH(QString, csv);
        QFETCH(QString, problems);
        const auto read = readTable(csv.toStdString(), kBudget);
        QCOMPARE(said(read), problems);
    }
    void a_table_has_as_many_lines_as_a_list_and_no_more()
    {
        std::string csv(kTableHeader);
        for (std::size_t i = 0; i < kMaxListed + 1; ++i) csv += "\nx";
        QCOMPARE(said(readTable(csv, kBudget)), QStringLiteral("8002 reward.csv.too_many 8000"));
        QCOMPARE(said(readTable(std::string(kMaxListBytes + 1, 'x'), kBudget)), QStringLiteral("0 reward.csv.text"));
    }
    void a_full_list_fits_into_one_block()
    {
        auto list = sample();
        list.awards.clear();
        const auto key = keyOf(1); // the longest of everything; keys may be equal here
        for (std::size_t i = 0; i < kMaxListed; ++i)
            list.awards.push_back({key, {1'999'999'999ULL * kBtai}, reward::Reason::PeerEducation, evidenceNo(int(i))});
        const auto text = encodeList(list);
        QVERIFY(text);
        QVERIFY2(text->size() < kMaxListBytes, qPrintable(QString::number(text->size())));
        QCOMPARE(decodeList(*text).value(), list);
        list.awards.push_back(list.awards[0]);
        QCOMPARE(encodeList(list).error().code, std::string_view("reward.too_many"));
    }
    void a_list_has_one_text_and_one_root()
    {
        const auto list = sample();
        const auto text = encodeList(list).value();
        QCOMPARE(decodeList(text).value(), list);
        QCOMPARE(decodeList(text + "\n").value(), list); // what an editor adds
        EpochOpened chain{list.pool, list.epoch, list.budget, list.end, {}};
        chain.root = reward::AwardTree::from(list.epoch, list.awards).value().root();
        QVERIFY(treeOf(list, "practice", chain));
        const auto differs = [&](const EpochList& other, const char* what) {
            const auto tree = treeOf(other, "practice", chain);
            return !tree && tree.error().code == "reward.list_differs" && tree.error().args == std::vector<std::string>{what};
        };
        auto other = list;
        other.awards[0].amount.value += 1;
        QVERIFY(differs(other, "root"));
        other = list;
        std::swap(other.awards[0], other.awards[1]);
        QVERIFY(differs(other, "root"));
        other = list;
        other.awards.pop_back();
        QVERIFY(differs(other, "root"));
        other = list;
        other.awards[1].reason = reward::Reason::OpenWork;
        QVERIFY(differs(other, "root"));
        other = list;
        other.epoch += 1;
        QVERIFY(differs(other, "epoch"));
        other = list;
        other.budget.value += 1;
        QVERIFY(differs(other, "budget"));
        other = list;
        other.end = other.end.plus(1);
        QVERIFY(differs(other, "end"));
        other = list;
        other.pool.bytes[0] ^= 1;
        QVERIFY(differs(other, "pool"));
        QVERIFY(!treeOf(list, "mainnet", chain));
    }
    void a_list_that_nobody_wrote_is_refused_data()
    {
        QTest::addColumn<QString>("text");
        const QString good = QString::fromStdString(encodeList(sample()).value());
        QTest::newRow("empty") << QString();
        QTest::newRow("no JSON") << QStringLiteral("awards");
        QTest::newRow("cut") << good.left(good.size() - 3);
        QTest::newRow("spaces") << QString(good).replace(QLatin1String(","), QLatin1String(", "));
        QTest::newRow("another format") << QString(good).replace(QLatin1String("epoch/1"), QLatin1String("epoch/2"));
        QTest::newRow("a reason that is none") << QString(good).replace(QLatin1String("translation"), QLatin1String("referring"));
        QTest::newRow("an amount of zero") << QString(good).replace(QLatin1String("\"7\""), QLatin1String("\"0\""));
        QTest::newRow("an amount as a number") << QString(good).replace(QLatin1String("\"7\""), QLatin1String("7"));
        QTest::newRow("an amount with a zero in front") << QString(good).replace(QLatin1String("\"7\""), QLatin1String("\"07\""));
        QTest::newRow("another field") << QString(good).replace(QLatin1String("\"budget\""), QLatin1String("\"aside\":1,\"budget\""));
        QTest::newRow("a field of an award too many")
            << QString(good).replace(QLatin1String("{\"amount\":\"7\""), QLatin1String("{\"aa\":1,\"amount\":\"7\""));
        QTest::newRow("a key twice") << QString(good).replace(QLatin1String("\"budget\""), QLatin1String("\"budget\":\"1\",\"budget\""));
        QTest::newRow("capitals") << QString(good).replace(QLatin1String("070707"), QLatin1String("0A0A0A")).toUpper();
    }
    void a_list_that_nobody_wrote_is_refused()
    {
        QFETCH(QString, text);
        const auto read = decodeList(text.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().code, std::string_view("reward.bad_list"));
    }
    void a_request_is_signed_by_the_key_that_is_to_be_paid()
    {
        const auto secret = crypto::blake3(viewOf("award key"));
        AwardRequest request;
        request.network = "practice";
        request.pool.bytes.fill(3);
        request.reason = reward::Reason::Translation;
        request.winner = crypto::secpXOnly(secret.view()).value();
        request.salt.bytes.fill(9);
        request.text = "I translated two pages. Seite über Schlaf.";
        request.signature = crypto::schnorrSign(secret.view(), requestHash(request), {}).value();
        const auto code = encodeRequest(request).value();
        QCOMPARE(decodeRequest(code).value(), request);
        QCOMPARE(decodeRequest("  " + code + "\n").value(), request);
        const auto refused = [&](const auto& change) {
            auto other = request;
            change(other);
            const auto read = decodeRequest(encodeRequest(other).value());
            return read ? std::string() : std::string(read.error().code);
        };
        QCOMPARE(refused([](AwardRequest&) {}), std::string());
        QCOMPARE(refused([](AwardRequest& r) { r.winner = keyOf(5); }), std::string("reward.bad_request"));
        QCOMPARE(refused([](AwardRequest& r) { r.text += "!"; }), std::string("reward.bad_request"));
        QCOMPARE(refused([](AwardRequest& r) { r.salt.bytes[0] ^= 1; }), std::string("reward.bad_request"));
        QCOMPARE(refused([](AwardRequest& r) { r.reason = reward::Reason::OpenWork; }), std::string("reward.bad_request"));
        QCOMPARE(refused([](AwardRequest& r) { r.pool.bytes[0] ^= 1; }), std::string("reward.bad_request"));
        QCOMPARE(refused([&](AwardRequest& r) { // signed, but with a command for a terminal
                     r.text = "\x1b[2J";
                     r.signature = crypto::schnorrSign(secret.view(), requestHash(r), {}).value();
                 }),
                 std::string("reward.bad_request"));
        for (const std::string& bad : {std::string(), std::string("bt-reward:"), code.substr(3), code + "x", std::string(9'000, 'a')})
            QVERIFY(!decodeRequest(bad));
        // The hash hides the words: another salt, another hash.
        auto salted = request;
        salted.salt.bytes[5] ^= 1;
        QVERIFY(evidenceOf(salted) != evidenceOf(request));
    }
    void a_birth_record_and_stewards_have_one_text()
    {
        reward::PoolBirth birth;
        birth.program = reward::currentPoolProgram();
        birth.authorising.id.bytes.fill(1);
        birth.index = 2;
        birth.stewards.bytes.fill(4);
        birth.token.bytes.fill(5);
        birth.firstEpoch = {1'767'225'600'000};
        const auto text = reward::encodeBirth(birth).value();
        QCOMPARE(reward::decodeBirth(text).value(), birth);
        for (const std::string& bad : {text + " ", text.substr(1), std::string("{}"), std::string()})
            QCOMPARE(reward::decodeBirth(bad).error().code, std::string_view("reward.bad_birth"));
        const reward::Stewards stewards{2, {keyOf(1), keyOf(2), keyOf(3)}, {}};
        QCOMPARE(stewardsFrom(jsonOf(stewards)).value(), stewards);
        QCOMPARE(stewardsFrom(jsonOf(reward::Stewards{3, {keyOf(1), keyOf(1), keyOf(3)}, {}})).error().code,
                 std::string_view("reward.bad_stewards"));
        QCOMPARE(stewardsFrom(jsonOf(reward::Stewards{4, {keyOf(1), keyOf(2)}, {}})).error().code, std::string_view("reward.bad_stewards"));
    }
};

QTEST_GUILESS_MAIN(TestRewardFiles)
#include "tst_reward_files.moc"
