// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/health_session/draft.h"
#include "contract/health_session/steps.h"

namespace bt::contract::session {

Result<Outcome> cancelNow(const State& state, Sompi value, const Terms& terms, Signer by)
{
    // The builder is the only place that knows the amounts; identity and outpoint do not change them.
    Session session;
    session.program = currentVersion(state.asset.has_value()).session.templateHash();
    session.state = state;
    session.value = value;
    if (state.asset) {
        // What the program leaves no choice about: price and bond in one token, carriers of both.
        const bool bonded = state.phase != Phase::Requested && state.bond.value > 0;
        session.escrow = Escrow{{},
                                {(bonded ? 3 : 2) * token::kCarrier.value},
                                {state.price.value + (bonded ? state.bond.value : 0)},
                                {},
                                token::currentProgram().templateHash()};
    }
    if (by != Signer::Patient && by != Signer::Therapist) return fail("contract.wrong_phase", {"cancel", ""}, "only the two sides cancel");
    const auto plan = by == Signer::Patient             ? cancelByPatient(session, terms)
                      : state.phase == Phase::Requested ? decline(session)
                                                        : cancelByTherapist(session);
    if (!plan) return tl::unexpected(plan.error());
    return plan->outcome;
}

Result<Outcome> cancelNow(const Session& session, const Terms& terms, Signer by, Millis now, std::uint64_t daaNow)
{
    State state = session.state;
    const bool old = session.daaScore != 0 && daaNow >= session.daaScore && daaNow - session.daaScore >= terms.ladder.graceAge;
    if (state.phase == Phase::Accepted && old && now >= terms.ladder.freeUntil) state.phase = Phase::Committed;
    if (state.phase == Phase::Committed && now >= terms.visit.startsAt) state.phase = Phase::InSession;
    return cancelNow(state, session.value, terms, by);
}

} // namespace bt::contract::session
