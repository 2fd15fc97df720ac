// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#ifndef Q_MOC_RUN
#include "groth16_table.h"
#include "zk/snarkjs.h"

#include <random>
#endif

using namespace bt;
using namespace bt::zk;

namespace {

std::vector<Fr> valuesOf(const std::vector<Bytes>& inputs)
{
    std::vector<Fr> out;
    for (const Bytes& input : inputs) out.push_back(parseInput(input).value());
    return out;
}

QString codeOf(const Result<void>& done) { return done ? QStringLiteral("holds") : QString::fromStdString(std::string(done.error().code)); }

// Both ways to verify say the same.
QString verdict(const VerifyingKey& key, const Proof& proof, const std::vector<Fr>& inputs)
{
    const QString once = codeOf(verifyOnce(key, proof, inputs));
    const QString prepared = codeOf(PreparedKey(key).verify(proof, inputs));
    return once == prepared ? once : once + " but prepared " + prepared;
}

struct Snarkjs {
    codec::Json key;
    codec::Json proof;
    codec::Json inputs;
};

// Our table's second row in snarkjs' form.
Snarkjs ownSnarkjs()
{
    const auto row = test::groth16Table().at(2);
    const VerifyingKey key = parseVerifyingKey(row.key).value();
    const auto g1 = [](const G1& p) { return codec::Json::array({p.x.decimal(), p.y.decimal(), "1"}); };
    const auto g2 = [](const G2& p) {
        return codec::Json::array({codec::Json::array({p.x.c0.decimal(), p.x.c1.decimal()}),
                                   codec::Json::array({p.y.c0.decimal(), p.y.c1.decimal()}), codec::Json::array({"1", "0"})});
    };
    Snarkjs out;
    out.key = {{"protocol", "groth16"},       {"curve", "bn128"},          {"nPublic", row.inputs.size()},
               {"vk_alpha_1", g1(key.alpha)}, {"vk_beta_2", g2(key.beta)}, {"vk_gamma_2", g2(key.gamma)},
               {"vk_delta_2", g2(key.delta)}, {"IC", codec::Json::array()}};
    for (const G1& point : key.abc) out.key["IC"].push_back(g1(point));
    out.proof = toSnarkjs(parseProof(row.proof).value());
    out.inputs = row.decimals;
    return out;
}

} // namespace

class TestZkGroth16 : public QObject
{
    Q_OBJECT

private slots:
    void proofsOfAnotherProverHold()
    {
        const auto rows = test::groth16Table();
        QCOMPARE(rows.size(), std::size_t{3});
        for (const auto& row : rows) {
            const auto key = parseVerifyingKey(row.key);
            BT_OK(key);
            const auto proof = parseProof(row.proof);
            BT_OK(proof);
            std::vector<Fr> inputs = valuesOf(row.inputs);
            for (std::size_t i = 0; i < inputs.size(); ++i)
                QCOMPARE(QString::fromStdString(inputs[i].decimal()), QString::fromStdString(row.decimals[i]));
            QCOMPARE(verdict(*key, *proof, inputs), "holds");
            BT_OK(verifyGroth16(row.key, row.proof, row.inputs));
            QVERIFY(parseProof(row.uncompressed, Form::Uncompressed).value() == *proof);
            QVERIFY(encode(*proof) == row.proof);
            QVERIFY(encode(*proof, Form::Uncompressed) == row.uncompressed);
            QVERIFY(encode(*key) == row.key);
            QVERIFY(parseVerifyingKey(encode(*key, Form::Uncompressed), Form::Uncompressed).value() == *key);

            // One more, one less, another, another order.
            std::vector<Fr> more = inputs;
            more.push_back(Fr::one());
            QCOMPARE(verdict(*key, *proof, more), "zk.wrong_input_count");
            if (inputs.empty()) continue;
            std::vector<Fr> fewer(inputs.begin(), inputs.end() - 1);
            QCOMPARE(verdict(*key, *proof, fewer), "zk.wrong_input_count");
            inputs.back() += Fr::one();
            QCOMPARE(verdict(*key, *proof, inputs), "zk.proof_does_not_hold");
        }
    }

    void onlyThisProofHolds()
    {
        const auto row = test::groth16Table().at(2);
        const VerifyingKey key = parseVerifyingKey(row.key).value();
        const Proof good = parseProof(row.proof).value();
        const std::vector<Fr> inputs = valuesOf(row.inputs);
        const QString no = "zk.proof_does_not_hold";
        Proof bad = good;
        bad.a = -bad.a;
        QCOMPARE(verdict(key, bad, inputs), no);
        bad.b = -bad.b; // e(-A, -B) = e(A, B): a proof has such twins
        QCOMPARE(verdict(key, bad, inputs), "holds");
        for (const int member : {0, 1, 2}) {
            bad = good;
            if (member == 0) bad.a = G1::identity();
            if (member == 1) bad.b = G2::identity();
            if (member == 2) bad.c = G1::identity();
            QCOMPARE(verdict(key, bad, inputs), no);
        }
        bad = good;
        std::swap(bad.a, bad.c);
        QCOMPARE(verdict(key, bad, inputs), no);
        for (const int member : {0, 1, 2, 3, 4}) {
            VerifyingKey other = key;
            if (member == 0) other.alpha = G1::identity();
            if (member == 1) other.beta = G2::identity();
            if (member == 2) other.gamma = G2::identity();
            if (member == 3) other.delta = G2::identity();
            if (member == 4) std::swap(other.abc[1], other.abc[2]);
            QCOMPARE(verdict(other, good, inputs), no);
        }
        VerifyingKey empty = key;
        empty.abc.clear();
        QCOMPARE(verdict(empty, good, {}), "zk.wrong_input_count");
        // A key of identities says nothing, and so its proof of identities holds (arkworks says the same).
        const VerifyingKey nothing{{}, {}, {}, {}, {G1{}, G1{}}};
        QCOMPARE(verdict(nothing, Proof{}, {Fr::fromUint(5)}), "holds");
    }

    void bytesAreReadStrictly()
    {
        const auto row = test::groth16Table().at(1);
        for (std::size_t size = 0; size < row.proof.size(); ++size)
            BT_REFUSED(parseProof(ByteView(row.proof).first(size)), "zk.short_input");
        for (std::size_t size = 0; size < row.key.size(); ++size)
            BT_REFUSED(parseVerifyingKey(ByteView(row.key).first(size)), "zk.short_input");
        Bytes longer = row.proof;
        longer.push_back(0);
        BT_REFUSED(parseProof(longer), "zk.trailing_bytes");
        longer = row.key;
        longer.push_back(0);
        BT_REFUSED(parseVerifyingKey(longer), "zk.trailing_bytes");
        Bytes counted = row.key;
        std::fill(counted.begin() + 224, counted.begin() + 232, std::uint8_t{0xff});
        BT_REFUSED(parseVerifyingKey(counted), "zk.short_input"); // without reserving memory for it
        BT_REFUSED(parseInput(Bytes(33)), "zk.trailing_bytes");
        BT_REFUSED(parseInput(Bytes(32, 0xff)), "zk.bad_field_element");
    }

    void changedBytesNeverHold()
    {
        const auto row = test::groth16Table().at(1);
        std::mt19937_64 random(1);
        const int count = test::longRun() ? 1000 : 100;
        int refused = 0;
        for (int i = 0; i < count; ++i) {
            Bytes proof = row.proof;
            proof[random() % proof.size()] ^= static_cast<std::uint8_t>(1U << (random() % 8));
            refused += verifyGroth16(row.key, proof, row.inputs) ? 0 : 1;
        }
        QCOMPARE(refused, count);
    }

    void snarkjsProofsHold()
    {
        const Snarkjs own = ownSnarkjs();
        BT_OK(verifySnarkjs(own.key, own.proof, own.inputs));
        QVERIFY(toSnarkjs(std::span<const Fr>(inputsFromSnarkjs(own.inputs).value())) == own.inputs);
        // The circuit of the licence, proven by snarkjs itself.
        const auto folder = test::vectorsFolder().parent_path() / "bench" / "g16" / "build";
        const auto vkey = test::fileText(folder / "vkey.json");
        const auto proofText = test::fileText(folder / "proof.json");
        const auto publicText = test::fileText(folder / "public.json");
        if (!vkey || !proofText || !publicText) {
            QVERIFY2(!test::vectorsAreRequired(), "missing snarkjs proof");
            return;
        }
        const codec::Json key = codec::parseJson(*vkey).value();
        const codec::Json proof = codec::parseJson(*proofText).value();
        codec::Json inputs = codec::parseJson(*publicText).value();
        BT_OK(verifySnarkjs(key, proof, inputs));
        QVERIFY(toSnarkjs(proofFromSnarkjs(proof).value()) == proof);
        const PreparedKey prepared(verifyingKeyFromSnarkjs(key).value());
        const Proof good = proofFromSnarkjs(proof).value();
        const std::vector<Fr> values = inputsFromSnarkjs(inputs).value();
        BT_OK(prepared.verify(good, values));

        // Mutated proofs and inputs that still parse: none holds.
        std::mt19937_64 random(2);
        const int count = test::longRun() ? 1000 : 100;
        for (int i = 0; i < count; ++i) {
            Proof bad = good;
            std::vector<Fr> others = values;
            const Limbs scalar{random(), random(), random(), random() >> 3};
            switch (random() % 4) {
            case 0: bad.a = (multiply(g1Generator(), scalar) + bad.a).affine(); break;
            case 1: bad.b = (multiply(g2Generator(), scalar) + bad.b).affine(); break;
            case 2: bad.c = (multiply(g1Generator(), scalar) + bad.c).affine(); break;
            default: others[random() % others.size()] += Fr::reduced(scalar);
            }
            BT_REFUSED(prepared.verify(bad, others), "zk.proof_does_not_hold");
        }
        inputs[3] = "778";
        BT_REFUSED(verifySnarkjs(key, proof, inputs), "zk.proof_does_not_hold");
    }

    void snarkjsJsonIsReadStrictly()
    {
        const Snarkjs own = ownSnarkjs();
        const auto refused = [&](const char* code, auto change) {
            Snarkjs other = own;
            change(other);
            QCOMPARE(codeOf(verifySnarkjs(other.key, other.proof, other.inputs)), QString(code));
        };
        refused("zk.other_protocol", [](Snarkjs& s) { s.proof["protocol"] = "plonk"; });
        refused("zk.other_protocol", [](Snarkjs& s) { s.key["curve"] = "bls12381"; });
        refused("zk.bad_json", [](Snarkjs& s) { s.key["curve"] = 1; });
        refused("zk.bad_json", [](Snarkjs& s) { s.proof.erase("pi_b"); });
        refused("zk.bad_json", [](Snarkjs& s) { s.proof = codec::Json::array(); });
        refused("zk.bad_json", [](Snarkjs& s) { s.proof["pi_a"] = "1"; });
        refused("zk.bad_json", [](Snarkjs& s) { s.proof["pi_a"].push_back("1"); });
        refused("zk.bad_json", [](Snarkjs& s) { s.proof["pi_a"][0] = 5; });
        refused("zk.bad_json", [](Snarkjs& s) { s.proof["pi_b"][0] = "5"; });
        refused("zk.bad_number", [](Snarkjs& s) { s.proof["pi_a"][0] = "05"; });
        refused("zk.bad_number", [](Snarkjs& s) { s.proof["pi_a"][2] = "2"; });
        refused("zk.bad_number", [](Snarkjs& s) { s.proof["pi_a"] = {"0", "0", "1"}; });
        refused("zk.not_on_curve", [](Snarkjs& s) { s.proof["pi_a"][0] = "5"; });
        refused("zk.not_on_curve", [](Snarkjs& s) { s.proof["pi_b"][0][0] = "5"; });
        refused("zk.proof_does_not_hold", [](Snarkjs& s) { s.proof["pi_a"] = {"0", "1", "0"}; });
        refused("zk.bad_json", [](Snarkjs& s) { s.key["IC"].erase(0); });
        refused("zk.bad_json", [](Snarkjs& s) { s.key["nPublic"] = 3; });
        refused("zk.bad_json", [](Snarkjs& s) { s.key["nPublic"] = -1; });
        refused("zk.bad_json", [](Snarkjs& s) { s.inputs = codec::Json::object(); });
        refused("zk.bad_json", [](Snarkjs& s) { s.inputs[0] = 1; });
        refused("zk.bad_number", [](Snarkjs& s) { s.inputs[0] = "-1"; });
        refused("zk.wrong_input_count", [](Snarkjs& s) { s.inputs.push_back("1"); });
        refused("zk.bad_number",
                [](Snarkjs& s) { s.inputs[0] = "21888242871839275222246405745257275088548364400416034343698204186575808495617"; });
    }
};

QTEST_APPLESS_MAIN(TestZkGroth16)
#include "tst_zk_groth16.moc"
