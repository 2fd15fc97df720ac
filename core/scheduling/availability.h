// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! From "I work on Mondays from nine to five" to the instants that may be asked for. Slots are computed, never stored.
//! Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "scheduling/zone.h"

#include <span>

namespace bt::scheduling {

//! A span of each week, in the therapist's zone. A span over midnight is two rules.
struct WeeklyRule {
    int weekday = 1;    //!< ISO: 1 Monday .. 7 Sunday
    int fromMinute = 0; //!< minutes on the wall clock after midnight, 0 .. 1439
    int toMinute = 0;   //!< fromMinute + 1 .. 1440 (24:00)
    auto operator<=>(const WeeklyRule&) const = default;
};

//! Time that is taken: [from, until).
struct Busy {
    Millis from, until;
};

//! When a therapist can be asked for.
struct Availability {
    std::string zone;                   //!< IANA
    std::vector<WeeklyRule> rules;      //!< at most 64; spans of a day do not overlap
    std::vector<CivilDay> daysOff;      //!< local days without visits; at most 400
    int durationMinutes = 50;           //!< 5 .. 480
    int bufferMinutes = 10;             //!< kept free around every visit, 0 .. 240
    std::int64_t noticeMs = 12 * kHour; //!< nothing may begin earlier than this from now; 0 .. 28 days
    int visitsPerDay = 0;               //!< cap of a local day; 0: none
};

inline constexpr std::int64_t kListingHorizon = 28 * kDay; //!< a listing shows four weeks
inline constexpr std::size_t kMaxOpenTimes = 2016;         //!< bound of one listing

//! \returns "scheduling.unknown_zone", or "scheduling.bad_rule" (args: the rule's place, from 1),
//!          "scheduling.overlapping_rules" (same), "scheduling.too_many_rules", "scheduling.bad_duration",
//!          "scheduling.bad_buffer", "scheduling.bad_notice", "scheduling.bad_cap".
[[nodiscard]] Result<void> check(const Availability& availability);

//! The starts that may be asked for, rising, in [from, until): on the grid of each rule (from its begin, every
//! duration + buffer on the wall clock), not before now + notice, whole visit inside the rule, and the buffer clear of
//! everything in `busy` and of the rule's other starts. Two starts never overlap. A start in a DST gap does not exist;
//! one in a fold happens once, the first time. What is missing does not say why: booked, off, short notice and over the
//! cap look alike. \param busy in any order; may overlap. \param until at most 400 days after from:
//! "scheduling.bad_span". \returns at most kMaxOpenTimes starts; errors of check().
[[nodiscard]] Result<std::vector<Millis>> openTimes(const Availability& availability, std::span<const Busy> busy, Millis now, Millis from,
                                                    Millis until);

//! Whether one start may be asked for right now; the reason otherwise, for the therapist's own program:
//! "scheduling.slot_taken" (visit, buffer or cap), "scheduling.too_soon", "scheduling.not_offered".
[[nodiscard]] Result<void> checkStart(const Availability& availability, std::span<const Busy> busy, Millis now, Millis start);

} // namespace bt::scheduling
