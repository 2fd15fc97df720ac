// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The port Node: what the product asks of a Kaspa node. Filled by the practice ledger and by kaspad over wRPC;
//! everything above cannot tell which. Calls block the worker thread until the deadline; none on the GUI thread.
//! Thread safety: implementations may be called from several threads.
#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "kaspa/consensus.h"
#include "kaspa/transaction.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bt::ledger {

using BlockHash = Fixed<32, struct BlockHashTag>;

struct NodeInfo {
    std::string network;        //!< "practice", "simnet", "testnet-10", "mainnet"
    std::string addressPrefix;  //!< "kaspasim", "kaspatest", "kaspa"
    std::uint64_t daaScore = 0; //!< of the virtual
    Millis pastMedianTime;      //!< what lock times are compared with
    Millis time;                //!< the network's idea of now; practice: the practice clock
    bool synced = true;
    bool timeHeld = false;     //!< practice: the computer's clock was set back, so time stands still until it catches up
    std::string serverVersion; //!< "2.1.0"; empty for the practice network
    std::string nodeName;      //!< which node answered: "host:port" without user or path; "practice"
    //! DAA score of the oldest block that this node keeps (its pruning point); nothing if it keeps the whole chain or
    //! did not say. What was accepted before it cannot be read from the chain through this node.
    std::optional<std::uint64_t> prunedBelow;
    BlockHash tip; //!< the newest block of the chain that chain() shows: a cursor for whoever needs nothing older
};

//! How one configured node does; asking touches no network.
struct NodeState {
    std::string name;                    //!< "host:port"; "practice"
    std::string_view code = "node.idle"; //!< "node.online", "node.connecting", "node.idle" (not needed so far), or why it
                                         //!< is passed over: "node.offline", "node.timeout", "node.wrong_network",
                                         //!< "node.version_too_old", "node.no_index", "node.unsynced", "node.lied",
                                         //!< "node.unreadable", "node.tls"
    bool active = false;                 //!< the one that is asked now
};

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

//! A transaction that waits for a block.
struct MempoolTx {
    kaspa::TxId id;
    kaspa::Transaction tx;
    Sompi fee;
    bool orphan = false; //!< an input's transaction is unknown to the node
};

//! Fees in sompi per gram of Masses::largest(), whole and rounded up, never below the relay minimum.
struct FeeRates {
    std::uint64_t low = kaspa::kSompiPerGram;      //!< within minutes
    std::uint64_t normal = kaspa::kSompiPerGram;   //!< within a minute
    std::uint64_t priority = kaspa::kSompiPerGram; //!< in one of the next blocks
};

//! A hint that something may have changed. It carries no truth: what is so is asked with chain(), utxos() and utxo(),
//! so a hint that is doubled, lost or late changes no result.
enum class News : std::uint8_t {
    Chain,      //!< the virtual chain moved
    Utxos,      //!< an output of a watched script came or went
    Time,       //!< the DAA score of the virtual rose
    Mempool,    //!< something of ours may have entered or left the mempool
    Connection, //!< a connection was lost, found or taken back: ask info() and states()
};
inline constexpr std::size_t kNewsKinds = 5;
//! Called from any thread, also while a call runs; must return at once and must not call the node.
using NewsCallback = std::function<void(News)>;

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
    [[nodiscard]] virtual Result<kaspa::TxId> submitReplacement(const kaspa::Transaction& tx, const Deadline& deadline) = 0;
    //! All unspent outputs of these scripts, confirmed ones only.
    [[nodiscard]] virtual Result<std::vector<UtxoEntry>> utxos(const std::vector<kaspa::ScriptPublicKey>& scripts,
                                                               const Deadline& deadline) = 0;
    //! Accepted blocks after `cursor` (a zero cursor: from the oldest block that the node keeps), a bounded page of them
    //! (practice: at most 500; kaspad: what it puts into one answer).
    //! \returns "node.unknown_block" for a cursor that this chain does not hold (pruned, or the practice was reset).
    [[nodiscard]] virtual Result<ChainPage> chain(const BlockHash& cursor, const Deadline& deadline) = 0;
    //! Whether an outpoint is unspent in the virtual UTXO set; empty optional if spent or unknown.
    [[nodiscard]] virtual Result<std::optional<kaspa::Utxo>> utxo(const kaspa::Outpoint& outpoint, const Deadline& deadline) = 0;

    // The following have an answer for a node without a mempool and without subscriptions.

    //! As utxo, for callers that know the output's script: kaspad looks outputs up by script, so this is the one to use.
    //! \returns also "node.script_unknown" from utxo() alone, when the node would need the script to answer.
    [[nodiscard]] virtual Result<std::optional<kaspa::Utxo>> utxoOf(const kaspa::Outpoint& outpoint, const kaspa::ScriptPublicKey&,
                                                                    const Deadline& deadline)
    {
        return utxo(outpoint, deadline);
    }
    //! The transaction, if it waits in the mempool.
    [[nodiscard]] virtual Result<std::optional<MempoolTx>> mempoolTx(const kaspa::TxId&, const Deadline&)
    {
        return std::optional<MempoolTx>();
    }
    //! Which waiting transaction spends an output of this script (a squatter on a contract's input, or we ourselves).
    [[nodiscard]] virtual Result<std::optional<MempoolTx>> mempoolSpender(const kaspa::Outpoint&, const kaspa::ScriptPublicKey&,
                                                                          const Deadline&)
    {
        return std::optional<MempoolTx>();
    }
    //! What a transaction should pay now.
    [[nodiscard]] virtual Result<FeeRates> feeRates(const Deadline&) { return FeeRates{}; }
    //! The scripts whose outputs News::Utxos is about; replaces the ones before. Kept over reconnections.
    virtual void watch(const std::vector<kaspa::ScriptPublicKey>&) {}
    //! Who is told of news; an empty function: nobody. After it returns, the one before is not called any more.
    virtual void onNews(NewsCallback) {}
    //! The configured nodes, in their order.
    [[nodiscard]] virtual std::vector<NodeState> states() const { return {}; }
};

} // namespace bt::ledger
