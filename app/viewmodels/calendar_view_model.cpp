// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar_view_model.h"

#include "error_text.h"
#include "series_words.h"
#include "ui/on_gui.h"
#include "visit_words.h"

#include <algorithm>

namespace bt::app {

using service::VisitEnding;
using service::VisitPhase;
using service::VisitView;

namespace {
constexpr int kFromHour = 8, kToHour = 19;
bool hidden(const VisitView& v)
{
    // What never took place is not part of the week; its page is still reachable from Money and Messages.
    return v.phase == VisitPhase::Ended && v.ending != VisitEnding::Completed && v.ending != VisitEnding::Claimed;
}
} // namespace

CalendarViewModel::CalendarViewModel(const Context& context, QString folder, QObject* parent)
    : QObject(parent), m_context(context), m_folder(std::move(folder)),
      m_blocks({QStringLiteral("blockId"), QStringLiteral("visitId"), QStringLiteral("day"), QStringLiteral("from"), QStringLiteral("to"),
                QStringLiteral("title"), QStringLiteral("time"), QStringLiteral("kind"), QStringLiteral("spoken")})
{
    connect(&m_context.engine, &service::Engine::changed, this, &CalendarViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &CalendarViewModel::refresh);
    refresh();
}

void CalendarViewModel::weekBack()
{
    m_follows = false;
    m_monday = m_monday.addDays(-7);
    refresh();
}
void CalendarViewModel::weekOn()
{
    m_follows = false;
    m_monday = m_monday.addDays(7);
    refresh();
}
void CalendarViewModel::today()
{
    m_follows = true;
    refresh();
}

void CalendarViewModel::stretch(int from, int to)
{
    m_fromHour = std::min(m_fromHour, from / 60);
    m_toHour = std::max(m_toHour, std::min(24, (to + 59) / 60));
}

QVariantMap CalendarViewModel::visitBlock(const VisitView& v, int day, Millis now) const
{
    const Format& format = m_context.format;
    const QDateTime from = format.local(v.startsAt), to = format.local(v.endsAt);
    const int begin = from.time().hour() * 60 + from.time().minute();
    const int length = static_cast<int>(v.endsAt.minus(v.startsAt) / kMinute);
    QString kind = QStringLiteral("visit");
    if (v.phase == VisitPhase::Requested) kind = QStringLiteral("asks");
    if (v.phase == VisitPhase::Preparing) kind = QStringLiteral("waiting");
    if (v.endsAt <= now) kind = QStringLiteral("past");
    QString title = text(v.peerName);
    //: Title of a request in the calendar. %1 is a name.
    if (v.canAccept) title = tr("Asks: %1").arg(title);
    //: From-to of a visit. %1 and %2 are times.
    QString time = tr("%1–%2").arg(format.time(v.startsAt), format.time(v.endsAt));
    if (const QString place = seriesPlace(v); !place.isEmpty()) time += QStringLiteral(" · ") + place;
    return {{QStringLiteral("blockId"), text(v.id)},
            {QStringLiteral("visitId"), text(v.id)},
            {QStringLiteral("day"), day},
            {QStringLiteral("from"), begin},
            {QStringLiteral("to"), std::min(begin + length, 24 * 60)},
            {QStringLiteral("title"), title},
            {QStringLiteral("time"), time},
            {QStringLiteral("kind"), kind},
            //: Spoken by a screen reader. %1 name, %2 day and time, %3 state.
            {QStringLiteral("spoken"), tr("%1, %2, %3")
                                           .arg(title, format.dayTimeLong(v.startsAt),
                                                v.series ? seriesLine(v, format) + QStringLiteral(", ") + visitBadge(v) : visitBadge(v))}};
}

void CalendarViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    const Format& format = m_context.format;
    const Millis now = m_context.now.value();
    const QDateTime localNow = format.local(now);
    if (m_follows) m_monday = localNow.date().addDays(1 - localNow.date().dayOfWeek());
    m_fromHour = kFromHour;
    m_toHour = kToHour;

    QList<QVariantMap> blocks;
    int visits = 0, asks = 0, free = 0;
    for (const VisitView& v : snapshot->visits) {
        const qint64 day = m_monday.daysTo(format.local(v.startsAt).date());
        if (day < 0 || day > 6 || hidden(v)) continue;
        blocks << visitBlock(v, static_cast<int>(day), now);
        ++(v.phase == VisitPhase::Requested ? asks : visits);
        stretch(blocks.last().value(QStringLiteral("from")).toInt(), blocks.last().value(QStringLiteral("to")).toInt());
    }
    if (const auto* own = findTherapist(*snapshot, snapshot->persona.id)) {
        for (const Millis at : own->openTimes) {
            const QDateTime local = format.local(at);
            const qint64 day = m_monday.daysTo(local.date());
            if (day < 0 || day > 6 || at <= now) continue;
            const int begin = local.time().hour() * 60 + local.time().minute();
            ++free;
            stretch(begin, begin + own->durationMinutes);
            blocks << QVariantMap{{QStringLiteral("blockId"), QStringLiteral("free-%1").arg(at.value)},
                                  {QStringLiteral("visitId"), QString()},
                                  {QStringLiteral("day"), static_cast<int>(day)},
                                  {QStringLiteral("from"), begin},
                                  {QStringLiteral("to"), begin + own->durationMinutes},
                                  //: A time in the practice calendar that people can book.
                                  {QStringLiteral("title"), tr("Free")},
                                  {QStringLiteral("time"), format.time(at)},
                                  {QStringLiteral("kind"), QStringLiteral("free")},
                                  {QStringLiteral("spoken"), tr("Free, %1").arg(format.dayTimeLong(at))}};
        }
    }
    std::sort(blocks.begin(), blocks.end(), [](const QVariantMap& a, const QVariantMap& b) {
        const int left = a.value(QStringLiteral("day")).toInt() * 1440 + a.value(QStringLiteral("from")).toInt();
        return left < b.value(QStringLiteral("day")).toInt() * 1440 + b.value(QStringLiteral("from")).toInt();
    });
    m_blocks.setRows(blocks);

    m_title = format.weekRange(m_monday, m_monday.addDays(6));
    //: Which clock the calendar follows. %1 is a city.
    m_zoneNote = tr("%1 time").arg(Format::city(format.zone().id().toStdString()));
    m_days.clear();
    for (int i = 0; i < 7; ++i) {
        const QDate date = m_monday.addDays(i);
        m_days << QVariantMap{{QStringLiteral("weekday"), format.locale().dayName(i + 1, QLocale::ShortFormat)},
                              {QStringLiteral("number"), format.locale().toString(date.day())},
                              {QStringLiteral("today"), date == localNow.date()},
                              {QStringLiteral("spoken"), format.locale().toString(date, QLocale::LongFormat)}};
    }
    m_hours.clear();
    for (int hour = m_fromHour; hour < m_toHour; ++hour)
        m_hours << QVariantMap{{QStringLiteral("hour"), hour},
                               {QStringLiteral("text"), format.locale().toString(QTime(hour, 0), QLocale::ShortFormat)}};
    const qint64 nowDay = m_monday.daysTo(localNow.date());
    m_nowDay = nowDay >= 0 && nowDay < 7 ? static_cast<int>(nowDay) : -1;
    m_nowMinute = localNow.time().hour() * 60 + localNow.time().minute();
    m_nowText = format.time(now);
    QStringList sums{tr("%n visit(s)", nullptr, visits)};
    if (asks) sums << tr("%n request(s)", nullptr, asks);
    if (free) sums << tr("%n free time(s)", nullptr, free);
    m_summary = sums.join(QStringLiteral(" · "));
    m_state = visits + asks ? State::Ready : State::Empty;
    emit changed();
}

void CalendarViewModel::exportFile(const QString& visitId)
{
    if (m_exporting) return;
    m_exporting = true;
    emit changed();
    // A neutral name: the file lies in a folder that others may see.
    const QString stamp = m_context.format.local(m_context.now.value()).toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    const QString path = m_folder + QStringLiteral("/calendar-") + stamp + QStringLiteral(".ics");
    ui::onGui(m_context.engine.exportCalendar(path.toStdString(), visitId.toStdString()), this, [this, path](const Result<void>& done) {
        m_exporting = false;
        emit changed();
        if (!done) return m_context.toasts.failed(done.error());
        //: A toast after exporting. %1 is a file path.
        m_context.toasts.say(tr("Saved as %1. Your visits are called \"Appointment\" there.").arg(path));
        emit exported(path);
    });
}

} // namespace bt::app
