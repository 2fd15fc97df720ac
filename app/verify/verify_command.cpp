// SPDX-License-Identifier: GPL-3.0-or-later
#include "verify/verify_command.h"

#include "service/json_fields.h"
#include "service/receipts/receipts_view.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>

namespace bt::app {
namespace {

int say(const QString& problem, int code)
{
    QTextStream(stderr) << problem << Qt::endl;
    return code;
}

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }
QString utc(Millis at)
{
    return QDateTime::fromMSecsSinceEpoch(at.value, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm")) + QStringLiteral(" UTC");
}
QString figure(std::uint64_t value, std::uint64_t unit, int digits)
{
    return QStringLiteral("%1.%2").arg(value / unit).arg(value % unit, digits, 10, QLatin1Char('0'));
}

int refused(const Error& error)
{
    if (error.code == "record.bad_signature" && !error.args.empty() && error.args.front() == "holder")
        return say(QStringLiteral("DOES NOT HOLD. The receipt itself is signed by its issuer, but the name or the diagnosis code was not "
                                  "added by the person\n"
                                  "it was issued to, or was changed afterwards. Nothing in this file is to be relied on."),
                   1);
    if (error.code == "record.bad_signature")
        return say(
            QStringLiteral(
                "DOES NOT HOLD. The issuer did not sign this: something in it was changed, or it never was a receipt of this issuer."),
            1);
    if (error.code == "record.too_long") return say(QStringLiteral("This is larger than any receipt. Nothing was checked."), 1);
    return say(
        QStringLiteral("This is no receipt, or its form was changed (%1). Nothing in it is to be relied on.").arg(text(error.detail)), 1);
}

void tell(const service::ReceiptDocument& document)
{
    QTextStream out(stdout);
    const auto& r = document.content.receipt;
    const auto& added = document.content.added;
    out << "HOLDS. Receipt " << text(service::hexOf(r.number)) << ", unchanged since it was signed.\n\n";
    out << "Issuer:   " << text(r.name) << ", signed with the key " << text(r.issuer) << ".\n";
    if (document.licence.trusted)
        out << "Licence:  no. " << text(document.licence.registerId) << " in \"" << text(document.licence.authority) << "\", "
            << text(document.licence.jurisdiction) << ": signed by that register for this issuer, and valid when the receipt was issued.\n";
    else
        out << "Licence:  "
            << (r.licence.empty() ? "none in it"
                                  : "the one in it is not signed by a register that this program trusts, or was not valid then")
            << ".\n";
    if (document.licence.practicePartner) out << "          The issuer is a practice partner, a program: no person gave this service.\n";
    out << "Service:  " << text(r.service) << ", " << utc(r.start) << " to " << utc(r.end) << ".\n";
    out << "Paid:     " << figure(r.amount.value, 100'000'000, 8) << ' ' << text(r.coin) << " on " << utc(r.paidAt);
    if (r.rateSource != "none")
        out << ", which is " << figure(static_cast<std::uint64_t>(document.micros), 1'000'000, 6) << ' ' << text(r.currency) << " at "
            << figure(static_cast<std::uint64_t>(r.microsPerCoin), 1'000'000, 6) << " (rate: " << text(r.rateSource) << ")";
    out << ".\n";
    if (r.network != "mainnet") out << "          Money of the network \"" << text(r.network) << "\" is worth nothing.\n";
    out << "Payment:  " << text(service::hexOf(r.payment))
        << " (this command did not look at the network: bettertherapy inspect with this id does)\n";
    if (added.empty()) {
        out << "Added:    nothing; no name of a patient and no diagnosis is in this file.\n";
    } else {
        if (!added.name.empty()) out << "For:      " << text(added.name) << "\n";
        if (!added.diagnosis.empty()) out << "Code:     " << text(added.diagnosis) << "\n";
        out << "          Added and signed by the person whom it was issued to; the issuer did not sign this part.\n";
    }
}

} // namespace

int verifyCommand(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("Says what holds of a signed receipt. Changes nothing, needs no profile and no network."));
    options.addHelpOption();
    options.addPositionalArgument(QStringLiteral("verify"), QStringLiteral("This command."));
    options.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("The signed file (JSON) of a receipt."));
    if (!options.parse(QCoreApplication::arguments())) return say(options.errorText() + QStringLiteral("\nSee verify --help."), 2);
    if (options.isSet(QStringLiteral("help")) || options.isSet(QStringLiteral("help-all"))) options.showHelp();
    const QStringList words = options.positionalArguments();
    if (words.size() != 2) return say(QStringLiteral("One file is needed. See verify --help."), 2);
    QFile file(words[1]);
    if (!QFileInfo(words[1]).isFile() || !file.open(QIODevice::ReadOnly)) return say(QStringLiteral("The file cannot be read."), 2);
    const QByteArray bytes = file.read(static_cast<qint64>(records::kReceiptBytes) + 1);
    const auto document = service::readReceipt(bytesOf(bytes.toStdString()));
    if (!document) return refused(document.error());
    tell(*document);
    return 0;
}

} // namespace bt::app
