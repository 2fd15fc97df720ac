// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One builder for each step of contracts.md, section 4 (money in KAS). A builder checks phase, roles, amounts and
//! openings, so that a plan that it returns is accepted once its time has come and its signatures are in. Pure; no Qt.
//! Thread safety: all functions are.
//!
//! Errors: "contract.wrong_phase" (args: step, phase), "contract.terms_mismatch" (the parts do not hash to the state),
//! "contract.bad_amount", "contract.bad_signature" (an attendance or record signature that does not verify),
//! "contract.unknown_program", "contract.bad_escrow" (the tokens of a visit in BTAI are not there, or too few),
//! "visit.bad_terms".
//! A visit in KAS and one in BTAI take the same steps; what differs is said where it does.
//! `feeFromOwn`: 0..feeCapOf(state), taken from the payout of the one who signs, for people without other coins.
#pragma once

#include "contract/health_session/messages.h"
#include "contract/health_session/plan.h"
#include "contract/token/transfer.h"

#include <optional>

namespace bt::contract::session {

//! The booking's output and what it gives birth to. The wallet makes a version 1 transaction whose input
//! `output.covenant->authorizingInput` spends `authorising`, with this output at `index` and no other output under the
//! same id.
struct Booking {
    kaspa::Output output; //!< price + deposit under the new covenant id
    std::uint32_t index = 0;
    Session session; //!< outpoint.id stays zero until the transaction's id is known
};
//! \param authorising  the coin that input `input` spends. \param index of the output in the transaction.
[[nodiscard]] Result<Booking> book(const State& state, const kaspa::Outpoint& authorising, std::uint16_t input = 0,
                                   std::uint32_t index = 0);

//! A booking in BTAI: price and escrow in one transaction. Input 0 spends `authorising` (a coin of the patient), the
//! token inputs follow; output 0 is the session, output 1 the escrow, output 2 the patient's change.
struct TokenBooking {
    Session session;          //!< outpoint.id and escrow->outpoint.id stay zero until the transaction's id is known
    kaspa::Transaction tx;    //!< input 0 without signature script
    std::vector<Call> tokens; //!< beside inputs 1..
    Sompi toAdd;              //!< what input 0 and further coins must bring beside the fee: deposits
};
[[nodiscard]] Result<TokenBooking> bookTokens(const State& state, const kaspa::Outpoint& authorising,
                                              const std::vector<token::Source>& from, const token::Owner& change);

// --- Requested
// ---------------------------------------------------------------------------------------------------------
//! The therapist's token that holds the bond, and whose the rest of it is.
struct BondCoin {
    token::Source source;
    token::Owner change;
};
//! Therapist, adding the bond. Proves that the id was born alone and that the price is there. \param bond in BTAI, if
//! there is a bond: "contract.bad_amount" if the coin does not hold it.
[[nodiscard]] Result<Plan> accept(const Session& session, const std::optional<BondCoin>& bond = std::nullopt);
[[nodiscard]] Result<Plan> decline(const Session& session, Sompi feeFromOwn = {});
[[nodiscard]] Result<Plan> expireRequest(const Session& session, const Terms& terms);

// --- cancelling
// --------------------------------------------------------------------------------------------------------
[[nodiscard]] Result<Plan> cancelByPatient(const Session& session, const Terms& terms, Sompi feeFromOwn = {});
[[nodiscard]] Result<Plan> cancelByTherapist(const Session& session, Sompi feeFromOwn = {});

// --- towards the visit
// -------------------------------------------------------------------------------------------------
[[nodiscard]] Result<Plan> commit(const Session& session, const Terms& terms);
[[nodiscard]] Result<Plan> begin(const Session& session, const Terms& terms);
[[nodiscard]] Result<Plan> beginAttended(const Session& session, const crypto::Signature64& attendance);

// --- after it
// ----------------------------------------------------------------------------------------------------------
//! Patient. \param holder the ticket's fresh key. \param therapistSigned over recordMessage(id, record).
[[nodiscard]] Result<Plan> complete(const Session& session, const Hash256& record, const crypto::Signature64& therapistSigned,
                                    const XOnlyKey& holder, Sompi feeFromOwn = {});
//! Therapist, with attendance when he has it.
[[nodiscard]] Result<Plan> claim(const Session& session, const Terms& terms, const std::optional<crypto::Signature64>& attendance,
                                 Sompi feeFromOwn = {});
[[nodiscard]] Result<Plan> claimForTherapist(const Session& session, const Terms& terms);

// --- disputes and agreement
// --------------------------------------------------------------------------------------------
//! \param by Signer::Patient or Signer::Therapist; adds the stake.
[[nodiscard]] Result<Plan> dispute(const Session& session, const Terms& terms, Signer by);
//! Any phase, both sign. Plain outputs to the two keys; in InSession and Disputed the deposit goes into a ticket for
//! `holder` (the patient's state key if none is given). What is left of the value after `toTherapist` and
//! `fee` (at most feeCapOf) is the patient's. \param stakeBack KAS of a problem's stake that goes back to the therapist who
//! raised it, beside his tokens: only in BTAI, and only where he did; in KAS it is part of `toTherapist`.
[[nodiscard]] Result<Plan> agree(const Session& session, Sompi toTherapist, const std::optional<XOnlyKey>& holder, Sompi fee,
                                 Sompi stakeBack = {});
//! Two arbiters (indexes into DisputeTerms::arbiters, first < second). \param toTherapist of price + bond.
[[nodiscard]] Result<Plan> resolve(const Session& session, const Terms& terms, Sompi toTherapist, std::size_t first, std::size_t second);
//! Anyone; with attendance from lapseAge the terms' split, without from twice that all to the patient.
[[nodiscard]] Result<Plan> lapse(const Session& session, const Terms& terms, const std::optional<crypto::Signature64>& attendance);

//! The holder takes the ticket's money to `destination` (fee from it: at most kFeeCap) and gives up the rating.
[[nodiscard]] Result<Plan> dropTicket(const Ticket& ticket, const kaspa::ScriptPublicKey& destination, Sompi feeFromOwn);

//! What cancelling now gives each side, exactly; `fee` is 0. \param by who cancels.
//! \returns "contract.wrong_phase" when that side cannot cancel any more.
[[nodiscard]] Result<Outcome> cancelNow(const State& state, Sompi value, const Terms& terms, Signer by);
//! Same by the clock: what a patient who looks at `now` must expect, since commit and begin may be pushed by anyone at
//! once when their time has come. \param acceptedDaa daaScore of the accepted session (for the grace age).
[[nodiscard]] Result<Outcome> cancelNow(const Session& session, const Terms& terms, Signer by, Millis now, std::uint64_t daaNow);

} // namespace bt::contract::session
