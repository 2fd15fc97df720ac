// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What a kaspad of the tests knows, and its answers in kaspad 2.1.0's shapes: server, DAG, a chain with transactions,
//! outputs, a mempool. Tests change the model or replace an answer.
#pragma once

#include "codec/text.h"
#include "io/kaspad_node.h"
#include "kaspa/address.h"
#include "kaspa/hashing.h"
#include "kaspa/script/engine.h"
#include "kaspa/transaction_codec.h"
#include "ledger/news.h"
#include "scripted_node.h"

namespace bt::test {

using kaspa::ScriptPublicKey;
using ledger::BlockHash;

template <typename F> std::string hex(const F& value) { return codec::hexEncode(value.view()); }
inline BlockHash block(std::uint8_t n, std::uint8_t fork = 0)
{
    BlockHash out;
    out.bytes.fill(n);
    out.bytes[0] = fork;
    out.bytes[31] = 1;
    return out;
}
inline ScriptPublicKey scriptNumber(std::uint8_t n) { return kaspa::payToPublicKey(Bytes(32, n)); }
inline std::string addressOf(const ScriptPublicKey& spk, const std::string& prefix = "kaspasim")
{
    return kaspa::encodeAddress(*kaspa::addressOf(spk, prefix));
}
inline const ScriptPublicKey kOurs = scriptNumber(7); //!< what the tests watch

//! Spends (id n, 0) into `to`.
inline kaspa::Transaction payment(std::uint8_t n, const ScriptPublicKey& to, std::uint64_t sompi = 500'000'000)
{
    kaspa::Transaction tx;
    kaspa::Input input;
    input.previous.id.bytes.fill(n);
    input.signatureScript = Bytes(66, n);
    input.computeBudget = 10;
    tx.inputs.push_back(input);
    tx.outputs.push_back({{sompi}, to, {}});
    tx.storageMass = 2'000;
    return tx;
}
inline Json rpcTransaction(const kaspa::Transaction& tx)
{
    Json out = *codec::parseJson(kaspa::transactionToJson(tx));
    out["storageMass"] = out["mass"];
    for (Json& input : out["inputs"]) input["verboseData"] = nullptr;
    out["verboseData"] = {{"transactionId", hex(kaspa::transactionId(tx))},
                          {"hash", hex(kaspa::transactionHash(tx))},
                          {"computeMass", 1'700},
                          {"blockHash", hex(block(99))},
                          {"blockTime", 1'700'000'000'000}};
    return out;
}
inline Json mempoolJson(const kaspa::Transaction& tx, std::uint64_t fee)
{
    return {{"fee", fee}, {"transaction", rpcTransaction(tx)}, {"is_orphan", false}};
}

struct ModelBlock {
    BlockHash hash;
    std::uint64_t daaScore = 0;
    std::vector<kaspa::Transaction> txs;
};

//! Change it before the node is asked; `chain[0]` is the pruning point and genesis.
struct Model {
    std::string network = "simnet", version = "2.1.0";
    std::uint64_t api = 1;
    bool index = true, synced = true;
    std::vector<ModelBlock> chain{{block(1), 0, {}}};
    std::map<BlockHash, std::vector<BlockHash>> removedFrom; //!< blocks of a fork: what leads back, newest first
    std::map<BlockHash, BlockHash> forkRoot;
    std::vector<ledger::UtxoEntry> utxos;

    [[nodiscard]] Json serverInfo() const
    {
        return {{"rpcApiVersion", api},
                {"rpcApiRevision", 0},
                {"serverVersion", version},
                {"networkId", network},
                {"hasUtxoIndex", index},
                {"isSynced", synced},
                {"virtualDaaScore", chain.back().daaScore + 1}};
    }
    [[nodiscard]] Json dagInfo() const
    {
        return {{"network", network},
                {"blockCount", chain.size()},
                {"headerCount", chain.size()},
                {"tipHashes", {hex(chain.back().hash)}},
                {"difficulty", 4.656542373906925e-10},
                {"pastMedianTime", 1'699'999'868'000},
                {"virtualParentHashes", {hex(chain.back().hash)}},
                {"pruningPointHash", hex(chain.front().hash)},
                {"virtualDaaScore", chain.back().daaScore + 1},
                {"sink", hex(chain.back().hash)}};
    }
    [[nodiscard]] Json blockJson(const ModelBlock& one) const
    {
        return {{"hash", hex(one.hash)},
                {"version", 1},
                {"timestamp", 1'700'000'000'000 + one.daaScore * 100},
                {"daaScore", one.daaScore},
                {"blueScore", one.daaScore},
                {"bits", 545259519},
                {"blueWork", "2"}};
    }
    //! Place behind the start, and what is removed on the way there; nothing if the start is unknown.
    [[nodiscard]] std::optional<std::pair<std::size_t, std::vector<BlockHash>>> find(const std::string& start) const
    {
        for (std::size_t i = 0; i < chain.size(); ++i)
            if (hex(chain[i].hash) == start) return {{i + 1, {}}};
        for (const auto& [tip, removed] : removedFrom)
            if (hex(tip) == start) {
                auto found = find(hex(forkRoot.at(tip)));
                found->second = removed;
                return found;
            }
        return {};
    }
    [[nodiscard]] Json chainV2(std::size_t from, const std::vector<BlockHash>& removed, std::uint64_t confirmations) const
    {
        Json gone = Json::array(), added = Json::array(), accepted = Json::array();
        for (const BlockHash& one : removed) gone.push_back(hex(one));
        for (std::size_t i = from; i < chain.size(); ++i) {
            if (confirmations > 0 && chain.back().daaScore - chain[i].daaScore <= confirmations) break;
            added.push_back(hex(chain[i].hash));
            Json txs = Json::array();
            for (const auto& tx : chain[i].txs) txs.push_back(rpcTransaction(tx));
            accepted.push_back({{"chainBlockHeader", blockJson(chain[i])}, {"acceptedTransactions", txs}});
        }
        return {{"removedChainBlockHashes", gone}, {"addedChainBlockHashes", added}, {"chainBlockAcceptedTransactions", accepted}};
    }
    [[nodiscard]] Json chainV1(std::size_t from, const std::vector<BlockHash>& removed) const
    {
        Json out = chainV2(from, removed, 0);
        Json ids = Json::array();
        for (std::size_t i = from; i < chain.size(); ++i) {
            Json txs = Json::array();
            for (const auto& tx : chain[i].txs) txs.push_back(hex(kaspa::transactionId(tx)));
            ids.push_back({{"acceptingBlockHash", hex(chain[i].hash)}, {"acceptedTransactionIds", txs}});
        }
        out.erase("chainBlockAcceptedTransactions");
        out["acceptedTransactionIds"] = ids;
        return out;
    }
    [[nodiscard]] Json utxosOf(const Json& addresses) const
    {
        Json entries = Json::array();
        for (const auto& one : utxos) {
            const std::string address = addressOf(one.utxo.spk);
            bool asked = false;
            for (const Json& a : addresses) asked = asked || a == Json(address);
            if (!asked) continue;
            Bytes spk{0, 0};
            append(spk, one.utxo.spk.script);
            entries.push_back({{"address", address},
                               {"outpoint", {{"transactionId", hex(one.outpoint.id)}, {"index", one.outpoint.index}}},
                               {"utxoEntry",
                                {{"amount", one.utxo.amount.value},
                                 {"scriptPublicKey", codec::hexEncode(spk)},
                                 {"blockDaaScore", one.utxo.daaScore},
                                 {"isCoinbase", one.utxo.isCoinbase},
                                 {"covenantId", nullptr}}}});
        }
        return {{"entries", entries}};
    }
};

//! A scripted node that answers from a model. Take `lock` to change the model while it runs.
class ModelNode : public ScriptedNode
{
public:
    explicit ModelNode(Model start = {}) : model(std::move(start))
    {
        on("getServerInfo", says([this](const Json&) { return model.serverInfo(); }));
        on("getBlockDagInfo", says([this](const Json&) { return model.dagInfo(); }));
        on("getUtxosByAddresses", says([this](const Json& p) { return model.utxosOf(p.at("addresses")); }));
        on("getSinkBlueScore", says([this](const Json&) { return Json{{"blueScore", model.chain.back().daaScore}}; }));
        on("subscribe", says([](const Json&) { return Json{{"id", 1}}; }));
        on("unsubscribe", says([](const Json&) { return Json::object(); }));
        on("getFeeEstimate", says([](const Json&) {
               return *codec::parseJson(
                   "{\"estimate\":{\"priorityBucket\":{\"feerate\":250.5,\"estimatedSeconds\":0.1},\"normalBuckets\":["
                   "{\"feerate\":100.0,\"estimatedSeconds\":0.1}],\"lowBuckets\":[{\"feerate\":1.0,\"estimatedSeconds\":9.5}]}}");
           }));
        const auto walk = [this](bool full) {
            return [this, full](QWebSocket& s, std::uint64_t id, const std::string& m, const Json& p) {
                const std::lock_guard guard(lock);
                const auto from = p.at("startHash").get<std::string>();
                const auto found = model.find(from);
                if (!found) return refusal(s, id, m, "cannot find header " + from);
                const std::uint64_t least = p.contains("minConfirmationCount") ? p.at("minConfirmationCount").get<std::uint64_t>() : 0;
                reply(s, id, m, full ? model.chainV2(found->first, found->second, least) : model.chainV1(found->first, found->second));
            };
        };
        on("getVirtualChainFromBlockV2", walk(true));
        on("getVirtualChainFromBlock", walk(false));
        on("getBlock", [this](QWebSocket& s, std::uint64_t id, const std::string& m, const Json& p) {
            const std::lock_guard guard(lock);
            for (const ModelBlock& one : model.chain)
                if (hex(one.hash) == p.at("hash"))
                    return reply(
                        s, id, m,
                        {{"block", {{"header", model.blockJson(one)}, {"transactions", Json::array()}, {"verboseData", nullptr}}}});
            refusal(s, id, m, "cannot find header " + p.at("hash").get<std::string>());
        });
        on("getMempoolEntry", [](QWebSocket& s, std::uint64_t id, const std::string& m, const Json& p) {
            refusal(s, id, m, "Transaction " + p.at("transactionId").get<std::string>() + " not found");
        });
    }
    void change(const std::function<void(Model&)>& how)
    {
        const std::lock_guard guard(lock);
        how(model);
    }
    std::mutex lock;
    Model model;

private:
    Script says(std::function<Json(const Json&)> what)
    {
        return [this, what](QWebSocket& s, std::uint64_t id, const std::string& m, const Json& p) {
            const std::lock_guard guard(lock);
            reply(s, id, m, what(p));
        };
    }
};

inline const FakeClock& modelClock()
{
    static const FakeClock clock(Millis{1'700'000'100'000});
    return clock;
}
inline io::KaspadOptions optionsFor(const std::vector<ledger::NodeUrl>& urls, bool witness = false)
{
    io::KaspadOptions out;
    out.addressPrefix = "kaspasim";
    out.pool.network = "simnet";
    out.pool.urls = urls;
    out.pool.witness = witness;
    out.pool.answerWithin = std::chrono::milliseconds(10'000);
    out.pool.firstBackoff = std::chrono::milliseconds(20);
    out.pool.longestBackoff = std::chrono::milliseconds(100);
    return out;
}
inline std::unique_ptr<io::KaspadNode> nodeFor(io::KaspadOptions options)
{
    return std::make_unique<io::KaspadNode>(std::move(options), modelClock(), std::make_unique<SeededRandom>(3));
}

//! "ok" or the error's code.
template <typename T> QString codeOf(const Result<T>& result)
{
    return result ? QStringLiteral("ok") : QString::fromUtf8(result.error().code.data(), static_cast<int>(result.error().code.size()));
}
//! Code of the state of one of its connections.
inline QString stateOf(const ledger::Node& node, std::size_t i)
{
    const auto states = node.states();
    return QString::fromUtf8(states[i].code.data(), static_cast<int>(states[i].code.size()));
}

} // namespace bt::test
