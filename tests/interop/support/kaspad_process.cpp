// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/support/kaspad_process.h"

#include "interop/support/rpc_client.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>

#include <csignal>
#include <sys/prctl.h>

namespace bt::interop {
namespace {

//! Ports that nobody has now. All are held until the last is chosen, so that they differ.
std::vector<std::uint16_t> freePorts(int count)
{
    std::vector<std::unique_ptr<QTcpServer>> held;
    std::vector<std::uint16_t> ports;
    for (int i = 0; i < count; ++i) {
        auto server = std::make_unique<QTcpServer>();
        if (!server->listen(QHostAddress::LocalHost, 0)) return {};
        ports.push_back(server->serverPort());
        held.push_back(std::move(server));
    }
    return ports;
}

QString local(std::uint16_t port) { return QStringLiteral("127.0.0.1:%1").arg(port); }

} // namespace

KaspadProcess::KaspadProcess() : KaspadProcess(Options{}) {}
KaspadProcess::KaspadProcess(Options options) : m_options(std::move(options)) {}
KaspadProcess::~KaspadProcess() { kill(); }

QString KaspadProcess::program()
{
    if (const QString named = qEnvironmentVariable("BT_KASPAD"); !named.isEmpty()) return named;
    QString cache = qEnvironmentVariable("XDG_CACHE_HOME");
    if (cache.isEmpty()) cache = qEnvironmentVariable("HOME") + QStringLiteral("/.cache");
    const QString path = cache + QStringLiteral("/bettertherapy/peers/bin/kaspad");
    return QFileInfo(path).isExecutable() ? path : QString();
}

Result<void> KaspadProcess::start()
{
    const QString path = program();
    if (path.isEmpty()) return fail("kaspad.missing", "run packaging/dev/peers, or name a kaspad 2.1.0 in BT_KASPAD");
    if (m_jsonPort == 0) {
        const auto ports = freePorts(3);
        if (ports.size() != 3) return fail("kaspad.silent", "no free ports");
        m_jsonPort = ports[0];
        m_grpcPort = ports[1];
        m_p2pPort = ports[2];
    }
    QStringList arguments{QStringLiteral("--simnet"),
                          QStringLiteral("--yes"),
                          QStringLiteral("--nologfiles"),
                          QStringLiteral("--nodnsseed"),
                          QStringLiteral("--disable-upnp"),
                          QStringLiteral("--enable-unsynced-mining"),
                          QStringLiteral("--ram-scale=0.2"),
                          QStringLiteral("--async-threads=2"),
                          QStringLiteral("--appdir=") + m_folder.path(),
                          QStringLiteral("--rpclisten-json=") + local(m_jsonPort),
                          QStringLiteral("--rpclisten=") + local(m_grpcPort),
                          QStringLiteral("--listen=") + local(m_p2pPort)};
    if (m_options.utxoIndex) arguments << QStringLiteral("--utxoindex");
    if (m_options.connect.empty()) arguments << QStringLiteral("--outpeers=0");
    for (const std::string& peer : m_options.connect) arguments << QStringLiteral("--connect=") + QString::fromStdString(peer);
    for (const std::string& one : m_options.more) arguments << QString::fromStdString(one);

    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardOutputFile(m_folder.filePath(QStringLiteral("kaspad.log")), QIODevice::Append);
    // It must not outlive a test that crashed.
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process->start(path, arguments);
    if (!m_process->waitForStarted()) return fail("kaspad.ended", m_process->errorString().toStdString());

    RpcClient rpc(jsonUrl());
    const QDeadlineTimer deadline(60'000);
    while (!deadline.hasExpired()) {
        if (m_process->waitForFinished(0) || m_process->state() == QProcess::NotRunning) return fail("kaspad.ended", logTail());
        if (rpc.call("getInfo", Json::object(), std::chrono::seconds(2))) return {};
        // Not up yet: give it a moment, and notice at once if it ends instead.
        if (m_process->waitForFinished(50)) return fail("kaspad.ended", logTail());
    }
    return fail("kaspad.silent", logTail());
}

void KaspadProcess::kill()
{
    if (!m_process) return;
    m_process->kill();
    m_process->waitForFinished(10'000);
    m_process.reset();
}

Result<void> KaspadProcess::stop()
{
    if (!m_process) return {};
    m_process->terminate();
    const bool ended = m_process->waitForFinished(30'000);
    if (!ended) m_process->kill();
    m_process.reset();
    if (!ended) return fail("kaspad.silent", "it did not end when asked to");
    return {};
}

void KaspadProcess::freeze()
{
    if (m_process) ::kill(static_cast<pid_t>(m_process->processId()), SIGSTOP);
}
void KaspadProcess::thaw()
{
    if (m_process) ::kill(static_cast<pid_t>(m_process->processId()), SIGCONT);
}
bool KaspadProcess::running() const { return m_process && m_process->state() == QProcess::Running; }

std::string KaspadProcess::jsonUrl() const { return "ws://" + local(m_jsonPort).toStdString(); }
std::string KaspadProcess::p2pAddress() const { return local(m_p2pPort).toStdString(); }
QString KaspadProcess::folder() const { return m_folder.path(); }

std::string KaspadProcess::logTail(int lines) const
{
    QFile file(m_folder.filePath(QStringLiteral("kaspad.log")));
    if (!file.open(QIODevice::ReadOnly)) return "no log";
    const QList<QByteArray> all = file.readAll().trimmed().split('\n');
    return all.mid(std::max<qsizetype>(0, all.size() - lines)).join('\n').toStdString();
}

} // namespace bt::interop
