// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before it

#include "scheduling/availability.h"
#include "scheduling/wall_clock.h"

#include "base/random.h"

#include <map>
#include <set>

using namespace bt;
using namespace bt::scheduling;

namespace {

const Millis kNow{1'796'083'200'000}; // 2026-12-01T00:00:00Z, a Tuesday

Availability nineToFive(std::string zone = "UTC")
{
    Availability a;
    a.zone = std::move(zone);
    for (int day = 1; day <= 5; ++day) a.rules.push_back({day, 9 * 60, 17 * 60});
    a.noticeMs = 0;
    return a;
}
Millis on(int day, int hour, int minute = 0) { return kNow.plus((day - 1) * kDay + hour * kHour + minute * kMinute); }
std::vector<Millis> open(const Availability& a, std::vector<Busy> busy = {}, Millis now = kNow)
{
    return openTimes(a, busy, now, kNow, kNow.plus(kListingHorizon)).value();
}
bool has(const std::vector<Millis>& list, Millis m) { return std::ranges::find(list, m) != list.end(); }

//! What the rules promise, found the slow way: walk the year in steps of five minutes and look at the C library's
//! wall clock. A start is the first instant at which the wall shows a time of the grid; the visit must have ended when
//! the wall first shows the end of the rule or a later time of that day.
std::vector<Millis> oracle(const Availability& a, const test::WallClock& wall, Millis from, Millis until)
{
    constexpr std::int64_t kStep = 5 * kMinute;
    std::map<LocalTime, Millis> first; // the first instant of each wall time
    for (Millis t = from.plus(-2 * kDay); t < until.plus(2 * kDay); t = t.plus(kStep)) first.try_emplace(wall.at(t), t);
    std::vector<Millis> starts;
    std::set<CivilDay> days;
    for (const auto& [time, when] : first) days.insert(time.day);
    for (const auto& day : days) {
        for (const auto& rule : a.rules) {
            if (rule.weekday != day.weekday()) continue;
            const int to = rule.toMinute;
            const LocalTime end = to == 1440 ? LocalTime{day.plus(1), 0, 0, 0} : LocalTime{day, to / 60, to % 60, 0};
            const auto close = first.lower_bound(end);
            Millis last{0};
            for (int m = rule.fromMinute; m + a.durationMinutes <= to; m += a.durationMinutes + a.bufferMinutes) {
                const auto start = first.find({day, m / 60, m % 60, 0});
                if (start == first.end() || close == first.end()) continue;
                const Millis t = start->second;
                if (t.plus(a.durationMinutes * kMinute) > close->second) continue;
                if (last.value != 0 && t < last.plus((a.durationMinutes + a.bufferMinutes) * kMinute)) continue;
                last = t;
                if (t >= from && t < until) starts.push_back(t);
            }
        }
    }
    return starts;
}

} // namespace

class TestAvailability : public QObject
{
    Q_OBJECT
private slots:
    void a_week_offers_eight_hours_a_day_on_the_grid()
    {
        const auto list = open(nineToFive());
        QCOMPARE(list.size(), 20U * 8U);
        QCOMPARE(list.front().value, on(1, 9).value);
        QVERIFY(has(list, on(1, 16)));
        QVERIFY(!has(list, on(1, 17)));
        QVERIFY(!has(list, on(5, 9))); // Saturday
    }

    void a_booked_slot_and_one_taken_off_leave_the_same_listing()
    {
        auto a = nineToFive();
        const auto booked = open(a, {{on(2, 9), on(2, 17)}});
        a.daysOff = {{2026, 12, 2}};
        QVERIFY(booked == open(a));
        QCOMPARE(booked.size(), 19U * 8U);
    }

    void the_buffer_stays_free_on_both_sides_of_a_visit()
    {
        const auto a = nineToFive();
        const auto odd = open(a, {{on(1, 10, 55), on(1, 11, 45)}}); // moved off the grid by hand
        QVERIFY(!has(odd, on(1, 10)));                              // ends 10:50, five minutes before
        QVERIFY(!has(odd, on(1, 11)));
        QVERIFY(has(odd, on(1, 9)));
        QVERIFY(has(odd, on(1, 12))); // begins fifteen minutes after
        const auto exact = open(a, {{on(1, 10), on(1, 10, 50)}});
        QVERIFY(has(exact, on(1, 9)) && !has(exact, on(1, 10)) && has(exact, on(1, 11)));
    }

    void short_notice_and_the_cap_close_slots()
    {
        auto a = nineToFive();
        a.noticeMs = kDay;
        QCOMPARE(open(a, {}, on(1, 12)).front().value, on(2, 12).value);
        a.noticeMs = 0;
        a.visitsPerDay = 2;
        const auto list = open(a, {{on(1, 9), on(1, 9, 50)}, {on(1, 11), on(1, 11, 50)}, {on(2, 9), on(2, 9, 50)}});
        QVERIFY(!has(list, on(1, 15)));
        QVERIFY(has(list, on(2, 15)));
    }

    void one_start_can_be_checked_with_its_reason()
    {
        auto a = nineToFive();
        a.noticeMs = kHour;
        const std::vector<Busy> busy{{on(1, 10), on(1, 10, 50)}};
        const auto code = [&](Millis start) {
            const auto ok = checkStart(a, busy, on(1, 9, 30), start);
            return QString::fromStdString(std::string(ok ? std::string_view("fine") : ok.error().code));
        };
        QCOMPARE(code(on(1, 11)), QString("fine"));
        QCOMPARE(code(on(1, 10)), QString("scheduling.too_soon"));
        QCOMPARE(code(on(1, 11, 1)), QString("scheduling.not_offered"));
        QCOMPARE(code(on(5, 11)), QString("scheduling.not_offered"));
        QCOMPARE(code(on(1, 11).plus(1)), QString("scheduling.not_offered"));
        a.noticeMs = 0;
        QCOMPARE(code(on(1, 10)), QString("scheduling.slot_taken"));
    }

    void rules_that_make_no_sense_are_named_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("code");
        const char* codes[] = {"unknown_zone", "bad_rule",   "bad_rule",   "bad_rule", "overlapping_rules",
                               "bad_duration", "bad_buffer", "bad_notice", "bad_cap",  "too_many_rules"};
        for (int i = 0; i < 10; ++i) QTest::addRow("%d %s", i, codes[i]) << i << QStringLiteral("scheduling.") + QLatin1String(codes[i]);
    }
    void rules_that_make_no_sense_are_named()
    {
        QFETCH(int, what);
        QFETCH(QString, code);
        auto a = nineToFive();
        switch (what) {
        case 0: a.zone = "Mars/Olympus"; break;
        case 1: a.rules.push_back({8, 0, 60}); break;
        case 2: a.rules.push_back({6, 600, 600}); break;
        case 3: a.rules.push_back({6, 600, 1441}); break;
        case 4: a.rules.push_back({1, 16 * 60, 18 * 60}); break;
        case 5: a.durationMinutes = 0; break;
        case 6: a.bufferMinutes = -1; break;
        case 7: a.noticeMs = -1; break;
        case 8: a.visitsPerDay = -1; break;
        default: a.daysOff.resize(401); break;
        }
        const auto list = openTimes(a, {}, kNow, kNow, kNow.plus(kDay));
        QVERIFY(!list);
        QCOMPARE(QString::fromStdString(std::string(list.error().code)), code);
        if (what >= 1 && what <= 4) QCOMPARE(list.error().args.at(0), std::string("6"));
    }

    void a_slot_in_a_gap_does_not_exist_and_one_in_a_fold_happens_once()
    {
        auto a = nineToFive("Europe/Berlin");
        a.rules = {{7, 0, 6 * 60}};
        a.durationMinutes = 30;
        a.bufferMinutes = 0;
        const Millis march{1'774'656'000'000}; // 2026-03-28T00:00Z; the gap is on the 29th, 02:00 to 03:00
        auto list = openTimes(a, {}, march, march, march.plus(2 * kDay)).value();
        QCOMPARE(list.size(), 10U);
        QCOMPARE(list[3].value, march.plus(kDay + 30 * kMinute).value); // 01:30, and the next is 03:00:
        for (std::size_t i = 1; i < list.size(); ++i) QCOMPARE(list[i].minus(list[i - 1]), 30 * kMinute);
        const Millis october{1'792'800'000'000}; // 2026-10-24T00:00Z; the fold is on the 25th, 03:00 to 02:00
        list = openTimes(a, {}, october, october, october.plus(2 * kDay)).value();
        QCOMPARE(list.size(), 12U);
        QCOMPARE(list[6].minus(list[5]), 90 * kMinute); // 02:30 in summer time, then 03:00 in winter time
    }

    void a_span_that_is_too_long_is_refused()
    {
        QVERIFY(!openTimes(nineToFive(), {}, kNow, kNow, kNow.plus(500 * kDay)));
        QVERIFY(!openTimes(nineToFive(), {}, kNow, kNow, kNow.plus(-1)));
    }

    void the_listing_is_bounded()
    {
        auto a = nineToFive();
        a.rules.clear();
        for (int day = 1; day <= 7; ++day) a.rules.push_back({day, 0, 1440});
        a.durationMinutes = 5;
        a.bufferMinutes = 0;
        QCOMPARE(open(a).size(), kMaxOpenTimes);
    }

    //! A year of slots in 30 zones with random rules, against the slow way: none lost, doubled, moved or overlapping.
    void a_year_of_slots_agrees_with_the_c_library_in_thirty_zones()
    {
        SeededRandom random(2026);
        const Millis from = kNow, until = kNow.plus(366 * kDay);
        std::size_t seen = 0;
        for (const char* name : test::kThirtyZones) {
            const test::WallClock wall(name);
            Availability a;
            a.zone = name;
            a.noticeMs = 0;
            a.durationMinutes = 5 * static_cast<int>(5 + random.below(20)); // 25 .. 120
            a.bufferMinutes = 5 * static_cast<int>(random.below(5));
            for (int day = 1; day <= 7; ++day) { // nights too: that is when clocks jump
                const int noon = 5 * static_cast<int>(24 + random.below(144));
                a.rules.push_back({day, 5 * static_cast<int>(random.below(20)), noon});
                a.rules.push_back({day, noon, 1440});
            }
            const auto expected = oracle(a, wall, from, until);
            std::vector<Millis> found; // month by month, as the bound of a listing asks
            for (Millis t = from; t < until; t = t.plus(30 * kDay)) {
                const auto part = openTimes(a, {}, kNow, t, std::min(until, t.plus(30 * kDay))).value();
                QVERIFY(part.size() < kMaxOpenTimes);
                found.insert(found.end(), part.begin(), part.end());
            }
            QVERIFY2(found == expected, name);
            for (std::size_t i = 1; i < found.size(); ++i) QVERIFY2(found[i].minus(found[i - 1]) >= a.durationMinutes * kMinute, name);
            for (int i = 0; i < 200; ++i) {
                const Millis start = found[random.below(found.size())];
                QVERIFY2(checkStart(a, {}, kNow, start), name);
                QVERIFY2(!checkStart(a, {}, kNow, start.plus(kMinute)), name);
            }
            seen += found.size();
        }
        QVERIFY(seen > 80'000);
        qInfo("%zu slots", seen);
    }

    //! Random busy times: every open start keeps its distance, every missing one has a visit in its way.
    void busy_times_close_exactly_what_they_touch()
    {
        SeededRandom random(7);
        for (int round = 0; round < 200; ++round) {
            auto a = nineToFive("America/Havana");
            a.bufferMinutes = 5 * static_cast<int>(random.below(7));
            std::vector<Busy> busy;
            for (int i = 0; i < 40; ++i) {
                const Millis s = kNow.plus(static_cast<std::int64_t>(random.below(28 * 24 * 60)) * kMinute);
                busy.push_back({s, s.plus(static_cast<std::int64_t>(random.below(180)) * kMinute)});
            }
            const auto all = open(a), list = open(a, busy);
            for (const Millis start : all) {
                const bool touched = std::ranges::any_of(busy, [&](const Busy& b) {
                    return b.from < b.until && b.from.plus(-a.bufferMinutes * kMinute) < start.plus(50 * kMinute) &&
                           b.until.plus(a.bufferMinutes * kMinute) > start;
                });
                QCOMPARE(has(list, start), !touched);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAvailability)
#include "tst_availability.moc"
