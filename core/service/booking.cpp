// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/booking.h"

#include "crypto/hash.h"
#include "messaging/bundle.h"
#include "records/notes.h"
#include "records/text.h"
#include "service/booking_terms.h"
#include "service/capsule.h"
#include "service/disputes/deciders.h"
#include "service/follower.h"
#include "service/json_fields.h"
#include "service/tokens/token_worth.h"
#include "service/tokens/visit_tokens.h"

namespace bt::service {
namespace {

namespace cs = contract::session;

constexpr Sompi kFeeBound{kSompiPerKas / 200}; // more than a booking's fee: half a hundredth of a KAS

ledger::BuildRequest funding(const kaspa::Output& escrow, Bytes payload)
{
    ledger::BuildRequest request;
    request.outputs = {escrow};
    request.outputs.front().covenant.reset(); // the builder binds it to the first coin
    request.geneses = {{0, {0}}};
    request.payload = std::move(payload);
    return request;
}

Result<kaspa::Output> escrowOf(const cs::State& state)
{
    BT_TRY(auto booking, cs::book(state, kaspa::Outpoint{}));
    return booking.output;
}

class FundCarrier final : public Carrier
{
public:
    explicit FundCarrier(Context& context) : m_c(&context) {}

    Result<Signed> build(const outbox::Intent& intent, const Errand& errand, const Bytes& payload) override
    {
        const auto* visit = m_c->visits.find(errand.visitId);
        if (visit == nullptr || visit->phase != VisitPhase::Preparing) return fail("service.not_needed");
        if (m_c->now() >= visit->terms.request.acceptBy) return fail("visit.too_late");
        BT_CHECK(afterConflict(*m_c, errand, intent.id));
        BT_CHECK(afterVisit(errand));
        if (visit->session.state.asset) return inTokens(*visit, payload);
        BT_TRY(const auto escrow, escrowOf(visit->session.state));
        return m_c->payments.pay(funding(escrow, payload), "visit/" + visit->id);
    }
    Result<Signed> inTokens(const Visit& visit, const Bytes& payload)
    {
        const auto relation = "visit/" + visit.id;
        auto funding = fundingOf(*m_c, visit.session.state, relation, false);
        if (!funding) return afterTokens(*m_c, visit.id, visit.session.state.price, std::move(funding).error());
        BT_TRY(auto* tokens, tokensOf(*m_c));
        return m_c->payments.book(funding->booking, funding->first, payload, relation,
                                  [&](ByteView key) { return tokens->wallet().secretOf(key); });
    }
    bool asksBeforeReplanning(const Errand&) const override { return true; }
    //! Whoever asks again after a failure asks the same therapist.
    Result<std::string> purpose(const Errand& errand) override
    {
        const auto* visit = m_c->visits.find(errand.visitId);
        return visit != nullptr ? "book/" + visit->threadId : std::string();
    }
    Result<void> revived(const Errand& errand) override
    {
        Visit next = *m_c->visits.find(errand.visitId);
        const bool givenUp = next.phase == VisitPhase::Ended && next.ending == VisitEnding::NotStarted && next.bookingTxid.empty();
        if (givenUp) next.phase = VisitPhase::Preparing, next.ending = VisitEnding::None;
        if (next.phase != VisitPhase::Preparing) return {};
        next.pending = "book";
        return m_c->visits.save(next);
    }
    Result<void> handedOver(const Errand& errand, const Signed& made) override
    {
        Visit next = *m_c->visits.find(errand.visitId);
        next.bookingTxid = hexOf(made.id);
        next.steps.push_back({"book", next.bookingTxid, made.fee, m_c->now(), false});
        BT_CHECK(tokensSpent(*m_c, made.tx, next.bookingTxid));
        return m_c->visits.save(next);
    }
    Result<void> withdrawn(const Errand& errand, const std::string& txid) override
    {
        Visit next = *m_c->visits.find(errand.visitId);
        next.bookingTxid.clear();
        BT_CHECK(tokensUnspent(*m_c, txid));
        std::erase_if(next.steps, [&](const VisitStep& s) { return s.txid == txid; });
        return m_c->visits.save(next);
    }
    Result<void> dead(const Errand& errand, const Error&) override
    {
        Visit next = *m_c->visits.find(errand.visitId);
        next.phase = VisitPhase::Ended;
        next.ending = VisitEnding::NotStarted;
        next.pending.clear();
        return m_c->visits.save(next);
    }

private:
    // A visit that is moved: the new hour is paid for only when the old one's money is on its way back, so that nobody
    // ever holds two for one.
    Result<void> afterVisit(const Errand& errand)
    {
        FieldReader extra(errand.extra);
        if (!extra.has("after")) return {};
        const auto* old = m_c->visits.find(extra.text("after"));
        if (old == nullptr) return fail("visit.not_moved");
        if (!old->live()) {
            const bool cancelled = old->ending == VisitEnding::CancelledFree || old->ending == VisitEnding::CancelledLate ||
                                   old->ending == VisitEnding::Declined || old->ending == VisitEnding::RequestExpired ||
                                   old->ending == VisitEnding::CancelledByTherapist;
            if (cancelled) return {};
            return fail("visit.not_moved");
        }
        if (old->pending != "cancel" && !old->inTheAir()) return fail("visit.not_moved");
        return fail("service.not_yet", {std::to_string(m_c->now().plus(kSecond).value)}, "move");
    }
    Context* m_c;
};

Result<const records::Listing*> offered(Context& c, const std::string& therapistId, Millis startsAt)
{
    const auto* listing = c.listings.bookable(therapistId);
    if (listing == nullptr) return fail("visit.not_licensed");
    if (!payable(c.wallet.network(), *listing)) return fail("token.other");
    if (!std::ranges::binary_search(listing->openTimes, startsAt)) return fail("visit.slot_gone");
    return listing;
}

void publicFacts(QuoteView& q, const cs::State& state)
{
    q.publicFacts = {{"program", hexOf(cs::currentVersion(state.asset.has_value()).session.templateHash())},
                     {"price", amountText(state.price)},
                     {"bond", amountText(state.bond)},
                     {"deposit", amountText(state.asset ? kTokenVisitDeposit : cs::kDeposit)},
                     {"patient_key", hexOf(state.patient)},
                     {"therapist_key", hexOf(state.therapist)},
                     {"terms_hash", hexOf(state.terms)}};
    if (!state.asset) return;
    q.publicFacts.emplace_back("token", hexOf(state.asset->token));
    q.publicFacts.emplace_back("pool", hexOf(state.asset->pool));
    q.publicFacts.emplace_back("levy", amountText(state.asset->levy));
}

} // namespace

Booking::Booking(Context& context, Dispatcher& dispatcher) : m_c(&context), m_dispatcher(&dispatcher)
{
    dispatcher.carry("book", std::make_unique<FundCarrier>(context));
}

Result<Booking::Sketch> Booking::sketch(const records::Listing& listing, Millis startsAt)
{
    BT_TRY(const auto named, namedDeciders(*m_c));
    Sketch out;
    BT_TRY(out.terms, termsFor(listing, startsAt, m_c->now(), m_c->world.random, named, m_c->wallet.network().playMoney));
    BT_TRY(const auto listed, crypto::XOnlyKey::from(listing.visitKey.view()));
    BT_TRY(const auto derived, cs::deriveVisitKey(listed, m_c->world.random));
    BT_TRY(const auto asset, assetOf(m_c->wallet.network(), listing));
    BT_TRY(out.state, cs::makeState(out.terms, derived.hint.ephemeral, derived.key, listing.price, listing.policy.bond, asset));
    return out;
}

Result<Sompi> Booking::feeOf(const cs::State& state)
{
    BT_TRY(const auto escrow, escrowOf(state));
    auto fee = m_c->payments.feeOf(funding(escrow, Bytes(kPayloadBytes)), "visit/quote");
    if (!fee && fee.error().code == "ledger.not_enough") return kFeeBound;
    return fee;
}

Booking::Offer Booking::offerOf(const records::Listing& l)
{
    return {l.price.value,         l.durationMinutes,   l.policy.answerWithinMs, l.policy.freeBeforeMs,
            l.policy.lateShareBps, l.policy.bond.value, hexOf(l.token)};
}

void Booking::told(const records::Listing& listing) { m_told.insert_or_assign(listing.did, offerOf(listing)); }

Result<void> Booking::asTold(const records::Listing& listing) const
{
    const auto seen = m_told.find(listing.did);
    if (seen != m_told.end() && seen->second != offerOf(listing)) return fail("visit.offer_changed");
    return {};
}

Result<QuoteView> Booking::quote(const std::string& therapistId, Millis startsAt)
{
    BT_TRY(const auto* listing, offered(*m_c, therapistId, startsAt));
    BT_TRY(auto out, figures(*listing, startsAt));
    told(*listing);
    return out;
}

Result<QuoteView> Booking::figures(const records::Listing& l, Millis startsAt)
{
    const auto* listing = &l;
    BT_TRY(const auto drawn, sketch(l, startsAt));
    const auto& [terms, state] = drawn;
    QuoteView q;
    q.therapistId = listing->did;
    q.startsAt = startsAt;
    q.endsAt = terms.visit.endsAt;
    q.price = listing->price;
    q.deposit = cs::kDeposit;
    q.bond = listing->policy.bond;
    q.acceptBy = terms.request.acceptBy;
    q.freeUntil = terms.ladder.freeUntil;
    q.latestPayout = latestPayout(terms);
    q.lateShareBps = listing->policy.lateShareBps;
    q.lateBack = {listing->price.value - terms.ladder.lateShare.value};
    BT_TRY(const auto balance, m_c->payments.balance());
    q.available = balance.confirmed;
    publicFacts(q, state);
    if (state.asset) {
        BT_CHECK(quoteInTokens(q, state));
        return q;
    }
    BT_TRY(q.fee, feeOf(state));
    BT_TRY(const auto escrow, escrowOf(state));
    if (const auto seen = m_c->payments.disclose(funding(escrow, Bytes(kPayloadBytes)), "visit/quote"))
        q.disclosure = figuresOf(*seen, cs::kDeposit);
    q.total = {q.price.value + q.deposit.value + q.fee.value};
    if (q.available >= q.total) q.left = {q.available.value - q.total.value};
    else q.missing = {q.total.value - q.available.value};
    return q;
}

// Amounts are shown as what they are worth: the person has one kind of money. What is missing is said of each kind.
Result<void> Booking::quoteInTokens(QuoteView& q, const cs::State& state)
{
    const auto& network = m_c->wallet.network();
    BT_TRY(auto* tokens, tokensOf(*m_c));
    const auto there = tokens->wallet().balance().available.value;
    const Sompi coins = q.available;
    auto& t = q.tokens.emplace();
    t.price = state.price.value;
    t.levy = state.asset->levy.value;
    // Every output of tokens takes its carrier along: the therapist's, where no stake of hers brings it, and the pool's.
    t.carriersLeft = {(state.bond.value == 0 ? contract::token::kCarrier.value : 0) + (t.levy > 0 ? contract::token::kCarrier.value : 0)};
    q.deposit = kTokenVisitDeposit;
    q.fee = kTokenFeeBound;
    Sompi kasMissing;
    if (there >= state.price.value) {
        const auto funding = fundingOf(*m_c, state, "visit/quote", true);
        const auto seen = funding ? m_c->payments.disclose(funding->booking, funding->first, Bytes(kPayloadBytes), "visit/quote")
                                  : Result<ledger::Disclosure>(tl::unexpected(funding.error()));
        if (seen) {
            q.fee = seen->fee;
            q.disclosure = figuresOf(*seen, q.deposit);
        } else if (seen.error().code == "ledger.not_enough") {
            kasMissing = {seen.error().args.empty() ? q.deposit.value : std::strtoull(seen.error().args.front().c_str(), nullptr, 10)};
        } else if (seen.error().code != "token.scattered") {
            return tl::unexpected(seen.error());
        }
    }
    const auto kasNeeded = q.deposit.value + q.fee.value;
    if (kasNeeded > coins.value) kasMissing.value = std::max(kasMissing.value, kasNeeded - coins.value);
    t.missing = state.price.value > there ? state.price.value - there : 0;
    t.kasMissing = kasMissing;
    q.price = worthOf(state.price.value, network);
    q.bond = worthOf(state.bond.value, network);
    q.lateBack = worthOf(q.lateBack.value, network);
    q.total = {q.price.value + kasNeeded};
    q.available = {coins.value + worthOf(there, network).value};
    q.missing = {kasMissing.value + std::max<std::uint64_t>(worthOf(t.missing, network).value, t.missing > 0 ? 1 : 0)};
    if (q.missing.value == 0) q.left = {q.available.value > q.total.value ? q.available.value - q.total.value : 0};
    return {};
}

Result<std::string> Booking::book(const std::string& therapistId, Millis startsAt, const std::string& intake)
{
    BT_TRY(const auto note, records::plainText(intake, records::kIntakeBytes));
    BT_TRY(const auto* listing, offered(*m_c, therapistId, startsAt));
    BT_CHECK(asTold(*listing));
    for (const auto& [id, other] : m_c->visits.all())
        if (other.live() && other.terms.visit.startsAt < startsAt.plus(listing->durationMinutes * kMinute) &&
            startsAt < other.terms.visit.endsAt)
            return fail("visit.slot_mine");
    BT_TRY(const auto q, figures(*listing, startsAt));
    if (q.tokens && q.tokens->missing > 0)
        return fail("token.not_enough", {std::to_string(q.tokens->price), std::to_string(q.tokens->price - q.tokens->missing)}, "booking");
    if (q.missing.value > 0) return fail("ledger.not_enough", {amountText(q.missing)}, "booking");

    std::string id;
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        BT_TRY(id, write(*listing, {startsAt}, note));
        return {};
    }));
    return id;
}

Result<std::string> Booking::write(const records::Listing& listing, const HourWish& wish, const std::string& note)
{
    Visit visit;
    visit.id = hexOf(ByteView(m_c->world.random.bytes(16)));
    visit.role = Role::Patient;
    visit.intake = note;
    visit.bookedAt = m_c->now();
    visit.pending = "book";
    visit.series = wish.series;
    BT_TRY(const auto named, namedDeciders(*m_c));
    BT_TRY(visit.terms, termsFor(listing, wish.startsAt, m_c->now(), m_c->world.random, named, m_c->wallet.network().playMoney));
    BT_TRY(const auto listed, crypto::XOnlyKey::from(listing.visitKey.view()));
    BT_TRY(const auto derived, cs::deriveVisitKey(listed, m_c->world.random));
    visit.hint = derived.hint;
    BT_TRY(const auto bundle, messaging::PrekeyBundle::parse(listing.prekeys));

    const auto relation = "visit/" + visit.id;
    BT_TRY(const auto key, m_c->wallet.fresh(relation));
    BT_TRY(const auto ticket, m_c->wallet.fresh(relation));
    visit.myKey = key.ref;
    visit.ticketKey = ticket.ref;
    BT_TRY(const auto asset, assetOf(m_c->wallet.network(), listing));
    BT_TRY(visit.session.state, cs::makeState(visit.terms, key.key, derived.key, listing.price, listing.policy.bond, asset));
    if (const auto* known = m_c->postbox.withPeer(listing.did)) {
        visit.threadId = known->id;
    } else {
        Thread thread;
        thread.id = hexOf(ByteView(m_c->world.random.bytes(16)));
        thread.did = listing.did;
        thread.name = listing.name;
        thread.zone = listing.zone;
        thread.avatarSeed = hexOf(crypto::blake2b(viewOf(listing.did))).substr(0, 16);
        thread.licensed = true;
        thread.inbox = bundle.inbox;
        BT_CHECK(m_c->postbox.start(thread, bundle));
        visit.threadId = thread.id;
    }
    MessageView card;
    card.threadId = visit.threadId;
    card.kind = MessageKind::Visit;
    card.mine = true;
    card.visitId = visit.id;
    card.at = m_c->now();
    card.state = MessageState::Waiting;
    BT_TRY(const auto row, m_c->postbox.add(card));
    const BookingLetter letter{visit.id,      m_c->persona.name,   {},   key.key,     visit.hint, visit.terms,
                               listing.price, listing.policy.bond, note, wish.series, {},         asset};
    BT_TRY(auto mail, m_c->postbox.seal(visit.threadId, letter, row));
    Errand errand;
    errand.visitId = visit.id;
    errand.step = "book";
    if (!wish.after.empty()) errand.extra["after"] = wish.after;
    BT_TRY(auto slot, m_dispatcher->slotFor(std::move(mail), row));
    errand.mails.push_back(std::move(slot));
    BT_TRY(const auto content, writeCapsule(*m_c, visit));
    BT_TRY(auto own, m_dispatcher->capsule(content));
    errand.mails.push_back(std::move(own));
    BT_CHECK(m_c->visits.save(visit));
    BT_TRY(const auto intent, m_dispatcher->post("book", errand, "book/" + visit.id));
    (void)intent;
    return visit.id;
}

} // namespace bt::service
