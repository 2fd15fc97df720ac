// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Use case: a patient asks for an hour. One transaction funds the escrow and carries the sealed request. Worker thread.
#pragma once

#include "service/dispatcher.h"

#include <tuple>

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
    //! the person has a visit at that time, "visit.offer_changed" if it is not what quote() said, "record.too_long".
    [[nodiscard]] Result<std::string> book(const std::string& therapistId, Millis startsAt, const std::string& intake);
    //! What book() writes, for an hour and a listing that the caller has checked; inside the caller's database transaction.
    //! \param note as records::plainText gave it. \returns the visit's id.
    [[nodiscard]] Result<std::string> write(const records::Listing& listing, const HourWish& wish, const std::string& note);
    //! What a person is shown of a listing counts until she is shown it anew: a listing that has changed since costs her
    //! nothing ("visit.offer_changed"). \param listing as it is now.
    void told(const records::Listing& listing);
    [[nodiscard]] Result<void> asTold(const records::Listing& listing) const;
    //! A visit as it would be booked; its keys are never used: asking must not use up a key of the wallet.
    struct Sketch {
        contract::session::Terms terms;
        contract::session::State state;
    };
    [[nodiscard]] Result<Sketch> sketch(const records::Listing& listing, Millis startsAt);
    //! What booking a visit in KAS costs in fees; an upper bound when the money does not reach.
    [[nodiscard]] Result<Sompi> feeOf(const contract::session::State& state);

private:
    [[nodiscard]] Result<QuoteView> figures(const records::Listing& listing, Millis startsAt);
    //! Price, minutes, what cancelling costs when, and the token of all that.
    using Offer = std::tuple<std::uint64_t, int, std::int64_t, std::int64_t, int, std::uint64_t, std::string>;
    [[nodiscard]] static Offer offerOf(const records::Listing& listing);
    [[nodiscard]] Result<void> quoteInTokens(QuoteView& q, const contract::session::State& state);
    Context* m_c;
    Dispatcher* m_dispatcher;
    std::map<std::string, Offer> m_told; //!< by therapist
};

} // namespace bt::service
