// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/abi/types.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace bt::kaspa::abi {
namespace {

constexpr std::size_t kMaxName = 256;
constexpr std::size_t kMaxDims = 8;
constexpr std::size_t kMaxDepth = 16;
constexpr std::size_t kMaxPayload = 1'000'000;

constexpr std::array<std::pair<std::string_view, Kind>, 8> kBuiltins{{{"int", Kind::Int},
                                                                      {"temporal", Kind::Temporal},
                                                                      {"bool", Kind::Bool},
                                                                      {"byte", Kind::Byte},
                                                                      {"string", Kind::String},
                                                                      {"pubkey", Kind::Pubkey},
                                                                      {"sig", Kind::Sig},
                                                                      {"datasig", Kind::Datasig}}};

tl::unexpected<Error> badType(std::string_view name)
{
    return fail("abi.bad_type", {std::string(name.substr(0, kMaxName))}, "not a type of the contract ABI");
}

Result<void> checkRecord(std::string_view name, const Records& records, std::size_t depth)
{
    const auto found = records.find(name);
    if (found == records.end() || found->second.empty() || depth > kMaxDepth) return badType(name);
    for (const Field& field : found->second)
        if (field.type.kind == Kind::Record) BT_CHECK(checkRecord(field.type.record, records, depth + 1));
    return {};
}

std::string dimsText(const std::vector<std::optional<std::size_t>>& dims)
{
    std::string out;
    for (const auto& dim : dims) out += dim ? "[" + std::to_string(*dim) + "]" : "[]";
    return out;
}

Result<void> flattenInto(const Field& field, const Records& records, std::vector<Field>& out, std::size_t depth)
{
    if (field.type.kind != Kind::Record) {
        out.push_back(field);
        return {};
    }
    BT_CHECK(checkRecord(field.type.record, records, depth));
    for (Field inner : records.find(field.type.record)->second) {
        inner.type.dims.insert(inner.type.dims.end(), field.type.dims.begin(), field.type.dims.end());
        if (inner.type.dims.size() > kMaxDims) return badType(field.type.record);
        BT_CHECK(flattenInto(inner, records, out, depth + 1));
    }
    return {};
}

} // namespace

bool isIdentifier(std::string_view s)
{
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return !s.empty() && letter(s[0]) && std::ranges::all_of(s, [&](char c) { return letter(c) || digit(c); });
}

Type Type::element() const
{
    Type inner = *this;
    inner.dims.pop_back();
    return inner;
}

Result<Type> parseType(std::string_view name, const Records& records)
{
    if (name.size() > kMaxName) return badType(name);
    Type type;
    const std::size_t bracket = std::min(name.find('['), name.size());
    const std::string_view base = name.substr(0, bracket);
    const auto builtin = std::ranges::find(kBuiltins, base, [](const auto& b) { return b.first; });
    if (builtin != kBuiltins.end()) {
        type.kind = builtin->second;
    } else {
        if (!isIdentifier(base)) return badType(name);
        type.kind = Kind::Record;
        type.record = std::string(base);
        BT_CHECK(checkRecord(base, records, 0));
    }
    for (std::string_view rest = name.substr(bracket); !rest.empty();) {
        const std::size_t end = rest.find(']');
        if (rest[0] != '[' || end == std::string_view::npos || type.dims.size() == kMaxDims) return badType(name);
        const std::string_view digits = rest.substr(1, end - 1);
        rest.remove_prefix(end + 1);
        if (digits.empty()) {
            type.dims.emplace_back();
            continue;
        }
        std::size_t length = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), length);
        if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || (digits[0] == '0' && digits.size() > 1) ||
            length > kMaxPayload) // zero is written 0
            return badType(name);
        type.dims.emplace_back(length);
    }
    return type;
}

Result<std::string> dispatchTypeName(const Type& type, const Records& records)
{
    std::string base;
    if (type.kind == Kind::Record) {
        BT_CHECK(checkRecord(type.record, records, 0));
        base = "{";
        for (const Field& field : records.find(type.record)->second) {
            BT_TRY(const std::string inner, dispatchTypeName(field.type, records));
            if (base.size() > 1) base += ",";
            base += inner;
        }
        base += "}";
    } else {
        base = std::ranges::find(kBuiltins, type.kind, [](const auto& b) { return b.second; })->first;
    }
    return base + dimsText(type.dims);
}

Result<std::size_t> payloadSize(const Type& type)
{
    std::size_t size = 0;
    switch (type.kind) {
    case Kind::Int:
    case Kind::Temporal: size = 8; break;
    case Kind::Bool:
    case Kind::Byte: size = 1; break;
    case Kind::Pubkey: size = 32; break;
    case Kind::Sig: size = 65; break;
    case Kind::Datasig: size = 64; break;
    case Kind::String:
    case Kind::Record: return fail("abi.bad_type", "no fixed size");
    }
    for (const auto& dim : type.dims) {
        if (!dim) return fail("abi.bad_type", "no fixed size");
        if (*dim != 0 && size > kMaxPayload / *dim) return fail("abi.bad_type", "too large");
        size *= *dim;
    }
    return size;
}

Result<std::vector<Field>> flatten(const Field& field, const Records& records)
{
    std::vector<Field> out;
    BT_CHECK(flattenInto(field, records, out, 0));
    return out;
}

} // namespace bt::kaspa::abi
