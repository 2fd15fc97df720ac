// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One connection to a node: wRPC JSON (workflow-rpc 0.18) over a WebSocket, on an event loop of its own. Questions go out
//! as {"id","method","params"}, answers come back as {"id","method","params"} or {"id","method","error":{"message"}},
//! notifications as {"method","params"} without an id. Nothing here knows what the methods mean.
//! Thread safety: all functions may be called from any thread but the socket's own; they block the caller.
#pragma once

#include "base/cancel.h"
#include "codec/json.h"
#include "ledger/node_settings.h"

#include <QList>
#include <QSslCertificate>

#include <functional>
#include <memory>

namespace bt::io {

struct SocketOptions {
    ledger::NodeUrl url;
    QList<QSslCertificate> authorities;  //!< instead of the system's, for wss; empty: the system's
    std::uint64_t maxFrame = 32U << 20U; //!< bytes of one message
};

//! More commas and brackets than this are no answer but an attempt to fill the memory with a small text.
inline constexpr std::ptrdiff_t kMaxJsonParts = 2'000'000;

class JsonRpcSocket
{
public:
    //! Called on the socket's thread; must return at once and must not call the socket.
    struct Events {
        std::function<void(const std::string& method, const codec::Json& params)> notified;
        std::function<void(const Error& why)> closed; //!< once for every connection that had been opened
    };

    JsonRpcSocket(SocketOptions options, Events events);
    ~JsonRpcSocket(); //!< ends calls with "node.offline"; no event comes after it
    JsonRpcSocket(const JsonRpcSocket&) = delete;
    JsonRpcSocket& operator=(const JsonRpcSocket&) = delete;

    //! Connects (anew, if a connection is open).
    //! \returns "node.offline" (nobody there, name unknown, no WebSocket), "node.tls" (certificate or handshake),
    //!          "node.timeout" (deadline or stop).
    [[nodiscard]] Result<void> open(const Deadline& deadline);
    //! Asks and waits.
    //! \returns the answer's params; "node.refused" with the node's sentence as the detail; "node.timeout" (the
    //!          connection stays, a late answer is dropped); "node.offline" when the connection is or goes away;
    //!          "node.unreadable" or "node.too_large" when what came ended the connection.
    [[nodiscard]] Result<codec::Json> call(std::string_view method, const codec::Json& params, const Deadline& deadline);
    //! Closes the connection; calls that wait end with `why`. `closed` is not called, not even for an end that was on its
    //! way: after this returns, events belong to the next connection.
    void close(const Error& why);
    //! Messages that came so far; a caller sees by it whether the node still speaks.
    [[nodiscard]] std::uint64_t received() const;

private:
    class Loop;
    std::unique_ptr<Loop> m;
};

} // namespace bt::io
