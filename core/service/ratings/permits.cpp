// SPDX-License-Identifier: GPL-3.0-or-later
// Who may rate what: the therapist's reputation is born, and permits travel, are asked for, and are missed.
#include "service/practice_desk.h"
#include "service/projector.h"
#include "service/ratings/ratings.h"
#include "service/ratings/reputation_carrier.h"

namespace bt::service {
namespace {

constexpr std::string_view kWanted = "rating_permit_wanted", kPermit = "rating_permit";
constexpr std::string_view kKinds[] = {kWanted, kPermit};
constexpr int kAnswers = 3;                        // for one visit: each costs the therapist a fee
constexpr std::int64_t kTryAgain = 10 * kMinute;   // after a birth that came to nothing
constexpr std::int64_t kLetterTime = 2 * kMinute;  // in which the letter of an acceptance is read
constexpr std::int64_t kAnswerTime = 30 * kMinute; // in which a permit that was asked for comes
constexpr std::int64_t kMargin = 2 * kMinute;      // before free cancelling ends

Millis acceptedAt(const Visit& visit)
{
    for (const auto& step : visit.steps)
        if (step.step == "accept") return step.at;
    return visit.bookedAt;
}

} // namespace

std::span<const std::string_view> Ratings::letterKinds() const { return kKinds; }

Result<bool> Ratings::fits(const RatingRow& row, const Visit& visit, const crypto::Signature64& permit) const
{
    return row.listed && crypto::schnorrVerify(row.listed->key, contract::reputation::permitMessage(visit.session.id).view(), permit);
}

Result<void> Ratings::letter(const FeatureLetter& letter, const Arrived& arrived, const Arrival&)
{
    FieldReader f(letter.body);
    const auto visitId = f.text("visit", 64);
    if (!f.ok()) return fail("message.bad_letter", letter.kind);
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr || visit->threadId != arrived.threadId) return {}; // only the two of them may speak of it
    auto row = m_rows.of(visitId);
    if (letter.kind == kWanted) {
        const bool taken = visit->phase != VisitPhase::Preparing && visit->phase != VisitPhase::Requested;
        if (visit->role != Role::Therapist || !taken || row.answered >= kAnswers) return {};
        BT_TRY(const auto permit, permitFor(*m_c, *visit));
        if (!permit) return {};
        ++row.answered;
        BT_CHECK(m_rows.save(visitId, row));
        return m_letters->post(visit->threadId, FeatureLetter{std::string(kPermit), Json{{"visit", visitId}, {"permit", hexOf(*permit)}}},
                               0);
    }
    const auto permit = f.fixed<crypto::Signature64>("permit");
    if (!f.ok()) return fail("message.bad_letter", letter.kind);
    if (visit->role != Role::Patient || row.permit) return {};
    BT_TRY(const bool good, fits(row, *visit, permit));
    if (!good) return {};
    row.permit = permit;
    return m_rows.save(visitId, row);
}

Result<bool> Ratings::pushReputation()
{
    if (m_c->persona.role != Role::Therapist) return false;
    BT_TRY(const auto practice, m_c->book.get("practice"));
    BT_TRY(const auto own, ownReputation(*m_c));
    BT_TRY(const auto wanted, m_c->book.get(kReputationWanted));
    if (own && !own->born) {
        const auto txid = kaspa::TxId::from(own->listed.transaction.view());
        const auto* carried = txid ? m_c->carried.find(*txid) : nullptr;
        if (carried == nullptr || carried->daaScore == 0) return false;
        // From here on the listing may name it: its id stays what it is if the block is taken back, for the same bytes are sent again.
        BT_CHECK(m_c->atomically([&] { return keepOwnReputation(*m_c, OwnReputation{own->listed, true}); }));
        return true;
    }
    if (!practice || own || (wanted && !wanted->empty())) return false;
    // After a restore: her listing on the chain names it, and only her key can have made its proof.
    const auto* listed = m_c->listings.find(m_c->persona.id);
    BT_TRY(const auto key, crypto::secpXOnly(reputationSecret(*m_c).view()));
    if (listed != nullptr && listed->reputation && listed->reputation->key == key) {
        BT_CHECK(m_c->atomically([&] { return keepOwnReputation(*m_c, OwnReputation{*listed->reputation, true}); }));
        return true;
    }
    BT_TRY(const auto balance, m_c->payments.balance());
    m_short = balance.confirmed < kReputationNeeds;
    if (m_short || !m_c->payments.maySpend() || (m_tried.value != 0 && m_c->now().minus(m_tried) < kTryAgain)) return false;
    m_tried = m_c->now();
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        Errand errand;
        errand.step = "reputation";
        BT_TRY(const auto id, m_dispatcher->post("reputation", errand));
        (void)id;
        return m_c->book.put(kReputationWanted, bt::viewOf(std::string_view("yes")));
    }));
    return true;
}

// The patient's side of decision 0010: an acceptance without the permit is incomplete. It is asked for; if it does not come
// while cancelling is free, the visit is cancelled and she is told why.
Result<bool> Ratings::pushPermit(const Visit& visit)
{
    if (visit.phase == VisitPhase::Preparing || visit.phase == VisitPhase::Requested) return false;
    auto row = m_rows.of(visit.id);
    if (row.listed) m_c->listings.follow(*row.listed);
    if (row.permit) return false;
    bool any = false;
    if (!row.listed) {
        const auto* thread = m_c->postbox.find(visit.threadId);
        const auto* listing = thread == nullptr ? nullptr : m_c->listings.find(thread->did);
        if (listing == nullptr || !listing->reputation || ratingName(*listing->reputation, visit.terms) != visit.terms.dispute.reputation)
            return false;
        row.listed = listing->reputation;
        any = true;
    }
    BT_TRY(const auto kept, keptPermit(*m_c, visit.id));
    if (kept) {
        BT_TRY(const bool good, fits(row, visit, *kept));
        if (good) {
            row.permit = kept;
            BT_CHECK(m_c->atomically([&] { return m_rows.save(visit.id, row); }));
            return true;
        }
    }
    const auto now = m_c->now();
    if (row.asked.value == 0 && now.minus(acceptedAt(visit)) >= kLetterTime) {
        row.asked = now;
        BT_CHECK(m_c->atomically([&]() -> Result<void> {
            BT_CHECK(m_rows.save(visit.id, row));
            return m_letters->post(visit.threadId, FeatureLetter{std::string(kWanted), Json{{"visit", visit.id}}}, 0);
        }));
        return true;
    }
    if (any) BT_CHECK(m_c->atomically([&] { return m_rows.save(visit.id, row); }));
    if (row.asked.value == 0 || visit.phase != VisitPhase::Accepted || !visit.pending.empty()) return any;
    const auto grace = static_cast<std::int64_t>(visit.terms.ladder.graceAge / contract::session::kDaaPerSecond) * kSecond;
    const auto lastFree = std::max(visit.terms.ladder.freeUntil, acceptedAt(visit).plus(grace));
    if (now < std::min(row.asked.plus(kAnswerTime), lastFree.plus(-kMargin))) return any;
    BT_TRY(const auto view, m_steps->view(visit.id));
    if (!view.canCancel || view.cancelToMe < visit.session.state.price)
        return any; // not free any more: the page says that it cannot be rated
    BT_CHECK(m_steps->cancel(visit.id));
    BT_CHECK(m_c->atomically([&] { return m_c->book.notice("permit_missing", visit.id, now); }));
    return true;
}

} // namespace bt::service
