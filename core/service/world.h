// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The practice network as a process sees it: ledger, blocks, clock, randomness. Shared by all engines of the process.
#pragma once

#include "ledger/practice/practice_node.h"
#include "storage/block_store.h"

#include <memory>
#include <string>

namespace bt::service {

struct PracticeWorld {
    SystemClock systemClock;
    SystemRandom random;
    std::unique_ptr<ledger::PracticeNode> node;
    std::unique_ptr<storage::PracticeBlockStore> blocks;
    [[nodiscard]] const Clock& clock() const { return node->clock(); }

    //! Opens or makes the network's files in `folder` ("": in memory). "store.*".
    [[nodiscard]] static Result<std::shared_ptr<PracticeWorld>> open(const std::string& folder);
};

} // namespace bt::service
