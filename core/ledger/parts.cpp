// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/parts.h"

#include "codec/text.h"
#include "crypto/hash.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace bt::ledger {
namespace {

constexpr std::size_t kCheck = 4;
constexpr std::size_t kLine = 72;

tl::unexpected<Error> unreadable(const char* why) { return fail("parts.unreadable", why); }

std::string upper(std::string text)
{
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}
std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}
bool white(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

Bytes checkOf(ByteView bytes)
{
    const Hash256 hash = crypto::blake3(bytes);
    return bytesOf(hash.view().first(kCheck));
}

//! Five bytes of the whole's hash: eight characters.
std::string groupOf(ByteView whole) { return upper(codec::base32Encode(crypto::blake3(whole).view().first(5))); }

Bytes partCheck(std::size_t number, std::size_t of, std::string_view group, ByteView data)
{
    Bytes all;
    appendLe(all, static_cast<std::uint16_t>(number));
    appendLe(all, static_cast<std::uint16_t>(of));
    append(all, viewOf(group));
    append(all, data);
    return checkOf(all);
}

struct Part {
    std::size_t number = 0;
    std::size_t of = 0;
    std::string group;
    Bytes data;
};

std::optional<std::size_t> numberIn(std::string_view text)
{
    std::size_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size() || out == 0 || out > kMaxParts || text.front() == '0') return {};
    return out;
}

Result<Part> partIn(std::string_view word, std::string_view tag)
{
    if (word.substr(0, tag.size() + 1) != std::string(tag) + ":") return unreadable("another kind of text");
    word.remove_prefix(tag.size() + 1);
    const auto slash = word.find('/');
    const auto colon = word.find(':');
    if (slash == std::string_view::npos || colon == std::string_view::npos || slash > colon) return unreadable("no number");
    const auto number = numberIn(word.substr(0, slash));
    const auto of = numberIn(word.substr(slash + 1, colon - slash - 1));
    if (!number || !of || *number > *of) return unreadable("a number that cannot be");
    word.remove_prefix(colon + 1);
    if (word.size() < 9 || word[8] != ':') return unreadable("no group");
    Part part{*number, *of, std::string(word.substr(0, 8)), {}};
    const auto damaged = [&] { return fail("parts.damaged", {std::to_string(part.number)}, "a part does not match its checksum"); };
    const auto data = codec::base32Decode(lower(word.substr(9)));
    if (!data || data->size() < kCheck) return damaged();
    const ByteView body = ByteView(*data).first(data->size() - kCheck);
    if (!equal(partCheck(part.number, part.of, part.group, body), ByteView(*data).last(kCheck))) return damaged();
    part.data = bytesOf(body);
    return part;
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < text.size();) {
        while (i < text.size() && white(text[i])) ++i;
        const std::size_t from = i;
        while (i < text.size() && !white(text[i])) ++i;
        if (i > from) out.push_back(text.substr(from, i - from));
    }
    return out;
}

} // namespace

std::vector<std::string> toParts(ByteView whole, std::string_view tag, std::size_t most)
{
    const std::string group = groupOf(whole);
    // "TAG:400/400:GROUPXXX:" stands in front, eight characters hold five bytes.
    const std::size_t head = tag.size() + 1 + 7 + 1 + group.size() + 1;
    const std::size_t room = (std::max<std::size_t>(most, 120) - head) / 8 * 5 - kCheck;
    const std::size_t count = std::max<std::size_t>((whole.size() + room - 1) / room, 1);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i) {
        // Parts of one length: then no code is drawn much denser than the others.
        const std::size_t from = whole.size() * i / count;
        const ByteView piece = whole.subspan(from, whole.size() * (i + 1) / count - from);
        Bytes data = bytesOf(piece);
        append(data, partCheck(i + 1, count, group, piece));
        out.push_back(std::string(tag) + ":" + std::to_string(i + 1) + "/" + std::to_string(count) + ":" + group + ":" +
                      upper(codec::base32Encode(data)));
    }
    return out;
}

bool looksLikeParts(std::string_view text, std::string_view tag)
{
    while (!text.empty() && white(text.front())) text.remove_prefix(1);
    return text.substr(0, tag.size() + 1) == std::string(tag) + ":";
}

Result<Bytes> fromParts(std::string_view text, std::string_view tag)
{
    if (text.size() > 2 * kMaxPartedBytes + kMaxParts * 64) return unreadable("too much");
    std::map<std::size_t, Part> parts;
    for (const std::string_view word : wordsOf(text)) {
        BT_TRY(Part part, partIn(word, tag));
        if (!parts.empty() && (part.of != parts.begin()->second.of || part.group != parts.begin()->second.group))
            return fail("parts.mixed", "parts of different wholes");
        const auto [at, fresh] = parts.try_emplace(part.number, part);
        if (!fresh && at->second.data != part.data) return fail("parts.mixed", "two parts with one number");
    }
    if (parts.empty()) return unreadable("nothing there");
    const std::size_t of = parts.begin()->second.of;
    if (parts.size() < of) {
        std::string which;
        for (std::size_t i = 1, named = 0; i <= of && named < 5; ++i)
            if (!parts.contains(i)) {
                which += (which.empty() ? "" : ", ") + std::to_string(i);
                ++named;
            }
        return fail("parts.missing", {std::to_string(parts.size()), std::to_string(of), which}, {});
    }
    Bytes whole;
    for (const auto& [number, part] : parts) append(whole, part.data);
    if (whole.size() > kMaxPartedBytes) return unreadable("too much");
    if (groupOf(whole) != parts.begin()->second.group) return fail("parts.mixed", "the parts do not give the whole");
    return whole;
}

std::string toFileText(ByteView whole, std::string_view title)
{
    Bytes all = bytesOf(whole);
    append(all, checkOf(whole));
    const std::string body = codec::base64urlEncode(all);
    std::string out = std::string(title) + "\n";
    for (std::size_t i = 0; i < body.size(); i += kLine) out += body.substr(i, kLine) + "\n";
    return out;
}

Result<Bytes> fromFileText(std::string_view text, std::string_view title)
{
    if (text.size() > 2 * kMaxPartedBytes) return unreadable("too much");
    while (!text.empty() && white(text.front())) text.remove_prefix(1);
    if (text.substr(0, title.size()) != title || text.size() == title.size() || !white(text[title.size()]))
        return unreadable("another title");
    std::string body;
    for (const char c : text.substr(title.size()))
        if (!white(c)) body.push_back(c);
    const auto all = codec::base64urlDecode(body);
    if (!all || all->size() < kCheck) return unreadable("not the text of such a file");
    const ByteView whole = ByteView(*all).first(all->size() - kCheck);
    if (whole.size() > kMaxPartedBytes) return unreadable("too much");
    if (!equal(checkOf(whole), ByteView(*all).last(kCheck))) return fail("parts.damaged", {std::string("1")}, "the checksum differs");
    return bytesOf(whole);
}

} // namespace bt::ledger
