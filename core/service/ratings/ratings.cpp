// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ratings/ratings.h"

#include "service/calls.h"
#include "service/codes.h"
#include "service/ratings/rating_carrier.h"
#include "service/ratings/reputation_carrier.h"

namespace bt::service {
namespace {

using State = PublicRatingView::State;

constexpr std::int64_t kOff = 15 * kMinute; // so much after its time the app cannot have been running
constexpr std::int64_t kAgainWithin = kHour / 2;

// Whether a block has what was handed over: the visit's own steps are taken back with the chain.
State standing(const Visit& visit, const RatingRow& row)
{
    const bool there =
        std::ranges::any_of(visit.steps, [&](const VisitStep& s) { return s.settled && !s.txid.empty() && s.txid == row.txid; });
    if (!there) return row.state;
    return row.state == State::Releasing ? State::Released : row.state == State::Dropping ? State::Dropped : row.state;
}

} // namespace

Ratings::Ratings(const FeatureParts& parts, RatingRows rows)
    : m_c(&parts.context), m_dispatcher(&parts.dispatcher), m_steps(&parts.steps), m_letters(&parts.letters), m_rows(std::move(rows))
{}

Result<std::unique_ptr<Feature>> Ratings::make(const FeatureParts& parts)
{
    BT_TRY(auto rows, RatingRows::open(parts.context.db));
    auto made = std::unique_ptr<Ratings>(new Ratings(parts, std::move(rows)));
    parts.dispatcher.carry("rating", std::make_unique<RatingCarrier>(parts.context, made->m_rows));
    parts.dispatcher.carry("reputation", std::make_unique<ReputationCarrier>(parts.context));
    return std::unique_ptr<Feature>(std::move(made));
}

Result<void> Ratings::begunAnew()
{
    return m_c->atomically([&]() -> Result<void> {
        const auto all = m_rows.all();
        for (const auto& [visitId, row] : all) {
            auto next = row;
            next.state = State::Open; // its ticket is nowhere any more
            next.txid.clear();
            BT_CHECK(m_rows.save(visitId, next));
        }
        BT_CHECK(m_c->book.put(kReputationWanted, {}));
        return keepOwnReputation(*m_c, std::nullopt);
    });
}

PublicRatingView Ratings::ratingOf(const Visit& visit, const RatingRow& row) const
{
    PublicRatingView out;
    out.state = standing(visit, row);
    out.stars = row.stars;
    if (row.state == State::Scheduled) out.from = row.from, out.until = row.until;
    out.txid = row.txid;
    out.trouble = lastingCode(row.trouble);
    const bool ticket = visit.role == Role::Patient && visit.phase == VisitPhase::Ended && visit.ticket;
    if (!ticket) return out;
    out.deposit = visit.ticket->value;
    out.canTakeBack = row.state == State::Scheduled;
    out.canDrop = row.state == State::Open || row.state == State::Scheduled;
    if (row.state != State::Open) return out;
    if (!row.listed) out.whyNot = "rating.no_reputation";
    else if (!row.permit) out.whyNot = "rating.no_permit";
    out.canRate = out.whyNot.empty();
    return out;
}

Result<void> Ratings::schedule(const std::string& visitId, int stars)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr) return fail("visit.unknown");
    if (stars < 1 || stars > 5) return fail("record.bad_stars");
    auto row = m_rows.of(visitId);
    const auto view = ratingOf(*visit, row);
    if (!view.whyNot.empty()) return fail(view.whyNot);
    if (!view.canRate) return fail("visit.not_now");
    row.state = State::Scheduled;
    row.stars = stars;
    row.salt = m_c->world.random.fixed<contract::session::Salt>();
    row.from = m_c->now().plus(kFirst);
    row.until = m_c->now().plus(kLast);
    row.due = row.from.plus(static_cast<std::int64_t>(m_c->world.random.below(kLast - kFirst)));
    row.missed = 0;
    row.trouble.clear();
    return m_c->atomically([&] { return m_rows.save(visitId, row); });
}

Result<void> Ratings::takeBack(const std::string& visitId)
{
    auto row = m_rows.of(visitId);
    if (row.state != State::Scheduled) return fail(row.state == State::Open ? "visit.not_now" : "rating.released");
    row.state = State::Open;
    row.stars = 0;
    return m_c->atomically([&] { return m_rows.save(visitId, row); });
}

Result<void> Ratings::post(const std::string& visitId, RatingRow row, const std::string& step)
{
    BT_TRY(const auto home, m_c->wallet.fresh("rating/" + visitId));
    row.home = home.key;
    if (const auto* visit = m_c->visits.find(visitId); visit != nullptr && visit->ticket) row.held = visit->ticket->value;
    row.txid.clear();
    BT_CHECK(m_rows.save(visitId, row));
    Errand errand;
    errand.visitId = visitId;
    errand.step = step;
    BT_TRY(const auto id, m_dispatcher->post("rating", errand));
    (void)id;
    return {};
}

Result<void> Ratings::drop(const std::string& visitId)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr) return fail("visit.unknown");
    auto row = m_rows.of(visitId);
    const auto view = ratingOf(*visit, row);
    if (!view.canDrop) return fail(view.state == State::Releasing || view.state == State::Released ? "rating.released" : "visit.not_now");
    row.state = State::Dropping;
    row.stars = 0;
    row.trouble.clear();
    return m_c->atomically([&] { return post(visitId, row, "drop"); });
}

// A computer that was off at the time would let the rating out when it is switched on, which says whose it is: then a new
// instant is drawn, once.
Result<bool> Ratings::release(const std::string& visitId, RatingRow row)
{
    const auto now = m_c->now();
    if (row.due > now) return false;
    if (now.minus(row.due) > kOff && row.missed == 0) {
        ++row.missed;
        row.due = now.plus(kMinute + static_cast<std::int64_t>(m_c->world.random.below(kAgainWithin)));
        row.until = std::max(row.until, now.plus(kMinute + kAgainWithin));
        BT_CHECK(m_c->atomically([&] { return m_rows.save(visitId, row); }));
        return true;
    }
    row.state = State::Releasing;
    BT_CHECK(m_c->atomically([&] { return post(visitId, row, "rate"); }));
    return true;
}

Result<bool> Ratings::push()
{
    BT_TRY(bool any, pushReputation());
    std::vector<std::string> rateable, scheduled;
    for (const auto& [id, visit] : m_c->visits.all())
        if (visit.role == Role::Patient && !visit.terms.dispute.reputation.isZero() && (visit.onChain() || visit.ticket))
            rateable.push_back(id);
    for (const auto& [id, row] : m_rows.all())
        if (row.state == State::Scheduled) scheduled.push_back(id);
    for (const auto& id : rateable) {
        const Visit visit = *m_c->visits.find(id);
        BT_TRY(const bool permits, pushPermit(visit));
        any = any || permits;
    }
    for (const auto& id : scheduled) {
        const auto* visit = m_c->visits.find(id);
        if (visit == nullptr || !visit->ticket) continue; // its visit was taken back by the chain: it waits with it
        BT_TRY(const bool released, release(id, m_rows.of(id)));
        any = any || released;
    }
    return any;
}

Result<void> Ratings::fill(Snapshot& s)
{
    auto view = std::make_shared<RatingsView>(s.ratings ? *s.ratings : RatingsView{});
    for (const auto& [id, visit] : m_c->visits.all()) {
        if (visit.role != Role::Patient || visit.phase != VisitPhase::Ended) continue;
        const auto row = m_rows.of(id);
        if (!visit.ticket && row.state == State::Open) continue;
        const auto rating = ratingOf(visit, row);
        view->visits.emplace(id, rating);
        const auto* thread = m_c->postbox.find(visit.threadId);
        MoneyRow money;
        money.id = "ticket/" + id;
        money.visitId = id;
        if (thread != nullptr) money.peerName = thread->name;
        for (const auto& v : s.visits) {
            if (v.id != id || v.steps.empty()) continue;
            money.at = v.steps.back().at;
            money.txid = v.steps.back().txid;
            money.state = v.steps.back().state;
        }
        money.kind = visit.ticket ? "ticket_held" : "deposit_returned";
        money.amount = static_cast<std::int64_t>((visit.ticket ? visit.ticket->value : row.held).value);
        s.money.rows.push_back(std::move(money));
    }
    if (m_c->persona.role == Role::Therapist) {
        BT_TRY(const auto own, ownReputation(*m_c));
        view->own.deposit = contract::reputation::kDeposit;
        view->own.state = !own        ? (m_short ? OwnReputationView::State::Short : OwnReputationView::State::None)
                          : own->born ? OwnReputationView::State::Born
                                      : OwnReputationView::State::OnItsWay;
        if (own) {
            BT_TRY(const auto txs, m_c->book.txs());
            const auto txid = hexOf(own->listed.transaction);
            const auto birth = std::ranges::find(txs, txid, &Ledgerbook::OwnTx::txid);
            // One that came back with the recovery words was paid for in an earlier life.
            if (birth != txs.end())
                s.money.rows.push_back({"reputation",
                                        "reputation",
                                        {},
                                        {},
                                        birth->at,
                                        -static_cast<std::int64_t>(view->own.deposit.value),
                                        {},
                                        own->born ? MoneyState::Settled : MoneyState::Sent,
                                        txid});
        }
    }
    std::ranges::stable_sort(s.money.rows, [](const MoneyRow& a, const MoneyRow& b) { return a.at > b.at; });
    s.ratings = std::move(view);
    return {};
}

} // namespace bt::service
