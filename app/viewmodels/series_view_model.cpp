// SPDX-License-Identifier: GPL-3.0-or-later
#include "series_view_model.h"

#include "error_text.h"
#include "policy_words.h"
#include "series_words.h"
#include "token_words.h"
#include "ui/on_gui.h"
#include "wealth.h"

#include <algorithm>

namespace bt::app {

using ui::onGui;

namespace {
constexpr int kWeeks[] = {0, 1, 2}; // of the rhythms; 0: once
constexpr int kFirstCount = 4;
} // namespace

SeriesViewModel::SeriesViewModel(const Context& context, QObject* parent)
    : QObject(parent), m_context(context),
      m_dates({QStringLiteral("place"), QStringLiteral("when"), QStringLiteral("there"), QStringLiteral("words"), QStringLiteral("ladder"),
               QStringLiteral("tone"), QStringLiteral("left"), QStringLiteral("canToggle"), QStringLiteral("toggleText"),
               QStringLiteral("instead"), QStringLiteral("chosen"), QStringLiteral("spoken")})
{}

void SeriesViewModel::enter(State state, const QString& error)
{
    m_state = state;
    m_errorText = error;
    emit changed();
}

void SeriesViewModel::begin(const QString& therapistId, double startsAt)
{
    ++m_round;
    m_wish = {therapistId.toStdString(), {static_cast<std::int64_t>(startsAt)}, 1, kFirstCount, {}};
    m_offered = m_context.engine.doors().series != nullptr;
    //: How often a visit is asked for.
    m_rhythms = {tr("Once"), tr("Weekly"), tr("2-weekly")};
    m_rhythm = 0;
    m_repeats = false;
    m_counts.clear();
    for (int n = service::kSeriesLeast; n <= service::kSeriesMost; ++n) m_counts << tr("%n visits", nullptr, n);
    m_countIndex = kFirstCount - service::kSeriesLeast;
    m_plan = {};
    m_dates.setRows({});
    enter(State::Idle);
}

void SeriesViewModel::setRhythm(int index)
{
    if (index < 0 || index >= m_rhythms.size() || m_state == State::Booking) return;
    m_rhythm = index;
    m_repeats = index > 0;
    m_wish.everyWeeks = std::max(kWeeks[index], 1);
    m_wish.choices.clear();
    if (m_repeats) plan();
    else enter(State::Idle);
}

void SeriesViewModel::setCount(int index)
{
    if (index < 0 || index >= m_counts.size() || m_state == State::Booking) return;
    m_countIndex = index;
    m_wish.count = index + service::kSeriesLeast;
    m_wish.choices.clear();
    if (m_repeats) plan();
    else emit changed();
}

void SeriesViewModel::plan()
{
    if (!m_repeats || m_state == State::Booking || m_context.engine.doors().series == nullptr) return;
    if (m_context.snapshot()->gate != service::Gate::Open) return enter(State::Idle); // planned when there is a persona
    const int round = ++m_round;
    enter(State::Planning);
    onGui(m_context.engine.doors().series->plan(m_wish), this, [this, round](const Result<service::SeriesPlanView>& plan) {
        if (round != m_round) return;
        if (!plan) return enter(State::Failed, app::errorText(plan.error(), m_context.format));
        show(*plan);
        if (plan->visits < service::kSeriesLeast) return enter(State::Failed, app::errorText("visit.bad_series"));
        enter(plan->missing.value > 0 ? State::Short : State::Ready);
    });
}

void SeriesViewModel::toggle(int place)
{
    const auto it = m_wish.choices.find(place);
    if (it != m_wish.choices.end() && it->second.value == 0) m_wish.choices.erase(it);
    else m_wish.choices[place] = Millis{};
    plan();
}

void SeriesViewModel::choose(int place, int instead)
{
    const auto date = std::ranges::find(m_plan.dates, place, &service::SeriesDateView::place);
    if (date == m_plan.dates.end()) return;
    if (instead <= 0) m_wish.choices.erase(place);
    else if (static_cast<std::size_t>(instead) <= date->instead.size())
        m_wish.choices[place] = date->instead[static_cast<std::size_t>(instead) - 1];
    plan();
}

void SeriesViewModel::addMoney()
{
    if (m_state != State::Short && m_state != State::Failed) return;
    enter(State::AddingMoney);
    onGui(m_context.engine.addPlayMoney(), this, [this](const Result<void>& done) {
        if (!done) return enter(State::Failed, app::errorText(done.error()));
        plan();
    });
}

void SeriesViewModel::book(const QString& intake)
{
    if (m_state != State::Ready) return;
    std::vector<Millis> starts;
    for (const auto& date : m_plan.dates)
        if (!date.left) starts.push_back(date.startsAt);
    enter(State::Booking);
    onGui(m_context.engine.doors().series->book(m_wish, std::move(starts), intake.trimmed().toStdString()), this,
          [this](const Result<std::string>& id) {
              if (!id) return enter(State::Failed, app::errorText(id.error(), m_context.format));
              enter(State::Booked);
              emit booked(text(*id));
          });
}

QString SeriesViewModel::rhythmWords(Millis at) const { return everyWords(m_context.format, at, m_wish.everyWeeks); }

void SeriesViewModel::show(const service::SeriesPlanView& p)
{
    const Format& format = m_context.format;
    const auto snapshot = m_context.snapshot();
    m_plan = p;
    //: "6 visits, every Tuesday, 17:00".
    m_title = tr("%n visits, %1, %2", nullptr, p.visits).arg(rhythmWords(m_wish.first), format.time(m_wish.first));
    const QTimeZone there(QByteArray::fromStdString(p.zone));
    //: %1 a time, %2 a city.
    m_zoneLine = tr("The hour stays %1 in %2, also when the clocks change.")
                     .arg(there.isValid() ? format.timeIn(m_wish.first, there) : format.time(m_wish.first), Format::city(p.zone));
    QStringList out;
    for (const auto& date : p.dates)
        if (date.left) out << format.dayShort(date.usual);
    //: Days that are not asked for. %1 is a list of days.
    m_leftOutLine = out.isEmpty() ? QString() : tr("Left out: %1.").arg(out.join(QStringLiteral(", ")));
    //: A line of the price. %1 is the price of one.
    m_visitsLabel = tr("%n visits of %1", nullptr, p.visits).arg(format.moneyShort(p.priceEach));
    m_price = format.money(p.price);
    m_fee = format.fee(p.fee);
    m_deposit = format.fee(p.deposit);
    // What is held, as a single visit says it; the fees are gone.
    m_total = format.moneySum({p.price, p.deposit});
    m_totalKas = format.kasExact({p.price.value + p.deposit.value});
    m_missing.clear();
    if (p.missing.value > 0)
        //: %1 an amount, %2 the same in coins.
        m_missing =
            tr("For all of them %1 (%2) are missing. Add money, or leave days out.").arg(format.money(p.missing), format.kas(p.missing));
    const auto* therapist = findTherapist(*snapshot, m_wish.therapistId);
    const QString peer = therapist != nullptr ? text(therapist->name) : QString();
    m_tokenNote.clear();
    showPurse(p);
    if (p.tokens) showTokens(p, peer);
    m_canAddMoney = snapshot->network.money == service::MoneyKind::Play;
    //: Button that pays. %1 is the price of all visits.
    m_bookWords = tr("Hold %1 and ask").arg(format.moneyShort(p.price));
    m_eachLine = tr("Each visit is held by itself: it is answered, cancelled and paid alone. What is held for the others stays.");
    listDates(p, peer);
}

// What she has before and afterwards, as the page Money counts it, and what of it counts for these payments.
void SeriesViewModel::showPurse(const service::SeriesPlanView& p)
{
    const auto left = p.missing.value ? std::nullopt : std::optional(p.left);
    const Purse purse = purseOf(*m_context.snapshot(), m_context.format, p.available, left, p.tokens.has_value());
    m_available = purse.free;
    m_left = purse.left;
    m_paying = purse.counts;
    m_payingLabel.clear();
    if (m_paying.isEmpty()) return;
    //: A line of a person's money, before several visits are paid in BTAI.
    if (p.tokens) m_payingLabel = tr("Of it in BTAI, which pays these visits");
    //: A line of a person's money, before several visits are paid in KAS.
    else m_payingLabel = tr("Of it in KAS, which pays these visits");
}

// Both kinds of coins, and what becomes of the small one.
void SeriesViewModel::showTokens(const service::SeriesPlanView& p, const QString& peer)
{
    const Format& format = m_context.format;
    const TokenWords words(format, *m_context.snapshot());
    const auto& t = *p.tokens;
    //: Both kinds of coins of the price of several visits. %1 such as "116.00 BTAI", %2 such as "2.01 KAS".
    m_totalKas = tr("%1 and %2").arg(words.amountExact(t.price), format.kasExact(p.deposit));
    //: Under the price of several visits that are paid in BTAI. %1 is an amount of BTAI, %2 of KAS.
    m_tokenNote = tr("The prices are %1 in all. Beside them, %2 are held; they come back at the end of each visit.")
                      .arg(words.amountExact(t.price), format.kas(p.deposit));
    if (t.carriersLeft.value > 0)
        //: Follows the sentence that the KAS come back. %1 is an amount of KAS.
        m_tokenNote +=
            QLatin1Char(' ') + tr("If all visits take place, %1 of them go along with the payments.").arg(format.kas(t.carriersLeft));
    if (t.levy > 0)
        //: Under the price of several visits that are paid in BTAI. %1 is an amount of BTAI, %2 a name.
        m_tokenNote += QLatin1Char(' ') + tr("Of what %2 gets, %1 in all go to the pool for rewards; that gives your ratings their weight.")
                                              .arg(words.amountExact(t.levy), peer);
    if (p.missing.value == 0) return;
    QStringList kinds;
    if (t.missing > 0) kinds << words.amountExact(t.missing);
    if (t.kasMissing.value > 0) kinds << format.kasExact(t.kasMissing);
    //: How much money is short for all visits of a series, in coins of one or two kinds. %1 such as "116.00 BTAI, 2.00 KAS".
    m_missing = tr("Missing for all of them: %1. Nothing was sent. Add money, or leave days out.").arg(kinds.join(QStringLiteral(", ")));
}

void SeriesViewModel::listDates(const service::SeriesPlanView& p, const QString& peer)
{
    const Format& format = m_context.format;
    const QTimeZone there(QByteArray::fromStdString(p.zone));
    QList<QVariantMap> rows;
    for (const auto& d : p.dates) {
        const bool possible = canBeAsked(d.state);
        const QString when = format.dayTimeLong(d.startsAt);
        QString zone;
        if (there.isValid() && there != format.zone())
            //: %1 a time, %2 a city.
            zone = tr("%1 in %2").arg(format.timeIn(d.startsAt, there), Format::city(p.zone));
        QString ladder;
        if (!d.left)
            //: One visit of a series. %1 a moment, %2 an amount.
            ladder = tr("Free to cancel until %1, after that %2 come back. Answered by %3, else all of it comes back.")
                         .arg(format.dayTime(d.freeUntil), format.moneyShort(d.lateBack), format.dayTime(d.acceptBy));
        QString words = dateWords(d.state, peer);
        //: A day that the person left out herself.
        if (d.left && possible) words = tr("Left out.");
        QStringList instead;
        if (!d.instead.empty() || d.startsAt != d.usual) {
            //: First choice of a list: the series' own hour. %1 is a moment.
            instead << tr("%1 (the usual hour)").arg(format.dayTime(d.usual));
            for (const auto other : d.instead) instead << format.dayTime(other);
        }
        int chosen = 0;
        for (std::size_t i = 0; i < d.instead.size(); ++i)
            if (d.instead[i] == d.startsAt) chosen = static_cast<int>(i) + 1;
        rows << QVariantMap{{QStringLiteral("place"), d.place},
                            {QStringLiteral("when"), when},
                            {QStringLiteral("there"), zone},
                            {QStringLiteral("words"), words},
                            {QStringLiteral("ladder"), ladder},
                            {QStringLiteral("tone"), d.left ? QStringLiteral("plain") : QStringLiteral("good")},
                            {QStringLiteral("left"), d.left},
                            {QStringLiteral("canToggle"), possible},
                            //: Button at a day of a series.
                            {QStringLiteral("toggleText"), d.left ? tr("Take it in") : tr("Leave it out")},
                            {QStringLiteral("instead"), instead},
                            {QStringLiteral("chosen"), chosen},
                            {QStringLiteral("spoken"), QStringList({when, zone, words, ladder}).join(QStringLiteral(". "))}};
    }
    m_dates.setRows(rows);
}

} // namespace bt::app
