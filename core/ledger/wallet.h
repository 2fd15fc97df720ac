// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The wallet of one persona: its keys' indexes, scripts, coins and history in the persona's database, fed by pages
//! of the chain. It holds no key: secrets come from a callback and leave at once. No threads inside. Thread safety: a
//! Wallet belongs to the thread that its Database belongs to.
#pragma once

#include "kaspa/mass.h"
#include "kaspa/signing.h"
#include "ledger/network.h"
#include "ledger/node.h"
#include "store/database.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bt::ledger
{

enum class Branch : std::uint32_t { Receive = 0, Change = 1 };

//! Position of a key: m/44'/111111'/0'/branch/index.
struct KeyRef {
    Branch branch = Branch::Receive;
    std::uint32_t index = 0;
    auto operator<=>(const KeyRef&) const = default;
};
//! \returns the 32-byte secret of a position, or the reason why not ("vault.locked").
using KeySource = std::function<Result<Secret>(const KeyRef&)>;

//! A key of ours that nobody has seen yet.
struct FreshKey {
    KeyRef ref;
    crypto::XOnlyKey key;
    kaspa::ScriptPublicKey spk;
    std::string address;
};

enum class CoinState { Pending, Confirmed, Reserved };

//! An unspent output that a key of ours can spend.
struct Coin {
    kaspa::Outpoint outpoint;
    kaspa::Utxo utxo;
    KeyRef key;
    std::string relation; //!< coins of different relations are kept apart (contracts.md, rule 12)
    CoinState state = CoinState::Confirmed;
    std::string intent; //!< who reserved it
};

struct Balance {
    Sompi confirmed; //!< spendable now
    Sompi reserved;  //!< confirmed, promised to an intent that is not yet on the chain
    Sompi pending;   //!< on its way to us (our own change included)
};

//! What the chain did to us in one transaction.
struct WalletTx {
    kaspa::TxId id;
    std::uint64_t daaScore = 0;
    Millis time;
    Sompi received;
    Sompi spent;
    std::string relation; //!< of the first script of ours in it
};

//! One output of a watched script (a contract's), which is no coin of ours.
struct Watched {
    kaspa::Outpoint outpoint;
    kaspa::Utxo utxo;
    std::string relation;
};

struct SyncReport {
    std::size_t blocks = 0;
    std::vector<WalletTx> changed; //!< transactions that touched our keys or watched scripts
    bool reorg = false;            //!< something was taken back
    bool rescanned = false;        //!< the chain did not know our place: everything was read anew
};

//! Sees every accepted block exactly once per history (again after a reorg or rescan), inside the wallet's database
//! transaction: what it writes to the same database is kept or lost together with the wallet's place on the chain.
struct ChainObserver {
    std::function<Result<void>(const AcceptedBlock&)> added;
    std::function<Result<void>(const BlockHash&)> removed;
    std::function<Result<void>()> restarted; //!< everything comes again from the first block
};

class Wallet
{
public:
    //! \param db must outlive the wallet. Creates or upgrades the wallet's tables.
    [[nodiscard]] static Result<Wallet> open(store::Database& db, NetworkParams network, KeySource keys);

    //! A key never used before, tied to a relation. Every payment and every relationship takes its own.
    [[nodiscard]] Result<FreshKey> fresh(std::string_view relation, Branch branch = Branch::Receive);
    //! Makes a key at a known position ours: one of an earlier life, or on a branch that only the key source knows.
    //! Inside the caller's database transaction. Idempotent.
    [[nodiscard]] Result<FreshKey> adoptKey(const KeyRef& ref, std::string_view relation);
    //! The secret of a position, for contracts that sign with it.
    [[nodiscard]] Result<Secret> secret(const KeyRef& ref) const;
    //! \returns the position and relation of a script of ours, or nothing.
    [[nodiscard]] Result<std::optional<std::pair<KeyRef, std::string>>> find(const kaspa::ScriptPublicKey& spk) const;
    //! Follows outputs of a script that none of our keys spends alone (a contract's).
    [[nodiscard]] Result<void> watch(const kaspa::ScriptPublicKey& spk, std::string_view relation);
    //! Follows one output that is on the chain already (a contract that we learned of by message). Idempotent.
    [[nodiscard]] Result<void> adopt(const UtxoEntry& entry, std::string_view relation);
    //! Unspent outputs of watched scripts of a relation ("" for all).
    [[nodiscard]] Result<std::vector<Watched>> watched(std::string_view relation) const;

    //! Reads the chain from where it stopped until nothing is left or the deadline is over; one database
    //! transaction a page. Errors of the node are passed on; what was read before them is kept.
    [[nodiscard]] Result<SyncReport> sync(Node& node, const Deadline& deadline, const ChainObserver& observer = {});
    //! Finds the keys that an earlier life of the same words has used: reads the chain until `gap` keys in a row of
    //! each branch are unused (keys that only ever stood inside contracts leave no trace, hence the wide gap). Restored
    //! coins stay apart: each key counts as a relation of its own. \returns the number of keys found in use.
    [[nodiscard]] Result<std::uint32_t> discover(Node& node, const Deadline& deadline, std::uint32_t gap = 100);

    //! The last block that was read; zero before the first.
    [[nodiscard]] Result<BlockHash> place() const { return cursor(); }
    //! A wallet whose keys are all new has nothing to find in the past: it begins after this block. No effect once it has
    //! read anything.
    [[nodiscard]] Result<void> beginAfter(const BlockHash& block);
    //! The next sync() reads the whole chain again, for its observer's sake. Coins stay until then.
    [[nodiscard]] Result<void> readAnew();

    [[nodiscard]] Result<Balance> balance() const;
    [[nodiscard]] Result<std::vector<Coin>> coins() const;
    //! Newest first.
    [[nodiscard]] Result<std::vector<WalletTx>> history(std::size_t limit, std::string_view relation = {}) const;
    //! DAA score of the block that accepted a transaction touching us; empty if not (any more) on the chain.
    [[nodiscard]] Result<std::optional<std::uint64_t>> acceptedAt(const kaspa::TxId& id) const;

    //! Keeps coins of a signed or to-be-signed transaction away from others, in the caller's database transaction.
    //! "ledger.reserved" if one of them belongs to another intent or is gone.
    [[nodiscard]] Result<void> reserve(const std::vector<kaspa::Outpoint>& outpoints, std::string_view intent);
    [[nodiscard]] Result<void> release(std::string_view intent);
    //! A transaction of ours was handed to the network: its inputs are gone, its outputs to us pending. Idempotent.
    [[nodiscard]] Result<void> notePending(const kaspa::Transaction& tx, std::string_view intent);
    //! It will never be accepted: undoes notePending and the reservation.
    [[nodiscard]] Result<void> forget(const kaspa::TxId& id);

    [[nodiscard]] const NetworkParams& network() const { return m_network; }
    [[nodiscard]] store::Database& database() const { return *m_db; }

private:
    Wallet(store::Database& db, NetworkParams network, KeySource keys);
    [[nodiscard]] Result<FreshKey> derive(const KeyRef& ref) const;
    [[nodiscard]] Result<void> lookAhead(Branch branch, std::uint32_t until);
    [[nodiscard]] Result<std::int64_t> highestUsed(Branch branch) const;
    [[nodiscard]] Result<void> applyPage(const ChainPage& page, const ChainObserver& observer, SyncReport& report);
    [[nodiscard]] Result<void> restart();
    [[nodiscard]] Result<BlockHash> cursor() const;

    store::Database* m_db;
    NetworkParams m_network;
    KeySource m_keys;
};

} // namespace bt::ledger
