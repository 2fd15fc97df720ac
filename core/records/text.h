// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What a person wrote, made safe to keep: valid UTF-8, no control characters but line breaks and tabs, a size limit.
//! Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace bt::records {

//! \returns `text` without white space at both ends, CRLF and CR as LF; "record.too_long" (args: the limit in bytes)
//!          or "record.bad_text" for invalid UTF-8, NUL and other control characters.
[[nodiscard]] Result<std::string> plainText(std::string_view text, std::size_t maxBytes);
//! Same, and one line: "record.bad_text" for a line break too, and for characters that turn the direction of what follows
//! them (turns()): names and notes stand beside amounts.
[[nodiscard]] Result<std::string> plainLine(std::string_view text, std::size_t maxBytes);
//! Whether there is an embedding, an override or an isolate in it (U+202A to U+202E, U+2066 to U+2069). \param text UTF-8.
[[nodiscard]] bool turns(std::string_view text);

} // namespace bt::records
