// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Reads a script opcode by opcode, in place. Pure; no Qt. Thread safety: one thread an object.
#pragma once

#include "base/bytes.h"
#include "kaspa/script/opcodes.h"
#include "kaspa/script/rules.h"

namespace bt::kaspa::script {

//! One opcode where it stands; `data` looks into the script.
struct Op {
    std::uint8_t code = 0;
    std::size_t at = 0; //!< byte position of the opcode
    ByteView data;      //!< what a push opcode pushes
};

class Decoder
{
public:
    explicit Decoder(ByteView script) : m_script(script) {}
    [[nodiscard]] bool done() const { return m_at == m_script.size(); }
    //! The next opcode; not after done(). \returns MalformedPush or MalformedPushSize for a script that ends too early
    //! (then `op.code` and `op.at` say where).
    [[nodiscard]] Rule next(Op& op)
    {
        op.at = m_at;
        op.code = m_script[m_at++];
        if (op.code == OpFalse || op.code > OpPushData4) {
            op.data = {};
            return Rule::Ok;
        }
        return op.code <= OpData75 ? take(op, op.code) : sized(op);
    }

private:
    [[nodiscard]] Rule take(Op& op, std::size_t length)
    {
        op.data = {};
        if (m_script.size() - m_at < length) return Rule::MalformedPush;
        op.data = m_script.subspan(m_at, length);
        m_at += length;
        return Rule::Ok;
    }
    //! OpPushData1, 2 and 4: the length stands behind the opcode, little-endian.
    [[nodiscard]] Rule sized(Op& op);

    ByteView m_script;
    std::size_t m_at = 0;
};

} // namespace bt::kaspa::script
