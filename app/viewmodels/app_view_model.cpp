// SPDX-License-Identifier: GPL-3.0-or-later
#include "app_view_model.h"

#include "error_text.h"
#include "visit_words.h"

#include <QClipboard>
#include <QGuiApplication>

namespace bt::app {

using service::Role;
using service::Snapshot;
using service::VisitPhase;

namespace {
QVariantMap place(const char* code, const QString& title, const char* icon, int badge = 0)
{
    return {{QStringLiteral("id"), QString::fromLatin1(code)},
            {QStringLiteral("text"), title},
            {QStringLiteral("icon"), QString::fromLatin1(icon)},
            {QStringLiteral("badge"), badge}};
}
QVariantMap command(const QString& code, const QString& title, const QString& icon, const QString& keys = {})
{
    return {{QStringLiteral("id"), code}, {QStringLiteral("text"), title}, {QStringLiteral("icon"), icon}, {QStringLiteral("key"), keys}};
}
} // namespace

AppViewModel::AppViewModel(const Context& context, const Parts& parts, QObject* parent)
    : QObject(parent), m_context(context), m_last(context.snapshot()), m_find(context), m_therapistPage(context), m_booking(context),
      m_today(context), m_calendar(context, parts.exportFolder), m_threads(context), m_room(context), m_visit(context), m_series(context),
      m_plans(context), m_watch(context, parts.exportFolder), m_publicRating(context), m_receipt(context, parts.exportFolder),
      m_money(context), m_practicePage(context), m_clients(context), m_persona(context),
      m_settings(context, parts.theme, parts.store, parts.languages), m_outbox(context), m_clock(context), m_network(context, parts.door),
      m_pay(context), m_dispute(context, parts.exportFolder), m_decide(context, parts.exportFolder),
      m_consents(context, parts.exportFolder), m_profile(context), m_guardians(context, parts.exportFolder), m_records(context),
      m_rewards(context)
{
    connect(&m_context.engine, &service::Engine::changed, this, &AppViewModel::refresh);
    connect(&m_visit, &VisitViewModel::changed, this, [this] {
        m_publicRating.open(m_visit.visitId());
        m_receipt.open(m_visit.visitId());
    });
    refresh();
}

void AppViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    m_context.format.setRate(snapshot->money);
    switch (snapshot->gate) {
    case service::Gate::Starting: m_gate = Gate::Starting; break;
    case service::Gate::Guest: m_gate = Gate::Guest; break;
    case service::Gate::Locked: m_gate = Gate::Locked; break;
    case service::Gate::Open: m_gate = Gate::Open; break;
    }
    m_practice = snapshot->network.name == "practice";
    m_realMoney = snapshot->network.money == service::MoneyKind::Real;
    switch (snapshot->network.money) {
    //: Badge: play money, nothing here is real.
    case service::MoneyKind::Play: m_networkBadge = tr("Practice network"); break;
    //: Badge: a network whose coins are worth nothing.
    case service::MoneyKind::Test: m_networkBadge = tr("Test money"); break;
    //: Badge: mainnet, while spending is switched off.
    case service::MoneyKind::Real:
        m_networkBadge = snapshot->network.maySpend || snapshot->gate != service::Gate::Open ? QString() : tr("Spending is off");
        break;
    }
    showPersona(*snapshot);
    showPlaces(*snapshot);
    showSync(*snapshot);
    notice(*m_last, *snapshot);
    m_last = snapshot;
    emit changed();
}

void AppViewModel::showPersona(const Snapshot& snapshot)
{
    m_therapist = snapshot.persona.role == Role::Therapist && snapshot.gate == service::Gate::Open;
    if (snapshot.gate == service::Gate::Open) {
        m_personaName = text(snapshot.persona.name);
        //: Under the person's own name: the role.
        m_personaRole = m_therapist ? tr("Practice") : tr("Patient");
        m_avatarSeed = text(snapshot.persona.avatarSeed);
        return;
    }
    //: In place of a name, before anything was made.
    m_personaName = tr("Looking around");
    m_personaRole = tr("Nothing is saved");
    m_avatarSeed.clear();
}

void AppViewModel::showPlaces(const Snapshot& snapshot)
{
    int unread = 0, asks = 0;
    for (const auto& thread : snapshot.threads) unread += thread.unread;
    for (const auto& visit : snapshot.visits) asks += visit.canAccept;
    m_places.clear();
    m_commands.clear();
    if (snapshot.gate != service::Gate::Open) {
        m_places << place("find", tr("Find a therapist"), "search") << place("how", tr("How it works"), "info");
    } else {
        m_places << place("today", tr("Today"), "today", asks) << place("calendar", tr("Calendar"), "calendar");
        if (m_therapist) m_places << place("clients", tr("Clients"), "client");
        m_places << place("messages", tr("Messages"), "messages", unread);
        if (!m_therapist) m_places << place("records", tr("Records"), "records");
        if (m_therapist) m_places << place("practice", tr("Practice"), "practice");
        m_places << place("money", tr("Money"), "money");
    }
    if (snapshot.gate == service::Gate::Open) {
        if (!m_therapist) m_commands << command(QStringLiteral("find"), tr("Find a therapist"), QStringLiteral("search"));
        m_commands << command(QStringLiteral("decide"), tr("Decide a case for others"), QStringLiteral("flag"));
        m_commands << command(QStringLiteral("export"), tr("Save the calendar as a file"), QStringLiteral("download"));
        if (snapshot.tokens) m_commands << command(QStringLiteral("pay"), tr("Send money"), QStringLiteral("money-out"));
        if (m_practice) m_commands << command(QStringLiteral("add-money"), tr("Add play money"), QStringLiteral("plus"));
        for (const auto& thread : snapshot.threads)
            //: A command in the search. %1 is a name.
            m_commands << command(QStringLiteral("thread:") + text(thread.id), tr("Write to %1").arg(text(thread.peerName)),
                                  QStringLiteral("messages"));
    }
    if (m_practice && snapshot.gate != service::Gate::Starting)
        m_commands << command(QStringLiteral("clock-hour"), tr("Move the practice clock on by an hour"), QStringLiteral("clock"))
                   << command(QStringLiteral("clock-day"), tr("Move the practice clock on by a day"), QStringLiteral("clock"))
                   << command(QStringLiteral("clock-visit"), tr("Move the practice clock to the next visit"), QStringLiteral("clock"));
    m_menu.clear();
    if (snapshot.gate == service::Gate::Open)
        m_menu << command(QStringLiteral("consents"), tr("Who may read"), QStringLiteral("eye"))
               << command(QStringLiteral("profile"), tr("Your public profile"), QStringLiteral("proof-card"))
               << command(QStringLiteral("guardians"), tr("Guardians"), QStringLiteral("shield"))
               << command(QStringLiteral("words"), tr("Your 24 recovery words"), QStringLiteral("key"))
               << command(QStringLiteral("rewards"), tr("Rewards"), QStringLiteral("community"))
               << command(QStringLiteral("outbox"), tr("What is waiting"), QStringLiteral("sync"))
               << command(QStringLiteral("how"), tr("How it works"), QStringLiteral("info"));
    else
        m_menu << command(QStringLiteral("practise"), tr("I practise"), QStringLiteral("practice"))
               << command(QStringLiteral("restore"), tr("I have my 24 words"), QStringLiteral("key"));
    m_menu << command(QStringLiteral("settings"), tr("Settings"), QStringLiteral("settings"));
    m_commands << command(QStringLiteral("network"), tr("Network"), QStringLiteral("globe"));
}

void AppViewModel::showSync(const Snapshot& snapshot)
{
    const auto waiting = static_cast<int>(snapshot.outbox.size());
    m_trouble = !snapshot.network.trouble.empty();
    m_troubleText = m_trouble ? errorText(snapshot.network.trouble) : QString();
    if (m_trouble) {
        //: State of the network at the top of the window.
        m_syncText = tr("Offline, everything here still works");
        m_syncIcon = QStringLiteral("offline");
    } else if (waiting) {
        m_syncText = tr("%n thing(s) waiting for the network", nullptr, waiting);
        m_syncIcon = QStringLiteral("sync");
    } else if (std::ranges::none_of(snapshot.network.nodes, &service::NodeView::active) && !snapshot.network.nodes.empty()) {
        //: State of the network at the top of the window: no node answers at the moment.
        m_syncText = tr("Looking for the network");
        m_syncIcon = QStringLiteral("sync");
    } else if (snapshot.gate == service::Gate::Open) {
        //: State of the network at the top of the window.
        m_syncText = tr("All saved");
        m_syncIcon = QStringLiteral("saved");
    } else if (snapshot.therapists.empty() && !m_practice) {
        //: State of the network at the top of the window: a node answers.
        m_syncText = tr("Connected");
        m_syncIcon = QStringLiteral("saved");
    } else {
        Millis newest;
        for (const auto& t : snapshot.therapists) newest = std::max(newest, t.licence.checkedAt);
        //: How fresh the list of therapists is. %1 is a time such as "Today, 09:38".
        m_syncText =
            newest.value ? tr("List from %1").arg(m_context.format.inSentence(newest, m_context.now.value())) : tr("Getting the list");
        m_syncIcon = newest.value ? QStringLiteral("saved") : QStringLiteral("sync");
    }
}

//! Toasts for what the other side did while one looked elsewhere.
void AppViewModel::notice(const Snapshot& before, const Snapshot& after)
{
    if (before.gate != service::Gate::Open || after.gate != service::Gate::Open) return;
    const std::int64_t told = before.notices.empty() ? 0 : before.notices.back().id;
    for (const auto& notice : after.notices) {
        if (notice.id <= told) continue;
        //: Button on a toast: shows the visit.
        if (notice.code == "taken_back")
            m_context.toasts.offer(tr("The network took a payment of a visit back. It is being sent again; nothing is lost."), tr("Open"),
                                   QStringLiteral("visit:") + text(notice.visitId), Toasts::Plain);
        if (notice.code == "came_true" && !notice.visitId.empty())
            m_context.toasts.offer(
                tr("A request that had failed has reached the network after all, and its price is held. You can cancel it."), tr("Open"),
                QStringLiteral("visit:") + text(notice.visitId), Toasts::Bad);
        if (notice.code == "came_true" && notice.visitId.empty())
            m_context.toasts.say(tr("A payment that had failed has gone through after all. Look at Money before you pay it again."),
                                 Toasts::Bad);
        if (notice.code == "problem_raised")
            m_context.toasts.offer(
                tr("A problem was raised with one of your visits. The money stays held; you can add what you want to show."), tr("Open"),
                QStringLiteral("problem:") + text(notice.visitId), Toasts::Plain);
        if (notice.code == "cancel_stopped")
            m_context.toasts.offer(
                tr("Nothing was cancelled: by the time it could be, it would have given you less than you were told. Look at it anew."),
                tr("Open"), QStringLiteral("visit:") + text(notice.visitId), Toasts::Bad);
        if (notice.code == "permit_missing")
            m_context.toasts.offer(
                tr("A visit was cancelled free of charge: the therapist's app did not allow it to be rated. You can ask again."),
                tr("Open"), QStringLiteral("visit:") + text(notice.visitId), Toasts::Plain);
        if (notice.code == "restore_pruned")
            m_context.toasts.say(
                tr("The network's node keeps only the last days. Older visits could not be brought back: a copy of your data "
                   "folder would hold them."),
                Toasts::Bad);
    }
    for (const auto& o : after.outbox) {
        const bool known = std::ranges::any_of(before.outbox, [&](const service::OutboxView& b) { return b.id == o.id && b.replannable; });
        if (o.replannable && !known)
            //: Button on a toast: what waits for the network.
            m_context.toasts.offer(errorText(o.lastError), tr("Show"), QStringLiteral("outbox"), Toasts::Bad);
    }
    for (const auto& v : after.visits) {
        const auto* old = findVisit(before, v.id);
        const QString day = m_context.format.dayShort(v.startsAt);
        const QString target = QStringLiteral("visit:") + text(v.id);
        //: Button on a toast: shows the visit.
        const QString open = tr("Open");
        if (!old && v.myRole == Role::Therapist && v.canAccept)
            m_context.toasts.offer(tr("Someone asks for a visit on %1.").arg(day), open, target, Toasts::Plain);
        if (!old || old->phase == v.phase || old->phase > v.phase) continue; // backwards: the notice says it
        if (v.phase == VisitPhase::Accepted && v.myRole == Role::Patient)
            m_context.toasts.offer(tr("Your visit on %1 is agreed.").arg(day), open, target);
        if (v.phase == VisitPhase::Ended)
            m_context.toasts.offer(visitSentence(v, m_context.format, m_context.now.value()), open, target, Toasts::Plain);
    }
}

void AppViewModel::copy(const QString& words)
{
    QGuiApplication::clipboard()->setText(words);
    m_context.toasts.say(tr("Copied."), Toasts::Plain);
}

void AppViewModel::retranslate()
{
    m_settings.retranslate();
    // Every other view model renews its words from the same snapshot.
    emit m_context.engine.changed();
}

} // namespace bt::app
