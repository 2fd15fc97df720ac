// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! SQLite behind a page-sealing VFS: the only includer of sqlite3.h. On disk every sector is XChaCha20-Poly1305 with
//! its number authenticated, the WAL too, and files grow in steps of 4 MiB, so that neither content nor counts show.
//! Pure C++; no Qt. Thread safety: a Database belongs to one thread at a time.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "base/secret.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3_stmt;

namespace bt::store {

class Database;

//! A prepared statement; bind in order from 1, then step. Errors of binding surface in step().
class Statement
{
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();
    Statement& bind(std::int64_t value);
    Statement& bind(std::string_view text);
    Statement& bind(ByteView blob);
    Statement& bindNull();
    //! \returns true with a row, false when done; "store.*" on failure.
    [[nodiscard]] Result<bool> step();
    //! Steps to the end. For statements without rows.
    [[nodiscard]] Result<void> run();
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Bytes blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    void reset();

private:
    friend class Database;
    explicit Statement(sqlite3_stmt* stmt) : m_stmt(stmt) {}
    sqlite3_stmt* m_stmt = nullptr;
    int m_next = 1;
    int m_bindError = 0;
};

struct OpenOptions {
    std::string path;      //!< UTF-8; "" for a database in memory (no key needed)
    bool exclusive = true; //!< one process (no shared-memory file); false: several processes (WAL with -shm)
    bool create = true;
};

//! Codes: "store.wrong_key" (file is not ours, or the key is wrong), "store.damaged", "store.full" (disk full),
//! "store.read_only", "store.busy", "store.io", "store.newer" (written by a newer version), "store.sql".
class Database
{
public:
    //! \param key 32 bytes; empty only for a database in memory.
    [[nodiscard]] static Result<Database> open(const OpenOptions& options, const Secret& key);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    [[nodiscard]] Result<void> execute(std::string_view sql); //!< one or more statements without parameters
    //! Runs `work` in one write transaction (BEGIN IMMEDIATE): commits if it returns a value, rolls back on error.
    //! Nested calls join the outer transaction.
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>()>& work);
    //! Brings the schema of `component` up to steps.size(): step i moves from version i to i + 1, each in its own
    //! transaction; the version is kept in a table. "store.newer" if the file is beyond.
    [[nodiscard]] Result<void> migrate(std::string_view component, const std::vector<std::string>& steps);
    [[nodiscard]] std::int64_t lastRowId() const;
    [[nodiscard]] int changedRows() const;
    //! A number that changes when another connection has committed (PRAGMA data_version).
    [[nodiscard]] Result<std::int64_t> dataVersion();
    [[nodiscard]] Result<void> integrityCheck(); //!< "store.damaged" with SQLite's words in detail

private:
    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m;
};

} // namespace bt::store
