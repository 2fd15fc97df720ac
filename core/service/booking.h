// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Use case: a patient asks for an hour. One transaction funds the escrow and carries the sealed request. Worker thread.
#pragma once

#include "service/dispatcher.h"

namespace bt::service {

//! One hour to be asked for.
struct HourWish {
    Millis startsAt;
    std::optional<SeriesMark> series{};
    std::string after{}; //!< a visit whose cancelling must be on the chain before anything is paid for this one
};

class Booking
{
public:
    Booking(Context& context, Dispatcher& dispatcher); //!< registers the carrier of "book"

    //! Errors: "visit.not_licensed", "visit.slot_gone", "visit.too_soon".
    [[nodiscard]] Result<QuoteView> quote(const std::string& therapistId, Millis startsAt);
    //! Writes visit, request and intent. In addition: "ledger.not_enough" (args: sompi missing), "visit.slot_mine" when
    //! the person has a visit at that time, "record.too_long".
    [[nodiscard]] Result<std::string> book(const std::string& therapistId, Millis startsAt, const std::string& intake);
    //! What book() writes, for an hour and a listing that the caller has checked; inside the caller's database transaction.
    //! \param note as records::plainText gave it. \returns the visit's id.
    [[nodiscard]] Result<std::string> write(const records::Listing& listing, const HourWish& wish, const std::string& note);
    //! What one booking of this listing costs in fees; an upper bound when the money does not reach.
    [[nodiscard]] Result<Sompi> feeOf(const records::Listing& listing, Millis startsAt);

private:
    [[nodiscard]] Result<void> quoteInTokens(QuoteView& q, const contract::session::State& state);
    Context* m_c;
    Dispatcher* m_dispatcher;
};

} // namespace bt::service
