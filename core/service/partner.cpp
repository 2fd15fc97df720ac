// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/partner.h"

#include <QFutureWatcher>

namespace bt::service {
namespace {

// Their passphrase is no secret: practice partners hold play money only.
Secret published() { return Secret::copyOf(viewOf("practice partner, open to all")); }

template <typename T> void then(QObject* owner, QFuture<Result<T>> future, std::function<void(const Result<T>&)> use)
{
    auto* watcher = new QFutureWatcher<Result<T>>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, use = std::move(use)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) use(watcher->result());
    });
    watcher->setFuture(future);
}

// One sentence that says what they are, in the language that most readers of the practice network share.
constexpr const char* kSentence =
    "I am a practice partner, a program on your computer that shows how a conversation works: no person reads this.";

} // namespace

Partner::Partner(EngineParts parts, PartnerProfile profile, QObject* parent)
    : QObject(parent), m_profile(std::move(profile)), m_engine(std::move(parts))
{
    connect(&m_engine, &Engine::changed, this, &Partner::react, Qt::QueuedConnection);
}

void Partner::once(const std::string& what, const std::function<void()>& act)
{
    if (m_done.insert(what).second) act();
}

void Partner::react()
{
    const auto now = m_engine.snapshot();
    if (now->gate == Gate::Guest && !m_opening) {
        m_opening = true;
        then<void>(this, m_engine.createPersona(Role::Therapist, m_profile.name, published(), false, m_profile.jurisdiction),
                   [this](const Result<void>& done) { m_opening = done.has_value(); });
        return;
    }
    if (now->gate == Gate::Locked && !m_opening && now->network.trouble != "vault.in_use") {
        m_opening = true;
        then<void>(this, m_engine.unlock(published()), [](const Result<void>&) {});
        return;
    }
    if (now->gate != Gate::Open) return;
    if (!m_listed && !now->practice.listed) {
        m_listed = true;
        then<void>(this, m_engine.savePractice(m_profile.practice), [this](const Result<void>& done) { m_listed = done.has_value(); });
    }
    for (const auto& v : now->visits) {
        if (v.canAccept) once("accept/" + v.id, [&] { (void)m_engine.acceptVisit(v.id); });
        if (v.canJoin && v.joinedByThem && !v.joinedByMe) once("join/" + v.id, [&] { (void)m_engine.joinVisit(v.id); });
        if (v.canSignRecord && v.record == RecordState::SignedByThem) once("sign/" + v.id, [&] { (void)m_engine.signRecord(v.id); });
        if (v.canAnswerSplit)
            once("split/" + v.id + std::to_string(v.split->toPatient.value), [&] { (void)m_engine.answerSplit(v.id, true); });
        if (v.canClaim) once("claim/" + v.id, [&] { (void)m_engine.claimVisit(v.id); });
    }
    for (const auto& thread : now->threads)
        if (thread.unread > 0 && m_answered[thread.id] != thread.lastId) answer(thread);
}

void Partner::answer(const ThreadView& thread)
{
    m_answered[thread.id] = thread.lastId;
    (void)m_engine.markRead(thread.id);
    (void)m_engine.sendMessage(thread.id, kSentence);
}

PartnerHost::PartnerHost(std::shared_ptr<NetworkWorld> world, std::string folder, QObject* parent)
    : QObject(parent), m_world(std::move(world)), m_folder(std::move(folder))
{
    m_again.setInterval(5000);
    connect(&m_again, &QTimer::timeout, this, &PartnerHost::start);
    m_again.start();
    start();
}

void PartnerHost::start()
{
    const auto& profiles = practicePartners();
    m_partners.resize(profiles.size());
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        auto& partner = m_partners[i];
        if (partner && partner->engine().snapshot()->network.trouble == "vault.in_use") partner.reset();
        if (partner) continue;
        EngineParts parts;
        parts.profileFolder = m_folder + "/w" + std::to_string(i + 1);
        parts.world = m_world;
        parts.argon2 = {8192, 1, 1}; // the passphrase is published: slowness would protect nothing
        parts.practicePartner = true;
        partner = std::make_unique<Partner>(std::move(parts), profiles[i]);
    }
}

} // namespace bt::service
