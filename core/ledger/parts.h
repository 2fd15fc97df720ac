// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Bytes as a text file, and as a row of numbered texts for QR codes: each with a checksum, in any order. Pure; no Qt.
//! Thread safety: all functions are.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace bt::ledger {

inline constexpr std::size_t kMaxPartedBytes = 256 * 1024;
inline constexpr std::size_t kMaxParts = 400;
//! Characters of one part: a QR code of this size in capitals (5.5 bits a character) is still read off a screen.
inline constexpr std::size_t kPartChars = 1100;

//! "TAG:3/7:GROUP:DATA" each, capitals, digits, ':' and '/' only (the alphabet of dense QR codes). One part if it fits.
//! \param tag what it is, capitals and digits, at most 8. \param most characters of a part, at least 120.
[[nodiscard]] std::vector<std::string> toParts(ByteView whole, std::string_view tag, std::size_t most = kPartChars);
//! \param text parts in any order, with white space between; repeated ones count once.
//! \returns the whole, or "parts.unreadable", "parts.damaged" (args: number of the part), "parts.mixed" (parts of different
//!          wholes), "parts.missing" (args: how many are there, of how many, numbers of the first that are missing).
[[nodiscard]] Result<Bytes> fromParts(std::string_view text, std::string_view tag);
//! Whether a text begins as parts of this tag do.
[[nodiscard]] bool looksLikeParts(std::string_view text, std::string_view tag);

//! \param title one line that says what it is: "BetterTherapy signing 1".
[[nodiscard]] std::string toFileText(ByteView whole, std::string_view title);
//! \returns "parts.unreadable" for another title, a foreign character or too much; "parts.damaged" if a character changed.
[[nodiscard]] Result<Bytes> fromFileText(std::string_view text, std::string_view title);

} // namespace bt::ledger
