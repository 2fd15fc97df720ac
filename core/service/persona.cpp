// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/persona.h"

#include "crypto/hash.h"
#include "identity/did_key.h"
#include "records/text.h"
#include "scheduling/icalendar.h"
#include "service/access/uses.h"
#include "service/tokens/tokens.h"

namespace bt::service {
namespace {

constexpr std::uint32_t kAccount = 0;

Result<Secret> visitKeySecret(const vault::Vault& vault, const VisitStore& visits, const ledger::KeyRef& ref)
{
    for (const auto& [id, visit] : visits.all())
        if (visit.role == Role::Therapist && visit.myKey == ref)
            return contract::session::visitSecret(vault.keys().deriveScalar("visit", {}, 0).view(), visit.hint);
    return fail("vault.unknown_key");
}

Bytes whoRow(const PersonaView& who, const std::optional<Persona::Start>& start)
{
    Json json{{"name", who.name}, {"role", who.role == Role::Therapist ? "therapist" : "patient"}, {"words", who.wordsSeen}};
    if (start) json["start"] = Json{{"jurisdiction", start->jurisdiction}, {"partner", start->partner}, {"recover", start->recover}};
    return bytesOf(json.dump());
}

} // namespace

Persona::~Persona() = default;

Result<std::unique_ptr<Persona>> Persona::open(World world, vault::Vault& vault, ListingBook& listings,
                                               const ledger::NetworkParams& network)
{
    auto p = std::unique_ptr<Persona>(new Persona);
    auto& db = vault.database();
    BT_TRY(auto book, Ledgerbook::open(db));
    p->m_book = std::make_unique<Ledgerbook>(std::move(book));
    // A database from before there was a choice belongs to the practice network.
    BT_TRY(const auto home, p->m_book->get("network"));
    const std::string belongs = home ? textOf(*home) : std::string("practice");
    if (belongs != network.id) return fail("persona.other_network", {belongs, network.id}, {});
    BT_TRY(auto visits, VisitStore::open(db));
    p->m_visits = std::make_unique<VisitStore>(std::move(visits));
    const auto* visitStore = p->m_visits.get();
    const auto* open = &vault;
    const ledger::KeySource keys = [open, visitStore](const ledger::KeyRef& ref) -> Result<Secret> {
        if (ref.branch == kVisitBranch) return visitKeySecret(*open, *visitStore, ref);
        return open->keys().walletKey(kAccount, static_cast<vault::WalletChain>(ref.branch), ref.index);
    };
    BT_TRY(auto wallet, ledger::Wallet::open(db, network, keys));
    p->m_wallet = std::make_unique<ledger::Wallet>(std::move(wallet));
    BT_TRY(auto outbox, outbox::Outbox::open(db, world.clock, world.random));
    p->m_outbox = std::make_unique<outbox::Outbox>(std::move(outbox));
    BT_TRY(p->m_blocks, storage::CachedBlockStore::open(db, world.blocks));
    BT_TRY(auto postbox, Postbox::open(db, vault.keys(), world.clock, world.random));
    p->m_postbox = std::make_unique<Postbox>(std::move(postbox));
    p->m_payments = std::make_unique<Payments>(*p->m_wallet, world.node, world.clock, world.random);
    BT_TRY(const auto spending, p->m_book->get("spending"));
    p->m_payments->setSpending(spending && textOf(*spending) == "on");
    BT_TRY(auto carried, Carried::open(db));
    p->m_carried = std::make_unique<Carried>(std::move(carried));
    BT_TRY(auto withdrawn, Withdrawn::open(db));
    p->m_withdrawn = std::make_unique<Withdrawn>(std::move(withdrawn));
    p->m_context =
        std::unique_ptr<Context>(new Context{world, vault, db, *p->m_wallet, *p->m_outbox, *p->m_blocks, *p->m_postbox, *p->m_visits,
                                             *p->m_carried, *p->m_withdrawn, *p->m_payments, listings, *p->m_book, p->m_who});
    auto& c = *p->m_context;
    p->m_dispatcher = std::make_unique<Dispatcher>(c);
    BT_TRY(auto follower, Follower::open(c));
    p->m_follower = std::make_unique<Follower>(std::move(follower));
    auto* reader = p->m_follower.get();
    p->m_dispatcher->settle = [reader]() -> Result<void> {
        BT_TRY(const bool any, reader->sync(Deadline{}));
        (void)any;
        return {};
    };
    p->m_follower->cameTrue = [bearer = p->m_dispatcher.get()](const kaspa::TxId& id) { return bearer->cameTrue(id); };
    p->m_steps = std::make_unique<VisitSteps>(c, *p->m_dispatcher);
    p->m_letters = std::make_unique<Letterbox>(c, *p->m_dispatcher, *p->m_follower, *p->m_steps);
    p->m_booking = std::make_unique<Booking>(c, *p->m_dispatcher);
    p->m_desk = std::make_unique<PracticeDesk>(c, *p->m_dispatcher);
    p->m_room = std::make_unique<Room>(c, *p->m_letters, *p->m_steps);
    BT_TRY(p->m_features, makeFeatures({c, *p->m_dispatcher, *p->m_follower, *p->m_steps, *p->m_letters, *p->m_booking}));
    for (const auto& feature : p->m_features) {
        c.features.push_back(feature.get());
        for (const auto kind : feature->letterKinds()) // a fault of ours: nobody could ever write such a letter
            if (access::rowOfLetter(kind) == nullptr) return fail("access.unknown_letter", std::string(kind));
    }

    BT_TRY(const auto who, p->m_book->get("persona"));
    if (who) {
        BT_TRY(const Json json, codec::parseJson(textOf(*who)));
        FieldReader f(json);
        p->m_who.name = f.text("name");
        p->m_who.role = f.text("role") == "therapist" ? Role::Therapist : Role::Patient;
        p->m_who.wordsSeen = f.flag("words");
        if (f.has("start")) {
            FieldReader start(f.object("start"));
            p->m_start = Start{p->m_who.name, p->m_who.role, start.text("jurisdiction"), start.flag("partner"), start.flag("recover")};
        }
    }
    p->m_who.id =
        identity::didKey(p->m_who.role == Role::Therapist ? p->m_postbox->listingKeys().identity.open : vault.keys().identity().open);
    p->m_who.avatarSeed = hexOf(crypto::blake2b(viewOf(p->m_who.id))).substr(0, 16);
    p->m_who.staysOpen = vault.staysOpen();
    return p;
}

Result<void> Persona::keepWho()
{
    m_who.id =
        identity::didKey(m_who.role == Role::Therapist ? m_postbox->listingKeys().identity.open : m_context->vault.keys().identity().open);
    m_who.avatarSeed = hexOf(crypto::blake2b(viewOf(m_who.id))).substr(0, 16);
    m_follower->inboxesChanged();
    return m_context->atomically([&] { return m_book->put("persona", whoRow(m_who, m_start)); });
}

Result<vault::FirstRows> Persona::firstRows(Start start, const std::string& network)
{
    BT_TRY(start.name, records::plainLine(start.name, 80));
    PersonaView who;
    who.name = start.name;
    who.role = start.role;
    who.wordsSeen = start.recover; // who typed them has them
    return vault::FirstRows([row = whoRow(who, start), network](store::Database& db) -> Result<void> {
        BT_TRY(auto book, Ledgerbook::open(db));
        BT_CHECK(book.put("network", bytesOf(network)));
        return book.put("persona", row);
    });
}

Result<void> Persona::settleIn()
{
    if (m_start->recover) {
        const auto listed = m_context->listings.refresh(Deadline{});
        if (!listed) return tl::unexpected(listed.error());
        const auto therapist = identity::didKey(m_postbox->listingKeys().identity.open);
        if (m_context->listings.find(therapist) != nullptr) m_who.role = Role::Therapist;
    }
    BT_TRY(const auto licence, m_book->get("licence"));
    // The demo register signs where money is worth nothing; elsewhere a licence has to be brought.
    if (m_who.role == Role::Therapist && !licence && m_wallet->network().playMoney)
        BT_CHECK(m_desk->obtainLicence(m_start->jurisdiction, m_start->partner));
    if (m_start->recover) {
        BT_TRY(const auto found,
               m_wallet->discover(m_context->world.node, Deadline{std::chrono::steady_clock::now() + std::chrono::minutes(5), {}}));
        (void)found;
        BT_TRY(const auto node, m_payments->info());
        if (node.prunedBelow.value_or(0) > 0)
            BT_CHECK(m_context->atomically([&] { return m_book->notice("restore_pruned", {}, m_context->now()); }));
        BT_CHECK(m_wallet->readAnew()); // discovery read for coins only: capsules are found on the second reading
    } else if (m_context->world.practice != nullptr) {
        BT_TRY(const auto gifts, m_book->playMoney());
        if (gifts.empty()) BT_CHECK(addPlayMoney());
    }
    m_start.reset();
    return keepWho();
}

Result<void> Persona::addPlayMoney()
{
    auto* practice = m_context->world.practice;
    if (practice == nullptr) return fail("money.no_play_money");
    BT_TRY(const auto key, m_wallet->fresh("play"));
    BT_TRY(const auto id, practice->faucet(key.spk, m_wallet->network().faucetAmount, Deadline{}));
    (void)id;
    return feature<Tokens>().playMoney();
}

Result<void> Persona::confirmWordsSeen()
{
    m_who.wordsSeen = true;
    return keepWho();
}

Result<bool> Persona::round(bool relist)
{
    bool any = false;
    if (m_start && !m_start->recover && m_context->world.practice == nullptr) {
        // A new persona has no past: she need not read what strangers did before her.
        BT_TRY(const auto node, m_payments->info());
        BT_CHECK(m_wallet->beginAfter(node.tip));
    }
    // Each part may give the next something to do; on the practice network a whole exchange settles in a few turns.
    for (int turn = 0; turn < 4; ++turn) {
        BT_TRY(bool chain, m_follower->sync(Deadline{}));
        if (m_start) {
            BT_CHECK(settleIn());
            chain = true; // what it did is to be read
        }
        if (m_follower->takeBegunAnew()) {
            BT_CHECK(m_desk->forgetListing());
            for (const auto& feature : m_features) BT_CHECK(feature->begunAnew());
            if (m_context->world.practice != nullptr) BT_CHECK(addPlayMoney());
            BT_TRY(const bool paid, m_follower->sync(Deadline{})); // the listing's fee is paid from it
            chain = chain || paid;
        }
        BT_TRY(const bool letters, m_letters->receive());
        BT_TRY(bool pushes, m_steps->push());
        for (const auto& feature : m_features) {
            BT_TRY(const bool pushed, feature->push());
            pushes = pushes || pushed;
        }
        BT_TRY(const bool acks, m_letters->acknowledge());
        BT_TRY(const bool again, m_letters->announceAgain());
        bool listed = false;
        if (relist || chain || letters) {
            BT_TRY(listed, m_desk->refresh());
        }
        BT_TRY(const bool sent, m_dispatcher->work());
        any = any || chain || letters || pushes || acks || again || listed || sent;
        if (!chain && !letters && !pushes && !sent && !listed) break;
    }
    BT_TRY(const bool address, keepAddress());
    return any || address;
}

Result<bool> Persona::keepAddress()
{
    if (m_context->world.practice != nullptr) return false; // play money finds its own way
    BT_TRY(const auto kept, m_book->get(kReceive));
    if (kept && !kept->empty()) return false;
    BT_CHECK(m_context->atomically([&]() -> Result<void> {
        BT_TRY(const auto key, m_wallet->fresh(kReceive));
        return m_book->put(kReceive, viewOf(key.address));
    }));
    return true;
}

Result<std::string> Persona::calendar(const std::string& visitId)
{
    std::vector<scheduling::CalendarEntry> entries;
    const auto secret = m_context->vault.keys().derive("calendar", {}, 0);
    for (const auto& [id, v] : m_visits->all()) {
        const bool agreed = v.phase == VisitPhase::Accepted || v.phase == VisitPhase::Committed || v.phase == VisitPhase::InSession;
        if (visitId.empty() ? !agreed : id != visitId) continue;
        entries.push_back({scheduling::opaqueUid(secret.view(), id), v.terms.visit.startsAt, v.terms.visit.endsAt, m_context->now(),
                           v.phase == VisitPhase::Ended, static_cast<int>(v.steps.size())});
    }
    return scheduling::exportCalendar(entries);
}

Result<void> Persona::cancelIntent(std::int64_t outboxId)
{
    BT_TRY(const auto intent, m_outbox->get(outboxId));
    BT_TRY(const auto errand, decodeErrand(intent.payload));
    return m_context->atomically([&]() -> Result<void> {
        BT_CHECK(m_outbox->cancel(outboxId));
        for (const auto& mail : errand.mails) {
            if (mail.messageRow != 0) BT_CHECK(m_postbox->remove(mail.messageRow));
            BT_CHECK(m_postbox->dropEnvelope(mail.tag)); // nothing may announce it again a day later
        }
        if (auto* carrier = m_dispatcher->carrierOf(intent.kind)) BT_CHECK(carrier->dead(errand, Error{"outbox.cancelled", {}, {}}));
        return {};
    });
}

Result<void> Persona::replan(std::int64_t outboxId)
{
    BT_TRY(const auto intent, m_outbox->get(outboxId));
    if (intent.lastError != kConflict || intent.state != outbox::State::Waiting) return fail("outbox.finished");
    return m_outbox->retryNow(outboxId);
}

Result<void> Persona::setSpending(bool on)
{
    BT_CHECK(m_context->atomically([&] { return m_book->put("spending", viewOf(std::string_view(on ? "on" : "off"))); }));
    m_payments->setSpending(on);
    return {};
}

} // namespace bt::service
