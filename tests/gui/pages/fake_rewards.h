// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The reward pool as a test hands it out: a door that writes down what it was asked, and views of it.
#pragma once

#include "fake_engine.h"
#include "samples.h"
#include "service/rewards/rewards_door.h"

namespace bt::test {

class FakeRewards final : public service::RewardsDoor
{
public:
    explicit FakeRewards(FakeEngine& engine) : m_engine(engine) { engine.own.rewards = this; }
    std::size_t own = 1; //!< what importList answers

    service::Future<std::string> ask(std::string reason, std::string text) override
    {
        return said<std::string>("ask " + reason + " " + text, "bt-reward:abc");
    }
    service::Future<> forgetAsk(std::int64_t id) override { return done("forgetAsk " + std::to_string(id)); }
    service::Future<std::size_t> importList(std::string text) override { return said<std::size_t>("importList " + text, own); }
    service::ClaimQuote cost{{4'000'000}, {50'000'000}};
    service::Future<service::ClaimQuote> quoteClaim(std::uint64_t epoch, std::uint32_t index) override
    {
        return said<service::ClaimQuote>("quoteClaim " + std::to_string(epoch) + " " + std::to_string(index), cost);
    }
    service::Future<> claim(std::uint64_t epoch, std::uint32_t index) override
    {
        return done("claim " + std::to_string(epoch) + " " + std::to_string(index));
    }
    service::Future<> practiceDecides() override { return done("practiceDecides"); }

private:
    template <typename T> service::Future<T> ready(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }
    template <typename T> service::Future<T> said(const std::string& call, T value)
    {
        m_engine.calls << QString::fromStdString(call);
        return ready<T>(m_engine.answer ? Result<T>(tl::unexpected(*m_engine.answer)) : Result<T>(std::move(value)));
    }
    service::Future<> done(const std::string& call)
    {
        m_engine.calls << QString::fromStdString(call);
        return ready<void>(m_engine.answer ? Result<void>(tl::unexpected(*m_engine.answer)) : Result<void>());
    }
    FakeEngine& m_engine;
};

//! Round 3 of a pool, with an award in each state, requests, and events of every kind.
inline std::shared_ptr<service::RewardsView> rewardsView(service::RewardsView::Phase phase = service::RewardsView::Phase::Claiming)
{
    constexpr std::uint64_t one = 100'000'000;
    auto v = std::make_shared<service::RewardsView>();
    v->there = v->practice = true;
    v->balance = 99'875 * one + one / 2;
    v->phase = phase;
    v->epoch = 3;
    v->end = kNow.plus(5 * kDay);
    v->budget = 9'000 * one;
    v->cap = 1'000 * one;
    v->left = {5'000 * one, 4'000 * one, 4'900 * one, 5'000 * one, 0};
    v->payableFrom = kNow.plus(2 * kDay);
    v->awards = 7;
    v->poolId = std::string(64, 'a');
    std::uint32_t place = 0;
    for (const auto state :
         {service::AwardState::Ready, service::AwardState::Announced, service::AwardState::Moving, service::AwardState::Paid,
          service::AwardState::OverCap, service::AwardState::Stopped, service::AwardState::Over}) {
        service::AwardView award;
        award.epoch = 3;
        award.index = place++;
        award.reason = "translation";
        award.amount = 100 * one;
        award.state = state;
        award.from = kNow.plus(kDay);
        award.at = kNow.plus(-kDay);
        if (place == 1) award.trouble = "reward.claim_failed";
        v->mine.push_back(award);
    }
    v->asks = {{2, "moderation", "I looked after a group for four weeks.", "bt-reward:two", kNow.plus(-kHour), false},
               {1, "translation", "I translated the page about sleep.", "bt-reward:one", kNow.plus(-9 * kDay), true}};
    for (const char* kind : {"open", "claim", "veto", "rotate", "gather", "gift"})
        v->events.push_back({kind, 3, "translation", 100 * one, kNow.plus(-kDay), std::string(64, 'b'), false});
    v->events[1].mine = true;
    return v;
}

inline std::shared_ptr<service::Snapshot> withRewards()
{
    auto s = patient(service::VisitPhase::Accepted);
    s->rewards = rewardsView();
    return s;
}
//! The days of challenge, and the list is not here.
inline std::shared_ptr<service::Snapshot> rewardsAnnounced()
{
    auto s = patient(service::VisitPhase::Accepted);
    auto view = rewardsView(service::RewardsView::Phase::Announced);
    view->listMissing = true;
    view->mine.clear();
    s->rewards = view;
    return s;
}

} // namespace bt::test
