// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Explains transactions and states of ours in plain words, for `inspect` and for auditors. It trusts nothing that it
//! reads and runs no script: a node that has accepted a transaction is what makes it true. English. Pure; no Qt. Thread
//! safety: all functions are.
#pragma once

#include "kaspa/transaction.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bt::contract {

//! A heading with labelled lines below it.
struct ExplainedPart {
    std::string title;
    std::vector<std::pair<std::string, std::string>> facts; //!< label and text; an empty label: a sentence
};
using Explanation = std::vector<ExplainedPart>;

//! What a transaction does: each input (which program it calls, from which state, with what), each output, lock time and
//! payload. \param utxos what the inputs spend where it is known, beside tx.inputs or empty.
//! \param prefix of addresses ("kaspasim").
[[nodiscard]] Explanation explainTransaction(const kaspa::Transaction& tx, std::string_view prefix,
                                             const std::vector<std::optional<kaspa::Utxo>>& utxos = {});
//! An unspent output. Its state stays hidden behind a hash until it is spent for the first time.
[[nodiscard]] Explanation explainOutput(const kaspa::Utxo& utxo, std::string_view prefix);
//! The state in a redeem script. \returns "contract.unknown_program" if it is of none of our programs.
[[nodiscard]] Result<Explanation> explainState(ByteView redeemScript);

//! As text, one line a fact.
[[nodiscard]] std::string textOf(const Explanation& explanation);

} // namespace bt::contract
