// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/stack.h"

#include <algorithm>

namespace bt::kaspa::script {

void Stack::rotate(std::size_t frame, std::size_t count)
{
    Item* const end = m_items + m_size;
    std::rotate(end - frame, end - frame + count, end);
}

void Stack::tuck()
{
    copyUp(1, 1);
    Item* const end = m_items + m_size; // a b b' -> b' a b
    std::rotate(end - 3, end - 1, end);
}

} // namespace bt::kaspa::script
