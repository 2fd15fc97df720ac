// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A second opinion on wall times: the C library's own reader of the computer's zone files. One thread.
#pragma once

#include "scheduling/zone.h"

#include <cstdlib>
#include <ctime>
#include <string>

namespace bt::test {

class WallClock
{
public:
    explicit WallClock(const std::string& zone)
    {
        ::setenv("TZ", (":" + zone).c_str(), 1);
        ::tzset();
    }
    ~WallClock()
    {
        ::unsetenv("TZ");
        ::tzset();
    }
    [[nodiscard]] scheduling::LocalTime at(Millis when) const
    {
        const auto seconds = static_cast<std::time_t>(when.value / kSecond);
        std::tm tm{};
        ::localtime_r(&seconds, &tm);
        return {{tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday}, tm.tm_hour, tm.tm_min, tm.tm_sec};
    }
};

//! Thirty zones: every kind of jump there is (half hours, midnight, winter time that is the exception, none at all).
inline constexpr const char* kThirtyZones[] = {
    "Europe/Berlin",       "Europe/London",     "Europe/Dublin",       "Europe/Lisbon",      "Europe/Chisinau",   "Europe/Istanbul",
    "Africa/Casablanca",   "Africa/Cairo",      "Africa/Johannesburg", "Asia/Jerusalem",     "Asia/Beirut",       "Asia/Gaza",
    "Asia/Tehran",         "Asia/Kolkata",      "Asia/Kathmandu",      "Asia/Tokyo",         "Australia/Sydney",  "Australia/Lord_Howe",
    "Australia/Perth",     "Pacific/Auckland",  "Pacific/Chatham",     "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York",
    "America/Los_Angeles", "America/Sao_Paulo", "America/Santiago",    "America/Havana",     "America/St_Johns",  "America/Nuuk",
};

} // namespace bt::test
