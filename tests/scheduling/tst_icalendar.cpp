// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduling/icalendar.h"

#include <QtTest>

#include <set>

using namespace bt;
using namespace bt::scheduling;

namespace {
CalendarEntry entry()
{
    const Bytes secret(32, 7);
    return {opaqueUid(secret, "visit-1"), {1'796'745'600'000}, {1'796'748'600'000}, {1'796'083'200'000}, false, 2};
}
} // namespace

class TestICalendar : public QObject
{
    Q_OBJECT
private slots:
    void what_is_written_is_read_back()
    {
        auto second = entry();
        second.uid = "0";
        second.cancelled = true;
        const std::vector<CalendarEntry> entries{entry(), second};
        const auto read = readCalendar(exportCalendar(entries).value()).value();
        QCOMPARE(read.size(), 2U);
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(read[i].uid, entries[i].uid);
            QCOMPARE(read[i].start.value, entries[i].start.value);
            QCOMPARE(read[i].end.value, entries[i].end.value);
            QCOMPARE(read[i].stamp.value, entries[i].stamp.value);
            QCOMPARE(read[i].cancelled, entries[i].cancelled);
            QCOMPARE(read[i].sequence, entries[i].sequence);
        }
    }

    void the_file_says_when_and_nothing_else()
    {
        const QString text = QString::fromStdString(exportCalendar(std::vector{entry()}).value());
        const std::set<QString> allowed{"BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID",      "DTSTAMP", "DTSTART",
                                        "DTEND", "SUMMARY", "CLASS",  "TRANSP",   "STATUS", "SEQUENCE", "END"};
        QVERIFY(text.endsWith("\r\n"));
        for (const auto& line : text.split("\r\n", Qt::SkipEmptyParts)) {
            QVERIFY2(allowed.contains(line.section(QRegularExpression("[:;]"), 0, 0)), qPrintable(line));
            QVERIFY(line.toUtf8().size() <= 75);
        }
        QVERIFY(text.contains("PRODID:-//BT//EN\r\n"));
        QVERIFY(text.contains("SUMMARY:Appointment\r\n"));
        QVERIFY(text.contains("DTSTART:20261208T160000Z\r\n"));
        QVERIFY(text.contains("DTEND:20261208T165000Z\r\n"));
        QVERIFY(!text.contains("therap", Qt::CaseInsensitive));
    }

    void a_uid_is_stable_and_opaque()
    {
        const Bytes mine(32, 7), other(32, 8);
        QCOMPARE(opaqueUid(mine, "visit-1"), opaqueUid(mine, "visit-1"));
        QVERIFY(opaqueUid(mine, "visit-1") != opaqueUid(mine, "visit-2"));
        QVERIFY(opaqueUid(mine, "visit-1") != opaqueUid(other, "visit-1"));
        QCOMPARE(opaqueUid(mine, "visit-1").size(), 32U);
    }

    void entries_that_make_no_sense_are_refused()
    {
        for (int what = 0; what < 6; ++what) {
            auto e = entry();
            if (what == 0) e.end = e.start;
            if (what == 1) e.uid.clear();
            if (what == 2) e.uid = "a\r\nSUMMARY:x";
            if (what == 3) e.uid = std::string(256, 'a');
            if (what == 4) e.start = {-1};
            if (what == 5) e.sequence = -1;
            const auto text = exportCalendar(std::vector{e});
            QVERIFY(!text);
            QCOMPARE(text.error().code, std::string_view("scheduling.bad_entry"));
        }
        QVERIFY(readCalendar(exportCalendar({}).value()).value().empty());
    }

    void text_that_is_no_calendar_of_ours_is_refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("hello");
        QTest::newRow("event alone") << QByteArray("BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n");
        QTest::newRow("no times") << QByteArray("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR");
        QTest::newRow("local times") << QByteArray("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261208T160000\r\n"
                                                   "DTEND:20261208T165000\r\nEND:VEVENT\r\nEND:VCALENDAR");
        QTest::newRow("end before start") << QByteArray("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261208T160000Z\r\n"
                                                        "DTEND:20261208T155000Z\r\nEND:VEVENT\r\nEND:VCALENDAR");
        QTest::newRow("nul") << QByteArray("BEGIN:VCALENDAR\0END:VCALENDAR", 29);
        QTest::newRow("huge") << QByteArray(2 * 1024 * 1024, 'x');
    }
    void text_that_is_no_calendar_of_ours_is_refused()
    {
        QFETCH(QByteArray, text);
        const auto read = readCalendar(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        QVERIFY(!read);
        QCOMPARE(read.error().code, std::string_view("scheduling.bad_calendar"));
    }
};

QTEST_GUILESS_MAIN(TestICalendar)
#include "tst_icalendar.moc"
