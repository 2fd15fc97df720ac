// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Programs that are part of the binary (resources/contracts). Private to core/contract. Pure; no Qt. Thread safety: all
//! functions are.
#pragma once

#include "kaspa/abi/program.h"

#include <cstdlib>

namespace bt::contract
{

//! An embedded artifact: one that does not parse is a broken build, which no caller could handle.
inline kaspa::abi::Program builtIn(std::string_view artifact, std::string_view contract)
{
    auto program = kaspa::abi::Program::parse(artifact, contract);
    if (!program) std::abort();
    return *std::move(program);
}

} // namespace bt::contract
