// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Visits as the window shows them: phases, exact outcomes, and what this side may do now. Rules live here and in the
//! contract, never in QML. Pure. Thread safety: all functions are.
#pragma once

#include "service/visit.h"

namespace bt::service {

//! Who the other side is, for display.
struct PeerFace {
    std::string did, name, zone, avatarSeed;
};

//! \param now network time. \param daaNow DAA score of the virtual. \param pastMedian what the chain compares limits with.
[[nodiscard]] VisitView project(const Visit& visit, const PeerFace& peer, Millis now, std::uint64_t daaNow, Millis pastMedian);
//! The clock by which contract::session::cancelNow() says what the chain gives: a limit counts once past median time is
//! *beyond* it, for before that no block takes commit or begin.
[[nodiscard]] inline Millis dueClock(Millis pastMedian) { return pastMedian.plus(-1); }
//! The amounts of a visit in BTAI as what they are worth, which is what the window shows; others stay as they are.
void showWorth(VisitView& view, const ledger::NetworkParams& network);

//! How long before the start the room opens.
inline constexpr std::int64_t kRoomOpensBefore = 10 * kMinute;
//! And how long after the end it stays open.
inline constexpr std::int64_t kRoomClosesAfter = 24 * kHour;

//! What this side put in beside price and bond by raising a problem; 0 if it did not. Also of a visit that has ended.
[[nodiscard]] Sompi stakeBy(const Visit& visit, Role side);

//! This side's money inside live instances and tickets (price and deposit, or bond).
[[nodiscard]] Sompi heldBy(const Visit& visit);
//! The same in base units of BTAI, for a visit that is paid in it.
[[nodiscard]] std::uint64_t heldTokensBy(const Visit& visit);

} // namespace bt::service
