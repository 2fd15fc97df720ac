// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The rules that a script can break, under the names of kaspa-txscript 2.1.0's errors. Pure; no Qt. Thread safety: all
//! functions are.
#pragma once

#include <cstdint>
#include <string_view>

namespace bt::kaspa::script {

enum class Rule : std::uint8_t {
    Ok,
    MalformedPushSize,
    MalformedPush,
    InvalidInputIndex,
    InvalidOutputIndex,
    StackSizeExceeded,
    InvalidOpcode,
    OpcodeReserved,
    OpcodeDisabled,
    EmptyStack,
    CleanStack,
    EvalFalse,
    EarlyReturn,
    VerifyError,
    InvalidState,
    InvalidPubkey,
    InvalidSignature,
    TooManyOperations,
    NotATransactionInput,
    ElementTooBig,
    NotMinimalData,
    InvalidSource,
    UnsatisfiedLockTime,
    NumberTooBig,
    NullFail,
    InvalidSignatureCount,
    InvalidPubKeyCount,
    InvalidSigHashType,
    PubKeyFormat,
    NoScripts,
    SignatureScriptNotPushOnly,
    ErrUnbalancedConditional,
    InvalidStackOperation,
    ScriptSize,
    Serialization,
    ExceededCommittedScriptUnits,
    ZkIntegrity,
    ZkNotVerifiedHere, //!< ours: a kind of proof that is not verified here; named ZkIntegrity
    OutOfBoundsSubstring,
    InvalidIndex,
    InvalidRange,
    InvalidLengthOfBlockHash,
    BlockNotSelected,
    BlockAlreadyPruned,
    BlockIsTooDeep,
    CovenantsError,
    ExceededSigOpLimit, //!< before Toccata only
    Count_
};

struct RuleText {
    std::string_view name; //!< kaspa-txscript's
    std::string_view code; //!< ours, "kaspa.script.*"
    std::string_view words;
};
[[nodiscard]] const RuleText& textOf(Rule rule);

} // namespace bt::kaspa::script
