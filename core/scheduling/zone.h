// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! IANA time zones from the zone data inside the binary: what a clock on the wall shows at an instant, and which
//! instants a wall time means (none in a gap, two in a fold). Pure; no Qt. Thread safety: all of it.
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace bt::scheduling {

//! A day on the calendar of some zone (proleptic Gregorian).
struct CivilDay {
    int year = 1970, month = 1, day = 1;
    auto operator<=>(const CivilDay&) const = default;
    //! This day plus `days` (may be negative).
    [[nodiscard]] CivilDay plus(int days) const;
    [[nodiscard]] int weekday() const; //!< ISO: 1 Monday .. 7 Sunday
    //! Days from this one to `later`, negative if that is earlier.
    [[nodiscard]] int daysUntil(CivilDay later) const;
};

//! What calendar and clock on the wall show.
struct LocalTime {
    CivilDay day;
    int hour = 0, minute = 0, second = 0;
    auto operator<=>(const LocalTime&) const = default;
};

//! The instants that a wall time means.
struct Instants {
    enum class Kind {
        Unique,
        Skipped,  //!< in a gap: the wall never shows it; `first` and `last` are both the instant of the jump
        Repeated, //!< in a fold: `first` before the clock was set back, `last` after
    };
    Kind kind = Kind::Unique;
    Millis first, last;
};

//! One zone. A small value that points at data kept for the life of the process.
class Zone
{
public:
    //! \param name IANA ("Europe/Berlin", old names too). \returns "scheduling.unknown_zone" for any other text.
    [[nodiscard]] static Result<Zone> find(std::string_view name);
    [[nodiscard]] static Zone utc();

    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] LocalTime local(Millis at) const; //!< milliseconds are dropped, towards the past
    [[nodiscard]] Instants instants(const LocalTime& wall) const;
    [[nodiscard]] int offsetMinutes(Millis at) const; //!< east of UTC, rounded down
    //! The first instant of a local day: midnight, or the end of a gap that swallows it.
    [[nodiscard]] Millis startOf(CivilDay day) const;

private:
    struct Data;
    explicit Zone(const Data* data) : m_data(data) {}
    const Data* m_data; // never freed: there are at most as many as zones
};

//! One instant on two walls: "17:00 your time, 08:00 in hers".
struct BothTimes {
    LocalTime mine, theirs;
    int dayShift = 0;  //!< their calendar day minus mine: -1, 0 or 1
    bool same = false; //!< both walls show the same
};
[[nodiscard]] BothTimes bothTimes(Millis at, const Zone& mine, const Zone& theirs);

//! A zone to pick from a list.
struct ZoneChoice {
    std::string name;      //!< "America/Argentina/Buenos_Aires"
    std::string countries; //!< ISO 3166-1 alpha-2 of the place; empty for UTC
};
//! All zones that the tz database lists for people, by name, with UTC first.
[[nodiscard]] const std::vector<ZoneChoice>& zoneChoices();
//! The release of the tz database in the binary: "2026f".
[[nodiscard]] std::string_view zoneDataVersion();

} // namespace bt::scheduling
