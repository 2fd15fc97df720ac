// SPDX-License-Identifier: GPL-3.0-or-later
// Money between two people, by keys in two windows: one pays the other, is asked to pay and does, and says no once.
#include <QtTest>
#ifndef Q_MOC_RUN
#include "play.h"
#include "service/tokens/tokens_view.h"
#endif

using namespace bt;
using namespace bt::test;

#define OK(act) QVERIFY2(act, qPrintable(play->why()))

class TestGuiPay : public QObject
{
    Q_OBJECT
    std::unique_ptr<Play> play;
    app::Driver* patient = nullptr;
    app::Driver* therapist = nullptr;
    static constexpr std::uint64_t kGift = 1'000ULL * 100'000'000;

    static QString name(const char* text) { return QString::fromLatin1(text); }
    bool holds(Who who, std::uint64_t units)
    {
        return play->until(who, QStringLiteral("%1 units").arg(units),
                           [units](const Snapshot& s) { return s.tokens && s.tokens->available == units; });
    }
    bool thread(Who who)
    {
        return play->hand(who).press(name("place-messages")) &&
               (play->hand(who).find(name("thread-compose")) || play->hand(who).press(name("thread-0")));
    }

private slots:
    void init()
    {
        play = std::make_unique<Play>();
        QCOMPARE(play->begin(), QString());
        OK(play->story().open() && play->story().therapist() && play->story().booking());
        patient = &play->hand(Who::Patient);
        therapist = &play->hand(Who::Therapist);
        OK(holds(Who::Patient, kGift) && holds(Who::Therapist, kGift));
    }
    void cleanup() { play.reset(); }

    void money_is_sent_asked_for_paid_and_declined()
    {
        // The patient pays 12.50 € from the page Money: 25 BTAI.
        OK(patient->press(name("place-money")) && patient->press(name("money-send")));
        OK(patient->type(name("pay-amount"), name("12.50")) && patient->press(name("pay-confirm")));
        OK(holds(Who::Patient, kGift - 2'500'000'000) && holds(Who::Therapist, kGift + 2'500'000'000));
        OK(patient->waitShows(QString::fromUtf8("Sent to Dr. Mariam Okonjo")));
        OK(therapist->press(name("place-money")) && therapist->waitShows(name("Received from Noor")));

        // The therapist asks for 5 €; the card stands in both conversations; the patient pays it.
        OK(thread(Who::Therapist) && therapist->press(name("thread-ask")));
        OK(therapist->type(name("pay-amount"), name("5")) && therapist->type(name("pay-note"), name("Book")) &&
           therapist->press(name("pay-confirm")));
        OK(play->until(Who::Patient, name("the request waits to be seen"),
                       [](const Snapshot& s) { return s.threads.size() == 1 && s.threads[0].unread == 1; }));
        OK(thread(Who::Patient) && patient->press(name("pay-card-pay")));
        QTRY_COMPARE(patient->text(name("pay-asked")), QString::fromUtf8("Dr. Mariam Okonjo asks for 5.00\u00a0€"));
        OK(patient->press(name("pay-confirm")));
        OK(holds(Who::Patient, kGift - 3'500'000'000) && holds(Who::Therapist, kGift + 3'500'000'000));
        QTRY_COMPARE(patient->text(name("pay-card-status")), name("Paid, settled"));
        QTRY_COMPARE(therapist->text(name("pay-card-status")), name("Paid, settled"));

        // And is asked once more, and says no.
        OK(therapist->press(name("thread-ask")));
        OK(therapist->type(name("pay-amount"), name("400")) && therapist->press(name("pay-confirm")));
        OK(patient->press(name("pay-card-decline")));
        OK(therapist->waitShows(name("Declined")) && patient->waitShows(name("Declined")));
        QCOMPARE(play->now(Who::Patient)->tokens->available, kGift - 3'500'000'000);
    }
};

int main(int argc, char** argv)
{
    TestGuiPay test;
    return runWindows(argc, argv, test, QTest::qExec);
}
#include "tst_gui_pay.moc"
