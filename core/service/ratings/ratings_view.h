// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Public ratings as the window shows them: what the chain says about each therapist, and how each visit's own rating
//! stands. Plain values. Thread safety: a published view is never changed.
#pragma once

#include "base/clock.h"
#include "base/sompi.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace bt::service {

//! Figures are shown from so many ratings on: fewer would say too much about single people.
inline constexpr std::uint32_t kShownFrom = 5;

//! What the chain says about one therapist.
struct ReputationView {
    enum class State {
        Reading,    //!< its birth has not been looked for yet
        Unreadable, //!< this network's nodes do not show its birth (any more): nothing is believed
        Ready,
    };
    State state = State::Reading;
    std::uint32_t count = 0;
    std::uint32_t average = 0;            //!< of all stars, in hundredths: 100..500; 0: none
    std::array<std::uint32_t, 5> stars{}; //!< ratings of 1..5
    Sompi weight;                         //!< of the levies in BTAI that the rated visits paid; 0 of visits in KAS
    std::uint32_t weighted = 0;           //!< average by that weight, in hundredths; 0: nothing weighs
    std::string id, birth;                //!< hex: covenant id and the transaction of its birth
    [[nodiscard]] bool shown() const { return state == State::Ready && count >= kShownFrom; }
};

//! The public rating of one visit, for the patient.
struct PublicRatingView {
    enum class State {
        Open,      //!< nothing was asked for
        Scheduled, //!< waits on this computer until its time
        Releasing, //!< handed over; in no block yet
        Released,
        Dropping, //!< the deposit is on its way home
        Dropped,
    };
    State state = State::Open;
    int stars = 0;
    Millis from, until; //!< Scheduled: at some instant between them
    Sompi deposit;      //!< in the ticket; 0: there is none (any more)
    bool canRate = false, canTakeBack = false, canDrop = false;
    std::string_view whyNot;  //!< with a ticket, and no rating possible: "rating.no_reputation", "rating.no_permit"
    std::string_view trouble; //!< why the last try came to nothing; "": it did not
    std::string txid;         //!< of rating or drop; "" before
};

//! The therapist's own.
struct OwnReputationView {
    enum class State {
        None,  //!< not announced yet
        Short, //!< money is missing for its deposit
        OnItsWay,
        Born,
    };
    State state = State::None;
    Sompi deposit; //!< stays in it for ever
};

struct RatingsView {
    std::map<std::string, ReputationView> therapists; //!< by did
    std::map<std::string, PublicRatingView> visits;   //!< by id, of visits that left a ticket
    OwnReputationView own;
};

} // namespace bt::service
