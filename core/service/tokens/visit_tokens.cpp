// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tokens/visit_tokens.h"

#include "kaspa/hashing.h"
#include "service/ratings/own_reputation.h"
#include "service/tokens/token_carriers.h"
#include "service/tokens/token_worth.h"

namespace bt::service {

namespace cs = contract::session;
namespace ct = contract::token;

Result<Tokens*> tokensOf(Context& c)
{
    for (auto* feature : c.features)
        if (auto* found = dynamic_cast<Tokens*>(feature); found != nullptr && found->wallet().token() != nullptr) return found;
    return fail("token.absent");
}

Result<cs::Asset> assetOf(const ledger::NetworkParams& network, Sompi price)
{
    if (network.tokenBirth.empty()) return fail("token.absent");
    const auto rated = ratingAssetOf(network);
    if (!rated.token.isZero())
        return cs::Asset{rated.token, rated.pool, Sompi{price.value / 10'000 * kLevyBps + price.value % 10'000 * kLevyBps / 10'000}};
    BT_TRY(const auto record, ct::decodeBirth(network.tokenBirth));
    BT_TRY(const auto token, ct::tokenOf(record));
    return cs::Asset{token.id, {}, {}};
}

Result<std::optional<cs::Asset>> assetOf(const ledger::NetworkParams& network, const records::Listing& listing)
{
    if (!listing.inTokens()) return std::optional<cs::Asset>{};
    auto asset = assetOf(network, listing.price);
    if (!asset || !equal(asset->token.view(), listing.token.view())) return fail("token.other");
    return std::optional<cs::Asset>(*asset);
}

bool payable(const ledger::NetworkParams& network, const records::Listing& listing)
{
    if (!listing.inTokens()) return true;
    const bool sane = listing.price <= cs::kMaxMoney && listing.policy.bond <= cs::kMaxMoney; // no visit could have more
    return sane && assetOf(network, listing).has_value() && worthOf(listing.price.value, network).value > 0;
}

Result<TokenPurse> purseOf(Context& c)
{
    BT_TRY(auto* tokens, tokensOf(c));
    TokenPurse out;
    out.tokens = tokens->wallet().free();
    BT_TRY(out.coins, c.wallet.coins());
    return out;
}

Result<TokenFunding> fundingOf(Context& c, const cs::State& state, std::string_view relation, bool sketch)
{
    BT_TRY(const auto purse, purseOf(c));
    return fundingFrom(c, purse, state, relation, sketch);
}

Result<TokenFunding> fundingFrom(Context& c, const TokenPurse& purse, const cs::State& state, std::string_view relation, bool sketch)
{
    BT_TRY(auto* tokens, tokensOf(c));
    auto& wallet = tokens->wallet();
    BT_TRY(const auto chosen, TokenWallet::chooseFrom(purse.tokens, {state.price.value}, relation, ct::kMaxInputs));
    const ledger::Coin* first = nullptr;
    for (const auto& coin : purse.coins) {
        if (coin.state != ledger::CoinState::Confirmed || coin.utxo.covenant) continue;
        if (coin.utxo.isCoinbase && coin.utxo.daaScore + c.wallet.network().coinbaseMaturity > c.payments.about().daaScore) continue;
        // What a refused try may still spend comes first (Payments::setContested), then the largest.
        const auto rank = [&](const ledger::Coin& one) { return std::pair{c.payments.contested(one.outpoint), one.utxo.amount}; };
        if (first == nullptr || rank(*first) < rank(coin)) first = &coin;
    }
    if (first == nullptr) return fail("ledger.not_enough", {amountText(cs::kDeposit)}, "no coin");
    std::vector<ct::Source> from;
    for (const auto& one : chosen) from.push_back({one.holding, {}, 0});
    crypto::XOnlyKey change;
    if (sketch) {
        BT_TRY(change, crypto::XOnlyKey::from(chosen.front().holding.state.owner.value.view()));
    } else {
        BT_TRY(const auto key, wallet.keyFor(relation));
        change = key.key;
    }
    TokenFunding out;
    BT_TRY(out.booking, cs::bookTokens(state, first->outpoint, from, ct::Owner::key(change)));
    out.first = *first;
    out.spent = chosen;
    return out;
}

Result<Sompi> takeFrom(Context& c, TokenPurse& purse, const cs::State& state, std::size_t payload, const std::string& relation)
{
    BT_TRY(const auto funding, fundingFrom(c, purse, state, relation, true));
    BT_TRY(const auto draft, c.payments.draft(funding.booking, funding.first, Bytes(payload), relation, purse.coins));
    const auto id = kaspa::transactionId(draft.tx.tx);
    const auto spends = [&](const kaspa::Outpoint& at) {
        return std::ranges::any_of(draft.tx.tx.inputs, [&](const kaspa::Input& in) { return in.previous == at; });
    };
    std::erase_if(purse.tokens, [&](const OwnToken& one) { return spends(one.holding.outpoint); });
    std::erase_if(purse.coins, [&](const ledger::Coin& one) { return spends(one.outpoint); });
    // What comes back of it pays the next one.
    std::uint64_t there = 0;
    for (const auto& one : funding.spent) there += one.holding.state.amount.value;
    if (there > state.price.value) {
        constexpr std::uint32_t kChangeAt = 2; // after the visit and its escrow
        OwnToken change = funding.spent.front();
        change.holding.outpoint = {id, kChangeAt};
        change.holding.carrier = ct::kCarrier;
        change.holding.state.amount = {there - state.price.value};
        change.holding.state.borrow = {};
        change.relation = relation;
        purse.tokens.push_back(std::move(change));
    }
    if (draft.changeOutput) {
        ledger::Coin change = funding.first;
        const auto& output = draft.tx.tx.outputs[*draft.changeOutput];
        change.outpoint = {id, *draft.changeOutput};
        change.utxo = {output.value, output.spk, c.payments.about().daaScore, false, {}};
        change.relation = relation;
        purse.coins.push_back(std::move(change));
    }
    return draft.fee;
}

Result<cs::BondCoin> bondOf(Context& c, const cs::State& state, std::string_view relation)
{
    BT_TRY(auto* tokens, tokensOf(c));
    BT_TRY(const auto chosen, tokens->wallet().choose({state.bond.value}, relation, 1));
    BT_TRY(const auto change, tokens->wallet().keyFor(relation));
    return cs::BondCoin{{chosen.front().holding, {}, 0}, ct::Owner::key(change.key)};
}

tl::unexpected<Error> afterTokens(Context& c, const std::string& visitId, Sompi amount, Error why)
{
    constexpr std::int64_t kPause = 200; // ms until it is looked again
    const bool scattered = why.code == "token.scattered";
    if (!scattered && why.code != "token.not_enough") return tl::unexpected(std::move(why));
    auto tokens = tokensOf(c);
    if (!tokens) return tl::unexpected(tokens.error());
    if (!scattered && (*tokens)->wallet().balance().waiting.value == 0) return tl::unexpected(std::move(why));
    if (scattered)
        if (auto posted = (*tokens)->join(visitId, {amount.value}); !posted) return tl::unexpected(posted.error());
    return fail("service.not_yet", {std::to_string(c.now().value + kPause)}, "tokens on their way");
}

Result<void> tokensSpent(Context& c, const kaspa::Transaction& tx, const std::string& txid)
{
    auto tokens = tokensOf(c);
    return tokens ? (*tokens)->wallet().spent(tx, txid) : Result<void>{};
}

Result<void> tokensUnspent(Context& c, const std::string& txid)
{
    auto tokens = tokensOf(c);
    return tokens ? (*tokens)->wallet().unspent(txid) : Result<void>{};
}

Sompi shareOfSide(const cs::State& state, const cs::Outcome& o, Role side)
{
    if (state.asset) return side == Role::Patient ? o.tokens.toPatient : o.tokens.toTherapist;
    return side == Role::Patient ? o.toPatient : o.toTherapist;
}

} // namespace bt::service
