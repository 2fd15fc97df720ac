// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduling/availability.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace bt::scheduling {

namespace {

constexpr std::size_t kMaxRules = 64, kMaxDaysOff = 400;
constexpr int kMinutesOfDay = 24 * 60;
constexpr std::int64_t kMaxSpan = 400 * kDay;

LocalTime at(CivilDay day, int minute)
{
    if (minute == kMinutesOfDay) return {day.plus(1), 0, 0, 0};
    return {day, minute / 60, minute % 60, 0};
}

//! Taken spans, merged and rising, each widened by the buffer, so that one binary search answers.
class Taken
{
public:
    Taken(std::span<const Busy> busy, std::int64_t margin)
    {
        m_spans.reserve(busy.size());
        for (const auto& b : busy)
            if (b.from < b.until) m_spans.push_back({b.from.plus(-margin), b.until.plus(margin)});
        std::ranges::sort(m_spans, {}, &Busy::from);
        std::size_t kept = 0;
        for (const auto& b : m_spans) {
            if (kept > 0 && b.from <= m_spans[kept - 1].until) m_spans[kept - 1].until = std::max(m_spans[kept - 1].until, b.until);
            else m_spans[kept++] = b;
        }
        m_spans.resize(kept);
    }
    [[nodiscard]] bool meets(Millis from, Millis until) const
    {
        const auto next = std::ranges::lower_bound(m_spans, until, {}, &Busy::from);
        return next != m_spans.begin() && std::prev(next)->until > from;
    }

private:
    std::vector<Busy> m_spans;
};

//! The whole grid, taken or not: what a rule offers on each day, before busy times, notice and cap.
std::vector<Millis> grid(const Availability& a, const Zone& zone, Millis from, Millis until)
{
    const std::set<CivilDay> off(a.daysOff.begin(), a.daysOff.end());
    const std::int64_t length = a.durationMinutes * kMinute, buffer = a.bufferMinutes * kMinute;
    const int step = a.durationMinutes + a.bufferMinutes;
    auto rules = a.rules;
    std::ranges::sort(rules);

    std::vector<Millis> starts;
    // A day earlier and later than the span's own days, because a zone's day is not UTC's.
    const CivilDay end = zone.local(until).day.plus(1);
    for (CivilDay day = zone.local(from).day.plus(-1); day <= end; day = day.plus(1)) {
        if (off.contains(day)) continue;
        for (const auto& rule : rules) {
            if (rule.weekday != day.weekday()) continue;
            // The first time the wall shows it: so a rule that begins where this one ends follows it in a fold too.
            const Millis close = zone.instants(at(day, rule.toMinute)).first;
            std::optional<Millis> last; // of this rule alone: the grid of a day must not hang on the days before
            for (int minute = rule.fromMinute; minute + a.durationMinutes <= rule.toMinute; minute += step) {
                const auto instants = zone.instants(at(day, minute));
                if (instants.kind == Instants::Kind::Skipped) continue;
                const Millis start = instants.first;
                if (start.plus(length) > close) continue; // the clock jumped: she has gone home by then
                // Across a jump two wall times can be closer than they look.
                if (last && start < last->plus(length + buffer)) continue;
                last = start;
                if (start >= from && start < until) starts.push_back(start);
            }
        }
    }
    return starts;
}

//! Whole days of the zone that have reached the cap.
std::set<CivilDay> fullDays(const Availability& a, const Zone& zone, std::span<const Busy> busy)
{
    std::set<CivilDay> full;
    if (a.visitsPerDay == 0) return full;
    std::map<CivilDay, int> count;
    for (const auto& b : busy)
        if (++count[zone.local(b.from).day] >= a.visitsPerDay) full.insert(zone.local(b.from).day);
    return full;
}

} // namespace

Result<void> check(const Availability& a)
{
    BT_CHECK(Zone::find(a.zone));
    if (a.rules.size() > kMaxRules || a.daysOff.size() > kMaxDaysOff) return fail("scheduling.too_many_rules");
    for (std::size_t i = 0; i < a.rules.size(); ++i) {
        const auto& rule = a.rules[i];
        const bool sound = rule.weekday >= 1 && rule.weekday <= 7 && rule.fromMinute >= 0 && rule.fromMinute < rule.toMinute &&
                           rule.toMinute <= kMinutesOfDay;
        if (!sound) return fail("scheduling.bad_rule", {std::to_string(i + 1)}, {});
        for (std::size_t j = 0; j < i; ++j) {
            const auto& other = a.rules[j];
            if (other.weekday == rule.weekday && other.fromMinute < rule.toMinute && rule.fromMinute < other.toMinute)
                return fail("scheduling.overlapping_rules", {std::to_string(i + 1)}, {});
        }
    }
    if (a.durationMinutes < 5 || a.durationMinutes > 480) return fail("scheduling.bad_duration");
    if (a.bufferMinutes < 0 || a.bufferMinutes > 240) return fail("scheduling.bad_buffer");
    if (a.noticeMs < 0 || a.noticeMs > kListingHorizon) return fail("scheduling.bad_notice");
    if (a.visitsPerDay < 0 || a.visitsPerDay > 100) return fail("scheduling.bad_cap");
    return {};
}

Result<std::vector<Millis>> openTimes(const Availability& a, std::span<const Busy> busy, Millis now, Millis from, Millis until)
{
    BT_CHECK(check(a));
    BT_TRY(const Zone zone, Zone::find(a.zone));
    if (until < from || until.value - from.value > kMaxSpan) return fail("scheduling.bad_span");
    const std::int64_t length = a.durationMinutes * kMinute;
    const Taken taken(busy, a.bufferMinutes * kMinute);
    const auto full = fullDays(a, zone, busy);
    const Millis earliest = now.plus(a.noticeMs);

    std::vector<Millis> open;
    for (const Millis start : grid(a, zone, from, until)) {
        if (start < earliest || taken.meets(start, start.plus(length))) continue;
        if (!full.empty() && full.contains(zone.local(start).day)) continue;
        if (open.size() == kMaxOpenTimes) break;
        open.push_back(start);
    }
    return open;
}

Result<void> checkStart(const Availability& a, std::span<const Busy> busy, Millis now, Millis start)
{
    BT_CHECK(check(a));
    BT_TRY(const Zone zone, Zone::find(a.zone));
    if (const auto offered = grid(a, zone, start, start.plus(1)); offered.empty()) return fail("scheduling.not_offered");
    if (start < now.plus(a.noticeMs)) return fail("scheduling.too_soon");
    const Taken taken(busy, a.bufferMinutes * kMinute);
    if (taken.meets(start, start.plus(a.durationMinutes * kMinute))) return fail("scheduling.slot_taken");
    if (fullDays(a, zone, busy).contains(zone.local(start).day)) return fail("scheduling.slot_taken");
    return {};
}

} // namespace bt::scheduling
