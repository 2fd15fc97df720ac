// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/practice/practice_node.h"

#include "codec/text.h"
#include "kaspa/hashing.h"
#include "kaspa/mass.h"
#include "kaspa/script/engine.h"
#include "kaspa/signing.h"
#include "ledger/practice/chain_store.h"
#include "ledger/practice/practice_pool.h"
#include "ledger/practice/practice_token.h"
#include "ledger/practice/rules.h"
#include "store/database.h"

#include <mutex>
#include <thread>

namespace bt::ledger {
namespace {

using namespace kaspa;

constexpr int kPageBlocks = 500;
constexpr std::int64_t kKeepHighEvery = kMinute; // how often a mere look stores the time that was reached
constexpr std::int64_t kLongestAdvance = 400 * kDay;

ScriptPublicKey treasuryScript(const crypto::SchnorrSigner& signer) { return payToPublicKey(signer.key().view()); }

} // namespace

struct PracticeNode::Impl {
    Impl(store::Database d, const Clock& system, NetworkParams n) : db(std::move(d)), chain(db), clock(system), network(std::move(n)) {}

    std::mutex lock;
    store::Database db;
    ChainStore chain;
    PracticeClock clock;
    NetworkParams network;
    std::int64_t genesisTime = 0;
    std::int64_t storedHigh = 0;
    std::int64_t seenVersion = -1;
    std::int64_t writes = 0;
    std::mutex newsLock; // apart from `lock`: a callback runs while a call holds that one
    NewsCallback told;

    void tell(std::initializer_list<News> all)
    {
        const std::lock_guard guard(newsLock);
        if (!told) return;
        for (const News one : all) told(one);
    }

    Result<void> refresh()
    {
        BT_TRY(const std::int64_t version, db.dataVersion());
        if (version == seenVersion) return {};
        BT_CHECK(learn());
        seenVersion = version;
        return {};
    }
    Result<void> learn()
    {
        BT_TRY(const auto offset, chain.number("offset"));
        BT_TRY(const auto high, chain.number("high"));
        BT_TRY(const auto genesis, chain.number("genesis"));
        if (!offset || !high || !genesis) return fail("store.damaged", "practice ledger without its times");
        clock.learn(*offset, *high);
        storedHigh = *high;
        genesisTime = *genesis;
        return {};
    }
    [[nodiscard]] std::uint64_t daaAt(Millis time) const
    {
        const std::int64_t passed = std::max<std::int64_t>(time.value - genesisTime, 0);
        return static_cast<std::uint64_t>(passed) * network.daaPerSecond / 1000;
    }
    [[nodiscard]] Millis medianAt(Millis time) const { return {std::max(time.value - network.medianLagMs, genesisTime)}; }

    //! One write transaction, tried again while another process holds the file.
    Result<void> write(const Deadline& deadline, const std::function<Result<void>()>& work)
    {
        for (;;) {
            if (deadline.over()) return fail("node.timeout");
            auto done = db.transaction([&]() -> Result<void> {
                BT_CHECK(learn()); // under the write lock: nobody moves time between here and the commit
                return work();
            });
            if (done) {
                ++writes;
                return learn();
            }
            if (done.error().code != std::string_view("store.busy")) return done;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }

    Result<Transaction> genesisTx(std::int64_t round) const
    {
        BT_TRY(const auto signer, crypto::SchnorrSigner::from(practiceTreasurySecret().view()));
        Transaction tx;
        tx.version = 0;
        tx.subnetwork.bytes[0] = 1;
        for (std::uint32_t i = 0; i < network.treasuryCoins; ++i) tx.outputs.push_back({network.treasuryCoin, treasuryScript(signer), {}});
        tx.payload = bytesOf(network.id);
        appendLe(tx.payload, round);
        return tx;
    }
    //! Inside a write transaction: block 0 with the treasury's coins.
    Result<void> begin(Millis now)
    {
        BT_TRY(const auto before, chain.number("round"));
        const std::int64_t round = before.value_or(0) + 1;
        const std::int64_t genesis = now.value - network.genesisLeadMs;
        BT_TRY(const Transaction tx, genesisTx(round));
        BT_CHECK(chain.clear());
        BT_CHECK(chain.setNumber("round", round));
        BT_CHECK(chain.setNumber("genesis", genesis));
        BT_CHECK(chain.setNumber("high", now.value));
        BT_CHECK(chain.addBlock(transactionId(tx), tx, 0, {genesis}));
        genesisTime = genesis;
        BT_CHECK(beginToken());
        return beginPool();
    }
    //! Inside a write transaction: the supply of BTAI, by a transaction under every rule. Its coin counts as mined with
    //! the chain's first block, also where a ledger is older than the token.
    Result<void> beginToken()
    {
        if (network.tokenBirth.empty()) return {};
        BT_TRY(const auto there, chain.text("btai"));
        BT_TRY(const Outpoint supply, suppliedAt());
        BT_TRY(const bool known, chain.knows(supply.id));
        if (there && known) return {};
        const Transaction coin = practiceTokenCoin();
        BT_CHECK(chain.addBlock(transactionId(coin), coin, 0, {genesisTime}));
        SystemRandom random;
        BT_TRY(const Transaction born, practiceTokenGenesis(0, random));
        BT_CHECK(checkIsolated(born));
        BT_CHECK(accept(transactionId(born), born));
        BT_TRY(const auto made, practiceTokenSupply());
        return keepSupply(made);
    }
    //! Inside a write transaction, after beginToken(): the reward pool, and what it begins with.
    Result<void> beginPool()
    {
        if (network.poolBirth.empty() || network.tokenBirth.empty()) return {};
        const Transaction coin = practicePoolCoin();
        BT_TRY(const bool known, chain.knows(transactionId(coin)));
        if (known) return {};
        BT_CHECK(chain.addBlock(transactionId(coin), coin, 0, {genesisTime}));
        SystemRandom random;
        BT_TRY(const Transaction born, practicePoolGenesis(0, random));
        BT_CHECK(checkIsolated(born));
        BT_CHECK(accept(transactionId(born), born));
        BT_TRY(const TxId given, give(practicePoolOwner(), kPracticePoolUnits, practicePoolPurse(), practicePoolSecret()));
        (void)given;
        return {};
    }
    //! Inside a write transaction: nobody else moves the supply between reading where it is and spending it.
    //! \param coin pays the fee and what lies under the gift; `key` spends it.
    Result<TxId> give(const contract::token::Owner& to, contract::token::Units amount, const UtxoEntry& coin, const Secret& key)
    {
        BT_TRY(const auto from, supply());
        if (from.state.amount <= amount) return fail("ledger.treasury_empty");
        SystemRandom random;
        contract::token::Holding next;
        contract::token::Payment gift;
        gift.to = to;
        gift.amount = amount;
        BT_TRY(const Transaction tx, practiceTokenGift(from, gift, coin, key.view(), random, next));
        BT_CHECK(checkIsolated(tx));
        BT_CHECK(accept(transactionId(tx), tx));
        BT_CHECK(keepSupply(next));
        return transactionId(tx);
    }
    Result<Outpoint> suppliedAt() const
    {
        BT_TRY(const auto made, practiceTokenSupply());
        return made.outpoint;
    }
    Result<void> keepSupply(const contract::token::Holding& supply)
    {
        return chain.setText("btai", codec::hexEncode(supply.outpoint.id.view()) + ":" + std::to_string(supply.outpoint.index) + ":" +
                                         std::to_string(supply.state.amount.value));
    }
    Result<contract::token::Holding> supply()
    {
        BT_TRY(auto out, practiceTokenSupply());
        BT_TRY(const auto kept, chain.text("btai"));
        const auto colon = kept ? kept->find(':') : std::string::npos;
        const auto second = colon != std::string::npos ? kept->find(':', colon + 1) : std::string::npos;
        if (second == std::string::npos) return fail("money.no_token");
        BT_TRY(const Bytes id, codec::hexDecode(kept->substr(0, colon)));
        BT_TRY(out.outpoint.id, TxId::from(id));
        out.outpoint.index = static_cast<std::uint32_t>(std::strtoul(kept->c_str() + colon + 1, nullptr, 10));
        out.state.amount = {std::strtoull(kept->c_str() + second + 1, nullptr, 10)};
        return out;
    }
    Result<void> start()
    {
        BT_CHECK(chain.migrate());
        BT_CHECK(db.transaction([&]() -> Result<void> {
            BT_TRY(const auto id, chain.text("network"));
            if (id) {
                if (*id != network.id) return fail("ledger.other_network", {*id, network.id}, {});
                BT_CHECK(learn());
                BT_CHECK(beginToken());
                return beginPool();
            }
            BT_CHECK(chain.setText("network", network.id));
            BT_CHECK(chain.setNumber("offset", 0));
            return begin(clock.now());
        }));
        return refresh();
    }

    Result<Populated> populate(const Transaction& tx)
    {
        Populated out{tx, {}};
        for (std::size_t i = 0; i < tx.inputs.size(); ++i) {
            const Outpoint& outpoint = tx.inputs[i].previous;
            BT_TRY(auto utxo, chain.utxo(outpoint));
            if (!utxo) {
                BT_TRY(const bool parent, chain.knows(outpoint.id));
                if (parent) return fail("node.spent", {std::to_string(i)}, "an input is spent already");
                return fail("node.rejected.orphan", {std::to_string(i)}, "an input's transaction is unknown");
            }
            out.utxos.push_back(std::move(*utxo));
        }
        return out;
    }

    //! Inside a write transaction.
    Result<void> accept(const TxId& id, const Transaction& tx)
    {
        BT_TRY(const bool known, chain.knows(id));
        if (known) return {};
        const Millis now = clock.now();
        const ChainPoint at{daaAt(now), medianAt(now)};
        BT_CHECK(checkFinal(tx, at));
        BT_TRY(const Populated populated, populate(tx));
        BT_CHECK(checkPopulated(populated, at, network));
        BT_CHECK(chain.setNumber("high", now.value));
        return chain.addBlock(id, tx, at.daaScore, now);
    }
    Result<TxId> submit(const Transaction& tx, const Deadline& deadline)
    {
        BT_CHECK(checkIsolated(tx));
        const TxId id = transactionId(tx);
        BT_CHECK(write(deadline, [&] { return accept(id, tx); }));
        tell({News::Chain, News::Utxos, News::Time});
        return id;
    }

    Result<Transaction> faucetTx(const ScriptPublicKey& to, Sompi amount)
    {
        BT_TRY(const auto signer, crypto::SchnorrSigner::from(practiceTreasurySecret().view()));
        const ScriptPublicKey mine = treasuryScript(signer);
        BT_TRY(const auto coin, chain.largestCoin(mine));
        if (!coin || coin->utxo.amount.value < amount.value + kSompiPerKas) return fail("ledger.treasury_empty");
        Populated p;
        p.tx.inputs.push_back({coin->outpoint, Bytes(kPayToKeyUnlockBytes), 0, 0, kPayToKeyBudget});
        p.utxos.push_back(coin->utxo);
        p.tx.outputs.push_back({amount, to, {}});
        p.tx.outputs.push_back({{coin->utxo.amount.value - amount.value}, mine, {}});
        BT_TRY(const Masses planned, masses(p));
        const Sompi fee = minimumFee(planned.largest());
        p.tx.outputs[1].value.value -= fee.value;
        BT_TRY(p.tx.storageMass, storageMass(p));
        SystemRandom random;
        SighashCache cache;
        BT_CHECK(signInput(p, 0, signer, random, cache));
        return p.tx;
    }
};

PracticeNode::PracticeNode(std::unique_ptr<Impl> impl) : m(std::move(impl)) {}
PracticeNode::~PracticeNode() = default;

Result<std::unique_ptr<PracticeNode>> PracticeNode::open(const std::string& path, const Clock& system, NetworkParams network)
{
    store::OpenOptions options;
    options.path = path;
    options.exclusive = false;
    BT_TRY(store::Database db, store::Database::open(options, path.empty() ? Secret() : practiceFileKey(network)));
    auto impl = std::make_unique<Impl>(std::move(db), system, std::move(network));
    BT_CHECK(impl->start());
    return std::unique_ptr<PracticeNode>(new PracticeNode(std::move(impl)));
}

Result<NodeInfo> PracticeNode::info(const Deadline& deadline)
{
    const std::lock_guard guard(m->lock);
    BT_CHECK(m->refresh());
    NodeInfo out;
    out.time = m->clock.now();
    out.timeHeld = m->clock.held();
    // So that a later start with a clock set back still knows how far time had come; a busy file can wait.
    if (out.time.value - m->storedHigh > kKeepHighEvery) {
        const auto kept = m->write(deadline, [&] { return m->chain.setNumber("high", out.time.value); });
        if (!kept && kept.error().code != std::string_view("node.timeout")) return tl::unexpected(kept.error());
    }
    out.network = m->network.id;
    out.nodeName = m->network.id;
    BT_TRY(out.tip, m->chain.tip());
    out.addressPrefix = m->network.addressPrefix;
    out.daaScore = m->daaAt(out.time);
    out.pastMedianTime = m->medianAt(out.time);
    return out;
}

Result<TxId> PracticeNode::submit(const Transaction& tx, const Deadline& deadline)
{
    const std::lock_guard guard(m->lock);
    return m->submit(tx, deadline);
}

Result<TxId> PracticeNode::submitReplacement(const Transaction& tx, const Deadline& deadline)
{
    return submit(tx, deadline); // transactions are in a block at once: there is no waiting one to replace
}

Result<std::vector<UtxoEntry>> PracticeNode::utxos(const std::vector<ScriptPublicKey>& scripts, const Deadline& deadline)
{
    const std::lock_guard guard(m->lock);
    BT_CHECK(m->refresh());
    std::vector<UtxoEntry> out;
    for (const ScriptPublicKey& spk : scripts) {
        if (deadline.over()) return fail("node.timeout");
        BT_TRY(auto some, m->chain.utxosOf(spk));
        out.insert(out.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    return out;
}

Result<ChainPage> PracticeNode::chain(const BlockHash& cursor, const Deadline& deadline)
{
    const std::lock_guard guard(m->lock);
    if (deadline.over()) return fail("node.timeout");
    BT_CHECK(m->refresh());
    return m->chain.page(cursor, kPageBlocks);
}

Result<std::optional<Utxo>> PracticeNode::utxo(const Outpoint& outpoint, const Deadline& deadline)
{
    const std::lock_guard guard(m->lock);
    if (deadline.over()) return fail("node.timeout");
    BT_CHECK(m->refresh());
    return m->chain.utxo(outpoint);
}

void PracticeNode::onNews(NewsCallback told)
{
    const std::lock_guard guard(m->newsLock);
    m->told = std::move(told);
}

std::vector<NodeState> PracticeNode::states() const { return {{m->network.id, "node.online", true}}; }

Result<TxId> PracticeNode::faucet(const ScriptPublicKey& to, Sompi amount, const Deadline& deadline)
{
    const std::lock_guard guard(m->lock);
    if (amount < storageFloor(to, false) || amount.value > m->network.treasuryCoin.value / 2)
        return fail("ledger.bad_amount", {std::to_string(amount.value)}, "too little or too much for the faucet");
    for (;;) {
        BT_TRY(const Transaction tx, m->faucetTx(to, amount));
        auto id = m->submit(tx, deadline);
        if (id || id.error().code != std::string_view("node.spent")) return id; // another process took the same coin
    }
}

Result<TxId> PracticeNode::tokenFaucet(const contract::token::Owner& to, contract::token::Units amount, const Deadline& deadline)
{
    const std::lock_guard guard(m->lock);
    if (m->network.tokenBirth.empty()) return fail("money.no_token");
    TxId id;
    BT_CHECK(m->write(deadline, [&]() -> Result<void> {
        BT_TRY(const auto signer, crypto::SchnorrSigner::from(practiceTreasurySecret().view()));
        BT_TRY(const auto coin, m->chain.largestCoin(treasuryScript(signer)));
        if (!coin || coin->utxo.amount.value < 10 * kSompiPerKas) return fail("ledger.treasury_empty");
        BT_TRY(id, m->give(to, amount, *coin, practiceTreasurySecret()));
        return {};
    }));
    m->tell({News::Chain, News::Utxos, News::Time});
    return id;
}

Result<void> PracticeNode::advance(std::int64_t ms)
{
    const std::lock_guard guard(m->lock);
    if (ms <= 0 || ms > kLongestAdvance) return fail("ledger.bad_time", {std::to_string(ms)}, "advance");
    BT_CHECK(m->write(Deadline{}, [&]() -> Result<void> {
        // From where time stands, also when it is held: the jump is what the person asked for.
        const std::int64_t target = m->clock.now().value + ms;
        BT_CHECK(m->chain.setNumber("offset", target - m->clock.m_system->now().value));
        return m->chain.setNumber("high", target);
    }));
    m->tell({News::Time});
    return {};
}

Result<void> PracticeNode::reset()
{
    const std::lock_guard guard(m->lock);
    BT_CHECK(m->write(Deadline{}, [&] { return m->begin(m->clock.now()); }));
    m->tell({News::Chain, News::Utxos, News::Time});
    return {};
}

Result<std::int64_t> PracticeNode::changeCounter()
{
    const std::lock_guard guard(m->lock);
    BT_CHECK(m->refresh());
    return m->seenVersion + m->writes;
}

const PracticeClock& PracticeNode::clock() const { return m->clock; }
const NetworkParams& PracticeNode::network() const { return m->network; }

} // namespace bt::ledger
