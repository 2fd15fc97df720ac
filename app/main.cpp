// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/single_instance.h"
#include "compose/window_host.h"
#include "demo/demo.h"
#include "io/qt_keychain.h"
#include "service/partner.h"

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
        return QStringLiteral("The data folder cannot be written. Nothing was changed. Allow writing there, or choose another with --data FOLDER.");
    return QStringLiteral("The data could not be opened (%1). Nothing was changed.")
        .arg(QString::fromLatin1(error.code.data(), static_cast<qsizetype>(error.code.size())));
}

} // namespace

int main(int argc, char** argv)
{
    keepMemoryPrivate();
    QGuiApplication::setDesktopFileName(QStringLiteral("BT"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("BT"));
    QGuiApplication::setApplicationVersion(QStringLiteral(BT_VERSION));

    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral("Meet, talk, pay and keep your records, with nobody in between."));
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("Keep everything in FOLDER."), QStringLiteral("FOLDER"));
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Open persona NAME (letters and digits; default: 1)."),
                                     QStringLiteral("NAME"), QStringLiteral("1"));
    const QCommandLineOption demo(QStringLiteral("demo"), QStringLiteral("Play the main job unattended and save pictures of it."));
    const QCommandLineOption output(QStringLiteral("output"), QStringLiteral("With --demo: work in FOLDER."), QStringLiteral("FOLDER"));
    const QCommandLineOption firstFrame(QStringLiteral("exit-at-first-frame"), QStringLiteral("Quit when the first picture stands (for measuring)."));
    options.addOptions({data, profile, demo, output, firstFrame});
    if (!options.parse(QGuiApplication::arguments())) return usage(options.errorText() + QStringLiteral("\nSee --help."));
    if (options.isSet(QStringLiteral("help"))) options.showHelp();
    if (options.isSet(QStringLiteral("version"))) options.showVersion();
    if (options.isSet(demo)) return app::runDemo(options.value(output));

    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9]{1,32}$"));
    if (!plain.match(options.value(profile)).hasMatch()) return usage(QStringLiteral("A profile's name has 1 to 32 letters and digits."));
    const QString root = options.isSet(data) ? QDir(options.value(data)).absolutePath()
                                             : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/BT");
    const QString folder = root + QStringLiteral("/p") + options.value(profile);
    app::SingleInstance single(folder);
    if (single.handedOver()) return 0;

    auto world = service::PracticeWorld::open((root + QStringLiteral("/n")).toStdString());
    if (!world) return usage(sentence(world.error()));
    service::EngineParts parts;
    parts.profileFolder = folder.toStdString();
    parts.world = *world;
    parts.keychain = std::make_shared<io::QtKeychain>();
    app::WindowHost::Options window;
    window.settingsFile = root + QStringLiteral("/look.ini");
    window.exportFolder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    app::WindowHost host(std::move(parts), window);
    if (!host.show()) return usage(QStringLiteral("The window could not be made: the installation is damaged."));
    single.listen();
    QObject::connect(&single, &app::SingleInstance::asked, &host, &app::WindowHost::raise);
    std::unique_ptr<service::PartnerHost> partners;
    QObject::connect(host.window(), &QQuickWindow::frameSwapped, &app, [&, first = true]() mutable {
        if (!first) return;
        first = false;
        if (options.isSet(firstFrame)) ::_exit(0); // what is measured ends here: no tidying up
        // After the first picture, so that nobody waits for them.
        QTimer::singleShot(0, &app, [&] { partners = std::make_unique<service::PartnerHost>(*world, (root + QStringLiteral("/n")).toStdString()); });
    });
    return QGuiApplication::exec();
}
