// SPDX-License-Identifier: GPL-3.0-or-later
// A problem, by keys in two windows: raised by the patient, seen by the therapist, shown to those who decide, and ended.
#include <QtTest>
#ifndef Q_MOC_RUN
#include "play.h"
#include "service/disputes/disputes_view.h"
#endif

#include <QDir>

using namespace bt;
using namespace bt::test;

#undef QTRY_VERIFY
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT((expr), 30000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(a, b) QTRY_COMPARE_WITH_TIMEOUT((a), (b), 30000)
#define OK(act) QVERIFY2(act, qPrintable(play->why()))

class TestGuiDisputes : public QObject
{
    Q_OBJECT
    std::unique_ptr<Play> play;
    app::Driver* patient = nullptr;
    app::Driver* therapist = nullptr;

    static QString name(const char* text) { return QString::fromLatin1(text); }
    void raised()
    {
        OK(play->story().answer());
        OK(play->clockPast(Who::Patient, play->visit(Who::Patient).freeUntil.plus(20 * kMinute)));
        OK(play->phase(Who::Patient, VisitPhase::Committed) && play->phase(Who::Therapist, VisitPhase::Committed));
        OK(play->openVisit(Who::Patient) && play->openVisit(Who::Therapist));
        QCOMPARE(patient->text(name("visit-problem")), name("Something went wrong"));
        OK(patient->press(name("visit-problem")) && patient->appears(name("problem-raise")));
        QVERIFY2(patient->text(name("problem-stake")).contains(name("costs a stake of")), qPrintable(patient->text(name("problem-stake"))));
        QVERIFY2(patient->text(name("problem-outcome-2")).contains(name("within 14 days")),
                 qPrintable(patient->text(name("problem-outcome-2"))));
        QVERIFY(patient->text(name("problem-chosen")).startsWith(name("Nothing is chosen.")));
        OK(patient->press(name("problem-raise")) && patient->press(name("accept")));
        OK(play->phase(Who::Patient, VisitPhase::Disputed) && play->phase(Who::Therapist, VisitPhase::Disputed));
        QTRY_COMPARE(therapist->text(name("visit-badge")), name("Being decided"));
        QTRY_COMPARE(therapist->text(name("visit-problem")), name("The problem"));
        QTRY_VERIFY(patient->text(name("problem-sentence")).startsWith(name("You raised a problem.")));
    }
    QString newestFile(const char* pattern) const
    {
        const auto found = QDir(play->folder()).entryInfoList({QString::fromLatin1(pattern)}, QDir::Files, QDir::Time);
        return found.isEmpty() ? QString() : found.first().absoluteFilePath();
    }

private slots:
    void init()
    {
        play = std::make_unique<Play>();
        QCOMPARE(play->begin(), QString());
        OK(play->story().open() && play->story().therapist() && play->story().booking());
        patient = &play->hand(Who::Patient);
        therapist = &play->hand(Who::Therapist);
    }
    void cleanup() { play.reset(); }

    void a_newcomer_walks_the_whole_way_alone()
    {
        raised();
        if (QTest::currentTestFailed()) return;
        const auto price = static_cast<std::int64_t>(play->visit(Who::Patient).price.value),
                   bond = static_cast<std::int64_t>(play->visit(Who::Patient).bond.value);
        OK(patient->press(name("problem-ask")));
        QTRY_VERIFY(patient->text(name("problem-practice")).startsWith(name("The practice network decides half and half")));
        OK(play->clockPast(Who::Patient, play->now(Who::Patient)->network.now.plus(65 * kMinute)));
        OK(play->phase(Who::Patient, VisitPhase::Ended) && play->phase(Who::Therapist, VisitPhase::Ended));
        QCOMPARE(play->visit(Who::Patient).ending, VisitEnding::Resolved);
        QTRY_COMPARE(therapist->text(name("visit-badge")), name("Decided"));
        OK(play->atRest());
        const auto half = (price + bond) / 2;
        QTRY_COMPARE(play->gain(Who::Therapist), half - bond);
        QTRY_COMPARE(play->gain(Who::Patient), price + bond - half - price - bond);
    }

    void what_each_side_shows_reaches_those_who_decide_and_nothing_else()
    {
        raised();
        if (QTest::currentTestFailed()) return;
        // She writes, keeps, and makes the file; it is saved, and shown as codes.
        OK(patient->type(name("problem-words"), name("Nobody came.")));
        OK(patient->press(name("problem-keep")));
        QTRY_VERIFY(patient->text(name("problem-chosen")).startsWith(name("1 thing chosen")));
        OK(patient->press(name("problem-file")));
        OK(patient->appears(name("file-where")));
        const QString where = patient->text(name("file-where")).remove(name("Saved as "));
        QVERIFY2(QFile::exists(where), qPrintable(where));
        OK(patient->press(name("file-codes")) && patient->appears(name("qr-code")));
        // The therapist is told, and shows something too.
        OK(therapist->press(name("visit-problem")) && therapist->appears(name("problem-file")));
        QTRY_VERIFY(therapist->text(name("problem-sentence")).startsWith(name("Noor raised a problem.")));
        OK(therapist->type(name("problem-words"), name("I was there.")) && therapist->press(name("problem-file")));
        OK(therapist->appears(name("file-where")));
        const QString his = therapist->text(name("file-where")).remove(name("Saved as "));

        // Whoever opens both sees both, with what is checked; who is not named can look, and not sign.
        OK(patient->press(name("place-today")));
        OK(patient->press(name("search")) && patient->type(name("paletteField"), name("Decide a case")));
        patient->key(Qt::Key_Return);
        OK(patient->appears(name("decide-text")));
        OK(patient->type(name("decide-text"), where) && patient->press(name("decide-open")));
        OK(patient->waitShows(name("Nobody came.")));
        OK(patient->type(name("decide-text"), his) && patient->press(name("decide-open")));
        OK(patient->waitShows(name("I was there.")));
        QVERIFY(patient->text(name("decide-place")).startsWith(name("Nobody asks you")));
        QVERIFY(patient->find(name("decide-sign")) == nullptr && patient->find(name("decide-split")) == nullptr);
        OK(patient->type(name("decide-text"), name("hello")) && patient->press(name("decide-open")));
        OK(patient->appears(name("decide-error")));
    }
};

int main(int argc, char** argv)
{
    TestGuiDisputes test;
    return runWindows(argc, argv, test, QTest::qExec);
}
#include "tst_gui_disputes.moc"
