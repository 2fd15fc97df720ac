// SPDX-License-Identifier: GPL-3.0-or-later
// What the steps of a visit in BTAI do with tokens.
#include "contract/health_session/draft.h"

#include "kaspa/abi/codec.h"

namespace bt::contract::session {
namespace {

using kaspa::abi::payToKey;

tl::unexpected<Error> badAmount(const char* why) { return fail("contract.bad_amount", why); }

token::State ownedBy(const token::Owner& owner, Sompi amount) { return {{amount.value}, owner, {}, {}}; }

} // namespace

Result<void> Draft::addTokens(const std::vector<token::State>& next, const token::Source* bond)
{
    BT_TRY(const token::Holding escrow, escrowOf(m_session));
    std::vector<token::Source> from{{escrow, {}, 0}};
    if (bond != nullptr) from.push_back(*bond);
    BT_TRY(plan.tokens, token::callsFor(from, next));
    for (std::size_t i = 0; i < from.size(); ++i) {
        kaspa::Input input;
        input.previous = from[i].holding.outpoint;
        input.computeBudget = token::budgetOf(plan.tokens[i], i == 0, from.size(), next.size());
        plan.tx.inputs.push_back(std::move(input));
    }
    for (const token::State& state : next) {
        BT_TRY(const Bytes redeem, token::redeemScriptOf(escrow.program, state));
        plan.tx.outputs.push_back({token::kCarrier, kaspa::abi::scriptHashOf(redeem), kaspa::CovenantBinding{1, escrow.token}});
    }
    return {};
}

Result<void> Draft::takeBond(const std::optional<BondCoin>& bond)
{
    const State& state = m_session.state;
    BT_TRY(const token::Holding escrow, escrowOf(m_session));
    if (escrow.state.amount.value < state.price.value) return fail("contract.underfunded", "the price is not there");
    if (escrow.carrier.value < 2 * token::kCarrier.value) return fail("contract.underfunded", "the escrow does not carry its ways out");
    if (bond.has_value() != (state.bond.value > 0)) return badAmount("a bond is given exactly where one is due");
    const Sompi held{escrow.state.amount.value + state.bond.value};
    std::vector<token::State> next{ownedBy(token::Owner::covenant(m_session.id), held)};
    Sompi brought;
    if (bond) {
        const token::Holding& coin = bond->source.holding;
        if (coin.state.amount.value < state.bond.value) return badAmount("the coin does not hold the bond");
        if (coin.state.amount.value > state.bond.value) next.push_back(ownedBy(bond->change, {coin.state.amount.value - state.bond.value}));
        brought = coin.carrier;
    }
    BT_CHECK(addTokens(next, bond ? &bond->source : nullptr));
    plan.tx.outputs[1].value = {escrow.carrier.value + (bond ? token::kCarrier.value : 0)};
    plan.outcome.tokens.locked = held;
    plan.outcome.tokens.carriers = plan.tx.outputs[1].value;
    // The bond brings a carrier for the therapist's payout, and one for his change.
    const std::uint64_t needed = (bond ? token::kCarrier.value : 0) + (next.size() > 1 ? token::kCarrier.value : 0);
    if (needed > brought.value) plan.toAdd = {needed - brought.value};
    else plan.surplus = {brought.value - needed};
    return {};
}

Result<void> Draft::payTokens(const Split& split, FeeFrom from, Sompi fee)
{
    const State& state = m_session.state;
    BT_TRY(const token::Holding escrow, escrowOf(m_session));
    const Sompi held{escrow.state.amount.value};
    const std::uint64_t due = state.price.value + (state.phase == Phase::Requested ? 0 : state.bond.value);
    if (held.value < due) return fail("contract.bad_escrow", "the escrow does not hold what is due");
    if (split.share > held) return badAmount("share above what is held");
    if (fee > kTokenFeeCap || (fee.value > 0 && from == FeeFrom::Nobody)) return badAmount("fee above the cap");
    const bool levied = split.levied && split.holder && split.share.value >= state.bond.value + state.asset->levy.value;
    TokenOutcome& out = plan.outcome.tokens;
    out.toPool = levied ? state.asset->levy : Sompi{};
    out.toTherapist = {split.share.value - out.toPool.value};
    out.toPatient = {held.value - split.share.value};

    std::vector<token::State> next;
    if (out.toTherapist.value > 0) next.push_back(ownedBy(token::Owner::key(state.therapist), out.toTherapist));
    if (out.toPatient.value > 0) next.push_back(ownedBy(token::Owner::key(state.patient), out.toPatient));
    if (out.toPool.value > 0) next.push_back(ownedBy(token::Owner::covenant(state.asset->pool), out.toPool));
    BT_CHECK(addTokens(next));
    out.carriers = {next.size() * token::kCarrier.value};
    if (from == FeeFrom::Therapist && fee.value > 0) {
        if (out.toTherapist.value == 0) return badAmount("nothing of his to take the fee from");
        plan.tx.outputs[0].value.value -= fee.value;
        out.carriers.value -= fee.value;
    }

    const std::uint64_t stake = split.stake.value_or(Sompi{}).value;
    const std::uint64_t taken = next.size() * token::kCarrier.value + stake + (from == FeeFrom::Patient ? fee.value : 0);
    const std::uint64_t there = m_session.value.value + escrow.carrier.value;
    if (there <= taken) return badAmount("the deposits do not carry this");
    Outcome& outcome = plan.outcome;
    if (stake > 0) {
        plan.tx.outputs.push_back({{stake}, payToKey(split.arbiterPayout.view()), std::nullopt});
        (split.arbiterPayout == state.therapist ? outcome.toTherapist : outcome.toArbiters) = {stake};
    }
    const Sompi rest{there - taken};
    if (split.holder) {
        BT_TRY(const Bytes redeem, redeemOf(m_version, *split.holder, state.terms, split.record, out.toPool));
        plan.tx.outputs.push_back({rest, kaspa::abi::scriptHashOf(redeem), kaspa::CovenantBinding{0, m_session.id}});
        outcome.ticket = rest;
    } else {
        plan.tx.outputs.push_back({rest, payToKey(state.patient.view()), std::nullopt});
        outcome.toPatient = rest;
    }
    outcome.fee = fee;
    plan.surplus = fee;
    return {};
}

Result<TokenBooking> bookTokens(const State& state, const kaspa::Outpoint& authorising, const std::vector<token::Source>& from,
                                const token::Owner& change)
{
    if (!state.asset || from.empty() || from[0].holding.token != state.asset->token)
        return fail("contract.bad_escrow", "a visit in BTAI is paid from its token");
    BT_TRY(Booking booking, book(state, authorising));
    TokenBooking out;
    out.session = std::move(booking.session);
    const Sompi carrier{2 * token::kCarrier.value};
    token::Transfer transfer;
    transfer.from = from;
    transfer.to = {{token::Owner::covenant(out.session.id), {state.price.value}, carrier, {}}};
    transfer.change.to = change;
    BT_TRY(token::Plan paid, token::transfer(transfer));
    kaspa::Input coin;
    coin.previous = authorising;
    coin.computeBudget = 10;
    out.tx.inputs.push_back(std::move(coin));
    out.tx.outputs.push_back(std::move(booking.output));
    for (kaspa::Input& input : paid.tx.inputs) out.tx.inputs.push_back(std::move(input));
    for (kaspa::Output& output : paid.tx.outputs) {
        output.covenant->authorizingInput = 1;
        out.tx.outputs.push_back(std::move(output));
    }
    out.tokens = std::move(paid.calls);
    out.session.escrow = Escrow{{{}, 1}, carrier, state.price, {}, from[0].holding.program};
    const std::uint64_t need = paid.toAdd.value + kDeposit.value;
    out.toAdd = {need > paid.surplus.value ? need - paid.surplus.value : 0};
    return out;
}

} // namespace bt::contract::session
