// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Private to store: the SQLite VFS that seals what it writes. See DESIGN.md for the layout and the argument.
//! One VFS object a connection, so that its key lives exactly as long as the connection.
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <atomic>
#include <memory>
#include <string>

struct sqlite3_vfs;

namespace bt::store {

inline constexpr int kPageBytes = 4096;    //!< SQLite page, and sector of every file but the WAL
inline constexpr int kUnitsPerStep = 1024; //!< files grow by so many sealed units at once (4 MiB)

//! What the main file turned out to be when SQLite opened it.
enum class OpenFinding { None, WrongKey, Damaged };

//! A registered VFS over the default one (looked up at construction). Not copyable; outlives its connections.
class SealedVfs
{
public:
    //! \param key 32 bytes. \param shared whether other processes may write to the files at the same time.
    SealedVfs(const Secret& key, bool shared);
    ~SealedVfs();
    SealedVfs(const SealedVfs&) = delete;
    SealedVfs& operator=(const SealedVfs&) = delete;

    [[nodiscard]] const char* name() const { return m_name.c_str(); }
    [[nodiscard]] OpenFinding finding() const { return m_finding; }
    void found(OpenFinding finding) { m_finding = finding; }
    [[nodiscard]] ByteView key() const { return m_key.view(); }
    [[nodiscard]] bool shared() const { return m_shared; }
    [[nodiscard]] sqlite3_vfs* base() const { return m_base; }

private:
    std::string m_name;
    Secret m_key;
    bool m_shared;
    OpenFinding m_finding = OpenFinding::None;
    sqlite3_vfs* m_base = nullptr;
    std::unique_ptr<sqlite3_vfs> m_vfs;
};

//! Makes `path` as an empty sealed database file, all at once (a process that dies leaves no half file). Succeeds if
//! another process was faster. "store.full", "store.read_only", "store.io".
[[nodiscard]] Result<void> makeSealedFile(const std::string& path, const Secret& key);

//! The code for an errno of a file call.
[[nodiscard]] std::string_view codeOfErrno(int error);

} // namespace bt::store
