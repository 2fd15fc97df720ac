// SPDX-License-Identifier: GPL-3.0-or-later
// An auditor's attacks on visits and on the reputation, beside their controls: programs hidden in the place of a state,
// agreements that leave more than a ticket, outputs of other script versions, locks that are switched off, and calls that
// the chain accepts in a form that our builders never write. Compiled twice: visits in KAS, visits in BTAI.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "contract/health_session/draft.h"
#include "contract/reputation/reputation.h"
#include "world.h"
#endif

using namespace bt;
using namespace bt::test;
namespace rep = bt::contract::reputation;

namespace {

//! Where the pushes of a visit's state stand: phase, patient, therapist, price, bond, terms; token, pool, levy.
const std::vector<std::size_t> kPushes =
    kInTokens ? std::vector<std::size_t>{1, 3, 36, 69, 78, 87, 120, 153, 186} : std::vector<std::size_t>{1, 3, 36, 69, 78, 87};
constexpr std::size_t kState = kInTokens ? 195 : 120; //!< where the program goes on after it

//! The argument `at` of a plan, replaced.
Plan with(Plan plan, std::size_t at, kaspa::abi::Value value)
{
    plan.arguments.at(at) = std::move(value);
    return plan;
}
enum { Why, Signed, Proof, OpenedPart, BeforeIt, AfterIt, More };

//! A visit that was never one, rated: the therapist is in it himself.
struct SelfDealer {
    explicit SelfDealer() : w(1), owner(w.random)
    {
        const auto any = [&] { return w.random.fixed<kaspa::CovenantId>(); };
        auto born = must(
            rep::create(owner.key, w.asset ? w.asset->token : any(), w.asset ? w.asset->pool : any(), {w.random.fixed<kaspa::TxId>(), 0}));
        reputation = born.reputation;
        reputation.outpoint.id = w.random.fixed<kaspa::TxId>();
        if (ground != nullptr) reputation.id = ground->lineage();
        standAt(reputation.outpoint, rep::utxoOf(reputation));
        rating.salt = w.random.fixed<Salt>();
        w.terms.dispute.reputation = rep::commitment(reputation.id, rating.salt);
        booked = w.booked();
        if (ground != nullptr) { // that one stands already: another program is born by a coin of its own
            booked.authorising = ground->coin();
            booked.id = idOf(booked.outpoint.index, booked.value, must(redeemScriptOf(booked)));
        }
        rating.birth = rep::birthOf(booked);
        rating.terms = w.terms;
        rating.stars = 5;
        rating.ticket = {currentVersion(kInTokens).ticket.templateHash(),
                         booked.id,
                         {w.random.fixed<kaspa::TxId>(), 1},
                         kDeposit,
                         w.holder.key,
                         booked.state.terms,
                         noRecord(),
                         1,
                         {}};
        if (kInTokens) rating.ticket.weight = {50'000'000'000'000};
        genuine = must(redeemScriptOf(booked));
    }
    kaspa::CovenantId idOf(std::uint32_t index, Sompi value, const Bytes& program) const
    {
        return kaspa::covenantId(booked.authorising, {{index, {value, kaspa::abi::scriptHashOf(program), std::nullopt}}});
    }
    kaspa::CovenantId idOf(const Bytes& program) const { return idOf(rating.birth.index, rating.birth.value, program); }
    //! Of the ticket that is rated with: the id of its lineage is not in it.
    kaspa::ScriptPublicKey ticketScript() const
    {
        rep::Rating with = rating;
        with.permit = owner.says(rep::permitMessage(booked.id));
        return must(rep::rate(reputation, with, kaspa::payToPublicKey(w.holder.key.view()), {5'000'000})).calls[1].spent.spk;
    }
    //! Rates with a ticket under the lineage that was born with `program`.
    Result<kaspa::ScriptCost> rated(const Bytes& program)
    {
        rating.permit = owner.says(rep::permitMessage(booked.id));
        const rep::Plan plan = must(rep::rate(reputation, rating, kaspa::payToPublicKey(w.holder.key.view()), {5'000'000}));
        auto calls = plan.calls;
        calls[0].arguments[2] = program;
        calls[0].arguments[12] = owner.says(rep::permitMessage(idOf(program))).view();
        Populated tx{plan.tx, {calls[0].spent, calls[1].spent}};
        tx.utxos[1].covenant = idOf(program);
        for (std::size_t i = 0; i < 2; ++i) signCall(tx, i, calls[i], {&w.holder});
        return runInputs(tx, 2);
    }
    World w;
    Person owner;
    rep::Reputation reputation;
    rep::Rating rating;
    Session booked;
    Bytes genuine;
};

//! The genuine template, length and beginning; but after the phase everything is one push, so that anyone may spend it.
Bytes swallowed(Bytes program)
{
    const std::size_t rest = program.size() - 7;
    program[3] = 0x75; // OpDrop
    program[4] = 0x4d; // OpPushData2
    program[5] = static_cast<std::uint8_t>(rest);
    program[6] = static_cast<std::uint8_t>(rest >> 8);
    return program;
}

} // namespace

class TestContractAuditVisit : public QObject
{
    Q_OBJECT
    int m_attacks = 0;
    int m_controls = 0;

private slots:
    void a_state_is_not_a_program()
    {
        SelfDealer d;
        PASSES(d.rated(d.genuine), "a ticket of a genuine birth");
        const Bytes hollow = swallowed(d.genuine);
        // It is what the therapist wants: an output that anyone may turn into as many tickets as he likes.
        const kaspa::CovenantId id = d.idOf(hollow);
        Populated spend;
        spend.tx.inputs.resize(1);
        spend.tx.inputs[0].previous.index = d.rating.birth.index;
        spend.tx.inputs[0].signatureScript = {0x51, 0x4d, static_cast<std::uint8_t>(hollow.size()),
                                              static_cast<std::uint8_t>(hollow.size() >> 8)};
        append(spend.tx.inputs[0].signatureScript, hollow);
        const kaspa::ScriptPublicKey forged = d.ticketScript();
        spend.tx.outputs.resize(3, {kDeposit, forged, kaspa::CovenantBinding{0, id}});
        spend.utxos = {{d.rating.birth.value, kaspa::abi::scriptHashOf(hollow), 1, false, id}};
        {
            const Taken taken;
            const std::uint64_t three = 3 * kDeposit.value, there = d.rating.birth.value.value;
            addFee(spend, d.w.random, d.w.payer, {three > there ? three - there : 0}, {there > three ? there - three : 0});
        }
        PASSES(runInput(spend), "anyone spends the hollow program into three tickets of its lineage");
        REFUSED(d.rated(hollow), "a ticket of the hollow program's lineage");
        // Every push of the state is held, no content of a field is (but for what the program compares).
        for (const std::size_t at : kPushes) {
            for (const int opcode : {0x00, 0x4c, 0x51, 0x75, 0x4d, 0x63, 0x68, 0x6a, d.genuine[at] - 1, d.genuine[at] + 1}) {
                Bytes changed = d.genuine;
                changed[at] = static_cast<std::uint8_t>(opcode);
                if (changed != d.genuine) REFUSED(d.rated(changed), "another opcode at " + std::to_string(at));
            }
            Bytes other = d.genuine;
            other[at + 1] ^= 1;
            if (at == 1 || at == 120 || at == 153) REFUSED(d.rated(other), "another phase, token or pool");
            else PASSES(d.rated(other), "another content at " + std::to_string(at));
        }
        Bytes longer = d.genuine;
        longer.insert(longer.begin() + kState, 0x61);
        REFUSED(d.rated(longer), "a longer program");
    }
    void an_agreement_leaves_one_ticket_or_nothing()
    {
        World w;
        for (const Phase phase : {Phase::Requested, Phase::InSession, Phase::DisputedByPatient}) {
            const Session s = w.in(phase);
            const Plan plan = must(agree(s, {1'000'000'000}, w.holder.key, {}));
            PASSES(w.honest(plan), "agreement");
            const std::size_t holder = plan.arguments.size() - 1;
            QCOMPARE(plan.arguments.size(), std::size_t{3});
            // The outputs of the plan, and beside them one of the lineage: what would come after it needs no visit.
            const auto beside = [&](kaspa::ScriptPublicKey spk, std::size_t more) {
                return [&, spk, more](Populated& t) {
                    for (std::size_t i = 0; i < more; ++i) t.tx.outputs.push_back({kDeposit, spk, kaspa::CovenantBinding{0, s.id}});
                };
            };
            const Bytes anyone{0x51};
            const auto ticket =
                kaspa::abi::scriptHashOf(must(redeemOf(currentVersion(kInTokens), w.holder.key, s.state.terms, noRecord(), {})));
            const Plan alone = with(plan, holder, Bytes{});
            const Plan holding = with(plan, holder, bytesOf(w.holder.key.view()));
            const auto bare = [&](const World::Change& change) {
                return [&, change](Populated& t) {
                    std::erase_if(t.tx.outputs, [&](const kaspa::Output& o) { return o.covenant && o.covenant->id == s.id; });
                    change(t);
                };
            };
            PASSES(w.attacked(alone, bare(beside(ticket, 0))), "without a ticket");
            PASSES(w.attacked(holding, bare(beside(ticket, 1))), "with one");
            REFUSED(w.attacked(holding, bare(beside(ticket, 2))), "with two");
            REFUSED(w.attacked(alone, bare(beside(ticket, 1))), "with one for nobody");
            REFUSED(w.attacked(holding, bare(beside(ticket, 0))), "a promised one is missing");
            REFUSED(w.attacked(holding, bare(beside(kaspa::abi::scriptHashOf(anyone), 1))), "a program that anyone spends");
            REFUSED(w.attacked(holding, bare(beside(must(utxoOf(s)).spk, 1))), "the visit itself again");
            REFUSED(w.attacked(holding, bare(beside(kaspa::payToPublicKey(w.holder.key.view()), 1))), "a key in place of a ticket");
            for (const std::size_t size : {std::size_t{1}, std::size_t{31}, std::size_t{33}, std::size_t{64}})
                REFUSED(w.attacked(with(plan, holder, Bytes(size, 2)), bare(beside(kaspa::abi::scriptHashOf(anyone), 1))),
                        "a holder of another size");
        }
    }
    void visits_of_every_version_end_by_agreement()
    {
        for (const Version& version : allVersions(kInTokens)) {
            World w;
            w.program = version.session.templateHash();
            const Session s = w.in(Phase::InSession);
            const Plan plan = must(agree(s, {1'000'000'000}, w.holder.key, {}));
            PASSES(w.honest(plan), "agreement of version " + hexOf(w.program.view()));
            Populated tx = w.dress(plan);
            w.sign(plan, tx);
            const auto read = must(readSpend(s, tx.tx, kaspa::transactionId(tx.tx), w.holder.key));
            QVERIFY(read.ticket && read.ticket->holder == w.holder.key);
        }
    }
    void an_agreement_is_read_wherever_it_stands()
    {
        World w;
        const Session s = w.in(Phase::InSession);
        const Plan plan = must(agree(s, {1'000'000'000}, w.holder.key, {}));
        Populated tx = w.dress(plan);
        const auto straight = must(readSpend(s, tx.tx, kaspa::transactionId(tx.tx), w.holder.key));
        QVERIFY(straight.ticket);
        // The payer's coin first, change in front: nothing in an agreement is tied to a place.
        std::rotate(tx.tx.inputs.begin(), tx.tx.inputs.end() - 1, tx.tx.inputs.end());
        std::rotate(tx.tx.outputs.begin(), tx.tx.outputs.end() - 1, tx.tx.outputs.end());
        for (auto& output : tx.tx.outputs)
            if (output.covenant) output.covenant->authorizingInput += 1;
        const auto moved = must(readSpend(s, tx.tx, kaspa::transactionId(tx.tx), w.holder.key));
        QVERIFY(moved.ticket && moved.ticket->outpoint.index == straight.ticket->outpoint.index + 1);
        QCOMPARE(moved.outcome.toPatient, straight.outcome.toPatient);
        QCOMPARE(moved.outcome.toTherapist, straight.outcome.toTherapist);
        QCOMPARE(moved.outcome.tokens.toTherapist, straight.outcome.tokens.toTherapist);
    }
    void other_script_versions_are_not_the_same_script()
    {
        // A script of a version that nodes do not know is spent by anyone.
        World w;
        for (const NamedPlan& one : allPlans(w)) {
            PASSES(w.honest(one.plan), one.name);
            for (std::size_t i = 0; i < one.plan.tx.outputs.size(); ++i) {
                const auto& binding = one.plan.tx.outputs[i].covenant;
                if (one.name == "agree" && !binding) continue; // both signed it
                if (one.name == "accept" && !binding) continue;
                REFUSED(w.attacked(one.plan, [&](Populated& t) { t.tx.outputs[i].spk.version = 1; }),
                        one.name + ": output " + std::to_string(i) + " of version 1");
            }
        }
    }
    void locks_cannot_be_switched_off()
    {
        World w;
        for (const NamedPlan& one : allPlans(w)) {
            const std::uint64_t age = one.plan.tx.inputs[0].sequence;
            const std::uint64_t time = one.plan.tx.lockTime;
            const auto sequence = [&](std::uint64_t value) {
                return w.attacked(one.plan, [&](Populated& t) { t.tx.inputs[0].sequence = value; });
            };
            if (age != 0) {
                PASSES(sequence(age), one.name);
                PASSES(sequence(age | std::uint64_t{1} << 40), one.name + ": bits that nobody reads");
                REFUSED(sequence(age | std::uint64_t{1} << 63), one.name + ": lock switched off");
                REFUSED(sequence(std::uint64_t{1} << 32), one.name + ": an age that wraps to nothing");
                REFUSED(sequence(age - 1), one.name + ": one too young");
                REFUSED(sequence(~std::uint64_t{0}), one.name + ": final");
            }
            if (time != 0) {
                for (const std::uint64_t other : {std::uint64_t{0}, time - 1, std::uint64_t{499'999'999'999}, std::uint64_t{1}})
                    REFUSED(w.attacked(one.plan, [&](Populated& t) { t.tx.lockTime = other; }),
                            one.name + ": lock time " + std::to_string(other));
                REFUSED(sequence(~std::uint64_t{0}), one.name + ": final, so the lock time is not looked at");
            }
        }
    }
    void a_phase_is_one_byte()
    {
        World w;
        const Session s = w.in(Phase::Accepted);
        const Plan plan = must(commit(s, w.terms));
        Populated tx = w.dress(plan);
        w.sign(plan, tx);
        PASSES(World::run(tx), "commit");
        Bytes& script = tx.tx.inputs[0].signatureScript;
        QCOMPARE(script[0], std::uint8_t{0x52});
        const Bytes rest(script.begin() + 1, script.end());
        for (const Bytes& to : {Bytes{0x02, 0x02, 0x00}, Bytes{0x00}, Bytes{0x03, 0x02, 0x20, 0x20}, Bytes{0x01, 0x82}}) {
            script = to;
            append(script, rest);
            REFUSED(World::run(tx), "phase pushed as " + hexOf(to));
        }
        // Consensus takes a longer push of the same byte, so our reader does too.
        script = {0x01, 0x02};
        append(script, rest);
        PASSES(World::run(tx), "a push that is not the shortest");
        QCOMPARE(must(readSpend(s, tx.tx, kaspa::transactionId(tx.tx))).step, Step::Commit);
    }
    void what_the_chain_accepts_is_read()
    {
        // Arguments that a step does not look at may hold anything: our reader must not stumble over them.
        World w;
        int unusual = 0;
        for (const NamedPlan& one : allPlans(w)) {
            if (one.plan.entry != "settle") continue;
            Populated tx = w.dress(one.plan);
            w.sign(one.plan, tx);
            const auto straight = must(readSpend(one.session, tx.tx, kaspa::transactionId(tx.tx)));
            std::vector<Plan> same;
            const auto empty = [&](std::size_t at) {
                const auto* bytes = std::get_if<Bytes>(&one.plan.arguments[at].v);
                return bytes != nullptr && bytes->empty();
            };
            for (const std::size_t at : {std::size_t{Signed}, std::size_t{Proof}, std::size_t{BeforeIt}, std::size_t{More}})
                if (empty(at)) same.push_back(with(one.plan, at, Bytes(77, 0x5a)));
            if (empty(OpenedPart)) same.push_back(with(one.plan, AfterIt, Bytes(1'000, 1)));
            if (!empty(More)) {
                Bytes longer = std::get<Bytes>(one.plan.arguments[More].v);
                longer.resize(longer.size() + 40, 0xee);
                same.push_back(with(one.plan, More, longer));
            }
            if (empty(Proof) && !one.name.starts_with("claim") && !one.name.starts_with("lapse"))
                same.push_back(with(one.plan, Proof, w.attendance(one.session).view()));
            for (const Plan& plan : same) {
                Plan roomy = plan;
                roomy.tx.inputs[0].computeBudget += 20;
                Populated other = w.dress(roomy);
                w.sign(roomy, other);
                if (!World::run(roomy, other)) continue; // what opens a part counts the bytes around it
                ++unusual;
                const auto read = must(readSpend(one.session, other.tx, kaspa::transactionId(other.tx)));
                QCOMPARE(read.step, straight.step);
                QCOMPARE(read.outcome.toPatient, straight.outcome.toPatient);
                QCOMPARE(read.outcome.toTherapist, straight.outcome.toTherapist);
                QCOMPARE(read.outcome.toArbiters, straight.outcome.toArbiters);
                QCOMPARE(read.outcome.tokens.toTherapist, straight.outcome.tokens.toTherapist);
                QCOMPARE(read.ticket.has_value(), straight.ticket.has_value());
            }
        }
        qInfo("%d unusual calls read", unusual);
        QVERIFY(unusual > 40);
    }
    void longer_pushes_are_read()
    {
        // Whoever sees a transaction on its way may lengthen its pushes: its id stays, the chain takes it, and a reader that
        // insists on the shortest form would lose the visit.
        World w;
        for (const NamedPlan& one : allPlans(w)) {
            Populated tx = w.dress(one.plan);
            w.sign(one.plan, tx);
            const auto id = kaspa::transactionId(tx.tx);
            const auto straight = must(readSpend(one.session, tx.tx, id));
            PASSES(World::run(one.plan, tx), one.name);
            Bytes longer;
            for (const auto& push : must(kaspa::abi::parsePushes(tx.tx.inputs[0].signatureScript))) {
                longer.push_back(0x4e); // OpPushData4
                appendLe(longer, static_cast<std::uint32_t>(push.data.size()));
                append(longer, push.data);
            }
            tx.tx.inputs[0].signatureScript = longer;
            PASSES(World::run(one.plan, tx), one.name + " in long pushes");
            QVERIFY(kaspa::transactionId(tx.tx) == id);
            const auto read = must(readSpend(one.session, tx.tx, id, w.holder.key));
            QCOMPARE(read.step, straight.step);
            QCOMPARE(read.next.has_value(), straight.next.has_value());
            QCOMPARE(read.outcome.toPatient, straight.outcome.toPatient);
            QCOMPARE(read.outcome.toTherapist, straight.outcome.toTherapist);
            // The escrow's call is demanded byte for byte: there it is no freedom of the way.
            if (kInTokens && one.plan.entry == "settle") {
                Bytes escrow;
                for (const auto& push : must(kaspa::abi::parsePushes(tx.tx.inputs[1].signatureScript))) {
                    escrow.push_back(0x4e);
                    appendLe(escrow, static_cast<std::uint32_t>(push.data.size()));
                    append(escrow, push.data);
                }
                tx.tx.inputs[1].signatureScript = escrow;
                REFUSED(World::run(one.plan, tx), one.name + ", the escrow in long pushes");
            }
        }
    }
    void a_payout_under_a_strangers_id_is_still_ours()
    {
        // Who pushes a step for others may bind a plain payout to a lineage of his own. It stays a plain coin of hers.
        World w;
        for (const NamedPlan& one : allPlans(w)) {
            if (one.name != "expire-request" && one.name != "claim-for-therapist" && !one.name.starts_with("lapse")) continue;
            Populated tx = w.dress(one.plan);
            std::optional<std::uint32_t> plain;
            for (std::uint32_t i = 0; i < one.plan.tx.outputs.size(); ++i)
                if (!tx.tx.outputs[i].covenant) plain = i;
            if (!plain) continue;
            const std::uint32_t only[] = {*plain};
            const auto straight = must(readSpend(one.session, tx.tx, kaspa::transactionId(tx.tx)));
            if (ground != nullptr) ground->stand(tx); // the birth commits to where its coin is
            must(kaspa::bindGenesis(tx.tx, static_cast<std::uint16_t>(tx.tx.inputs.size() - 1), only));
            w.sign(one.plan, tx);
            PASSES(World::run(one.plan, tx), one.name);
            const auto read = must(readSpend(one.session, tx.tx, kaspa::transactionId(tx.tx)));
            QCOMPARE(read.outcome.toPatient, straight.outcome.toPatient);
            QCOMPARE(read.toPatient.size(), straight.toPatient.size());
            // And a payout under the visit's own id, a second lineage output, is refused.
            REFUSED(w.attacked(one.plan,
                               [&](Populated& t) {
                                   t.tx.outputs[*plain].covenant = kaspa::CovenantBinding{0, one.session.id};
                               }),
                    one.name);
        }
    }
    void a_gift_of_the_escrows_size_strands_nobodys_carriers()
    {
        if (!kInTokens) {
            QVERIFY(!World().in(Phase::Accepted).escrow);
            return;
        }
        // Whoever gives the visit as much BTAI as is in escrow could spend his own in its place; but not with less KAS.
        World w;
        for (const Phase phase : {Phase::Accepted, Phase::Committed, Phase::InSession}) {
            Session s = w.in(phase);
            const Sompi right = s.escrow->carrier;
            s.escrow->outpoint.id = w.random.fixed<kaspa::TxId>();
            PASSES(w.honest(must(cancelByTherapist(s))), "a gift with its carriers");
            for (const std::uint64_t less : {right.value - 1, token::kCarrier.value, std::uint64_t{10'000'000}}) {
                Session poor = s;
                poor.escrow->carrier = {less};
                const auto plan = cancelByTherapist(poor);
                if (plan) REFUSED(w.honest(*plan), "a gift with " + std::to_string(less));
            }
        }
    }
    void cleanupTestCase() { qInfo("%d attacks refused beside %d controls", m_attacks, m_controls); }
};
BT_CONTRACT_MAIN(TestContractAuditVisit)
#include "tst_contract_audit_visit.moc"
