// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

namespace bt::app {

QDateTime Format::local(Millis at) const { return QDateTime::fromMSecsSinceEpoch(at.value, m_zone); }
QDateTime Format::inZone(Millis at, const QTimeZone& zone) { return QDateTime::fromMSecsSinceEpoch(at.value, zone); }

QString Format::time(Millis at) const { return m_locale.toString(local(at).time(), QLocale::ShortFormat); }

QString Format::weekdayShort(Millis at) const { return m_locale.dayName(local(at).date().dayOfWeek(), QLocale::ShortFormat); }

QString Format::timeIn(Millis at, const QTimeZone& zone) const
{
    const QDateTime there = inZone(at, zone);
    const QString clock = m_locale.toString(there.time(), QLocale::ShortFormat);
    if (there.date() == local(at).date()) return clock;
    //: A time in another place that falls on another day there. %1 weekday, %2 time: "Wed 01:00".
    return tr("%1 %2").arg(m_locale.dayName(there.date().dayOfWeek(), QLocale::ShortFormat), clock);
}

QString Format::dayShort(Millis at) const
{
    //: Date pattern (Qt): day and short month, "8 Dec". Keep the letters d and M.
    return m_locale.toString(local(at).date(), tr("d MMM"));
}

QString Format::dayTime(Millis at) const
{
    //: Date pattern (Qt): short weekday, day, short month, "Tue 8 Dec".
    return tr("%1, %2").arg(m_locale.toString(local(at).date(), tr("ddd d MMM")), time(at));
}

QString Format::dayLong(Millis at) const
{
    //: Date pattern (Qt): weekday, day, month, "Tuesday 8 December".
    return m_locale.toString(local(at).date(), tr("dddd d MMMM"));
}

QString Format::dayTimeLong(Millis at) const
{
    //: %1 a long date, %2 a time: "Tuesday 8 December, 17:00".
    return tr("%1, %2").arg(dayLong(at), time(at));
}

QString Format::dateFull(Millis at) const
{
    //: Date pattern (Qt): day, month, year, "30 June 2028".
    return m_locale.toString(local(at).date(), tr("d MMMM yyyy"));
}

QString Format::monthName(Millis at) const
{
    //: Date pattern (Qt): month and year as a heading, "December 2026".
    return m_locale.toString(local(at).date(), tr("MMMM yyyy"));
}

QString Format::weekRange(const QDate& first, const QDate& last) const
{
    //: Date pattern (Qt): day and month, "13 December".
    const QString end = m_locale.toString(last, tr("d MMMM"));
    const QString begin = first.month() == last.month() ? m_locale.toString(first.day()) : m_locale.toString(first, tr("d MMMM"));
    //: A span of days. %1 first day, %2 last day: "7 to 13 December".
    return tr("%1 to %2").arg(begin, end);
}

QString Format::nearDayTime(Millis at, Millis now) const
{
    const qint64 days = local(now).date().daysTo(local(at).date());
    //: A time today. %1 is the time: "Today, 17:00".
    if (days == 0) return tr("Today, %1").arg(time(at));
    //: A time tomorrow. %1 is the time.
    if (days == 1) return tr("Tomorrow, %1").arg(time(at));
    //: A time yesterday. %1 is the time.
    if (days == -1) return tr("Yesterday, %1").arg(time(at));
    return dayTime(at);
}

QString Format::inSentence(Millis at, Millis now) const
{
    const qint64 days = local(now).date().daysTo(local(at).date());
    //: A time today, inside a sentence. %1 is the time: "today, 17:00".
    if (days == 0) return tr("today, %1").arg(time(at));
    //: A time tomorrow, inside a sentence. %1 is the time.
    if (days == 1) return tr("tomorrow, %1").arg(time(at));
    //: A time yesterday, inside a sentence. %1 is the time.
    if (days == -1) return tr("yesterday, %1").arg(time(at));
    return dayTime(at);
}

QString Format::nearDay(Millis at, Millis now) const
{
    const qint64 days = local(at).date().daysTo(local(now).date());
    if (days == 0) return time(at);
    if (days > 0 && days < 7) return weekdayShort(at);
    return dayShort(at);
}

QString Format::until(std::int64_t ms) const
{
    //: A moment that has come.
    if (ms < kMinute) return tr("now");
    const int minutes = static_cast<int>(ms / kMinute);
    if (minutes < 60) return tr("in %n minute(s)", nullptr, minutes);
    const int hours = minutes / 60;
    //: %1 hours, %2 minutes until something: "in 2 h 10 min".
    if (hours < 24) return minutes % 60 ? tr("in %1 h %2 min").arg(hours).arg(minutes % 60) : tr("in %1 h").arg(hours);
    const int days = hours / 24;
    const QString inDays = tr("in %n day(s)", nullptr, days);
    //: %1 is "in 1 day", %2 the hours that come on top: "in 1 day 2 h".
    return days < 3 && hours % 24 ? tr("%1 %2 h").arg(inDays).arg(hours % 24) : inDays;
}

QString Format::ago(Millis at, Millis now) const
{
    const std::int64_t ms = now.minus(at);
    //: When something was checked: less than a minute ago.
    if (ms < kMinute) return tr("just now");
    if (ms < kHour) return tr("%n min ago", nullptr, static_cast<int>(ms / kMinute));
    //: When something was checked.
    if (local(at).date() == local(now).date()) return tr("today");
    //: When something was checked. %1 is a date: "on 2 Dec".
    return tr("on %1").arg(dayShort(at));
}

QString Format::duration(std::int64_t ms) const
{
    const auto minutes = static_cast<int>(ms / kMinute);
    if (minutes < 60 || minutes % 60) return tr("%n minute(s)", nullptr, minutes);
    const int hours = minutes / 60;
    if (hours % 24 || hours < 48) return tr("%n hour(s)", nullptr, hours);
    return tr("%n day(s)", nullptr, hours / 24);
}

QString Format::stopwatch(std::int64_t ms, bool seconds) const
{
    const std::int64_t left = std::max<std::int64_t>(0, ms);
    if (!seconds) return tr("%n min", nullptr, static_cast<int>((left + kMinute - 1) / kMinute));
    const auto whole = static_cast<int>((left + kSecond - 1) / kSecond);
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString Format::city(const std::string& zone)
{
    const QString id = QString::fromStdString(zone);
    return id.section(QLatin1Char('/'), -1).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString Format::zoneOffset(const std::string& zone, Millis at) const
{
    const QTimeZone there(QByteArray::fromStdString(zone));
    if (!there.isValid()) return {};
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at.value, Qt::UTC);
    const int minutes = (there.offsetFromUtc(moment) - m_zone.offsetFromUtc(moment)) / 60;
    //: Another person's time zone.
    if (minutes == 0) return tr("same time as you");
    const QString much = duration(std::int64_t(std::abs(minutes)) * kMinute);
    //: Another person's time zone. %1 is "1 hour".
    return minutes < 0 ? tr("%1 behind you").arg(much) : tr("%1 ahead of you").arg(much);
}

} // namespace bt::app
