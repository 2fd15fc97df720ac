// SPDX-License-Identifier: GPL-3.0-or-later
// Visits in BTAI: the token inputs beside a visit's own, and the booking that a coin of ours authorises.
#include "service/payments.h"

#include "kaspa/script/engine.h"

namespace bt::service {
namespace {

namespace cs = contract::session;

Result<ledger::BuildRequest> bookingRequest(const cs::TokenBooking& booking, const ledger::Coin& first, const Bytes& payload)
{
    ledger::BuildRequest request;
    const auto& in = booking.tx.inputs.front();
    request.inputs = {{in.previous, first.utxo, in.sequence, in.computeBudget, kaspa::kPayToKeyUnlockBytes}};
    for (std::size_t i = 0; i < booking.tokens.size(); ++i) {
        const auto& token = booking.tx.inputs[i + 1];
        BT_TRY(const auto script, contract::unsignedScript(booking.tokens[i]));
        request.inputs.push_back({token.previous, booking.tokens[i].spent, token.sequence, token.computeBudget, script.size()});
    }
    request.outputs = booking.tx.outputs;
    request.outputs.front().covenant.reset(); // the builder binds it to the first input again
    request.geneses = {{0, {0}}};
    request.payload = payload;
    return request;
}

} // namespace

Result<void> Payments::finishTokens(ledger::Draft& draft, const cs::Plan& plan, kaspa::SighashCache& cache, const SecretOf& tokens)
{
    return finishCalls(draft, plan.tokens, cache, tokens);
}

Result<void> Payments::finishCalls(ledger::Draft& draft, const std::vector<contract::Call>& calls, kaspa::SighashCache& cache,
                                   const SecretOf& secretOf)
{
    for (std::size_t i = 0; i < calls.size(); ++i) {
        std::vector<kaspa::InputSignature> signatures;
        for (const auto& slot : calls[i].wanted) {
            BT_TRY(const auto secret, secretOf(slot.key));
            BT_TRY(const auto signer, crypto::SchnorrSigner::from(secret.view()));
            BT_TRY(const auto signature, kaspa::signatureFor(draft.tx, i + 1, signer, *m_random, cache));
            signatures.push_back(signature);
        }
        BT_TRY(draft.tx.tx.inputs[i + 1].signatureScript, contract::finish(calls[i], signatures));
    }
    return {};
}

Result<Signed> Payments::book(const cs::TokenBooking& booking, const ledger::Coin& first, const Bytes& payload, std::string_view relation,
                              const SecretOf& tokens)
{
    BT_TRY(auto request, bookingRequest(booking, first, payload));
    request.relation = relation;
    request.basis = kBasis;
    request.feeRate = std::max(request.feeRate, m_rate);
    BT_TRY(const auto change, m_wallet->fresh(relation, ledger::Branch::Change));
    request.change = change.spk;
    BT_TRY(const auto node, info());
    BT_TRY(auto available, coins());
    std::erase_if(available, [&](const ledger::Coin& coin) { return coin.outpoint == first.outpoint; });
    BT_TRY(auto draft, build(request, available, node.daaScore));
    if (draft.born.size() != 1 || draft.born.front() != booking.session.id)
        return fail("ledger.bad_request", "another id than the escrow's owner");
    BT_CHECK(maySpend());
    draft.signers.front() = first.key; // the coin is ours, though its place is fixed
    kaspa::SighashCache cache;
    BT_CHECK(finishCalls(draft, booking.tokens, cache, tokens));
    return seal(draft);
}

Result<ledger::Disclosure> Payments::disclose(const cs::TokenBooking& booking, const ledger::Coin& first, const Bytes& payload,
                                              std::string_view relation)
{
    BT_TRY(auto request, bookingRequest(booking, first, payload));
    request.relation = relation;
    request.basis = kBasis;
    request.change = kaspa::payToPublicKey(Hash256{}.view());
    BT_TRY(auto available, coins());
    std::erase_if(available, [&](const ledger::Coin& coin) { return coin.outpoint == first.outpoint; });
    BT_TRY(const auto draft, ledger::build(request, available, m_wallet->network(), about().daaScore));
    return ledger::disclose(draft, m_wallet->network(), {}, [this](const kaspa::ScriptPublicKey& spk) {
        const auto mine = m_wallet->find(spk);
        return mine && mine->has_value();
    });
}

} // namespace bt::service
