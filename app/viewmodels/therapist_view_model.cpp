// SPDX-License-Identifier: GPL-3.0-or-later
#include "therapist_view_model.h"

#include "names.h"
#include "policy_words.h"
#include "rating_words.h"

#include <algorithm>

namespace bt::app {

TherapistViewModel::TherapistViewModel(const Context& context, QObject* parent) : QObject(parent), m_context(context)
{
    connect(&m_context.engine, &service::Engine::changed, this, &TherapistViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &TherapistViewModel::refresh);
}

QDate TherapistViewModel::weekOf(Millis at) const
{
    const QDate day = m_context.format.local(at).date();
    return day.addDays(1 - day.dayOfWeek());
}

void TherapistViewModel::open(const QString& therapistId)
{
    m_therapistId = therapistId;
    m_chosen = 0;
    m_monday = weekOf(m_context.now.value());
    if (const auto snapshot = m_context.snapshot())
        if (const auto* t = findTherapist(*snapshot, therapistId.toStdString()))
            for (const Millis at : t->openTimes)
                if (at > m_context.now.value()) {
                    m_chosen = static_cast<double>(at.value);
                    m_monday = weekOf(at);
                    break;
                }
    refresh();
}

void TherapistViewModel::weekBack()
{
    if (m_canGoBack) m_monday = m_monday.addDays(-7);
    refresh();
}

void TherapistViewModel::weekOn()
{
    if (m_canGoOn) m_monday = m_monday.addDays(7);
    refresh();
}

void TherapistViewModel::choose(double startsAt)
{
    m_chosen = startsAt;
    refresh();
}

void TherapistViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    const auto* therapist = findTherapist(*snapshot, m_therapistId.toStdString());
    m_state = therapist ? State::Ready : State::Missing;
    if (therapist) {
        // A slot that was taken meanwhile is no choice any more.
        const Millis chosen{static_cast<std::int64_t>(m_chosen)};
        const auto& open = therapist->openTimes;
        if (m_chosen > 0 && (std::find(open.begin(), open.end(), chosen) == open.end() || chosen <= m_context.now.value())) m_chosen = 0;
        describe(*therapist);
        layWeek(*therapist);
        describeChoice(*therapist);
    }
    emit changed();
}

void TherapistViewModel::describe(const service::TherapistView& t)
{
    const Format& format = m_context.format;
    m_name = nameBesideBadge(t);
    m_avatarSeed = text(t.avatarSeed);
    m_licence = licenceWords(t.licence);
    m_licenceOk = t.licence.state == service::LicenceState::Valid;
    m_partner = t.licence.practicePartner;
    //: When a licence was checked. %1 is "3 min ago" or "today".
    m_checked = tr("checked %1").arg(format.ago(t.licence.checkedAt, m_context.now.value()));
    const QString authority = text(t.licence.authority);
    const QString until = format.dateFull(t.licence.validUntil);
    switch (t.licence.state) {
    case service::LicenceState::Valid:
        //: %1 who signed the licence, %2 a date.
        m_licenceSentence = tr("%1 signed this licence. This computer checked the signature. Valid until %2.").arg(authority, until);
        break;
    case service::LicenceState::Expired:
        //: %1 who signed the licence, %2 a date.
        m_licenceSentence = tr("%1 signed this licence, but it ended on %2. Nothing can be booked here.").arg(authority, until);
        break;
    case service::LicenceState::NotTrusted:
        m_licenceSentence = tr("Nobody this app knows has signed this licence. Nothing can be booked here.");
        break;
    case service::LicenceState::Missing: m_licenceSentence = tr("There is no licence to check. Nothing can be booked here."); break;
    }
    m_about = text(t.about);
    m_topics.clear();
    for (const auto& code : t.topics) m_topics << topicName(text(code));
    m_languages = languageList(t.languages);
    const auto snapshot = m_context.snapshot();
    const auto* reputation = findReputation(*snapshot, t.id);
    m_ratings = reputationLine(reputation, format);
    m_ratingFacts = reputation != nullptr ? reputationFacts(*reputation, format) : QStringList();
    m_reputationId = reputation != nullptr ? text(reputation->id) : QString();
    //: How soon a therapist answers. %1 is "24 hours".
    m_answers = tr("within %1").arg(format.duration(t.policy.answerWithinMs));
    const QString offset = format.zoneOffset(t.zone, m_context.now.value());
    //: Where a therapist is. %1 a city, %2 "1 hour behind you".
    m_place = offset.isEmpty() ? Format::city(t.zone) : tr("%1, %2").arg(Format::city(t.zone), offset);
    //: %1 is "50 minutes", %2 a price.
    m_visit = tr("A visit, %1, %2").arg(format.duration(t.durationMinutes * kMinute), format.moneyShort(t.price));
}

void TherapistViewModel::layWeek(const service::TherapistView& t)
{
    const Format& format = m_context.format;
    const Millis now = m_context.now.value();
    bool before = false, after = false, weekend = false;
    QVariantList slotsOf[7];
    for (const Millis at : t.openTimes) {
        if (at <= now) continue;
        const qint64 day = m_monday.daysTo(format.local(at).date());
        before |= day < 0;
        after |= day > 6;
        if (day < 0 || day > 6) continue;
        weekend |= day > 4;
        slotsOf[day] << QVariantMap{{QStringLiteral("at"), static_cast<double>(at.value)},
                                    {QStringLiteral("text"), format.time(at)},
                                    {QStringLiteral("chosen"), static_cast<double>(at.value) == m_chosen},
                                    {QStringLiteral("spoken"), format.dayTimeLong(at)}};
    }
    const int shown = weekend ? 7 : 5;
    m_days.clear();
    for (int i = 0; i < shown; ++i) {
        const QDate date = m_monday.addDays(i);
        m_days << QVariantMap{{QStringLiteral("weekday"), format.locale().dayName(date.dayOfWeek(), QLocale::ShortFormat)},
                              {QStringLiteral("number"), format.locale().toString(date.day())},
                              {QStringLiteral("spoken"), format.locale().toString(date, QLocale::LongFormat)},
                              {QStringLiteral("slots"), slotsOf[i]}};
    }
    m_weekTitle = format.weekRange(m_monday, m_monday.addDays(shown - 1));
    //: Under the title of a week of free times. %1 is the viewer's own city.
    m_zoneNote = tr("Times are yours, in %1").arg(Format::city(format.zone().id().toStdString()));
    m_canGoBack = before || m_monday > weekOf(now);
    m_canGoOn = after;
}

void TherapistViewModel::describeChoice(const service::TherapistView& t)
{
    const Format& format = m_context.format;
    m_canBook = m_licenceOk && m_chosen > 0;
    if (m_chosen <= 0) {
        m_policy = t.openTimes.empty() ? tr("There are no free times now. Look again another day.") : QString();
        m_bookWords = tr("Choose a time");
        m_underButton.clear();
        return;
    }
    const Millis at{static_cast<std::int64_t>(m_chosen)};
    m_policy = policySentence(format, t.policy, at, m_context.now.value(), m_name);
    //: Button. %1 is a day and a time, such as "Tue 8 Dec, 17:00": the week on screen may be another one.
    m_bookWords = tr("Book %1").arg(format.dayTime(at));
    const QTimeZone there(QByteArray::fromStdString(t.zone));
    //: %1 is a price.
    const QString held = tr("%1, held safely until after the visit").arg(format.moneyShort(t.price));
    if (!there.isValid() || there == format.zone()) m_underButton = held;
    //: %1 a time there, %2 a city, %3 the sentence about the price.
    else m_underButton = tr("%1 in %2 · %3").arg(format.timeIn(at, there), Format::city(t.zone), held);
}

} // namespace bt::app
