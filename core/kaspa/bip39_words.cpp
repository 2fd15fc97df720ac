// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/bip39_words.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <string>
#include <utility>

namespace bt::kaspa {
namespace {

// Made from wordlists/*.txt at build time, in the order of WordLanguage.
constexpr std::array<std::string_view, kWordLanguages> kTexts = {
#include "words_english.inc"
    ,
#include "words_japanese.inc"
    ,
#include "words_korean.inc"
    ,
#include "words_spanish.inc"
    ,
#include "words_chinese_simplified.inc"
    ,
#include "words_chinese_traditional.inc"
    ,
#include "words_french.inc"
    ,
#include "words_italian.inc"
    ,
#include "words_czech.inc"
    ,
#include "words_portuguese.inc"
    ,
#include "words_russian.inc"
    ,
#include "words_turkish.inc"
};
constexpr std::array<std::string_view, kWordLanguages> kNames = {
    "english", "japanese",   "korean",  "spanish", "chinese_simplified", "chinese_traditional", "french", "italian",
    "czech",   "portuguese", "russian", "turkish"};

constexpr int kNfkd = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT;

//! Runs utf8proc and hands its buffer to `use`, then wipes it. False for text that is not UTF-8.
template <typename Use> bool mapped(std::string_view text, int options, const Use& use)
{
    utf8proc_uint8_t* raw = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                               static_cast<utf8proc_ssize_t>(text.size()), &raw, static_cast<utf8proc_option_t>(options));
    if (size < 0) return false;
    use(ByteView(raw, static_cast<std::size_t>(size)));
    wipe(raw, static_cast<std::size_t>(size));
    std::free(raw);
    return true;
}

std::string openText(std::string_view text, int options) // for the lists themselves, which are no secrets
{
    std::string out;
    mapped(text, options, [&](ByteView bytes) { out = textOf(bytes); });
    return out;
}

struct Entry {
    std::string key; //!< the word, folded
    std::uint16_t place;
    bool stripped; //!< without its accents
    auto operator<=>(const Entry&) const = default;
};
std::string_view keyOf(const Entry& entry) { return entry.key; }

struct Language {
    std::string text; //!< NFKD; the words point into it
    WordList words;
    std::vector<Entry> index; //!< sorted
};

Language prepared(WordLanguage which)
{
    Language out;
    out.text = openText(kTexts[static_cast<std::size_t>(which)], kNfkd);
    return out;
}

void fill(Language& language, bool accentsOptional)
{
    std::size_t at = 0;
    for (std::uint16_t i = 0; i < language.words.size(); ++i) {
        const std::size_t end = std::min(language.text.find('\n', at), language.text.size());
        const std::string_view word = std::string_view(language.text).substr(at, end - at);
        language.words[i] = word;
        language.index.push_back({openText(word, kNfkd | UTF8PROC_CASEFOLD), i, false});
        if (accentsOptional) {
            std::string plain = openText(word, kNfkd | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
            if (plain != language.index.back().key) language.index.push_back({std::move(plain), i, true});
        }
        at = std::min(end + 1, language.text.size());
    }
    std::ranges::sort(language.index);
}

const Language& languageOf(WordLanguage which)
{
    static std::array<Language, kWordLanguages> all;
    static std::array<std::once_flag, kWordLanguages> once;
    const auto i = static_cast<std::size_t>(which);
    std::call_once(once[i], [&] {
        all[i] = prepared(which);
        fill(all[i], which == WordLanguage::Spanish || which == WordLanguage::French);
    });
    return all[i];
}

} // namespace

std::string_view languageName(WordLanguage language) { return kNames[static_cast<std::size_t>(language)]; }

std::optional<WordLanguage> languageNamed(std::string_view name)
{
    const auto it = std::ranges::find(kNames, name);
    if (it == kNames.end()) return std::nullopt;
    return static_cast<WordLanguage>(it - kNames.begin());
}

const WordList& wordList(WordLanguage language) { return languageOf(language).words; }

std::vector<std::string_view> wordsStarting(std::string_view start, std::size_t limit, WordLanguage language)
{
    const Language& list = languageOf(language);
    auto folded = foldedText(start);
    if (!folded) return {};
    const std::string_view wanted(reinterpret_cast<const char*>(folded->data()), folded->size());
    std::vector<std::uint16_t> places;
    for (auto it = std::ranges::lower_bound(list.index, wanted, {}, keyOf);
         it != list.index.end() && it->key.starts_with(wanted) && places.size() < limit; ++it)
        if (std::ranges::find(places, it->place) == places.end()) places.push_back(it->place);
    std::vector<std::string_view> out;
    for (const std::uint16_t place : places) out.push_back(list.words[place]);
    return out;
}

std::optional<std::uint16_t> findWord(WordLanguage language, std::string_view folded, bool accentsOptional)
{
    const auto& index = languageOf(language).index;
    const auto it = std::ranges::lower_bound(index, folded, {}, keyOf);
    if (it == index.end() || it->key != folded || (it->stripped && !accentsOptional)) return std::nullopt;
    return it->place;
}

Result<Secret> normalText(std::string_view text)
{
    Secret out;
    if (!mapped(text, kNfkd, [&](ByteView bytes) { out = Secret::copyOf(bytes); })) return fail("kaspa.words.text", "not UTF-8");
    return out;
}

Result<Secret> foldedText(std::string_view text)
{
    Secret out;
    if (!mapped(text, kNfkd | UTF8PROC_CASEFOLD, [&](ByteView bytes) { out = Secret::copyOf(bytes); }))
        return fail("kaspa.words.text", "not UTF-8");
    return out;
}

} // namespace bt::kaspa
