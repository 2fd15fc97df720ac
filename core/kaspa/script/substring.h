// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The one rule of all substring opcodes. Private to script/. Pure; no Qt.
#pragma once

#include "kaspa/script/machine.h"

namespace bt::kaspa::script {

//! Pushes bytes [start, end) of `data`.
[[nodiscard]] inline Rule pushSubstring(Machine& vm, ByteView data, std::size_t start, std::size_t end)
{
    if (end < start) return vm.broken(Rule::InvalidRange, std::to_string(start) + " to " + std::to_string(end));
    if (end - start > kMaxElement) return vm.broken(Rule::ElementTooBig, std::to_string(end - start) + " bytes");
    if (end > data.size())
        return vm.broken(Rule::OutOfBoundsSubstring,
                         std::to_string(start) + " to " + std::to_string(end) + " of " + std::to_string(data.size()) + " bytes");
    return vm.main.push(Item(data.subspan(start, end - start)));
}

} // namespace bt::kaspa::script
