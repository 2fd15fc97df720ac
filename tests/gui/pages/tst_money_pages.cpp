// SPDX-License-Identifier: GPL-3.0-or-later
// Money as pages show it: no two pages say something else about the same money, parts add up, and what something costs is
// read before it is paid.
#include "fake_series.h"
#include "page_reader.h"
#include "page_states.h"

#include <QGuiApplication>

using namespace bt;
using namespace bt::test;

class TestMoneyPages : public QObject
{
    Q_OBJECT
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
    void a_series_says_what_is_held_and_what_is_free_as_a_single_visit_does()
    {
        FakeSeries door;
        PageWindow w(rich());
        service::SeriesPlanView& p = door.planned;
        p.visits = 2;
        p.priceEach = {kPrice};
        p.price = {2 * kPrice};
        p.deposit = {200'000'000};
        p.fee = {500'000};
        p.total = {p.price.value + p.deposit.value + p.fee.value};
        p.available = w.setup.engine.state->money.available;
        p.missing = {p.total.value - p.available.value};
        p.zone = "Europe/Lisbon";
        w.setup.engine.own.series = &door;
        wake(w);
        w.go(QStringLiteral("book"), QStringLiteral("did:key:m1"), double(at(8, 17).value));
        w.app.series()->setRhythm(1);
        press(w, "book-next");
        QTRY_COMPARE(read(w, "series-total"), QStringLiteral("Held safely 120.12 €"));
        QCOMPARE(read(w, "series-fee").section(QLatin1Char(' '), 0, 3), QStringLiteral("Network fees, on top"));
        QCOMPARE(read(w, "series-available"), QStringLiteral("Free to use now 562.50 €"));
        QCOMPARE(read(w, "series-counts"), QStringLiteral("Of it in KAS, which pays these visits 82.50 €"));
        QVERIFY(read(w, "series-left").isEmpty()); // the coin that pays is short
        p.tokens = service::TokenQuoteView{};
        p.tokens->price = 240 * kBtai;
        p.available = {p.available.value + 960ULL * kBtai / 58 * 500};
        p.left = {p.available.value - p.total.value};
        p.missing = {};
        w.app.series()->plan();
        QTRY_COMPARE(read(w, "series-counts"), QStringLiteral("Of it in BTAI, which pays these visits 480.00 €"));
        QCOMPARE(read(w, "series-available"), QStringLiteral("Free to use now 562.50 €"));
        QCOMPARE(read(w, "series-left"), QStringLiteral("Free to use afterwards 442.38 €"));
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
        QCOMPARE(read(w, "money-coins"),
                 w.setup.format.kas({kas}).replace(QChar(0x00a0), QLatin1Char(' ')) + QStringLiteral(" and 1,060.00 BTAI"));
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
        QVERIFY2(all.join(QLatin1Char('|'))
                     .replace(QChar(0x00a0), QLatin1Char(' '))
                     .contains(QStringLiteral("The network fee is under 0.01 € (0.04 KAS). Beside it, 0.50 KAS go along")),
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
    TestMoneyPages test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_money_pages.moc"
