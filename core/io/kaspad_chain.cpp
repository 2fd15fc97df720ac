// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/kaspad_chain.h"

#include "codec/text.h"
#include "io/kaspad_json.h"

namespace bt::io {
namespace {

using codec::Json;
using ledger::BlockHash;
using ledger::ChainPage;

// Blue scores that one page may cover; 0: what kaspad puts into one answer (ten times its mergeset limit of blocks).
constexpr std::uint64_t kSpans[] = {0, 1'000, 300};
constexpr std::size_t kManyBlocks = 100;       // a page so long may be followed by another
constexpr std::size_t kMostStepsBack = 13;     // doubling: more than ChainMemory holds
constexpr std::int64_t kPrunedByOthers = kDay; // nodes keep blocks for longer than this

std::string hex(const BlockHash& hash) { return codec::hexEncode(hash.view()); }

} // namespace

Result<std::uint64_t> KaspadChain::confirmationsFor(const BlockHash& start, std::uint64_t span, const Deadline& deadline)
{
    BT_TRY(const BlockInfo from, askUntilBelieved(*m_pool, m_nodes, "getBlock", {{"hash", hex(start)}, {"includeTransactions", false}},
                                                  deadline, [&](const NodePool::Answer& a) { return blockInfo(a.json, start); }));
    BT_TRY(const std::uint64_t sink, askUntilBelieved(*m_pool, m_nodes, "getSinkBlueScore", Json::object(), deadline,
                                                      [](const NodePool::Answer& a) { return sinkBlueScore(a.json); }));
    return sink > from.blueScore + span ? sink - from.blueScore - span : 0;
}

Result<KaspadChain::Fetched> KaspadChain::fetchOnce(const BlockHash& start, std::uint64_t span, const Deadline& deadline)
{
    Json params = {{"startHash", hex(start)}, {"dataVerbosityLevel", "Full"}};
    std::uint64_t confirmations = 0;
    if (span > 0) {
        BT_TRY(confirmations, confirmationsFor(start, span, deadline));
    }
    if (confirmations > 0) params["minConfirmationCount"] = confirmations;
    Fetched out;
    out.follows = start;
    BT_TRY(out.page, askUntilBelieved(*m_pool, m_nodes, "getVirtualChainFromBlockV2", params, deadline, [&](const NodePool::Answer& a) {
               out.node = a.name;
               return chainPage(a.json);
           }));
    out.page.more = confirmations > 0 || out.page.added.size() >= kManyBlocks;
    return out;
}

Result<KaspadChain::Fetched> KaspadChain::fetch(const BlockHash& start, const Deadline& deadline)
{
    std::size_t step = 0;
    {
        const std::lock_guard guard(m_lock);
        step = m_step;
    }
    for (;;) {
        auto out = fetchOnce(start, kSpans[step], deadline);
        const bool tooMuch = !out && (out.error().code == "node.too_large" || out.error().code == "node.timeout");
        if (tooMuch && step + 1 < std::size(kSpans)) {
            ++step;
            const std::lock_guard guard(m_lock);
            m_step = std::max(m_step, step);
            if (deadline.over()) return out; // the next call will ask for less
            continue;
        }
        if (out && step > 0 && out->page.added.empty() && out->page.more) {
            --step; // one block merged more than the span
            continue;
        }
        if (out && !out->page.more) {
            const std::lock_guard guard(m_lock);
            m_step = 0; // caught up: pages are small now
        }
        return out;
    }
}

Result<KaspadChain::Fetched> KaspadChain::onTheWayBack(const BlockHash& start, const Before& before, Error why, const Deadline& deadline)
{
    std::vector<BlockHash> removed;
    BlockHash at = start;
    std::size_t stride = 1;
    for (std::size_t tries = 0; tries < kMostStepsBack; ++tries, stride *= 2) {
        for (std::size_t i = 0; i < stride; ++i) {
            const auto older = before(at);
            if (!older) {
                if (i == 0) return tl::unexpected(std::move(why));
                break;
            }
            removed.push_back(at);
            at = *older;
        }
        auto out = fetch(at, deadline);
        if (!out && out.error().code == "node.unknown_block") continue;
        if (!out) return out;
        // What is taken back and comes again did not go.
        ChainPage& page = out->page;
        if (page.removed.empty()) {
            std::size_t same = 0;
            while (same < page.added.size() && !removed.empty() && removed.back() == page.added[same].hash) {
                out->follows = removed.back();
                removed.pop_back();
                ++same;
            }
            page.added.erase(page.added.begin(), page.added.begin() + static_cast<std::ptrdiff_t>(same));
        }
        page.removed.insert(page.removed.begin(), removed.begin(), removed.end());
        return out;
    }
    return tl::unexpected(std::move(why));
}

Result<void> KaspadChain::doubt(ChainPage& page, const std::string& one, const std::string& other)
{
    const std::lock_guard guard(m_lock);
    const auto now = std::chrono::steady_clock::now();
    if (!m_doubtSince) m_doubtSince = now;
    if (now - *m_doubtSince >= m_doubtFor) return fail("node.disagree", {one, other}, "two nodes tell different chains");
    page = {};
    return {};
}

Result<void> KaspadChain::compare(Fetched& fetched, const Deadline& deadline)
{
    ChainPage& page = fetched.page;
    if (page.added.empty()) return {};
    const Json params = {{"startHash", hex(fetched.follows)}, {"includeAcceptedTransactionIds", true}};
    const auto answer = m_pool->callWitness("getVirtualChainFromBlock", params, deadline);
    if (!answer) return {};
    if (!*answer) {
        const Error why = queryError(answer->error().detail);
        const bool pruned = m_clock->now().minus(page.added.front().time) > kPrunedByOthers;
        if (why.code != "node.unknown_block" || pruned) return {};
        return doubt(page, fetched.node, answer->error().args.empty() ? std::string() : answer->error().args[0]);
    }
    const auto other = chainIds((*answer)->json);
    if (!other) {
        m_pool->blame(**answer, other.error());
        return {};
    }
    std::size_t same = 0;
    while (same < page.added.size() && same < other->added.size() && page.added[same].hash == other->added[same]) {
        const auto& txs = page.added[same].txs;
        const bool equal = std::ranges::equal(txs, other->accepted[same], {}, [](const ledger::AcceptedTx& tx) { return tx.id; });
        if (!equal) return fail("node.disagree", {fetched.node, (*answer)->name}, "two nodes tell different transactions of a block");
        ++same;
    }
    if (same == 0) return doubt(page, fetched.node, (*answer)->name);
    if (same < page.added.size()) page.more = same == other->added.size() && same >= kManyBlocks;
    page.added.resize(same);
    const std::lock_guard guard(m_lock);
    m_doubtSince.reset();
    return {};
}

Result<ChainPage> KaspadChain::page(const BlockHash& start, const Before& before, const Deadline& deadline)
{
    auto fetched = fetch(start, deadline);
    if (!fetched && fetched.error().code == "node.unknown_block") fetched = onTheWayBack(start, before, fetched.error(), deadline);
    if (!fetched) return tl::unexpected(fetched.error());
    BT_CHECK(compare(*fetched, deadline));
    ChainPage& page = fetched->page;
    // A reorg is told together with what takes its place: without it nobody would know where to go on.
    if (page.added.empty()) page.removed.clear();
    page.cursor = page.added.empty() ? start : page.added.back().hash;
    return std::move(page);
}

} // namespace bt::io
