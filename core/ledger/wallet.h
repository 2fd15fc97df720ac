// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The wallet of one persona: its keys' indexes, scripts, coins and history in the persona's database, fed by pages
//! of the chain. It holds no key: secrets come from a callback and leave at once. No threads inside. Thread safety: a
//! Wallet belongs to the thread that its Database belongs to.
#pragma once

#include "kaspa/bip32.h"
#include "kaspa/mass.h"
#include "kaspa/signing.h"
#include "ledger/network.h"
#include "ledger/wallet_types.h"
#include "store/database.h"

#include <string_view>

namespace bt::ledger {

struct Draft;

class Wallet
{
public:
    //! \param db must outlive the wallet. Creates or upgrades the wallet's tables.
    [[nodiscard]] static Result<Wallet> open(store::Database& db, NetworkParams network, KeySource keys);

    //! A wallet that sees everything and can spend nothing: every secret is "vault.watch_only".
    //! \param account m/44'/111111'/0', public.
    [[nodiscard]] static Result<Wallet> openWatchOnly(store::Database& db, NetworkParams network, const kaspa::ExtendedPublicKey& account);

    //! A key never used before, not in an earlier life of the words either, tied to a relation. Every payment and every
    //! relationship takes its own.
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
    //! Finds what earlier lives of the same words have used: first by the unspent outputs of their addresses (batches
    //! of utxos(), whole on a pruned node too), then by reading the blocks that the node keeps, until `gap` keys in a
    //! row of each branch are unused. Restored coins stay apart: each key counts as a relation of its own. In a wallet
    //! that has given no key away yet, fresh() goes on in a stretch of indexes that no earlier life has touched.
    [[nodiscard]] Result<Discovery> discover(Node& node, const Deadline& deadline, std::uint32_t gap = 100);
    //! The first indexes that no one has been given: for a backup or a capsule.
    [[nodiscard]] Result<KeyMark> keyMark() const;
    //! A backup's mark: fresh() gives nothing below it. Never lowers anything.
    [[nodiscard]] Result<void> raiseKeys(const KeyMark& mark);

    //! The last block that was read; zero before the first.
    [[nodiscard]] Result<BlockHash> place() const;
    //! A wallet whose keys are all new has nothing to find in the past: it begins after this block. No effect once it
    //! has read anything.
    [[nodiscard]] Result<void> beginAfter(const BlockHash& block);
    //! The next sync() reads the whole chain again, for its observer's sake. Coins stay until then.
    [[nodiscard]] Result<void> readAnew();

    //! \param daaScore of the virtual: a miner's reward that is too young to be spent counts as pending. Without it age
    //!        is not looked at.
    [[nodiscard]] Result<Balance> balance(std::uint64_t daaScore = ~std::uint64_t{0}) const;
    [[nodiscard]] Result<std::vector<Coin>> coins() const;
    //! Newest first.
    [[nodiscard]] Result<std::vector<WalletTx>> history(std::size_t limit, std::string_view relation = {}) const;
    //! DAA score of the block that accepted a transaction touching us; empty if not (any more) on the chain.
    [[nodiscard]] Result<std::optional<std::uint64_t>> acceptedAt(const kaspa::TxId& id) const;
    //! Nothing known of an output that never was ours, or whose own transaction was forgotten.
    [[nodiscard]] Result<CoinFate> fateOf(const kaspa::Outpoint& coin) const;
    //! Transactions known to us that no block has, own ones and payments to us.
    [[nodiscard]] Result<std::vector<WaitingTx>> waiting() const;
    //! Those of waiting() that are not in the node's mempool either. Own ones: send the same bytes again; others: their
    //! sender must, and forget() ends the wait. On a node without a mempool, all of waiting().
    [[nodiscard]] Result<std::vector<WaitingTx>> dropped(Node& node, const Deadline& deadline) const;
    //! Why a transaction of ours can never be accepted; empty if nothing is known against it.
    [[nodiscard]] Result<std::optional<Conflict>> conflictOf(const kaspa::TxId& id) const;

    //! Keeps coins of a signed or to-be-signed transaction away from others, in the caller's database transaction.
    //! "ledger.reserved" if one of them belongs to another intent or is gone.
    [[nodiscard]] Result<void> reserve(const std::vector<kaspa::Outpoint>& outpoints, std::string_view intent);
    [[nodiscard]] Result<void> release(std::string_view intent);
    //! A transaction of ours was handed to the network: its inputs are gone, its outputs to us pending. Idempotent.
    [[nodiscard]] Result<void> notePending(const kaspa::Transaction& tx, std::string_view intent);
    //! It will never be accepted: undoes notePending and the reservation, also of what was to spend its outputs.
    [[nodiscard]] Result<void> forget(const kaspa::TxId& id);
    //! The draft of a transaction that was noted as pending, for a replacement with a higher fee: its inputs' outputs
    //! and keys come from the wallet's rows. \param others outputs that contracts' inputs spend and that are not
    //! watched. \returns "ledger.not_waiting" if a block has it, "ledger.no_such_input" (args: input, "txid:index") for
    //! an input
    //!          that neither the wallet nor `others` knows.
    [[nodiscard]] Result<Draft> draftOf(const kaspa::Transaction& tx, const std::vector<UtxoEntry>& others = {}) const;

    [[nodiscard]] const NetworkParams& network() const { return m_network; }
    [[nodiscard]] store::Database& database() const { return *m_db; }

private:
    Wallet(store::Database& db, NetworkParams network, KeySource keys);
    [[nodiscard]] Result<FreshKey> derive(const KeyRef& ref) const;
    [[nodiscard]] Result<void> lookAhead(const KeyRef& from, std::uint32_t count);
    [[nodiscard]] Result<std::uint32_t> nextIndex(Branch branch) const;
    [[nodiscard]] Result<void> beginLife(std::uint32_t life);
    [[nodiscard]] Result<void> applyPage(const ChainPage& page, const ChainObserver& observer, SyncReport& report,
                                         const struct RescanEnd& end);
    [[nodiscard]] Result<void> restart(bool lost);

    store::Database* m_db;
    NetworkParams m_network;
    KeySource m_keys;
    std::optional<kaspa::ExtendedPublicKey> m_account; //!< watch-only
};

} // namespace bt::ledger
