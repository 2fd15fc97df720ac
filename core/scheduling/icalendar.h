// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Export to other calendars (RFC 5545), saying as little as a calendar can. Pure; no Qt. Thread safety: all functions.
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"

#include <span>
#include <string>
#include <vector>

namespace bt::scheduling {

//! One appointment as another calendar may know it. There is no field for a person, a link or a note.
struct CalendarEntry {
    std::string uid; //!< see opaqueUid()
    Millis start, end;
    Millis stamp; //!< when this version was made (DTSTAMP)
    bool cancelled = false;
    int sequence = 0; //!< grows with every change of the visit
};

//! A UID that stays the same for a visit and cannot be traced back to it or to the chain.
//! \param profileSecret 16 to 64 bytes that only this profile knows. \param visitId as the program keeps it.
[[nodiscard]] std::string opaqueUid(ByteView profileSecret, std::string_view visitId);

//! Text of an .ics file: PRODID "-//BT//EN", one VEVENT an entry in UTC, title "Appointment", CLASS:PRIVATE.
//! \returns "scheduling.bad_entry" when an end is not after its start, a uid is empty or longer than 255 bytes or not
//!          plain ASCII, or a time lies outside the years 1970 to 9999.
[[nodiscard]] Result<std::string> exportCalendar(std::span<const CalendarEntry> entries);

//! Reads back what exportCalendar() writes (checks and a preview; other calendars' extras are ignored).
//! \returns "scheduling.bad_calendar" for text that is not a calendar, has an event without UTC start and end, or is
//!          over 1 MiB.
[[nodiscard]] Result<std::vector<CalendarEntry>> readCalendar(std::string_view ics);

} // namespace bt::scheduling
