// SPDX-License-Identifier: GPL-3.0-or-later
#include "disclosure_words.h"

#include <QCoreApplication>

namespace bt::app {

namespace {
struct Chain {
    Q_DECLARE_TR_FUNCTIONS(Chain)
};
} // namespace

QString feeWords(const Format& format, Sompi fee)
{
    if (format.currencySign() == QLatin1String("KAS"))
        //: %1 is an amount of coins.
        return Chain::tr("Network fee %1.").arg(format.kasExact(fee));
    //: %1 is an amount such as "under 0.01 €", %2 the same in coins.
    return Chain::tr("Network fee %1 (%2).").arg(format.fee(fee), format.kasExact(fee));
}

QStringList chainSees(const Format& format, const service::DisclosureView& p)
{
    QStringList out;
    if (!p.known) return out;
    if (p.covenantsBorn > 0)
        //: What the chain shows of a booking. %1 is an amount of coins.
        out << Chain::tr("%1 go into a visit's program; everyone sees the amount, nobody sees whose it is.").arg(format.kas(p.leaves));
    else if (p.covenantsMoved > 0)
        //: What the chain shows of a later step of a visit.
        out << Chain::tr("The visit's money moves one step on; everyone can follow it from its first payment.");
    if (p.programsShown > 0)
        //: What the chain shows of a later step of a visit.
        out << Chain::tr("The visit's rules and the limits that this step needs stand open in it.");
    if (p.coins > 1)
        //: What the chain shows of a payment.
        out << Chain::tr("%n of your coins pay it together, so everyone can guess that they have one owner.", nullptr,
                         static_cast<int>(p.coins));
    if (p.joinedRelations > 1)
        //: What the chain shows of a payment.
        out << Chain::tr("It uses money from %n of your relationships, which become connected by it.", nullptr,
                         static_cast<int>(p.joinedRelations));
    if (p.payloadBytes > 0)
        //: What the chain shows of a payment.
        out << Chain::tr("It carries %n sealed byte(s) that only the other side can read.", nullptr, static_cast<int>(p.payloadBytes));
    return out;
}

} // namespace bt::app
