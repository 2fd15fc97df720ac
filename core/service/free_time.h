// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Until when a request waits for its answer, and until when a visit may be cancelled for free: the terms of a booking and
//! the words before it share these. Pure; safe on every thread.
#pragma once

#include "base/clock.h"

#include <algorithm>

namespace bt::service {

inline constexpr std::int64_t kAnswerMargin = 5 * kMinute; //!< she must be able to answer before it begins

//! Until when a request made `now` waits for its answer.
//! \param answerWithin,freeBefore the listing's policy, ms. A minute is coarse enough: the hour of booking should not be
//!        read from the answer's limit.
[[nodiscard]] constexpr Millis answerDue(std::int64_t answerWithin, std::int64_t freeBefore, Millis startsAt, Millis now)
{
    auto latest = std::min(now.value + answerWithin, startsAt.value - kAnswerMargin);
    // Where two hours are left for it, she answers before the free time ends: then that time is as promised.
    const auto promised = startsAt.value - freeBefore;
    if (promised - now.value >= 2 * kHour) latest = std::min(latest, promised);
    return {latest / kMinute * kMinute};
}

//! Until when it is free to cancel. It ends on a whole UTC day if one lies between answer and start: then the chain shows
//! a day, no hour. With short notice it ends when the answer is due.
[[nodiscard]] constexpr Millis freeUntil(std::int64_t freeBefore, Millis acceptBy, Millis startsAt)
{
    const std::int64_t promised = startsAt.value - freeBefore;
    const std::int64_t up = (promised + kDay - 1) / kDay * kDay;
    const std::int64_t down = promised / kDay * kDay;
    if (promised <= acceptBy.value) return acceptBy;
    if (up <= startsAt.value) return {up};
    return {std::max(down, acceptBy.value)};
}

} // namespace bt::service
