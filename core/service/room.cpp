// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/room.h"

#include "contract/health_session/messages.h"
#include "identity/did_key.h"
#include "records/notes.h"

namespace bt::service {
namespace {

namespace cs = contract::session;

Result<crypto::SchnorrSigner> signerOf(Context& c, const Visit& visit)
{
    BT_TRY(const auto secret, c.wallet.secret(visit.myKey));
    return crypto::SchnorrSigner::from(secret.view());
}

// What a record may claim: this very visit, both there, inside the room's opening.
bool believable(const records::SessionRecord& record, const Visit& visit, Millis now)
{
    return record.visitId == hexOf(visit.session.id) && record.patientPresent && record.therapistPresent &&
           record.start >= visit.terms.visit.startsAt.plus(-kRoomOpensBefore) && record.end <= now.plus(2 * kMinute) &&
           record.end > record.start;
}

} // namespace

Result<void> Room::join(const std::string& visitId)
{
    BT_TRY(const auto view, m_steps->view(visitId));
    if (!view.canJoin) return fail("visit.not_now");
    if (view.joinedByMe) return {};
    const Visit visit = *m_c->visits.find(visitId);
    JoinLetter letter{visitId, m_c->now(), {}};
    if (visit.role == Role::Patient) {
        BT_TRY(const auto signer, signerOf(*m_c, visit));
        letter.attendance = signer.sign(cs::attendanceMessage(visit.session.id), m_c->world.random.fixed<Hash256>());
    }
    return m_c->atomically([&]() -> Result<void> {
        Visit next = visit;
        next.joinedByMe = letter.at;
        if (letter.attendance) next.attendance = letter.attendance;
        BT_CHECK(m_c->visits.save(next));
        BT_CHECK(m_letters->note(visit.threadId, "joined", visitId, true));
        return m_letters->post(visit.threadId, letter, 0);
    });
}

Result<void> Room::leave(const std::string& visitId)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr) return fail("visit.unknown");
    if (visit->joinedByMe.value == 0) return {};
    return m_c->atomically([&]() -> Result<void> {
        BT_CHECK(m_letters->note(visit->threadId, "left", visitId, true));
        return m_letters->post(visit->threadId, LeaveLetter{visitId}, 0);
    });
}

Result<void> Room::signRecord(const std::string& visitId)
{
    BT_TRY(const auto view, m_steps->view(visitId));
    if (!view.canSignRecord) return fail("visit.not_now");
    const Visit visit = *m_c->visits.find(visitId);
    const bool patient = visit.role == Role::Patient;
    const Thread thread = *m_c->postbox.find(visit.threadId);
    const auto own = m_c->postbox.keysOf(thread);

    VisitRecord record;
    if (visit.record) {
        if (!believable(visit.record->signedRecord.record, visit, m_c->now())) return fail("visit.record_differs");
        record = *visit.record;
    } else {
        auto& r = record.signedRecord.record;
        const auto mine = identity::didKey(own.identity.open);
        r.visitId = hexOf(visit.session.id);
        r.patient = patient ? mine : thread.did;
        r.therapist = patient ? thread.did : mine;
        r.start = std::max({visit.joinedByMe, visit.joinedByThem, visit.terms.visit.startsAt.plus(-kRoomOpensBefore)});
        r.end = std::max(m_c->now(), r.start.plus(1));
        r.patientPresent = r.therapistPresent = true;
        r.salt = m_c->world.random.fixed<records::RecordSalt>();
    }
    auto& signedRecord = record.signedRecord;
    BT_TRY(const auto signature, records::sign(signedRecord.record, own.identity.secret));
    (patient ? signedRecord.byPatient : signedRecord.byTherapist) = signature;
    BT_TRY(const auto hash, records::hashOf(signedRecord.record));
    BT_TRY(const auto digest, Hash256::from(hash.view()));
    BT_TRY(const auto signer, signerOf(*m_c, visit));
    const auto keySigned = signer.sign(cs::recordMessage(visit.session.id, digest), m_c->world.random.fixed<Hash256>());
    (patient ? record.patientKeySigned : record.therapistKeySigned) = keySigned;
    return m_c->atomically([&]() -> Result<void> {
        Visit next = visit;
        next.record = record;
        BT_CHECK(m_c->visits.save(next));
        BT_CHECK(m_letters->note(visit.threadId, "record_signed", visitId, true));
        return m_letters->post(visit.threadId, RecordLetter{visitId, signedRecord, keySigned}, 0);
    });
}

Result<void> Room::rate(const std::string& visitId, int stars, const std::string& comment)
{
    BT_TRY(const auto view, m_steps->view(visitId));
    if (!view.canRate) return fail("visit.not_now");
    records::Feedback feedback{visitId, stars, comment};
    BT_TRY(const auto bytes, records::serialise(feedback));
    BT_TRY(feedback, records::parseFeedback(bytes)); // as the other side will read it
    const Visit visit = *m_c->visits.find(visitId);
    return m_c->atomically([&]() -> Result<void> {
        Visit next = visit;
        next.rating = stars;
        next.ratingComment = feedback.comment;
        BT_CHECK(m_c->visits.save(next));
        return m_letters->post(visit.threadId, FeedbackLetter{visitId, stars, feedback.comment}, 0);
    });
}

} // namespace bt::service
