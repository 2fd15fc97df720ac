// SPDX-License-Identifier: GPL-3.0-or-later
#include "booking_view_model.h"

#include "disclosure_words.h"
#include "error_text.h"
#include "names.h"
#include "policy_words.h"
#include "service/disputes/disputes_view.h"
#include "token_words.h"
#include "ui/on_gui.h"
#include "wealth.h"

namespace bt::app {

using ui::onGui;

BookingViewModel::BookingViewModel(const Context& context, QObject* parent) : QObject(parent), m_context(context)
{
    connect(&m_context.engine, &service::Engine::changed, this, &BookingViewModel::refresh);
}

void BookingViewModel::enter(State state, const QString& error)
{
    m_state = state;
    m_errorText = error;
    emit changed();
}

void BookingViewModel::setIntake(const QString& intake)
{
    if (m_intake == intake) return;
    m_intake = intake;
    emit intakeChanged();
}

QString BookingViewModel::intakeLeft() const
{
    const auto left = static_cast<int>(kIntakeMax - m_intake.size());
    if (left < 0) return tr("%n character(s) too many", nullptr, -left);
    return left < 200 ? tr("%n character(s) left", nullptr, left) : QString();
}

void BookingViewModel::begin(const QString& therapistId, double startsAt)
{
    const bool same = m_therapistId == therapistId;
    m_therapistId = therapistId;
    m_startsAt = {static_cast<std::int64_t>(startsAt)};
    m_visitId.clear();
    m_errorText.clear();
    ++m_round;
    if (!same) setIntake({});
    const auto snapshot = m_context.snapshot();
    m_step = snapshot->gate == service::Gate::Open ? Step::Agreement : Step::You;
    m_state = State::Idle;
    refresh();
}

void BookingViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    if (const auto* t = findTherapist(*snapshot, m_therapistId.toStdString())) {
        const Format& format = m_context.format;
        m_name = text(t->name);
        m_avatarSeed = text(t->avatarSeed);
        //: %1 is "Licensed in Berlin", %2 a date.
        m_licence = t->licence.state == service::LicenceState::Valid
                        ? tr("%1 until %2").arg(licenceWords(t->licence), format.monthName(t->licence.validUntil))
                        : licenceWords(t->licence);
        m_when = format.dayTimeLong(m_startsAt);
        const QString length = format.duration(t->durationMinutes * kMinute);
        const QTimeZone there(QByteArray::fromStdString(t->zone));
        //: %1 is "50 minutes".
        m_whereWhen = tr("%1, in writing.").arg(length);
        if (there.isValid() && there != format.zone())
            //: %1 a time, %2 a city.
            m_whereWhen += QLatin1Char(' ') + tr("It is %1 in %2.").arg(format.timeIn(m_startsAt, there), Format::city(t->zone));
        m_agreement = policySentence(format, t->policy, m_startsAt, m_context.now.value(), m_name);
        //: Who shares the money out if two cannot agree. %1 is the therapist's name.
        m_decidersSentence =
            tr("If something goes wrong and you cannot agree, two of three people decide: one named by you, one by %1, one by both of you.")
                .arg(m_name);
        const auto& d = snapshot->disputes;
        if (!d || (d->ownDecider.empty() && d->jointDecider.empty()))
            m_decidersSentence += QLatin1Char(' ') + (snapshot->network.name == "practice"
                                                          ? tr("On the practice network programs stand in for those whom nobody named.")
                                                          : tr("You named nobody yet; you can in the settings."));
        //: %1 is "50 minutes".
        m_visitLabel = tr("Visit, %1").arg(length);
    }
    // A persona made on the way moves on by itself: that step has nothing more to ask.
    if (m_step == Step::You && snapshot->gate == service::Gate::Open) m_step = Step::Agreement;
    if (m_state == State::Short && m_step == Step::SetAside) ask();
    emit changed();
}

void BookingViewModel::next()
{
    if (m_step == Step::You && m_context.snapshot()->gate == service::Gate::Open) m_step = Step::Agreement;
    else if (m_step == Step::Agreement && intakeFits()) {
        m_step = Step::SetAside;
        ask();
    }
    emit changed();
}

bool BookingViewModel::back()
{
    if (m_state == State::Booking) return true;
    if (m_step != Step::SetAside) return false;
    ++m_round;
    m_step = Step::Agreement;
    enter(State::Idle);
    return true;
}

void BookingViewModel::quoteAgain() { ask(); }

void BookingViewModel::ask()
{
    const int round = ++m_round;
    enter(State::Quoting);
    onGui(m_context.engine.quote(m_therapistId.toStdString(), m_startsAt), this, [this, round](const Result<service::QuoteView>& quote) {
        if (round != m_round) return;
        if (!quote) return enter(State::Failed, app::errorText(quote.error()));
        show(*quote);
        enter(quote->missing.value > 0 ? State::Short : State::Ready);
    });
}

void BookingViewModel::show(const service::QuoteView& q)
{
    const Format& format = m_context.format;
    m_price = format.money(q.price);
    m_fee = format.fee(q.fee);
    m_deposit = q.deposit.value ? format.fee(q.deposit) : QString();
    // What is held, to the cent what the page Money shows then; the fee is gone.
    const Sompi held{q.price.value + q.deposit.value};
    m_total = format.moneySum({q.price, q.deposit});
    m_totalKas = format.kas(held);
    m_tokenNote.clear();
    if (q.tokens) showTokens(q);
    //: Where the exchange rate comes from.
    switch (m_context.snapshot()->network.money) {
    case service::MoneyKind::Play: m_rate = tr("rate fixed by the practice network"); break;
    //: Where the exchange rate comes from.
    case service::MoneyKind::Test: m_rate = tr("rate made up for test money"); break;
    case service::MoneyKind::Real: m_rate.clear(); break;
    }
    //: Button that pays. %1 is a price.
    m_bookWords = tr("Hold %1 and ask").arg(format.moneyShort(q.price));
    //: %1 is a moment.
    m_answerBy = tr("The answer comes by %1. If it does not, all of it comes back to you.")
                     .arg(format.inSentence(q.acceptBy, m_context.now.value()));
    //: %1 is an amount.
    m_missing = q.missing.value ? tr("%1 are missing. Nothing was sent.").arg(format.money(q.missing)) : QString();
    showPurse(q);
    if (q.tokens && q.missing.value) {
        const TokenWords words(format, *m_context.snapshot());
        QStringList kinds;
        if (q.tokens->missing > 0) kinds << words.amount(q.tokens->missing);
        if (q.tokens->kasMissing.value > 0) kinds << format.kas(q.tokens->kasMissing);
        //: How much money is short, in coins of one or two kinds. %1 such as "116.00 BTAI, 2.00 KAS".
        m_missing = tr("Missing: %1. Nothing was sent.").arg(kinds.join(QStringLiteral(", ")));
    }
    const auto snapshot = m_context.snapshot();
    m_canAddMoney = snapshot->network.money == service::MoneyKind::Play;
    //: Where money can be sent to when it is short. %1 is an address.
    m_payTo = m_canAddMoney || !q.missing.value
                  ? QString()
                  : tr("Send coins to your own address, and come back when they have arrived: %1").arg(text(snapshot->money.address));
    m_bondSentence = q.bond.value
                         //: %1 name, %2 price, %3 the therapist's own stake.
                         ? tr("If %1 cancels late or does not come, you get %2 back and %3 on top.")
                               .arg(m_name, format.moneyShort(q.price), format.moneyShort(q.bond))
                         : QString();
    m_stops = ladderStops(
        format, {m_context.now.value(), q.freeUntil, q.startsAt, q.endsAt, q.latestPayout, q.price, q.lateBack, q.bond, q.lateShareBps});
    showPublic(q);
}

// What she has before and afterwards, as the page Money counts it, and what of it counts for this payment.
void BookingViewModel::showPurse(const service::QuoteView& q)
{
    const Format& format = m_context.format;
    const auto left = q.missing.value ? std::nullopt : std::optional(q.left);
    const Purse purse = purseOf(*m_context.snapshot(), format, q.available, left, q.tokens.has_value());
    m_available = purse.free;
    m_left = purse.left;
    m_counts = purse.counts;
    m_countsLabel.clear();
    if (m_counts.isEmpty()) return;
    //: A line of a person's money, before a visit is paid in BTAI.
    if (q.tokens) m_countsLabel = tr("Of it in BTAI, which pays this visit");
    //: A line of a person's money, before a visit is paid in KAS.
    else m_countsLabel = tr("Of it in KAS, which pays this visit");
    if (!q.tokens && q.missing.value)
        //: When money is short in one of two coins. %1 is an amount.
        m_missing = tr("This visit is paid in KAS, and %1 of that are missing. Nothing was sent.").arg(format.money(q.missing));
}

// Both kinds of coins, and what becomes of the small one.
void BookingViewModel::showTokens(const service::QuoteView& q)
{
    const Format& format = m_context.format;
    const TokenWords words(format, *m_context.snapshot());
    const auto& t = *q.tokens;
    //: Both kinds of coins of a price. %1 such as "116.00 BTAI", %2 such as "2.01 KAS".
    m_totalKas = tr("%1 and %2").arg(words.amount(t.price), format.kas(q.deposit));
    //: Under the price of a visit that is paid in BTAI. %1 is an amount of BTAI, %2 of KAS.
    m_tokenNote =
        tr("The price is %1. Beside it, %2 are held; they come back at the end.").arg(words.amount(t.price), format.kas(q.deposit));
    if (t.carriersLeft.value > 0)
        //: Follows the sentence that the KAS come back at the end. %1 is an amount of KAS.
        m_tokenNote +=
            QLatin1Char(' ') + tr("If the visit takes place, %1 of them go along with the payments.").arg(format.kas(t.carriersLeft));
    if (t.levy > 0)
        //: Under the price of a visit that is paid in BTAI. %1 is an amount of BTAI, %2 a name.
        m_tokenNote +=
            QLatin1Char(' ') +
            tr("Of what %2 gets, %1 go to the pool for rewards; that gives your rating its weight.").arg(words.amount(t.levy), m_name);
}

void BookingViewModel::showPublic(const service::QuoteView& q)
{
    const Format& format = m_context.format;
    //: What is public about a booking. %1 is an amount.
    m_anyoneSees = tr("that about %1 are set aside for a visit, its time limits, and when the money moves")
                       .arg(format.moneyShort({q.price.value + q.deposit.value}));
    //: What nobody can see about a booking.
    m_nobodySees = tr("who you are, who the other person is, and what is said");
    //: What somebody could work out about a booking.
    m_couldGuess = tr("the hour of the visit from its time limits, and a habit if it repeats");
    m_feeExact = feeWords(format, q.fee);
    m_chainSees = app::chainSees(format, q.disclosure);
    if (q.tokens)
        //: What anyone who reads the chain learns of a booking in BTAI.
        m_chainSees << tr("The price in BTAI, the other side's stake and the part for the pool, and the way that these BTAI take.");
    m_publicFacts.clear();
    for (const auto& [name, value] : q.publicFacts)
        m_publicFacts << QVariantMap{{QStringLiteral("name"), text(name)}, {QStringLiteral("value"), text(value)}};
}

void BookingViewModel::addMoney()
{
    if (m_state != State::Short && m_state != State::Failed) return;
    enter(State::AddingMoney);
    onGui(m_context.engine.addPlayMoney(), this, [this](const Result<void>& done) {
        if (!done) return enter(State::Failed, app::errorText(done.error()));
        ask();
    });
}

void BookingViewModel::book()
{
    if (m_state != State::Ready) return;
    enter(State::Booking);
    onGui(m_context.engine.book(m_therapistId.toStdString(), m_startsAt, m_intake.trimmed().toStdString()), this,
          [this](const Result<std::string>& id) {
              if (!id) return enter(State::Failed, app::errorText(id.error()));
              m_visitId = text(*id);
              setIntake({});
              enter(State::Booked);
              emit booked(m_visitId);
          });
}

} // namespace bt::app
