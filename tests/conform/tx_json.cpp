// SPDX-License-Identifier: GPL-3.0-or-later
#include "tx_json.h"

namespace bt::conform {
namespace {

using namespace kaspa;

Result<In> element(const Json& value, std::string_view what)
{
    if (!value.is_object()) return fail("codec.wrong_type", std::string(what) + " must be an object");
    return In(value);
}

Result<Input> inputOf(const In& in)
{
    Input out;
    BT_TRY(out.previous.id, in.fixed<TxId>("prev_tx"));
    BT_TRY(const std::uint64_t index, in.number("index", UINT32_MAX));
    BT_TRY(out.signatureScript, in.bytesOr("signature_script"));
    BT_TRY(out.sequence, in.numberOr("sequence", 0));
    BT_TRY(const std::uint64_t sigOps, in.numberOr("sig_op_count", 0, UINT8_MAX));
    BT_TRY(const std::uint64_t budget, in.numberOr("compute_budget", 0, UINT16_MAX));
    out.previous.index = static_cast<std::uint32_t>(index);
    out.sigOpCount = static_cast<std::uint8_t>(sigOps);
    out.computeBudget = static_cast<std::uint16_t>(budget);
    return out;
}

Result<Output> outputOf(const In& in)
{
    Output out;
    BT_TRY(out.value.value, in.number("value"));
    BT_TRY(out.spk, spkOf(in));
    if (!in.has("covenant")) return out;
    BT_TRY(const In covenant, in.object("covenant"));
    CovenantBinding binding;
    BT_TRY(const std::uint64_t input, covenant.number("authorizing_input", UINT16_MAX));
    BT_TRY(binding.id, covenant.fixed<CovenantId>(covenant.has("covenant_id") ? "covenant_id" : "id"));
    binding.authorizingInput = static_cast<std::uint16_t>(input);
    out.covenant = binding;
    return out;
}

Result<Utxo> utxoOf(const In& in)
{
    Utxo out;
    BT_TRY(out.amount.value, in.number("amount"));
    BT_TRY(out.spk, spkOf(in));
    BT_TRY(out.daaScore, in.numberOr("daa_score", 0));
    if (in.has("is_coinbase")) {
        BT_TRY(out.isCoinbase, in.flag("is_coinbase"));
    }
    if (in.has("covenant_id")) {
        BT_TRY(out.covenant, in.fixed<CovenantId>("covenant_id"));
    }
    return out;
}

} // namespace

Result<ScriptPublicKey> spkOf(const In& in)
{
    ScriptPublicKey out;
    BT_TRY(const std::uint64_t version, in.numberOr(in.has("version") ? "version" : "spk_version", 0, UINT16_MAX));
    BT_TRY(out.script, in.bytes("script"));
    out.version = static_cast<std::uint16_t>(version);
    return out;
}

Result<Transaction> transactionIn(const In& request)
{
    BT_TRY(const In in, request.object("tx"));
    Transaction tx;
    BT_TRY(const std::uint64_t version, in.number("version", UINT16_MAX));
    tx.version = static_cast<std::uint16_t>(version);
    BT_TRY(const Json* inputs, in.array("inputs"));
    for (const Json& one : *inputs) {
        BT_TRY(const In members, element(one, "an input"));
        BT_TRY(Input input, inputOf(members));
        tx.inputs.push_back(std::move(input));
    }
    BT_TRY(const Json* outputs, in.array("outputs"));
    for (const Json& one : *outputs) {
        BT_TRY(const In members, element(one, "an output"));
        BT_TRY(Output output, outputOf(members));
        tx.outputs.push_back(std::move(output));
    }
    BT_TRY(tx.lockTime, in.numberOr("lock_time", 0));
    if (in.has("subnetwork_id")) {
        BT_TRY(tx.subnetwork, in.fixed<SubnetworkId>("subnetwork_id"));
    }
    BT_TRY(tx.gas, in.numberOr("gas", 0));
    BT_TRY(tx.payload, in.bytesOr("payload"));
    BT_TRY(tx.storageMass, in.numberOr("storage_mass", 0));
    return tx;
}

Result<Populated> populatedIn(const In& in)
{
    Populated out;
    BT_TRY(out.tx, transactionIn(in));
    BT_TRY(const Json* utxos, in.array("utxos"));
    for (const Json& one : *utxos) {
        BT_TRY(const In members, element(one, "a spent output"));
        BT_TRY(Utxo utxo, utxoOf(members));
        out.utxos.push_back(std::move(utxo));
    }
    if (out.utxos.size() != out.tx.inputs.size()) return fail("kaspa.tx.malformed", "there must be as many spent outputs as inputs");
    return out;
}

Result<std::size_t> inputIndexIn(const In& in, const Transaction& tx)
{
    BT_TRY(const std::uint64_t index, in.number("input_index"));
    if (index >= tx.inputs.size()) return fail("kaspa.tx.malformed", "the transaction has no input of this index");
    return static_cast<std::size_t>(index);
}

} // namespace bt::conform
