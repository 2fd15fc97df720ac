// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/health_session/state.h"

#include "contract/health_session/draft.h"
#include "crypto/hash.h"
#include "kaspa/abi/codec.h"

namespace bt::contract::session {

using kaspa::abi::RecordValue;

RecordValue stateRecord(const State& state)
{
    RecordValue out{{"phase", static_cast<std::uint8_t>(state.phase)},
                    {"patient", state.patient.view()},
                    {"therapist", state.therapist.view()},
                    {"price", static_cast<std::int64_t>(state.price.value)},
                    {"bond", static_cast<std::int64_t>(state.bond.value)},
                    {"terms", state.terms.view()}};
    if (!state.asset) return out;
    out["token"] = state.asset->token.view();
    out["pool"] = state.asset->pool.view();
    out["levy"] = static_cast<std::int64_t>(state.asset->levy.value);
    return out;
}

Result<Bytes> redeemOf(const Version& version, const State& state)
{
    if (version.inTokens != state.asset.has_value() || (state.asset && state.asset->levy > kMaxMoney))
        return fail("contract.unknown_program", "the program is for another asset");
    if (state.price > kMaxMoney || state.bond > kMaxMoney) return fail("contract.bad_amount", "price or bond above the bound");
    return version.session.redeemScript(stateRecord(state));
}

Result<Bytes> redeemOf(const Version& version, const XOnlyKey& holder, const Hash256& terms, const Hash256& record, Sompi weight)
{
    RecordValue state{{"holder", holder.view()}, {"terms", terms.view()}, {"record", record.view()}};
    if (version.inTokens) state["weight"] = static_cast<std::int64_t>(weight.value);
    return version.ticket.redeemScript(state);
}

Result<State> makeState(const Terms& terms, const XOnlyKey& patient, const XOnlyKey& therapist, Sompi price, Sompi bond,
                        const std::optional<Asset>& asset)
{
    BT_CHECK(checkTerms(terms, price, bond, asset.has_value()));
    if (asset && asset->levy >= price) return fail("visit.bad_terms", {"levy"}, "the levy is a part of the price");
    if (!crypto::secpOnCurve(patient)) return fail("visit.bad_terms", {"patient"}, "not on the curve");
    if (!crypto::secpOnCurve(therapist) || therapist == patient)
        return fail("visit.bad_terms", {"therapist"}, "not on the curve, or the patient's");
    BT_TRY(const PartHashes parts, partHashes(terms));
    return State{Phase::Requested, patient, therapist, price, bond, termsHash(parts), asset};
}

Result<Bytes> redeemScriptOf(const Session& session)
{
    BT_TRY(const Version* version, versionOf(session.program));
    return redeemOf(*version, session.state);
}

Result<kaspa::Utxo> utxoOf(const Session& session)
{
    BT_TRY(const Bytes redeem, redeemScriptOf(session));
    return kaspa::Utxo{session.value, kaspa::abi::scriptHashOf(redeem), session.daaScore, false, session.id};
}

Result<kaspa::Utxo> utxoOf(const Ticket& ticket)
{
    BT_TRY(const Version* version, versionOf(ticket.program));
    BT_TRY(const Bytes redeem, redeemOf(*version, ticket.holder, ticket.terms, ticket.record, ticket.weight));
    return kaspa::Utxo{ticket.value, kaspa::abi::scriptHashOf(redeem), ticket.daaScore, false, ticket.id};
}

Result<token::Holding> escrowOf(const Session& session)
{
    if (!session.escrow || !session.state.asset) return fail("contract.bad_escrow", "a visit in BTAI has an escrow, one in KAS has none");
    const Escrow& escrow = *session.escrow;
    return token::Holding{escrow.program,
                          session.state.asset->token,
                          escrow.outpoint,
                          escrow.carrier,
                          {{escrow.held.value}, token::Owner::covenant(session.id), escrow.borrow, {}},
                          0};
}

Hash256 noRecord() { return crypto::blake3({}); }

} // namespace bt::contract::session
