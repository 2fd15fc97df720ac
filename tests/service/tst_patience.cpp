// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody had is looked for again: rarely, a few at a time, each in its turn.
#include <QTest>
#ifndef Q_MOC_RUN
#include "service/patience.h"
#endif

using namespace bt;
using namespace bt::service;

class TestPatience : public QObject
{
    Q_OBJECT
    using Names = std::vector<std::string>;
    static Names many(int count)
    {
        Names out;
        for (int i = 0; i < count; ++i) out.push_back("record " + std::to_string(i));
        return out;
    }

private slots:
    void a_hundred_that_nobody_has_are_asked_for_a_few_hundred_times_a_day()
    {
        Patience patience(2 * kSecond, kHour, 10);
        std::size_t asked = 0, most = 0;
        std::map<std::string, int> each;
        for (Millis now{1'800'000'000'000}; now < Millis{1'800'000'000'000}.plus(kDay); now = now.plus(kSecond)) {
            const auto turn = patience.turn(many(100), now);
            most = std::max(most, turn.size());
            for (const auto& name : turn) {
                patience.missed(name, now);
                ++each[name];
                ++asked;
            }
        }
        QCOMPARE(most, std::size_t(10));
        QCOMPARE(each.size(), std::size_t(100)); // none is left out
        for (const auto& [name, times] : each) QVERIFY2(times >= 24 && times <= 40, qPrintable(QString::number(times)));
        QVERIFY(asked < 4'000); // in every round it would have been 8,640,000
    }
    void what_was_missed_is_due_after_its_pause_and_not_before()
    {
        Patience patience(2 * kSecond, 8 * kSecond, 10);
        const Names one{"a record"};
        Millis now{1'000'000};
        for (const std::int64_t pause : {2, 4, 8, 8}) {
            QCOMPARE(patience.turn(one, now), one);
            patience.missed(one[0], now);
            QCOMPARE(patience.turn(one, now.plus(pause * kSecond - 1)), Names{});
            now = now.plus(pause * kSecond);
        }
        QCOMPARE(patience.turn(one, now), one);
    }
    void what_is_not_wanted_any_more_begins_anew_and_a_clock_set_back_blocks_nothing()
    {
        Patience patience(kHour, kHour, 10);
        const Names one{"a record"};
        const Millis now{100 * kDay};
        patience.missed(one[0], now);
        QCOMPARE(patience.turn(one, now.plus(1)), Names{});
        QCOMPARE(patience.turn(one, now.plus(-kDay)), one);
        QCOMPARE(patience.turn({}, now.plus(1)), Names{});
        QCOMPARE(patience.turn(one, now.plus(1)), one);
    }
};

QTEST_GUILESS_MAIN(TestPatience)
#include "tst_patience.moc"
