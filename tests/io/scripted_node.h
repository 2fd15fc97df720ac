// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A node that says what a test tells it to: a WebSocket server on the loopback with the frames of workflow-rpc 0.18, on a
//! thread of its own. Questions without a script of their own are answered as kaspad does: an error sentence.
#pragma once

#include "base/cancel.h"
#include "codec/json.h"
#include "ledger/node_settings.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QThread>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace bt::test {

using codec::Json;

inline Deadline within(int ms) { return {std::chrono::steady_clock::now() + std::chrono::milliseconds(ms), {}}; }

class ScriptedNode
{
public:
    //! Runs on the server's thread; may send on the socket whatever it likes, or nothing.
    using Script = std::function<void(QWebSocket& socket, std::uint64_t id, const std::string& method, const Json& params)>;

    explicit ScriptedNode(std::optional<QSslConfiguration> tls = {}) : m_tls(std::move(tls))
    {
        m_home.moveToThread(&m_thread);
        m_thread.start();
        start();
    }
    ~ScriptedNode()
    {
        stop();
        m_thread.quit();
        m_thread.wait();
    }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] ledger::NodeUrl url(const std::string& host = "127.0.0.1") const { return {m_tls.has_value(), host, m_port, "/"}; }

    //! On the port that it had before.
    void start()
    {
        run([this] {
            m_server = std::make_unique<QWebSocketServer>(QStringLiteral("scripted"),
                                                          m_tls ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode);
            if (m_tls) m_server->setSslConfiguration(*m_tls);
            if (!m_server->listen(QHostAddress::LocalHost, m_port)) qFatal("scripted node: no port");
            m_port = m_server->serverPort();
            QObject::connect(m_server.get(), &QWebSocketServer::newConnection, &m_home, [this] { greet(); });
        });
    }
    void stop()
    {
        run([this] {
            hangUpNow();
            m_server.reset();
        });
    }
    void hangUp()
    {
        run([this] { hangUpNow(); });
    }
    void on(const std::string& method, Script script)
    {
        const std::lock_guard guard(m_lock);
        m_scripts[method] = std::move(script);
    }
    void answer(const std::string& method, Json params)
    {
        on(method, [params](QWebSocket& s, std::uint64_t id, const std::string& m, const Json&) { reply(s, id, m, params); });
    }
    void refuse(const std::string& method, const std::string& sentence)
    {
        on(method, [sentence](QWebSocket& s, std::uint64_t id, const std::string& m, const Json&) { refusal(s, id, m, sentence); });
    }
    void silence(const std::string& method)
    {
        on(method, [](QWebSocket&, std::uint64_t, const std::string&, const Json&) {});
    }
    //! To everybody who is connected.
    void push(const std::string& method, const Json& params) { raw(Json{{"method", method}, {"params", params}}.dump()); }
    void raw(const std::string& text)
    {
        run([&] {
            for (const auto& socket : m_sockets) socket->sendTextMessage(QString::fromStdString(text));
        });
    }
    [[nodiscard]] int asked(const std::string& method) const
    {
        const std::lock_guard guard(m_lock);
        const auto found = m_asked.find(method);
        return found == m_asked.end() ? 0 : static_cast<int>(found->second.size());
    }
    //! The params of every such question, in order.
    [[nodiscard]] std::vector<Json> questions(const std::string& method) const
    {
        const std::lock_guard guard(m_lock);
        const auto found = m_asked.find(method);
        return found == m_asked.end() ? std::vector<Json>() : found->second;
    }

    static void reply(QWebSocket& socket, std::uint64_t id, const std::string& method, const Json& params)
    {
        send(socket, Json{{"id", id}, {"method", method}, {"params", params}}.dump());
    }
    static void refusal(QWebSocket& socket, std::uint64_t id, const std::string& method, const std::string& sentence)
    {
        send(socket, Json{{"id", id}, {"method", method}, {"error", {{"code", 0}, {"message", sentence}, {"data", nullptr}}}}.dump());
    }
    static void send(QWebSocket& socket, const std::string& text) { socket.sendTextMessage(QString::fromStdString(text)); }

private:
    template <typename F> void run(F work) { QMetaObject::invokeMethod(&m_home, std::move(work), Qt::BlockingQueuedConnection); }

    void greet()
    {
        while (QWebSocket* socket = m_server->nextPendingConnection()) {
            m_sockets.push_back(socket);
            socket->setParent(nullptr);
            QObject::connect(socket, &QWebSocket::textMessageReceived, &m_home,
                             [this, socket](const QString& text) { heard(*socket, text.toStdString()); });
            QObject::connect(socket, &QWebSocket::disconnected, &m_home, [this, socket] {
                std::erase(m_sockets, socket);
                socket->deleteLater();
            });
        }
    }
    void heard(QWebSocket& socket, const std::string& text)
    {
        const auto json = codec::parseJson(text);
        if (!json) return;
        const auto id = json->at("id").get<std::uint64_t>();
        const auto method = json->at("method").get<std::string>();
        Script script;
        {
            const std::lock_guard guard(m_lock);
            m_asked[method].push_back(json->at("params"));
            if (const auto found = m_scripts.find(method); found != m_scripts.end()) script = found->second;
        }
        if (script) script(socket, id, method, json->at("params"));
        else refusal(socket, id, method, "RPC method not found");
    }
    void hangUpNow()
    {
        const auto sockets = std::exchange(m_sockets, {});
        for (QWebSocket* socket : sockets) {
            QObject::disconnect(socket, nullptr, &m_home, nullptr);
            socket->abort();
            socket->deleteLater();
        }
    }

    std::optional<QSslConfiguration> m_tls;
    std::uint16_t m_port = 0;
    mutable std::mutex m_lock;
    std::map<std::string, Script> m_scripts;
    std::map<std::string, std::vector<Json>> m_asked;
    std::unique_ptr<QWebSocketServer> m_server; // and the sockets: on the thread only
    std::vector<QWebSocket*> m_sockets;
    QObject m_home;
    QThread m_thread;
};

} // namespace bt::test
