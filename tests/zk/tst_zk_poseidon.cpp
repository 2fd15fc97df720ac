// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#ifndef Q_MOC_RUN
#include "codec/json.h"
#include "support/vectors.h"
#include "zk/poseidon.h"

#include <thread>
#endif

using namespace bt;
using namespace bt::zk;

class TestZkPoseidon : public QObject
{
    Q_OBJECT

private slots:
    // First: every size is made for the first time by two threads at once.
    void parametersAreMadeOnce()
    {
        std::array<const PoseidonParameters*, 18> other{};
        std::thread thread([&] {
            for (unsigned t = 2; t <= 17; ++t) other[t] = poseidonParameters(t);
        });
        for (unsigned t = 17; t >= 2; --t) (void)poseidonParameters(t);
        thread.join();
        for (unsigned t = 2; t <= 17; ++t) {
            const PoseidonParameters* p = poseidonParameters(t);
            QVERIFY(p == other[t]);
            QCOMPARE(p->t, t);
            QCOMPARE(p->constants.size(), std::size_t{8 + p->partialRounds} * t);
            QCOMPARE(p->matrix.size(), std::size_t{t} * t);
        }
        QVERIFY(poseidonParameters(1) == nullptr);
        QVERIFY(poseidonParameters(18) == nullptr);
        QVERIFY(poseidonParameters(0) == nullptr);
    }

    void ownTableOfEverySize()
    {
        const auto text = test::ownTable("poseidon.json");
        QVERIFY(text);
        const auto table = codec::parseJson(*text);
        BT_OK(table);
        QCOMPARE((*table)["rows"].size(), std::size_t{32});
        for (const auto& row : (*table)["rows"]) check(row["inputs"], row["hash"]);
    }

    void officialVectors()
    {
        BT_VECTOR(text, "poseidon/poseidon_bn254.json");
        const auto file = codec::parseJson(text);
        BT_OK(file);
        QVERIFY((*file)["vectors"].size() >= 4);
        for (const auto& row : (*file)["vectors"]) check(row["inputs"], row["out"]);
    }

    void takesOneToSixteenInputs()
    {
        BT_REFUSED(poseidon({}), "zk.bad_length");
        BT_REFUSED(poseidon(std::vector<Fr>(17)), "zk.bad_length");
        BT_REFUSED(poseidon(std::vector<Fr>(1000)), "zk.bad_length");
        BT_OK(poseidon(std::vector<Fr>(16)));
    }

private:
    static void check(const codec::Json& inputs, const codec::Json& expected)
    {
        std::vector<Fr> values;
        for (const auto& input : inputs)
            values.push_back(
                Fr::fromDecimal(input.is_string() ? input.get<std::string>() : std::to_string(input.get<std::uint64_t>())).value());
        const auto hash = poseidon(values);
        BT_OK(hash);
        QCOMPARE(QString::fromStdString(hash->decimal()), QString::fromStdString(expected.get<std::string>()));
        values.back() += Fr::one();
        QVERIFY(poseidon(values).value() != *hash);
    }
};

QTEST_APPLESS_MAIN(TestZkPoseidon)
#include "tst_zk_poseidon.moc"
