// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/support/visit_play.h"

#include "interop/support/must.h"

namespace bt::interop {

using namespace contract::session;

VisitPlay::VisitPlay(test::World& w, Simnet& n, bool ready) : world(w), net(n)
{
    if (!ready) return;
    const Millis now = must(chainState(net.rpc())).pastMedianTime;
    world.terms.request.acceptBy = now.plus(-40);
    world.terms.ladder.freeUntil = now.plus(-30);
    world.terms.visit.startsAt = now.plus(-20);
    world.terms.visit.endsAt = now.plus(-10);
    world.terms.ladder.graceAge = kMinAge;
    world.terms.visit.claimAge = kMinAge;
    world.terms.dispute.lapseAge = kMinAge;
}

Result<VisitPlay::Booked> VisitPlay::bookingInTokens(const State& state)
{
    if (prices.empty()) return fail("visit_play.no_token");
    BT_TRY(const ledger::UtxoEntry coin, net.pay(kaspa::payToPublicKey(world.payer.key.view()), {100 * kSompiPerKas}));
    BT_TRY(TokenBooking made, bookTokens(state, coin.outpoint, {{prices.back(), {}, 0}}, contract::token::Owner::key(world.patient.key)));
    prices.pop_back();
    Booked out;
    out.tx = {std::move(made.tx), {coin.utxo}};
    for (const contract::Call& call : made.tokens) out.tx.utxos.push_back(call.spent);
    const std::uint64_t change = coin.utxo.amount.value - made.toAdd.value - kSompiPerKas;
    out.tx.tx.outputs.push_back({{change}, coin.utxo.spk, std::nullopt});
    BT_TRY(out.tx.tx.storageMass, kaspa::storageMass(out.tx));
    for (std::size_t i = 0; i < made.tokens.size(); ++i) test::signCall(out.tx, 1 + i, made.tokens[i], {&world.patient});
    BT_TRY(const auto signer, crypto::SchnorrSigner::from(world.payer.secret.view()));
    kaspa::SighashCache cache;
    BT_CHECK(kaspa::signInput(out.tx, 0, signer, world.random, cache));
    out.session = made.session;
    out.session.outpoint.id = out.session.escrow->outpoint.id = kaspa::transactionId(out.tx.tx);
    return out;
}

Result<VisitPlay::Booked> VisitPlay::booking(const State& state)
{
    if (state.asset) return bookingInTokens(state);
    BT_TRY(const ledger::UtxoEntry coin, net.pay(kaspa::payToPublicKey(world.payer.key.view()), {100 * kSompiPerKas}));
    BT_TRY(Booking made, contract::session::book(state, coin.outpoint));
    Booked out;
    kaspa::Input input;
    input.previous = coin.outpoint;
    input.computeBudget = kaspa::kPayToKeyBudget;
    out.tx.tx.inputs.push_back(std::move(input));
    out.tx.utxos.push_back(coin.utxo);
    const std::uint64_t change = coin.utxo.amount.value - made.output.value.value - kSompiPerKas;
    out.tx.tx.outputs = {made.output, {{change}, coin.utxo.spk, std::nullopt}};
    BT_TRY(out.tx.tx.storageMass, kaspa::storageMass(out.tx));
    BT_TRY(const auto signer, crypto::SchnorrSigner::from(world.payer.secret.view()));
    kaspa::SighashCache cache;
    BT_CHECK(kaspa::signInput(out.tx, 0, signer, world.random, cache));
    out.session = made.session;
    out.session.outpoint.id = kaspa::transactionId(out.tx.tx);
    return out;
}

Result<Session> VisitPlay::book()
{
    BT_TRY(const State state, makeState(world.terms, world.patient.key, world.therapist.key, test::kPrice, test::kBond, world.asset));
    BT_TRY(Booked made, booking(state));
    BT_CHECK(net.settle(made.tx.tx));
    BT_TRY(const ChainState now, chainState(net.rpc()));
    made.session.daaScore = now.daaScore;
    return made.session;
}

Result<ledger::UtxoEntry> VisitPlay::coinFor(const Plan& plan)
{
    return net.pay(kaspa::payToPublicKey(world.payer.key.view()), {plan.toAdd.value + 10 * kSompiPerKas});
}

kaspa::Populated VisitPlay::dress(const Plan& plan, const ledger::UtxoEntry& coin, std::uint64_t fee)
{
    kaspa::Populated p = world.dress(plan);
    const std::size_t fees = 1 + plan.tokens.size();
    p.tx.inputs[fees].previous = coin.outpoint;
    p.utxos[fees] = coin.utxo;
    p.tx.outputs.back().value = {10 * kSompiPerKas + plan.surplus.value - fee};
    p.tx.storageMass = must(kaspa::storageMass(p));
    sign(plan, p);
    return p;
}

void VisitPlay::sign(const Plan& plan, kaspa::Populated& tx)
{
    world.sign(plan, tx);
    const auto signer = must(crypto::SchnorrSigner::from(world.payer.secret.view()));
    kaspa::SighashCache cache;
    const std::size_t fees = 1 + plan.tokens.size();
    if (tx.tx.inputs.size() > fees) must(kaspa::signInput(tx, fees, signer, world.random, cache));
}

Result<Transition> VisitPlay::read(const Session& before, const kaspa::Transaction& tx)
{
    BT_TRY(Transition done, readSpend(before, tx, kaspa::transactionId(tx), world.holder.key));
    BT_TRY(const ChainState now, chainState(net.rpc()));
    if (done.next) done.next->daaScore = now.daaScore;
    if (done.ticket) done.ticket->daaScore = now.daaScore;
    return done;
}

Result<Transition> VisitPlay::step(const Session& before, const Plan& plan)
{
    BT_TRY(const ledger::UtxoEntry coin, coinFor(plan));
    const kaspa::Populated tx = dress(plan, coin, before.state.asset ? 5'000'000 : 1'000'000);
    BT_CHECK(net.settle(tx.tx));
    return read(before, tx.tx);
}

Result<std::vector<Session>> VisitPlay::sessions(const std::vector<Phase>& phases)
{
    std::vector<Session> all;
    for (std::size_t i = 0; i < phases.size(); ++i) {
        BT_TRY(all.emplace_back(), book());
    }
    const auto forward = [&](Phase least, const std::function<Result<Plan>(const Session&)>& plan) -> Result<void> {
        for (std::size_t i = 0; i < phases.size(); ++i) {
            if (phases[i] < least) continue;
            BT_TRY(const Plan made, plan(all[i]));
            BT_TRY(const Transition done, step(all[i], made));
            if (!done.next) return fail("visit_play.ended");
            all[i] = *done.next;
        }
        return {};
    };
    BT_CHECK(forward(Phase::Accepted, [&](const Session& s) -> Result<Plan> {
        if (s.state.asset) {
            if (bonds.empty()) return fail("visit_play.no_token");
            world.bondCoin = BondCoin{{bonds.back(), {}, 0}, contract::token::Owner::key(world.therapist.key)};
            bonds.pop_back();
        }
        return world.tryAccept(s);
    }));
    BT_CHECK(net.age(kMinAge));
    BT_CHECK(forward(Phase::Committed, [&](const Session& s) { return commit(s, world.terms); }));
    BT_CHECK(forward(Phase::InSession, [&](const Session& s) { return begin(s, world.terms); }));
    for (std::size_t i = 0; i < phases.size(); ++i) {
        if (!disputed(phases[i])) continue;
        const Signer by = phases[i] == Phase::DisputedByPatient ? Signer::Patient : Signer::Therapist;
        BT_TRY(const Plan plan, dispute(all[i], world.terms, by));
        BT_TRY(const Transition done, step(all[i], plan));
        if (!done.next) return fail("visit_play.ended");
        all[i] = *done.next;
    }
    return all;
}

} // namespace bt::interop
