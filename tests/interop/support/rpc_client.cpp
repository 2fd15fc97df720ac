// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/support/rpc_client.h"

#include <QThread>
#include <QUrl>
#include <QWebSocket>

#include <future>
#include <map>
#include <mutex>

namespace bt::interop {

struct RpcClient::Impl {
    QUrl url;
    QThread thread;
    QObject* home = nullptr;      //!< lives on the thread
    QWebSocket* socket = nullptr; //!< touched on the thread only
    bool open = false;            //!< of the thread
    std::vector<QString> waiting; //!< for the connection; of the thread

    std::mutex lock;
    std::uint64_t next = 1;
    std::map<std::uint64_t, std::promise<Result<Json>>> pending;
    std::function<void(const std::string&, const Json&)> handler;

    void answer(std::uint64_t id, Result<Json> value)
    {
        const std::lock_guard guard(lock);
        const auto found = pending.find(id);
        if (found == pending.end()) return;
        found->second.set_value(std::move(value));
        pending.erase(found);
    }
    void dropAll(const std::string& why)
    {
        open = false;
        waiting.clear();
        const std::lock_guard guard(lock);
        for (auto& [id, promise] : pending) promise.set_value(fail("rpc.unreachable", why));
        pending.clear();
    }
    void read(const QString& text)
    {
        Json message = Json::parse(text.toStdString(), nullptr, false);
        if (message.is_discarded()) return;
        if (!message.contains("id")) {
            if (handler) handler(message.value("method", ""), message.value("params", Json()));
            return;
        }
        const auto id = message["id"].get<std::uint64_t>();
        if (message.contains("error") && !message["error"].is_null())
            answer(id, fail("rpc.refused", message["error"].value("message", message["error"].dump())));
        else answer(id, message.value("params", Json()));
    }
    void connectSocket()
    {
        socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, home);
        QObject::connect(socket, &QWebSocket::connected, home, [this] {
            open = true;
            for (const QString& text : waiting) socket->sendTextMessage(text);
            waiting.clear();
        });
        QObject::connect(socket, &QWebSocket::textMessageReceived, home, [this](const QString& text) { read(text); });
        QObject::connect(socket, &QWebSocket::disconnected, home, [this] {
            const std::string why = socket->errorString().toStdString();
            socket->deleteLater();
            socket = nullptr;
            dropAll(why);
        });
        socket->open(url);
    }
    void send(const QString& text)
    {
        if (socket == nullptr) connectSocket();
        if (open) socket->sendTextMessage(text);
        else waiting.push_back(text);
    }
};

RpcClient::RpcClient(std::string url) : m(std::make_unique<Impl>())
{
    m->url = QUrl(QString::fromStdString(url));
    m->home = new QObject;
    m->home->moveToThread(&m->thread);
    QObject::connect(&m->thread, &QThread::finished, m->home, &QObject::deleteLater);
    m->thread.start();
}

RpcClient::~RpcClient()
{
    QMetaObject::invokeMethod(
        m->home,
        [this] {
            if (m->socket != nullptr) m->socket->disconnect();
            delete m->socket;
            m->socket = nullptr;
        },
        Qt::BlockingQueuedConnection);
    m->thread.quit();
    m->thread.wait();
}

void RpcClient::onNotification(std::function<void(const std::string&, const Json&)> handler) { m->handler = std::move(handler); }

Result<Json> RpcClient::call(const std::string& method, const Json& params, std::chrono::milliseconds timeout)
{
    std::future<Result<Json>> future;
    std::uint64_t id = 0;
    {
        const std::lock_guard guard(m->lock);
        id = m->next++;
        future = m->pending[id].get_future();
    }
    const Json message = {{"id", id}, {"method", method}, {"params", params}};
    QMetaObject::invokeMethod(
        m->home, [this, text = QString::fromStdString(message.dump())] { m->send(text); }, Qt::QueuedConnection);
    if (future.wait_for(timeout) == std::future_status::ready) return future.get();
    const std::lock_guard guard(m->lock);
    m->pending.erase(id);
    return fail("rpc.timeout", method);
}

} // namespace bt::interop
