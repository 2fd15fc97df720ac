// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/world.h"

#include "service/tokens/token_genesis.h"

#include <filesystem>

namespace bt::service {

namespace {

Result<void> makeFolder(const std::string& folder)
{
    if (folder.empty()) return {};
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return fail(failed == std::errc::no_space_on_device ? "store.full" : "store.read_only", failed.message());
    return {};
}

} // namespace

Result<std::shared_ptr<NetworkWorld>> NetworkWorld::practiceIn(const std::string& folder, const Clock* system)
{
    BT_CHECK(makeFolder(folder));
    const bool kept = !folder.empty();
    auto world = std::make_shared<NetworkWorld>();
    world->network = ledger::practiceNetwork();
    BT_TRY(auto node, ledger::PracticeNode::open(kept ? folder + "/n1" : std::string(), system != nullptr ? *system : world->systemClock,
                                                 world->network));
    world->practice = node.get();
    world->time = &node->clock();
    world->node = std::move(node);
    BT_TRY(world->blocks,
           storage::PracticeBlockStore::open(kept ? folder + "/n2" : std::string(), ledger::practiceFileKey(world->network)));
    world->hear();
    return world;
}

Result<std::shared_ptr<NetworkWorld>> NetworkWorld::over(const std::string& network, std::unique_ptr<ledger::Node> node,
                                                         const std::string& folder, const Clock* time)
{
    BT_CHECK(makeFolder(folder));
    auto world = std::make_shared<NetworkWorld>();
    BT_TRY(world->network, ledger::networkNamed(network));
    BT_TRY(world->network.tokenBirth, readBirthFile(folder));
    world->time = time != nullptr ? time : &world->systemClock;
    world->node = std::move(node);
    BT_TRY(world->blocks,
           storage::PracticeBlockStore::open(folder.empty() ? std::string() : folder + "/n2", ledger::practiceFileKey(world->network)));
    world->hear();
    return world;
}

NetworkWorld::~NetworkWorld()
{
    if (node) node->onNews({});
}

void NetworkWorld::hear()
{
    m_heard = std::make_shared<std::atomic<std::int64_t>>(0);
    node->onNews([heard = m_heard](ledger::News) { ++*heard; });
}

Result<std::int64_t> NetworkWorld::changeCounter()
{
    if (practice != nullptr) return practice->changeCounter();
    return m_heard->load();
}

} // namespace bt::service
