// SPDX-License-Identifier: GPL-3.0-or-later
// sdk_cases SEED COUNT: random transactions as JSON lines with what our code computes about them; compare.py puts the same
// questions to the Kaspa SDK.
#include "base/random.h"
#include "codec/text.h"
#include "crypto/secp256k1.h"
#include "kaspa/address.h"
#include "kaspa/covenant.h"
#include "kaspa/hashing.h"
#include "kaspa/mass.h"
#include "kaspa/script/engine.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>

using namespace bt;
using namespace bt::kaspa;
using Json = nlohmann::json;

namespace {

std::string hexOf(ByteView bytes) { return codec::hexEncode(bytes); }

ScriptPublicKey someScript(Random& random)
{
    const Secret secret = crypto::secpNewSecret(random);
    switch (random.below(4)) {
    case 0: return payToPublicKeyEcdsa(crypto::secpPublic(secret.view())->view());
    case 1: return payToScriptHash(random.bytes(random.below(600)));
    default: return payToPublicKey(crypto::secpXOnly(secret.view())->view());
    }
}

//! Figures near the edges of what 64 bits, and a double, can hold.
std::uint64_t someNumber(Random& random)
{
    switch (random.below(6)) {
    case 0: return random.below(3);
    case 1: return ~0ULL - random.below(3);
    case 2: return (1ULL << 53) - 1 + random.below(3);
    case 3: return (1ULL << 63) - 1 + random.below(3);
    default: return random.below(1ULL << (1 + random.below(63)));
    }
}

Populated someTransaction(Random& random)
{
    Populated p;
    p.tx.version = static_cast<std::uint16_t>(random.below(2));
    const std::uint64_t inputs = 1 + random.below(random.below(10) == 0 ? 60 : 5);
    for (std::uint64_t i = 0; i < inputs; ++i) {
        Input input;
        input.previous = {random.fixed<TxId>(),
                          static_cast<std::uint32_t>(random.below(3) == 0 ? random.below(1ULL << 32) : random.below(9))};
        input.signatureScript = random.bytes(random.below(3) == 0 ? random.below(4000) : 66);
        input.sequence = someNumber(random);
        if (p.tx.version > 0) input.computeBudget = static_cast<std::uint16_t>(random.below(random.below(2) == 0 ? 30 : 65536));
        else input.sigOpCount = static_cast<std::uint8_t>(random.below(256));
        p.tx.inputs.push_back(std::move(input));
        Utxo utxo;
        utxo.amount = {1 + random.below(5000 * kSompiPerKas)};
        utxo.spk = someScript(random);
        utxo.daaScore = someNumber(random);
        utxo.isCoinbase = random.below(5) == 0;
        if (random.below(4) == 0) utxo.covenant = random.fixed<CovenantId>();
        p.utxos.push_back(std::move(utxo));
    }
    const std::uint64_t outputs = 1 + random.below(random.below(10) == 0 ? 40 : 5);
    for (std::uint64_t i = 0; i < outputs; ++i) {
        Output output;
        output.value = {1 + random.below(random.below(3) == 0 ? 100'000 : 5000 * kSompiPerKas)};
        output.spk = someScript(random);
        if (p.tx.version > 0 && random.below(3) == 0)
            output.covenant = CovenantBinding{static_cast<std::uint16_t>(random.below(inputs)), random.fixed<CovenantId>()};
        p.tx.outputs.push_back(std::move(output));
    }
    p.tx.lockTime = someNumber(random);
    // Not 1: that would be a coinbase, whose masses are zero for consensus and not for the SDK.
    if (random.below(4) == 0) p.tx.subnetwork.bytes[0] = static_cast<std::uint8_t>(2 + random.below(254));
    if (!p.tx.subnetwork.isZero()) p.tx.gas = someNumber(random);
    if (random.below(2) == 0) p.tx.payload = random.bytes(random.below(3000));
    p.tx.storageMass = random.below(2) == 0 ? 0 : someNumber(random);
    return p;
}

Json spkJson(const ScriptPublicKey& spk) { return {{"version", spk.version}, {"script", hexOf(spk.script)}}; }

Json asDict(const Populated& p)
{
    Json inputs = Json::array(), outputs = Json::array();
    for (std::size_t i = 0; i < p.tx.inputs.size(); ++i) {
        const Input& input = p.tx.inputs[i];
        const Utxo& utxo = p.utxos[i];
        const Json outpoint = {{"transactionId", hexOf(input.previous.id.view())}, {"index", input.previous.index}};
        inputs.push_back({{"previousOutpoint", outpoint},
                          {"signatureScript", hexOf(input.signatureScript)},
                          {"sequence", input.sequence},
                          {"sigOpCount", input.sigOpCount},
                          {"computeBudget", input.computeBudget},
                          {"utxo",
                           {{"address", nullptr},
                            {"outpoint", outpoint},
                            {"amount", utxo.amount.value},
                            {"scriptPublicKey", spkJson(utxo.spk)},
                            {"blockDaaScore", utxo.daaScore},
                            {"isCoinbase", utxo.isCoinbase},
                            {"covenantId", utxo.covenant ? Json(hexOf(utxo.covenant->view())) : Json()}}}});
    }
    for (const Output& output : p.tx.outputs)
        outputs.push_back({{"value", output.value.value},
                           {"scriptPublicKey", spkJson(output.spk)},
                           {"covenant", output.covenant ? Json{{"authorizingInput", output.covenant->authorizingInput},
                                                               {"covenantId", hexOf(output.covenant->id.view())}}
                                                        : Json()}});
    return {{"id", std::string(64, '0')},
            {"version", p.tx.version},
            {"inputs", inputs},
            {"outputs", outputs},
            {"lockTime", p.tx.lockTime},
            {"subnetworkId", hexOf(p.tx.subnetwork.view())},
            {"gas", p.tx.gas},
            {"payload", hexOf(p.tx.payload)},
            {"mass", p.tx.storageMass},
            {"storageMass", p.tx.storageMass}};
}

Json answers(const Populated& p, Random& random)
{
    Json out;
    out["id"] = hexOf(transactionId(p.tx).view());
    constexpr std::pair<std::uint8_t, const char*> kTypes[] = {
        {SighashAll, "All"},
        {SighashNone, "None"},
        {SighashSingle, "Single"},
        {SighashAll | SighashAnyOneCanPay, "AllAnyOneCanPay"},
        {SighashNone | SighashAnyOneCanPay, "NoneAnyOneCanPay"},
        {SighashSingle | SighashAnyOneCanPay, "SingleAnyOneCanPay"},
    };
    out["sighashes"] = Json::array();
    SighashCache cache;
    for (const auto& [type, name] : kTypes) {
        const std::size_t i = random.below(p.tx.inputs.size());
        out["sighashes"].push_back({{"input", i},
                                    {"type", name},
                                    {"schnorr", hexOf(sighashSchnorr(p, i, type, cache).view())},
                                    {"ecdsa", hexOf(sighashEcdsa(p, i, type, cache).view())}});
    }
    out["addresses"] = Json::array();
    for (const Output& output : p.tx.outputs)
        for (const auto& [network, prefix] :
             {std::pair{"mainnet", "kaspa"}, std::pair{"testnet", "kaspatest"}, std::pair{"simnet", "kaspasim"}}) {
            const auto address = addressOf(output.spk, prefix);
            out["addresses"].push_back({{"script", hexOf(output.spk.script)},
                                        {"network", network},
                                        {"address", address ? encodeAddress(*address) : address.error().detail}});
        }
    const auto all = masses(p);
    if (all) out["masses"] = {{"compute", all->compute}, {"storage", all->storage}};
    std::vector<StorageCell> in, to;
    for (const Utxo& utxo : p.utxos) in.push_back({1, utxo.amount.value});
    for (const Output& output : p.tx.outputs) to.push_back({1, output.value.value});
    const auto plain = storageMass(in, to);
    out["plainStorageMass"] = plain ? Json(*plain) : Json();
    std::vector<std::pair<std::uint32_t, Output>> born;
    for (std::uint32_t i = 0; i < p.tx.outputs.size(); ++i) born.emplace_back(i, p.tx.outputs[i]);
    out["covenantId"] = hexOf(covenantId(p.tx.inputs[0].previous, born).view());
    const Bytes redeem = random.bytes(random.below(500));
    out["redeem"] = hexOf(redeem);
    out["scriptHash"] = hexOf(payToScriptHash(redeem).script);
    return out;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) return 2;
    SeededRandom random(std::strtoull(argv[1], nullptr, 10));
    for (long n = std::atol(argv[2]); n > 0; --n) {
        const Populated p = someTransaction(random);
        const Json line = {{"tx", asDict(p)}, {"ours", answers(p, random)}};
        std::puts(line.dump().c_str());
    }
}
