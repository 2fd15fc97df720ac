// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/visit.h"

namespace bt::service {

namespace cs = contract::session;

Result<VisitStore> VisitStore::open(store::Database& db)
{
    BT_CHECK(db.migrate("visits", {"CREATE TABLE visits (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID"}));
    VisitStore store(db);
    BT_CHECK(store.reload());
    return store;
}

Result<void> VisitStore::reload()
{
    m_visits.clear();
    m_places.clear();
    BT_TRY(auto rows, m_db->prepare("SELECT body FROM visits"));
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return {};
        BT_TRY(auto visit, decodeVisit(rows.blob(0)));
        place(visit);
        m_visits.insert_or_assign(visit.id, std::move(visit));
    }
}

const Visit* VisitStore::find(const std::string& id) const
{
    const auto it = m_visits.find(id);
    return it == m_visits.end() ? nullptr : &it->second;
}

Result<void> VisitStore::save(const Visit& visit)
{
    BT_TRY(auto insert, m_db->prepare("INSERT INTO visits (id, body) VALUES (?, ?) "
                                      "ON CONFLICT (id) DO UPDATE SET body = excluded.body"));
    BT_CHECK(insert.bind(visit.id).bind(ByteView(encodeVisit(visit))).run());
    if (const auto* before = find(visit.id)) {
        m_places.erase(before->session.outpoint);
        if (before->ticket) m_places.erase(before->ticket->outpoint);
    }
    m_visits.insert_or_assign(visit.id, visit);
    place(visit);
    return {};
}

void VisitStore::place(const Visit& visit)
{
    if (visit.onChain()) m_places.insert_or_assign(visit.session.outpoint, visit.id);
    if (visit.ticket) m_places.insert_or_assign(visit.ticket->outpoint, visit.id);
}

const Visit* VisitStore::at(const kaspa::Outpoint& outpoint) const
{
    const auto it = m_places.find(outpoint);
    return it == m_places.end() ? nullptr : find(it->second);
}

VisitPhase phaseOf(cs::Phase phase)
{
    switch (phase) {
    case cs::Phase::Requested: return VisitPhase::Requested;
    case cs::Phase::Accepted: return VisitPhase::Accepted;
    case cs::Phase::Committed: return VisitPhase::Committed;
    case cs::Phase::InSession: return VisitPhase::InSession;
    case cs::Phase::DisputedByPatient:
    case cs::Phase::DisputedByTherapist: break;
    }
    return VisitPhase::Disputed;
}

VisitEnding endingOf(cs::Step step, VisitPhase before, const cs::Outcome& outcome)
{
    switch (step) {
    case cs::Step::Decline: return VisitEnding::Declined;
    case cs::Step::ExpireRequest: return VisitEnding::RequestExpired;
    case cs::Step::CancelByPatient:
        return before == VisitPhase::Committed && outcome.toTherapist.value + outcome.tokens.toTherapist.value > 0
                   ? VisitEnding::CancelledLate
                   : VisitEnding::CancelledFree;
    case cs::Step::CancelByTherapist: return VisitEnding::CancelledByTherapist;
    case cs::Step::Complete: return VisitEnding::Completed;
    case cs::Step::ClaimAttended:
    case cs::Step::Claim:
    case cs::Step::ClaimForTherapist: return VisitEnding::Claimed;
    case cs::Step::Agree: return VisitEnding::Agreed;
    case cs::Step::Resolve: return VisitEnding::Resolved;
    case cs::Step::LapseAttended:
    case cs::Step::Lapse: return VisitEnding::Lapsed;
    default: return VisitEnding::None;
    }
}

} // namespace bt::service
