// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One item of a script stack. Hashes, keys and numbers (up to 32 bytes) live in the item itself, longer ones on the
//! heap. Pure; no Qt. Thread safety: one thread an object.
#pragma once

#include "base/bytes.h"

#include <array>
#include <utility>

namespace bt::kaspa::script {

class Item
{
public:
    Item() noexcept : m_inline{} {}
    //! `size` zero bytes.
    explicit Item(std::size_t size) : m_inline{}, m_size(size)
    {
        if (m_size > kInline) m_heap = new std::uint8_t[m_size]();
    }
    explicit Item(ByteView from) : m_inline{}, m_size(from.size())
    {
        if (m_size > kInline) m_heap = new std::uint8_t[m_size];
        std::copy(from.begin(), from.end(), data());
    }
    //! The bytes of `a`, then those of `b`.
    Item(ByteView a, ByteView b) : m_inline{}, m_size(a.size() + b.size())
    {
        if (m_size > kInline) m_heap = new std::uint8_t[m_size];
        std::copy(b.begin(), b.end(), std::copy(a.begin(), a.end(), data()));
    }
    Item(const Item& other) : m_inline(other.m_inline), m_size(other.m_size)
    {
        if (m_size > kInline) m_heap = copied(other);
    }
    Item(Item&& other) noexcept : m_inline(other.m_inline), m_size(std::exchange(other.m_size, 0)) {}
    Item& operator=(const Item& other)
    {
        Item copy(other);
        return *this = std::move(copy);
    }
    Item& operator=(Item&& other) noexcept
    {
        std::swap(m_inline, other.m_inline); // a longer item's pointer lies in these bytes
        std::swap(m_size, other.m_size);
        return *this;
    }
    ~Item()
    {
        if (m_size > kInline) delete[] m_heap;
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] std::uint8_t* data() { return m_size > kInline ? m_heap : m_inline.data(); }
    [[nodiscard]] const std::uint8_t* data() const { return m_size > kInline ? m_heap : m_inline.data(); }
    [[nodiscard]] ByteView view() const { return {data(), m_size}; }

private:
    static std::uint8_t* copied(const Item& from)
    {
        auto* to = new std::uint8_t[from.m_size];
        std::copy_n(from.m_heap, from.m_size, to);
        return to;
    }

    static constexpr std::size_t kInline = 32;
    union {
        std::array<std::uint8_t, kInline> m_inline;
        std::uint8_t* m_heap; //!< when m_size > kInline
    };
    std::size_t m_size = 0;
};

} // namespace bt::kaspa::script
