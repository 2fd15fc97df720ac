// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How the reward pool stands, as the window takes it: immutable values. Amounts in units of BTAI (10^-8).
#pragma once

#include "base/clock.h"
#include "base/sompi.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bt::service {

enum class AwardState {
    Announced, //!< may be paid from `from` on, unless a steward stops the epoch
    Ready,     //!< can be paid now
    Moving,    //!< the payment is on its way
    Paid,
    OverCap, //!< the pool's rules refuse it: more than one award, this reason or the epoch may have
    Stopped, //!< a steward stopped the epoch
    Over,    //!< the next epoch has opened
};

//! What having an award paid costs whoever does it, in KAS.
struct ClaimQuote {
    Sompi fee;     //!< to the network
    Sompi carrier; //!< goes along under the award and belongs to whoever it names
};

//! An award whose winner is this persona.
struct AwardView {
    std::uint64_t epoch = 0;
    std::uint32_t index = 0; //!< its place in the list
    std::string reason;      //!< code: "moderation", "peer-education", "translation", "open-work", "supervision"
    std::uint64_t amount = 0;
    AwardState state = AwardState::Announced;
    Millis from; //!< Announced: when it can be paid
    Millis at;   //!< Paid: when
    std::string txid;
    std::string_view trouble; //!< error code of a payment that did not go through; "" if none
};

//! A request for a reward that was made here.
struct AskView {
    std::int64_t id = 0;
    std::string reason, text;
    std::string code; //!< what a steward is given
    Millis at;
    bool listed = false; //!< an epoch has an award for it
};

//! What happened to the pool; anyone can read it.
struct RewardEventView {
    std::string kind; //!< code: "open", "claim", "veto", "rotate", "gather", "gift"
    std::uint64_t epoch = 0;
    std::string reason; //!< of a claim
    std::uint64_t amount = 0;
    Millis at;
    std::string txid;
    bool mine = false; //!< paid to this persona
};

struct RewardsView {
    bool there = false;   //!< this network has a pool, and its life was read
    bool reading = false; //!< it is being read
    bool lost = false;    //!< it moved in a way that this version cannot read
    std::uint64_t balance = 0;
    enum class Phase { Closed, Announced, Claiming } phase = Phase::Closed;
    std::uint64_t epoch = 0;             //!< 0: none has opened yet
    Millis end;                          //!< the next epoch may open from then on
    std::uint64_t budget = 0;            //!< may still be paid in this epoch
    std::uint64_t cap = 0;               //!< the most for one award
    std::array<std::uint64_t, 5> left{}; //!< may still be paid for each reason, in the order of their codes above
    Millis payableFrom;                  //!< Announced: when the days in which a steward may stop the epoch are over
    std::size_t awards = 0;              //!< in the present list
    bool listMissing = false;            //!< an epoch is open, and its list is not on this computer
    std::vector<AwardView> mine;         //!< newest epoch first
    std::vector<AskView> asks;           //!< newest first
    std::vector<RewardEventView> events; //!< newest first, a hundred
    bool practice = false;               //!< the practice stewards can be asked to decide
    std::string poolId;                  //!< hex
};

} // namespace bt::service
