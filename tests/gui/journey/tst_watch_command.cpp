// SPDX-License-Identifier: GPL-3.0-or-later
// `bettertherapy watch`, as a person starts it: a list from the app's own door, both apps closed, and the program alone.
#include <QTest>
#ifndef Q_MOC_RUN
#include "service/two_sides.h"
#include "service/watch/watch_door.h"
#include "service/watch/watch_list.h"
#endif

#include <QFile>
#include <QProcess>

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestWatchCommand : public QObject
{
    Q_OBJECT
    struct Ran {
        int code = -1;
        QString out, err;
    };
    static Ran watch(const QStringList& arguments)
    {
        QProcess program;
        program.start(QStringLiteral(BT_PROGRAM), QStringList{QStringLiteral("watch")} + arguments);
        Ran ran;
        if (!program.waitForFinished(60'000)) program.kill();
        else ran.code = program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -2;
        ran.out = QString::fromUtf8(program.readAllStandardOutput());
        ran.err = QString::fromUtf8(program.readAllStandardError());
        return ran;
    }

private slots:
    void it_keeps_a_visit_going_while_both_are_away()
    {
        TwoSides two;
        const QString root = two.folder.filePath(QStringLiteral("data"));
        QCOMPARE(two.begin(root + QStringLiteral("/n")), QString());
        QCOMPARE(codeOf(wait(two.patient->engine->doors().watch->saveWatchList(root.toStdString() + "/none.json"))).left(13),
                 QStringLiteral("watch.nothing"));
        QCOMPARE(two.book(two.slot()), QString());
        QCOMPARE(two.accept(), QString());
        const auto visit = two.patient->visit();
        const QString list = root + QStringLiteral("/list.json");
        const auto saved = wait(two.patient->engine->doors().watch->saveWatchList(list.toStdString()));
        QCOMPARE(codeOf(saved), QString());
        QCOMPARE(*saved, 1);
        QFile file(list);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(!(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        for (const char* private_ : {"Noor", "Mariam", "Mondays", "did:key"}) QVERIFY2(!text.contains(private_), private_);
        QVERIFY(!text.contains(QByteArray::fromStdString(visit.id)));

        // Nothing is due: it says so by its code, and the purse is made once.
        const QStringList once{list, QStringLiteral("--once"), QStringLiteral("--data"), root};
        auto ran = watch(once);
        QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
        QVERIFY(ran.out.contains(QStringLiteral("Watching 1 visit(s) on practice")) && !ran.out.contains(QStringLiteral("pushed")));
        QVERIFY(QFile::exists(list + QStringLiteral(".purse")));

        two.therapist->engine.reset();
        QCOMPARE(codeOf(wait(two.patient->engine->advanceClock(visit.startsAt.minus(two.world->clock().now()) + 10 * kMinute))), QString());
        two.patient->engine.reset(); // it may have pushed the first step on its way out: the watcher does what is left
        ran = watch(once);
        QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
        QVERIFY2(ran.out.contains(QStringLiteral("in-session")), qPrintable(ran.out + ran.err));
        QCOMPARE(codeOf(two.world->practice->advance(50 * kHour)), QString());
        ran = watch(once);
        QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
        QVERIFY2(ran.out.contains(QStringLiteral("pushed: not confirmed in time, the price goes to the therapist")), qPrintable(ran.out));
        QVERIFY(ran.out.contains(QStringLiteral("nothing left to watch")));

        two.therapist->start();
        QVERIFY(two.therapist->until([](const Snapshot& s) { return s.gate == Gate::Locked; }));
        QCOMPARE(codeOf(wait(two.therapist->engine->unlock(words("a quiet room by the sea")))), QString());
        QVERIFY2(two.therapist->phase(VisitPhase::Ended), qPrintable(two.therapist->explain()));
        QCOMPARE(two.therapist->visit().ending, VisitEnding::Claimed);
        QTRY_COMPARE(two.therapist->now()->money.held.value, std::uint64_t(0));
    }
    void a_wrong_call_says_what_is_wrong_and_does_nothing()
    {
        QTemporaryDir folder;
        QCOMPARE(watch({}).code, 2);
        QCOMPARE(watch({folder.filePath(QStringLiteral("none"))}).code, 2);
        QFile bad(folder.filePath(QStringLiteral("bad.json")));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("{\"watch\": 1}");
        bad.close();
        const auto ran = watch({bad.fileName(), QStringLiteral("--once")});
        QCOMPARE(ran.code, 2);
        QVERIFY(ran.err.contains(QStringLiteral("no watch list")));
        QVERIFY(!QFile::exists(bad.fileName() + QStringLiteral(".purse")));
        const auto help = watch({QStringLiteral("--help")});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains(QStringLiteral("Whoever reads a watch list learns")));
    }
};

QTEST_GUILESS_MAIN(TestWatchCommand)
#include "tst_watch_command.moc"
