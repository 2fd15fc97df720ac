// SPDX-License-Identifier: GPL-3.0-or-later
#include "token_words.h"

#include <algorithm>

namespace bt::app {

namespace {
__extension__ using Wide = __int128;

//! The same figure with the other coin's name: both have eight decimals.
QString named(QString kas)
{
    kas.replace(QLatin1String("KAS"), QLatin1String("BTAI"));
    return kas;
}
} // namespace

TokenWords::TokenWords(const Format& format, const service::Snapshot& snapshot)
    : m_format(format), m_perToken(snapshot.tokens ? snapshot.tokens->microsPerToken : 0), m_perKas(snapshot.money.microsPerKas)
{}

Sompi TokenWords::worth(std::uint64_t units) const
{
    if (!rated()) return {};
    return {static_cast<std::uint64_t>((Wide(units) * m_perToken + m_perKas / 2) / m_perKas)};
}

std::uint64_t TokenWords::unitsOf(Sompi worth) const
{
    return rated() ? static_cast<std::uint64_t>((Wide(worth.value) * m_perKas + m_perToken / 2) / m_perToken) : 0;
}

QString TokenWords::money(std::uint64_t units) const { return rated() ? m_format.money(worth(units)) : amount(units); }

QString TokenWords::moneySigned(std::int64_t units) const
{
    if (!rated()) return amountSigned(units);
    const auto size = static_cast<std::int64_t>(worth(static_cast<std::uint64_t>(units < 0 ? -units : units)).value);
    return m_format.moneySigned(units < 0 ? -size : size);
}

QString TokenWords::amount(std::uint64_t units) const { return named(m_format.kas({units})); }
QString TokenWords::amountExact(std::uint64_t units) const { return named(m_format.kasExact({units})); }
QString TokenWords::amountSigned(std::int64_t units) const { return named(m_format.kasSigned(units)); }

Result<std::uint64_t> TokenWords::parse(const QString& text) const
{
    BT_TRY(const auto sompi, m_format.parseMoney(text));
    // Half up: an amount of cents becomes the very same worth in BTAI.
    const auto units = rated() ? unitsOf(sompi) : sompi.value;
    if (units == 0 || units > (~0ULL >> 1)) return fail("token.bad_amount");
    return units;
}

QStringList TokenWords::chainSees(const service::DisclosureView& p) const
{
    QStringList out;
    if (!p.known) return out;
    //: What the chain shows of a payment in BTAI.
    out << tr("The amount, and the way that these BTAI take from here on. Nobody sees whose they are.");
    if (p.deposits.value > 0)
        //: What the chain shows of a payment in BTAI. %1 is an amount of coins.
        out << tr("%1 lie under the BTAI as a deposit; they belong to whoever holds them.").arg(m_format.kas(p.deposits));
    if (p.coins > 1)
        //: What the chain shows of a payment.
        out << tr("%n of your coins pay the fee together, so everyone can guess that they have one owner.", nullptr,
                  static_cast<int>(p.coins));
    if (p.joinedRelations > 1)
        //: What the chain shows of a payment.
        out << tr("It uses money from %n of your relationships, which become connected by it.", nullptr,
                  static_cast<int>(p.joinedRelations));
    return out;
}

} // namespace bt::app
