// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/support/test_wallet.h"

#include "codec/text.h"
#include "interop/support/must.h"
#include "io/open_node.h"
#include "kaspa/bip32.h"

#include <algorithm>

namespace bt::interop {

using namespace ledger;

TestNode::TestNode(const std::string& url)
{
    NodeSettings settings;
    settings.network = "simnet";
    settings.urls = {url};
    m_node = must(io::openNode(settings, m_clock));
}

TestWallet::TestWallet(std::uint8_t seed) : m_db(must(store::Database::open({}, Secret())))
{
    const KeySource keys = [seed](const KeyRef& ref) -> Result<Secret> {
        BT_TRY(const kaspa::ExtendedKey account, kaspa::accountKey(Bytes(32, seed)));
        return kaspa::addressSecret(account, static_cast<std::uint32_t>(ref.branch), ref.index);
    };
    m_wallet.emplace(must(Wallet::open(m_db, must(networkNamed("simnet")), keys)));
}

Result<kaspa::Transaction> TestWallet::pay(Node& node, const kaspa::ScriptPublicKey& to, Sompi amount, std::optional<kaspa::Outpoint> from)
{
    BT_TRY(const FreshKey change, m_wallet->fresh("own", Branch::Change));
    BT_TRY(auto coins, m_wallet->coins());
    if (from) std::erase_if(coins, [&](const Coin& coin) { return coin.outpoint != *from; });
    BT_TRY(const NodeInfo info, node.info({}));
    BuildRequest request;
    request.outputs.push_back({amount, to, {}});
    request.change = change.spk;
    request.relation = "own";
    BT_TRY(Draft draft, build(request, coins, m_wallet->network(), info.daaScore));
    SystemRandom random;
    BT_CHECK(signCoins(
        draft, [this](const KeyRef& ref) { return m_wallet->secret(ref); }, random));
    BT_TRY(const kaspa::Transaction tx, finish(draft));
    BT_CHECK(m_wallet->notePending(tx, "payment"));
    return tx;
}

std::vector<std::string> TestWallet::belief() const
{
    std::vector<std::string> out;
    for (const Coin& coin : must(m_wallet->coins())) {
        if (coin.state != CoinState::Confirmed) continue;
        out.push_back("coin " + codec::hexEncode(coin.outpoint.id.view()) + " " + std::to_string(coin.outpoint.index) + " " +
                      std::to_string(coin.utxo.amount.value) + " at " + std::to_string(coin.utxo.daaScore));
    }
    for (const WalletTx& tx : must(m_wallet->history(100'000)))
        out.push_back("tx " + codec::hexEncode(tx.id.view()) + " +" + std::to_string(tx.received.value) + " -" +
                      std::to_string(tx.spent.value) + " at " + std::to_string(tx.daaScore));
    const Balance balance = must(m_wallet->balance());
    out.push_back("confirmed " + std::to_string(balance.confirmed.value));
    std::ranges::sort(out);
    return out;
}

Result<std::vector<std::string>> freshBelief(std::uint8_t seed, Node& node)
{
    TestWallet fresh(seed);
    BT_CHECK(fresh->discover(node, {std::chrono::steady_clock::now() + std::chrono::minutes(2), {}}));
    while (true) {
        BT_TRY(const SyncReport report, fresh->sync(node, {std::chrono::steady_clock::now() + std::chrono::minutes(2), {}}));
        if (report.blocks == 0) break;
    }
    return fresh.belief();
}

} // namespace bt::interop
