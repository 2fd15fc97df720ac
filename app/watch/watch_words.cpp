// SPDX-License-Identifier: GPL-3.0-or-later
#include "watch/watch_words.h"

namespace bt::app {
namespace {

QString kas(Sompi amount)
{
    return QStringLiteral("%1.%2 KAS").arg(amount.value / kSompiPerKas).arg(amount.value % kSompiPerKas, 8, 10, QLatin1Char('0'));
}

QString stepText(const std::string& step)
{
    if (step == "expire" || step == "expire-request") return QStringLiteral("no answer in time, all money goes back to the patient");
    if (step == "commit") return QStringLiteral("free cancelling is over");
    if (step == "begin" || step == "begin-attended") return QStringLiteral("the visit begins");
    if (step == "claim-for-therapist") return QStringLiteral("not confirmed in time, the price goes to the therapist");
    if (step == "claim" || step == "claim-attended") return QStringLiteral("the therapist took the price");
    if (step == "lapse" || step == "lapse-attended") return QStringLiteral("nobody decided in time, the money is shared by the terms");
    if (step == "decline") return QStringLiteral("declined");
    if (step == "cancel-by-patient") return QStringLiteral("cancelled by the patient");
    if (step == "cancel-by-therapist") return QStringLiteral("cancelled by the therapist");
    if (step == "complete") return QStringLiteral("confirmed and paid");
    if (step == "agree") return QStringLiteral("shared as both agreed");
    if (step == "resolve") return QStringLiteral("decided");
    return QString::fromStdString(step);
}

QString words(const service::WatchNote& n)
{
    const QString step = stepText(n.step), id = QString::fromStdString(n.txid);
    switch (n.what) {
    case service::WatchEvent::Moved: return QStringLiteral("now %1 (transaction %2)").arg(QString::fromStdString(n.step), id);
    case service::WatchEvent::Ended: return QStringLiteral("over: %1 (transaction %2)").arg(step, id);
    case service::WatchEvent::TakenBack: return QStringLiteral("the network took the last step back");
    case service::WatchEvent::Pushed: return QStringLiteral("pushed: %1 (fee %2, transaction %3)").arg(step, kas(n.amount), id);
    case service::WatchEvent::OnItsWay: return QStringLiteral("on its way already: %1 (transaction %2)").arg(step, id);
    case service::WatchEvent::FeeMissing: return QStringLiteral("due, but the purse lacks %1 for the fee: %2").arg(kas(n.amount), step);
    case service::WatchEvent::NotTaken:
        return QStringLiteral("due, but not taken by the network now: %1 (%2)").arg(step, QString::fromStdString(n.detail));
    case service::WatchEvent::Lost: return QStringLiteral("its output is gone, and no block that this node keeps says where to");
    }
    return {};
}

} // namespace

QString watchLine(const service::WatchNote& note, const QDateTime& at)
{
    const QString visit = QString::fromStdString(service::outpointText(note.visit));
    return QStringLiteral("%1  %2%3  %4")
        .arg(at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), visit.left(8), visit.mid(64), words(note));
}

QString watchErrorWords(const Error& e)
{
    const QString code = QString::fromLatin1(e.code.data(), static_cast<qsizetype>(e.code.size()));
    if (e.code == "watch.bad_list")
        return QStringLiteral("This is no watch list that can be used: %1.").arg(QString::fromStdString(e.detail));
    if (e.code == "watch.bad_outpoint") return QStringLiteral("An outpoint is a transaction id, a colon and a number.");
    if (e.code == "watch.bad_purse") return QStringLiteral("The purse file cannot be used: it is damaged, or others may read it.");
    if (e.code == "file.not_written") return QStringLiteral("The folder of the list cannot be written: purse and progress are kept there.");
    if (e.code == "node.network_unknown")
        return QStringLiteral("There is no such network. Known are practice, simnet, testnet-10 and mainnet.");
    if (e.code == "node.url_missing") return QStringLiteral("This network needs a node: add --node URL, best of your own.");
    if (e.code == "node.unsynced") return QStringLiteral("The node has not caught up yet (%1).").arg(code);
    if (e.code.substr(0, 5) == "node.") return QStringLiteral("No answer from the network that could be used (%1).").arg(code);
    return QStringLiteral("It could not be done (%1).").arg(code);
}

QString watchListReveals()
{
    return QStringLiteral(
        "Whoever reads a watch list learns, for each visit in it: where its money lies, price and stakes, when it begins and ends,\n"
        "until when it may be cancelled, and that one person has them all. It holds no key, no name and no note.");
}

} // namespace bt::app
