// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ratings/rating_carrier.h"

#include "contract/health_session/draft.h"
#include "contract/health_session/steps.h"
#include "kaspa/hashing.h"
#include "kaspa/script/engine.h"

namespace bt::service {
namespace {

namespace cs = contract::session;
namespace cr = contract::reputation;
using State = PublicRatingView::State;

constexpr auto kPatience = std::chrono::minutes(2); // with a rating that waits before ours
constexpr std::int64_t kLookAgain = 2 * kSecond;

Sompi feeFor(const kaspa::Masses& masses, std::uint64_t rate) { return {masses.feeMass() * rate}; }

} // namespace

Result<cr::VisitBirth> visitBirthOf(const Visit& visit)
{
    const auto& session = visit.session;
    cr::VisitBirth birth{session.program, session.state, session.authorising, 0, {}};
    birth.state.phase = cs::Phase::Requested;
    BT_TRY(const auto* version, cs::versionOf(birth.program));
    BT_TRY(const auto redeem, cs::redeemOf(*version, birth.state));
    // What a request holds: the deposit, and beside it the price of a visit in KAS.
    birth.value = birth.state.asset ? cs::kDeposit : Sompi{birth.state.price.value + cs::kDeposit.value};
    const auto id = kaspa::covenantId(birth.authorising, {{birth.index, {birth.value, kaspa::abi::scriptHashOf(redeem), std::nullopt}}});
    if (id != session.id) return fail("contract.bad_birth", {"visit"}, "the birth of the visit");
    return birth;
}

Result<cr::Reputation> RatingCarrier::reputation(const RatingRow& row)
{
    if (!row.listed) return fail("rating.no_reputation");
    // Somebody may have rated a moment ago: what stands there now counts.
    if (const auto read = m_c->listings.refresh(Deadline{}); !read) return tl::unexpected(read.error());
    const auto later = [&] { return fail("service.not_yet", {std::to_string(m_c->now().value + kLookAgain)}, "reputation"); };
    const auto found = m_c->listings.reputations().find(*row.listed);
    if (!found) return later();
    BT_TRY(const auto output, cr::utxoOf(*found));
    BT_TRY(const auto there, m_c->world.node.utxoOf(found->outpoint, output.spk, Deadline{}));
    if (!there) return later();
    return *found;
}

Result<CallsPlan> RatingCarrier::plan(const Visit& visit, const RatingRow& row, const std::string& step, Sompi fee)
{
    const auto home = kaspa::payToPublicKey(row.home.view());
    CallsPlan out;
    if (step == "rate") {
        cr::Rating rating;
        rating.ticket = *visit.ticket;
        BT_TRY(rating.birth, visitBirthOf(visit));
        rating.terms = visit.terms;
        rating.salt = ratingSalt(visit.terms);
        if (!row.permit) return fail("rating.no_permit");
        rating.permit = *row.permit;
        rating.stars = static_cast<std::uint8_t>(row.stars);
        rating.feedback = cr::feedbackHash(visit.ratingComment, row.salt);
        BT_TRY(const auto now, reputation(row));
        BT_TRY(auto made, cr::rate(now, rating, home, fee));
        out.tx = std::move(made.tx);
        out.calls = std::move(made.calls);
        return out;
    }
    BT_TRY(auto made, cs::dropTicket(*visit.ticket, home, fee));
    BT_TRY(const auto* version, cs::versionOf(visit.ticket->program));
    contract::Call call;
    call.spent = made.spent;
    call.program = &version->ticket;
    call.entry = made.entry;
    call.arguments = made.arguments;
    call.redeemScript = made.redeemScript;
    call.wanted = {{0, 0, bytesOf(visit.ticket->holder.view())}};
    out.tx = std::move(made.tx);
    out.calls = {std::move(call)};
    return out;
}

Result<Signed> RatingCarrier::build(const outbox::Intent&, const Errand& errand, const Bytes& payload)
{
    const auto* visit = m_c->visits.find(errand.visitId);
    if (visit == nullptr || !visit->ticket) return fail("service.not_needed");
    const auto row = m_rows->of(errand.visitId);
    if (errand.step == "rate" && row.state != State::Releasing) return fail("service.not_needed");
    const auto relation = "rating/" + errand.visitId;
    // Sized with the most that it may pay; then with what its size asks for, which is as long.
    BT_TRY(const auto largest, plan(*visit, row, errand.step, cs::kFeeCap));
    BT_TRY(const auto sized, m_c->payments.draft(largest, payload, relation, false));
    const auto fee = std::min(feeFor(sized.masses, m_c->payments.rate()), errand.step == "rate" ? kReplacementCap : cs::kFeeCap);
    BT_TRY(const auto made, plan(*visit, row, errand.step, fee));
    const auto secretOf = [&](ByteView key) -> Result<Secret> {
        for (const auto& ref : {visit->ticketKey, visit->myKey}) {
            auto secret = m_c->wallet.secret(ref);
            if (!secret) continue;
            BT_TRY(const auto open, crypto::secpXOnly(secret->view()));
            if (equal(open.view(), key)) return secret;
        }
        return fail("vault.unknown_key");
    };
    return m_c->payments.call(made, payload, relation, secretOf, false);
}

Result<void> RatingCarrier::handedOver(const Errand& errand, const Signed& made)
{
    Visit next = *m_c->visits.find(errand.visitId);
    next.steps.push_back({"ticket", hexOf(made.id), made.fee, m_c->now(), false});
    BT_CHECK(m_c->visits.save(next));
    auto row = m_rows->of(errand.visitId);
    row.txid = hexOf(made.id);
    row.trouble.clear();
    return m_rows->save(errand.visitId, row);
}

Result<void> RatingCarrier::withdrawn(const Errand& errand, const std::string& txid)
{
    Visit next = *m_c->visits.find(errand.visitId);
    std::erase_if(next.steps, [&](const VisitStep& s) { return s.txid == txid && !s.settled; });
    BT_CHECK(m_c->visits.save(next));
    auto row = m_rows->of(errand.visitId);
    row.txid.clear();
    return m_rows->save(errand.visitId, row);
}

bool RatingCarrier::sameEffect(const Errand& errand, const kaspa::Transaction& other) const
{
    const auto row = m_rows->of(errand.visitId);
    if (errand.step != "rate" || !row.listed) return false;
    const auto now = m_c->listings.reputations().find(*row.listed);
    if (!now) return false;
    const auto id = kaspa::transactionId(other);
    if (!cr::readSpend(*now, other, id)) return false;
    const auto seen = m_seen.try_emplace(id, std::chrono::steady_clock::now()).first->second;
    return std::chrono::steady_clock::now() - seen < kPatience;
}

Result<void> RatingCarrier::setState(const Errand& errand, State state, std::string_view trouble)
{
    auto row = m_rows->of(errand.visitId);
    row.state = state;
    row.trouble = trouble;
    row.txid.clear();
    return m_rows->save(errand.visitId, row);
}

Result<void> RatingCarrier::revived(const Errand& errand)
{
    return setState(errand, errand.step == "rate" ? State::Releasing : State::Dropping, {});
}

Result<void> RatingCarrier::dead(const Errand& errand, const Error& why)
{
    // Others were faster again and again: what she asked for stays asked for, a little later.
    if (errand.step == "rate" && (why.code == "node.spent" || why.code == "node.conflict" || why.code == "ledger.conflict")) {
        auto row = m_rows->of(errand.visitId);
        row.state = State::Scheduled;
        row.due = m_c->now().plus(kMinute + static_cast<std::int64_t>(m_c->world.random.below(kHour / 2)));
        row.until = std::max(row.until, m_c->now().plus(kHour / 2 + kMinute));
        row.missed = 1;
        row.txid.clear();
        return m_rows->save(errand.visitId, row);
    }
    return setState(errand, State::Open, why.code == "outbox.cancelled" ? std::string_view{} : why.code);
}

// Its ticket is gone, spent by the same words on another computer: there is nothing left to say.
Result<void> RatingCarrier::notNeeded(const Errand& errand)
{
    const auto state = m_rows->of(errand.visitId).state;
    return state == State::Releasing || state == State::Dropping ? setState(errand, State::Open, {}) : Result<void>{};
}

} // namespace bt::service
