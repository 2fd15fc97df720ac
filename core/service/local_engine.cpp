// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/local_engine.h"

#include "service/own_doors.h"
#include "service/tokens/token_worth.h"
#include "service/tokens/visit_tokens.h"

#include <QSaveFile>

namespace bt::service {
namespace {

constexpr auto kPeriod = std::chrono::milliseconds(150); // how soon news of the network, or of another process, is noticed
constexpr auto kListing = std::chrono::seconds(2);       // so long may reading announcements keep other work waiting
constexpr auto kRound = std::chrono::seconds(1);         // what only time brings about can wait so long

} // namespace

//! What lives on the worker.
struct LocalEngine::Life {
    explicit Life(EngineParts p) : parts(std::move(p)), listings(*parts.world->node, *parts.world->blocks, parts.world->clock()) {}
    EngineParts parts;
    ListingBook listings;
    std::optional<vault::Vault> vault;
    std::unique_ptr<Persona> persona; // dies before the vault closes
    std::string_view trouble;         // why the vault cannot be opened at all, or why a round failed
    std::int64_t seenChange = -1;
    Millis shownAt;
    bool shownHeld = false; // the computer's clock was set back when last looked at
    std::uint64_t revision = 0;
    std::chrono::steady_clock::time_point lastRound;
    std::vector<NodeView> shownNodes;
    bool looked = false;
    bool dirty = true;

    [[nodiscard]] bool nodesChanged() const
    {
        const auto now = parts.world->node->states();
        return !std::ranges::equal(now, shownNodes, [](const ledger::NodeState& a, const NodeView& b) {
            return a.name == b.name && a.code == b.state && a.active == b.active;
        });
    }

    ~Life() { persona.reset(); }
    World world() { return {*parts.world->node, parts.world->practice, *parts.world->blocks, parts.world->clock(), parts.world->random}; }

    Result<void> ensureVault()
    {
        if (vault) return {};
        vault::VaultOptions options;
        options.folder = parts.profileFolder;
        options.argon2 = parts.argon2;
        auto opened = vault::Vault::at(options, parts.world->systemClock, parts.world->random, parts.keychain.get());
        if (!opened) return tl::unexpected(std::move(opened).error());
        vault.emplace(std::move(*opened));
        return {};
    }
    Result<void> openPersona()
    {
        auto opened = Persona::open(world(), *vault, listings, parts.world->network);
        if (!opened) {
            if (const auto locked = vault->lock(); !locked) return tl::unexpected(locked.error());
            return tl::unexpected(std::move(opened).error());
        }
        persona = std::move(*opened);
        return {};
    }
    Gate gate() const
    {
        if (!looked) return Gate::Starting;
        if (!vault) return Gate::Locked;
        switch (vault->state()) {
        case vault::VaultState::Absent: return Gate::Guest;
        case vault::VaultState::Locked: return Gate::Locked;
        case vault::VaultState::Open: break;
        }
        return persona ? Gate::Open : Gate::Locked;
    }
};

LocalEngine::LocalEngine(EngineParts parts, QObject* parent)
    : Engine(parent), m_life(std::make_unique<Life>(std::move(parts))), m_snapshot(std::make_shared<Snapshot>())
{
    m_worker = std::make_unique<Worker>([this] { tick(); }, kPeriod);
    const auto open = [this]() -> Result<Persona*> {
        if (!m_life->persona) return fail("vault.locked");
        return m_life->persona.get();
    };
    m_doors = std::make_unique<OwnDoors>(Calls(*m_worker, open, [this] { afterwards(); }));
}

LocalEngine::~LocalEngine()
{
    m_worker.reset();
    m_life.reset();
}

SnapshotPtr LocalEngine::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_snapshot;
}

const Doors& LocalEngine::doors() const { return m_doors->all; }

void LocalEngine::afterwards()
{
    auto& life = *m_life;
    life.dirty = true;
    m_worker->wake();
    if (life.persona)
        if (const auto worked = life.persona->round(true); !worked) life.trouble = worked.error().code;
    publish();
}

void LocalEngine::publish()
{
    auto& life = *m_life;
    auto next = std::make_shared<Snapshot>();
    next->revision = ++life.revision;
    next->gate = life.gate();
    next->network.now = life.parts.world->clock().now();
    next->network.name = life.parts.world->network.id;
    next->network.money = life.parts.world->practice != nullptr ? MoneyKind::Play
                          : life.parts.world->network.playMoney ? MoneyKind::Test
                                                                : MoneyKind::Real;
    for (const auto& one : life.parts.world->node->states()) next->network.nodes.push_back({one.name, one.code, one.active});
    next->money.currency = life.parts.world->network.rateCurrency;
    next->money.microsPerKas = life.parts.world->network.microsPerKas;
    next->therapists = life.listings.views(next->network.now);
    next->ratings = life.listings.ratings(ratingAssetOf(life.parts.world->network));
    for (auto& t : next->therapists) {
        if (!t.inTokens) continue;
        const auto& network = life.parts.world->network;
        const auto* listing = life.listings.find(t.id);
        if (listing == nullptr || !payable(network, *listing)) t.openTimes.clear(); // in a token that nothing here pays
        t.price = worthOf(t.price.value, network);
        t.policy.bond = worthOf(t.policy.bond.value, network);
    }
    if (life.persona)
        if (const auto filled = life.persona->fill(*next); !filled) life.trouble = filled.error().code;
    next->network.trouble = life.trouble;
    if (life.trouble.empty() && life.parts.world->timeHeld()) next->network.trouble = "clock.set_back";
    life.shownHeld = life.parts.world->timeHeld();
    life.shownNodes = next->network.nodes;
    life.shownAt = next->network.now;
    life.dirty = false;
    {
        const std::lock_guard lock(m_mutex);
        m_snapshot = std::move(next);
    }
    emit changed();
}

void LocalEngine::tick()
{
    auto& life = *m_life;
    if (!life.looked) {
        const auto there = life.ensureVault();
        life.trouble = there ? std::string_view{} : there.error().code;
        life.looked = true;
        life.dirty = true;
    }
    const auto change = life.parts.world->changeCounter();
    const auto now = life.parts.world->clock().now();
    const bool moved = !change || *change != life.seenChange;
    const bool minute = now.value / kMinute != life.shownAt.value / kMinute;
    if (life.parts.world->timeHeld() != life.shownHeld) life.dirty = true;
    if (life.nodesChanged()) life.dirty = true;
    if (moved || minute || life.listings.behind()) {
        if (change) life.seenChange = *change;
        const auto listed = life.listings.refresh(Deadline{std::chrono::steady_clock::now() + kListing, {}});
        if (listed && *listed) life.dirty = true;
        if (minute) life.dirty = true;
    }
    const auto steady = std::chrono::steady_clock::now();
    if (life.persona && (moved || minute || life.dirty || steady - life.lastRound >= kRound)) {
        life.lastRound = steady;
        const auto worked = life.persona->round(moved || minute);
        const std::string_view trouble = worked ? std::string_view{} : worked.error().code;
        if ((worked && *worked) || trouble != life.trouble) life.dirty = true;
        life.trouble = trouble;
    }
    if (life.dirty) publish();
}

template <typename T> Future<T> LocalEngine::onWorker(access::Asked asked, std::function<Result<T>(Life&)> work)
{
    return m_worker->call<T>([this, asked = std::move(asked), work = std::move(work)]() -> Result<T> {
        auto& life = *m_life;
        if (auto there = life.ensureVault(); !there) return tl::unexpected(std::move(there).error());
        life.looked = true;
        BT_CHECK(life.persona ? access::mayDo(life.persona->context(), asked) : access::mayDoAlone(asked));
        auto done = work(life);
        afterwards();
        return done;
    });
}

template <typename T> Future<T> LocalEngine::withPersona(access::Asked asked, std::function<Result<T>(Persona&)> work)
{
    return onWorker<T>(std::move(asked), [work = std::move(work)](Life& life) -> Result<T> {
        if (!life.persona) return fail("vault.locked");
        return work(*life.persona);
    });
}

template <typename T> Future<T> LocalEngine::spending(access::Asked asked, std::function<Result<T>(Persona&)> work)
{
    return withPersona<T>(std::move(asked), [work = std::move(work)](Persona& p) -> Result<T> {
        BT_CHECK(p.context().payments.maySpend());
        return work(p);
    });
}

namespace {
// std::function copies what it holds; a Secret cannot be copied, so it travels in a shared box and is wiped with it.
std::shared_ptr<Secret> boxed(Secret secret) { return std::make_shared<Secret>(std::move(secret)); }
} // namespace

Future<> LocalEngine::createPersona(Role role, std::string name, Secret passphrase, bool stayOpen, std::string jurisdiction)
{
    return onWorker<void>(access::Use::CreatePersona, [=, pass = boxed(std::move(passphrase))](Life& life) -> Result<void> {
        BT_TRY(const auto first,
               Persona::firstRows({name, role, jurisdiction, life.parts.practicePartner, false}, life.parts.world->network.id));
        BT_CHECK(life.vault->create(*pass, stayOpen, first));
        return life.openPersona(); // the rounds do the rest
    });
}

Future<> LocalEngine::restorePersona(Secret words, std::string name, Secret passphrase, bool stayOpen)
{
    return onWorker<void>(
        access::Use::RestorePersona, [=, pass = boxed(std::move(passphrase)), seed = boxed(std::move(words))](Life& life) -> Result<void> {
            BT_TRY(const auto first, Persona::firstRows({name, Role::Patient, {}, false, true}, life.parts.world->network.id));
            BT_CHECK(life.vault->restore(*seed, *pass, stayOpen, first));
            return life.openPersona(); // the rounds do the rest
        });
}

Future<> LocalEngine::unlock(Secret passphrase)
{
    return onWorker<void>(access::Use::Unlock, [pass = boxed(std::move(passphrase))](Life& life) -> Result<void> {
        if (life.persona) return {};
        BT_CHECK(life.vault->unlock(*pass));
        return life.openPersona();
    });
}

Future<> LocalEngine::unlockWithKeychain()
{
    return onWorker<void>(access::Use::UnlockWithKeychain, [](Life& life) -> Result<void> {
        if (life.persona) return {};
        BT_CHECK(life.vault->unlockWithKeychain());
        return life.openPersona();
    });
}

Future<> LocalEngine::lock()
{
    return onWorker<void>(access::Use::Lock, [](Life& life) -> Result<void> {
        life.persona.reset();
        return life.vault->lock();
    });
}

Future<> LocalEngine::changePassphrase(Secret current, Secret next)
{
    return onWorker<void>(access::Use::ChangePassphrase, [now = boxed(std::move(current)), then = boxed(std::move(next))](Life& life) {
        return life.vault->changePassphrase(*now, *then);
    });
}

Future<> LocalEngine::setStayOpen(bool stay, Secret passphrase)
{
    return onWorker<void>(access::Use::SetStayOpen, [stay, pass = boxed(std::move(passphrase))](Life& life) -> Result<void> {
        BT_CHECK(life.vault->setStayOpen(stay, *pass));
        if (life.persona) life.persona->context().persona.staysOpen = stay;
        return {};
    });
}

Future<std::shared_ptr<Secret>> LocalEngine::recoveryWords(Secret passphrase)
{
    return onWorker<std::shared_ptr<Secret>>(access::Use::RecoveryWords,
                                             [pass = boxed(std::move(passphrase))](Life& life) -> Result<std::shared_ptr<Secret>> {
                                                 BT_TRY(auto words, life.vault->recoveryWords(*pass));
                                                 return boxed(std::move(words));
                                             });
}

Future<> LocalEngine::confirmWordsSeen()
{
    return withPersona<void>(access::Use::ConfirmWordsSeen, [](Persona& p) { return p.confirmWordsSeen(); });
}
Future<> LocalEngine::addPlayMoney()
{
    return withPersona<void>(access::Use::AddPlayMoney, [](Persona& p) { return p.addPlayMoney(); });
}
Future<> LocalEngine::savePractice(PracticeView practice)
{
    return spending<void>(access::Use::SavePractice, [practice = std::move(practice)](Persona& p) { return p.desk().save(practice); });
}
Future<> LocalEngine::acceptVisit(std::string id)
{
    return spending<void>({access::Use::AcceptVisit, id}, [id](Persona& p) { return p.steps().accept(id); });
}
Future<> LocalEngine::declineVisit(std::string id)
{
    return spending<void>({access::Use::DeclineVisit, id}, [id](Persona& p) { return p.steps().decline(id); });
}
Future<> LocalEngine::claimVisit(std::string id)
{
    return spending<void>({access::Use::ClaimVisit, id}, [id](Persona& p) { return p.steps().claim(id); });
}
Future<QuoteView> LocalEngine::quote(std::string therapistId, Millis startsAt)
{
    return withPersona<QuoteView>(access::Use::Quote, [=](Persona& p) { return p.booking().quote(therapistId, startsAt); });
}
Future<std::string> LocalEngine::book(std::string therapistId, Millis startsAt, std::string intake)
{
    return spending<std::string>(access::Use::Book, [=](Persona& p) { return p.booking().book(therapistId, startsAt, intake); });
}
Future<> LocalEngine::completeVisit(std::string id)
{
    return spending<void>({access::Use::CompleteVisit, id}, [id](Persona& p) { return p.steps().complete(id); });
}
Future<> LocalEngine::rateVisit(std::string id, int stars, std::string comment)
{
    return spending<void>({access::Use::RateVisit, id}, [=](Persona& p) { return p.room().rate(id, stars, comment); });
}
Future<> LocalEngine::cancelVisit(std::string id)
{
    return spending<void>({access::Use::CancelVisit, id}, [id](Persona& p) { return p.steps().cancel(id); });
}
Future<> LocalEngine::joinVisit(std::string id)
{
    return spending<void>({access::Use::JoinVisit, id}, [id](Persona& p) { return p.room().join(id); });
}
Future<> LocalEngine::leaveVisit(std::string id)
{
    return spending<void>({access::Use::LeaveVisit, id}, [id](Persona& p) { return p.room().leave(id); });
}
Future<> LocalEngine::signRecord(std::string id)
{
    return spending<void>({access::Use::SignRecord, id}, [id](Persona& p) { return p.room().signRecord(id); });
}
Future<> LocalEngine::proposeSplit(std::string id, Sompi toPatient)
{
    return spending<void>({access::Use::ProposeSplit, id}, [=](Persona& p) { return p.steps().proposeSplit(id, toPatient); });
}
Future<> LocalEngine::answerSplit(std::string id, bool agree)
{
    return spending<void>({access::Use::AnswerSplit, id}, [=](Persona& p) { return p.steps().answerSplit(id, agree); });
}
Future<> LocalEngine::sendMessage(std::string threadId, std::string text)
{
    return spending<void>(access::Use::SendMessage, [=](Persona& p) { return p.letters().sendText(threadId, text); });
}
Future<> LocalEngine::retryMessage(std::int64_t messageId)
{
    return spending<void>(access::Use::RetryMessage, [=](Persona& p) { return p.letters().retry(messageId); });
}
Future<> LocalEngine::takeBackMessage(std::int64_t messageId)
{
    return withPersona<void>(access::Use::TakeBackMessage, [=](Persona& p) { return p.letters().takeBack(messageId); });
}
Future<std::vector<MessageView>> LocalEngine::messages(std::string threadId, std::int64_t beforeId, int limit)
{
    return m_doors->calls.asking<std::vector<MessageView>>(access::Use::ReadMessages, [=](Persona& p) { // reading needs no new snapshot
        return p.context().postbox.page(threadId, beforeId, limit);
    });
}
Future<> LocalEngine::markRead(std::string threadId)
{
    return withPersona<void>(access::Use::MarkRead,
                             [=](Persona& p) { return p.context().atomically([&] { return p.context().postbox.markRead(threadId); }); });
}
Future<> LocalEngine::cancelOutbox(std::int64_t outboxId)
{
    return withPersona<void>(access::Use::CancelOutbox, [=](Persona& p) { return p.cancelIntent(outboxId); });
}

Future<> LocalEngine::retryOutbox(std::int64_t outboxId)
{
    return spending<void>(access::Use::RetryOutbox, [=](Persona& p) { return p.replan(outboxId); });
}
Future<> LocalEngine::setSpending(bool on)
{
    return withPersona<void>(access::Use::SetSpending, [=](Persona& p) { return p.setSpending(on); });
}
Future<DisclosureView> LocalEngine::disclose(std::string visitId, std::string step)
{
    return m_doors->calls.asking<DisclosureView>({access::Use::Disclose, visitId}, [=](Persona& p) { // asking needs no new snapshot
        return p.steps().disclose(visitId, step);
    });
}

Future<> LocalEngine::exportCalendar(std::string path, std::string visitId)
{
    return withPersona<void>(access::Use::ExportCalendar, [=](Persona& p) -> Result<void> {
        BT_TRY(const auto text, p.calendar(visitId));
        QSaveFile file(QString::fromStdString(path)); // whole or not at all
        if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
            return fail("file.not_written", {file.errorString().toStdString()}, "calendar");
        return {};
    });
}

Future<> LocalEngine::advanceClock(std::int64_t ms)
{
    return onWorker<void>(access::Use::AdvanceClock, [=](Life& life) -> Result<void> {
        if (life.parts.world->practice == nullptr) return fail("clock.not_ours");
        return life.parts.world->practice->advance(ms);
    });
}

Future<> LocalEngine::resetPractice()
{
    return onWorker<void>(access::Use::ResetPractice, [](Life& life) -> Result<void> {
        if (life.parts.world->practice == nullptr) return fail("clock.not_ours");
        BT_CHECK(life.parts.world->practice->reset());
        life.listings.forget();
        return {};
    });
}

} // namespace bt::service
