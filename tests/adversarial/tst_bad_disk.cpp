// SPDX-License-Identifier: GPL-3.0-or-later
// A disk without room, a folder that may only be read, and a second process on the same profile: one code each, nothing
// lost, and the same call works once the cause is gone.
#include "adversarial/bad_world.h"

#include <QDir>
#include <QProcess>

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestBadDisk : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] QString at(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static bool rich(const Snapshot& s) { return s.money.available.value > 0 && atRest(s); }

    //! The codes that the program finds when it opens a profile: trouble, create, unlock. \param asNobody without rights
    QStringList look(const QString& profile, bool asNobody)
    {
        const QString program = at("look"); // a copy where everybody may run it
        if (!QFile::exists(program)) QFile::copy(QStringLiteral(BT_KILL_CHILD), program);
        QFile::setPermissions(program, QFile::Permissions(0x5555));
        QProcess child;
        if (asNobody && ::geteuid() == 0)
            child.setChildProcessModifier([] {
                if (::setgid(65534) != 0 || ::setuid(65534) != 0) ::_exit(77);
            });
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(program, {QStringLiteral("--look"), profile});
        if (!child.waitForFinished(60'000)) return {QStringLiteral("no answer")};
        QStringList codes;
        for (const auto& line : QString::fromUtf8(child.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            codes << line.section(QLatin1Char(' '), 1);
        return codes;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755)); // others may pass
    }

    void a_full_disk_refuses_a_new_persona_and_leaves_nothing_half_made()
    {
        const auto world = NetworkWorld::practiceIn({});
        QDir().mkpath(at("disk1"));
        SmallDisk disk(at("disk1"));
        QDir().mkpath(at("disk1/p"));
        Side side(*world, at("disk1/p"));
        QVERIFY(side.until([](const Snapshot& s) { return s.gate == Gate::Guest; }));
        disk.fill();
        const auto made = wait(side.engine->createPersona(Role::Patient, "Noor", words(kPatientPass), false, {}));
        disk.empty();
        QCOMPARE(bareCode(made), disk.code());
        QCOMPARE(side.now()->gate, Gate::Guest);
        QCOMPARE(codeOf(wait(side.engine->createPersona(Role::Patient, "Noor", words(kPatientPass), false, {}))), QString());
        QVERIFY(side.until(rich));
        side.engine.reset();
    }

    void a_full_disk_keeps_the_profile_closed_or_open_but_whole()
    {
        const auto world = NetworkWorld::practiceIn({});
        QDir().mkpath(at("disk2"));
        SmallDisk disk(at("disk2"));
        Side side(*world, at("disk2/p"));
        QCOMPARE(codeOf(wait(side.engine->createPersona(Role::Patient, "Noor", words(kPatientPass), false, {}))), QString());
        QVERIFY(side.until(rich));
        const auto before = stateOf(*side.now());
        side.engine.reset();
        disk.fill();
        side.start();
        QVERIFY(side.until([](const Snapshot& s) { return s.gate == Gate::Locked; }));
        const auto opened = wait(side.engine->unlock(words(kPatientPass)));
        disk.empty();
        if (!opened) {
            QCOMPARE(bareCode(opened), disk.code());
            QCOMPARE(side.now()->gate, Gate::Locked);
            QCOMPARE(unlockSide(side, kPatientPass), QString());
        }
        QVERIFY(side.until(rich));
        QCOMPARE(stateOf(*side.now()), before);
        side.engine.reset();
    }

    void a_disk_that_runs_full_in_the_middle_of_a_talk_loses_no_word()
    {
        TwoSides two;
        QDir().mkpath(at("disk3"));
        SmallDisk disk(at("disk3"));
        QCOMPARE(two.begin(), QString());
        QCOMPARE(two.book(two.slot()), QString());
        // A second patient, whose profile lies on the small disk.
        Side writer(two.world, at("disk3/p"));
        QCOMPARE(codeOf(wait(writer.engine->createPersona(Role::Patient, "Leyla", words(kPatientPass), false, {}))), QString());
        QVERIFY(writer.until([](const Snapshot& s) { return rich(s) && !s.therapists.empty() && !s.therapists[0].openTimes.empty(); }));
        QCOMPARE(codeOf(wait(writer.engine->book(writer.now()->therapists[0].id, writer.now()->therapists[0].openTimes.back(), {}))),
                 QString());
        QVERIFY(writer.phase(VisitPhase::Requested));
        QVERIFY(two.therapist->until([](const Snapshot& s) { return s.visits.size() == 2; }));
        QVERIFY(writer.until(atRest));
        const auto thread = writer.visit().threadId;

        disk.fill();
        std::vector<std::string> taken;
        std::string refused;
        QString code;
        for (int i = 0; i < 600 && code.isEmpty(); ++i) { // until the files that are there have no room left
            const auto text = std::to_string(i) + " " + std::string(6'000, 'w');
            const auto sent = wait(writer.engine->sendMessage(thread, text));
            code = bareCode(sent);
            if (sent) taken.push_back(text);
            else refused = text;
        }
        const auto stopped = textsOf(writer, thread, true);
        disk.empty();
        QCOMPARE(code, disk.code());
        QVERIFY(stopped.has_value());
        QCOMPARE(stopped->size(), taken.size()); // what was refused left no trace
        QCOMPARE(codeOf(wait(writer.engine->sendMessage(thread, refused))), QString());
        taken.push_back(refused);
        QVERIFY2(writer.until(atRest, 60'000), qPrintable(onItsWay(*writer.now())));
        const auto visit = writer.visit().id;
        const auto hers = [&] {
            const auto s = two.therapist->now();
            for (const auto& v : s->visits)
                if (v.id == visit) return v.threadId;
            return std::string();
        }();
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto got = textsOf(*two.therapist, hers, false);
                return got && got->size() == taken.size();
            },
            120'000));
        const auto got = textsOf(*two.therapist, hers, false);
        for (std::size_t i = 0; i < taken.size(); ++i) QCOMPARE((*got)[i].text, taken[i]);
        QCOMPARE(gainOf(*writer.now()), std::int64_t(0));
        qInfo("texts until the disk was full: %d", static_cast<int>(taken.size()) - 1);
        writer.engine.reset();
    }

    void a_read_only_folder_is_named()
    {
        QDir().mkpath(at("locked"));
        QFile::setPermissions(at("locked"), QFile::Permissions(0x5555));
        const QString code = QStringLiteral("store.read_only");
        QCOMPARE(look(at("locked"), true), QStringList({code, code, code}));
        QVERIFY(QDir(at("locked")).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden));
        QFile::setPermissions(at("locked"), QFile::Permissions(0x7777)); // the cause is gone
        QCOMPARE(look(at("locked"), true), QStringList({QString(), QString(), QString()}));
    }

    void a_profile_of_another_user_is_left_alone()
    {
        if (::geteuid() != 0) return; // only then can there be another user
        const auto world = NetworkWorld::practiceIn({});
        Side side(*world, at("other"));
        QCOMPARE(codeOf(wait(side.engine->createPersona(Role::Patient, "Noor", words(kPatientPass), false, {}))), QString());
        QVERIFY(side.until(rich));
        const auto before = stateOf(*side.now());
        side.engine.reset();
        QFile::setPermissions(at("other"), QFile::Permissions(0x5555));
        const auto files = filesIn(at("other"));
        const QString code = QStringLiteral("store.read_only");
        QCOMPARE(look(at("other"), true), QStringList({code, code, code}));
        QVERIFY(filesIn(at("other")) == files);
        side.start();
        QCOMPARE(unlockSide(side, kPatientPass), QString());
        QVERIFY(side.until(rich));
        QCOMPARE(stateOf(*side.now()), before);
    }

    void a_second_process_finds_the_profile_in_use()
    {
        const auto world = NetworkWorld::practiceIn({});
        Side first(*world, at("one"));
        QCOMPARE(codeOf(wait(first.engine->createPersona(Role::Patient, "Noor", words(kPatientPass), false, {}))), QString());
        QVERIFY(first.until(rich));
        const auto before = stateOf(*first.now());
        const QString code = QStringLiteral("vault.in_use");
        QCOMPARE(look(at("one"), false), QStringList({code, code, code}));
        Side second(*world, at("one")); // and so does another engine of this process
        QVERIFY(second.until([](const Snapshot& s) { return s.gate == Gate::Locked; }));
        QCOMPARE(troubleOf(*second.now()), code);
        QCOMPARE(bareCode(wait(second.engine->unlock(words(kPatientPass)))), code);
        QCOMPARE(stateOf(*first.now()), before);
        QCOMPARE(codeOf(wait(first.engine->addPlayMoney())), QString()); // the first one goes on undisturbed
        first.engine.reset();
        QCOMPARE(unlockSide(second, kPatientPass), QString());
        QVERIFY(second.until([](const Snapshot& s) { return rich(s) && s.network.trouble.empty(); }));
        QCOMPARE(allOf(*second.now()), giftsOf(*second.now()));
    }
};

QTEST_GUILESS_MAIN(TestBadDisk)
#include "tst_bad_disk.moc"
