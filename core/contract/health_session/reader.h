// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Reads what a transaction did to a session, or gave birth to. Trusts nothing: the transaction may come from anyone.
//! Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "contract/health_session/plan.h"
#include "contract/health_session/steps.h"

namespace bt::contract::session {

//! What a spend of a session meant.
struct Transition {
    Step step = Step::Accept;
    std::optional<Session> next;                   //!< the continued instance, unless the step paid out
    std::optional<Ticket> ticket;                  //!< issued by the step
    Outcome outcome;                               //!< fee: value of the instance that reached no output of it (0 when others paid)
    std::optional<Hash256> record;                 //!< opened by complete
    std::optional<crypto::Signature64> attendance; //!< shown by the step
    std::vector<kaspa::Outpoint> toPatient;        //!< the outputs that pay her key
    std::vector<kaspa::Outpoint> toTherapist;
};

//! What the chain accepted when `tx` spent `before`.
//! \param spendingId id of `tx`. \param holder the ticket's key of an agreement, which the chain does not say in clear;
//!        without it only a ticket for the patient's state key is recognised there.
//! \returns "contract.not_a_spend" if no input spends `before`; "contract.unreadable" if its script is not a call of
//! the
//!          program; the scripts themselves are not run: the chain has done that.
[[nodiscard]] Result<Transition> readSpend(const Session& before, const kaspa::Transaction& tx, const kaspa::TxId& spendingId,
                                           const std::optional<XOnlyKey>& holder = std::nullopt);

//! The session that output `index` of `tx` gives birth to, given the state that its booker sent: recomputes script and
//! covenant id, and that the id has no second output. \param authorising outpoint spent by the authorising input.
//! \returns "contract.bad_birth" naming the rule in args.
[[nodiscard]] Result<Session> readBirth(const State& state, const kaspa::Transaction& tx, const kaspa::TxId& id, std::uint32_t index);

//! Everything that a therapist's core checks before it signs accept: state against the opened terms, keys, money,
//! birth, time. "visit.bad_terms", "contract.terms_mismatch", "contract.underfunded".
//! \param asset what she takes: nothing for KAS; for BTAI the network's token and pool and the agreed levy.
[[nodiscard]] Result<void> checkRequest(const Session& session, const Terms& terms, const XOnlyKey& therapist, Millis now,
                                        const std::optional<Asset>& asset = std::nullopt);

} // namespace bt::contract::session
