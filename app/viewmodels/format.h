// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How money and time are written for this person: her language, her time zone, her currency. GUI thread.
#pragma once

#include "base/result.h"
#include "base/sompi.h"
#include "service/snapshot.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace bt::app {

class Format
{
    Q_DECLARE_TR_FUNCTIONS(bt::app::Format)
public:
    explicit Format(QLocale locale = QLocale::system(), QTimeZone zone = QTimeZone::systemTimeZone())
        : m_locale(std::move(locale)), m_zone(std::move(zone))
    {}
    void setLocale(const QLocale& locale) { m_locale = locale; }
    void setZone(const QTimeZone& zone) { m_zone = zone; }
    //! Takes the currency and the rate that amounts are shown in.
    void setRate(const service::MoneyView& money);
    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }

    // --- money: sompi in, words out ------------------------------------------------------------------------------
    [[nodiscard]] QString money(Sompi amount) const; //!< "60.00 €"
    //! The sum of amounts as it adds up from their own figures: parts that stand beside it never miss it by a cent.
    [[nodiscard]] QString moneySum(std::initializer_list<Sompi> parts) const;
    //! What is left of `whole` beside `part`, as their figures differ.
    [[nodiscard]] QString moneyRest(Sompi whole, Sompi part) const;
    [[nodiscard]] QString moneyShort(Sompi amount) const;        //!< "60 €", "62.50 €"
    [[nodiscard]] QString moneySigned(std::int64_t sompi) const; //!< "+60.00 €", "−60.00 €"
    [[nodiscard]] QString fee(Sompi amount) const;               //!< "under 0.01 €" or as money()
    [[nodiscard]] QString kas(Sompi amount) const;               //!< "1,034.48 KAS"
    [[nodiscard]] QString kasExact(Sompi amount) const;          //!< "1,034.48275862 KAS"
    [[nodiscard]] QString kasSigned(std::int64_t sompi) const;
    //! Figure without the currency's sign, for a field: "60.00".
    [[nodiscard]] QString moneyPlain(Sompi amount) const;
    [[nodiscard]] QString currencySign() const;
    //! What a person typed as an amount of her currency. "ui.amount_unreadable", "ui.amount_negative",
    //! "ui.amount_too_large", "ui.rate_unknown".
    [[nodiscard]] Result<Sompi> parseMoney(const QString& text) const;

    // --- time: UTC milliseconds in, words in her zone out ----------------------------------------------------------
    [[nodiscard]] QDateTime local(Millis at) const;
    [[nodiscard]] static QDateTime inZone(Millis at, const QTimeZone& zone);
    [[nodiscard]] QString time(Millis at) const;                                  //!< "17:00"
    [[nodiscard]] QString timeIn(Millis at, const QTimeZone& zone) const;         //!< "16:00", with the day if it differs
    [[nodiscard]] QString dayShort(Millis at) const;                              //!< "8 Dec"
    [[nodiscard]] QString weekdayShort(Millis at) const;                          //!< "Tue"
    [[nodiscard]] QString dayTime(Millis at) const;                               //!< "Tue 8 Dec, 17:00"
    [[nodiscard]] QString dayLong(Millis at) const;                               //!< "Tuesday 8 December"
    [[nodiscard]] QString dayTimeLong(Millis at) const;                           //!< "Tuesday 8 December, 17:00"
    [[nodiscard]] QString dateFull(Millis at) const;                              //!< "30 June 2028"
    [[nodiscard]] QString monthName(Millis at) const;                             //!< "December", with the year if not now's
    [[nodiscard]] QString weekRange(const QDate& first, const QDate& last) const; //!< "7 to 13 December"
    [[nodiscard]] QString nearDayTime(Millis at, Millis now) const;               //!< "Today, 17:00", "Tomorrow, 17:00", dayTime()
    [[nodiscard]] QString inSentence(Millis at, Millis now) const;                //!< as nearDayTime(), inside a sentence: "today, 17:00"
    [[nodiscard]] QString nearDay(Millis at, Millis now) const;                   //!< "17:00" today, "Sun" this week, "28 Nov"
    [[nodiscard]] QString until(std::int64_t ms) const;                           //!< "in 1 day 2 h", "in 8 minutes", "now"
    [[nodiscard]] QString ago(Millis at, Millis now) const;                       //!< "3 min ago", "today", "on 2 Dec"
    [[nodiscard]] QString duration(std::int64_t ms) const;                        //!< "50 minutes", "24 hours", "2 days"
    [[nodiscard]] QString stopwatch(std::int64_t ms, bool seconds) const;         //!< "34:10", or "35 min" without seconds
    //! "Lisbon" of "Europe/Lisbon".
    [[nodiscard]] static QString city(const std::string& zone);
    //! "one hour behind you", "same time as you".
    [[nodiscard]] QString zoneOffset(const std::string& zone, Millis at) const;

private:
    [[nodiscard]] std::int64_t micros(std::uint64_t sompi) const;
    [[nodiscard]] QString inCurrency(std::int64_t micros, int decimals) const;
    [[nodiscard]] QString kasFigure(std::uint64_t sompi, int decimals) const;

    QLocale m_locale;
    QTimeZone m_zone;
    QString m_currency = QStringLiteral("EUR");
    std::int64_t m_microsPerKas = 0;
};

} // namespace bt::app
