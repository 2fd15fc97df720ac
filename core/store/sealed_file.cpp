// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sealed_file.h"

#include "base/random.h"
#include "crypto/aead.h"
#include "store/sealed_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

#include <sys/stat.h>

namespace bt::store {
namespace {

constexpr std::int64_t kWalHeadBytes = 32;
constexpr int kTornTries = 200; // 2 ms each: far above any pause of a writer between two pages of its write

Layout layoutOf(FileKind kind)
{
    if (kind == FileKind::Wal) return {kWalHeadBytes, kFrameHeadBytes + kPageBytes};
    return {0, kPageBytes};
}

std::array<std::uint8_t, 9> associated(FileKind kind, std::int64_t index)
{
    std::array<std::uint8_t, 9> out{static_cast<std::uint8_t>(kind)};
    for (std::size_t i = 0; i < 8; ++i) out[i + 1] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(index) >> (8 * i));
    return out;
}

bool openUnit(ByteView key, FileKind kind, std::int64_t index, ByteView disk, std::span<std::uint8_t> plain)
{
    crypto::XNonce nonce;
    std::memcpy(nonce.data(), disk.data(), crypto::XNonce::size);
    std::memcpy(plain.data(), disk.data() + crypto::XNonce::size, plain.size());
    const ByteView tag = disk.subspan(crypto::XNonce::size + plain.size(), crypto::kTagBytes);
    return crypto::xopenInPlace(key, nonce, associated(kind, index), plain, tag);
}

} // namespace

std::int64_t Layout::indexOf(std::int64_t offset) const
{
    if (head == 0) return offset / unit;
    return offset < head ? 0 : 1 + (offset - head) / unit;
}
std::int64_t Layout::sizeOf(std::int64_t index) const { return head != 0 && index == 0 ? head : unit; }
std::int64_t Layout::startOf(std::int64_t index) const
{
    if (head == 0) return index * unit;
    return index == 0 ? 0 : head + (index - 1) * unit;
}
std::int64_t Layout::diskStartOf(std::int64_t index) const { return startOf(index) + index * kSealBytes; }
std::int64_t Layout::wholeUnits(std::int64_t diskBytes) const
{
    if (head == 0) return diskBytes / (unit + kSealBytes);
    if (diskBytes < head + kSealBytes) return 0;
    return 1 + (diskBytes - head - kSealBytes) / (unit + kSealBytes);
}

void sealUnit(ByteView key, FileKind kind, std::int64_t index, ByteView plain, std::span<std::uint8_t> disk)
{
    SystemRandom random;
    const auto nonce = random.fixed<crypto::XNonce>();
    std::memcpy(disk.data(), nonce.data(), crypto::XNonce::size);
    const auto body = disk.subspan(crypto::XNonce::size, plain.size());
    std::memcpy(body.data(), plain.data(), plain.size());
    crypto::xsealInPlace(key, nonce, associated(kind, index), body, disk.subspan(crypto::XNonce::size + plain.size(), crypto::kTagBytes));
}

SealedFile::SealedFile(sqlite3_file* inner, FileKind kind, ByteView key, bool torn, std::string path)
    : m_inner(inner), m_kind(kind), m_layout(layoutOf(kind)), m_key(key), m_torn(torn), m_path(std::move(path))
{}

int SealedFile::close()
{
    const int flushed = flush();
    const int closed = m_inner->pMethods->xClose(m_inner);
    return flushed != SQLITE_OK ? flushed : closed;
}

int SealedFile::innerSize(std::int64_t& bytes) const
{
    sqlite3_int64 size = 0;
    const int rc = m_inner->pMethods->xFileSize(m_inner, &size);
    bytes = size;
    return rc;
}

// SQLITE_OK, SQLITE_IOERR_SHORT_READ beyond the end, SQLITE_IOERR_DATA if the unit does not authenticate.
int SealedFile::loadOnce(std::int64_t index, std::span<std::uint8_t> plain)
{
    const auto diskBytes = plain.size() + static_cast<std::size_t>(kSealBytes);
    const int rc = m_inner->pMethods->xRead(m_inner, m_disk.data(), static_cast<int>(diskBytes), m_layout.diskStartOf(index));
    if (rc != SQLITE_OK) return rc;
    return openUnit(m_key, m_kind, index, {m_disk.data(), diskBytes}, plain) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int SealedFile::load(std::int64_t index, std::span<std::uint8_t> plain)
{
    int rc = loadOnce(index, plain);
    // Files of several processes: a reader may meet the halves of a write that is under way.
    for (int i = 0; m_torn && rc == SQLITE_IOERR_DATA && i < kTornTries; ++i) {
        sqlite3_sleep(2);
        rc = loadOnce(index, plain);
    }
    return rc;
}

int SealedFile::store(std::int64_t index, ByteView plain)
{
    const auto diskBytes = plain.size() + static_cast<std::size_t>(kSealBytes);
    sealUnit(m_key, m_kind, index, plain, {m_disk.data(), diskBytes});
    return m_inner->pMethods->xWrite(m_inner, m_disk.data(), static_cast<int>(diskBytes), m_layout.diskStartOf(index));
}

int SealedFile::read(void* to, int amount, std::int64_t offset)
{
    if (const int rc = flush(); rc != SQLITE_OK) return rc;
    auto* out = static_cast<std::uint8_t*>(to);
    std::int64_t left = amount;
    std::array<std::uint8_t, kMaxUnitBytes> plain;
    while (left > 0) {
        const std::int64_t index = m_layout.indexOf(offset);
        const std::int64_t unit = m_layout.sizeOf(index);
        const std::int64_t from = offset - m_layout.startOf(index);
        const std::int64_t count = std::min(left, unit - from);
        const int rc = load(index, {plain.data(), static_cast<std::size_t>(unit)});
        if (rc == SQLITE_IOERR_SHORT_READ) {
            std::memset(out, 0, static_cast<std::size_t>(left));
            return rc;
        }
        if (rc == SQLITE_IOERR_DATA) {
            // Pages of the WAL are read by their exact size; recovery reads the header and whole frames and takes
            // zeros for the torn tail that they are. Page 1 of the main file may be torn while the WAL holds it:
            // then only its head is asked for, to learn the page size, whose default is ours.
            const bool tail = m_kind == FileKind::Journal || (m_kind == FileKind::Wal && amount != kPageBytes);
            const bool head = m_headFromWal && index == 0 && amount < kPageBytes;
            if (!tail && !head) return rc;
            std::memset(plain.data(), 0, static_cast<std::size_t>(unit));
        } else if (rc != SQLITE_OK) {
            return rc;
        }
        std::memcpy(out, plain.data() + from, static_cast<std::size_t>(count));
        out += count;
        offset += count;
        left -= count;
    }
    return SQLITE_OK;
}

int SealedFile::write(const void* from, int amount, std::int64_t offset)
{
    const auto* in = static_cast<const std::uint8_t*>(from);
    if (amount <= 0) return SQLITE_OK;
    std::array<std::uint8_t, kMaxUnitBytes> plain;

    // SQLite writes a frame as header and page; sealing them together halves the work and never rewrites a unit.
    if (m_kind == FileKind::Wal && m_pending >= 0) {
        if (amount == kPageBytes && offset == m_layout.startOf(m_pending) + kFrameHeadBytes) {
            std::memcpy(plain.data(), m_pendingHead.data(), m_pendingHead.size());
            std::memcpy(plain.data() + kFrameHeadBytes, in, kPageBytes);
            const std::int64_t index = m_pending;
            m_pending = -1;
            return store(index, {plain.data(), static_cast<std::size_t>(kFrameHeadBytes + kPageBytes)});
        }
        if (const int rc = flush(); rc != SQLITE_OK) return rc;
    }
    if (const int rc = grow(m_layout.indexOf(offset + amount - 1) + 1); rc != SQLITE_OK) return rc;
    if (m_kind == FileKind::Wal && amount == kFrameHeadBytes && offset >= kWalHeadBytes &&
        offset == m_layout.startOf(m_layout.indexOf(offset))) {
        m_pending = m_layout.indexOf(offset);
        std::memcpy(m_pendingHead.data(), in, m_pendingHead.size());
        return SQLITE_OK;
    }
    std::int64_t left = amount;
    while (left > 0) {
        const std::int64_t index = m_layout.indexOf(offset);
        const std::int64_t unit = m_layout.sizeOf(index);
        const std::int64_t at = offset - m_layout.startOf(index);
        const std::int64_t count = std::min(left, unit - at);
        const std::span<std::uint8_t> whole{plain.data(), static_cast<std::size_t>(unit)};
        if (count < unit) {
            const int rc = load(index, whole);
            if (rc == SQLITE_IOERR_DATA && m_kind != FileKind::Main) std::ranges::fill(whole, std::uint8_t{0});
            else if (rc != SQLITE_OK) return rc;
        }
        std::memcpy(plain.data() + at, in, static_cast<std::size_t>(count));
        if (const int rc = store(index, whole); rc != SQLITE_OK) return rc;
        if (m_kind == FileKind::Main && index == 0) m_headFromWal = false;
        in += count;
        offset += count;
        left -= count;
    }
    return SQLITE_OK;
}

// A frame header without its page: seal what is there. Does not happen in SQLite's order of calls, but must not lose.
int SealedFile::flush()
{
    if (m_pending < 0) return SQLITE_OK;
    const std::int64_t index = m_pending;
    m_pending = -1;
    std::array<std::uint8_t, kMaxUnitBytes> plain{};
    const std::span<std::uint8_t> whole{plain.data(), static_cast<std::size_t>(m_layout.unit)};
    const int rc = load(index, whole);
    if (rc == SQLITE_IOERR_DATA) std::ranges::fill(whole, std::uint8_t{0});
    else if (rc != SQLITE_OK) return rc;
    std::memcpy(plain.data(), m_pendingHead.data(), m_pendingHead.size());
    return store(index, whole);
}

// Makes room for `units`, in whole steps of units that hold sealed zeros: used and unused look alike.
int SealedFile::grow(std::int64_t units)
{
    std::int64_t bytes = 0;
    if (const int rc = innerSize(bytes); rc != SQLITE_OK) return rc;
    const std::int64_t have = m_layout.wholeUnits(bytes);
    if (units <= have) return SQLITE_OK;
    const std::int64_t want = (units + kUnitsPerStep - 1) / kUnitsPerStep * kUnitsPerStep;
    constexpr std::int64_t kBatch = 16;
    const Bytes zeros(static_cast<std::size_t>(kMaxUnitBytes), 0);
    Bytes batch;
    for (std::int64_t index = have; index < want;) {
        const std::int64_t end = std::min(want, index + kBatch);
        const std::int64_t start = m_layout.diskStartOf(index);
        batch.resize(static_cast<std::size_t>(m_layout.diskStartOf(end) - start));
        std::size_t at = 0;
        for (; index < end; ++index) {
            const auto unit = static_cast<std::size_t>(m_layout.sizeOf(index));
            const auto disk = unit + static_cast<std::size_t>(kSealBytes);
            sealUnit(m_key, m_kind, index, ByteView(zeros).first(unit), std::span(batch).subspan(at, disk));
            at += disk;
        }
        const int rc = m_inner->pMethods->xWrite(m_inner, batch.data(), static_cast<int>(batch.size()), start);
        if (rc != SQLITE_OK) {
            m_inner->pMethods->xTruncate(m_inner, bytes); // give a full disk its room back
            return rc;
        }
    }
    return SQLITE_OK;
}

int SealedFile::truncate(std::int64_t size)
{
    if (const int rc = flush(); rc != SQLITE_OK) return rc;
    std::int64_t bytes = 0;
    if (const int rc = innerSize(bytes); rc != SQLITE_OK) return rc;
    const std::int64_t units = size <= 0 ? 0 : m_layout.indexOf(size - 1) + 1;
    const std::int64_t steps = (units + kUnitsPerStep - 1) / kUnitsPerStep;
    const std::int64_t target = m_layout.diskStartOf(steps * kUnitsPerStep);
    if (target >= bytes) return SQLITE_OK;
    return m_inner->pMethods->xTruncate(m_inner, target);
}

int SealedFile::sync(int flags)
{
    if (const int rc = flush(); rc != SQLITE_OK) return rc;
    return m_inner->pMethods->xSync(m_inner, flags);
}

int SealedFile::size(std::int64_t& bytes)
{
    if (const int rc = flush(); rc != SQLITE_OK) return rc;
    std::int64_t disk = 0;
    if (const int rc = innerSize(disk); rc != SQLITE_OK) return rc;
    const std::int64_t units = m_layout.wholeUnits(disk);
    bytes = m_layout.startOf(units);
    return SQLITE_OK;
}

bool SealedFile::walIsThere() const
{
    struct stat info {};
    return ::stat((m_path + "-wal").c_str(), &info) == 0 && info.st_size > 0;
}

SealedFile::State SealedFile::examine()
{
    std::array<std::uint8_t, kPageBytes> page;
    const int first = load(0, page);
    if (first == SQLITE_OK) return State::Readable;
    if (first == SQLITE_IOERR_SHORT_READ) return State::WrongKey; // too short to be ours
    if (first != SQLITE_IOERR_DATA) return State::Io;
    for (std::int64_t index = 1;; ++index) {
        const int rc = loadOnce(index, page);
        if (rc == SQLITE_IOERR_DATA) continue;
        if (rc == SQLITE_IOERR_SHORT_READ) return State::WrongKey;
        if (rc != SQLITE_OK) return State::Io;
        // The key fits. A checkpoint that died while it wrote page 1 is mended by the WAL.
        m_headFromWal = walIsThere();
        return m_headFromWal ? State::Readable : State::Damaged;
    }
}

} // namespace bt::store
