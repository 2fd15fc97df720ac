// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/abi/program.h"

#include "codec/json.h"

#include <set>

namespace bt::kaspa::abi {
namespace {

using codec::Json;

tl::unexpected<Error> bad(std::string why) { return fail("abi.bad_artifact", std::move(why)); }

//! The compiler's form of a type: {"kind":"fixed_bytes","len":32}, arrays with "item", records with "name".
Result<Type> readType(const Json& json, const Records& records, int depth = 0)
{
    if (depth > 8 || !json.is_object() || !json.contains("kind") || !json["kind"].is_string()) return bad("type");
    const std::string kind = json["kind"];
    const auto length = [&]() -> Result<std::size_t> {
        if (!json.contains("len") || !json["len"].is_number_unsigned()) return bad("len");
        return json["len"].get<std::size_t>();
    };
    if (kind == "bytes") return parseType("byte[]", records);
    if (kind == "fixed_bytes") {
        BT_TRY(const std::size_t size, length());
        return parseType("byte[" + std::to_string(size) + "]", records);
    }
    if (kind == "struct") {
        if (!json.contains("name") || !json["name"].is_string()) return bad("struct name");
        return Type{Kind::Record, json["name"], {}};
    }
    if (kind == "fixed_array" || kind == "dynamic_array") {
        if (!json.contains("item")) return bad("item");
        BT_TRY(Type type, readType(json["item"], records, depth + 1));
        if (kind == "dynamic_array") {
            type.dims.emplace_back();
        } else {
            BT_TRY(const std::size_t size, length());
            type.dims.emplace_back(size);
        }
        return type;
    }
    return parseType(kind, records);
}

Result<std::vector<Field>> readFields(const Json& json, const Records& records)
{
    if (!json.is_array()) return bad("fields");
    std::vector<Field> out;
    for (const Json& item : json) {
        if (!item.is_object() || !item.contains("name") || !item["name"].is_string() || !item.contains("type")) return bad("field");
        BT_TRY(Type type, readType(item["type"], records));
        out.push_back({item["name"], std::move(type)});
    }
    return out;
}

Result<Bytes> readBytes(const Json& json)
{
    if (!json.is_array()) return bad("bytes");
    Bytes out;
    for (const Json& item : json) {
        if (!item.is_number_unsigned() || item.get<std::uint64_t>() > 255) return bad("bytes");
        out.push_back(static_cast<std::uint8_t>(item.get<unsigned>()));
    }
    return out;
}

Result<DispatchTag> readTag(const Json& json)
{
    if (!json.is_string() || json.get_ref<const std::string&>().size() != 8) return bad("dispatch tag");
    DispatchTag tag;
    const std::string& text = json.get_ref<const std::string&>();
    for (std::size_t i = 0; i < 8; ++i) {
        const auto digit = std::string_view("0123456789abcdef").find(text[i]);
        if (digit == std::string_view::npos) return bad("dispatch tag");
        tag.bytes[i / 2] = static_cast<std::uint8_t>(tag.bytes[i / 2] << 4 | digit);
    }
    return tag;
}

std::vector<Type> typesOf(const std::vector<Field>& fields)
{
    std::vector<Type> out;
    for (const Field& field : fields) out.push_back(field.type);
    return out;
}

bool has(const Json& json, std::initializer_list<const char*> names)
{
    return json.is_object() && std::ranges::all_of(names, [&](const char* name) { return json.contains(name); });
}

} // namespace

Result<Program> Program::parse(std::string_view json, std::string_view contract)
{
    BT_TRY(const Json root, codec::parseJson(json));
    if (!has(root, {"schema_version", "structs", "contracts"}) || root["schema_version"] != 1) return bad("schema");
    if (!has(root["contracts"], {std::string(contract).c_str()})) return bad("no such contract");
    const Json& from = root["contracts"][std::string(contract)];
    if (!has(from, {"runtime_state", "entries", "compiled"}) || !has(from["runtime_state"], {"fields"}) ||
        !has(from["compiled"], {"bytecode", "template_hash", "state_span"}) || !has(from["compiled"]["state_span"], {"offset", "len"}) ||
        !root["structs"].is_object() || !from["entries"].is_object())
        return bad("missing members");

    Program out;
    for (const auto& [name, record] : root["structs"].items()) {
        if (!has(record, {"fields"})) return bad("struct");
        BT_TRY(auto fields, readFields(record["fields"], {}));
        out.m_records.emplace(name, std::move(fields));
    }
    BT_TRY(out.m_state, readFields(from["runtime_state"]["fields"], out.m_records));
    out.m_records.emplace("State", out.m_state); // how entries name the contract's own state

    const Json& compiled = from["compiled"];
    BT_TRY(const Bytes code, readBytes(compiled["bytecode"]));
    const Json& span = compiled["state_span"];
    if (!span["offset"].is_number_unsigned() || !span["len"].is_number_unsigned()) return bad("state span");
    const auto offset = span["offset"].get<std::size_t>();
    out.m_stateBytes = span["len"].get<std::size_t>();
    if (offset > code.size() || out.m_stateBytes > code.size() - offset) return bad("state span");
    const ByteView whole(code);
    out.m_prefix = bytesOf(whole.first(offset));
    out.m_suffix = bytesOf(whole.subspan(offset + out.m_stateBytes));
    out.m_templateHash = abi::templateHash(out.m_prefix, out.m_suffix);
    BT_TRY(const Bytes declared, readBytes(compiled["template_hash"]));
    if (!equal(declared, out.m_templateHash.view())) return bad("template hash");
    if (auto state = out.readState(code); !state) return bad("state: " + state.error().detail);

    std::set<DispatchTag> tags;
    for (const auto& [name, entry] : from["entries"].items()) {
        if (!has(entry, {"dispatch_tag", "params"})) return bad("entry");
        Entry made;
        made.name = name;
        BT_TRY(made.params, readFields(entry["params"], out.m_records));
        BT_TRY(made.tag, readTag(entry["dispatch_tag"]));
        BT_TRY(const DispatchTag computed, dispatchTag(name, typesOf(made.params), out.m_records));
        if (made.tag != computed || !tags.insert(computed).second) return bad("dispatch tag of " + name);
        out.m_entries.emplace(name, std::move(made));
    }
    return out;
}

Result<Bytes> Program::redeemScript(const RecordValue& state) const
{
    BT_TRY(const Bytes encoded, encodeState(m_state, state, m_records));
    if (encoded.size() != m_stateBytes) return fail("abi.bad_value", "state of another length");
    Bytes out = m_prefix;
    append(out, encoded);
    append(out, m_suffix);
    return out;
}

Result<RecordValue> Program::readState(ByteView redeem) const
{
    const std::size_t size = m_prefix.size() + m_stateBytes + m_suffix.size();
    if (redeem.size() != size || !equal(redeem.first(m_prefix.size()), m_prefix) ||
        !equal(redeem.subspan(m_prefix.size() + m_stateBytes), m_suffix))
        return fail("abi.other_program");
    const ByteView state = redeem.subspan(m_prefix.size(), m_stateBytes);
    return decodeState(m_state, state, m_records);
}

Result<Bytes> Program::callScript(std::string_view entry, const std::vector<Value>& arguments, ByteView redeem) const
{
    const auto found = m_entries.find(entry);
    if (found == m_entries.end()) return fail("abi.unknown_entry", std::string(entry));
    if (arguments.size() != found->second.params.size()) return fail("abi.bad_value", "argument count");
    Bytes pushes;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        BT_TRY(const Bytes one, encodeArgument(found->second.params[i].type, arguments[i], m_records));
        append(pushes, one);
    }
    return signatureScript(pushes, found->second.tag, redeem);
}

Result<Call> Program::readCall(ByteView signatureScript) const
{
    BT_TRY(const auto pushes, parsePushes(signatureScript, Strictness::Consensus));
    if (pushes.size() < 2) return fail("abi.bad_push", "no entry and redeem script");
    Call call;
    call.redeemScript = pushes.back().data;
    BT_TRY(call.state, readState(call.redeemScript));
    const Push& tag = pushes[pushes.size() - 2];
    const auto found = std::ranges::find_if(m_entries, [&](const auto& e) { return equal(e.second.tag.view(), tag.data); });
    if (found == m_entries.end()) return fail("abi.unknown_entry");
    call.entry = found->first;
    BT_TRY(call.arguments,
           decodeArguments(typesOf(found->second.params), signatureScript.first(tag.start), m_records, Strictness::Consensus));
    return call;
}

} // namespace bt::kaspa::abi
