// SPDX-License-Identifier: GPL-3.0-or-later
// The booker writes the state: states, terms and births that are made to rob the other side, each beside a control that
// differs in one field, run in the script engine; and the checks of the core that come before anyone signs.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "world.h"
#endif

using namespace bt;
using namespace bt::test;

namespace {

//! accept() for a state that the builder would not touch: numbers may be anything that 8 bytes hold.
Plan acceptRaw(World& w, std::int64_t price, std::int64_t bond, std::uint64_t value, std::uint64_t next, bool twin = false)
{
    Session s = w.booked();
    if (ground != nullptr) { // that one stands already: what is born here needs a coin of its own
        s.authorising = ground->coin();
        s.id = kaspa::covenantId(s.authorising, {{s.outpoint.index, {s.value, must(utxoOf(s)).spk, std::nullopt}}});
    }
    Plan plan = must(accept(s));
    const auto& program = currentVersion().session;
    kaspa::abi::RecordValue state{{"phase", std::uint8_t{0}},
                                  {"patient", s.state.patient.view()},
                                  {"therapist", s.state.therapist.view()},
                                  {"price", price},
                                  {"bond", bond},
                                  {"terms", s.state.terms.view()}};
    plan.redeemScript = must(program.redeemScript(state));
    const kaspa::Output born{{value}, kaspa::abi::scriptHashOf(plan.redeemScript), std::nullopt};
    std::vector<std::pair<std::uint32_t, kaspa::Output>> births{{s.outpoint.index, born}};
    if (twin)
        births.emplace_back(s.outpoint.index + 1,
                            kaspa::Output{{kSompiPerKas}, kaspa::payToPublicKey(w.stranger.key.view()), std::nullopt});
    const kaspa::CovenantId id = kaspa::covenantId(s.authorising, births);
    if (ground != nullptr) ground->birth(s.authorising, births);
    plan.spent = {{value}, born.spk, 1, false, id};
    state["phase"] = std::uint8_t{1};
    plan.tx.outputs[0] = {{next}, kaspa::abi::scriptHashOf(must(program.redeemScript(state))), kaspa::CovenantBinding{0, id}};
    plan.toAdd = {1'000 * kSompiPerKas};
    return plan;
}

//! Puts raw bytes in place of a part of the terms, as a hostile booker would have from the beginning.
struct RawTerms {
    std::array<Bytes, 4> parts;
    explicit RawTerms(const Terms& terms)
    {
        for (int i = 0; i < 4; ++i) parts[static_cast<std::size_t>(i)] = must(packPart(terms, static_cast<Part>(i)));
    }
    RawTerms& number(Part part, std::size_t k, std::int64_t value)
    {
        const Bytes raw = must(kaspa::abi::encodePayload({kaspa::abi::Kind::Int, "", {}}, value, {}));
        std::ranges::copy(raw, parts[static_cast<std::size_t>(part)].begin() + static_cast<std::ptrdiff_t>(8 * k));
        return *this;
    }
    //! Opens `part` in the plan and lets the session have been born with these terms.
    Plan in(const Session& session, Plan plan, Part part) const
    {
        PartHashes hashes;
        for (std::size_t i = 0; i < 4; ++i) hashes[i] = crypto::blake3(parts[i]);
        const auto index = static_cast<std::size_t>(part);
        const std::size_t argument = plan.entry == "settle" ? 3 : 2;
        Bytes before, after;
        for (std::size_t i = 0; i < 4; ++i)
            if (i != index) append(i < index ? before : after, hashes[i].view());
        plan.arguments[argument] = parts[index];
        plan.arguments[argument + 1] = before;
        plan.arguments[argument + 2] = after;
        Session s = session;
        s.state.terms = termsHash(hashes);
        plan.redeemScript = must(redeemScriptOf(s));
        plan.spent.spk = kaspa::abi::scriptHashOf(plan.redeemScript);
        for (kaspa::Output& output : plan.tx.outputs) { // the continuation and the ticket carry the terms' hash
            if (!output.covenant) continue;
            if (plan.outcome.locked.value > 0) {
                s.state.phase = static_cast<Phase>(std::get<std::uint8_t>(plan.arguments[0].v));
                output.spk = must(utxoOf(s)).spk;
            } else {
                output.spk =
                    must(
                        utxoOf(Ticket{currentVersion().ticket.templateHash(), s.id, {}, {}, s.state.patient, s.state.terms, noRecord(), 0}))
                        .spk;
            }
        }
        return plan;
    }
};

//! Moves `amount` sompi from the patient's output to the therapist's (outputs 0 and 1), negative: back.
Plan shifted(Plan plan, std::int64_t amount, std::size_t therapist, std::size_t patient)
{
    const auto add = [](Sompi& value, std::int64_t change) {
        value.value = static_cast<std::uint64_t>(static_cast<std::int64_t>(value.value) + change);
    };
    add(plan.tx.outputs[therapist].value, amount);
    add(plan.tx.outputs[patient].value, -amount);
    return plan;
}

} // namespace

class TestContractHostile : public QObject
{
    Q_OBJECT
private slots:
    void accept_bounds_price_and_bond_and_wants_the_money()
    {
        World w;
        constexpr std::int64_t price = 6'000'000'000, bond = 600'000'000, deposit = 100'000'000, max = 100'000'000'000'000;
        const auto run = [&](std::int64_t p, std::int64_t b, std::int64_t value) {
            return w.attacked(acceptRaw(w, p, b, static_cast<std::uint64_t>(value), static_cast<std::uint64_t>(value + b)), {});
        };
        QVERIFY(run(price, bond, price + deposit));
        QVERIFY(!run(price, bond, price + deposit - 1)); // underfunded
        QVERIFY(!run(price, bond, price));               // without the deposit
        QVERIFY(run(price, bond, price + deposit + 1));  // more than needed: the patient's, and it comes back
        QVERIFY(run(price, 0, price + deposit));
        QVERIFY(!run(price, -1, price + deposit)); // a bond that the therapist would take out
        QVERIFY(!run(price, -bond, price + deposit));
        QVERIFY(!run(-1, bond, price + deposit));
        QVERIFY(run(0, bond, deposit));
        QVERIFY(run(max, 0, max + deposit));
        QVERIFY(!run(max + 1, 0, max + 1 + deposit));
        QVERIFY(run(price, max, price + deposit));
        QVERIFY(!run(price, max + 1, price + deposit));
        QVERIFY(!run(std::numeric_limits<std::int64_t>::max(), bond, price + deposit)); // overflow of price + deposit
        const auto short_ = [&](std::uint64_t next) { return w.attacked(acceptRaw(w, price, bond, 6'100'000'000, next), {}); };
        QVERIFY(!short_(6'100'000'000)); // accepting without the bond
        QVERIFY(!short_(6'699'999'999));
        QVERIFY(short_(6'700'000'000));
    }
    void a_twin_is_found_by_program_and_core()
    {
        World w;
        QVERIFY(w.attacked(acceptRaw(w, 6'000'000'000, 600'000'000, 6'100'000'000, 6'700'000'000, false), {}));
        QVERIFY(!w.attacked(acceptRaw(w, 6'000'000'000, 600'000'000, 6'100'000'000, 6'700'000'000, true), {}));
        Session s = w.booked();
        QVERIFY(accept(s));
        s.authorising.index += 1;
        BT_REFUSED(accept(s), "contract.bad_birth");
    }
    void a_negative_or_huge_late_share_closes_the_late_cancellation_only()
    {
        World w;
        const Session s = w.in(Phase::Committed);
        const Plan plan = must(cancelByPatient(s, w.terms)); // outputs: therapist, patient
        const auto run = [&](std::int64_t share) {
            const Plan paid = shifted(plan, share - 3'000'000'000, 0, 1);
            return w.attacked(RawTerms(w.terms).number(Part::Ladder, 2, share).in(s, paid, Part::Ladder), {});
        };
        QVERIFY(run(3'000'000'000));
        QVERIFY(run(5'999'999'999));
        QVERIFY(run(6'000'000'000));
        QVERIFY(!run(6'000'000'001)); // reaches for the deposit
        QVERIFY(!run(-1));            // reaches for the bond
        QVERIFY(!run(-160'000'000));
        QVERIFY(w.honest(must(cancelByTherapist(s)))); // other ways stay open
    }
    void hostile_ages_and_times_never_open_a_door()
    {
        World w;
        const auto commitWith = [&](std::int64_t time, std::int64_t age, std::uint64_t lock, std::uint64_t sequence) {
            const Session s = w.in(Phase::Accepted);
            const Plan plan =
                RawTerms(w.terms).number(Part::Ladder, 0, time).number(Part::Ladder, 1, age).in(s, must(commit(s, w.terms)), Part::Ladder);
            return w.attacked(plan, [&](Populated& t) {
                t.tx.lockTime = lock;
                t.tx.inputs[0].sequence = sequence;
            });
        };
        const std::int64_t t = w.terms.ladder.freeUntil.value;
        const auto at = static_cast<std::uint64_t>(t);
        QVERIFY(commitWith(t, 36'000, at, 36'000));
        QVERIFY(commitWith(t, 0, at, 0));
        QVERIFY(commitWith(t, 100'000'000, at, 100'000'000));
        QVERIFY(!commitWith(t, 100'000'001, at, 100'000'001));
        QVERIFY(!commitWith(t, (std::int64_t{1} << 32) + 1, at, 36'000)); // would be masked to 1
        QVERIFY(!commitWith(t, -36'000, at, 36'000));
        QVERIFY(!commitWith(499'999'999'999, 0, 499'999'999'999, 0)); // a DAA score instead of a time
        QVERIFY(!commitWith(t / 1000, 0, at, 0));                     // seconds instead of milliseconds
        QVERIFY(!commitWith(-t, 0, at, 0));
        QVERIFY(commitWith(500'000'000'000, 0, 500'000'000'000, 0));

        const auto claimWith = [&](std::int64_t age, std::uint64_t sequence, bool anyone) {
            const Session s = w.in(Phase::InSession);
            const Plan base = anyone ? must(claimForTherapist(s, w.terms)) : must(claim(s, w.terms, std::nullopt));
            const Plan plan = RawTerms(w.terms).number(Part::Visit, 1, age).in(s, base, Part::Visit);
            return w.attacked(plan, [&](Populated& x) { x.tx.inputs[0].sequence = sequence; });
        };
        QVERIFY(claimWith(864'000, 864'000, false));
        QVERIFY(!claimWith((std::int64_t{1} << 32), 0, false));
        QVERIFY(!claimWith(-1, 864'000, false));
        QVERIFY(claimWith(100'000'000, 200'000'000, true));
        QVERIFY(!claimWith(100'000'000, 199'999'999, true));
        QVERIFY(!claimWith((std::int64_t{1} << 31), 0, true)); // twice that would be masked to 0
    }
    void arbiters_divide_price_and_bond_and_nothing_else()
    {
        World w;
        const Session s = w.in(Phase::DisputedByTherapist);
        const auto run = [&](std::int64_t share) {
            Plan plan = must(resolve(s, w.terms, {5'000'000'000}, 0, 1)); // outputs: stake, therapist, patient, ticket
            plan = shifted(plan, share - 5'000'000'000, 1, 2);
            Bytes more = must(kaspa::abi::encodePayload({kaspa::abi::Kind::Int, "", {}}, share, {}));
            more.push_back(0);
            plan.arguments[6] = more;
            return w.attacked(plan, {});
        };
        QVERIFY(run(5'000'000'000));
        QVERIFY(run(6'500'000'000));
        QVERIFY(!run(6'600'000'001)); // the deposit is not theirs to give
        QVERIFY(!run(-1));
        BT_REFUSED(resolve(s, w.terms, {6'600'000'001}, 0, 1), "contract.bad_amount");
        BT_REFUSED(resolve(s, w.terms, {}, 1, 1), "contract.bad_signatures");
        for (const std::int64_t stake : {std::int64_t{-1}, std::int64_t{100'000'000'000'001}}) { // negative: would take the deposit
            const Session c = w.in(Phase::InSession);
            Plan plan = must(dispute(c, w.terms, Signer::Therapist));
            plan.tx.outputs[0].value.value = static_cast<std::uint64_t>(static_cast<std::int64_t>(c.value.value) + stake);
            plan.toAdd = {2'000'000 * kSompiPerKas};
            QVERIFY(!w.attacked(RawTerms(w.terms).number(Part::Dispute, 0, stake).in(c, plan, Part::Dispute), {}));
        }
        const Session c = w.in(Phase::InSession);
        Plan plan = must(dispute(c, w.terms, Signer::Therapist));
        plan.tx.outputs[0].value.value = c.value.value + 100'000'000'000'000;
        plan.toAdd = {2'000'000 * kSompiPerKas};
        QVERIFY(w.attacked(RawTerms(w.terms).number(Part::Dispute, 0, 100'000'000'000'000).in(c, plan, Part::Dispute), {}));
    }
    void a_hostile_lapse_split_is_refused()
    {
        World w;
        const Session s = w.in(Phase::DisputedByTherapist); // outputs: therapist, patient, ticket
        const Plan plan = must(lapse(s, w.terms, w.attendance(s)));
        const auto run = [&](std::int64_t share) {
            return w.attacked(
                RawTerms(w.terms).number(Part::Dispute, 2, share).in(s, shifted(plan, share - 4'000'000'000, 0, 1), Part::Dispute), {});
        };
        QVERIFY(run(4'000'000'000));
        QVERIFY(run(6'600'000'000));
        QVERIFY(!run(6'600'000'001));
        QVERIFY(!run(-1));
    }
    void money_beyond_the_plan_is_paid_out_and_strands_nothing()
    {
        World w;
        for (const std::uint64_t extra : {1ULL, 99'999'999ULL, 5'000'000'000ULL}) {
            Session s = w.in(Phase::InSession);
            s.value.value += extra;
            for (const Plan& plan :
                 {must(claim(s, w.terms, std::nullopt)), must(claimForTherapist(s, w.terms)), must(cancelByTherapist(s))}) {
                QVERIFY(w.honest(plan));
                QCOMPARE(plan.outcome.toPatient.value + plan.outcome.toTherapist.value + plan.outcome.ticket.value, s.value.value);
            }
        }
    }
    void the_core_refuses_terms_before_anyone_signs()
    {
        World w;
        const auto checked = [&](const std::function<void(Terms&)>& change, Sompi price = kPrice, Sompi bond = kBond) {
            Terms t = w.terms;
            change(t);
            const auto result = checkTerms(t, price, bond);
            return result ? std::string("fine") : result.error().args.at(0);
        };
        QCOMPARE(checked([](Terms&) {}), std::string("fine"));
        QCOMPARE(checked([](Terms&) {}, Sompi{0}), std::string("price"));
        QCOMPARE(checked([](Terms&) {}, Sompi{kMaxMoney.value + 1}), std::string("price"));
        QCOMPARE(checked([](Terms&) {}, kPrice, Sompi{1}), std::string("bond"));
        QCOMPARE(checked([](Terms&) {}, kPrice, Sompi{700'000'001}), std::string("stake"));
        QCOMPARE(checked([](Terms& t) { t.request.acceptBy.value = 1'790'000'000; }),
                 std::string("acceptBy")); // seconds
        QCOMPARE(checked([](Terms& t) { t.request.acceptBy = t.ladder.freeUntil.plus(1); }), std::string("acceptBy"));
        QCOMPARE(checked([](Terms& t) { t.request.acceptBy = t.ladder.freeUntil; }),
                 std::string("fine")); // short notice
        QCOMPARE(checked([](Terms& t) { t.ladder.freeUntil = t.visit.startsAt.plus(1); }), std::string("freeUntil"));
        QCOMPARE(checked([](Terms& t) { t.visit.endsAt = t.visit.startsAt; }), std::string("startsAt"));
        QCOMPARE(checked([](Terms& t) { t.visit.endsAt = kLatest.plus(1); }), std::string("endsAt"));
        QCOMPARE(checked([](Terms& t) { t.ladder.graceAge = 0; }), std::string("graceAge"));
        QCOMPARE(checked([](Terms& t) { t.visit.claimAge = kMaxAge + 1; }), std::string("claimAge"));
        QCOMPARE(checked([](Terms& t) { t.dispute.lapseAge = 0; }), std::string("lapseAge"));
        QCOMPARE(checked([](Terms& t) { t.ladder.lateShare = {1}; }), std::string("lateShare"));
        QCOMPARE(checked([](Terms& t) { t.ladder.lateShare = {kPrice.value + 1}; }), std::string("lateShare"));
        QCOMPARE(checked([](Terms& t) { t.ladder.lateShare = {}; }), std::string("fine"));
        QCOMPARE(checked([](Terms& t) { t.dispute.lapseShare = {kPrice.value + kBond.value + 1}; }), std::string("lapseShare"));
        QCOMPARE(checked([](Terms& t) { t.dispute.arbiters[1] = t.dispute.arbiters[0]; }), std::string("arbiters"));
        QCOMPARE(checked([](Terms& t) { t.dispute.arbiters[2].bytes.fill(0xff); }), std::string("arbiters"));
        QCOMPARE(checked([](Terms& t) { t.dispute.arbiterPayout.bytes.fill(0xff); }), std::string("arbiterPayout"));
        BT_REFUSED(makeState(w.terms, w.patient.key, w.patient.key, kPrice, kBond), "visit.bad_terms");
        QCOMPARE(shareOf(kPrice, 5'000).value, 3'000'000'000U);
        QCOMPARE(shareOf(kPrice, 0).value, 0U);
        QCOMPARE(shareOf(kPrice, 1), kShareFloor); // 0.006 KAS would be below the floor
        QCOMPARE(shareOf(kPrice, 20'000), kPrice);
        QCOMPARE(shareOf(kMaxMoney, 9'999).value, 99'990'000'000'000U);
    }
    void terms_travel_as_bytes_and_damaged_ones_are_refused()
    {
        World w;
        const Bytes bytes = must(encodeTerms(w.terms));
        QCOMPARE(bytes.size(), 336U);
        QVERIFY(must(decodeTerms(bytes)) == w.terms);
        for (std::size_t size = 0; size < bytes.size(); size += 5) BT_REFUSED(decodeTerms(ByteView(bytes).first(size)), "visit.bad_terms");
        for (std::size_t i = 0; i < 400; ++i) {
            Bytes damaged = bytes;
            damaged[w.random.below(damaged.size())] ^= static_cast<std::uint8_t>(1 + w.random.below(255));
            const auto read = decodeTerms(damaged);
            if (read) QVERIFY(termsHash(must(partHashes(*read))) != termsHash(must(partHashes(w.terms))));
        }
    }
    void an_instance_of_an_unknown_program_is_left_alone()
    {
        World w;
        Session s = w.in(Phase::InSession);
        s.program.bytes[0] ^= 1;
        BT_REFUSED(cancelByTherapist(s), "contract.unknown_program");
        BT_REFUSED(readSpend(s, {}, {}), "contract.not_a_spend");
    }
};
BT_CONTRACT_MAIN(TestContractHostile)
#include "tst_contract_hostile.moc"
