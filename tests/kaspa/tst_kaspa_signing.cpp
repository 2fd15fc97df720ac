// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"
#include "codec/text.h"
#include "kaspa/script/engine.h"
#include "kaspa/signing.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::kaspa;

class TestKaspaSigning : public QObject
{
    Q_OBJECT

    static Result<ScriptCost> verified(const Populated& tx, std::size_t input, SighashCache* cache)
    {
        ScriptContext context;
        context.tx = &tx;
        context.inputIndex = input;
        context.sighashes = cache;
        return verifyInput(context);
    }

private slots:
    void personalMessages()
    {
        const auto text = test::vectorText("kaspa/personal_message.json");
        if (!text) {
            QVERIFY(!test::vectorsAreRequired());
            return;
        }
        const codec::Json j = codec::Json::parse(*text);
        for (const auto& v : j["vectors"]) {
            const auto signer = crypto::SchnorrSigner::from(*codec::hexDecode(v["secret_key"].get<std::string>()));
            const Hash256 aux = *Hash256::from(*codec::hexDecode(v["aux_rand"].get<std::string>()));
            const std::string message = v["message"];
            QCOMPARE(codec::hexEncode(signer->key().view()), v["public_key"].get<std::string>());
            const auto signature = signMessage(message, *signer, aux);
            QCOMPARE(codec::hexEncode(signature.view()), v["signature"].get<std::string>());
            QVERIFY(verifyMessage(message, signer->key(), signature));
            QVERIFY(!verifyMessage(message + " ", signer->key(), signature));
        }
    }

    void inputsPassTheEngine()
    {
        SeededRandom random(5);
        const auto mine = crypto::SchnorrSigner::from(crypto::secpNewSecret(random).view());
        const auto other = crypto::SchnorrSigner::from(crypto::secpNewSecret(random).view());
        Populated p;
        for (int i = 0; i < 2; ++i) {
            p.tx.inputs.push_back({{random.fixed<TxId>(), 0}, {}, 0, 0, 10});
            p.utxos.push_back({{1000}, payToPublicKey(mine->key().view()), 0, false, {}});
        }
        p.tx.outputs.push_back({{1500}, payToPublicKey(other->key().view()), {}});
        for (const int type : {0x01, 0x02, 0x04, 0x81, 0x82, 0x84}) {
            SighashCache cache;
            for (std::size_t i = 0; i < 2; ++i) QVERIFY(signInput(p, i, *mine, random, cache, static_cast<std::uint8_t>(type)).has_value());
            for (std::size_t i = 0; i < 2; ++i) {
                const auto cost = verified(p, i, &cache);
                QVERIFY(cost.has_value());
                QCOMPARE(cost->signatureOps, 1u);
            }
            QCOMPARE(p.tx.inputs[0].signatureScript.size(), std::size_t(66));
        }
        QCOMPARE(signInputs(p, *mine, random).value_or(0), std::size_t{2}); // the same in one go
        for (std::size_t i = 0; i < 2; ++i) QVERIFY(verified(p, i, nullptr));
        QVERIFY(p.tx.inputs[0].signatureScript != p.tx.inputs[1].signatureScript);
        Populated mixed = p;
        mixed.utxos[1].spk = payToPublicKey(other->key().view());
        mixed.tx.inputs[1].signatureScript = {1, 2};
        QCOMPARE(signInputs(mixed, *mine, random, SighashAll | SighashAnyOneCanPay).value_or(0), std::size_t{1});
        QVERIFY(verified(mixed, 0, nullptr));
        QCOMPARE(mixed.tx.inputs[1].signatureScript, (Bytes{1, 2})); // not ours: untouched
        QCOMPARE(signInputs(p, *mine, random, 3).error().code, std::string_view("kaspa.sign.type"));
        Populated torn = p;
        torn.utxos.pop_back();
        QCOMPARE(signInputs(torn, *mine, random).error().code, std::string_view("kaspa.sign.input"));
        Populated changed = p;
        changed.tx.inputs[0].signatureScript[5] ^= 1;
        QVERIFY(!verified(changed, 0, nullptr));

        SighashCache cache;
        QCOMPARE(signInput(p, 0, *other, random, cache).error().code, std::string_view("kaspa.sign.not_ours"));
        QCOMPARE(signInput(p, 9, *mine, random, cache).error().code, std::string_view("kaspa.sign.input"));
        QCOMPARE(signatureFor(p, 0, *mine, random, cache, 3).error().code, std::string_view("kaspa.sign.type"));
        const auto argument = signatureFor(p, 1, *mine, random, cache);
        QVERIFY(argument && argument->bytes[64] == SighashAll);
    }
};

QTEST_APPLESS_MAIN(TestKaspaSigning)
#include "tst_kaspa_signing.moc"
