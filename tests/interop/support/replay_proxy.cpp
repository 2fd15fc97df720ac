// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/support/replay_proxy.h"

#include "base/random.h"

#include <QHostAddress>
#include <QThread>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

#include <vector>

namespace bt::interop {

struct ReplayProxy::Impl {
    Impl(ReplayProxy::Counters& c, std::uint64_t seed) : counters(c), random(seed) {}

    //! One client with its own connection to the node.
    struct Pair {
        QWebSocket* client = nullptr;
        QWebSocket* node = nullptr;
        std::vector<QString> early; //!< calls before the node's side is open
        std::vector<QString> held;
    };
    ReplayProxy::Counters& counters;
    SeededRandom random;
    QThread thread;
    QObject* home = nullptr;
    QUrl target;
    std::uint16_t port = 0;
    bool hold = true;
    std::vector<std::shared_ptr<Pair>> pairs;

    void deliver(Pair& pair, std::size_t i)
    {
        if (i + 1 < pair.held.size()) ++counters.late; // one that came after it goes first or another waits on
        pair.client->sendTextMessage(pair.held[i]);
        ++counters.delivered;
        pair.held.erase(pair.held.begin() + static_cast<std::ptrdiff_t>(i));
    }
    void notification(Pair& pair, const QString& text)
    {
        ++counters.received;
        const std::uint64_t fate = hold ? random.below(10) : 9;
        if (fate < 2) {
            ++counters.dropped;
            return;
        }
        const std::uint64_t copies = fate < 5 ? 2 + random.below(2) : 1;
        counters.doubled += copies - 1;
        for (std::uint64_t i = 0; i < copies; ++i) pair.held.push_back(text);
        // What stays here long is let out beside its grandchildren.
        while (pair.held.size() > (hold ? 40U : 0U)) deliver(pair, hold ? random.below(pair.held.size()) : 0);
    }
    void accept(QWebSocket* client)
    {
        auto pair = std::make_shared<Pair>();
        pair->client = client;
        client->setParent(home);
        pair->node = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, home);
        pairs.push_back(pair);
        Pair* p = pair.get();
        QObject::connect(client, &QWebSocket::textMessageReceived, p->node, [p](const QString& text) {
            if (p->node->state() == QAbstractSocket::ConnectedState) p->node->sendTextMessage(text);
            else p->early.push_back(text);
        });
        QObject::connect(p->node, &QWebSocket::connected, client, [p] {
            for (const QString& text : p->early) p->node->sendTextMessage(text);
            p->early.clear();
        });
        QObject::connect(p->node, &QWebSocket::textMessageReceived, client, [this, p](const QString& text) {
            // kaspad writes the id of an answer before everything else; a notification has none.
            if (text.left(6) == QLatin1String("{\"id\":")) p->client->sendTextMessage(text);
            else notification(*p, text);
        });
        QObject::connect(p->node, &QWebSocket::disconnected, client, [p] { p->client->close(); });
        QObject::connect(client, &QWebSocket::disconnected, home, [this, p] {
            p->node->disconnect();
            p->node->deleteLater();
            p->client->deleteLater();
            std::erase_if(pairs, [p](const auto& one) { return one.get() == p; });
        });
        p->node->open(target);
    }
};

ReplayProxy::ReplayProxy(std::string target, std::uint64_t seed) : m(std::make_unique<Impl>(m_counters, seed))
{
    m->target = QUrl(QString::fromStdString(target));
    m->home = new QObject;
    m->home->moveToThread(&m->thread);
    m->thread.start();
    QMetaObject::invokeMethod(
        m->home,
        [this] {
            auto* server = new QWebSocketServer(QStringLiteral("replay"), QWebSocketServer::NonSecureMode, m->home);
            if (server->listen(QHostAddress::LocalHost, 0)) m->port = server->serverPort();
            QObject::connect(server, &QWebSocketServer::newConnection, m->home,
                             [this, server] { m->accept(server->nextPendingConnection()); });
        },
        Qt::BlockingQueuedConnection);
}

ReplayProxy::~ReplayProxy()
{
    QMetaObject::invokeMethod(
        m->home,
        [this] {
            for (const auto& pair : m->pairs) {
                pair->client->disconnect();
                pair->node->disconnect();
            }
            delete m->home;
        },
        Qt::BlockingQueuedConnection);
    m->thread.quit();
    m->thread.wait();
}

std::string ReplayProxy::url() const { return "ws://127.0.0.1:" + std::to_string(m->port); }

void ReplayProxy::hangUp()
{
    QMetaObject::invokeMethod(
        m->home,
        [this] {
            const auto all = m->pairs;
            for (const auto& pair : all) pair->client->abort();
        },
        Qt::BlockingQueuedConnection);
}

void ReplayProxy::letGo()
{
    QMetaObject::invokeMethod(
        m->home,
        [this] {
            m->hold = false;
            for (const auto& pair : m->pairs)
                while (!pair->held.empty()) m->deliver(*pair, 0);
        },
        Qt::BlockingQueuedConnection);
}

} // namespace bt::interop
