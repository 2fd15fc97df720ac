// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/accept/sealing.h"

#include "interop/support/must.h"
#include "kaspa/mass.h"
#include "kaspa/script/engine.h"
#include "kaspa/signing.h"

namespace bt::interop {

using namespace kaspa;

namespace {

Bytes withType(const crypto::Signature64& signature, std::uint8_t type)
{
    Bytes out(signature.bytes.begin(), signature.bytes.end());
    out.push_back(type);
    return out;
}

std::uint64_t sumIn(const Populated& p)
{
    std::uint64_t sum = 0;
    for (const Utxo& utxo : p.utxos) sum += utxo.amount.value;
    return sum;
}

void measure(Populated& p, const Sign& sign)
{
    for (Input& input : p.tx.inputs) {
        input.computeBudget = p.tx.version > 0 ? 60'000 : 0;
        input.sigOpCount = p.tx.version > 0 ? 0 : 255;
    }
    sign(p);
    std::vector<ScriptCost> costs;
    for (std::size_t i = 0; i < p.tx.inputs.size(); ++i) {
        ScriptContext context;
        context.tx = &p;
        context.inputIndex = i;
        costs.push_back(must(verifyInput(context)));
    }
    for (std::size_t i = 0; i < p.tx.inputs.size(); ++i) {
        if (p.tx.version > 0) p.tx.inputs[i].computeBudget = computeBudgetFor(costs[i].scriptUnits).value();
        else p.tx.inputs[i].sigOpCount = static_cast<std::uint8_t>(costs[i].signatureOps);
    }
}

} // namespace

TestKey::TestKey(Random& random)
    : secret(crypto::secpNewSecret(random)), signer(must(crypto::SchnorrSigner::from(secret.view()))),
      compressed(must(crypto::secpPublic(secret.view()))), schnorr(payToPublicKey(signer.key().view())),
      ecdsa(payToPublicKeyEcdsa(compressed.view()))
{}

Bytes schnorrSignature(const Populated& p, std::size_t input, const TestKey& key, std::uint8_t type)
{
    SighashCache cache;
    return withType(key.signer.sign(sighashSchnorr(p, input, type, cache), {}), type);
}
Bytes ecdsaSignature(const Populated& p, std::size_t input, const TestKey& key, std::uint8_t type)
{
    SighashCache cache;
    return withType(must(crypto::ecdsaSign(key.secret.view(), sighashEcdsa(p, input, type, cache))), type);
}

Output paying(std::uint64_t sompi, const ScriptPublicKey& spk) { return {{sompi}, spk, std::nullopt}; }

Populated spending(const Coins& coins, std::vector<Output> outputs, std::uint16_t version)
{
    Populated p;
    p.tx.version = version;
    for (const auto& coin : coins) {
        Input input;
        input.previous = coin.outpoint;
        p.tx.inputs.push_back(std::move(input));
        p.utxos.push_back(coin.utxo);
    }
    p.tx.outputs = std::move(outputs);
    return p;
}

Built tight(Populated p, Sign sign, std::uint64_t fee)
{
    std::uint64_t others = 0;
    for (std::size_t i = 0; i + 1 < p.tx.outputs.size(); ++i) others += p.tx.outputs[i].value.value;
    p.tx.outputs.back().value = {sumIn(p) - others - kSompiPerKas / 10};
    measure(p, sign);
    sign(p);
    fee += minimumFee(nonContextualMasses(p.tx).feeMass()).value;
    p.tx.outputs.back().value = {sumIn(p) - others - fee};
    p.tx.storageMass = must(storageMass(p));
    sign(p);
    return {std::move(p), std::move(sign)};
}

} // namespace bt::interop
