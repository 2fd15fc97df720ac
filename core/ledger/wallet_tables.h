// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The wallet's rows: how one accepted transaction changes them, and how that is undone. Inside the caller's database
//! transaction. No Qt. One thread at a time.
#pragma once

#include "ledger/wallet.h"

namespace bt::ledger {

class WalletTables
{
public:
    explicit WalletTables(store::Database& db) : m_db(&db) {}
    [[nodiscard]] Result<void> migrate();

    //! Whose script this is.
    struct Owner {
        bool mine = false; //!< a key of ours; else watched
        KeyRef key;
        std::string relation;
    };
    [[nodiscard]] Result<std::optional<Owner>> owner(const kaspa::ScriptPublicKey& spk);

    //! Applies one accepted transaction; applying it again changes nothing. \returns what it did to us, if anything.
    [[nodiscard]] Result<std::optional<WalletTx>> apply(const AcceptedTx& tx, const AcceptedBlock& block);
    //! Takes a block's effects back: its transactions wait again, its reward is gone.
    [[nodiscard]] Result<void> remove(const BlockHash& block);

    //! Where the wallet stands on the chain.
    struct Place {
        BlockHash cursor;
        //! Rescanning: the chain did not know our place; Rereading: by wish. Both end with finishRescan().
        enum Behind : std::int64_t { No = 0, Reading = 1, Rescanning = 2, Rereading = 3 } behind = No;
        [[nodiscard]] bool doubts() const { return behind == Rescanning || behind == Rereading; }
        std::optional<std::uint64_t> kept; //!< DAA score of the oldest block that was read since the last beginning
    };
    [[nodiscard]] Result<Place> place() const;
    [[nodiscard]] Result<void> setPlace(const Place& place);
    //! Everything confirmed must prove itself again; finishRescan() ends that.
    [[nodiscard]] Result<void> doubt();
    //! What is in doubt or waits: to be looked up at the node before a rescan ends.
    [[nodiscard]] Result<std::vector<UtxoEntry>> doubtful() const;
    //! \param kept the node has no block from before. \param alive what of doubtful() is unspent.
    [[nodiscard]] Result<void> finishRescan(std::uint64_t kept, const std::vector<UtxoEntry>& alive);
    //! Fills fallen, returned and conflicts with what was not told yet, and marks it as told.
    [[nodiscard]] Result<void> tell(SyncReport& report);
    [[nodiscard]] Result<bool> somethingToTell() const;

    [[nodiscard]] Result<void> addPending(const kaspa::TxId& id, const kaspa::Transaction& tx, std::string_view intent);
    //! Why a transaction became impossible: kept as a conflict.
    struct Cause {
        kaspa::Outpoint input; //!< of the transaction that is dropped
        kaspa::TxId other;
        BlockHash block;
    };
    //! Drops a transaction that waits, and whatever waits on its outputs.
    [[nodiscard]] Result<void> dropPending(const kaspa::TxId& id, const std::optional<Cause>& why = {});
    [[nodiscard]] Result<void> adopt(const UtxoEntry& entry, const Owner& owner);

private:
    [[nodiscard]] Result<bool> addOutput(const kaspa::Outpoint& at, const kaspa::Output& output, const Owner& owner,
                                         const AcceptedBlock* block, bool coinbase);
    [[nodiscard]] Result<bool> spend(const kaspa::Outpoint& at, const kaspa::TxId& by, const BlockHash& block, WalletTx& out);
    [[nodiscard]] Result<void> noteAccepted(const WalletTx& tx, const BlockHash& block);
    //! A statement that is kept over calls: a page of the chain asks the same few questions thousands of times.
    [[nodiscard]] Result<store::Statement*> kept(std::optional<store::Statement>& slot, std::string_view sql);

    store::Database* m_db;
    std::optional<store::Statement> m_mine, m_watched, m_coin;
};

} // namespace bt::ledger
