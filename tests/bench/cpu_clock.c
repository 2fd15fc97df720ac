// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a peer's benchmark of one thread: what it takes for the time of day is then the CPU time of the thread, so
// that a busy machine does not count against it. Used by compare-kaspa.
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t which, struct timespec* out)
{
    return (int)syscall(SYS_clock_gettime, which == CLOCK_MONOTONIC ? CLOCK_THREAD_CPUTIME_ID : which, out);
}
