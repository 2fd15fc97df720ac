// SPDX-License-Identifier: GPL-3.0-or-later
// Paying and asking: whom, how much, what it costs, and the cards of requests; BTAI on the money page.
#include "fake_tokens.h"
#include "model_setup.h"
#include "money_view_model.h"
#include "pay_view_model.h"
#include "today_view_model.h"
#include "token_words.h"

#include <QSignalSpy>
#include <QTest>

using namespace bt;
using namespace bt::app;
using namespace bt::test;

namespace {

struct PaySetup : Setup {
    FakeTokens door{engine};
    explicit PaySetup(std::shared_ptr<service::Snapshot> start = patient()) : Setup(std::move(start))
    {
        door.quoted.fee = {600'000};
        door.quoted.deposit = {50'000'000};
        door.quoted.left = 935 * kBtai;
        door.quoted.disclosure.known = true;
        door.quoted.disclosure.coins = 1;
        engine.publish([](service::Snapshot& n) { n.tokens = tokensView(); });
    }
};

} // namespace

class TestPayModel : public QObject
{
    Q_OBJECT
private slots:
    void the_first_page_and_the_money_page_count_the_same_money()
    {
        PaySetup s;
        const TodayViewModel today(s.context);
        const MoneyViewModel money(s.context);
        QCOMPARE(today.freeMoney(), money.available());
        QVERIFY(today.freeMoney() != s.format.money(s.engine.state->money.available)); // BTAI are part of it
    }

    void an_amount_of_the_currency_becomes_the_same_worth_in_tokens_to_the_cent()
    {
        PaySetup s;
        const TokenWords words(s.format, *s.engine.state);
        for (const int cents : {1, 99, 1250, 6000, 123'456'789}) {
            const QString typed = s.format.locale().toString(cents / 100.0, 'f', 2);
            const auto units = words.parse(typed);
            QVERIFY2(units, qPrintable(typed));
            QCOMPARE(*units, static_cast<std::uint64_t>(cents) * 2'000'000); // 0.50 EUR a BTAI
            QCOMPARE(words.money(*units).left(typed.size() - 3), s.format.locale().toString(cents / 100));
        }
        QCOMPARE(words.amount(2'500'000'000), QStringLiteral("25.00\u00a0BTAI"));
        QCOMPARE(words.moneySigned(-2'500'000'000), QStringLiteral("\u221212.50\u00a0€"));
        for (const char* wrong : {"", "0", "-3", "x", "1e300"}) QVERIFY2(!words.parse(QString::fromLatin1(wrong)), wrong);
    }

    void a_contact_is_paid_after_its_price_was_shown()
    {
        PaySetup s;
        PayViewModel m(s.context);
        QVERIFY(m.there());
        m.open(QStringLiteral("send:t1"));
        QCOMPARE(m.peerName(), QStringLiteral("Dr. Mariam Okonjo"));
        QCOMPARE(m.contacts().size(), 3); // two people, and an address
        QCOMPARE(m.state(), PayViewModel::State::Typing);
        QVERIFY(m.available().contains(QStringLiteral("480.00")));
        m.confirm(); // nothing yet
        m.setAmountText(QStringLiteral("12.50"));
        QTRY_COMPARE(m.state(), PayViewModel::State::Ready);
        QCOMPARE(m.unit(), QString::fromUtf8("€"));
        QCOMPARE(m.preview(), QStringLiteral("25.00\u00a0BTAI"));
        QCOMPARE(m.payWords(), QStringLiteral("Send 12.50\u00a0€"));
        QCOMPARE(m.left(), QStringLiteral("467.50\u00a0€"));
        QVERIFY(!m.deposit().isEmpty() && !m.fee().isEmpty() && m.chainSees().size() >= 1);
        QSignalSpy done(&m, &PayViewModel::done);
        m.confirm();
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(s.engine.calls.contains(QStringLiteral("send t1 2500000000")));
        QCOMPARE(s.engine.calls.filter(QStringLiteral("send ")).size(), 1);
    }

    void what_cannot_be_paid_says_why_and_cannot_be_confirmed()
    {
        PaySetup s;
        PayViewModel m(s.context);
        m.open(QStringLiteral("send:t1"));
        m.setAmountText(QStringLiteral("twelve"));
        QVERIFY(!m.fits() && !m.preview().isEmpty());
        s.door.refused = Error{"token.no_kas", {"50000000"}, {}};
        m.setAmountText(QStringLiteral("12.50"));
        QTRY_VERIFY(m.errorText().contains(QStringLiteral("KAS")));
        QCOMPARE(m.state(), PayViewModel::State::Typing);
        m.confirm();
        QVERIFY(s.engine.calls.filter(QStringLiteral("send ")).isEmpty());
        // An address: nothing is asked before there is one.
        s.door.refused.reset();
        m.choose(2);
        QVERIFY(m.byAddress());
        QCOMPARE(m.state(), PayViewModel::State::Typing);
        m.setAddress(QStringLiteral("  btaisim:qq0123456789 "));
        QTRY_COMPARE(m.state(), PayViewModel::State::Ready);
        m.confirm();
        QTRY_VERIFY(s.engine.calls.contains(QStringLiteral("send btaisim:qq0123456789 2500000000")));
    }

    void a_contact_is_asked_and_a_request_answered()
    {
        PaySetup s;
        PayViewModel m(s.context);
        m.open(QStringLiteral("ask:t2"));
        QCOMPARE(m.mode(), PayViewModel::Mode::Ask);
        QCOMPARE(m.contacts().size(), 2); // an address cannot be asked
        m.setAmountText(QStringLiteral("12.50"));
        m.setNote(QStringLiteral("Book"));
        QCOMPARE(m.state(), PayViewModel::State::Ready);
        m.confirm();
        QTRY_VERIFY(s.engine.calls.contains(QStringLiteral("request t2 2500000000 Book")));

        m.open(QStringLiteral("answer:r-open"));
        QCOMPARE(m.asked(), QStringLiteral("Dr. Mariam Okonjo asks for 12.50\u00a0€"));
        QCOMPARE(m.askedFor(), QStringLiteral("Room, last week"));
        QTRY_COMPARE(m.state(), PayViewModel::State::Ready);
        m.confirm();
        QTRY_VERIFY(s.engine.calls.contains(QStringLiteral("payRequest r-open")));
        m.decline(QStringLiteral("r-open"));
        QTRY_VERIFY(s.engine.calls.contains(QStringLiteral("declineRequest r-open")));
    }

    void a_card_says_what_the_chain_says()
    {
        PaySetup s;
        PayViewModel m(s.context);
        const auto open = m.card(QStringLiteral("r-open"));
        QCOMPARE(open.value(QStringLiteral("title")).toString(), QStringLiteral("Dr. Mariam Okonjo asks you to pay 12.50\u00a0€"));
        QVERIFY(open.value(QStringLiteral("canAnswer")).toBool());
        QVERIFY(!m.card(QStringLiteral("r-paying")).value(QStringLiteral("canAnswer")).toBool());
        QCOMPARE(m.card(QStringLiteral("r-paid")).value(QStringLiteral("status")).toString(), QStringLiteral("Paid, settled"));
        const auto mine = m.card(QStringLiteral("r-mine"));
        QCOMPARE(mine.value(QStringLiteral("title")).toString(), QStringLiteral("You ask Dr. Mariam Okonjo for 12.50\u00a0€"));
        QVERIFY(!mine.value(QStringLiteral("canAnswer")).toBool());
        QCOMPARE(m.card(QStringLiteral("r-no")).value(QStringLiteral("status")).toString(), QStringLiteral("Declined"));
        QVERIFY(m.card(QStringLiteral("nobody")).isEmpty());
        const int before = m.revision();
        s.engine.publish([](service::Snapshot& n) {
            auto t = tokensView();
            t->requests.at("r-open").state = service::RequestState::Paying;
            n.tokens = t;
        });
        QVERIFY(m.revision() > before);
        QVERIFY(!m.card(QStringLiteral("r-open")).value(QStringLiteral("canAnswer")).toBool());
    }

    void one_total_holds_both_coins_and_every_payment_stands_in_one_list()
    {
        PaySetup s;
        MoneyViewModel m(s.context);
        QVERIFY(m.hasTokens());
        // 82.50 EUR free and 60 EUR held in KAS, 480 EUR in BTAI, and 0.5 KAS under those.
        QCOMPARE(m.total(), QStringLiteral("622.53\u00a0€"));
        QCOMPARE(m.available(), QStringLiteral("562.50\u00a0€"));
        QVERIFY(m.totalKas().endsWith(QStringLiteral("960.00\u00a0BTAI")));
        QCOMPARE(m.rows()->count(), 7);
        QCOMPARE(m.rows()->row(0).value(QStringLiteral("status")).toString(), QStringLiteral("Waiting for an address"));
        QCOMPARE(m.rows()->row(1).value(QStringLiteral("title")).toString(), QStringLiteral("Sent to Dr. Mariam Okonjo"));
        QCOMPARE(m.rows()->row(1).value(QStringLiteral("amount")).toString(), QStringLiteral("\u221212.50\u00a0€"));
        QVERIFY(m.topUp().isEmpty());
        s.engine.publish([](service::Snapshot& n) {
            auto t = tokensView();
            t->kasShort = true;
            n.tokens = t;
        });
        QVERIFY(m.topUp().contains(QStringLiteral("1.02")));
        s.engine.publish([](service::Snapshot& n) { n.tokens.reset(); });
        QVERIFY(!m.hasTokens() && m.rows()->count() == 3);
        QCOMPARE(m.total(), QStringLiteral("142.50\u00a0€"));
    }
};

QTEST_MAIN(TestPayModel)
#include "tst_pay_model.moc"
