// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/init.h"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>

namespace bt::crypto {

void ensureSodium()
{
    // sodium_init picks the CPU's best implementations; 1 means that it was done before.
    static const bool started = sodium_init() >= 0;
    if (!started) brokenInvariant("libsodium does not start");
}

void brokenInvariant(const char* what)
{
    std::fprintf(stderr, "bt::crypto: %s\n", what);
    std::abort();
}

} // namespace bt::crypto
