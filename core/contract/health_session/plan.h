// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A step of a visit as an unsigned transaction: what a builder hands to the wallet. Pure; no Qt. Thread safety:
//! values.
#pragma once

#include "contract/call.h"
#include "contract/health_session/state.h"
#include "kaspa/signing.h"

#include <string_view>

namespace bt::contract::session {

enum class Step {
    Book,
    Accept,
    Decline,           //!< therapist, Requested
    ExpireRequest,     //!< anyone after acceptBy, Requested
    CancelByPatient,   //!< Requested, Accepted: free. Committed: late share
    Commit,            //!< anyone after freeUntil and grace age
    Begin,             //!< anyone after startsAt
    BeginAttended,     //!< anyone with the patient's attendance
    CancelByTherapist, //!< Accepted, Committed, InSession
    Complete,          //!< patient, with the record that both signed
    ClaimAttended,     //!< therapist with attendance after endsAt
    Claim,             //!< therapist after endsAt and claim age
    ClaimForTherapist, //!< anyone after endsAt and twice the claim age
    Dispute,           //!< either side with the stake
    Agree,             //!< both signatures
    Resolve,           //!< 2 of 3 arbiters
    LapseAttended,     //!< anyone with attendance after the dispute's age
    Lapse,             //!< anyone after twice that
    DropTicket,        //!< the holder takes a ticket's money
};
//! Stable English name for logs and the demo: "accept", "claim-attended".
[[nodiscard]] std::string_view stepName(Step step);

enum class Signer { Patient, Therapist, PatientArbiter, TherapistArbiter, JointArbiter, TicketHolder };

//! A SIGHASH_ALL signature over input 0 of the *final* transaction (fee inputs and change included).
struct SignatureWanted {
    Signer who = Signer::Patient;
    XOnlyKey key;
};

//! Where the tokens of a visit in BTAI go, base units. In a continuing step only `locked` is set.
struct TokenOutcome {
    Sompi toPatient;
    Sompi toTherapist;
    Sompi toPool;   //!< the levy
    Sompi locked;   //!< in the escrow after the step
    Sompi carriers; //!< KAS under the outputs above
    bool operator==(const TokenOutcome&) const = default;
};

//! Where the money of a step goes. In a continuing step only `locked` is set.
struct Outcome {
    Sompi toPatient;          //!< plain output, P2PK of the patient's key
    Sompi toTherapist;        //!< plain output, P2PK of the therapist's key
    Sompi toArbiters;         //!< the stake, on resolve
    Sompi ticket;             //!< in the rating ticket, the patient's
    Sompi locked;             //!< in the session after the step
    Sompi fee;                //!< taken from the signer's own payout (feeFromOwn)
    TokenOutcome tokens = {}; //!< beside the KAS above
    bool operator==(const Outcome&) const = default;
};

//! A step ready for the wallet: input 0 spends the session (or ticket), in a visit in BTAI `tokens` stand beside the
//! inputs that follow, and the outputs present are fixed and come first.
//! The wallet appends fee inputs and a change output as it needs, signs what `wanted` lists, and calls finish().
struct Plan {
    Step step = Step::Accept;
    kaspa::Transaction tx; //!< version 1, lock time and sequence set; input 0 carries dummy signatures of final size
    kaspa::Utxo spent;     //!< of input 0
    std::vector<SignatureWanted> wanted;
    Outcome outcome;
    Sompi toAdd;              //!< what fee inputs must bring beside the fee (bond, stake); 0 otherwise
    Sompi surplus;            //!< input 0 less the fixed outputs: what already pays fees (feeFromOwn)
    Millis notBefore;         //!< past median time must be beyond it; 0: no lock time
    std::uint64_t minAge = 0; //!< DAA scores since the spent output was accepted

    Hash256 program;                          //!< template hash of the program that input 0 runs
    std::string entry;                        //!< its entry
    std::vector<kaspa::abi::Value> arguments; //!< with 65 zero bytes where a signature goes
    std::vector<std::size_t> signatureSlots;  //!< index into arguments, beside `wanted`
    Bytes redeemScript;
    std::vector<Call> tokens; //!< inputs 1.. of tx: the escrow, and at accept the bond; finish each as call.h says
};

//! Puts the signatures (beside plan.wanted) in and returns the signature script of input 0. Sizes equal the dummies'.
//! \returns "contract.bad_signatures" if the count differs.
[[nodiscard]] Result<Bytes> finish(const Plan& plan, const std::vector<kaspa::InputSignature>& signatures);

} // namespace bt::contract::session
