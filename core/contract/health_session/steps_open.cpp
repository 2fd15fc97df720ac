// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that keep the money in the instance: book, accept, commit, begin, dispute.
#include "contract/health_session/draft.h"
#include "contract/health_session/steps.h"
#include "kaspa/abi/codec.h"

namespace bt::contract::session {
namespace {

kaspa::abi::Value phaseArgument(Phase phase) { return {static_cast<std::uint8_t>(phase)}; }

} // namespace

Result<Booking> book(const State& state, const kaspa::Outpoint& authorising, std::uint16_t input, std::uint32_t index)
{
    if (state.phase != Phase::Requested) return fail("contract.wrong_phase", {"book", ""}, "a visit begins with a request");
    BT_TRY(const Sompi value, add(state.asset ? Sompi{} : state.price, kDeposit));
    const Version& version = currentVersion(state.asset.has_value());
    BT_TRY(const Bytes redeem, redeemOf(version, state));

    Booking out;
    out.index = index;
    out.output = {value, kaspa::abi::scriptHashOf(redeem), std::nullopt};
    out.session.program = version.session.templateHash();
    out.session.id = kaspa::covenantId(authorising, {{index, out.output}});
    out.session.outpoint.index = index;
    out.session.value = value;
    out.session.state = state;
    out.session.authorising = authorising;
    out.output.covenant = kaspa::CovenantBinding{input, out.session.id};
    return out;
}

Result<Plan> accept(const Session& session, const std::optional<BondCoin>& bond)
{
    BT_TRY(Draft draft, Draft::start(session, Step::Accept, {Phase::Requested}));
    BT_TRY(const Sompi least, add(session.state.asset ? Sompi{} : session.state.price, kDeposit));
    if (session.value < least) return fail("contract.underfunded", "the price and the deposit are not there");
    BT_TRY(const kaspa::Utxo utxo, utxoOf(session));
    const kaspa::Output born{utxo.amount, utxo.spk, std::nullopt};
    if (kaspa::covenantId(session.authorising, {{session.outpoint.index, born}}) != session.id)
        return fail("contract.bad_birth", {"twin"}, "the id was not born with this output alone");
    BT_CHECK(draft.continueAs(Phase::Accepted, session.state.asset ? Sompi{} : session.state.bond));
    if (session.state.asset) BT_CHECK(draft.takeBond(bond));
    return draft.call("accept", {signatureSlot(), kaspa::abi::outpointBytes(session.authorising)},
                      {{Signer::Therapist, session.state.therapist}}, {0});
}

Result<Plan> commit(const Session& session, const Terms& terms)
{
    BT_TRY(Draft draft, Draft::start(session, Step::Commit, {Phase::Accepted}));
    BT_TRY(Opening o, openPart(session.state, terms, Part::Ladder));
    BT_CHECK(draft.continueAs(Phase::Committed, {}));
    draft.wait(terms.ladder.freeUntil, terms.ladder.graceAge);
    return draft.call("move", {phaseArgument(Phase::Committed), Bytes{}, o.part, o.before, o.after}, {}, {});
}

Result<Plan> begin(const Session& session, const Terms& terms)
{
    BT_TRY(Draft draft, Draft::start(session, Step::Begin, {Phase::Committed}));
    BT_TRY(Opening o, openPart(session.state, terms, Part::Visit));
    BT_CHECK(draft.continueAs(Phase::InSession, {}));
    draft.wait(terms.visit.startsAt, 0);
    return draft.call("move", {phaseArgument(Phase::InSession), Bytes{}, o.part, o.before, o.after}, {}, {});
}

Result<Plan> beginAttended(const Session& session, const crypto::Signature64& attendance)
{
    BT_TRY(Draft draft, Draft::start(session, Step::BeginAttended, {Phase::Committed}));
    if (!crypto::schnorrVerify(session.state.patient, attendanceMessage(session.id).view(), attendance))
        return fail("contract.bad_signature", {"attendance"}, "not the patient's attendance at this visit");
    BT_CHECK(draft.continueAs(Phase::InSession, {}));
    return draft.call("move", {phaseArgument(Phase::InSession), attendance.view(), Bytes{}, Bytes{}, Bytes{}}, {}, {});
}

Result<Plan> dispute(const Session& session, const Terms& terms, Signer by)
{
    BT_TRY(Draft draft, Draft::start(session, Step::Dispute, {Phase::Committed, Phase::InSession}));
    if (by != Signer::Patient && by != Signer::Therapist)
        return fail("contract.wrong_phase", {"dispute", ""}, "only the two sides dispute");
    BT_TRY(Opening o, openPart(session.state, terms, Part::Dispute));
    const bool patient = by == Signer::Patient;
    const Phase next = patient ? Phase::DisputedByPatient : Phase::DisputedByTherapist;
    if (terms.dispute.stake > kMaxMoney) return fail("contract.bad_amount", "stake above the bound");
    BT_CHECK(draft.continueAs(next, terms.dispute.stake));
    return draft.call("move", {phaseArgument(next), signatureSlot(), o.part, o.before, o.after},
                      {{by, patient ? session.state.patient : session.state.therapist}}, {1});
}

} // namespace bt::contract::session
