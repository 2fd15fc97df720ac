// SPDX-License-Identifier: GPL-3.0-or-later
#include "watch/watch_command.h"

#include "codec/text.h"
#include "compose/network_setup.h"
#include "kaspa/address.h"
#include "watch/watch_words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTextStream>

#include <csignal>
#include <thread>

namespace bt::app {
namespace {

using service::Watcher;

constexpr auto kRoundTime = std::chrono::minutes(5);
constexpr auto kPause = std::chrono::seconds(10);
constexpr auto kConnect = std::chrono::seconds(20); // until a node that is being connected to counts as away
constexpr int kTurns = 8;                           // of one look: a step may make the next one due
constexpr Sompi kPlayPurse{10 * kSompiPerKas};

volatile std::sig_atomic_t g_stop = 0;

int say(const QString& problem, int code)
{
    QTextStream(stderr) << problem << Qt::endl;
    return code;
}
void line(const QString& text) { QTextStream(stdout) << text << Qt::endl; }

//! Everything that one run needs.
struct Run {
    std::shared_ptr<service::NetworkWorld> world;
    std::unique_ptr<service::WatchPurse> purse; // the watcher points at it: it must not move
    std::unique_ptr<Watcher> watcher;
    QString stateFile;
    bool troubled = false; // said that the network does not answer

    void keep() const
    {
        const auto text = service::writeState(watcher->state());
        QSaveFile file(stateFile);
        const bool good = file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                          file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) && file.commit();
        if (!good)
            (void)say(QStringLiteral("The progress could not be kept in %1: it is read from the chain again next time.").arg(stateFile), 0);
    }
    // A connection takes a moment: whoever looks once only waits for it.
    void connect() const
    {
        const auto end = std::chrono::steady_clock::now() + kConnect;
        while (g_stop == 0 && !world->node->info(Deadline{}) && std::chrono::steady_clock::now() < end)
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    // Play money costs nobody anything: an empty purse fills itself there.
    void fillOnPractice()
    {
        if (world->practice == nullptr) return;
        const auto coins = purse->coins(*world->node, Deadline{});
        if (coins && coins->empty()) (void)world->practice->faucet(purse->script(), kPlayPurse, Deadline{});
    }
    //! One look, with what it makes due at once. \returns visits that go on; `good` false if something could not be done.
    std::size_t look(bool& good)
    {
        std::size_t live = 0;
        good = true;
        for (int turn = 0; turn < kTurns && g_stop == 0; ++turn) {
            const auto round = watcher->round(Deadline{std::chrono::steady_clock::now() + kRoundTime, {}});
            if (!round) {
                if (!troubled) (void)say(watchErrorWords(round.error()) + QStringLiteral(" It is tried again."), 0);
                troubled = true;
                good = false;
                return std::max<std::size_t>(live, 1);
            }
            if (troubled) line(QStringLiteral("The network answers again."));
            troubled = false;
            for (const auto& note : round->notes) line(watchLine(note, QDateTime::currentDateTimeUtc()));
            live = round->live;
            good = !round->trouble;
            keep();
            if (!round->again) break;
        }
        return live;
    }
};

Result<Run> prepare(NetworkSetup& setup, const service::WatchList& list, const QString& listFile, const QString& purseFile)
{
    Run run;
    BT_TRY(run.world, setup.openToLook());
    BT_TRY(auto purse, service::WatchPurse::open(purseFile.toStdString(), run.world->network.addressPrefix, run.world->random));
    run.purse = std::make_unique<service::WatchPurse>(std::move(purse));
    run.stateFile = listFile + QStringLiteral(".state");
    QFile kept(run.stateFile);
    QByteArray text;
    if (kept.open(QIODevice::ReadOnly)) text = kept.read(static_cast<qint64>(service::kWatchListBytes));
    run.watcher = std::make_unique<Watcher>(*run.world->node, run.world->network, *run.purse, run.world->random,
                                            service::resume(list, text.toStdString()));
    return run;
}

Result<service::WatchList> readList(const QString& path, const QStringList& only)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail("watch.bad_list", std::string("the file cannot be read"));
    if (file.size() > static_cast<qint64>(service::kWatchListBytes)) return fail("watch.bad_list", std::string("the file is too long"));
    BT_TRY(auto list, service::readWatchList(file.readAll().toStdString()));
    if (only.isEmpty()) return list;
    std::vector<service::WatchedVisit> kept;
    for (const QString& text : only) {
        BT_TRY(const auto outpoint, service::readOutpointText(text.toStdString()));
        const auto found = std::ranges::find_if(list.visits, [&](const auto& v) { return v.session.outpoint == outpoint; });
        if (found == list.visits.end())
            return fail("watch.bad_list", "it does not hold " + text.toStdString() + ", whose terms are needed");
        kept.push_back(*found);
    }
    list.visits = std::move(kept);
    return list;
}

int emptyPurse(Run& run, const QString& address)
{
    const auto to = kaspa::decodeAddress(address.toStdString(), run.world->network.addressPrefix);
    if (!to) return say(QStringLiteral("This is no address of this network. Nothing was sent."), 2);
    const auto sent = run.watcher->emptyPurse(kaspa::scriptOf(*to), Deadline{});
    if (!sent && sent.error().code.substr(0, 5) != "node.")
        return say(QStringLiteral("There is nothing in the purse that could be sent."), 1);
    if (!sent) return say(watchErrorWords(sent.error()), 1);
    line(QStringLiteral("All of the purse went to %1 (transaction %2).")
             .arg(address, QString::fromStdString(codec::hexEncode(sent->view()))));
    return 0;
}

} // namespace

int watchCommand(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("BT"));
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("Watches over visits without any key of theirs: follows their money and pushes what time has made due,\n"
                       "so that it happens while the app is closed.\n\n") +
        watchListReveals());
    options.addHelpOption();
    options.addPositionalArgument(QStringLiteral("watch"), QStringLiteral("This command."));
    options.addPositionalArgument(QStringLiteral("LIST"), QStringLiteral("A watch list, saved in the app's settings."));
    options.addPositionalArgument(QStringLiteral("OUTPOINT"), QStringLiteral("Only these visits of it (id:index)."),
                                  QStringLiteral("[OUTPOINT...]"));
    const QCommandLineOption once(QStringLiteral("once"), QStringLiteral("Look once and end (for cron and timers)."));
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("The data folder (practice network)."), QStringLiteral("FOLDER"));
    const QCommandLineOption network(QStringLiteral("network"), QStringLiteral("practice, simnet, testnet-10 or mainnet; the list's own."),
                                     QStringLiteral("NAME"));
    const QCommandLineOption node(QStringLiteral("node"), QStringLiteral("URL of a node (wRPC JSON); may be given several times."),
                                  QStringLiteral("URL"));
    const QCommandLineOption purse(QStringLiteral("purse"),
                                   QStringLiteral("The purse file (default: LIST.purse). It is made when it is not there."),
                                   QStringLiteral("FILE"));
    const QCommandLineOption give(QStringLiteral("empty-purse"), QStringLiteral("Send everything in the purse to ADDRESS and end."),
                                  QStringLiteral("ADDRESS"));
    options.addOptions({once, data, network, node, purse, give});
    if (!options.parse(QCoreApplication::arguments())) return say(options.errorText() + QStringLiteral("\nSee watch --help."), 2);
    if (options.isSet(QStringLiteral("help")) || options.isSet(QStringLiteral("help-all"))) options.showHelp();
    const QStringList words = options.positionalArguments();
    if (words.size() < 2) return say(QStringLiteral("A watch list is needed. See watch --help."), 2);

    const auto list = readList(words[1], words.mid(2));
    if (!list) return say(watchErrorWords(list.error()), 2);
    if (options.isSet(network) && options.value(network).toStdString() != list->network)
        return say(QStringLiteral("This list is of the network %1. Nothing was done.").arg(QString::fromStdString(list->network)), 2);
    const QString root = options.isSet(data)
                             ? QDir(options.value(data)).absolutePath()
                             : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/BT");
    NetworkSetup setup(root);
    service::NetworkChoice wanted{list->network, {}};
    if (!options.isSet(node) && setup.chosen().network == list->network) wanted.urls = setup.chosen().urls;
    for (const QString& url : options.values(node)) wanted.urls.push_back(url.toStdString());
    if (const auto good = setup.forThisRun(wanted); !good) return say(watchErrorWords(good.error()), 2);
    if (list->network == "practice" && !QFileInfo(setup.networkFolder()).isDir())
        return say(QStringLiteral("There is no practice network in this data folder yet. See watch --help for --data."), 2);

    const QString purseFile = options.isSet(purse) ? options.value(purse) : words[1] + QStringLiteral(".purse");
    auto run = prepare(setup, *list, words[1], purseFile);
    if (!run) return say(watchErrorWords(run.error()), run.error().code.substr(0, 5) == "node." ? 1 : 2);
    std::signal(SIGINT, [](int) { g_stop = 1; });
    std::signal(SIGTERM, [](int) { g_stop = 1; });
    run->connect();
    if (options.isSet(give)) return emptyPurse(*run, options.value(give));
    run->fillOnPractice();
    line(QStringLiteral("Watching %1 visit(s) on %2. Fees come from the purse %3; send a little there when it runs low.")
             .arg(list->visits.size())
             .arg(QString::fromStdString(list->network), QString::fromStdString(run->purse->address())));

    bool good = true;
    while (g_stop == 0) {
        const auto live = run->look(good);
        if (live == 0) {
            line(QStringLiteral("All of them are over. There is nothing left to watch."));
            break;
        }
        if (options.isSet(once)) break;
        const auto next = std::chrono::steady_clock::now() + kPause;
        while (g_stop == 0 && std::chrono::steady_clock::now() < next) std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    return good ? 0 : 1;
}

} // namespace bt::app
