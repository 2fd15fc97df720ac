// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Indexes of inputs and outputs as opcodes pop them. Private to script/. Pure; no Qt.
#pragma once

#include "kaspa/script/machine.h"

namespace bt::kaspa::script {

[[nodiscard]] inline Rule noInput(Machine& vm, std::int64_t index)
{
    return vm.broken(Rule::InvalidInputIndex, std::to_string(index) + " of " + std::to_string(vm.tx()->tx.inputs.size()) + " inputs");
}
[[nodiscard]] inline Rule noOutput(Machine& vm, std::int64_t index)
{
    return vm.broken(Rule::InvalidOutputIndex, std::to_string(index) + " of " + std::to_string(vm.tx()->tx.outputs.size()) + " outputs");
}

//! Pops one index of an input that exists.
[[nodiscard]] inline Rule popInputIndex(Machine& vm, std::size_t& out)
{
    if (vm.tx() == nullptr) return Rule::InvalidSource;
    std::array<std::size_t, 1> i{};
    if (const Rule r = vm.popIndexes(i); r != Rule::Ok) return r;
    if (i[0] >= vm.tx()->tx.inputs.size()) return noInput(vm, static_cast<std::int64_t>(i[0]));
    out = i[0];
    return Rule::Ok;
}
//! Pops one index of an output that exists.
[[nodiscard]] inline Rule popOutputIndex(Machine& vm, std::size_t& out)
{
    if (vm.tx() == nullptr) return Rule::InvalidSource;
    std::array<std::size_t, 1> i{};
    if (const Rule r = vm.popIndexes(i); r != Rule::Ok) return r;
    if (i[0] >= vm.tx()->tx.outputs.size()) return noOutput(vm, static_cast<std::int64_t>(i[0]));
    out = i[0];
    return Rule::Ok;
}

} // namespace bt::kaspa::script
