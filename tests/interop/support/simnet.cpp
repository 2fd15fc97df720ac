// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/support/simnet.h"

#include "codec/text.h"
#include "kaspa/address.h"
#include "kaspa/mass.h"
#include "kaspa/script/engine.h"
#include "kaspa/signing.h"
#include "kaspa/transaction_codec.h"

#include <algorithm>

namespace bt::interop {
namespace {

constexpr std::uint64_t kFee = 10'000'000; //!< 0.1 KAS: more than any payment of the purse has to give
constexpr auto kBatch = 64;

template <typename F> Result<F> fixedFrom(const Json& hex)
{
    if (!hex.is_string()) return fail("rpc.unreadable", "no hex");
    BT_TRY(const Bytes bytes, codec::hexDecode(hex.get<std::string>()));
    return F::from(bytes);
}

Result<kaspa::ScriptPublicKey> scriptFrom(const Json& text)
{
    if (!text.is_string()) return fail("rpc.unreadable", "no script");
    BT_TRY(const Bytes bytes, codec::hexDecode(text.get<std::string>()));
    if (bytes.size() < 2) return fail("rpc.unreadable", "script");
    return kaspa::ScriptPublicKey{static_cast<std::uint16_t>((bytes[0] << 8) | bytes[1]), Bytes(bytes.begin() + 2, bytes.end())};
}

Result<std::string> addressText(const kaspa::ScriptPublicKey& spk)
{
    BT_TRY(const kaspa::Address address, kaspa::addressOf(spk, "kaspasim"));
    return kaspa::encodeAddress(address);
}

//! An address that nobody can spend from: each has few coins, so asking for them stays cheap.
std::string nobody(std::uint32_t n)
{
    Bytes payload(32, 0xee);
    for (std::size_t i = 0; i < 4; ++i) payload[i] = static_cast<std::uint8_t>(n >> (8 * i));
    return kaspa::encodeAddress({"kaspasim", kaspa::AddressKind::ScriptHash, payload});
}

crypto::SchnorrSigner purseSigner()
{
    const Bytes secret(32, 0x42);
    return std::move(crypto::SchnorrSigner::from(secret)).value();
}

} // namespace

Result<std::string> Miner::mineOne(const std::string& address)
{
    BT_TRY(Json answer, m_rpc->call("getBlockTemplate", {{"payAddress", address}, {"extraData", Json::array()}}));
    Json block = std::move(answer["block"]);
    if (m_time) {
        block["header"]["timestamp"] = m_time->value;
        m_time = m_time->plus(100);
    }
    BT_TRY(const Json done, m_rpc->call("submitBlock", {{"block", std::move(block)}, {"allowNonDaaBlocks", false}}));
    if (done["report"].value("type", "") != "success") return fail("rpc.refused", done.dump());
    BT_TRY(const ChainState state, chainState(*m_rpc));
    return state.sink;
}

Result<void> Miner::mine(int blocks, const std::string& address)
{
    const Json asked = {{"payAddress", address}, {"extraData", Json::array()}};
    for (int i = 0; i < blocks; ++i) {
        BT_TRY(Json answer, m_rpc->call("getBlockTemplate", asked));
        Json block = std::move(answer["block"]);
        if (m_time) {
            block["header"]["timestamp"] = m_time->value;
            m_time = m_time->plus(100);
        }
        BT_TRY(const Json done, m_rpc->call("submitBlock", {{"block", std::move(block)}, {"allowNonDaaBlocks", false}}));
        if (done["report"].value("type", "") != "success") return fail("rpc.refused", done.dump());
    }
    return {};
}

Result<ChainState> chainState(RpcClient& rpc)
{
    BT_TRY(const Json answer, rpc.call("getBlockDagInfo"));
    ChainState state;
    state.daaScore = answer.value("virtualDaaScore", std::uint64_t{0});
    state.pastMedianTime = {answer.value("pastMedianTime", std::int64_t{0})};
    state.sink = answer.value("sink", "");
    return state;
}

Json toJson(const kaspa::Transaction& tx)
{
    Json json = Json::parse(kaspa::transactionToJson(tx));
    // Also what the version does not provide for: a test may want to see it refused.
    for (std::size_t i = 0; i < tx.inputs.size(); ++i) json["inputs"][i]["computeBudget"] = tx.inputs[i].computeBudget;
    return json;
}
Result<kaspa::Transaction> transactionOf(const Json& rpcTransaction) { return kaspa::transactionFromJson(rpcTransaction.dump()); }

Result<kaspa::TxId> submit(RpcClient& rpc, const kaspa::Transaction& tx, bool allowOrphan)
{
    BT_TRY(const Json answer, rpc.call("submitTransaction", {{"transaction", toJson(tx)}, {"allowOrphan", allowOrphan}}));
    return fixedFrom<kaspa::TxId>(answer["transactionId"]);
}

Result<kaspa::TxId> submitReplacement(RpcClient& rpc, const kaspa::Transaction& tx)
{
    BT_TRY(const Json answer, rpc.call("submitTransactionReplacement", {{"transaction", toJson(tx)}}));
    BT_TRY(const kaspa::Transaction replaced, transactionOf(answer["replacedTransaction"]));
    return kaspa::transactionId(replaced);
}

Result<std::vector<ledger::UtxoEntry>> utxosOf(RpcClient& rpc, const kaspa::ScriptPublicKey& spk)
{
    BT_TRY(const std::string address, addressText(spk));
    BT_TRY(const Json answer, rpc.call("getUtxosByAddresses", {{"addresses", Json::array({address})}}));
    std::vector<ledger::UtxoEntry> out;
    for (const Json& one : answer["entries"]) {
        const Json& utxo = one["utxoEntry"];
        ledger::UtxoEntry entry;
        BT_TRY(entry.outpoint.id, fixedFrom<kaspa::TxId>(one["outpoint"]["transactionId"]));
        entry.outpoint.index = one["outpoint"].value("index", 0U);
        entry.utxo.amount.value = utxo.value("amount", std::uint64_t{0});
        BT_TRY(entry.utxo.spk, scriptFrom(utxo["scriptPublicKey"]));
        entry.utxo.daaScore = utxo.value("blockDaaScore", std::uint64_t{0});
        entry.utxo.isCoinbase = utxo.value("isCoinbase", false);
        if (utxo.contains("covenantId") && !utxo["covenantId"].is_null()) {
            BT_TRY(entry.utxo.covenant, fixedFrom<kaspa::CovenantId>(utxo["covenantId"]));
        }
        out.push_back(std::move(entry));
    }
    return out;
}

Result<bool> inMempool(RpcClient& rpc, const kaspa::TxId& id)
{
    const auto answer = rpc.call(
        "getMempoolEntry", {{"transactionId", codec::hexEncode(id.view())}, {"includeOrphanPool", true}, {"filterTransactionPool", false}});
    if (answer) return true;
    if (answer.error().code == "rpc.refused") return false;
    return tl::unexpected(answer.error());
}

Simnet::Simnet() : Simnet(KaspadProcess::Options{}) {}
Simnet::Simnet(KaspadProcess::Options options) : m_kaspad(std::move(options)), m_signer(purseSigner())
{
    m_spk = kaspa::payToPublicKey(m_signer.key().view());
    m_address = addressText(m_spk).value();
}
Simnet::~Simnet() = default;

Result<void> Simnet::start(std::optional<Millis> since, int coins)
{
    BT_CHECK(m_kaspad.start());
    m_rpc.emplace(m_kaspad.jsonUrl());
    m_miner.emplace(*m_rpc);
    m_miner->setTime(since);
    BT_CHECK(m_miner->mine(coins, m_address));
    m_nobody = m_address;
    BT_CHECK(mine(1000));
    return readPurse();
}

// A block's coinbase pays whoever mined the block before it. The index follows the virtual by notifications; it is in
// step when it holds a reward that the virtual's own block has made spendable.
Result<void> Simnet::waitForIndex(const std::string& paidTo)
{
    BT_TRY(const ChainState state, chainState(*m_rpc));
    BT_TRY(const kaspa::Address address, kaspa::decodeAddress(paidTo));
    for (int tries = 0; tries < 2000; ++tries) {
        BT_TRY(const auto coins, utxosOf(*m_rpc, kaspa::scriptOf(address)));
        for (const ledger::UtxoEntry& coin : coins)
            if (coin.utxo.daaScore >= state.daaScore) return {};
    }
    return fail("simnet.index", "the UTXO index does not follow");
}

Result<void> Simnet::readPurse()
{
    BT_TRY(m_coins, utxosOf(*m_rpc, m_spk));
    BT_TRY(const ChainState now, chainState(*m_rpc));
    std::erase_if(m_coins, [&](const ledger::UtxoEntry& coin) { return coin.utxo.isCoinbase && coin.utxo.daaScore + 1000 > now.daaScore; });
    std::ranges::sort(m_coins, {}, [](const ledger::UtxoEntry& coin) { return coin.utxo.amount.value; });
    return {};
}

Result<void> Simnet::mine(int blocks)
{
    const std::string address = nobody(m_ticks++);
    BT_CHECK(m_miner->mine(blocks, address));
    const std::string paid = blocks > 1 ? address : m_nobody;
    m_nobody = address;
    return waitForIndex(paid);
}

Result<void> Simnet::advanceTo(Millis time)
{
    // Past median time is the middle of the sampled times of the last 2,700 blocks: half of them must be later.
    for (int mined = 0; mined < 6000; mined += kBatch) {
        BT_TRY(const ChainState state, chainState(*m_rpc));
        if (state.pastMedianTime > time) return {};
        if (m_miner->time() && *m_miner->time() <= time) m_miner->setTime(time.plus(1));
        BT_CHECK(mine(kBatch));
    }
    return fail("simnet.time", "the past median time did not get there");
}

Result<void> Simnet::age(std::uint64_t daa)
{
    BT_TRY(const ChainState before, chainState(*m_rpc));
    while (true) {
        BT_TRY(const ChainState state, chainState(*m_rpc));
        const std::uint64_t passed = state.daaScore - before.daaScore;
        if (passed >= daa) return {};
        BT_CHECK(mine(static_cast<int>(daa - passed)));
    }
}

Result<std::vector<ledger::UtxoEntry>> Simnet::pay(const std::vector<kaspa::Output>& outputs)
{
    std::uint64_t need = kFee;
    for (const kaspa::Output& output : outputs) need += output.value.value;
    for (bool again = false;; again = true) {
        std::uint64_t have = 0;
        for (const ledger::UtxoEntry& coin : m_coins) have += coin.utxo.amount.value;
        if (have >= need) break;
        if (again) return fail("simnet.purse", "too little money: mine more");
        BT_CHECK(readPurse());
    }
    kaspa::Populated p;
    std::uint64_t in = 0;
    while (in < need) {
        const ledger::UtxoEntry coin = m_coins.back();
        m_coins.pop_back();
        p.tx.inputs.push_back({coin.outpoint, {}, 0, 0, kaspa::kPayToKeyBudget});
        p.utxos.push_back(coin.utxo);
        in += coin.utxo.amount.value;
    }
    p.tx.outputs = outputs;
    if (in - need > kSompiPerKas) p.tx.outputs.push_back({{in - need}, m_spk, std::nullopt});
    BT_TRY(p.tx.storageMass, kaspa::storageMass(p));
    SystemRandom random;
    kaspa::SighashCache cache;
    for (std::size_t i = 0; i < p.tx.inputs.size(); ++i) BT_CHECK(kaspa::signInput(p, i, m_signer, random, cache));
    BT_TRY(const kaspa::TxId id, settle(p.tx));
    BT_TRY(const ChainState state, chainState(*m_rpc));
    std::vector<ledger::UtxoEntry> made;
    for (std::uint32_t i = 0; i < p.tx.outputs.size(); ++i) {
        const kaspa::Output& output = p.tx.outputs[i];
        ledger::UtxoEntry entry{{id, i}, {output.value, output.spk, state.daaScore, false, std::nullopt}};
        if (i < outputs.size()) made.push_back(std::move(entry));
        else m_coins.push_back(std::move(entry));
    }
    return made;
}

Result<ledger::UtxoEntry> Simnet::pay(const kaspa::ScriptPublicKey& to, Sompi amount)
{
    BT_TRY(const auto made, pay({{amount, to, std::nullopt}}));
    return made.front();
}

Result<kaspa::TxId> Simnet::settle(const kaspa::Transaction& tx)
{
    BT_TRY(const kaspa::TxId id, submit(*m_rpc, tx));
    if (id != kaspa::transactionId(tx)) return fail("simnet.id", "the node computes another id");
    BT_CHECK(mine(1));
    BT_TRY(const bool waiting, inMempool(*m_rpc, id));
    if (waiting) return fail("simnet.not_mined", codec::hexEncode(id.view()));
    return id;
}

} // namespace bt::interop
