// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/node_talk.h"

#include "io/kaspad_errors.h"
#include "io/kaspad_json.h"

#include <algorithm>
#include <iterator>

namespace bt::io {
namespace {

//! kaspad's name of the subscription.
codec::Json utxoScope(const std::vector<std::string>& addresses) { return {{"UtxosChanged", {{"addresses", addresses}}}}; }

} // namespace

Result<void> examine(JsonRpcSocket& socket, std::string_view network, const Deadline& deadline)
{
    BT_TRY(const codec::Json answer, socket.call("getServerInfo", codec::Json::object(), deadline));
    BT_TRY(const ServerInfo info, serverInfo(answer));
    if (info.network != network) return fail("node.wrong_network", {}, info.network);
    if (info.apiVersion > kApiVersion) return fail("node.version_unknown", {}, std::to_string(info.apiVersion));
    if (info.apiVersion < kApiVersion || !versionAtLeast(info.version, kOldestNode[0], kOldestNode[1], kOldestNode[2]))
        return fail("node.version_too_old", {}, info.version);
    if (!info.hasIndex) return fail("node.no_index");
    // A simnet has no outside that one could lag behind; it is silent whenever nobody mines.
    if (!info.synced && network != "simnet") return fail("node.unsynced");
    return {};
}

Result<void> subscribe(JsonRpcSocket& socket, std::optional<std::set<std::string>>& told, std::set<std::string> wanted,
                       std::chrono::milliseconds answerWithin, const std::stop_token& stop)
{
    std::vector<std::pair<std::string_view, codec::Json>> calls;
    if (!told) {
        calls.push_back({"subscribe", {{"VirtualChainChanged", {{"include_accepted_transaction_ids", false}}}}});
        calls.push_back({"subscribe", {{"VirtualDaaScoreChanged", codec::Json::object()}}});
    }
    const std::set<std::string> before = told.value_or(std::set<std::string>{});
    std::vector<std::string> more, fewer;
    std::ranges::set_difference(wanted, before, std::back_inserter(more));
    std::ranges::set_difference(before, wanted, std::back_inserter(fewer));
    if (!fewer.empty()) calls.push_back({"unsubscribe", utxoScope(fewer)});
    if (!more.empty()) calls.push_back({"subscribe", utxoScope(more)});
    for (const auto& [method, scope] : calls) {
        const auto done = socket.call(method, scope, {std::chrono::steady_clock::now() + answerWithin, stop});
        if (!done && done.error().code != kNodeRefused) return tl::unexpected(done.error());
    }
    told = std::move(wanted);
    return {};
}

} // namespace bt::io
