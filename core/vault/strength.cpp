// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vault.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace bt::vault {
namespace {

constexpr std::size_t kLeastCharacters = 8;

// First guesses of every attacker, in lower case; runs and repeats are caught by rule.
constexpr std::array<std::string_view, 22> kCommon{"password",  "password1", "password12", "password123", "passwort", "passwort1",
                                                   "passw0rd",  "p@ssw0rd",  "qwertyui",   "qwertyuiop",  "qwertzui", "qwertzuiop",
                                                   "qwerty123", "1q2w3e4r",  "1qaz2wsx",   "iloveyou",    "sunshine", "princess",
                                                   "football",  "baseball",  "letmein1",   "welcome1"};

std::size_t characters(ByteView text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](std::uint8_t b) { return (b & 0xc0) != 0x80; }));
}

// "12345678", "hgfedcba": each byte one above (or below) the one before it.
bool isRun(ByteView text)
{
    const int step = text.size() > 1 ? text[1] - text[0] : 0;
    if (step != 1 && step != -1) return false;
    for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i] - text[i - 1] != step && !(text[i - 1] == '9' && text[i] == '0')) return false;
    return true;
}

// The whole is one to four bytes over and over: "aaaaaaaa", "abababab", "1234512345" counts as its own.
bool isRepeat(ByteView text)
{
    for (std::size_t period = 1; period <= 4 && period * 2 <= text.size(); ++period) {
        bool same = true;
        for (std::size_t i = period; i < text.size() && same; ++i) same = text[i] == text[i - period];
        if (same) return true;
    }
    return false;
}

} // namespace

Result<void> checkPassphraseStrength(const Secret& passphrase)
{
    const ByteView text = passphrase.view();
    if (characters(text) < kLeastCharacters) return fail("vault.weak_passphrase", {"short", std::to_string(kLeastCharacters)}, "too short");
    if (isRepeat(text) || isRun(text)) return fail("vault.weak_passphrase", {"repeats"}, "one pattern over and over");
    const bool common = std::ranges::any_of(kCommon, [&](std::string_view word) {
        return std::ranges::equal(
            text, word, [](std::uint8_t a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == static_cast<unsigned char>(b); });
    });
    if (common) return fail("vault.weak_passphrase", {"common"}, "on every guesser's list");
    return {};
}

} // namespace bt::vault
