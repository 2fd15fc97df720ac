// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The product's wallet on the product's client of kaspad, in memory, for tests. One thread at a time.
#pragma once

#include "interop/support/simnet.h"
#include "ledger/builder.h"
#include "ledger/wallet.h"

#include <memory>

namespace bt::interop {

//! A client of one node: the port Node as the product fills it.
class TestNode
{
public:
    explicit TestNode(const std::string& url);
    ledger::Node& operator*() { return *m_node; }
    ledger::Node* operator->() { return m_node.get(); }

private:
    SystemClock m_clock;
    std::unique_ptr<ledger::Node> m_node;
};

class TestWallet
{
public:
    //! \param seed  two wallets of one seed have the same keys.
    explicit TestWallet(std::uint8_t seed);
    ledger::Wallet& operator*() { return *m_wallet; }
    ledger::Wallet* operator->() { return &*m_wallet; }

    //! Builds, signs and notes a payment. \param from when set, only this coin may be spent.
    [[nodiscard]] Result<kaspa::Transaction> pay(ledger::Node& node, const kaspa::ScriptPublicKey& to, Sompi amount,
                                                 std::optional<kaspa::Outpoint> from = std::nullopt);
    //! Everything that the wallet believes of the chain, as lines that compare: confirmed coins and history.
    [[nodiscard]] std::vector<std::string> belief() const;

private:
    store::Database m_db;
    std::optional<ledger::Wallet> m_wallet;
};

//! What a wallet of the same keys believes that has seen nothing but the chain as it is now.
[[nodiscard]] Result<std::vector<std::string>> freshBelief(std::uint8_t seed, ledger::Node& node);

} // namespace bt::interop
