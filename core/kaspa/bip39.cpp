// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/bip39.h"

#include "crypto/hash.h"
#include "crypto/kdf.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>

namespace bt::kaspa
{
namespace
{

constexpr std::array<std::string_view, 2048> kWords = {
#include "english_words.inc" // made from wordlists/english.txt at build time
};
static_assert(!kWords.back().empty());

//! NFKD, with the library's buffer wiped. `fold`: letter case too.
Result<Secret> nfkd(std::string_view text, bool fold)
{
    utf8proc_uint8_t* raw = nullptr;
    int options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT;
    if (fold) options |= UTF8PROC_CASEFOLD;
    const utf8proc_ssize_t size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &raw, static_cast<utf8proc_option_t>(options));
    if (size < 0) return fail("kaspa.words.text", "not UTF-8");
    Secret out = Secret::copyOf({raw, static_cast<std::size_t>(size)});
    wipe(raw, static_cast<std::size_t>(size));
    std::free(raw);
    return out;
}

std::string_view textIn(const Secret& secret) { return {reinterpret_cast<const char*>(secret.data()), secret.size()}; }

bool entropySizeKnown(std::size_t bytes) { return bytes >= 16 && bytes <= 32 && bytes % 4 == 0; }

//! Word numbers of entropy and its checksum: 11 bits each.
std::vector<std::uint16_t> numbersOf(ByteView entropy)
{
    Secret bits(entropy.size() + 1);
    std::memcpy(bits.data(), entropy.data(), entropy.size());
    bits.data()[entropy.size()] = crypto::sha256(entropy).bytes[0];
    const std::size_t count = entropy.size() * 8 * 33 / 32 / 11;
    std::vector<std::uint16_t> out(count);
    for (std::size_t i = 0; i < count * 11; ++i) {
        const unsigned bit = (bits.data()[i / 8] >> (7 - i % 8)) & 1U;
        out[i / 11] = static_cast<std::uint16_t>((out[i / 11] << 1) | bit);
    }
    return out;
}

Secret joined(std::vector<std::uint16_t> numbers)
{
    std::size_t size = numbers.size() - 1;
    for (const auto n : numbers) size += kWords[n].size();
    Secret out(size);
    std::size_t at = 0;
    for (const auto n : numbers) {
        if (at > 0) out.data()[at++] = ' ';
        std::memcpy(out.data() + at, kWords[n].data(), kWords[n].size());
        at += kWords[n].size();
    }
    wipe(numbers.data(), numbers.size() * sizeof(std::uint16_t));
    return out;
}

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f'; }

} // namespace

const std::array<std::string_view, 2048>& wordList() { return kWords; }

std::vector<std::string_view> wordsStarting(std::string_view start, std::size_t limit)
{
    std::vector<std::string_view> out;
    for (auto it = std::ranges::lower_bound(kWords, start); it != kWords.end() && it->starts_with(start); ++it) {
        if (out.size() == limit) break;
        out.push_back(*it);
    }
    return out;
}

Result<Secret> wordsFromEntropy(ByteView entropy)
{
    if (!entropySizeKnown(entropy.size())) return fail("kaspa.words.entropy_size");
    return joined(numbersOf(entropy));
}

Result<Secret> newWords(Random& random, std::size_t count)
{
    if (count != 12 && count != 24) return fail("kaspa.words.count", {std::to_string(count)}, "12 or 24");
    return wordsFromEntropy(random.secret(count / 3 * 4).view());
}

Result<Secret> entropyFromWords(std::string_view words)
{
    BT_TRY(const Secret plain, nfkd(words, true));
    const std::string_view text = textIn(plain);
    std::vector<std::uint16_t> numbers;
    numbers.reserve(32);
    std::size_t count = 0;
    std::size_t unknown = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (isSpace(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && !isSpace(text[end])) ++end;
        ++count;
        const std::string_view word = text.substr(at, end - at);
        const auto it = std::ranges::lower_bound(kWords, word);
        if ((it == kWords.end() || *it != word) && unknown == 0) unknown = count;
        if (unknown == 0 && numbers.size() < 32) numbers.push_back(static_cast<std::uint16_t>(it - kWords.begin()));
        at = end;
    }
    if (unknown != 0) return fail("kaspa.words.unknown", {std::to_string(unknown)}, "not in the English list");
    if (count < 12 || count > 24 || count % 3 != 0)
        return fail("kaspa.words.count", {std::to_string(count)}, "12, 15, 18, 21 or 24");
    Secret entropy(count / 3 * 4);
    for (std::size_t i = 0; i < entropy.size() * 8; ++i) {
        const unsigned bit = (numbers[i / 11] >> (10 - i % 11)) & 1U;
        entropy.data()[i / 8] = static_cast<std::uint8_t>((entropy.data()[i / 8] << 1) | bit);
    }
    std::vector<std::uint16_t> expected = numbersOf(entropy.view());
    const bool right = expected == numbers;
    wipe(expected.data(), expected.size() * sizeof(std::uint16_t));
    wipe(numbers.data(), numbers.size() * sizeof(std::uint16_t));
    if (!right) return fail("kaspa.words.checksum");
    return entropy;
}

Result<Secret> canonicalWords(std::string_view words)
{
    BT_TRY(const Secret entropy, entropyFromWords(words));
    return wordsFromEntropy(entropy.view());
}

Result<Secret> seedFromWords(std::string_view words, std::string_view passphrase)
{
    BT_TRY(const Secret canonical, canonicalWords(words));
    BT_TRY(const Secret extra, nfkd(passphrase, false));
    Secret salt(8 + extra.size());
    std::memcpy(salt.data(), "mnemonic", 8);
    if (!extra.empty()) std::memcpy(salt.data() + 8, extra.data(), extra.size());
    return crypto::pbkdf2Sha512(canonical.view(), salt.view(), 2048, 64);
}

} // namespace bt::kaspa
