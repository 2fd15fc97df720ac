// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a series, of "if you cancel now", and of watch lists, over doors that say what a test hands them.
#include "fake_series.h"
#include "page_window.h"

#include <QGuiApplication>
#include <QTest>

using namespace bt;
using namespace bt::test;
using service::DateState;
using service::VisitPhase;

namespace {

service::SeriesDateView day(int place, Millis start, DateState state)
{
    service::SeriesDateView d;
    d.place = place;
    d.usual = d.startsAt = start;
    d.endsAt = start.plus(50 * kMinute);
    d.state = state;
    d.left = !canBeAsked(state);
    d.acceptBy = start.plus(-2 * kDay);
    d.freeUntil = start.plus(-kDay);
    d.lateBack = {kPrice / 2};
    return d;
}

service::SeriesPlanView threeDays()
{
    service::SeriesPlanView p;
    p.dates = {day(0, at(10, 17), DateState::Open), day(1, at(17, 17), DateState::NotOpen), day(2, at(24, 17), DateState::Unpublished)};
    p.dates[1].instead = {at(17, 18), at(18, 17)};
    p.visits = 2;
    p.priceEach = {kPrice};
    p.price = {2 * kPrice};
    p.deposit = {200'000'000};
    p.fee = {500'000};
    p.total = {2 * kPrice + 200'500'000};
    p.available = {5 * kPrice};
    p.left = {3 * kPrice};
    p.zone = "Europe/Lisbon";
    return p;
}

service::CancelView outcome(std::vector<std::string> visits, std::uint64_t share)
{
    service::CancelView c;
    c.visits = std::move(visits);
    const auto n = c.visits.size();
    c.mine.assign(n, {kPrice - share + 100'000'000});
    c.priceToPatient = {n * (kPrice - share)};
    c.priceToTherapist = {n * share};
    c.bondToTherapist = {n * 20'000'000'000};
    c.deposit = {n * 100'000'000};
    c.toMe = {n * (kPrice - share + 100'000'000)};
    c.fee = {614'800};
    c.until = at(9, 17);
    return c;
}

void press(PageWindow& w, const char* item, int key = Qt::Key_Space)
{
    QTRY_VERIFY2(w.find(QString::fromLatin1(item)) != nullptr, item);
    auto* control = w.find(QString::fromLatin1(item));
    control->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(w.window(), static_cast<Qt::Key>(key));
}
QString textOf(const PageWindow& w, const QString& item)
{
    auto* found = w.find(item);
    return found ? found->property("text").toString() : QString();
}

} // namespace

class TestSeriesPages : public QObject
{
    Q_OBJECT
private slots:
    void the_days_of_a_series_say_what_can_be_had_and_what_is_left_out()
    {
        FakeSeries door;
        door.planned = threeDays();
        PageWindow w(patient(VisitPhase::Accepted));
        w.setup.engine.own.series = &door;
        w.window()->requestActivate();
        QTRY_VERIFY(w.window()->isActive());
        w.go(QStringLiteral("book"), QStringLiteral("did:key:m1"), static_cast<double>(at(10, 17).value));
        press(w, "book-rhythm");
        QTest::keyClick(w.window(), Qt::Key_Right);
        QTRY_VERIFY(door.calls.contains(QStringLiteral("plan 4 1")));
        press(w, "book-next");
        QTRY_VERIFY(w.find(QStringLiteral("series-confirm")) != nullptr);
        QTRY_VERIFY(w.find(QStringLiteral("series-day-2")) != nullptr);
        QVERIFY(textOf(w, QStringLiteral("series-words-1")).contains(QStringLiteral("does not have this hour")));
        QVERIFY(textOf(w, QStringLiteral("series-words-2")).contains(QStringLiteral("not published")));
        QVERIFY(textOf(w, QStringLiteral("series-left-out")).contains(QStringLiteral("17 Dec")));
        QVERIFY(w.find(QStringLiteral("series-toggle-1")) == nullptr); // what cannot be had cannot be taken in
        press(w, "series-toggle-2");
        QTRY_VERIFY(door.wish.choices.contains(2) && door.wish.choices.at(2).value == 0);
        w.app.series()->choose(1, 2);
        QTRY_VERIFY(door.wish.choices.contains(1) && door.wish.choices.at(1) == at(18, 17));
        press(w, "series-confirm");
        QTRY_VERIFY(door.calls.contains(QStringLiteral("book 2")));
        QCOMPARE(door.starts.front(), at(10, 17));
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }
    void short_money_says_how_much_and_offers_play_money()
    {
        FakeSeries door;
        door.planned = threeDays();
        door.planned.missing = {kPrice};
        PageWindow w(patient(VisitPhase::Accepted));
        w.setup.engine.own.series = &door;
        w.go(QStringLiteral("book"), QStringLiteral("did:key:m1"), static_cast<double>(at(10, 17).value));
        w.app.series()->setRhythm(2);
        QTRY_COMPARE(w.app.series()->state(), app::SeriesViewModel::State::Short);
        QVERIFY(w.app.series()->missing().contains(QStringLiteral("60.00")));
        w.app.series()->book({});
        QVERIFY(!door.calls.contains(QStringLiteral("book 2"))); // nothing is asked for that cannot be paid
        w.app.series()->addMoney();
        QTRY_VERIFY(w.setup.engine.calls.contains(QStringLiteral("addPlayMoney")));
    }
    void visits_in_btai_say_both_kinds_of_coins_and_how_much_of_each_is_missing()
    {
        FakeSeries door;
        door.planned = threeDays();
        door.planned.tokens = service::TokenQuoteView{24'000'000'001, 240'000'000, 0, {}, {100'000'000}};
        PageWindow w(patient(VisitPhase::Accepted));
        w.setup.engine.own.series = &door;
        w.go(QStringLiteral("book"), QStringLiteral("did:key:m1"), static_cast<double>(at(10, 17).value));
        w.app.series()->setRhythm(1);
        QTRY_COMPARE(w.app.series()->state(), app::SeriesViewModel::State::Ready);
        const QString note = w.app.series()->tokenNote();
        for (const auto* part : {"240.00000001\u00a0BTAI", "2.00\u00a0KAS", "1.00\u00a0KAS", "2.40\u00a0BTAI"})
            QVERIFY2(note.contains(QString::fromUtf8(part)), qPrintable(note));
        QVERIFY2(w.app.series()->totalKas().contains(QString::fromUtf8("2.00\u00a0KAS")), qPrintable(w.app.series()->totalKas()));
        door.planned.tokens->missing = 12'000'000'000;
        door.planned.tokens->kasMissing = {200'500'000};
        door.planned.missing = {kPrice};
        w.app.series()->plan();
        QTRY_COMPARE(w.app.series()->state(), app::SeriesViewModel::State::Short);
        const QString missing = w.app.series()->missing();
        QVERIFY2(missing.contains(QString::fromUtf8("120.00\u00a0BTAI")) && missing.contains(QString::fromUtf8("2.005\u00a0KAS")),
                 qPrintable(missing));
        w.app.series()->book({});
        QVERIFY(!door.calls.contains(QStringLiteral("book 2")));
        door.planned.tokens.reset(); // and nothing of it stays when the next plan is in KAS
        w.app.series()->plan();
        QTRY_VERIFY(w.app.series()->tokenNote().isEmpty());
    }
    void a_refusal_changes_nothing_and_says_why()
    {
        FakeSeries door;
        door.planned = threeDays();
        door.answer = Error{"visit.series_changed", {}, {}};
        PageWindow w(patient(VisitPhase::Accepted));
        w.setup.engine.own.series = &door;
        w.app.series()->begin(QStringLiteral("did:key:m1"), static_cast<double>(at(10, 17).value));
        w.app.series()->setRhythm(1);
        QTRY_COMPARE(w.app.series()->state(), app::SeriesViewModel::State::Ready);
        w.app.series()->book({});
        QTRY_COMPARE(w.app.series()->state(), app::SeriesViewModel::State::Failed);
        QVERIFY(w.app.series()->errorText().contains(QStringLiteral("free hours have changed")));
    }
    void cancelling_says_every_part_in_currency_and_coins_and_does_exactly_that()
    {
        FakeSeries door;
        door.one = outcome({"v1"}, kPrice / 2);
        door.later = outcome({"v1", "v2"}, 0);
        auto start = patient(VisitPhase::Committed);
        start->visits.front().series = service::SeriesMark{std::string(32, 'a'), 1, 2, 1};
        start->visits.front().canCancel = true;
        auto second = start->visits.front();
        second.id = "v2";
        second.startsAt = second.startsAt.plus(7 * kDay);
        second.series->place = 2;
        start->visits.push_back(second);
        PageWindow w(start);
        w.setup.engine.own.series = &door;
        w.window()->requestActivate();
        QTRY_VERIFY(w.window()->isActive());
        w.go(QStringLiteral("visit"), QStringLiteral("v1"));
        QTRY_VERIFY(w.find(QStringLiteral("plans-line-0")) != nullptr);
        const QStringList lines = w.app.plans()->cancelLines();
        QVERIFY(lines.join(QLatin1Char(' ')).contains(QStringLiteral("30.00\u00a0€ (517.24137932\u00a0KAS)")));
        QVERIFY(lines.join(QLatin1Char(' ')).contains(QStringLiteral("0.00614800")) ||
                lines.join(QLatin1Char(' ')).contains(QStringLiteral("0.006148")));
        QVERIFY(lines.join(QLatin1Char(' ')).contains(QStringLiteral("under 0.01\u00a0€ (0.006148"))); // never "0.00 €"
        QVERIFY(textOf(w, QStringLiteral("visit-series")).startsWith(QStringLiteral("1 of 2, every ")));
        press(w, "visit-cancel");
        QTRY_VERIFY(w.find(QStringLiteral("reject")) != nullptr);
        press(w, "accept");
        QTRY_VERIFY(door.calls.contains(QStringLiteral("cancel 1 %1").arg(door.one.toMe.value)));
        QTRY_VERIFY(w.find(QStringLiteral("reject")) == nullptr);
        QVERIFY(!w.setup.engine.calls.contains(QStringLiteral("cancelVisit v1")));
        press(w, "plans-cancel-later");
        QTRY_VERIFY(w.find(QStringLiteral("reject")) != nullptr);
        QTRY_COMPARE(w.window()->activeFocusItem()->objectName(), QStringLiteral("reject")); // never on what takes away
        press(w, "accept");
        QTRY_VERIFY(door.calls.contains(QStringLiteral("cancel 2 %1").arg(door.later.toMe.value)));
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }
    void moving_says_what_money_moves()
    {
        FakeSeries door;
        door.one = outcome({"v1"}, 0);
        door.hours = {at(11, 17), at(12, 9)};
        door.moved.visits = {{"v1", at(10, 17), at(11, 17), DateState::Open}};
        door.moved.moving = 1;
        door.moved.back = door.moved.held = {kPrice + 100'000'000};
        door.moved.fee = {900'000};
        auto start = patient(VisitPhase::Accepted);
        start->visits.front().canCancel = true;
        PageWindow w(start);
        w.setup.engine.own.series = &door;
        w.go(QStringLiteral("visit"), QStringLiteral("v1"));
        press(w, "plans-move");
        QTRY_VERIFY(w.find(QStringLiteral("plans-move-line-0")) != nullptr);
        QVERIFY(w.app.plans()->moveLines().first().contains(QStringLiteral("becomes")));
        QVERIFY(w.app.plans()->moveFits());
        press(w, "plans-move-confirm");
        QTRY_VERIFY(door.calls.contains(QStringLiteral("move 1")));
        door.moved.missing = {kPrice};
        w.app.plans()->setHour(1);
        QTRY_VERIFY(!w.app.plans()->moveFits());
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }
    void a_watch_list_says_what_it_gives_away_and_where_it_is()
    {
        FakeSeries door;
        PageWindow w(patient(VisitPhase::Accepted));
        w.setup.engine.own.watch = &door;
        w.go(QStringLiteral("settings"));
        press(w, "watch-save");
        QTRY_VERIFY(w.app.watch()->savedText().contains(QStringLiteral("2 visit")));
        QVERIFY(w.app.watch()->command().startsWith(QStringLiteral("bettertherapy watch ")));
        QVERIFY(door.calls.last().contains(QStringLiteral("/list-"))); // a neutral name
        door.answer = Error{"watch.nothing", {}, {}};
        w.app.watch()->save();
        QTRY_VERIFY(w.app.watch()->errorText().contains(QStringLiteral("no visit whose money is held")));
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }
    void without_the_door_nothing_is_offered_that_does_not_work()
    {
        PageWindow w(patient(VisitPhase::Accepted));
        w.go(QStringLiteral("book"), QStringLiteral("did:key:m1"), static_cast<double>(at(10, 17).value));
        QTRY_VERIFY(w.find(QStringLiteral("book-next")) != nullptr);
        QVERIFY(w.find(QStringLiteral("book-rhythm")) == nullptr);
    }
};

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ? qgetenv("QT_QPA_PLATFORM") : "offscreen");
    QGuiApplication app(argc, argv);
    TestSeriesPages test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_series_pages.moc"
