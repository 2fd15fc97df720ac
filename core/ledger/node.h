// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The port Node: what the product asks of a Kaspa node. Filled by the practice ledger and by kaspad over wRPC;
//! everything above cannot tell which. Calls block the worker thread until the deadline; none on the GUI thread.
//! Thread safety: implementations may be called from several threads.
#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "kaspa/transaction.h"

#include <string>
#include <vector>

namespace bt::ledger
{

struct NodeInfo {
    std::string network;        //!< "practice", "simnet", "testnet-10", "mainnet"
    std::string addressPrefix;  //!< "kaspasim", "kaspatest", "kaspa"
    std::uint64_t daaScore = 0; //!< of the virtual
    Millis pastMedianTime;      //!< what lock times are compared with
    Millis time;                //!< the network's idea of now; practice: the practice clock
    bool synced = true;
    bool timeHeld = false; //!< practice: the computer's clock was set back, so time stands still until it catches up
};

using BlockHash = Fixed<32, struct BlockHashTag>;

//! A transaction as the virtual chain accepted it.
struct AcceptedTx {
    kaspa::TxId id;
    kaspa::Transaction tx;
};
struct AcceptedBlock {
    BlockHash hash;
    std::uint64_t daaScore = 0;
    Millis time;
    std::vector<AcceptedTx> txs;
};
//! What happened on the virtual chain since a block.
struct ChainPage {
    std::vector<BlockHash> removed;   //!< a reorg took these back, newest first
    std::vector<AcceptedBlock> added; //!< oldest first
    BlockHash cursor;                 //!< pass it to the next call
    bool more = false;                //!< call again at once
};
struct UtxoEntry {
    kaspa::Outpoint outpoint;
    kaspa::Utxo utxo;
};

class Node
{
public:
    virtual ~Node() = default;
    [[nodiscard]] virtual Result<NodeInfo> info(const Deadline& deadline) = 0;
    //! Hands a signed transaction to the network.
    //! \returns its id (also when the very same transaction is known already); "node.rejected.*" with the rule broken;
    //!          "node.conflict" when another transaction in the mempool spends an input; "node.spent" when a block did.
    [[nodiscard]] virtual Result<kaspa::TxId> submit(const kaspa::Transaction& tx, const Deadline& deadline) = 0;
    //! As submit, but takes the place of a conflicting mempool transaction with a lower fee.
    [[nodiscard]] virtual Result<kaspa::TxId> submitReplacement(const kaspa::Transaction& tx,
                                                                const Deadline& deadline) = 0;
    //! All unspent outputs of these scripts, confirmed ones only.
    [[nodiscard]] virtual Result<std::vector<UtxoEntry>> utxos(const std::vector<kaspa::ScriptPublicKey>& scripts,
                                                               const Deadline& deadline) = 0;
    //! Accepted blocks after `cursor` (a zero cursor: from the oldest block that the node keeps), at most 500 a page.
    //! \returns "node.unknown_block" for a cursor that this chain does not hold (pruned, or the practice was reset).
    [[nodiscard]] virtual Result<ChainPage> chain(const BlockHash& cursor, const Deadline& deadline) = 0;
    //! Whether an outpoint is unspent in the virtual UTXO set; empty optional if spent or unknown.
    [[nodiscard]] virtual Result<std::optional<kaspa::Utxo>> utxo(const kaspa::Outpoint& outpoint,
                                                                  const Deadline& deadline) = 0;
};

} // namespace bt::ledger
