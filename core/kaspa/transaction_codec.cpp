// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/transaction_codec.h"

#include "codec/json.h"
#include "codec/text.h"
#include "kaspa/consensus.h"

namespace bt::kaspa {
namespace {

constexpr std::uint8_t kFormat = 1;

void put(Bytes& to, ByteView bytes)
{
    appendLe(to, static_cast<std::uint32_t>(bytes.size()));
    append(to, bytes);
}
void putSpk(Bytes& to, const ScriptPublicKey& spk)
{
    appendLe(to, spk.version);
    put(to, spk.script);
}

//! Takes fields from the front; after the first that is not there, every answer is zero and `bad` stays set.
struct Reader {
    ByteView left;
    bool bad = false;

    template <typename T> T le()
    {
        const ByteView part = raw(sizeof(T));
        return bad ? T{} : readLe<T>(part);
    }
    ByteView raw(std::size_t size)
    {
        if (bad || left.size() < size) {
            bad = true;
            return {};
        }
        const ByteView part = left.first(size);
        left = left.subspan(size);
        return part;
    }
    template <typename F> F fixed()
    {
        const ByteView part = raw(F::size);
        F out;
        if (!bad) std::copy(part.begin(), part.end(), out.bytes.begin());
        return out;
    }
    Bytes bytes() { return bytesOf(raw(le<std::uint32_t>())); }
    //! A count of elements of at least `least` bytes each: bounded by what is left.
    std::uint32_t count(std::size_t least)
    {
        const auto n = le<std::uint32_t>();
        if (n > left.size() / least) bad = true;
        return bad ? 0 : n;
    }
    ScriptPublicKey spk()
    {
        ScriptPublicKey out;
        out.version = le<std::uint16_t>();
        out.script = bytes();
        return out;
    }
    bool flag()
    {
        const auto v = le<std::uint8_t>();
        if (v > 1) bad = true;
        return v == 1;
    }
};

Transaction readTransaction(Reader& in)
{
    Transaction tx;
    if (in.le<std::uint8_t>() != kFormat) in.bad = true;
    tx.version = in.le<std::uint16_t>();
    for (std::uint32_t n = in.count(55); n > 0 && !in.bad; --n) {
        Input input;
        input.previous.id = in.fixed<TxId>();
        input.previous.index = in.le<std::uint32_t>();
        input.signatureScript = in.bytes();
        input.sequence = in.le<std::uint64_t>();
        input.sigOpCount = in.le<std::uint8_t>();
        input.computeBudget = in.le<std::uint16_t>();
        tx.inputs.push_back(std::move(input));
    }
    for (std::uint32_t n = in.count(15); n > 0 && !in.bad; --n) {
        Output output;
        output.value.value = in.le<std::uint64_t>();
        output.spk = in.spk();
        if (in.flag()) {
            CovenantBinding binding;
            binding.authorizingInput = in.le<std::uint16_t>();
            binding.id = in.fixed<CovenantId>();
            output.covenant = binding;
        }
        tx.outputs.push_back(std::move(output));
    }
    tx.lockTime = in.le<std::uint64_t>();
    tx.subnetwork = in.fixed<SubnetworkId>();
    tx.gas = in.le<std::uint64_t>();
    tx.payload = in.bytes();
    tx.storageMass = in.le<std::uint64_t>();
    return tx;
}

std::string spkText(const ScriptPublicKey& spk)
{
    Bytes all{static_cast<std::uint8_t>(spk.version >> 8), static_cast<std::uint8_t>(spk.version)};
    append(all, spk.script);
    return codec::hexEncode(all);
}

Result<std::uint64_t> numberField(const codec::Json& object, const char* name, std::uint64_t limit)
{
    if (!object.is_object() || !object.contains(name)) return fail("kaspa.tx.malformed", name);
    const codec::Json& value = object[name];
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > limit) return fail("kaspa.tx.malformed", name);
    return value.get<std::uint64_t>();
}
Result<std::uint64_t> numberOr(const codec::Json& object, const char* name, std::uint64_t limit, std::uint64_t otherwise)
{
    if (!object.is_object() || !object.contains(name) || object[name].is_null()) return otherwise;
    return numberField(object, name, limit);
}
Result<Bytes> hexField(const codec::Json& object, const char* name)
{
    BT_TRY(const std::string text, codec::textField(object, name));
    return codec::hexDecode(text);
}
template <typename F> Result<F> fixedField(const codec::Json& object, const char* name)
{
    BT_TRY(const Bytes bytes, hexField(object, name));
    return F::from(bytes);
}

Result<Input> inputFrom(const codec::Json& json)
{
    Input input;
    BT_TRY(const codec::Json* previous, codec::objectField(json, "previousOutpoint"));
    BT_TRY(input.previous.id, fixedField<TxId>(*previous, "transactionId"));
    BT_TRY(const std::uint64_t index, numberField(*previous, "index", 0xffff'ffff));
    BT_TRY(input.signatureScript, hexField(json, "signatureScript"));
    BT_TRY(input.sequence, numberField(json, "sequence", ~0ULL));
    BT_TRY(const std::uint64_t sigOps, numberOr(json, "sigOpCount", 255, 0));
    BT_TRY(const std::uint64_t budget, numberOr(json, "computeBudget", 65535, 0));
    input.previous.index = static_cast<std::uint32_t>(index);
    input.sigOpCount = static_cast<std::uint8_t>(sigOps);
    input.computeBudget = static_cast<std::uint16_t>(budget);
    return input;
}

Result<Output> outputFrom(const codec::Json& json)
{
    Output output;
    BT_TRY(output.value.value, numberField(json, "value", ~0ULL));
    BT_TRY(const Bytes spk, hexField(json, "scriptPublicKey"));
    if (spk.size() < 2) return fail("kaspa.tx.malformed", "scriptPublicKey");
    output.spk.version = static_cast<std::uint16_t>((spk[0] << 8) | spk[1]);
    output.spk.script.assign(spk.begin() + 2, spk.end());
    if (!json.contains("covenant") || json["covenant"].is_null()) return output;
    const codec::Json& covenant = json["covenant"];
    CovenantBinding binding;
    BT_TRY(const std::uint64_t input, numberField(covenant, "authorizingInput", 65535));
    BT_TRY(binding.id, fixedField<CovenantId>(covenant, "covenantId"));
    binding.authorizingInput = static_cast<std::uint16_t>(input);
    output.covenant = binding;
    return output;
}

} // namespace

Bytes encodeTransaction(const Transaction& tx)
{
    Bytes out{kFormat};
    appendLe(out, tx.version);
    appendLe(out, static_cast<std::uint32_t>(tx.inputs.size()));
    for (const Input& input : tx.inputs) {
        append(out, input.previous.id.view());
        appendLe(out, input.previous.index);
        put(out, input.signatureScript);
        appendLe(out, input.sequence);
        out.push_back(input.sigOpCount);
        appendLe(out, input.computeBudget);
    }
    appendLe(out, static_cast<std::uint32_t>(tx.outputs.size()));
    for (const Output& output : tx.outputs) {
        appendLe(out, output.value.value);
        putSpk(out, output.spk);
        out.push_back(output.covenant ? 1 : 0);
        if (!output.covenant) continue;
        appendLe(out, output.covenant->authorizingInput);
        append(out, output.covenant->id.view());
    }
    appendLe(out, tx.lockTime);
    append(out, tx.subnetwork.view());
    appendLe(out, tx.gas);
    put(out, tx.payload);
    appendLe(out, tx.storageMass);
    return out;
}

Result<Transaction> decodeTransaction(ByteView bytes)
{
    Reader in{bytes};
    Transaction tx = readTransaction(in);
    if (in.bad || !in.left.empty()) return fail("kaspa.tx.malformed");
    return tx;
}

Bytes encodePopulated(const Populated& tx)
{
    Bytes out = encodeTransaction(tx.tx);
    appendLe(out, static_cast<std::uint32_t>(tx.utxos.size()));
    for (const Utxo& utxo : tx.utxos) {
        appendLe(out, utxo.amount.value);
        putSpk(out, utxo.spk);
        appendLe(out, utxo.daaScore);
        out.push_back(utxo.isCoinbase ? 1 : 0);
        out.push_back(utxo.covenant ? 1 : 0);
        if (utxo.covenant) append(out, utxo.covenant->view());
    }
    return out;
}

Result<Populated> decodePopulated(ByteView bytes)
{
    Reader in{bytes};
    Populated out;
    out.tx = readTransaction(in);
    for (std::uint32_t n = in.count(24); n > 0 && !in.bad; --n) {
        Utxo utxo;
        utxo.amount.value = in.le<std::uint64_t>();
        utxo.spk = in.spk();
        utxo.daaScore = in.le<std::uint64_t>();
        utxo.isCoinbase = in.flag();
        if (in.flag()) utxo.covenant = in.fixed<CovenantId>();
        out.utxos.push_back(std::move(utxo));
    }
    if (in.bad || !in.left.empty() || out.utxos.size() != out.tx.inputs.size()) return fail("kaspa.tx.malformed");
    return out;
}

std::string transactionToJson(const Transaction& tx)
{
    using codec::Json;
    Json inputs = Json::array();
    for (const Input& input : tx.inputs) {
        Json one = {{"previousOutpoint", {{"transactionId", codec::hexEncode(input.previous.id.view())}, {"index", input.previous.index}}},
                    {"signatureScript", codec::hexEncode(input.signatureScript)},
                    {"sequence", input.sequence},
                    {"sigOpCount", input.sigOpCount}};
        if (tx.version >= 1) one["computeBudget"] = input.computeBudget;
        inputs.push_back(std::move(one));
    }
    Json outputs = Json::array();
    for (const Output& output : tx.outputs) {
        Json one = {{"value", output.value.value}, {"scriptPublicKey", spkText(output.spk)}};
        if (output.covenant)
            one["covenant"] = {{"authorizingInput", output.covenant->authorizingInput},
                               {"covenantId", codec::hexEncode(output.covenant->id.view())}};
        outputs.push_back(std::move(one));
    }
    const Json all = {{"version", tx.version},
                      {"inputs", std::move(inputs)},
                      {"outputs", std::move(outputs)},
                      {"lockTime", tx.lockTime},
                      {"subnetworkId", codec::hexEncode(tx.subnetwork.view())},
                      {"gas", tx.gas},
                      {"payload", codec::hexEncode(tx.payload)},
                      {"storageMass", tx.storageMass},
                      {"mass", tx.storageMass}}; // the name before 2.1.0; kaspad writes both too
    return all.dump();
}

Result<Transaction> transactionFromJson(std::string_view text)
{
    BT_TRY(const codec::Json json, codec::parseJson(text));
    return transactionFromJsonValue(json);
}

Result<Transaction> transactionFromJsonValue(const codec::Json& json)
{
    Transaction tx;
    BT_TRY(const std::uint64_t version, numberField(json, "version", 65535));
    tx.version = static_cast<std::uint16_t>(version);
    BT_TRY(const codec::Json* inputs, codec::arrayField(json, "inputs"));
    for (const auto& one : *inputs) {
        BT_TRY(Input input, inputFrom(one));
        tx.inputs.push_back(std::move(input));
    }
    BT_TRY(const codec::Json* outputs, codec::arrayField(json, "outputs"));
    for (const auto& one : *outputs) {
        BT_TRY(Output output, outputFrom(one));
        tx.outputs.push_back(std::move(output));
    }
    BT_TRY(tx.lockTime, numberField(json, "lockTime", ~0ULL));
    BT_TRY(tx.subnetwork, fixedField<SubnetworkId>(json, "subnetworkId"));
    BT_TRY(tx.gas, numberField(json, "gas", ~0ULL));
    BT_TRY(tx.payload, hexField(json, "payload"));
    BT_TRY(const std::uint64_t mass, numberOr(json, "mass", ~0ULL, 0));
    BT_TRY(tx.storageMass, numberOr(json, "storageMass", ~0ULL, mass));
    if (mass != tx.storageMass && json.contains("mass") && !json["mass"].is_null())
        return fail("kaspa.tx.malformed", "storageMass and mass differ");
    return tx;
}

} // namespace bt::kaspa
