// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The tables of the practice chain. No rule is here; calls inside one Database::transaction are atomic. No Qt. One
//! thread at a time.
#pragma once

#include "ledger/network.h"
#include "ledger/node.h"
#include "store/database.h"

namespace bt::ledger {

class ChainStore
{
public:
    explicit ChainStore(store::Database& db) : m_db(&db) {}
    [[nodiscard]] Result<void> migrate();

    [[nodiscard]] Result<std::optional<std::int64_t>> number(std::string_view name);
    [[nodiscard]] Result<std::optional<std::string>> text(std::string_view name);
    [[nodiscard]] Result<void> setNumber(std::string_view name, std::int64_t value);
    [[nodiscard]] Result<void> setText(std::string_view name, std::string_view value);

    [[nodiscard]] Result<bool> knows(const kaspa::TxId& id);
    [[nodiscard]] Result<std::optional<kaspa::Utxo>> utxo(const kaspa::Outpoint& outpoint);
    [[nodiscard]] Result<std::vector<UtxoEntry>> utxosOf(const kaspa::ScriptPublicKey& spk);
    //! The largest mature coin of a script.
    [[nodiscard]] Result<std::optional<UtxoEntry>> largestCoin(const kaspa::ScriptPublicKey& spk);

    //! Adds a block with one transaction: its inputs leave the UTXO set, its outputs enter it.
    [[nodiscard]] Result<void> addBlock(const kaspa::TxId& id, const kaspa::Transaction& tx, std::uint64_t daaScore, Millis time);
    [[nodiscard]] Result<ChainPage> page(const BlockHash& cursor, int limit);
    [[nodiscard]] Result<void> clear();
    [[nodiscard]] Result<BlockHash> tip(); //!< the newest block

private:
    store::Database* m_db;
};

} // namespace bt::ledger
