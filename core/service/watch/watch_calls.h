// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! WatchDoor over the open persona. Thread safety: as Calls.
#pragma once

#include "service/calls.h"
#include "service/watch/watch_door.h"

namespace bt::service {

class WatchCalls final : public WatchDoor
{
public:
    explicit WatchCalls(const Calls& calls) : m_calls(&calls) {}
    Future<int> saveWatchList(std::string path) override;

private:
    const Calls* m_calls;
};

} // namespace bt::service
