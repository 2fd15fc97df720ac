// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The data stack of a run. It counts the bytes that operations write to it, because they cost script units; plain moves
//! and literal pushes are free. Pure; no Qt. Thread safety: one thread an object.
#pragma once

#include "kaspa/script/item.h"
#include "kaspa/script/limits.h"
#include "kaspa/script/rules.h"

#include <utility>
#include <vector>

namespace bt::kaspa::script {

class Stack
{
public:
    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    [[nodiscard]] bool empty() const { return m_items.empty(); }
    //! \param depth 0 is the top; the caller has checked the size.
    [[nodiscard]] const Item& peek(std::size_t depth = 0) const { return m_items[m_items.size() - 1 - depth]; }
    //! Bottom first.
    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }

    //! The caller has checked that there is one.
    [[nodiscard]] Item pop()
    {
        Item top = std::move(m_items.back());
        m_items.pop_back();
        return top;
    }
    //! Removes the top `count` items and returns them, bottom first; the caller has checked the size.
    [[nodiscard]] std::vector<Item> take(std::size_t count);
    void drop(std::size_t count) { m_items.resize(m_items.size() - count); }
    void clear() { m_items.clear(); }

    [[nodiscard]] Rule push(Item item)
    {
        m_pushed += item.size();
        return pushFree(std::move(item));
    }
    [[nodiscard]] Rule pushFree(Item item)
    {
        if (item.size() > kMaxElement) return Rule::ElementTooBig;
        m_items.push_back(std::move(item));
        return Rule::Ok;
    }
    //! Copies `count` items that start `depth` items below the top (depth >= count) onto the top.
    void copyUp(std::size_t depth, std::size_t count);
    //! Moves the lowest `count` of the top `frame` items onto the top.
    void rotate(std::size_t frame, std::size_t count);
    //! Removes the item below the top.
    void nip() { m_items.erase(m_items.end() - 2); }
    //! Copies the top below the item that is under it.
    void tuck();

    //! Bytes written since the last call.
    [[nodiscard]] std::uint64_t takePushed() { return std::exchange(m_pushed, 0); }

private:
    std::vector<Item> m_items;
    std::uint64_t m_pushed = 0;
};

} // namespace bt::kaspa::script
