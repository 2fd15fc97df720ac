// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/files.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bt::vault {
namespace {

constexpr off_t kMaxSmallFile = 65536;

tl::unexpected<Error> failErrno(const char* what, int error)
{
    std::string_view code = "store.io";
    if (error == ENOSPC || error == EDQUOT) code = "store.full";
    if (error == EROFS || error == EACCES || error == EPERM) code = "store.read_only";
    return fail(code, std::string(what) + ": " + std::strerror(error));
}

struct Descriptor {
    int fd = -1;
    explicit Descriptor(int f) : fd(f) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (fd >= 0) ::close(fd);
    }
};

std::string parentOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

} // namespace

Result<void> makeFolder(const std::string& folder)
{
    std::error_code error;
    const std::filesystem::path path(folder);
    if (std::filesystem::is_directory(path, error)) return {};
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
    if (error) return failErrno("make folder", error.value());
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return failErrno("make folder", errno);
    return {};
}

Result<std::optional<Bytes>> readSmallFile(const std::string& path)
{
    const Descriptor in(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.fd < 0) {
        if (errno == ENOENT) return std::optional<Bytes>();
        return failErrno("open", errno);
    }
    struct stat info {};
    if (::fstat(in.fd, &info) != 0) return failErrno("stat", errno);
    if (!S_ISREG(info.st_mode) || info.st_size > kMaxSmallFile) return fail("store.io", "not a small file");
    Bytes out(static_cast<std::size_t>(info.st_size));
    std::size_t done = 0;
    while (done < out.size()) {
        const ssize_t n = ::read(in.fd, out.data() + done, out.size() - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return failErrno("read", errno);
        if (n == 0) break;
        done += static_cast<std::size_t>(n);
    }
    out.resize(done);
    return std::optional<Bytes>(std::move(out));
}

Result<void> replaceSmallFile(const std::string& path, ByteView content)
{
    const std::string temp = path + "-new";
    {
        const Descriptor out(::open(temp.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (out.fd < 0) return failErrno("open", errno);
        int error = 0;
        for (std::size_t done = 0; done < content.size() && error == 0;) {
            const ssize_t n = ::write(out.fd, content.data() + done, content.size() - done);
            if (n < 0 && errno != EINTR) error = errno;
            else if (n > 0) done += static_cast<std::size_t>(n);
        }
        if (error == 0 && ::fsync(out.fd) != 0) error = errno;
        if (error != 0) {
            ::unlink(temp.c_str());
            return failErrno("write", error);
        }
    }
    if (::rename(temp.c_str(), path.c_str()) != 0) {
        const int error = errno;
        ::unlink(temp.c_str());
        return failErrno("rename", error);
    }
    const Descriptor folder(::open(parentOf(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.fd < 0 || ::fsync(folder.fd) != 0) return failErrno("sync folder", errno);
    return {};
}

Result<FolderLock> FolderLock::take(const std::string& path)
{
    FolderLock out;
    out.m_fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (out.m_fd < 0) return failErrno("open lock", errno);
    // flock belongs to the open file, so two vaults of one process exclude each other too.
    if (::flock(out.m_fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) return fail("vault.in_use");
        return failErrno("lock", errno);
    }
    return out;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
FolderLock& FolderLock::operator=(FolderLock&& other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}
FolderLock::~FolderLock()
{
    if (m_fd >= 0) ::close(m_fd);
}

} // namespace bt::vault
