// SPDX-License-Identifier: GPL-3.0-or-later
// The Profile anchor: every entry right, every entry attacked beside its control, and random lives.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "profile_world.h"
#endif

using namespace bt;
using namespace bt::test;
using profile::Anchor;
using profile::AnchorPlan;
using profile::AnchorStep;

namespace {

kaspa::TxId idOf(const Populated& tx) { return kaspa::transactionId(tx.tx); }

//! The plan with one argument replaced.
AnchorPlan withArgument(AnchorPlan plan, std::size_t at, kaspa::abi::Value value)
{
    plan.call.arguments[at] = std::move(value);
    return plan;
}

//! The plan as if the chain held another state: same outputs, same arguments.
AnchorPlan from(const AnchorPlan& plan, const Anchor& other)
{
    AnchorPlan out = plan;
    const auto update = must(profile::update(other, {}, {})); // for the redeem script of that state
    out.call.redeemScript = update.call.redeemScript;
    out.call.spent = update.call.spent;
    return out;
}

} // namespace

class TestProfileAnchor : public QObject
{
    Q_OBJECT
    int m_attacks = 0;
    int m_controls = 0;

private slots:
    void every_entry_runs_and_reads_back()
    {
        ProfileWorld w;
        for (const NamedAnchorPlan& p : anchorPlans(w)) {
            PASSES(w.play(p.plan), p.name);
            Populated tx = w.dress(p.plan);
            signCall(tx, 0, p.plan.call, w.people());
            const auto read = must(profile::readSpend(p.anchor, tx.tx, idOf(tx)));
            QCOMPARE(read.step, p.plan.step);
            QCOMPARE(read.next.has_value(), p.plan.next.has_value());
            if (read.next) {
                QCOMPARE(read.next->state, *p.plan.next);
                QCOMPARE(read.next->id, p.anchor.id);
                QCOMPARE(read.next->outpoint, (kaspa::Outpoint{idOf(tx), 0}));
                QCOMPARE(read.next->state.sequence, p.anchor.state.sequence + 1);
            }
        }
    }
    void a_birth_gives_the_id_and_a_twin_gives_another()
    {
        ProfileWorld w;
        const profile::AnchorBirth birth = w.birth();
        const auto born = must(profile::bear(birth, 0));
        Populated tx;
        kaspa::Input input;
        input.previous = birth.authorising;
        tx.tx.inputs.push_back(input);
        tx.utxos.push_back({{birth.value.value + kSompiPerKas}, kaspa::payToPublicKey(w.payer.key.view()), 1, false, {}});
        while (tx.tx.outputs.size() < birth.index)
            tx.tx.outputs.push_back({{kSompiPerKas}, kaspa::payToPublicKey(w.payer.key.view()), std::nullopt});
        tx.tx.outputs.push_back(born.output);
        QVERIFY(kaspa::checkCovenantBindings(tx).has_value());
        QCOMPARE(must(profile::idOf(birth)), born.anchor.id);
        QVERIFY(QString::fromStdString(profile::didOf(born.anchor.id, "simnet")).startsWith("did:kaspa:simnet:"));

        Populated twins = tx;
        twins.tx.outputs.push_back(born.output);
        QVERIFY(!kaspa::checkCovenantBindings(twins)); // this id belongs to one output

        profile::AnchorBirth other = birth;
        other.value.value += 1;
        QVERIFY(must(profile::idOf(other)) != born.anchor.id);
        other = birth;
        other.state.pending = w.fresh.key;
        QCOMPARE(profile::idOf(other).error().code, std::string_view("profile.bad_birth"));
        other = birth;
        other.state.sequence = 3;
        QCOMPARE(profile::idOf(other).error().code, std::string_view("profile.bad_birth"));
        other = birth;
        other.value = {1};
        QCOMPARE(profile::idOf(other).error().code, std::string_view("profile.bad_deposit"));
    }
    void nobody_else_signs()
    {
        ProfileWorld w;
        for (const NamedAnchorPlan& p : anchorPlans(w)) {
            if (p.plan.call.wanted.empty()) continue;
            PASSES(w.play(p.plan), p.name);
            for (const Person* who : w.people()) {
                if (p.plan.call.wanted.size() == 1 && equal(who->key.view(), p.plan.call.wanted[0].key)) continue;
                REFUSED(w.play(p.plan, {}, who), p.name + " signed by someone else");
            }
            Populated later = w.dress(p.plan);
            signCall(later, 0, p.plan.call, w.people());
            later.tx.outputs.back().value.value -= 1;
            REFUSED(runInput(later), p.name + " changed after signing");
        }
    }
    void guardians_count_once_and_only_their_own()
    {
        ProfileWorld w;
        const Anchor a = w.anchor();
        const AnchorPlan right = must(profile::recover(a, w.guardians, {0, 2, 4}, w.fresh.key));
        PASSES(w.play(right), "three of five");
        // Two sign, and `who` says so: too few.
        AnchorPlan two = right;
        two.call.arguments[1] = std::int64_t{0b00101};
        two.call.wanted.pop_back();
        REFUSED(w.play(two), "two of five");
        // The same two, and one of them in a third place.
        AnchorPlan twice = right;
        twice.call.wanted[2].key = twice.call.wanted[0].key;
        REFUSED(w.play(twice), "one guardian in two places");
        // Places beyond the fifth are not counted, however many bits are set.
        AnchorPlan beyond = two;
        beyond.call.arguments[1] = std::int64_t{0b1100101};
        REFUSED(w.play(beyond), "bits beyond the fifth place");
        for (const std::int64_t who : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{0b00111}, std::int64_t{0b11111}})
            REFUSED(w.play(withArgument(right, 1, who)), "places of guardians who did not sign");
        // A plan of the attacker's own.
        ProfileWorld thief(99);
        REFUSED(w.play(withArgument(right, 0, must(profile::packGuardians(thief.guardians)))), "another plan");
        Bytes fewer = must(profile::packGuardians(w.guardians));
        fewer[0] = 1;
        REFUSED(w.play(withArgument(two, 0, fewer)), "the plan with another k");
        fewer[0] = 0;
        REFUSED(w.play(withArgument(two, 0, fewer)), "the plan with k = 0");
        // An empty place is nobody's: a signature that fails is no signature.
        profile::Guardians small = w.guardians;
        small.keys.resize(2);
        small.needed = 2;
        Anchor b = a;
        b.state.guardians = must(profile::guardiansHash(small));
        const AnchorPlan both = must(profile::recover(b, small, {0, 1}, w.fresh.key));
        PASSES(w.play(both), "two of two");
        AnchorPlan empty = both;
        empty.call.arguments[1] = std::int64_t{0b00101};
        empty.call.wanted.pop_back();
        REFUSED(w.play(empty), "an empty place");
    }
    void recovery_is_slow_and_only_one_waits()
    {
        ProfileWorld w;
        const Anchor r = w.recovering();
        const AnchorPlan finish = must(profile::finishRecovery(r, w.guardians));
        PASSES(w.play(finish), "finish");
        for (const std::uint64_t age :
             {finish.minAge - 1, std::uint64_t{0}, std::uint64_t{1} << 32, (std::uint64_t{1} << 63) | finish.minAge})
            REFUSED(w.play(finish, [&](Populated& t) { t.tx.inputs[0].sequence = age; }), "finish too early");
        PASSES(w.play(finish, [&](Populated& t) { t.tx.inputs[0].sequence += 1; }), "finish later");
        REFUSED(w.play(from(finish, w.anchor())), "finish with nothing pending");
        const AnchorPlan again = must(profile::recover(w.anchor(), w.guardians, {0, 2, 4}, w.fresh.key));
        REFUSED(w.play(from(again, r)), "recover while one waits");
        QCOMPARE(profile::recover(r, w.guardians, {0, 2, 4}, w.fresh.key).error().code, std::string_view("profile.already_pending"));
        QCOMPARE(profile::finishRecovery(w.anchor(), w.guardians).error().code, std::string_view("profile.nothing_pending"));
        // A plan whose delay the program cannot measure is never finished, only vetoed.
        profile::Guardians endless = w.guardians;
        endless.delay = profile::kMaxRecoveryDelay + 1;
        QCOMPARE(profile::guardiansHash(endless).error().code, std::string_view("profile.bad_guardians"));
    }
    void only_the_committed_key_rotates_and_ends()
    {
        ProfileWorld w;
        const Anchor a = w.anchor();
        for (const AnchorPlan& right : {must(profile::rotate(a, w.next.key, w.later.key, {}, std::nullopt)),
                                        must(profile::deactivate(a, w.next.key, kaspa::payToPublicKey(w.owner.key.view()), {}))}) {
            PASSES(w.play(right), "the committed key");
            AnchorPlan thief = withArgument(right, 1, w.stranger.key.view());
            thief.call.wanted[0].key = bytesOf(w.stranger.key.view());
            REFUSED(w.play(thief), "a key of the thief's");
            AnchorPlan everyday = withArgument(right, 1, w.owner.key.view());
            everyday.call.wanted[0].key = bytesOf(w.owner.key.view());
            REFUSED(w.play(everyday), "the everyday key");
        }
        QCOMPARE(profile::rotate(a, w.owner.key, w.later.key, {}, std::nullopt).error().code, std::string_view("profile.wrong_key"));
        QCOMPARE(profile::deactivate(a, w.owner.key, {}, {}).error().code, std::string_view("profile.wrong_key"));
    }
    void a_rotation_leaves_an_anchor_that_can_go_on()
    {
        ProfileWorld w, other(5);
        const Anchor a = w.anchor();
        const auto to = [&](const std::optional<profile::Guardians>& guardians) {
            return profile::rotate(a, w.next.key, w.later.key, {}, guardians);
        };
        const AnchorPlan plan = must(to(other.guardians));
        PASSES(w.play(plan), "other guardians");
        QCOMPARE(plan.next->guardians, must(profile::guardiansHash(other.guardians)));
        QCOMPARE(plan.next->next, profile::keyCommitment(w.later.key));
        Anchor now = a;
        now.state = *plan.next;
        QVERIFY(profile::recover(now, other.guardians, {0, 1, 2}, w.fresh.key).has_value());
        QCOMPARE(profile::recover(now, w.guardians, {0, 1, 2}, w.fresh.key).error().code, std::string_view("profile.guardians_mismatch"));
        QVERIFY(profile::rotate(now, w.later.key, w.next.key, {}, other.guardians).has_value());
        QCOMPARE(must(to(std::nullopt)).next->guardians, Hash256{}); // nobody can recover, and that is said
        // Guardians who could never act are not written down, nor a successor that is none.
        profile::Guardians bad = other.guardians;
        bad.needed = 6;
        QCOMPARE(to(bad).error().code, std::string_view("profile.bad_guardians"));
        bad = other.guardians;
        bad.delay = 0;
        QCOMPARE(to(bad).error().code, std::string_view("profile.bad_guardians"));
        QCOMPARE(to(profile::Guardians{}).error().code, std::string_view("profile.bad_guardians"));
        for (const XOnlyKey& key : {XOnlyKey{}, w.next.key})
            QCOMPARE(profile::rotate(a, w.next.key, key, {}, w.guardians).error().code, std::string_view("profile.wrong_key"));
    }
    void the_lineage_goes_on_alone_with_its_deposit_or_ends()
    {
        ProfileWorld w;
        const auto bind = [](Populated& t, std::size_t output, const kaspa::CovenantId& id) {
            t.tx.outputs[output].covenant = kaspa::CovenantBinding{0, id};
        };
        for (const NamedAnchorPlan& p : anchorPlans(w)) {
            PASSES(w.play(p.plan), p.name);
            if (!p.plan.next) {
                REFUSED(w.play(p.plan, [&](Populated& t) { bind(t, 0, p.anchor.id); }), p.name + " and goes on");
                continue;
            }
            for (const std::int64_t change : {-1, 1, -50'000'000})
                REFUSED(w.play(p.plan,
                               [&](Populated& t) {
                                   t.tx.outputs[0].value.value =
                                       static_cast<std::uint64_t>(static_cast<std::int64_t>(t.tx.outputs[0].value.value) + change);
                               }),
                        p.name + " with another deposit");
            REFUSED(w.play(p.plan, [&](Populated& t) { bind(t, 1, p.anchor.id); }), p.name + " with a second heir");
            REFUSED(w.play(p.plan, [&](Populated& t) { t.tx.outputs[0].covenant.reset(); }), p.name + " without heir");
            REFUSED(w.play(p.plan, [&](Populated& t) { t.tx.outputs[0].spk = kaspa::payToPublicKey(w.stranger.key.view()); }),
                    p.name + " redirected");
            // The heir may stand anywhere: it is found by its lineage.
            PASSES(w.play(p.plan, [&](Populated& t) { std::swap(t.tx.outputs[0], t.tx.outputs[1]); }), p.name + " in another place");
            // A twin beside it (born before the birth record was looked at) cannot be merged in.
            REFUSED(w.play(p.plan,
                           [&](Populated& t) {
                               t.utxos.push_back(t.utxos[0]);
                               kaspa::Input twin;
                               twin.previous = {w.random.fixed<kaspa::TxId>(), 0};
                               t.tx.inputs.push_back(twin);
                           }),
                    p.name + " with a twin beside it");
        }
    }
    void no_step_writes_what_is_not_its_own()
    {
        ProfileWorld w;
        for (const NamedAnchorPlan& p : anchorPlans(w)) {
            if (!p.plan.next) continue;
            const auto heir = [&](auto change) {
                Anchor next = p.anchor;
                next.state = *p.plan.next;
                change(next.state);
                return [spk = must(profile::utxoOf(next)).spk](Populated& t) { t.tx.outputs[0].spk = spk; };
            };
            using S = profile::AnchorState;
            PASSES(w.play(p.plan, heir([](S&) {})), p.name);
            REFUSED(w.play(p.plan, heir([&](S& s) { s.controller = w.stranger.key; })), p.name + " controller");
            REFUSED(w.play(p.plan, heir([&](S& s) { s.next = profile::keyCommitment(w.stranger.key); })), p.name + " next");
            REFUSED(w.play(p.plan, heir([&](S& s) { s.document = w.random.fixed<Hash256>(); })), p.name + " document");
            REFUSED(w.play(p.plan, heir([&](S& s) { s.consents = w.random.fixed<Hash256>(); })), p.name + " consents");
            REFUSED(w.play(p.plan, heir([&](S& s) { s.guardians = w.random.fixed<Hash256>(); })), p.name + " guardians");
            REFUSED(w.play(p.plan, heir([&](S& s) { s.pending = w.stranger.key; })), p.name + " pending");
            REFUSED(w.play(p.plan, heir([](S& s) { s.sequence += 1; })), p.name + " sequence");
            REFUSED(w.play(p.plan, heir([](S& s) { s.sequence -= 1; })), p.name + " sequence back");
        }
    }
    void random_lives_keep_one_anchor_and_its_owner()
    {
        // A model of who is in charge, walked by legal and illegal steps; the engine must agree with it each time.
        const int lives = qEnvironmentVariableIsSet("BT_LONG") ? 2000 : 40;
        int legal = 0, illegal = 0;
        for (int life = 0; life < lives; ++life) {
            ProfileWorld w(static_cast<std::uint64_t>(1000 + life));
            Anchor now = w.anchor();
            const Person* controller = &w.owner;
            const Person* next = &w.next;
            const std::vector<const Person*> all = w.people();
            const auto after = [&w](const Person* key) -> const Person& { return key == &w.later ? w.next : w.later; };
            for (int step = 0; step < 12; ++step) {
                const Person* who = all[w.random.below(all.size())];
                const auto hash = [&] { return w.random.fixed<Hash256>(); };
                Result<AnchorPlan> plan = fail("none");
                const Person* signer = who;
                bool right = false;
                switch (w.random.below(4)) {
                case 0:
                    plan = profile::update(now, hash(), hash());
                    right = who == controller;
                    break;
                case 1:
                    plan = profile::rotate(now, next->key, after(next).key, hash(), w.guardians);
                    right = who == next;
                    break;
                case 2:
                    plan = profile::recover(now, w.guardians, {0, 1, 3}, w.fresh.key);
                    signer = w.random.below(2) == 0 ? nullptr : who; // everyone their own, or one for all
                    right = plan && signer == nullptr;
                    break;
                default:
                    plan = profile::finishRecovery(now, w.guardians);
                    right = plan.has_value();
                    break;
                }
                if (!plan) continue;
                Populated tx = w.dress(*plan);
                signCall(tx, 0, plan->call, all, signer);
                const bool accepted = runInput(tx).has_value();
                QCOMPARE(accepted, right);
                ++(right ? legal : illegal);
                if (!accepted) continue;
                const auto read = must(profile::readSpend(now, tx.tx, idOf(tx)));
                QVERIFY(read.next.has_value());
                now = *read.next;
                standAt(now.outpoint, profile::utxoOf(now));
                if (plan->step == AnchorStep::Rotate) {
                    controller = next;
                    next = &after(next);
                } else if (plan->step == AnchorStep::Finish) {
                    controller = next = &w.fresh;
                }
                QCOMPARE(now.state.controller, controller->key);
                QCOMPARE(now.value, profile::kAnchorDeposit);
            }
            // Whatever happened, the key behind `next` can always end it.
            PASSES(w.play(must(profile::deactivate(now, next->key, kaspa::payToPublicKey(next->key.view()), {}))), "the end of a life");
        }
        QVERIFY(legal > lives && illegal > lives);
        qInfo("%d lives: %d legal and %d illegal steps", lives, legal, illegal);
    }
    void a_readers_input_may_be_anything()
    {
        ProfileWorld w;
        const NamedAnchorPlan p = anchorPlans(w).front();
        Populated tx = w.dress(p.plan);
        signCall(tx, 0, p.plan.call, w.people());
        QVERIFY(profile::readSpend(p.anchor, tx.tx, idOf(tx)).has_value());
        Populated other = tx;
        other.tx.inputs[0].previous.index ^= 1;
        QCOMPARE(profile::readSpend(p.anchor, other.tx, idOf(other)).error().code, std::string_view("contract.not_a_spend"));
        const Bytes script = tx.tx.inputs[0].signatureScript;
        for (std::size_t i = 0; i < script.size(); i += 7) {
            other = tx;
            other.tx.inputs[0].signatureScript.resize(i);
            QVERIFY(!profile::readSpend(p.anchor, other.tx, idOf(other)));
        }
        other = tx;
        other.tx.outputs[0].value.value -= 1;
        QCOMPARE(profile::readSpend(p.anchor, other.tx, idOf(other)).error().code, std::string_view("contract.unreadable"));
    }
#ifdef BT_ON_NODE
    void a_node_takes_every_entry()
    {
        const Taken taken;
        ProfileWorld w;
        for (const NamedAnchorPlan& p : anchorPlans(w)) PASSES(w.play(p.plan), p.name);
    }
#endif
    void cleanupTestCase() { qInfo("%d attacks beside %d controls", m_attacks, m_controls); }
};

BT_CONTRACT_MAIN(TestProfileAnchor)
#include "tst_profile_anchor.moc"
