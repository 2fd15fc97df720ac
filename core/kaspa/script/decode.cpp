// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/decode.h"

namespace bt::kaspa::script {

Rule Decoder::sized(Op& op)
{
    op.data = {};
    const std::size_t width = std::size_t{1} << (op.code - OpPushData1);
    if (m_script.size() - m_at < width) return Rule::MalformedPushSize;
    std::size_t length = 0;
    for (std::size_t i = 0; i < width; ++i) length |= std::size_t{m_script[m_at + i]} << (8 * i);
    m_at += width;
    return take(op, length);
}

} // namespace bt::kaspa::script
