// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <cerrno>
#include <cstdlib>

#include <sys/random.h>

namespace bt {

Bytes Random::bytes(std::size_t count)
{
    Bytes out(count);
    fill(out);
    return out;
}

Secret Random::secret(std::size_t count)
{
    Secret out(count);
    if (count > 0) fill({out.data(), count});
    return out;
}

std::uint64_t Random::below(std::uint64_t bound)
{
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound; // rejects the uneven tail
    for (;;) {
        std::uint8_t raw[8];
        fill(raw);
        const auto value = readLe<std::uint64_t>(raw);
        if (value < limit) return value % bound;
    }
}

void SystemRandom::fill(std::span<std::uint8_t> out)
{
    std::size_t done = 0;
    while (done < out.size()) {
        const ssize_t got = ::getrandom(out.data() + done, out.size() - done, 0);
        if (got < 0) {
            if (errno == EINTR) continue;
            std::abort(); // no entropy means no keys: there is nothing safe to go on with
        }
        done += static_cast<std::size_t>(got);
    }
}

void SeededRandom::fill(std::span<std::uint8_t> out)
{
    for (auto& byte : out) {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        byte = static_cast<std::uint8_t>(z ^ (z >> 31));
    }
}

} // namespace bt
