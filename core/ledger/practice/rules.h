// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The rules a transaction must keep to be accepted: consensus first, relay rules after, in rusty-kaspa's order. Pure;
//! no Qt. Thread safety: all functions are. Every refusal is "node.rejected.RULE".
#pragma once

#include "kaspa/transaction.h"
#include "ledger/network.h"

namespace bt::ledger {

//! tx_validation_in_isolation.rs and the isolated half of check_transaction_standard.rs.
[[nodiscard]] Result<void> checkIsolated(const kaspa::Transaction& tx);

//! Where in the chain the transaction would be accepted.
struct ChainPoint {
    std::uint64_t daaScore = 0;
    Millis pastMedianTime;
};
//! tx_validation_in_header_context.rs: absolute lock times.
[[nodiscard]] Result<void> checkFinal(const kaspa::Transaction& tx, const ChainPoint& at);

//! tx_validation_in_utxo_context.rs (maturity, amounts, storage mass commitment, sequence locks, covenants, scripts),
//! the block's mass limits, and check_transaction_standard_in_context (script classes, signature operations, fee).
//! \returns the fee.
[[nodiscard]] Result<Sompi> checkPopulated(const kaspa::Populated& tx, const ChainPoint& at, const NetworkParams& network);

} // namespace bt::ledger
