// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Use case: a patient asks for an hour. One transaction funds the escrow and carries the sealed request. Worker thread.
#pragma once

#include "service/dispatcher.h"

namespace bt::service {

class Booking
{
public:
    Booking(Context& context, Dispatcher& dispatcher); //!< registers the carrier of "book"

    //! Errors: "visit.not_licensed", "visit.slot_gone", "visit.too_soon".
    [[nodiscard]] Result<QuoteView> quote(const std::string& therapistId, Millis startsAt);
    //! Writes visit, request and intent. In addition: "ledger.not_enough" (args: sompi missing), "visit.slot_mine" when
    //! the person has a visit at that time, "record.too_long".
    [[nodiscard]] Result<std::string> book(const std::string& therapistId, Millis startsAt, const std::string& intake);

private:
    Context* m_c;
    Dispatcher* m_dispatcher;
};

} // namespace bt::service
