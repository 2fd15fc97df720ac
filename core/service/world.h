// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A network as a process sees it: node, blocks, clock, randomness. Practice (the embedded ledger) or a kaspad network
//! whose Node the composition root hands in. Shared by all engines of the process. Thread safety: made once, then as
//! its parts say.
#pragma once

#include "ledger/practice/practice_node.h"
#include "storage/block_store.h"

#include <atomic>
#include <memory>
#include <string>

namespace bt::service {

struct NetworkWorld {
    SystemClock systemClock;
    SystemRandom random;
    ledger::NetworkParams network;
    std::unique_ptr<ledger::Node> node;
    ledger::PracticeNode* practice = nullptr;            //!< the node, where it is the embedded ledger; null on other networks
    std::unique_ptr<storage::PracticeBlockStore> blocks; //!< of this computer, shared by its processes
    const Clock* time = nullptr;                         //!< the network's clock
    [[nodiscard]] const Clock& clock() const { return *time; }
    //! The computer's clock was set back behind what a practice network has seen.
    [[nodiscard]] bool timeHeld() const { return practice != nullptr && practice->clock().held(); }
    //! A number that changes when the network may have something new: news of the node, or (practice) what another process
    //! wrote. Cheap enough to poll several times a second.
    [[nodiscard]] Result<std::int64_t> changeCounter();

    //! Opens or makes the practice network's files in `folder` ("": in memory). "store.*".
    //! \param system outlives the world; null: the computer's clock.
    [[nodiscard]] static Result<std::shared_ptr<NetworkWorld>> practiceIn(const std::string& folder, const Clock* system = nullptr);
    //! A network that others run. Sealed blocks lie in `folder`, on this computer only; a file btai.json there
    //! names the network's BTAI (tokens/token_genesis.h).
    //! \param network  "simnet", "testnet-10" or "mainnet". \param node  connected or connecting to it.
    //! \param time     outlives the world; null: the computer's clock. "node.network_unknown", "store.*".
    [[nodiscard]] static Result<std::shared_ptr<NetworkWorld>> over(const std::string& network, std::unique_ptr<ledger::Node> node,
                                                                    const std::string& folder, const Clock* time = nullptr);
    NetworkWorld() = default;
    ~NetworkWorld();

private:
    void hear();
    std::shared_ptr<std::atomic<std::int64_t>> m_heard; //!< news so far; outlives the node's last callback
};

} // namespace bt::service
