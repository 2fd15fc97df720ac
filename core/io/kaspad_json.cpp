// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/kaspad_json.h"

#include "codec/text.h"
#include "kaspa/hashing.h"
#include "kaspa/transaction_codec.h"

#include <charconv>
#include <cmath>
#include <tuple>

namespace bt::io {
namespace {

using namespace kaspa;
using codec::Json;
using ledger::BlockHash;

constexpr std::int64_t kLatestTime = 253'402'300'799'999; // end of the year 9999
constexpr double kDearestRate = 1000.0 * static_cast<double>(kSompiPerGram);
constexpr std::size_t kMaxVersionText = 64;

auto unreadable(std::string_view what) { return fail("node.unreadable", std::string(what)); }
auto lied(std::string_view what) { return fail("node.lied", std::string(what)); }

Result<const Json*> member(const Json& object, const char* name)
{
    if (!object.is_object()) return unreadable(name);
    const auto found = object.find(name);
    if (found == object.end()) return unreadable(name);
    return &*found;
}
Result<const Json*> list(const Json& object, const char* name)
{
    BT_TRY(const Json* value, member(object, name));
    if (!value->is_array()) return unreadable(name);
    return value;
}
Result<std::string> text(const Json& object, const char* name)
{
    BT_TRY(const Json* value, member(object, name));
    if (!value->is_string()) return unreadable(name);
    return value->get<std::string>();
}
Result<bool> flag(const Json& object, const char* name)
{
    BT_TRY(const Json* value, member(object, name));
    if (!value->is_boolean()) return unreadable(name);
    return value->get<bool>();
}
//! A whole number as JSON's number or as a string of digits; a fraction, a sign or an exponent is neither.
Result<std::uint64_t> whole(const Json& value, const char* name)
{
    if (value.is_number_unsigned()) return value.get<std::uint64_t>();
    if (!value.is_string()) return unreadable(name);
    const auto& digits = value.get_ref<const std::string&>();
    std::uint64_t out = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    const bool plain = error == std::errc() && end == digits.data() + digits.size() && (digits.size() == 1 || digits[0] != '0');
    if (!plain) return unreadable(name);
    return out;
}
Result<std::uint64_t> number(const Json& object, const char* name)
{
    BT_TRY(const Json* value, member(object, name));
    return whole(*value, name);
}
Result<Sompi> amount(const Json& object, const char* name)
{
    BT_TRY(const std::uint64_t value, number(object, name));
    if (value > kMaxSompi) return lied(name);
    return Sompi{value};
}
Result<Millis> moment(const Json& object, const char* name)
{
    BT_TRY(const std::uint64_t value, number(object, name));
    if (value > static_cast<std::uint64_t>(kLatestTime)) return lied(name);
    return Millis{static_cast<std::int64_t>(value)};
}
template <typename F> Result<F> hashFrom(const Json& value, const char* name)
{
    if (!value.is_string()) return unreadable(name);
    const auto& hex = value.get_ref<const std::string&>();
    if (hex.size() != 2 * F::size) return unreadable(name);
    const auto bytes = codec::hexDecode(hex);
    if (!bytes) return unreadable(name);
    return F::from(*bytes);
}
template <typename F> Result<F> hash(const Json& object, const char* name)
{
    BT_TRY(const Json* value, member(object, name));
    return hashFrom<F>(*value, name);
}
template <typename F> Result<std::vector<F>> hashes(const Json& object, const char* name)
{
    BT_TRY(const Json* values, list(object, name));
    std::vector<F> out;
    out.reserve(values->size());
    for (const Json& one : *values) {
        BT_TRY(out.emplace_back(), hashFrom<F>(one, name));
    }
    return out;
}
Result<ScriptPublicKey> script(const Json& object, const char* name)
{
    BT_TRY(const std::string hex, text(object, name));
    const auto bytes = codec::hexDecode(hex);
    if (!bytes || bytes->size() < 2 || bytes->size() > kMaxScriptPublicKey + 2) return unreadable(name);
    ScriptPublicKey out;
    out.version = static_cast<std::uint16_t>(((*bytes)[0] << 8) | (*bytes)[1]);
    out.script.assign(bytes->begin() + 2, bytes->end());
    return out;
}

//! The transaction with its own id; amounts are judged, rules are not.
Result<ledger::AcceptedTx> transaction(const Json& json)
{
    auto read = transactionFromJsonValue(json);
    if (!read) return fail("node.unreadable", "transaction: " + read.error().detail);
    std::uint64_t total = 0;
    for (const Output& output : read->outputs) {
        if (output.value.value > kMaxSompi || total > kMaxSompi - output.value.value) return lied("an output above the supply");
        total += output.value.value;
    }
    return ledger::AcceptedTx{transactionId(*read), std::move(*read)};
}
//! As transaction(), and the id that the node names beside it must be the one of the bytes.
Result<ledger::AcceptedTx> namedTransaction(const Json& json)
{
    BT_TRY(auto out, transaction(json));
    BT_TRY(const Json* verbose, member(json, "verboseData"));
    if (verbose->is_null()) return out;
    BT_TRY(const auto claimed, hash<TxId>(*verbose, "transactionId"));
    if (claimed != out.id) return lied("a transaction under another id");
    return out;
}

Result<ledger::MempoolTx> entry(const Json& json)
{
    ledger::MempoolTx out;
    BT_TRY(const Json* tx, member(json, "transaction"));
    BT_TRY(auto read, namedTransaction(*tx));
    out.id = read.id;
    out.tx = std::move(read.tx);
    BT_TRY(out.fee, amount(json, "fee"));
    // 2.1.0 writes this one field of all in snake case.
    BT_TRY(out.orphan, flag(json, json.contains("is_orphan") ? "is_orphan" : "isOrphan"));
    return out;
}

Result<std::uint64_t> rate(const Json& bucket)
{
    BT_TRY(const Json* value, member(bucket, "feerate"));
    if (!value->is_number()) return unreadable("feerate");
    const double asked = std::ceil(value->get<double>());
    if (!std::isfinite(asked) || asked < 0) return lied("feerate");
    return static_cast<std::uint64_t>(std::clamp(asked, static_cast<double>(kSompiPerGram), kDearestRate));
}

} // namespace

Result<ServerInfo> serverInfo(const Json& answer)
{
    ServerInfo out;
    BT_TRY(out.apiVersion, number(answer, "rpcApiVersion"));
    BT_TRY(out.version, text(answer, "serverVersion"));
    BT_TRY(out.network, text(answer, "networkId"));
    BT_TRY(out.hasIndex, flag(answer, "hasUtxoIndex"));
    BT_TRY(out.synced, flag(answer, "isSynced"));
    BT_TRY(out.daaScore, number(answer, "virtualDaaScore"));
    const auto printable = [](char c) { return c > ' ' && c <= '~'; };
    if (out.version.size() > kMaxVersionText || !std::ranges::all_of(out.version, printable)) return unreadable("serverVersion");
    if (out.network.size() > kMaxVersionText || !std::ranges::all_of(out.network, printable)) return unreadable("networkId");
    return out;
}

bool versionAtLeast(std::string_view version, unsigned a, unsigned b, unsigned c)
{
    unsigned parts[3] = {0, 0, 0};
    for (unsigned& part : parts) {
        const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), part);
        if (error != std::errc()) return false;
        version.remove_prefix(static_cast<std::size_t>(end - version.data()));
        if (&part != &parts[2]) {
            if (!version.starts_with('.')) return false;
            version.remove_prefix(1);
        }
    }
    return std::tie(parts[0], parts[1], parts[2]) >= std::tie(a, b, c);
}

Result<DagInfo> dagInfo(const Json& answer)
{
    DagInfo out;
    BT_TRY(out.network, text(answer, "network"));
    BT_TRY(out.pastMedianTime, moment(answer, "pastMedianTime"));
    BT_TRY(out.pruningPoint, hash<BlockHash>(answer, "pruningPointHash"));
    BT_TRY(out.sink, hash<BlockHash>(answer, "sink"));
    BT_TRY(out.daaScore, number(answer, "virtualDaaScore"));
    return out;
}

Result<BlockInfo> blockInfo(const Json& answer, const BlockHash& asked)
{
    BT_TRY(const Json* block, member(answer, "block"));
    BT_TRY(const Json* header, member(*block, "header"));
    BlockInfo out;
    BT_TRY(out.hash, hash<BlockHash>(*header, "hash"));
    BT_TRY(out.daaScore, number(*header, "daaScore"));
    BT_TRY(out.blueScore, number(*header, "blueScore"));
    BT_TRY(out.time, moment(*header, "timestamp"));
    if (out.hash != asked) return lied("another block than asked for");
    return out;
}

Result<std::uint64_t> sinkBlueScore(const Json& answer) { return number(answer, "blueScore"); }

Result<ledger::ChainPage> chainPage(const Json& answer)
{
    ledger::ChainPage page;
    BT_TRY(page.removed, hashes<BlockHash>(answer, "removedChainBlockHashes"));
    BT_TRY(const auto added, hashes<BlockHash>(answer, "addedChainBlockHashes"));
    BT_TRY(const Json* blocks, list(answer, "chainBlockAcceptedTransactions"));
    if (blocks->size() != added.size()) return lied("other blocks than hashes");
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < added.size(); ++i) {
        BT_TRY(const Json* header, member((*blocks)[i], "chainBlockHeader"));
        ledger::AcceptedBlock block;
        BT_TRY(block.hash, hash<BlockHash>(*header, "hash"));
        BT_TRY(block.daaScore, number(*header, "daaScore"));
        BT_TRY(block.time, moment(*header, "timestamp"));
        if (block.hash != added[i]) return lied("blocks out of order");
        if (block.daaScore < before) return lied("DAA score that falls"); // genesis and its child both have 0
        before = block.daaScore;
        BT_TRY(const Json* txs, list((*blocks)[i], "acceptedTransactions"));
        for (const Json& one : *txs) {
            BT_TRY(auto tx, namedTransaction(one));
            block.txs.push_back(std::move(tx));
        }
        page.added.push_back(std::move(block));
    }
    std::set<BlockHash> seen(page.removed.begin(), page.removed.end());
    if (seen.size() != page.removed.size()) return lied("a block removed twice");
    for (const BlockHash& one : added)
        if (!seen.insert(one).second) return lied("a block added twice");
    return page;
}

Result<ChainIds> chainIds(const Json& answer)
{
    ChainIds out;
    BT_TRY(out.added, hashes<BlockHash>(answer, "addedChainBlockHashes"));
    BT_TRY(const Json* accepted, list(answer, "acceptedTransactionIds"));
    if (accepted->size() != out.added.size()) return lied("other blocks than hashes");
    for (std::size_t i = 0; i < out.added.size(); ++i) {
        BT_TRY(const auto block, hash<BlockHash>((*accepted)[i], "acceptingBlockHash"));
        if (block != out.added[i]) return lied("blocks out of order");
        BT_TRY(out.accepted.emplace_back(), hashes<TxId>((*accepted)[i], "acceptedTransactionIds"));
    }
    return out;
}

Result<std::vector<ledger::UtxoEntry>> utxoEntries(const Json& answer, const std::set<ScriptPublicKey>& asked)
{
    BT_TRY(const Json* entries, list(answer, "entries"));
    std::vector<ledger::UtxoEntry> out;
    out.reserve(entries->size());
    std::set<Outpoint> seen;
    for (const Json& one : *entries) {
        BT_TRY(const Json* outpoint, member(one, "outpoint"));
        BT_TRY(const Json* held, member(one, "utxoEntry"));
        ledger::UtxoEntry read;
        BT_TRY(read.outpoint.id, hash<TxId>(*outpoint, "transactionId"));
        BT_TRY(const std::uint64_t index, number(*outpoint, "index"));
        if (index > 0xffff'ffff) return unreadable("index");
        read.outpoint.index = static_cast<std::uint32_t>(index);
        BT_TRY(read.utxo.amount, amount(*held, "amount"));
        BT_TRY(read.utxo.spk, script(*held, "scriptPublicKey"));
        BT_TRY(read.utxo.daaScore, number(*held, "blockDaaScore"));
        BT_TRY(read.utxo.isCoinbase, flag(*held, "isCoinbase"));
        if (const auto id = held->find("covenantId"); id != held->end() && !id->is_null()) {
            BT_TRY(read.utxo.covenant, hashFrom<CovenantId>(*id, "covenantId"));
        }
        if (!asked.contains(read.utxo.spk)) return lied("an output of a script that was not asked for");
        if (read.utxo.amount.value == 0) return lied("an output of nothing");
        if (!seen.insert(read.outpoint).second) return lied("an output twice");
        out.push_back(std::move(read));
    }
    return out;
}

Result<ledger::MempoolTx> mempoolEntry(const Json& answer, const TxId& id)
{
    BT_TRY(const Json* one, member(answer, "mempoolEntry"));
    BT_TRY(auto out, entry(*one));
    if (out.id != id) return lied("another transaction than asked for");
    return out;
}

Result<std::vector<ledger::MempoolTx>> mempoolSenders(const Json& answer)
{
    BT_TRY(const Json* entries, list(answer, "entries"));
    std::vector<ledger::MempoolTx> out;
    for (const Json& one : *entries) {
        BT_TRY(const Json* sending, list(one, "sending"));
        for (const Json& tx : *sending) {
            BT_TRY(auto read, entry(tx));
            out.push_back(std::move(read));
        }
    }
    return out;
}

Result<ledger::FeeRates> feeRates(const Json& answer)
{
    BT_TRY(const Json* estimate, member(answer, "estimate"));
    BT_TRY(const Json* priority, member(*estimate, "priorityBucket"));
    BT_TRY(const Json* normal, list(*estimate, "normalBuckets"));
    BT_TRY(const Json* low, list(*estimate, "lowBuckets"));
    ledger::FeeRates out;
    BT_TRY(out.priority, rate(*priority));
    out.normal = out.priority;
    if (!normal->empty()) {
        BT_TRY(out.normal, rate(normal->front()));
    }
    out.low = out.normal;
    if (!low->empty()) {
        BT_TRY(out.low, rate(low->front()));
    }
    if (out.low > out.normal || out.normal > out.priority) return lied("fee rates that fall with urgency");
    return out;
}

Result<void> submitted(const Json& answer, const TxId& id)
{
    BT_TRY(const auto said, hash<TxId>(answer, "transactionId"));
    if (said != id) return lied("another transaction id than ours");
    return {};
}

bool concerns(const Json& params, const std::set<ScriptPublicKey>& watched)
{
    const auto body = member(params, "UtxosChanged");
    if (!body) return false;
    for (const char* side : {"added", "removed"}) {
        const auto entries = list(**body, side);
        if (!entries) return false;
        for (const Json& one : **entries) {
            const auto held = member(one, "utxoEntry");
            if (!held) return false;
            const auto spk = script(**held, "scriptPublicKey");
            if (spk && watched.contains(*spk)) return true;
        }
    }
    return false;
}

} // namespace bt::io
