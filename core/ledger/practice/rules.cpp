// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/practice/rules.h"

#include "kaspa/covenant.h"
#include "kaspa/mass.h"
#include "kaspa/script/engine.h"

#include <set>

namespace bt::ledger {
namespace {

using namespace kaspa;

std::string number(std::uint64_t value) { return std::to_string(value); }

Result<void> checkInputs(const Transaction& tx)
{
    if (tx.inputs.empty()) return fail("node.rejected.no_inputs");
    if (tx.inputs.size() > kMaxInputs) return fail("node.rejected.too_many_inputs");
    std::set<Outpoint> seen;
    for (std::size_t i = 0; i < tx.inputs.size(); ++i) {
        const Input& input = tx.inputs[i];
        if (input.signatureScript.size() > kMaxSignatureScript) return fail("node.rejected.script_size", {number(i)}, "signature script");
        if (!seen.insert(input.previous).second) return fail("node.rejected.duplicate_input", {number(i)}, {});
        if (tx.version > 0 && input.sigOpCount != 0) return fail("node.rejected.sig_op_count_in_v1", {number(i)}, {});
        if (tx.version == 0 && input.computeBudget != 0) return fail("node.rejected.compute_budget_in_v0", {number(i)}, {});
    }
    return {};
}

Result<void> checkOutputs(const Transaction& tx)
{
    if (tx.outputs.size() > kMaxOutputs) return fail("node.rejected.too_many_outputs");
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < tx.outputs.size(); ++i) {
        const Output& output = tx.outputs[i];
        if (output.spk.script.size() > kMaxScriptPublicKey) return fail("node.rejected.script_size", {number(i)}, "script public key");
        if (output.value.value == 0) return fail("node.rejected.output_zero", {number(i)}, {});
        if (output.value.value > kMaxSompi) return fail("node.rejected.output_too_high", {number(i)}, {});
        total += output.value.value; // both are at most 2.9e18: no overflow
        if (total > kMaxSompi) return fail("node.rejected.output_too_high", {number(i)}, "sum of outputs");
        if (tx.version == 0 && output.covenant) return fail("node.rejected.covenant_in_v0", {number(i)}, {});
    }
    return {};
}

Result<void> checkSequenceLocks(const Populated& tx, std::uint64_t daaScore)
{
    for (std::size_t i = 0; i < tx.utxos.size(); ++i) {
        const std::uint64_t sequence = tx.tx.inputs[i].sequence;
        if ((sequence & kSequenceLockDisabled) != 0) continue;
        const auto until = static_cast<std::int64_t>(tx.utxos[i].daaScore + (sequence & kSequenceLockMask)) - 1;
        if (until >= static_cast<std::int64_t>(daaScore))
            return fail("node.rejected.sequence_lock", {number(i)}, "spendable above DAA score " + std::to_string(until));
    }
    return {};
}

Result<Sompi> checkAmounts(const Populated& tx)
{
    std::uint64_t in = 0;
    for (const Utxo& utxo : tx.utxos) {
        if (utxo.amount.value > kMaxSompi || in + utxo.amount.value > kMaxSompi) return fail("node.rejected.input_too_high");
        in += utxo.amount.value;
    }
    std::uint64_t out = 0;
    for (const Output& output : tx.tx.outputs) out += output.value.value;
    if (out > in) return fail("node.rejected.spends_too_much", {number(out), number(in)}, {});
    return Sompi{in - out};
}

Result<Masses> checkMasses(const Populated& tx)
{
    auto all = masses(tx);
    if (!all) return fail("node.rejected.mass_limit", "storage mass is incomputable");
    if (all->storage != tx.tx.storageMass)
        return fail("node.rejected.storage_mass", {number(all->storage), number(tx.tx.storageMass)}, "wrong commitment");
    return *all;
}

//! A mempool looks at the limits after the scripts: what breaks both is refused for its script.
Result<void> checkMassLimits(const Masses& all)
{
    if (all.withinLimits()) return {};
    return fail("node.rejected.mass_limit", {number(all.compute), number(all.transient), number(all.storage)}, {});
}

Result<void> checkScripts(const Populated& tx)
{
    SighashCache cache;
    for (std::size_t i = 0; i < tx.tx.inputs.size(); ++i) {
        ScriptContext context;
        context.tx = &tx;
        context.inputIndex = i;
        context.sighashes = &cache;
        const auto cost = verifyInput(context);
        if (cost) continue;
        const Error& e = cost.error();
        return fail("node.rejected.script", {number(i), e.args.empty() ? std::string(e.code) : e.args[0]},
                    std::string(e.code) + ": " + e.detail);
    }
    return {};
}

Result<void> checkStandardInputs(const Populated& tx)
{
    for (std::size_t i = 0; i < tx.utxos.size(); ++i) {
        const ScriptClass kind = classify(tx.utxos[i].spk);
        if (kind == ScriptClass::NonStandard) return fail("node.rejected.input_script_class", {number(i)}, {});
        if (kind != ScriptClass::ScriptHash) continue;
        const std::uint64_t ops = staticSigOps(tx.tx.inputs[i].signatureScript, tx.utxos[i].spk);
        if (ops > kMaxRedeemSigOps) return fail("node.rejected.sig_ops", {number(i), number(ops)}, {});
    }
    return {};
}

} // namespace

Result<void> checkIsolated(const Transaction& tx)
{
    if (tx.version > kTxVersionToccata) return fail("node.rejected.version", {number(tx.version)}, {});
    // A payment network needs the native lane only; coinbase transactions are made by blocks, not submitted.
    if (!tx.subnetwork.isZero()) return fail("node.rejected.subnetwork");
    if (tx.gas != 0) return fail("node.rejected.gas");
    BT_CHECK(checkInputs(tx));
    BT_CHECK(checkOutputs(tx));
    for (std::size_t i = 0; i < tx.outputs.size(); ++i) {
        if (tx.outputs[i].spk.version != 0) return fail("node.rejected.script_version", {number(i)}, {});
        if (classify(tx.outputs[i].spk) == ScriptClass::NonStandard) return fail("node.rejected.output_script_class", {number(i)}, {});
    }
    // Before any script runs: a payload or budget that no block could hold.
    const Masses known = nonContextualMasses(tx);
    if (!known.withinLimits()) return fail("node.rejected.mass_limit", {number(known.compute), number(known.transient), "0"}, {});
    return {};
}

Result<void> checkFinal(const Transaction& tx, const ChainPoint& at)
{
    if (tx.lockTime == 0) return {};
    const std::uint64_t reached =
        tx.lockTime < kLockTimeThreshold ? at.daaScore : static_cast<std::uint64_t>(std::max<std::int64_t>(at.pastMedianTime.value, 0));
    if (tx.lockTime < reached) return {};
    for (std::size_t i = 0; i < tx.inputs.size(); ++i)
        if (tx.inputs[i].sequence != kSequenceFinal)
            return fail("node.rejected.not_final", {number(i), number(tx.lockTime), number(reached)}, "lock time");
    return {};
}

Result<Sompi> checkPopulated(const Populated& tx, const ChainPoint& at, const NetworkParams& network)
{
    for (std::size_t i = 0; i < tx.utxos.size(); ++i)
        if (tx.utxos[i].isCoinbase && tx.utxos[i].daaScore + network.coinbaseMaturity > at.daaScore)
            return fail("node.rejected.immature", {number(i)}, "coinbase");
    BT_TRY(const Sompi fee, checkAmounts(tx));
    BT_TRY(const Masses all, checkMasses(tx));
    BT_CHECK(checkSequenceLocks(tx, at.daaScore));
    auto bindings = checkCovenantBindings(tx);
    if (!bindings) return fail("node.rejected.covenant", bindings.error().args, std::string(bindings.error().code));
    BT_CHECK(checkScripts(tx));
    BT_CHECK(checkMassLimits(all));
    BT_CHECK(checkStandardInputs(tx));
    const Sompi least = minimumFee(all.feeMass());
    if (fee < least) return fail("node.rejected.fee", {number(fee.value), number(least.value)}, {});
    return fee;
}

} // namespace bt::ledger
