// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/memory.h"

#include "base/secret.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <mutex>

#include <malloc.h>

namespace bt::store {
namespace {

int sizeOf(void* p) { return p == nullptr ? 0 : static_cast<int>(::malloc_usable_size(p)); }
void* allocate(int n) { return std::malloc(static_cast<std::size_t>(n)); }
void release(void* p)
{
    if (p == nullptr) return;
    wipe(p, ::malloc_usable_size(p));
    std::free(p);
}
void* resize(void* p, int n)
{
    if (p != nullptr && sizeOf(p) >= n && sizeOf(p) / 2 <= n) return p;
    void* fresh = allocate(n);
    if (fresh == nullptr) return nullptr;
    if (p != nullptr) std::memcpy(fresh, p, static_cast<std::size_t>(std::min(sizeOf(p), n)));
    release(p);
    return fresh;
}
int roundUp(int n) { return (n + 7) & ~7; }
int start(void*) { return SQLITE_OK; }
void stop(void*) {}

} // namespace

void configureMemory()
{
    static std::once_flag once;
    std::call_once(once, [] {
        static sqlite3_mem_methods methods{allocate, release, resize, sizeOf, roundUp, start, stop, nullptr};
        sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        sqlite3_initialize();
    });
}

} // namespace bt::store
