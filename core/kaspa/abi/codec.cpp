// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/abi/codec.h"

#include "crypto/hash.h"
#include "kaspa/abi/payload.h"
#include "kaspa/abi/records.h"

namespace bt::kaspa::abi {
namespace {

constexpr std::uint8_t kOp1Negate = 0x4f;
constexpr std::uint8_t kOp1 = 0x51;
constexpr std::uint8_t kOp16 = 0x60;
constexpr std::uint8_t kOpData75 = 75;
constexpr std::uint8_t kOpPushData1 = 0x4c;
constexpr std::uint8_t kOpPushData2 = 0x4d;
constexpr std::uint8_t kOpPushData4 = 0x4e;
constexpr std::uint8_t kOpBlake2b = 0xaa;
constexpr std::uint8_t kOpEqual = 0x87;
constexpr std::uint8_t kOpCheckSig = 0xac;

Result<Bytes> encodeLeafArgument(const Type& type, const Value& value)
{
    if (!type.isArray() && (type.kind == Kind::Int || type.kind == Kind::Temporal)) {
        BT_TRY(const std::int64_t number, want<std::int64_t>(value, "a number"));
        BT_TRY(const Bytes bytes, numberBytes(number, 0));
        return push(bytes, true);
    }
    if (!type.isArray() && type.kind == Kind::Bool) {
        BT_TRY(const bool flag, want<bool>(value, "a bool"));
        return push(flag ? Bytes{1} : Bytes{}, true);
    }
    BT_TRY(const Bytes payload, encodePayload(type, value, {}));
    return push(payload, true);
}

Result<Value> decodeLeafArgument(const Type& type, const Push& from, Strictness strictness)
{
    if (!type.isArray() && (type.kind == Kind::Int || type.kind == Kind::Temporal)) {
        BT_TRY(const std::int64_t number, readNumber(from.data));
        if (strictness == Strictness::Canonical) {
            BT_TRY(const Bytes shortest, numberBytes(number, 0));
            if (shortest != from.data) return badValue("number is not minimal");
        }
        return Value(number);
    }
    if (!type.isArray() && type.kind == Kind::Bool) {
        if (from.data.empty()) return Value(false);
        if (from.data == Bytes{1}) return Value(true);
        if (strictness == Strictness::Canonical) return badValue("bool is neither empty nor 01");
        BT_TRY(const std::int64_t number,
               readNumber(Bytes(from.data.begin(), from.data.begin() + std::min<std::ptrdiff_t>(8, std::ssize(from.data)))));
        return Value(number != 0);
    }
    if (strictness == Strictness::Consensus && type.isArray() && type.kind == Kind::Int) {
        // The engine takes a sign over nothing for zero, and writes zero.
        constexpr std::size_t each = 8;
        Bytes plain = from.data;
        for (std::size_t end = each; end <= plain.size(); end += each) {
            const auto last = plain.begin() + static_cast<std::ptrdiff_t>(end) - 1;
            if (*last == 0x80 && std::all_of(last - 7, last, [](std::uint8_t b) { return b == 0; })) *last = 0;
        }
        return decodePayload(type, plain);
    }
    return decodePayload(type, from.data);
}

} // namespace

Bytes push(ByteView payload, bool minimal)
{
    Bytes out;
    const std::size_t size = payload.size();
    if (size == 0) return {0};
    if (minimal && size == 1 && payload[0] >= 1 && payload[0] <= 16) return {static_cast<std::uint8_t>(kOp1 + payload[0] - 1)};
    if (minimal && size == 1 && payload[0] == 0x81) return {kOp1Negate};
    if (size <= kOpData75) {
        out.push_back(static_cast<std::uint8_t>(size));
    } else if (size <= 0xff) {
        out = {kOpPushData1, static_cast<std::uint8_t>(size)};
    } else if (size <= 0xffff) {
        out = {kOpPushData2};
        appendLe(out, static_cast<std::uint16_t>(size));
    } else {
        out = {kOpPushData4};
        appendLe(out, static_cast<std::uint32_t>(size));
    }
    append(out, payload);
    return out;
}

Result<std::vector<Push>> parsePushes(ByteView script, Strictness strictness)
{
    std::vector<Push> out;
    for (std::size_t at = 0; at < script.size();) {
        Push next;
        next.start = at;
        const std::uint8_t op = script[at++];
        if (op == kOp1Negate || (op >= kOp1 && op <= kOp16)) {
            next.smallInt = true;
            next.data = {op == kOp1Negate ? std::uint8_t{0x81} : static_cast<std::uint8_t>(op - kOp1 + 1)};
            out.push_back(std::move(next));
            continue;
        }
        std::size_t width = 0;
        std::size_t size = op;
        if (op == kOpPushData1) width = 1;
        else if (op == kOpPushData2) width = 2;
        else if (op == kOpPushData4) width = 4;
        else if (op > kOpData75) return fail("abi.bad_push", "opcode is not a push");
        if (width > 0) {
            if (script.size() - at < width) return fail("abi.bad_push", "cut length");
            size = 0;
            for (std::size_t i = 0; i < width; ++i) size |= static_cast<std::size_t>(script[at + i]) << (8 * i);
            at += width;
        }
        if (script.size() - at < size) return fail("abi.bad_push", "cut data");
        next.data = bytesOf(script.subspan(at, size));
        at += size;
        if (strictness == Strictness::Canonical && at - next.start != push(next.data, false).size())
            return fail("abi.bad_push", "a shorter push would do");
        out.push_back(std::move(next));
    }
    return out;
}

Result<Bytes> encodeArgument(const Type& type, const Value& value, const Records& records)
{
    BT_TRY(const auto leaves, splitValue(type, value, records));
    Bytes out;
    for (const Leaf& leaf : leaves) {
        BT_TRY(const Bytes part, encodeLeafArgument(leaf.type, leaf.value));
        append(out, part);
    }
    return out;
}

Result<std::vector<Value>> decodeArguments(const std::vector<Type>& types, ByteView script, const Records& records, Strictness strictness)
{
    BT_TRY(const auto pushes, parsePushes(script, strictness));
    std::vector<Value> leaves;
    for (const Type& type : types) {
        BT_TRY(const auto columns, flatten({"", type}, records));
        for (const Field& column : columns) {
            if (leaves.size() == pushes.size()) return badValue("too few arguments");
            const Push& from = pushes[leaves.size()];
            const bool couldBeSmall = push(from.data, true).size() == 1 && !from.data.empty();
            if (strictness == Strictness::Canonical && couldBeSmall && !from.smallInt)
                return fail("abi.bad_push", "an opcode stands for this value");
            BT_TRY(Value leaf, decodeLeafArgument(column.type, from, strictness));
            leaves.push_back(std::move(leaf));
        }
    }
    if (leaves.size() != pushes.size()) return badValue("too many arguments");
    std::span<const Value> rest(leaves);
    std::vector<Value> out;
    for (const Type& type : types) {
        BT_TRY(Value value, joinValue(type, rest, records));
        out.push_back(std::move(value));
    }
    return out;
}

Result<Bytes> encodeState(const std::vector<Field>& fields, const RecordValue& values, const Records& records)
{
    if (values.size() != fields.size()) return badValue("fields of a state");
    Bytes out;
    for (const Field& field : fields) {
        const auto found = values.find(field.name);
        if (found == values.end()) return fail("abi.bad_value", {field.name}, "missing state field");
        BT_TRY(const auto leaves, splitValue(field.type, found->second, records));
        for (const Leaf& leaf : leaves) {
            auto payload = encodePayload(leaf.type, leaf.value, records);
            if (!payload) return fail("abi.bad_value", {field.name}, std::move(payload.error().detail));
            append(out, push(*payload, false));
        }
    }
    return out;
}

Result<RecordValue> decodeState(const std::vector<Field>& fields, ByteView state, const Records& records)
{
    BT_TRY(const auto pushes, parsePushes(state));
    std::size_t at = 0;
    RecordValue out;
    for (const Field& field : fields) {
        BT_TRY(const auto columns, flatten(field, records));
        std::vector<Value> leaves;
        for (const Field& column : columns) {
            if (at == pushes.size()) return fail("abi.bad_value", {field.name}, "state ends early");
            if (pushes[at].smallInt) return fail("abi.bad_push", {field.name}, "state fields are pushed with their length");
            auto leaf = decodePayload(column.type, pushes[at++].data);
            if (!leaf) return fail("abi.bad_value", {field.name}, std::move(leaf.error().detail));
            leaves.push_back(*std::move(leaf));
        }
        std::span<const Value> view(leaves);
        BT_TRY(Value value, joinValue(field.type, view, records));
        out.emplace(field.name, std::move(value));
    }
    if (at != pushes.size()) return badValue("bytes after the state");
    return out;
}

Result<std::string> functionSignature(std::string_view entry, const std::vector<Type>& types, const Records& records)
{
    std::string out(entry);
    out += "(";
    for (const Type& type : types) {
        BT_TRY(const std::string name, dispatchTypeName(type, records));
        if (out.back() != '(') out += ",";
        out += name;
    }
    return out + ")";
}

Result<DispatchTag> dispatchTag(std::string_view entry, const std::vector<Type>& types, const Records& records)
{
    BT_TRY(const std::string signature, functionSignature(entry, types, records));
    return DispatchTag::from(crypto::blake3(viewOf(signature)).view().first(4));
}

Hash256 templateHash(ByteView prefix, ByteView suffix)
{
    Bytes preimage;
    appendLe(preimage, static_cast<std::uint64_t>(prefix.size()));
    append(preimage, prefix);
    appendLe(preimage, static_cast<std::uint64_t>(suffix.size()));
    append(preimage, suffix);
    return crypto::blake3(preimage);
}

ScriptPublicKey scriptHashOf(ByteView redeemScript)
{
    ScriptPublicKey out;
    out.script = {kOpBlake2b, 32};
    append(out.script, crypto::blake2b(redeemScript).view());
    out.script.push_back(kOpEqual);
    return out;
}

ScriptPublicKey payToKey(ByteView xonly32)
{
    ScriptPublicKey out;
    out.script = {32};
    append(out.script, xonly32);
    out.script.push_back(kOpCheckSig);
    return out;
}

Bytes outpointBytes(const Outpoint& outpoint)
{
    Bytes out = bytesOf(outpoint.id.view());
    appendLe(out, outpoint.index);
    return out;
}

Bytes signatureScript(ByteView arguments, const DispatchTag& tag, ByteView redeemScript)
{
    Bytes out = bytesOf(arguments);
    append(out, push(tag.view(), false));
    append(out, push(redeemScript, false));
    return out;
}

} // namespace bt::kaspa::abi
