// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before it

#include "scheduling/wall_clock.h"
#include "scheduling/zone.h"

#include "base/random.h"

using namespace bt;
using namespace bt::scheduling;

namespace {
Millis at(std::int64_t seconds) { return {seconds * kSecond}; }
} // namespace

class TestZone : public QObject
{
    Q_OBJECT
private slots:
    void a_name_outside_the_database_is_refused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* bad : {"", "Europe/Atlantis", "europe/berlin", "Europe/Berlin ", "/etc/passwd", "../UTC", "Fixed/UTC+05:00:00",
                                ":Europe/Berlin", "Factory", "localtime", "posixrules"})
            QTest::newRow(*bad ? bad : "empty") << QString::fromLatin1(bad);
    }
    void a_name_outside_the_database_is_refused()
    {
        QFETCH(QString, name);
        const auto zone = Zone::find(name.toStdString());
        QVERIFY(!zone);
        QCOMPARE(zone.error().code, std::string_view("scheduling.unknown_zone"));
    }

    void every_listed_zone_opens_and_knows_its_name()
    {
        QVERIFY(zoneChoices().size() > 300);
        QCOMPARE(zoneChoices().front().name, std::string("UTC"));
        for (const auto& choice : zoneChoices()) {
            const auto zone = Zone::find(choice.name);
            QVERIFY2(zone, choice.name.c_str());
            QCOMPARE(zone->name(), choice.name);
        }
        QVERIFY(zoneDataVersion() >= "2024a");
        QVERIFY(Zone::find("Asia/Calcutta")); // old names are still in other people's listings
    }

    void zone_data_come_from_the_binary_and_not_from_the_computer()
    {
        ::setenv("TZDIR", "/nonexistent", 1);
        const auto zone = Zone::find("Africa/Juba");
        ::unsetenv("TZDIR");
        QVERIFY(zone);
        QCOMPARE(zone->offsetMinutes(at(1'790'000'000)), 120);
    }

    //! Published examples: EU directive 2000/84 (last Sunday of March and October, 01:00 UTC) and the US Energy Policy
    //! Act 2005 (second Sunday of March, first of November, 02:00 local).
    void a_gap_has_no_instant_and_a_fold_has_two()
    {
        const auto berlin = Zone::find("Europe/Berlin").value();
        const auto gap = berlin.instants({{2026, 3, 29}, 2, 30, 0});
        QCOMPARE(gap.kind, Instants::Kind::Skipped);
        QCOMPARE(gap.first.value, 1'774'746'000'000); // 2026-03-29T01:00:00Z
        const auto fold = berlin.instants({{2026, 10, 25}, 2, 30, 0});
        QCOMPARE(fold.kind, Instants::Kind::Repeated);
        QCOMPARE(fold.first.value, 1'792'888'200'000); // 2026-10-25T00:30:00Z
        QCOMPARE(fold.last.value, fold.first.value + kHour);
        const auto newYork = Zone::find("America/New_York").value();
        QCOMPARE(newYork.instants({{2026, 3, 8}, 2, 0, 0}).kind, Instants::Kind::Skipped);
        QCOMPARE(newYork.instants({{2026, 11, 1}, 1, 59, 59}).kind, Instants::Kind::Repeated);
        QCOMPARE(newYork.instants({{2026, 11, 1}, 2, 0, 0}).kind, Instants::Kind::Unique);
    }

    void a_day_without_midnight_begins_after_the_gap()
    {
        const auto cairo = Zone::find("Africa/Cairo").value(); // last Friday of April, 00:00 -> 01:00
        const auto start = cairo.local(cairo.startOf({2026, 4, 24}));
        QVERIFY(start == (LocalTime{{2026, 4, 24}, 1, 0, 0}));
    }

    void both_walls_show_the_same_instant()
    {
        const auto berlin = Zone::find("Europe/Berlin").value(), auckland = Zone::find("Pacific/Auckland").value();
        const auto both = bothTimes(at(1'796'745'600), berlin, auckland); // 2026-12-08T16:00:00Z
        QVERIFY(both.mine == (LocalTime{{2026, 12, 8}, 17, 0, 0}));
        QVERIFY(both.theirs == (LocalTime{{2026, 12, 9}, 5, 0, 0}));
        QCOMPARE(both.dayShift, 1);
        QVERIFY(!both.same);
        QVERIFY(bothTimes(at(1'796'745'600), berlin, Zone::find("Europe/Zurich").value()).same);
    }

    void days_count_over_months_leap_years_and_backwards()
    {
        const CivilDay day{2028, 2, 28};
        QVERIFY(day.plus(1) == (CivilDay{2028, 2, 29}));
        QVERIFY(day.plus(-59) == (CivilDay{2027, 12, 31}));
        QCOMPARE(day.daysUntil({2028, 3, 1}), 2);
        QCOMPARE((CivilDay{2026, 11, 23}).weekday(), 1);
        QCOMPARE((CivilDay{2026, 11, 29}).weekday(), 7);
    }

    //! 20,000 random instants of 2020 to 2037 in 30 zones, and back again.
    void wall_times_agree_with_the_c_library_and_lead_back()
    {
        SeededRandom random(20'000);
        for (const char* name : test::kThirtyZones) {
            const auto zone = Zone::find(name).value();
            const test::WallClock oracle(name);
            for (int i = 0; i < 20'000; ++i) {
                const Millis when = at(1'577'836'800 + static_cast<std::int64_t>(random.below(568'000'000)));
                const auto wall = zone.local(when);
                QVERIFY2(wall == oracle.at(when), name);
                const auto back = zone.instants(wall);
                QVERIFY(back.kind != Instants::Kind::Skipped);
                QVERIFY(back.first == when || back.last == when);
            }
        }
    }

    void times_before_1970_round_towards_the_past()
    {
        QVERIFY(Zone::utc().local({-1}) == (LocalTime{{1969, 12, 31}, 23, 59, 59}));
        QCOMPARE(Zone::find("America/St_Johns").value().offsetMinutes(at(1'796'745'600)), -210);
    }
};

QTEST_GUILESS_MAIN(TestZone)
#include "tst_zone.moc"
