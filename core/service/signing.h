// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Transactions that several people sign, from a persona's side: puts one on the table with our coins for the fee, and
//! sends one that is complete through the outbox. Worker thread.
#pragma once

#include "ledger/partial_signing.h"
#include "service/dispatcher.h"

namespace bt::service {

//! A plan of calls with our coins for fee and carriers, which are signed; no slot has a signature yet. Writes nothing: the
//! coins are not reserved, and if they go elsewhere the file is worth nothing any more.
//! \param signers who may sign; empty: those whom the slots name. Errors of Payments::draft and ledger::startSigning,
//!        "money.spending_off".
[[nodiscard]] Result<ledger::PartialSigning> startSigning(Context& context, const CallsPlan& plan, ledger::SigningSubject subject,
                                                          std::vector<crypto::XOnlyKey> signers, std::string_view relation);

//! A visit's step as calls beside the inputs of its transaction.
[[nodiscard]] Result<CallsPlan> callsPlanOf(const contract::session::Plan& plan);

//! Registers the carrier of complete signings; more than once is as good as once.
void carrySigned(Context& context, Dispatcher& dispatcher);
//! Posts a signing that has all signatures: checked once more, kept, and sent until a block has it. Inside the caller's
//! database transaction. \param step shown as what waits ("resolve"). \param visitId "" if it is of no visit of ours.
//! \returns the intent's id; errors of ledger::finishSigning.
[[nodiscard]] Result<std::int64_t> postSigned(Context& context, Dispatcher& dispatcher, const ledger::PartialSigning& signing,
                                              const std::string& step, const std::string& visitId = {});

} // namespace bt::service
