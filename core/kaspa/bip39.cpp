// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/bip39.h"

#include "crypto/hash.h"
#include "crypto/kdf.h"

#include <cstring>
#include <string>

namespace bt::kaspa {
namespace {

constexpr std::string_view kIdeographicSpace = "\xe3\x80\x80"; // U+3000

std::string_view textIn(const Secret& secret) { return {reinterpret_cast<const char*>(secret.data()), secret.size()}; }

bool entropySizeKnown(std::size_t bytes) { return bytes >= 16 && bytes <= 32 && bytes % 4 == 0; }
bool countKnown(std::size_t words) { return words >= 12 && words <= 24 && words % 3 == 0; }

//! Places of words: wiped when it goes.
struct Numbers {
    std::vector<std::uint16_t> all;
    explicit Numbers(std::size_t count) : all(count) {}
    Numbers(Numbers&&) noexcept = default;
    Numbers& operator=(Numbers&&) = delete;
    ~Numbers() { wipe(all.data(), all.size() * sizeof(std::uint16_t)); }
};

//! Word numbers of entropy and its checksum: 11 bits each.
Numbers numbersOf(ByteView entropy)
{
    Secret bits(entropy.size() + 1);
    std::memcpy(bits.data(), entropy.data(), entropy.size());
    bits.data()[entropy.size()] = crypto::sha256(entropy).bytes[0];
    Numbers out(entropy.size() / 4 * 3);
    for (std::size_t i = 0; i < out.all.size() * 11; ++i) {
        const unsigned bit = (bits.data()[i / 8] >> (7 - i % 8)) & 1U;
        out.all[i / 11] = static_cast<std::uint16_t>((out.all[i / 11] << 1) | bit);
    }
    return out;
}

//! The entropy of words whose checksum fits.
std::optional<Secret> entropyOf(const Numbers& numbers)
{
    Secret entropy(numbers.all.size() / 3 * 4);
    for (std::size_t i = 0; i < entropy.size() * 8; ++i) {
        const unsigned bit = (numbers.all[i / 11] >> (10 - i % 11)) & 1U;
        entropy.data()[i / 8] = static_cast<std::uint8_t>((entropy.data()[i / 8] << 1) | bit);
    }
    if (numbersOf(entropy.view()).all != numbers.all) return std::nullopt;
    return entropy;
}

Secret joined(const Numbers& numbers, const WordList& words, std::string_view space)
{
    std::size_t size = (numbers.all.size() - 1) * space.size();
    for (const auto n : numbers.all) size += words[n].size();
    Secret out(size);
    std::size_t at = 0;
    const auto put = [&](std::string_view part) {
        std::memcpy(out.data() + at, part.data(), part.size());
        at += part.size();
    };
    for (const auto n : numbers.all) {
        if (at > 0) put(space);
        put(words[n]);
    }
    return out;
}

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f'; }

std::vector<std::string_view> split(std::string_view text)
{
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && !isSpace(text[end])) ++end;
        if (end > at) out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

constexpr std::size_t kMaxWordsText = 4096; // 24 words of the longest list are below 700 bytes

} // namespace

Result<Secret> wordsFromEntropy(ByteView entropy, WordLanguage language)
{
    if (!entropySizeKnown(entropy.size())) return fail("kaspa.words.entropy_size");
    return joined(numbersOf(entropy), wordList(language), language == WordLanguage::Japanese ? kIdeographicSpace : " ");
}

Result<Secret> newWords(Random& random, std::size_t count, WordLanguage language)
{
    if (count != 12 && count != 24) return fail("kaspa.words.count", {std::to_string(count)}, "12 or 24");
    return wordsFromEntropy(random.secret(count / 3 * 4).view(), language);
}

Result<Phrase> readWords(std::string_view words)
{
    if (words.size() > kMaxWordsText) // nothing that long is a phrase: count, do not fold megabytes
        return fail("kaspa.words.count", {std::to_string(split(words).size())}, "longer than 24 words can be");
    BT_TRY(const Secret plain, foldedText(words)); // an ideographic space becomes a plain one here
    const std::vector<std::string_view> typed = split(textIn(plain));
    Numbers numbers(typed.size());
    std::size_t mostKnown = 0;
    std::size_t firstUnknown = 0;
    std::optional<WordLanguage> nearest;
    bool allKnown = false;
    // What is written exactly as in one list is not taken for another list's words without their accents.
    for (const bool accentsOptional : {false, true}) {
        for (std::size_t l = 0; l < kWordLanguages; ++l) {
            const auto language = static_cast<WordLanguage>(l);
            std::size_t known = 0;
            std::size_t unknown = 0;
            for (std::size_t i = 0; i < typed.size(); ++i) {
                const auto place = findWord(language, typed[i], accentsOptional);
                if (place) ++known;
                if (!place && unknown == 0) unknown = i + 1;
                numbers.all[i] = place.value_or(0);
            }
            if (unknown == 0 && countKnown(typed.size()))
                if (auto entropy = entropyOf(numbers)) return Phrase{std::move(*entropy), language};
            if (!nearest || known > mostKnown) {
                nearest = language;
                mostKnown = known;
                firstUnknown = unknown;
            }
            allKnown = allKnown || unknown == 0;
        }
    }
    if (!allKnown)
        return fail("kaspa.words.unknown", {std::to_string(firstUnknown)}, "not in the list: " + std::string(languageName(*nearest)));
    if (!countKnown(typed.size())) return fail("kaspa.words.count", {std::to_string(typed.size())}, "12, 15, 18, 21 or 24");
    return fail("kaspa.words.checksum", std::string(languageName(*nearest)));
}

Result<Secret> entropyFromWords(std::string_view words)
{
    BT_TRY(Phrase phrase, readWords(words));
    return std::move(phrase.entropy);
}

Result<Secret> canonicalWords(std::string_view words)
{
    BT_TRY(const Phrase phrase, readWords(words));
    return joined(numbersOf(phrase.entropy.view()), wordList(phrase.language), " ");
}

Result<Secret> seedFromWords(std::string_view words, std::string_view passphrase)
{
    BT_TRY(const Secret canonical, canonicalWords(words));
    BT_TRY(const Secret extra, normalText(passphrase));
    Secret salt(8 + extra.size());
    std::memcpy(salt.data(), "mnemonic", 8);
    if (!extra.empty()) std::memcpy(salt.data() + 8, extra.data(), extra.size());
    return crypto::pbkdf2Sha512(canonical.view(), salt.view(), 2048, 64);
}

} // namespace bt::kaspa
