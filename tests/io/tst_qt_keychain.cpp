// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain against a real gnome-keyring on a session bus of its own. The test starts itself again inside such a
// session (one for each state of the keyring); the inner run makes one story and says by its exit code how it went.
#include "base/bytes.h"
#include "io/qt_keychain.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QtTest>

#include <cstdio>
#include <thread>

using namespace bt;

namespace {

constexpr std::string_view kEntry = "0123456789abcdef0123456789abcdef";

Deadline within(int ms)
{
    Deadline d;
    d.at = std::chrono::steady_clock::now() + std::chrono::milliseconds(ms);
    return d;
}
Secret filled(std::uint8_t value)
{
    Secret out(32);
    std::fill(out.data(), out.data() + 32, value);
    return out;
}
template <typename T> bool is(const Result<T>& answer, std::string_view code)
{
    if (!answer && answer.error().code == code) return true;
    std::fprintf(stderr, "expected %s, got %s %s\n", std::string(code).c_str(),
                 answer ? "success" : std::string(answer.error().code).c_str(), answer ? "" : answer.error().detail.c_str());
    return false;
}
template <typename T> bool ok(const Result<T>& answer)
{
    if (answer) return true;
    std::fprintf(stderr, "failed: %s %s\n", std::string(answer.error().code).c_str(), answer.error().detail.c_str());
    return false;
}

// Has the name of the secret service and never says a word.
class Mute final : public QDBusVirtualObject
{
public:
    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage&, const QDBusConnection&) override { return true; }
};

// The stories run on a worker thread without an event loop, as the vault does. 0: all as it should be.
int storyUnlocked()
{
    io::QtKeychain keychain;
    auto none = keychain.read(kEntry, within(30'000));
    if (!ok(none) || none->has_value()) return 10;
    if (!ok(keychain.erase(kEntry, within(30'000)))) return 11;
    if (!ok(keychain.write(kEntry, filled(0), within(30'000)))) return 12; // zero bytes are bytes like any
    auto first = keychain.read(kEntry, within(30'000));
    if (!ok(first) || !*first || !equal((*first)->view(), filled(0).view())) return 13;
    if (!ok(keychain.write(kEntry, filled(0xff), within(30'000)))) return 14;
    auto second = keychain.read(kEntry, within(30'000));
    if (!ok(second) || !*second || !equal((*second)->view(), filled(0xff).view())) return 15;
    auto other = keychain.read("ffffffffffffffffffffffffffffffff", within(30'000));
    if (!ok(other) || other->has_value()) return 16;
    if (!ok(keychain.erase(kEntry, within(30'000)))) return 17;
    auto gone = keychain.read(kEntry, within(30'000));
    if (!ok(gone) || gone->has_value()) return 18;
    return ok(keychain.write(kEntry, filled(7), within(30'000))) ? 0 : 19; // stays, for the locked story
}
int storyLocked()
{
    io::QtKeychain keychain;
    if (!is(keychain.read(kEntry, within(30'000)), "vault.keychain_refused")) return 10;
    if (!is(keychain.write(kEntry, filled(9), within(30'000)), "vault.keychain_refused")) return 11;
    return 0;
}
int storyStillThere()
{
    io::QtKeychain keychain;
    auto held = keychain.read(kEntry, within(30'000));
    return ok(held) && *held && equal((*held)->view(), filled(7).view()) ? 0 : 10;
}
int storyAbsent()
{
    io::QtKeychain keychain;
    if (!is(keychain.read(kEntry, within(30'000)), "vault.keychain_absent")) return 10;
    if (!is(keychain.write(kEntry, filled(1), within(30'000)), "vault.keychain_absent")) return 11;
    return is(keychain.erase(kEntry, within(30'000)), "vault.keychain_absent") ? 0 : 12;
}
int storyMute()
{
    const auto start = std::chrono::steady_clock::now();
    io::QtKeychain keychain;
    if (!is(keychain.read(kEntry, within(700)), "vault.keychain_slow")) return 10;
    std::stop_source stop;
    Deadline stopped = within(60'000);
    stopped.stop = stop.get_token();
    stop.request_stop();
    if (!is(keychain.write(kEntry, filled(1), stopped), "vault.keychain_slow")) return 11;
    return std::chrono::steady_clock::now() - start < std::chrono::seconds(20) ? 0 : 12;
}

int runStory(const QString& name, int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    Mute mute;
    if (name == "mute") {
        auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, "mute");
        if (!bus.registerVirtualObject("/", &mute, QDBusConnection::SubPath) || !bus.registerService("org.freedesktop.secrets")) return 20;
    }
    int result = 30;
    std::thread worker([&] {
        if (name == "unlocked") result = storyUnlocked();
        if (name == "locked") result = storyLocked();
        if (name == "still-there") result = storyStillThere();
        if (name == "absent") result = storyAbsent();
        if (name == "mute") result = storyMute();
        QMetaObject::invokeMethod(&app, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    app.exec();
    worker.join();
    return result;
}

} // namespace

class TestQtKeychain : public QObject
{
    Q_OBJECT
    QTemporaryDir m_home;

    // Runs a story in a private session. \param before shell that prepares it. \param config a bus configuration, or "".
    int session(const QString& story, const QString& before, const QString& config = {})
    {
        QProcess process;
        auto env = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP", "KDE_FULL_SESSION",
                                 "GNOME_KEYRING_CONTROL", "DESKTOP_SESSION"})
            env.remove(name);
        env.insert("HOME", m_home.path());
        env.insert("XDG_DATA_HOME", m_home.filePath("share"));
        env.insert("XDG_RUNTIME_DIR", m_home.filePath("run"));
        env.insert("XDG_CACHE_HOME", m_home.filePath("cache"));
        process.setProcessEnvironment(env);
        process.setProcessChannelMode(QProcess::MergedChannels);
        QStringList args;
        if (!config.isEmpty()) args << "--config-file=" + config;
        // What ends on the bus ends with it; the keyring is sent off before that, so that its file is written.
        args << "--"
             << "sh"
             << "-c" << before + "\n\"$0\" --story " + story + "; code=$?; kill $keyring 2>/dev/null; wait; exit $code"
             << QCoreApplication::applicationFilePath();
        process.start("dbus-run-session", args);
        if (!process.waitForFinished(100'000)) {
            process.kill();
            return -1;
        }
        const QByteArray said = process.readAll();
        if (process.exitCode() != 0) qWarning("%s", said.constData());
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    }
    static QString keyring(const QString& how)
    {
        return how + "gnome-keyring-daemon --foreground --components=secrets " + (how.isEmpty() ? "" : "--unlock ") +
               ">/dev/null 2>&1 & keyring=$!\n"
               // Asking who has the name starts nothing; a ping would make the bus start a second, locked keyring.
               "for i in $(seq 600); do\n"
               "  dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus "
               "org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q true && break\ndone\n";
    }

private slots:
    void initTestCase()
    {
        QDir().mkpath(m_home.filePath("run"));
        QFile::setPermissions(m_home.filePath("run"), QFile::Permissions(0x7700));
    }

    void an_unlocked_keyring_keeps_gives_and_forgets() { QCOMPARE(session("unlocked", keyring("printf secret | ")), 0); }

    void a_locked_keyring_refuses_and_its_entry_is_not_overwritten()
    {
        QCOMPARE(session("locked", keyring("")), 0);
        QCOMPARE(session("still-there", keyring("printf secret | ")), 0);
    }

    void a_session_without_a_keyring_says_that_it_is_absent()
    {
        QFile config(m_home.filePath("bus.conf"));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
                     "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\"><busconfig><type>session</type>"
                     "<listen>unix:tmpdir=/tmp</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                     "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        QCOMPARE(session("absent", "", config.fileName()), 0);
        QCOMPARE(session("mute", "", config.fileName()), 0);
    }

    void a_machine_without_a_session_bus_says_so_too()
    {
        QCOMPARE(session("absent", "export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent/bus"), 0);
    }
};

int main(int argc, char** argv)
{
    if (argc == 3 && QByteArray(argv[1]) == "--story") return runStory(QString::fromLatin1(argv[2]), argc, argv);
    QCoreApplication app(argc, argv);
    TestQtKeychain test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_qt_keychain.moc"
