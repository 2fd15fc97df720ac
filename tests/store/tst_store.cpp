// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "store/database.h"

#include <QtTest>

#include <fstream>
#include <map>

#include <sys/wait.h>
#include <unistd.h>

using namespace bt;
using store::Database;

namespace {

Secret keyOf(std::uint8_t fill)
{
    Secret key(32);
    std::fill(key.data(), key.data() + key.size(), fill);
    return key;
}

#define VERIFY_OK(expr)                                                                                                                    \
    do {                                                                                                                                   \
        const auto& verifyOk_ = (expr);                                                                                                    \
        QVERIFY2(verifyOk_.has_value(), verifyOk_ ? "" : (std::string(verifyOk_.error().code) + ": " + verifyOk_.error().detail).c_str()); \
    } while (false)

QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::map<QString, qint64> sizesIn(const QString& folder)
{
    std::map<QString, qint64> out;
    for (const auto& info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) out[info.fileName()] = info.size();
    return out;
}

} // namespace

class TestStore : public QObject
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
    static Result<Database> openAt(const std::string& path, std::uint8_t key = 7, bool exclusive = true, bool create = true)
    {
        return Database::open({.path = path, .exclusive = exclusive, .create = create}, keyOf(key));
    }

private slots:
    void values_of_every_kind_come_back_after_reopening()
    {
        const std::string path = newPath();
        Bytes megabyte(1 << 20);
        SeededRandom(3).fill(megabyte);
        {
            auto db = openAt(path);
            VERIFY_OK(db);
            VERIFY_OK(db->execute("CREATE TABLE t(id INTEGER PRIMARY KEY, n INTEGER, s TEXT, b BLOB, z BLOB, e TEXT)"));
            auto put = db->prepare("INSERT INTO t(n, s, b, z, e) VALUES(?, ?, ?, ?, ?)");
            VERIFY_OK(put);
            VERIFY_OK(put->bind(std::int64_t{-5})
                          .bind(std::string_view("Grüße"))
                          .bind(ByteView(megabyte))
                          .bindNull()
                          .bind(std::string_view())
                          .run());
            QCOMPARE(db->lastRowId(), 1);
            QCOMPARE(db->changedRows(), 1);
            put->reset();
            VERIFY_OK(put->bind(std::int64_t{6}).bind(std::string_view("x")).bind(ByteView()).bindNull().bind(std::string_view("y")).run());
        }
        auto db = openAt(path);
        VERIFY_OK(db);
        auto get = db->prepare("SELECT n, s, b, z, e, typeof(e) FROM t ORDER BY id");
        VERIFY_OK(get);
        QVERIFY(get->step().value());
        QCOMPARE(get->integer(0), -5);
        QCOMPARE(get->text(1), std::string("Grüße"));
        QVERIFY(get->blob(2) == megabyte);
        QVERIFY(get->isNull(3));
        QCOMPARE(get->text(4), std::string());
        QCOMPARE(get->text(5), std::string("text"));
        QVERIFY(get->step().value());
        QVERIFY(!get->isNull(2));
        QVERIFY(get->blob(2).empty());
        QVERIFY(!get->step().value());
        VERIFY_OK(db->integrityCheck());
    }

    void a_memory_database_needs_no_key_and_no_file()
    {
        auto db = Database::open({.path = ""}, Secret());
        VERIFY_OK(db);
        VERIFY_OK(db->execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)"));
    }

    void a_wrong_bind_index_and_bad_sql_are_errors_not_crashes()
    {
        auto db = Database::open({.path = ""}, Secret());
        auto one = db->prepare("SELECT ?1");
        VERIFY_OK(one);
        QCOMPARE(one->bind(std::int64_t{1}).bind(std::int64_t{2}).step().error().code, "store.sql");
        QCOMPARE(db->prepare("SELEC").error().code, "store.sql");
        QCOMPARE(db->prepare("").error().code, "store.sql");
        QCOMPARE(db->execute("CREATE TABLE").error().code, "store.sql");
    }

    void a_transaction_keeps_all_or_nothing_and_nested_ones_roll_back_alone()
    {
        auto db = openAt(newPath());
        VERIFY_OK(db->execute("CREATE TABLE t(a INTEGER)"));
        const auto count = [&] {
            auto q = db->prepare("SELECT count(*) FROM t");
            return q->step().value() ? q->integer(0) : -1;
        };
        QCOMPARE(db->transaction([&]() -> Result<void> {
                       BT_CHECK(db->execute("INSERT INTO t VALUES(1)"));
                       return fail("test.no");
                   })
                     .error()
                     .code,
                 "test.no");
        QCOMPARE(count(), 0);
        VERIFY_OK(db->transaction([&]() -> Result<void> {
            BT_CHECK(db->execute("INSERT INTO t VALUES(1)"));
            const auto inner = db->transaction([&]() -> Result<void> {
                BT_CHECK(db->execute("INSERT INTO t VALUES(2)"));
                return fail("test.inner");
            });
            if (inner) return fail("test.wrong");
            return db->transaction([&] { return db->execute("INSERT INTO t VALUES(3)"); });
        }));
        QCOMPARE(count(), 2);
    }

    void migrations_run_once_in_order_and_a_newer_file_is_refused()
    {
        const std::string path = newPath();
        {
            auto db = openAt(path);
            VERIFY_OK(db->migrate("visits", {"CREATE TABLE v(a)"}));
            VERIFY_OK(db->migrate("other", {"CREATE TABLE o(a)"}));
        }
        {
            auto db = openAt(path);
            VERIFY_OK(db->migrate("visits", {"CREATE TABLE v(a)", "ALTER TABLE v ADD b; INSERT INTO v VALUES(1, 2)"}));
            VERIFY_OK(db->migrate("visits", {"CREATE TABLE v(a)", "ALTER TABLE v ADD b; INSERT INTO v VALUES(1, 2)"}));
            auto q = db->prepare("SELECT count(*) FROM v WHERE b = 2");
            QVERIFY(q->step().value());
            QCOMPARE(q->integer(0), 1);
            // A step that fails half-way leaves the version before it.
            QCOMPARE(db->migrate("other", {"CREATE TABLE o(a)", "CREATE TABLE p(a); BROKEN"}).error().code, "store.sql");
        }
        auto db = openAt(path);
        VERIFY_OK(db->migrate("other", {"CREATE TABLE o(a)", "CREATE TABLE p(a)"}));
        QCOMPARE(db->migrate("visits", {"CREATE TABLE v(a)"}).error().code, "store.newer");
    }

    void a_wrong_key_a_foreign_file_and_a_missing_file_have_their_own_codes()
    {
        const std::string path = newPath();
        QCOMPARE(openAt(path, 7, true, false).error().code, "store.absent");
        {
            auto db = openAt(path);
            VERIFY_OK(db->execute("CREATE TABLE t(a)"));
        }
        const auto before = fileBytes(QString::fromStdString(path));
        QCOMPARE(openAt(path, 8).error().code, "store.wrong_key");
        QCOMPARE(Database::open({.path = path}, Secret(5)).error().code, "store.wrong_key");
        QVERIFY(fileBytes(QString::fromStdString(path)) == before);
        const std::string other = newPath();
        std::ofstream(other) << "a letter that is not a database";
        QCOMPARE(openAt(other).error().code, "store.wrong_key");
        QCOMPARE(fileBytes(QString::fromStdString(other)), QByteArray("a letter that is not a database"));
        QCOMPARE(openAt(newPath() + "/nowhere/data").error().code, "store.io");
    }

    void a_damaged_sector_is_reported_and_never_read()
    {
        const std::string path = newPath();
        {
            auto db = openAt(path);
            VERIFY_OK(db->execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b BLOB);"
                                  "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 200) "
                                  "INSERT INTO t SELECT i, randomblob(3000) FROM c"));
        }
        const auto flip = [&](qint64 at) {
            QFile file(QString::fromStdString(path));
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek(at);
            char c = 0;
            file.getChar(&c);
            file.seek(at);
            file.putChar(static_cast<char>(c ^ 1));
        };
        constexpr qint64 kStride = 4136;
        // Every byte of a unit counts: nonce, ciphertext and tag.
        for (const qint64 at : {qint64{5}, qint64{300}, kStride - 3}) {
            flip(at);
            QCOMPARE(openAt(path).error().code, "store.damaged");
            flip(at);
        }
        // Two sectors exchanged: both authentic, but not where they lie.
        flip(40 * kStride + 100);
        {
            auto db = openAt(path);
            VERIFY_OK(db);
            auto q = db->prepare("SELECT sum(length(b)) FROM t");
            QCOMPARE(q->step().error().code, "store.damaged");
            const auto check = db->integrityCheck();
            QVERIFY(!check);
            QCOMPARE(check.error().code, "store.damaged");
        }
        flip(40 * kStride + 100);
        {
            auto bytes = fileBytes(QString::fromStdString(path));
            const auto a = bytes.mid(40 * kStride, kStride), b = bytes.mid(41 * kStride, kStride);
            QFile file(QString::fromStdString(path));
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek(40 * kStride);
            file.write(b + a);
        }
        auto db = openAt(path);
        VERIFY_OK(db);
        auto q = db->prepare("SELECT sum(length(b)) FROM t");
        QCOMPARE(q->step().error().code, "store.damaged");
    }

    void a_second_process_finds_a_persona_database_busy()
    {
        const std::string path = newPath();
        auto db = openAt(path);
        VERIFY_OK(db);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto second = openAt(path);
            ::_exit(!second && second.error().code == "store.busy" ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        VERIFY_OK(db->execute("CREATE TABLE t(a)"));
    }

    void a_read_only_folder_or_file_says_so()
    {
        const std::string path = newPath();
        {
            auto db = openAt(path);
            VERIFY_OK(db->execute("CREATE TABLE t(a)"));
        }
        const QString folder = QFileInfo(QString::fromStdString(path)).path();
        // The superuser may write anywhere: the child is somebody else.
        const auto asNobody = [&](const std::string& file) -> int {
            const pid_t child = ::fork();
            if (child == 0) {
                if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(3);
                const auto db = openAt(file);
                ::_exit(!db && db.error().code == "store.read_only" ? 0 : 1);
            }
            int status = 0;
            ::waitpid(child, &status, 0);
            return status;
        };
        QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7555));
        QFile::setPermissions(folder, QFile::Permissions(0x5555));
        QCOMPARE(asNobody(folder.toStdString() + "/fresh"), 0);
        QFile::setPermissions(QString::fromStdString(path), QFile::Permissions(0x6666));
        QCOMPARE(asNobody(path), 0); // the file may be written, its WAL cannot be made
        QFile::setPermissions(QString::fromStdString(path), QFile::Permissions(0x4444));
        QCOMPARE(asNobody(path), 0);
        QFile::setPermissions(folder, QFile::Permissions(0x7700));
    }

    void nothing_readable_lies_on_disk_and_no_extra_files()
    {
        const std::string path = newPath();
        const QString folder = QFileInfo(QString::fromStdString(path)).path();
        auto db = openAt(path);
        VERIFY_OK(db->execute("CREATE TABLE canary_table(canary_column TEXT)"));
        for (int i = 0; i < 300; ++i)
            VERIFY_OK(db->transaction([&] { return db->execute("INSERT INTO canary_table VALUES('CanaryNoteAboutSleep')"); }));
        VERIFY_OK(db->execute("DELETE FROM canary_table WHERE rowid % 3 = 0"));
        const auto scan = [&] {
            for (const auto& info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
                const auto bytes = fileBytes(info.filePath());
                for (const char* word : {"canary", "Canary", "SQLite", "CREATE", "AboutSleep"})
                    QVERIFY2(!bytes.contains(word), qPrintable(info.fileName() + ": " + word));
                QVERIFY2(!bytes.contains(QByteArray(16, '\0')), qPrintable(info.fileName()));
                QVERIFY2(!bytes.contains(QByteArray::fromHex("377f0682")) && !bytes.contains(QByteArray::fromHex("377f0683")),
                         "a WAL header shows");
            }
        };
        scan();
        QCOMPARE(sizesIn(folder).size(), std::size_t{2}); // data, data-wal: no -shm, no journal
        db = openAt(newPath());                           // closes the first
        scan();
        QCOMPARE(sizesIn(folder).size(), std::size_t{1});
    }

    void one_row_and_five_thousand_look_the_same()
    {
        std::vector<std::map<QString, qint64>> open, closed;
        for (const int rows : {1, 5000}) {
            const std::string path = newPath();
            const QString folder = QFileInfo(QString::fromStdString(path)).path();
            {
                auto db = openAt(path);
                VERIFY_OK(db->execute("CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT)"));
                auto put = db->prepare("INSERT INTO t(body) VALUES(?)");
                for (int i = 0; i < rows; ++i) {
                    put->reset();
                    VERIFY_OK(put->bind(std::string_view("See you at ten, and thank you for asking.")).run());
                }
                open.push_back(sizesIn(folder));
            }
            closed.push_back(sizesIn(folder));
        }
        QVERIFY(open[0] == open[1]);
        QVERIFY(closed[0] == closed[1]);
        QCOMPARE(closed[0].at("data"), qint64{1024 * 4136});
    }

    void the_files_grow_in_whole_steps_and_a_long_wal_shrinks_again()
    {
        const std::string path = newPath();
        auto db = openAt(path);
        VERIFY_OK(db->execute("CREATE TABLE t(b BLOB)"));
        VERIFY_OK(db->execute("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 12) "
                              "INSERT INTO t SELECT randomblob(1000000) FROM c"));
        const QString wal = QString::fromStdString(path) + "-wal";
        QCOMPARE((QFileInfo(wal).size() - 72 + 4160) % (1024 * 4160), 0);
        QVERIFY(QFileInfo(wal).size() > 2 * 1024 * 4160);
        VERIFY_OK(db->execute("INSERT INTO t VALUES(1)"));
        VERIFY_OK(db->execute("INSERT INTO t VALUES(2)"));
        QVERIFY(QFileInfo(wal).size() <= 2 * 1024 * 4160);
        QCOMPARE(QFileInfo(QString::fromStdString(path)).size() % (1024 * 4136), 0);
        VERIFY_OK(db->integrityCheck());
    }

    void data_version_moves_when_another_connection_commits()
    {
        const std::string path = newPath();
        auto a = openAt(path, 7, false), b = openAt(path, 7, false);
        VERIFY_OK(a);
        VERIFY_OK(b);
        VERIFY_OK(a->execute("CREATE TABLE t(a)"));
        const auto before = b->dataVersion().value();
        QCOMPARE(b->dataVersion().value(), before);
        VERIFY_OK(a->execute("INSERT INTO t VALUES(1)"));
        QVERIFY(b->dataVersion().value() != before);
        auto q = b->prepare("SELECT count(*) FROM t");
        QVERIFY(q->step().value());
        QCOMPARE(q->integer(0), 1);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
