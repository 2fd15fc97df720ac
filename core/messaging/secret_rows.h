// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Many small secrets in one piece of locked memory (a mapping each would run into the system's limit). Private to the
//! module. Thread safety: one thread an object.
#pragma once

#include "base/secret.h"

namespace bt::messaging {

//! Rows of one width, in the order they were added.
class SecretRows
{
public:
    explicit SecretRows(std::size_t width) : m_width(width) {}
    [[nodiscard]] SecretRows clone() const;
    void add(ByteView row); //!< exactly `width` bytes
    void erase(std::size_t index);
    void eraseFirst(std::size_t count);
    [[nodiscard]] ByteView row(std::size_t index) const { return m_memory.view().subspan(index * m_width, m_width); }
    [[nodiscard]] ByteView all() const { return m_memory.view().first(m_count * m_width); }
    [[nodiscard]] std::size_t count() const { return m_count; }

private:
    void eraseRange(std::size_t first, std::size_t count);

    std::size_t m_width;
    Secret m_memory;
    std::size_t m_count = 0;
};

} // namespace bt::messaging
