// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/single_instance.h"

#include <QCryptographicHash>
#include <QLocalSocket>

namespace bt::app {
namespace {

constexpr int kAnswerMs = 1500;

} // namespace

SingleInstance::SingleInstance(const QString& profileFolder, QObject* parent) : QObject(parent)
{
    const auto digest = QCryptographicHash::hash(profileFolder.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    m_name = QStringLiteral("bt-") + QString::fromLatin1(digest);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto* peer = m_server.nextPendingConnection()) {
            connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
            emit asked();
            peer->write("ok");
            peer->disconnectFromServer();
        }
    });
}

bool SingleInstance::handedOver()
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    return socket.waitForConnected(kAnswerMs) && socket.waitForReadyRead(kAnswerMs);
}

void SingleInstance::listen()
{
    if (m_server.listen(m_name)) return;
    QLocalServer::removeServer(m_name); // left behind by a process that was killed; the vault's lock guards the data
    (void)m_server.listen(m_name);
}

} // namespace bt::app
