// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How a run went, step by step: for people who write contracts and for whoever must know why a spend fails. Pure; no
//! Qt. Thread safety: all functions are.
#pragma once

#include "base/result.h"
#include "kaspa/script/engine.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bt::kaspa {

inline constexpr std::size_t kMaxTracedItem = 1024; //!< bytes
//! One opcode, seen before and after it ran. Items are hex, bottom first; an empty item is an
//! empty text, of one beyond kMaxTracedItem bytes only the beginning is told, then "...(N bytes)".
struct ScriptStep {
    std::string_view script; //!< "signature script", "script public key" or "redeem script"
    std::size_t index = 0;   //!< of the opcode in its script, from 0
    std::size_t offset = 0;  //!< its first byte
    std::string_view opcode; //!< kaspa-txscript's name
    std::string pushes;      //!< hex of what a push opcode pushes
    bool taken = true;       //!< false: in a branch that is not taken, so nothing happened
    std::vector<std::string> before, after, altBefore, altAfter;
    std::uint64_t unitsBefore = 0, unitsAfter = 0; //!< script units used
    std::string_view rule;                         //!< "Ok", or the rule that ended the run here
};

//! One line: where, opcode, what it pushed, stack before -> after, script units.
[[nodiscard]] std::string toText(const ScriptStep& step);

//! A run and what came of it.
struct ScriptTrace {
    std::vector<std::string> lines; //!< of toText(), in order; past the limits below one that says how many more
    Result<ScriptCost> outcome;
};
inline constexpr std::size_t kMaxTraceLines = 20'000;
inline constexpr std::size_t kMaxTraceBytes = 16 << 20;

//! verifyInput() with a record of every step. ctx.step and ctx.trace are not called.
[[nodiscard]] ScriptTrace traceInput(const ScriptContext& ctx);

//! Where a failed run stood, from the error of verifyInput() or runScripts().
struct ScriptFailure {
    std::string rule;                             //!< kaspa-txscript's name, for example "VerifyError"
    std::string opcode;                           //!< its name
    std::size_t offset = 0, index = 0, depth = 0; //!< byte and number of the opcode in its script; items on the stack
    std::string script;                           //!< as ScriptStep::script
};
//! \returns nothing if no opcode failed: a script that ends wrongly, or an error from elsewhere.
[[nodiscard]] std::optional<ScriptFailure> failureOf(const Error& error);

} // namespace bt::kaspa

namespace bt::kaspa::script {
[[nodiscard]] std::string hexOf(ByteView bytes);
//! "[a b empty]"
[[nodiscard]] std::string listed(const std::vector<std::string>& items);
} // namespace bt::kaspa::script
