// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rewards/local_rewards.h"

#include "service/calls.h"
#include "service/rewards/rewards.h"

namespace bt::service {
namespace {

using access::Use;

class LocalRewards final : public RewardsDoor
{
public:
    explicit LocalRewards(const Calls& calls) : m_calls(&calls) {}
    Future<std::string> ask(std::string reason, std::string text) override
    {
        return m_calls->withPersona<std::string>(Use::AskReward, [=](Persona& p) { return p.feature<Rewards>().ask(reason, text); });
    }
    Future<> forgetAsk(std::int64_t id) override
    {
        return m_calls->withPersona<void>(Use::ForgetRewardRequest, [=](Persona& p) { return p.feature<Rewards>().forgetAsk(id); });
    }
    Future<std::size_t> importList(std::string text) override
    {
        return m_calls->withPersona<std::size_t>(Use::ImportAwards,
                                                 [text = std::move(text)](Persona& p) { return p.feature<Rewards>().importList(text); });
    }
    Future<ClaimQuote> quoteClaim(std::uint64_t epoch, std::uint32_t index) override
    {
        return m_calls->asking<ClaimQuote>(Use::QuoteAward, [=](Persona& p) { return p.feature<Rewards>().quoteClaim(epoch, index); });
    }
    Future<> claim(std::uint64_t epoch, std::uint32_t index) override
    {
        return m_calls->spending<void>(Use::ClaimAward, [=](Persona& p) { return p.feature<Rewards>().claim(epoch, index); });
    }
    Future<> practiceDecides() override
    {
        return m_calls->withPersona<void>(Use::PracticeAwards, [](Persona& p) { return p.feature<Rewards>().practiceDecides(); });
    }

private:
    const Calls* m_calls;
};

} // namespace

std::unique_ptr<RewardsDoor> localRewards(const Calls& calls) { return std::make_unique<LocalRewards>(calls); }

} // namespace bt::service
