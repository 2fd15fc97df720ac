// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window may do about the network that the program runs on. Filled by the composition root. GUI thread.
#pragma once

#include "base/result.h"
#include "service/network_view.h"

#include <QFuture>

namespace bt::app {

class NetworkDoor
{
public:
    virtual ~NetworkDoor() = default;
    //! What this program runs on now.
    [[nodiscard]] virtual service::NetworkChoice chosen() const = 0;
    //! Spells and checks settings; "node.*".
    [[nodiscard]] virtual Result<service::NetworkChoice> check(const service::NetworkChoice& settings) const = 0;
    //! Whether a node of checked settings is reached over someone else's wire without TLS.
    [[nodiscard]] virtual bool exposed(const service::NetworkChoice& settings) const = 0;
    //! Connects once, asks, and hangs up. Finishes on any thread; "node.*" with the reason of the node that came furthest.
    [[nodiscard]] virtual QFuture<Result<service::NodeReport>> test(const service::NetworkChoice& settings) = 0;
    //! Keeps the choice and opens the window anew over it. "node.*", "file.not_written".
    [[nodiscard]] virtual Result<void> use(const service::NetworkChoice& settings) = 0;
};

} // namespace bt::app
