// SPDX-License-Identifier: GPL-3.0-or-later
#include "find_view_model.h"

#include "names.h"
#include "rating_words.h"

#include <algorithm>
#include <set>

namespace bt::app {

namespace {
const char* const kTimes[] = {"mornings", "afternoons", "evenings", "weekends"};
constexpr int kPrices[] = {50, 60, 80, 100};

bool suits(const QString& when, const QDateTime& local)
{
    const int hour = local.time().hour();
    if (when == QLatin1String("weekends")) return local.date().dayOfWeek() >= 6;
    if (local.date().dayOfWeek() >= 6) return false;
    if (when == QLatin1String("mornings")) return hour < 12;
    if (when == QLatin1String("afternoons")) return hour >= 12 && hour < 17;
    return hour >= 17;
}
void flip(QStringList& list, const QString& code)
{
    if (!list.removeOne(code)) list.append(code);
}
QVariantMap choice(const QString& code, const QString& name, bool on)
{
    return {{QStringLiteral("code"), code}, {QStringLiteral("name"), name}, {QStringLiteral("on"), on}};
}
} // namespace

struct FindViewModel::Fit {
    const service::TherapistView* therapist = nullptr;
    int score = 0;
    std::int64_t next = 0; //!< the time to show; 0: none
};

FindViewModel::FindViewModel(const Context& context, QObject* parent)
    : QObject(parent), m_context(context),
      m_rows({QStringLiteral("therapistId"), QStringLiteral("name"), QStringLiteral("avatarSeed"), QStringLiteral("licence"),
              QStringLiteral("licenceOk"), QStringLiteral("checked"), QStringLiteral("topics"), QStringLiteral("languages"),
              QStringLiteral("price"), QStringLiteral("duration"), QStringLiteral("next"), QStringLiteral("heading"),
              QStringLiteral("partner"), QStringLiteral("ratings"), QStringLiteral("spoken")})
{
    connect(&m_context.engine, &service::Engine::changed, this, &FindViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &FindViewModel::refresh);
    refresh();
}

void FindViewModel::toggleTopic(const QString& code) { flip(m_chosenTopics, code), refresh(); }
void FindViewModel::toggleLanguage(const QString& code) { flip(m_chosenLanguages, code), refresh(); }
void FindViewModel::toggleTime(const QString& code) { flip(m_chosenTimes, code), refresh(); }
void FindViewModel::toggleCountry(const QString& code) { m_country = m_country == code ? QString() : code, refresh(); }
void FindViewModel::togglePrice(const QString& code)
{
    const int price = code.toInt();
    m_maxPrice = m_maxPrice == price ? 0 : price;
    refresh();
}
void FindViewModel::clearAnswers()
{
    m_chosenTopics.clear();
    m_chosenLanguages.clear();
    m_chosenTimes.clear();
    m_country.clear();
    m_maxPrice = 0;
    refresh();
}

FindViewModel::Fit FindViewModel::fitOf(const service::TherapistView& therapist) const
{
    Fit fit{&therapist, 0, 0};
    const auto any = [](const QStringList& wanted, const std::vector<std::string>& has) {
        return std::any_of(has.begin(), has.end(), [&](const std::string& code) { return wanted.contains(text(code)); });
    };
    // "Not sure" fits everyone: it is an answer, and no reason to rank anyone lower.
    if (m_chosenTopics.contains(QStringLiteral("not_sure")) || any(m_chosenTopics, therapist.topics)) ++fit.score;
    if (any(m_chosenLanguages, therapist.languages)) ++fit.score;
    const Millis now = m_context.now.value();
    std::int64_t first = 0, suited = 0;
    for (const Millis at : therapist.openTimes) {
        if (at <= now) continue;
        if (!first) first = at.value;
        const QDateTime local = m_context.format.local(at);
        const auto fits = [&](const QString& when) { return suits(when, local); };
        if (std::any_of(m_chosenTimes.begin(), m_chosenTimes.end(), fits)) {
            suited = at.value;
            break;
        }
    }
    if (suited) ++fit.score;
    fit.next = suited ? suited : first;
    return fit;
}

bool FindViewModel::passes(const service::TherapistView& therapist) const
{
    if (!m_country.isEmpty() && countryOf(text(therapist.licence.jurisdiction)) != m_country) return false;
    if (m_maxPrice > 0) {
        const auto most = m_context.format.parseMoney(QString::number(m_maxPrice));
        if (most && therapist.price > *most) return false;
    }
    return true;
}

QString FindViewModel::sectionOf(int fits) const
{
    if (m_answered == 0) return tr("All, the soonest time first");
    if (fits == m_answered) {
        if (m_answered == 3) return tr("Fits all three of your answers");
        return m_answered == 2 ? tr("Fits both of your answers") : tr("Fits your answer");
    }
    if (fits == 2) return tr("Fits two of them");
    return fits == 1 ? tr("Fits one of them") : tr("Others");
}

QVariantMap FindViewModel::rowOf(const Fit& fit) const
{
    const auto& t = *fit.therapist;
    const Format& format = m_context.format;
    const bool ok = t.licence.state == service::LicenceState::Valid;
    const QString name = nameBesideBadge(t);
    const QString price = format.moneyShort(t.price);
    //: Length of a visit beside its price. %1 is a number: "50 min".
    const QString duration = tr("%1 min").arg(t.durationMinutes);
    //: The soonest free time. %1 is a day and time.
    const QString next = fit.next ? tr("Next %1").arg(format.dayTime({fit.next})) : tr("No free times now");
    const QString licence = licenceWords(t.licence);
    //: When a licence was checked. %1 is "3 min ago" or "today".
    const QString checked = tr("checked %1").arg(format.ago(t.licence.checkedAt, m_context.now.value()));
    const auto snapshot = m_context.snapshot();
    const QString ratings = reputationLine(findReputation(*snapshot, t.id), format);
    //: Spoken by a screen reader for a row. %1 name, %2 licence, %3 price, %4 next free time.
    QString spoken = tr("%1, %2, %3. %4").arg(text(t.name), licence, price, next);
    if (!ratings.isEmpty()) spoken += QStringLiteral(". ") + ratings;
    return {{QStringLiteral("therapistId"), text(t.id)},
            {QStringLiteral("name"), name},
            {QStringLiteral("avatarSeed"), text(t.avatarSeed)},
            {QStringLiteral("licence"), licence},
            {QStringLiteral("licenceOk"), ok},
            {QStringLiteral("checked"), checked},
            {QStringLiteral("topics"), topicList(t.topics)},
            {QStringLiteral("languages"), languageList(t.languages)},
            {QStringLiteral("price"), price},
            {QStringLiteral("duration"), duration},
            {QStringLiteral("next"), next},
            {QStringLiteral("partner"), t.licence.practicePartner},
            {QStringLiteral("ratings"), ratings},
            {QStringLiteral("spoken"), spoken}};
}

void FindViewModel::refreshChoices()
{
    const auto snapshot = m_context.snapshot();
    std::set<QString> spoken, lands;
    for (const auto& t : snapshot->therapists) {
        for (const auto& tag : t.languages) spoken.insert(text(tag).section(QLatin1Char('-'), 0, 0));
        if (!t.licence.jurisdiction.empty()) lands.insert(countryOf(text(t.licence.jurisdiction)));
    }
    m_topics.clear();
    for (const QString& code : topicCodes()) m_topics << choice(code, topicName(code), m_chosenTopics.contains(code));
    const QString unsure = QStringLiteral("not_sure");
    //: An answer to "What is it about?".
    m_topics << choice(unsure, tr("Not sure"), m_chosenTopics.contains(unsure));
    m_languages.clear();
    for (const QString& tag : spoken) m_languages << choice(tag, languageName(tag), m_chosenLanguages.contains(tag));
    const QString names[] = {tr("Mornings"), tr("Afternoons"), tr("Evenings"), tr("Weekends")};
    m_times.clear();
    for (std::size_t i = 0; i < std::size(kTimes); ++i) {
        const QString code = QString::fromLatin1(kTimes[i]);
        m_times << choice(code, names[i], m_chosenTimes.contains(code));
    }
    m_countries.clear();
    for (const QString& code : lands) m_countries << choice(code, placeName(code), m_country == code);
    m_prices.clear();
    for (const int price : kPrices) {
        const auto amount = m_context.format.parseMoney(QString::number(price));
        if (!amount) continue;
        //: A filter by price. %1 is an amount: "Up to 80 €".
        m_prices << choice(QString::number(price), tr("Up to %1").arg(m_context.format.moneyShort(*amount)), m_maxPrice == price);
    }
    m_answered = !m_chosenTopics.isEmpty() + !m_chosenLanguages.isEmpty() + !m_chosenTimes.isEmpty();
}

void FindViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    refreshChoices();
    std::vector<Fit> fits;
    for (const auto& t : snapshot->therapists)
        if (t.id != snapshot->persona.id && passes(t)) fits.push_back(fitOf(t));
    std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) {
        if (a.score != b.score) return a.score > b.score;
        if (!a.next != !b.next) return a.next != 0; // without free times last
        return a.next < b.next;
    });
    QList<QVariantMap> rows;
    QString group;
    for (const Fit& fit : fits) {
        QVariantMap row = rowOf(fit);
        // The first of a group carries the group's heading.
        const QString heading = sectionOf(fit.score);
        row.insert(QStringLiteral("heading"), heading == group ? QString() : heading);
        group = heading;
        rows << row;
    }
    m_rows.setRows(rows);
    m_foundText = tr("%n found", nullptr, static_cast<int>(fits.size()));
    if (snapshot->gate == service::Gate::Starting) m_state = State::Loading;
    else if (snapshot->therapists.empty()) m_state = State::Empty;
    else m_state = fits.empty() ? State::NoneFits : State::Ready;
    emit changed();
}

} // namespace bt::app
