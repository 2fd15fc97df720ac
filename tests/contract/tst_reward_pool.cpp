// SPDX-License-Identifier: GPL-3.0-or-later
// The reward pool: every entry right, every entry attacked beside its control, and epochs that pay each award once.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "reward_world.h"
#endif

using namespace bt;
using namespace bt::test;
using reward::Phase;
using reward::Pool;

namespace {

using kaspa::abi::Value;

//! The plan with one argument of the pool's call replaced.
PoolPlan withArgument(PoolPlan plan, std::size_t at, Value value)
{
    plan.calls[0].arguments[at] = std::move(value);
    return plan;
}
//! The plan with another state behind it: what the program is asked to refuse.
Populated& continuedAs(Populated& tx, const Pool& pool, const reward::PoolState& state)
{
    Pool next = pool;
    next.state = state;
    tx.tx.outputs[0].spk = must(reward::utxoOf(next)).spk;
    return tx;
}

} // namespace

class TestRewardPool : public QObject
{
    Q_OBJECT
    int m_attacks = 0;
    int m_controls = 0;

private slots:
    void every_entry_runs_and_reads_back()
    {
        RewardWorld w;
        Pool pool = w.closed();
        reward::AwardTree tree = w.tree();
        std::vector<std::pair<std::string, PoolPlan>> plans{{"open by three tokens", w.opening(pool)},
                                                            {"open by one token", w.opening(pool, {100'000'000})}};
        const Pool announced = w.after(pool, plans[0].second);
        plans.emplace_back("veto", must(reward::veto(announced, w.stewards, 1)));
        plans.emplace_back("rotate", must(reward::rotate(announced, w.stewards, {1, 2}, w.heirs)));
        plans.emplace_back("claim", must(reward::claim(announced, w.holding(pool, 120'000'000), tree, 1, w.awards[1])));
        plans.emplace_back("open again, nothing claimed", w.opening(announced));
        const std::array<Pool, 6> before{pool, pool, announced, announced, announced, announced};
        for (std::size_t i = 0; i < plans.size(); ++i) {
            const auto& [name, plan] = plans[i];
            PASSES(w.play(plan), name);
            Populated tx = w.dress(plan);
            for (std::size_t k = 0; k < plan.calls.size(); ++k) signCall(tx, k, plan.calls[k], w.people());
            const kaspa::TxId id = kaspa::transactionId(tx.tx);
            const auto read = must(reward::readSpend(before[i], tx.tx, id));
            QCOMPARE(read.step, plan.step);
            QCOMPARE(read.next.state, plan.next);
            QCOMPARE(read.next.outpoint, (kaspa::Outpoint{id, 0}));
            if (read.award) QCOMPARE(*read.award, w.awards[1]);
            Populated other = tx;
            other.tx.outputs[0].value.value += 1;
            QCOMPARE(reward::readSpend(before[i], other.tx, id).error().code, std::string_view("contract.unreadable"));
        }
    }
    void stewards_are_needed_and_each_counts_once()
    {
        RewardWorld w;
        const Pool pool = w.closed();
        const Pool announced = w.after(pool, w.opening(pool));
        for (const PoolPlan& right : {w.opening(pool), must(reward::rotate(announced, w.stewards, {0, 2}, w.heirs))}) {
            PASSES(w.play(right), "two of three");
            PoolPlan one = withArgument(right, 2, std::int64_t{0b001});
            one.calls[0].wanted.pop_back();
            REFUSED(w.play(one), "one of three");
            PoolPlan twice = right;
            twice.calls[0].wanted[1].key = twice.calls[0].wanted[0].key;
            REFUSED(w.play(twice), "one steward in two places");
            for (const std::int64_t who : {0LL, 0b011LL, 0b1000101LL - 0b100LL, -5LL})
                REFUSED(w.play(withArgument(right, 2, who)), "places that did not sign");
            RewardWorld thief(7);
            REFUSED(w.play(withArgument(right, 1, must(reward::packStewards(thief.stewards)))), "other stewards");
            Bytes fewer = must(reward::packStewards(w.stewards));
            fewer[0] = 0;
            REFUSED(w.play(withArgument(one, 1, fewer)), "k = 0");
            for (const Person* who : w.people()) REFUSED(w.play(right, {}, who), "one signs for all");
        }
        const PoolPlan veto = must(reward::veto(announced, w.stewards, 1));
        PASSES(w.play(veto), "one steward vetoes");
        REFUSED(w.play(veto, {}, &w.stranger), "a stranger vetoes");
        PoolPlan nobody = withArgument(veto, 2, std::int64_t{0});
        nobody.calls[0].wanted.clear();
        REFUSED(w.play(nobody), "nobody vetoes");
    }
    void a_veto_comes_before_the_first_payment_only()
    {
        RewardWorld w;
        const Pool announced = w.announced();
        const PoolPlan veto = must(reward::veto(announced, w.stewards, 0));
        PASSES(w.play(veto), "announced");
        for (const Phase phase : {Phase::Closed, Phase::Claiming}) {
            Pool other = announced;
            other.state.phase = phase;
            QCOMPARE(reward::veto(other, w.stewards, 0).error().code, std::string_view("reward.wrong_phase"));
            PoolPlan forced = veto;
            forced.calls[0].spent = must(reward::utxoOf(other));
            forced.calls[0].redeemScript = must(reward::rotate(other, w.stewards, {0, 1}, w.heirs)).calls[0].redeemScript;
            REFUSED(w.play(forced), "in another phase");
        }
    }
    void an_epoch_keeps_its_bounds()
    {
        RewardWorld w;
        const Pool pool = w.closed();
        const PoolPlan right = w.opening(pool);
        PASSES(w.play(right), "open");
        PASSES(w.play(right, [](Populated& t) { t.tx.lockTime += 1; }), "later");
        for (const std::uint64_t lock : {right.tx.lockTime - 1, std::uint64_t{0}, std::uint64_t{499'999'999'999}})
            REFUSED(w.play(right, [&](Populated& t) { t.tx.lockTime = lock; }), "before the end of the last");
        // Each figure with the state that it would make.
        const auto with = [&](std::uint64_t budget, std::int64_t end) {
            PoolPlan plan = right;
            plan.calls[0].arguments[5] = static_cast<std::int64_t>(budget);
            plan.calls[0].arguments[6] = end;
            reward::PoolState state = right.next;
            state.budget = {budget};
            state.cap = {budget / 10};
            state.left.fill({budget / 2});
            state.end = {end};
            return w.play(plan, [&](Populated& t) { continuedAs(t, pool, state); });
        };
        const std::uint64_t budget = right.next.budget.value;
        const std::int64_t end = right.next.end.value;
        PASSES(with(budget, end), "the same in full");
        PASSES(with(1, end), "a budget of one unit");
        REFUSED(with(budget + 1, end), "more than a quarter");
        REFUSED(with(0, end), "nothing");
        REFUSED(with(budget, end - 1), "less than a week");
        PASSES(with(budget, pool.state.end.value + reward::kMaxEpochMs), "a year");
        REFUSED(with(budget, pool.state.end.value + reward::kMaxEpochMs + 1), "more than a year");
        REFUSED(w.play(withArgument(right, 4, std::int64_t{120'000'001})), "more held than there is");
        REFUSED(w.play(withArgument(right, 4, std::int64_t{119'999'999})), "less held than there is");
        REFUSED(w.play(withArgument(right, 7, w.random.fixed<Hash256>().view())), "another root than the state's");
        for (const int field : {0, 1, 2, 3, 4}) {
            reward::PoolState state = right.next;
            if (field == 0) state.cap.value += 1;
            if (field == 1) state.left[3].value += 1;
            if (field == 2) state.epoch += 1;
            if (field == 3) state.phase = Phase::Claiming;
            if (field == 4) state.stewards = w.random.fixed<Hash256>();
            REFUSED(w.play(right, [&](Populated& t) { continuedAs(t, pool, state); }), "a state of one's own");
        }
        QCOMPARE(reward::open(pool, {w.holding(pool, 400)}, w.stewards, {0, 1}, {101}, right.next.end, {}).error().code,
                 std::string_view("reward.bad_budget"));
        QCOMPARE(reward::open(pool, {w.holding(pool, 400)}, w.stewards, {0, 1}, {100}, {end - 1}, {}).error().code,
                 std::string_view("reward.bad_end"));
        Pool idle = pool;
        idle.state.end = {0}; // would make lock times DAA scores
        QVERIFY(!w.play(must(reward::open(idle, {w.holding(idle, 400)}, w.stewards, {0, 1}, {100}, {reward::kMinEpochMs}, {}))));
    }
    void the_pools_tokens_never_leave_otherwise()
    {
        RewardWorld w;
        const Pool pool = w.closed();
        const Pool announced = w.after(pool, w.opening(pool));
        const auto bring = [&](Populated& t, std::size_t signedBy) {
            // A token of the pool's is brought along, to be taken by a transfer of the thief's own making.
            const token::Holding prey = w.holding(pool, 5'000'000);
            const token::State loot{{5'000'000}, token::Owner::key(w.stranger.key), {}, {}};
            auto calls = must(token::callsFor({{prey, {}, 0}}, {loot}));
            kaspa::Input input;
            input.previous = prey.outpoint;
            input.computeBudget = 10;
            input.signatureScript = must(contract::unsignedScript(calls[0]));
            const auto at = static_cast<std::uint16_t>(t.tx.inputs.size());
            t.tx.inputs.push_back(input);
            t.utxos.push_back(calls[0].spent);
            t.tx.outputs.push_back({token::kCarrier, kaspa::abi::scriptHashOf(must(token::redeemScriptOf(prey.program, loot))),
                                    kaspa::CovenantBinding{at, w.btai}});
            Q_UNUSED(signedBy);
        };
        for (const PoolPlan& plan :
             {must(reward::veto(announced, w.stewards, 0)), must(reward::rotate(announced, w.stewards, {0, 1}, w.heirs)),
              must(reward::claim(w.payable(announced), w.holding(pool, 90'000'000), w.tree(), 0, w.awards[0])),
              w.opening(pool, {90'000'000})}) {
            PASSES(w.play(plan), std::string(reward::poolStepName(plan.step)));
            REFUSED(w.play(plan, [&](Populated& t) { bring(t, 0); }),
                    std::string(reward::poolStepName(plan.step)) + " with a second token of the pool's");
        }
        // The leader of the tokens is called as the pool says, or not at all.
        const PoolPlan claim = must(reward::claim(w.payable(announced), w.holding(pool, 90'000'000), w.tree(), 0, w.awards[0]));
        const auto redirected = [&](std::vector<token::State> states) {
            PoolPlan plan = claim;
            const token::Holding from = w.holding(pool, 90'000'000);
            plan.calls[1] = must(token::callsFor({{from, {}, 0}}, states))[0];
            plan.calls[1].spent = claim.calls[1].spent;
            for (std::size_t i = 0; i < 2; ++i)
                plan.tx.outputs[1 + i].spk = kaspa::abi::scriptHashOf(must(token::redeemScriptOf(from.program, states[i])));
            return w.play(plan);
        };
        std::vector<token::State> states = claim.made;
        PASSES(redirected(states), "the same states");
        std::swap(states[0], states[1]);
        REFUSED(redirected(states), "swapped");
        states = claim.made;
        states[0].owner = token::Owner::key(w.stranger.key);
        REFUSED(redirected(states), "to another winner");
        states = claim.made;
        states[1].owner = token::Owner::key(w.stranger.key);
        REFUSED(redirected(states), "the rest to a stranger");
        states = claim.made;
        states[0].amount.value += 1;
        states[1].amount.value -= 1;
        REFUSED(redirected(states), "one unit more");
        states = claim.made;
        states[1].borrow = token::Borrow::above({0});
        REFUSED(redirected(states), "the rest lent to everyone");
        // The carriers stand.
        REFUSED(w.play(claim, [](Populated& t) { t.tx.outputs[1].value.value -= 1; }), "the winner's carrier");
        REFUSED(w.play(claim, [](Populated& t) { t.tx.outputs[2].value.value -= 1; }), "the pool's carrier");
        REFUSED(w.play(claim, [](Populated& t) { t.tx.outputs[0].value.value -= 1; }), "the pool's deposit");
    }
    void an_award_is_paid_once_as_published()
    {
        RewardWorld w;
        const Pool unpaid = w.announced();
        const Pool announced = w.payable(unpaid);
        const reward::AwardTree tree = w.tree();
        const token::Holding from = w.holding(announced, 120'000'000);
        const PoolPlan right = must(reward::claim(announced, from, tree, 0, w.awards[0]));
        PASSES(w.play(right), "claim");
        const PoolPlan first = must(reward::claim(unpaid, from, tree, 0, w.awards[0]));
        REFUSED(w.play(first, [](Populated& t) { t.tx.inputs[0].sequence -= 1; }), "before the three days are over");
        REFUSED(w.play(first, [](Populated& t) { t.tx.inputs[0].sequence = 0; }), "at once");
        Pool claiming = w.after(announced, right);
        reward::AwardTree after = tree;
        must(after.pay(0).map([] { return 0; }));
        PASSES(w.play(must(reward::claim(claiming, from, after, 1, w.awards[1]))), "another one, at once");
        QCOMPARE(reward::claim(claiming, from, after, 0, w.awards[0]).error().code, std::string_view("reward.paid"));
        // Forced: the spent place does not open as an award any more.
        PoolPlan again = must(reward::claim(claiming, from, after, 1, w.awards[1]));
        again.calls[0].arguments = right.calls[0].arguments;
        REFUSED(w.play(again), "the same award twice");
        again.calls[0].arguments[5] = after.path(0);
        REFUSED(w.play(again), "the same award twice, with today's path");

        for (std::size_t at = 0; at < 6; ++at) {
            PoolPlan other = right;
            Value& value = other.calls[0].arguments[at];
            if (auto* n = std::get_if<std::int64_t>(&value.v)) *n += 1;
            if (auto* bytes = std::get_if<Bytes>(&value.v)) bytes->back() ^= 1;
            REFUSED(w.play(other), "argument " + std::to_string(at) + " changed");
        }
        for (const std::int64_t index : {std::int64_t{-1}, std::int64_t{65'536}, std::int64_t{1} << 32})
            REFUSED(w.play(withArgument(right, 0, index)), "a place outside of the tree");
        for (const std::int64_t reason : {std::int64_t{-1}, std::int64_t{5}, std::int64_t{255}})
            REFUSED(w.play(withArgument(right, 3, reason)), "a reason that is not on the list");
        REFUSED(w.play(withArgument(right, 2, std::int64_t{0})), "an award of nothing");
        REFUSED(w.play(withArgument(right, 2, std::int64_t{-1})), "an award below nothing");
        // An inner node is no leaf: fifteen sisters and a node.
        Bytes shorter = tree.path(0);
        shorter.resize(480);
        REFUSED(w.play(withArgument(right, 5, shorter)), "a shorter path");
        Pool closed = announced;
        closed.state.phase = Phase::Closed;
        PoolPlan early = right;
        early.calls[0].spent = must(reward::utxoOf(closed));
        early.calls[0].redeemScript = must(reward::rotate(closed, w.stewards, {0, 1}, w.heirs)).calls[0].redeemScript;
        REFUSED(w.play(early), "in a closed pool");
    }
    void caps_hold_whoever_the_stewards_are()
    {
        // Stewards who publish what they like: the program pays no more than its bounds.
        RewardWorld w;
        const auto tries = [&](std::uint64_t amount, const std::function<void(reward::PoolState&)>& change) {
            w.awards[0].amount = {amount};
            const Pool pool = w.closed();
            Pool announced = w.payable(w.after(pool, w.opening(pool)));
            // What the C++ would refuse to build is built for a pool that allows it, and played to one that does not.
            Pool generous = announced;
            generous.state.cap = generous.state.budget = {1'000'000'000};
            generous.state.left.fill({1'000'000'000});
            PoolPlan plan = must(reward::claim(generous, w.holding(pool, 1'000'000'000), w.tree(), 0, w.awards[0]));
            change(announced.state);
            reward::PoolState next = announced.state;
            next.phase = Phase::Claiming;
            next.root = plan.next.root;
            next.budget.value -= amount;
            next.left[2].value -= amount;
            plan.calls[0].spent = must(reward::utxoOf(announced));
            plan.calls[0].redeemScript = must(reward::rotate(announced, w.stewards, {0, 1}, w.heirs)).calls[0].redeemScript;
            Pool after = announced;
            after.state = next;
            if (const auto utxo = reward::utxoOf(after)) plan.tx.outputs[0].spk = utxo->spk;
            return w.play(plan);
        };
        const std::uint64_t cap = 3'000'000; // a tenth of a quarter of 120,000,000
        PASSES(tries(cap, [](reward::PoolState&) {}), "the cap");
        REFUSED(tries(cap + 1, [](reward::PoolState&) {}), "over the cap of an award");
        PASSES(tries(cap, [&](reward::PoolState& s) { s.budget = {cap}; }), "the rest of the budget");
        REFUSED(tries(cap, [&](reward::PoolState& s) { s.budget = {cap - 1}; }), "over the budget");
        PASSES(tries(cap, [&](reward::PoolState& s) { s.left[2] = {cap}; }), "the rest of the reason");
        REFUSED(tries(cap, [&](reward::PoolState& s) { s.left[2] = {cap - 1}; }), "over the reason's cap");

        const Pool announced = w.announced();
        w.awards[0].amount = {cap + 1};
        Pool pool = announced;
        pool.state.root = w.tree().root();
        const auto error = reward::claim(pool, w.holding(pool, 1'000'000'000), w.tree(), 0, w.awards[0]);
        QVERIFY(!error);
        QCOMPARE(error.error().code, std::string_view("reward.over_cap"));
        QCOMPARE(error.error().args, std::vector<std::string>{"award"});
    }
    void epochs_pay_each_award_once_and_keep_the_sum()
    {
        const int epochs = qEnvironmentVariableIsSet("BT_LONG") ? 300 : 6;
        RewardWorld w(42);
        Pool pool = w.closed();
        std::uint64_t held = 4'000'000'000, paid = 0, given = held;
        int claims = 0, refused = 0;
        for (int e = 0; e < epochs; ++e) {
            const std::uint64_t gift = w.random.below(1'000'000);
            w.awards.clear();
            const std::uint64_t budget = (held + gift) / 4;
            const std::size_t count = 1 + w.random.below(40);
            for (std::size_t i = 0; i < count; ++i)
                w.awards.push_back({w.winner[w.random.below(2)].key,
                                    {1 + w.random.below(budget / 8)},
                                    static_cast<reward::Reason>(w.random.below(5)),
                                    w.random.fixed<Hash256>()});
            const PoolPlan open = gift > 0 ? w.opening(pool, {held, gift}) : w.opening(pool, {held});
            QVERIFY(w.play(open).has_value());
            given += gift;
            held += gift;
            pool = w.payable(w.after(pool, open));
            reward::AwardTree tree = w.tree(pool.state.epoch);
            std::uint64_t inEpoch = 0;
            for (std::size_t round = 0; round < 2 * count; ++round) {
                const auto index = static_cast<std::uint32_t>(w.random.below(count));
                const reward::Award& award = w.awards[index];
                const auto claim = reward::claim(pool, w.holding(pool, held), tree, index, award);
                if (!claim) {
                    ++refused;
                    continue;
                }
                QVERIFY(w.play(*claim).has_value());
                must(tree.pay(index).map([] { return 0; }));
                pool = w.after(pool, *claim);
                QCOMPARE(pool.state.root, tree.root());
                held -= award.amount.value;
                paid += award.amount.value;
                inEpoch += award.amount.value;
                ++claims;
            }
            QVERIFY(inEpoch <= budget);
            QCOMPARE(held + paid, given);
        }
        QVERIFY(claims > epochs && refused > epochs);
        qInfo("%d epochs: %d awards paid, %d refused", epochs, claims, refused);
    }
    void bad_awards_are_named()
    {
        RewardWorld w;
        QCOMPARE(reward::AwardTree::from(1, {}).error().code, std::string_view("reward.no_awards"));
        w.awards[1].amount = {0};
        const auto none = reward::AwardTree::from(1, w.awards);
        QCOMPARE(none.error().code, std::string_view("reward.bad_award"));
        QCOMPARE(none.error().args, std::vector<std::string>{"1"});
        QCOMPARE(must(reward::reasonFrom("open-work")), reward::Reason::OpenWork);
        QCOMPARE(reward::reasonFrom("praise").error().code, std::string_view("reward.unknown_reason"));
        reward::Stewards same = w.stewards;
        same.keys[1] = same.keys[0];
        QCOMPARE(reward::stewardsHash(same).error().code, std::string_view("reward.bad_stewards"));
    }
    void the_pool_is_handed_to_stewards_who_can_act()
    {
        RewardWorld w;
        const Pool pool = w.announced();
        const PoolPlan plan = must(reward::rotate(pool, w.stewards, {0, 1}, w.heirs));
        PASSES(w.play(plan), "handed over");
        QCOMPARE(plan.next.stewards, must(reward::stewardsHash(w.heirs)));
        const Pool theirs = w.after(pool, plan);
        QVERIFY(reward::veto(theirs, w.heirs, 1).has_value());
        QCOMPARE(reward::veto(theirs, w.stewards, 1).error().code, std::string_view("reward.stewards_mismatch"));
        // A pool that nobody could open again is not built.
        const auto refused = [&](const auto& change, const char* what) {
            reward::Stewards next = w.heirs;
            change(next);
            const auto built = reward::rotate(pool, w.stewards, {0, 1}, next);
            return !built && built.error().code == "reward.bad_stewards" && built.error().args == std::vector<std::string>{what};
        };
        QVERIFY(refused([](reward::Stewards& s) { s.keys.clear(); }, "keys"));
        QVERIFY(refused([](reward::Stewards& s) { s.keys[1] = s.keys[0]; }, "keys"));
        QVERIFY(refused([](reward::Stewards& s) { s.keys[0] = {}; }, "keys"));
        QVERIFY(refused([](reward::Stewards& s) { s.keys.resize(6, s.keys[0]); }, "keys"));
        QVERIFY(refused([](reward::Stewards& s) { s.needed = 0; }, "needed"));
        QVERIFY(refused([](reward::Stewards& s) { s.needed = 3; }, "needed"));
    }
#ifdef BT_ON_NODE
    void a_node_takes_every_entry()
    {
        const Taken taken;
        RewardWorld w;
        const Pool pool = w.closed();
        const PoolPlan open = w.opening(pool);
        PASSES(w.play(open), "open");
        const Pool announced = w.after(pool, open);
        PASSES(w.play(must(reward::veto(announced, w.stewards, 1))), "veto");
        PASSES(w.play(must(reward::rotate(announced, w.stewards, {1, 2}, w.heirs))), "rotate");
        PASSES(w.play(must(reward::gather(pool, {w.holding(pool, 5), w.holding(pool, 6)}, w.stewards, {0, 1}))), "gather");
        PASSES(w.play(must(reward::claim(w.payable(announced), w.holding(pool, 90'000'000), w.tree(), 0, w.awards[0]))), "claim");
    }
#endif
    void cleanupTestCase() { qInfo("%d attacks beside %d controls", m_attacks, m_controls); }
};

BT_CONTRACT_MAIN(TestRewardPool)
#include "tst_reward_pool.moc"
