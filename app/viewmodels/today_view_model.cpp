// SPDX-License-Identifier: GPL-3.0-or-later
#include "today_view_model.h"

#include "names.h"
#include "series_words.h"
#include "visit_words.h"
#include "wealth.h"

#include <algorithm>
#include <map>

namespace bt::app {

using service::Role;
using service::Snapshot;
using service::VisitPhase;
using service::VisitView;

namespace {
constexpr int kDayFrom = 8 * 60, kDayTo = 19 * 60; // the line of the day, in minutes

//! Agreed, running, or asked by ourselves: the visits one looks ahead to.
bool ahead(const VisitView& v, Millis now)
{
    if (v.phase == VisitPhase::Ended || v.endsAt <= now) return false;
    return v.myRole == Role::Patient || v.phase != VisitPhase::Requested;
}
double alongDay(const QDateTime& at) { return (at.time().msecsSinceStartOfDay() / 60'000.0 - kDayFrom) / (kDayTo - kDayFrom); }
} // namespace

TodayViewModel::TodayViewModel(const Context& context, QObject* parent)
    : QObject(parent), m_context(context), m_requests(visitRowRoles()), m_todo(visitRowRoles()),
      m_messages({QStringLiteral("threadId"), QStringLiteral("name"), QStringLiteral("avatarSeed"), QStringLiteral("last"),
                  QStringLiteral("when"), QStringLiteral("unread")})
{
    connect(&m_context.engine, &service::Engine::changed, this, &TodayViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &TodayViewModel::refresh);
    refresh();
}

void TodayViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    const Millis now = m_context.now.value();
    greet(*snapshot, now);
    showNext(*snapshot, now);
    showLists(*snapshot, now);
    showMoney(*snapshot, now);
    if (snapshot->persona.role == Role::Therapist) {
        showDay(*snapshot, now);
        showWeek(*snapshot, now);
    }
    m_state = m_nextId.isEmpty() && m_requests.count() == 0 && m_todo.count() == 0 ? State::Empty : State::Ready;
    emit changed();
}

void TodayViewModel::greet(const Snapshot& snapshot, Millis now)
{
    const int hour = m_context.format.local(now).time().hour();
    const QString name = text(snapshot.persona.name);
    //: Title of the first page in the night, when no time of day is wished. %1 is the person's own name.
    if (hour < 5 || hour >= 23) m_greeting = tr("Hello, %1").arg(name);
    //: Title of the first page. %1 is the person's own name.
    else if (hour < 12) m_greeting = tr("Good morning, %1").arg(name);
    //: Title of the first page. %1 is the person's own name.
    else if (hour < 18) m_greeting = tr("Good afternoon, %1").arg(name);
    //: Title of the first page. %1 is the person's own name.
    else m_greeting = tr("Good evening, %1").arg(name);
    m_date = m_context.format.dayLong(now);
    m_wordsNudge = snapshot.gate == service::Gate::Open && !snapshot.persona.wordsSeen &&
                   (!snapshot.visits.empty() || snapshot.persona.role == Role::Therapist);
}

void TodayViewModel::showNext(const Snapshot& snapshot, Millis now)
{
    const Format& format = m_context.format;
    const auto next = std::find_if(snapshot.visits.begin(), snapshot.visits.end(), [&](const VisitView& v) { return ahead(v, now); });
    m_nextId.clear();
    m_cancelLine.clear();
    m_roomOpen = false;
    if (next == snapshot.visits.end()) return;
    const VisitView& v = *next;
    m_nextId = text(v.id);
    m_nextPeer = text(v.peerName);
    m_nextAvatar = text(v.peerAvatarSeed);
    const bool running = v.startsAt <= now;
    //: The next visit has begun.
    m_nextIn = running ? tr("now") : format.until(v.startsAt.minus(now));
    m_nextState = visitBadge(v);
    m_nextStateKind = visitBadgeKind(v);
    m_roomOpen = v.canJoin || (running && v.phase == VisitPhase::InSession);
    const QString length = format.duration(v.endsAt.minus(v.startsAt));
    if (snapshot.persona.role == Role::Patient) {
        m_nextTitle = format.nearDayTime(v.startsAt, now);
        //: %1 is "50 minutes".
        m_nextLine = tr("%1, in writing").arg(length);
        if (v.series) m_nextLine += QStringLiteral(" · ") + seriesLine(v, format);
        const QTimeZone there(QByteArray::fromStdString(v.peerZone));
        if (!v.peerZone.empty() && there.isValid() && there != format.zone())
            //: %1 is a sentence, %2 a time, %3 a city.
            m_nextLine = tr("%1 · %2 in %3").arg(m_nextLine, format.timeIn(v.startsAt, there), Format::city(v.peerZone));
        m_cancelLine = freeCancelLine(v, format, now);
        return;
    }
    const bool today = format.local(now).date() == format.local(v.startsAt).date();
    //: Title of the next visit of a practice. %1 time, %2 name.
    m_nextTitle = tr("%1, %2").arg(today ? format.time(v.startsAt) : format.nearDayTime(v.startsAt, now), m_nextPeer);
    const auto before = std::count_if(snapshot.visits.begin(), snapshot.visits.end(), [&](const VisitView& o) {
        return o.peerId == v.peerId && o.startsAt < v.startsAt && o.ending == service::VisitEnding::Completed;
    });
    //: How many visits there were with this person. %1 is "50 minutes".
    if (v.series) {
        //: The next visit. %1 is "3 of 8, every Tuesday", %2 is "50 minutes".
        m_nextLine = tr("%1, in writing, %2").arg(seriesLine(v, format), length);
        return;
    }
    m_nextLine = before ? tr("Visit number %1, in writing, %2").arg(before + 1).arg(length) : tr("First visit, in writing, %1").arg(length);
}

void TodayViewModel::showLists(const Snapshot& snapshot, Millis now)
{
    const Format& format = m_context.format;
    QList<QVariantMap> requests, todo, messages;
    std::map<std::string, int> asked; // visits of a series that wait for an answer: together they are one request
    const auto seriesOf = [](const VisitView& v) { return v.threadId + v.series->id; };
    for (const VisitView& v : snapshot.visits)
        if (v.canAccept && v.series) ++asked[seriesOf(v)];
    for (const VisitView& v : snapshot.visits) {
        QVariantMap row = visitRow(v, format, now);
        QString task;
        if (v.canAccept && v.series) {
            int& left = asked[seriesOf(v)];
            if (left == 0) continue; // its row stands above
            //: A request for several visits. %1 is "every Tuesday", %2 the first day and hour.
            const QString line = tr("%n visits, %1, from %2", nullptr, left)
                                     .arg(everyWords(format, v.startsAt, v.series->everyWeeks), format.inSentence(v.startsAt, now));
            left = 0;
            row.insert(QStringLiteral("subtitle"), line);
            //: Spoken by a screen reader. %1 a name, %2 what is asked for.
            row.insert(QStringLiteral("spoken"), tr("%1 asks: %2").arg(text(v.peerName), line));
            requests << row;
        } else if (v.canAccept) {
            requests << row;
        } else if (v.canAnswerSplit) task = tr("A suggestion how to share the money waits for your answer");
        else if (v.canComplete) task = tr("Confirm the visit, then it is paid");
        else if (v.canSignRecord && now >= v.endsAt) task = tr("Sign that the visit took place");
        else if (v.canClaim) task = tr("Collect the price, the waiting time is over");
        else if (v.canRate) task = tr("Say how it was, if you like");
        if (task.isEmpty()) continue;
        row.insert(QStringLiteral("subtitle"), task);
        todo << row;
    }
    m_unread = 0;
    for (const auto& thread : snapshot.threads) {
        m_unread += thread.unread;
        if (messages.size() < 3)
            messages << QVariantMap{{QStringLiteral("threadId"), text(thread.id)},
                                    {QStringLiteral("name"), text(thread.peerName)},
                                    {QStringLiteral("avatarSeed"), text(thread.peerAvatarSeed)},
                                    {QStringLiteral("last"), lastWords(thread)},
                                    {QStringLiteral("when"), format.nearDay(thread.lastAt, now)},
                                    {QStringLiteral("unread"), thread.unread}};
    }
    m_requests.setRows(requests);
    m_todo.setRows(todo);
    m_messages.setRows(messages);
    //: Heading over the requests that wait for the therapist's answer.
    m_requestsTitle = requests.isEmpty() ? tr("No requests") : tr("%n request(s)", nullptr, static_cast<int>(requests.size()));
    const bool waits = !requests.isEmpty();
    m_firstRequest = waits ? requests.front().value(QStringLiteral("visitId")).toString() : QString();
    //: In place of the next visit of a practice, while requests wait.
    m_idleTitle = waits ? tr("%n request(s) wait for your answer", nullptr, static_cast<int>(requests.size()))
                        //: In place of the next visit: there is none.
                        : tr("No visit agreed yet");
    //: Under "2 requests wait for your answer".
    m_idleLine = waits ? tr("No visit is agreed yet. It is once you accept.")
                       //: Under "No visit agreed yet".
                       : tr("Requests appear here as soon as someone asks.");
    //: Heading over small tasks.
    m_todoTitle = todo.isEmpty() ? tr("Nothing to do") : tr("%n thing(s) to do", nullptr, static_cast<int>(todo.size()));
}

void TodayViewModel::showMoney(const Snapshot& snapshot, Millis now)
{
    const Format& format = m_context.format;
    const Wealth wealth = wealthOf(snapshot, format); // as the page Money counts it: both coins
    m_freeMoney = format.money(wealth.free());
    m_heldMoney = wealth.held.value ? format.money(wealth.held) : QString();
    std::uint64_t waiting = 0, paid = 0;
    for (const VisitView& v : snapshot.visits)
        if (v.myRole == Role::Therapist && isLive(v) && v.phase != VisitPhase::Requested && v.phase != VisitPhase::Preparing)
            waiting += v.price.value;
    const QDate today = format.local(now).date();
    for (const auto& row : snapshot.money.rows) {
        const QDate day = format.local(row.at).date();
        if (row.kind == "received" && day.month() == today.month() && day.year() == today.year() && row.amount > 0)
            paid += static_cast<std::uint64_t>(row.amount);
    }
    m_waitingMoney = format.money({waiting});
    m_paidThisMonth = format.money({paid});
    const auto& licence = snapshot.practice.licence;
    m_licenceOk = licence.state == service::LicenceState::Valid;
    m_licence = m_licenceOk ? tr("Licence valid") : tr("Licence not valid");
    //: %1 is a date.
    m_licenceUntil = m_licenceOk ? tr("until %1").arg(format.dateFull(licence.validUntil)) : tr("nobody can book");
    m_listed = snapshot.practice.listed;
}

void TodayViewModel::showDay(const Snapshot& snapshot, Millis now)
{
    const Format& format = m_context.format;
    const QDate today = format.local(now).date();
    m_dayLine.clear();
    for (const VisitView& v : snapshot.visits) {
        const QDateTime from = format.local(v.startsAt);
        if (from.date() != today ||
            (v.phase == VisitPhase::Ended && v.ending != service::VisitEnding::Completed && v.ending != service::VisitEnding::Claimed))
            continue;
        QString kind = QStringLiteral("visit");
        if (v.canAccept) kind = QStringLiteral("asks");
        else if (v.endsAt <= now) kind = QStringLiteral("past");
        else if (text(v.id) == m_nextId) kind = QStringLiteral("next");
        m_dayLine << QVariantMap{{QStringLiteral("from"), std::clamp(alongDay(from), 0.0, 1.0)},
                                 {QStringLiteral("to"), std::clamp(alongDay(format.local(v.endsAt)), 0.0, 1.0)},
                                 {QStringLiteral("title"), text(v.peerName)},
                                 {QStringLiteral("time"), format.time(v.startsAt)},
                                 {QStringLiteral("kind"), kind},
                                 {QStringLiteral("visitId"), text(v.id)},
                                 {QStringLiteral("spoken"), tr("%1, %2").arg(format.time(v.startsAt), text(v.peerName))}};
    }
    m_dayNow = alongDay(format.local(now));
    m_hours.clear();
    for (int hour = kDayFrom / 60 + 1; hour < kDayTo / 60; ++hour)
        m_hours << QVariantMap{{QStringLiteral("at"), double(hour * 60 - kDayFrom) / (kDayTo - kDayFrom)},
                               {QStringLiteral("text"), format.locale().toString(hour)}};
}

void TodayViewModel::showWeek(const Snapshot& snapshot, Millis now)
{
    const Format& format = m_context.format;
    const QDate today = format.local(now).date();
    // On a weekend the working week is behind: the strip begins with today then, and shows what comes.
    const QDate first = today.dayOfWeek() > 5 ? today : today.addDays(1 - today.dayOfWeek());
    m_week.clear();
    for (int i = 0; i < 5; ++i) {
        const QDate day = first.addDays(i);
        int visits = 0, asks = 0;
        QStringList pips;
        for (const VisitView& v : snapshot.visits) {
            if (format.local(v.startsAt).date() != day) continue;
            if (v.canAccept) ++asks;
            else if (isLive(v) || v.ending == service::VisitEnding::Completed) ++visits;
        }
        for (int n = 0; n < std::min(visits, 8); ++n) pips << QStringLiteral("visit");
        for (int n = 0; n < std::min(asks, 4); ++n) pips << QStringLiteral("asks");
        QString words = visits ? tr("%n visit(s)", nullptr, visits) : tr("no visits");
        //: %1 is "3 visits", %2 is "1 request".
        if (asks) words = tr("%1, %2").arg(words, tr("%n request(s)", nullptr, asks));
        //: A day of the week strip. %1 weekday, %2 day of the month.
        m_week << QVariantMap{
            {QStringLiteral("title"), tr("%1 %2").arg(format.locale().dayName(day.dayOfWeek(), QLocale::ShortFormat)).arg(day.day())},
            {QStringLiteral("text"), words},
            {QStringLiteral("pips"), pips},
            {QStringLiteral("today"), day == today}};
    }
}

} // namespace bt::app
