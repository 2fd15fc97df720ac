// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/series/series_money.h"

#include "kaspa/script/engine.h"
#include "service/follower.h"
#include "service/tokens/token_worth.h"
#include "service/tokens/visit_tokens.h"

namespace bt::service {
namespace {

namespace cs = contract::session;
namespace ct = contract::token;

Sompi carrierUnder(Sompi units) { return units.value > 0 ? ct::kCarrier : Sompi{}; }

// As if it had come back already. Whose keys it lies under makes no difference to any size.
void addReturned(TokenPurse& purse, const cs::State& like, const std::vector<Returned>& first, Sompi fees)
{
    ledger::Coin* largest = nullptr;
    for (auto& coin : purse.coins)
        if (coin.state == ledger::CoinState::Confirmed && !coin.utxo.covenant &&
            (largest == nullptr || largest->utxo.amount < coin.utxo.amount))
            largest = &coin;
    if (largest != nullptr && largest->utxo.amount > fees) largest->utxo.amount.value -= fees.value;
    std::uint32_t at = 0;
    for (const auto& one : first) {
        const auto relation = "visit/back/" + std::to_string(at);
        if (one.units.value > 0) {
            OwnToken token;
            token.holding.program = one.program;
            token.holding.token = like.asset->token;
            token.holding.outpoint = {{}, at};
            token.holding.carrier = ct::kCarrier;
            token.holding.state.amount = {one.units.value};
            token.holding.state.owner = ct::Owner::key(like.therapist);
            token.relation = relation;
            purse.tokens.push_back(std::move(token));
        }
        if (one.coins.value > 0) {
            ledger::Coin coin;
            coin.outpoint = {{}, static_cast<std::uint32_t>(first.size()) + at};
            coin.utxo = {one.coins, kaspa::payToPublicKey(like.therapist.view()), 0, false, {}};
            coin.relation = relation;
            purse.coins.push_back(std::move(coin));
        }
        ++at;
    }
}

// Each is paid from what the one before leaves. Where that cannot be worked out, a bound stands for the fee.
Result<void> addTokens(Context& c, SeriesMoney& sum, const std::vector<cs::State>& states, TokenPurse purse, Sompi have, Sompi fees)
{
    std::uint64_t there = 0;
    for (const auto& one : purse.tokens) there += one.holding.state.amount.value;
    auto& t = *sum.tokens;
    std::uint64_t short_ = 0; // KAS, by the builder's word
    bool known = true;
    for (std::size_t i = 0; i < states.size(); ++i) {
        auto fee = known ? takeFrom(c, purse, states[i], kPayloadBytes, "visit/quote/" + std::to_string(i)) : Result<Sompi>(kTokenFeeBound);
        if (!fee) {
            const auto& code = fee.error().code;
            if (code != "ledger.not_enough" && code != "token.not_enough" && code != "token.scattered") return tl::unexpected(fee.error());
            if (code == "ledger.not_enough") {
                const auto missing =
                    fee.error().args.empty() ? kTokenVisitDeposit.value : std::strtoull(fee.error().args.front().c_str(), nullptr, 10);
                short_ = missing + (states.size() - i - 1) * (kTokenVisitDeposit.value + kTokenFeeBound.value);
            }
            known = false;
            fee = kTokenFeeBound;
        }
        sum.fee.value += fee->value;
    }
    const auto needed = sum.deposit.value + sum.fee.value + fees.value;
    if (needed > have.value) short_ = std::max(short_, needed - have.value);
    t.missing = t.price > there ? t.price - there : 0;
    t.kasMissing = {short_};
    sum.price = worthOf(t.price, c.wallet.network());
    return {};
}

} // namespace

Result<SeriesMoney> moneyFor(Context& c, Booking& booking, const records::Listing& listing, const std::vector<Millis>& starts,
                             const std::vector<Returned>& first, Sompi fees)
{
    SeriesMoney sum;
    std::vector<cs::State> states;
    for (const auto start : starts) {
        BT_TRY(auto drawn, booking.sketch(listing, start));
        states.push_back(std::move(drawn.state));
    }
    if (!listing.inTokens()) {
        for (const auto& state : states) {
            BT_TRY(const auto fee, booking.feeOf(state));
            sum.price.value += state.price.value;
            sum.deposit.value += cs::kDeposit.value;
            sum.fee.value += fee.value;
        }
        return sum;
    }
    auto& t = sum.tokens.emplace();
    for (const auto& state : states) {
        t.price += state.price.value;
        t.levy += state.asset->levy.value;
        t.carriersLeft.value += (state.bond.value == 0 ? ct::kCarrier.value : 0) + carrierUnder(state.asset->levy).value;
        sum.deposit.value += kTokenVisitDeposit.value;
    }
    BT_TRY(auto purse, purseOf(c));
    if (!states.empty()) addReturned(purse, states.front(), first, fees);
    BT_TRY(const auto balance, c.payments.balance());
    Sompi have = balance.confirmed;
    for (const auto& one : first) have.value += one.coins.value + carrierUnder(one.units).value;
    BT_CHECK(addTokens(c, sum, states, std::move(purse), have, fees));
    return sum;
}

} // namespace bt::service
