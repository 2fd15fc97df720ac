// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Words that stand for a seed (BIP39, English list). Words are secrets and live in Secret as UTF-8. Pure; no Qt.
//! Thread safety: all functions are. seedOf() takes some milliseconds (2,048 rounds of HMAC-SHA512).
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "base/secret.h"

#include <array>
#include <string_view>
#include <vector>

namespace bt::kaspa
{

//! The 2,048 English words in order.
[[nodiscard]] const std::array<std::string_view, 2048>& wordList();
//! Words of the list that begin with `start`, at most `limit`: for completion while typing.
[[nodiscard]] std::vector<std::string_view> wordsStarting(std::string_view start, std::size_t limit = 8);

//! \param entropy 16, 20, 24, 28 or 32 bytes. \returns 12 to 24 words with one space between;
//!        "kaspa.words.entropy_size" otherwise.
[[nodiscard]] Result<Secret> wordsFromEntropy(ByteView entropy);
//! Fresh words. \param count 12 or 24.
[[nodiscard]] Result<Secret> newWords(Random& random, std::size_t count = 24);
//! Checks words as typed (any white space, NFKD, letter case ignored).
//! \returns the entropy; "kaspa.words.count" (args: found), "kaspa.words.unknown" (args: number of the word, from 1),
//!          "kaspa.words.checksum" or "kaspa.words.text" for text that is not UTF-8.
[[nodiscard]] Result<Secret> entropyFromWords(std::string_view words);
//! The words as BIP39 hashes them: the list's spelling, one space between. Errors as entropyFromWords.
[[nodiscard]] Result<Secret> canonicalWords(std::string_view words);
//! BIP39 seed of 64 bytes. `words` are checked first; the passphrase is optional. Errors as entropyFromWords.
[[nodiscard]] Result<Secret> seedFromWords(std::string_view words, std::string_view passphrase = {});

} // namespace bt::kaspa
