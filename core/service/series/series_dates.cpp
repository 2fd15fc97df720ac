// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/series/series_dates.h"

#include "scheduling/availability.h"

#include <algorithm>

namespace bt::service {
namespace {

constexpr std::int64_t kLeastLead = 10 * kMinute; // as termsFor() asks
constexpr std::int64_t kNear = 3 * kDay;
constexpr std::size_t kMostNear = 6;

bool overlaps(std::span<const Taken> mine, Millis from, Millis until)
{
    return std::ranges::any_of(mine, [&](const Taken& t) { return t.from < until && from < t.until; });
}

// Weekday and wall time: what a weekly hour is.
bool sameHour(const scheduling::Zone& zone, Millis a, Millis b)
{
    const auto x = zone.local(a), y = zone.local(b);
    return x.day.weekday() == y.day.weekday() && x.hour == y.hour && x.minute == y.minute;
}

} // namespace

Result<std::vector<PatternDate>> patternDates(const records::Listing& listing, Millis first, int everyWeeks, int count)
{
    BT_TRY(const auto zone, scheduling::Zone::find(listing.zone));
    const auto wall = zone.local(first);
    std::vector<PatternDate> out;
    for (int i = 0; i < count; ++i) {
        auto there = wall;
        there.day = wall.day.plus(7 * everyWeeks * i);
        const auto when = zone.instants(there);
        out.push_back({i == 0 ? first : when.first, i > 0 && when.kind == scheduling::Instants::Kind::Skipped});
    }
    return out;
}

DateState dateState(const records::Listing& listing, Millis startsAt, Millis now, std::span<const Taken> mine)
{
    if (startsAt.minus(now) < kLeastLead) return DateState::TooSoon;
    if (overlaps(mine, startsAt, startsAt.plus(listing.durationMinutes * kMinute))) return DateState::Mine;
    if (std::ranges::binary_search(listing.openTimes, startsAt)) return DateState::Open;
    if (startsAt < listing.issuedAt.plus(scheduling::kListingHorizon)) return DateState::NotOpen;
    const auto zone = scheduling::Zone::find(listing.zone);
    if (!zone) return DateState::NotOpen;
    const bool weekly = std::ranges::any_of(listing.openTimes, [&](Millis open) { return sameHour(*zone, open, startsAt); });
    return weekly ? DateState::Unpublished : DateState::NotOpen;
}

std::vector<Millis> hoursNear(const records::Listing& listing, Millis wanted, Millis now, std::span<const Taken> mine)
{
    std::vector<Millis> out;
    for (const auto open : listing.openTimes) {
        const auto away = std::abs(open.minus(wanted));
        if (away > 0 && away <= kNear && dateState(listing, open, now, mine) == DateState::Open) out.push_back(open);
    }
    std::ranges::stable_sort(out, {}, [&](Millis open) { return std::abs(open.minus(wanted)); });
    if (out.size() > kMostNear) out.resize(kMostNear);
    return out;
}

} // namespace bt::service
