// SPDX-License-Identifier: GPL-3.0-or-later
// What only a visit in BTAI can lose: the attacks of the design's review by name, each beside a control that passes, the
// figures of a visit to the unit, and births. Compiled with BT_IN_TOKENS.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "contract/token/reader.h"
#include "world.h"
#endif

using namespace bt;
using namespace bt::test;
using kaspa::abi::Value;

class TestSessionTokenThefts : public QObject
{
    Q_OBJECT
    int m_attacks = 0;
    int m_controls = 0;

    //! The escrow's input and whatever makes a transfer of it to `thief`, put behind a plan that does not move money.
    static Populated pullEscrow(World& w, const Session& s, const Plan& plan, bool pull)
    {
        Populated tx = w.dress(plan);
        if (pull) {
            const token::Holding escrow = must(escrowOf(s));
            const token::State loot{escrow.state.amount, token::Owner::key(w.stranger.key), {}, {}};
            const auto call = must(token::callsFor({{escrow, {}, 0}}, {loot})).front();
            kaspa::Input input;
            input.previous = escrow.outpoint;
            input.computeBudget = 10;
            input.signatureScript = must(contract::unsignedScript(call));
            tx.tx.inputs.push_back(input);
            tx.utxos.push_back(call.spent);
            tx.tx.outputs.push_back({token::kCarrier, kaspa::abi::scriptHashOf(must(token::redeemScriptOf(escrow.program, loot))),
                                     kaspa::CovenantBinding{2, escrow.token}});
        }
        w.sign(plan, tx);
        return tx;
    }
    //! The same plan with another token at input 1 in place of the escrow.
    static Plan withEscrow(const Plan& plan, const token::Holding& other)
    {
        Plan out = plan;
        auto& call = out.tokens[0];
        call.redeemScript = must(token::redeemScriptOf(other.program, other.state));
        call.spent = must(token::utxoOf(other));
        out.tx.inputs[1].previous = other.outpoint;
        return out;
    }

private slots:
    void m1_presence_moves_no_escrow_where_no_money_moves()
    {
        World w;
        const Session a = w.in(Phase::Accepted), c = w.in(Phase::Committed), i = w.in(Phase::InSession);
        const std::vector<std::pair<Session, Plan>> moves{{a, must(commit(a, w.terms))},
                                                          {c, must(begin(c, w.terms))},
                                                          {c, must(beginAttended(c, w.attendance(c)))},
                                                          {c, must(dispute(c, w.terms, Signer::Patient))},
                                                          {i, must(dispute(i, w.terms, Signer::Therapist))}};
        for (const auto& [session, plan] : moves) {
            const std::string what(stepName(plan.step));
            PASSES(World::run(pullEscrow(w, session, plan, false)), what);
            const Populated theft = pullEscrow(w, session, plan, true);
            PASSES(World::run(theft, 2), what + ": the token alone would let the escrow go");
            REFUSED(World::run(theft), what + " with the escrow beside it");
        }
    }
    void m1_every_payout_fixes_all_token_outputs()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            if (p.plan.tokens.empty() || p.plan.step == Step::Agree || p.plan.step == Step::Accept) continue;
            PASSES(w.honest(p.plan), p.name);
            const auto states = std::get<kaspa::abi::List>(p.plan.tokens[0].arguments[0].v);
            const auto with = [&](const std::function<void(kaspa::abi::List&)>& change) {
                Plan plan = p.plan;
                kaspa::abi::List next = states;
                change(next);
                plan.tokens[0].arguments[0] = Value(next);
                std::vector<kaspa::Output> outputs;
                for (const Value& one : next)
                    outputs.push_back(
                        {token::kCarrier,
                         kaspa::abi::scriptHashOf(must(token::redeemScriptOf(
                             token::currentProgram().templateHash(), must(token::stateOf(std::get<kaspa::abi::RecordValue>(one.v)))))),
                         kaspa::CovenantBinding{1, w.asset->token}});
                for (std::size_t k = 0; k < states.size(); ++k) plan.tx.outputs.erase(plan.tx.outputs.begin());
                plan.tx.outputs.insert(plan.tx.outputs.begin(), outputs.begin(), outputs.end());
                return w.attacked(plan, {});
            };
            const auto field = [](Value& state, const char* name) -> Value& { return std::get<kaspa::abi::RecordValue>(state.v)[name]; };
            PASSES(with([](auto&) {}), p.name + " rebuilt");
            for (std::size_t k = 0; k < states.size(); ++k) {
                const std::string at = p.name + ", token output " + std::to_string(k);
                REFUSED(with([&](auto& n) { field(n[k], "owner") = bytesOf(w.stranger.key.view()); }), at + " redirected");
                REFUSED(with([&](auto& n) { field(n[k], "owner_scheme") = std::uint8_t{1}; }), at + " under another scheme");
                REFUSED(with([&](auto& n) { field(n[k], "borrow_scheme") = std::uint8_t{1}; }), at + " lent");
                REFUSED(with([&](auto& n) { field(n[k], "borrow_guard") = bytesOf(w.stranger.key.view()); }), at + " guarded");
                const std::int64_t amount = std::get<std::int64_t>(field(const_cast<Value&>(states[k]), "amount").v);
                const std::size_t other = (k + 1) % states.size();
                if (other != k)
                    REFUSED(with([&](auto& n) {
                                field(n[k], "amount") = amount + 1;
                                field(n[other], "amount") = std::get<std::int64_t>(field(n[other], "amount").v) - 1;
                            }),
                            at + " one unit more");
                if (states.size() < 3)
                    REFUSED(with([&](auto& n) {
                                n.push_back(n[k]);
                                field(n[k], "amount") = amount - 1;
                                field(n.back(), "amount") = 1;
                                field(n.back(), "owner") = bytesOf(w.stranger.key.view());
                            }),
                            at + " skimmed into another output");
                if (other != k) REFUSED(with([&](auto& n) { std::swap(n[k], n[other]); }), at + " in another order");
            }
        }
    }
    void a_token_that_is_not_the_escrow_does_not_stand_in_for_it()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            if (p.plan.tokens.empty() || p.plan.step == Step::Agree) continue;
            const token::Holding escrow = must(escrowOf(p.session));
            PASSES(w.attacked(withEscrow(p.plan, escrow), {}), p.name);
            token::Holding dust = escrow; // somebody gave a little to the session's id
            dust.state.amount.value -= 1;
            REFUSED(w.attacked(withEscrow(p.plan, dust), {}), p.name + " with less than is due");
            token::Holding foreign = escrow;
            foreign.token = otherLineage(foreign.token);
            Plan other = withEscrow(p.plan, foreign);
            for (kaspa::Output& output : other.tx.outputs)
                if (output.covenant && output.covenant->id == escrow.token) output.covenant->id = foreign.token;
            REFUSED(w.attacked(other, {}), p.name + " in another covenant's token");
            token::Holding hers = escrow; // a thief's own token of the same amount would strand the real escrow
            hers.state.owner = token::Owner::key(w.stranger.key);
            Plan own = withEscrow(p.plan, hers);
            own.tokens[0].wanted = {{1, 1, bytesOf(w.stranger.key.view())}};
            std::get<Bytes>(own.tokens[0].arguments[1].v).resize(66);
            REFUSED(w.attacked(own, {}), p.name + " with a token of one's own");
        }
    }
    void m2_and_m6_accept_proves_birth_and_money()
    {
        World w;
        Session s = w.booked();
        const Plan plan = must(w.tryAccept(s));
        PASSES(w.honest(plan), "accept");
        REFUSED(w.attacked(plan, [](Populated& t) { t.utxos[1].amount.value = 2 * token::kCarrier.value - 1; }), "without the carriers");
        REFUSED(w.attacked(plan, [](Populated& t) { t.tx.outputs[1].value.value -= 1; }), "the escrow's KAS skimmed");
        const auto change = std::get<kaspa::abi::List>(plan.tokens[0].arguments[0].v);
        QCOMPARE(change.size(), 2U);
        // The bond from tokens that the session owns already, which are the patient's.
        Plan owned = plan;
        token::Holding gift = w.bondCoin->source.holding;
        gift.state.owner = token::Owner::covenant(s.id);
        owned.tokens[1] = must(token::callsFor({{must(escrowOf(s)), {}, 0}, {gift, {}, 0}}, {}))[1];
        REFUSED(w.attacked(owned, {}), "a bond from the session's own tokens");
        // Underfunded.
        s.escrow->held.value -= 1;
        BT_REFUSED(w.tryAccept(s), "contract.underfunded");
        s = w.booked();
        s.authorising.index += 1;
        BT_REFUSED(w.tryAccept(s), "contract.bad_birth");
        s = w.booked();
        s.escrow.reset();
        BT_REFUSED(w.tryAccept(s), "contract.bad_escrow");
        // More than the price: it goes on in the escrow and comes back to her.
        s = w.booked();
        s.escrow->held.value += 777;
        const Plan more = must(w.tryAccept(s));
        PASSES(w.honest(more), "an escrow with more");
        QCOMPARE(more.outcome.tokens.locked.value, kPrice.value + kBond.value + 777);
    }
    void no_agreement_makes_weight()
    {
        World w;
        const Session s = w.in(Phase::InSession);
        const Plan plan = must(agree(s, {1'000'000'000}, w.holder.key, {}));
        PASSES(w.honest(plan), "agree");
        Ticket forged{
            currentVersion(true).ticket.templateHash(), s.id, {}, plan.outcome.ticket, w.holder.key, s.state.terms, noRecord(), 0, {}};
        const auto as = [&](const Ticket& ticket) {
            return w.attacked(plan, [&](Populated& t) { t.tx.outputs[2].spk = must(utxoOf(ticket)).spk; });
        };
        QCOMPARE(plan.tx.outputs.size(), 3U);
        PASSES(as(forged), "the same ticket");
        forged.weight = {1};
        REFUSED(as(forged), "a ticket that weighs");
        forged.weight = {};
        forged.terms.bytes[0] ^= 1;
        REFUSED(as(forged), "a ticket of other terms");
        forged.terms = s.state.terms;
        forged.record.bytes[0] ^= 1;
        REFUSED(as(forged), "a ticket with a record");
    }
    void an_agreement_gives_the_stake_of_his_problem_back_to_him_and_to_nobody_else()
    {
        World w;
        const Session s = w.in(Phase::DisputedByTherapist);
        const Sompi stake = w.terms.dispute.stake;
        const Plan plan = must(agree(s, {1'000'000'000}, w.holder.key, {}, stake));
        PASSES(w.honest(plan), "agree with his stake");
        QCOMPARE(plan.outcome.toTherapist, stake);
        QCOMPARE(plan.outcome.toArbiters, Sompi{});
        Populated tx = w.dress(plan);
        w.sign(plan, tx);
        const auto read = must(readSpend(s, tx.tx, kaspa::transactionId(tx.tx), w.holder.key));
        QCOMPARE(read.outcome.toTherapist, stake);
        QCOMPARE(read.outcome.tokens.toTherapist.value, 1'000'000'000U);
        // Both signed where it goes.
        const auto after = [&](const std::function<void(kaspa::Output&)>& change) {
            Populated late = tx;
            change(late.tx.outputs[2]);
            return World::run(plan, late);
        };
        PASSES(after([](kaspa::Output&) {}), "as it was signed");
        REFUSED(after([&](kaspa::Output& output) { output.spk = kaspa::payToPublicKey(w.patient.key.view()); }),
                "his stake to the patient");
        REFUSED(after([](kaspa::Output& output) { output.value.value -= 1; }), "less of his stake");
        // Where he put none in, none is given back.
        for (const Phase phase : {Phase::InSession, Phase::DisputedByPatient, Phase::Accepted})
            BT_REFUSED(agree(w.in(phase), {1'000'000'000}, w.holder.key, {}, stake), "contract.bad_amount");
        BT_REFUSED(agree(s, {1'000'000'000}, w.holder.key, {}, {s.value.value + kas(10).value}), "contract.bad_amount");
    }
    void a_levy_is_less_than_the_price()
    {
        World w;
        w.asset->levy = kPrice;
        BT_REFUSED(makeState(w.terms, w.patient.key, w.therapist.key, kPrice, kBond, w.asset), "visit.bad_terms");
        State state = must(makeState(w.terms, w.patient.key, w.therapist.key, kPrice, kBond, Asset{w.asset->token, w.asset->pool, {1}}));
        for (const auto& [levy, ok] : {std::pair{kPrice.value - 1, true}, {kPrice.value, false}, {kMaxMoney.value, false}}) {
            state.asset->levy = {levy};
            const auto run = w.honest(must(w.tryAccept(w.booked(state))));
            if (ok) PASSES(run, "accept");
            else REFUSED(run, "a levy of " + std::to_string(levy));
        }
    }
    void what_each_side_gets_to_the_unit()
    {
        World w;
        const auto tokens = [](const Plan& plan) { return plan.outcome.tokens; };
        const Session i = w.in(Phase::InSession);
        const Hash256 record = w.random.fixed<Hash256>();
        auto o = tokens(must(complete(i, record, w.recordBy(w.therapist, i, record), w.holder.key)));
        QCOMPARE(o.toTherapist.value, kPrice.value + kBond.value - kLevy.value);
        QCOMPARE(o.toPool, kLevy);
        QCOMPARE(o.toPatient.value, 0U);
        o = tokens(must(cancelByTherapist(i)));
        QCOMPARE(o.toPatient.value, kPrice.value + kBond.value); // and no levy: nobody was paid
        QCOMPARE(o.toPool.value, 0U);
        const Session c = w.in(Phase::Committed);
        o = must(cancelNow(c.state, c.value, w.terms, Signer::Patient)).tokens;
        QCOMPARE(o.toTherapist.value, kBond.value + 3'000'000'000);
        QCOMPARE(o.toPatient.value, kPrice.value - 3'000'000'000);
        // A dispute that nobody answers wins no bond; one in vain loses it, and the stake goes to the other side.
        const Session d = w.in(Phase::DisputedByPatient), t = w.in(Phase::DisputedByTherapist);
        const Plan unanswered = must(lapse(d, w.terms, std::nullopt)), inVain = must(lapse(t, w.terms, std::nullopt));
        QCOMPARE(tokens(unanswered).toTherapist, kBond);
        QCOMPARE(tokens(unanswered).toPatient, kPrice);
        QCOMPARE(unanswered.outcome.toTherapist, w.terms.dispute.stake);
        QCOMPARE(tokens(inVain).toPatient.value, kPrice.value + kBond.value);
        QCOMPARE(inVain.outcome.toTherapist.value, 0U);
    }
    void a_booking_pays_in_the_same_transaction()
    {
        World w;
        const State state = must(makeState(w.terms, w.patient.key, w.therapist.key, kPrice, kBond, w.asset));
        token::Holding coin{token::currentProgram().templateHash(),
                            w.asset->token,
                            {w.random.fixed<kaspa::TxId>(), 3},
                            token::kCarrier,
                            {{kPrice.value + 5}, token::Owner::key(w.patient.key), {}, {}},
                            1};
        kaspa::Outpoint authorising{w.random.fixed<kaspa::TxId>(), 1};
        const kaspa::Utxo payers{kas(10), kaspa::payToPublicKey(w.payer.key.view()), 1, false, std::nullopt};
        standAt(authorising, payers); // both are there before the birth commits to one of them
        standAt(coin.outpoint, token::utxoOf(coin));
        const TokenBooking booking = must(bookTokens(state, authorising, {{coin, {}, 0}}, token::Owner::key(w.patient.key)));
        Populated tx{booking.tx, {payers, booking.tokens[0].spent}};
        signCall(tx, 1, booking.tokens[0], {&w.patient});
        PASSES(World::run(tx, 1), "book");
        const auto id = kaspa::transactionId(tx.tx);
        const Session born = must(readBirth(state, tx.tx, id, 0));
        QVERIFY(born.id == booking.session.id && born.escrow->held == kPrice);
        QVERIFY(checkRequest(born, w.terms, w.therapist.key, kNow, w.asset));
        BT_REFUSED(checkRequest(born, w.terms, w.therapist.key, kNow), "visit.bad_terms"); // she wants KAS
        Asset other = *w.asset;
        other.token.bytes[0] ^= 1;
        BT_REFUSED(checkRequest(born, w.terms, w.therapist.key, kNow, other), "visit.bad_terms");
        const Plan plan = must(accept(born, w.bondCoin));
        const auto run = w.honest(plan);
        PASSES(run, "accept of it");
        auto unpaid = tx.tx; // the escrow's output under nobody's id
        unpaid.outputs[1].covenant.reset();
        BT_REFUSED(readBirth(state, unpaid, id, 0), "contract.bad_birth");
        BT_REFUSED(bookTokens(state, {}, {}, token::Owner::key(w.patient.key)), "contract.bad_escrow");
    }
    void cleanupTestCase() { qInfo("%d attacks refused beside %d controls", m_attacks, m_controls); }
};
BT_CONTRACT_MAIN(TestSessionTokenThefts)
#include "tst_session_token_thefts.moc"
