// SPDX-License-Identifier: GPL-3.0-or-later
#include "series_words.h"

#include "token_words.h"

#include "service/series/cancel_view.h"
#include "service/series/series_view.h"

#include <QCoreApplication>

namespace bt::app {

namespace {
struct SeriesWords {
    Q_DECLARE_TR_FUNCTIONS(Series)
};
QString both(const Format& format, Sompi amount)
{
    //: An amount in currency, then the same exactly in coins.
    return SeriesWords::tr("%1 (%2)").arg(format.money(amount), format.kasExact(amount));
}
// A fee is often less than the smallest coin: "0.00 €" would be untrue.
QString feeBoth(const Format& format, Sompi amount) { return SeriesWords::tr("%1 (%2)").arg(format.fee(amount), format.kasExact(amount)); }
} // namespace

QString everyWords(const Format& format, Millis at, int everyWeeks)
{
    const QString weekday = format.locale().standaloneDayName(format.local(at).date().dayOfWeek());
    switch (everyWeeks) {
    //: How often. %1 is a day of the week.
    case 1: return SeriesWords::tr("every %1").arg(weekday);
    //: How often: every two weeks. %1 is a day of the week.
    case 2: return SeriesWords::tr("every second %1").arg(weekday);
    //: How often. %n weeks, %1 is a day of the week.
    default: return SeriesWords::tr("every %n weeks on %1", nullptr, everyWeeks).arg(weekday);
    }
}

QString seriesPlace(const service::VisitView& v)
{
    if (!v.series) return {};
    //: Place of a visit in its series: "3 of 8".
    return SeriesWords::tr("%1 of %2").arg(v.series->place).arg(v.series->count);
}

QString seriesLine(const service::VisitView& v, const Format& format)
{
    if (!v.series) return {};
    //: %1 is "3 of 8", %2 is "every Tuesday".
    return SeriesWords::tr("%1, %2").arg(seriesPlace(v), everyWords(format, v.startsAt, v.series->everyWeeks));
}

QString dateWords(service::DateState state, const QString& peer)
{
    switch (state) {
    case service::DateState::Open: return {};
    case service::DateState::Unpublished:
        //: About a day of a series. %1 is a name.
        return SeriesWords::tr("%1 has not published this week yet; the hour is usual. If it cannot be, your money for it comes back.")
            .arg(peer);
    //: Why a day of a series cannot be asked for. %1 is a name.
    case service::DateState::NotOpen: return SeriesWords::tr("%1 does not have this hour then.").arg(peer);
    //: Why a day of a series cannot be asked for.
    case service::DateState::Mine: return SeriesWords::tr("You have another visit at that time.");
    //: Why a day of a series cannot be asked for.
    case service::DateState::TooSoon: return SeriesWords::tr("This is too soon.");
    //: Why a day of a series cannot be asked for: the clocks change.
    case service::DateState::Skipped: return SeriesWords::tr("The clocks jump over this hour on that day.");
    }
    return {};
}

QStringList cancelLines(const service::CancelView& c, bool patient, const QString& peer, const Format& format, const TokenWords& tokens,
                        Millis now)
{
    QStringList out;
    if (c.visits.size() > 1)
        //: Heads the exact outcome of cancelling several visits. %n is their number.
        out << SeriesWords::tr("%n visits in sum:", nullptr, static_cast<int>(c.visits.size()));
    const auto line = [&](Sompi amount, const QString& mine, const QString& theirs, bool toMe) {
        if (amount.value > 0) out << (toMe ? mine.arg(both(format, amount)) : theirs.arg(both(format, amount), peer));
    };
    // Price and stake, in the coins that the visit is paid in.
    const auto coins = [&](Sompi amount, const QString& mine, const QString& theirs, bool toMe) {
        if (!c.inTokens) return line(amount, mine, theirs, toMe);
        if (amount.value == 0) return;
        //: An amount of money and of coins, as "12.00 € (100 KAS)". %1 money, %2 coins.
        const QString words = SeriesWords::tr("%1 (%2)").arg(tokens.money(amount.value), tokens.amount(amount.value));
        out << (toMe ? mine.arg(words) : theirs.arg(words, peer));
    };
    //: Part of what cancelling gives. %1 an amount, %2 a name.
    const QString priceMe = SeriesWords::tr("Of the price come to you: %1."), priceThem = SeriesWords::tr("Of the price go to %2: %1.");
    coins(c.priceToPatient, priceMe, priceThem, patient);
    coins(c.priceToTherapist, priceMe, priceThem, !patient);
    if (patient) {
        //: Part of what cancelling gives the patient. %1 an amount, %2 a name.
        coins(c.bondToPatient, SeriesWords::tr("The other side's stake comes to you: %1."), {}, true);
        //: Part of what cancelling gives. %1 an amount, %2 a name.
        coins(c.bondToTherapist, {}, SeriesWords::tr("Their own stake goes back to %2: %1."), false);
    } else {
        //: Part of what cancelling gives the therapist. %1 an amount, %2 a name.
        coins(c.bondToPatient, {}, SeriesWords::tr("Your stake goes to %2: %1."), false);
        //: Part of what cancelling gives the therapist. %1 an amount.
        coins(c.bondToTherapist, SeriesWords::tr("Your stake comes back to you: %1."), {}, true);
    }
    //: Part of what cancelling gives. %1 an amount, %2 a name.
    line(c.deposit, SeriesWords::tr("The deposit comes back to you: %1."), SeriesWords::tr("The deposit goes back to %2: %1."), patient);
    //: Part of what cancelling gives. %1 an amount, %2 a name.
    line(c.ticket, SeriesWords::tr("Kept for your rating, then yours: %1."), SeriesWords::tr("Kept for the rating of %2: %1."), patient);
    //: The sum of what cancelling gives.
    out << SeriesWords::tr("In all, to you: %1.").arg(c.inTokens ? format.money(c.toMe) : both(format, c.toMe));
    out << (c.feeFromPayout
                //: The network's fee. %1 an amount.
                ? SeriesWords::tr("Network fee, taken from what comes to you: %1.").arg(feeBoth(format, c.fee))
                : SeriesWords::tr("Network fee: %1.").arg(feeBoth(format, c.fee)));
    if (c.changesNow)
        out << SeriesWords::tr(
            "A time limit has just passed. If the network acts on it first, nothing is cancelled and you are asked again.");
    else if (c.until.value > 0)
        //: When the outcome of cancelling gets worse. %1 is a moment.
        out << SeriesWords::tr("So it stays until %1.").arg(format.inSentence(c.until, now));
    return out;
}

QStringList moveLines(const service::MoveView& m, const QString& peer, const Format& format, const TokenWords& tokens)
{
    QStringList out;
    // Of visits in BTAI both kinds of coins stand behind the amount in currency.
    const auto amount = [&](Sompi worth, std::uint64_t units, Sompi kas) {
        if (!m.tokens) return both(format, worth);
        QStringList coins;
        if (units > 0) coins << tokens.amountExact(units);
        if (kas.value > 0 || coins.isEmpty()) coins << format.kasExact(kas);
        return SeriesWords::tr("%1 (%2)").arg(format.money(worth), coins.join(QStringLiteral(" + ")));
    };
    const auto t = m.tokens.value_or(service::TokenMoveView{});
    for (const auto& one : m.visits) {
        if (canBeAsked(one.state) && one.to != one.from) {
            //: A visit that is moved. %1 and %2 moments.
            QString line = SeriesWords::tr("%1 becomes %2.").arg(format.dayTime(one.from), format.dayTime(one.to));
            if (const QString why = dateWords(one.state, peer); !why.isEmpty()) line += QLatin1Char(' ') + why;
            out << line;
        } else {
            //: A visit that cannot be moved. %1 a moment, %2 a reason.
            out << SeriesWords::tr("%1 stays. %2").arg(format.dayTime(one.from), dateWords(one.state, peer));
        }
    }
    if (m.moving == 0) return out;
    //: What money moves when a visit is moved. %1 an amount.
    out << SeriesWords::tr("Back to you from the old hour: %1.").arg(amount(m.back, t.back, t.kasBack));
    if (m.lost.value > 0)
        //: %1 an amount, %2 a name.
        out << SeriesWords::tr("Kept by %2 for late cancelling: %1.").arg(amount(m.lost, t.lost, {}), peer);
    //: %1 an amount.
    out << SeriesWords::tr("Held for the new hour: %1.").arg(amount(m.held, t.held, t.kasHeld));
    //: %1 an amount.
    out << SeriesWords::tr("Network fees: %1.").arg(feeBoth(format, m.fee));
    //: %1 a name.
    out << SeriesWords::tr(
               "The new hour is asked for when the old one's money is back; %1 answers it anew. The other visits stay as they are.")
               .arg(peer);
    if (m.missing.value > 0)
        //: %1 an amount.
        out << SeriesWords::tr("For this %1 are missing.").arg(amount(m.missing, t.missing, t.kasMissing));
    return out;
}

} // namespace bt::app
