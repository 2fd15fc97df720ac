// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The days of a series: the same hour on the therapist's wall clock every week or every few, and what can be said about
//! each from her listing. Pure. Thread safety: all functions are.
#pragma once

#include "records/listing.h"
#include "service/series/series_view.h"

#include <span>

namespace bt::service {

struct Taken {
    Millis from, until;
};

//! Starts at the same wall time in the listing's zone, `everyWeeks` apart; a skipped one is the instant of the jump.
//! "scheduling.unknown_zone".
struct PatternDate {
    Millis startsAt;
    bool skipped = false;
};
[[nodiscard]] Result<std::vector<PatternDate>> patternDates(const records::Listing& listing, Millis first, int everyWeeks, int count);

//! What can be said about asking for one start now. \param mine the person's own visits.
[[nodiscard]] DateState dateState(const records::Listing& listing, Millis startsAt, Millis now, std::span<const Taken> mine);

//! Open hours within three days of `wanted` that are not taken, nearest first, at most six.
[[nodiscard]] std::vector<Millis> hoursNear(const records::Listing& listing, Millis wanted, Millis now, std::span<const Taken> mine);

} // namespace bt::service
