// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduling/icalendar.h"

#include "crypto/hash.h"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace bt::scheduling {

namespace {

constexpr std::size_t kMaxCalendar = 1024 * 1024;
constexpr std::int64_t kYear10000 = 253'402'300'800 * kSecond;
constexpr const char* kTitle = "Appointment"; // never the word that says what kind

struct FreeComponent {
    void operator()(icalcomponent* c) const { icalcomponent_free(c); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

void quietOnce()
{
    // libical's default prints and can abort on a bad value; we look at what it returns instead.
    static std::once_flag once;
    std::call_once(once, [] { icalerror_set_errors_are_fatal(false); });
}

icaltimetype utc(Millis at)
{
    return icaltime_from_timet_with_zone(static_cast<time_t>(at.value / kSecond), 0, icaltimezone_get_utc_timezone());
}

bool sound(const CalendarEntry& e)
{
    const bool plain = std::ranges::all_of(e.uid, [](char c) { return c > ' ' && c < 0x7f; });
    const auto fits = [](Millis m) { return m.value >= 0 && m.value < kYear10000; };
    return plain && !e.uid.empty() && e.uid.size() <= 255 && e.start < e.end && fits(e.start) && fits(e.end) && fits(e.stamp) &&
           e.sequence >= 0;
}

} // namespace

std::string opaqueUid(ByteView profileSecret, std::string_view visitId)
{
    Bytes data = bytesOf("bt/calendar-uid/v1");
    data.push_back(0);
    append(data, viewOf(visitId));
    const Hash256 hash = crypto::blake2b(data, profileSecret);
    static constexpr char digits[] = "0123456789abcdef";
    std::string uid;
    for (std::size_t i = 0; i < 16; ++i) {
        uid += digits[hash.bytes[i] >> 4];
        uid += digits[hash.bytes[i] & 15];
    }
    return uid;
}

Result<std::string> exportCalendar(std::span<const CalendarEntry> entries)
{
    quietOnce();
    const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//BT//EN"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
    for (const auto& e : entries) {
        if (!sound(e)) return fail("scheduling.bad_entry");
        icalcomponent* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
        icalcomponent_add_property(event, icalproperty_new_uid(e.uid.c_str()));
        icalcomponent_add_property(event, icalproperty_new_dtstamp(utc(e.stamp)));
        icalcomponent_add_property(event, icalproperty_new_dtstart(utc(e.start)));
        icalcomponent_add_property(event, icalproperty_new_dtend(utc(e.end)));
        icalcomponent_add_property(event, icalproperty_new_summary(kTitle));
        icalcomponent_add_property(event, icalproperty_new_class(ICAL_CLASS_PRIVATE));
        icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_OPAQUE));
        icalcomponent_add_property(event, icalproperty_new_status(e.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
        icalcomponent_add_property(event, icalproperty_new_sequence(e.sequence));
        icalcomponent_add_component(calendar.get(), event);
    }
    const std::unique_ptr<char, decltype(&free)> text(icalcomponent_as_ical_string_r(calendar.get()), &free);
    if (!text) return fail("scheduling.bad_entry", "no text");
    return std::string(text.get());
}

Result<std::vector<CalendarEntry>> readCalendar(std::string_view ics)
{
    quietOnce();
    const auto bad = [](const char* why) { return fail("scheduling.bad_calendar", why); };
    if (ics.empty() || ics.size() > kMaxCalendar || ics.find('\0') != std::string_view::npos) return bad("size");
    const Component calendar(icalparser_parse_string(std::string(ics).c_str()));
    if (!calendar || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT) return bad("not a calendar");
    std::vector<CalendarEntry> entries;
    for (auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        const auto start = icalcomponent_get_dtstart(event), end = icalcomponent_get_dtend(event);
        const char* uid = icalcomponent_get_uid(event);
        if (!uid || icaltime_is_null_time(start) || icaltime_is_null_time(end)) return bad("event without times");
        if (!icaltime_is_utc(start) || !icaltime_is_utc(end)) return bad("event not in UTC");
        CalendarEntry e;
        e.uid = uid;
        e.start = {static_cast<std::int64_t>(icaltime_as_timet(start)) * kSecond};
        e.end = {static_cast<std::int64_t>(icaltime_as_timet(end)) * kSecond};
        e.stamp = {static_cast<std::int64_t>(icaltime_as_timet(icalcomponent_get_dtstamp(event))) * kSecond};
        e.cancelled = icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
        e.sequence = icalcomponent_get_sequence(event);
        if (!sound(e)) return bad("event out of bounds");
        entries.push_back(std::move(e));
    }
    return entries;
}

} // namespace bt::scheduling
