// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/wallet.h"

#include "kaspa/address.h"
#include "kaspa/script/engine.h"
#include "ledger/wallet_rows.h"
#include "ledger/wallet_tables.h"
#include "ledger/watch_only.h"

#include <algorithm>
#include <limits>

namespace bt::ledger {

using namespace kaspa;

Wallet::Wallet(store::Database& db, NetworkParams network, KeySource keys)
    : m_db(&db), m_network(std::move(network)), m_keys(std::move(keys))
{}

Result<Wallet> Wallet::open(store::Database& db, NetworkParams network, KeySource keys)
{
    BT_CHECK(WalletTables(db).migrate());
    return Wallet(db, std::move(network), std::move(keys));
}

Result<Wallet> Wallet::openWatchOnly(store::Database& db, NetworkParams network, const ExtendedPublicKey& account)
{
    BT_TRY(Wallet out, open(db, std::move(network), [](const KeyRef&) -> Result<Secret> { return fail("vault.watch_only"); }));
    out.m_account = account;
    return out;
}

Result<Secret> Wallet::secret(const KeyRef& ref) const
{
    if (!m_keys) return fail("vault.locked");
    return m_keys(ref);
}

Result<FreshKey> Wallet::derive(const KeyRef& ref) const
{
    FreshKey out;
    out.ref = ref;
    if (m_account) {
        BT_TRY(out.key, publicKeyOf(*m_account, ref));
    } else {
        BT_TRY(const Secret key, secret(ref));
        BT_TRY(out.key, crypto::secpXOnly(key.view()));
    }
    out.spk = payToPublicKey(out.key.view());
    out.address = encodeAddress({m_network.addressPrefix, AddressKind::PubKey, bytesOf(out.key.view())});
    return out;
}

Result<std::optional<std::pair<KeyRef, std::string>>> Wallet::find(const ScriptPublicKey& spk) const
{
    WalletTables tables(*m_db);
    BT_TRY(const auto owner, tables.owner(spk));
    if (!owner || !owner->mine) return std::optional<std::pair<KeyRef, std::string>>();
    return std::optional(std::pair(owner->key, owner->relation));
}

Result<void> Wallet::watch(const ScriptPublicKey& spk, std::string_view relation)
{
    BT_TRY(auto add, m_db->prepare("INSERT INTO wallet_watch(script, relation) VALUES(?, ?) "
                                   "ON CONFLICT(script) DO UPDATE SET relation = excluded.relation"));
    return add.bind(ByteView(spk.script)).bind(relation).run();
}

Result<void> Wallet::adopt(const UtxoEntry& entry, std::string_view relation)
{
    return m_db->transaction([&]() -> Result<void> {
        BT_CHECK(watch(entry.utxo.spk, relation));
        return WalletTables(*m_db).adopt(entry, {false, {}, std::string(relation)});
    });
}

Result<std::vector<Watched>> Wallet::watched(std::string_view relation) const
{
    BT_TRY(auto q, m_db->prepare("SELECT txid, idx, amount, script, daa, coinbase, covenant, relation FROM wallet_coin "
                                 "WHERE mine = 0 AND spender IS NULL AND stale = 0 AND created IS NOT NULL AND (?1 = '' OR relation = ?1) "
                                 "ORDER BY daa"));
    q.bind(relation);
    std::vector<Watched> out;
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) return out;
        Watched one;
        BT_TRY(one.outpoint, outpointAt(q, 0));
        BT_TRY(one.utxo, utxoAt(q, 2));
        one.relation = q.text(7);
        out.push_back(std::move(one));
    }
}

Result<std::vector<Coin>> Wallet::coins() const
{
    BT_TRY(auto q, m_db->prepare("SELECT txid, idx, amount, script, daa, coinbase, covenant, branch, key, relation, created, intent "
                                 "FROM wallet_coin WHERE mine = 1 AND spender IS NULL AND stale = 0"));
    std::vector<Coin> out;
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) return out;
        Coin coin;
        BT_TRY(coin.outpoint, outpointAt(q, 0));
        BT_TRY(coin.utxo, utxoAt(q, 2));
        coin.key = {static_cast<Branch>(q.integer(7)), static_cast<std::uint32_t>(q.integer(8))};
        coin.relation = q.text(9);
        coin.intent = q.isNull(11) ? std::string() : q.text(11);
        coin.state = q.isNull(10) ? CoinState::Pending : q.isNull(11) ? CoinState::Confirmed : CoinState::Reserved;
        out.push_back(std::move(coin));
    }
}

Result<Balance> Wallet::balance(std::uint64_t daaScore) const
{
    BT_TRY(auto q, m_db->prepare("SELECT created IS NULL OR (coinbase = 1 AND daa > ?1), intent IS NOT NULL, sum(amount) "
                                 "FROM wallet_coin WHERE mine = 1 AND spender IS NULL AND stale = 0 GROUP BY 1, 2"));
    // The newest DAA score whose rewards may be spent; -1: none yet.
    const std::uint64_t most = std::numeric_limits<std::int64_t>::max();
    const std::int64_t mature =
        daaScore < m_network.coinbaseMaturity ? -1 : static_cast<std::int64_t>(std::min(daaScore - m_network.coinbaseMaturity, most));
    q.bind(mature);
    Balance out;
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) return out;
        Sompi& part = q.integer(0) != 0 ? out.pending : q.integer(1) != 0 ? out.reserved : out.confirmed;
        part.value += u64(q.integer(2));
    }
}

Result<std::vector<WalletTx>> Wallet::history(std::size_t limit, std::string_view relation) const
{
    BT_TRY(auto q, m_db->prepare("SELECT id, daa, time, received, spent, relation FROM wallet_tx "
                                 "WHERE stale = 0 AND (?1 = '' OR relation = ?1) ORDER BY daa DESC, id LIMIT ?2"));
    q.bind(relation).bind(static_cast<std::int64_t>(limit));
    std::vector<WalletTx> out;
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) return out;
        BT_TRY(auto tx, walletTxAt(q));
        out.push_back(std::move(tx));
    }
}

Result<std::optional<std::uint64_t>> Wallet::acceptedAt(const TxId& id) const
{
    BT_TRY(auto q, m_db->prepare("SELECT daa FROM wallet_tx WHERE id = ? AND stale = 0"));
    BT_TRY(const bool row, q.bind(id.view()).step());
    if (!row) return std::optional<std::uint64_t>();
    return std::optional(u64(q.integer(0)));
}

Result<CoinFate> Wallet::fateOf(const Outpoint& coin) const
{
    BT_TRY(auto q,
           m_db->prepare("SELECT c.spent IS NOT NULL, t.daa FROM wallet_coin c LEFT JOIN wallet_tx t ON t.id = c.spender AND t.stale = 0 "
                         "WHERE c.txid = ? AND c.idx = ? AND c.mine = 1"));
    BT_TRY(const bool row, q.bind(coin.id.view()).bind(std::int64_t(coin.index)).step());
    if (!row) return CoinFate{};
    CoinFate out{true, std::nullopt};
    if (q.integer(0) != 0 && !q.isNull(1)) out.spentAt = u64(q.integer(1));
    return out;
}

Result<void> Wallet::reserve(const std::vector<Outpoint>& outpoints, std::string_view intent)
{
    return m_db->transaction([&]() -> Result<void> {
        for (const Outpoint& outpoint : outpoints) {
            BT_TRY(auto q, m_db->prepare("UPDATE wallet_coin SET intent = ?1 WHERE txid = ?2 AND idx = ?3 AND mine = 1 "
                                         "AND spender IS NULL AND (intent IS NULL OR intent = ?1)"));
            BT_CHECK(q.bind(intent).bind(outpoint.id.view()).bind(std::int64_t(outpoint.index)).run());
            if (m_db->changedRows() != 1) return fail("ledger.reserved");
        }
        return {};
    });
}

Result<void> Wallet::release(std::string_view intent)
{
    BT_TRY(auto q, m_db->prepare("UPDATE wallet_coin SET intent = NULL WHERE intent = ? AND spender IS NULL"));
    return q.bind(intent).run();
}

Result<void> Wallet::notePending(const Transaction& tx, std::string_view intent)
{
    return m_db->transaction([&] { return WalletTables(*m_db).addPending(transactionId(tx), tx, intent); });
}

Result<void> Wallet::forget(const TxId& id)
{
    return m_db->transaction([&] { return WalletTables(*m_db).dropPending(id); });
}

} // namespace bt::ledger
