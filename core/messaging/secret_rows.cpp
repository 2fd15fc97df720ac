// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/secret_rows.h"

#include <cassert>
#include <cstring>

namespace bt::messaging {

SecretRows SecretRows::clone() const
{
    SecretRows out(m_width);
    if (m_count > 0) out.m_memory = Secret::copyOf(all());
    out.m_count = m_count;
    return out;
}

void SecretRows::add(ByteView row)
{
    assert(row.size() == m_width);
    if ((m_count + 1) * m_width > m_memory.size()) {
        Secret larger((m_count + 1) * m_width * 2);
        if (m_count > 0) std::memcpy(larger.data(), m_memory.data(), m_count * m_width);
        m_memory = std::move(larger);
    }
    std::memcpy(m_memory.data() + m_count * m_width, row.data(), m_width);
    ++m_count;
}

void SecretRows::erase(std::size_t index) { eraseRange(index, 1); }
void SecretRows::eraseFirst(std::size_t count) { eraseRange(0, count); }

void SecretRows::eraseRange(std::size_t first, std::size_t count)
{
    if (count == 0) return;
    std::uint8_t* base = m_memory.data();
    std::memmove(base + first * m_width, base + (first + count) * m_width, (m_count - first - count) * m_width);
    m_count -= count;
    wipe(base + m_count * m_width, count * m_width);
}

} // namespace bt::messaging
