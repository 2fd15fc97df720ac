// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The port Node filled by kaspad 2.1.0 over wRPC JSON (`--rpclisten-json`, `--utxoindex`). What a node says is checked
//! before it is believed (kaspad_json.h), with a second node where there is one; a node that fails, stalls or lies is left
//! for the next (node_pool.h). Thread safety: all functions; the callback of onNews as the port says.
//!
//! On a simnet of one's own:
//! \code
//! // kaspad --simnet --utxoindex --enable-unsynced-mining --rpclisten-json=127.0.0.1:18510 --appdir=DIR
//! ledger::NodeSettings settings;
//! settings.network = "simnet";
//! settings.urls = {"ws://127.0.0.1:18510"};
//! SystemClock clock;
//! BT_TRY(const std::unique_ptr<ledger::Node> node, io::openNode(settings, clock)); // io/open_node.h
//! BT_TRY(const ledger::ChainPage page, node->chain({}, Deadline{}));
//! \endcode
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "io/node_pool.h"
#include "ledger/node.h"

#include <memory>

namespace bt::io {

struct KaspadOptions {
    PoolOptions pool;
    std::string addressPrefix; //!< "kaspasim", "kaspatest", "kaspa"
    //! How long two nodes may differ about the newest blocks before "node.disagree" is said: blocks need a moment to
    //! travel.
    std::chrono::milliseconds doubtFor{30'000};
};

class KaspadNode final : public ledger::Node
{
public:
    //! Connects by itself. \param clock must outlive the node. \param random for the backoff.
    KaspadNode(KaspadOptions options, const Clock& clock, std::unique_ptr<Random> random);
    ~KaspadNode() override; //!< no call may be running

    [[nodiscard]] Result<ledger::NodeInfo> info(const Deadline& deadline) override;
    [[nodiscard]] Result<kaspa::TxId> submit(const kaspa::Transaction& tx, const Deadline& deadline) override;
    [[nodiscard]] Result<kaspa::TxId> submitReplacement(const kaspa::Transaction& tx, const Deadline& deadline) override;
    [[nodiscard]] Result<std::vector<ledger::UtxoEntry>> utxos(const std::vector<kaspa::ScriptPublicKey>& scripts,
                                                               const Deadline& deadline) override;
    //! Also "node.disagree" (args: the names of both) when a second node tells another chain.
    [[nodiscard]] Result<ledger::ChainPage> chain(const ledger::BlockHash& cursor, const Deadline& deadline) override;
    //! \returns "node.script_unknown" unless the outpoint was seen before by this object: use utxoOf.
    [[nodiscard]] Result<std::optional<kaspa::Utxo>> utxo(const kaspa::Outpoint& outpoint, const Deadline& deadline) override;
    [[nodiscard]] Result<std::optional<kaspa::Utxo>> utxoOf(const kaspa::Outpoint& outpoint, const kaspa::ScriptPublicKey& spk,
                                                            const Deadline& deadline) override;
    [[nodiscard]] Result<std::optional<ledger::MempoolTx>> mempoolTx(const kaspa::TxId& id, const Deadline& deadline) override;
    [[nodiscard]] Result<std::optional<ledger::MempoolTx>>
    mempoolSpender(const kaspa::Outpoint& outpoint, const kaspa::ScriptPublicKey& spk, const Deadline& deadline) override;
    [[nodiscard]] Result<ledger::FeeRates> feeRates(const Deadline& deadline) override;
    void watch(const std::vector<kaspa::ScriptPublicKey>& scripts) override;
    void onNews(ledger::NewsCallback told) override;
    [[nodiscard]] std::vector<ledger::NodeState> states() const override;

private:
    struct Impl;
    std::unique_ptr<Impl> m;
};

} // namespace bt::io
