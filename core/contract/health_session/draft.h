// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the builders share: starting a plan, opening a part of the terms, laying out payouts as the program checks
//! them. Private to this folder. Pure; no Qt. Thread safety: one thread an object.
#pragma once

#include "contract/health_session/steps.h"

#include "contract/token/transfer.h"

#include <initializer_list>
#include <optional>

namespace bt::contract::session {

//! The reasons of the program's entry `settle`.
enum class Why : int {
    Expire = 0,
    Lapse = 1,
    ClaimForTherapist = 2,
    Claim = 3,
    CancelByTherapist = 4,
    Resolve = 5,
    CancelByPatient = 6,
    Complete = 7,
};

[[nodiscard]] kaspa::abi::RecordValue stateRecord(const State& state);
//! Redeem scripts of a session and of a ticket.
[[nodiscard]] Result<Bytes> redeemOf(const Version& version, const State& state);
[[nodiscard]] Result<Bytes> redeemOf(const Version& version, const XOnlyKey& holder, const Hash256& terms, const Hash256& record,
                                     Sompi weight = {});

//! A part of the terms as a witness: the part and the hashes on both sides of it.
struct Opening {
    Bytes part, before, after;
};
//! "contract.terms_mismatch" unless the parts hash to the state.
[[nodiscard]] Result<Opening> openPart(const State& state, const Terms& terms, Part part);

//! Where a settlement's money goes, before any fee.
struct Split {
    Sompi share;                    //!< the therapist's
    std::optional<Sompi> stake;     //!< to `arbiterPayout`, on resolve
    XOnlyKey arbiterPayout;         //!< in BTAI also the therapist's key, where a lapse gives him the patient's stake
    bool levied = true;             //!< false: an agreement
    std::optional<XOnlyKey> holder; //!< a ticket is due, for this key
    Hash256 record;
};
enum class FeeFrom { Nobody, Patient, Therapist };

//! A plan in the making.
class Draft
{
public:
    //! \returns "contract.wrong_phase" unless the session is in one of `phases`.
    [[nodiscard]] static Result<Draft> start(const Session& session, Step step, std::initializer_list<Phase> phases);

    //! Output 0 continues the session with this phase and `add` more sompi.
    [[nodiscard]] Result<void> continueAs(Phase phase, Sompi add);
    //! Adds the escrow as input 1 with the tokens that `next` says, or as accept's with `bond`'s coin behind it.
    [[nodiscard]] Result<void> addTokens(const std::vector<token::State>& next, const token::Source* bond = nullptr);
    //! The tokens of accept: output 1 is the escrow with `bond` in it, output 2 the therapist's change.
    [[nodiscard]] Result<void> takeBond(const std::optional<BondCoin>& bond);
    //! Lays out a settlement. "contract.bad_amount" if the share or the fee does not fit.
    [[nodiscard]] Result<void> pay(const Split& split, FeeFrom from, Sompi fee);
    //! Not before this time and this age of the spent output.
    void wait(Millis notBefore, std::uint64_t minAge);
    //! Calls `entry`; each entry of `wanted` fills the argument (65 zero bytes) that `signatureSlots` says beside it.
    [[nodiscard]] Result<Plan> call(std::string entry, std::vector<kaspa::abi::Value> arguments, std::vector<SignatureWanted> wanted,
                                    std::vector<std::size_t> signatureSlots);

    Plan plan;

private:
    explicit Draft(const Session& session, const Version& version) : m_session(session), m_version(version) {}
    [[nodiscard]] Result<void> payTokens(const Split& split, FeeFrom from, Sompi fee);
    Session m_session;
    const Version& m_version;
};

//! 65 zero bytes where a signature will go.
[[nodiscard]] kaspa::abi::Value signatureSlot();
//! Compute budget of input 0: measured by the table test, which fails when one is too small or too large.
[[nodiscard]] std::uint16_t computeBudgetOf(Step step, bool inTokens = false);

} // namespace bt::contract::session
