// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Private to vault: the few small files of a profile folder that are not the database. Every write is atomic and
//! durable: the old content stands until the new is on the disk. Codes: "store.full", "store.read_only", "store.io".
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <optional>
#include <string>

namespace bt::vault {

//! Makes the folder (and those above) with mode 0700.
[[nodiscard]] Result<void> makeFolder(const std::string& folder);
//! \returns the whole content; nothing if there is no such file. Files above 64 KiB are "store.io".
[[nodiscard]] Result<std::optional<Bytes>> readSmallFile(const std::string& path);
//! Writes `path`-new, syncs it, renames it over `path`, syncs the folder.
[[nodiscard]] Result<void> replaceSmallFile(const std::string& path, ByteView content);

//! An exclusive lock on a file for as long as it lives; the kernel lets go when the process dies.
class FolderLock
{
public:
    FolderLock() = default;
    //! "vault.in_use" if another process (or another vault of this one) has it.
    [[nodiscard]] static Result<FolderLock> take(const std::string& path);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;
    ~FolderLock();

private:
    int m_fd = -1;
};

} // namespace bt::vault
