// SPDX-License-Identifier: GPL-3.0-or-later
// What a newcomer stumbles over: controls that do nothing, a popup without its ground, a page without its button, a
// button out of sight, words that mean nothing to her.
#include "consent_samples.h"
#include "fake_series.h"
#include "page_reader.h"
#include "page_states.h"

#include <QAccessible>
#include <QGuiApplication>

using namespace bt;
using namespace bt::test;

class TestNewcomerPages : public QObject
{
    Q_OBJECT

private slots:
    void what_a_guest_cannot_do_is_not_offered()
    {
        PageWindow w(guest());
        w.window()->requestActivate();
        QTRY_VERIFY(w.window()->isActive());
        press(w, "welcome-look");
        QTRY_VERIFY(w.find(QStringLiteral("helpNow")) != nullptr);
        QVERIFY(w.find(QStringLiteral("lock")) == nullptr); // there is nothing that could be closed
        w.setup.engine.publish([](service::Snapshot& n) { n = *emptyPatient(); });
        QTRY_VERIFY(w.find(QStringLiteral("lock")) != nullptr);
    }

    void the_practice_clock_opens_on_a_ground_as_high_as_its_buttons()
    {
        PageWindow w(emptyPatient());
        w.window()->requestActivate();
        QTRY_VERIFY(w.window()->isActive());
        press(w, "practice-clock");
        QQuickItem* last = nullptr;
        QTRY_VERIFY((last = w.find(QStringLiteral("clock-day"))) != nullptr);
        const QObject* popup = nullptr;
        for (const QObject* one : w.window()->findChildren<QObject*>())
            if (one->inherits("QQuickPopup") && one->property("opened").toBool()) popup = one;
        QVERIFY(popup != nullptr);
        const auto* ground = popup->property("background").value<QQuickItem*>();
        QVERIFY(ground != nullptr);
        const qreal foot = ground->mapToScene(QPointF(0, ground->height())).y();
        QTRY_VERIFY(last->mapToScene(QPointF(0, last->height())).y() < foot);
    }

    void the_page_that_sends_money_shows_its_button_before_there_is_an_amount()
    {
        PageWindow w(emptyPatient());
        w.go(QStringLiteral("pay"), QStringLiteral("send:"));
        QQuickItem* button = nullptr;
        QTRY_VERIFY((button = w.find(QStringLiteral("pay-confirm"))) != nullptr);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->property("text").toString(), QStringLiteral("Send money"));
    }

    void the_button_that_books_is_in_sight_however_long_a_day_is_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("rtl");
        QTest::newRow("plain") << 1.0 << false;
        QTest::newRow("letters twice as large") << 2.0 << false;
        QTest::newRow("twice as large, from right to left") << 2.0 << true;
    }
    void the_button_that_books_is_in_sight_however_long_a_day_is()
    {
        QFETCH(double, scale);
        QFETCH(bool, rtl);
        QGuiApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
        const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        PageWindow w(longDays());
        w.setup.engine.quoted = quote();
        w.theme.setTextSize(scale);
        wake(w);
        w.go(QStringLiteral("therapist"), QStringLiteral("did:key:m1"));
        QTRY_VERIFY(inSight(w, "therapist-book"));
        QVERIFY(read(w, "therapist-book").startsWith(QStringLiteral("Book Tue 8 Dec, 08:00")));
        // The last hour of a day can be reached by keys and stays above the button.
        const QByteArray slot = "slot-" + QByteArray::number(at(8, 8).value), last = "slot-" + QByteArray::number(at(8, 21).value);
        QQuickItem* first = nullptr;
        QTRY_VERIFY((first = w.find(QString::fromLatin1(slot))) != nullptr);
        first->forceActiveFocus(Qt::TabFocusReason);
        for (int i = 0; i < 13; ++i) QTest::keyClick(w.window(), Qt::Key_Down);
        QTRY_VERIFY(inSight(w, last.constData()));
        QTest::keyClick(w.window(), Qt::Key_Space);
        QTRY_VERIFY(read(w, "therapist-book").startsWith(QStringLiteral("Book Tue 8 Dec, 21:00")));
        QVERIFY(inSight(w, "therapist-book"));
        press(w, "therapist-book");
        press(w, "book-next");
        QTRY_VERIFY(inSight(w, "book-confirm")); // what pays, too
        QCOMPARE(read(w, "book-confirm"), QStringLiteral("Hold 60 € and ask"));
        press(w, "book-confirm");
        QTRY_VERIFY(w.setup.engine.calls.contains(QStringLiteral("book did:key:m1")));
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }

    void a_price_says_its_currency_and_a_day_has_no_break_until_one_is_chosen()
    {
        PageWindow w(practice());
        wake(w);
        w.go(QStringLiteral("practice"));
        QTRY_COMPARE(read(w, "practice-price").section(QLatin1Char(' '), 0, 5), QStringLiteral("Price of a visit 60.00 €"));
        QVERIFY(read(w, "practice-bond").contains(QStringLiteral(" € ")));
        QQuickItem* input = PageWindow::within(w.find(QStringLiteral("practice-price")), QStringLiteral("input"));
        QVERIFY(input != nullptr);
        QCOMPARE(QAccessible::queryAccessibleInterface(input)->text(QAccessible::Name), QStringLiteral("Price of a visit, €"));
        // Tuesday has hours and no break.
        QCOMPARE(read(w, "practice-pause-from-2"), QStringLiteral("Break no break"));
        QCOMPARE(read(w, "practice-pause-to-2"), QString());
        QCOMPARE(read(w, "practice-pause-from-1"), QStringLiteral("Break from 12:00"));
        QCOMPARE(read(w, "practice-pause-to-1"), QStringLiteral("Break to 13:00"));
        press(w, "practice-pause-from-2", Qt::Key_Down); // the first time of the list: midnight
        QTRY_COMPARE(read(w, "practice-pause-from-2"), QStringLiteral("Break from 00:00"));
        QCOMPARE(read(w, "practice-pause-to-2"), QStringLiteral("Break to 01:00"));
        QTRY_VERIFY(read(w, "practice-hours-error-2").startsWith(QStringLiteral("A break does not lie within the hours")));
        press(w, "practice-save");
        QTRY_VERIFY(read(w, "practice-error").startsWith(QStringLiteral("A break does not lie within the hours")));
        QVERIFY(!w.setup.engine.calls.contains(QStringLiteral("savePractice")));
        press(w, "practice-pause-from-2", Qt::Key_Up);
        QTRY_COMPARE(read(w, "practice-pause-from-2"), QStringLiteral("Break no break"));
        press(w, "practice-save");
        QTRY_VERIFY(w.setup.engine.calls.contains(QStringLiteral("savePractice")));
        QCOMPARE(w.setup.engine.savedPractice.hours, w.setup.engine.state->practice.hours);
    }

    void a_series_says_who_decides_a_problem()
    {
        PageWindow w(patient());
        FakeSeries door;
        door.planned.visits = 4;
        door.planned.zone = "Europe/Lisbon";
        w.setup.engine.own.series = &door;
        w.setup.engine.quoted = quote();
        wake(w);
        w.go(QStringLiteral("book"), QStringLiteral("did:key:m1"), double(at(8, 17).value));
        QQuickItem* rhythm = nullptr;
        QTRY_VERIFY((rhythm = w.find(QStringLiteral("book-rhythm"))) != nullptr);
        w.app.series()->setRhythm(1);
        press(w, "book-next");
        QTRY_VERIFY(w.find(QStringLiteral("series-title")) != nullptr);
        QTRY_VERIFY(read(w, "series-deciders").contains(QStringLiteral("two of three people decide")));
        // And with large letters the button that asks for all of it stays in sight.
        w.theme.setTextSize(2.0);
        QTRY_VERIFY(inSight(w, "series-confirm"));
        press(w, "series-confirm");
        QTRY_VERIFY(door.calls.contains(QStringLiteral("book 0")));
    }

    void a_therapist_is_told_that_her_profile_is_not_her_listing_and_nothing_empty_is_published()
    {
        FakeProfileDoor door;
        PageWindow w(practice());
        w.setup.engine.own.profile = &door;
        w.setup.engine.publish([](service::Snapshot& n) {
            n.practice.listed = true;
            n.profile = std::make_shared<service::ProfileView>();
        });
        wake(w);
        w.go(QStringLiteral("profile"));
        QTRY_VERIFY(read(w, "profile-listing-note").startsWith(QStringLiteral("This is not your listing. Your listing is published")));
        QVERIFY(!w.find(QStringLiteral("profile-publish"))->isEnabled());
        press(w, "profile-add");
        QTRY_VERIFY(w.find(QStringLiteral("profile-label-0")) != nullptr);
        QVERIFY(!w.find(QStringLiteral("profile-publish"))->isEnabled()); // an empty line says nothing
        QQuickItem* said = w.find(QStringLiteral("profile-text-0"));
        said->forceActiveFocus(Qt::TabFocusReason);
        for (const char c : QByteArray("tea")) QTest::keyClick(w.window(), c);
        QTRY_VERIFY(w.find(QStringLiteral("profile-publish"))->isEnabled());
        press(w, "profile-publish");
        QTRY_COMPARE(door.calls.last(), QStringLiteral("publish 1"));
        press(w, "profile-practice");
        QTRY_VERIFY(w.find(QStringLiteral("practice-price")) != nullptr);
        w.setup.engine.publish([](service::Snapshot& n) { n = *emptyPatient(); });
        w.go(QStringLiteral("profile"));
        QTRY_VERIFY(w.find(QStringLiteral("profile-headline")) != nullptr);
        QVERIFY(w.find(QStringLiteral("profile-listing-note")) == nullptr);
    }

    void a_request_that_waits_is_said_where_the_next_visit_would_stand()
    {
        auto s = practice();
        s->visits.erase(s->visits.begin(), s->visits.begin() + 2); // nothing is agreed
        PageWindow w(s);
        wake(w);
        QTRY_COMPARE(read(w, "today-next"), QStringLiteral("1 request(s) wait for your answer"));
        press(w, "today-answer");
        QTRY_VERIFY(w.find(QStringLiteral("visit-accept")) != nullptr);
        PageWindow none(emptyPractice());
        wake(none);
        QTRY_COMPARE(read(none, "today-next"), QStringLiteral("No visit agreed yet"));
        QVERIFY(none.find(QStringLiteral("today-answer")) == nullptr);
    }

    void a_greeting_fits_the_hour_data()
    {
        QTest::addColumn<int>("hour");
        QTest::addColumn<QString>("said");
        const auto row = [](int hour, const char* said) { QTest::addRow("%02d:00", hour) << hour << QString::fromLatin1(said); };
        row(0, "Hello, Noor"), row(3, "Hello, Noor"), row(4, "Hello, Noor"), row(5, "Good morning, Noor"), row(11, "Good morning, Noor");
        row(12, "Good afternoon, Noor"), row(17, "Good afternoon, Noor"), row(18, "Good evening, Noor"), row(22, "Good evening, Noor"),
            row(23, "Hello, Noor");
    }
    void a_greeting_fits_the_hour()
    {
        QFETCH(int, hour);
        QFETCH(QString, said);
        auto s = patient();
        s->network.now = at(7, hour);
        Setup setup(s);
        app::TodayViewModel today(setup.context);
        QCOMPARE(today.greeting(), said);
    }

    void a_practice_partner_is_named_once()
    {
        auto s = guest();
        s->therapists[2].name = "Ada (practice partner)";
        s->therapists[1].name = "Eve (practice partner)"; // no partner: what she calls herself stays to be read
        PageWindow w(s);
        wake(w);
        press(w, "welcome-look");
        QTRY_VERIFY(w.find(QStringLiteral("find-row-2")) != nullptr);
        QStringList all;
        collect(w.window()->contentItem(), all);
        QCOMPARE(all.count(QStringLiteral("Ada")), 1);
        QCOMPARE(all.count(QStringLiteral("Practice partner")), 1);
        QCOMPARE(all.count(QStringLiteral("Eve (practice partner)")), 1);
        w.go(QStringLiteral("therapist"), QStringLiteral("did:key:h3"));
        QTRY_VERIFY(w.find(QStringLiteral("therapist-book")) != nullptr);
        all.clear();
        collect(w.window()->contentItem(), all);
        QCOMPARE(all.count(QStringLiteral("Ada")), 1);
        QCOMPARE(all.count(QStringLiteral("Ada (practice partner)")), 0);
    }

    void lists_about_rewards_have_headings()
    {
        PageWindow w(withRewards());
        wake(w);
        w.go(QStringLiteral("rewards"));
        QTRY_COMPARE(read(w, "rewards-requests"), QStringLiteral("Your requests"));
        QStringList all;
        collect(w.window()->contentItem(), all);
        QVERIFY(all.contains(QStringLiteral("What the pool did so far")));
    }

    void records_list_what_each_visit_left_and_lead_to_it()
    {
        PageWindow w(withRecords());
        wake(w);
        QTRY_VERIFY(w.find(QStringLiteral("place-records")) != nullptr);
        QTest::keyClick(w.window(), Qt::Key_4, Qt::AltModifier);
        QTRY_VERIFY(w.find(QStringLiteral("records-visit-0")) != nullptr);
        QVERIFY(read(w, "records-visit-0").contains(QStringLiteral("record signed by both · receipt here")));
        QVERIFY(read(w, "records-visit-1").contains(QStringLiteral("record signed by both · receipt asked for")));
        QVERIFY(read(w, "records-visit-2").contains(QStringLiteral("record signed by you · a receipt can be had")));
        QVERIFY(read(w, "records-visit-3").contains(QStringLiteral("no signed record")));
        QVERIFY(w.find(QStringLiteral("records-visit-4")) == nullptr); // it never began
        QCOMPARE(read(w, "records-summary"), QStringLiteral("2 record(s) signed by both, and 1 receipt(s) here."));
        press(w, "records-visit-0");
        QTRY_VERIFY(w.find(QStringLiteral("visit")) != nullptr);
        QCOMPARE(w.app.visit()->visitId(), QStringLiteral("r1"));
        QTest::keyClick(w.window(), Qt::Key_Escape);
        press(w, "records-consents");
        QTRY_VERIFY(w.find(QStringLiteral("consents-headline")) != nullptr);
        PageWindow hers(practice());
        wake(hers);
        QTRY_VERIFY(hers.find(QStringLiteral("place-practice")) != nullptr);
        QVERIFY(hers.find(QStringLiteral("place-records")) == nullptr);
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }
};

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ? qgetenv("QT_QPA_PLATFORM") : "offscreen");
    QGuiApplication app(argc, argv);
    TestNewcomerPages test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_newcomer_pages.moc"
