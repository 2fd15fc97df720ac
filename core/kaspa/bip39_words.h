// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The word lists of BIP39 and finding a typed word in them. Pure; no Qt. Thread safety: all functions are; each list is
//! made ready on its first use (a few milliseconds).
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace bt::kaspa {

//! The ten lists of the standard, then two that are only in Trezor's library. A phrase that fits two lists is read as
//! the first of them in this order (its seed is the same in both). The numbers are stored: add only at the end.
enum class WordLanguage : std::uint8_t {
    English,
    Japanese,
    Korean,
    Spanish,
    ChineseSimplified,
    ChineseTraditional,
    French,
    Italian,
    Czech,
    Portuguese,
    Russian,
    Turkish,
};
inline constexpr std::size_t kWordLanguages = 12;
using WordList = std::array<std::string_view, 2048>;

//! Trezor's names: "english", "chinese_simplified", ...
[[nodiscard]] std::string_view languageName(WordLanguage language);
[[nodiscard]] std::optional<WordLanguage> languageNamed(std::string_view name);

//! The words of a language in order, NFKD.
[[nodiscard]] const WordList& wordList(WordLanguage language = WordLanguage::English);
//! Words of the list that begin with `start` (as typed: any case, composed or not), at most `limit`: for completion.
[[nodiscard]] std::vector<std::string_view> wordsStarting(std::string_view start, std::size_t limit = 8,
                                                          WordLanguage language = WordLanguage::English);
//! The place of a word in its list. \param folded NFKD without letter case, as foldedText makes it. Spanish and French
//! words are found without their accents too, as their lists allow, if `accentsOptional`.
[[nodiscard]] std::optional<std::uint16_t> findWord(WordLanguage language, std::string_view folded, bool accentsOptional);

//! NFKD, as BIP39 hashes texts. "kaspa.words.text" for what is not UTF-8.
[[nodiscard]] Result<Secret> normalText(std::string_view text);
//! NFKD without letter case.
[[nodiscard]] Result<Secret> foldedText(std::string_view text);

} // namespace bt::kaspa
