// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/kaspad_node.h"

#include "codec/text.h"
#include "io/chain_memory.h"
#include "io/kaspad_chain.h"
#include "io/kaspad_errors.h"
#include "io/kaspad_json.h"
#include "kaspa/address.h"
#include "kaspa/hashing.h"
#include "kaspa/transaction_codec.h"

#include <mutex>

namespace bt::io {
namespace {

using namespace kaspa;
using codec::Json;
using ledger::BlockHash;
using ledger::MempoolTx;
using ledger::News;
using ledger::NodeInfo;
using ledger::UtxoEntry;

constexpr std::size_t kAddressesAtOnce = 500; // keeps an answer about a whole wallet under the frame limit

template <typename F> std::string hex(const F& value) { return codec::hexEncode(value.view()); }

} // namespace

struct KaspadNode::Impl {
    KaspadOptions options;
    const Clock* clock;
    std::unique_ptr<Random> random;
    std::mutex newsLock; // held while the callback runs, so that onNews() can promise its end
    ledger::NewsCallback told;
    std::mutex lock; // of what follows; never held over a call
    ChainMemory memory;
    BlockHash pruningPoint;
    std::optional<std::uint64_t> prunedBelow;
    NodePool pool;
    KaspadChain chain;

    Impl(KaspadOptions o, const Clock& c, std::unique_ptr<Random> r)
        : options(std::move(o)), clock(&c), random(std::move(r)), pool(options.pool, *random, [this](News news) { tell(news); }),
          chain(pool, options.pool.urls.size(), c, options.doubtFor)
    {}

    void tell(News news)
    {
        const std::lock_guard guard(newsLock);
        if (told) told(news);
    }

    template <typename Decode> auto ask(std::string_view method, const Json& params, const Deadline& deadline, Decode decode)
    {
        return askUntilBelieved(pool, options.pool.urls.size(), method, params, deadline, std::move(decode));
    }

    Result<std::vector<UtxoEntry>> utxos(const std::vector<ScriptPublicKey>& scripts, const Deadline& deadline)
    {
        std::vector<UtxoEntry> out;
        const std::set<ScriptPublicKey> all(scripts.begin(), scripts.end());
        for (auto next = all.begin(); next != all.end();) {
            std::set<ScriptPublicKey> asked;
            std::vector<std::string> addresses;
            for (; next != all.end() && asked.size() < kAddressesAtOnce; ++next) {
                const auto address = addressOf(*next, options.addressPrefix);
                if (!address) return fail("node.no_address", "kaspad finds outputs by address");
                addresses.push_back(encodeAddress(*address));
                asked.insert(*next);
            }
            BT_TRY(auto some, ask("getUtxosByAddresses", {{"addresses", addresses}}, deadline,
                                  [&](const NodePool::Answer& a) { return utxoEntries(a.json, asked); }));
            out.insert(out.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
        }
        const std::lock_guard guard(lock);
        for (const ScriptPublicKey& spk : all) memory.care(spk);
        for (const UtxoEntry& one : out) memory.saw(one.outpoint, one.utxo.spk);
        return out;
    }
    Result<std::optional<Utxo>> utxoOf(const Outpoint& outpoint, const ScriptPublicKey& spk, const Deadline& deadline)
    {
        BT_TRY(const auto all, utxos({spk}, deadline));
        for (const UtxoEntry& one : all)
            if (one.outpoint == outpoint) return std::optional<Utxo>(one.utxo);
        return std::optional<Utxo>();
    }
    std::optional<ScriptPublicKey> scriptOf(const Outpoint& outpoint)
    {
        const std::lock_guard guard(lock);
        const ScriptPublicKey* found = memory.scriptOf(outpoint);
        return found ? std::optional<ScriptPublicKey>(*found) : std::nullopt;
    }

    //! kaspad calls every missing input an orphan's. \returns the id if the transaction is in the chain already,
    //! "node.spent" for an output that existed and is gone, else `why`.
    Result<TxId> afterOrphan(const Transaction& tx, const TxId& id, const Error& why, const Deadline& deadline)
    {
        for (std::uint32_t i = 0; i < tx.outputs.size(); ++i) {
            if (!addressOf(tx.outputs[i].spk, options.addressPrefix)) continue;
            BT_TRY(const auto there, utxoOf({id, i}, tx.outputs[i].spk, deadline));
            if (there) return id;
        }
        for (std::size_t i = 0; i < tx.inputs.size(); ++i) {
            const auto spk = scriptOf(tx.inputs[i].previous);
            if (!spk) continue;
            BT_TRY(const auto there, utxoOf(tx.inputs[i].previous, *spk, deadline));
            if (there) continue;
            BT_TRY(const auto parent, mempoolTx(tx.inputs[i].previous.id, deadline));
            if (!parent) return fail("node.spent", {std::to_string(i)}, "an input existed and is gone");
        }
        return tl::unexpected(why);
    }

    Result<TxId> send(std::string_view method, Json params, const Transaction& tx, const Deadline& deadline)
    {
        const TxId id = transactionId(tx);
        BT_TRY(params["transaction"], codec::parseJson(transactionToJson(tx)));
        std::string refusal;
        const auto done = askUntilBelieved(
            pool, options.pool.urls.size(), method, params, deadline, [&](const NodePool::Answer& a) { return submitted(a.json, id); },
            [&](const std::string& sentence) {
                refusal = sentence;
                return Error{kNodeRefused, {}, {}};
            });
        if (done) return remember(tx, id);
        if (done.error().code != kNodeRefused) return tl::unexpected(done.error());
        const Known known = knownAs(refusal, id);
        if (known != Known::No) (void)remember(tx, id);
        if (known == Known::Waiting) return id;
        if (known == Known::Accepted) return accepted(tx, id, deadline);
        const Error why = submitError(refusal);
        if (why.code == "node.orphan") return afterOrphan(tx, id, why, deadline);
        return tl::unexpected(why);
    }
    //! kaspad goes on saying "already accepted" of a transaction that a reorganisation took back, for hours and even when
    //! a block has spent its input by another one: here its UTXO set is believed before its memory. \returns "node.spent"
    //! then. Whoever acts on that reads the chain first: outputs that were spent at once look the same from here.
    Result<TxId> accepted(const Transaction& tx, const TxId& id, const Deadline& deadline)
    {
        auto looked = afterOrphan(tx, id, Error{"node.orphan", {}, {}}, deadline);
        if (!looked && looked.error().code == "node.orphan") return id;
        return looked;
    }
    TxId remember(const Transaction& tx, const TxId& id)
    {
        const std::lock_guard guard(lock);
        for (std::uint32_t i = 0; i < tx.outputs.size(); ++i) memory.saw({id, i}, tx.outputs[i].spk);
        return id;
    }

    Result<std::optional<MempoolTx>> mempoolTx(const TxId& id, const Deadline& deadline)
    {
        const Json params = {{"transactionId", hex(id)}, {"includeOrphanPool", true}, {"filterTransactionPool", false}};
        auto out = ask("getMempoolEntry", params, deadline, [&](const NodePool::Answer& a) -> Result<std::optional<MempoolTx>> {
            BT_TRY(auto read, mempoolEntry(a.json, id));
            return std::optional<MempoolTx>(std::move(read));
        });
        if (!out && out.error().code == "node.not_found") return std::optional<MempoolTx>();
        return out;
    }

    //! The DAA score of the pruning point, asked once for each.
    Result<std::optional<std::uint64_t>> pruned(const BlockHash& point, const Deadline& deadline)
    {
        {
            const std::lock_guard guard(lock);
            if (point == pruningPoint) return prunedBelow;
        }
        const auto block = ask("getBlock", {{"hash", hex(point)}, {"includeTransactions", false}}, deadline,
                               [&](const NodePool::Answer& a) { return blockInfo(a.json, point); });
        // It may have moved on between two questions; the next look will see it.
        if (!block && block.error().code == "node.unknown_block") return std::optional<std::uint64_t>();
        if (!block) return tl::unexpected(block.error());
        const std::lock_guard guard(lock);
        pruningPoint = point;
        prunedBelow = block->daaScore > 0 ? std::optional(block->daaScore) : std::nullopt;
        return prunedBelow;
    }
};

KaspadNode::KaspadNode(KaspadOptions options, const Clock& clock, std::unique_ptr<Random> random)
    : m(std::make_unique<Impl>(std::move(options), clock, std::move(random)))
{}
KaspadNode::~KaspadNode() { onNews({}); }

Result<NodeInfo> KaspadNode::info(const Deadline& deadline)
{
    NodeInfo out;
    const auto server = m->ask("getServerInfo", Json::object(), deadline, [&](const NodePool::Answer& a) -> Result<ServerInfo> {
        BT_TRY(auto read, serverInfo(a.json));
        if (read.network != m->options.pool.network) return fail("node.wrong_network", {}, read.network);
        out.nodeName = a.name;
        return read;
    });
    if (!server) return tl::unexpected(server.error());
    BT_TRY(const DagInfo dag, m->ask("getBlockDagInfo", Json::object(), deadline, [&](const NodePool::Answer& a) -> Result<DagInfo> {
        BT_TRY(auto read, dagInfo(a.json));
        if (read.network != m->options.pool.network) return fail("node.wrong_network", {}, read.network);
        return read;
    }));
    BT_TRY(out.prunedBelow, m->pruned(dag.pruningPoint, deadline));
    out.network = m->options.pool.network;
    out.addressPrefix = m->options.addressPrefix;
    out.daaScore = dag.daaScore;
    out.pastMedianTime = dag.pastMedianTime;
    out.time = m->clock->now();
    out.synced = server->synced || out.network == "simnet";
    out.serverVersion = server->version;
    out.tip = dag.sink;
    return out;
}

Result<TxId> KaspadNode::submit(const Transaction& tx, const Deadline& deadline)
{
    return m->send("submitTransaction", {{"allowOrphan", false}}, tx, deadline);
}

Result<TxId> KaspadNode::submitReplacement(const Transaction& tx, const Deadline& deadline)
{
    return m->send("submitTransactionReplacement", Json::object(), tx, deadline);
}

Result<std::vector<UtxoEntry>> KaspadNode::utxos(const std::vector<ScriptPublicKey>& scripts, const Deadline& deadline)
{
    return m->utxos(scripts, deadline);
}

Result<ledger::ChainPage> KaspadNode::chain(const BlockHash& cursor, const Deadline& deadline)
{
    BlockHash start = cursor;
    if (start.isZero()) {
        BT_TRY(const DagInfo dag,
               m->ask("getBlockDagInfo", Json::object(), deadline, [](const NodePool::Answer& a) { return dagInfo(a.json); }));
        start = dag.pruningPoint;
    }
    const auto before = [this](const BlockHash& block) -> std::optional<BlockHash> {
        const std::lock_guard guard(m->lock);
        const BlockHash* found = m->memory.before(block);
        return found ? std::optional(*found) : std::nullopt;
    };
    BT_TRY(auto page, m->chain.page(start, before, deadline));
    const std::lock_guard guard(m->lock);
    m->memory.saw(start, page);
    return page;
}

Result<std::optional<Utxo>> KaspadNode::utxo(const Outpoint& outpoint, const Deadline& deadline)
{
    const auto spk = m->scriptOf(outpoint);
    if (!spk) return fail("node.script_unknown", "kaspad finds outputs by script");
    return m->utxoOf(outpoint, *spk, deadline);
}

Result<std::optional<Utxo>> KaspadNode::utxoOf(const Outpoint& outpoint, const ScriptPublicKey& spk, const Deadline& deadline)
{
    return m->utxoOf(outpoint, spk, deadline);
}

Result<std::optional<MempoolTx>> KaspadNode::mempoolTx(const TxId& id, const Deadline& deadline) { return m->mempoolTx(id, deadline); }

Result<std::optional<MempoolTx>> KaspadNode::mempoolSpender(const Outpoint& outpoint, const ScriptPublicKey& spk, const Deadline& deadline)
{
    const auto address = addressOf(spk, m->options.addressPrefix);
    if (!address) return fail("node.no_address", "kaspad finds outputs by address");
    const Json params = {{"addresses", {encodeAddress(*address)}}, {"includeOrphanPool", false}, {"filterTransactionPool", false}};
    BT_TRY(auto all,
           m->ask("getMempoolEntriesByAddresses", params, deadline, [](const NodePool::Answer& a) { return mempoolSenders(a.json); }));
    for (MempoolTx& one : all)
        for (const Input& input : one.tx.inputs)
            if (input.previous == outpoint) return std::optional<MempoolTx>(std::move(one));
    return std::optional<MempoolTx>();
}

Result<ledger::FeeRates> KaspadNode::feeRates(const Deadline& deadline)
{
    return m->ask("getFeeEstimate", Json::object(), deadline, [](const NodePool::Answer& a) { return io::feeRates(a.json); });
}

void KaspadNode::watch(const std::vector<ScriptPublicKey>& scripts)
{
    std::set<std::string> addresses;
    for (const ScriptPublicKey& spk : scripts)
        if (const auto address = addressOf(spk, m->options.addressPrefix)) addresses.insert(encodeAddress(*address));
    {
        const std::lock_guard guard(m->lock);
        for (const ScriptPublicKey& spk : scripts) m->memory.care(spk);
    }
    m->pool.watch({scripts.begin(), scripts.end()}, std::move(addresses));
}

void KaspadNode::onNews(ledger::NewsCallback told)
{
    const std::lock_guard guard(m->newsLock);
    m->told = std::move(told);
}

std::vector<ledger::NodeState> KaspadNode::states() const { return m->pool.states(); }

} // namespace bt::io
