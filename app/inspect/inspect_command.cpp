// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/inspect_command.h"

#include "compose/network_setup.h"
#include "error_text.h"
#include "service/inspect.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextStream>

#include <unistd.h>

namespace bt::app {
namespace {

constexpr qint64 kMaxFile = 4 << 20;
constexpr auto kSearch = std::chrono::minutes(10); // a public node keeps about 30 hours of blocks

int say(const QString& problem, int code)
{
    QTextStream(stderr) << problem << Qt::endl;
    return code;
}

int refused(const Error& error)
{
    const QString code = QString::fromLatin1(error.code.data(), static_cast<qsizetype>(error.code.size()));
    if (code == QLatin1String("inspect.not_found"))
        return say(QStringLiteral("Not found: it is neither waiting nor on the part of the chain that this node keeps.\n"
                                  "If you have the transaction's bytes, inspect those."),
                   1);
    if (code == QLatin1String("inspect.no_such_output"))
        return say(QStringLiteral("This transaction has %1 outputs, counted from 0.")
                       .arg(QString::fromStdString(error.args.empty() ? std::string("fewer") : error.args.front())),
                   1);
    if (code == QLatin1String("contract.unknown_program"))
        return say(
            QStringLiteral(
                "This script belongs to none of our programs. (A transaction id has 64 hex digits: if it should be one, count them.)"),
            1);
    if (code == QLatin1String("inspect.unreadable"))
        return say(QStringLiteral(
                       "This is no transaction id, outpoint (id:index), transaction (JSON or hex) or script (hex), and no file with one."),
                   2);
    if (code == QLatin1String("node.offline") || code == QLatin1String("node.timeout"))
        return say(
            QStringLiteral("No node answers. Check that it runs, its address, and that the port is the one for JSON (%1).").arg(code), 1);
    if (code == QLatin1String("node.network_unknown"))
        return say(QStringLiteral("There is no such network. Known are practice, simnet, testnet-10 and mainnet."), 2);
    if (code == QLatin1String("node.url_missing"))
        return say(QStringLiteral("This network needs a node: add --node URL, best of your own."), 2);
    return say(QStringLiteral("The network could not be asked. %1 (%2)").arg(errorText(error), code), 1);
}

int tell(const Result<contract::Explanation>& explanation)
{
    if (!explanation) return refused(explanation.error());
    QTextStream(stdout) << QString::fromStdString(contract::textOf(*explanation));
    return 0;
}

} // namespace

int inspectCommand(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("BT"));
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("Explains a transaction, an output or a contract's state in plain words. Changes nothing, needs no key."));
    options.addHelpOption();
    options.addPositionalArgument(QStringLiteral("inspect"), QStringLiteral("This command."));
    options.addPositionalArgument(QStringLiteral("WHAT"),
                                  QStringLiteral("A transaction id, an outpoint (id:index), a transaction as JSON or hex, a script "
                                                 "as hex, or a file that holds one of these."));
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("The data folder (a demo's: what --output was)."),
                                  QStringLiteral("FOLDER"));
    const QCommandLineOption network(QStringLiteral("network"), QStringLiteral("practice, simnet, testnet-10 or mainnet."),
                                     QStringLiteral("NAME"));
    const QCommandLineOption node(QStringLiteral("node"), QStringLiteral("URL of a node (wRPC JSON); may be given several times."),
                                  QStringLiteral("URL"));
    options.addOptions({data, network, node});
    if (!options.parse(QCoreApplication::arguments())) return say(options.errorText() + QStringLiteral("\nSee inspect --help."), 2);
    if (options.isSet(QStringLiteral("help")) || options.isSet(QStringLiteral("help-all"))) options.showHelp();
    const QStringList words = options.positionalArguments();
    if (words.size() != 2) return say(QStringLiteral("One thing to look at is needed. See inspect --help."), 2);

    QByteArray what = words[1].toUtf8();
    if (const QFileInfo info(words[1]); info.isFile()) {
        QFile file(words[1]);
        if (info.size() > kMaxFile || !file.open(QIODevice::ReadOnly))
            return say(QStringLiteral("The file cannot be read, or is larger than any transaction."), 2);
        what = file.readAll();
    }
    const std::string text = what.toStdString();
    const auto kind = service::inspectKind(text);
    if (!kind) return refused(kind.error());

    const QString root = options.isSet(data)
                             ? QDir(options.value(data)).absolutePath()
                             : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/BT");
    NetworkSetup setup(root);
    if (options.isSet(network) || options.isSet(node)) {
        service::NetworkChoice wanted = setup.chosen();
        if (options.isSet(network)) wanted = {options.value(network).toStdString(), {}};
        if (options.isSet(node)) wanted.urls.clear();
        for (const QString& url : options.values(node)) wanted.urls.push_back(url.toStdString());
        // Bytes are explained without a node: only the network's address prefix matters then.
        if (const auto good = setup.forThisRun(wanted); !good && *kind != service::InspectKind::Content) return refused(good.error());
    }
    if (*kind == service::InspectKind::Content) {
        const std::string chosen = options.isSet(network) ? options.value(network).toStdString() : setup.chosen().network;
        const auto params = ledger::networkNamed(chosen);
        if (!params) return refused(params.error());
        return tell(service::inspectContent(text, params->addressPrefix));
    }
    if (setup.chosen().network == "practice" && !QFileInfo(setup.networkFolder()).isDir())
        return say(QStringLiteral("There is no practice network in this data folder yet. See inspect --help for --data and --network."), 1);
    const auto world = setup.openToLook();
    if (!world) return refused(world.error());
    Deadline deadline;
    deadline.at = std::chrono::steady_clock::now() + kSearch;
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    const auto progress = [&](std::size_t blocks, std::uint64_t daaScore) {
        if (terminal) QTextStream(stderr) << "\rRead " << blocks << " blocks, to DAA score " << daaScore << "  " << Qt::flush;
    };
    const auto explanation = service::inspectOnChain(*(*world)->node, text, deadline, progress);
    if (terminal) QTextStream(stderr) << "\r\033[K" << Qt::flush;
    return tell(explanation);
}

} // namespace bt::app
