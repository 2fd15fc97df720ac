// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Which network and which nodes a person chose. Plain data and its check; no Qt. Thread safety: all functions are.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bt::ledger {

struct NodeSettings {
    std::string network = "practice";    //!< "practice", "simnet", "testnet-10" or "mainnet"
    std::vector<std::string> urls;       //!< "ws://host[:port][/path]" or "wss://...", tried in this order; none for practice
    std::string caFile;                  //!< PEM file with the authorities that wss:// is checked against, instead of the
                                         //!< system's; UTF-8 path, empty: the system's
    bool compare = true;                 //!< with two nodes or more: ask a second one before a confirmation is believed
    std::int64_t answerWithinMs = 5'000; //!< a node that is silent for so long is left for the next one
};

inline constexpr std::size_t kMaxNodeUrls = 16;
inline constexpr std::size_t kMaxNodeUrl = 512;

//! The parts of a node's URL.
struct NodeUrl {
    bool tls = false;
    std::string host; //!< name, IPv4 or IPv6 without brackets; lower case
    std::uint16_t port = 0;
    std::string path; //!< with its slash; "/" if none was given

    [[nodiscard]] std::string text() const; //!< the URL in its one spelling
    [[nodiscard]] std::string name() const; //!< "host:port": what is shown and logged
    //! The computer itself: 127.0.0.0/8, ::1, localhost. Elsewhere ws:// shows addresses to everyone on the way, and
    //! lets them change answers: say so in the settings.
    [[nodiscard]] bool local() const;
};

//! \param network gives the port if the URL has none (kaspad's --rpclisten-json: mainnet 18110, testnet 18210, simnet
//!        18510).
//! \returns the parts; "node.url_scheme" (neither ws nor wss; args: the text), "node.url_host", "node.url_port",
//!          "node.url_malformed" (blank or control characters, user or password, "?", "#", too long, not ASCII).
[[nodiscard]] Result<NodeUrl> parseNodeUrl(std::string_view url, std::string_view network);

//! The networks that may be chosen, the safest first.
[[nodiscard]] const std::vector<std::string>& knownNetworks();

//! Spells every URL in its one way and checks the whole.
//! \returns "node.network_unknown" (args: the text), "node.url_missing" (a real network without a node),
//!          "node.url_too_many", "node.url_twice" (args: the URL), "node.bad_wait" (answerWithinMs outside 0.1 s to 5
//!          minutes), or parseNodeUrl's.
[[nodiscard]] Result<NodeSettings> checkNodeSettings(NodeSettings settings);

} // namespace bt::ledger
