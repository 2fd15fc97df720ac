// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/json_rpc_socket.h"

#include "io/kaspad_errors.h"

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QThread>
#include <QWebSocket>

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>

namespace bt::io {
namespace {

bool tooManyParts(const QByteArray& text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return c == ',' || c == '[' || c == '{'; }) > kMaxJsonParts;
}

} // namespace

//! The socket and what waits for it. `socket` is touched on the thread only; the rest under the lock.
class JsonRpcSocket::Loop
{
public:
    Loop(SocketOptions o, Events e) : m_options(std::move(o)), m_events(std::move(e))
    {
        m_home.moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("node"));
        m_thread.start();
    }
    ~Loop()
    {
        onThread([this] { drop({"node.offline", {}, "closed"}, false); });
        m_thread.quit();
        m_thread.wait();
    }

    Result<void> open(const Deadline& deadline)
    {
        {
            const std::lock_guard guard(m_lock);
            m_opening = true;
            m_opened.reset();
        }
        onThread([this] { connectNow(); }, Qt::QueuedConnection);
        std::unique_lock guard(m_lock);
        const bool done = m_change.wait_until(guard, deadline.stop, deadline.at, [this] { return m_opened.has_value(); });
        if (done) return *m_opened;
        m_opening = false;
        guard.unlock();
        onThread([this] { drop({"node.timeout", {}, "no connection in time"}, false); }, Qt::QueuedConnection);
        return fail("node.timeout", "no connection in time");
    }

    Result<codec::Json> call(std::string_view method, const codec::Json& params, const Deadline& deadline)
    {
        if (deadline.over()) return fail("node.timeout");
        std::uint64_t id = 0;
        {
            const std::lock_guard guard(m_lock);
            if (!m_up) return tl::unexpected(m_down);
            id = ++m_lastId;
            m_waiting.emplace(id, std::nullopt);
        }
        const codec::Json question = {{"id", id}, {"method", method}, {"params", params}};
        onThread(
            [this, text = QString::fromStdString(question.dump())] {
                if (m_socket) m_socket->sendTextMessage(text);
            },
            Qt::QueuedConnection);

        std::unique_lock guard(m_lock);
        const bool done = m_change.wait_until(guard, deadline.stop, deadline.at, [&] { return m_waiting.at(id).has_value(); });
        auto answer = done ? std::move(*m_waiting.at(id)) : Result<codec::Json>(fail("node.timeout", std::string(method)));
        m_waiting.erase(id);
        return answer;
    }

    void close(const Error& why)
    {
        onThread([this, why] { drop(why, false); });
    }
    [[nodiscard]] std::uint64_t received() const { return m_received; }

private:
    template <typename F> void onThread(F work, Qt::ConnectionType how = Qt::BlockingQueuedConnection)
    {
        QMetaObject::invokeMethod(&m_home, std::move(work), how);
    }

    // All below runs on the thread.

    void connectNow()
    {
        drop({"node.offline", {}, "connected anew"}, false);
        m_socket = std::make_unique<QWebSocket>();
        QWebSocket* socket = m_socket.get();
        socket->setProxy(QNetworkProxy::NoProxy);
        socket->setMaxAllowedIncomingMessageSize(m_options.maxFrame);
        socket->setMaxAllowedIncomingFrameSize(m_options.maxFrame);
        if (m_options.url.tls) {
            QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
            if (!m_options.authorities.isEmpty()) tls.setCaCertificates(m_options.authorities);
            tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
            tls.setProtocol(QSsl::TlsV1_2OrLater);
            socket->setSslConfiguration(tls);
        }
        QObject::connect(socket, &QWebSocket::connected, &m_home, [this] { opened(); });
        QObject::connect(socket, &QWebSocket::disconnected, &m_home, [this] { ended(); });
        QObject::connect(socket, &QWebSocket::textMessageReceived, &m_home, [this](const QString& text) { message(text); });
        QObject::connect(socket, &QWebSocket::binaryMessageReceived, &m_home, [this](const QByteArray&) {
            drop({"node.unreadable", {}, "a binary message"}, true);
        });
        QObject::connect(socket, &QWebSocket::sslErrors, &m_home, [this] { m_tlsFailed = true; });
        QObject::connect(socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), &m_home,
                         [this](QAbstractSocket::SocketError error) { failed(error); });
        m_tlsFailed = false;
        QUrl url(QString::fromStdString(m_options.url.text()), QUrl::StrictMode);
        socket->open(url);
    }

    void opened()
    {
        {
            const std::lock_guard guard(m_lock);
            if (!m_opening) return; // nobody waits for it any more: drop() is on its way
            m_opening = false;
            m_up = true;
            m_opened = Result<void>{};
        }
        m_change.notify_all();
    }

    void failed(QAbstractSocket::SocketError error)
    {
        const bool tls = m_tlsFailed || error == QAbstractSocket::SslHandshakeFailedError ||
                         error == QAbstractSocket::SslInvalidUserDataError || error == QAbstractSocket::SslInternalError;
        drop({tls ? "node.tls" : "node.offline", {}, "socket error " + std::to_string(static_cast<int>(error))}, true);
    }

    void ended()
    {
        const bool large = m_socket && m_socket->closeCode() == QWebSocketProtocol::CloseCodeTooMuchData;
        const bool broken = m_socket && (m_socket->closeCode() == QWebSocketProtocol::CloseCodeProtocolError ||
                                         m_socket->closeCode() == QWebSocketProtocol::CloseCodeWrongDatatype);
        if (large) drop({"node.too_large", {}, "a message above the limit"}, true);
        else if (broken) drop({"node.unreadable", {}, "not the WebSocket protocol"}, true);
        else drop({"node.offline", {}, "closed by the node"}, true);
    }

    //! Ends the connection and whatever waits for it. \param tell whether `closed` is called.
    void drop(const Error& why, bool tell)
    {
        bool wasUp = false;
        {
            const std::lock_guard guard(m_lock);
            wasUp = std::exchange(m_up, false);
            m_down = why;
            for (auto& [id, answer] : m_waiting)
                if (!answer) answer = tl::unexpected(why);
            if (tell && m_opening) {
                m_opening = false;
                m_opened = Result<void>(tl::unexpected(why));
            }
        }
        m_change.notify_all();
        if (m_socket) {
            QWebSocket* gone = m_socket.release();
            QObject::disconnect(gone, nullptr, &m_home, nullptr);
            gone->abort();
            gone->deleteLater(); // we may stand in one of its signals
        }
        if (wasUp && tell && m_events.closed) m_events.closed(why);
    }

    void message(const QString& text)
    {
        ++m_received;
        const QByteArray utf8 = text.toUtf8();
        if (tooManyParts(utf8)) return drop({"node.too_large", {}, "too many values"}, true);
        auto json = codec::parseJson(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
        if (!json || !json->is_object()) return drop({"node.unreadable", {}, json ? "no object" : std::string(json.error().code)}, true);
        const auto id = json->find("id");
        if (id == json->end() || id->is_null()) return notification(*json);
        if (!id->is_number_unsigned()) return drop({"node.unreadable", {}, "an id of another kind"}, true);
        answer(id->get<std::uint64_t>(), *json);
    }

    void notification(codec::Json& json)
    {
        const auto method = json.find("method");
        const auto params = json.find("params");
        if (method == json.end() || !method->is_string() || params == json.end())
            return drop({"node.unreadable", {}, "a notification without method or params"}, true);
        if (m_events.notified) m_events.notified(method->get<std::string>(), *params);
    }

    void answer(std::uint64_t id, codec::Json& json)
    {
        Result<codec::Json> read = fail("node.unreadable", "an answer without params");
        if (const auto error = json.find("error"); error != json.end() && !error->is_null()) {
            const auto sentence = codec::textField(*error, "message");
            read = fail(kNodeRefused, sentence ? *sentence : std::string());
        } else if (const auto params = json.find("params"); params != json.end()) {
            read = std::move(*params);
        }
        {
            const std::lock_guard guard(m_lock);
            if (id > m_lastId || id == 0) {
                read = fail("node.unreadable", "an answer that nobody asked for");
            } else {
                // Somebody who gave up, or an answer that came before: it changes nothing.
                const auto waiting = m_waiting.find(id);
                if (waiting == m_waiting.end() || waiting->second) return;
                waiting->second = std::move(read);
                m_change.notify_all();
                return;
            }
        }
        drop(read.error(), true);
    }

    SocketOptions m_options;
    Events m_events;
    std::unique_ptr<QWebSocket> m_socket;
    bool m_tlsFailed = false;
    std::atomic<std::uint64_t> m_received{0};

    std::mutex m_lock;
    std::condition_variable_any m_change;
    bool m_opening = false;
    std::optional<Result<void>> m_opened;
    bool m_up = false;
    Error m_down{"node.offline", {}, "not connected"};
    std::uint64_t m_lastId = 0;
    std::map<std::uint64_t, std::optional<Result<codec::Json>>> m_waiting;

    QObject m_home; //!< lives on the thread; receives the work
    QThread m_thread;
};

JsonRpcSocket::JsonRpcSocket(SocketOptions options, Events events) : m(std::make_unique<Loop>(std::move(options), std::move(events))) {}
JsonRpcSocket::~JsonRpcSocket() = default;

Result<void> JsonRpcSocket::open(const Deadline& deadline) { return m->open(deadline); }
Result<codec::Json> JsonRpcSocket::call(std::string_view method, const codec::Json& params, const Deadline& deadline)
{
    return m->call(method, params, deadline);
}
void JsonRpcSocket::close(const Error& why) { m->close(why); }
std::uint64_t JsonRpcSocket::received() const { return m->received(); }

} // namespace bt::io
