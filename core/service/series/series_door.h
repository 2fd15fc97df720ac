// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The door to series of visits, and to the exact outcome of cancelling. Calls as Engine's.
#pragma once

#include "service/doors.h"
#include "service/series/cancel_view.h"
#include "service/series/series_view.h"

namespace bt::service {

class SeriesDoor
{
public:
    virtual ~SeriesDoor() = default;
    //! What asking for a series would mean. "visit.not_licensed", "visit.bad_series", "visit.too_soon".
    [[nodiscard]] virtual Future<SeriesPlanView> plan(SeriesWish wish) = 0;
    //! Asks for those dates of the plan that are not left out: one escrow each, all written in one step.
    //! \param starts what plan() said and the person saw: "visit.series_changed" if it is no longer that.
    //! In addition "visit.offer_changed" when price or rules are not what plan() said, "token.not_enough" (args: base units
    //! of all, there), "ledger.not_enough" (args: sompi missing), "record.too_long". \returns the first visit's id.
    [[nodiscard]] virtual Future<std::string> book(SeriesWish wish, std::vector<Millis> starts, std::string intake) = 0;
    //! The therapist's answer to several requests at once: all, or none. "visit.not_now", "ledger.not_enough".
    [[nodiscard]] virtual Future<> accept(std::vector<std::string> visits) = 0;
    [[nodiscard]] virtual Future<> decline(std::vector<std::string> visits) = 0;
    //! What cancelling gives now. \param later with those of its series that come after it.
    [[nodiscard]] virtual Future<CancelView> cancelNow(std::string visitId, bool later) = 0;
    //! \param seen what cancelNow() said and the person saw: "visit.outcome_changed" if one of them would give less now.
    [[nodiscard]] virtual Future<> cancel(CancelView seen) = 0;
    //! What moving would mean. \param to the new hour of this visit; later ones follow in the series' rhythm.
    //! "visit.other_coins": the practice is paid in another kind of coins now than the visit.
    [[nodiscard]] virtual Future<MoveView> planMove(std::string visitId, Millis to, bool later) = 0;
    //! Cancels and asks anew. \param seen what planMove() said: "visit.series_changed", "visit.offer_changed",
    //! "visit.outcome_changed".
    [[nodiscard]] virtual Future<> move(std::string visitId, MoveView seen) = 0;
    //! Hours that this visit could be moved to: the therapist's open ones, rising.
    [[nodiscard]] virtual Future<std::vector<Millis>> hoursFor(std::string visitId) = 0;
};

} // namespace bt::service
