// SPDX-License-Identifier: GPL-3.0-or-later
// What the window sees of the pool, and what the practice stewards do when they are asked.
#include "service/rewards/rewards.h"

#include "contract/reward/birth_record.h"
#include "kaspa/script/engine.h"
#include "ledger/practice/practice_pool.h"
#include "service/json_fields.h"
#include "service/rewards/steward_desk.h"

#include <algorithm>

namespace bt::service {
namespace {

namespace reward = contract::reward;
namespace token = contract::token;

constexpr std::size_t kEventsShown = 100;
constexpr std::size_t kEpochsShown = 12;
constexpr token::Units kPracticeAward{25ULL * 100'000'000}; // what practice stewards give for any work
constexpr token::Units kPracticeBudget{10'000ULL * 100'000'000};
constexpr Sompi kPracticeFees = kas(10);

} // namespace

Result<AwardState> Rewards::stateOf(const rewards::EpochRow& epoch, const reward::Award& award, const std::string* pending, Millis& from)
{
    const auto& pool = *m_book->pool();
    if (epoch.stopped) return AwardState::Stopped;
    if (epoch.opened.epoch != pool.state.epoch) return AwardState::Over;
    if (award.amount > pool.state.cap || award.amount > pool.state.budget ||
        award.amount > pool.state.left[static_cast<std::size_t>(award.reason)])
        return AwardState::OverCap;
    if (pending != nullptr && (pending->empty() || *pending == kAgain)) return AwardState::Moving;
    if (pool.state.phase == reward::Phase::Claiming) return AwardState::Ready;
    const auto due = pool.daaScore + reward::kChallengeDaa;
    const auto now = m_c->payments.about().daaScore;
    if (now >= due) return AwardState::Ready;
    from = m_c->now().plus(static_cast<std::int64_t>((due - now) / m_c->wallet.network().daaPerSecond + 1) * kSecond);
    return AwardState::Announced;
}

Result<std::vector<AwardView>> Rewards::awardsOf(const rewards::EpochRow& epoch)
{
    std::vector<AwardView> out;
    BT_TRY(const auto* own, mine(epoch));
    if (own->empty()) return out;
    BT_TRY(const auto paid, m_book->paid(epoch.opened.epoch));
    std::map<std::uint32_t, std::string> pending;
    BT_TRY(auto rows, m_c->db.prepare("SELECT place, error FROM reward_claims WHERE epoch = ?"));
    rows.bind(static_cast<std::int64_t>(epoch.opened.epoch));
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) break;
        pending.emplace(static_cast<std::uint32_t>(rows.integer(0)), rows.text(1));
    }
    for (const auto& one : *own) {
        AwardView view;
        view.epoch = epoch.opened.epoch;
        view.index = one.index;
        view.reason = reward::reasonName(one.award.reason);
        view.amount = one.award.amount.value;
        const auto asked = pending.find(one.index);
        if (const auto done = paid.find(one.index); done != paid.end()) {
            view.state = AwardState::Paid;
            view.at = done->second.at;
            view.txid = done->second.txid;
        } else {
            BT_TRY(view.state, stateOf(epoch, one.award, asked == pending.end() ? nullptr : &asked->second, view.from));
            if (asked != pending.end() && !asked->second.empty() && asked->second != kAgain) view.trouble = "reward.claim_failed";
        }
        out.push_back(std::move(view));
    }
    return out;
}

Result<void> Rewards::fill(Snapshot& snapshot)
{
    auto view = std::make_shared<RewardsView>();
    view->reading = m_birth && !m_caughtUp;
    view->practice = m_c->world.practice != nullptr;
    snapshot.rewards = view;
    if (!m_book->pool() || view->reading) return {};
    const auto& pool = *m_book->pool();
    view->there = true;
    view->lost = m_book->lost();
    view->poolId = hexOf(pool.id);
    view->balance = m_book->balance().value;
    view->phase = static_cast<RewardsView::Phase>(pool.state.phase);
    view->epoch = pool.state.epoch;
    view->end = pool.state.end;
    view->budget = pool.state.budget.value;
    view->cap = pool.state.cap.value;
    for (std::size_t i = 0; i < view->left.size(); ++i) view->left[i] = pool.state.left[i].value;

    BT_TRY(const auto epochs, m_book->epochs());
    std::set<Hash256> listed;
    for (std::size_t i = 0; i < epochs.size() && i < kEpochsShown; ++i) {
        BT_TRY(auto awards, awardsOf(epochs[i]));
        std::ranges::move(awards, std::back_inserter(view->mine));
        BT_TRY(const auto* own, mine(epochs[i]));
        for (const auto& one : *own)
            if (!epochs[i].stopped) listed.insert(one.award.evidence);
    }
    if (!epochs.empty() && pool.state.phase != reward::Phase::Closed) {
        BT_TRY(const auto list, m_book->listOf(epochs.front().opened.root));
        view->listMissing = !list;
        view->awards = list ? list->awards.size() : 0;
        if (pool.state.phase == reward::Phase::Announced) {
            const auto due = pool.daaScore + reward::kChallengeDaa, now = m_c->payments.about().daaScore;
            const auto wait = due > now ? static_cast<std::int64_t>((due - now) / m_c->wallet.network().daaPerSecond + 1) * kSecond : 0;
            view->payableFrom = m_c->now().plus(wait);
        }
    }
    BT_TRY(const auto asks, asked());
    for (const auto& one : asks) {
        BT_TRY(const auto code, rewards::encodeRequest(one.request));
        view->asks.push_back({one.id, std::string(reward::reasonName(one.request.reason)), one.request.text, code, one.at,
                              listed.contains(rewards::evidenceOf(one.request))});
    }
    BT_TRY(const auto events, m_book->events(kEventsShown));
    for (const auto& one : events) {
        RewardEventView event{one.kind, one.epoch, {}, one.amount.value, one.at, one.txid, false};
        if (one.award) {
            event.reason = reward::reasonName(one.award->reason);
            event.mine = isMine(one.award->winner);
        }
        view->events.push_back(std::move(event));
    }
    return {};
}

Result<void> Rewards::practiceDecides()
{
    auto* practice = m_c->world.practice;
    if (practice == nullptr) return fail("reward.no_practice");
    if (!m_book->pool()) return fail("reward.no_pool");
    BT_TRY(const auto record, reward::decodeBirth(m_c->wallet.network().poolBirth));
    const auto& network = m_c->wallet.network();
    BT_TRY(auto desk, rewards::StewardDesk::open({m_c->world.node, m_c->world.blocks, network, m_c->world.random}, record, Deadline{}));
    const auto& pool = desk->pool();
    BT_TRY(const auto info, m_c->payments.info());
    if (info.pastMedianTime <= pool.state.end) {
        const auto from = pool.state.end.plus(m_c->now().minus(info.pastMedianTime) + kSecond);
        return fail("reward.too_early", {std::to_string(from.value)}, {});
    }
    const token::Units budget{std::min(desk->book().balance().value / 4, kPracticeBudget.value)};
    const token::Units amount{std::min(kPracticeAward.value, budget.value / 10)};

    std::set<Hash256> listed;
    BT_TRY(const auto epochs, m_book->epochs());
    for (const auto& epoch : epochs) {
        BT_TRY(const auto* own, mine(epoch));
        for (const auto& one : *own)
            if (!epoch.stopped) listed.insert(one.award.evidence);
    }
    std::string csv(rewards::kTableHeader);
    std::size_t awards = 0;
    BT_TRY(const auto asks, asked());
    for (const auto& one : asks) {
        if (listed.contains(rewards::evidenceOf(one.request)) || ++awards > 20) continue;
        csv += '\n' + rewards::tableLine({one.request.winner, amount, one.request.reason, rewards::evidenceOf(one.request)});
    }
    if (awards == 0) return fail("reward.no_asks");
    // A week from now where that is allowed: an end counts from the one before, a year at most.
    const Millis end{std::clamp(m_c->now().value + reward::kMinEpochMs, pool.state.end.value + reward::kMinEpochMs,
                                pool.state.end.value + reward::kMaxEpochMs)};
    rewards::Wish wish;
    BT_TRY(wish.list, desk->listFor(csv, budget, end));

    const auto stewards = ledger::practiceStewards();
    const auto secrets = ledger::practiceStewardSecrets();
    BT_TRY(const auto payer, crypto::secpXOnly(secrets[0].view()));
    auto signing = desk->plan(wish, stewards, secrets[0]);
    if (!signing && signing.error().code == "reward.no_fee") {
        BT_TRY(const auto given, practice->faucet(kaspa::payToPublicKey(payer.view()), kPracticeFees, Deadline{}));
        (void)given;
        signing = desk->plan(wish, stewards, secrets[0]);
    }
    if (!signing) return tl::unexpected(std::move(signing).error());
    // Two stewards, each with the whole check, as on computers of their own.
    for (std::size_t i = 0; i < stewards.needed; ++i) BT_CHECK(desk->sign(*signing, wish, stewards, secrets[i]));
    BT_TRY(const auto sent, desk->send({*signing}, wish, stewards));
    (void)sent;
    return {};
}

} // namespace bt::service
