// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/token/transfer.h"

#include "crypto/hash.h"
#include "kaspa/abi/codec.h"

namespace bt::contract::token {
namespace {

using kaspa::abi::Value;
constexpr std::size_t kSignature = kaspa::InputSignature::size;

tl::unexpected<Error> badWitness(const char* why) { return fail("token.bad_witness", why); }

//! The owner's witness with zeros where its signature goes, which is at the end.
Result<Bytes> authority(const Source& source, Bytes& key)
{
    const Owner& owner = source.holding.state.owner;
    Bytes out = source.shown;
    switch (owner.scheme) {
    case OwnerScheme::Key:
        if (!source.shown.empty()) return badWitness("a key shows nothing");
        key = bytesOf(owner.value.view());
        break;
    case OwnerScheme::KeyHash:
    case OwnerScheme::EcdsaHash:
        if (source.shown.size() != (owner.scheme == OwnerScheme::KeyHash ? 32U : 33U) || crypto::blake3(source.shown) != owner.value)
            return badWitness("the key is not the one that the owner is the hash of");
        key = source.shown;
        break;
    case OwnerScheme::Script: return Bytes{source.authorityInput};
    case OwnerScheme::Covenant: return Bytes{};
    }
    out.resize(out.size() + kSignature);
    return out;
}

Result<Bytes> borrowWitness(const Borrowed& borrowed, Bytes& key)
{
    Bytes out{1};
    switch (borrowed.into.state.borrow.scheme) {
    case BorrowScheme::Threshold: return out;
    case BorrowScheme::Signature: key = bytesOf(borrowed.into.state.borrow.guard.view()); break;
    case BorrowScheme::HashChain:
        if (!borrowed.previous || !borrowed.linkKey || guardOf(*borrowed.previous, *borrowed.linkKey) != borrowed.into.state.borrow.guard)
            return fail("token.not_borrowable", "the link does not open the guard");
        append(out, borrowed.previous->view());
        append(out, borrowed.linkKey->view());
        key = bytesOf(borrowed.linkKey->view());
        break;
    case BorrowScheme::Disabled: return fail("token.not_borrowable", "the owner does not lend this UTXO");
    }
    out.resize(out.size() + kSignature);
    return out;
}

Result<State> grown(const Borrowed& borrowed)
{
    State next = borrowed.into.state;
    const auto threshold = next.borrow.threshold();
    if (!threshold || borrowed.add <= *threshold) return fail("token.not_borrowable", "the amount does not exceed what the owner asks for");
    BT_TRY(next.amount, add(next.amount, borrowed.add));
    if (next.borrow.scheme == BorrowScheme::HashChain && borrowed.previous) next.borrow.guard = *borrowed.previous;
    return next;
}

} // namespace

Result<std::vector<Call>> callsFor(const std::vector<Source>& from, const std::vector<State>& next, const Borrowed* borrowed)
{
    std::vector<Call> out;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const Holding& holding = from[i].holding;
        if (holding.token != from[0].holding.token || holding.program != from[0].holding.program ||
            holding.state.extension != from[0].holding.state.extension)
            return fail("token.mixed", "one transfer moves one token");
        Call call;
        BT_TRY(call.spent, utxoOf(holding));
        BT_TRY(call.program, programOf(holding.program));
        BT_TRY(call.redeemScript, redeemScriptOf(holding.program, holding.state));
        const bool leads = i == 0;
        Bytes key;
        Bytes witness;
        if (leads && borrowed != nullptr) {
            BT_TRY(witness, borrowWitness(*borrowed, key));
        } else {
            if (leads) witness.push_back(0);
            BT_TRY(const Bytes shown, authority(from[i], key));
            append(witness, shown);
        }
        if (leads) {
            kaspa::abi::List states;
            for (const State& state : next) states.emplace_back(stateRecord(state));
            call.entry = "transfer";
            call.arguments = {Value(std::move(states))};
        } else {
            call.entry = "transfer_delegator";
        }
        if (!key.empty()) call.wanted = {{call.arguments.size(), witness.size() - kSignature, key}};
        call.arguments.emplace_back(std::move(witness));
        out.push_back(std::move(call));
    }
    return out;
}

std::uint16_t budgetOf(const Call& call, bool leads, std::size_t inputs, std::size_t outputs)
{
    // A signature check takes 10 units; hashing the programs of the outputs and reading other inputs the rest, of which
    // nearly one unit is free. Measured by the table test, which fails when one is too small or two too large.
    const std::size_t signature = call.wanted.empty() ? 0 : 10;
    const std::size_t work = leads ? outputs + (inputs > 2 || outputs > 2 ? 1 : 0) : 0;
    return static_cast<std::uint16_t>(signature + work);
}

Result<Plan> transfer(const Transfer& wanted)
{
    Plan plan;
    std::vector<Source> from = wanted.from;
    Units need, there;
    Sompi carried, needed;
    const auto pay = [&](const State& state, Sompi carrier) -> Result<void> {
        if (carrier < kCarrier) return fail("token.bad_carrier", "a token output carries at least 0.5 KAS");
        plan.made.push_back(state);
        plan.tx.outputs.push_back({carrier, {}, std::nullopt});
        BT_TRY(needed, bt::add(needed, carrier));
        BT_TRY(need, add(need, state.amount));
        return {};
    };
    if (wanted.from.empty()) return fail("token.not_enough", {"", "0"}, "nothing to pay from");
    const Holding& first = wanted.from[0].holding;
    if (wanted.borrowed) {
        BT_TRY(const State next, grown(*wanted.borrowed));
        from.insert(from.begin(), {wanted.borrowed->into, {}, 0});
        // His KAS stays his: at least as much as was there, whatever a carrier should be.
        plan.made.push_back(next);
        plan.tx.outputs.push_back({wanted.borrowed->into.carrier, {}, std::nullopt});
        BT_TRY(needed, bt::add(needed, wanted.borrowed->into.carrier));
        need = next.amount;
        plan.paid = wanted.borrowed->add;
    }
    for (const Payment& payment : wanted.to) {
        if (payment.amount.value == 0) return fail("token.bad_amount", "a payment of nothing");
        BT_CHECK(pay({payment.amount, payment.to, payment.borrow, first.state.extension}, payment.carrier));
        BT_TRY(plan.paid, add(plan.paid, payment.amount));
    }
    if (plan.paid.value == 0) return fail("token.bad_amount", "nothing is paid");
    for (const Source& source : from) {
        BT_TRY(there, add(there, source.holding.state.amount));
        BT_TRY(carried, bt::add(carried, source.holding.carrier));
    }
    if (there < need) return fail("token.not_enough", {std::to_string(need.value), std::to_string(there.value)}, "not enough tokens");
    plan.change = {there.value - need.value};
    if (plan.change.value > 0)
        BT_CHECK(pay({plan.change, wanted.change.to, wanted.change.borrow, first.state.extension}, wanted.change.carrier));
    if (from.size() > kMaxInputs || plan.made.size() > kMaxOutputs)
        return fail("token.too_many", "a transfer has at most three token inputs and three token outputs");

    BT_TRY(plan.calls, callsFor(from, plan.made, wanted.borrowed ? &*wanted.borrowed : nullptr));
    for (std::size_t i = 0; i < plan.made.size(); ++i) {
        BT_TRY(const Bytes redeem, redeemScriptOf(first.program, plan.made[i]));
        plan.tx.outputs[i].spk = kaspa::abi::scriptHashOf(redeem);
        plan.tx.outputs[i].covenant = kaspa::CovenantBinding{0, first.token};
    }
    for (std::size_t i = 0; i < from.size(); ++i) {
        kaspa::Input input;
        input.previous = from[i].holding.outpoint;
        input.computeBudget = budgetOf(plan.calls[i], i == 0, from.size(), plan.made.size());
        BT_TRY(input.signatureScript, unsignedScript(plan.calls[i]));
        plan.tx.inputs.push_back(std::move(input));
    }
    if (needed > carried) plan.toAdd = {needed.value - carried.value};
    else plan.surplus = {carried.value - needed.value};
    return plan;
}

std::string unitsText(Units units)
{
    constexpr std::uint64_t one = 100'000'000;
    std::string out = std::to_string(units.value / one);
    std::string rest = std::to_string(units.value % one);
    rest.insert(0, kDecimals - rest.size(), '0');
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return rest.empty() ? out : out + "." + rest;
}

std::string describe(const Plan& plan)
{
    std::string out = unitsText(plan.paid) + " BTAI paid";
    if (plan.change.value > 0) out += ", " + unitsText(plan.change) + " BTAI change";
    return out;
}

} // namespace bt::contract::token
