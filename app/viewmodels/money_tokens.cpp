// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the money page that is BTAI.
#include "error_text.h"
#include "money_view_model.h"
#include "token_words.h"
#include "wealth.h"

namespace bt::app {

using service::PaymentState;

void MoneyViewModel::showTokens(const service::Snapshot& snapshot, const Wealth& wealth)
{
    const Format& format = m_context.format;
    m_hasTokens = snapshot.tokens != nullptr;
    m_knowsPeople = !snapshot.threads.empty();
    m_firstPerson = m_knowsPeople ? text(snapshot.threads.front().id) : QString();
    m_topUp.clear();
    m_tokenAddress.clear();
    m_tokenKey.clear();
    //: Under "What exactly happens?" on the money page, in true terms. %1 is the exchange rate.
    m_whatItIs = tr("Your money is KAS, the coin of the Kaspa network. Only the keys on this computer can move it. %1.").arg(m_rate);
    if (!snapshot.tokens) return;
    const auto& tokens = *snapshot.tokens;
    const TokenWords words(format, snapshot);
    const QString coins = words.amount(wealth.units);
    //: Under the total: both kinds of coins. %1 such as "5,000.00 KAS", %2 such as "1,000.00 BTAI".
    m_totalKas = m_totalKas.isEmpty() ? coins : tr("%1 and %2").arg(m_totalKas, coins);
    m_tokenAddress = text(tokens.address);
    m_tokenKey = text(tokens.ownerKey);
    if (tokens.kasShort)
        //: Hint on the money page. %1 is an amount of coins.
        m_topUp = tr("Network fees are paid in KAS, and you have little of it left. Add about %1, so that your next payment can leave.")
                      .arg(format.kas(tokens.kasWanted));
    const QString rate = words.rated() ? format.locale().toString(static_cast<double>(tokens.microsPerToken) / 1e6, 'g', 6) +
                                             QLatin1Char(' ') + format.currencySign()
                                       : QString();
    if (rate.isEmpty())
        //: Under "What exactly happens?" on the money page, in true terms.
        m_whatItIs =
            tr("Your money is KAS, the coin of the Kaspa network, and BTAI, a token on it. Only the keys on this computer can move them.");
    else
        //: Under "What exactly happens?" on the money page. %1 the rate of KAS as a sentence without its full stop, %2 the price of 1 BTAI.
        m_whatItIs =
            tr("Your money is KAS, the coin of the Kaspa network, and BTAI, a token on it. Only the keys on this computer can move them. "
               "%1, and 1 BTAI is %2.")
                .arg(m_rate, rate);
    if (wealth.under.value > 0)
        //: Follows on under "What exactly happens?" on the money page. %1 is an amount of KAS.
        m_whatItIs += QLatin1Char(' ') + tr("%1 of your KAS lie under your BTAI, because the network keeps a little under every part of "
                                            "them. They come free when you spend those.")
                                             .arg(format.kasExact(wealth.under));
}

// Of a visit in BTAI: the coins that it was paid in, and the KAS beside them that did not come back.
QString MoneyViewModel::tokenCoins(const service::Snapshot& snapshot, const service::MoneyRow& row, bool held) const
{
    const TokenWords words(m_context.format, snapshot);
    if (held) return words.amount(static_cast<std::uint64_t>(row.units));
    if (row.kind == "returned" && row.units == 0)
        if (const auto* visit = findVisit(snapshot, row.visitId)) return words.amount(visit->priceUnits);
    const QString tokens = words.amountSigned(row.units);
    return row.beside == 0 ? tokens : tr("%1 and %2").arg(tokens, m_context.format.kasSigned(row.beside));
}

QVariantMap MoneyViewModel::tokenRow(const service::Snapshot& snapshot, const service::TokenRow& row) const
{
    const Format& format = m_context.format;
    const TokenWords words(format, snapshot);
    QString title, icon = row.units > 0 ? QStringLiteral("money-in") : QStringLiteral("money-out");
    const QString peer = text(row.peerName);
    //: A row of the payments.
    if (row.kind == "play_money") title = tr("Play money");
    else if (row.kind == "received" || row.kind == "request_received")
        //: A row of the payments. %1 is a name.
        title = peer.isEmpty() ? tr("Received") : tr("Received from %1").arg(peer);
    else
        //: A row of the payments. %1 is a name.
        title = peer.isEmpty() ? tr("Sent to an address") : tr("Sent to %1").arg(peer);
    QString status, statusIcon;
    switch (row.state) {
    case PaymentState::Waiting:
        //: State of a payment: the contact's app has not said yet where it takes BTAI.
        status = row.asksAddress ? tr("Waiting for an address") : tr("Waiting");
        statusIcon = QStringLiteral("waiting");
        break;
    case PaymentState::Sent: status = tr("Sent"), statusIcon = QStringLiteral("sync"); break;
    case PaymentState::Seen: status = tr("Seen by the network"), statusIcon = QStringLiteral("sync"); break;
    case PaymentState::Settled: status = tr("Settled"), statusIcon = QStringLiteral("check"); break;
    }
    //: State of a payment that did not happen.
    if (!row.failure.empty()) status = tr("Not sent"), statusIcon = QStringLiteral("error");
    const QString day = format.dayShort(row.at), note = text(row.note);
    //: %1 what a request to pay was for, %2 a day.
    QString subtitle = note.isEmpty() ? day : tr("%1, %2").arg(note, day);
    if (!row.failure.empty()) subtitle = app::errorText(row.failure);
    const QString amount = words.moneySigned(row.units);
    return {{QStringLiteral("rowId"), QStringLiteral("token/") + text(row.id)},
            {QStringLiteral("title"), title},
            {QStringLiteral("subtitle"), subtitle},
            {QStringLiteral("icon"), icon},
            {QStringLiteral("status"), status},
            {QStringLiteral("statusIcon"), statusIcon},
            {QStringLiteral("amount"), amount},
            {QStringLiteral("coins"), words.rated() ? words.amountSigned(row.units) : QString()},
            {QStringLiteral("income"), row.units > 0},
            {QStringLiteral("visitId"), QString()},
            {QStringLiteral("txid"), text(row.txid)},
            {QStringLiteral("fee"), format.fee(row.fee)},
            {QStringLiteral("spoken"), tr("%1, %2, %3, %4").arg(title, subtitle, status, amount)}};
}

} // namespace bt::app
