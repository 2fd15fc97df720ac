// SPDX-License-Identifier: GPL-3.0-or-later
// The reward pool: epochs, vetoes, claims, other stewards, and the same award a second time.
#include "contract/town/town.h"

namespace bt::test {

using reward::Phase;
using reward::PoolPlan;
using reward::PoolStep;

Result<Deed> Town::poolDeed(const PoolPlan& plan)
{
    Deed deed;
    deed.name = "pool " + std::string(reward::poolStepName(plan.step));
    std::vector<kaspa::Utxo> utxos;
    for (std::size_t i = 0; i < plan.calls.size(); ++i) {
        utxos.push_back(plan.calls[i].spent);
        deed.calls.emplace_back(i, plan.calls[i]);
    }
    deed.pinned = plan.tx.outputs.size();
    deed.lineages = {m_pool->id};
    deed.from = due(m_pool->outpoint, plan.notBefore, plan.minAge);
    deed.tx = dressed(plan.tx, std::move(utxos), plan.toAdd, plan.surplus);
    deed.follow = [this, plan](const kaspa::Transaction& tx, const kaspa::TxId& id) -> std::string {
        const auto read = reward::readSpend(*m_pool, tx, id);
        if (!read || read->step != plan.step || !(read->next.state == plan.next)) return "the reader disagrees";
        if (read->index) {
            if (!m_paid.insert({m_pool->state.epoch, *read->index}).second) return "an award was paid twice";
            if (!m_tree->pay(*read->index)) return "an award was paid that was not open";
        }
        m_pool = read->next;
        return {};
    };
    return deed;
}

Result<Deed> Town::poolStep()
{
    const std::vector<token::Holding> ours = ofPool();
    const auto some = [&] {
        return std::vector<token::Holding>(ours.begin(), ours.begin() + std::min<std::ptrdiff_t>(3, std::ssize(ours)));
    };
    const std::vector<std::size_t> signers = random.below(2) ? std::vector<std::size_t>{0, 1} : std::vector<std::size_t>{0, 2};
    const bool payable = m_pool->state.phase != Phase::Closed;
    switch (random.below(payable ? 9 : 4)) {
    case 0:
    case 1: {
        std::uint64_t held = 0;
        for (const token::Holding& one : some()) held += one.state.amount.value;
        if (held < 400) return fail("town.no_token");
        const std::uint64_t budget = held / (4 + random.below(3));
        m_awards.clear();
        const std::size_t count = 2 + random.below(4);
        for (std::size_t i = 0; i < count; ++i)
            m_awards.push_back({one({&anna, &tina, &tom}).key,
                                {1 + random.below(budget / 9)},
                                static_cast<reward::Reason>(random.below(reward::kReasons)),
                                random.fixed<Hash256>()});
        BT_TRY(reward::AwardTree tree, reward::AwardTree::from(m_pool->state.epoch + 1, m_awards));
        const Millis end = m_pool->state.end.plus(reward::kMinEpochMs + static_cast<std::int64_t>(random.below(2) * 86'400'000));
        BT_TRY(const PoolPlan plan, reward::open(*m_pool, some(), m_stewards, signers, {budget}, end, tree.root()));
        BT_TRY(Deed deed, poolDeed(plan));
        // The tree of the running epoch stands until the new one is open.
        deed.follow = [this, tree, follow = deed.follow](const kaspa::Transaction& tx, const kaspa::TxId& id) {
            std::string wrong = follow(tx, id);
            m_tree = tree;
            return wrong;
        };
        return deed;
    }
    case 2: {
        BT_TRY(const PoolPlan plan, reward::gather(*m_pool, some(), m_stewards, signers));
        return poolDeed(plan);
    }
    case 3: {
        reward::Stewards next = m_stewards;
        next.salt = random.fixed<decltype(next.salt)>();
        BT_TRY(const PoolPlan plan, reward::rotate(*m_pool, m_stewards, signers, next));
        BT_TRY(Deed deed, poolDeed(plan));
        deed.follow = [this, next, follow = deed.follow](const kaspa::Transaction& tx, const kaspa::TxId& id) {
            m_stewards = next;
            return follow(tx, id);
        };
        return deed;
    }
    case 4: {
        BT_TRY(const PoolPlan plan, reward::veto(*m_pool, m_stewards, random.below(3)));
        if (random.below(3)) return fail("town.rarely");
        return poolDeed(plan);
    }
    default: {
        if (!m_tree || ours.empty() || m_awards.empty()) return fail("town.no_award");
        const auto index = static_cast<std::uint32_t>(random.below(m_awards.size()));
        BT_TRY(const PoolPlan plan, reward::claim(*m_pool, ours[0], *m_tree, index, m_awards[index]));
        BT_TRY(Deed deed, poolDeed(plan));
        m_lastClaim = deed;
        return deed;
    }
    }
}

//! The same award again: the transaction as it was, and its call on the pool as it is now, with today's path too.
std::string Town::claimAgain()
{
    if (!m_past.empty()) {
        if (m_chain.check(m_past[random.below(m_past.size())])) return "a transaction was taken twice";
        ++m_tally.refused["a replay"];
    }
    const std::vector<token::Holding> ours = ofPool();
    if (!m_tree || ours.empty() || m_pool->state.phase != Phase::Claiming) return {};
    for (std::uint32_t paid = 0; paid < m_awards.size(); ++paid) {
        if (!m_tree->paid(paid)) continue;
        // Any open award gives the shape of a claim; where none is open there is none to forge.
        for (std::uint32_t open = 0; open < m_awards.size(); ++open) {
            const auto shape = reward::claim(*m_pool, ours[0], *m_tree, open, m_awards[open]);
            if (!shape) continue;
            auto deed = poolDeed(*shape);
            auto& arguments = deed->calls[0].second.arguments;
            const reward::Award& award = m_awards[paid];
            arguments[0] = std::int64_t{paid};
            arguments[1] = award.winner.view();
            arguments[2] = static_cast<std::int64_t>(award.amount.value);
            arguments[3] = static_cast<std::int64_t>(award.reason);
            arguments[4] = award.evidence.view();
            arguments[5] = m_tree->path(paid);
            sign(*deed, deed->tx);
            if (m_chain.check(deed->tx)) return "an award was paid twice";
            ++m_tally.refused["an award a second time"];
            return {};
        }
    }
    return {};
}

} // namespace bt::test
