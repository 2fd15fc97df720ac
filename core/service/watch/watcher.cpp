// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/watch/watcher.h"

#include "kaspa/hashing.h"
#include "ledger/prove.h"
#include "service/json_fields.h"
#include "service/payments.h"
#include "service/signing.h"
#include "service/visit_due.h"

namespace bt::service {
namespace {

namespace cs = contract::session;

constexpr std::uint64_t kFinal = 36'000; // DAA, an hour: what ended so long ago is looked at no more

} // namespace

Result<WatchRound> Watcher::round(const Deadline& deadline)
{
    WatchRound out;
    BT_TRY(const auto info, m_node->info(deadline));
    if (info.network != m_network.id) return fail("node.wrong_network", {info.network, m_network.id}, {});
    if (!info.synced) return fail("node.unsynced");
    const WatchState before = m_state;
    if (auto followed = follow(out, info, deadline); !followed) {
        m_state = before;
        return tl::unexpected(std::move(followed).error());
    }
    told(out, before);
    const ChainTime now{info.pastMedianTime, info.daaScore};
    std::vector<std::pair<const Followed*, std::string_view>> due;
    for (const auto& v : m_state.visits) {
        if (!v.live()) continue;
        ++out.live;
        if (const auto step = dueForAnyone(v.now(), v.terms, v.attendance, now); !step.empty()) due.emplace_back(&v, step);
    }
    if (due.empty()) return out;
    BT_TRY(auto coins, m_purse->coins(*m_node, deadline));
    for (const auto& [visit, step] : due) BT_CHECK(push(out, *visit, step, coins, info.daaScore, deadline));
    return out;
}

// --- following -------------------------------------------------------------------------------------------------

Result<bool> Watcher::allThere(const ledger::NodeInfo& info, const Deadline& deadline)
{
    for (auto& v : m_state.visits) {
        if (!v.live()) {
            if (info.daaScore < v.endedDaa + kFinal) return false; // may still be taken back
            continue;
        }
        auto& session = v.places.back().session;
        BT_TRY(const auto output, cs::utxoOf(session));
        BT_TRY(const auto there, m_node->utxoOf(session.outpoint, output.spk, deadline));
        if (!there) return false;
        session.daaScore = there->daaScore; // ages count from the block that has it now
    }
    return true;
}

Result<void> Watcher::follow(WatchRound& round, const ledger::NodeInfo& info, const Deadline& deadline)
{
    // Where everything is where it was, nothing that happened in between concerns us.
    BT_TRY(const bool quiet, allThere(info, deadline));
    if (quiet) {
        m_state.cursor = info.tip;
        return {};
    }
    BT_CHECK(read(deadline));
    return findLost(round, deadline);
}

Result<void> Watcher::read(const Deadline& deadline)
{
    bool anew = false;
    for (;;) {
        auto page = m_node->chain(m_state.cursor, deadline);
        if (!page && page.error().code == "node.unknown_block" && !anew) {
            anew = true; // pruned, or another chain: from the oldest block that there is
            m_state.cursor = {};
            continue;
        }
        if (!page) return tl::unexpected(std::move(page).error());
        takeBack(m_state, page->removed);
        for (const auto& block : page->added) {
            BT_TRY(const bool moved, applyBlock(m_state, block));
            (void)moved;
        }
        m_state.cursor = page->cursor;
        if (!page->more) return {};
        if (deadline.over()) return fail("node.timeout");
    }
}

Result<void> Watcher::findLost(WatchRound& round, const Deadline& deadline)
{
    for (auto& v : m_state.visits) {
        if (!v.live()) continue;
        bool found = false;
        for (auto n = v.places.size(); n > 0 && !found; --n) {
            auto& session = v.places[n - 1].session;
            BT_TRY(const auto output, cs::utxoOf(session));
            BT_TRY(const auto there, m_node->utxoOf(session.outpoint, output.spk, deadline));
            found = there.has_value();
            if (!found) continue;
            session.daaScore = there->daaScore;
            v.places.resize(n); // what came after it is on no chain any more
        }
        if (found) continue;
        round.notes.push_back({WatchEvent::Lost, v.origin, {}, {}, {}, {}});
        round.trouble = true;
    }
    return {};
}

void Watcher::told(WatchRound& round, const WatchState& before)
{
    for (std::size_t i = 0; i < m_state.visits.size(); ++i) {
        const auto &was = before.visits[i], &is = m_state.visits[i];
        if (is.places.size() < was.places.size() || (is.live() && !was.live()))
            round.notes.push_back({WatchEvent::TakenBack, is.origin, {}, {}, {}, {}});
        for (auto n = was.places.size(); n < is.places.size(); ++n) {
            constexpr std::string_view kPhases[] = {"requested", "accepted", "committed", "in-session", "disputed", "disputed"};
            const auto& session = is.places[n].session;
            round.notes.push_back({WatchEvent::Moved,
                                   is.origin,
                                   std::string(kPhases[static_cast<int>(session.state.phase)]),
                                   hexOf(session.outpoint.id),
                                   {},
                                   {}});
        }
        if (!is.live() && was.live()) round.notes.push_back({WatchEvent::Ended, is.origin, is.ended, hexOf(is.endedBy), {}, {}});
    }
}

// --- pushing ---------------------------------------------------------------------------------------------------

Result<Watcher::Made> Watcher::make(const Followed& visit, std::string_view step, const std::vector<ledger::Coin>& coins,
                                    std::uint64_t daaScore, std::uint64_t rate) const
{
    BT_TRY(const auto wanted, planForAnyone(step, visit.now(), visit.terms, visit.attendance));
    BT_TRY(const auto plan, callsPlanOf(wanted)); // in BTAI the escrow stands beside the visit
    BT_TRY(auto request, requestOf(plan, {}));
    request.relation = "purse";
    request.change = m_purse->script();
    request.basis = kBasis;
    request.feeRate = rate;
    request.maxFee = kReplacementCap;
    BT_TRY(auto draft, ledger::build(request, coins, m_network, daaScore));
    for (std::size_t i = 0; i < plan.calls.size(); ++i) {
        BT_TRY(draft.tx.tx.inputs[i].signatureScript, contract::finish(plan.calls[i], {}));
    }
    BT_CHECK(ledger::signCoins(draft, m_purse->keys(), *m_random));
    BT_TRY(auto tx, ledger::signOff(draft, m_network, std::nullopt, kBasis));
    return Made{{std::move(tx), draft.fee, draft.tx.utxos, true, kReplacementCap}, draft.changeOutput};
}

Result<void> Watcher::push(WatchRound& round, const Followed& visit, std::string_view step, std::vector<ledger::Coin>& coins,
                           std::uint64_t daaScore, const Deadline& deadline)
{
    const auto note = [&](WatchEvent what, std::string txid, std::string detail, Sompi amount) {
        round.notes.push_back({what, visit.origin, std::string(step), std::move(txid), std::move(detail), amount});
    };
    const auto welcome = [&](const kaspa::Transaction& other) {
        const auto moved = cs::readSpend(visit.now(), other, kaspa::transactionId(other));
        return moved && sameEffectAs(step, visit.attendance.has_value(), moved->step);
    };
    BT_TRY(const auto output, cs::utxoOf(visit.now()));
    const auto waiting = m_node->mempoolSpender(visit.now().outpoint, output.spk, deadline);
    if (waiting && *waiting && welcome((*waiting)->tx)) {
        note(WatchEvent::OnItsWay, hexOf((*waiting)->id), {}, {});
        return {};
    }
    std::uint64_t rate = kaspa::kSompiPerGram;
    auto made = make(visit, step, coins, daaScore, rate);
    if (!made && made.error().code == "ledger.not_enough") {
        const auto missing = made.error().args.empty() ? 0 : std::strtoull(made.error().args.front().c_str(), nullptr, 10);
        note(WatchEvent::FeeMissing, {}, {}, {missing});
        round.trouble = true;
        return {};
    }
    if (!made) {
        note(WatchEvent::NotTaken, {}, std::string(made.error().code) + " " + made.error().detail, {});
        round.trouble = true;
        return {};
    }
    const ledger::Submitter::Rebuild dearer = [&](const ledger::Submission& old, Sompi fee) -> Result<ledger::Submission> {
        rate = std::max(rate + 1, rate * fee.value / std::max<std::uint64_t>(old.fee.value, 1) + 1);
        BT_TRY(auto again, make(visit, step, coins, daaScore, rate));
        made->change = again.change;
        return std::move(again.submission);
    };
    ledger::Submitter submitter(*m_node, dearer, welcome);
    auto& submission = made->submission;
    BT_TRY(const auto progress, submitter.submit(submission, deadline));
    const std::string why = progress.why ? std::string(progress.why->code) + " " + progress.why->detail : std::string();
    switch (progress.standing) {
    case ledger::Standing::Waiting:
    case ledger::Standing::Accepted: break;
    case ledger::Standing::Squatted:
        note(WatchEvent::OnItsWay, progress.squatter ? hexOf(*progress.squatter) : std::string(), {}, {});
        return {};
    case ledger::Standing::Conflict: round.again = true; return {}; // somebody was faster: the next look finds it
    case ledger::Standing::Unreachable: return tl::unexpected(progress.why.value_or(Error{"node.offline", {}, {}}));
    case ledger::Standing::Refused:
        note(WatchEvent::NotTaken, {}, why, {});
        round.trouble = true;
        return {};
    }
    note(WatchEvent::Pushed, hexOf(progress.id), {}, submission.fee);
    round.again = true;
    // Its coins are spoken for; its change may pay the next one.
    for (const auto& input : submission.tx.inputs)
        std::erase_if(coins, [&](const ledger::Coin& c) { return c.outpoint == input.previous; });
    if (made->change) {
        const auto& out = submission.tx.outputs[*made->change];
        coins.push_back(m_purse->coin({progress.id, *made->change}, {out.value, out.spk, daaScore, false, std::nullopt}));
    }
    return {};
}

Result<kaspa::TxId> Watcher::emptyPurse(const kaspa::ScriptPublicKey& to, const Deadline& deadline)
{
    BT_TRY(const auto info, m_node->info(deadline));
    BT_TRY(const auto coins, m_purse->coins(*m_node, deadline));
    ledger::BuildRequest request;
    request.outputs = {{{}, to, std::nullopt}};
    request.sendAll = true;
    request.basis = kBasis;
    request.relation = "purse";
    BT_TRY(auto draft, ledger::build(request, coins, m_network, info.daaScore));
    BT_CHECK(ledger::signCoins(draft, m_purse->keys(), *m_random));
    BT_TRY(const auto tx, ledger::signOff(draft, m_network, std::nullopt, kBasis));
    return m_node->submit(tx, deadline);
}

} // namespace bt::service
