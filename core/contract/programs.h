// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Programs that are part of the binary (resources/contracts). Private to core/contract. Pure; no Qt. Thread safety: all
//! functions are.
#pragma once

#include "base/result.h"
#include "kaspa/abi/program.h"

#include <cstdlib>
#include <vector>

namespace bt::contract {

//! An embedded artifact: one that does not parse is a broken build, which no caller could handle.
inline kaspa::abi::Program builtIn(std::string_view artifact, std::string_view contract)
{
    auto program = kaspa::abi::Program::parse(artifact, contract);
    if (!program) std::abort();
    return *std::move(program);
}

//! All versions of one program, from their artifacts.
template <typename Artifacts, typename Text>
std::vector<kaspa::abi::Program> builtIns(const Artifacts& artifacts, Text text, std::string_view contract)
{
    std::vector<kaspa::abi::Program> out;
    for (const auto& artifact : artifacts) out.push_back(builtIn(artifact.*text, contract));
    return out;
}

//! The version with this template hash. \returns "contract.unknown_program".
[[nodiscard]] inline Result<const kaspa::abi::Program*> versionAmong(const std::vector<kaspa::abi::Program>& all,
                                                                     const Hash256& templateHash)
{
    for (const kaspa::abi::Program& program : all)
        if (program.templateHash() == templateHash) return &program;
    return fail("contract.unknown_program", "no artifact has this template hash");
}

} // namespace bt::contract
