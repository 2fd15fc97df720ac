// SPDX-License-Identifier: GPL-3.0-or-later
// Every other way a visit can end, by keys in two windows: what they say, and what each side has then, to the sompi.
#include <QtTest>
#ifndef Q_MOC_RUN
#include "play.h"
#endif

using namespace bt;
using namespace bt::test;

#define OK(act) QVERIFY2(act, qPrintable(play->why()))

class TestGuiRoads : public QObject
{
    Q_OBJECT
    std::unique_ptr<Play> play;
    app::Driver* patient = nullptr;
    app::Driver* therapist = nullptr;

    static QString name(const char* text) { return QString::fromLatin1(text); }
    [[nodiscard]] std::int64_t price() { return static_cast<std::int64_t>(play->visit(Who::Patient).price.value); }
    [[nodiscard]] std::int64_t bond() { return static_cast<std::int64_t>(play->visit(Who::Patient).bond.value); }

    void acceptedAndOpen()
    {
        OK(play->story().answer());
        OK(play->openVisit(Who::Patient) && play->openVisit(Who::Therapist));
        QCOMPARE(patient->text(name("visit-badge")), name("Agreed"));
        QCOMPARE(therapist->text(name("visit-badge")), name("Agreed"));
    }
    void committed()
    {
        acceptedAndOpen();
        if (QTest::currentTestFailed()) return;
        OK(play->clockPast(Who::Patient, play->visit(Who::Patient).freeUntil.plus(20 * kMinute)));
        OK(play->phase(Who::Patient, VisitPhase::Committed) && play->phase(Who::Therapist, VisitPhase::Committed));
    }
    //! Both windows stand on the page of the visit.
    void ended(VisitEnding ending, const char* badge, const char* patientReads, const char* therapistReads)
    {
        OK(play->phase(Who::Patient, VisitPhase::Ended) && play->phase(Who::Therapist, VisitPhase::Ended));
        QCOMPARE(play->visit(Who::Patient).ending, ending);
        QCOMPARE(play->visit(Who::Therapist).ending, ending);
        for (auto* hand : {patient, therapist}) QTRY_COMPARE(hand->text(name("visit-badge")), name(badge));
        QTRY_COMPARE(patient->text(name("visit-sentence")), QString::fromUtf8(patientReads));
        QTRY_COMPARE(therapist->text(name("visit-sentence")), QString::fromUtf8(therapistReads));
        for (auto* hand : {patient, therapist}) // nothing is left to do
            for (const char* act : {"visit-accept", "visit-decline", "visit-cancel", "visit-claim", "visit-complete", "visit-room"})
                QTRY_VERIFY2(hand->find(name(act)) == nullptr, act);
    }
    void balances(std::int64_t patientGains, std::int64_t therapistGains)
    {
        OK(play->atRest());
        QTRY_COMPARE(play->gain(Who::Patient), patientGains);
        QTRY_COMPARE(play->gain(Who::Therapist), therapistGains);
        // The rating ticket keeps the deposit until it is redeemed; without one it came back.
        const auto ending = play->visit(Who::Patient).ending;
        const bool ticket = ending == VisitEnding::Claimed;
        QCOMPARE(play->now(Who::Patient)->money.held.value, ticket ? play->visit(Who::Patient).deposit.value : std::uint64_t(0));
        QCOMPARE(play->now(Who::Therapist)->money.held.value, std::uint64_t(0));
    }

private slots:
    void init()
    {
        play = std::make_unique<Play>();
        QCOMPARE(play->begin(), QString());
        OK(play->story().open() && play->story().therapist() && play->story().booking());
        patient = &play->hand(Who::Patient);
        therapist = &play->hand(Who::Therapist);
        QTRY_COMPARE(patient->text(name("visit-badge")), name("Asked"));
    }
    void cleanup() { play.reset(); }

    void declined()
    {
        OK(play->until(Who::Therapist, name("the request"), [](const Snapshot& s) { return !s.visits.empty(); }));
        OK(therapist->press(name("place-today")) && therapist->press(name("today-request-0"), true));
        OK(therapist->press(name("visit-decline")));
        OK(therapist->press(name("accept")));
        ended(VisitEnding::Declined, "Declined", "Dr. Mariam Okonjo cannot take this time. All your money came back.",
              "You declined. All the money went back.");
        balances(0, 0);
    }
    void no_answer_in_time()
    {
        OK(play->until(Who::Therapist, name("the request"), [](const Snapshot& s) { return !s.visits.empty(); }));
        OK(therapist->press(name("place-today")) && therapist->press(name("today-request-0"), true) &&
           therapist->appears(name("visit-accept")));
        OK(play->clockPast(Who::Patient, play->visit(Who::Patient).acceptBy.plus(10 * kMinute)));
        ended(VisitEnding::RequestExpired, "No answer", "There was no answer in time. All your money came back.",
              "You did not answer in time. All the money went back.");
        balances(0, 0);
    }
    void cancelled_in_time()
    {
        acceptedAndOpen();
        QVERIFY2(patient->text(name("visit-cancel-outcome")).contains(name("Nothing is kept.")),
                 qPrintable(patient->text(name("visit-cancel-outcome"))));
        OK(patient->press(name("visit-cancel")) && patient->press(name("accept")));
        ended(VisitEnding::CancelledFree, "Cancelled", "You cancelled in time. All your money came back.",
              "Noor cancelled in time. All the money went back.");
        balances(0, 0);
    }
    void cancelled_late()
    {
        committed();
        if (QTest::currentTestFailed()) return;
        QTRY_VERIFY(patient->text(name("visit-cancel-outcome")).contains(name("go to Dr. Mariam Okonjo")));
        const QString promised = patient->text(name("visit-cancel-outcome"));
        const auto share = static_cast<std::int64_t>(play->visit(Who::Patient).cancelToThem.value) - bond(); // her stake is hers anyway
        OK(patient->press(name("visit-cancel")) && patient->press(name("accept")));
        ended(VisitEnding::CancelledLate, "Cancelled",
              "You cancelled late. What comes back then came back to you; the rest went to Dr. Mariam Okonjo.",
              "Noor cancelled late. Your share came to you.");
        QVERIFY(std::abs(share * 2 - price()) <= 1); // half of the price, by her policy
        QCOMPARE(promised, QStringLiteral("If you cancel now, 30.00\u00A0€ come to you and 30.00\u00A0€ go to Dr. Mariam Okonjo."));
        balances(-share, share);
    }
    void cancelled_by_the_therapist()
    {
        committed();
        if (QTest::currentTestFailed()) return;
        OK(therapist->press(name("visit-cancel")) && therapist->press(name("accept")));
        ended(VisitEnding::CancelledByTherapist, "Cancelled", "Dr. Mariam Okonjo cancelled. All your money came back.",
              "You cancelled. All the money went back to Noor.");
        QVERIFY(bond() > 0);
        balances(bond(), -bond());
    }
    void claimed_after_the_patient_vanished()
    {
        acceptedAndOpen();
        if (QTest::currentTestFailed()) return;
        patient->key(Qt::Key_L, Qt::ControlModifier); // and never comes back in time
        OK(patient->appears(name("passphrase")) != nullptr);
        const auto visit = play->visit(Who::Therapist);
        OK(play->clockPast(Who::Therapist, visit.freeUntil.plus(20 * kMinute)) && play->phase(Who::Therapist, VisitPhase::Committed));
        OK(play->clockPast(Who::Therapist, visit.startsAt.plus(5 * kMinute)) && play->phase(Who::Therapist, VisitPhase::InSession));
        OK(therapist->find(name("visit-claim")) == nullptr);
        OK(play->clockPast(Who::Therapist, visit.endsAt.plus(25 * kHour)));
        OK(play->phase(Who::Therapist, VisitPhase::Ended)); // her app collects by itself when the time has come
        OK(play->unlock(Who::Patient) && play->phase(Who::Patient, VisitPhase::Ended) && play->openPastVisit(Who::Patient));
        ended(VisitEnding::Claimed, "Done", "The visit was not confirmed in time, so 60\u00A0€ went to Dr. Mariam Okonjo as agreed.",
              "The visit was not confirmed in time, so 60\u00A0€ came to you as agreed.");
        balances(-price(), price());
    }
    void agreed_split()
    {
        acceptedAndOpen();
        if (QTest::currentTestFailed()) return;
        OK(patient->press(name("visit-split")) && patient->type(name("visit-split-amount"), name("40")));
        OK(patient->press(name("visit-split-send")));
        OK(play->until(Who::Therapist, name("the suggestion"), [](const Snapshot& s) { return s.visits.front().canAnswerSplit; }));
        const auto split = play->visit(Who::Therapist).split;
        QVERIFY(split.has_value());
        QCOMPARE(static_cast<std::int64_t>(split->toPatient.value + split->toTherapist.value), price() + bond());
        QTRY_COMPARE(therapist->text(name("visit-badge")), name("Answer needed"));
        OK(therapist->press(name("visit-split-agree")));
        ended(VisitEnding::Agreed, "Agreed split", "You both agreed how to share the money, and it was shared that way.",
              "You both agreed how to share the money, and it was shared that way.");
        OK(play->atRest());
        // The fee of this payment comes out of the patient's part, whoever sends it.
        const auto toPatient = static_cast<std::int64_t>(split->toPatient.value);
        const auto fee = play->feeOfStep(Who::Patient, "agree") + play->feeOfStep(Who::Therapist, "agree");
        QVERIFY(fee > 0);
        QTRY_COMPARE(play->gain(Who::Patient) - play->feeOfStep(Who::Patient, "agree"), toPatient - price() - fee);
        QTRY_COMPARE(play->gain(Who::Therapist) - play->feeOfStep(Who::Therapist, "agree"), price() - toPatient);
        QTRY_COMPARE(play->now(Who::Patient)->money.held.value, std::uint64_t(0));
        QCOMPARE(play->now(Who::Therapist)->money.held.value, std::uint64_t(0));
    }
};

int main(int argc, char** argv)
{
    TestGuiRoads test;
    return runWindows(argc, argv, test, QTest::qExec);
}
#include "tst_gui_roads.moc"
