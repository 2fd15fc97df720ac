// SPDX-License-Identifier: GPL-3.0-or-later
#include "verify/verify_consent_command.h"

#include "compose/network_setup.h"
#include "error_text.h"
#include "service/consents/consent_proof.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextStream>

#include <unistd.h>

namespace bt::app {
namespace {

constexpr auto kSearch = std::chrono::minutes(10);
enum Outcome { ThereWas = 0, ThereWasNone = 1, WrongCall = 2, CannotSay = 3, DoesNotHold = 4 };

int say(const QString& problem, int code)
{
    QTextStream(stderr) << problem << Qt::endl;
    return code;
}

QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

int refused(const Error& error)
{
    const auto arg = [&](std::size_t i) { return i < error.args.size() ? QString::fromStdString(error.args[i]) : QString(); };
    if (error.code == "consent.bad_proof")
        return say(QStringLiteral("This file proves nothing: it was changed, damaged, or never was a proof (%1).").arg(arg(0)),
                   DoesNotHold);
    if (error.code == "consent.other_network")
        return say(
            QStringLiteral(
                "The proof is about the network %1, and this node belongs to %2. Ask one of the other network: --network %1 --node URL.")
                .arg(arg(0), arg(1)),
            WrongCall);
    if (error.code == "consent.not_in_chain")
        return say(QStringLiteral("This file proves nothing: its %1 is not on the node's chain.").arg(arg(0)), DoesNotHold);
    if (error.code == "consent.pruned")
        return say(QStringLiteral("This node no longer keeps the blocks of that time. Ask one that keeps all of them, or leave --network "
                                  "and --node out to judge the file alone."),
                   CannotSay);
    if (error.code == "node.network_unknown")
        return say(QStringLiteral("There is no such network. Known are practice, simnet, testnet-10 and mainnet."), WrongCall);
    if (error.code == "node.url_missing")
        return say(QStringLiteral("This network needs a node: add --node URL, best of your own."), WrongCall);
    return say(QStringLiteral("The network could not be asked. %1 (%2)").arg(errorText(error), text(error.code)), CannotSay);
}

int tell(const service::ProvenConsent& proven, Millis at, const service::ChainSays* chain)
{
    const auto statement = service::stateAt(proven, at, chain);
    QTextStream out(stdout);
    out << text(statement.sentence) << '\n';
    for (const auto& line : statement.because) out << "  " << text(line) << '\n';
    switch (statement.was) {
    case service::WasThere::Yes: return ThereWas;
    case service::WasThere::No: return ThereWasNone;
    case service::WasThere::CannotSay: break;
    }
    return CannotSay;
}

} // namespace

int verifyConsentCommand(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("BT"));
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("Says whether there was a consent at a time, by a proof that somebody saved. Changes nothing, needs no key.\n"
                       "Ends with 0: there was one; 1: there was none; 3: it cannot be said; 4: the file does not hold."));
    options.addHelpOption();
    options.addPositionalArgument(QStringLiteral("verify-consent"), QStringLiteral("This command."));
    options.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("A proof of a consent."));
    const QCommandLineOption on(
        QStringLiteral("on"),
        QStringLiteral("The time asked about, UTC: 2026-11-28 or 2026-11-28T17:30:00. Without it: when the file was saved."),
        QStringLiteral("TIME"));
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("The data folder, for the practice network."),
                                  QStringLiteral("FOLDER"));
    const QCommandLineOption network(QStringLiteral("network"),
                                     QStringLiteral("Hold the file against the chain of practice, simnet, testnet-10 or mainnet."),
                                     QStringLiteral("NAME"));
    const QCommandLineOption node(QStringLiteral("node"), QStringLiteral("URL of a node (wRPC JSON); may be given several times."),
                                  QStringLiteral("URL"));
    options.addOptions({on, data, network, node});
    if (!options.parse(QCoreApplication::arguments()))
        return say(options.errorText() + QStringLiteral("\nSee verify-consent --help."), WrongCall);
    if (options.isSet(QStringLiteral("help")) || options.isSet(QStringLiteral("help-all"))) options.showHelp();
    const QStringList words = options.positionalArguments();
    if (words.size() != 2) return say(QStringLiteral("One file is needed. See verify-consent --help."), WrongCall);

    QFile file(words[1]);
    if (QFileInfo(words[1]).size() > static_cast<qint64>(service::kProofBytes) || !file.open(QIODevice::ReadOnly))
        return say(QStringLiteral("The file cannot be read, or is larger than any proof."), WrongCall);
    const QByteArray raw = file.readAll();
    const auto proven = service::openProof(bytesOf(std::string_view(raw.constData(), static_cast<std::size_t>(raw.size()))));
    if (!proven) return refused(proven.error());

    Millis at = proven->proof.savedAt;
    if (options.isSet(on)) {
        QDateTime wanted = QDateTime::fromString(options.value(on), Qt::ISODate);
        if (!wanted.isValid()) return say(QStringLiteral("This is no time: write 2026-11-28 or 2026-11-28T17:30:00 (UTC)."), WrongCall);
        wanted.setTimeSpec(Qt::UTC);
        at = {wanted.toMSecsSinceEpoch()};
    }
    if (!options.isSet(network) && !options.isSet(node)) return tell(*proven, at, nullptr);

    const QString root = options.isSet(data)
                             ? QDir(options.value(data)).absolutePath()
                             : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/BT");
    NetworkSetup setup(root);
    service::NetworkChoice wanted = setup.chosen();
    if (options.isSet(network)) wanted = {options.value(network).toStdString(), {}};
    if (options.isSet(node)) wanted.urls.clear();
    for (const QString& url : options.values(node)) wanted.urls.push_back(url.toStdString());
    if (const auto good = setup.forThisRun(wanted); !good) return refused(good.error());
    if (setup.chosen().network == "practice" && !QFileInfo(setup.networkFolder()).isDir())
        return say(QStringLiteral("There is no practice network in this data folder. See verify-consent --help for --data."), WrongCall);
    const auto world = setup.openToLook();
    if (!world) return refused(world.error());
    Deadline deadline;
    deadline.at = std::chrono::steady_clock::now() + kSearch;
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    const auto chain = service::askChain(*(*world)->node, *proven, deadline, [&](std::size_t blocks, std::uint64_t daaScore) {
        if (terminal) QTextStream(stderr) << "\rRead " << blocks << " blocks, to DAA score " << daaScore << "  " << Qt::flush;
    });
    if (terminal) QTextStream(stderr) << "\r\033[K" << Qt::flush;
    if (!chain) return refused(chain.error());
    return tell(*proven, at, &*chain);
}

} // namespace bt::app
