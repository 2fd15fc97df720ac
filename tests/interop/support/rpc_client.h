// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A plain wRPC client (JSON over WebSocket) for the tests: every call as kaspad answers it, exact 64-bit numbers, and
//! no rule of ours in between. The product's own client is core/io; this one must not share its mistakes.
//! Thread safety: RpcClient may be called from any thread; it blocks the caller and needs no event loop of his.
#pragma once

#include "base/result.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace bt::interop {

using Json = nlohmann::json;

class RpcClient
{
public:
    //! \param url "ws://127.0.0.1:PORT". Connects with the first call, and again after a break.
    explicit RpcClient(std::string url);
    ~RpcClient();
    RpcClient(const RpcClient&) = delete;
    RpcClient& operator=(const RpcClient&) = delete;

    //! \param method for example "getBlockDagInfo".
    //! \returns the answer's params; "rpc.refused" with the node's own words as detail when it answers with an error;
    //!          "rpc.unreachable" or "rpc.timeout" when there is no answer.
    [[nodiscard]] Result<Json> call(const std::string& method, const Json& params = Json::object(),
                                    std::chrono::milliseconds timeout = std::chrono::seconds(30));
    //! Called on the client's own thread for each notification (method, params). Set it before the first call.
    void onNotification(std::function<void(const std::string&, const Json&)> handler);

private:
    struct Impl;
    std::unique_ptr<Impl> m;
};

} // namespace bt::interop
