// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! From a person's settings to a node that can be asked. Thread safety: all functions are.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "ledger/node.h"
#include "ledger/node_settings.h"

#include <memory>

namespace bt::io {

//! Makes the node for a real network. Connects in its own thread and returns at once: states() tells how it goes.
//! A simnet node of one's own:
//! \code
//! ledger::NodeSettings settings{.network = "simnet", .urls = {"ws://127.0.0.1:18510"}};
//! SystemClock clock;
//! BT_TRY(auto node, io::openNode(settings, clock)); // std::unique_ptr<ledger::Node>
//! BT_TRY(const ledger::NodeInfo info, node->info(Deadline{}));
//! \endcode
//! \param clock  for NodeInfo::time; must outlive the node.
//! \returns checkNodeSettings' errors; "node.practice" for the practice network (that is ledger::PracticeNode);
//!          "node.ca_unreadable" if the file of authorities cannot be read or holds no certificate (args: the path).
[[nodiscard]] Result<std::unique_ptr<ledger::Node>> openNode(const ledger::NodeSettings& settings, const Clock& clock);

} // namespace bt::io
