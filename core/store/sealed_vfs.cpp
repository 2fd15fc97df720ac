// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sealed_vfs.h"

#include "store/sealed_file.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#include <fcntl.h>
#include <unistd.h>

namespace bt::store {
namespace {

// What SQLite allocates for us (szOsFile bytes); the inner file of the VFS below follows it.
struct alignas(std::max_align_t) Handle {
    sqlite3_file head;
    SealedFile* file;
};

SealedFile& fileOf(sqlite3_file* handle) { return *reinterpret_cast<Handle*>(handle)->file; }
sqlite3_file* innerOf(sqlite3_file* handle) { return fileOf(handle).inner(); }
SealedVfs& ofVfs(sqlite3_vfs* vfs) { return *static_cast<SealedVfs*>(vfs->pAppData); }
sqlite3_vfs* baseOf(sqlite3_vfs* vfs) { return ofVfs(vfs).base(); }

int onClose(sqlite3_file* handle)
{
    auto* own = reinterpret_cast<Handle*>(handle);
    const int rc = own->file->close();
    delete own->file;
    own->file = nullptr;
    return rc;
}
int onRead(sqlite3_file* h, void* to, int amount, sqlite3_int64 at) { return fileOf(h).read(to, amount, at); }
int onWrite(sqlite3_file* h, const void* from, int amount, sqlite3_int64 at) { return fileOf(h).write(from, amount, at); }
int onTruncate(sqlite3_file* h, sqlite3_int64 size) { return fileOf(h).truncate(size); }
int onSync(sqlite3_file* h, int flags) { return fileOf(h).sync(flags); }
int onSize(sqlite3_file* h, sqlite3_int64* size)
{
    std::int64_t bytes = 0;
    const int rc = fileOf(h).size(bytes);
    *size = bytes;
    return rc;
}
int onLock(sqlite3_file* h, int level) { return innerOf(h)->pMethods->xLock(innerOf(h), level); }
int onUnlock(sqlite3_file* h, int level) { return innerOf(h)->pMethods->xUnlock(innerOf(h), level); }
int onReserved(sqlite3_file* h, int* out) { return innerOf(h)->pMethods->xCheckReservedLock(innerOf(h), out); }
int onControl(sqlite3_file* h, int op, void* arg)
{
    // The others speak of sizes and mappings of the file below, which are not those that SQLite sees.
    switch (op) {
    case SQLITE_FCNTL_LOCKSTATE:
    case SQLITE_FCNTL_LAST_ERRNO:
    case SQLITE_FCNTL_PERSIST_WAL:
    case SQLITE_FCNTL_HAS_MOVED: return innerOf(h)->pMethods->xFileControl(innerOf(h), op, arg);
    default: return SQLITE_NOTFOUND;
    }
}
int onSectorSize(sqlite3_file*) { return kPageBytes; }
// A WAL frame is a unit of its own, so nothing written earlier is touched by an append.
int onCharacteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }
int onShmMap(sqlite3_file* h, int region, int size, int extend, void volatile** out)
{
    return innerOf(h)->pMethods->xShmMap(innerOf(h), region, size, extend, out);
}
int onShmLock(sqlite3_file* h, int at, int n, int flags) { return innerOf(h)->pMethods->xShmLock(innerOf(h), at, n, flags); }
void onShmBarrier(sqlite3_file* h) { innerOf(h)->pMethods->xShmBarrier(innerOf(h)); }
int onShmUnmap(sqlite3_file* h, int remove) { return innerOf(h)->pMethods->xShmUnmap(innerOf(h), remove); }

const sqlite3_io_methods kMethods{2,          onClose,    onRead,    onWrite,      onTruncate,        onSync,   onSize,    onLock,
                                  onUnlock,   onReserved, onControl, onSectorSize, onCharacteristics, onShmMap, onShmLock, onShmBarrier,
                                  onShmUnmap, nullptr,    nullptr};

FileKind kindOf(int flags)
{
    if ((flags & SQLITE_OPEN_MAIN_DB) != 0) return FileKind::Main;
    if ((flags & SQLITE_OPEN_WAL) != 0) return FileKind::Wal;
    if ((flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0) return FileKind::Journal;
    return FileKind::Temporary; // statement journals and the like: sealed too, although deleted at once
}

int onOpen(sqlite3_vfs* vfs, const char* path, sqlite3_file* handle, int flags, int* outFlags)
{
    SealedVfs& own = ofVfs(vfs);
    auto* mine = reinterpret_cast<Handle*>(handle);
    mine->head.pMethods = nullptr;
    mine->file = nullptr;
    auto* inner = reinterpret_cast<sqlite3_file*>(mine + 1);
    inner->pMethods = nullptr;
    const int rc = own.base()->xOpen(own.base(), path, inner, flags, outFlags);
    if (rc != SQLITE_OK) {
        if (inner->pMethods != nullptr) inner->pMethods->xClose(inner);
        return rc;
    }
    const FileKind kind = kindOf(flags);
    const bool others = own.shared() && kind != FileKind::Temporary;
    mine->file = new (std::nothrow) SealedFile(inner, kind, own.key(), others, path != nullptr ? path : "");
    if (mine->file == nullptr) {
        inner->pMethods->xClose(inner);
        return SQLITE_NOMEM;
    }
    if (kind == FileKind::Main) {
        const auto state = mine->file->examine();
        if (state == SealedFile::State::WrongKey) own.found(OpenFinding::WrongKey);
        if (state == SealedFile::State::Damaged) own.found(OpenFinding::Damaged);
        if (state != SealedFile::State::Readable) {
            onClose(handle);
            return state == SealedFile::State::Io ? SQLITE_IOERR_READ : SQLITE_NOTADB;
        }
    }
    mine->head.pMethods = &kMethods;
    return SQLITE_OK;
}

int onDelete(sqlite3_vfs* v, const char* path, int dir) { return baseOf(v)->xDelete(baseOf(v), path, dir); }
int onAccess(sqlite3_vfs* v, const char* path, int flags, int* out) { return baseOf(v)->xAccess(baseOf(v), path, flags, out); }
int onFull(sqlite3_vfs* v, const char* path, int n, char* out) { return baseOf(v)->xFullPathname(baseOf(v), path, n, out); }
int onRandom(sqlite3_vfs* v, int n, char* out) { return baseOf(v)->xRandomness(baseOf(v), n, out); }
int onSleep(sqlite3_vfs* v, int us) { return baseOf(v)->xSleep(baseOf(v), us); }
int onTime(sqlite3_vfs* v, double* out) { return baseOf(v)->xCurrentTime(baseOf(v), out); }
int onLastError(sqlite3_vfs* v, int n, char* out) { return baseOf(v)->xGetLastError(baseOf(v), n, out); }
int onTime64(sqlite3_vfs* v, sqlite3_int64* out) { return baseOf(v)->xCurrentTimeInt64(baseOf(v), out); }

std::atomic<unsigned> g_count{0};

// Page 1 of an empty database in WAL mode, as SQLite's file format defines it. A file that starts like this never
// needs a rollback journal, and several processes need not agree on who turns it to WAL.
std::array<std::uint8_t, kPageBytes> firstPage()
{
    std::array<std::uint8_t, kPageBytes> page{};
    std::memcpy(page.data(), "SQLite format 3", 16);
    const auto put = [&](std::size_t at, std::initializer_list<std::uint8_t> bytes) {
        std::copy(bytes.begin(), bytes.end(), page.begin() + static_cast<std::ptrdiff_t>(at));
    };
    put(16, {kPageBytes >> 8, 0, 2, 2, 0, 64, 32, 32});  // page size, written and read by WAL, fixed fractions
    put(24, {0, 0, 0, 1, 0, 0, 0, 1});                   // change counter, pages in the file
    put(44, {0, 0, 0, 4});                               // schema format
    put(56, {0, 0, 0, 1});                               // UTF-8
    put(92, {0, 0, 0, 1, 0, 0x2e, 0x63, 0x01});          // counter at which the size is valid; written by 3.40.1
    put(100, {0x0d, 0, 0, 0, 0, kPageBytes >> 8, 0, 0}); // the schema table: a leaf without rows
    return page;
}

// Closes on scope exit and keeps the errno of the call that failed.
struct Descriptor {
    int fd = -1;
    ~Descriptor()
    {
        if (fd >= 0) ::close(fd);
    }
};

tl::unexpected<Error> failErrno(const char* what, int error)
{
    return fail(codeOfErrno(error), std::string(what) + ": " + std::strerror(error));
}

} // namespace

SealedVfs::SealedVfs(const Secret& key, bool shared)
    : m_name("bt-sealed-" + std::to_string(++g_count)), m_key(key.clone()), m_shared(shared), m_base(sqlite3_vfs_find(nullptr)),
      m_vfs(std::make_unique<sqlite3_vfs>())
{
    std::memset(m_vfs.get(), 0, sizeof(sqlite3_vfs));
    m_vfs->iVersion = 2;
    m_vfs->szOsFile = static_cast<int>(sizeof(Handle)) + m_base->szOsFile;
    m_vfs->mxPathname = m_base->mxPathname;
    m_vfs->zName = m_name.c_str();
    m_vfs->pAppData = this;
    m_vfs->xOpen = onOpen;
    m_vfs->xDelete = onDelete;
    m_vfs->xAccess = onAccess;
    m_vfs->xFullPathname = onFull;
    m_vfs->xRandomness = onRandom;
    m_vfs->xSleep = onSleep;
    m_vfs->xCurrentTime = onTime;
    m_vfs->xGetLastError = onLastError;
    m_vfs->xCurrentTimeInt64 = onTime64;
    sqlite3_vfs_register(m_vfs.get(), 0);
}

SealedVfs::~SealedVfs() { sqlite3_vfs_unregister(m_vfs.get()); }

std::string_view codeOfErrno(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT: return "store.full";
    case EROFS:
    case EACCES:
    case EPERM: return "store.read_only";
    default: return "store.io";
    }
}

Result<void> makeSealedFile(const std::string& path, const Secret& key)
{
    // Written under a name of its own and linked into place, so that the file is whole from its first instant.
    const std::string temp = path + "-new" + std::to_string(::getpid()) + "." + std::to_string(++g_count);
    Descriptor out{::open(temp.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
    if (out.fd < 0) return failErrno("open", errno);
    const auto first = firstPage();
    const std::array<std::uint8_t, kPageBytes> zeros{};
    std::array<std::uint8_t, kPageBytes + kSealBytes> disk{};
    int error = 0;
    for (int unit = 0; unit < kUnitsPerStep && error == 0; ++unit) {
        sealUnit(key.view(), FileKind::Main, unit, unit == 0 ? first : zeros, disk);
        for (std::size_t done = 0; done < disk.size() && error == 0;) {
            const ssize_t n = ::write(out.fd, disk.data() + done, disk.size() - done);
            if (n < 0 && errno != EINTR) error = errno;
            else if (n > 0) done += static_cast<std::size_t>(n);
        }
    }
    if (error == 0 && ::fsync(out.fd) != 0) error = errno;
    if (error == 0 && ::link(temp.c_str(), path.c_str()) != 0 && errno != EEXIST) error = errno;
    ::unlink(temp.c_str());
    if (error != 0) return failErrno("create", error);
    const auto slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    Descriptor dir{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (dir.fd >= 0) ::fsync(dir.fd);
    return {};
}

} // namespace bt::store
