// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window shows of a series before it is asked for, and of a visit that is about to be moved. Plain values.
#pragma once

#include "service/snapshot.h"

#include <map>
#include <optional>

namespace bt::service {

//! Whether the hour of a series can be asked for on one of its days.
enum class DateState {
    Open,        //!< the listing shows it
    Unpublished, //!< beyond what the listing shows yet; the same hour of the same weekday is one of the practice's
    NotOpen,     //!< taken, or no hour of the practice
    Mine,        //!< the patient has another visit then
    TooSoon,
    Skipped, //!< the clock jumps over it that day
};
[[nodiscard]] inline bool canBeAsked(DateState state) { return state == DateState::Open || state == DateState::Unpublished; }

struct SeriesDateView {
    int place = 0;           //!< of the pattern, from 0; choices name it
    Millis usual;            //!< the series' hour on that day
    Millis startsAt, endsAt; //!< the hour that would be asked for: the usual one, or the one chosen instead
    DateState state = DateState::Open;
    bool left = false; //!< left out, by choice or because it cannot be asked for
    Millis acceptBy, freeUntil, paidBy;
    Sompi lateBack;              //!< of the price, when it is cancelled after freeUntil
    std::vector<Millis> instead; //!< other open hours near it, nearest first
};

//! A series as it would be asked for.
struct SeriesWish {
    std::string therapistId;
    Millis first;
    int everyWeeks = 1;
    int count = 2;
    std::map<int, Millis> choices; //!< place > another hour; zero: left out
};
struct SeriesPlanView {
    std::vector<SeriesDateView> dates;
    int visits = 0;                   //!< that are not left out
    Sompi price, deposit, fee, total; //!< price to fee in sum over them
    Sompi priceEach, bond;
    int lateShareBps = 0;
    Millis latestPayout; //!< of the last one
    Sompi available, left, missing;
    std::optional<TokenQuoteView> tokens; //!< in sum, of visits in BTAI; the amounts here are then what the BTAI are worth
    std::string zone;                     //!< the therapist's, in which the hour stays the same
};

//! One visit that is cancelled and asked for anew at another hour.
struct MoveOne {
    std::string visitId;
    Millis from, to;
    DateState state = DateState::Open; //!< of `to`; one that cannot be asked for stays where it is
};
//! What moves beside the worth where the visits are in BTAI: base units, and KAS.
struct TokenMoveView {
    std::uint64_t back = 0, lost = 0, held = 0, missing = 0;
    Sompi kasBack, kasHeld, kasMissing;
};
struct MoveView {
    std::vector<MoveOne> visits;
    int moving = 0;
    Sompi back;                          //!< of the old ones, to this side: price, deposit
    Sompi lost;                          //!< of their price, to the therapist
    Sompi held;                          //!< for the new ones: price and deposit
    Sompi fee;                           //!< of the network, both ways
    Sompi missing;                       //!< 0: there is enough, what comes back counted in
    std::optional<TokenMoveView> tokens; //!< visits in BTAI; the amounts here are then what the BTAI are worth
};

} // namespace bt::service
