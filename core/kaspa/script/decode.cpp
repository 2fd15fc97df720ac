// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/decode.h"

#include "kaspa/script/opcodes.h"

namespace bt::kaspa::script {

Rule Decoder::next(Op& op)
{
    op.at = m_at;
    op.code = m_script[m_at++];
    op.data = {};
    std::size_t length = 0;
    if (op.code <= OpData75) {
        length = op.code;
    } else if (op.code <= OpPushData4) {
        const std::size_t width = std::size_t{1} << (op.code - OpPushData1);
        if (m_script.size() - m_at < width) return Rule::MalformedPushSize;
        for (std::size_t i = 0; i < width; ++i) length |= std::size_t{m_script[m_at + i]} << (8 * i);
        m_at += width;
    }
    if (m_script.size() - m_at < length) return Rule::MalformedPush;
    op.data = m_script.subspan(m_at, length);
    m_at += length;
    return Rule::Ok;
}

} // namespace bt::kaspa::script
