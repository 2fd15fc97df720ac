// SPDX-License-Identifier: GPL-3.0-or-later
// What a script may read of its transaction (KIP-10 and Toccata).
#include "kaspa/script/introspect.h"
#include "kaspa/script/ops.h"
#include "kaspa/script/substring.h"

namespace bt::kaspa::script::ops {

namespace {

Rule pushBytes(Machine& vm, ByteView bytes) { return vm.main.push(Item(bytes)); }

// Amounts are unsigned on the chain, numbers are signed in scripts.
Rule pushAmount(Machine& vm, Sompi amount)
{
    if (amount.value > INT64_MAX) return vm.broken(Rule::NumberTooBig, "an amount beyond 63 bits");
    return vm.pushNumber(static_cast<std::int64_t>(amount.value));
}

// Other fields are read as if they were signed.
Rule pushUnsigned(Machine& vm, std::uint64_t value) { return vm.pushNumber(static_cast<std::int64_t>(value)); }
Rule pushSize(Machine& vm, std::size_t size) { return vm.pushNumber(static_cast<std::int64_t>(size)); }

template <typename F> Rule withTx(Machine& vm, F f)
{
    if (vm.tx() == nullptr) return Rule::InvalidSource;
    return f(vm.tx()->tx);
}

template <typename F> Rule withInput(Machine& vm, F f)
{
    std::size_t i = 0;
    BT_RULE(popInputIndex(vm, i));
    return f(vm.tx()->tx.inputs[i], vm.tx()->utxos[i]);
}

template <typename F> Rule withOutput(Machine& vm, F f)
{
    std::size_t i = 0;
    BT_RULE(popOutputIndex(vm, i));
    return f(vm.tx()->tx.outputs[i]);
}

// Four opcodes of KIP-10 answer a negative index as a missing input or output, later ones as no index at all.
template <typename F> Rule withInputKip10(Machine& vm, F f)
{
    if (vm.tx() == nullptr) return Rule::InvalidSource;
    std::array<std::int32_t, 1> i{};
    BT_RULE(vm.popSmall(i));
    if (i[0] < 0 || static_cast<std::size_t>(i[0]) >= vm.tx()->utxos.size()) return noInput(vm, i[0]);
    return f(vm.tx()->utxos[static_cast<std::size_t>(i[0])]);
}

template <typename F> Rule withOutputKip10(Machine& vm, F f)
{
    if (vm.tx() == nullptr) return Rule::InvalidSource;
    std::array<std::int32_t, 1> i{};
    BT_RULE(vm.popSmall(i));
    if (i[0] < 0 || static_cast<std::size_t>(i[0]) >= vm.tx()->tx.outputs.size()) return noOutput(vm, i[0]);
    return f(vm.tx()->tx.outputs[static_cast<std::size_t>(i[0])]);
}

Bytes spkBytes(const ScriptPublicKey& spk)
{
    Bytes out{static_cast<std::uint8_t>(spk.version >> 8), static_cast<std::uint8_t>(spk.version)};
    append(out, spk.script);
    return out;
}
std::size_t spkSize(const ScriptPublicKey& spk) { return 2 + spk.script.size(); }

using Range = std::array<std::size_t, 3>; // index, start, end

} // namespace

Rule txVersion(Machine& vm, const Op&)
{
    return withTx(vm, [&](const Transaction& tx) { return vm.pushNumber(tx.version); });
}
Rule txInputCount(Machine& vm, const Op&)
{
    return withTx(vm, [&](const Transaction& tx) { return pushSize(vm, tx.inputs.size()); });
}
Rule txOutputCount(Machine& vm, const Op&)
{
    return withTx(vm, [&](const Transaction& tx) { return pushSize(vm, tx.outputs.size()); });
}
Rule txLockTime(Machine& vm, const Op&)
{
    return withTx(vm, [&](const Transaction& tx) { return pushUnsigned(vm, tx.lockTime); });
}
Rule txSubnetId(Machine& vm, const Op&)
{
    return withTx(vm, [&](const Transaction& tx) { return pushBytes(vm, tx.subnetwork.view()); });
}
Rule txGas(Machine& vm, const Op&)
{
    return withTx(vm, [&](const Transaction& tx) { return pushUnsigned(vm, tx.gas); });
}
Rule txPayloadLen(Machine& vm, const Op&)
{
    return withTx(vm, [&](const Transaction& tx) { return pushSize(vm, tx.payload.size()); });
}
Rule txPayloadSubstr(Machine& vm, const Op&)
{
    return withTx(vm, [&](const Transaction& tx) {
        std::array<std::size_t, 2> range{};
        BT_RULE(vm.popIndexes(range));
        return pushSubstring(vm, tx.payload, range[0], range[1]);
    });
}
Rule txInputIndex(Machine& vm, const Op&)
{
    return withTx(vm, [&](const Transaction&) { return pushSize(vm, vm.context().inputIndex); });
}

Rule outpointTxId(Machine& vm, const Op&)
{
    return withInput(vm, [&](const Input& in, const Utxo&) { return pushBytes(vm, in.previous.id.view()); });
}
Rule outpointIndex(Machine& vm, const Op&)
{
    return withInput(vm, [&](const Input& in, const Utxo&) { return vm.pushNumber(in.previous.index); });
}
Rule inputScriptSigLen(Machine& vm, const Op&)
{
    return withInput(vm, [&](const Input& in, const Utxo&) { return pushSize(vm, in.signatureScript.size()); });
}
Rule inputScriptSigSubstr(Machine& vm, const Op&)
{
    return withTx(vm, [&](const Transaction& tx) {
        Range r{};
        BT_RULE(vm.popIndexes(r));
        if (r[0] >= tx.inputs.size()) return noInput(vm, static_cast<std::int64_t>(r[0]));
        return pushSubstring(vm, tx.inputs[r[0]].signatureScript, r[1], r[2]);
    });
}
// A bit field: always its 8 bytes, never a shortened number.
Rule inputSequence(Machine& vm, const Op&)
{
    return withInput(vm, [&](const Input& in, const Utxo&) {
        Bytes bytes;
        appendLe(bytes, in.sequence);
        return pushBytes(vm, bytes);
    });
}
Rule inputAmount(Machine& vm, const Op&)
{
    return withInputKip10(vm, [&](const Utxo& utxo) { return pushAmount(vm, utxo.amount); });
}
Rule inputSpk(Machine& vm, const Op&)
{
    return withInputKip10(vm, [&](const Utxo& utxo) { return pushBytes(vm, spkBytes(utxo.spk)); });
}
Rule inputSpkLen(Machine& vm, const Op&)
{
    return withInput(vm, [&](const Input&, const Utxo& utxo) { return pushSize(vm, spkSize(utxo.spk)); });
}
Rule inputSpkSubstr(Machine& vm, const Op&)
{
    return withTx(vm, [&](const Transaction&) {
        Range r{};
        BT_RULE(vm.popIndexes(r));
        if (r[0] >= vm.tx()->utxos.size()) return noInput(vm, static_cast<std::int64_t>(r[0]));
        return pushSubstring(vm, spkBytes(vm.tx()->utxos[r[0]].spk), r[1], r[2]);
    });
}
Rule inputDaaScore(Machine& vm, const Op&)
{
    return withInput(vm, [&](const Input&, const Utxo& utxo) { return pushUnsigned(vm, utxo.daaScore); });
}
Rule inputIsCoinbase(Machine& vm, const Op&)
{
    return withInput(vm, [&](const Input&, const Utxo& utxo) { return vm.pushNumber(utxo.isCoinbase ? 1 : 0); });
}

Rule outputAmount(Machine& vm, const Op&)
{
    return withOutputKip10(vm, [&](const Output& out) { return pushAmount(vm, out.value); });
}
Rule outputSpk(Machine& vm, const Op&)
{
    return withOutputKip10(vm, [&](const Output& out) { return pushBytes(vm, spkBytes(out.spk)); });
}
Rule outputSpkLen(Machine& vm, const Op&)
{
    return withOutput(vm, [&](const Output& out) { return pushSize(vm, spkSize(out.spk)); });
}
Rule outputSpkSubstr(Machine& vm, const Op&)
{
    return withTx(vm, [&](const Transaction& tx) {
        Range r{};
        BT_RULE(vm.popIndexes(r));
        if (r[0] >= tx.outputs.size()) return noOutput(vm, static_cast<std::int64_t>(r[0]));
        return pushSubstring(vm, spkBytes(tx.outputs[r[0]].spk), r[1], r[2]);
    });
}

} // namespace bt::kaspa::script::ops
