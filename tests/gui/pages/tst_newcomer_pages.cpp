// SPDX-License-Identifier: GPL-3.0-or-later
// What a newcomer stumbles over: controls that do nothing, a popup without its ground, a page without its button, a
// button out of sight, two pages that say something else about the same money, words that mean nothing to her.
#include "consent_samples.h"
#include "fake_series.h"
#include "page_states.h"
#include "page_window.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QTest>

using namespace bt;
using namespace bt::test;

class TestNewcomerPages : public QObject
{
    Q_OBJECT
    static void press(PageWindow& w, const char* name, Qt::Key key = Qt::Key_Return)
    {
        QQuickItem* item = nullptr;
        QTRY_VERIFY2((item = w.find(QString::fromLatin1(name))) != nullptr, name);
        QTRY_VERIFY2(item->isEnabled(), name);
        item->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(w.window(), key);
    }
    //! What stands on the screen there: every text within the item of that name, one after the other.
    static QString read(PageWindow& w, const char* name)
    {
        QStringList out;
        if (QQuickItem* item = w.find(QString::fromLatin1(name))) collect(item, out);
        return out.join(QLatin1Char(' ')).replace(QChar(0x00a0), QLatin1Char(' '));
    }
    static void collect(QQuickItem* item, QStringList& out)
    {
        if (!item->isVisible() || item->opacity() == 0) return;
        if (item->inherits("QQuickText") || item->inherits("QQuickTextInput")) out << item->property("text").toString();
        for (QQuickItem* child : item->childItems()) collect(child, out);
    }
    //! Whole within the window, and nothing that scrolls lies over it or cuts it.
    static bool inSight(PageWindow& w, const char* name)
    {
        QQuickItem* item = w.find(QString::fromLatin1(name));
        if (item == nullptr || item->height() <= 0) return false;
        QRectF seen = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        if (!QRectF(0, 0, w.window()->width(), w.window()->height()).contains(seen)) return false;
        for (QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem())
            if (up->clip() && !up->mapRectToScene(QRectF(0, 0, up->width(), up->height())).contains(seen)) return false;
        return true;
    }
    static void wake(PageWindow& w, QSize size = {1280, 800})
    {
        w.window()->requestActivate();
        QTRY_VERIFY(w.window()->isActive());
        w.window()->resize(size);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    static std::shared_ptr<service::Snapshot> rich()
    {
        auto s = withTokens();
        auto t = tokensView();
        t->held = 100 * kBtai;
        s->tokens = t;
        s->visits.front().deposit = {100'000'000};
        s->money.held = {kPrice + 99'000'000};
        return s;
    }
    static qint64 cents(QString text)
    {
        text = text.section(QLatin1Char(' '), -2, -2);
        return qRound64(text.remove(QLatin1Char(',')).toDouble() * 100);
    }

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

    void money_before_booking_is_what_the_page_money_says_and_the_coin_that_pays_is_named()
    {
        PageWindow w(rich());
        auto q = quote();
        q.available = w.setup.engine.state->money.available;
        q.left = {q.available.value - q.total.value};
        w.setup.engine.quoted = q;
        wake(w);
        w.go(QStringLiteral("money"));
        QTRY_COMPARE(read(w, "money-free"), QStringLiteral("Free to use 562.50 €"));
        w.go(QStringLiteral("book"), QStringLiteral("did:key:m1"), double(at(8, 17).value));
        press(w, "book-next");
        QTRY_COMPARE(read(w, "book-available"), QStringLiteral("Free to use now 562.50 €"));
        QCOMPARE(read(w, "book-counts"), QStringLiteral("Of it in KAS, which pays this visit 82.50 €"));
        QCOMPARE(read(w, "book-left"), QStringLiteral("Free to use afterwards 502.50 €"));
        // The same for a visit that BTAI pay: the quote counts both coins itself.
        q.available = {q.available.value + 960ULL * kBtai / 58 * 500};
        q.left = {q.available.value - q.total.value};
        q.tokens = service::TokenQuoteView{};
        q.tokens->price = 120 * kBtai;
        w.setup.engine.quoted = q;
        w.app.booking()->quoteAgain();
        QTRY_COMPARE(read(w, "book-counts"), QStringLiteral("Of it in BTAI, which pays this visit 480.00 €"));
        QCOMPARE(read(w, "book-available"), QStringLiteral("Free to use now 562.50 €"));
        // Short in the coin that pays, though there is enough of the other.
        q = quote();
        q.available = {1'000'000'000};
        q.missing = {q.total.value - q.available.value};
        q.left = {};
        w.setup.engine.quoted = q;
        w.app.booking()->quoteAgain();
        QTRY_VERIFY(w.app.booking()->missing().startsWith(QStringLiteral("This visit is paid in KAS, and ")));
        QVERIFY(w.find(QStringLiteral("book-left")) == nullptr); // nothing is left of what is not enough
    }

    void the_parts_of_all_money_add_up_and_the_kas_under_btai_are_one_of_them()
    {
        PageWindow w(rich());
        wake(w);
        w.go(QStringLiteral("money"));
        QTRY_COMPARE(read(w, "money-under"), QStringLiteral("Kept under your BTAI 0.03 €"));
        QCOMPARE(read(w, "money-held"), QStringLiteral("Held safely 110.06 €"));
        qint64 sum = 0;
        for (const char* part : {"money-free", "money-held", "money-under"}) sum += cents(read(w, part));
        QCOMPARE(sum, cents(QStringLiteral("all ") + read(w, "money-total")));
        QCOMPARE(read(w, "money-total"), QStringLiteral("672.59 €"));
        // To the sompi: what is free, held and under BTAI, in the two coins.
        const auto& m = w.setup.engine.state->money;
        const auto kas = m.available.value + m.held.value + 50'000'000;
        QCOMPARE(read(w, "money-coins"), w.setup.format.kas({kas}).replace(QChar(0x00a0), QLatin1Char(' ')) + QStringLiteral(" and 1,060.00 BTAI"));
        QCOMPARE(read(w, "money-held-deposit"), QStringLiteral("Beside it a deposit of 0.06 €, which comes back."));
        w.setup.engine.publish([](service::Snapshot& n) {
            auto t = std::make_shared<service::TokensView>(*n.tokens);
            t->held = 0;
            n.tokens = t;
        });
        QTRY_COMPARE(read(w, "money-held-note"), QStringLiteral("Held safely are 60.00 € for visits, and 0.06 € as deposits beside them."));
        QCOMPARE(read(w, "money-held"), QStringLiteral("Held safely 60.06 €"));
    }

    void what_booking_holds_is_what_money_shows_as_held()
    {
        PageWindow w(patient());
        auto q = quote();
        q.deposit = {100'000'000};
        q.fee = {20'000'000}; // a fee that would show
        q.total = {q.price.value + q.deposit.value + q.fee.value};
        w.setup.engine.quoted = q;
        wake(w);
        w.go(QStringLiteral("book"), QStringLiteral("did:key:m1"), double(at(8, 17).value));
        press(w, "book-next");
        QTRY_COMPARE(read(w, "book-total"), QStringLiteral("Held safely 60.06 €"));
        QCOMPARE(read(w, "book-fee"), QStringLiteral("Network fee, on top 0.01 €"));
        w.setup.engine.publish([](service::Snapshot& n) { n.money.held = {kPrice + 100'000'000}; });
        w.go(QStringLiteral("money"));
        QTRY_COMPARE(read(w, "money-held"), QStringLiteral("Held safely 60.06 €"));
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
        row(12, "Good afternoon, Noor"), row(17, "Good afternoon, Noor"), row(18, "Good evening, Noor"), row(22, "Good evening, Noor"), row(23, "Hello, Noor");
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

    void an_award_is_paid_only_after_its_cost_was_read()
    {
        PageWindow w(withRewards());
        wake(w);
        w.go(QStringLiteral("rewards"));
        press(w, "rewards-claim-0");
        QTRY_COMPARE(w.setup.engine.calls.last(), QStringLiteral("quoteClaim 3 0"));
        QTRY_VERIFY(w.find(QStringLiteral("accept")) != nullptr);
        QStringList all;
        collect(w.window()->contentItem(), all);
        QVERIFY2(all.join(QLatin1Char('|')).replace(QChar(0x00a0), QLatin1Char(' ')).contains(QStringLiteral("The network fee is under 0.01 € (0.04 KAS). Beside it, 0.50 KAS go along")),
                 qPrintable(all.join(QLatin1Char('|'))));
        press(w, "reject"); // nothing happens
        QTRY_VERIFY(w.find(QStringLiteral("reject")) == nullptr);
        QVERIFY(!w.setup.engine.calls.contains(QStringLiteral("claim 3 0")));
        press(w, "rewards-claim-0");
        press(w, "accept");
        QTRY_COMPARE(w.setup.engine.calls.last(), QStringLiteral("claim 3 0"));
        QTRY_VERIFY(w.find(QStringLiteral("accept")) == nullptr);
        // What cannot be paid says why and asks nothing.
        w.setup.engine.answer = Error{"token.no_kas", {"1000"}, {}};
        press(w, "rewards-claim-0");
        QTRY_VERIFY(read(w, "rewards-error").startsWith(QStringLiteral("Fees are paid in KAS")));
        QVERIFY(w.find(QStringLiteral("accept")) == nullptr);
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
