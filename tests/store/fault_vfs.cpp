// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fault_vfs.h"

#include "base/bytes.h"
#include "base/random.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <map>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bt::test {
namespace {

struct Change {
    bool truncation;
    std::int64_t at; // offset, or the new size
    Bytes data;
};
// What the disk is sure to have, and what was asked of it since.
struct Disk {
    Bytes synced;
    std::vector<Change> since;
};

Fault g_fault = Fault::None;
int g_nth = 0, g_count = 0;
std::uint64_t g_seed = 0;
std::map<std::string, Disk> g_disks;
sqlite3_vfs* g_base = nullptr;
sqlite3_vfs g_vfs;

struct alignas(std::max_align_t) Handle {
    sqlite3_file head;
    const char* path;
};
sqlite3_file* inner(sqlite3_file* f) { return reinterpret_cast<sqlite3_file*>(reinterpret_cast<Handle*>(f) + 1); }
Disk* diskOf(sqlite3_file* f)
{
    const char* path = reinterpret_cast<Handle*>(f)->path;
    if (path == nullptr || g_fault != Fault::PowerCut) return nullptr;
    const auto found = g_disks.find(path);
    return found == g_disks.end() ? nullptr : &found->second;
}

void apply(Bytes& image, const Change& change, std::size_t part)
{
    const auto at = static_cast<std::size_t>(change.at);
    if (change.truncation) {
        image.resize(std::min(image.size(), at));
        return;
    }
    if (image.size() < at + part) image.resize(at + part);
    std::memcpy(image.data() + at, change.data.data(), part);
}

// Each change since the last sync reaches the disk or not, by chance, whole or its first part.
[[noreturn]] void cutPower()
{
    SeededRandom random(g_seed);
    for (auto& [path, disk] : g_disks) {
        for (const Change& change : disk.since) {
            const auto draw = random.below(4);
            if (draw == 0) continue;
            apply(disk.synced, change, draw == 1 && !change.data.empty() ? random.below(change.data.size()) : change.data.size());
        }
        const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        if (fd < 0 || ::write(fd, disk.synced.data(), disk.synced.size()) != static_cast<ssize_t>(disk.synced.size())) ::_exit(99);
        ::close(fd);
    }
    ::_exit(9);
}

bool strikes()
{
    if (g_fault == Fault::None) return false;
    ++g_count;
    return g_count == g_nth || (g_fault == Fault::Full && g_count > g_nth);
}

int onClose(sqlite3_file* f) { return inner(f)->pMethods->xClose(inner(f)); }
int onRead(sqlite3_file* f, void* to, int n, sqlite3_int64 at) { return inner(f)->pMethods->xRead(inner(f), to, n, at); }
int onWrite(sqlite3_file* f, const void* from, int n, sqlite3_int64 at)
{
    if (strikes()) {
        if (g_fault == Fault::PowerCut) cutPower();
        if (g_fault == Fault::TearExit) {
            (void)inner(f)->pMethods->xWrite(inner(f), from, n / 2, at);
            ::_exit(9);
        }
        errno = g_fault == Fault::Full ? ENOSPC : EIO;
        return g_fault == Fault::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
    if (Disk* disk = diskOf(f)) {
        const auto* bytes = static_cast<const std::uint8_t*>(from);
        disk->since.push_back({false, at, Bytes(bytes, bytes + n)});
    }
    return inner(f)->pMethods->xWrite(inner(f), from, n, at);
}
int onTruncate(sqlite3_file* f, sqlite3_int64 size)
{
    if (g_fault != Fault::Full && strikes()) {
        if (g_fault == Fault::PowerCut) cutPower();
        if (g_fault == Fault::TearExit) ::_exit(9);
        errno = EIO;
        return SQLITE_IOERR_TRUNCATE;
    }
    if (Disk* disk = diskOf(f)) disk->since.push_back({true, size, {}});
    return inner(f)->pMethods->xTruncate(inner(f), size);
}
int onSync(sqlite3_file* f, int flags)
{
    if (g_fault != Fault::Full && strikes()) {
        if (g_fault == Fault::PowerCut) cutPower();
        if (g_fault == Fault::TearExit) ::_exit(9);
        errno = EIO;
        return SQLITE_IOERR_FSYNC;
    }
    if (Disk* disk = diskOf(f)) {
        for (const Change& change : disk->since) apply(disk->synced, change, change.data.size());
        disk->since.clear();
    }
    return inner(f)->pMethods->xSync(inner(f), flags);
}
int onSize(sqlite3_file* f, sqlite3_int64* size) { return inner(f)->pMethods->xFileSize(inner(f), size); }
int onLock(sqlite3_file* f, int l) { return inner(f)->pMethods->xLock(inner(f), l); }
int onUnlock(sqlite3_file* f, int l) { return inner(f)->pMethods->xUnlock(inner(f), l); }
int onReserved(sqlite3_file* f, int* out) { return inner(f)->pMethods->xCheckReservedLock(inner(f), out); }
int onControl(sqlite3_file* f, int op, void* arg) { return inner(f)->pMethods->xFileControl(inner(f), op, arg); }
int onSector(sqlite3_file* f) { return inner(f)->pMethods->xSectorSize(inner(f)); }
int onKind(sqlite3_file* f) { return inner(f)->pMethods->xDeviceCharacteristics(inner(f)); }
int onMap(sqlite3_file* f, int r, int n, int e, void volatile** out) { return inner(f)->pMethods->xShmMap(inner(f), r, n, e, out); }
int onShmLock(sqlite3_file* f, int at, int n, int flags) { return inner(f)->pMethods->xShmLock(inner(f), at, n, flags); }
void onBarrier(sqlite3_file* f) { inner(f)->pMethods->xShmBarrier(inner(f)); }
int onUnmap(sqlite3_file* f, int d) { return inner(f)->pMethods->xShmUnmap(inner(f), d); }
const sqlite3_io_methods kMethods{2,         onClose,  onRead, onWrite, onTruncate, onSync,    onSize,  onLock,  onUnlock, onReserved,
                                  onControl, onSector, onKind, onMap,   onShmLock,  onBarrier, onUnmap, nullptr, nullptr};

int onOpen(sqlite3_vfs*, const char* path, sqlite3_file* f, int flags, int* out)
{
    auto* handle = reinterpret_cast<Handle*>(f);
    handle->head.pMethods = nullptr;
    handle->path = path;
    inner(f)->pMethods = nullptr;
    const int rc = g_base->xOpen(g_base, path, inner(f), flags, out);
    if (inner(f)->pMethods != nullptr) handle->head.pMethods = &kMethods;
    if (rc == SQLITE_OK && path != nullptr && g_fault == Fault::PowerCut && !g_disks.contains(path)) {
        Disk disk;
        const int fd = ::open(path, O_RDONLY); // child processes without other locks: closing it costs none
        struct stat info {};
        if (fd >= 0 && ::fstat(fd, &info) == 0) {
            disk.synced.resize(static_cast<std::size_t>(info.st_size));
            if (::read(fd, disk.synced.data(), disk.synced.size()) != info.st_size) ::_exit(98);
        }
        if (fd >= 0) ::close(fd);
        g_disks[path] = std::move(disk);
    }
    return rc;
}
int onDelete(sqlite3_vfs*, const char* path, int dir)
{
    g_disks.erase(path);
    return g_base->xDelete(g_base, path, dir);
}

} // namespace

void installFaultVfs()
{
    g_base = sqlite3_vfs_find(nullptr);
    g_vfs = *g_base; // everything that is not about files goes on as it was
    g_vfs.zName = "bt-fault";
    g_vfs.pNext = nullptr;
    g_vfs.szOsFile = g_base->szOsFile + static_cast<int>(sizeof(Handle));
    g_vfs.xOpen = onOpen;
    g_vfs.xDelete = onDelete;
    sqlite3_vfs_register(&g_vfs, 1);
}

void setFault(Fault fault, int nth, std::uint64_t seed)
{
    g_fault = fault;
    g_nth = nth;
    g_count = 0;
    g_seed = seed;
    g_disks.clear();
}

int faultOperations() { return g_count; }

} // namespace bt::test
