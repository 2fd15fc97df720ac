// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What is known of each of the 256 opcodes. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "kaspa/script/decode.h"
#include "kaspa/script/opcodes.h"

#include <array>
#include <string_view>

namespace bt::kaspa::script {

class Machine;
using Handler = Rule (*)(Machine& vm, const Op& op);

enum OpcodeFlag : std::uint8_t {
    kDisabled = 1,      //!< fails wherever it stands, also in a branch that is not taken
    kIllegal = 2,       //!< same, as reserved
    kConditional = 4,   //!< runs also in a branch that is not taken
    kOnceDisabled = 8,  //!< disabled before Toccata
    kOnceUnknown = 16,  //!< unknown before Toccata
    kOnceReserved = 32, //!< reserved before Toccata
};

struct OpcodeInfo {
    std::string_view name; //!< kaspa-txscript's
    Handler run;
    std::uint8_t flags;
};

extern const std::array<OpcodeInfo, 256> kOpcodes;
[[nodiscard]] inline const OpcodeInfo& infoOf(std::uint8_t code) { return kOpcodes[code]; }
//! Pushes only; they count neither as operations nor against the push-only rule (OpReserved is one of them).
[[nodiscard]] inline bool isPush(std::uint8_t code) { return code <= Op16; }

} // namespace bt::kaspa::script
