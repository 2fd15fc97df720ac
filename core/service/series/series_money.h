// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What several bookings of one listing take together, in KAS or in BTAI, before any of them is made. Worker thread.
#pragma once

#include "service/booking.h"

namespace bt::service {

struct SeriesMoney {
    Sompi price, deposit, fee;            //!< in sum; a price in BTAI as what it is worth
    std::optional<TokenQuoteView> tokens; //!< in sum; where the listing is in BTAI
};

//! What a visit in BTAI pays this side when it is cancelled, before the new ones are booked.
struct Returned {
    Sompi units;     //!< BTAI; half a KAS lies under them
    Sompi coins;     //!< KAS beside them
    Hash256 program; //!< template hash of the token's program
};

//! \param first what comes back before. \param fees KAS that this costs. Both only for visits in BTAI.
[[nodiscard]] Result<SeriesMoney> moneyFor(Context& context, Booking& booking, const records::Listing& listing,
                                           const std::vector<Millis>& starts, const std::vector<Returned>& first = {}, Sompi fees = {});

} // namespace bt::service
