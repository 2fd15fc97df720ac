// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/network_setup.h"
#include "compose/single_instance.h"
#include "compose/window_host.h"
#include "demo/demo.h"
#include "error_text.h"
#include "inspect/inspect_command.h"
#include "io/qt_keychain.h"
#include "rewards/rewards_command.h"
#include "service/partner.h"
#include "token/token_command.h"
#include "verify/verify_command.h"
#include "verify/verify_consent_command.h"
#include "watch/watch_command.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace bt;

// Secrets live in memory: no core file of this process may be written.
void keepMemoryPrivate()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
}

int usage(const QString& problem)
{
    QTextStream(stderr) << problem << Qt::endl;
    return 2;
}

QString sentence(const Error& error)
{
    if (error.code == "store.full") return QStringLiteral("The disk is full. Nothing was changed. Free some space and start again.");
    if (error.code == "store.read_only")
        return QStringLiteral(
            "The data folder cannot be written. Nothing was changed. Allow writing there, or choose another with --data FOLDER.");
    if (error.code == "node.network_unknown")
        return QStringLiteral("There is no such network. Nothing was changed. Known are practice, simnet, testnet-10 and mainnet.");
    if (error.code == "node.url_missing")
        return QStringLiteral("This network needs a node. Nothing was changed. Add --node URL, best of your own.");
    if (error.code.substr(0, 5) == "node.") return app::errorText(error);
    return QStringLiteral("The data could not be opened (%1). Nothing was changed.")
        .arg(QString::fromLatin1(error.code.data(), static_cast<qsizetype>(error.code.size())));
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("BT"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BT_VERSION));
}

//! A window over one network, with the practice partners where there are any.
struct Session {
    std::shared_ptr<service::NetworkWorld> world;
    std::unique_ptr<app::WindowHost> host;
    std::unique_ptr<service::PartnerHost> partners;

    //! \returns "" or what is wrong.
    QString open(app::NetworkSetup& setup, const QString& profile, const QString& root, bool onlyFirstFrame)
    {
        auto opened = setup.open();
        if (!opened) return sentence(opened.error());
        world = std::move(*opened);
        service::EngineParts parts;
        parts.profileFolder = setup.profileFolder(profile).toStdString();
        parts.world = world;
        parts.keychain = std::make_shared<io::QtKeychain>();
        app::WindowHost::Options window;
        window.settingsFile = root + QStringLiteral("/look.ini");
        window.exportFolder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
        window.door = &setup;
        host = std::make_unique<app::WindowHost>(std::move(parts), window);
        if (!host->show()) return QStringLiteral("The window could not be made: the installation is damaged.");
        const QString folder = setup.networkFolder();
        QObject::connect(host->window(), &QQuickWindow::frameSwapped, host.get(), [this, folder, onlyFirstFrame, first = true]() mutable {
            if (!first) return;
            first = false;
            if (onlyFirstFrame) ::_exit(0); // what is measured ends here: no tidying up
            if (world->practice == nullptr) return;
            // After the first picture, so that nobody waits for them.
            QTimer::singleShot(0, host.get(),
                               [this, folder] { partners = std::make_unique<service::PartnerHost>(world, folder.toStdString()); });
        });
        return {};
    }
    ~Session() { partners.reset(); }
};

} // namespace

int main(int argc, char** argv)
{
    keepMemoryPrivate();
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("Meet, talk, pay and keep your records, with nobody in between.\n"
                       "bettertherapy inspect WHAT explains a transaction: see inspect --help.\n"
                       "bettertherapy token genesis gives a test network its BTAI: see token --help.\n"
                       "bettertherapy watch LIST pushes what visits need: see watch --help.\n"
                       "bettertherapy verify FILE checks a signed receipt.\n"
                       "bettertherapy verify-consent FILE judges a proof of a consent: see verify-consent --help.\n"
                       "bettertherapy rewards is the tool of the reward pool's stewards: see rewards --help."));
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("Keep everything in FOLDER."), QStringLiteral("FOLDER"));
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Open persona NAME (letters and digits; default: 1)."),
                                     QStringLiteral("NAME"), QStringLiteral("1"));
    const QCommandLineOption demo(QStringLiteral("demo"), QStringLiteral("Play the main job unattended and save pictures of it."));
    const QCommandLineOption output(QStringLiteral("output"), QStringLiteral("With --demo: work in FOLDER."), QStringLiteral("FOLDER"));
    const QCommandLineOption firstFrame(QStringLiteral("exit-at-first-frame"),
                                        QStringLiteral("Quit when the first picture stands (for measuring)."));
    const QCommandLineOption network(QStringLiteral("network"), QStringLiteral("For this run: practice, simnet, testnet-10 or mainnet."),
                                     QStringLiteral("NAME"));
    const QCommandLineOption node(QStringLiteral("node"),
                                  QStringLiteral("With --network: URL of a node (wRPC JSON); may be given several times."),
                                  QStringLiteral("URL"));
    options.addOptions({data, profile, network, node, demo, output, firstFrame});
    // What is only read or printed needs no display.
    QStringList words;
    for (int i = 0; i < argc; ++i) words << QString::fromLocal8Bit(argv[i]);
    options.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions); // -reverse is Qt's, and no -v
    (void)options.parse(words);
    options.setSingleDashWordOptionMode(QCommandLineParser::ParseAsCompactedShortOptions);
    if (options.positionalArguments().value(0) == QLatin1String("inspect")) return app::inspectCommand(argc, argv);
    if (options.positionalArguments().value(0) == QLatin1String("token")) return app::tokenCommand(argc, argv);
    if (options.positionalArguments().value(0) == QLatin1String("watch")) return app::watchCommand(argc, argv);
    if (options.positionalArguments().value(0) == QLatin1String("verify")) return app::verifyCommand(argc, argv);
    if (options.positionalArguments().value(0) == QLatin1String("verify-consent")) return app::verifyConsentCommand(argc, argv);
    if (options.positionalArguments().value(0) == QLatin1String("rewards")) return app::rewardsCommand(argc, argv);
    if (options.isSet(QStringLiteral("help")) || options.isSet(QStringLiteral("help-all")) || options.isSet(QStringLiteral("version"))) {
        const QCoreApplication app(argc, argv);
        nameProgram();
        if (options.isSet(QStringLiteral("version"))) options.showVersion();
        options.showHelp();
    }

    QGuiApplication::setDesktopFileName(QStringLiteral("BT"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QGuiApplication app(argc, argv);
    nameProgram();
    if (!options.parse(QGuiApplication::arguments())) return usage(options.errorText() + QStringLiteral("\nSee --help."));
    if (!options.positionalArguments().isEmpty())
        return usage(
            QStringLiteral("\"%1\" is not understood here. Nothing was opened. See --help.").arg(options.positionalArguments().first()));
    if (options.isSet(demo)) return app::runDemo(options.value(output));

    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9]{1,32}$"));
    if (!plain.match(options.value(profile)).hasMatch()) return usage(QStringLiteral("A profile's name has 1 to 32 letters and digits."));
    const QString root = options.isSet(data)
                             ? QDir(options.value(data)).absolutePath()
                             : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/BT");
    app::NetworkSetup setup(root);
    if (options.isSet(network) || options.isSet(node)) {
        service::NetworkChoice wanted;
        wanted.network = options.isSet(network) ? options.value(network).toStdString() : setup.chosen().network;
        for (const QString& url : options.values(node)) wanted.urls.push_back(url.toStdString());
        if (!options.isSet(node) && wanted.network == setup.chosen().network) wanted.urls = setup.chosen().urls;
        if (const auto good = setup.forThisRun(wanted); !good) return usage(sentence(good.error()));
    }
    std::unique_ptr<app::SingleInstance> single;
    std::unique_ptr<Session> session;
    // Every network has a folder of its own for a profile, so the claim to it is made anew with each.
    const auto claim = [&] {
        single = std::make_unique<app::SingleInstance>(setup.profileFolder(options.value(profile)));
        if (single->handedOver()) return false;
        single->listen();
        QObject::connect(single.get(), &app::SingleInstance::asked, &app, [&] { session->host->raise(); });
        return true;
    };
    if (!claim()) return 0;
    const auto begin = [&] {
        QGuiApplication::setQuitOnLastWindowClosed(false); // one window goes and another comes
        session.reset();                                   // first: a profile is open once only
        session = std::make_unique<Session>();
        const QString problem = session->open(setup, options.value(profile), root, options.isSet(firstFrame));
        QGuiApplication::setQuitOnLastWindowClosed(true);
        return problem;
    };
    if (const QString problem = begin(); !problem.isEmpty()) return usage(problem);
    QObject::connect(
        &setup, &app::NetworkSetup::chosenAnew, &app,
        [&] {
            if (!claim()) return QGuiApplication::quit(); // another window has this profile open there: it came forward
            if (const QString problem = begin(); !problem.isEmpty()) QGuiApplication::exit(usage(problem));
        },
        Qt::QueuedConnection); // the asking page must not be under way when its window goes
    return QGuiApplication::exec();
}
