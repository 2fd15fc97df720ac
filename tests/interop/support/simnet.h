// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A simnet to play on: one kaspad, a miner that moves it block by block, and a purse that pays from coinbases. Nothing
//! happens on the chain but what a test asks for. Thread safety: may be called from any one thread at a time.
#pragma once

#include "base/clock.h"
#include "crypto/secp256k1.h"
#include "interop/support/kaspad_process.h"
#include "interop/support/rpc_client.h"
#include "kaspa/transaction.h"
#include "ledger/node.h"

#include <optional>

namespace bt::interop {

//! Reading of a node's state.
struct ChainState {
    std::uint64_t daaScore = 0; //!< of the virtual
    Millis pastMedianTime;
    std::string sink; //!< hex
};

//! Mines over RPC; simnet asks for no work.
class Miner
{
public:
    explicit Miner(RpcClient& rpc) : m_rpc(&rpc) {}
    //! Blocks bear this time and each the next tenth of a second, until it is set anew; empty: the computer's clock.
    //! A block must be later than the past median time and at most 132 s ahead of the computer's clock.
    void setTime(std::optional<Millis> time) { m_time = time; }
    [[nodiscard]] std::optional<Millis> time() const { return m_time; }
    //! \param address whom the coinbase pays. \returns the block's hash as the node prints it.
    [[nodiscard]] Result<std::string> mineOne(const std::string& address);
    [[nodiscard]] Result<void> mine(int blocks, const std::string& address);

private:
    RpcClient* m_rpc;
    std::optional<Millis> m_time;
};

[[nodiscard]] Result<ChainState> chainState(RpcClient& rpc);
//! Submits as it stands. \returns the id that the node answers; "rpc.refused" with its reason.
[[nodiscard]] Result<kaspa::TxId> submit(RpcClient& rpc, const kaspa::Transaction& tx, bool allowOrphan = false);
//! submitTransactionReplacement. \returns the id of the transaction that was replaced.
[[nodiscard]] Result<kaspa::TxId> submitReplacement(RpcClient& rpc, const kaspa::Transaction& tx);
//! Unspent outputs of a script that has an address.
[[nodiscard]] Result<std::vector<ledger::UtxoEntry>> utxosOf(RpcClient& rpc, const kaspa::ScriptPublicKey& spk);
//! Whether a transaction waits in the mempool.
[[nodiscard]] Result<bool> inMempool(RpcClient& rpc, const kaspa::TxId& id);
[[nodiscard]] Result<kaspa::Transaction> transactionOf(const Json& rpcTransaction);
[[nodiscard]] Json toJson(const kaspa::Transaction& tx);

//! One node with a funded purse. Everything it does on the chain is mined before it returns.
class Simnet
{
public:
    Simnet(); //!< with a node of its own
    explicit Simnet(KaspadProcess::Options options);
    ~Simnet();

    //! Starts the node and mines the purse's first coins: 1,000 blocks of maturity and 150 coins of 50 KAS.
    //! \param since blocks bear times from here on (see Miner::setTime); empty: now. kaspad calls itself synced while
    //!        its newest block is younger than about ten minutes.
    [[nodiscard]] Result<void> start(std::optional<Millis> since = std::nullopt, int coins = 150);

    [[nodiscard]] KaspadProcess& kaspad() { return m_kaspad; }
    [[nodiscard]] RpcClient& rpc() { return m_rpc.value(); }
    [[nodiscard]] Miner& miner() { return m_miner.value(); }
    [[nodiscard]] std::string url() const { return m_kaspad.jsonUrl(); }

    //! The blocks' rewards go to nobody, and the UTXO index has seen the last block when this returns.
    [[nodiscard]] Result<void> mine(int blocks = 1);
    //! Mines until the past median time is beyond `time`, at most 132 s ahead of the computer's clock.
    [[nodiscard]] Result<void> advanceTo(Millis time);
    //! Mines until `daa` more DAA scores have passed.
    [[nodiscard]] Result<void> age(std::uint64_t daa);
    //! Pays from the purse, all outputs in one transaction, and mines it. \returns what the outputs became.
    [[nodiscard]] Result<std::vector<ledger::UtxoEntry>> pay(const std::vector<kaspa::Output>& outputs);
    [[nodiscard]] Result<ledger::UtxoEntry> pay(const kaspa::ScriptPublicKey& to, Sompi amount);
    //! Submits and mines; fails unless the next block's virtual has accepted it.
    [[nodiscard]] Result<kaspa::TxId> settle(const kaspa::Transaction& tx);
    [[nodiscard]] const std::string& purseAddress() const { return m_address; }
    [[nodiscard]] const kaspa::ScriptPublicKey& purseScript() const { return m_spk; }

private:
    [[nodiscard]] Result<void> readPurse();
    [[nodiscard]] Result<void> waitForIndex(const std::string& paidTo);
    KaspadProcess m_kaspad;
    std::optional<RpcClient> m_rpc;
    std::optional<Miner> m_miner;
    crypto::SchnorrSigner m_signer;
    kaspa::ScriptPublicKey m_spk;
    std::string m_address, m_nobody; //!< m_nobody: whom the last block's own reward will go to
    std::uint32_t m_ticks = 0;
    std::vector<ledger::UtxoEntry> m_coins; //!< spendable, largest last
};

} // namespace bt::interop
