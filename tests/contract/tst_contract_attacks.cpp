// SPDX-License-Identifier: GPL-3.0-or-later
// Each entry of the Health Session attacked: a control that passes, and beside it transactions that differ from it in
// one field and must be refused. The attacker has every signature that the step asks for unless the test says
// otherwise.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "world.h"
#endif

using namespace bt;
using namespace bt::test;

namespace {

constexpr std::size_t kSettleWhy = 0, kSettleProof = 2, kSettlePart = 3, kSettleMore = 6;
bool isSettle(const Plan& plan) { return plan.entry == "settle"; }
bool continues(const Plan& plan) { return plan.outcome.locked.value > 0; }
//! Outputs that the program pins: at accept in BTAI the therapist's change is his own.
std::size_t fixedOutputs(const Plan& plan) { return kInTokens && plan.step == Step::Accept ? 2 : plan.tx.outputs.size(); }

//! The output from which a signed exit may pay its fee, if there is one.
std::optional<std::size_t> ownOutput(World& w, const NamedPlan& p)
{
    if (!isSettle(p.plan) || p.plan.wanted.size() != 1) return std::nullopt;
    if (p.plan.wanted[0].who == Signer::Patient) return fixedOutputs(p.plan) - 1;
    if (kInTokens) return p.plan.outcome.tokens.toTherapist.value > 0 ? std::optional<std::size_t>(0) : std::nullopt;
    if (p.plan.outcome.toTherapist.value == 0) return std::nullopt;
    const auto spk = kaspa::payToPublicKey(w.therapist.key.view());
    for (std::size_t i = 0; i < fixedOutputs(p.plan); ++i)
        if (p.plan.tx.outputs[i].spk == spk) return i;
    return std::nullopt;
}

//! The plan as if its session were in another phase: same witness, same outputs.
Plan rephased(const NamedPlan& p, Phase phase)
{
    Session s = p.session;
    s.state.phase = phase;
    Plan out = p.plan;
    out.redeemScript = must(redeemScriptOf(s));
    out.spent.spk = kaspa::abi::scriptHashOf(out.redeemScript);
    return out;
}

} // namespace

class TestContractAttacks : public QObject
{
    Q_OBJECT
    int m_attacks = 0;
    int m_controls = 0;

private slots:
    void a_wrong_signer_is_refused()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            PASSES(w.honest(p.plan), p.name);
            if (p.plan.wanted.empty()) continue;
            for (const Person* who : {&w.patient, &w.therapist, &w.arbiters[0], &w.arbiters[1], &w.arbiters[2], &w.holder, &w.stranger}) {
                if (p.plan.wanted.size() == 1 && p.plan.wanted[0].key == who->key) continue;
                REFUSED(w.attacked(p.plan, {}, who), p.name + " signed by someone else");
            }
            Populated unsignedTx = w.dress(p.plan); // dummies
            REFUSED(World::run(p.plan, unsignedTx), p.name + " without signatures");
            // A signature covers all outputs: nobody redirects the change, or anything else, afterwards.
            Populated later = w.dress(p.plan);
            w.sign(p.plan, later);
            later.tx.outputs.back().value.value -= 1;
            REFUSED(World::run(p.plan, later), p.name + " changed after signing");
        }
    }
    void a_step_is_open_in_its_phases_only()
    {
        World w;
        for (const NamedPlan& p : allPlans(w))
            for (int i = 0; i <= 5; ++i) {
                const auto phase = static_cast<Phase>(i);
                const auto result = w.attacked(rephased(p, phase), {});
                const std::string what = p.name + " in phase " + std::to_string(i);
                if (std::ranges::find(p.open, phase) != p.open.end()) PASSES(result, what);
                else REFUSED(result, what);
            }
    }
    void nothing_comes_too_early()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            if (p.plan.notBefore.value > 0) {
                for (const std::uint64_t lock : {p.plan.tx.lockTime - 1, std::uint64_t{0}, std::uint64_t{499'999'999'999}})
                    REFUSED(w.attacked(p.plan, [&](Populated& t) { t.tx.lockTime = lock; }), p.name + " before its time");
                PASSES(w.attacked(p.plan, [&](Populated& t) { t.tx.lockTime += 1; }), p.name + " later");
                REFUSED(w.attacked(p.plan, [&](Populated& t) { t.tx.inputs[0].sequence = ~0ULL; }), p.name + " with a final sequence");
            }
            if (p.plan.minAge > 0) {
                for (const std::uint64_t age :
                     {p.plan.minAge - 1, std::uint64_t{0}, std::uint64_t{1} << 32, (std::uint64_t{1} << 63) | p.plan.minAge})
                    REFUSED(w.attacked(p.plan, [&](Populated& t) { t.tx.inputs[0].sequence = age; }), p.name + " too young");
                PASSES(w.attacked(p.plan, [&](Populated& t) { t.tx.inputs[0].sequence += 1; }), p.name + " older");
            }
        }
    }
    void amounts_are_exact_and_deposits_cannot_be_burnt()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            if (p.plan.step == Step::Agree) continue; // both sign: no output rules
            const auto own = ownOutput(w, p);
            for (std::size_t i = 0; i < fixedOutputs(p.plan); ++i) {
                const auto by = [&](std::int64_t change) {
                    return w.attacked(p.plan, [&](Populated& t) {
                        t.tx.outputs[i].value.value =
                            static_cast<std::uint64_t>(static_cast<std::int64_t>(t.tx.outputs[i].value.value) + change);
                    });
                };
                const std::string what = p.name + " output " + std::to_string(i);
                REFUSED(by(1), what + " one sompi more");
                const auto cap = static_cast<std::int64_t>(kCap.value);
                if (own == i) {
                    PASSES(by(-cap), what + " less the capped fee");
                    REFUSED(by(-cap - 1), what + " less more than the cap");
                } else {
                    REFUSED(by(-1), what + " one sompi less");
                    REFUSED(by(-cap), what + " less the capped fee of somebody else");
                }
                REFUSED(by(-static_cast<std::int64_t>(p.plan.tx.outputs[i].value.value) + 1), what + " burnt");
            }
        }
    }
    void outputs_cannot_be_redirected_left_out_or_moved()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            if (p.plan.step == Step::Agree) continue;
            const std::size_t n = fixedOutputs(p.plan);
            for (std::size_t i = 0; i < n; ++i) {
                const std::string what = p.name + " output " + std::to_string(i);
                for (const Person* to : {&w.stranger, &w.patient, &w.therapist, &w.payout}) {
                    const auto spk = kaspa::payToPublicKey(to->key.view());
                    if (p.plan.tx.outputs[i].spk == spk) continue;
                    REFUSED(w.attacked(p.plan, [&](Populated& t) { t.tx.outputs[i].spk = spk; }), what + " redirected");
                }
                REFUSED(w.attacked(p.plan, [&](Populated& t) { t.tx.outputs[i].spk.version = 1; }), what + " under another script version");
                REFUSED(
                    w.attacked(p.plan, [&](Populated& t) { t.tx.outputs.erase(t.tx.outputs.begin() + static_cast<std::ptrdiff_t>(i)); }),
                    what + " left out");
                REFUSED(w.attacked(p.plan, [&](Populated& t) { std::swap(t.tx.outputs[i], t.tx.outputs[n]); }),
                        what + " behind the change");
                REFUSED(w.attacked(p.plan,
                                   [&](Populated& t) {
                                       t.tx.outputs.insert(t.tx.outputs.begin() + static_cast<std::ptrdiff_t>(i), t.tx.outputs.back());
                                   }),
                        what + " pushed back");
            }
            PASSES(w.attacked(p.plan, [&](Populated& t) { t.tx.outputs.push_back(t.tx.outputs.back()); }),
                   p.name + " with a second change");
        }
    }
    void the_lineage_neither_splits_nor_survives_a_payout()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            const kaspa::CovenantBinding ours{0, p.session.id};
            const bool hasLineage = continues(p.plan) || p.plan.outcome.ticket.value > 0;
            Session copy = p.session;
            const auto spk = must(utxoOf(copy)).spk;
            const auto extra = [&](Populated& t) { t.tx.outputs.push_back({{kDeposit.value}, spk, ours}); };
            REFUSED(w.attacked(p.plan, extra), p.name + " continuing beside");
            REFUSED(w.attacked(p.plan, [&](Populated& t) { t.tx.outputs.back().covenant = ours; }),
                    p.name + " change under the session's id");
            for (std::size_t i = 0; i < fixedOutputs(p.plan); ++i) {
                if (p.plan.step == Step::Agree) continue;
                if (p.plan.tx.outputs[i].covenant)
                    REFUSED(w.attacked(p.plan, [&](Populated& t) { t.tx.outputs[i].covenant.reset(); }),
                            p.name + " output left without its id");
                else
                    REFUSED(w.attacked(p.plan, [&](Populated& t) { t.tx.outputs[i].covenant = ours; }),
                            p.name + " payout under the session's id");
            }
            if (!hasLineage && p.plan.step != Step::Agree) continue;
            for (std::size_t i = 0; i < fixedOutputs(p.plan); ++i) {
                if (!p.plan.tx.outputs[i].covenant) continue;
                REFUSED(w.attacked(p.plan, [&](Populated& t) { t.tx.outputs[i].covenant->id.bytes[0] ^= 1; }),
                        p.name + " output under another id");
                if (p.plan.tx.outputs[i].covenant->id != p.session.id) continue; // a token's, by its own input
                REFUSED(w.attacked(p.plan, [&](Populated& t) { t.tx.outputs[i].covenant->authorizingInput = 1; }),
                        p.name + " output by another input");
            }
        }
    }
    void two_instances_never_share_an_output()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            if (kInTokens) break; // tst_session_token_thefts has its own: tokens stand between
            // The session behind the fee input: all counting from 0 would start at someone else's outputs.
            Populated t = w.dress(p.plan);
            std::swap(t.tx.inputs[0], t.tx.inputs[1]);
            std::swap(t.utxos[0], t.utxos[1]);
            for (auto& output : t.tx.outputs)
                if (output.covenant) output.covenant->authorizingInput = 1;
            w.sign(p.plan, t, nullptr, 1);
            if (p.plan.step == Step::Agree) PASSES(World::run(t, 1), p.name + " as input 1");
            else REFUSED(World::run(t, 1), p.name + " as input 1");
            if (p.plan.step == Step::Agree || continues(p.plan)) continue;
            // A second instance of equal amounts that wants to be paid by the first one's outputs.
            Populated two = w.dress(p.plan);
            Plan twin = p.plan;
            twin.tx.inputs[0].previous.id.bytes[0] ^= 1;
            two.tx.inputs[1] = twin.tx.inputs[0];
            two.utxos[1] = twin.spent;
            two.utxos[1].covenant = otherLineage(*two.utxos[1].covenant);
            w.sign(p.plan, two);
            w.sign(twin, two, nullptr, 1);
            PASSES(World::run(two, 0), p.name + " first of two");
            REFUSED(World::run(two, 1), p.name + " second of two");
        }
    }
    void witnesses_cannot_be_borrowed()
    {
        World w;
        World other(2);
        Terms salted = w.terms;
        salted.salt(w.random);
        for (const NamedPlan& p : allPlans(w)) {
            const auto with = [&](std::size_t i, kaspa::abi::Value value) {
                Plan changed = p.plan;
                changed.arguments[i] = std::move(value);
                return w.attacked(changed, {});
            };
            if (p.plan.entry == "agree") continue;
            if (p.plan.entry == "accept") {
                Bytes born = std::get<Bytes>(p.plan.arguments[1].v);
                for (const std::size_t i : {0U, 31U, 32U, 35U}) {
                    Bytes changed = born;
                    changed[i] ^= 1;
                    REFUSED(with(1, changed), p.name + " with another birth");
                }
                continue;
            }
            const std::size_t part = isSettle(p.plan) ? kSettlePart : 2;
            const Bytes opened = std::get<Bytes>(p.plan.arguments[part].v);
            if (!opened.empty()) {
                for (std::size_t i = 0; i < opened.size(); i += 7) {
                    Bytes changed = opened;
                    changed[i] ^= 1;
                    REFUSED(with(part, changed), p.name + " with a changed part");
                }
                for (const Part index : {Part::Request, Part::Ladder, Part::Visit, Part::Dispute}) {
                    REFUSED(with(part, must(packPart(salted, index))), p.name + " with a part of other terms");
                    const Bytes genuine = must(packPart(w.terms, index));
                    if (genuine == opened) continue;
                    // A genuine part in the wrong place, with its own siblings.
                    const PartHashes hashes = must(partHashes(w.terms));
                    Plan swapped = p.plan;
                    swapped.arguments[part] = genuine;
                    Bytes before, after;
                    for (std::size_t i = 0; i < 4; ++i)
                        if (i != static_cast<std::size_t>(index))
                            append(i < static_cast<std::size_t>(index) ? before : after, hashes[i].view());
                    swapped.arguments[part + 1] = before;
                    swapped.arguments[part + 2] = after;
                    REFUSED(w.attacked(swapped, {}), p.name + " with another part");
                }
                REFUSED(with(part, Bytes{}), p.name + " opening nothing");
            }
            const std::size_t proof = isSettle(p.plan) ? kSettleProof : 1;
            const bool attended =
                p.plan.step == Step::BeginAttended || p.plan.step == Step::ClaimAttended || p.plan.step == Step::LapseAttended;
            if (attended || p.plan.step == Step::Complete) {
                Session elsewhere = p.session;
                elsewhere.id.bytes[5] ^= 1;
                const Hash256 record = p.plan.step == Step::Complete
                                           ? *Hash256::from(ByteView(std::get<Bytes>(p.plan.arguments[kSettleMore].v)).last(32))
                                           : Hash256{};
                for (const Person* who : {&w.patient, &w.therapist, &w.stranger, &other.patient}) {
                    REFUSED(with(proof, who->says(attendanceMessage(elsewhere.id)).view()), p.name + " with attendance elsewhere");
                    REFUSED(with(proof, who->says(recordMessage(elsewhere.id, record)).view()), p.name + " with a record elsewhere");
                    if (!(attended && who == &w.patient))
                        REFUSED(with(proof, who->says(attendanceMessage(p.session.id)).view()), p.name + " with someone's attendance");
                    if (!(p.plan.step == Step::Complete && who == &w.therapist))
                        REFUSED(with(proof, who->says(recordMessage(p.session.id, record)).view()), p.name + " with someone's record");
                }
                for (const std::size_t size : {0U, 1U, 63U, 65U})
                    REFUSED(with(proof, Bytes(size, 1)), p.name + " with a proof of odd size");
            }
            if (p.plan.step == Step::Complete)
                for (const std::size_t i : {0U, 31U, 32U, 63U}) {
                    Bytes more = std::get<Bytes>(p.plan.arguments[kSettleMore].v);
                    more[i] ^= 1;
                    REFUSED(with(kSettleMore, more), p.name + " with another ticket");
                }
        }
    }
    void a_reason_cannot_pass_for_another()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            if (p.plan.entry != "settle" && p.plan.entry != "move") continue;
            for (int reason = -1; reason <= 9; ++reason) {
                Plan changed = p.plan;
                if (isSettle(p.plan)) {
                    if (changed.arguments[kSettleWhy] == kaspa::abi::Value(reason)) continue;
                    changed.arguments[kSettleWhy] = reason;
                } else {
                    if (changed.arguments[0] == kaspa::abi::Value(static_cast<std::uint8_t>(reason))) continue;
                    changed.arguments[0] = static_cast<std::uint8_t>(reason);
                }
                REFUSED(w.attacked(changed, {}), p.name + " for reason " + std::to_string(reason));
            }
        }
    }
#ifdef BT_ON_NODE
    void a_node_takes_every_entry()
    {
        const Taken taken;
        World w;
        const auto plans = allPlans(w);
        for (std::size_t k = 0; k < plans.size(); ++k) {
            if (plans[k].session.state.phase != Phase::Requested) {
                PASSES(w.honest(plans[k].plan), plans[k].name);
                continue;
            }
            World fresh(100 + k); // a request is born once
            PASSES(fresh.honest(allPlans(fresh)[k].plan), plans[k].name);
        }
    }
#endif
    void cleanupTestCase() { qInfo("%d attacks refused beside %d controls", m_attacks, m_controls); }
};
BT_CONTRACT_MAIN(TestContractAttacks)
#include "tst_contract_attacks.moc"
