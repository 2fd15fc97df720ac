// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Reads a script opcode by opcode, in place. Pure; no Qt. Thread safety: one thread an object.
#pragma once

#include "base/bytes.h"
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
    [[nodiscard]] Rule next(Op& op);

private:
    ByteView m_script;
    std::size_t m_at = 0;
};

} // namespace bt::kaspa::script
