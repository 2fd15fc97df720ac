// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Private to store: one file whose bytes lie sealed on disk, as SQLite sees it. Offsets and sizes given to its
//! functions are logical; return values are SQLite result codes. One thread at a time.
#pragma once

#include "base/bytes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

struct sqlite3_file;

namespace bt::store {

//! Which file of a database; authenticated in every unit, so that units cannot wander between files.
enum class FileKind : std::uint8_t { Main = 1, Wal = 2, Journal = 3, Temporary = 4 };

//! How logical bytes are cut into sealed units. Every unit lies on disk as nonce (24), ciphertext, tag (16). Unit 0 of
//! a WAL is its header and every other unit is one frame, so that appending a frame never rewrites an earlier one;
//! elsewhere a unit is a page.
struct Layout {
    std::int64_t head; //!< size of unit 0 if it differs, else 0
    std::int64_t unit; //!< size of the others

    [[nodiscard]] std::int64_t indexOf(std::int64_t offset) const;
    [[nodiscard]] std::int64_t sizeOf(std::int64_t index) const;
    [[nodiscard]] std::int64_t startOf(std::int64_t index) const;     //!< logical offset
    [[nodiscard]] std::int64_t diskStartOf(std::int64_t index) const; //!< offset on disk
    [[nodiscard]] std::int64_t wholeUnits(std::int64_t diskBytes) const;
};

inline constexpr std::int64_t kFrameHeadBytes = 24;
inline constexpr std::int64_t kMaxUnitBytes = 4096 + kFrameHeadBytes;
inline constexpr std::int64_t kSealBytes = 24 + 16;

//! Seals one unit: `disk` gets nonce, ciphertext and tag (plain.size() + kSealBytes bytes).
void sealUnit(ByteView key, FileKind kind, std::int64_t index, ByteView plain, std::span<std::uint8_t> disk);

class SealedFile
{
public:
    //! \param inner an opened file of the VFS below; closed by close(). \param key 32 bytes, outlives the file.
    //! \param torn  retry reads that do not authenticate: another process may be writing
    SealedFile(sqlite3_file* inner, FileKind kind, ByteView key, bool torn, std::string path);

    [[nodiscard]] int close();
    [[nodiscard]] int read(void* to, int amount, std::int64_t offset);
    [[nodiscard]] int write(const void* from, int amount, std::int64_t offset);
    [[nodiscard]] int truncate(std::int64_t size);
    [[nodiscard]] int sync(int flags);
    [[nodiscard]] int size(std::int64_t& bytes);
    [[nodiscard]] sqlite3_file* inner() const { return m_inner; }

    enum class State { Readable, WrongKey, Damaged, Io };
    //! Looks at unit 0 of the main file, and at others if it cannot be read, to tell a wrong key from damage.
    [[nodiscard]] State examine();

private:
    int load(std::int64_t index, std::span<std::uint8_t> plain);
    int loadOnce(std::int64_t index, std::span<std::uint8_t> plain);
    int store(std::int64_t index, ByteView plain);
    int grow(std::int64_t units);
    int flush();
    int innerSize(std::int64_t& bytes) const;
    [[nodiscard]] bool walIsThere() const;

    sqlite3_file* m_inner;
    FileKind m_kind;
    Layout m_layout;
    ByteView m_key;
    bool m_torn;
    std::string m_path;
    bool m_headFromWal = false;  // page 1 is torn on disk, but the WAL holds it
    std::int64_t m_pending = -1; // WAL: unit whose frame header waits for its page
    std::array<std::uint8_t, kFrameHeadBytes> m_pendingHead{};
    std::array<std::uint8_t, kMaxUnitBytes + kSealBytes> m_disk{};
};

} // namespace bt::store
