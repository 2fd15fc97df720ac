// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What is said before money moves: a payment as the chain will show it, and the price of a booking with its rules.
//! Values; times are UTC milliseconds, money is sompi.
#pragma once

#include "base/clock.h"
#include "base/sompi.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bt::service {

//! What the chain will show of a payment that is about to be signed, as figures.
struct DisclosureView {
    Sompi leaves;   //!< without the fee
    Sompi deposits; //!< the part of it that comes back
    Sompi fee;
    Sompi change;          //!< comes back at once
    std::size_t coins = 0; //!< own coins: they count as one owner's from now on
    std::size_t outputs = 0;
    std::size_t joinedRelations = 0; //!< of ours that become linked; 0 or 2 and more
    std::size_t covenantsBorn = 0, covenantsMoved = 0;
    std::size_t programsShown = 0, programsHidden = 0;
    std::size_t payloadBytes = 0;
    bool known = false; //!< false: short of money, nothing could be planned
};

//! What is beside the price where a visit is paid in BTAI. The amounts of the quote are then what the BTAI are worth.
struct TokenQuoteView {
    std::uint64_t price = 0;   //!< base units of BTAI
    std::uint64_t levy = 0;    //!< of it, to the reward pool if the visit takes place
    std::uint64_t missing = 0; //!< more BTAI needed; 0: enough
    Sompi kasMissing;          //!< more KAS needed
    Sompi carriersLeft;        //!< of the deposit: does not come back if the visit takes place
};

//! What a patient reads before she confirms a booking.
struct QuoteView {
    std::string therapistId;
    Millis startsAt, endsAt;
    Sompi price, deposit, fee, total;
    Millis acceptBy, freeUntil, latestPayout;
    int lateShareBps = 0;
    Sompi lateBack; //!< what comes back after freeUntil
    Sompi bond;
    Sompi available, left;                //!< before and after; left is 0 when short
    Sompi missing;                        //!< more money needed; 0: enough
    std::optional<TokenQuoteView> tokens; //!< a visit in BTAI
    // What the chain will show, for "What is public?": every public field with its value, technical names included.
    std::vector<std::pair<std::string, std::string>> publicFacts;
    DisclosureView disclosure;
};

} // namespace bt::service
