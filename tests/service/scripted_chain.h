// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A chain that a test can take back: the practice ledger's rules behind the port Node, with blocks that come when the
//! test says so, a mempool that forgets, and strangers who spend first. Rules are the practice ledger's own: after a
//! reorganisation a fresh one reads the blocks that stayed, each at its own time. Thread safety: all of it.
#pragma once

#include "kaspa/hashing.h"
#include "ledger/practice/practice_node.h"
#include "service/pool_rules.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>

namespace bt::test {

class ScriptedChain final : public ledger::Node
{
public:
    //! \param clock the network's time; outlives this. \param folder for the ledger's files.
    static std::unique_ptr<ScriptedChain> open(const FakeClock& clock, const std::string& folder)
    {
        auto out = std::unique_ptr<ScriptedChain>(new ScriptedChain(clock, folder));
        if (!out->m_inner) return nullptr;
        return out;
    }

    // --- what a test does to it --------------------------------------------------------------------------------------
    //! Off: what is submitted waits in the mempool until mine().
    void mineAtOnce(bool on)
    {
        const std::lock_guard guard(m_lock);
        m_atOnce = on;
    }
    //! The next transactions are refused and kept all the same (kept()); at the first its sender is given something.
    void refuseAndKeep(std::function<Result<void>(ledger::PracticeNode&)> give, int times = 1)
    {
        const std::lock_guard guard(m_lock);
        m_giving = std::move(give);
        m_refusals = times;
    }
    //! Before the next transaction is looked at, a block takes the first that was kept.
    void bringKept()
    {
        const std::lock_guard guard(m_lock);
        m_bring = true;
    }
    [[nodiscard]] std::vector<kaspa::Transaction> kept() const
    {
        const std::lock_guard guard(m_lock);
        return m_kept;
    }
    [[nodiscard]] std::vector<ledger::AcceptedBlock> blocks() const
    {
        const std::lock_guard guard(m_lock);
        return m_main;
    }
    //! Puts everything that waits into a block each; then `empty` blocks without any.
    void mine(int empty = 0)
    {
        const std::lock_guard guard(m_lock);
        mineWaiting();
        for (int i = 0; i < empty; ++i) append({}, daaNow(), m_clock->now());
        tell();
    }
    enum class Then {
        Wait,   //!< what was taken back waits in the mempool again
        Forget, //!< no mempool remembers it
        Again,  //!< the other branch has it too
    };
    //! The last `depth` blocks go; another branch, longer by one, takes their place.
    void reorganise(int depth, Then then = Then::Wait)
    {
        const std::lock_guard guard(m_lock);
        goBack(depth, then);
    }
    //! Takes back the block that has a transaction, with at least `depth` blocks in all.
    void takeBack(const kaspa::TxId& id, int depth, Then then = Then::Wait)
    {
        const std::lock_guard guard(m_lock);
        std::size_t at = m_main.size();
        for (std::size_t i = 0; i < m_main.size(); ++i)
            for (const auto& tx : m_main[i].txs)
                if (tx.id == id) at = i;
        while (m_main.size() < at + static_cast<std::size_t>(depth)) append({}, daaNow(), m_clock->now());
        goBack(static_cast<int>(m_main.size() - at), then);
    }
    //! The mempool loses everything.
    void forgetPool()
    {
        const std::lock_guard guard(m_lock);
        m_pool.clear();
    }
    [[nodiscard]] std::size_t waiting() const
    {
        const std::lock_guard guard(m_lock);
        return m_pool.size();
    }
    [[nodiscard]] std::vector<kaspa::Transaction> pool() const
    {
        const std::lock_guard guard(m_lock);
        return m_pool;
    }
    //! A stranger's transaction gets into the next block, whatever waits in the mempool.
    [[nodiscard]] Result<void> mineOther(const kaspa::Transaction& tx)
    {
        const std::lock_guard guard(m_lock);
        BT_CHECK(take(tx));
        tell();
        return {};
    }
    [[nodiscard]] Result<kaspa::TxId> faucet(const kaspa::ScriptPublicKey& to, Sompi amount)
    {
        const std::lock_guard guard(m_lock);
        BT_TRY(const auto id, m_inner->faucet(to, amount, Deadline{}));
        BT_CHECK(readInner());
        tell();
        return id;
    }
    //! BTAI from the supply that the chain was born with. Before any reorganisation only: the supply moves with its chain.
    [[nodiscard]] Result<kaspa::TxId> tokenFaucet(const contract::token::Owner& to, std::uint64_t units)
    {
        const std::lock_guard guard(m_lock);
        BT_TRY(const auto id, m_inner->tokenFaucet(to, {units}, Deadline{}));
        BT_CHECK(readInner());
        tell();
        return id;
    }
    //! Nobody answers.
    void offline(bool on)
    {
        const std::lock_guard guard(m_lock);
        m_offline = on;
        tell();
    }
    [[nodiscard]] std::size_t height() const
    {
        const std::lock_guard guard(m_lock);
        return m_main.size();
    }
    //! Every transaction of the chain as it stands.
    [[nodiscard]] std::set<kaspa::TxId> accepted() const
    {
        const std::lock_guard guard(m_lock);
        std::set<kaspa::TxId> out;
        for (const auto& block : m_main)
            for (const auto& tx : block.txs) out.insert(tx.id);
        return out;
    }
    [[nodiscard]] int submissions(const kaspa::TxId& id) const
    {
        const std::lock_guard guard(m_lock);
        const auto it = m_submitted.find(id);
        return it == m_submitted.end() ? 0 : it->second;
    }

    // --- the port ----------------------------------------------------------------------------------------------------
    [[nodiscard]] Result<ledger::NodeInfo> info(const Deadline& deadline) override
    {
        const std::lock_guard guard(m_lock);
        if (m_offline) return fail("node.offline");
        m_innerClock = m_clock->now();
        BT_TRY(auto out, m_inner->info(deadline));
        out.network = "simnet";
        out.nodeName = "scripted";
        out.serverVersion = "2.1.0";
        out.tip = m_main.empty() ? ledger::BlockHash{} : m_main.back().hash;
        return out;
    }
    [[nodiscard]] Result<kaspa::TxId> submit(const kaspa::Transaction& tx, const Deadline&) override
    {
        const std::lock_guard guard(m_lock);
        if (m_offline) return fail("node.offline");
        const auto id = kaspa::transactionId(tx);
        ++m_submitted[id];
        if (m_refusals > 0) {
            --m_refusals;
            m_kept.push_back(tx);
            if (const auto give = std::exchange(m_giving, {})) BT_CHECK(give(*m_inner));
            BT_CHECK(readInner());
            return fail("node.rejected.other", {}, "refused");
        }
        if (std::exchange(m_bring, false)) BT_CHECK(take(m_kept.at(0)));
        for (const auto& block : m_main)
            for (const auto& one : block.txs)
                if (one.id == id) return fail("node.spent", {"0"}, "already accepted");
        for (const auto& other : m_pool) {
            if (kaspa::transactionId(other) == id) return id;
            if (clash(other, tx)) return fail("node.conflict");
        }
        if (m_atOnce) {
            BT_CHECK(take(tx));
            tell();
            return id;
        }
        BT_CHECK(possible(tx));
        m_pool.push_back(tx);
        return id;
    }
    [[nodiscard]] Result<kaspa::TxId> submitReplacement(const kaspa::Transaction& tx, const Deadline& deadline) override
    {
        {
            const std::lock_guard guard(m_lock);
            const auto inItsWay = [&](const kaspa::Transaction& other) { return clash(other, tx); };
            const auto other = std::ranges::find_if(m_pool, inItsWay);
            if (other == m_pool.end()) return fail("node.rejected.nothing_to_replace");
            // As kaspad: what replaces pays more for each gram.
            if (feeOf(tx).value * gramsOf(*other) <= feeOf(*other).value * gramsOf(tx)) return fail("node.rejected.replacement_fee");
            std::erase_if(m_pool, inItsWay);
            ++m_replacements;
        }
        return submit(tx, deadline);
    }
    [[nodiscard]] int replacements() const { return m_replacements; }
    [[nodiscard]] Result<std::vector<ledger::UtxoEntry>> utxos(const std::vector<kaspa::ScriptPublicKey>& scripts,
                                                               const Deadline& deadline) override
    {
        const std::lock_guard guard(m_lock);
        if (m_offline) return fail("node.offline");
        return m_inner->utxos(scripts, deadline);
    }
    [[nodiscard]] Result<ledger::ChainPage> chain(const ledger::BlockHash& cursor, const Deadline&) override
    {
        const std::lock_guard guard(m_lock);
        if (m_offline) return fail("node.offline");
        ledger::ChainPage page;
        ledger::BlockHash at = cursor;
        while (!at.isZero() && m_height.find(at) == m_height.end()) {
            const auto parent = m_parent.find(at);
            if (parent == m_parent.end()) return fail("node.unknown_block");
            page.removed.push_back(at);
            at = parent->second;
        }
        std::size_t next = at.isZero() ? 0 : m_height.at(at) + 1;
        for (; next < m_main.size() && page.added.size() < 100; ++next) page.added.push_back(m_main[next]);
        page.more = next < m_main.size();
        page.cursor = page.added.empty() ? at : page.added.back().hash;
        return page;
    }
    [[nodiscard]] Result<std::optional<kaspa::Utxo>> utxo(const kaspa::Outpoint& outpoint, const Deadline& deadline) override
    {
        const std::lock_guard guard(m_lock);
        if (m_offline) return fail("node.offline");
        return m_inner->utxo(outpoint, deadline);
    }
    [[nodiscard]] Result<std::optional<ledger::MempoolTx>> mempoolTx(const kaspa::TxId& id, const Deadline&) override
    {
        const std::lock_guard guard(m_lock);
        if (m_offline) return fail("node.offline");
        for (const auto& tx : m_pool)
            if (kaspa::transactionId(tx) == id) return std::optional(ledger::MempoolTx{id, tx, feeOf(tx), false});
        return std::optional<ledger::MempoolTx>();
    }
    [[nodiscard]] Result<std::optional<ledger::MempoolTx>> mempoolSpender(const kaspa::Outpoint& outpoint, const kaspa::ScriptPublicKey&,
                                                                          const Deadline&) override
    {
        const std::lock_guard guard(m_lock);
        for (const auto& tx : m_pool)
            for (const auto& input : tx.inputs)
                if (input.previous == outpoint) return std::optional(ledger::MempoolTx{kaspa::transactionId(tx), tx, feeOf(tx), false});
        return std::optional<ledger::MempoolTx>();
    }
    void onNews(ledger::NewsCallback told) override
    {
        const std::lock_guard guard(m_lock);
        m_told = std::move(told);
    }
    [[nodiscard]] std::vector<ledger::NodeState> states() const override
    {
        const std::lock_guard guard(m_lock);
        return {{"scripted", m_offline ? "node.offline" : "node.online", !m_offline}};
    }

private:
    //! Of a transaction whose inputs lie in the chain; 0 for another.
    [[nodiscard]] Sompi feeOf(const kaspa::Transaction& tx) const
    {
        std::uint64_t in = 0, out = 0;
        for (const auto& input : tx.inputs) {
            const auto there = m_inner->utxo(input.previous, Deadline{});
            if (!there || !*there) return {};
            in += (*there)->amount.value;
        }
        for (const auto& output : tx.outputs) out += output.value.value;
        return {in > out ? in - out : 0};
    }
    void goBack(int depth, Then then)
    {
        std::vector<kaspa::Transaction> back;
        for (int i = 0; i < depth && m_main.size() > m_born; ++i) {
            std::vector<kaspa::Transaction> block;
            for (const auto& tx : m_main.back().txs) block.push_back(tx.tx);
            back.insert(back.begin(), block.begin(), block.end());
            m_main.pop_back();
        }
        rebuild();
        if (then != Then::Forget) m_pool.insert(m_pool.begin(), back.begin(), back.end());
        if (then == Then::Again) mineWaiting();
        for (int i = 0; i <= depth; ++i) append({}, daaNow(), m_clock->now());
        tell();
    }
    //! The inner ledger's clock: the network's, except while blocks are read again.
    struct InnerClock final : Clock {
        std::atomic<std::int64_t> at{0};
        [[nodiscard]] Millis now() const override { return {at.load()}; }
        InnerClock& operator=(Millis now)
        {
            at = now.value;
            return *this;
        }
    };

    ScriptedChain(const FakeClock& clock, std::string folder) : m_clock(&clock), m_folder(std::move(folder))
    {
        m_innerClock = clock.now();
        {
            auto first = ledger::PracticeNode::open(m_folder + "/pristine", m_innerClock);
            if (!first) return;
        }
        rebuild();
        m_innerCursor = {};
        if (m_inner) (void)readInner(); // genesis
        m_born = m_main.size();
    }
    [[nodiscard]] std::string fresh()
    {
        const std::string path = m_folder + "/chain" + std::to_string(m_round++);
        for (const char* tail : {"", "-wal", "-shm"}) {
            std::error_code none;
            std::filesystem::copy_file(m_folder + "/pristine" + tail, path + tail, none);
        }
        return path;
    }
    //! The rules start over with the blocks that stayed.
    void rebuild()
    {
        m_inner.reset();
        m_innerClock = m_main.empty() ? m_clock->now() : m_main.front().time.plus(kHour);
        auto opened = ledger::PracticeNode::open(fresh(), m_innerClock);
        if (!opened) return;
        m_inner = std::move(*opened);
        m_innerCursor = {};
        m_height.clear();
        for (std::size_t i = 0; i < m_main.size(); ++i) {
            m_height[m_main[i].hash] = i;
            if (i < m_born) continue; // genesis
            for (const auto& tx : m_main[i].txs) {
                m_innerClock = m_main[i].time;
                if (const auto again = m_inner->submit(tx.tx, Deadline{}); !again) {
                    std::fprintf(stderr, "block %zu of %zu does not fit any more: %s %s\n", i, m_main.size(),
                                 std::string(again.error().code).c_str(), again.error().detail.c_str());
                    std::abort();
                }
            }
        }
        m_innerClock = m_clock->now();
        if (const auto page = m_inner->chain({}, Deadline{})) m_innerCursor = page->cursor;
    }
    std::uint64_t daaNow()
    {
        m_innerClock = m_clock->now();
        const auto now = m_inner->info(Deadline{});
        return now ? now->daaScore : 0;
    }
    void append(std::vector<ledger::AcceptedTx> txs, std::uint64_t daa, Millis time)
    {
        ledger::AcceptedBlock block;
        block.hash.bytes[0] = 0xb1;
        ++m_serial;
        for (int i = 0; i < 8; ++i)
            block.hash.bytes[static_cast<std::size_t>(24 + i)] = static_cast<std::uint8_t>(m_serial >> (8 * (7 - i)));
        block.daaScore = daa;
        block.time = time;
        block.txs = std::move(txs);
        if (!m_main.empty()) m_parent[block.hash] = m_main.back().hash;
        m_height[block.hash] = m_main.size();
        m_main.push_back(std::move(block));
    }
    //! What the inner ledger accepted since it was last read becomes blocks of ours.
    [[nodiscard]] Result<void> readInner()
    {
        for (;;) {
            BT_TRY(const auto page, m_inner->chain(m_innerCursor, Deadline{}));
            for (const auto& block : page.added) append(block.txs, block.daaScore, block.time);
            m_innerCursor = page.cursor;
            if (!page.more) return {};
        }
    }
    [[nodiscard]] Result<void> take(const kaspa::Transaction& tx)
    {
        m_innerClock = m_clock->now();
        BT_TRY(const auto id, m_inner->submit(tx, Deadline{}));
        (void)id;
        return readInner();
    }
    void mineWaiting()
    {
        auto waiting = std::exchange(m_pool, {});
        for (const auto& tx : waiting) (void)take(tx); // what does not fit any more is dropped, as a mempool does
    }
    //! Every input exists, in the chain or in the mempool.
    [[nodiscard]] Result<void> possible(const kaspa::Transaction& tx)
    {
        for (const auto& input : tx.inputs) {
            BT_TRY(const auto there, m_inner->utxo(input.previous, Deadline{}));
            if (there) continue;
            bool known = false;
            for (const auto& other : m_pool) known = known || kaspa::transactionId(other) == input.previous.id;
            if (known) continue;
            for (const auto& block : m_main)
                for (const auto& one : block.txs)
                    if (one.id == input.previous.id) return fail("node.spent", {"0"}, "spent");
            return fail("node.rejected.orphan");
        }
        return {};
    }
    void tell()
    {
        if (m_told) m_told(ledger::News::Chain);
    }

    const FakeClock* m_clock;
    std::string m_folder;
    mutable std::mutex m_lock;
    InnerClock m_innerClock;
    std::unique_ptr<ledger::PracticeNode> m_inner;
    ledger::BlockHash m_innerCursor;
    std::vector<ledger::AcceptedBlock> m_main;
    std::map<ledger::BlockHash, std::size_t> m_height;       //!< of the main chain's blocks
    std::map<ledger::BlockHash, ledger::BlockHash> m_parent; //!< of all blocks that ever were
    std::vector<kaspa::Transaction> m_pool;
    std::map<kaspa::TxId, int> m_submitted;
    ledger::NewsCallback m_told;
    std::atomic<int> m_replacements{0};
    std::uint64_t m_serial = 0;
    int m_round = 0, m_refusals = 0;
    std::size_t m_born = 0; // blocks of the beginning, which nothing takes back
    bool m_atOnce = true, m_offline = false, m_bring = false;
    std::function<Result<void>(ledger::PracticeNode&)> m_giving;
    std::vector<kaspa::Transaction> m_kept;
};

} // namespace bt::test
