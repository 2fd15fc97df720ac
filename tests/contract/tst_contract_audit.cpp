// SPDX-License-Identifier: GPL-3.0-or-later
// An auditor's attacks on the pool, the anchor and the consent receipt, beside their controls: plans with hostile bytes,
// keys of zeros, numbers at the edge of their form, tokens of unusual owners, calls that our builders never write, and
// several programs in one transaction.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "audit_plans.h"
#endif

using namespace bt;
using namespace bt::test;
using profile::Anchor;
using profile::AnchorPlan;
using reward::Pool;

namespace {

using kaspa::abi::Value;

//! Input `i` of a transaction with a fee's coin in front and change as output 0.
template <typename T> void shifted(Populated& tx, const T& bound)
{
    std::rotate(tx.tx.inputs.begin(), tx.tx.inputs.end() - 1, tx.tx.inputs.end());
    std::rotate(tx.utxos.begin(), tx.utxos.end() - 1, tx.utxos.end());
    std::rotate(tx.tx.outputs.begin(), tx.tx.outputs.end() - 1, tx.tx.outputs.end());
    for (auto& output : tx.tx.outputs)
        if (output.covenant && output.covenant->id == bound) output.covenant->authorizingInput += 1;
}

} // namespace

class TestContractAudit : public QObject
{
    Q_OBJECT
    int m_attacks = 0;
    int m_controls = 0;

private slots:
    void hostile_plans_of_guardians_give_nobody_a_key()
    {
        ProfileWorld w;
        const Anchor a = w.anchor();
        const AnchorPlan right = must(profile::recover(a, w.guardians, {0, 1, 2}, w.fresh.key));
        const auto& keys = w.guardians.keys;
        PASSES(w.play(committed(right, a, guardianPlan(3, 36'000, keys))), "three of five");
        for (const int k : {0, 4, 5, 6, 127, 128, 129, 255})
            REFUSED(w.play(committed(right, a, guardianPlan(static_cast<std::uint8_t>(k), 36'000, keys))), "k = " + std::to_string(k));
        // Places of zeros, or of a key that no point has: nobody's signature fits, not even an empty one.
        XOnlyKey off;
        off.bytes.fill(0xff);
        for (const XOnlyKey& key : {XOnlyKey{}, off}) {
            auto one = keys;
            one[1] = key;
            REFUSED(w.play(committed(right, a, guardianPlan(3, 36'000, one))), "a place that is nobody's");
            AnchorPlan silent = committed(right, a, guardianPlan(3, 36'000, one));
            std::erase_if(silent.call.wanted, [&](const auto& slot) { return slot.offset == 65; });
            REFUSED(w.play(silent), "a place that is nobody's, unsigned");
        }
        for (const Bytes& cut : {Bytes{}, Bytes(184, 3), Bytes(186, 3)})
            REFUSED(w.play(committed(right, a, cut)), "a plan of another size");
        // Who writes one guardian twice has one who counts twice: her own doing, and our builder does not write it.
        profile::Guardians twice = w.guardians;
        twice.keys[1] = twice.keys[0];
        BT_REFUSED(profile::packGuardians(twice), "profile.bad_guardians");
        twice = w.guardians;
        twice.keys[4] = {};
        BT_REFUSED(profile::packGuardians(twice), "profile.bad_guardians");

        const Anchor r = w.recovering();
        const AnchorPlan finish = must(profile::finishRecovery(r, w.guardians));
        const auto delayed = [&](std::uint64_t delay, std::uint64_t waited) {
            AnchorPlan plan = committed(finish, r, guardianPlan(3, delay, keys));
            plan.tx.inputs[0].sequence = waited;
            return w.play(plan);
        };
        PASSES(delayed(36'000, 36'000), "a delay that is over");
        PASSES(delayed(100'000'000, 100'000'000), "the longest delay");
        const std::uint64_t top = std::uint64_t{1} << 63;
        for (const std::uint64_t delay :
             {std::uint64_t{100'000'001}, std::uint64_t{1} << 32, (std::uint64_t{1} << 32) + 5, top | 1, top | 36'000, ~std::uint64_t{0}})
            for (const std::uint64_t waited : {std::uint64_t{36'000}, delay & 0xffff'ffffU, delay})
                REFUSED(delayed(delay, waited), "a delay of " + std::to_string(delay));
        for (const std::uint64_t waited : {top | 36'000, std::uint64_t{1} << 32, std::uint64_t{35'999}, ~std::uint64_t{0}})
            REFUSED(delayed(36'000, waited), "a sequence of " + std::to_string(waited));
    }
    void a_recovery_for_nobody_waits_for_nobody()
    {
        // Guardians may ask that a key of zeros take over: the chain takes it, and it means that none waits.
        ProfileWorld w;
        const Anchor a = w.anchor();
        AnchorPlan plan = must(profile::recover(a, w.guardians, {0, 1, 2}, w.fresh.key));
        Anchor heir = a;
        heir.state.sequence += 1;
        plan.call.arguments[3] = XOnlyKey{}.view();
        plan.tx.outputs[0].spk = must(profile::utxoOf(heir)).spk;
        Populated tx;
        PASSES(w.play(plan, [&](Populated& t) { tx = t; }), "recover towards zeros");
        signCall(tx, 0, plan.call, w.people());
        const auto read = must(profile::readSpend(a, tx.tx, kaspa::transactionId(tx.tx)));
        QVERIFY(read.next && !read.next->state.pending);
        BT_REFUSED(profile::finishRecovery(*read.next, w.guardians), "profile.nothing_pending");
        QVERIFY(profile::recover(*read.next, w.guardians, {0, 1, 2}, w.fresh.key));
    }
    void an_anchor_is_read_wherever_it_stands()
    {
        ProfileWorld w;
        for (const NamedAnchorPlan& one : anchorPlans(w)) {
            Populated tx = w.dress(one.plan);
            shifted(tx, one.anchor.id);
            signCall(tx, 1, one.plan.call, w.people());
            PASSES(runInput(tx, 1), one.name + " as input 1");
            const auto read = must(profile::readSpend(one.anchor, tx.tx, kaspa::transactionId(tx.tx)));
            QCOMPARE(read.step, one.plan.step);
            QCOMPARE(read.next.has_value(), one.plan.next.has_value());
            if (read.next) {
                QCOMPARE(read.next->outpoint.index, 1U);
                QVERIFY(read.next->state == *one.plan.next);
                tx.tx.outputs[1].spk.version = 1;
                signCall(tx, 1, one.plan.call, w.people());
                REFUSED(runInput(tx, 1), one.name + " into a script that anyone spends");
            }
        }
    }
    void two_anchors_share_a_transaction_but_no_heir()
    {
        ProfileWorld w;
        const Anchor a = w.anchor(), b = w.anchor();
        const auto hash = [&] { return w.random.fixed<Hash256>(); };
        const AnchorPlan one = must(profile::update(a, hash(), hash())), two = must(profile::update(b, hash(), hash()));
        const auto both = [&](const std::function<void(Populated&)>& change) {
            Populated tx{one.tx, {one.call.spent, two.call.spent}};
            tx.tx.inputs.push_back(two.tx.inputs[0]);
            tx.tx.outputs.push_back(two.tx.outputs[0]);
            tx.tx.outputs[1].covenant->authorizingInput = 1;
            addFee(tx, w.random, w.payer, {}, {});
            if (change) change(tx);
            signCall(tx, 0, one.call, w.people());
            signCall(tx, 1, two.call, w.people());
            return runInputs(tx, 2);
        };
        PASSES(both({}), "each its own heir");
        REFUSED(both([](Populated& t) { t.tx.outputs.erase(t.tx.outputs.begin() + 1); }), "one heir for both");
        REFUSED(both([&](Populated& t) { t.tx.outputs[1].covenant = kaspa::CovenantBinding{0, a.id}; }), "two heirs of one");
        REFUSED(both([](Populated& t) { std::swap(t.tx.outputs[0].spk, t.tx.outputs[1].spk); }), "each the other's state");
    }
    void an_expired_receipt_cannot_borrow_the_output_of_another_program()
    {
        ProfileWorld w;
        consent::Terms terms{"did:key:zGranter", "did:key:zGrantee", "Session notes", {}};
        terms.salt(w.random);
        const auto state = must(consent::makeState(terms, {1'800'000'000'000}, w.owner.key));
        auto receipt = must(consent::grant(state, {w.random.fixed<kaspa::TxId>(), 1})).receipt;
        if (ground != nullptr) receipt.id = ground->lineage(); // expiring does not prove its birth
        receipt.outpoint.id = w.random.fixed<kaspa::TxId>();
        standAt(receipt.outpoint, consent::utxoOf(receipt));
        const auto plan = must(consent::expire(receipt));
        PASSES(w.play(plan), "expire");
        REFUSED(w.play(plan, [](Populated& t) { t.tx.outputs[0].spk.version = 1; }), "home in another version");
        REFUSED(w.play(plan, [](Populated& t) { t.tx.inputs[0].sequence = ~std::uint64_t{0}; }), "final");
        for (const std::uint64_t time : {std::uint64_t{0}, std::uint64_t{499'999'999'999}, std::uint64_t{400'000'000}})
            REFUSED(w.play(plan, [&](Populated& t) { t.tx.lockTime = time; }), "a DAA score in place of a time");
        // With an anchor whose heir would have to be output 0 too: there is no output that both accept.
        const Anchor a = w.anchor();
        const AnchorPlan update = must(profile::update(a, {}, {}));
        Populated tx = w.dress(plan);
        tx.tx.inputs.insert(tx.tx.inputs.begin() + 1, update.tx.inputs[0]);
        tx.utxos.insert(tx.utxos.begin() + 1, update.call.spent);
        tx.tx.outputs.insert(tx.tx.outputs.begin() + 1, update.tx.outputs[0]);
        tx.tx.outputs[1].covenant->authorizingInput = 1;
        const auto run = [&](Populated& t) {
            signCall(t, 0, plan.call, w.people());
            signCall(t, 1, update.call, w.people());
            return runInputs(t, 2);
        };
        PASSES(run(tx), "receipt and anchor, each with its output");
        Populated shared = tx;
        shared.tx.outputs.erase(shared.tx.outputs.begin());
        REFUSED(run(shared), "the anchor's output alone");
        shared = tx;
        shared.tx.outputs.erase(shared.tx.outputs.begin() + 1);
        REFUSED(run(shared), "the receipt's output alone");
        // Whoever pushes may bind the home-coming coin to a lineage of his own: it stays a plain coin of hers.
        const std::uint32_t home[] = {0};
        Populated marked = w.dress(plan);
        if (ground != nullptr) ground->stand(marked); // the id is told by the coin's name
        must(kaspa::bindGenesis(marked.tx, 1, home));
        signCall(marked, 0, plan.call, w.people());
        PASSES(runInput(marked), "home under a stranger's id");
        QCOMPARE(must(consent::readSpend(receipt, marked.tx)), consent::Step::Expire);
    }
    void hostile_plans_of_stewards_give_nobody_the_pool()
    {
        RewardWorld w;
        const Pool pool = w.announced();
        std::vector<XOnlyKey> keys(5);
        for (std::size_t i = 0; i < 3; ++i) keys[i] = w.steward[i].key;
        const PoolPlan rotate = must(reward::rotate(pool, w.stewards, {0, 2}, w.heirs));
        const auto as = [&](std::uint8_t k, const std::vector<XOnlyKey>& places) {
            PoolPlan plan = committed(rotate, pool, stewardPlan(k, places));
            Pool heir = pool;
            heir.state = rotate.next; // who takes over is as the argument says
            plan.tx.outputs[0].spk = must(reward::utxoOf(heir)).spk;
            return plan;
        };
        PASSES(w.play(as(2, keys)), "two of three");
        for (const int k : {0, 3, 5, 127, 128, 129, 130, 255})
            REFUSED(w.play(as(static_cast<std::uint8_t>(k), keys)), "k = " + std::to_string(k));
        XOnlyKey off;
        off.bytes.fill(0xff);
        for (const XOnlyKey& key : {XOnlyKey{}, off}) {
            auto one = keys;
            one[2] = key;
            REFUSED(w.play(as(2, one)), "a place that is nobody's");
        }
        PoolPlan empty = withArgument(as(2, keys), 2, std::int64_t{0b01001});
        REFUSED(w.play(empty), "an empty place");
        for (const std::int64_t who : {std::int64_t{-5}, std::int64_t{-1}, std::int64_t{0}, std::int64_t{32}, std::int64_t{0b100000 + 1}})
            REFUSED(w.play(withArgument(as(2, keys), 2, who)), "who = " + std::to_string(who));
        for (const int why : {-1, 4, 5, 128, 256}) REFUSED(w.play(withArgument(as(2, keys), 0, why)), "why = " + std::to_string(why));
        for (const Bytes& cut : {Bytes{}, Bytes(176, 2), Bytes(178, 2)})
            REFUSED(w.play(withArgument(committed(rotate, pool, cut), 2, std::int64_t{0})), "a plan of another size");
        reward::Stewards twice = w.stewards;
        twice.keys[1] = twice.keys[0];
        BT_REFUSED(reward::stewardsHash(twice), "reward.bad_stewards");
    }
    void gifts_are_gathered_and_nothing_else()
    {
        RewardWorld w;
        Pool pool = w.closed();
        const std::vector<token::Holding> gifts{w.holding(pool, 5), w.holding(pool, 70'000'000), w.holding(pool, 1)};
        const PoolPlan plan = must(reward::gather(pool, gifts, w.stewards, {0, 1}));
        QVERIFY(plan.next == pool.state);
        Populated tx;
        PASSES(w.play(plan, [&](Populated& t) { tx = t; }), "three gifts become one");
        for (std::size_t i = 0; i < plan.calls.size(); ++i) signCall(tx, i, plan.calls[i], w.people());
        const auto read = must(reward::readSpend(pool, tx.tx, kaspa::transactionId(tx.tx)));
        QVERIFY(read.step == reward::PoolStep::Gather && read.next.state == pool.state);
        REFUSED(w.play(plan, {}, &w.stranger), "by a stranger");
        REFUSED(w.play(withArgument(plan, 2, std::int64_t{1})), "by one of the two");
        REFUSED(w.play(withArgument(plan, 4, std::int64_t{70'000'005})), "less than they hold");
        REFUSED(w.play(withArgument(plan, 4, std::int64_t{70'000'007})), "more than they hold");
        REFUSED(w.play(withArgument(plan, 0, 2)), "as a hand-over");
        REFUSED(w.play(plan, [](Populated& t) { t.tx.outputs[1].value.value -= 1; }), "without the carrier");
        REFUSED(w.play(plan, [](Populated& t) { t.tx.outputs[0].value.value -= 1; }), "the pool's deposit");
        const auto state = [&](const token::State& made) {
            return [&, made](Populated& t) {
                t.tx.outputs[1].spk = kaspa::abi::scriptHashOf(must(token::redeemScriptOf(gifts[0].program, made)));
            };
        };
        REFUSED(w.play(plan, state({{70'000'006}, token::Owner::key(w.stranger.key), {}, {}})), "to a stranger");
        REFUSED(w.play(plan, state({{70'000'006}, token::Owner::covenant(w.btai), {}, {}})), "to another lineage");
        for (const reward::Phase phase : {reward::Phase::Announced, reward::Phase::Claiming}) {
            Pool other = w.after(pool, w.opening(pool));
            other.state.phase = phase;
            PoolPlan there = plan;
            reward::Pool heir = other;
            there.next = other.state;
            there.calls[0].spent = must(reward::utxoOf(other));
            there.calls[0].redeemScript = must(reward::rotate(other, w.stewards, {0, 1}, w.heirs)).calls[0].redeemScript;
            there.tx.outputs[0].spk = must(reward::utxoOf(heir)).spk;
            if (phase == reward::Phase::Announced) {
                BT_REFUSED(reward::gather(other, gifts, w.stewards, {0, 1}), "reward.wrong_phase");
                REFUSED(w.play(there), "in the days of challenge: their clock would start anew");
            } else {
                PASSES(w.play(there), "while awards are claimed");
                other.state.budget = {1};
                there.tx.outputs[0].spk = must(reward::utxoOf(other)).spk;
                REFUSED(w.play(there), "with another budget after it");
            }
        }
    }
    void an_award_to_no_key_is_followed_like_any_other()
    {
        // Stewards may publish what our tree refuses, and the program does not look at keys: the tokens are lost, but not
        // the pool, whose next state every reader must find.
        RewardWorld w;
        w.awards.resize(1);
        XOnlyKey off;
        off.bytes.fill(0xff);
        reward::Award lost = w.awards[0];
        lost.winner = off;
        QCOMPARE(reward::AwardTree::from(1, {lost}).error().code, std::string_view("reward.bad_award"));
        Pool pool = w.payable(w.announced());
        const PoolPlan right = must(reward::claim(pool, w.holding(pool, 90'000'000), w.tree(), 0, w.awards[0]));
        const auto leafOf = [](const reward::Award& award) {
            Bytes said{0};
            appendLe(said, std::uint64_t{1});
            said.resize(said.size() + 3);
            append(said, award.winner.view());
            appendLe(said, award.amount.value);
            said.push_back(static_cast<std::uint8_t>(award.reason));
            append(said, award.evidence.view());
            return crypto::blake3(said);
        };
        const Bytes path = w.tree().path(0);
        const auto rootOf = [&](Hash256 node) {
            for (std::size_t at = 0; at < path.size(); at += 32) {
                Bytes said{1};
                append(said, node.view());
                append(said, ByteView(path).subspan(at, 32));
                node = crypto::blake3(said);
            }
            return node;
        };
        QCOMPARE(rootOf(leafOf(w.awards[0])), pool.state.root);
        const auto claimed = [&](const reward::Award& award, Populated& out) {
            PoolPlan plan = right;
            pool.state.root = rootOf(leafOf(award));
            standAt(pool.outpoint, reward::utxoOf(pool));
            plan.tx.inputs[0].previous = pool.outpoint;
            plan.calls[0].spent = must(reward::utxoOf(pool));
            plan.calls[0].redeemScript = must(reward::rotate(pool, w.stewards, {0, 1}, w.heirs)).calls[0].redeemScript;
            plan.calls[0].arguments[1] = bytesOf(award.winner.view());
            plan.made[0].owner = token::Owner::key(award.winner);
            plan.calls[1].arguments = must(token::callsFor({{w.holding(pool, 90'000'000), {}, 0}}, plan.made))[0].arguments;
            plan.tx.outputs[1].spk = kaspa::abi::scriptHashOf(must(token::redeemScriptOf(w.holding(pool, 1).program, plan.made[0])));
            plan.next.root = rootOf(reward::paidLeaf(leafOf(award)));
            Pool heir = pool;
            heir.state = plan.next;
            plan.tx.outputs[0].spk = must(reward::utxoOf(heir)).spk;
            out = w.dress(plan);
            for (std::size_t i = 0; i < plan.calls.size(); ++i) signCall(out, i, plan.calls[i], w.people());
            return runInputs(out, plan.calls.size());
        };
        for (const reward::Award& award : {w.awards[0], lost}) {
            Populated tx;
            PASSES(claimed(award, tx), "the chain pays it");
            const auto read = must(reward::readSpend(pool, tx.tx, kaspa::transactionId(tx.tx)));
            QVERIFY(read.award == award && read.next.state.root == rootOf(reward::paidLeaf(leafOf(award))));
        }
    }
    void awards_at_the_edges_of_their_numbers()
    {
        // Eight-byte and three-byte forms carry a sign bit; the last places and the largest sums must not run into it.
        RewardWorld w;
        constexpr std::uint64_t large = 0x00ff'ffff'ffff'fff8; // the largest eighth of a supply that the sums allow
        w.awards.assign(reward::kMaxAwards, {w.winner[0].key, {1}, reward::Reason::OpenWork, {}});
        for (const std::uint64_t amount :
             {std::uint64_t{1}, std::uint64_t{0x80}, std::uint64_t{0x8000}, std::uint64_t{0x7fff'ffff}, std::uint64_t{0x8000'0000}})
            w.awards[w.awards.size() - 1 - amount % 7] = {
                w.winner[1].key, {amount}, reward::Reason::Supervision, w.random.fixed<Hash256>()};
        for (const std::uint64_t epoch : {std::uint64_t{1}, std::uint64_t{0x80}, std::uint64_t{0x7fff'ffff'ffff'ffff}}) {
            Pool pool = w.announced();
            const reward::AwardTree tree = w.tree(epoch);
            pool.state.epoch = epoch;
            pool.state.root = tree.root();
            pool.state.budget = {large};
            pool.state.cap = {large / 10};
            pool.state.left.fill({large / 2});
            pool = w.payable(pool);
            for (const std::uint32_t index :
                 {0U, 1U, 127U, 128U, 255U, 256U, 32'767U, 32'768U, 65'529U, 65'530U, 65'531U, 65'533U, 65'534U, 65'535U}) {
                const PoolPlan plan = must(reward::claim(pool, w.holding(pool, large), tree, index, w.awards[index]));
                Populated tx;
                PASSES(w.play(plan, [&](Populated& t) { tx = t; }), "award " + std::to_string(index));
                signCall(tx, 0, plan.calls[0], w.people());
                const auto read = must(reward::readSpend(pool, tx.tx, kaspa::transactionId(tx.tx)));
                QVERIFY(read.next.state == plan.next && *read.award == w.awards[index]);
                for (const std::int64_t other : {std::int64_t{index} + 65'536, -std::int64_t{index} - 1, std::int64_t{index ^ 0x8000U}})
                    REFUSED(w.play(withArgument(plan, 0, other)), "the place " + std::to_string(other));
                REFUSED(w.play(withArgument(plan, 2, static_cast<std::int64_t>(w.awards[index].amount.value) + 1)), "one more");
                REFUSED(w.play(withArgument(plan, 2, -static_cast<std::int64_t>(w.awards[index].amount.value))), "below nothing");
            }
        }
    }
    void the_pool_pays_from_any_token_of_its_own_and_reads_any_order()
    {
        RewardWorld w;
        const Pool pool = w.payable(w.announced());
        const reward::AwardTree tree = w.tree();
        token::Holding odd = w.holding(pool, 2'500'001);
        odd.state.borrow = token::Borrow::above({0});
        const PoolPlan plan = must(reward::claim(pool, odd, tree, 1, w.awards[1]));
        PASSES(w.play(plan), "a gift that others may add to");
        // The change before the tokens: only the pool's own output has a place.
        PoolPlan moved = plan;
        moved.tx.outputs.insert(moved.tx.outputs.begin() + 1, {kas(1), kaspa::payToPublicKey(w.payer.key.view()), std::nullopt});
        Populated tx;
        PASSES(w.play(moved, [&](Populated& t) { tx = t; }), "an output between");
        for (std::size_t i = 0; i < moved.calls.size(); ++i) signCall(tx, i, moved.calls[i], w.people());
        QVERIFY(must(reward::readSpend(pool, tx.tx, kaspa::transactionId(tx.tx))).next.state == plan.next);
        for (const std::size_t at : {std::size_t{0}, std::size_t{1}, std::size_t{2}})
            REFUSED(w.play(plan, [&](Populated& t) { t.tx.outputs[at].spk.version = 1; }),
                    "output " + std::to_string(at) + " of another version");
        const Pool unpaid = w.announced(); // its first payment is the one that waits
        const PoolPlan first = must(reward::claim(unpaid, w.holding(unpaid, 2'500'001), tree, 1, w.awards[1]));
        PASSES(w.play(first), "after the challenge");
        REFUSED(w.play(first, [](Populated& t) { t.tx.inputs[0].sequence |= std::uint64_t{1} << 63; }), "the challenge switched off");
        REFUSED(w.play(first, [](Populated& t) { t.tx.inputs[0].sequence = std::uint64_t{1} << 32; }), "an age that wraps");
        // An award of all that the token holds would leave the pool's change without an amount.
        BT_REFUSED(reward::claim(pool, w.holding(pool, 2'500'000), tree, 1, w.awards[1]), "token.not_enough");
        // Two pools cannot be paid from one transaction: both want to be input 0.
        Populated two = w.dress(plan);
        std::swap(two.tx.inputs[0], two.tx.inputs.back());
        std::swap(two.utxos[0], two.utxos.back());
        two.tx.outputs[0].covenant->authorizingInput = static_cast<std::uint16_t>(two.tx.inputs.size() - 1);
        signCall(two, two.tx.inputs.size() - 1, plan.calls[0], w.people());
        REFUSED(runInput(two, two.tx.inputs.size() - 1), "behind another input");
    }
    void cleanupTestCase() { qInfo("%d attacks refused beside %d controls", m_attacks, m_controls); }
};
BT_CONTRACT_MAIN(TestContractAudit)
#include "tst_contract_audit.moc"
