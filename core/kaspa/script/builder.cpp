// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/engine.h"
#include "kaspa/script/number.h"
#include "kaspa/script/opcode_table.h"

namespace bt::kaspa {

using namespace script;

ScriptBuilder& ScriptBuilder::op(std::uint8_t opcode)
{
    m_script.push_back(opcode);
    return *this;
}

ScriptBuilder& ScriptBuilder::data(ByteView bytes)
{
    if (bytes.empty()) return op(OpFalse);
    if (bytes.size() == 1 && bytes[0] >= 1 && bytes[0] <= 16) return op(static_cast<std::uint8_t>(OpReserved + bytes[0]));
    if (bytes.size() == 1 && bytes[0] == 0x81) return op(Op1Negate);

    if (bytes.size() <= OpData75) {
        op(static_cast<std::uint8_t>(bytes.size()));
    } else if (bytes.size() <= 0xff) {
        op(OpPushData1).op(static_cast<std::uint8_t>(bytes.size()));
    } else if (bytes.size() <= 0xffff) {
        op(OpPushData2);
        appendLe(m_script, static_cast<std::uint16_t>(bytes.size()));
    } else {
        op(OpPushData4);
        appendLe(m_script, static_cast<std::uint32_t>(bytes.size()));
    }
    append(m_script, bytes);
    return *this;
}

ScriptBuilder& ScriptBuilder::number(std::int64_t value)
{
    return data(encodeNumber(value).view()); // one-byte numbers become OpN there
}

std::optional<std::string> scriptToText(ByteView script)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    for (Decoder decoder(script); !decoder.done();) {
        Op op;
        if (decoder.next(op) != Rule::Ok) return std::nullopt;
        if (!out.empty()) out += ' ';
        out += infoOf(op.code).name;
        if (op.data.empty()) continue;
        out += " 0x";
        for (const std::uint8_t b : op.data) {
            out += kDigits[b >> 4];
            out += kDigits[b & 15];
        }
    }
    return out;
}

} // namespace bt::kaspa
