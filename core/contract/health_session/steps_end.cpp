// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that pay out.
#include "contract/health_session/draft.h"
#include "contract/health_session/steps.h"
#include "kaspa/abi/codec.h"

namespace bt::contract::session {
namespace {

using kaspa::abi::Value;

//! Arguments of `settle`, empty where a reason does not need them.
struct Settle {
    Why why = Why::Expire;
    bool signs = false;
    Value proof = Bytes{};
    Opening opening;
    Value more = Bytes{};

    [[nodiscard]] std::vector<Value> arguments() const
    {
        return {static_cast<int>(why), signs ? signatureSlot() : Value(Bytes{}), proof, opening.part, opening.before, opening.after, more};
    }
};

//! The whole of price and bond. Bounded by redeemOf, so the sum cannot overflow.
Sompi everything(const State& state) { return {state.price.value + state.bond.value}; }

//! A ticket for the patient's own key: what exits give that she does not sign.
Split withTicket(const Session& session, Sompi share)
{
    Split split;
    split.share = share;
    split.holder = session.state.patient;
    split.record = noRecord();
    return split;
}

Result<void> checkAttendance(const Session& session, const crypto::Signature64& attendance)
{
    if (!crypto::schnorrVerify(session.state.patient, attendanceMessage(session.id).view(), attendance))
        return fail("contract.bad_signature", {"attendance"}, "not the patient's attendance at this visit");
    return {};
}

SignatureWanted patientOf(const Session& s) { return {Signer::Patient, s.state.patient}; }
SignatureWanted therapistOf(const Session& s) { return {Signer::Therapist, s.state.therapist}; }

Result<Plan> cancelFor(const Session& session, Step step, Sompi fee)
{
    BT_TRY(Draft draft,
           Draft::start(session, step,
                        step == Step::Decline ? std::initializer_list<Phase>{Phase::Requested}
                                              : std::initializer_list<Phase>{Phase::Accepted, Phase::Committed, Phase::InSession}));
    Split split;
    if (session.state.phase == Phase::InSession) split = withTicket(session, {});
    if (session.state.phase == Phase::Accepted) split.share = session.state.bond;
    BT_CHECK(draft.pay(split, FeeFrom::Therapist, fee));
    Settle settle;
    settle.why = Why::CancelByTherapist;
    settle.signs = true;
    return draft.call("settle", settle.arguments(), {therapistOf(session)}, {1});
}

} // namespace

Result<Plan> decline(const Session& session, Sompi feeFromOwn) { return cancelFor(session, Step::Decline, feeFromOwn); }

Result<Plan> cancelByTherapist(const Session& session, Sompi feeFromOwn) { return cancelFor(session, Step::CancelByTherapist, feeFromOwn); }

Result<Plan> expireRequest(const Session& session, const Terms& terms)
{
    BT_TRY(Draft draft, Draft::start(session, Step::ExpireRequest, {Phase::Requested}));
    Settle settle;
    settle.why = Why::Expire;
    BT_TRY(settle.opening, openPart(session.state, terms, Part::Request));
    BT_CHECK(draft.pay({}, FeeFrom::Nobody, {}));
    draft.wait(terms.request.acceptBy, 0);
    return draft.call("settle", settle.arguments(), {}, {});
}

Result<Plan> cancelByPatient(const Session& session, const Terms& terms, Sompi feeFromOwn)
{
    BT_TRY(Draft draft, Draft::start(session, Step::CancelByPatient, {Phase::Requested, Phase::Accepted, Phase::Committed}));
    Settle settle;
    settle.why = Why::CancelByPatient;
    settle.signs = true;
    Split split;
    if (session.state.phase == Phase::Accepted) split.share = session.state.bond;
    if (session.state.phase == Phase::Committed) {
        BT_TRY(settle.opening, openPart(session.state, terms, Part::Ladder));
        if (terms.ladder.lateShare > session.state.price) return fail("contract.bad_amount", "late share above the price");
        split.share = {session.state.bond.value + terms.ladder.lateShare.value};
    }
    BT_CHECK(draft.pay(split, FeeFrom::Patient, feeFromOwn));
    return draft.call("settle", settle.arguments(), {patientOf(session)}, {1});
}

Result<Plan> complete(const Session& session, const Hash256& record, const crypto::Signature64& therapistSigned, const XOnlyKey& holder,
                      Sompi feeFromOwn)
{
    BT_TRY(Draft draft, Draft::start(session, Step::Complete, {Phase::Accepted, Phase::Committed, Phase::InSession}));
    if (!crypto::schnorrVerify(session.state.therapist, recordMessage(session.id, record).view(), therapistSigned))
        return fail("contract.bad_signature", {"record"}, "the therapist did not sign this record");
    if (!crypto::secpOnCurve(holder)) return fail("contract.bad_signature", {"holder"}, "the ticket's key is not on the curve");
    Split split = withTicket(session, everything(session.state));
    split.holder = holder;
    split.record = record;
    BT_CHECK(draft.pay(split, FeeFrom::Patient, feeFromOwn));
    Settle settle;
    settle.why = Why::Complete;
    settle.signs = true;
    settle.proof = therapistSigned.view();
    Bytes more = bytesOf(holder.view());
    append(more, record.view());
    settle.more = std::move(more);
    return draft.call("settle", settle.arguments(), {patientOf(session)}, {1});
}

Result<Plan> claim(const Session& session, const Terms& terms, const std::optional<crypto::Signature64>& attendance, Sompi feeFromOwn)
{
    BT_TRY(Draft draft, Draft::start(session, attendance ? Step::ClaimAttended : Step::Claim, {Phase::InSession}));
    Settle settle;
    settle.why = Why::Claim;
    settle.signs = true;
    BT_TRY(settle.opening, openPart(session.state, terms, Part::Visit));
    if (attendance) {
        BT_CHECK(checkAttendance(session, *attendance));
        settle.proof = attendance->view();
    }
    BT_CHECK(draft.pay(withTicket(session, everything(session.state)), FeeFrom::Therapist, feeFromOwn));
    draft.wait(terms.visit.endsAt, attendance ? 0 : terms.visit.claimAge);
    return draft.call("settle", settle.arguments(), {therapistOf(session)}, {1});
}

Result<Plan> claimForTherapist(const Session& session, const Terms& terms)
{
    BT_TRY(Draft draft, Draft::start(session, Step::ClaimForTherapist, {Phase::InSession}));
    Settle settle;
    settle.why = Why::ClaimForTherapist;
    BT_TRY(settle.opening, openPart(session.state, terms, Part::Visit));
    BT_CHECK(draft.pay(withTicket(session, everything(session.state)), FeeFrom::Nobody, {}));
    draft.wait(terms.visit.endsAt, std::uint64_t{2} * terms.visit.claimAge);
    return draft.call("settle", settle.arguments(), {}, {});
}

Result<Plan> agree(const Session& session, Sompi toTherapist, const std::optional<XOnlyKey>& holder, Sompi fee, Sompi stakeBack)
{
    BT_TRY(Draft draft, Draft::start(session, Step::Agree,
                                     {Phase::Requested, Phase::Accepted, Phase::Committed, Phase::InSession, Phase::DisputedByPatient,
                                      Phase::DisputedByTherapist}));
    Split split;
    // Nobody is silenced by an agreement: where an exit would have left a ticket, this one does too.
    if (session.state.phase >= Phase::InSession) split = withTicket(session, {});
    if (holder && split.holder) split.holder = holder;
    split.share = toTherapist;
    split.levied = false;
    if (stakeBack.value > 0) {
        if (!session.state.asset || session.state.phase != Phase::DisputedByTherapist)
            return fail("contract.bad_amount", "no stake of his stands apart here");
        split.stake = stakeBack;
        split.arbiterPayout = session.state.therapist;
    }
    if (!session.state.asset && toTherapist.value != 0 && toTherapist < kShareFloor)
        return fail("contract.bad_amount", "share below the floor");
    if (!session.state.asset) {
        // No output rules bind an agreement, yet the patient's part must carry an output.
        BT_TRY(const Sompi least, add(toTherapist, {fee.value + kShareFloor.value}));
        if (least > session.value) return fail("contract.bad_amount", "share and fee leave the patient nothing");
    }
    BT_CHECK(draft.pay(split, FeeFrom::Patient, fee));
    std::vector<Value> arguments{signatureSlot(), signatureSlot(), split.holder ? bytesOf(split.holder->view()) : Bytes{}};
    // The first program of visits in KAS does not ask whose the ticket is.
    BT_TRY(const Version* version, versionOf(session.program));
    arguments.resize(version->session.entries().at("agree").params.size());
    return draft.call("agree", std::move(arguments), {patientOf(session), therapistOf(session)}, {0, 1});
}

Result<Plan> resolve(const Session& session, const Terms& terms, Sompi toTherapist, std::size_t first, std::size_t second)
{
    BT_TRY(Draft draft, Draft::start(session, Step::Resolve, {Phase::DisputedByPatient, Phase::DisputedByTherapist}));
    if (first >= second || second > 2) return fail("contract.bad_signatures", "two different arbiters of three");
    if (toTherapist > everything(session.state) || (!session.state.asset && toTherapist.value != 0 && toTherapist < kShareFloor))
        return fail("contract.bad_amount", "the split is of price and bond");
    Settle settle;
    settle.why = Why::Resolve;
    settle.signs = true;
    settle.proof = signatureSlot();
    BT_TRY(settle.opening, openPart(session.state, terms, Part::Dispute));
    BT_TRY(Bytes more, kaspa::abi::encodePayload({kaspa::abi::Kind::Int, "", {}}, static_cast<std::int64_t>(toTherapist.value), {}));
    more.push_back(static_cast<std::uint8_t>(first + second - 1)); // (0,1), (0,2), (1,2)
    settle.more = std::move(more);
    Split split = withTicket(session, toTherapist);
    split.stake = terms.dispute.stake;
    split.arbiterPayout = terms.dispute.arbiterPayout;
    BT_CHECK(draft.pay(split, FeeFrom::Nobody, {}));
    constexpr Signer who[] = {Signer::PatientArbiter, Signer::TherapistArbiter, Signer::JointArbiter};
    return draft.call("settle", settle.arguments(),
                      {{who[first], terms.dispute.arbiters[first]}, {who[second], terms.dispute.arbiters[second]}}, {1, 2});
}

Result<Plan> lapse(const Session& session, const Terms& terms, const std::optional<crypto::Signature64>& attendance)
{
    BT_TRY(Draft draft,
           Draft::start(session, attendance ? Step::LapseAttended : Step::Lapse, {Phase::DisputedByPatient, Phase::DisputedByTherapist}));
    Settle settle;
    settle.why = Why::Lapse;
    BT_TRY(settle.opening, openPart(session.state, terms, Part::Dispute));
    Sompi share;
    if (attendance) {
        BT_CHECK(checkAttendance(session, *attendance));
        settle.proof = attendance->view();
        share = terms.dispute.lapseShare;
        if (share > everything(session.state)) return fail("contract.bad_amount", "lapse share above price and bond");
    }
    const bool byPatient = session.state.phase == Phase::DisputedByPatient;
    Split split = withTicket(session, share);
    if (!session.state.asset) {
        if (byPatient) split.share.value += terms.dispute.stake.value;
    } else if (byPatient) {
        // The stake is KAS and stands alone; a bond that nobody disputed in vain goes home.
        split.stake = terms.dispute.stake;
        split.arbiterPayout = session.state.therapist;
        if (!attendance) split.share = session.state.bond;
    }
    BT_CHECK(draft.pay(split, FeeFrom::Nobody, {}));
    draft.wait({}, attendance ? terms.dispute.lapseAge : std::uint64_t{2} * terms.dispute.lapseAge);
    return draft.call("settle", settle.arguments(), {}, {});
}

Result<Plan> dropTicket(const Ticket& ticket, const kaspa::ScriptPublicKey& destination, Sompi feeFromOwn)
{
    BT_TRY(const Version* version, versionOf(ticket.program));
    if (feeFromOwn > kFeeCap || feeFromOwn >= ticket.value) return fail("contract.bad_amount", "fee above the cap");
    Plan plan;
    plan.step = Step::DropTicket;
    BT_TRY(plan.spent, utxoOf(ticket));
    plan.program = ticket.program;
    BT_TRY(plan.redeemScript, redeemOf(*version, ticket.holder, ticket.terms, ticket.record, ticket.weight));
    kaspa::Input input;
    input.previous = ticket.outpoint;
    input.computeBudget = computeBudgetOf(Step::DropTicket);
    plan.tx.inputs.push_back(std::move(input));
    plan.outcome.toPatient = {ticket.value.value - feeFromOwn.value};
    plan.outcome.fee = feeFromOwn;
    plan.surplus = feeFromOwn;
    plan.tx.outputs.push_back({plan.outcome.toPatient, destination, std::nullopt});
    plan.entry = "use";
    plan.arguments = {signatureSlot()};
    plan.signatureSlots = {0};
    plan.wanted = {{Signer::TicketHolder, ticket.holder}};
    BT_TRY(plan.tx.inputs[0].signatureScript, finish(plan, std::vector<kaspa::InputSignature>(1)));
    return plan;
}

} // namespace bt::contract::session
