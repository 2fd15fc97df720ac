// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"

#include <array>
#include <charconv>
#include <cmath>

namespace bt::codec {

namespace {

auto notCanonical(const char* why) { return fail("codec.not_canonical", why); }

// UTF-8 to UTF-16 code units; false if it is no valid UTF-8.
bool toUtf16(std::string_view text, std::u16string& out)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || i + length > text.size()) return false;
        std::uint32_t point = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto b = static_cast<unsigned char>(text[i + k]);
            if ((b & 0xC0) != 0x80) return false;
            point = (point << 6) | (b & 0x3FU);
        }
        const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
        if (overlong || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return false;
        if (point >= 0x10000) {
            out += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10));
            out += static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FF));
        } else {
            out += static_cast<char16_t>(point);
        }
        i += length;
    }
    return true;
}

Result<void> writeText(std::string& out, const std::string& text)
{
    std::u16string checked;
    if (!toUtf16(text, checked)) return notCanonical("text is not UTF-8");
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\t': out += "\\t"; break;
        case '\n': out += "\\n"; break;
        case '\f': out += "\\f"; break;
        case '\r': out += "\\r"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                constexpr std::string_view digits = "0123456789abcdef";
                out += "\\u00";
                out += digits[static_cast<unsigned char>(c) >> 4];
                out += digits[c & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
    return {};
}

// Number::toString of ECMAScript: the shortest digits that read back the same, laid out by its own rules.
Result<void> writeDouble(std::string& out, double value)
{
    if (!std::isfinite(value)) return notCanonical("a number is not finite");
    if (value == 0) { // also -0
        out += '0';
        return {};
    }
    if (value < 0) out += '-';
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value), std::chars_format::scientific);
    const std::string_view written(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
    const std::size_t e = written.find('e');
    std::string digits(1, written[0]);
    if (e > 2) digits += written.substr(2, e - 2);
    std::string_view exponentText = written.substr(e + 1);
    if (exponentText.front() == '+') exponentText.remove_prefix(1);
    int exponent = 0;
    std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent);

    const int count = static_cast<int>(digits.size()); // k
    const int point = exponent + 1;                    // n: the value is 0.digits * 10^n
    if (count <= point && point <= 21) {
        out += digits + std::string(static_cast<std::size_t>(point - count), '0');
    } else if (0 < point && point <= 21) {
        out += digits.substr(0, static_cast<std::size_t>(point)) + '.' + digits.substr(static_cast<std::size_t>(point));
    } else if (-6 < point && point <= 0) {
        out += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    } else {
        out += digits[0];
        if (count > 1) out += '.' + digits.substr(1);
        out += exponent < 0 ? "e-" : "e+";
        out += std::to_string(std::abs(exponent));
    }
    return {};
}

// Beyond 2^53 only what a double holds digit for digit: such as the text of a double, read again.
template <typename Int> Result<void> writeInteger(std::string& out, Int value)
{
    std::string read;
    BT_CHECK(writeDouble(read, static_cast<double>(value)));
    if (read != std::to_string(value)) return notCanonical("an integer beyond 2^53 loses digits");
    out += read;
    return {};
}

Result<void> write(std::string& out, const Json& value);

Result<void> writeObject(std::string& out, const Json& value)
{
    std::vector<std::pair<std::u16string, const Json::object_t::value_type*>> members;
    for (const auto& member : value.get_ref<const Json::object_t&>()) {
        std::u16string key;
        if (!toUtf16(member.first, key)) return notCanonical("a key is not UTF-8");
        members.emplace_back(std::move(key), &member);
    }
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i > 0) out += ',';
        BT_CHECK(writeText(out, members[i].second->first));
        out += ':';
        BT_CHECK(write(out, members[i].second->second));
    }
    out += '}';
    return {};
}

Result<void> write(std::string& out, const Json& value)
{
    switch (value.type()) {
    case Json::value_t::null: out += "null"; return {};
    case Json::value_t::boolean: out += value.get<bool>() ? "true" : "false"; return {};
    case Json::value_t::string: return writeText(out, value.get_ref<const std::string&>());
    case Json::value_t::number_integer: return writeInteger(out, value.get<std::int64_t>());
    case Json::value_t::number_unsigned: return writeInteger(out, value.get<std::uint64_t>());
    case Json::value_t::number_float: return writeDouble(out, value.get<double>());
    case Json::value_t::object: return writeObject(out, value);
    case Json::value_t::array:
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i > 0) out += ',';
            BT_CHECK(write(out, value[i]));
        }
        out += ']';
        return {};
    case Json::value_t::binary:
    case Json::value_t::discarded: break;
    }
    return notCanonical("binary");
}

} // namespace

Result<std::string> canonicalJson(const Json& value)
{
    std::string out;
    BT_CHECK(write(out, value));
    return out;
}

} // namespace bt::codec
