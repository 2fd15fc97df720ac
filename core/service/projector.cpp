// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/projector.h"

#include "service/booking_terms.h"
#include "service/json_fields.h"

namespace bt::service {
namespace {

namespace cs = contract::session;

RecordState recordState(const Visit& v)
{
    if (!v.record) return RecordState::None;
    const bool patient = v.record->patientKeySigned.has_value(), therapist = v.record->therapistKeySigned.has_value();
    if (patient && therapist) return RecordState::SignedByBoth;
    const bool mine = v.role == Role::Patient ? patient : therapist;
    return mine ? RecordState::SignedByMe : (patient || therapist) ? RecordState::SignedByThem : RecordState::None;
}

void mayDo(VisitView& out, const Visit& v, Millis now)
{
    const bool patient = v.role == Role::Patient;
    if (v.chainPruned) return; // nobody here knows where its money stands
    const bool free = v.pending.empty() && !v.declineWanted;
    const bool going = v.phase == VisitPhase::Accepted || v.phase == VisitPhase::Committed || v.phase == VisitPhase::InSession;
    out.canAccept = !patient && free && v.phase == VisitPhase::Requested && now < v.terms.request.acceptBy;
    out.canDecline = !patient && free && v.phase == VisitPhase::Requested;
    out.canCancel = free && (patient ? v.phase == VisitPhase::Requested || v.phase == VisitPhase::Accepted || v.phase == VisitPhase::Committed
                                     : going);
    const bool open = now >= v.terms.visit.startsAt.plus(-kRoomOpensBefore) && now < v.terms.visit.endsAt.plus(kRoomClosesAfter);
    out.canJoin = going && open;
    const bool begun = now >= v.terms.visit.startsAt;
    const bool bothThere = v.joinedByMe.value != 0 && v.joinedByThem.value != 0;
    out.canSignRecord = going && begun && bothThere &&
                        (out.record == RecordState::None || out.record == RecordState::SignedByThem);
    out.canComplete = patient && free && going && v.record && v.record->therapistKeySigned && v.record->patientKeySigned;
    const bool split = v.onChain() && v.phase != VisitPhase::Requested;
    out.canProposeSplit = split && free && !v.split;
    out.canAnswerSplit = split && free && v.split && !v.split->mine;
    // What is said in private does not end with the ticket that a public rating spends.
    const bool ticketed = v.ticket.has_value() || std::ranges::any_of(v.steps, [](const VisitStep& s) { return s.step == "ticket"; });
    out.canRate = patient && v.phase == VisitPhase::Ended && v.rating == 0 && ticketed;
}

} // namespace

VisitView project(const Visit& v, const PeerFace& peer, Millis now, std::uint64_t daaNow, Millis pastMedian)
{
    VisitView out;
    out.id = v.id;
    if (!v.session.id.isZero()) out.covenantId = hexOf(v.session.id);
    out.myRole = v.role;
    out.peerId = peer.did;
    out.peerName = peer.name;
    out.peerZone = peer.zone;
    out.peerAvatarSeed = peer.avatarSeed;
    out.threadId = v.threadId;
    out.phase = v.phase;
    out.ending = v.ending;
    out.moving = !v.pending.empty() || v.phase == VisitPhase::Preparing || v.inTheAir();
    if (v.chainPruned) out.trouble = "visit.chain_pruned";
    out.startsAt = v.terms.visit.startsAt;
    out.endsAt = v.terms.visit.endsAt;
    out.acceptBy = v.terms.request.acceptBy;
    out.freeUntil = v.terms.ladder.freeUntil;
    out.claimFrom = claimFrom(v, now, daaNow);
    out.price = v.session.state.price;
    out.bond = v.session.state.bond;
    out.deposit = cs::kDeposit;
    out.lateShareBps = out.price.value == 0 ? 0 : static_cast<int>((v.terms.ladder.lateShare.value * 10000 + out.price.value / 2) / out.price.value);
    out.intake = v.intake;
    out.joinedByMe = v.joinedByMe.value != 0;
    out.joinedByThem = v.joinedByThem.value != 0;
    out.record = recordState(v);
    if (v.split) out.split = SplitView{v.split->toPatient, v.split->toTherapist, v.split->mine};
    out.series = v.series;
    out.rating = v.rating;
    out.ratingComment = v.ratingComment;
    out.steps = v.steps;
    mayDo(out, v, now);

    const auto me = v.role == Role::Patient ? cs::Signer::Patient : cs::Signer::Therapist;
    if (v.onChain()) {
        if (const auto cancelled = cs::cancelNow(v.session, v.terms, me, dueClock(pastMedian), daaNow)) {
            const auto deposit = std::min(cancelled->toPatient.value, cs::kDeposit.value);
            const Sompi patient{cancelled->toPatient.value - deposit};
            out.cancelToMe = v.role == Role::Patient ? patient : cancelled->toTherapist;
            out.cancelToThem = v.role == Role::Patient ? cancelled->toTherapist : patient;
        } else {
            out.canCancel = false;
        }
    }
    const auto claimAt = out.claimFrom;
    // Lock times are compared with past median time, which runs behind: the button comes when the network will agree.
    constexpr std::int64_t kMedianLag = 150 * kSecond;
    out.canClaim = v.role == Role::Therapist && v.pending.empty() && v.phase == VisitPhase::InSession && claimAt.value != 0 &&
                   now >= claimAt.plus(kMedianLag);
    return out;
}

Sompi stakeBy(const Visit& v, Role side)
{
    const auto phase = v.session.state.phase;
    const bool raised = side == Role::Patient ? phase == cs::Phase::DisputedByPatient : phase == cs::Phase::DisputedByTherapist;
    return raised ? v.terms.dispute.stake : Sompi{};
}

Sompi heldBy(const Visit& v)
{
    Sompi held;
    if (v.onChain()) {
        const auto bond = v.phase == VisitPhase::Requested ? 0 : v.session.state.bond.value;
        const auto theirs = bond + stakeBy(v, Role::Therapist).value;
        held.value += v.role == Role::Patient ? v.session.value.value - theirs : theirs;
    }
    if (v.ticket && v.role == Role::Patient) held.value += v.ticket->value.value;
    return held;
}

} // namespace bt::service
