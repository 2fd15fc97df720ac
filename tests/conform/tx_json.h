// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Transactions as the vectors of rusty-kaspa's tests are written here (docs in conform's README).
#pragma once

#include "conform.h"

#include "kaspa/transaction.h"

namespace bt::conform {

//! `tx` of a request.
[[nodiscard]] Result<kaspa::Transaction> transactionIn(const In& in);
//! `tx` and `utxos`; "kaspa.tx.malformed" unless there are as many as inputs.
[[nodiscard]] Result<kaspa::Populated> populatedIn(const In& in);
//! `input_index`, below the number of inputs.
[[nodiscard]] Result<std::size_t> inputIndexIn(const In& in, const kaspa::Transaction& tx);
//! {version, script} or {spk_version, script}.
[[nodiscard]] Result<kaspa::ScriptPublicKey> spkOf(const In& in);

} // namespace bt::conform
