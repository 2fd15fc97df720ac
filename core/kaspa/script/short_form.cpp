// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/short_form.h"

#include "kaspa/script/limits.h"
#include "kaspa/script/opcode_table.h"

#include <charconv>
#include <map>
#include <optional>

namespace bt::kaspa::script {

namespace {

std::string folded(std::string_view word)
{
    std::string out;
    for (const char c : word) {
        if (c == '_') continue;
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

const std::map<std::string, std::uint8_t>& names()
{
    static const auto kNames = [] {
        std::map<std::string, std::uint8_t> out;
        for (unsigned c = 0; c < 256; ++c) {
            const auto code = static_cast<std::uint8_t>(c);
            const std::string name = folded(infoOf(code).name);
            out.emplace(name, code);
            // Op2 .. Op16 keep their prefix: "2" is a number.
            if (code <= OpTrue || code > Op16) out.emplace(name.substr(2), code);
        }
        return out;
    }();
    return kNames;
}

std::optional<std::int64_t> numberOf(std::string_view word)
{
    if (word.size() > 1 && word[0] == '+' && word[1] != '-') word.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (fault != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return value;
}

std::optional<Bytes> hexOf(std::string_view word)
{
    if (!word.starts_with("0x") || word.size() % 2 != 0) return std::nullopt;
    Bytes out;
    for (std::size_t i = 2; i < word.size(); i += 2) {
        std::uint8_t byte = 0;
        const auto [end, fault] = std::from_chars(word.data() + i, word.data() + i + 2, byte, 16);
        if (fault != std::errc() || end != word.data() + i + 2) return std::nullopt;
        out.push_back(byte);
    }
    return out;
}

Result<void> addWord(std::string_view word, std::size_t maxElement, ScriptBuilder& builder)
{
    if (const auto number = numberOf(word)) {
        builder.number(*number);
    } else if (const auto raw = hexOf(word)) {
        for (const std::uint8_t b : *raw) builder.op(b);
    } else if (word.size() >= 2 && word.front() == '\'' && word.back() == '\'') {
        if (word.size() - 2 > maxElement)
            return fail(textOf(Rule::ElementTooBig).code, {std::string(textOf(Rule::ElementTooBig).name)},
                        std::to_string(word.size() - 2) + " bytes in one push");
        builder.data(viewOf(word.substr(1, word.size() - 2)));
    } else if (const auto it = names().find(folded(word)); it != names().end()) {
        builder.op(it->second);
    } else {
        return fail("kaspa.script.short_form", {std::string(word)}, "unknown word");
    }
    return {};
}

} // namespace

Result<Bytes> parseShortForm(std::string_view text, std::size_t maxElement)
{
    ScriptBuilder builder;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        line = line.substr(0, line.find('#'));
        for (;;) {
            const std::size_t from = line.find_first_not_of(" \t\r");
            if (from == std::string_view::npos) break;
            line.remove_prefix(from);
            const std::string_view word = line.substr(0, line.find_first_of(" \t\r"));
            line.remove_prefix(word.size());
            BT_CHECK(addWord(word, maxElement, builder));
        }
    }
    return builder.script();
}

} // namespace bt::kaspa::script
