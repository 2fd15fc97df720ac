// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/practice_desk.h"

#include "contract/health_session/terms.h"
#include "identity/did_key.h"
#include "identity/licence.h"
#include "records/text.h"
#include "scheduling/availability.h"
#include "service/access/gate.h"
#include "service/access/professional.h"
#include "service/disputes/deciders.h"
#include "service/practice_network.h"
#include "service/tokens/token_worth.h"
#include "service/tokens/visit_tokens.h"

namespace bt::service {
namespace {

constexpr std::int64_t kLicenceLife = 365 * kDay;
constexpr std::int64_t kReissueAfter = kDay; // the four weeks move on by a day

Bytes encodePractice(const PracticeView& p)
{
    Json hours = Json::array(), off = Json::array();
    for (const auto& h : p.hours) hours.push_back({{"day", h.weekday}, {"from", h.fromMinute}, {"to", h.toMinute}});
    for (const auto& d : p.timeOff) off.push_back(d.value);
    return bytesOf(Json{
        {"about", p.about},
        {"topics", p.topics},
        {"languages", p.languages},
        {"zone", p.zone},
        {"hours", hours},
        {"off", off},
        {"duration", p.durationMinutes},
        {"buffer", p.bufferMinutes},
        {"price", amountText(p.price)},
        {"answer", p.policy.answerWithinMs},
        {"free", p.policy.freeBeforeMs},
        {"late", p.policy.lateShareBps},
        {"bond", amountText(p.policy.bond)},
        {"tokens",
         p.inTokens}}.dump());
}

std::vector<std::string> texts(FieldReader& f, std::string_view name)
{
    std::vector<std::string> out;
    for (const auto& item : f.array(name)) out.push_back(item.is_string() ? item.get<std::string>() : std::string());
    return out;
}

Result<PracticeView> decodePractice(ByteView bytes)
{
    BT_TRY(const Json json, codec::parseJson(textOf(bytes)));
    FieldReader f(json);
    PracticeView p;
    p.about = f.text("about");
    p.topics = texts(f, "topics");
    p.languages = texts(f, "languages");
    p.zone = f.text("zone");
    for (const auto& item : f.array("hours")) {
        FieldReader h(item);
        p.hours.push_back({static_cast<int>(h.integer("day")), static_cast<int>(h.integer("from")), static_cast<int>(h.integer("to"))});
    }
    for (const auto& item : f.array("off")) p.timeOff.push_back({item.is_number_integer() ? item.get<std::int64_t>() : 0});
    p.durationMinutes = f.small("duration", 5, 480);
    p.bufferMinutes = f.small("buffer", 0, 240);
    p.price = f.amount("price");
    p.policy = {f.integer("answer"), f.integer("free"), f.small("late", 0, 10000), f.amount("bond")};
    p.inTokens = f.has("tokens") && f.flag("tokens");
    if (!f.ok()) return fail("service.bad_row", "practice");
    return p;
}

Result<scheduling::Availability> availabilityOf(const PracticeView& p)
{
    scheduling::Availability a;
    a.zone = p.zone;
    BT_TRY(const auto zone, scheduling::Zone::find(p.zone));
    for (const auto& h : p.hours) a.rules.push_back({h.weekday, h.fromMinute, h.toMinute});
    for (const auto& day : p.timeOff) a.daysOff.push_back(zone.local(day).day);
    a.durationMinutes = p.durationMinutes;
    a.bufferMinutes = p.bufferMinutes;
    a.noticeMs = kHour;
    return a;
}

class ListingCarrier final : public Carrier
{
public:
    explicit ListingCarrier(Context& context) : m_c(&context) {}
    Result<Signed> build(const outbox::Intent&, const Errand& errand, const Bytes&) override
    {
        if (errand.blocks.empty()) return fail("service.bad_row", "listing");
        ledger::BuildRequest request;
        request.payload = messaging::announcementPayload({messaging::Announcement::Kind::Listing, errand.blocks.front().digest});
        return m_c->payments.pay(std::move(request), "listing");
    }
    // It was not announced: the next look at the settings tries again.
    Result<void> dead(const Errand&, const Error&) override { return m_c->book.put("listing.says", {}); }

private:
    Context* m_c;
};

//! Carries the capsule of the settings: coins of the public listing pay for it, so that it links nothing to it.
class KeepCarrier final : public Carrier
{
public:
    explicit KeepCarrier(Context& context) : m_c(&context) {}
    Result<Signed> build(const outbox::Intent&, const Errand&, const Bytes& payload) override
    {
        ledger::BuildRequest request;
        request.payload = payload;
        return m_c->payments.pay(std::move(request), "listing");
    }
    // The next look at the settings writes it again, unless the person took it back.
    Result<void> dead(const Errand&, const Error& why) override
    {
        return why.code == "outbox.cancelled" ? Result<void>{} : m_c->book.put("practice.kept", {});
    }

private:
    Context* m_c;
};

std::string ownDid(Context& c) { return identity::didKey(c.postbox.listingKeys().identity.open); }

// What a capsule is to bring back, as one digest.
Hash256 keptDigest(ByteView practice, const std::optional<Bytes>& licence)
{
    Bytes all(practice.begin(), practice.end());
    if (licence) append(all, *licence);
    return crypto::sha256(all);
}

} // namespace

PracticeDesk::PracticeDesk(Context& context, Dispatcher& dispatcher) : m_c(&context), m_dispatcher(&dispatcher)
{
    dispatcher.carry("listing", std::make_unique<ListingCarrier>(context));
    dispatcher.carry("practice", std::make_unique<KeepCarrier>(context));
}

Result<bool> PracticeDesk::keep(ByteView practice)
{
    BT_TRY(const auto licence, m_c->book.get("licence"));
    BT_TRY(const auto kept, m_c->book.get("practice.kept"));
    const auto digest = keptDigest(practice, licence);
    if (kept && equal(*kept, digest.view())) return false;
    BT_TRY(const auto at, m_c->book.get("practice.at"));
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        Errand errand;
        errand.step = "practice";
        BT_TRY(auto own, m_dispatcher->capsule(Json{{"feature", kPracticeCapsule},
                                                    {"at", at ? readLe<std::int64_t>(*at) : 0},
                                                    {"practice", textOf(practice)},
                                                    {"licence", licence ? textOf(*licence) : std::string()}}));
        errand.mails.push_back(std::move(own));
        BT_CHECK(m_c->book.put("practice.kept", digest.view()));
        BT_TRY(const auto id, m_dispatcher->post("practice", errand));
        (void)id;
        return {};
    }));
    return true;
}

Result<void> adoptPractice(Context& c, const Json& capsule)
{
    FieldReader f(capsule);
    const auto at = f.integer("at");
    const auto text = f.text("practice", 64 * 1024), licence = f.text("licence", 16 * 1024);
    if (!f.ok()) return fail("service.bad_capsule");
    BT_TRY(const auto practice, decodePractice(viewOf(text)));
    BT_TRY(const auto stored, c.book.get("practice"));
    BT_TRY(const auto since, c.book.get("practice.at"));
    // Newer settings stand, wherever they come from: those of this computer, or of a later capsule.
    if (stored && (!since || readLe<std::int64_t>(*since) >= at)) return {};
    Bytes moment;
    appendLe(moment, at);
    BT_CHECK(c.book.put("practice", encodePractice(practice)));
    BT_CHECK(c.book.put("practice.at", moment));
    if (!licence.empty() && access::mayPractise(access::professionalStanding({ownDid(c), licence}, c.now())))
        BT_CHECK(c.book.put("licence", viewOf(licence)));
    BT_TRY(const auto held, c.book.get("licence"));
    return c.book.put("practice.kept", keptDigest(encodePractice(practice), held).view());
}

Result<void> PracticeDesk::obtainLicence(const std::string& jurisdiction, bool partner)
{
    const auto keys = m_c->postbox.listingKeys();
    identity::Licence licence;
    licence.role = "psychotherapist";
    licence.jurisdiction = jurisdiction.empty() ? "DE" : jurisdiction;
    licence.registerId = "practice-" + hexOf(keys.identity.open).substr(0, 12);
    licence.practicePartner = partner;
    licence.issuedAt = m_c->now();
    licence.notBefore = m_c->now().plus(-kMinute);
    licence.expiresAt = m_c->now().plus(kLicenceLife);
    BT_TRY(const auto text, identity::issueLicence(licence, practiceAuthority(), keys.identity.open, m_c->world.random));
    return m_c->book.put("licence", viewOf(text));
}

Result<PracticeView> PracticeDesk::settings()
{
    PracticeView practice;
    BT_TRY(const auto stored, m_c->book.get("practice"));
    if (stored) {
        BT_TRY(practice, decodePractice(*stored));
    }
    BT_TRY(const auto licence, m_c->book.get("licence"));
    if (licence) {
        practice.licence = access::professionalStanding({ownDid(*m_c), textOf(*licence)}, m_c->now());
    }
    BT_TRY(const auto issued, m_c->book.get("listing.says"));
    practice.listed = issued.has_value();
    return practice;
}

Result<void> PracticeDesk::save(const PracticeView& practice)
{
    PracticeView p = practice;
    BT_TRY(p.about, records::plainText(practice.about, records::kAboutBytes));
    BT_TRY(const auto availability, availabilityOf(p));
    BT_CHECK(scheduling::check(availability));
    if (p.hours.empty()) return fail("practice.no_hours");
    if (p.price < contract::session::kShareFloor || p.price > contract::session::kMaxMoney)
        return fail("practice.bad_price", {amountText(contract::session::kShareFloor), amountText(contract::session::kMaxMoney)}, "price");
    if (p.policy.bond.value != 0 && (p.policy.bond < contract::session::kShareFloor || p.policy.bond > p.price))
        return fail("practice.bad_bond", {amountText(contract::session::kShareFloor), amountText(p.price)}, "bond");
    if (p.policy.answerWithinMs < 15 * kMinute || p.policy.answerWithinMs > 14 * kDay || p.policy.freeBeforeMs < 0 ||
        p.policy.freeBeforeMs > 28 * kDay || p.policy.lateShareBps < 0 || p.policy.lateShareBps > 10000)
        return fail("practice.bad_policy");
    if (p.inTokens) { // only where BTAI has a worth: without one nobody could say the price
        BT_CHECK(assetOf(m_c->wallet.network(), p.price));
        const Sompi price{unitsFor(p.price, m_c->wallet.network())};
        if (price.value == 0 || price > contract::session::kMaxMoney) return fail("token.absent");
    }
    Bytes at;
    appendLe(at, m_c->now().value);
    return m_c->atomically([&]() -> Result<void> {
        BT_CHECK(m_c->book.put("practice", encodePractice(p)));
        return m_c->book.put("practice.at", at);
    });
}

Result<void> PracticeDesk::forgetListing()
{
    return m_c->atomically([&]() -> Result<void> {
        BT_CHECK(m_c->book.put("practice.kept", {}));
        return m_c->book.put("listing.says", {});
    });
}

Result<records::Listing> currentListing(Context& c)
{
    BT_TRY(const auto stored, c.book.get("practice"));
    if (!stored) return fail("practice.not_set_up");
    BT_TRY(const auto p, decodePractice(*stored));
    BT_TRY(const auto licence, c.book.get("licence"));
    const auto keys = c.postbox.listingKeys();
    records::Listing l;
    l.did = identity::didKey(keys.identity.open);
    l.name = c.persona.name;
    l.about = p.about;
    l.topics = p.topics;
    l.languages = p.languages;
    l.zone = p.zone;
    l.price = p.price;
    l.durationMinutes = p.durationMinutes;
    l.policy = {p.policy.answerWithinMs, p.policy.freeBeforeMs, p.policy.lateShareBps, p.policy.bond};
    if (p.inTokens) {
        BT_TRY(const auto asset, assetOf(c.wallet.network(), p.price));
        BT_TRY(l.token, decltype(l.token)::from(asset.token.view()));
        l.price = {unitsFor(p.price, c.wallet.network())};
        l.policy.bond = {unitsFor(p.policy.bond, c.wallet.network())};
    }
    const auto visitSecret = c.vault.keys().deriveScalar("visit", {}, 0);
    BT_TRY(const auto visitKey, crypto::secpXOnly(visitSecret.view()));
    BT_TRY(l.visitKey, decltype(l.visitKey)::from(visitKey.view()));
    BT_TRY(l.inboxKey, decltype(l.inboxKey)::from(keys.inbox.open.view()));
    l.prekeys = keys.bundle().bytes();
    if (licence) l.licence = textOf(*licence);
    BT_TRY(const auto named, namedDeciders(c));
    if (named.own) {
        BT_TRY(l.decider, decltype(l.decider)::from(named.own->view()));
    }
    if (named.joint) {
        BT_TRY(l.jointDecider, decltype(l.jointDecider)::from(named.joint->view()));
    }
    BT_TRY(const auto own, ownReputation(c));
    if (own && own->born) l.reputation = own->listed;
    BT_TRY(const auto availability, availabilityOf(p));
    std::vector<scheduling::Busy> busy;
    for (const auto& [id, v] : c.visits.all()) {
        const bool taken = v.phase == VisitPhase::Accepted || v.phase == VisitPhase::Committed || v.phase == VisitPhase::InSession ||
                           v.phase == VisitPhase::Disputed || v.pending == "accept";
        if (taken) busy.push_back({v.terms.visit.startsAt, v.terms.visit.endsAt});
    }
    const auto now = c.now();
    BT_TRY(l.openTimes, scheduling::openTimes(availability, busy, now, now, now.plus(scheduling::kListingHorizon)));
    l.issuedAt = now;
    return l;
}

Result<bool> offersHour(Context& c, Millis startsAt)
{
    BT_TRY(const auto stored, c.book.get("practice"));
    if (!stored) return false;
    BT_TRY(const auto p, decodePractice(*stored));
    BT_TRY(const auto availability, availabilityOf(p));
    return scheduling::checkStart(availability, {}, startsAt.plus(-scheduling::kListingHorizon), startsAt).has_value();
}

Result<bool> PracticeDesk::refresh()
{
    BT_TRY(const auto stored, m_c->book.get("practice"));
    if (!stored || m_c->persona.role != Role::Therapist) return false;
    BT_TRY(const bool kept, keep(*stored));
    if (!access::mayDo(*m_c, access::Use::AnnounceListing)) return kept; // without a licence nobody may be asked
    BT_TRY(auto listing, currentListing(*m_c));
    // What the world would read, without the moment of issue: the same words are not announced twice. The near end of
    // the open times passes by itself, so only starts that a patient could still ask for count.
    auto comparable = listing;
    comparable.issuedAt = Millis{listing.issuedAt.value / kReissueAfter * kReissueAfter};
    const auto horizon = comparable.issuedAt.plus(scheduling::kListingHorizon);
    std::erase_if(comparable.openTimes, [&](Millis t) { return t >= horizon || t.minus(comparable.issuedAt) < kReissueAfter + kHour; });
    std::string near; // today's and tomorrow's hours matter only when one was taken or freed
    for (const auto& [id, v] : m_c->visits.all())
        if (v.role == Role::Therapist && v.phase != VisitPhase::Requested && v.phase != VisitPhase::Ended) near += id;
    BT_TRY(auto says, records::serialise(comparable));
    append(says, viewOf(near));
    const auto digest = crypto::sha256(says);
    BT_TRY(const auto before, m_c->book.get("listing.says"));
    if (before && equal(*before, digest.view())) return kept;
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        BT_TRY(const auto last, m_c->book.get("listing.sequence"));
        listing.sequence = (last ? readLe<std::uint64_t>(*last) : 0) + 1;
        listing.sequence = std::max(listing.sequence, static_cast<std::uint64_t>(m_c->now().value / kSecond)); // grows after a restore too
        // And beyond what an earlier life announced within the same seconds.
        if (const auto* known = m_c->listings.find(m_c->persona.id)) listing.sequence = std::max(listing.sequence, known->sequence + 1);
        Bytes sequence;
        appendLe(sequence, listing.sequence);
        BT_TRY(const auto block, records::signListing(listing, m_c->postbox.listingKeys().identity));
        const auto cid = ipld::cidOfRaw(block);
        BT_CHECK(m_c->blocks.keep(cid, block));
        BT_CHECK(m_c->book.put("listing.sequence", sequence));
        BT_CHECK(m_c->book.put("listing.says", digest.view()));
        Errand errand;
        errand.step = "listing";
        errand.blocks = {cid};
        BT_TRY(const auto id, m_dispatcher->post("listing", errand));
        (void)id;
        return {};
    }));
    return true;
}

} // namespace bt::service
