// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice_view_model.h"

#include "error_text.h"
#include "names.h"
#include "rating_words.h"
#include "token_words.h"
#include "ui/on_gui.h"

#include <algorithm>

namespace bt::app {

using service::WeeklySpan;

namespace {
constexpr int kStep = 30; // minutes between the times offered
constexpr std::int64_t kAnswers[] = {4 * kHour, 12 * kHour, kDay, 2 * kDay};
constexpr std::int64_t kFrees[] = {6 * kHour, 12 * kHour, kDay, 2 * kDay, 3 * kDay};
constexpr int kShares[] = {0, 2'500, 5'000, 7'500, 10'000};
constexpr int kDurations[] = {25, 50, 80};
constexpr int kBuffers[] = {0, 10, 15, 30};

template <typename T, std::size_t N> int nearest(const T (&list)[N], T value)
{
    int best = 0;
    for (std::size_t i = 0; i < N; ++i)
        if (std::abs(list[i] - value) < std::abs(list[static_cast<std::size_t>(best)] - value)) best = static_cast<int>(i);
    return best;
}
template <typename T, std::size_t N> T at(const T (&list)[N], int index)
{
    return list[static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(N) - 1))];
}
void flip(std::vector<std::string>& list, const std::string& code)
{
    const auto found = std::find(list.begin(), list.end(), code);
    if (found == list.end()) list.push_back(code);
    else list.erase(found);
}
} // namespace

PracticeViewModel::PracticeViewModel(const Context& context, QObject* parent) : QObject(parent), m_context(context)
{
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        if (id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("SystemV/")) m_zones << QString::fromLatin1(id);
    connect(&m_context.engine, &service::Engine::changed, this, &PracticeViewModel::refresh);
    refresh();
}

void PracticeViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    if (snapshot->gate != service::Gate::Open) m_touched = m_taken = false;
    m_licence = licenceWords(snapshot->practice.licence);
    m_licenceOk = snapshot->practice.licence.state == service::LicenceState::Valid;
    //: %1 who signed, %2 a date.
    m_licenceSentence =
        m_licenceOk ? tr("%1 signed your licence. Valid until %2.")
                          .arg(text(snapshot->practice.licence.authority), m_context.format.dateFull(snapshot->practice.licence.validUntil))
                    : tr("Without a valid licence nobody can book you.");
    m_listed = snapshot->practice.listed;
    m_ratings = ownRatings(*snapshot, m_context.format);
    m_listedText =
        m_listed ? tr("People can find you and book.") : tr("Nobody can find you yet. Set your hours and your price, then publish.");
    // What is being edited is not overwritten by news from below.
    if (!m_touched && !m_saving) take(snapshot->practice);
    show();
}

void PracticeViewModel::take(const service::PracticeView& practice)
{
    m_edit = practice;
    m_priceText = practice.price.value ? m_context.format.moneyPlain(practice.price) : QString();
    m_bondText = practice.policy.bond.value ? m_context.format.moneyPlain(practice.policy.bond) : QString();
    if (m_edit.zone.empty()) m_edit.zone = m_context.format.zone().id().toStdString();
    readHours();
    m_taken = true;
}

//! Several spans of one day show as one with a pause.
void PracticeViewModel::readHours()
{
    for (Day& day : m_day) day = {};
    auto spans = m_edit.hours;
    std::sort(spans.begin(), spans.end());
    for (const WeeklySpan& span : spans) {
        if (span.weekday < 1 || span.weekday > 7) continue;
        Day& day = m_day[span.weekday - 1];
        if (!day.on) day = {true, span.fromMinute, span.toMinute};
        else {
            day.pause = true;
            day.pauseFrom = day.to;
            day.pauseTo = span.fromMinute;
            day.to = span.toMinute;
        }
    }
}

std::vector<WeeklySpan> PracticeViewModel::hours() const
{
    std::vector<WeeklySpan> spans;
    for (int i = 0; i < 7; ++i) {
        const Day& day = m_day[i];
        if (!day.on) continue;
        if (day.pause) {
            spans.push_back({i + 1, day.from, day.pauseFrom});
            spans.push_back({i + 1, day.pauseTo, day.to});
        } else spans.push_back({i + 1, day.from, day.to});
    }
    return spans;
}

//! A break lies within the hours.
bool PracticeViewModel::badBreak(const Day& day)
{
    return day.on && day.pause && (day.pauseFrom <= day.from || day.pauseTo >= day.to || day.pauseTo <= day.pauseFrom);
}
QString PracticeViewModel::dayError(const Day& day)
{
    if (day.on && day.to <= day.from) return app::errorText("ui.bad_hours");
    return badBreak(day) ? app::errorText("ui.bad_break") : QString();
}

QTimeZone PracticeViewModel::practiceZone() const
{
    const QTimeZone zone(QByteArray::fromStdString(m_edit.zone));
    return zone.isValid() ? zone : m_context.format.zone();
}

void PracticeViewModel::edited()
{
    m_touched = true;
    m_errorText.clear();
    show();
}

void PracticeViewModel::setAbout(const QString& about)
{
    if (about == this->about()) return;
    m_edit.about = about.toStdString();
    edited();
}
void PracticeViewModel::setPrice(const QString& price)
{
    if (price == m_priceText) return;
    m_priceText = price;
    edited();
}
void PracticeViewModel::setBond(const QString& bond)
{
    if (bond == m_bondText) return;
    m_bondText = bond;
    edited();
}
void PracticeViewModel::setDayOn(int weekday, bool on)
{
    if (weekday < 1 || weekday > 7 || m_day[weekday - 1].on == on) return;
    m_day[weekday - 1].on = on;
    edited();
}
void PracticeViewModel::setDayFrom(int weekday, int index)
{
    if (weekday < 1 || weekday > 7 || m_day[weekday - 1].from == index * kStep) return;
    m_day[weekday - 1].from = index * kStep;
    edited();
}
void PracticeViewModel::setDayTo(int weekday, int index)
{
    if (weekday < 1 || weekday > 7 || m_day[weekday - 1].to == index * kStep) return;
    m_day[weekday - 1].to = index * kStep;
    edited();
}
//! \param index into breaks(): 0 is no break.
void PracticeViewModel::setPauseFrom(int weekday, int index)
{
    if (weekday < 1 || weekday > 7 || index < 0) return;
    Day& day = m_day[weekday - 1];
    const bool had = day.pause;
    const int from = (index - 1) * kStep;
    if (had == (index > 0) && (!had || day.pauseFrom == from)) return;
    day.pause = index > 0;
    if (day.pause) {
        // A break that begins anew is an hour long; one that only moves keeps its end where that still is one.
        if (!had || day.pauseTo <= from) day.pauseTo = std::min(from + 60, 24 * 60);
        day.pauseFrom = from;
    }
    edited();
}
void PracticeViewModel::setPauseTo(int weekday, int index)
{
    if (weekday < 1 || weekday > 7) return;
    Day& day = m_day[weekday - 1];
    if (!day.pause || day.pauseTo == index * kStep) return;
    day.pauseTo = index * kStep;
    edited();
}
void PracticeViewModel::toggleTopic(const QString& code) { flip(m_edit.topics, code.toStdString()), edited(); }
void PracticeViewModel::toggleLanguage(const QString& code) { flip(m_edit.languages, code.toStdString()), edited(); }
void PracticeViewModel::setZone(int index)
{
    if (index < 0 || index >= m_zones.size() || m_zones.at(index).toStdString() == m_edit.zone) return;
    m_edit.zone = m_zones.at(index).toStdString();
    edited();
}
void PracticeViewModel::setDuration(int index)
{
    if (index != m_duration) m_edit.durationMinutes = at(kDurations, index), edited();
}
void PracticeViewModel::setBuffer(int index)
{
    if (index != m_buffer) m_edit.bufferMinutes = at(kBuffers, index), edited();
}
void PracticeViewModel::setAsset(int index)
{
    if (index != m_asset) m_edit.inTokens = index == 1, edited();
}
void PracticeViewModel::setAnswer(int index)
{
    if (index != m_answer) m_edit.policy.answerWithinMs = at(kAnswers, index), edited();
}
void PracticeViewModel::setFree(int index)
{
    if (index != m_free) m_edit.policy.freeBeforeMs = at(kFrees, index), edited();
}
void PracticeViewModel::setShare(int index)
{
    if (index != m_share) m_edit.policy.lateShareBps = at(kShares, index), edited();
}

void PracticeViewModel::addTimeOff(int dayIndex)
{
    const QTimeZone zone = practiceZone();
    const QDate today = Format::inZone(m_context.now.value(), zone).date();
    const Millis start{today.addDays(dayIndex).startOfDay(zone).toMSecsSinceEpoch()};
    auto& off = m_edit.timeOff;
    if (std::find(off.begin(), off.end(), start) != off.end()) return;
    off.push_back(start);
    std::sort(off.begin(), off.end());
    edited();
}

void PracticeViewModel::removeTimeOff(double at)
{
    std::erase(m_edit.timeOff, Millis{static_cast<std::int64_t>(at)});
    edited();
}

void PracticeViewModel::showChoices()
{
    const auto chosen = [](const std::vector<std::string>& list, const QString& code) {
        return std::find(list.begin(), list.end(), code.toStdString()) != list.end();
    };
    const auto choice = [](const QString& code, const QString& name, bool on) {
        return QVariantMap{{QStringLiteral("code"), code}, {QStringLiteral("name"), name}, {QStringLiteral("on"), on}};
    };
    m_topics.clear();
    for (const QString& code : topicCodes()) m_topics << choice(code, topicName(code), chosen(m_edit.topics, code));
    m_languages.clear();
    for (const QString& tag : languageCodes()) m_languages << choice(tag, languageName(tag), chosen(m_edit.languages, tag));
    const Format& format = m_context.format;
    m_durations.clear(), m_buffers.clear(), m_answers.clear(), m_frees.clear(), m_shares.clear(), m_times.clear();
    for (const int minutes : kDurations) m_durations << format.duration(minutes * kMinute);
    //: No pause between two visits.
    for (const int minutes : kBuffers) m_buffers << (minutes ? format.duration(minutes * kMinute) : tr("none"));
    for (const auto ms : kAnswers) m_answers << format.duration(ms);
    //: How long before a visit cancelling is free. %1 is "24 hours".
    for (const auto ms : kFrees) m_frees << tr("until %1 before").arg(format.duration(ms));
    //: Share of the price that the therapist keeps. %1 is a percentage.
    for (const int bps : kShares) m_shares << (bps ? tr("%1 % of the price").arg(bps / 100) : tr("nothing"));
    for (int minute = 0; minute <= 24 * 60; minute += kStep)
        m_times << (minute == 24 * 60 ? QStringLiteral("24:00")
                                      : format.locale().toString(QTime(minute / 60, minute % 60), QLocale::ShortFormat));
    //: In place of the beginning of a break in a working day.
    m_breaks = QStringList{tr("no break")} + m_times;
    m_currency = format.currencySign();
    m_zone = static_cast<int>(m_zones.indexOf(text(m_edit.zone)));
    m_duration = nearest(kDurations, m_edit.durationMinutes);
    m_buffer = nearest(kBuffers, m_edit.bufferMinutes);
    m_answer = nearest(kAnswers, m_edit.policy.answerWithinMs);
    m_free = nearest(kFrees, m_edit.policy.freeBeforeMs);
    m_share = nearest(kShares, m_edit.policy.lateShareBps);
    m_assets = TokenWords(m_context.format, *m_context.snapshot()).rated() ? QStringList{QStringLiteral("KAS"), QStringLiteral("BTAI")}
                                                                           : QStringList{};
    m_asset = m_edit.inTokens ? 1 : 0;
}

void PracticeViewModel::show()
{
    const Format& format = m_context.format;
    showChoices();
    m_days.clear();
    for (int i = 0; i < 7; ++i)
        m_days << QVariantMap{{QStringLiteral("weekday"), i + 1},
                              {QStringLiteral("name"), format.locale().standaloneDayName(i + 1, QLocale::LongFormat)},
                              {QStringLiteral("on"), m_day[i].on},
                              {QStringLiteral("from"), m_day[i].from / kStep},
                              {QStringLiteral("to"), m_day[i].to / kStep},
                              {QStringLiteral("pause"), m_day[i].pause},
                              {QStringLiteral("pauseFrom"), m_day[i].pause ? m_day[i].pauseFrom / kStep + 1 : 0},
                              {QStringLiteral("pauseTo"), m_day[i].pauseTo / kStep},
                              {QStringLiteral("error"), m_touched ? dayError(m_day[i]) : QString()}};
    const QTimeZone zone = practiceZone();
    m_timeOff.clear();
    for (const Millis off : m_edit.timeOff)
        m_timeOff << QVariantMap{{QStringLiteral("at"), static_cast<double>(off.value)},
                                 {QStringLiteral("text"), format.locale().toString(Format::inZone(off, zone).date(), QLocale::LongFormat)}};
    const QDate today = Format::inZone(m_context.now.value(), zone).date();
    m_daysAhead.clear();
    for (int i = 0; i < 60; ++i) m_daysAhead << format.locale().toString(today.addDays(i), QLocale::LongFormat);
    const auto price = format.parseMoney(m_priceText);
    const TokenWords words(format, *m_context.snapshot());
    m_priceCoins = !price || m_priceText.isEmpty() ? QString() : m_edit.inTokens ? words.amount(words.unitsOf(*price)) : format.kas(*price);
    m_priceError.clear();
    if (!m_priceText.isEmpty() && !price) m_priceError = app::errorText(price.error());
    else if (price && price->value == 0 && m_touched && !m_priceText.isEmpty()) m_priceError = app::errorText("practice.price_zero");
    const auto bond = format.parseMoney(m_bondText.isEmpty() ? QStringLiteral("0") : m_bondText);
    m_bondError = bond ? QString() : app::errorText(bond.error());
    //: The rules as patients read them. %1 is "24 hours", %2 a share, %3 an amount.
    m_policy = tr("Free to cancel until %1 before. Later, %2 goes to you. If you cancel late or do not come, the other "
                  "person gets everything back%3.")
                   .arg(format.duration(m_edit.policy.freeBeforeMs), m_shares.value(m_share),
                        //: End of a sentence. %1 is the therapist's own stake.
                        bond && bond->value ? tr(" and %1 from you").arg(format.money(*bond)) : QString());
    m_state = m_saving ? State::Saving : m_touched ? State::Edited : State::Clean;
    emit changed();
}

std::string_view PracticeViewModel::problem() const
{
    const auto spans = hours();
    if (spans.empty()) return "ui.no_hours";
    if (std::any_of(std::begin(m_day), std::end(m_day), badBreak)) return "ui.bad_break";
    if (std::any_of(spans.begin(), spans.end(), [](const WeeklySpan& s) { return s.toMinute <= s.fromMinute; })) return "ui.bad_hours";
    if (m_edit.topics.empty()) return "ui.no_topics";
    if (m_edit.languages.empty()) return "ui.no_languages";
    const auto price = m_context.format.parseMoney(m_priceText);
    if (!price) return price.error().code;
    if (price->value == 0) return "practice.price_zero";
    const auto bond = m_context.format.parseMoney(m_bondText.isEmpty() ? QStringLiteral("0") : m_bondText);
    if (!bond) return bond.error().code;
    return {};
}

void PracticeViewModel::save()
{
    if (m_saving) return;
    if (const auto code = problem(); !code.empty()) {
        m_errorText = app::errorText(code);
        emit changed();
        return;
    }
    service::PracticeView next = m_edit;
    next.hours = hours();
    next.about = about().trimmed().toStdString();
    next.price = *m_context.format.parseMoney(m_priceText);
    next.policy.bond = m_bondText.isEmpty() ? Sompi{} : *m_context.format.parseMoney(m_bondText);
    // An amount that was not touched keeps its exact value: showing it rounds to cents.
    const auto stored = m_context.snapshot();
    if (m_priceText == m_context.format.moneyPlain(stored->practice.price)) next.price = stored->practice.price;
    if (m_bondText == m_context.format.moneyPlain(stored->practice.policy.bond)) next.policy.bond = stored->practice.policy.bond;
    m_saving = true;
    m_errorText.clear();
    show();
    ui::onGui(m_context.engine.savePractice(std::move(next)), this, [this](const Result<void>& done) {
        m_saving = false;
        if (done) m_touched = false;
        else m_errorText = app::errorText(done.error(), m_context.format);
        if (done) m_context.toasts.say(tr("Saved. Your listing is on its way."));
        refresh();
        if (done) emit saved();
    });
}

void PracticeViewModel::discard()
{
    m_touched = false;
    m_errorText.clear();
    refresh();
}

} // namespace bt::app
