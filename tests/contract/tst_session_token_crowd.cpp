// SPDX-License-Identifier: GPL-3.0-or-later
// Several visits in BTAI in one ledger, with thieves who mix them: one visit's step with another's escrow, another visit
// beside it, gifts and foreign tokens among its inputs. Whatever the step and whoever stands beside it, what belongs to
// one visit never leaves by another. Compiled with BT_IN_TOKENS.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "world.h"
#endif

using namespace bt;
using namespace bt::test;

namespace {

//! Puts an input that spends `coin` by `call` behind the plan's own tokens, with `made` for its tokens.
void join(Populated& tx, const Plan& plan, const token::Holding& coin, contract::Call call, const std::optional<token::State>& made)
{
    kaspa::Input input;
    input.previous = coin.outpoint;
    input.computeBudget = 20;
    input.signatureScript = must(contract::unsignedScript(call));
    const auto at = static_cast<std::ptrdiff_t>(1 + plan.tokens.size());
    tx.tx.inputs.insert(tx.tx.inputs.begin() + at, input);
    tx.utxos.insert(tx.utxos.begin() + at, call.spent);
    if (made)
        tx.tx.outputs.push_back({token::kCarrier, kaspa::abi::scriptHashOf(must(token::redeemScriptOf(coin.program, *made))),
                                 kaspa::CovenantBinding{static_cast<std::uint16_t>(at), coin.token}});
}

} // namespace

class TestSessionTokenCrowd : public QObject
{
    Q_OBJECT
    int m_attacks = 0;
    int m_controls = 0;

private slots:
    void what_belongs_to_one_visit_never_leaves_by_another()
    {
        const std::uint64_t crowds = longRun() ? 300 : 12;
        for (std::uint64_t seed = 1; seed <= crowds; ++seed) {
            World w(seed);
            for (const NamedPlan& p : allPlans(w)) {
                PASSES(w.honest(p.plan), p.name);
                if (p.plan.step == Step::Agree) continue; // both sides sign whatever happens
                // Another visit of the same two, in a random phase.
                const Session other = World::unborn(w.in(static_cast<Phase>(w.random.below(6))));
                const token::Holding escrow = must(escrowOf(other));
                const token::State loot{escrow.state.amount, token::Owner::key(w.stranger.key), {}, {}};
                const bool moves = !p.plan.tokens.empty();

                // Its escrow in place of ours.
                if (moves) {
                    Plan swapped = p.plan;
                    token::Holding foreign = escrow; // with all that ours has, so that only the owner differs
                    foreign.state.amount = {p.session.escrow->held.value};
                    swapped.tokens[0].spent = must(token::utxoOf(foreign));
                    swapped.tokens[0].redeemScript = must(token::redeemScriptOf(foreign.program, foreign.state));
                    REFUSED(w.attacked(swapped, [&](Populated& t) { t.tx.inputs[1].previous = foreign.outpoint; }),
                            p.name + " with another visit's escrow");
                }
                // Its escrow beside ours, taken by nobody's authority: the other visit has no input.
                const auto follow = must(token::callsFor({{escrow, {}, 0}, {escrow, {}, 0}}, {loot}));
                const auto beside = [&](bool present) {
                    Populated t = w.dress(p.plan);
                    join(t, p.plan, escrow, follow[moves ? 1 : 0], loot);
                    if (present) { // a thief claims the other visit's lineage with an output that anyone spends
                        kaspa::Input input;
                        input.previous = {w.random.fixed<kaspa::TxId>(), 0};
                        input.signatureScript = {0x01, 0x51};
                        t.tx.inputs.push_back(input);
                        const Bytes open{0x51};
                        t.utxos.push_back({kas(1), kaspa::abi::scriptHashOf(open), 1, false, other.id});
                    }
                    w.sign(p.plan, t);
                    return runInputs(t, 2 + p.plan.tokens.size());
                };
                REFUSED(beside(false), p.name + " beside another visit's escrow");
                // Even with that lineage present (which no visit's program allows), this visit's step refuses company.
                REFUSED(beside(true), p.name + " beside an escrow whose lineage is present");

                // The other visit as a second session in the transaction, doing what it may do by itself.
                if (other.state.phase <= Phase::InSession && other.state.phase != Phase::Requested) {
                    const Plan theirs = must(cancelByTherapist(other));
                    Populated t = w.dress(p.plan);
                    const auto at = static_cast<std::ptrdiff_t>(1 + p.plan.tokens.size());
                    t.tx.inputs.insert(t.tx.inputs.begin() + at, theirs.tx.inputs[0]);
                    t.utxos.insert(t.utxos.begin() + at, theirs.spent);
                    w.sign(p.plan, t);
                    w.sign(theirs, t, nullptr, static_cast<std::size_t>(at));
                    PASSES(runInputs(t, 1 + p.plan.tokens.size()), p.name + ", by itself, is indifferent to it");
                    REFUSED(runInput(t, static_cast<std::size_t>(at)), p.name + " with a second visit behind it");
                }
                // A gift to this visit's id rides along to a thief.
                token::Holding gift = must(escrowOf(p.session));
                gift.outpoint.id = w.random.fixed<kaspa::TxId>();
                gift.state.amount = {1 + w.random.below(1'000)};
                const token::State gone{gift.state.amount, token::Owner::key(w.stranger.key), {}, {}};
                Populated t = w.dress(p.plan);
                join(t, p.plan, gift, must(token::callsFor({{gift, {}, 0}, {gift, {}, 0}}, {gone}))[moves ? 1 : 0], gone);
                w.sign(p.plan, t);
                REFUSED(runInputs(t, 2 + p.plan.tokens.size()), p.name + " with a gift riding along");
                // A foreign token's own transfer is nobody's business: it neither helps nor hurts.
                token::Holding foreign = gift;
                foreign.token = freshLineage(w.random);
                foreign.state.owner = token::Owner::key(w.stranger.key);
                auto own = must(token::callsFor({{foreign, {}, 0}}, {gone}))[0];
                t = w.dress(p.plan);
                join(t, p.plan, foreign, own, gone);
                w.sign(p.plan, t);
                signCall(t, 1 + p.plan.tokens.size(), own, {&w.stranger});
                PASSES(runInputs(t, 2 + p.plan.tokens.size()), p.name + " beside a foreign token");
            }
        }
    }
    void cleanupTestCase() { qInfo("%d attacks refused beside %d controls", m_attacks, m_controls); }
};
BT_CONTRACT_MAIN(TestSessionTokenCrowd)
#include "tst_session_token_crowd.moc"
