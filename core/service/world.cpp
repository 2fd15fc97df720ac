// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/world.h"

#include <filesystem>

namespace bt::service {

Result<std::shared_ptr<PracticeWorld>> PracticeWorld::open(const std::string& folder)
{
    auto world = std::make_shared<PracticeWorld>();
    std::string ledgerPath, blocksPath;
    if (!folder.empty()) {
        std::error_code failed;
        std::filesystem::create_directories(folder, failed);
        if (failed) return fail(failed == std::errc::no_space_on_device ? "store.full" : "store.read_only", failed.message());
        ledgerPath = folder + "/n1";
        blocksPath = folder + "/n2";
    }
    const auto network = ledger::practiceNetwork();
    BT_TRY(world->node, ledger::PracticeNode::open(ledgerPath, world->systemClock, network));
    BT_TRY(world->blocks, storage::PracticeBlockStore::open(blocksPath, ledger::practiceFileKey(network)));
    return world;
}

} // namespace bt::service
