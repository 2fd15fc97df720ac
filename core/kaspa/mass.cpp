// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/mass.h"

#include <cmath>
#include <limits>

namespace bt::kaspa {
namespace {

constexpr std::uint64_t kMax64 = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kOutpointBytes = 32 + 4;

bool isCoinbase(const Transaction& tx)
{
    SubnetworkId coinbase;
    coinbase.bytes[0] = 1;
    return tx.subnetwork == coinbase;
}

//! C * p^2 / amount, or nothing if C * p^2 needs more than 64 bits (consensus gives up there too).
std::optional<std::uint64_t> harmonic(const StorageCell& cell, std::uint64_t parameter)
{
    const unsigned __int128 numerator = static_cast<unsigned __int128>(parameter) * cell.plurality * cell.plurality;
    if (cell.amount == 0 || numerator > kMax64) return std::nullopt;
    return static_cast<std::uint64_t>(numerator) / cell.amount;
}

std::uint64_t addSaturated(std::uint64_t a, std::uint64_t b) { return a > kMax64 - b ? kMax64 : a + b; }

} // namespace

std::uint64_t estimatedSize(const Transaction& tx)
{
    std::uint64_t size = 2 + 8 + 8 + 8 + SubnetworkId::size + 8 + 32 + 8 + tx.payload.size();
    for (const Input& input : tx.inputs) size += kOutpointBytes + 8 + input.signatureScript.size() + 8 + (tx.version >= 1 ? 2U : 0U);
    for (const Output& output : tx.outputs) size += 8 + 2 + 8 + output.spk.script.size() + (output.covenant ? 2U + 32U : 0U);
    return size;
}

Masses nonContextualMasses(const Transaction& tx)
{
    if (isCoinbase(tx)) return {};
    const std::uint64_t size = estimatedSize(tx);
    std::uint64_t spkBytes = 0;
    for (const Output& output : tx.outputs) spkBytes += 2 + output.spk.script.size();
    std::uint64_t script = 0;
    for (const Input& input : tx.inputs)
        script += tx.version >= 1 ? input.computeBudget * kGramsPerBudgetUnit : input.sigOpCount * kGramsPerSigOp;
    return {size * kMassPerTxByte + spkBytes * kMassPerSpkByte + script, size * kTransientFactor, 0};
}

std::uint64_t plurality(const ScriptPublicKey& spk, bool hasCovenant)
{
    constexpr std::uint64_t fixed = kOutpointBytes + 8 + 8 + 1 + 2 + 8;
    return (fixed + spk.script.size() + (hasCovenant ? 32U : 0U) + 99) / 100;
}

std::optional<std::uint64_t> storageMass(std::span<const StorageCell> inputs, std::span<const StorageCell> outputs, std::uint64_t parameter)
{
    std::uint64_t outUnits = 0;
    std::uint64_t harmonicOuts = 0;
    for (const StorageCell& cell : outputs) {
        const auto one = harmonic(cell, parameter);
        if (!one || *one > kMax64 - harmonicOuts) return std::nullopt;
        outUnits += cell.plurality;
        harmonicOuts += *one;
    }
    std::uint64_t inUnits = 0;
    std::uint64_t inSum = 0;
    for (const StorageCell& cell : inputs) {
        inUnits += cell.plurality;
        inSum = addSaturated(inSum, cell.amount);
    }
    // KIP-9's relaxed formula for |O| = 1, |I| = 1 and |O| = |I| = 2.
    if (outUnits == 1 || inUnits == 1 || (outUnits == 2 && inUnits == 2)) {
        std::uint64_t harmonicIns = 0;
        for (const StorageCell& cell : inputs) harmonicIns = addSaturated(harmonicIns, harmonic(cell, parameter).value_or(0));
        return harmonicOuts > harmonicIns ? harmonicOuts - harmonicIns : 0;
    }
    if (inUnits == 0) return std::nullopt;
    const std::uint64_t mean = std::max<std::uint64_t>(inSum / inUnits, 1);
    const unsigned __int128 arithmetic = static_cast<unsigned __int128>(inUnits) * (parameter / mean);
    const std::uint64_t credit = arithmetic > kMax64 ? kMax64 : static_cast<std::uint64_t>(arithmetic);
    return harmonicOuts > credit ? harmonicOuts - credit : 0;
}

Result<std::uint64_t> storageMass(const Populated& tx)
{
    if (isCoinbase(tx.tx)) return 0;
    std::vector<StorageCell> ins;
    std::vector<StorageCell> outs;
    ins.reserve(tx.utxos.size());
    outs.reserve(tx.tx.outputs.size());
    for (const Utxo& utxo : tx.utxos) ins.push_back({plurality(utxo.spk, utxo.covenant.has_value()), utxo.amount.value});
    for (const Output& output : tx.tx.outputs) outs.push_back({plurality(output.spk, output.covenant.has_value()), output.value.value});
    const auto mass = storageMass(ins, outs);
    if (!mass) return fail("kaspa.mass.incomputable");
    return *mass;
}

Result<Masses> masses(const Populated& tx)
{
    Masses out = nonContextualMasses(tx.tx);
    BT_TRY(out.storage, storageMass(tx));
    return out;
}

Sompi minimumFee(std::uint64_t grams)
{
    if (grams == 0) return {kSompiPerGram * 1000};
    // rusty-kaspa multiplies by the price of a kilogram, saturating, and divides by 1000 again.
    constexpr std::uint64_t perKilogram = kSompiPerGram * 1000;
    if (grams > kMax64 / perKilogram) return {std::min(kMax64 / 1000, kMaxSompi)};
    return {std::min(grams * kSompiPerGram, kMaxSompi)};
}

Sompi feeAt(const Masses& masses, double sompiPerGram)
{
    const Sompi least = minimumFee(masses.feeMass());
    const double asked = std::ceil(static_cast<double>(masses.largest()) * sompiPerGram);
    if (!(asked > static_cast<double>(least.value))) return least; // also when it is no number
    if (asked >= static_cast<double>(kMaxSompi)) return {kMaxSompi};
    return {static_cast<std::uint64_t>(asked)};
}

Sompi storageFloor(const ScriptPublicKey& spk, bool hasCovenant)
{
    const std::uint64_t units = plurality(spk, hasCovenant);
    // floor(C p^2 / a) <= limit  <=>  a > C p^2 / (limit + 1)
    return {kStorageMassParameter * units * units / (kMaxStorageMass + 1) + 1};
}

} // namespace bt::kaspa
