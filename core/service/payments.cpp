// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/payments.h"

#include "kaspa/hashing.h"
#include "kaspa/script/engine.h"
#include "ledger/prove.h"

namespace bt::service {

namespace cs = contract::session;

Result<ledger::NodeInfo> Payments::info()
{
    auto now = m_node->info(Deadline{});
    if (now) {
        m_last = *now;
        m_lastAt = m_clock->now();
    }
    return now;
}

ledger::NodeInfo Payments::about()
{
    if (auto now = info()) return *now;
    const auto& network = m_wallet->network();
    ledger::NodeInfo out;
    if (m_last) out = *m_last;
    out.network = network.id;
    out.time = m_clock->now();
    const auto passed = m_last ? std::max<std::int64_t>(out.time.minus(m_lastAt), 0) : 0;
    out.daaScore += static_cast<std::uint64_t>(passed) * network.daaPerSecond / 1000;
    out.pastMedianTime = m_last ? m_last->pastMedianTime.plus(passed) : out.time.plus(-network.medianLagMs);
    return out;
}

Result<void> Payments::maySpend() const
{
    if (m_wallet->network().id == "mainnet" && !m_spending) return fail("money.spending_off");
    return {};
}

Result<std::vector<ledger::Coin>> Payments::coins() { return m_wallet->coins(); }

Result<ledger::Draft> Payments::draftOf(ledger::BuildRequest request, std::string_view relation, bool addCoins)
{
    request.relation = relation;
    request.addCoins = addCoins;
    request.basis = kBasis;
    request.feeRate = std::max(request.feeRate, m_rate);
    BT_TRY(const auto node, info());
    BT_TRY(const auto available, coins());
    if (addCoins) {
        // A change script of the usual size stands in until all is well: what is tried again and again, without a node or
        // without enough money, must not run through keys until a restore from the words no longer reaches them.
        request.change = kaspa::payToPublicKey(Hash256{}.view());
        BT_CHECK(build(request, available, node.daaScore));
        BT_TRY(const auto change, m_wallet->fresh(relation, ledger::Branch::Change));
        request.change = change.spk;
    }
    return build(request, available, node.daaScore);
}

Result<ledger::Draft> Payments::build(const ledger::BuildRequest& request, const std::vector<ledger::Coin>& available,
                                      std::uint64_t daaScore) const
{
    const auto& network = m_wallet->network();
    std::vector<const std::vector<kaspa::Outpoint>*> open; // those that no input of the plan itself excludes
    for (const auto& one : m_contested) {
        const auto spends = [&](const ledger::FixedInput& in) { return std::ranges::find(one, in.outpoint) != one.end(); };
        if (std::ranges::none_of(request.inputs, spends)) open.push_back(&one);
    }
    if (open.empty() || !request.addCoins) return ledger::build(request, available, network, daaScore);
    // First with nothing else, which tells nobody of other coins; else with the largest of each.
    std::vector<ledger::Coin> theirs;
    ledger::BuildRequest bound = request;
    std::vector<const ledger::Coin*> forced;
    for (const auto* one : open) {
        const ledger::Coin* largest = nullptr;
        for (const auto& coin : available) {
            if (coin.state != ledger::CoinState::Confirmed || std::ranges::find(*one, coin.outpoint) == one->end()) continue;
            if (coin.utxo.isCoinbase && coin.utxo.daaScore + network.coinbaseMaturity > daaScore) continue;
            if (std::ranges::find(theirs, coin.outpoint, &ledger::Coin::outpoint) == theirs.end()) theirs.push_back(coin);
            if (largest == nullptr || largest->utxo.amount < coin.utxo.amount) largest = &coin;
        }
        if (largest == nullptr) return fail("ledger.reserved", "the coins of a refused payment are on their way");
        if (std::ranges::find(forced, largest) == forced.end()) forced.push_back(largest);
    }
    auto alone = ledger::build(request, theirs, network, daaScore);
    const auto excludes = [&](const ledger::Draft& draft, const std::vector<kaspa::Outpoint>& one) {
        return std::ranges::any_of(draft.tx.tx.inputs, [&](const auto& in) { return std::ranges::find(one, in.previous) != one.end(); });
    };
    if (alone && std::ranges::all_of(open, [&](const auto* one) { return excludes(*alone, *one); })) return alone;
    for (const auto* coin : forced)
        bound.inputs.push_back({coin->outpoint, coin->utxo, 0, kaspa::kPayToKeyBudget, kaspa::kPayToKeyUnlockBytes});
    BT_TRY(auto out, ledger::build(bound, available, network, daaScore));
    for (std::size_t i = 0; i < forced.size(); ++i) {
        out.signers[request.inputs.size() + i] = forced[i]->key;
        if (std::ranges::find(out.relations, forced[i]->relation) == out.relations.end()) out.relations.push_back(forced[i]->relation);
    }
    return out;
}

namespace {

Result<void> addCalls(ledger::BuildRequest& request, const std::vector<contract::Call>& calls, const kaspa::Transaction& tx)
{
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const auto& in = tx.inputs[i + 1];
        BT_TRY(const auto script, contract::unsignedScript(calls[i]));
        request.inputs.push_back({in.previous, calls[i].spent, in.sequence, in.computeBudget, script.size()});
    }
    return {};
}

Result<ledger::BuildRequest> requestOf(const cs::Plan& plan, const Bytes& payload)
{
    ledger::BuildRequest request;
    const auto& in = plan.tx.inputs.front();
    request.inputs = {{in.previous, plan.spent, in.sequence, in.computeBudget, in.signatureScript.size()}};
    BT_CHECK(addCalls(request, plan.tokens, plan.tx));
    request.outputs = plan.tx.outputs;
    request.lockTime = plan.tx.lockTime;
    request.payload = payload;
    return request;
}

} // namespace

Result<ledger::Draft> Payments::draft(const cs::Plan& plan, const Bytes& payload, std::string_view relation, bool addCoins)
{
    BT_TRY(auto request, requestOf(plan, payload));
    return draftOf(std::move(request), relation, addCoins);
}

Result<kaspa::Transaction> Payments::signOff(const ledger::Draft& draft) const
{
    return ledger::signOff(draft, m_wallet->network(), std::nullopt, kBasis);
}

Result<ledger::Balance> Payments::balance() const { return m_last ? m_wallet->balance(m_last->daaScore) : m_wallet->balance(); }

Result<Signed> Payments::seal(ledger::Draft& draft)
{
    BT_CHECK(maySpend());
    const ledger::KeySource keys = [this](const ledger::KeyRef& ref) { return m_wallet->secret(ref); };
    BT_CHECK(ledger::signCoins(draft, keys, *m_random));
    BT_TRY(auto tx, signOff(draft));
    const auto id = kaspa::transactionId(tx);
    return Signed{std::move(tx), id, draft.fee, draft.tx.utxos, false};
}

Result<Signed> Payments::step(const std::function<Result<cs::Plan>(Sompi)>& plan, const Bytes& payload, std::string_view relation,
                              const SecretFor& secretFor, const SecretOf& tokens)
{
    BT_TRY(auto made, plan(Sompi{}));
    auto drafted = draft(made, payload, relation, true);
    if (!drafted && drafted.error().code == "ledger.not_enough" && made.toAdd.value == 0 && !made.wanted.empty()) {
        // No coins for the fee: a signed exit may pay it from the signer's own payout (contracts.md, rule 7).
        BT_TRY(made, plan(made.tokens.empty() ? cs::kFeeCap : cs::kTokenFeeCap));
        drafted = draft(made, {}, relation, false);
    }
    if (!drafted) return tl::unexpected(std::move(drafted).error());
    BT_CHECK(maySpend());
    std::vector<kaspa::InputSignature> signatures;
    kaspa::SighashCache cache;
    for (const auto& wanted : made.wanted) {
        BT_TRY(const auto secret, secretFor(wanted));
        BT_TRY(const auto signer, crypto::SchnorrSigner::from(secret.view()));
        BT_TRY(const auto signature, kaspa::signatureFor(drafted->tx, 0, signer, *m_random, cache));
        signatures.push_back(signature);
    }
    BT_TRY(drafted->tx.tx.inputs.front().signatureScript, cs::finish(made, signatures));
    BT_CHECK(finishTokens(*drafted, made, cache, tokens));
    BT_TRY(auto out, seal(*drafted));
    out.contract = true;
    return out;
}

Result<Signed> Payments::pay(ledger::BuildRequest request, std::string_view relation)
{
    BT_TRY(auto drafted, draftOf(std::move(request), relation, true));
    return seal(drafted);
}

DisclosureView figuresOf(const ledger::Disclosure& d, Sompi deposit)
{
    DisclosureView out;
    out.leaves = d.leaves;
    out.deposits = deposit;
    out.fee = d.fee;
    out.change = d.changeBack;
    out.coins = d.seen.coins;
    out.outputs = d.seen.outputs;
    out.joinedRelations = d.seen.relations.size() > 1 ? d.seen.relations.size() : 0;
    out.covenantsBorn = d.seen.births;
    out.covenantsMoved = d.seen.covenants.size();
    out.programsShown = d.seen.programsShown;
    out.programsHidden = d.seen.programsHidden;
    out.payloadBytes = d.seen.payloadBytes;
    out.known = true;
    return out;
}

Result<ledger::Draft> Payments::sketch(ledger::BuildRequest request, std::string_view relation)
{
    request.relation = relation;
    request.basis = kBasis;
    // A change script of the usual size stands in: asking for a price must not use up a key.
    if (request.addCoins) request.change = kaspa::payToPublicKey(Hash256{}.view());
    BT_TRY(const auto available, coins());
    return ledger::build(request, available, m_wallet->network(), about().daaScore);
}

Result<Sompi> Payments::feeOf(ledger::BuildRequest request, std::string_view relation)
{
    BT_TRY(const auto drafted, sketch(std::move(request), relation));
    return drafted.fee;
}

Result<ledger::Disclosure> Payments::disclose(ledger::BuildRequest request, std::string_view relation)
{
    BT_TRY(const auto drafted, sketch(std::move(request), relation));
    return ledger::disclose(drafted, m_wallet->network());
}

Result<ledger::Disclosure> Payments::disclose(const cs::Plan& plan, std::string_view relation, bool addCoins)
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
