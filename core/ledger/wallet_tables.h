// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The wallet's rows: how one accepted transaction changes them, and how that is undone. Inside the caller's database
//! transaction. No Qt. One thread at a time.
#pragma once

#include "ledger/wallet.h"

namespace bt::ledger
{

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
    [[nodiscard]] Result<std::optional<Owner>> owner(const kaspa::ScriptPublicKey& spk) const;

    //! Applies one accepted transaction; applying it again changes nothing. \returns what it did to us, if anything.
    [[nodiscard]] Result<std::optional<WalletTx>> apply(const AcceptedTx& tx, const AcceptedBlock& block);
    //! Takes a block's effects back: outputs of our own transactions are pending again, others are gone.
    [[nodiscard]] Result<void> remove(const BlockHash& block);
    //! Everything confirmed must prove itself again; dropStale() ends that.
    [[nodiscard]] Result<void> doubt();
    [[nodiscard]] Result<void> dropStale();

    [[nodiscard]] Result<void> addPending(const kaspa::TxId& id, const kaspa::Transaction& tx, std::string_view intent);
    [[nodiscard]] Result<void> dropPending(const kaspa::TxId& id);
    [[nodiscard]] Result<void> adopt(const UtxoEntry& entry, std::string_view relation);

private:
    [[nodiscard]] Result<bool> addOutput(const kaspa::Outpoint& at, const kaspa::Output& output, const Owner& owner,
                                         const AcceptedBlock* block, bool coinbase);
    store::Database* m_db;
};

} // namespace bt::ledger
