// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The door to watch lists. Calls as Engine's.
#pragma once

#include "service/doors.h"

#include <string>

namespace bt::service {

class WatchDoor
{
public:
    virtual ~WatchDoor() = default;
    //! Writes the list of all visits whose money is held now (watch_list.h), readable by this user only. \returns how many;
    //! "watch.nothing" if there is none, "file.not_written".
    [[nodiscard]] virtual Future<int> saveWatchList(std::string path) = 0;
};

} // namespace bt::service
