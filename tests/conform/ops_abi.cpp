// SPDX-License-Identifier: GPL-3.0-or-later
#include "conform.h"

#include "kaspa/abi/interface.h"

namespace bt::conform {
namespace {

using namespace kaspa::abi;

auto wrong(std::string_view what) { return fail("codec.wrong_type", std::string(what)); }

Result<std::vector<Field>> fieldsOf(const Json& list, const Records& records)
{
    if (!list.is_array()) return wrong("fields must be an array");
    std::vector<Field> out;
    for (const Json& one : list) {
        if (!one.is_object()) return wrong("a field must be an object");
        const In field(one);
        BT_TRY(const std::string name, field.text("name"));
        BT_TRY(const std::string type, field.text("type"));
        BT_TRY(Type parsed, parseType(type, records));
        out.push_back({name, std::move(parsed)});
    }
    return out;
}

//! `records`: [{name, fields: [{name, type}]}]. They may name each other in any order.
Result<Records> recordsIn(const In& in)
{
    Records out;
    if (!in.has("records")) return out;
    BT_TRY(const Json* list, in.array("records"));
    // parseType knows a record when it is there and has fields: give each a stand-in first.
    for (const Json& one : *list) {
        if (!one.is_object()) return wrong("a record must be an object");
        BT_TRY(const std::string name, In(one).text("name"));
        if (!out.emplace(name, std::vector<Field>{{"", Type{Kind::Byte, "", {}}}}).second)
            return fail("abi.bad_type", {name}, "two records of one name");
    }
    Records whole;
    for (const Json& one : *list) {
        BT_TRY(const std::string name, In(one).text("name"));
        BT_TRY(const Json* fields, In(one).array("fields"));
        BT_TRY(whole[name], fieldsOf(*fields, out));
    }
    BT_CHECK(checkRecords(whole));
    return whole;
}

Result<std::vector<Type>> typesOf(const Json& list, const Records& records)
{
    if (!list.is_array()) return wrong("types must be an array");
    std::vector<Type> out;
    for (const Json& one : list) {
        if (!one.is_string()) return wrong("a type must be a text");
        BT_TRY(Type type, parseType(one.get_ref<const std::string&>(), records));
        BT_CHECK(checkType(type, records));
        out.push_back(std::move(type));
    }
    return out;
}

bool isByteText(const Type& type)
{
    return type.isBytes() || (!type.isArray() && (type.kind == Kind::Pubkey || type.kind == Kind::Sig || type.kind == Kind::Datasig));
}

//! Numbers as numbers or decimal text, byte strings and bytes as hexadecimal; a record's member may be called NAME_hex.
Result<Value> valueOf(const Json& json, const Type& type, const Records& records)
{
    if (isByteText(type)) {
        BT_TRY(Bytes bytes, conform::bytesOf(json, "a value"));
        return Value(std::move(bytes));
    }
    if (type.isArray()) {
        if (!json.is_array()) return wrong("an array's value must be an array");
        List out;
        for (const Json& item : json) {
            BT_TRY(Value value, valueOf(item, type.element(), records));
            out.push_back(std::move(value));
        }
        return Value(std::move(out));
    }
    switch (type.kind) {
    case Kind::Record: {
        const auto record = records.find(type.record);
        if (record == records.end() || !json.is_object()) return wrong("a record's value must be an object");
        if (json.size() != record->second.size()) return fail("abi.bad_value", {type.record}, "other fields than the record's");
        RecordValue out;
        for (const Field& field : record->second) {
            const In members(json);
            BT_TRY(const Json* member, members.member(json.contains(field.name) ? field.name : field.name + "_hex"));
            BT_TRY(Value value, valueOf(*member, field.type, records));
            out.emplace(field.name, std::move(value));
        }
        return Value(std::move(out));
    }
    case Kind::Byte: {
        if (json.is_number()) {
            BT_TRY(const std::uint64_t number, numberOf(json, "a byte", 255));
            return Value(static_cast<std::uint8_t>(number));
        }
        BT_TRY(const Bytes bytes, conform::bytesOf(json, "a byte"));
        if (bytes.size() != 1) return fail("abi.bad_value", "a byte has two digits");
        return Value(bytes[0]);
    }
    case Kind::Bool:
        if (!json.is_boolean()) return wrong("a bool must be true or false");
        return Value(json.get<bool>());
    case Kind::String:
        if (!json.is_string()) return wrong("a string must be a text");
        return Value(json.get<std::string>());
    default: {
        BT_TRY(const std::int64_t number, signedOf(json, "an int"));
        return Value(number);
    }
    }
}

Json jsonOf(const Value& value)
{
    struct Writer {
        Json operator()(std::int64_t x) const { return x; }
        Json operator()(bool x) const { return x; }
        Json operator()(std::uint8_t x) const { return hex(ByteView(&x, 1)); }
        Json operator()(const Bytes& x) const { return hex(x); }
        Json operator()(const std::string& x) const { return x; }
        Json operator()(const List& list) const
        {
            Json out = Json::array();
            for (const Value& one : list) out.push_back(jsonOf(one));
            return out;
        }
        Json operator()(const RecordValue& record) const
        {
            Json out = Json::object();
            for (const auto& [name, one] : record) out[name] = jsonOf(one);
            return out;
        }
    };
    return std::visit(Writer{}, value.v);
}

Result<Json> encodeArgumentOp(const In& in)
{
    BT_TRY(const Records records, recordsIn(in));
    BT_TRY(const std::string name, in.text("type"));
    BT_TRY(const Type type, parseType(name, records));
    BT_CHECK(checkType(type, records));
    BT_TRY(const Json* json, in.member(in.has("value_hex") ? "value_hex" : "value"));
    BT_TRY(const Value value, valueOf(*json, type, records));
    BT_TRY(const Bytes out, encodeArgument(type, value, records));
    return Json{{"hex", hex(out)}};
}

Result<Json> decodeArgumentsOp(const In& in)
{
    BT_TRY(const Records records, recordsIn(in));
    BT_TRY(const Json* names, in.array("argument_types"));
    BT_TRY(const auto types, typesOf(*names, records));
    BT_TRY(const Bytes script, in.bytes("hex"));
    BT_TRY(const auto values, decodeArguments(types, script, records));
    Json out = Json::array();
    for (const Value& value : values) out.push_back(jsonOf(value));
    return Json{{"values", out}};
}

Result<std::vector<Field>> stateIn(const In& in, const Records& records)
{
    BT_TRY(const Json* list, in.array("fields"));
    BT_TRY(auto fields, fieldsOf(*list, records));
    for (const Field& field : fields) BT_CHECK(checkType(field.type, records));
    return fields;
}

Result<Json> encodeStateOp(const In& in)
{
    BT_TRY(const Records records, recordsIn(in));
    BT_TRY(const auto fields, stateIn(in, records));
    BT_TRY(const Json* given, in.member("values"));
    if (!given->is_array() && !given->is_object()) return wrong("values must be an object or an array");
    if (given->size() != fields.size()) return fail("abi.bad_value", "as many values as fields");
    RecordValue values;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string& name = fields[i].name;
        const Json* member = given->is_array() ? &(*given)[i] : nullptr;
        if (member == nullptr) {
            BT_TRY(member, In(*given).member(given->contains(name) ? name : name + "_hex"));
        }
        BT_TRY(Value value, valueOf(*member, fields[i].type, records));
        if (!values.emplace(name, std::move(value)).second) return fail("abi.bad_value", {name}, "two fields of one name");
    }
    BT_TRY(const Bytes out, encodeState(fields, values, records));
    return Json{{"hex", hex(out)}};
}

Result<Json> decodeStateOp(const In& in)
{
    BT_TRY(const Records records, recordsIn(in));
    BT_TRY(const auto fields, stateIn(in, records));
    BT_TRY(const Bytes state, in.bytes("hex"));
    BT_TRY(const RecordValue values, decodeState(fields, state, records));
    return Json{{"values", jsonOf(Value(values))}};
}

Result<Json> dispatchTagOp(const In& in)
{
    BT_TRY(const Records records, recordsIn(in));
    BT_TRY(const std::string name, in.text("name"));
    BT_TRY(const Json* names, in.array("argument_types"));
    BT_TRY(const auto types, typesOf(*names, records));
    BT_CHECK(checkEntrypoints({{name, types}}, records));
    BT_TRY(const DispatchTag tag, dispatchTag(name, types, records));
    return Json{{"tag", hex(tag.view())}};
}

Result<Json> checkEntrypointsOp(const In& in)
{
    BT_TRY(const Records records, recordsIn(in));
    BT_TRY(const Json* list, in.array("entrypoints"));
    std::vector<Entrypoint> entrypoints;
    for (const Json& one : *list) {
        if (!one.is_object()) return wrong("an entrypoint must be an object");
        const In entry(one);
        BT_TRY(const std::string name, entry.text(entry.has("entrypoint_name") ? "entrypoint_name" : "name"));
        BT_TRY(const Json* names, entry.array("argument_types"));
        BT_TRY(auto types, typesOf(*names, records));
        entrypoints.push_back({name, std::move(types)});
    }
    BT_CHECK(checkEntrypoints(entrypoints, records));
    return Json::object();
}

Result<Json> checkTypeOp(const In& in)
{
    BT_TRY(const Records records, recordsIn(in));
    BT_TRY(const std::string name, in.text("type"));
    BT_CHECK(checkType(name, records));
    return Json::object();
}

Result<Json> templateHashOp(const In& in)
{
    BT_TRY(const Bytes prefix, in.bytes("prefix"));
    BT_TRY(const Bytes suffix, in.bytes("suffix"));
    // The builtins of silverc 1.0.1 hash the same bytes as KCC-1: both lengths as 8 bytes, BLAKE3.
    const std::string digest = hex(templateHash(prefix, suffix).view());
    return Json{{"hash", digest}, {"silverscript", digest}};
}

Result<Json> p2sh(const In& in)
{
    BT_TRY(const Bytes redeem, in.bytes("redeem_script"));
    const kaspa::ScriptPublicKey spk = scriptHashOf(redeem);
    return Json{{"script", hex(spk.script)}, {"hash", hex(ByteView(spk.script).subspan(2, 32))}};
}

constexpr Op kOps[] = {
    {"abi.encode_argument", encodeArgumentOp}, {"abi.decode_arguments", decodeArgumentsOp}, {"abi.encode_state", encodeStateOp},
    {"abi.decode_state", decodeStateOp},       {"abi.dispatch_tag", dispatchTagOp},         {"abi.check_entrypoints", checkEntrypointsOp},
    {"abi.check_type", checkTypeOp},           {"abi.template_hash", templateHashOp},       {"abi.p2sh", p2sh},
};

} // namespace

std::span<const Op> abiOps() { return kOps; }

} // namespace bt::conform
