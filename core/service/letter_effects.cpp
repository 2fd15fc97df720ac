// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/health_session/messages.h"
#include "identity/did_key.h"
#include "ipld/sealed_object.h"
#include "kaspa/transaction_codec.h"
#include "scheduling/zone.h"
#include "service/access/gate.h"
#include "service/booking_terms.h"
#include "service/capsule.h"
#include "service/feature.h"
#include "service/letterbox.h"
#include "service/practice_desk.h"
#include "service/ratings/own_reputation.h"
#include "service/tokens/visit_tokens.h"

namespace bt::service {
namespace {

namespace cs = contract::session;
namespace ob = contract::onboarding;

} // namespace

Result<void> Letterbox::readCapsuleOf(const Arrival& arrival, ByteView block)
{
    const auto plain = ipld::open(block, arrival.contentKey.view());
    if (!plain) return fail("service.not_a_block");
    BT_TRY(const Json json, codec::parseJson(textOf(*plain)));
    if (FieldReader f(json); f.has("feature")) {
        const auto name = f.text("feature", 32);
        if (name == kPracticeCapsule) return adoptPractice(*m_c, json);
        for (auto* feature : m_c->features)
            if (feature->name() == name) return feature->capsule(json, arrival);
        return {}; // of a newer version
    }
    BT_TRY(const auto capsule, readCapsule(*plain));
    BT_TRY(const bool adopted, adoptCapsule(*m_c, *m_follower, capsule, arrival));
    if (!adopted) return {};
    if (m_c->persona.name.empty()) m_c->persona.name = capsule.personaName;
    const auto* visit = m_c->visits.find(capsule.visit.id);
    if (visit == nullptr || !visit->live()) return {};
    return post(capsule.thread.id, HelloLetter{m_c->persona.name}, 0);
}

const Visit* Letterbox::visitOf(const std::string& visitId, const Arrived& arrived) const
{
    const auto* visit = m_c->visits.find(visitId);
    return visit != nullptr && visit->threadId == arrived.threadId ? visit : nullptr; // only the two of them may speak of it
}

Result<void> Letterbox::effect(const Arrived& arrived, const Arrival& arrival)
{
    const auto& letter = *arrived.letter;
    // Who may write what is the policy's; what is written is checked below.
    if (const auto may = access::mayWrite(*m_c, arrived); !may)
        return may.error().code == "access.unknown_letter" ? note(arrived.threadId, "newer_version", {}, false) : Result<void>{};
    if (const auto* l = std::get_if<BookingLetter>(&letter)) return on(*l, arrived, arrival);
    if (const auto* l = std::get_if<AcceptedLetter>(&letter)) return on(*l, arrived);
    if (const auto* l = std::get_if<JoinLetter>(&letter)) return on(*l, arrived);
    if (const auto* l = std::get_if<RecordLetter>(&letter)) return on(*l, arrived);
    if (const auto* l = std::get_if<SplitLetter>(&letter)) return on(*l, arrived);
    if (const auto* l = std::get_if<FeedbackLetter>(&letter)) return on(*l, arrived);
    if (const auto* l = std::get_if<FeatureLetter>(&letter)) return on(*l, arrived, arrival);
    if (const auto* l = std::get_if<LeaveLetter>(&letter))
        return visitOf(l->visitId, arrived) != nullptr ? note(arrived.threadId, "left", l->visitId, false) : Result<void>{};
    if (const auto* l = std::get_if<SplitRefusedLetter>(&letter)) {
        const auto* visit = visitOf(l->visitId, arrived);
        if (visit == nullptr || !visit->split || !visit->split->mine) return {};
        Visit next = *visit;
        next.split.reset();
        BT_CHECK(m_c->visits.save(next));
        return note(arrived.threadId, "split_refused", visit->id, false);
    }
    if (const auto* l = std::get_if<HelloLetter>(&letter)) {
        Thread thread = *m_c->postbox.find(arrived.threadId);
        if (!thread.licensed) thread.name = l->name;
        BT_TRY(const auto card, m_c->postbox.peerOf(thread.id));
        thread.inbox = card.inbox;
        return m_c->postbox.save(thread);
    }
    if (const auto* l = std::get_if<TextLetter>(&letter)) {
        MessageView message;
        message.threadId = arrived.threadId;
        message.text = l->text;
        message.at = arrival.at;
        message.state = MessageState::Received;
        BT_TRY(const auto row, m_c->postbox.add(message));
        (void)row;
    }
    return {};
}

Result<void> Letterbox::on(const FeatureLetter& letter, const Arrived& arrived, const Arrival& arrival)
{
    for (auto* feature : m_c->features) {
        const auto kinds = feature->letterKinds();
        if (std::ranges::find(kinds, letter.kind) != kinds.end()) return feature->letter(letter, arrived, arrival);
    }
    return note(arrived.threadId, "newer_version", {}, false);
}

Result<void> Letterbox::on(const BookingLetter& letter, const Arrived& arrived, const Arrival& arrival)
{
    if (m_c->persona.role != Role::Therapist || m_c->visits.find(letter.visitId) != nullptr) return {};
    if (letter.badge && !ob::checkBinding(*letter.badge, letter.patientKey)) return {}; // somebody else's
    BT_TRY(const auto tx, kaspa::decodeTransaction(arrival.tx));
    Visit visit;
    visit.id = letter.visitId;
    visit.role = Role::Therapist;
    visit.threadId = arrived.threadId;
    visit.hint = letter.hint;
    visit.terms = letter.terms;
    visit.intake = letter.intake;
    visit.series = letter.series;
    visit.bookedAt = arrival.at;
    visit.bookingTxid = hexOf(arrival.txid);
    std::uint32_t next = 0;
    for (const auto& [id, other] : m_c->visits.all())
        if (other.myKey.branch == kVisitBranch) next = std::max(next, other.myKey.index + 1);
    visit.myKey = {kVisitBranch, next};
    const auto secret = m_c->vault.keys().deriveScalar("visit", {}, 0);
    BT_TRY(const auto mine, cs::visitKeyOf(secret.view(), letter.hint));
    BT_TRY(const auto state, cs::makeState(letter.terms, letter.patientKey, mine, letter.price, letter.bond, letter.asset));
    BT_TRY(visit.session, cs::readBirth(state, tx, arrival.txid, 0));
    visit.session.daaScore = arrival.daaScore;
    // Any token could be named: only this network's BTAI, with its pool and levy, is one that she takes.
    std::optional<cs::Asset> asset;
    if (letter.asset) {
        BT_TRY(asset, assetOf(m_c->wallet.network(), letter.price));
    }
    BT_CHECK(cs::checkRequest(visit.session, letter.terms, mine, arrival.at, asset));
    visit.phase = VisitPhase::Requested;
    visit.steps.push_back({"book", visit.bookingTxid, {}, arrival.at, true, arrival.daaScore});

    Thread thread = *m_c->postbox.find(arrived.threadId);
    thread.name = letter.name;
    if (scheduling::Zone::find(letter.zone)) thread.zone = letter.zone;
    BT_CHECK(m_c->postbox.save(thread));
    BT_CHECK(m_c->visits.save(visit)); // first: the key source finds the key through it
    Visit unborn = visit;
    unborn.phase = VisitPhase::Preparing;
    BT_CHECK(m_follower->rememberBirth(unborn, arrival.txid, arrival.block, arrival.daaScore));
    BT_TRY(const auto key, m_c->wallet.adoptKey(visit.myKey, "visit/" + visit.id));
    (void)key;
    MessageView card;
    card.threadId = arrived.threadId;
    card.kind = MessageKind::Visit;
    card.visitId = visit.id;
    card.at = arrival.at;
    BT_TRY(const auto row, m_c->postbox.add(card));
    (void)row;
    // What the patient did since (taken it back, for example) stands on the chain after the booking.
    BT_CHECK(m_follower->catchUp(visit.id, arrival.block));
    const auto* now = m_c->visits.find(visit.id);
    if (now == nullptr || now->phase != VisitPhase::Requested) return {};
    // Terms that her listing does not promise, or an hour that is taken, go back at once.
    BT_TRY(const auto listing, currentListing(*m_c));
    BT_TRY(const bool offered, offersHour(*m_c, letter.terms.visit.startsAt));
    bool refuse = !offered || listing.inTokens() != letter.asset.has_value() ||
                  !checkAgainstListing(listing, letter.terms, letter.price, letter.bond, arrival.at, m_c->wallet.network().playMoney);
    for (const auto& [id, other] : m_c->visits.all()) {
        const bool taken = other.phase == VisitPhase::Accepted || other.phase == VisitPhase::Committed ||
                           other.phase == VisitPhase::InSession || other.pending == "accept";
        if (id != visit.id && taken && other.terms.visit.startsAt < letter.terms.visit.endsAt &&
            letter.terms.visit.startsAt < other.terms.visit.endsAt)
            refuse = true;
    }
    if (!refuse) return {};
    Visit declined = *now;
    declined.declineWanted = true;
    declined.pending = "decline";
    BT_CHECK(m_c->visits.save(declined));
    Errand errand;
    errand.visitId = visit.id;
    errand.step = "decline";
    BT_TRY(const auto id, m_dispatcher->post("step", errand));
    (void)id;
    return {};
}

Result<void> Letterbox::on(const AcceptedLetter& letter, const Arrived& arrived)
{
    const auto* visit = visitOf(letter.visitId, arrived);
    if (visit == nullptr) return {};
    if (letter.badge && !ob::checkBinding(*letter.badge, visit->session.state.therapist)) return {}; // of another visit, or another's
    if (letter.permit) BT_CHECK(keepPermit(*m_c, visit->id, *letter.permit));                        // checked by who uses it
    // A key to which nothing can be sealed would silence this side.
    if (const auto possible = crypto::x25519(crypto::x25519Pair(m_c->world.random).secret.view(), letter.inbox); !possible) return {};
    Thread thread = *m_c->postbox.find(arrived.threadId);
    thread.inbox = letter.inbox;
    return m_c->postbox.save(thread);
}

Result<void> Letterbox::on(const JoinLetter& letter, const Arrived& arrived)
{
    const auto* visit = visitOf(letter.visitId, arrived);
    if (visit == nullptr) return {};
    Visit next = *visit;
    if (visit->role == Role::Therapist) {
        // A join without a valid attendance signature is a join that proves nothing: refuse it.
        if (!letter.attendance) return {};
        const auto message = cs::attendanceMessage(visit->session.id);
        if (!crypto::schnorrVerify(visit->session.state.patient, message.view(), *letter.attendance)) return {};
        next.attendance = letter.attendance;
    }
    if (next.joinedByThem.value == 0) {
        const auto opens = visit->terms.visit.startsAt.plus(-kRoomOpensBefore);
        next.joinedByThem = std::clamp(letter.at, opens, std::max(opens, m_c->now()));
    }
    BT_CHECK(m_c->visits.save(next));
    return note(arrived.threadId, "joined", visit->id, false);
}

Result<void> Letterbox::on(const RecordLetter& letter, const Arrived& arrived)
{
    const auto* visit = visitOf(letter.visitId, arrived);
    if (visit == nullptr || !visit->onChain()) return {};
    const auto& record = letter.record.record;
    if (record.visitId != hexOf(visit->session.id)) return {};
    // It must speak of the two of them, and be signed by the person it comes from.
    const bool patient = visit->role == Role::Patient;
    const Thread thread = *m_c->postbox.find(arrived.threadId);
    const auto me = identity::didKey(m_c->postbox.keysOf(thread).identity.open);
    if (record.patient != (patient ? me : thread.did) || record.therapist != (patient ? thread.did : me)) return {};
    const auto& theirs = patient ? letter.record.byTherapist : letter.record.byPatient;
    BT_TRY(const auto key, identity::ed25519OfDid(thread.did));
    if (!theirs || !records::verify(record, key, *theirs)) return {};
    BT_TRY(const auto hash, records::hashOf(record));
    BT_TRY(const auto digest, Hash256::from(hash.view()));
    const auto theirKey = patient ? visit->session.state.therapist : visit->session.state.patient;
    if (!crypto::schnorrVerify(theirKey, cs::recordMessage(visit->session.id, digest).view(), letter.keySigned)) return {};
    Visit next = *visit;
    if (next.record) {
        BT_TRY(const auto mine, records::hashOf(next.record->signedRecord.record));
        const bool same = mine == hash;
        if (!same && !patient && next.record->therapistKeySigned) return {}; // hers stands; he signs that one
        if (!same) next.record.reset();
    }
    if (!next.record) next.record = VisitRecord{{record, {}, {}}, {}, {}};
    auto& kept = next.record->signedRecord;
    (patient ? kept.byTherapist : kept.byPatient) = theirs; // only their own: what stands under my name is mine
    (patient ? next.record->therapistKeySigned : next.record->patientKeySigned) = letter.keySigned;
    BT_CHECK(m_c->visits.save(next));
    return note(arrived.threadId, "record_signed", visit->id, false);
}

Result<void> Letterbox::on(const SplitLetter& letter, const Arrived& arrived)
{
    const auto* visit = visitOf(letter.visitId, arrived);
    if (visit == nullptr || !visit->onChain()) return {};
    const auto whole = visit->session.state.price.value + visit->session.state.bond.value;
    if (letter.toPatient.value > whole || letter.toTherapist.value != whole - letter.toPatient.value) return {};
    Visit next = *visit;
    next.split = SplitProposal{letter.toPatient, letter.toTherapist, false, letter.tx, letter.signature};
    BT_CHECK(m_c->visits.save(next));
    return note(arrived.threadId, "split_proposed", visit->id, false);
}

Result<void> Letterbox::on(const FeedbackLetter& letter, const Arrived& arrived)
{
    const auto* visit = visitOf(letter.visitId, arrived);
    if (visit == nullptr || visit->live() || visit->rating != 0) return {};
    Visit next = *visit;
    next.rating = letter.stars;
    next.ratingComment = letter.comment;
    return m_c->visits.save(next);
}

} // namespace bt::service
