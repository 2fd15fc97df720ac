// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The short form in which rusty-kaspa's script vectors are written. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/result.h"
#include "base/bytes.h"

#include <string_view>

namespace bt::kaspa::script {

//! Words between blanks: a decimal number (minimal push), 0xHEX (raw bytes of script), 'text' without blanks (push), an
//! opcode name with or without "Op" in front ("Op" is needed for Op2 to Op16, as bare figures are numbers), case and
//! underscores do not matter. From # to the end of a line is comment.
//! \returns the script; "kaspa.script.short_form" (args: the word).
[[nodiscard]] Result<Bytes> parseShortForm(std::string_view text);

} // namespace bt::kaspa::script
