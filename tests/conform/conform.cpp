// SPDX-License-Identifier: GPL-3.0-or-later
#include "conform.h"

#include "codec/text.h"

#include <array>
#include <charconv>
#include <exception>
#include <new>

namespace bt::conform {
namespace {

tl::unexpected<Error> wrong(std::string_view name, std::string_view wanted)
{
    return fail("codec.wrong_type", std::string(name) + " must be " + std::string(wanted));
}

template <typename T> std::optional<T> decimal(const std::string& text)
{
    T value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

//! Without the bytes that are not text, so that every answer is JSON.
std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string sentence(const Error& error)
{
    std::string out = error.detail.empty() ? std::string(error.code) : error.detail;
    for (const std::string& arg : error.args)
        if (!arg.empty()) out += " [" + arg + "]";
    if (out.size() > 2000) out.resize(2000);
    return out;
}

const Op* find(std::string_view name)
{
    static const std::array families{hashOps(), signatureOps(), bipOps(), kaspaOps(),   scriptOps(),
                                     abiOps(),  authorityOps(), zkOps(),  contentOps(), identityOps()};
    for (const auto& family : families)
        for (const Op& op : family)
            if (op.name == name) return &op;
    return nullptr;
}

} // namespace

bool In::has(std::string_view name) const
{
    const auto it = m_object.find(std::string(name));
    return it != m_object.end() && !it->is_null();
}

Result<const Json*> In::member(std::string_view name) const
{
    const auto it = m_object.find(std::string(name));
    if (it == m_object.end()) return fail("codec.missing_field", std::string(name) + " is missing");
    return &*it;
}

Result<std::string> In::text(std::string_view name) const
{
    BT_TRY(const Json* value, member(name));
    if (!value->is_string()) return wrong(name, "a text");
    return value->get<std::string>();
}

Result<Bytes> bytesOf(const Json& value, std::string_view name)
{
    if (!value.is_string()) return wrong(name, "hexadecimal text");
    auto out = codec::hexDecode(value.get_ref<const std::string&>());
    if (!out) return fail(out.error().code, std::string(name) + " is not hexadecimal");
    return out;
}

Result<Bytes> In::bytes(std::string_view name) const
{
    BT_TRY(const Json* value, member(name));
    return conform::bytesOf(*value, name);
}

Result<bool> In::flag(std::string_view name) const
{
    BT_TRY(const Json* value, member(name));
    if (!value->is_boolean()) return wrong(name, "true or false");
    return value->get<bool>();
}

Result<std::uint64_t> numberOf(const Json& value, std::string_view name, std::uint64_t most)
{
    std::optional<std::uint64_t> out;
    if (value.is_number_unsigned()) out = value.get<std::uint64_t>();
    if (value.is_string()) out = decimal<std::uint64_t>(value.get_ref<const std::string&>());
    if (!out || *out > most) return wrong(name, "a whole number up to " + std::to_string(most));
    return *out;
}

Result<std::int64_t> signedOf(const Json& value, std::string_view name)
{
    std::optional<std::int64_t> out;
    if (value.is_number_integer() && !(value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX))
        out = value.get<std::int64_t>();
    if (value.is_string()) out = decimal<std::int64_t>(value.get_ref<const std::string&>());
    if (!out) return wrong(name, "a whole number of 64 bits");
    return *out;
}

Result<std::uint64_t> In::number(std::string_view name, std::uint64_t most) const
{
    BT_TRY(const Json* value, member(name));
    return numberOf(*value, name, most);
}

Result<const Json*> In::array(std::string_view name) const
{
    BT_TRY(const Json* value, member(name));
    if (!value->is_array()) return wrong(name, "an array");
    return value;
}

Result<In> In::object(std::string_view name) const
{
    BT_TRY(const Json* value, member(name));
    if (!value->is_object()) return wrong(name, "an object");
    return In(*value);
}

Result<std::string> In::textOr(std::string_view name, std::string_view otherwise) const
{
    if (!has(name)) return std::string(otherwise);
    return text(name);
}

Result<Bytes> In::bytesOr(std::string_view name, Bytes otherwise) const
{
    if (!has(name)) return otherwise;
    return bytes(name);
}

Result<std::uint64_t> In::numberOr(std::string_view name, std::uint64_t otherwise, std::uint64_t most) const
{
    if (!has(name)) return otherwise;
    return number(name, most);
}

std::string hex(ByteView bytes) { return codec::hexEncode(bytes); }

std::string refusal(const Json& id, std::string_view code, std::string_view message)
{
    return dumped({{"id", id}, {"ok", false}, {"code", code}, {"message", message}});
}

std::string answer(std::string_view line)
{
    Json id;
    try {
        const auto request = codec::parseJson(line);
        if (!request) return refusal(id, request.error().code, "the line is not one JSON object: " + sentence(request.error()));
        if (!request->is_object()) return refusal(id, "codec.wrong_type", "the line is not a JSON object");
        if (request->contains("id")) id = (*request)["id"];
        const In in(*request);
        const auto name = in.text("op");
        if (!name) return refusal(id, name.error().code, sentence(name.error()));
        const Op* op = find(*name);
        if (op == nullptr) return refusal(id, "not-implemented", "there is no operation of this name here");
        const auto members = in.object("in");
        if (!members) return refusal(id, members.error().code, sentence(members.error()));
        const auto out = op->run(*members);
        if (!out) return refusal(id, out.error().code, sentence(out.error()));
        return dumped({{"id", id}, {"ok", true}, {"out", *out}});
    } catch (const std::bad_alloc&) {
        return refusal(id, "conform.out_of_memory", "this needs more memory than the limit");
    } catch (const std::exception& error) {
        return refusal(id, "conform.exception", std::string("an exception crossed a module's edge: ") + error.what());
    }
}

} // namespace bt::conform
