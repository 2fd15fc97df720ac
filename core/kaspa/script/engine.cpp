// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/engine.h"

#include "kaspa/script/machine.h"

#include <algorithm>

namespace bt::kaspa {

using namespace script;

namespace {

struct Scripts {
    ByteView signature;
    const ScriptPublicKey& spk;
};

bool isScriptHash(ByteView s) { return s.size() == 35 && s[0] == OpBlake2b && s[1] == OpData32 && s[34] == OpEqual; }

Rule runAll(Machine& vm, const Scripts& scripts)
{
    const ByteView spk = scripts.spk.script;
    const bool onInput = vm.tx() != nullptr;
    // Long script public keys lie in the UTXO set and are paid for when they are read.
    if (onInput && spk.size() > kStandardSpk) BT_RULE(vm.consume((spk.size() - kStandardSpk) * kUnitsPerGram));
    if (scripts.signature.empty() && spk.empty()) return Rule::EvalFalse;
    if (std::max(scripts.signature.size(), spk.size()) > vm.limits().script)
        return vm.broken(Rule::ScriptSize, "limit " + std::to_string(vm.limits().script) + " bytes");

    if (!scripts.signature.empty()) BT_RULE(vm.run(scripts.signature, "signature script", onInput));
    if (!isScriptHash(spk)) {
        if (!spk.empty()) BT_RULE(vm.run(spk, "script public key", false));
        return vm.finish(true);
    }
    // The script public key takes the redeem script off the stack and hashes it; what lies below stays for the redeem script.
    const Item redeem = vm.main.empty() ? Item() : vm.main.peek();
    BT_RULE(vm.run(spk, "script public key", false));
    BT_RULE(vm.finish(false));
    BT_RULE(vm.run(redeem.view(), "redeem script", false));
    return vm.finish(true);
}

Result<ScriptCost> execute(const ScriptContext& ctx, const Scripts& scripts, std::uint64_t limit)
{
    if (scripts.spk.version > kMaxKnownVersion) return ScriptCost{};
    Machine vm(ctx, limit, ctx.tx != nullptr ? ctx.tx->tx.inputs[ctx.inputIndex].sigOpCount : UINT8_MAX);
    if (const Rule rule = runAll(vm, scripts); rule != Rule::Ok) return vm.error(rule);
    return ScriptCost{vm.meter.used(), vm.meter.signatures()};
}

bool contextHolds(const ScriptContext& ctx)
{
    return ctx.tx->utxos.size() == ctx.tx->tx.inputs.size() && ctx.inputIndex < ctx.tx->utxos.size();
}

} // namespace

std::uint64_t allowedScriptUnits(const Transaction& tx, const Input& input)
{
    return kFreeUnits + (tx.version >= 1 ? input.computeBudget * kUnitsPerBudget : input.sigOpCount * kUnitsPerSigOp);
}

std::optional<std::uint16_t> computeBudgetFor(std::uint64_t scriptUnits)
{
    const std::uint64_t budget = scriptUnits / kUnitsPerBudget; // the free units are one short of a whole one
    if (budget > 0xffff) return std::nullopt;
    return static_cast<std::uint16_t>(budget);
}

Result<ScriptCost> verifyInput(const ScriptContext& ctx)
{
    if (ctx.tx == nullptr || !contextHolds(ctx)) return fail("kaspa.script.bad_context");
    const Input& input = ctx.tx->tx.inputs[ctx.inputIndex];
    return execute(ctx, {input.signatureScript, ctx.tx->utxos[ctx.inputIndex].spk}, allowedScriptUnits(ctx.tx->tx, input));
}

Result<ScriptCost> runScripts(ByteView signatureScript, const ScriptPublicKey& spk, const ScriptContext& ctx)
{
    if (ctx.tx != nullptr && !contextHolds(ctx)) return fail("kaspa.script.bad_context");
    return execute(ctx, {signatureScript, spk}, UINT64_MAX);
}

ScriptPublicKey payToScriptHash(ByteView redeemScript)
{
    return {0, ScriptBuilder().op(OpBlake2b).data(crypto::blake2b(redeemScript).view()).op(OpEqual).script()};
}

ScriptPublicKey payToPublicKey(ByteView xonly32) { return {0, ScriptBuilder().data(xonly32).op(OpCheckSig).script()}; }

ScriptPublicKey payToPublicKeyEcdsa(ByteView compressed33) { return {0, ScriptBuilder().data(compressed33).op(OpCheckSigECDSA).script()}; }

ScriptClass classify(const ScriptPublicKey& spk)
{
    const Bytes& s = spk.script;
    if (spk.version != kMaxKnownVersion) return ScriptClass::NonStandard;
    if (s.size() == 34 && s[0] == OpData32 && s[33] == OpCheckSig) return ScriptClass::PubKey;
    if (s.size() == 35 && s[0] == OpData33 && s[34] == OpCheckSigECDSA) return ScriptClass::PubKeyEcdsa;
    return isScriptHash(s) ? ScriptClass::ScriptHash : ScriptClass::NonStandard;
}

} // namespace bt::kaspa
