// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"
#include "codec/text.h"

#include <charconv>
#include <limits>

namespace bt::codec {

namespace {

auto wrongType(std::string_view name) { return fail("codec.wrong_type", std::string(name)); }

Result<const Json*> field(const Json& object, std::string_view name)
{
    if (!object.is_object()) return fail("codec.missing_field", std::string(name));
    const auto found = object.find(std::string(name));
    if (found == object.end()) return fail("codec.missing_field", std::string(name));
    return &*found;
}

} // namespace

Result<std::string> textField(const Json& object, std::string_view name)
{
    BT_TRY(const Json* value, field(object, name));
    if (!value->is_string()) return wrongType(name);
    return value->get<std::string>();
}

Result<std::int64_t> intField(const Json& object, std::string_view name)
{
    BT_TRY(const Json* value, field(object, name));
    if (!value->is_number_integer()) return wrongType(name);
    if (value->is_number_unsigned() && value->get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return wrongType(name);
    return value->get<std::int64_t>();
}

Result<bool> boolField(const Json& object, std::string_view name)
{
    BT_TRY(const Json* value, field(object, name));
    if (!value->is_boolean()) return wrongType(name);
    return value->get<bool>();
}

Result<const Json*> objectField(const Json& object, std::string_view name)
{
    BT_TRY(const Json* value, field(object, name));
    if (!value->is_object()) return wrongType(name);
    return value;
}

Result<const Json*> arrayField(const Json& object, std::string_view name)
{
    BT_TRY(const Json* value, field(object, name));
    if (!value->is_array()) return wrongType(name);
    return value;
}

Result<std::uint64_t> amountField(const Json& object, std::string_view name)
{
    BT_TRY(const std::string text, textField(object, name));
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || (text.size() > 1 && text.front() == '0')) return wrongType(name);
    return value;
}

Result<Bytes> bytesField(const Json& object, std::string_view name, std::size_t size)
{
    BT_TRY(const std::string text, textField(object, name));
    auto bytes = base64urlDecode(text);
    if (!bytes || bytes->size() != size) return wrongType(name);
    return bytes;
}

} // namespace bt::codec
