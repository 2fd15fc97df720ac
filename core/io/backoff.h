// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How long to leave a node alone after it failed. Pure; no Qt. One thread at a time.
#pragma once

#include "base/random.h"

#include <algorithm>
#include <chrono>

namespace bt::io {

//! Doubles from `first` to `most`; each wait is drawn from its upper half, so that the clients of a node that comes back
//! do not all come at once.
class Backoff
{
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds most) : m_first(first), m_most(most), m_now(first) {}
    [[nodiscard]] std::chrono::milliseconds next(Random& random)
    {
        const std::int64_t half = std::max<std::int64_t>(m_now.count() / 2, 1);
        const auto drawn = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(half) + 1));
        const std::chrono::milliseconds wait(m_now.count() - half + drawn);
        m_now = std::min(m_now * 2, m_most);
        return wait;
    }
    void reset() { m_now = m_first; } //!< it answered

private:
    std::chrono::milliseconds m_first, m_most, m_now;
};

} // namespace bt::io
