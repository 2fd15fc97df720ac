// SPDX-License-Identifier: GPL-3.0-or-later
// The whole main job, by keys in two windows, and what it leaves behind.
#include <QtTest>
#ifndef Q_MOC_RUN
#include "play.h"
#endif

using namespace bt;
using namespace bt::test;

class TestGuiJourney : public QObject
{
    Q_OBJECT
private slots:
    void a_patient_books_pays_talks_and_settles_with_a_therapist()
    {
        Play play;
        QCOMPARE(play.begin(true), QString());
        QVERIFY2(play.story().play(), qPrintable(play.why()));

        // Money: the price went over, the stake and the deposit came back, fees aside; to the sompi.
        QVERIFY2(play.atRest(), qPrintable(play.why()));
        const auto price = static_cast<std::int64_t>(play.visit(Who::Patient).price.value);
        QVERIFY(price > 0);
        QTRY_COMPARE(play.gain(Who::Patient), -price);
        QTRY_COMPARE(play.gain(Who::Therapist), price);
        // The rating ticket keeps the deposit until it is redeemed on the network.
        QCOMPARE(play.now(Who::Patient)->money.held.value, play.visit(Who::Patient).deposit.value);
        QCOMPARE(play.now(Who::Therapist)->money.held.value, std::uint64_t(0));

        // The rating, in her window, sealed words and all.
        QVERIFY2(play.openPastVisit(Who::Therapist), qPrintable(play.why()));
        QVERIFY(play.hand(Who::Therapist).waitShows(QStringLiteral("I felt heard.")));
        QQuickItem* stars = play.hand(Who::Therapist).appears(QStringLiteral("visit-stars"));
        QVERIFY(stars != nullptr);
        QCOMPARE(stars->property("value").toInt(), 5);
        QCOMPARE(play.hand(Who::Therapist).text(QStringLiteral("visit-badge")), QStringLiteral("Done"));

        // The calendar file tells nobody what it is about.
        const QStringList files = QDir(play.folder()).entryList({QStringLiteral("*.ics")});
        QCOMPARE(files.size(), 1);
        QFile file(QDir(play.folder()).filePath(files.first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray ics = file.readAll();
        QVERIFY(ics.contains("SUMMARY:Appointment\r\n"));
        for (const char* word : {"Okonjo", "Mariam", "Noor", "therap", "Therap", "visit", "Sundays"})
            QVERIFY2(!ics.contains(word) && !files.first().contains(QLatin1String(word)), word);

        // Pictures of every screen, in light and dark.
        const QDir pictures(play.folder() + QStringLiteral("/screenshots"));
        QVERIFY(pictures.entryList({QStringLiteral("*-dark.png")}).size() >= 15);
        QVERIFY(pictures.entryList({QStringLiteral("failed-*")}).isEmpty());
    }
};

int main(int argc, char** argv)
{
    TestGuiJourney test;
    return runWindows(argc, argv, test, QTest::qExec);
}
#include "tst_gui_journey.moc"
