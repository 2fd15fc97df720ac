// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Spending plans of several transactions: joining many small coins of one relation, and paying many people; and the
//! replacement of a waiting payment by one with a higher fee. Pure over their arguments but for the key callbacks. No
//! Qt. Thread safety: all functions are, if the callbacks are.
#pragma once

#include "ledger/builder.h"

namespace bt::ledger {

//! \returns a script of the wallet that nobody has seen (Wallet::fresh); asked once for each transaction that needs
//! one.
using FreshScript = std::function<Result<kaspa::ScriptPublicKey>()>;

//! What joining coins would do.
struct Compounding {
    std::vector<Draft> drafts;  //!< independent of each other: each takes other coins and makes one
    std::size_t coins = 0;      //!< that they join
    std::size_t notWorthIt = 0; //!< confirmed coins of the relation that cost more to move than they hold
    Sompi fee;                  //!< of all drafts
};
//! Joins the confirmed coins of one relation into as few as possible, by transactions within the mass limits. Coins of
//! other relations are never touched. The results of several drafts can be joined again when they are confirmed.
//! \param into asked once for each draft. \returns no drafts if there is nothing to join; the errors of build().
[[nodiscard]] Result<Compounding> compound(const std::vector<Coin>& coins, std::string_view relation, const FreshScript& into,
                                           const NetworkParams& network, std::uint64_t daaScore, FeeBasis basis = FeeBasis::Largest,
                                           std::uint64_t feeRate = kaspa::kSompiPerGram);

//! Pays all outputs of `request`, by as few transactions as the mass limits and the coins allow. Confirmed coins only,
//! so later drafts never wait for change of earlier ones. Without contract inputs, births or sendAll.
//! \param change asked once for each draft. \returns the errors of build(), for the first output that cannot be paid.
[[nodiscard]] Result<std::vector<Draft>> batch(const BuildRequest& request, const std::vector<Coin>& coins, const FreshScript& change,
                                               const NetworkParams& network, std::uint64_t daaScore);

//! The same payment with a higher fee, taken from the change: same inputs, same outputs before the change. The
//! signature scripts are empty again (covenant ids of births stay, for they hang on outpoints and outputs alone).
//! \param waiting as it was sent (Wallet::draftOf after a restart). \param fee what it shall pay at least.
//! \returns "ledger.no_change_to_pay" (args: sompi that the change can give, sompi needed) if there is no change or too
//!          little, "ledger.fee_too_high" (args: fee) above maxFee, "ledger.too_large", "ledger.bad_request" if `fee`
//!          is not above the old one.
[[nodiscard]] Result<Draft> replaceByFee(const Draft& waiting, Sompi fee, Sompi maxFee);
//! The least fee of a replacement that nodes accept: more for each gram than the waiting transaction pays.
[[nodiscard]] Sompi leastReplacementFee(const Draft& waiting);

} // namespace bt::ledger
