// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/practice/practice_node.h"

namespace bt::ledger {

//! A clock that is slewed or stepped by less than this (time servers do that) is not called set back.
constexpr std::int64_t kTolerated = 2 * kSecond;

Millis PracticeClock::now() const
{
    const std::int64_t seen = m_system->now().value + m_offset.load();
    std::int64_t high = m_high.load();
    while (seen > high && !m_high.compare_exchange_weak(high, seen)) {
    }
    return {std::max(seen, high)};
}

bool PracticeClock::held() const { return m_system->now().value + m_offset.load() + kTolerated < m_high.load(); }

void PracticeClock::learn(std::int64_t offset, std::int64_t high)
{
    m_offset.store(offset);
    std::int64_t mine = m_high.load();
    while (high > mine && !m_high.compare_exchange_weak(mine, high)) {
    }
}

} // namespace bt::ledger
