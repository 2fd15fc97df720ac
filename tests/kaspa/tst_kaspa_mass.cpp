// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"
#include "kaspa/mass.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::kaspa;

class TestKaspaMass : public QObject
{
    Q_OBJECT

    static std::vector<StorageCell> cells(const std::vector<std::uint64_t>& amounts, std::uint64_t units = 1)
    {
        std::vector<StorageCell> out;
        for (const auto a : amounts) out.push_back({units, a});
        return out;
    }

private slots:
    void official()
    {
        const auto text = test::vectorText("kaspa/storage_mass.json");
        if (!text) {
            QVERIFY(!test::vectorsAreRequired());
            return;
        }
        const codec::Json j = codec::Json::parse(*text);
        for (const auto& v : j["vectors"]) {
            const std::uint64_t c = v["C"].is_string() ? kStorageMassParameter : v["C"].get<std::uint64_t>();
            const auto mass =
                storageMass(cells(v["in"].get<std::vector<std::uint64_t>>()), cells(v["out"].get<std::vector<std::uint64_t>>()), c);
            QVERIFY(mass.has_value());
            QCOMPARE(*mass, v["mass"].get<std::uint64_t>());
        }
    }

    void storageRules()
    {
        const ScriptPublicKey plain{0, Bytes(34, 0)};
        const ScriptPublicKey hash{0, Bytes(35, 0)};
        QCOMPARE(plurality(plain, false), 1u);
        QCOMPARE(plurality(hash, false), 1u);
        QCOMPARE(plurality(hash, true), 2u); // contracts.md: a covenant output is two units
        QCOMPARE(plurality({0, Bytes(37, 0)}, false), 1u);
        QCOMPARE(plurality({0, Bytes(38, 0)}, false), 2u);
        // Measured on a node (contracts-review.md, M9): three covenant outputs of 0.2 KAS are too heavy.
        QVERIFY(*storageMass(cells({1'000'000'000'000}), cells({20'000'000, 20'000'000, 20'000'000}, 2)) > kMaxStorageMass);
        QCOMPARE(storageFloor(plain, false).value, 1'999'997u);
        QCOMPARE(*storageMass(cells({1'000'000'000'000'000}), cells({storageFloor(plain, false).value})), kMaxStorageMass);
        QVERIFY(*storageMass(cells({1'000'000'000'000'000}), cells({storageFloor(plain, false).value - 1})) > kMaxStorageMass);
        QVERIFY(!storageMass(cells({5}), cells({0})));
        QVERIFY(!storageMass(cells({5}), cells({1}, 5000))); // C p^2 needs more than 64 bits
        // Joining two coins into one costs nothing; splitting one evenly in two costs C (2*2/a - 1/a).
        QCOMPARE(*storageMass(cells({1'000'000, 1'000'000}), cells({2'000'000})), 0u);
        QCOMPARE(*storageMass(cells({2'000'000'000}), cells({1'000'000'000, 1'000'000'000})), 2000u - 500u);
    }

    void sizesAndFees()
    {
        Transaction tx;
        tx.inputs.push_back({{}, Bytes(66, 1), 0, 0, 10});
        tx.outputs.push_back({{1}, {0, Bytes(34, 0)}, {}});
        tx.outputs.push_back({{1}, {0, Bytes(35, 0)}, CovenantBinding{}});
        tx.payload = Bytes(10, 0);
        const std::uint64_t size = 2 + 8 + (36 + 8 + 66 + 8 + 2) + 8 + (18 + 34) + (18 + 35 + 34) + 8 + 20 + 8 + 32 + 8 + 10;
        QCOMPARE(estimatedSize(tx), size);
        const Masses m = nonContextualMasses(tx);
        QCOMPARE(m.compute, size + 10 * (36 + 37) + 1000);
        QCOMPARE(m.transient, 4 * size);
        QCOMPARE(m.normalizedTransient(), 2 * size);
        tx.version = 0;
        tx.inputs[0].sigOpCount = 2;
        QCOMPARE(nonContextualMasses(tx).compute, size - 2 + 10 * (36 + 37) + 2000);
        // The figure of a refused simnet transaction (contracts-review.md): "under the required amount of 628200 for
        // normalized transient mass 6282".
        QCOMPARE((Masses{0, 12563, 0}).normalizedTransient(), 6282u);
        QCOMPARE(minimumFee(6282).value, 628200u);
        QCOMPARE(minimumFee(0).value, 100'000u);
        QCOMPARE(minimumFee(UINT64_MAX).value, UINT64_MAX / 1000); // the price of a kilogram saturates first
        QVERIFY((Masses{500'000, 1'000'000, 500'000}).withinLimits());
        QVERIFY(!(Masses{500'001, 0, 0}).withinLimits());
        QVERIFY(!(Masses{0, 1'000'001, 0}).withinLimits());
        QVERIFY(!(Masses{0, 0, 500'001}).withinLimits());
        // At a price: the largest mass counts, rounded up; never less than what relays ask.
        QCOMPARE(feeAt({2000, 1000, 5000}, 250.5).value, 1'252'500u);
        QCOMPARE(feeAt({2000, 1000, 1999}, 100.0001).value, 200'001u);
        QCOMPARE(feeAt({2000, 5000, 0}, 1).value, 250'000u);
        QCOMPARE(feeAt({2000, 1000, 0}, std::nan("")).value, 200'000u);
        QCOMPARE(feeAt({2000, 1000, 0}, -5).value, 200'000u);
        QCOMPARE(feeAt({2000, 1000, 0}, 1e300).value, kMaxSompi);
        SubnetworkId coinbase;
        coinbase.bytes[0] = 1;
        tx.subnetwork = coinbase;
        QVERIFY(nonContextualMasses(tx) == Masses{});
    }
};

QTEST_APPLESS_MAIN(TestKaspaMass)
#include "tst_kaspa_mass.moc"
