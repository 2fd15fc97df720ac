// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/payments.h"

#include "kaspa/script/engine.h"

namespace bt::service {

namespace cs = contract::session;

Result<ledger::NodeInfo> Payments::info() { return m_node->info(Deadline{}); }

Result<std::vector<ledger::Coin>> Payments::coins() { return m_wallet->coins(); }

Result<ledger::Draft> Payments::draftOf(ledger::BuildRequest request, std::string_view relation, bool addCoins)
{
    request.relation = relation;
    request.addCoins = addCoins;
    request.basis = kBasis;
    if (addCoins) {
        BT_TRY(const auto change, m_wallet->fresh(relation, ledger::Branch::Change));
        request.change = change.spk;
    }
    BT_TRY(const auto node, info());
    BT_TRY(const auto available, coins());
    return ledger::build(request, available, m_wallet->network(), node.daaScore);
}

Result<ledger::Draft> Payments::draft(const cs::Plan& plan, const Bytes& payload, std::string_view relation, bool addCoins)
{
    ledger::BuildRequest request;
    const auto& in = plan.tx.inputs.front();
    request.inputs = {{in.previous, plan.spent, in.sequence, in.computeBudget, in.signatureScript.size()}};
    request.outputs = plan.tx.outputs;
    request.lockTime = plan.tx.lockTime;
    request.payload = payload;
    return draftOf(std::move(request), relation, addCoins);
}

Result<void> Payments::dryRun(const kaspa::Populated& tx)
{
    kaspa::SighashCache cache;
    for (std::size_t i = 0; i < tx.tx.inputs.size(); ++i) {
        kaspa::ScriptContext ctx;
        ctx.tx = &tx;
        ctx.inputIndex = i;
        ctx.sighashes = &cache;
        BT_CHECK(kaspa::verifyInput(ctx));
    }
    return {};
}

Result<Signed> Payments::seal(ledger::Draft& draft)
{
    const ledger::KeySource keys = [this](const ledger::KeyRef& ref) { return m_wallet->secret(ref); };
    BT_CHECK(ledger::signCoins(draft, keys, *m_random));
    BT_TRY(auto tx, ledger::finish(draft, kBasis));
    BT_CHECK(dryRun({tx, draft.tx.utxos}));
    const auto id = kaspa::transactionId(tx);
    return Signed{std::move(tx), id, draft.fee};
}

Result<Signed> Payments::step(const std::function<Result<cs::Plan>(Sompi)>& plan, const Bytes& payload,
                              std::string_view relation, const SecretFor& secretFor)
{
    BT_TRY(auto made, plan(Sompi{}));
    auto drafted = draft(made, payload, relation, true);
    if (!drafted && drafted.error().code == "ledger.not_enough" && made.toAdd.value == 0 && !made.wanted.empty()) {
        // No coins for the fee: a signed exit may pay it from the signer's own payout (contracts.md, rule 7).
        BT_TRY(made, plan(cs::kFeeCap));
        drafted = draft(made, {}, relation, false);
    }
    if (!drafted) return tl::unexpected(std::move(drafted).error());
    std::vector<kaspa::InputSignature> signatures;
    kaspa::SighashCache cache;
    for (const auto& wanted : made.wanted) {
        BT_TRY(const auto secret, secretFor(wanted));
        BT_TRY(const auto signer, crypto::SchnorrSigner::from(secret.view()));
        BT_TRY(const auto signature, kaspa::signatureFor(drafted->tx, 0, signer, *m_random, cache));
        signatures.push_back(signature);
    }
    BT_TRY(drafted->tx.tx.inputs.front().signatureScript, cs::finish(made, signatures));
    return seal(*drafted);
}

Result<Signed> Payments::pay(ledger::BuildRequest request, std::string_view relation)
{
    BT_TRY(auto drafted, draftOf(std::move(request), relation, true));
    return seal(drafted);
}

Result<Sompi> Payments::feeOf(ledger::BuildRequest request, std::string_view relation)
{
    request.relation = relation;
    request.basis = kBasis;
    // A change script of the usual size stands in: asking for a price must not use up a key.
    request.change = kaspa::payToPublicKey(Hash256{}.view());
    BT_TRY(const auto node, info());
    BT_TRY(const auto available, coins());
    BT_TRY(const auto drafted, ledger::build(request, available, m_wallet->network(), node.daaScore));
    return drafted.fee;
}

Result<void> Payments::submit(const kaspa::Transaction& tx)
{
    auto done = m_node->submit(tx, Deadline{});
    if (!done && done.error().code == "node.conflict") done = m_node->submitReplacement(tx, Deadline{});
    if (!done) return tl::unexpected(std::move(done).error());
    return {};
}

} // namespace bt::service
