// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How two of three deciders divide the money of a visit: the plan of the step `resolve` as a transaction that they sign on
//! machines of their own. Every reader plans it again and compares. Thread safety: all functions are; with Context: worker.
#pragma once

#include "service/disputes/case_file.h"
#include "service/signing.h"

namespace bt::service {

//! What a signing says, computed again from the visit that it names.
struct Decision {
    CaseHead head;
    Sompi toPatient, toTherapist;      //!< of price and bond
    std::vector<std::size_t> signedBy; //!< places 0..2, rising
};

inline constexpr std::string_view kDecisionKind = "visit.resolve";

//! Price and bond: what is divided.
[[nodiscard]] Sompi potOf(const CaseHead& head);
//! Whether a share of the pot can be paid: 0, all, or both at least the smallest payout. "dispute.bad_split" (args: smallest
//! payout, pot, in sompi).
[[nodiscard]] Result<void> checkShare(const CaseHead& head, Sompi toPatient);
//! A decision on the table, with our coins for the fee and no signature yet.
[[nodiscard]] Result<ledger::PartialSigning> startDecision(Context& context, const CaseHead& head, Sompi toPatient);
//! \returns "case.*" for facts that do not hold, "dispute.other_payment" if the transaction is not exactly what its words say.
[[nodiscard]] Result<Decision> readDecision(const ledger::PartialSigning& signing);
//! Puts the places of those who signed in, once there are two.
[[nodiscard]] Result<void> settleSigners(ledger::PartialSigning& signing, const Decision& decision);
//! The visit's money is on the chain just as the head says. "case.moved" if it is not there (any more), "node.*".
[[nodiscard]] Result<void> checkOnChain(const CaseHead& head, ledger::Node& node);

} // namespace bt::service
