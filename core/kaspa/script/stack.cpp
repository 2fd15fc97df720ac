// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/stack.h"

#include <algorithm>
#include <iterator>

namespace bt::kaspa::script {

std::vector<Item> Stack::take(std::size_t count)
{
    const auto from = m_items.end() - static_cast<std::ptrdiff_t>(count);
    std::vector<Item> out(std::make_move_iterator(from), std::make_move_iterator(m_items.end()));
    m_items.erase(from, m_items.end());
    return out;
}

void Stack::copyUp(std::size_t depth, std::size_t count)
{
    const std::size_t from = m_items.size() - depth;
    m_items.reserve(m_items.size() + count); // the copies come from the same vector
    for (std::size_t i = 0; i < count; ++i) {
        m_pushed += m_items[from + i].size();
        m_items.push_back(m_items[from + i]);
    }
}

void Stack::rotate(std::size_t frame, std::size_t count)
{
    const auto from = m_items.end() - static_cast<std::ptrdiff_t>(frame);
    std::rotate(from, from + static_cast<std::ptrdiff_t>(count), m_items.end());
}

void Stack::tuck()
{
    Item top = m_items.back();
    m_pushed += top.size();
    m_items.insert(m_items.end() - 2, std::move(top));
}

} // namespace bt::kaspa::script
