// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! `inspect`: finds a transaction, an output or a state by what a person has of it, and explains it. Needs no persona and no
//! key. Thread safety: functions are; they block as the port Node does.
#pragma once

#include "contract/explain/explain.h"
#include "ledger/node.h"

#include <functional>
#include <string>
#include <string_view>

namespace bt::service {

//! What a text names.
enum class InspectKind {
    TransactionId, //!< 64 hex digits
    Outpoint,      //!< 64 hex digits, ":", index
    Content        //!< a transaction (JSON of wRPC, or hex of our storage format) or a redeem script (hex)
};
//! \returns "inspect.unreadable" for a text that is none of these.
[[nodiscard]] Result<InspectKind> inspectKind(std::string_view text);

//! Explains a transaction or a redeem script from its bytes alone; touches no network. At most 4 MiB.
//! \returns "inspect.unreadable", "contract.unknown_program" (a script of none of our programs).
[[nodiscard]] Result<contract::Explanation> inspectContent(std::string_view text, std::string_view addressPrefix);

//! How far the search is: blocks read so far, and the DAA score of the last one.
using InspectProgress = std::function<void(std::size_t blocks, std::uint64_t daaScore)>;
//! Explains a transaction id or an outpoint as the node knows it: mempool first, then the chain from the oldest block that
//! the node keeps. For an outpoint also what became of it.
//! \returns "inspect.no_such_output" (args: how many there are), "inspect.not_found" (older than what the node keeps, or never accepted), "inspect.unreadable", the node's.
[[nodiscard]] Result<contract::Explanation> inspectOnChain(ledger::Node& node, std::string_view text, const Deadline& deadline,
                                                           const InspectProgress& progress = {});

} // namespace bt::service
