// SPDX-License-Identifier: GPL-3.0-or-later
// Every entry of the Health Session in the script engine: right inputs pass, the reader understands what happened, and
// money goes where the outcome says.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "codec/json.h"
#include "world.h"
#endif

using namespace bt;
using namespace bt::test;

class TestContractEntries : public QObject
{
    Q_OBJECT
private slots:
    void every_step_is_accepted_by_the_script_engine()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            const auto cost = w.honest(p.plan);
            if (!cost) qWarning("%s: %s %s", p.name.c_str(), std::string(cost.error().code).c_str(), cost.error().detail.c_str());
            QVERIFY2(cost, p.name.c_str());
        }
    }
    void an_instance_ends_with_the_program_it_was_born_with()
    {
        const std::string family = kInTokens ? "health_session_token" : "health_session";
        const auto index = codec::parseJson(fileText(sourceFolder() / "resources/contracts/index.json").value_or("")).value();
        QCOMPARE(index[family].size(), allVersions(kInTokens).size());
        for (std::size_t i = 0; i < allVersions(kInTokens).size(); ++i) {
            const Version& version = allVersions(kInTokens)[i];
            const Hash256& hash = version.session.templateHash();
            QCOMPARE(index[family][i]["session"].get<std::string>(), family + "-" + hexOf(hash.view()).substr(0, 16) + ".json");
            QCOMPARE(index[family][i]["ticket"].get<std::string>(),
                     (kInTokens ? "ticket_token-" : "ticket-") + hexOf(version.ticket.templateHash().view()).substr(0, 16) + ".json");
            World w;
            w.program = hash;
            for (const NamedPlan& p : allPlans(w)) {
                QVERIFY2(w.honest(p.plan), p.name.c_str());
                QVERIFY(version.session.readState(p.plan.redeemScript)); // its own code, whatever is current
                Populated tx = w.dress(p.plan);
                w.sign(p.plan, tx);
                QVERIFY2(readSpend(p.session, tx.tx, kaspa::transactionId(tx.tx), w.holder.key), p.name.c_str());
            }
        }
    }
    void compute_budgets_are_enough_and_not_wasteful()
    {
        World w;
        std::map<Step, std::uint64_t> most;
        for (const NamedPlan& p : allPlans(w)) {
            Plan generous = p.plan;
            generous.tx.inputs[0].computeBudget = 100;
            const std::uint64_t used = must(w.honest(generous)).scriptUnits;
            if (qEnvironmentVariableIsSet("BT_SHOW")) qInfo("%s: %llu script units", p.name.c_str(), static_cast<unsigned long long>(used));
            most[p.plan.step] = std::max(most[p.plan.step], used <= 9'999 ? 0 : (used - 9'999 + 9'999) / 10'000);
        }
        std::string wrong;
        for (const NamedPlan& p : allPlans(w)) {
            const auto given = p.plan.tx.inputs[0].computeBudget; // of tokens: tst_token_entries
            if (given < most[p.plan.step] || given > most[p.plan.step] + 1)
                wrong += p.name + " needs " + std::to_string(most[p.plan.step]) + ", has " + std::to_string(given) + "; ";
        }
        QVERIFY2(wrong.empty(), wrong.c_str());
    }
    void the_reader_tells_which_step_it_was_and_who_got_what()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            Populated tx = w.dress(p.plan);
            w.sign(p.plan, tx);
            const auto id = kaspa::transactionId(tx.tx);
            const auto read = readSpend(p.session, tx.tx, id, w.holder.key);
            QVERIFY2(read, p.name.c_str());
            QVERIFY2(read->step == p.plan.step, p.name.c_str());
            QVERIFY2(read->outcome == p.plan.outcome, p.name.c_str());
            QCOMPARE(read->next.has_value(), p.plan.outcome.locked.value > 0);
            QCOMPARE(read->ticket.has_value(), p.plan.outcome.ticket.value > 0);
            if (read->next) { // the continued instance is what the output says
                const auto utxo = must(utxoOf(*read->next));
                QVERIFY2(utxo.spk == tx.tx.outputs[0].spk && utxo.amount == tx.tx.outputs[0].value, p.name.c_str());
                QVERIFY(tx.tx.outputs[0].covenant && tx.tx.outputs[0].covenant->id == read->next->id);
            }
            if (read->ticket) {
                const auto utxo = must(utxoOf(*read->ticket));
                QVERIFY2(utxo.spk == tx.tx.outputs[read->ticket->outpoint.index].spk, p.name.c_str());
            }
        }
    }
    void what_went_in_comes_out_on_every_exit()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            const Outcome& o = p.plan.outcome;
            const std::uint64_t out = o.toPatient.value + o.toTherapist.value + o.toArbiters.value + o.ticket.value + o.locked.value +
                                      o.fee.value + o.tokens.carriers.value;
            std::uint64_t in = p.session.value.value + p.plan.toAdd.value;
            if (p.session.escrow && !p.plan.tokens.empty()) {
                in += p.session.escrow->carrier.value;
                const auto& t = o.tokens;
                const bool bond = p.plan.step == Step::Accept;
                QVERIFY2(t.toPatient.value + t.toTherapist.value + t.toPool.value + t.locked.value ==
                             p.session.escrow->held.value + (bond ? kBond.value : 0),
                         p.name.c_str());
                // The coin of the bond brings a carrier that goes on under the therapist's change.
            }
            QVERIFY2(out == in, p.name.c_str());
        }
    }
#ifndef BT_IN_TOKENS // what follows is KAS to the sompi; tst_session_token_thefts has the figures in BTAI
    void amounts_are_those_of_the_terms()
    {
        World w;
        const auto late = must(cancelNow(w.in(Phase::Committed).state, {12'700'000'000 - 6'000'000'000}, w.terms, Signer::Patient));
        QCOMPARE(late.toTherapist.value, kBond.value + 3'000'000'000);
        QCOMPARE(late.toPatient.value, 6'700'000'000 - kBond.value - 3'000'000'000);
        const Session s = w.in(Phase::Committed);
        QCOMPARE(must(cancelNow(s.state, s.value, w.terms, Signer::Patient)).toPatient.value, 3'000'000'000U + kDeposit.value);
        QCOMPARE(must(cancelNow(s.state, s.value, w.terms, Signer::Therapist)).toPatient.value, 6'700'000'000U);
        const Session a = w.in(Phase::Accepted);
        QCOMPARE(must(cancelNow(a.state, a.value, w.terms, Signer::Patient)).toTherapist.value, kBond.value);
        // By the clock: a watcher may push commit and begin at once.
        const auto at = [&](Millis now, std::uint64_t daa) { return cancelNow(a, w.terms, Signer::Patient, now, daa); };
        QCOMPARE(must(at(kNow, 1000 + 40'000)).toTherapist.value, kBond.value);
        QCOMPARE(must(at(w.terms.ladder.freeUntil, 1000 + 35'999)).toTherapist.value, kBond.value);
        QCOMPARE(must(at(w.terms.ladder.freeUntil, 1000 + 36'000)).toTherapist.value, kBond.value + 3'000'000'000);
        BT_REFUSED(at(w.terms.visit.startsAt, 1000 + 36'000), "contract.wrong_phase");
    }
    void a_signed_exit_may_pay_its_fee_from_its_own_side()
    {
        World w;
        const Session r = w.in(Phase::Requested);
        const Session c = w.in(Phase::InSession);
        const Hash256 record = w.random.fixed<Hash256>();
        for (const Plan& plan : {must(cancelByPatient(r, w.terms, kFeeCap)), must(claim(c, w.terms, w.attendance(c), kFeeCap)),
                                 must(complete(c, record, w.recordBy(w.therapist, c, record), w.holder.key, kFeeCap))}) {
            QCOMPARE(plan.surplus, kFeeCap);
            Populated alone{plan.tx, {plan.spent}};
            w.sign(plan, alone);
            QVERIFY(World::run(alone));
        }
        BT_REFUSED(cancelByPatient(r, w.terms, {kFeeCap.value + 1}), "contract.bad_amount");
        BT_REFUSED(decline(r, kFeeCap), "contract.bad_amount");
    }
    void a_ticket_can_be_dropped_by_its_holder_only()
    {
        World w;
        const Session s = w.in(Phase::InSession);
        const Hash256 record = w.random.fixed<Hash256>();
        const Plan done = must(complete(s, record, w.recordBy(w.therapist, s, record), w.holder.key));
        Populated tx = w.dress(done);
        w.sign(done, tx);
        const Ticket ticket = *must(readSpend(s, tx.tx, kaspa::transactionId(tx.tx))).ticket;
        QCOMPARE(ticket.value, kDeposit);
        QCOMPARE(ticket.record, record);
        const Plan drop = must(dropTicket(ticket, kaspa::payToPublicKey(w.holder.key.view()), kFeeCap));
        QVERIFY(w.honest(drop));
        QVERIFY(!w.attacked(drop, {}, &w.therapist));
        // A ticket must not give birth to another one.
        QVERIFY(!w.attacked(drop, [&](Populated& p) { p.tx.outputs[0].covenant = kaspa::CovenantBinding{0, ticket.id}; }));
        const auto cost = must(w.honest(drop));
        QCOMPARE(int(drop.tx.inputs[0].computeBudget), int((cost.scriptUnits - 9'999 + 9'999) / 10'000));
    }
    void small_rests_go_into_the_ticket_whole()
    {
        World w;
        const Session s = w.in(Phase::InSession);
        const Sompi all{kPrice.value + kBond.value};
        for (const std::uint64_t kept : {0ULL, 1ULL, 99'999'999ULL, 100'000'000ULL, 100'000'001ULL}) {
            const Plan plan = must(agree(s, {all.value - kept}, std::nullopt, {}));
            QCOMPARE(plan.outcome.toPatient.value > 0, kept >= kDeposit.value);
            QCOMPARE(plan.outcome.ticket.value, kept >= kDeposit.value ? kDeposit.value : kDeposit.value + kept);
            QVERIFY(w.honest(plan));
        }
    }
    void a_birth_is_read_only_when_it_is_genuine()
    {
        World w;
        const State state = must(makeState(w.terms, w.patient.key, w.therapist.key, kPrice, kBond));
        kaspa::Transaction tx;
        tx.inputs.resize(2);
        tx.inputs[1].previous = {w.random.fixed<kaspa::TxId>(), 3};
        const Booking booking = must(book(state, tx.inputs[1].previous, 1, 0));
        tx.outputs = {booking.output};
        const auto id = kaspa::transactionId(tx);
        const Session born = must(readBirth(state, tx, id, 0));
        QCOMPARE(born.id, booking.session.id);
        QVERIFY(checkRequest(born, w.terms, w.therapist.key, kNow));
        BT_REFUSED(checkRequest(born, w.terms, w.therapist.key, w.terms.request.acceptBy), "visit.bad_terms");
        BT_REFUSED(checkRequest(born, w.terms, w.stranger.key, kNow), "visit.bad_terms");
        Terms other = w.terms;
        other.ladder.lateShare.value += 1;
        BT_REFUSED(checkRequest(born, other, w.therapist.key, kNow), "contract.terms_mismatch");
        auto poor = tx;
        poor.outputs[0].value.value -= 1;
        BT_REFUSED(readBirth(state, poor, id, 0), "contract.bad_birth"); // the id commits to the value
        State cheaper = state;
        cheaper.price.value -= 1;
        BT_REFUSED(readBirth(cheaper, tx, id, 0), "contract.bad_birth");
        BT_REFUSED(readBirth(state, tx, id, 1), "contract.bad_birth");
        auto twin = tx; // a second output of the same birth
        twin.outputs.push_back({{kSompiPerKas}, kaspa::payToPublicKey(w.stranger.key.view()), std::nullopt});
        twin.outputs[0].covenant.reset();
        const std::uint32_t both[] = {0, 1};
        must(kaspa::bindGenesis(twin, 1, both));
        BT_REFUSED(readBirth(state, twin, id, 0), "contract.bad_birth");
    }
#endif
};
BT_CONTRACT_MAIN(TestContractEntries)
#include "tst_contract_entries.moc"
