// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>

namespace bt {
namespace {

// One mapping a secret: page-aligned, locked where the limits allow it, kept out of core dumps and forks.
std::size_t mappedSize(std::size_t size)
{
    static const std::size_t page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return (size + page - 1) / page * page;
}

} // namespace

Secret::Secret(std::size_t size) : m_size(size)
{
    if (size == 0) return;
    void* memory = ::mmap(nullptr, mappedSize(size), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    ::mlock(memory, mappedSize(size)); // best effort: RLIMIT_MEMLOCK may be small
    ::madvise(memory, mappedSize(size), MADV_DONTDUMP);
    ::madvise(memory, mappedSize(size), MADV_DONTFORK);
    m_data = static_cast<std::uint8_t*>(memory);
}

Secret Secret::copyOf(ByteView from)
{
    Secret out(from.size());
    if (!from.empty()) std::memcpy(out.m_data, from.data(), from.size());
    return out;
}

Secret::~Secret() { clear(); }

Secret::Secret(Secret&& other) noexcept : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

void Secret::clear()
{
    if (m_data == nullptr) return;
    wipe(m_data, m_size);
    ::munmap(m_data, mappedSize(m_size));
    m_data = nullptr;
    m_size = 0;
}

void wipe(void* data, std::size_t size)
{
    if (size == 0) return; // memset may not have a null pointer, not even for nothing
    std::memset(data, 0, size);
    __asm__ __volatile__("" : : "r"(data) : "memory"); // the compiler may not drop the memset
}

} // namespace bt
