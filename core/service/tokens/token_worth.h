// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What BTAI are worth in KAS at the rates of a network's parameters: for showing amounts of both in one currency, and for
//! prices that a person enters in it. Pure. Thread safety: all functions are.
#pragma once

#include "ledger/network.h"

namespace bt::service {

//! Half up; 0 where the network has no rate.
[[nodiscard]] inline Sompi worthOf(std::uint64_t units, const ledger::NetworkParams& network)
{
    __extension__ using Wide = __int128;
    if (network.microsPerKas <= 0 || network.microsPerToken <= 0) return {};
    return {static_cast<std::uint64_t>((Wide(units) * network.microsPerToken + network.microsPerKas / 2) / network.microsPerKas)};
}
//! The other way, half up: an amount of cents becomes the very same worth.
[[nodiscard]] inline std::uint64_t unitsFor(Sompi worth, const ledger::NetworkParams& network)
{
    __extension__ using Wide = __int128;
    if (network.microsPerKas <= 0 || network.microsPerToken <= 0) return 0;
    return static_cast<std::uint64_t>((Wide(worth.value) * network.microsPerKas + network.microsPerToken / 2) / network.microsPerToken);
}

} // namespace bt::service
