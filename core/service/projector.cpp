// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/projector.h"

#include "service/booking_terms.h"
#include "service/json_fields.h"
#include "service/tokens/token_worth.h"
#include "service/tokens/visit_tokens.h"

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
    out.canCancel =
        free && (patient ? v.phase == VisitPhase::Requested || v.phase == VisitPhase::Accepted || v.phase == VisitPhase::Committed : going);
    const bool open = now >= v.terms.visit.startsAt.plus(-kRoomOpensBefore) && now < v.terms.visit.endsAt.plus(kRoomClosesAfter);
    out.canJoin = going && open;
    const bool begun = now >= v.terms.visit.startsAt;
    const bool bothThere = v.joinedByMe.value != 0 && v.joinedByThem.value != 0;
    out.canSignRecord = going && begun && bothThere && (out.record == RecordState::None || out.record == RecordState::SignedByThem);
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
    if (v.session.state.asset) {
        out.inTokens = true;
        out.priceUnits = out.price.value;
        out.bondUnits = out.bond.value;
        out.deposit = kTokenVisitDeposit;
    }
    out.lateShareBps =
        out.price.value == 0 ? 0 : static_cast<int>((v.terms.ladder.lateShare.value * 10000 + out.price.value / 2) / out.price.value);
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
            const auto deposit = out.inTokens ? 0 : std::min(cancelled->toPatient.value, cs::kDeposit.value);
            const Sompi patient{shareOfSide(v.session.state, *cancelled, Role::Patient).value - deposit};
            const Sompi therapist = shareOfSide(v.session.state, *cancelled, Role::Therapist);
            out.cancelToMe = v.role == Role::Patient ? patient : therapist;
            out.cancelToThem = v.role == Role::Patient ? therapist : patient;
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

void showWorth(VisitView& view, const ledger::NetworkParams& network)
{
    if (!view.inTokens) return;
    for (Sompi* amount : {&view.price, &view.bond, &view.cancelToMe, &view.cancelToThem}) *amount = worthOf(amount->value, network);
    if (view.split) {
        view.split->toPatient = worthOf(view.split->toPatient.value, network);
        view.split->toTherapist = worthOf(view.split->toTherapist.value, network);
    }
}

std::uint64_t heldTokensBy(const Visit& v)
{
    if (!v.onChain() || !v.session.state.asset) return 0;
    if (v.role == Role::Patient) return v.session.state.price.value;
    return v.phase == VisitPhase::Requested ? 0 : v.session.state.bond.value;
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
    // What a booking in no block holds is in none of the wallet's sums any more; BTAI of it count as waiting until then.
    if (v.phase == VisitPhase::Preparing && v.role == Role::Patient && !v.bookingTxid.empty())
        held = v.session.state.asset ? kTokenVisitDeposit : Sompi{v.session.state.price.value + contract::session::kDeposit.value};
    else if (v.onChain() && v.session.state.asset) {
        const auto carrier = v.session.escrow ? v.session.escrow->carrier.value : 0,
                   hers = std::min(carrier, 2 * contract::token::kCarrier.value);
        const auto theirs = carrier - hers + stakeBy(v, Role::Therapist).value;
        held.value += v.role == Role::Patient ? v.session.value.value + carrier - theirs : theirs;
    } else if (v.onChain()) {
        const auto bond = v.phase == VisitPhase::Requested ? 0 : v.session.state.bond.value;
        const auto theirs = bond + stakeBy(v, Role::Therapist).value;
        held.value += v.role == Role::Patient ? v.session.value.value - theirs : theirs;
    }
    if (v.ticket && v.role == Role::Patient) held.value += v.ticket->value.value;
    return held;
}

} // namespace bt::service
