// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What is said to one node before it is used: whether it is one that we can use, and what it is to tell us by itself.
//! Which node that is, is the pool's matter. Thread safety: one thread for a socket.
#pragma once

#include "io/json_rpc_socket.h"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace bt::io {

//! The oldest kaspad that is asked: covenants and the chain with its transactions are in it.
inline constexpr unsigned kOldestNode[3] = {2, 1, 0};
inline constexpr std::uint64_t kApiVersion = 1;

//! \returns "node.wrong_network", "node.version_too_old", "node.version_unknown", "node.no_index", "node.unsynced" for a
//!          node that will not do; what the socket returns.
[[nodiscard]] Result<void> examine(JsonRpcSocket& socket, std::string_view network, const Deadline& deadline);

//! Asks for news of the chain and of addresses. A refusal is no error: news are hints.
//! \param told   addresses that this connection tells of; nothing: it was not asked yet, so the chain's news are asked
//!               for too. Afterwards `wanted`, unless an error is returned.
//! \param wanted never asked for when empty: to kaspad that means every address there is.
//! \param answerWithin for each of its questions.
[[nodiscard]] Result<void> subscribe(JsonRpcSocket& socket, std::optional<std::set<std::string>>& told, std::set<std::string> wanted,
                                     std::chrono::milliseconds answerWithin, const std::stop_token& stop);

} // namespace bt::io
