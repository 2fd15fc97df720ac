// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/payments.h"

namespace bt::service {

Result<ledger::BuildRequest> requestOf(const CallsPlan& plan, const Bytes& payload)
{
    if (plan.calls.size() != plan.tx.inputs.size()) return fail("ledger.bad_request", "a call for every input");
    ledger::BuildRequest request;
    for (std::size_t i = 0; i < plan.calls.size(); ++i) {
        const auto& in = plan.tx.inputs[i];
        BT_TRY(const auto script, contract::unsignedScript(plan.calls[i]));
        request.inputs.push_back({in.previous, plan.calls[i].spent, in.sequence, in.computeBudget, script.size()});
    }
    request.outputs = plan.tx.outputs;
    request.geneses = plan.geneses;
    request.lockTime = plan.tx.lockTime;
    request.payload = payload;
    return request;
}

Result<ledger::Draft> Payments::draft(const CallsPlan& plan, const Bytes& payload, std::string_view relation, bool addCoins)
{
    BT_TRY(auto request, requestOf(plan, payload));
    return draftOf(std::move(request), relation, addCoins);
}

Result<Signed> Payments::call(const CallsPlan& plan, const Bytes& payload, std::string_view relation, const SecretOf& secretOf,
                              bool addCoins)
{
    BT_TRY(auto drafted, draft(plan, payload, relation, addCoins));
    BT_CHECK(maySpend());
    kaspa::SighashCache cache;
    for (std::size_t i = 0; i < plan.calls.size(); ++i) {
        std::vector<kaspa::InputSignature> signatures;
        for (const auto& slot : plan.calls[i].wanted) {
            BT_TRY(const auto secret, secretOf(slot.key));
            BT_TRY(const auto signer, crypto::SchnorrSigner::from(secret.view()));
            BT_TRY(const auto signature, kaspa::signatureFor(drafted.tx, i, signer, *m_random, cache));
            signatures.push_back(signature);
        }
        BT_TRY(drafted.tx.tx.inputs[i].signatureScript, contract::finish(plan.calls[i], signatures));
    }
    BT_TRY(auto out, seal(drafted));
    out.contract = true;
    return out;
}

Result<ledger::Disclosure> Payments::disclose(const CallsPlan& plan, std::string_view relation, bool addCoins)
{
    BT_TRY(auto request, requestOf(plan, {}));
    request.addCoins = addCoins;
    BT_TRY(const auto drafted, sketch(std::move(request), relation));
    return ledger::disclose(drafted, m_wallet->network(), {}, [this](const kaspa::ScriptPublicKey& spk) {
        const auto mine = m_wallet->find(spk);
        return mine && mine->has_value();
    });
}

} // namespace bt::service
