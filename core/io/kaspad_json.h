// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! kaspad's answers (kaspa-rpc-core 2.1.0, JSON) as values, checked: ids are computed from the bytes, amounts stay under
//! the supply, a list is what was asked for. Pure; no Qt. Thread safety: all functions are. Every decoder returns
//! "node.unreadable" for a wrong shape and "node.lied" for a right shape whose content cannot be true; the detail names
//! the field and never quotes the answer.
#pragma once

#include "codec/json.h"
#include "ledger/node.h"

#include <set>

namespace bt::io {

struct ServerInfo {
    std::uint64_t apiVersion = 0;
    std::string version; //!< "2.1.0"
    std::string network; //!< "simnet", "testnet-10", "mainnet"
    bool hasIndex = false;
    bool synced = false;
    std::uint64_t daaScore = 0;
};
[[nodiscard]] Result<ServerInfo> serverInfo(const codec::Json& answer);
//! Compares the leading "a.b.c" of a version. \returns whether it is at least that; false for what is no version.
[[nodiscard]] bool versionAtLeast(std::string_view version, unsigned a, unsigned b, unsigned c);

struct DagInfo {
    std::string network;
    Millis pastMedianTime;
    ledger::BlockHash pruningPoint;
    ledger::BlockHash sink;
    std::uint64_t daaScore = 0;
};
[[nodiscard]] Result<DagInfo> dagInfo(const codec::Json& answer);

struct BlockInfo {
    ledger::BlockHash hash;
    std::uint64_t daaScore = 0;
    std::uint64_t blueScore = 0;
    Millis time;
};
//! getBlock. \param hash which was asked for.
[[nodiscard]] Result<BlockInfo> blockInfo(const codec::Json& answer, const ledger::BlockHash& hash);

//! getSinkBlueScore.
[[nodiscard]] Result<std::uint64_t> sinkBlueScore(const codec::Json& answer);

//! getVirtualChainFromBlockV2 at full verbosity. `cursor` and `more` of the page stay empty.
[[nodiscard]] Result<ledger::ChainPage> chainPage(const codec::Json& answer);

//! getVirtualChainFromBlock with ids: the added blocks, oldest first, with the ids that each accepted, in order.
struct ChainIds {
    std::vector<ledger::BlockHash> added;
    std::vector<std::vector<kaspa::TxId>> accepted;
};
[[nodiscard]] Result<ChainIds> chainIds(const codec::Json& answer);

//! getUtxosByAddresses. \param asked the scripts; an entry of another one is a lie.
[[nodiscard]] Result<std::vector<ledger::UtxoEntry>> utxoEntries(const codec::Json& answer, const std::set<kaspa::ScriptPublicKey>& asked);

//! getMempoolEntry. \param id which was asked for.
[[nodiscard]] Result<ledger::MempoolTx> mempoolEntry(const codec::Json& answer, const kaspa::TxId& id);
//! getMempoolEntriesByAddresses: everything that spends from the addresses.
[[nodiscard]] Result<std::vector<ledger::MempoolTx>> mempoolSenders(const codec::Json& answer);

//! getFeeEstimate, rounded up; bounded, so that a node cannot make us pay a fortune: 1,000 times the relay minimum.
[[nodiscard]] Result<ledger::FeeRates> feeRates(const codec::Json& answer);

//! submitTransaction and submitTransactionReplacement. \param id what we computed.
[[nodiscard]] Result<void> submitted(const codec::Json& answer, const kaspa::TxId& id);

//! Whether a utxosChangedNotification speaks of one of these scripts; false for what cannot be read.
[[nodiscard]] bool concerns(const codec::Json& params, const std::set<kaspa::ScriptPublicKey>& watched);

} // namespace bt::io
