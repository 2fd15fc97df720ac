// SPDX-License-Identifier: GPL-3.0-or-later
// What a proof's verdict costs, and its parts. Inputs are made here; nothing is read. One thread, CPU time.
#include "zk/groth16.h"
#include "zk/poseidon.h"

#include <benchmark/benchmark.h>

#include <random>

namespace {

using namespace bt;
using namespace bt::zk;

std::mt19937_64& source()
{
    static std::mt19937_64 random(7);
    return random;
}

Fr anyScalar() { return Fr::reduced({source()(), source()(), source()(), source()()}); }
G1 anyG1() { return multiply(g1Generator(), anyScalar().limbs()).affine(); }
G2 anyG2() { return multiply(g2Generator(), anyScalar().limbs()).affine(); }

// A key whose secrets are known and a proof that holds by them: A = a G, B = b H, C from the equation.
struct Statement {
    VerifyingKey key;
    Proof proof;
    std::vector<Fr> inputs;

    explicit Statement(std::size_t count)
    {
        const Fr alpha = anyScalar();
        const Fr beta = anyScalar();
        const Fr gamma = anyScalar();
        const Fr delta = anyScalar();
        const auto g1 = [](const Fr& s) { return multiply(g1Generator(), s.limbs()).affine(); };
        const auto g2 = [](const Fr& s) { return multiply(g2Generator(), s.limbs()).affine(); };
        key = {g1(alpha), g2(beta), g2(gamma), g2(delta), {}};
        Fr sum;
        for (std::size_t i = 0; i <= count; ++i) {
            const Fr point = anyScalar();
            key.abc.push_back(g1(point));
            if (i > 0) inputs.push_back(anyScalar());
            sum += i == 0 ? point : point * inputs.back();
        }
        const Fr a = anyScalar();
        const Fr b = anyScalar();
        proof = {g1(a), g2(b), g1((a * b - alpha * beta - sum * gamma) * delta.inverse())};
    }
};

const Statement& statement()
{
    static const Statement seven(7); // as many inputs as the licence circuit has
    return seven;
}

void multiplyFq(benchmark::State& state)
{
    Fq a = anyG1().x;
    const Fq b = anyG1().y;
    for (auto _ : state) benchmark::DoNotOptimize(a = a * b);
}
BENCHMARK(multiplyFq);

void multiplyFq2(benchmark::State& state)
{
    Fq2 a = anyG2().x;
    const Fq2 b = anyG2().y;
    for (auto _ : state) benchmark::DoNotOptimize(a = a * b);
}
BENCHMARK(multiplyFq2);

void invertFq(benchmark::State& state)
{
    Fq a = anyG1().x;
    for (auto _ : state) benchmark::DoNotOptimize(a = a.inverse());
}
BENCHMARK(invertFq);

void onePairing(benchmark::State& state)
{
    const G1 p = anyG1();
    const G2 q = anyG2();
    for (auto _ : state) benchmark::DoNotOptimize(pairing(p, q));
}
BENCHMARK(onePairing)->Unit(benchmark::kMicrosecond);

void millerOnly(benchmark::State& state)
{
    const Pair pair{anyG1(), anyG2()};
    for (auto _ : state) benchmark::DoNotOptimize(millerLoop({&pair, 1}));
}
BENCHMARK(millerOnly)->Unit(benchmark::kMicrosecond);

void finalOnly(benchmark::State& state)
{
    const Pair pair{anyG1(), anyG2()};
    const Fq12 f = millerLoop({&pair, 1});
    for (auto _ : state) benchmark::DoNotOptimize(finalExponentiation(f));
}
BENCHMARK(finalOnly)->Unit(benchmark::kMicrosecond);

void verifyPrepared(benchmark::State& state)
{
    const Statement& s = statement();
    const PreparedKey key(s.key);
    if (!key.verify(s.proof, s.inputs)) state.SkipWithError("a good proof was refused");
    for (auto _ : state) benchmark::DoNotOptimize(key.verify(s.proof, s.inputs));
}
BENCHMARK(verifyPrepared)->Unit(benchmark::kMicrosecond);

void prepareKey(benchmark::State& state)
{
    const Statement& s = statement();
    for (auto _ : state) benchmark::DoNotOptimize(PreparedKey(s.key));
}
BENCHMARK(prepareKey)->Unit(benchmark::kMicrosecond);

// What the script engine does: compressed bytes of a key it has not seen.
void verifyBytes(benchmark::State& state)
{
    const Statement& s = statement();
    const Bytes key = encode(s.key);
    const Bytes proof = encode(s.proof);
    std::vector<Bytes> inputs;
    for (const Fr& input : s.inputs) appendScalar(inputs.emplace_back(), input);
    if (!verifyGroth16(key, proof, inputs)) state.SkipWithError("a good proof was refused");
    for (auto _ : state) benchmark::DoNotOptimize(verifyGroth16(key, proof, inputs));
}
BENCHMARK(verifyBytes)->Unit(benchmark::kMicrosecond);

void poseidonOf(benchmark::State& state)
{
    std::vector<Fr> inputs(static_cast<std::size_t>(state.range(0)));
    for (Fr& input : inputs) input = anyScalar();
    (void)poseidon(inputs);
    for (auto _ : state) benchmark::DoNotOptimize(poseidon(inputs));
}
BENCHMARK(poseidonOf)->Arg(2)->Arg(3)->Arg(16)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
