// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/visit_due.h"

namespace bt::service {
namespace {

namespace cs = contract::session;

bool past(const ChainTime& now, Millis at) { return now.pastMedian > at; }
bool aged(const cs::Session& s, const ChainTime& now, std::uint64_t age) { return s.daaScore != 0 && now.daaScore >= s.daaScore + age; }

} // namespace

std::string_view dueForAnyone(const cs::Session& s, const cs::Terms& t, const std::optional<crypto::Signature64>& attendance,
                              const ChainTime& now)
{
    switch (s.state.phase) {
    case cs::Phase::Requested: return past(now, t.request.acceptBy) ? "expire" : "";
    case cs::Phase::Accepted: return past(now, t.ladder.freeUntil) && aged(s, now, t.ladder.graceAge) ? "commit" : "";
    case cs::Phase::Committed: return attendance || past(now, t.visit.startsAt) ? "begin" : "";
    case cs::Phase::InSession:
        return past(now, t.visit.endsAt) && aged(s, now, std::uint64_t{2} * t.visit.claimAge) ? "claim-for-therapist" : "";
    case cs::Phase::DisputedByPatient:
    case cs::Phase::DisputedByTherapist:
        return aged(s, now, (attendance ? std::uint64_t{1} : std::uint64_t{2}) * t.dispute.lapseAge) ? "lapse" : "";
    }
    return "";
}

bool isForAnyone(std::string_view step)
{
    return step == "expire" || step == "commit" || step == "begin" || step == "claim-for-therapist" || step == "lapse";
}

Result<cs::Plan> planForAnyone(std::string_view step, const cs::Session& s, const cs::Terms& t,
                               const std::optional<crypto::Signature64>& attendance)
{
    if (step == "expire") return cs::expireRequest(s, t);
    if (step == "commit") return cs::commit(s, t);
    if (step == "begin") return attendance ? cs::beginAttended(s, *attendance) : cs::begin(s, t);
    if (step == "claim-for-therapist") return cs::claimForTherapist(s, t);
    if (step == "lapse") return cs::lapse(s, t, attendance);
    return fail("service.unknown_intent", std::string(step));
}

bool sameEffectAs(std::string_view step, bool attended, cs::Step taken)
{
    switch (taken) {
    case cs::Step::ExpireRequest: return step == "expire";
    case cs::Step::Commit: return step == "commit";
    case cs::Step::Begin:
    case cs::Step::BeginAttended: return step == "begin";
    case cs::Step::Claim:
    case cs::Step::ClaimAttended:
    case cs::Step::ClaimForTherapist: return step == "claim" || step == "claim-for-therapist";
    case cs::Step::LapseAttended: return step == "lapse"; // whoever holds the evidence has the first word
    case cs::Step::Lapse: return step == "lapse" && !attended;
    default: return false;
    }
}

std::string dueStep(const Visit& v, const ledger::NodeInfo& node)
{
    if (!v.pending.empty() || !v.onChain()) return {};
    const ChainTime now{node.pastMedianTime, node.daaScore};
    if (v.role == Role::Therapist && v.phase == VisitPhase::InSession) {
        const auto day = static_cast<std::int64_t>(v.terms.visit.claimAge / cs::kDaaPerSecond) * kSecond;
        const bool hers = v.attendance ? past(now, v.terms.visit.endsAt.plus(day))
                                       : past(now, v.terms.visit.endsAt) && aged(v.session, now, v.terms.visit.claimAge);
        if (hers) return "claim";
        return {};
    }
    return std::string(dueForAnyone(v.session, v.terms, v.attendance, now));
}

} // namespace bt::service
