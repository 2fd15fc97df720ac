// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the columns of the wallet's rows mean, for whoever reads them. No Qt. One thread at a time.
#pragma once

#include "ledger/wallet_types.h"
#include "store/database.h"

namespace bt::ledger {

inline std::int64_t i64(std::uint64_t v) { return static_cast<std::int64_t>(v); }
inline std::uint64_t u64(std::int64_t v) { return static_cast<std::uint64_t>(v); }

//! From (txid, idx) at `column`. "base.bad_size" for a damaged row, as of all functions here.
[[nodiscard]] inline Result<kaspa::Outpoint> outpointAt(const store::Statement& q, int column)
{
    kaspa::Outpoint out;
    BT_TRY(out.id, kaspa::TxId::from(q.blob(column)));
    out.index = static_cast<std::uint32_t>(q.integer(column + 1));
    return out;
}

//! From (amount, script, daa, coinbase, covenant) at `column`.
[[nodiscard]] inline Result<kaspa::Utxo> utxoAt(const store::Statement& q, int column)
{
    kaspa::Utxo out{{u64(q.integer(column))}, {0, q.blob(column + 1)}, u64(q.integer(column + 2)), q.integer(column + 3) != 0, {}};
    if (!q.isNull(column + 4)) {
        BT_TRY(out.covenant, kaspa::CovenantId::from(q.blob(column + 4)));
    }
    return out;
}

//! From (id, daa, time, received, spent, relation), the first columns.
[[nodiscard]] inline Result<WalletTx> walletTxAt(const store::Statement& q)
{
    WalletTx out;
    BT_TRY(out.id, kaspa::TxId::from(q.blob(0)));
    out.daaScore = u64(q.integer(1));
    out.time = {q.integer(2)};
    out.received = {u64(q.integer(3))};
    out.spent = {u64(q.integer(4))};
    out.relation = q.text(5);
    return out;
}

} // namespace bt::ledger
