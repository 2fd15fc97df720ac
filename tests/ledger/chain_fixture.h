// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A node whose chain and mempool a test moves by hand: blocks, reorgs, pruning, squatters. It judges double spends,
//! fees and replacements as kaspad's mempool does, and no scripts. One thread.
#pragma once

#include "kaspa/bip32.h"
#include "kaspa/hashing.h"
#include "kaspa/mass.h"
#include "ledger/wallet.h"
#include "practice_fixture.h"

#include <algorithm>
#include <map>
#include <set>

namespace bt::test {

class ChainNode final : public ledger::Node
{
public:
    using TxId = kaspa::TxId;
    using Deadline = bt::Deadline;
    template <typename T> using R = Result<T>;

    std::size_t pageBlocks = 500;
    bool repeatLastPage = false;     //!< the next chain() says the same again
    std::size_t keptFrom = 0;        //!< blocks below this index are pruned
    bool forgetPlaces = false;       //!< every cursor but zero is unknown, once
    std::optional<Error> nextSubmit; //!< answered once instead of judging
    std::set<TxId> remembered;       //!< says yes to these whatever became of them, as kaspad does after a reorg
    int submits = 0, replacements = 0;

    // The world.
    const ledger::AcceptedBlock& mine(std::vector<kaspa::Transaction> txs)
    {
        ledger::AcceptedBlock b;
        Bytes hash(32, 0);
        const std::uint64_t n = ++m_serial;
        for (std::size_t i = 0; i < 8; ++i) hash[i] = static_cast<std::uint8_t>(n >> (8 * i));
        hash[31] = 0xb1;
        b.hash = *ledger::BlockHash::from(hash);
        b.daaScore = 1'000 + chainBlocks.size() * 10;
        b.time = kNoon.plus(static_cast<std::int64_t>(chainBlocks.size()) * 1'000);
        for (auto& tx : txs) {
            const TxId id = kaspa::transactionId(tx);
            std::erase_if(mempool, [&](const ledger::MempoolTx& m) { return m.id == id || conflicts(m.tx, tx); });
            b.txs.push_back({id, std::move(tx)});
        }
        parent[b.hash] = chainBlocks.empty() ? ledger::BlockHash{} : chainBlocks.back().hash;
        everything[b.hash] = b;
        chainBlocks.push_back(std::move(b));
        return chainBlocks.back();
    }
    void mineMempool()
    {
        std::vector<kaspa::Transaction> txs;
        for (const auto& m : mempool) txs.push_back(m.tx);
        mine(std::move(txs));
    }
    //! Takes the newest blocks away. \returns their transactions, oldest first; coinbases are not among them.
    std::vector<kaspa::Transaction> fall(std::size_t depth)
    {
        std::vector<kaspa::Transaction> out;
        depth = std::min(depth, chainBlocks.size());
        for (auto it = chainBlocks.end() - static_cast<std::ptrdiff_t>(depth); it != chainBlocks.end(); ++it)
            for (auto& tx : it->txs)
                if (!tx.tx.inputs.empty()) out.push_back(tx.tx);
        chainBlocks.resize(chainBlocks.size() - depth);
        return out;
    }
    std::vector<ledger::AcceptedBlock> chainBlocks;
    std::vector<ledger::MempoolTx> mempool;
    std::map<ledger::BlockHash, ledger::BlockHash> parent; //!< of every block there ever was
    std::map<ledger::BlockHash, ledger::AcceptedBlock> everything;

    static bool conflicts(const kaspa::Transaction& a, const kaspa::Transaction& b)
    {
        for (const auto& x : a.inputs)
            for (const auto& y : b.inputs)
                if (x.previous == y.previous) return true;
        return false;
    }
    [[nodiscard]] std::map<kaspa::Outpoint, kaspa::Utxo> utxoSet() const
    {
        std::map<kaspa::Outpoint, kaspa::Utxo> out;
        for (const auto& b : chainBlocks)
            for (const auto& tx : b.txs) {
                for (const auto& in : tx.tx.inputs) out.erase(in.previous);
                for (std::uint32_t i = 0; i < tx.tx.outputs.size(); ++i) {
                    const auto& o = tx.tx.outputs[i];
                    kaspa::Utxo utxo{o.value, o.spk, b.daaScore, tx.tx.inputs.empty(), {}};
                    if (o.covenant) utxo.covenant = o.covenant->id;
                    out[{tx.id, i}] = utxo;
                }
            }
        return out;
    }

    // The port.
    R<ledger::NodeInfo> info(const Deadline&) override
    {
        ledger::NodeInfo out;
        out.network = "simnet";
        out.addressPrefix = "kaspasim";
        out.daaScore = 1'000 + chainBlocks.size() * 10;
        if (keptFrom > 0) out.prunedBelow = chainBlocks[keptFrom].daaScore;
        return out;
    }
    R<TxId> submit(const kaspa::Transaction& tx, const Deadline&) override
    {
        ++submits;
        return take(tx, false);
    }
    R<TxId> submitReplacement(const kaspa::Transaction& tx, const Deadline&) override
    {
        ++replacements;
        return take(tx, true);
    }
    R<std::vector<ledger::UtxoEntry>> utxos(const std::vector<kaspa::ScriptPublicKey>& scripts, const Deadline&) override
    {
        std::vector<ledger::UtxoEntry> out;
        for (const auto& [at, utxo] : utxoSet())
            if (std::ranges::find(scripts, utxo.spk) != scripts.end()) out.push_back({at, utxo});
        return out;
    }
    R<std::optional<kaspa::Utxo>> utxo(const kaspa::Outpoint& at, const Deadline&) override
    {
        const auto set = utxoSet();
        const auto it = set.find(at);
        return it == set.end() ? std::optional<kaspa::Utxo>() : std::optional(it->second);
    }
    R<std::optional<ledger::MempoolTx>> mempoolTx(const TxId& id, const Deadline&) override
    {
        const auto it = std::ranges::find(mempool, id, &ledger::MempoolTx::id);
        return it == mempool.end() ? std::optional<ledger::MempoolTx>() : std::optional(*it);
    }
    R<std::optional<ledger::MempoolTx>> mempoolSpender(const kaspa::Outpoint& at, const kaspa::ScriptPublicKey&, const Deadline&) override
    {
        for (const auto& m : mempool)
            for (const auto& in : m.tx.inputs)
                if (in.previous == at) return std::optional(m);
        return std::optional<ledger::MempoolTx>();
    }
    R<ledger::ChainPage> chain(const ledger::BlockHash& cursor, const Deadline&) override
    {
        if (repeatLastPage) {
            repeatLastPage = false;
            if (!m_last.cursor.isZero()) return m_last;
        }
        if (forgetPlaces && !cursor.isZero()) {
            forgetPlaces = false;
            return fail("node.unknown_block");
        }
        ledger::ChainPage page;
        auto at = cursor;
        std::size_t next = keptFrom;
        while (!at.isZero()) {
            const auto it = std::ranges::find(chainBlocks, at, &ledger::AcceptedBlock::hash);
            if (it != chainBlocks.end()) {
                next = static_cast<std::size_t>(it - chainBlocks.begin()) + 1;
                if (next < keptFrom) return fail("node.unknown_block");
                break;
            }
            page.removed.push_back(at);
            at = parent.at(at);
            if (at.isZero()) next = 0;
        }
        page.cursor = at;
        for (; next < chainBlocks.size() && page.added.size() < pageBlocks; ++next) page.added.push_back(chainBlocks[next]);
        if (!page.added.empty()) page.cursor = page.added.back().hash;
        page.more = next < chainBlocks.size();
        m_last = page;
        return page;
    }

private:
    static std::uint64_t grams(const kaspa::Transaction& tx)
    {
        auto m = kaspa::nonContextualMasses(tx);
        m.storage = tx.storageMass;
        return m.largest();
    }
    R<TxId> take(const kaspa::Transaction& tx, bool replace)
    {
        if (nextSubmit) {
            auto why = *std::exchange(nextSubmit, std::nullopt);
            return tl::unexpected(why);
        }
        const TxId id = kaspa::transactionId(tx);
        if (remembered.contains(id)) return id;
        if (std::ranges::find(mempool, id, &ledger::MempoolTx::id) != mempool.end()) return id;
        const auto set = utxoSet();
        std::uint64_t in = 0;
        for (const auto& input : tx.inputs) {
            const auto it = set.find(input.previous);
            if (it == set.end()) {
                for (const auto& b : chainBlocks)
                    for (const auto& t : b.txs)
                        if (t.id == input.previous.id) return fail("node.spent");
                return fail("node.rejected.orphan");
            }
            in += it->second.amount.value;
        }
        for (const auto& o : tx.outputs) in -= o.value.value;
        const ledger::MempoolTx made{id, tx, {in}, false};
        if (in < kaspa::minimumFee(kaspa::nonContextualMasses(tx).feeMass()).value) return fail("node.rejected.fee");
        std::vector<std::size_t> against;
        for (std::size_t i = 0; i < mempool.size(); ++i)
            if (conflicts(mempool[i].tx, tx)) against.push_back(i);
        if (!replace && !against.empty()) return fail("node.conflict");
        if (replace) {
            if (against.empty()) return fail("node.rejected.rbf", "found no double spending transaction");
            if (against.size() > 1) return fail("node.conflict", "more than one");
            const auto& old = mempool[against[0]];
            if (in * grams(old.tx) <= old.fee.value * grams(tx)) return fail("node.conflict", "fee too low");
            mempool.erase(mempool.begin() + static_cast<std::ptrdiff_t>(against[0]));
        }
        mempool.push_back(made);
        return id;
    }
    std::uint64_t m_serial = 0;
    ledger::ChainPage m_last;
};

inline ledger::KeySource keysFrom(std::uint8_t seed)
{
    return [seed](const ledger::KeyRef& ref) -> Result<Secret> {
        BT_TRY(const kaspa::ExtendedKey account, kaspa::accountKey(Bytes(32, seed)));
        return kaspa::addressSecret(account, static_cast<std::uint32_t>(ref.branch), ref.index);
    };
}

inline store::Database memoryDatabase() { return std::move(*store::Database::open({}, Secret())); }

//! A payment out of nowhere that nothing in the test knows the origin of.
inline kaspa::Transaction income(const kaspa::ScriptPublicKey& to, Sompi amount, std::uint64_t serial)
{
    kaspa::Transaction tx;
    Bytes id(32, 0xaa);
    for (std::size_t i = 0; i < 8; ++i) id[i] = static_cast<std::uint8_t>(serial >> (8 * i));
    tx.inputs.push_back({{*kaspa::TxId::from(id), 0}, {}, 0, 0, 10});
    tx.outputs.push_back({amount, to, {}});
    return tx;
}

//! Spends `coins`: a third to a stranger, half to `change`. Unsigned; `serial` tells two of the same coins apart.
inline kaspa::Transaction spending(const std::vector<ledger::Coin>& coins, const kaspa::ScriptPublicKey& change, std::uint64_t serial)
{
    kaspa::Transaction tx;
    std::uint64_t sum = 0;
    for (const ledger::Coin& coin : coins) {
        tx.inputs.push_back({coin.outpoint, {}, 0, 0, 10});
        sum += coin.utxo.amount.value;
    }
    tx.outputs.push_back({{sum / 3}, Person::numbered(9).spk, {}});
    tx.outputs.push_back({{sum / 2}, change, {}});
    appendLe(tx.payload, serial);
    return tx;
}

} // namespace bt::test
