// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/series/series.h"

#include "records/notes.h"
#include "records/text.h"
#include "service/booking_terms.h"
#include "service/disputes/deciders.h"
#include "service/json_fields.h"
#include "service/series/series_dates.h"
#include "service/series/series_money.h"
#include "service/tokens/token_worth.h"
#include "service/tokens/visit_tokens.h"

namespace bt::service {
namespace {

// The person's own live visits, without those that are about to be moved.
std::vector<Taken> takenBy(const Context& c, const std::vector<std::string>& without = {})
{
    std::vector<Taken> out;
    for (const auto& [id, v] : c.visits.all())
        if (v.live() && std::ranges::find(without, id) == without.end()) out.push_back({v.terms.visit.startsAt, v.terms.visit.endsAt});
    return out;
}

//! An amount of a listing as the person's one kind of money.
Sompi shown(const Context& c, const records::Listing& listing, Sompi amount)
{
    return listing.inTokens() ? worthOf(amount.value, c.wallet.network()) : amount;
}

Result<std::uint64_t> unitsThere(Context& c)
{
    BT_TRY(auto* tokens, tokensOf(c));
    return tokens->wallet().balance().available.value;
}

//! More money needed of both kinds, as one amount; never 0 where anything is missing.
Sompi missingWorth(const Context& c, std::uint64_t units, Sompi kas)
{
    return {kas.value + std::max<std::uint64_t>(worthOf(units, c.wallet.network()).value, units > 0 ? 1 : 0)};
}

tl::unexpected<Error> shortOf(std::uint64_t units, std::uint64_t missing)
{
    return fail("token.not_enough", {std::to_string(units), std::to_string(units - missing)}, "series");
}

Result<void> addFigures(Context& c, SeriesDateView& date, const records::Listing& listing)
{
    date.endsAt = date.startsAt.plus(listing.durationMinutes * kMinute);
    BT_TRY(const auto named, namedDeciders(c));
    BT_TRY(const auto terms, termsFor(listing, date.startsAt, c.now(), c.world.random, named, c.wallet.network().playMoney));
    date.acceptBy = terms.request.acceptBy;
    date.freeUntil = terms.ladder.freeUntil;
    date.paidBy = latestPayout(terms);
    date.lateBack = shown(c, listing, {listing.price.value - terms.ladder.lateShare.value});
    return {};
}

std::vector<Millis> startsOf(const SeriesPlanView& plan)
{
    std::vector<Millis> out;
    for (const auto& date : plan.dates)
        if (!date.left) out.push_back(date.startsAt);
    return out;
}

} // namespace

Result<const records::Listing*> Series::listingOf(const std::string& therapistId) const
{
    const auto* listing = m_c->listings.bookable(therapistId);
    if (listing == nullptr) return fail("visit.not_licensed");
    if (!payable(m_c->wallet.network(), *listing)) return fail("token.other");
    return listing;
}

Result<const records::Listing*> Series::listingFor(const std::string& visitId) const
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr) return fail("visit.unknown");
    const auto* thread = m_c->postbox.find(visit->threadId);
    return listingOf(thread != nullptr ? thread->did : std::string());
}

Result<SeriesPlanView> Series::plan(const SeriesWish& wish)
{
    BT_TRY(const auto* listing, listingOf(wish.therapistId));
    BT_TRY(auto out, draw(wish, *listing));
    m_booking->told(*listing);
    return out;
}

Result<SeriesPlanView> Series::draw(const SeriesWish& wish, const records::Listing& from)
{
    const auto* listing = &from;
    if (wish.count < kSeriesLeast || wish.count > kSeriesMost || wish.everyWeeks < 1 || wish.everyWeeks > 4)
        return fail("visit.bad_series");
    BT_TRY(const auto pattern, patternDates(*listing, wish.first, wish.everyWeeks, wish.count));
    const auto now = m_c->now();
    auto taken = takenBy(*m_c);
    SeriesPlanView out;
    out.zone = listing->zone;
    out.priceEach = shown(*m_c, *listing, listing->price);
    out.bond = shown(*m_c, *listing, listing->policy.bond);
    out.lateShareBps = listing->policy.lateShareBps;
    for (int place = 0; place < wish.count; ++place) {
        SeriesDateView date;
        date.place = place;
        const auto& usual = pattern[static_cast<std::size_t>(place)];
        date.usual = date.startsAt = usual.startsAt;
        const auto choice = wish.choices.find(place);
        const bool chosen = choice != wish.choices.end();
        if (chosen && choice->second.value != 0) date.startsAt = choice->second;
        date.state = usual.skipped && date.startsAt == date.usual ? DateState::Skipped : dateState(*listing, date.startsAt, now, taken);
        date.left = (chosen && choice->second.value == 0) || !canBeAsked(date.state);
        date.instead = hoursNear(*listing, date.usual, now, taken);
        if (canBeAsked(date.state)) BT_CHECK(addFigures(*m_c, date, *listing));
        if (!date.left) {
            taken.push_back({date.startsAt, date.endsAt}); // two visits of a series do not meet either
            ++out.visits;
            out.latestPayout = std::max(out.latestPayout, date.paidBy);
        }
        out.dates.push_back(std::move(date));
    }
    BT_TRY(auto money, moneyFor(*m_c, *m_booking, *listing, startsOf(out)));
    out.price = money.price;
    out.deposit = money.deposit;
    out.fee = money.fee;
    out.tokens = money.tokens;
    out.total = {out.price.value + out.deposit.value + out.fee.value};
    BT_TRY(const auto balance, m_c->payments.balance());
    out.available = balance.confirmed;
    if (out.tokens) {
        BT_TRY(const auto there, unitsThere(*m_c));
        out.available.value += worthOf(there, m_c->wallet.network()).value;
        out.missing = missingWorth(*m_c, out.tokens->missing, out.tokens->kasMissing);
        if (out.missing.value == 0) out.left = {out.available > out.total ? out.available.value - out.total.value : 0};
        return out;
    }
    if (out.available >= out.total) out.left = {out.available.value - out.total.value};
    else out.missing = {out.total.value - out.available.value};
    return out;
}

Result<std::string> Series::book(const SeriesWish& wish, const std::vector<Millis>& starts, const std::string& intake)
{
    BT_TRY(const auto note, records::plainText(intake, records::kIntakeBytes));
    BT_TRY(const auto* listing, listingOf(wish.therapistId));
    BT_CHECK(m_booking->asTold(*listing));
    BT_TRY(const auto now, draw(wish, *listing));
    if (starts.size() < static_cast<std::size_t>(kSeriesLeast)) return fail("visit.bad_series");
    if (startsOf(now) != starts) return fail("visit.series_changed");
    if (now.tokens && now.tokens->missing > 0) return shortOf(now.tokens->price, now.tokens->missing);
    if (now.missing.value > 0) return fail("ledger.not_enough", {amountText(now.missing)}, "series");
    const SeriesMark mark{hexOf(ByteView(m_c->world.random.bytes(16))), 1, static_cast<int>(starts.size()), wish.everyWeeks};
    auto ordered = starts;
    std::ranges::sort(ordered);
    std::string first;
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        for (std::size_t i = 0; i < ordered.size(); ++i) {
            auto own = mark;
            own.place = static_cast<int>(i) + 1;
            BT_TRY(const auto id, m_booking->write(*listing, {ordered[i], own}, note));
            if (i == 0) first = id;
        }
        return {};
    }));
    return first;
}

Result<void> Series::decline(const std::vector<std::string>& visits)
{
    return m_c->atomically([&]() -> Result<void> {
        for (const auto& id : visits) {
            BT_TRY(const auto visit, m_steps->wanted(id, &VisitView::canDecline));
            BT_CHECK(m_steps->postCancel(visit));
        }
        return {};
    });
}

// What the person saw is what she gets: each of them gives at least what she was told.
Result<void> Series::stillGives(const CancelView& seen)
{
    if (seen.visits.empty() || seen.visits.size() != seen.mine.size()) return fail("visit.not_now");
    BT_TRY(const auto now, service::cancelNow(*m_c, seen.visits));
    for (std::size_t i = 0; i < seen.mine.size(); ++i)
        if (now.mine[i] < seen.mine[i]) return fail("visit.outcome_changed");
    return {};
}

Result<void> Series::cancel(const CancelView& seen)
{
    BT_CHECK(stillGives(seen));
    return m_c->atomically([&]() -> Result<void> {
        for (const auto& id : seen.visits) {
            BT_TRY(const auto visit, m_steps->wanted(id, &VisitView::canCancel));
            BT_CHECK(m_steps->postCancel(visit));
        }
        return {};
    });
}

Result<MoveView> Series::planMove(const std::string& visitId, Millis to, bool later)
{
    BT_TRY(auto out, drawMove(visitId, to, later));
    BT_TRY(const auto* listing, listingFor(visitId));
    m_booking->told(*listing);
    return out;
}

Result<MoveView> Series::drawMove(const std::string& visitId, Millis to, bool later)
{
    const auto* first = m_c->visits.find(visitId);
    if (first == nullptr) return fail("visit.unknown");
    if (first->role != Role::Patient) return fail("visit.not_now", std::string("only who asked can ask anew"));
    BT_TRY(const auto* listing, listingFor(visitId));
    // What comes back in one kind of coins does not pay in the other.
    if (listing->inTokens() != first->session.state.asset.has_value()) return fail("visit.other_coins");
    const auto ids = withLater(*m_c, visitId, later);
    const int weeks = first->series ? first->series->everyWeeks : 1;
    // In the series' rhythm from the new hour: a visit whose place lies two further comes two steps later.
    const auto placeOf = [&](const Visit& v) {
        return v.series && first->series ? std::max(v.series->place - first->series->place, 0) : 0;
    };
    int steps = 1;
    for (const auto& id : ids) steps = std::max(steps, placeOf(*m_c->visits.find(id)) + 1);
    BT_TRY(const auto pattern, patternDates(*listing, to, weeks, steps));
    const auto now = m_c->now();
    auto taken = takenBy(*m_c, ids);
    MoveView out;
    std::vector<std::string> moving;
    std::vector<Millis> starts;
    for (const auto& id : ids) {
        const auto& v = *m_c->visits.find(id);
        const auto& there = pattern[static_cast<std::size_t>(placeOf(v))];
        MoveOne one{id, v.terms.visit.startsAt, there.startsAt, DateState::Open};
        one.state = there.skipped ? DateState::Skipped : dateState(*listing, there.startsAt, now, taken);
        // Its own hour is no news, and what cannot be had is left as it is.
        if (canBeAsked(one.state) && one.to != one.from) {
            moving.push_back(id);
            starts.push_back(one.to);
            taken.push_back({one.to, one.to.plus(listing->durationMinutes * kMinute)});
        } else {
            taken.push_back({one.from, v.terms.visit.endsAt});
        }
        out.visits.push_back(one);
    }
    out.moving = static_cast<int>(moving.size());
    if (moving.empty()) return out;
    BT_TRY(const auto cancelled, service::cancelNow(*m_c, moving));
    out.back = cancelled.toMe;
    if (cancelled.inTokens) {
        BT_CHECK(moveTokens(out, *listing, cancelled, starts));
        return out;
    }
    BT_TRY(const auto money, moneyFor(*m_c, *m_booking, *listing, starts));
    out.lost = cancelled.priceToTherapist;
    out.held = {money.price.value + money.deposit.value};
    out.fee = {money.fee.value + cancelled.fee.value};
    BT_TRY(const auto balance, m_c->payments.balance());
    const auto have = balance.confirmed.value + out.back.value, need = out.held.value + out.fee.value;
    out.missing = {need > have ? need - have : 0};
    return out;
}

Result<void> Series::moveTokens(MoveView& out, const records::Listing& listing, const CancelView& cancelled,
                                const std::vector<Millis>& starts)
{
    const auto& network = m_c->wallet.network();
    auto& t = out.tokens.emplace();
    t.lost = cancelled.priceToTherapist.value;
    t.kasBack = cancelled.deposit;
    std::vector<Returned> back;
    for (const auto& id : cancelled.visits) {
        const auto& visit = *m_c->visits.find(id);
        BT_TRY(const auto outcome, outcomeNow(*m_c, visit));
        t.back += outcome.tokens.toPatient.value;
        back.push_back({outcome.tokens.toPatient, outcome.toPatient, visit.session.escrow ? visit.session.escrow->program : Hash256{}});
    }
    BT_TRY(const auto money, moneyFor(*m_c, *m_booking, listing, starts, back, cancelled.fee));
    t.held = money.tokens->price;
    t.missing = money.tokens->missing;
    t.kasHeld = money.deposit;
    t.kasMissing = money.tokens->kasMissing;
    out.lost = worthOf(t.lost, network);
    out.held = {money.price.value + money.deposit.value};
    out.fee = {money.fee.value + cancelled.fee.value};
    out.missing = missingWorth(*m_c, t.missing, t.kasMissing);
    return {};
}

Result<void> Series::move(const std::string& visitId, const MoveView& seen)
{
    if (seen.visits.empty()) return fail("visit.not_now");
    BT_TRY(const auto* listing, listingFor(visitId));
    BT_CHECK(m_booking->asTold(*listing));
    BT_TRY(const auto now, drawMove(visitId, seen.visits.front().to, seen.visits.size() > 1));
    const auto same = [](const MoveOne& a, const MoveOne& b) {
        return a.visitId == b.visitId && a.to == b.to && canBeAsked(a.state) == canBeAsked(b.state);
    };
    if (now.moving == 0) return fail("visit.slot_gone");
    if (!std::ranges::equal(now.visits, seen.visits, same)) return fail("visit.series_changed");
    const bool fewer = seen.tokens && (!now.tokens || now.tokens->back < seen.tokens->back || now.tokens->kasBack < seen.tokens->kasBack);
    if (fewer || now.back < seen.back) return fail("visit.outcome_changed");
    if (now.tokens && now.tokens->missing > 0) return shortOf(now.tokens->held, now.tokens->missing);
    if (now.missing.value > 0) return fail("ledger.not_enough", {amountText(now.missing)}, "move");
    return m_c->atomically([&]() -> Result<void> {
        for (const auto& one : now.visits) {
            if (!canBeAsked(one.state) || one.to == one.from) continue;
            BT_TRY(const auto old, m_steps->wanted(one.visitId, &VisitView::canCancel));
            BT_CHECK(m_steps->postCancel(old));
            BT_TRY(const auto id, m_booking->write(*listing, {one.to, old.series, old.id}, old.intake));
            (void)id;
        }
        return {};
    });
}

Result<std::vector<Millis>> Series::hoursFor(const std::string& visitId)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr) return fail("visit.unknown");
    BT_TRY(const auto* listing, listingFor(visitId));
    const auto taken = takenBy(*m_c, {visitId});
    std::vector<Millis> out;
    for (const auto open : listing->openTimes)
        if (open != visit->terms.visit.startsAt && dateState(*listing, open, m_c->now(), taken) == DateState::Open) out.push_back(open);
    return out;
}

} // namespace bt::service
