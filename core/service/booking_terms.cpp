// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/booking_terms.h"

#include "crypto/hash.h"
#include "service/free_time.h"
#include "service/practice_network.h"
#include "service/ratings/own_reputation.h"

namespace bt::service {
namespace {

namespace cs = contract::session;

constexpr std::int64_t kLeastLead = 10 * kMinute;
constexpr std::uint32_t kGraceAge = 10 * 60 * cs::kDaaPerSecond;
constexpr std::uint32_t kClaimAge = 24 * 3600 * cs::kDaaPerSecond;
constexpr std::uint32_t kLapseAge = 7 * 24 * 3600 * cs::kDaaPerSecond;
constexpr Sompi kTokenStake{20 * kSompiPerKas};

Hash256 policyHash(const records::Listing& listing)
{
    const auto& p = listing.policy;
    return crypto::blake3(viewOf("bt/policy/v1 " + std::to_string(p.answerWithinMs) + " " + std::to_string(p.freeBeforeMs) + " " +
                                 std::to_string(p.lateShareBps) + " " + std::to_string(p.bond.value)));
}

cs::Terms shape(const records::Listing& listing, Millis startsAt, Millis acceptBy)
{
    cs::Terms t;
    t.request.acceptBy = acceptBy;
    t.ladder.freeUntil = freeUntil(listing.policy.freeBeforeMs, acceptBy, startsAt);
    t.ladder.graceAge = kGraceAge;
    t.ladder.lateShare = cs::shareOf(listing.price, static_cast<std::uint32_t>(listing.policy.lateShareBps));
    t.visit.startsAt = startsAt;
    t.visit.endsAt = startsAt.plus(listing.durationMinutes * kMinute);
    t.visit.claimAge = kClaimAge;
    // A stake is KAS also where the visit is paid in BTAI, whose bond cannot be compared with it.
    t.dispute.stake = listing.inTokens() ? kTokenStake : Sompi{std::max(listing.policy.bond.value, cs::kShareFloor.value)};
    t.dispute.lapseAge = kLapseAge;
    t.dispute.lapseShare = cs::shareOf({listing.price.value + listing.policy.bond.value}, 5000);
    t.dispute.policy = policyHash(listing);
    return t;
}

using Three = std::array<crypto::XOnlyKey, 3>;

bool practiceAmong(const Three& three, const Three& practice)
{
    return std::ranges::any_of(three, [&](const auto& key) { return std::ranges::find(practice, key) != practice.end(); });
}

//! What her listing says, with the network's where it says nothing; the patient's place is empty.
Result<Three> listedDeciders(const records::Listing& listing)
{
    BT_TRY(Three out, practiceArbiterKeys());
    if (!listing.decider.isZero()) {
        BT_TRY(out[1], crypto::XOnlyKey::from(listing.decider.view()));
    }
    if (!listing.jointDecider.isZero()) {
        BT_TRY(out[2], crypto::XOnlyKey::from(listing.jointDecider.view()));
    }
    return out;
}

Result<Three> decidersFor(const records::Listing& listing, const Deciders& named, bool playMoney)
{
    BT_TRY(Three out, listedDeciders(listing));
    BT_TRY(const Three practice, practiceArbiterKeys());
    if (named.own) out[0] = *named.own;
    if (named.joint.value_or(practice[2]) != out[2]) return fail("visit.other_decider");
    if (!playMoney && practiceAmong(out, practice)) return fail("visit.no_deciders");
    return out;
}

} // namespace

Result<cs::Terms> termsFor(const records::Listing& listing, Millis startsAt, Millis now, Random& random, const Deciders& named,
                           bool playMoney)
{
    if (startsAt.minus(now) < kLeastLead) return fail("visit.too_soon");
    auto terms = shape(listing, startsAt, answerDue(listing.policy.answerWithinMs, listing.policy.freeBeforeMs, startsAt, now));
    BT_TRY(terms.dispute.arbiters, decidersFor(listing, named, playMoney));
    terms.dispute.arbiterPayout = terms.dispute.arbiters[2];
    terms.salt(random);
    // A visit in BTAI can be rated only where its levy counts: what takes no levies in this token takes no rating of it.
    const bool counts = listing.reputation && (!listing.inTokens() || equal(listing.reputation->token.view(), listing.token.view()));
    if (counts) terms.dispute.reputation = ratingName(*listing.reputation, terms);
    BT_CHECK(cs::checkTerms(terms, listing.price, listing.policy.bond, listing.inTokens()));
    return terms;
}

Result<void> checkAgainstListing(const records::Listing& listing, const cs::Terms& terms, Sompi price, Sompi bond, Millis bookedAt,
                                 bool playMoney)
{
    const auto wrong = [](const char* field) { return fail("visit.terms_not_mine", {std::string(field)}, field); };
    auto mine = shape(listing, terms.visit.startsAt, terms.request.acceptBy);
    if (price != listing.price) return wrong("price");
    if (bond != listing.policy.bond) return wrong("bond");
    if (terms.request.acceptBy > bookedAt.plus(listing.policy.answerWithinMs + kMinute)) return wrong("acceptBy");
    if (terms.visit.endsAt != mine.visit.endsAt) return wrong("endsAt");
    if (terms.ladder.freeUntil != mine.ladder.freeUntil) return wrong("freeUntil");
    if (terms.ladder.graceAge != mine.ladder.graceAge) return wrong("graceAge");
    if (terms.ladder.lateShare != mine.ladder.lateShare) return wrong("lateShare");
    if (terms.visit.claimAge != mine.visit.claimAge) return wrong("claimAge");
    if (terms.dispute.stake != mine.dispute.stake) return wrong("stake");
    if (terms.dispute.lapseAge != mine.dispute.lapseAge) return wrong("lapseAge");
    if (terms.dispute.lapseShare != mine.dispute.lapseShare) return wrong("lapseShare");
    // The first is the patient's own choice; she could name three of hers, and two of them would decide for her.
    BT_TRY(const Three listed, listedDeciders(listing));
    BT_TRY(const Three practice, practiceArbiterKeys());
    const auto& arbiters = terms.dispute.arbiters;
    if (arbiters[1] != listed[1] || arbiters[2] != listed[2]) return wrong("arbiters");
    if (!playMoney && practiceAmong(arbiters, practice)) return wrong("arbiters");
    if (terms.dispute.arbiterPayout != arbiters[2]) return wrong("arbiterPayout");
    // No name: her listing named none when it was read. Another's would make the ticket of her visit count for a stranger.
    const auto& named = terms.dispute.reputation;
    if (!named.isZero() && !(listing.reputation && named == ratingName(*listing.reputation, terms))) return wrong("reputation");
    return {};
}

Millis claimFrom(const Visit& visit, Millis now, std::uint64_t daaNow)
{
    if (visit.attendance) return visit.terms.visit.endsAt;
    if (visit.phase != VisitPhase::InSession || visit.session.daaScore == 0) return {};
    const auto since = daaNow > visit.session.daaScore ? (daaNow - visit.session.daaScore) / cs::kDaaPerSecond : 0;
    const auto begun = now.plus(-static_cast<std::int64_t>(since) * kSecond);
    const auto aged = begun.plus(static_cast<std::int64_t>(visit.terms.visit.claimAge / cs::kDaaPerSecond) * kSecond);
    return std::max(visit.terms.visit.endsAt, aged);
}

Millis latestPayout(const cs::Terms& terms)
{
    return terms.visit.endsAt.plus(static_cast<std::int64_t>(terms.visit.claimAge / cs::kDaaPerSecond) * kSecond);
}

} // namespace bt::service
