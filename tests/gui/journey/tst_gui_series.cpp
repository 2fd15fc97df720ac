// SPDX-License-Identifier: GPL-3.0-or-later
// A series by keys in two windows: asked for in one go, answered whole, one of it moved, the later ones called off.
#include <QtTest>
#ifndef Q_MOC_RUN
#include "play.h"
#endif

using namespace bt;
using namespace bt::test;

#define OK(act) QVERIFY2(act, qPrintable(play->why()))

namespace {

int inPhase(const Snapshot& s, VisitPhase phase)
{
    return static_cast<int>(std::ranges::count_if(s.visits, [&](const VisitView& v) { return v.phase == phase && !v.moving; }));
}

} // namespace

class TestGuiSeries : public QObject
{
    Q_OBJECT
    std::unique_ptr<Play> play;
    app::Driver* patient = nullptr;
    app::Driver* therapist = nullptr;

    static QString name(const char* text) { return QString::fromLatin1(text); }
    bool both(const QString& what, VisitPhase phase, int count)
    {
        const auto there = [&](const Snapshot& s) { return inPhase(s, phase) == count; };
        return play->until(Who::Patient, what, there) && play->until(Who::Therapist, what, there);
    }

private slots:
    void cleanup() { play.reset(); }

    void a_series_from_the_first_look_to_the_last_visit_called_off()
    {
        play = std::make_unique<Play>();
        QCOMPARE(play->begin(), QString());
        OK(play->story().open() && play->story().therapist());
        patient = &play->hand(Who::Patient);
        therapist = &play->hand(Who::Therapist);
        OK(patient->press(name("welcome-look")) &&
           play->until(Who::Patient, name("the listing"), [](const Snapshot& s) { return !s.therapists.empty(); }));
        OK(patient->press(name("find-row-0-open"), true) && patient->appears(name("therapist-book")) != nullptr);
        const auto listed = play->now(Who::Patient);
        const auto& open = listed->therapists.front().openTimes;
        const auto slot = std::ranges::find_if(open, [&](Millis t) { return t.minus(listed->network.now) > 3 * kDay; });
        QVERIFY(slot != open.end());
        const QString hour = QStringLiteral("slot-") + QString::number(slot->value);
        for (int week = 0; week < 4 && patient->find(hour) == nullptr; ++week) OK(patient->press(name("therapist-week-on")));
        OK(patient->press(hour) && patient->press(name("therapist-book")));
        OK(patient->type(name("create-name"), name("Noor")) &&
           patient->type(name("create-passphrase"), name("seven green bottles on a wall")) &&
           patient->type(name("create-again"), name("seven green bottles on a wall")) && patient->press(name("create-submit")));
        OK(play->until(Who::Patient, name("play money"), [](const Snapshot& s) { return s.money.available.value >= kas(5000).value; }));
        OK(patient->appears(name("book-rhythm")) != nullptr && patient->press(name("book-rhythm")));
        patient->key(Qt::Key_Right);
        OK(patient->appears(name("book-count")) != nullptr);
        OK(patient->press(name("book-next")));
        OK(patient->appears(name("series-confirm")) != nullptr);
        QVERIFY(patient->text(name("series-title")).startsWith(name("4 visits, every ")));
        for (int day = 0; day < 4; ++day) QVERIFY(patient->find(QStringLiteral("series-day-%1").arg(day)) != nullptr);
        OK(patient->press(name("series-confirm")));
        OK(both(name("four requests"), VisitPhase::Requested, 4));
        QCOMPARE(play->now(Who::Patient)->money.held.value,
                 4 * (play->now(Who::Patient)->visits[0].price.value + play->now(Who::Patient)->visits[0].deposit.value));

        // She sees one request of four, and takes it whole.
        OK(therapist->press(name("place-today")) && therapist->press(name("today-request-0"), true));
        OK(therapist->appears(name("series-accept-all")) != nullptr);
        QVERIFY2(therapist->text(name("visit-series")).startsWith(name("1 of 4, every ")),
                 qPrintable(therapist->text(name("visit-series"))));
        OK(therapist->press(name("series-accept-all")));
        OK(both(name("four visits"), VisitPhase::Accepted, 4));

        // He moves the second by one hour that is free.
        OK(patient->press(name("place-today")) && patient->press(name("today-visit")) && patient->appears(name("visit-series")) != nullptr);
        OK(patient->press(name("series-row-1"), true));
        OK(patient->waitShows(name("2 of 4, every ")));
        const auto before = play->now(Who::Patient)->visits[1];
        OK(patient->appears(name("plans-line-0")) != nullptr);
        OK(patient->press(name("plans-move")) && patient->appears(name("plans-hour")) != nullptr);
        OK(patient->until(name("the move is worked out"), [&] { return patient->find(name("plans-move-line-0")) != nullptr; }));
        OK(patient->press(name("plans-move-confirm")));
        OK(play->until(Who::Therapist, name("the new hour"), [&](const Snapshot& s) {
            return inPhase(s, VisitPhase::Requested) == 1 &&
                   std::ranges::any_of(s.visits, [&](const VisitView& v) { return v.id == before.id && v.phase == VisitPhase::Ended; });
        }));
        OK(play->until(Who::Patient, name("the new hour"), [](const Snapshot& s) { return inPhase(s, VisitPhase::Requested) == 1; }));

        // And calls the first and all later ones off, for exactly what the dialog says.
        OK(play->atRest());
        OK(patient->press(name("place-today")) && patient->press(name("today-visit")) &&
           patient->appears(name("plans-cancel-later")) != nullptr);
        OK(patient->press(name("plans-cancel-later")) && patient->press(name("accept")));
        OK(play->until(Who::Patient, name("nothing held"), [](const Snapshot& s) { return s.money.held.value == 0 && s.outbox.empty(); }));
        OK(play->atRest());
        QTRY_COMPARE(play->gain(Who::Patient), std::int64_t(0));
        QTRY_COMPARE(play->gain(Who::Therapist), std::int64_t(0));
    }
};

int main(int argc, char** argv)
{
    TestGuiSeries test;
    return runWindows(argc, argv, test, QTest::qExec);
}
#include "tst_gui_series.moc"
