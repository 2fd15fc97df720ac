// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/disputes/practice_decision.h"

#include "contract/health_session/steps.h"
#include "service/practice_network.h"
#include "service/signing.h"

namespace bt::service {

namespace cs = contract::session;

Result<Signed> PracticeDecision::build(const outbox::Intent&, const Errand& errand, const Bytes& payload)
{
    const auto* visit = m_c->visits.find(errand.visitId);
    if (visit == nullptr || visit->phase != VisitPhase::Disputed || m_c->world.practice == nullptr) return fail("service.not_needed");
    BT_TRY(const auto published, practiceArbiterKeys());
    const auto secrets = practiceArbiters();
    const auto& arbiters = visit->terms.dispute.arbiters;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < arbiters.size(); ++i)
        if (std::ranges::find(published, arbiters[i]) != published.end()) places.push_back(i);
    if (places.size() < 2) return fail("service.not_needed");
    const auto& state = visit->session.state;
    Sompi half{(state.price.value + state.bond.value) / 2};
    if (!state.asset && half < cs::kShareFloor) half = {};
    BT_TRY(const auto plan, cs::resolve(visit->session, visit->terms, half, places[0], places[1]));
    BT_TRY(const auto calls, callsPlanOf(plan));
    return m_c->payments.call(calls, payload, "visit/" + visit->id, [&](ByteView key) -> Result<Secret> {
        for (std::size_t i = 0; i < published.size(); ++i)
            if (equal(published[i].view(), key)) return secrets[i].clone();
        return fail("vault.unknown_key");
    });
}

Result<void> PracticeDecision::handedOver(const Errand& errand, const Signed& made)
{
    Visit next = *m_c->visits.find(errand.visitId);
    next.steps.push_back({errand.step, hexOf(made.id), made.fee, m_c->now(), false});
    return m_c->visits.save(next);
}

Result<void> PracticeDecision::withdrawn(const Errand& errand, const std::string& txid)
{
    Visit next = *m_c->visits.find(errand.visitId);
    std::erase_if(next.steps, [&](const VisitStep& s) { return s.txid == txid && !s.settled; });
    return m_c->visits.save(next);
}

Result<void> PracticeDecision::revived(const Errand& errand)
{
    const auto* visit = m_c->visits.find(errand.visitId);
    if (visit == nullptr || !visit->onChain()) return {};
    Visit next = *visit;
    next.pending = errand.step;
    return m_c->visits.save(next);
}

Result<void> PracticeDecision::notNeeded(const Errand& errand)
{
    const auto* visit = m_c->visits.find(errand.visitId);
    if (visit == nullptr || visit->pending != errand.step) return {};
    Visit next = *visit;
    next.pending.clear();
    return m_c->visits.save(next);
}

} // namespace bt::service
