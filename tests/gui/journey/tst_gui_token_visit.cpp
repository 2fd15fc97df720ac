// SPDX-License-Identifier: GPL-3.0-or-later
// A visit that is paid in BTAI, by keys in two windows: she prices her visits in it, he books, and it ends with everything
// where it belongs.
#include <QtTest>
#ifndef Q_MOC_RUN
#include "play.h"
#include "service/tokens/tokens_view.h"
#endif

using namespace bt;
using namespace bt::test;

#define OK(act) QVERIFY2(act, qPrintable(play->why()))

class TestGuiTokenVisit : public QObject
{
    Q_OBJECT
    std::unique_ptr<Play> play;
    app::Driver* patient = nullptr;
    app::Driver* therapist = nullptr;
    static constexpr std::uint64_t kOne = 100'000'000, kGift = 1'000 * kOne;
    static constexpr std::uint64_t kPrice = 120 * kOne, kLevy = kPrice / 100; // 60 EUR at 0.50 EUR

    static QString name(const char* text) { return QString::fromLatin1(text); }
    bool holds(Who who, std::uint64_t units)
    {
        return play->until(who, QStringLiteral("%1 units").arg(units),
                           [units](const Snapshot& s) { return s.tokens && s.tokens->available == units && s.tokens->held == 0; });
    }
    bool both(const char* what, VisitPhase phase, int count)
    {
        const auto there = [&](const Snapshot& s) {
            return std::ranges::count_if(s.visits, [&](const VisitView& v) { return v.phase == phase && !v.moving; }) == count;
        };
        return play->until(Who::Patient, name(what), there) && play->until(Who::Therapist, name(what), there);
    }
    bool priced()
    {
        if (!therapist->press(name("place-practice")) || !therapist->press(name("practice-asset"))) return false;
        therapist->key(Qt::Key_Down);
        therapist->key(Qt::Key_Return, Qt::NoModifier, name("\r"));
        return therapist->press(name("practice-save")) && play->until(Who::Therapist, name("the listing in BTAI"), [](const Snapshot& s) {
            return s.practice.inTokens && s.practice.listed && s.outbox.empty();
        });
    }
    bool looked(std::int64_t ahead = 30 * kHour)
    {
        if (!patient->press(name("welcome-look")) ||
            !play->until(Who::Patient, name("the listing"),
                         [](const Snapshot& s) { return !s.therapists.empty() && s.therapists.front().inTokens; }) ||
            !patient->press(name("find-row-0-open"), true) || patient->appears(name("therapist-book")) == nullptr)
            return false;
        const auto listed = play->now(Who::Patient);
        const auto& open = listed->therapists.front().openTimes;
        const auto slot = std::ranges::find_if(open, [&](Millis t) { return t.minus(listed->network.now) > ahead; });
        if (slot == open.end()) return false;
        const QString hour = QStringLiteral("slot-") + QString::number(slot->value);
        for (int week = 0; week < 4 && patient->find(hour) == nullptr; ++week)
            if (!patient->press(name("therapist-week-on"))) return false;
        return patient->press(hour) && patient->press(name("therapist-book"));
    }

private slots:
    void cleanup() { play.reset(); }

    void a_visit_is_priced_booked_and_paid_in_btai()
    {
        play = std::make_unique<Play>();
        QCOMPARE(play->begin(), QString());
        OK(play->story().open() && play->story().therapist());
        patient = &play->hand(Who::Patient);
        therapist = &play->hand(Who::Therapist);
        OK(priced());
        OK(looked());
        OK(patient->type(name("create-name"), name("Noor")) &&
           patient->type(name("create-passphrase"), name("seven green bottles on a wall")) &&
           patient->type(name("create-again"), name("seven green bottles on a wall")) && patient->press(name("create-submit")));
        OK(holds(Who::Patient, kGift));
        OK(patient->appears(name("book-next")) != nullptr);
        OK(patient->type(name("book-intake"), name("I lie awake on Sundays.")));
        OK(patient->press(name("book-next")) && patient->appears(name("book-confirm")) != nullptr);
        QTRY_VERIFY2(patient->text(name("book-tokens")).contains(QString::fromUtf8("120.00\u00a0BTAI")),
                     qPrintable(patient->text(name("book-tokens"))));
        OK(patient->press(name("book-confirm")));
        OK(play->phase(Who::Patient, VisitPhase::Requested) && play->phase(Who::Therapist, VisitPhase::Requested));
        QCOMPARE(play->now(Who::Patient)->tokens->held, kPrice);
        OK(play->story().answer() && play->story().visit());
        OK(play->phase(Who::Patient, VisitPhase::Ended) && play->phase(Who::Therapist, VisitPhase::Ended));
        OK(play->atRest());
        OK(holds(Who::Patient, kGift - kPrice) && holds(Who::Therapist, kGift + kPrice - kLevy));
        OK(patient->press(name("room-visit")) && patient->press(name("place-money")) &&
           patient->waitShows(QString::fromUtf8("120.00\u00a0BTAI")));
    }
    void four_visits_are_asked_for_at_once_and_one_of_them_is_moved()
    {
        play = std::make_unique<Play>();
        QCOMPARE(play->begin(), QString());
        OK(play->story().open() && play->story().therapist());
        patient = &play->hand(Who::Patient);
        therapist = &play->hand(Who::Therapist);
        OK(priced());
        OK(looked(3 * kDay));
        OK(patient->type(name("create-name"), name("Noor")) &&
           patient->type(name("create-passphrase"), name("seven green bottles on a wall")) &&
           patient->type(name("create-again"), name("seven green bottles on a wall")) && patient->press(name("create-submit")));
        OK(holds(Who::Patient, kGift));
        OK(patient->appears(name("book-rhythm")) != nullptr && patient->press(name("book-rhythm")));
        patient->key(Qt::Key_Right);
        OK(patient->appears(name("book-count")) != nullptr && patient->press(name("book-next")));
        OK(patient->appears(name("series-confirm")) != nullptr && patient->appears(name("series-tokens")) != nullptr);
        const QString note = patient->text(name("series-tokens"));
        QVERIFY2(note.contains(QString::fromUtf8("480.00\u00a0BTAI")) && note.contains(QString::fromUtf8("8.00\u00a0KAS")) &&
                     note.contains(QString::fromUtf8("4.80\u00a0BTAI")),
                 qPrintable(note));
        OK(patient->press(name("series-confirm")));
        OK(both("four requests", VisitPhase::Requested, 4));
        OK(play->until(Who::Patient, name("four prices held"), [](const Snapshot& s) { return s.tokens->held == 4 * kPrice; }));
        OK(therapist->press(name("place-today")) && therapist->press(name("today-request-0"), true));
        OK(therapist->appears(name("series-accept-all")) != nullptr && therapist->press(name("series-accept-all")));
        OK(both("four visits", VisitPhase::Accepted, 4));
        OK(play->atRest());

        OK(patient->press(name("place-today")) && patient->press(name("today-visit")) && patient->appears(name("visit-series")) != nullptr);
        OK(patient->press(name("series-row-1"), true) && patient->waitShows(name("2 of 4, every ")));
        OK(patient->press(name("plans-move")) && patient->appears(name("plans-hour")) != nullptr);
        OK(patient->until(name("the move is worked out"), [&] { return patient->find(name("plans-move-line-1")) != nullptr; }));
        const QString back = patient->text(name("plans-move-line-1"));
        QVERIFY2(back.contains(QString::fromUtf8("120.00\u00a0BTAI")) && back.contains(QString::fromUtf8("2.00\u00a0KAS")),
                 qPrintable(back));
        OK(patient->press(name("plans-move-confirm")));
        OK(both("the new hour", VisitPhase::Requested, 1));
        OK(play->atRest());
        OK(play->until(Who::Patient, name("no fifth price"),
                       [](const Snapshot& s) { return s.tokens->held == 4 * kPrice && s.tokens->available == kGift - 4 * kPrice; }));

        OK(patient->press(name("place-today")) && patient->press(name("today-visit")) &&
           patient->appears(name("plans-cancel-later")) != nullptr);
        OK(patient->press(name("plans-cancel-later")) && patient->press(name("accept")));
        OK(holds(Who::Patient, kGift) && holds(Who::Therapist, kGift));
    }
};

int main(int argc, char** argv)
{
    TestGuiTokenVisit test;
    return runWindows(argc, argv, test, QTest::qExec);
}
#include "tst_gui_token_visit.moc"
