// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The data stack of a run. It counts the bytes that operations write to it, because they cost script units; plain moves
//! and literal pushes are free. It has room for what the rules allow and what one opcode may put on top of that, so a run
//! allocates for long items only. Pure; no Qt. Thread safety: one thread an object.
#pragma once

#include "kaspa/script/item.h"
#include "kaspa/script/limits.h"
#include "kaspa/script/rules.h"

#include <cassert>
#include <memory>
#include <span>
#include <utility>

namespace bt::kaspa::script {

class Stack
{
public:
    Stack() noexcept {} // NOLINT: items are made when they are pushed
    ~Stack() { clear(); }
    Stack(const Stack&) = delete;
    Stack& operator=(const Stack&) = delete;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    //! \param depth 0 is the top; the caller has checked the size.
    [[nodiscard]] const Item& peek(std::size_t depth = 0) const { return m_items[m_size - 1 - depth]; }
    //! Bottom first.
    [[nodiscard]] std::span<const Item> items() const { return {m_items, m_size}; }
    //! The `count` items on top, bottom first; the caller has checked the size.
    [[nodiscard]] std::span<const Item> top(std::size_t count) const { return items().last(count); }

    //! The caller has checked that there is one.
    [[nodiscard]] Item pop()
    {
        Item item = std::move(m_items[m_size - 1]);
        drop(1);
        return item;
    }
    void drop(std::size_t count)
    {
        for (; count > 0; --count) std::destroy_at(&m_items[--m_size]);
    }
    void clear() { drop(m_size); }

    [[nodiscard]] Rule push(Item&& item)
    {
        m_pushed += item.size();
        return pushFree(std::move(item));
    }
    [[nodiscard]] Rule pushFree(Item&& item)
    {
        if (item.size() > kMaxElement) return Rule::ElementTooBig;
        assert(m_size < kRoom);
        std::construct_at(&m_items[m_size++], std::move(item));
        return Rule::Ok;
    }
    //! A literal: its bytes are paid for with the script's size.
    [[nodiscard]] Rule pushLiteral(ByteView bytes)
    {
        if (bytes.size() > kMaxElement) return Rule::ElementTooBig;
        assert(m_size < kRoom);
        std::construct_at(&m_items[m_size++], bytes);
        return Rule::Ok;
    }
    //! Copies `count` items that start `depth` items below the top (depth >= count) onto the top.
    void copyUp(std::size_t depth, std::size_t count)
    {
        assert(m_size + count <= kRoom);
        const Item* from = &m_items[m_size - depth];
        for (; count > 0; --count, ++from) {
            m_pushed += from->size();
            std::construct_at(&m_items[m_size++], *from);
        }
    }
    //! Moves the lowest `count` of the top `frame` items onto the top.
    void rotate(std::size_t frame, std::size_t count);
    //! Removes the item below the top.
    void nip()
    {
        m_items[m_size - 2] = std::move(m_items[m_size - 1]);
        drop(1);
    }
    //! Copies the top below the item that is under it.
    void tuck();

    //! Bytes written since the last call.
    [[nodiscard]] std::uint64_t takePushed() { return std::exchange(m_pushed, 0); }

private:
    static constexpr std::size_t kRoom = kMaxStack + 4; // Op3Dup writes three before the size is judged

    std::size_t m_size = 0;
    std::uint64_t m_pushed = 0;
    union {
        Item m_items[kRoom];
    };
};

} // namespace bt::kaspa::script
