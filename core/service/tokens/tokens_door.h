// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window can ask about BTAI. Asynchronous like Engine's calls, from the GUI thread.
#pragma once

#include "service/doors.h"
#include "service/tokens/tokens_view.h"

namespace bt::service {

//! Errors: "token.absent", "token.not_enough" (args: wanted, there), "token.bad_amount", "token.no_kas" (args: sompi
//! missing: fees and deposits are KAS), "token.bad_address", "kaspa.address.*", "message.no_conversation",
//! "money.spending_off".
class TokensDoor
{
public:
    virtual ~TokensDoor() = default;
    //! What a payment would cost and show; nothing is written.
    virtual Future<TokenQuote> quote(TokenPayment payment) = 0;
    //! Written to the outbox when the future finishes.
    virtual Future<> send(TokenPayment payment) = 0;
    //! Asks a contact to pay. "record.too_long", "record.bad_text" for the note.
    virtual Future<> request(std::string threadId, std::uint64_t units, std::string note) = 0;
    virtual Future<TokenQuote> quoteRequest(std::string requestId) = 0;
    //! "token.request_closed" if it is paid, declined or being paid.
    virtual Future<> payRequest(std::string requestId) = 0;
    virtual Future<> declineRequest(std::string requestId) = 0;
};

} // namespace bt::service
