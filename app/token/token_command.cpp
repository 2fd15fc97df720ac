// SPDX-License-Identifier: GPL-3.0-or-later
#include "token/token_command.h"

#include "compose/network_setup.h"
#include "contract/token/transfer.h"
#include "error_text.h"
#include "kaspa/address.h"
#include "kaspa/script/engine.h"
#include "service/tokens/token_genesis.h"
#include "service/tokens/tokens.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <unistd.h>

namespace bt::app {
namespace {

constexpr auto kPatience = std::chrono::seconds(30); // until a node answers

int say(const QString& problem, int code)
{
    QTextStream(stderr) << problem << Qt::endl;
    return code;
}

int refused(const Error& error)
{
    return say(
        QStringLiteral("%1 (%2)").arg(errorText(error), QString::fromLatin1(error.code.data(), static_cast<qsizetype>(error.code.size()))),
        1);
}

//! The key whose coin authorises the birth: 64 hex digits in a file of its own, made when there is none.
Result<Secret> keyIn(const QString& path, Random& random, bool& made)
{
    QFile file(path);
    made = !file.exists();
    if (made) {
        auto secret = crypto::secpNewSecret(random);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return fail("file.unwritable");
        file.write(QByteArray::fromStdString(codec::hexEncode(secret.view())) + '\n');
        return file.flush() ? Result<Secret>(std::move(secret)) : fail("file.unwritable");
    }
    if (!file.open(QIODevice::ReadOnly)) return fail("file.unreadable");
    BT_TRY(const auto bytes, codec::hexDecode(file.read(200).trimmed().toStdString()));
    if (!crypto::secpValid(bytes)) return fail("file.unreadable");
    return Secret::copyOf(bytes);
}

Result<ledger::NodeInfo> answer(ledger::Node& node)
{
    Deadline deadline;
    deadline.at = std::chrono::steady_clock::now() + kPatience;
    auto info = node.info(deadline);
    while (!info && !deadline.over()) {
        ::usleep(200'000);
        info = node.info(deadline);
    }
    return info;
}

int genesis(ledger::Node& node, const ledger::NetworkParams& network, const Secret& secret, const service::GenesisWish& wish,
            const QString& out, bool plan)
{
    const auto info = answer(node);
    if (!info) return refused(info.error());
    const auto key = crypto::secpXOnly(secret.view());
    if (!key) return refused(key.error());
    const auto spk = kaspa::payToPublicKey(key->view());
    const auto coins = node.utxos({spk}, Deadline{});
    if (!coins) return refused(coins.error());
    const auto mature = [&](const ledger::UtxoEntry& coin) {
        return !coin.utxo.isCoinbase || coin.utxo.daaScore + network.coinbaseMaturity <= info->daaScore;
    };
    const ledger::UtxoEntry* best = nullptr;
    for (const auto& coin : *coins)
        if (mature(coin) && !coin.utxo.covenant && (best == nullptr || coin.utxo.amount > best->utxo.amount)) best = &coin;
    if (best == nullptr || best->utxo.amount < kas(1))
        return say(
            QStringLiteral(
                "Send at least 1 KAS of this network to %1 (or mine to it), wait until it may be spent, and run the same command again.")
                .arg(QString::fromStdString(
                    kaspa::encodeAddress({network.addressPrefix, kaspa::AddressKind::PubKey, bytesOf(key->view())}))),
            1);
    SystemRandom random;
    const auto made = service::makeGenesis(network, *best, secret, wish, info->daaScore, random);
    if (!made) return refused(made.error());
    const auto record = contract::token::encodeBirth(made->record);
    if (!record) return refused(record.error());
    QTextStream say(stdout);
    say << "Transaction " << QString::fromStdString(service::hexOf(made->id)) << "\nToken       "
        << QString::fromStdString(service::hexOf(made->token.id)) << "\nSupply      "
        << QString::fromStdString(contract::token::unitsText(made->token.supply)) << " BTAI, all of it to the given owner"
        << "\nFee         " << made->fee.value << " sompi, and 50000000 sompi lie under the token" << Qt::endl;
    if (plan) {
        say << "Record      " << QString::fromStdString(*record) << "\nNothing was sent." << Qt::endl;
        return 0;
    }
    // The record first: without it nobody could say what was born.
    QFile file(out);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(QByteArray::fromStdString(*record) + '\n') < 0 || !file.flush())
        return app::say(QStringLiteral("The record cannot be written to %1, or there is a file already. Nothing was sent.").arg(out), 1);
    const auto sent = node.submit(made->tx, Deadline{});
    if (!sent) {
        file.remove();
        return refused(sent.error());
    }
    say << "Record in   " << out << "\nPut it as " << service::kBirthFile
        << " into the network's folder of every data folder that is to use this BTAI." << Qt::endl;
    return 0;
}

} // namespace

int tokenCommand(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("BT"));
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral(
        "token genesis: gives simnet or a testnet a BTAI of its own. A coin of the key in --key authorises it; the record that --out\n"
        "holds afterwards names the token, and the app reads it from its network's folder."));
    options.addHelpOption();
    options.addPositionalArgument(QStringLiteral("token"), QStringLiteral("This command."));
    options.addPositionalArgument(QStringLiteral("genesis"), QStringLiteral("What to do."));
    const QCommandLineOption network(QStringLiteral("network"), QStringLiteral("simnet or testnet-10."), QStringLiteral("NAME"),
                                     QStringLiteral("simnet"));
    const QCommandLineOption node(QStringLiteral("node"), QStringLiteral("URL of a node (wRPC JSON, with --utxoindex)."),
                                  QStringLiteral("URL"));
    const QCommandLineOption key(QStringLiteral("key"), QStringLiteral("File with the key that pays (made if there is none)."),
                                 QStringLiteral("FILE"));
    const QCommandLineOption to(QStringLiteral("to"), QStringLiteral("Address for BTAI that gets all of it (page Money, Receive BTAI)."),
                                QStringLiteral("ADDRESS"));
    const QCommandLineOption supply(QStringLiteral("supply"), QStringLiteral("How many BTAI there will be, for good (whole ones)."),
                                    QStringLiteral("N"));
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("File for the record."), QStringLiteral("FILE"),
                                 QString::fromLatin1(service::kBirthFile));
    const QCommandLineOption plan(QStringLiteral("plan"), QStringLiteral("Say what would be done, and send nothing."));
    options.addOptions({network, node, key, to, supply, out, plan});
    if (!options.parse(QCoreApplication::arguments())) return say(options.errorText() + QStringLiteral("\nSee token --help."), 2);
    if (options.isSet(QStringLiteral("help")) || options.isSet(QStringLiteral("help-all"))) options.showHelp();
    if (options.positionalArguments().value(1) != QLatin1String("genesis") || !options.isSet(key) || !options.isSet(to) ||
        !options.isSet(supply))
        return say(QStringLiteral("token genesis needs --key, --to and --supply. See token --help."), 2);
    const auto params = ledger::networkNamed(options.value(network).toStdString());
    if (!params || params->id == "practice" || params->id == "mainnet")
        return say(
            QStringLiteral("Only for simnet and testnets: the practice network has its BTAI, and mainnet's is not made by a command."), 2);
    const auto owner = service::readTokenAddress(*params, options.value(to).toStdString());
    if (!owner) return refused(owner.error());
    bool number = false;
    const qulonglong whole = options.value(supply).toULongLong(&number);
    if (!number || whole == 0 || whole > contract::token::kMaxUnits / 100'000'000)
        return say(QStringLiteral("--supply takes a whole number from 1 to %1.").arg(contract::token::kMaxUnits / 100'000'000), 2);
    SystemRandom random;
    bool fresh = false;
    const auto secret = keyIn(options.value(key), random, fresh);
    if (!secret) return say(QStringLiteral("The key file cannot be read or made: 64 hex digits are wanted."), 1);
    if (fresh) say(QStringLiteral("A new key is in %1. Keep it until the token is born.").arg(options.value(key)), 0);
    NetworkSetup setup(QString{});
    if (const auto good = setup.forThisRun({params->id, {options.value(node).toStdString()}}); !good) return refused(good.error());
    const auto world = setup.openToLook();
    if (!world) return refused(world.error());
    const service::GenesisWish wish{contract::token::Owner::key(*owner), {whole * 100'000'000}};
    return genesis(*(*world)->node, *params, *secret, wish, options.value(out), options.isSet(plan));
}

} // namespace bt::app
