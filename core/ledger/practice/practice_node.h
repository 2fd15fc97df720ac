// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The practice ledger: a Node in one SQLite file that every process of the computer opens. It enforces Kaspa's
//! rules (see DESIGN.md for each rule and its origin); an accepted transaction is in a block at once. Thread safety:
//! PracticeNode and PracticeClock are thread-safe (one lock inside); several processes may hold the same file.
#pragma once

#include "contract/token/state.h"
#include "ledger/network.h"
#include "ledger/node.h"

#include <functional>
#include <memory>

namespace bt::ledger {

//! Virtual time of a practice ledger: the computer's clock plus the ledger's offset, never going backwards.
class PracticeClock final : public Clock
{
public:
    explicit PracticeClock(const Clock& system) : m_system(&system) {}
    [[nodiscard]] Millis now() const override;
    //! The computer's clock runs behind what was seen already: now() stands still until it catches up.
    [[nodiscard]] bool held() const;

private:
    friend class PracticeNode;
    void learn(std::int64_t offset, std::int64_t high);
    const Clock* m_system;
    std::atomic<std::int64_t> m_offset{0};
    mutable std::atomic<std::int64_t> m_high{0};
};

class PracticeNode final : public Node
{
public:
    //! Opens or creates the ledger. \param path UTF-8; "" keeps it in memory. \param system must outlive the node.
    //! \returns "store.*", or "ledger.other_network" if the file belongs to another network.
    [[nodiscard]] static Result<std::unique_ptr<PracticeNode>> open(const std::string& path, const Clock& system,
                                                                    NetworkParams network = practiceNetwork());
    ~PracticeNode() override;

    [[nodiscard]] Result<NodeInfo> info(const Deadline& deadline) override;
    [[nodiscard]] Result<kaspa::TxId> submit(const kaspa::Transaction& tx, const Deadline& deadline) override;
    [[nodiscard]] Result<kaspa::TxId> submitReplacement(const kaspa::Transaction& tx, const Deadline& deadline) override;
    [[nodiscard]] Result<std::vector<UtxoEntry>> utxos(const std::vector<kaspa::ScriptPublicKey>& scripts,
                                                       const Deadline& deadline) override;
    [[nodiscard]] Result<ChainPage> chain(const BlockHash& cursor, const Deadline& deadline) override;
    [[nodiscard]] Result<std::optional<kaspa::Utxo>> utxo(const kaspa::Outpoint& outpoint, const Deadline& deadline) override;
    //! News of what this process did; what others do is seen by changeCounter().
    void onNews(NewsCallback told) override;
    [[nodiscard]] std::vector<NodeState> states() const override;

    //! Pays play money from the treasury by a signed transaction that passes every rule.
    [[nodiscard]] Result<kaspa::TxId> faucet(const kaspa::ScriptPublicKey& to, Sompi amount, const Deadline& deadline);
    //! Pays BTAI from the supply, with the KAS under it from the treasury, by a signed transaction that passes every rule.
    //! \returns "money.no_token" if this network has no BTAI, "ledger.treasury_empty".
    [[nodiscard]] Result<kaspa::TxId> tokenFaucet(const contract::token::Owner& to, contract::token::Units amount,
                                                  const Deadline& deadline);
    //! Moves virtual time forward for every process. \param ms above zero and at most 400 days.
    [[nodiscard]] Result<void> advance(std::int64_t ms);
    //! Starts the chain anew with another genesis; virtual time goes on. Wallets see "node.unknown_block" and rescan.
    [[nodiscard]] Result<void> reset();
    //! A number that changes whenever this or another process has written; cheap enough to poll several times a second.
    [[nodiscard]] Result<std::int64_t> changeCounter();
    [[nodiscard]] const PracticeClock& clock() const;
    [[nodiscard]] const NetworkParams& network() const;

private:
    struct Impl;
    explicit PracticeNode(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m;
};

} // namespace bt::ledger
