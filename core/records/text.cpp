// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/text.h"

#include <cstdint>
#include <optional>

namespace bt::records {

namespace {

//! Reads one code point from the front of `text`; nothing for what RFC 3629 forbids (overlong, surrogate, cut off).
std::optional<char32_t> nextCodePoint(std::string_view& text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    std::size_t more = 0;
    char32_t value = 0, least = 0;
    if (first < 0x80) {
        value = first;
    } else if ((first & 0xe0) == 0xc0) {
        more = 1, value = first & 0x1fU, least = 0x80;
    } else if ((first & 0xf0) == 0xe0) {
        more = 2, value = first & 0x0fU, least = 0x800;
    } else if ((first & 0xf8) == 0xf0) {
        more = 3, value = first & 0x07U, least = 0x10000;
    } else {
        return {};
    }
    if (text.size() <= more) return {};
    for (std::size_t i = 1; i <= more; ++i) {
        if ((byte(i) & 0xc0) != 0x80) return {};
        value = (value << 6) | (byte(i) & 0x3fU);
    }
    if (value < least || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return {};
    text.remove_prefix(more + 1);
    return value;
}

bool breaksLine(char32_t c) { return c == '\n' || c == 0x2028 || c == 0x2029; }
bool turning(char32_t c) { return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069); }
bool control(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0); }

Result<std::string> clean(std::string_view text, std::size_t maxBytes, bool oneLine)
{
    const auto tooLong = [&] { return fail("record.too_long", {std::to_string(maxBytes)}, {}); };
    if (text.size() > 4 * maxBytes + 64) return tooLong(); // no need to look at it
    std::string lines;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') lines += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n') lines += '\n';
    }
    std::string_view rest = lines;
    const auto white = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    while (!rest.empty() && white(rest.front())) rest.remove_prefix(1);
    while (!rest.empty() && white(rest.back())) rest.remove_suffix(1);
    if (rest.size() > maxBytes) return tooLong();
    std::string out(rest);
    while (!rest.empty()) {
        const auto c = nextCodePoint(rest);
        if (!c || control(*c) || (oneLine && (breaksLine(*c) || turning(*c) || *c == '\t'))) return fail("record.bad_text");
    }
    return out;
}

} // namespace

Result<std::string> plainText(std::string_view text, std::size_t maxBytes) { return clean(text, maxBytes, false); }
Result<std::string> plainLine(std::string_view text, std::size_t maxBytes) { return clean(text, maxBytes, true); }

bool turns(std::string_view text)
{
    while (!text.empty()) {
        const auto c = nextCodePoint(text);
        if (!c || turning(*c)) return true;
    }
    return false;
}

} // namespace bt::records
