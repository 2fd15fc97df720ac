// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions and scripts, rows K1 to K5 of docs/performance.md: the same work as the Rust crates do in their own
// benchmark, so that both can be timed in turn (tests/bench/compare-kaspa). What is not there is not measured: script
// rows come from SCRIPT_TESTS (a file in the form of rusty-kaspa's script tests), steps of Health Sessions from
// BT_STEPS (the output of `script_compare steps SEED`).
#include "codec/text.h"
#include "kaspa/hashing.h"
#include "kaspa/mass.h"
#include "kaspa/script/engine.h"
#include "kaspa/script/opcodes.h"
#include "kaspa/script/short_form.h"
#include "kaspa/signing.h"
#include "kaspa/transaction_codec.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>

namespace {

using namespace bt;
using namespace bt::kaspa;

const crypto::SchnorrSigner& signer()
{
    static const crypto::SchnorrSigner made = *crypto::SchnorrSigner::from(Bytes(32, 7));
    return made;
}

Populated built(std::size_t inputs, const ScriptPublicKey& spk)
{
    Populated p;
    p.tx.version = 0;
    p.tx.inputs.resize(inputs);
    p.utxos.reserve(inputs);
    for (std::size_t i = 0; i < inputs; ++i) {
        p.tx.inputs[i].previous.id.bytes[0] = static_cast<std::uint8_t>(i + 1);
        p.tx.inputs[i].sigOpCount = 1;
        p.utxos.push_back({Sompi{600'000'000}, spk, 0, false, std::nullopt});
    }
    p.tx.outputs.reserve(2);
    p.tx.outputs.push_back({Sompi{100'000'000}, spk, std::nullopt});
    p.tx.outputs.push_back({Sompi{400'000'000}, spk, std::nullopt});
    return p;
}

const ScriptPublicKey& mine()
{
    static const ScriptPublicKey spk = payToPublicKey(signer().key().view());
    return spk;
}

// The crates compute a transaction's id whenever one is made: so does this.
Populated builtWithId(std::size_t inputs)
{
    Populated p = built(inputs, mine());
    benchmark::DoNotOptimize(transactionId(p.tx));
    return p;
}

Populated signedTx(std::size_t inputs)
{
    SystemRandom random;
    Populated p = builtWithId(inputs);
    (void)signInputs(p, signer(), random);
    return p;
}

void build(benchmark::State& state)
{
    for (auto _ : state) benchmark::DoNotOptimize(builtWithId(static_cast<std::size_t>(state.range(0))));
}

void buildMassSign(benchmark::State& state)
{
    SystemRandom random;
    for (auto _ : state) {
        Populated p = builtWithId(static_cast<std::size_t>(state.range(0)));
        benchmark::DoNotOptimize(masses(p));
        benchmark::DoNotOptimize(signInputs(p, signer(), random));
    }
}

void allSighashes(benchmark::State& state)
{
    const Populated p = signedTx(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        SighashCache cache;
        for (std::size_t i = 0; i < p.utxos.size(); ++i) benchmark::DoNotOptimize(sighashSchnorr(p, i, SighashAll, cache));
    }
}

void payToKey(benchmark::State& state)
{
    const Populated p = signedTx(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        SighashCache cache;
        for (std::size_t i = 0; i < p.utxos.size(); ++i) {
            ScriptContext ctx;
            ctx.tx = &p;
            ctx.inputIndex = i;
            ctx.sighashes = &cache;
            if (!verifyInput(ctx)) return state.SkipWithError("a payment is refused");
        }
    }
}

// The key of each input is another one, so that no point that was read before helps.
void payToManyKeys(benchmark::State& state)
{
    SystemRandom random;
    std::vector<Populated> all;
    for (std::size_t i = 0; i < 256; ++i) {
        const auto other = *crypto::SchnorrSigner::from(crypto::secpNewSecret(random).view());
        all.push_back(built(1, payToPublicKey(other.key().view())));
        (void)signInputs(all.back(), other, random);
    }
    std::size_t at = 0;
    for (auto _ : state) {
        ScriptContext ctx;
        ctx.tx = &all[at++ % all.size()];
        if (!verifyInput(ctx)) return state.SkipWithError("a payment is refused");
    }
}

void bare(benchmark::State& state, const Bytes& script)
{
    const ScriptPublicKey spk{0, script};
    const ScriptContext none;
    for (auto _ : state)
        if (!runScripts({}, spk, none)) return state.SkipWithError("the script fails");
}

void dispatch(benchmark::State& state)
{
    Bytes script{script::OpTrue};
    for (int i = 0; i < 100; ++i) script.insert(script.end(), {script::OpDup, script::OpDrop});
    bare(state, script);
}

void blake2b(benchmark::State& state)
{
    Bytes script{script::OpTrue};
    script.insert(script.end(), 100, script::OpBlake2b);
    script.insert(script.end(), {script::OpDrop, script::OpTrue});
    bare(state, script);
}

void vectors(benchmark::State& state)
{
    std::ifstream file(std::getenv("SCRIPT_TESTS"));
    const auto rows = nlohmann::json::parse(file, nullptr, false);
    std::vector<Populated> cases;
    for (const auto& row : rows) {
        if (row.size() < 4) continue;
        auto unlock = script::parseShortForm(row[0].get_ref<const std::string&>());
        auto lock = script::parseShortForm(row[1].get_ref<const std::string&>());
        if (!unlock || !lock) continue;
        Populated p;
        Input in;
        in.previous.id.bytes[0] = 1;
        in.signatureScript = *std::move(unlock);
        in.sequence = UINT64_MAX;
        in.sigOpCount = 20;
        p.tx.inputs.push_back(std::move(in));
        p.tx.outputs.push_back({});
        p.utxos.push_back({Sompi{0}, {0, *std::move(lock)}, 0, true, std::nullopt});
        cases.push_back(std::move(p));
    }
    if (cases.empty()) return state.SkipWithError("no rows");
    for (auto _ : state) {
        for (const Populated& p : cases) {
            SighashCache cache;
            ScriptContext ctx;
            ctx.tx = &p;
            ctx.sighashes = &cache;
            benchmark::DoNotOptimize(runScripts(p.tx.inputs[0].signatureScript, p.utxos[0].spk, ctx));
        }
    }
    state.counters["cases"] = static_cast<double>(cases.size());
}

void sessionSteps(benchmark::State& state)
{
    std::ifstream file(std::getenv("BT_STEPS"));
    std::vector<std::pair<Populated, std::size_t>> steps;
    for (std::string line; std::getline(file, line);) {
        const auto bytes = codec::hexDecode(line);
        if (!bytes || bytes->size() < 4) return state.SkipWithError("not a step");
        const ByteView view(*bytes);
        auto tx = decodePopulated(view.first(view.size() - 4));
        if (!tx) return state.SkipWithError("not a step");
        steps.emplace_back(*std::move(tx), readLe<std::uint32_t>(view.last(4)));
    }
    if (steps.empty()) return state.SkipWithError("no steps");
    for (auto _ : state) {
        for (const auto& [tx, input] : steps) {
            SighashCache cache;
            ScriptContext ctx;
            ctx.tx = &tx;
            ctx.inputIndex = input;
            ctx.sighashes = &cache;
            if (!verifyInput(ctx)) return state.SkipWithError("a step is refused");
        }
    }
    state.counters["cases"] = static_cast<double>(steps.size());
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::RegisterBenchmark("tx/build", build)->Arg(1)->Arg(50);
    benchmark::RegisterBenchmark("tx/sign", buildMassSign)->Arg(1)->Arg(50);
    benchmark::RegisterBenchmark("tx/sighashes", allSighashes)->Arg(1)->Arg(50);
    benchmark::RegisterBenchmark("script/p2pk", payToKey)->Arg(1)->Arg(50);
    benchmark::RegisterBenchmark("script/p2pk_new_keys", payToManyKeys);
    benchmark::RegisterBenchmark("script/dispatch", dispatch);
    benchmark::RegisterBenchmark("script/blake2b", blake2b);
    if (std::getenv("SCRIPT_TESTS") != nullptr) benchmark::RegisterBenchmark("script/vectors", vectors);
    if (std::getenv("BT_STEPS") != nullptr) benchmark::RegisterBenchmark("session/steps", sessionSteps);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
