// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! "If you cancel now", as figures. Plain values.
#pragma once

#include "base/clock.h"
#include "base/sompi.h"

#include <string>
#include <vector>

namespace bt::service {

//! The money of one cancelling, or of several in sum.
struct CancelView {
    std::vector<std::string> visits; //!< that would be cancelled, by time
    std::vector<Sompi> mine;         //!< beside them: what each brings this side, before the fee
    bool inTokens = false;           //!< a visit in BTAI: price, bond and `mine` are its base units, the rest is KAS or worth in KAS
    Sompi priceToPatient, priceToTherapist;
    Sompi bondToPatient, bondToTherapist;
    Sompi deposit;              //!< comes back to the patient at once
    Sompi ticket;               //!< the patient's, held for the rating instead of a deposit that comes back
    Sompi toMe, toThem;         //!< all of the above but the ticket, by side; before the fee
    Sompi fee;                  //!< of the network; paid by whoever cancels
    bool feeFromPayout = false; //!< no other coins: it is taken from toMe
    Millis until;               //!< the next instant at which cancelling gives less; zero: none ahead
    bool changesNow = false;    //!< that instant has passed, and a block may make it true at any moment
};

} // namespace bt::service
