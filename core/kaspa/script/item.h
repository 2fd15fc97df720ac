// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One item of a script stack. Hashes, keys and numbers (up to 32 bytes) live in the item itself, longer ones on the
//! heap. Pure; no Qt. Thread safety: one thread an object.
#pragma once

#include "base/bytes.h"

#include <array>

namespace bt::kaspa::script {

class Item
{
public:
    Item() = default;
    //! `size` zero bytes.
    explicit Item(std::size_t size) : m_size(size)
    {
        if (m_size > kInline) m_heap.resize(m_size);
    }
    explicit Item(ByteView from) : m_size(from.size())
    {
        if (m_size > kInline) m_heap.assign(from.begin(), from.end());
        else std::copy(from.begin(), from.end(), m_inline.begin());
    }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] std::uint8_t* data() { return m_size > kInline ? m_heap.data() : m_inline.data(); }
    [[nodiscard]] const std::uint8_t* data() const { return m_size > kInline ? m_heap.data() : m_inline.data(); }
    [[nodiscard]] ByteView view() const { return {data(), m_size}; }

private:
    static constexpr std::size_t kInline = 32;
    std::array<std::uint8_t, kInline> m_inline{};
    Bytes m_heap;
    std::size_t m_size = 0;
};

} // namespace bt::kaspa::script
