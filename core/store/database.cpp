// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "store/memory.h"
#include "store/sealed_vfs.h"

#include <sqlite3.h>

#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

#include <sys/stat.h>

namespace bt::store {

struct Database::Impl {
    std::unique_ptr<SealedVfs> vfs; // outlives the connection
    sqlite3* db = nullptr;
    int depth = 0; // of nested transactions
    std::chrono::steady_clock::time_point busySince;

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() { sqlite3_close_v2(db); }
};

namespace {

constexpr auto kBusyLongest = std::chrono::seconds(20);
constexpr int kWalFramesToCheckpoint = 512;               // half a step: commits of usual size never need a second
constexpr std::int64_t kWalLimitBytes = 32 + 1024 * 4120; // one step; a WAL that grew beyond shrinks back to it

std::string_view codeOf(sqlite3* db, int rc)
{
    switch (rc & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return "store.damaged";
    case SQLITE_FULL: return "store.full";
    case SQLITE_READONLY:
    case SQLITE_PERM: return "store.read_only";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "store.busy";
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: {
        if (rc == SQLITE_IOERR_DATA) return "store.damaged";
        const int error = db != nullptr ? sqlite3_system_errno(db) : 0;
        return error != 0 ? codeOfErrno(error) : "store.io";
    }
    default: return "store.sql";
    }
}

tl::unexpected<Error> failure(sqlite3* db, int rc)
{
    std::string detail = std::string(sqlite3_errstr(rc)) + " (" + std::to_string(rc) + ")";
    // SQLite's own words name tables and columns, never values.
    if (db != nullptr && sqlite3_extended_errcode(db) == rc) detail += std::string(": ") + sqlite3_errmsg(db);
    return fail(codeOf(db, rc), std::move(detail));
}

Result<void> exec(sqlite3* db, const char* sql)
{
    const int rc = sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK) return failure(db, sqlite3_extended_errcode(db));
    return {};
}

// Files are made in WAL mode; anything else would be somebody's damage.
Result<void> checkWal(sqlite3* db)
{
    bool wal = false;
    const auto see = [](void* out, int, char** values, char**) {
        *static_cast<bool*>(out) = std::string_view(values[0] != nullptr ? values[0] : "") == "wal";
        return 0;
    };
    if (sqlite3_exec(db, "PRAGMA journal_mode=WAL", see, &wal, nullptr) != SQLITE_OK) return failure(db, sqlite3_extended_errcode(db));
    if (!wal) return fail("store.damaged", "the file is not in WAL mode");
    return {};
}

// Waits for the other processes in short, uneven steps. SQLite's own handler sleeps up to 100 ms between looks: beside a
// process that writes without pause it always looks when the lock is taken, and gives up.
int onBusy(void* since, int count)
{
    auto& start = *static_cast<std::chrono::steady_clock::time_point*>(since);
    const auto now = std::chrono::steady_clock::now();
    if (count == 0) start = now;
    if (now - start >= kBusyLongest) return 0;
    std::this_thread::sleep_for(std::chrono::microseconds(200 + 311 * (count % 8)));
    return 1;
}

Result<void> configure(sqlite3* db, bool exclusive, bool inFile)
{
    sqlite3_extended_result_codes(db, 1);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (exclusive) BT_CHECK(exec(db, "PRAGMA locking_mode=EXCLUSIVE")); // before the WAL: then it needs no -shm file
    BT_CHECK(exec(db, "PRAGMA page_size=4096; PRAGMA temp_store=MEMORY; PRAGMA cache_spill=OFF; PRAGMA mmap_size=0"));
    if (inFile) BT_CHECK(checkWal(db));
    BT_CHECK(exec(db, "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON"));
    BT_CHECK(exec(db, ("PRAGMA wal_autocheckpoint=" + std::to_string(kWalFramesToCheckpoint) +
                       "; PRAGMA journal_size_limit=" + std::to_string(kWalLimitBytes))
                          .c_str()));
    // The first read and write: a file that cannot be read or written says so now, and the exclusive lock is ours.
    BT_CHECK(exec(db, "BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS bt_schema(component TEXT PRIMARY KEY, version INTEGER "
                      "NOT NULL) WITHOUT ROWID; COMMIT"));
    return {};
}

} // namespace

Database::Database(std::unique_ptr<Impl> impl) : m(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const OpenOptions& options, const Secret& key)
{
    configureMemory();
    auto impl = std::make_unique<Impl>();
    if (options.path.empty()) {
        const int rc = sqlite3_open_v2(":memory:", &impl->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX, nullptr);
        if (rc != SQLITE_OK) return failure(impl->db, rc);
        BT_CHECK(configure(impl->db, true, false));
        return Database(std::move(impl));
    }
    if (key.size() != 32) return fail("store.wrong_key", "the key has " + std::to_string(key.size()) + " bytes");
    struct stat info {};
    if (::stat(options.path.c_str(), &info) != 0) {
        if (errno != ENOENT) return fail(codeOfErrno(errno), "stat");
        if (!options.create) return fail("store.absent", "no such file");
        BT_CHECK(makeSealedFile(options.path, key));
    }
    impl->vfs = std::make_unique<SealedVfs>(key, !options.exclusive);
    const int rc = sqlite3_open_v2(options.path.c_str(), &impl->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE,
                                   impl->vfs->name());
    switch (impl->vfs->finding()) {
    case OpenFinding::WrongKey: return fail("store.wrong_key", "no unit of the file opens with this key");
    case OpenFinding::Damaged: return fail("store.damaged", "page 1 does not authenticate");
    case OpenFinding::None: break;
    }
    if (rc != SQLITE_OK) return failure(impl->db, rc);
    if (sqlite3_db_readonly(impl->db, "main") == 1) return fail("store.read_only", "the file cannot be written");
    if (!options.exclusive) sqlite3_busy_handler(impl->db, onBusy, &impl->busySince);
    BT_CHECK(configure(impl->db, options.exclusive, true));
    return Database(std::move(impl));
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt* stmt = nullptr;
    const int rc = sqlite3_prepare_v3(m->db, sql.data(), static_cast<int>(sql.size()), 0, &stmt, nullptr);
    if (rc != SQLITE_OK) return failure(m->db, rc);
    if (stmt == nullptr) return fail("store.sql", "empty statement");
    return Statement(stmt);
}

Result<void> Database::execute(std::string_view sql) { return exec(m->db, std::string(sql).c_str()); }

Result<void> Database::transaction(const std::function<Result<void>()>& work)
{
    // Unwinds also when `work` throws something foreign.
    struct Scope {
        Impl& impl;
        std::string begin, commit, undo;
        bool open = false;
        ~Scope()
        {
            --impl.depth;
            if (open) sqlite3_exec(impl.db, undo.c_str(), nullptr, nullptr, nullptr);
        }
    };
    const int depth = m->depth++;
    const std::string point = "bt_" + std::to_string(depth);
    Scope scope = depth == 0 ? Scope{*m, "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"}
                             : Scope{*m, "SAVEPOINT " + point, "RELEASE " + point, "ROLLBACK TO " + point + "; RELEASE " + point};
    BT_CHECK(exec(m->db, scope.begin.c_str()));
    scope.open = true;
    BT_CHECK(work());
    BT_CHECK(exec(m->db, scope.commit.c_str())); // a failed commit is rolled back by the scope
    scope.open = false;
    return {};
}

Result<void> Database::migrate(std::string_view component, const std::vector<std::string>& steps)
{
    for (;;) {
        bool done = false;
        // The version is read inside the write transaction: another process may be bringing the file up too.
        BT_CHECK(transaction([&]() -> Result<void> {
            BT_TRY(auto query, prepare("SELECT version FROM bt_schema WHERE component = ?1"));
            BT_TRY(const bool known, query.bind(component).step());
            const std::int64_t version = known ? query.integer(0) : 0;
            query.reset();
            if (version > static_cast<std::int64_t>(steps.size()))
                return fail("store.newer", {std::string(component)}, "schema version " + std::to_string(version));
            done = version == static_cast<std::int64_t>(steps.size());
            if (done) return {};
            BT_CHECK(execute(steps[static_cast<std::size_t>(version)]));
            BT_TRY(auto put, prepare("INSERT OR REPLACE INTO bt_schema(component, version) VALUES(?1, ?2)"));
            return put.bind(component).bind(version + 1).run();
        }));
        if (done) return {};
    }
}

std::int64_t Database::lastRowId() const { return sqlite3_last_insert_rowid(m->db); }
int Database::changedRows() const { return sqlite3_changes(m->db); }

Result<std::int64_t> Database::dataVersion()
{
    BT_TRY(auto query, prepare("PRAGMA data_version"));
    BT_TRY(const bool row, query.step());
    return row ? query.integer(0) : 0;
}

Result<void> Database::integrityCheck()
{
    BT_TRY(auto query, prepare("PRAGMA integrity_check(20)"));
    std::string words;
    for (;;) {
        BT_TRY(const bool row, query.step());
        if (!row) break;
        words += (words.empty() ? "" : "; ") + query.text(0);
    }
    if (words != "ok") return fail("store.damaged", words);
    return {};
}

// --- Statement -------------------------------------------------------------------------------------------------------

Statement::Statement(Statement&& other) noexcept
    : m_stmt(std::exchange(other.m_stmt, nullptr)), m_next(other.m_next), m_bindError(other.m_bindError)
{}
Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_stmt, other.m_stmt);
    m_next = other.m_next;
    m_bindError = other.m_bindError;
    return *this;
}
Statement::~Statement() { sqlite3_finalize(m_stmt); }

Statement& Statement::bind(std::int64_t value)
{
    if (const int rc = sqlite3_bind_int64(m_stmt, m_next++, value); rc != SQLITE_OK) m_bindError = rc;
    return *this;
}
Statement& Statement::bind(std::string_view text)
{
    const char* data = text.data() != nullptr ? text.data() : ""; // a null pointer would bind NULL
    const int rc = sqlite3_bind_text64(m_stmt, m_next++, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (rc != SQLITE_OK) m_bindError = rc;
    return *this;
}
Statement& Statement::bind(ByteView blob)
{
    const void* data = blob.data() != nullptr ? static_cast<const void*>(blob.data()) : "";
    const int rc = sqlite3_bind_blob64(m_stmt, m_next++, data, blob.size(), SQLITE_TRANSIENT);
    if (rc != SQLITE_OK) m_bindError = rc;
    return *this;
}
Statement& Statement::bindNull()
{
    if (const int rc = sqlite3_bind_null(m_stmt, m_next++); rc != SQLITE_OK) m_bindError = rc;
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindError != 0) return failure(sqlite3_db_handle(m_stmt), m_bindError);
    const int rc = sqlite3_step(m_stmt);
    if (rc == SQLITE_ROW) return true;
    if (rc == SQLITE_DONE) return false;
    auto why = failure(sqlite3_db_handle(m_stmt), rc);
    sqlite3_reset(m_stmt); // gives back its locks
    return why;
}

Result<void> Statement::run()
{
    for (;;) {
        BT_TRY(const bool row, step());
        if (!row) return {};
    }
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_stmt, column); }
std::string Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_stmt, column));
    return data == nullptr ? std::string() : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(m_stmt, column)));
}
Bytes Statement::blob(int column) const
{
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_stmt, column));
    return data == nullptr ? Bytes() : Bytes(data, data + sqlite3_column_bytes(m_stmt, column));
}
bool Statement::isNull(int column) const { return sqlite3_column_type(m_stmt, column) == SQLITE_NULL; }
void Statement::reset()
{
    sqlite3_reset(m_stmt);
    sqlite3_clear_bindings(m_stmt);
    m_next = 1;
    m_bindError = 0;
}

} // namespace bt::store
