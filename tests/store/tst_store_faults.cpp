// SPDX-License-Identifier: GPL-3.0-or-later
// The database under kill -9, torn writes, power cuts, a full disk and several processes. Children write and report
// every row that was acknowledged; afterwards all of these must be there, whole, and the file must open.
#include "store/crash_story.h"
#include "store/fault_vfs.h"

#include <QtTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace bt;
using namespace bt::test;

namespace {

constexpr int kRoundsPerFile = 40; // each round checks the whole file, which grows

bool longRun() { return qEnvironmentVariableIntValue("BT_LONG") == 1; }

#define VERIFY_OK(expr)                                                                                                                    \
    do {                                                                                                                                   \
        const auto& verifyOk_ = (expr);                                                                                                    \
        QVERIFY2(verifyOk_.has_value(), verifyOk_ ? "" : (std::string(verifyOk_.error().code) + ": " + verifyOk_.error().detail).c_str()); \
    } while (false)

struct Child {
    pid_t pid = -1;
    int fd = -1;
};

// Runs `work(report)` in a child; report(id) tells the parent what is durable.
template <typename Work> Child startChild(Work work)
{
    int ends[2];
    if (::pipe(ends) != 0) return {};
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::close(ends[0]);
        work([fd = ends[1]](std::int64_t id) {
            if (::write(fd, &id, sizeof id) != sizeof id) ::_exit(97);
        });
        ::_exit(0);
    }
    ::close(ends[1]);
    return {pid, ends[0]};
}

// Waits for its end. \returns the last reported id; `status` as of waitpid.
std::int64_t reap(const Child& child, int& status)
{
    std::int64_t last = 0, id = 0;
    while (::read(child.fd, &id, sizeof id) == static_cast<ssize_t>(sizeof id)) last = id;
    ::close(child.fd);
    ::waitpid(child.pid, &status, 0);
    return last;
}

} // namespace

class TestStoreFaults : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_next = 0;

    std::string newPath()
    {
        const QString folder = m_dir.filePath(QString::number(++m_next));
        QDir().mkpath(folder);
        return (folder + "/data").toStdString();
    }

    // One crash of a child that adds `rows` rows, and the check after it. \returns false when the story ended first.
    bool crashOnce(const std::string& path, Fault fault, int nth, int rows, std::int64_t& known)
    {
        const Child child = startChild([&](auto report) {
            setFault(fault, nth, static_cast<std::uint64_t>(nth) * 31 + 7);
            auto db = openStory(path);
            if (!db) ::_exit(5);
            for (int i = 0; i < rows; ++i) {
                const auto id = addStoryRow(*db);
                if (!id) ::_exit(6);
                report(*id);
            }
        });
        int status = 0;
        const std::int64_t told = std::max(known, reap(child, status));
        if (!WIFEXITED(status) || (WEXITSTATUS(status) != 9 && WEXITSTATUS(status) != 0)) {
            qWarning("child ended with %d", status);
            known = -1;
            return false;
        }
        auto db = openStory(path);
        if (!db) {
            qWarning("operation %d: does not open: %s %s", nth, std::string(db.error().code).c_str(), db.error().detail.c_str());
            known = -1;
            return false;
        }
        const auto found = checkStory(*db);
        if (!found || *found < told || *found > told + 1) {
            qWarning("operation %d: %lld acknowledged, %s", nth, static_cast<long long>(told),
                     found ? std::to_string(*found).c_str() : (std::string(found.error().code) + found.error().detail).c_str());
            known = -1;
            return false;
        }
        known = *found;
        return WEXITSTATUS(status) == 9;
    }

private slots:
    void initTestCase() { installFaultVfs(); }

    void killed_at_random_every_acknowledged_row_is_there()
    {
        std::string path;
        SystemRandom random;
        std::int64_t known = 0;
        const int rounds = longRun() ? 200 : 20;
        for (int i = 0; i < rounds; ++i) {
            if (i % kRoundsPerFile == 0) {
                path = newPath();
                known = 0;
            }
            const Child child = startChild([&](auto report) {
                auto db = openStory(path);
                if (!db) ::_exit(5);
                for (;;) {
                    const auto id = addStoryRow(*db);
                    if (!id) ::_exit(6);
                    report(*id);
                }
            });
            ::usleep(static_cast<useconds_t>(random.below(60'000)));
            ::kill(child.pid, SIGKILL);
            int status = 0;
            const std::int64_t told = std::max(known, reap(child, status));
            QVERIFY2(WIFSIGNALED(status), qPrintable(QString("round %1: %2").arg(i).arg(status)));
            auto db = openStory(path);
            VERIFY_OK(db);
            const auto found = checkStory(*db);
            VERIFY_OK(found);
            QVERIFY2(*found >= told && *found <= told + 1, qPrintable(QString("%1 told, %2 found").arg(told).arg(*found)));
            known = *found;
        }
        QVERIFY(known > 0);
    }

    // From the first write of a new file on: every single operation is once the last.
    void torn_at_each_operation_of_a_new_file()
    {
        for (int nth = 1;; ++nth) {
            std::int64_t known = 0;
            const bool went_on = crashOnce(newPath(), Fault::TearExit, nth, 6, known);
            QVERIFY2(known >= 0, qPrintable(QString("operation %1").arg(nth)));
            if (!went_on) {
                QVERIFY(nth > 20);
                break;
            }
        }
    }

    // An old file goes through many tears, checkpoints among them (a checkpoint comes every 512 frames).
    void torn_again_and_again_in_one_file()
    {
        std::string path;
        SeededRandom random(42);
        std::int64_t known = 0, most = 0;
        const int rounds = longRun() ? 240 : 40;
        for (int i = 0; i < rounds; ++i) {
            if (i % kRoundsPerFile == 0) {
                path = newPath();
                known = 0;
            }
            (void)crashOnce(path, Fault::TearExit, 1 + static_cast<int>(random.below(700)), 400, known);
            QVERIFY2(known >= 0, qPrintable(QString("round %1").arg(i)));
            most = std::max(most, known);
        }
        QVERIFY(most > 500);
    }

    void power_cut_at_each_operation_of_a_new_file_and_again_in_an_old_one()
    {
        for (int nth = 1; nth < 60; nth += longRun() ? 1 : 3) {
            std::int64_t known = 0;
            (void)crashOnce(newPath(), Fault::PowerCut, nth, 6, known);
            QVERIFY2(known >= 0, qPrintable(QString("operation %1").arg(nth)));
        }
        std::string path;
        SeededRandom random(43);
        std::int64_t known = 0;
        const int rounds = longRun() ? 120 : 20;
        for (int i = 0; i < rounds; ++i) {
            if (i % kRoundsPerFile == 0) {
                path = newPath();
                known = 0;
            }
            (void)crashOnce(path, Fault::PowerCut, 1 + static_cast<int>(random.below(500)), 200, known);
            QVERIFY2(known >= 0, qPrintable(QString("round %1").arg(i)));
        }
    }

    void a_torn_first_page_is_mended_by_the_wal()
    {
        const std::string path = newPath();
        std::int64_t told = 0;
        int status = 0;
        const Child child = startChild([&](auto report) {
            auto db = openStory(path);
            for (int i = 0; i < 5; ++i) report(addStoryRow(*db).value_or(0));
            ::_exit(9); // the WAL stays
        });
        told = reap(child, status);
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(2000));
        file.write(QByteArray(2136, 'x'));
        file.close();
        auto db = openStory(path);
        VERIFY_OK(db);
        QCOMPARE(checkStory(*db).value(), told);
    }

    void an_error_of_any_operation_loses_nothing_data()
    {
        QTest::addColumn<bool>("full");
        QTest::newRow("input or output error") << false;
        QTest::newRow("full disk") << true;
    }
    void an_error_of_any_operation_loses_nothing()
    {
        QFETCH(bool, full);
        const int step = longRun() ? 1 : 4;
        int failures = 0;
        for (int nth = 1; nth < 400; nth += step) {
            const std::string path = newPath();
            std::int64_t told = 0;
            {
                auto db = openStory(path);
                VERIFY_OK(db);
                setFault(full ? Fault::Full : Fault::IoError, nth);
                bool failed = false;
                for (int i = 0; i < 12 && !failed; ++i) {
                    const auto id = addStoryRow(*db);
                    failed = !id;
                    if (id) told = *id;
                    else QVERIFY2(id.error().code == (full ? "store.full" : "store.io"), std::string(id.error().code).c_str());
                }
                const bool reached = faultOperations() >= nth;
                setFault(Fault::None, 0);
                if (failed) {
                    ++failures;
                    // The disk works again: so does the very same connection.
                    const auto id = addStoryRow(*db);
                    VERIFY_OK(id);
                    told = *id;
                }
                if (!reached) break;
            }
            auto db = openStory(path);
            VERIFY_OK(db);
            const auto found = checkStory(*db);
            VERIFY_OK(found);
            QCOMPARE(*found, told);
            db = tl::unexpected(Error{"test.closed", {}, {}});
            QFile::remove(QString::fromStdString(path));
        }
        QVERIFY(failures > 5);
    }

    void a_full_disk_at_creation_says_so_and_leaves_nothing()
    {
        const std::string path = newPath();
        setFault(Fault::Full, 1);
        const auto db = openStory(path);
        setFault(Fault::None, 0);
        QVERIFY(!db);
        QCOMPARE(db.error().code, "store.full");
        auto again = openStory(path);
        VERIFY_OK(again);
        VERIFY_OK(addStoryRow(*again));
    }

    void several_processes_share_a_database()
    {
        const std::string path = newPath();
        constexpr int kProcesses = 3, kRows = 150;
        std::vector<Child> children;
        for (int p = 0; p < kProcesses; ++p)
            children.push_back(startChild([&](auto report) {
                auto db = openStory(path, false); // all at once, the file is not there yet
                if (!db) {
                    qWarning("%s %s", std::string(db.error().code).c_str(), db.error().detail.c_str());
                    ::_exit(5);
                }
                for (int i = 0; i < kRows; ++i) {
                    const auto id = addStoryRow(*db);
                    if (!id) {
                        qWarning("%s %s", std::string(id.error().code).c_str(), id.error().detail.c_str());
                        ::_exit(6);
                    }
                    report(*id);
                    // One snapshot for all of the check's questions.
                    if (i % 10 == 0 && !db->transaction([&]() -> Result<void> {
                            BT_CHECK(checkStory(*db));
                            return {};
                        }))
                        ::_exit(7);
                }
            }));
        for (const Child& child : children) {
            int status = 0;
            (void)reap(child, status);
            QCOMPARE(status, 0);
        }
        auto db = openStory(path, false);
        VERIFY_OK(db);
        QCOMPARE(checkStory(*db).value(), kProcesses * kRows);
    }

    void a_process_that_is_killed_does_not_harm_the_others()
    {
        const std::string path = newPath();
        auto db = openStory(path, false);
        VERIFY_OK(db);
        SystemRandom random;
        std::int64_t known = 0;
        const int rounds = longRun() ? 100 : 15;
        for (int i = 0; i < rounds; ++i) {
            const Child child = startChild([&](auto report) {
                auto own = openStory(path, false);
                if (!own) ::_exit(5);
                for (;;) {
                    const auto id = addStoryRow(*own);
                    if (!id) ::_exit(6);
                    report(*id);
                }
            });
            const int mine = static_cast<int>(random.below(20));
            for (int k = 0; k < mine; ++k) {
                const auto id = addStoryRow(*db);
                VERIFY_OK(id);
                known = *id;
            }
            ::kill(child.pid, SIGKILL);
            int status = 0;
            const std::int64_t told = std::max(known, reap(child, status));
            QVERIFY(WIFSIGNALED(status));
            const auto found = checkStory(*db);
            VERIFY_OK(found);
            QVERIFY(*found >= told);
            known = *found;
        }
    }

    void killed_in_a_migration_it_is_done_once_at_the_next_start()
    {
        for (int nth = 1; nth < 200; nth += longRun() ? 1 : 7) {
            const std::string path = newPath();
            const auto migrate = [&]() -> Result<store::Database> {
                BT_TRY(auto db, store::Database::open({.path = path, .exclusive = true, .create = true}, storyKey()));
                BT_CHECK(db.migrate("m", {"CREATE TABLE a(n INTEGER)", "INSERT INTO a VALUES(1)",
                                          "ALTER TABLE a ADD b TEXT; UPDATE a SET b = 'x'", "INSERT INTO a VALUES(2, 'y')"}));
                return db;
            };
            const Child child = startChild([&](auto) {
                setFault(Fault::TearExit, nth);
                (void)migrate().has_value();
            });
            int status = 0;
            (void)reap(child, status);
            auto db = migrate();
            VERIFY_OK(db);
            auto q = db->prepare("SELECT count(*), sum(n), count(b) FROM a");
            QVERIFY(q->step().value());
            QCOMPARE(q->integer(0), 2);
            QCOMPARE(q->integer(1), 3);
            QCOMPARE(q->integer(2), 2);
            if (WIFEXITED(status) && WEXITSTATUS(status) == 0) break;
        }
    }
};

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_store_faults.moc"
