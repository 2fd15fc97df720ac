// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Stewards at their desks, over the network of a test. Header-only.
#pragma once

#include "contract/reward/birth_record.h"
#include "kaspa/script/engine.h"
#include "ledger/practice/practice_pool.h"
#include "service/json_fields.h"
#include "service/rewards/award_request.h"
#include "service/rewards/rewards_door.h"
#include "service/rewards/steward_desk.h"
#include "service/two_sides.h"

namespace bt::test {

namespace rw = service::rewards;
namespace reward = contract::reward;
namespace token = contract::token;

constexpr std::uint64_t kBtai = 100'000'000;

template <typename T> T got(Result<T> made, const char* file, int line)
{
    if (!made)
        qFatal("%s:%d: %s %s", file, line, std::string(made.error().code).c_str(),
               (made.error().detail + " " + (made.error().args.empty() ? std::string() : made.error().args.front())).c_str());
    return std::move(*made);
}
#define GOT(what) bt::test::got((what), __FILE__, __LINE__)

struct Desk {
    explicit Desk(NetworkWorld& w) : world(&w)
    {
        stewards = ledger::practiceStewards();
        auto all = ledger::practiceStewardSecrets();
        for (auto& one : all) secrets.push_back(std::move(one));
    }
    //! The desk of one steward, as her computer opens it now.
    [[nodiscard]] std::unique_ptr<rw::StewardDesk> open() const
    {
        const auto birth = GOT(reward::decodeBirth(ledger::practicePoolBirth()));
        return GOT(rw::StewardDesk::open({*world->node, *world->blocks, world->network, world->random}, birth, Deadline{}));
    }
    [[nodiscard]] kaspa::ScriptPublicKey purse() const { return kaspa::payToPublicKey(GOT(crypto::secpXOnly(secrets[0].view())).view()); }
    //! A table with one line for each request.
    [[nodiscard]] static std::string table(const std::vector<std::string>& codes, std::uint64_t units)
    {
        std::string csv(rw::kTableHeader);
        for (const auto& code : codes) {
            const auto request = GOT(rw::decodeRequest(code));
            csv += '\n' + rw::tableLine({request.winner, {units}, request.reason, rw::evidenceOf(request)});
        }
        return csv;
    }
    [[nodiscard]] rw::Wish opening(rw::StewardDesk& desk, const std::string& csv, std::uint64_t budget, std::int64_t length = 0) const
    {
        rw::Wish wish;
        const auto end = std::max(desk.pool().state.end.value + reward::kMinEpochMs, world->clock().now().value + length);
        wish.list = GOT(desk.listFor(csv, {budget}, {std::min(end, desk.pool().state.end.value + reward::kMaxEpochMs)}));
        return wish;
    }
    //! Two of three stewards do it, each on her own desk.
    [[nodiscard]] Result<kaspa::TxId> together(const rw::Wish& wish, const std::vector<std::size_t>& who = {0, 2}) const
    {
        auto planner = open();
        BT_TRY(const auto plan, planner->plan(wish, stewards, secrets[0]));
        std::vector<ledger::PartialSigning> all;
        for (const auto place : who) {
            // What travels is the file's text.
            BT_TRY(auto mine, ledger::readSigningText(ledger::signingText(plan), world->network.id));
            BT_CHECK(open()->sign(mine, wish, stewards, secrets[place]));
            all.push_back(std::move(mine));
        }
        return open()->send(all, wish, stewards);
    }
    NetworkWorld* world;
    reward::Stewards stewards;
    std::vector<Secret> secrets;
};

inline service::RewardsView rewardsOf(const Side& side)
{
    const auto s = side.now();
    return s->rewards ? *s->rewards : service::RewardsView{};
}
inline service::RewardsDoor& doorOf(const Side& side) { return *side.engine->doors().rewards; }

} // namespace bt::test
