// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window can ask about public ratings. Calls are asynchronous as Engine's.
#pragma once

#include "service/doors.h"

#include <string>

namespace bt::service {

class RatingsDoor
{
public:
    virtual ~RatingsDoor() = default;
    //! Releases `stars` (1..5) publicly at a random instant of the window that the view then shows. "visit.not_now",
    //! "rating.no_reputation", "rating.no_permit", "record.bad_stars".
    virtual Future<> schedule(std::string visitId, int stars) = 0;
    //! Before it was released: nothing was said. "rating.released" when it is too late.
    virtual Future<> takeBack(std::string visitId) = 0;
    //! Gives the rating up; the deposit comes home. "visit.not_now".
    virtual Future<> drop(std::string visitId) = 0;
};

} // namespace bt::service
