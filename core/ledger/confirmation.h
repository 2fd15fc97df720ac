// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How settled a payment is: a depth in DAA score, and its stage. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "ledger/network.h"

#include <optional>

namespace bt::ledger {

enum class Stage : std::uint8_t {
    Waiting,  //!< on this computer only, or nobody has it any more
    Seen,     //!< nodes have it; no block yet
    Settling, //!< in a block that a reorganisation could still take back
    Settled,  //!< NetworkParams::settleDaa deep
};

struct Confirmation {
    Stage stage = Stage::Waiting;
    std::uint64_t depth = 0; //!< DAA score since the accepting block; 0 unless Settling or Settled
    int percent = 0;         //!< of the way to Settled: 0 to 99 while Settling, 100 when Settled
    auto operator<=>(const Confirmation&) const = default;
};

//! \param acceptedAt DAA score of the accepting block (Wallet::acceptedAt). \param inMempool a node has it waiting.
//! \param virtualDaa NodeInfo::daaScore.
[[nodiscard]] Confirmation confirmationOf(std::optional<std::uint64_t> acceptedAt, bool inMempool, std::uint64_t virtualDaa,
                                          const NetworkParams& network);

} // namespace bt::ledger
