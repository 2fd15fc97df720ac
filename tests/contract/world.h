// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A patient, a therapist, three arbiters and a chain of one visit, for the tests of the Health Session: makes plans
//! into whole transactions (fee input, change, signatures) and asks the script engine. Header-only.
#pragma once

#include "contract/health_session/reader.h"
#include "contract/health_session/steps.h"
#include "stage.h"

namespace bt::test {

using namespace bt::contract::session;
namespace token = bt::contract::token;

constexpr Millis kNow{1'790'000'000'000}; // 2026-09-21
constexpr Sompi kPrice{6'000'000'000};    // 60 KAS
constexpr Sompi kBond{600'000'000};       // 6 KAS

// The same tests are compiled twice: for the program that holds KAS, and for the one that holds BTAI.
#ifdef BT_IN_TOKENS
constexpr bool kInTokens = true;
#else
constexpr bool kInTokens = false;
#endif
constexpr Sompi kLevy{150'000'000};
constexpr Sompi kCap = kInTokens ? kTokenFeeCap : kFeeCap;

class World
{
public:
    explicit World(std::uint64_t seed = 1)
        : random(seed), patient(random), therapist(random), arbiters{Person(random), Person(random), Person(random)}, payout(random),
          holder(random), stranger(random), payer(random)
    {
        terms.request.acceptBy = kNow.plus(kDay);
        terms.ladder = {kNow.plus(2 * kDay), onGround(36'000U, kMinAge), {3'000'000'000}, {}};
        terms.visit = {kNow.plus(3 * kDay), onGround(864'000U, kMinAge), kNow.plus(3 * kDay + kHour), {}};
        terms.dispute.stake = {700'000'000};
        terms.dispute.lapseAge = onGround(6'048'000U, kMinAge);
        terms.dispute.lapseShare = {4'000'000'000};
        for (std::size_t i = 0; i < 3; ++i) terms.dispute.arbiters[i] = arbiters[i].key;
        terms.dispute.arbiterPayout = payout.key;
        terms.dispute.reputation = random.fixed<Hash256>();
        terms.dispute.policy = random.fixed<Hash256>();
        terms.salt(random);
        if constexpr (kInTokens) {
            asset = Asset{freshLineage(random), freshLineage(random), kLevy};
            bondCoin = bondOf({2 * kBond.value});
        }
    }
    //! A token of the therapist's.
    BondCoin bondOf(Sompi amount)
    {
        const token::Holding coin{token::currentProgram().templateHash(),
                                  asset->token,
                                  {random.fixed<kaspa::TxId>(), 1},
                                  token::kCarrier,
                                  {{amount.value}, token::Owner::key(therapist.key), {}, {}},
                                  1};
        return {{coin, {}, 0}, token::Owner::key(therapist.key)};
    }

    //! A booked session under `state`, as the chain would hold it.
    Session booked(const State& state)
    {
        kaspa::Outpoint authorising{random.fixed<kaspa::TxId>(), static_cast<std::uint32_t>(random.below(5))};
        if (ground != nullptr) authorising = ground->coin();
        Session session = must(book(state, authorising, 0, static_cast<std::uint32_t>(random.below(3)))).session;
        session.program = program;
        const kaspa::Output born{session.value, must(utxoOf(session)).spk, std::nullopt};
        session.id = kaspa::covenantId(authorising, {{session.outpoint.index, born}});
        session.outpoint.id = random.fixed<kaspa::TxId>();
        session.daaScore = 1000;
        if (state.asset)
            session.escrow = Escrow{
                {random.fixed<kaspa::TxId>(), 1}, {2 * token::kCarrier.value}, state.price, {}, token::currentProgram().templateHash()};
        stands(session);
        return session;
    }
    //! On a node: this session is there, with its tokens.
    static void stands(Session& s)
    {
        standAt(s.outpoint, utxoOf(s));
        if (s.escrow) standAt(s.escrow->outpoint, token::utxoOf(must(escrowOf(s))));
    }
    //! On a node: the same under an id of which anything can be made, also what no session leaves.
    static Session unborn(Session s)
    {
        if (ground == nullptr) return s;
        s.id = ground->lineage();
        stands(s);
        return s;
    }
    Session booked() { return booked(must(makeState(terms, patient.key, therapist.key, kPrice, kBond, asset))); }
    //! The same session in a later phase, with the money that is then there.
    Session in(Phase phase)
    {
        if (real)
            if (auto there = real(phase)) return *std::move(there);
        Session s = booked();
        if (phase == Phase::Requested) return s;
        s.state.phase = phase;
        if (ground != nullptr) s.id = ground->lineage(); // its birth is not asked for any more
        if (s.escrow) {
            s.escrow->held.value += kBond.value;
            s.escrow->carrier.value += token::kCarrier.value;
        } else {
            s.value.value += kBond.value;
        }
        if (disputed(phase)) s.value.value += terms.dispute.stake.value;
        s.outpoint = {random.fixed<kaspa::TxId>(), 0};
        stands(s);
        return s;
    }

    crypto::Signature64 attendance(const Session& s) const { return patient.says(attendanceMessage(s.id)); }
    crypto::Signature64 recordBy(const Person& who, const Session& s, const Hash256& record) const
    {
        return who.says(recordMessage(s.id, record));
    }

    //! Adds a fee coin and change behind the plan's own parts. Signatures are still dummies.
    Populated dress(const Plan& plan)
    {
        Populated out{plan.tx, {plan.spent}};
        for (const auto& call : plan.tokens) out.utxos.push_back(call.spent);
        kaspa::Input fee;
        fee.previous = {random.fixed<kaspa::TxId>(), 0};
        fee.computeBudget = 10;
        out.tx.inputs.push_back(fee);
        const std::uint64_t coin = plan.toAdd.value + 10 * kSompiPerKas;
        out.utxos.push_back({{coin}, kaspa::payToPublicKey(payer.key.view()), 1, false, std::nullopt});
        out.tx.outputs.push_back(
            {{10 * kSompiPerKas + plan.surplus.value - feeOr(1'000'000)}, kaspa::payToPublicKey(payer.key.view()), std::nullopt});
        return out;
    }
    const Person* personOf(const XOnlyKey& key) const
    {
        for (const Person* p : {&patient, &therapist, &arbiters[0], &arbiters[1], &arbiters[2], &payout, &holder, &stranger, &payer})
            if (p->key == key) return p;
        return nullptr;
    }
    //! Signs what the plan wants (by `instead` where it is set) over the transaction as it stands.
    void sign(const Plan& plan, Populated& tx, const Person* instead = nullptr, std::size_t input = 0)
    {
        if (ground != nullptr) ground->stand(tx);
        kaspa::SighashCache cache;
        std::vector<kaspa::InputSignature> signatures;
        for (const SignatureWanted& wanted : plan.wanted) {
            const Person* who = instead != nullptr ? instead : personOf(wanted.key);
            const auto signer = must(crypto::SchnorrSigner::from(who->secret.view()));
            signatures.push_back(must(kaspa::signatureFor(tx, input, signer, random, cache)));
        }
        tx.tx.inputs[input].signatureScript = must(finish(plan, signatures));
        for (std::size_t i = 0; i < plan.tokens.size() && input == 0; ++i)
            signCall(tx, i + 1, plan.tokens[i], {&patient, &therapist, &stranger});
    }
    //! Judges the inputs that the plan has fixed: the session, and the tokens that are in it.
    static Result<kaspa::ScriptCost> run(const Plan& plan, const Populated& tx) { return runInputs(tx, 1 + plan.tokens.size()); }
    static Result<kaspa::ScriptCost> run(const Populated& tx, std::size_t input = 0) { return runInput(tx, input); }
    //! Dresses, signs and runs.
    Result<kaspa::ScriptCost> honest(const Plan& plan)
    {
        Populated tx = dress(plan);
        sign(plan, tx);
        return run(plan, tx);
    }
    using Change = std::function<void(Populated&)>;
    //! An attack: the transaction is changed before everyone whom the plan wants signs it.
    Result<kaspa::ScriptCost> attacked(const Plan& plan, const Change& change, const Person* instead = nullptr)
    {
        Populated tx = dress(plan);
        if (change) change(tx);
        sign(plan, tx, instead);
        return run(plan, tx);
    }
    [[nodiscard]] Result<Plan> tryAccept(const Session& s) const
    {
        return accept(s, s.state.asset && s.state.bond.value > 0 ? bondCoin : std::nullopt);
    }

    //! Set by tests on a node: a session that the chain really holds in this phase; nothing for the others.
    std::function<std::optional<Session>(Phase)> real;
    Hash256 program = currentVersion(kInTokens).session.templateHash(); //!< of the sessions that are booked
    SeededRandom random;
    Person patient, therapist;
    std::array<Person, 3> arbiters;
    Person payout, holder, stranger, payer;
    Terms terms;
    std::optional<Asset> asset;
    std::optional<BondCoin> bondCoin; //!< in BTAI: holds twice the bond
};

//! Every step from every phase that it is open in, by name, and the phases in which the very same outputs are right.
struct NamedPlan {
    std::string name;
    Session session;
    Plan plan;
    std::vector<Phase> open;
};
inline std::vector<NamedPlan> allPlans(World& w)
{
    std::vector<NamedPlan> out;
    const auto add = [&](std::string name, const Session& s, Result<Plan> plan, std::vector<Phase> open) {
        Plan made = must(std::move(plan));
        out.push_back({std::move(name), s, std::move(made), std::move(open)});
    };
    using enum Phase;
    const std::vector<Phase> both{DisputedByPatient, DisputedByTherapist};
    const Hash256 record = recordHash({w.terms.visit.startsAt, w.terms.visit.endsAt, true, true, w.random.fixed<Salt>()});
    Session s = w.in(Requested);
    add("accept", s, w.tryAccept(s), {Requested});
    s = World::unborn(s); // nobody else asks for its birth
    // "All to the patient" is also cancelling in Committed, where in BTAI the bond must be there too.
    const std::vector<Phase> allBack = kInTokens ? std::vector{Requested} : std::vector{Requested, Committed};
    add("decline", s, decline(s), allBack);
    add("expire-request", s, expireRequest(s, w.terms), {Requested});
    add("cancel-by-patient (Requested)", s, cancelByPatient(s, w.terms), {Requested});
    s = w.in(Accepted);
    add("cancel-by-patient (Accepted)", s, cancelByPatient(s, w.terms), {Accepted});
    add("cancel-by-therapist (Accepted)", s, cancelByTherapist(s), {Accepted});
    add("commit", s, commit(s, w.terms), {Accepted});
    s = w.in(Committed);
    add("cancel-by-patient (Committed)", s, cancelByPatient(s, w.terms), {Committed});
    add("cancel-by-therapist (Committed)", s, cancelByTherapist(s), {Requested, Committed});
    add("begin", s, begin(s, w.terms), {Committed});
    add("begin-attended", s, beginAttended(s, w.attendance(s)), {Committed});
    add("complete (Committed)", s, complete(s, record, w.recordBy(w.therapist, s, record), w.holder.key), {Accepted, Committed, InSession});
    add("dispute by patient", s, dispute(s, w.terms, Signer::Patient), {Committed, InSession});
    s = w.in(InSession);
    add("cancel-by-therapist (InSession)", s, cancelByTherapist(s), {InSession});
    add("complete", s, complete(s, record, w.recordBy(w.therapist, s, record), w.holder.key), {Accepted, Committed, InSession});
    add("claim-attended", s, claim(s, w.terms, w.attendance(s)), {InSession});
    add("claim", s, claim(s, w.terms, std::nullopt), {InSession});
    add("claim-for-therapist", s, claimForTherapist(s, w.terms), {InSession});
    add("dispute by therapist", s, dispute(s, w.terms, Signer::Therapist), {Committed, InSession});
    s = w.in(DisputedByPatient);
    add("resolve 1+2", s, resolve(s, w.terms, {2'500'000'000}, 0, 1), both);
    add("resolve 1+3, all to patient", s, resolve(s, w.terms, {}, 0, 2), both);
    add("lapse-attended (by patient)", s, lapse(s, w.terms, w.attendance(s)), {DisputedByPatient});
    add("lapse (by patient)", s, lapse(s, w.terms, std::nullopt), {DisputedByPatient});
    s = w.in(DisputedByTherapist);
    add("resolve 2+3, all to therapist", s, resolve(s, w.terms, {6'600'000'000}, 1, 2), both);
    add("lapse-attended (by therapist)", s, lapse(s, w.terms, w.attendance(s)), {DisputedByTherapist});
    add("lapse (by therapist)", s, lapse(s, w.terms, std::nullopt), {DisputedByTherapist});
    add("agree", s, agree(s, {1'000'000'000}, w.holder.key, {}),
        {Requested, Accepted, Committed, InSession, DisputedByPatient, DisputedByTherapist});
    return out;
}

} // namespace bt::test
