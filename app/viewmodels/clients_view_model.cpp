// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients_view_model.h"

#include "visit_words.h"

#include <algorithm>
#include <map>

namespace bt::app {

using service::Role;
using service::VisitEnding;
using service::VisitView;

ClientsViewModel::ClientsViewModel(const Context& context, QObject* parent)
    : QObject(parent), m_context(context), m_people({QStringLiteral("peerId"), QStringLiteral("name"), QStringLiteral("avatarSeed"),
                                                     QStringLiteral("line"), QStringLiteral("chosen"), QStringLiteral("spoken")}),
      m_visits(visitRowRoles())
{
    connect(&m_context.engine, &service::Engine::changed, this, &ClientsViewModel::refresh);
    refresh();
}

void ClientsViewModel::choose(const QString& peerId)
{
    m_peerId = peerId;
    refresh();
}

void ClientsViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    const Format& format = m_context.format;
    const Millis now = m_context.now.value();
    struct Person {
        const VisitView* any = nullptr;
        const VisitView* next = nullptr;
        int done = 0;
    };
    std::map<std::string, Person> people;
    for (const VisitView& v : snapshot->visits) {
        if (v.myRole != Role::Therapist) continue;
        Person& person = people[v.peerId];
        person.any = &v;
        if (v.ending == VisitEnding::Completed || v.ending == VisitEnding::Claimed) ++person.done;
        if (!person.next && isLive(v) && v.endsAt > now) person.next = &v;
    }
    QList<QVariantMap> rows;
    for (const auto& [id, person] : people) {
        QString line = person.done ? tr("%n visit(s)", nullptr, person.done) : tr("no visits yet");
        //: %1 is "3 visits", %2 a day and time.
        if (person.next) line = tr("%1, next %2").arg(line, format.inSentence(person.next->startsAt, now));
        rows << QVariantMap{{QStringLiteral("peerId"), text(id)},
                            {QStringLiteral("name"), text(person.any->peerName)},
                            {QStringLiteral("avatarSeed"), text(person.any->peerAvatarSeed)},
                            {QStringLiteral("line"), line},
                            {QStringLiteral("chosen"), text(id) == m_peerId},
                            {QStringLiteral("spoken"), text(person.any->peerName) + QStringLiteral(", ") + line}};
    }
    std::sort(rows.begin(), rows.end(), [](const QVariantMap& a, const QVariantMap& b) {
        return QString::localeAwareCompare(a.value(QStringLiteral("name")).toString(), b.value(QStringLiteral("name")).toString()) < 0;
    });
    m_people.setRows(rows);
    QList<QVariantMap> visits;
    m_threadId.clear();
    for (auto i = snapshot->visits.rbegin(); i != snapshot->visits.rend(); ++i) {
        if (text(i->peerId) != m_peerId || i->myRole != Role::Therapist) continue;
        visits << visitRow(*i, format, now);
        m_peerName = text(i->peerName);
        m_peerAvatar = text(i->peerAvatarSeed);
        m_threadId = text(i->threadId);
    }
    m_visits.setRows(visits);
    for (const QVariantMap& row : rows)
        if (row.value(QStringLiteral("chosen")).toBool()) m_peerLine = row.value(QStringLiteral("line")).toString();
    if (visits.isEmpty()) m_peerId.clear();
    m_state = rows.isEmpty() ? State::Empty : State::Ready;
    emit changed();
}

} // namespace bt::app
