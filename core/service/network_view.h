// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The network as the window shows it, and as a person chooses it: plain values. Thread safety: values.
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bt::service {

//! What a network's money is worth.
enum class MoneyKind { Play, Test, Real };

//! One of the nodes that a person named.
struct NodeView {
    std::string name;       //!< "host:port"
    std::string_view state; //!< code: "node.online", "node.connecting", "node.idle", or why it is passed over
    bool active = false;
};

struct NetworkView {
    std::string name = "practice";
    Millis now; //!< the network's time when the snapshot was made (practice clock)
    std::uint64_t daaScore = 0;
    std::string_view trouble; //!< error code when the node does not answer; empty: fine
    MoneyKind money = MoneyKind::Play;
    bool maySpend = true; //!< false: mainnet, and the person has not switched spending on
    bool synced = true;
    std::string serverVersion; //!< of the node that answers; "" for practice
    std::vector<NodeView> nodes;
};

//! Which network, and by which nodes.
struct NetworkChoice {
    std::string network = "practice"; //!< "practice", "simnet", "testnet-10" or "mainnet"
    std::vector<std::string> urls;    //!< tried in this order; none for practice
};

//! What a node said when it was tried.
struct NodeReport {
    std::string network, nodeName, serverVersion;
    bool synced = true;
    Millis pastMedianTime;
};

} // namespace bt::service
