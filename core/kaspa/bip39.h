// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Words that stand for a seed (BIP39), in any of the standard's languages. Words are secrets and live in Secret as
//! UTF-8. Pure; no Qt. Thread safety: all functions are. seedFromWords() takes some milliseconds (2,048 rounds of
//! HMAC-SHA512).
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "base/secret.h"
#include "kaspa/bip39_words.h"

#include <string_view>

namespace bt::kaspa {

//! \param entropy 16, 20, 24, 28 or 32 bytes. \returns 12 to 24 words in NFKD with one space between (in Japanese an
//!        ideographic one, as its list asks); "kaspa.words.entropy_size" otherwise.
[[nodiscard]] Result<Secret> wordsFromEntropy(ByteView entropy, WordLanguage language = WordLanguage::English);
//! Fresh words. \param count 12 or 24.
[[nodiscard]] Result<Secret> newWords(Random& random, std::size_t count = 24, WordLanguage language = WordLanguage::English);

//! What words as typed stand for.
struct Phrase {
    Secret entropy;
    WordLanguage language = WordLanguage::English;
};
//! Checks words as typed (any white space, NFKD, letter case ignored) against every list: the first one that has all
//! words and whose checksum fits. The same entropy has another seed in every language: keep both.
//! \returns the phrase; "kaspa.words.count" (args: found), "kaspa.words.unknown" (args: number of the first word, from
//!          1, that is not in the list which has most of them), "kaspa.words.checksum" or "kaspa.words.text" for text
//!          that is not UTF-8. The detail names the list.
[[nodiscard]] Result<Phrase> readWords(std::string_view words);
//! Only the entropy of readWords.
[[nodiscard]] Result<Secret> entropyFromWords(std::string_view words);
//! The words as BIP39 hashes them: the list's spelling in NFKD, one plain space between. Errors as readWords.
[[nodiscard]] Result<Secret> canonicalWords(std::string_view words);
//! BIP39 seed of 64 bytes. `words` are checked first; the passphrase is optional. Errors as readWords.
[[nodiscard]] Result<Secret> seedFromWords(std::string_view words, std::string_view passphrase = {});

} // namespace bt::kaspa
