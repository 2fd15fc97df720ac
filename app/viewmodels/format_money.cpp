// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

#include <algorithm>

namespace bt::app {

namespace {
const QChar kMinus(0x2212);
const QChar kNarrow(0x00a0);
__extension__ using Wide = __int128;
} // namespace

void Format::setRate(const service::MoneyView& money)
{
    m_currency = QString::fromStdString(money.currency);
    m_microsPerKas = money.microsPerKas;
}

std::int64_t Format::micros(std::uint64_t sompi) const
{
    // Half up. 128 bits: the whole supply at any rate fits.
    const Wide product = Wide(sompi) * m_microsPerKas + Wide(kSompiPerKas) / 2;
    return static_cast<std::int64_t>(product / Wide(kSompiPerKas));
}

QString Format::currencySign() const
{
    static const std::pair<const char*, const char*> signs[] = {{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"},
                                                                {"JPY", "¥"}, {"INR", "₹"}, {"BRL", "R$"}};
    for (const auto& [code, sign] : signs)
        if (m_currency == QLatin1String(code)) return QString::fromUtf8(sign);
    return m_currency;
}

QString Format::inCurrency(std::int64_t value, int decimals) const
{
    const std::int64_t cents = (value + 5'000) / 10'000;
    QString figure = m_locale.toString(static_cast<qlonglong>(cents / 100));
    if (decimals > 0)
        figure += m_locale.decimalPoint() + m_locale.zeroDigit().repeated(cents % 100 < 10 ? 1 : 0) +
                  m_locale.toString(static_cast<int>(cents % 100));
    return figure;
}

QString Format::money(Sompi amount) const { return inCurrency(micros(amount.value), 2) + kNarrow + currencySign(); }

QString Format::moneySum(std::initializer_list<Sompi> parts) const
{
    std::int64_t cents = 0;
    for (const Sompi part : parts) cents += (micros(part.value) + 5'000) / 10'000;
    return inCurrency(cents * 10'000, 2) + kNarrow + currencySign();
}

QString Format::moneyRest(Sompi whole, Sompi part) const
{
    const std::int64_t cents = (micros(whole.value) + 5'000) / 10'000 - (micros(part.value) + 5'000) / 10'000;
    return inCurrency(std::max<std::int64_t>(cents, 0) * 10'000, 2) + kNarrow + currencySign();
}

QString Format::moneyPlain(Sompi amount) const
{
    QLocale plain(m_locale);
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    const std::int64_t cents = (micros(amount.value) + 5'000) / 10'000;
    return plain.toString(static_cast<double>(cents) / 100.0, 'f', 2);
}

QString Format::moneyShort(Sompi amount) const
{
    const std::int64_t value = micros(amount.value);
    const bool whole = ((value + 5'000) / 10'000) % 100 == 0;
    return inCurrency(value, whole ? 0 : 2) + kNarrow + currencySign();
}

QString Format::moneySigned(std::int64_t sompi) const
{
    const auto size = Sompi{static_cast<std::uint64_t>(sompi < 0 ? -sompi : sompi)};
    if (sompi == 0) return money(size);
    return (sompi < 0 ? kMinus : QChar('+')) + money(size);
}

QString Format::fee(Sompi amount) const
{
    if (amount.value > 0 && micros(amount.value) < 10'000)
        //: A network fee too small for the currency's smallest coin. %1 is that coin, such as "0.01 €".
        return tr("under %1").arg(inCurrency(10'000, 2) + kNarrow + currencySign());
    return money(amount);
}

QString Format::kasFigure(std::uint64_t sompi, int decimals) const
{
    std::uint64_t unit = kSompiPerKas;
    for (int i = 0; i < decimals; ++i) unit /= 10;
    const std::uint64_t rounded = decimals < 8 ? (sompi + unit / 2) / unit * unit : sompi;
    QString tail = QStringLiteral("%1").arg(rounded % kSompiPerKas, 8, 10, QLatin1Char('0')).left(decimals);
    while (tail.size() > 2 && tail.endsWith(QLatin1Char('0'))) tail.chop(1);
    QString localised;
    for (const QChar digit : tail) localised += m_locale.toString(digit.digitValue());
    return m_locale.toString(static_cast<qulonglong>(rounded / kSompiPerKas)) + m_locale.decimalPoint() + localised;
}

QString Format::kas(Sompi amount) const { return kasFigure(amount.value, 2) + kNarrow + QStringLiteral("KAS"); }
QString Format::kasExact(Sompi amount) const { return kasFigure(amount.value, 8) + kNarrow + QStringLiteral("KAS"); }

QString Format::kasSigned(std::int64_t sompi) const
{
    const QString figure = kas({static_cast<std::uint64_t>(sompi < 0 ? -sompi : sompi)});
    return sompi == 0 ? figure : (sompi < 0 ? kMinus : QChar('+')) + figure;
}

Result<Sompi> Format::parseMoney(const QString& text) const
{
    if (m_microsPerKas <= 0) return fail("ui.rate_unknown");
    QString cleaned = text;
    cleaned.remove(currencySign()).remove(m_currency, Qt::CaseInsensitive);
    cleaned = cleaned.simplified();
    if (cleaned.startsWith(QLatin1Char('-')) || cleaned.startsWith(kMinus)) return fail("ui.amount_negative");
    bool ok = false;
    double value = m_locale.toDouble(cleaned, &ok);
    // A person may type the other decimal mark; "62.50" and "62,50" both mean 62.50 when that is unambiguous.
    if (!ok && cleaned.count(QLatin1Char(',')) + cleaned.count(QLatin1Char('.')) <= 1)
        value = QString(cleaned).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
    if (!ok || !(value >= 0)) return fail("ui.amount_unreadable");
    if (value > 1e9) return fail("ui.amount_too_large");
    const auto cents = static_cast<std::int64_t>(value * 100 + 0.5);
    // Rounded up, so that the amount shown back is never a cent below what was typed.
    const Wide sompi = (Wide(cents) * 10'000 * Wide(kSompiPerKas) + m_microsPerKas - 1) / m_microsPerKas;
    if (sompi > Wide(kMaxSompi)) return fail("ui.amount_too_large");
    return Sompi{static_cast<std::uint64_t>(sompi)};
}

} // namespace bt::app
