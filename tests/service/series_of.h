// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What tests of series ask of a side: its door, the hours of a plan, how many visits stand or ended how.
#pragma once

#include "service/series/series_door.h"
#include "service/two_sides.h"

namespace bt::test {

inline service::SeriesDoor& series(const Side& side) { return *side.engine->doors().series; }

inline std::vector<Millis> startsOf(const service::SeriesPlanView& plan)
{
    std::vector<Millis> out;
    for (const auto& date : plan.dates)
        if (!date.left) out.push_back(date.startsAt);
    return out;
}
inline int inPhase(const service::Snapshot& s, service::VisitPhase phase)
{
    return static_cast<int>(std::ranges::count_if(s.visits, [&](const service::VisitView& v) { return v.phase == phase && !v.moving; }));
}
inline int endedAs(const service::Snapshot& s, service::VisitEnding ending)
{
    return static_cast<int>(std::ranges::count_if(
        s.visits, [&](const service::VisitView& v) { return v.ending == ending && v.phase == service::VisitPhase::Ended; }));
}

} // namespace bt::test
