// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/health_session/draft.h"
#include "contract/health_session/reader.h"
#include "contract/token/reader.h"
#include "kaspa/abi/codec.h"

namespace bt::contract::session {
namespace {

tl::unexpected<Error> badBirth(const char* rule) { return fail("contract.bad_birth", {rule}, "not a genuine booking"); }

} // namespace

Result<Session> readBirth(const State& state, const kaspa::Transaction& tx, const kaspa::TxId& id, std::uint32_t index)
{
    if (state.phase != Phase::Requested) return badBirth("phase");
    if (index >= tx.outputs.size()) return badBirth("output");
    const kaspa::Output& output = tx.outputs[index];
    if (!output.covenant || output.covenant->authorizingInput >= tx.inputs.size()) return badBirth("covenant");
    const Version* version = nullptr; // whichever the booker's app had
    for (const Version& candidate : allVersions(state.asset.has_value())) {
        BT_TRY(const Bytes redeem, redeemOf(candidate, state));
        if (output.spk == kaspa::abi::scriptHashOf(redeem)) version = &candidate;
    }
    if (version == nullptr) return badBirth("script");

    Session out;
    out.program = version->session.templateHash();
    out.id = output.covenant->id;
    out.outpoint = {id, index};
    out.value = output.value;
    out.state = state;
    out.authorising = tx.inputs[output.covenant->authorizingInput].previous;
    kaspa::Output unbound = output;
    unbound.covenant.reset();
    // The id commits to every output that it was born with: with this one alone, no twin can exist.
    if (kaspa::covenantId(out.authorising, {{index, unbound}}) != out.id) return badBirth("twin");
    if (state.asset) {
        // Paid in the same transaction, into one UTXO of this session.
        const auto moved = token::readTransfer(state.asset->token, tx, id);
        if (!moved) return badBirth("escrow");
        for (const token::Holding& made : moved->made) {
            if (made.state.owner != token::Owner::covenant(out.id)) continue;
            if (out.escrow) return badBirth("escrow"); // one alone: what is in a second one would be stranded
            out.escrow = Escrow{made.outpoint, made.carrier, {made.state.amount.value}, made.state.borrow, made.program};
        }
        if (!out.escrow) return badBirth("escrow");
    }
    return out;
}

Result<void> checkRequest(const Session& session, const Terms& terms, const XOnlyKey& therapist, Millis now,
                          const std::optional<Asset>& asset)
{
    if (session.state.phase != Phase::Requested) return fail("contract.wrong_phase", {"accept", ""}, "not a request");
    if (session.state.therapist != therapist) return fail("visit.bad_terms", {"therapist"}, "the request is for another key");
    BT_TRY(const State wanted, makeState(terms, session.state.patient, therapist, session.state.price, session.state.bond, asset));
    // Any token could be named: only BTAI, the network's pool and the agreed levy are what she takes.
    if (wanted.asset != session.state.asset) return fail("visit.bad_terms", {"asset"}, "another token, pool or levy");
    if (wanted.terms != session.state.terms) return fail("contract.terms_mismatch", "the terms are not those of the session");
    BT_CHECK(checkStillOpen(terms, now));
    if (!session.state.asset) {
        BT_CHECK(accept(session)); // price, deposit and birth
        return {};
    }
    // accept() wants the coin of the bond, which the wallet picks later; what it would check of the request is here.
    BT_TRY(const kaspa::Utxo utxo, utxoOf(session));
    const kaspa::Output born{utxo.amount, utxo.spk, std::nullopt};
    if (kaspa::covenantId(session.authorising, {{session.outpoint.index, born}}) != session.id) return badBirth("twin");
    BT_TRY(const token::Holding escrow, escrowOf(session));
    if (escrow.state.amount.value < session.state.price.value || session.value < kDeposit ||
        escrow.carrier.value < 2 * token::kCarrier.value)
        return fail("contract.underfunded", "the price and the deposits are not there");
    return {};
}

} // namespace bt::contract::session
