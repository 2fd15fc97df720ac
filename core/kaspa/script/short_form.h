// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The short form in which rusty-kaspa's script vectors are written. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "kaspa/script/engine.h"

#include <string_view>
#include <vector>

namespace bt::kaspa::script {

//! Words between blanks: a decimal number (minimal push), 0xHEX (raw bytes of script), 'text' without blanks (push), an
//! opcode name with or without "Op" in front ("Op" is needed for Op2 to Op16, as bare figures are numbers), case and
//! underscores do not matter. From # to the end of a line is comment.
//! \param maxElement bytes that one push may have (520 before Toccata).
//! \returns the script; "kaspa.script.short_form" (args: the word) or, for a push beyond `maxElement`,
//!          "kaspa.script.element_too_big" (args: "ElementTooBig").
[[nodiscard]] Result<Bytes> parseShortForm(std::string_view text, std::size_t maxElement = 1'000'000);

//! Runs one row of rusty-kaspa's script tests (script_tests.json) as its own harness does: a version 1 transaction of one
//! input and one empty output spends, with a final sequence, the only output of a coinbase-like version 1 transaction; no
//! limit of script units; one chain block whose commitment can be read ("input_block" and "output_root_hash", filled up
//! with 'f' to 32 bytes; any other is pruned).
//! \param covenantsEnabled false for rows of the time before Toccata (a limit of 20 signature checks).
//! \returns the cost; the errors of parseShortForm() and of runScripts().
[[nodiscard]] Result<ScriptCost> runShortForm(std::string_view signatureScript, std::string_view scriptPublicKey,
                                              bool covenantsEnabled = true);

//! The words that rusty-kaspa's script tests accept for this outcome: "OK", "EVAL_FALSE", "BAD_OPCODE", ... The first is
//! the most telling. Empty for an error that their harness has no word for.
[[nodiscard]] std::vector<std::string_view> suiteWords(const Result<ScriptCost>& run);

} // namespace bt::kaspa::script
