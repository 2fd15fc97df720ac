// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A naive wallet to hold the real one against: it keeps all blocks and works everything out anew each time.
#pragma once

#include "chain_fixture.h"

namespace bt::test {

using namespace bt::kaspa;
using namespace bt::ledger;

//! Everything that a wallet should know, worked out from the blocks alone.
struct Model {
    std::set<ScriptPublicKey> ours;
    BlockHash place;
    std::vector<AcceptedBlock> chain;
    std::vector<Transaction> waiting;
    std::set<TxId> fell, told;

    [[nodiscard]] std::map<Outpoint, std::uint64_t> owned() const // by anything that is accepted or waits
    {
        std::map<Outpoint, std::uint64_t> out;
        const auto add = [&](const Transaction& tx) {
            const TxId id = transactionId(tx);
            for (std::uint32_t i = 0; i < tx.outputs.size(); ++i)
                if (ours.contains(tx.outputs[i].spk)) out[{id, i}] = tx.outputs[i].value.value;
        };
        for (const auto& b : chain)
            for (const auto& tx : b.txs) add(tx.tx);
        for (const auto& tx : waiting) add(tx);
        return out;
    }
    [[nodiscard]] bool touches(const Transaction& tx) const
    {
        const auto mine = owned();
        return std::ranges::any_of(tx.outputs, [&](const Output& o) { return ours.contains(o.spk); }) ||
               std::ranges::any_of(tx.inputs, [&](const Input& i) { return mine.contains(i.previous); });
    }
    void drop(const TxId& id)
    {
        std::erase_if(waiting, [&](const Transaction& tx) { return transactionId(tx) == id; });
        std::vector<TxId> next;
        for (const auto& tx : waiting)
            if (std::ranges::any_of(tx.inputs, [&](const Input& i) { return i.previous.id == id; })) next.push_back(transactionId(tx));
        for (const TxId& child : next) drop(child);
    }
    void take(const AcceptedBlock& block)
    {
        for (const auto& tx : block.txs) {
            const auto mine = owned();
            std::vector<TxId> dead;
            for (const auto& w : waiting) {
                if (transactionId(w) == tx.id) continue;
                for (const auto& in : w.inputs)
                    if (mine.contains(in.previous) &&
                        std::ranges::any_of(tx.tx.inputs, [&](const Input& i) { return i.previous == in.previous; }))
                        dead.push_back(transactionId(w));
            }
            for (const TxId& id : dead) drop(id);
            std::erase_if(waiting, [&](const Transaction& w) { return transactionId(w) == tx.id; });
            fell.erase(tx.id);
        }
        chain.push_back(block);
    }
    void giveBack()
    {
        const AcceptedBlock block = chain.back();
        std::vector<Transaction> back;
        for (const auto& tx : block.txs)
            if (touches(tx.tx)) {
                fell.insert(tx.id);
                if (!tx.tx.inputs.empty()) back.push_back(tx.tx);
            }
        chain.pop_back();
        waiting.insert(waiting.end(), back.begin(), back.end());
        for (const auto& tx : block.txs)
            if (tx.tx.inputs.empty()) drop(tx.id);
    }
    //! Goes where the wallet went.
    void follow(const ChainNode& node, const BlockHash& to)
    {
        std::vector<BlockHash> path;
        BlockHash at = to;
        const auto on = [&](const BlockHash& h) { return h.isZero() || std::ranges::find(chain, h, &AcceptedBlock::hash) != chain.end(); };
        while (!on(at)) {
            path.push_back(at);
            at = node.parent.at(at);
        }
        while (!chain.empty() && chain.back().hash != at) giveBack();
        for (auto it = path.rbegin(); it != path.rend(); ++it) take(node.everything.at(*it));
        place = to;
    }
    struct View {
        std::map<Outpoint, bool> coins; //!< confirmed
        std::uint64_t confirmed = 0, pending = 0;
        std::map<TxId, std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>> history; //!< daa, received, spent
        auto operator<=>(const View&) const = default;
    };
    [[nodiscard]] View view() const
    {
        View out;
        const auto mine = owned();
        std::set<Outpoint> gone;
        for (const auto& b : chain)
            for (const auto& tx : b.txs)
                for (const auto& in : tx.tx.inputs) gone.insert(in.previous);
        for (const auto& tx : waiting)
            for (const auto& in : tx.inputs) gone.insert(in.previous);
        for (const auto& b : chain)
            for (const auto& tx : b.txs) {
                std::uint64_t received = 0, spent = 0;
                bool touched = false;
                for (std::uint32_t i = 0; i < tx.tx.outputs.size(); ++i) {
                    if (!mine.contains({tx.id, i})) continue;
                    received += tx.tx.outputs[i].value.value;
                    touched = true;
                    if (gone.contains({tx.id, i})) continue;
                    out.coins[{tx.id, i}] = true;
                    out.confirmed += tx.tx.outputs[i].value.value;
                }
                for (const auto& in : tx.tx.inputs)
                    if (const auto it = mine.find(in.previous); it != mine.end()) {
                        spent += it->second;
                        touched = true;
                    }
                if (touched) out.history[tx.id] = {b.daaScore, received, spent};
            }
        for (const auto& tx : waiting) {
            const TxId id = transactionId(tx);
            for (std::uint32_t i = 0; i < tx.outputs.size(); ++i) {
                if (!mine.contains({id, i}) || gone.contains({id, i})) continue;
                out.coins[{id, i}] = false;
                out.pending += tx.outputs[i].value.value;
            }
        }
        return out;
    }
};

inline Model::View viewOf(const Wallet& w)
{
    Model::View out;
    const auto coins = w.coins();
    const auto balance = w.balance();
    const auto history = w.history(10'000);
    for (const Coin& coin : *coins) out.coins[coin.outpoint] = coin.state != CoinState::Pending;
    out.confirmed = balance->confirmed.value + balance->reserved.value;
    out.pending = balance->pending.value;
    for (const WalletTx& tx : *history) out.history[tx.id] = {tx.daaScore, tx.received.value, tx.spent.value};
    return out;
}

} // namespace bt::test
