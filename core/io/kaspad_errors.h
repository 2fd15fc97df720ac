// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What kaspad 2.1.0 says when it refuses, as codes of ours. kaspad has no codes: its sentences (kaspa-mining-errors,
//! consensus-core/src/errors, rpc-core/src/error.rs) are matched by what is fixed in them. Pure; no Qt. Thread safety:
//! all functions are.
#pragma once

#include "kaspa/transaction.h"

#include <optional>
#include <string_view>

namespace bt::io {

//! Code of the error that JsonRpcSocket::call returns when the node answered with an error; the sentence is its detail.
inline constexpr std::string_view kNodeRefused = "node.refused";

//! Why a transaction was refused.
//! \returns "node.conflict" (args: the other transaction's id), "node.orphan", "node.rejected.RULE" (args: the figures in
//!          the sentence), "node.unsynced"; for a sentence that is not known "node.rejected.other". Never names keys.
[[nodiscard]] Error submitError(std::string_view sentence);
//! Whether a refusal says that the node has this very transaction: in its mempool, or in a block of late.
enum class Known { No, Waiting, Accepted };
[[nodiscard]] Known knownAs(std::string_view sentence, const kaspa::TxId& id);

//! Why a question was not answered: "node.unknown_block", "node.no_index", "node.unsynced", "node.not_found" (a
//! transaction that the mempool does not hold), "node.version_too_old" (method unknown), else "node.refused".
[[nodiscard]] Error queryError(std::string_view sentence);

} // namespace bt::io
