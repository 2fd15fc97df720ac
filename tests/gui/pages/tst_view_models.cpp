// SPDX-License-Identifier: GPL-3.0-or-later
// What each view model shows for a snapshot and asks of the engine, and what stays when that fails.
#include "booking_view_model.h"
#include "calendar_view_model.h"
#include "clients_view_model.h"
#include "clock_view_model.h"
#include "find_view_model.h"
#include "model_setup.h"
#include "money_view_model.h"
#include "outbox_view_model.h"
#include "practice_view_model.h"
#include "therapist_view_model.h"
#include "threads_view_model.h"
#include "today_view_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace bt;
using namespace bt::app;
using namespace bt::test;
using service::VisitPhase;

namespace {
QString cell(RowModel* rows, int row, const char* role) { return rows->row(row).value(QLatin1String(role)).toString(); }
} // namespace

class TestViewModels : public QObject
{
    Q_OBJECT
private slots:
    void therapists_stand_in_groups_by_how_many_answers_they_fit()
    {
        Setup s(guest());
        FindViewModel find(s.context);
        QCOMPARE(find.state(), FindViewModel::State::Ready);
        QCOMPARE(find.foundText().left(1), QStringLiteral("4"));
        QCOMPARE(cell(find.rows(), 0, "heading"), QStringLiteral("All, the soonest time first"));
        find.toggleTopic(QStringLiteral("worry"));
        find.toggleLanguage(QStringLiteral("pl"));
        find.toggleTime(QStringLiteral("evenings"));
        QCOMPARE(cell(find.rows(), 0, "name"), QStringLiteral("Tomasz Wiśniewski"));
        QCOMPARE(cell(find.rows(), 0, "heading"), QStringLiteral("Fits all three of your answers"));
        QCOMPARE(cell(find.rows(), 1, "name"), QStringLiteral("Dr. Mariam Okonjo"));
        QCOMPARE(cell(find.rows(), 1, "heading"), QStringLiteral("Fits two of them"));
        QCOMPARE(s.engine.calls.size(), 0); // nothing about a search leaves this computer
    }

    void the_next_time_shown_is_the_first_that_suits_the_answer()
    {
        Setup s(guest());
        FindViewModel find(s.context);
        QVERIFY(cell(find.rows(), 0, "next").contains(QStringLiteral("18:00")));
        find.toggleTime(QStringLiteral("mornings"));
        QVERIFY2(cell(find.rows(), 0, "next").contains(QStringLiteral("10:00")), qPrintable(cell(find.rows(), 0, "next")));
    }

    void filters_narrow_the_list_and_starting_over_brings_all_back()
    {
        Setup s(guest());
        FindViewModel find(s.context);
        find.togglePrice(QStringLiteral("60"));
        QCOMPARE(find.rows()->count(), 3);
        find.toggleCountry(QStringLiteral("AT"));
        QCOMPARE(find.state(), FindViewModel::State::NoneFits);
        find.clearAnswers();
        QCOMPARE(find.rows()->count(), 4);
    }

    void slots_show_in_the_viewers_zone_with_the_therapists_time_beside()
    {
        Setup s(guest());
        TherapistViewModel t(s.context);
        t.open(QStringLiteral("did:key:m1"));
        QCOMPARE(t.state(), TherapistViewModel::State::Ready);
        QCOMPARE(t.weekTitle(), QStringLiteral("7 to 11 December"));
        QCOMPARE(t.zoneNote(), QStringLiteral("Times are yours, in Berlin"));
        t.choose(static_cast<double>(at(8, 17).value));
        QCOMPARE(t.bookWords(), QStringLiteral("Book Tue 8 Dec, 17:00"));
        QVERIFY(t.underButton().startsWith(QStringLiteral("16:00 in Lisbon")));
        QVERIFY(t.policy().contains(QStringLiteral("Mon 7 Dec, 17:00")));
        QVERIFY(t.canBook());
        QVERIFY(t.canGoOn());
        t.weekOn();
        QCOMPARE(t.weekTitle(), QStringLiteral("14 to 18 December"));
        QCOMPARE(t.bookWords(), QStringLiteral("Book Tue 8 Dec, 17:00")); // chosen in a week that is not on the screen: it says which day
        QVERIFY(t.canGoBack());
    }

    void free_cancelling_is_promised_as_the_terms_will_hold_it_and_never_in_the_past()
    {
        Setup s(guest());
        TherapistViewModel t(s.context);
        t.open(QStringLiteral("did:key:m1"));
        t.choose(static_cast<double>(at(7, 18).value));                                            // today: "24 hours before" was yesterday
        QVERIFY2(t.policy().contains(QStringLiteral("Mon 7 Dec, 17:55")), qPrintable(t.policy())); // when the answer is due
        t.choose(static_cast<double>(at(15, 10).value));
        QVERIFY2(t.policy().contains(QStringLiteral("Tue 15 Dec, 01:00")), qPrintable(t.policy())); // a whole UTC day, later than promised
        // A limit of few hours ends on the whole day before it: not as late as the hours say.
        s.engine.publish([](service::Snapshot& n) { n.therapists.front().policy.freeBeforeMs = 2 * kHour; });
        QVERIFY2(t.policy().contains(QStringLiteral("Tue 15 Dec, 01:00")), qPrintable(t.policy()));
    }

    void a_slot_that_was_taken_meanwhile_is_no_choice_any_more()
    {
        Setup s(guest());
        TherapistViewModel t(s.context);
        t.open(QStringLiteral("did:key:m1"));
        t.choose(static_cast<double>(at(8, 17).value));
        s.engine.publish([](service::Snapshot& n) { std::erase(n.therapists.front().openTimes, at(8, 17)); });
        QCOMPARE(t.chosen(), 0.0);
        QVERIFY(!t.canBook());
    }

    void nothing_can_be_booked_without_a_valid_licence()
    {
        Setup s(guest());
        s.engine.publish([](service::Snapshot& n) { n.therapists.front().licence.state = service::LicenceState::NotTrusted; });
        TherapistViewModel t(s.context);
        t.open(QStringLiteral("did:key:m1"));
        QVERIFY(!t.canBook());
        QVERIFY(t.licenceSentence().contains(QStringLiteral("Nothing can be booked")));
    }

    void a_guest_makes_a_persona_on_the_way_and_goes_on_booking()
    {
        Setup s(guest());
        BookingViewModel b(s.context);
        b.begin(QStringLiteral("did:key:m1"), static_cast<double>(at(8, 17).value));
        QCOMPARE(b.step(), BookingViewModel::Step::You);
        s.engine.publish([](service::Snapshot& n) { n.gate = service::Gate::Open; });
        QCOMPARE(b.step(), BookingViewModel::Step::Agreement);
    }

    void the_price_fee_and_policy_stand_before_the_button_that_pays()
    {
        Setup s(patient());
        s.engine.quoted = quote();
        BookingViewModel b(s.context);
        b.begin(QStringLiteral("did:key:m1"), static_cast<double>(at(8, 17).value));
        b.setIntake(QStringLiteral("  Worry in the evenings.  "));
        b.next();
        QTRY_COMPARE(b.state(), BookingViewModel::State::Ready);
        QCOMPARE(b.price(), QStringLiteral("60.00\u00a0€"));
        QCOMPARE(b.fee(), QStringLiteral("under 0.01\u00a0€"));
        QCOMPARE(b.bookWords(), QStringLiteral("Hold 60\u00a0€ and ask"));
        QCOMPARE(b.stops().size(), 4);
        QVERIFY(b.bondSentence().contains(QStringLiteral("12\u00a0€")));
        QCOMPARE(b.publicFacts().size(), 3);
        QSignalSpy booked(&b, &BookingViewModel::booked);
        b.book();
        QTRY_COMPARE(booked.size(), 1);
        QCOMPARE(booked.first().first().toString(), QStringLiteral("v-new"));
        QCOMPARE(s.engine.intake, std::string("Worry in the evenings."));
    }

    void short_of_money_one_adds_some_and_gets_a_new_price()
    {
        Setup s(patient());
        s.engine.quoted = quote();
        s.engine.quoted.missing = {1'000'000'000};
        BookingViewModel b(s.context);
        b.begin(QStringLiteral("did:key:m1"), static_cast<double>(at(8, 17).value));
        b.next();
        QTRY_COMPARE(b.state(), BookingViewModel::State::Short);
        QVERIFY(!b.missing().isEmpty());
        b.book();
        QVERIFY(!s.engine.calls.contains(QStringLiteral("book did:key:m1")));
        s.engine.quoted.missing = {0};
        b.addMoney();
        QTRY_COMPARE(b.state(), BookingViewModel::State::Ready);
        QVERIFY(s.engine.calls.contains(QStringLiteral("addPlayMoney")));
    }

    void a_failed_booking_says_so_and_keeps_the_note()
    {
        Setup s(patient());
        s.engine.quoted = quote();
        BookingViewModel b(s.context);
        b.begin(QStringLiteral("did:key:m1"), static_cast<double>(at(8, 17).value));
        b.setIntake(QStringLiteral("note"));
        b.next();
        QTRY_COMPARE(b.state(), BookingViewModel::State::Ready);
        s.engine.answer = Error{"scheduling.slot_taken", {}, {}};
        b.book();
        QTRY_COMPARE(b.state(), BookingViewModel::State::Failed);
        QVERIFY(b.errorText().contains(QStringLiteral("no money moved")));
        QCOMPARE(b.intake(), QStringLiteral("note"));
    }

    void an_answer_to_an_older_question_is_dropped()
    {
        Setup s(patient());
        s.engine.quoted = quote();
        s.engine.hold = true;
        BookingViewModel b(s.context);
        b.begin(QStringLiteral("did:key:m1"), static_cast<double>(at(8, 17).value));
        b.next();
        QCOMPARE(b.state(), BookingViewModel::State::Quoting);
        QVERIFY(b.back());
        s.engine.finish();
        QCoreApplication::processEvents();
        QCOMPARE(b.state(), BookingViewModel::State::Idle);
    }

    void a_patients_day_shows_the_next_visit_and_what_waits()
    {
        Setup s(patient());
        TodayViewModel today(s.context);
        QCOMPARE(today.greeting(), QStringLiteral("Good afternoon, Noor"));
        QCOMPARE(today.nextTitle(), QStringLiteral("Tomorrow, 17:00"));
        QVERIFY(today.nextLine().contains(QStringLiteral("16:00 in Lisbon")));
        QVERIFY(today.cancelLine().contains(QStringLiteral("today, 17:00")));
        QCOMPARE(today.freeMoney(), QStringLiteral("82.50\u00a0€"));
        QVERIFY(today.wordsNudge());
        s.engine.publish([](service::Snapshot& n) {
            n.visits.front().canSignRecord = false;
            n.visits.front().canComplete = true;
            n.persona.wordsSeen = true;
        });
        QCOMPARE(today.todo()->count(), 1);
        QVERIFY(!today.wordsNudge());
    }

    void a_practice_sees_requests_its_day_and_its_week()
    {
        Setup s(practice());
        TodayViewModel today(s.context);
        QCOMPARE(today.requests()->count(), 1);
        QCOMPARE(cell(today.requests(), 0, "title"), QStringLiteral("Noor"));
        QCOMPARE(today.nextTitle(), QStringLiteral("14:00, Chiara B."));
        QCOMPARE(today.dayLine().size(), 2);
        QVERIFY(today.dayNow() > 0.4 && today.dayNow() < 0.6);
        QCOMPARE(today.week().size(), 5);
        QCOMPARE(today.week().first().toMap().value(QStringLiteral("title")).toString(), QStringLiteral("Mon 7"));
        QCOMPARE(today.waitingMoney(), QStringLiteral("60.00\u00a0€"));
        QCOMPARE(today.paidThisMonth(), QStringLiteral("60.00\u00a0€"));
    }

    void on_a_weekend_the_strip_of_a_practice_shows_what_comes()
    {
        auto snapshot = practice();
        snapshot->network.now = at(12, 10); // a Saturday
        Setup s(std::move(snapshot));
        const TodayViewModel today(s.context);
        QCOMPARE(today.week().size(), 5);
        QCOMPARE(today.week().first().toMap().value(QStringLiteral("title")).toString(), QStringLiteral("Sat 12"));
        QVERIFY(today.week().first().toMap().value(QStringLiteral("today")).toBool());
        QCOMPARE(today.week().last().toMap().value(QStringLiteral("title")).toString(), QStringLiteral("Wed 16"));
    }

    void the_calendar_lays_visits_and_free_times_on_the_week()
    {
        Setup s(practice());
        CalendarViewModel c(s.context, QStringLiteral("/folder"));
        QCOMPARE(c.title(), QStringLiteral("7 to 13 December"));
        QCOMPARE(c.nowDay(), 0);
        QCOMPARE(c.nowMinute(), 13 * 60 + 21);
        QCOMPARE(c.days().size(), 7);
        QCOMPARE(cell(c.blocks(), 0, "kind"), QStringLiteral("past"));
        c.weekOn();
        QCOMPARE(c.nowDay(), -1);
        QCOMPARE(cell(c.blocks(), 0, "kind"), QStringLiteral("free"));
        c.today();
        QCOMPARE(c.nowDay(), 0);
    }

    void an_exported_file_has_a_neutral_name()
    {
        Setup s(patient());
        CalendarViewModel c(s.context, QStringLiteral("/folder"));
        QSignalSpy done(&c, &CalendarViewModel::exported);
        c.exportFile(QStringLiteral("v1"));
        QTRY_COMPARE(done.size(), 1);
        QVERIFY2(s.engine.calls.last().startsWith(QStringLiteral("exportCalendar /folder/calendar-2026-12-07-132100")),
                 qPrintable(s.engine.calls.last()));
    }

    void a_draft_stays_when_sending_fails_and_goes_when_it_is_sent()
    {
        Setup s(patient());
        ThreadsViewModel t(s.context);
        t.open(QStringLiteral("t1"));
        QCOMPARE(t.state(), ThreadsViewModel::State::Reading);
        QVERIFY(s.engine.calls.contains(QStringLiteral("markRead t1")));
        t.setDraft(QStringLiteral("Hello"));
        s.engine.answer = Error{"message.too_long", {}, {}};
        t.send();
        QTRY_VERIFY(!t.sending());
        QCOMPARE(t.draft(), QStringLiteral("Hello"));
        QVERIFY(!t.errorText().isEmpty());
        s.engine.answer.reset();
        t.send();
        QTRY_COMPARE(t.draft(), QString());
        QVERIFY(s.engine.calls.contains(QStringLiteral("sendMessage t1 Hello")));
    }

    void locking_takes_conversation_and_drafts_out_of_memory()
    {
        Setup s(patient());
        s.engine.stored = conversation();
        ThreadsViewModel t(s.context);
        t.open(QStringLiteral("t1"));
        QTRY_COMPARE(t.messages()->count(), 7);
        t.setDraft(QStringLiteral("secret"));
        s.engine.publish([](service::Snapshot& n) {
            n = *guest();
            n.gate = service::Gate::Locked;
        });
        QCOMPARE(t.messages()->count(), 0);
        QCOMPARE(t.draft(), QString());
        QCOMPARE(t.threadId(), QString());
    }

    void money_adds_up_and_groups_by_month()
    {
        Setup s(patient());
        MoneyViewModel m(s.context);
        QCOMPARE(m.total(), QStringLiteral("142.50\u00a0€"));
        QCOMPARE(m.totalKas(), QStringLiteral("2,456.90\u00a0KAS"));
        QCOMPARE(cell(m.rows(), 0, "heading"), QStringLiteral("December 2026"));
        QCOMPARE(cell(m.rows(), 1, "heading"), QString());
        QCOMPARE(cell(m.rows(), 2, "heading"), QStringLiteral("November 2026"));
        QCOMPARE(cell(m.rows(), 0, "amount"), QStringLiteral("60.00\u00a0€")); // held is still hers
        QCOMPARE(cell(m.rows(), 1, "amount"), QStringLiteral("+290.00\u00a0€"));
        QCOMPARE(m.heldVisitId(), QStringLiteral("v1"));
        m.add();
        QTRY_VERIFY(s.engine.calls.contains(QStringLiteral("addPlayMoney")));
    }

    void the_practice_editor_saves_what_was_changed_and_keeps_the_exact_price()
    {
        Setup s(practice());
        PracticeViewModel p(s.context);
        QCOMPARE(p.state(), PracticeViewModel::State::Clean);
        QCOMPARE(p.price(), QStringLiteral("60.00"));
        const QVariantMap monday = p.days().first().toMap();
        QCOMPARE(monday.value(QStringLiteral("pauseFrom")).toInt(), 25); // 12:00: the first choice is "no break"
        QCOMPARE(monday.value(QStringLiteral("to")).toInt(), 34);
        p.setDayOn(3, true);
        QCOMPARE(p.state(), PracticeViewModel::State::Edited);
        // News from below do not overwrite what is being edited.
        s.engine.publish([](service::Snapshot& n) { n.practice.about = "other"; });
        QCOMPARE(p.about(), QStringLiteral("I work slowly and in plain words."));
        p.save();
        QTRY_COMPARE(p.state(), PracticeViewModel::State::Clean);
        QCOMPARE(s.engine.savedPractice.price.value, kPrice);
        QCOMPARE(s.engine.savedPractice.hours.size(), std::size_t(4));
        QCOMPARE(s.engine.savedPractice.hours.front().toMinute, 12 * 60);
    }

    void a_price_of_zero_or_no_hours_is_refused_with_a_sentence()
    {
        Setup s(practice());
        PracticeViewModel p(s.context);
        p.setPrice(QStringLiteral("0"));
        QVERIFY(!p.priceError().isEmpty());
        p.save();
        QVERIFY(p.errorText().contains(QStringLiteral("price")));
        p.discard();
        p.setDayOn(1, false);
        p.setDayOn(2, false);
        p.save();
        QVERIFY(p.errorText().contains(QStringLiteral("hours")));
        QVERIFY(s.engine.calls.isEmpty());
    }

    void what_waits_can_be_taken_back()
    {
        Setup s(practice());
        OutboxViewModel o(s.context);
        QCOMPARE(o.state(), OutboxViewModel::State::Waiting);
        QCOMPARE(cell(o.rows(), 0, "title"), QStringLiteral("Publishing your listing"));
        o.cancel(3);
        QTRY_COMPARE(s.toasts.text(), QStringLiteral("Taken back. Nothing was sent."));
    }

    void the_practice_clock_moves_on_by_request()
    {
        Setup s(patient());
        ClockViewModel c(s.context);
        QVERIFY(c.shown());
        c.addHour();
        QTRY_VERIFY(!c.busy());
        c.toNextVisit();
        QTRY_VERIFY(!c.busy());
        QCOMPARE(s.engine.calls.first(), QStringLiteral("advanceClock 3600000"));
        QCOMPARE(s.engine.calls.last(), QStringLiteral("advanceClock %1").arg(at(8, 17).value - kNow.value - 2 * kMinute));
    }

    void a_practice_lists_its_people_with_their_visits()
    {
        Setup s(practice());
        ClientsViewModel c(s.context);
        QCOMPARE(c.people()->count(), 2);
        QCOMPARE(cell(c.people(), 0, "name"), QStringLiteral("Chiara B."));
        c.choose(QStringLiteral("did:key:p2"));
        QCOMPARE(c.visits()->count(), 2);
        QCOMPARE(cell(c.visits(), 0, "visitId"), QStringLiteral("v0"));
    }
};

QTEST_GUILESS_MAIN(TestViewModels)
#include "tst_view_models.moc"
