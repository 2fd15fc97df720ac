// SPDX-License-Identifier: GPL-3.0-or-later
// One connection against real sockets: what a broken, hostile or absent node can do to it. Each case goes on with a
// question that is answered, so that a dead connection cannot pass for a refusal.
#include <QTest>

#ifndef Q_MOC_RUN
#include "io/json_rpc_socket.h"
#include "scripted_node.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <atomic>
#include <thread>
#endif

using namespace bt;
using bt::codec::Json;
using bt::io::JsonRpcSocket;
using bt::test::ScriptedNode;
using bt::test::within;

namespace {

QString codeOf(const Error& error) { return QString::fromUtf8(error.code.data(), static_cast<int>(error.code.size())); }
template <typename T> QString codeOf(const Result<T>& result) { return result ? QStringLiteral("ok") : codeOf(result.error()); }

struct Client {
    std::mutex lock;
    std::vector<std::pair<std::string, Json>> news;
    std::vector<std::string> ends;
    JsonRpcSocket socket;

    explicit Client(const ledger::NodeUrl& url, QList<QSslCertificate> authorities = {})
        : socket({url, std::move(authorities), 1U << 20U}, {[this](const std::string& method, const Json& params) {
                                                                const std::lock_guard guard(lock);
                                                                news.emplace_back(method, params);
                                                            },
                                                            [this](const Error& why) {
                                                                const std::lock_guard guard(lock);
                                                                ends.emplace_back(why.code);
                                                            }})
    {}
    std::size_t newsCount()
    {
        const std::lock_guard guard(lock);
        return news.size();
    }
    QString lastEnd()
    {
        const std::lock_guard guard(lock);
        return ends.empty() ? QString() : QString::fromStdString(ends.back());
    }
};

//! A TCP server that speaks as a test tells it to, once for each connection.
class RawServer
{
public:
    explicit RawServer(std::function<void(QTcpSocket&, const QByteArray& request)> talk) : m_talk(std::move(talk))
    {
        m_home.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_home,
            [this] {
                m_server = std::make_unique<QTcpServer>();
                if (!m_server->listen(QHostAddress::LocalHost)) qFatal("raw server: no port");
                QObject::connect(m_server.get(), &QTcpServer::newConnection, &m_home, [this] {
                    QTcpSocket* socket = m_server->nextPendingConnection();
                    QObject::connect(socket, &QTcpSocket::readyRead, &m_home, [this, socket] { m_talk(*socket, socket->readAll()); });
                });
            },
            Qt::BlockingQueuedConnection);
    }
    ~RawServer()
    {
        QMetaObject::invokeMethod(
            &m_home, [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    [[nodiscard]] ledger::NodeUrl url() const { return {false, "127.0.0.1", m_server->serverPort(), "/"}; }

    //! The server's half of the opening handshake (RFC 6455, 4.2.2).
    static QByteArray welcome(const QByteArray& request)
    {
        const int at = static_cast<int>(request.toLower().indexOf("sec-websocket-key:"));
        const QByteArray key = request.mid(at + 18, request.indexOf("\r\n", at) - at - 18).trimmed();
        const QByteArray accept =
            QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accept +
               "\r\n\r\n";
    }

private:
    std::function<void(QTcpSocket&, const QByteArray&)> m_talk;
    std::unique_ptr<QTcpServer> m_server;
    QObject m_home;
    QThread m_thread;
};

} // namespace

class TestJsonRpcSocket : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    //! An authority, or a certificate of `issuer` for `name`, made by the openssl program.
    void certificate(const QString& id, const QString& issuer, const QString& name)
    {
        const auto path = [this](const QString& file) { return m_dir.filePath(file); };
        const QString days = QStringLiteral("30");
        if (issuer.isEmpty()) {
            openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", days, "-subj",
                     "/CN=" + name, "-keyout", path(id + ".key"), "-out", path(id + ".pem")});
            return;
        }
        QFile extension(path(id + ".ext"));
        QVERIFY(extension.open(QIODevice::WriteOnly));
        extension.write(("subjectAltName=" + name + "\n").toUtf8());
        extension.close();
        openssl({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=node", "-keyout",
                 path(id + ".key"), "-out", path(id + ".csr")});
        openssl({"x509", "-req", "-in", path(id + ".csr"), "-CA", path(issuer + ".pem"), "-CAkey", path(issuer + ".key"), "-CAcreateserial",
                 "-days", days, "-extfile", path(id + ".ext"), "-out", path(id + ".pem")});
    }
    static void openssl(const QStringList& args)
    {
        QProcess process;
        process.start(QStringLiteral("openssl"), args);
        QVERIFY2(process.waitForFinished(60'000) && process.exitCode() == 0, process.readAllStandardError().constData());
    }
    [[nodiscard]] QSslConfiguration server(const QString& id) const
    {
        QFile key(m_dir.filePath(id + ".key"));
        if (!key.open(QIODevice::ReadOnly)) qFatal("no key");
        QSslConfiguration out = QSslConfiguration::defaultConfiguration();
        out.setLocalCertificateChain(QSslCertificate::fromPath(m_dir.filePath(id + ".pem")));
        out.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
        out.setPeerVerifyMode(QSslSocket::VerifyNone);
        return out;
    }

private slots:
    void an_answer_a_refusal_and_a_notification_reach_their_places()
    {
        ScriptedNode node;
        node.answer("getSink", {{"sink", "ab"}, {"big", 18446744073709551615ULL}});
        node.refuse("getBlock", "cannot find header 00");
        Client client(node.url());
        QCOMPARE(codeOf(client.socket.open(within(20'000))), QString("ok"));
        const auto answer = client.socket.call("getSink", Json::object(), within(20'000));
        QVERIFY(answer);
        QCOMPARE((*answer)["big"].get<std::uint64_t>(), 18446744073709551615ULL); // exact beyond 2^53
        const auto refused = client.socket.call("getBlock", {{"hash", "00"}}, within(20'000));
        QCOMPARE(codeOf(refused), QString("node.refused"));
        QCOMPARE(QString::fromStdString(refused.error().detail), QString("cannot find header 00"));
        node.push("virtualDaaScoreChangedNotification", {{"VirtualDaaScoreChanged", {{"virtualDaaScore", 7}}}});
        QTRY_COMPARE(client.newsCount(), std::size_t{1});
        QCOMPARE(client.lastEnd(), QString());
    }

    void what_is_no_answer_ends_the_connection_with_its_name_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QString>("code");
        QTest::newRow("control: a notification") << QByteArray("{\"method\":\"x\",\"params\":{}}") << QString("ok");
        QTest::newRow("truncated") << QByteArray("{\"id\":1,\"params\":{\"sink\":") << QString("node.unreadable");
        QTest::newRow("empty") << QByteArray("") << QString("node.unreadable");
        QTest::newRow("an array") << QByteArray("[1]") << QString("node.unreadable");
        QTest::newRow("two texts") << QByteArray("{\"id\":1,\"params\":{}}{}") << QString("node.unreadable");
        QTest::newRow("deep") << QByteArray("{\"id\":1,\"params\":" + QByteArray(5000, '[')) << QString("node.unreadable");
        QTest::newRow("a key twice") << QByteArray("{\"id\":1,\"id\":1,\"params\":{}}") << QString("node.unreadable");
        QTest::newRow("a key twice inside") << QByteArray("{\"id\":1,\"params\":{\"sink\":1,\"sink\":2}}") << QString("node.unreadable");
        QTest::newRow("an id of text") << QByteArray("{\"id\":\"1\",\"params\":{}}") << QString("node.unreadable");
        QTest::newRow("an id below zero") << QByteArray("{\"id\":-1,\"params\":{}}") << QString("node.unreadable");
        QTest::newRow("an id nobody used") << QByteArray("{\"id\":999,\"params\":{}}") << QString("node.unreadable");
        QTest::newRow("neither answer nor news") << QByteArray("{}") << QString("node.unreadable");
        QTest::newRow("a number beyond a double") << QByteArray("{\"id\":1,\"params\":{\"a\":1e999}}") << QString("node.unreadable");
        QTest::newRow("above the frame limit") << QByteArray("{\"id\":1,\"params\":\"" + QByteArray(2'000'000, 'a') + "\"}")
                                               << QString("node.too_large");
    }
    void what_is_no_answer_ends_the_connection_with_its_name()
    {
        QFETCH(const QByteArray, frame);
        QFETCH(const QString, code);
        ScriptedNode node;
        node.answer("ping", Json::object());
        std::atomic<bool> bad{true};
        node.on("getSink", [&](QWebSocket& s, std::uint64_t id, const std::string& m, const Json&) {
            if (bad) ScriptedNode::send(s, frame.toStdString());
            ScriptedNode::reply(s, id, m, {{"sink", "ab"}});
        });
        Client client(node.url());
        QVERIFY(client.socket.open(within(20'000)));
        QCOMPARE(codeOf(client.socket.call("getSink", Json::object(), within(20'000))), code);
        bad = false;
        if (code != "ok") {
            QTRY_COMPARE(client.lastEnd(), code);
            QCOMPARE(codeOf(client.socket.call("ping", Json::object(), within(20'000))), code); // closed for that reason
            QVERIFY(client.socket.open(within(20'000)));
        }
        QCOMPARE(codeOf(client.socket.call("getSink", Json::object(), within(20'000))), QString("ok"));
    }

    void a_hundred_megabytes_and_a_binary_message_end_the_connection()
    {
        ScriptedNode node;
        node.on("big", [](QWebSocket& s, std::uint64_t, const std::string&, const Json&) { s.sendTextMessage(QString(100'000'000, 'a')); });
        node.on("binary", [](QWebSocket& s, std::uint64_t, const std::string&, const Json&) { s.sendBinaryMessage("{}"); });
        Client client(node.url());
        QVERIFY(client.socket.open(within(20'000)));
        QCOMPARE(codeOf(client.socket.call("big", Json::object(), within(120'000))), QString("node.too_large"));
        QVERIFY(client.socket.open(within(120'000)));
        QCOMPARE(codeOf(client.socket.call("binary", Json::object(), within(20'000))), QString("node.unreadable"));
    }

    void an_answer_said_twice_or_too_late_changes_nothing()
    {
        ScriptedNode node;
        std::atomic<std::uint64_t> late{0};
        node.on("twice", [](QWebSocket& s, std::uint64_t id, const std::string& m, const Json&) {
            ScriptedNode::reply(s, id, m, 1);
            ScriptedNode::reply(s, id, m, 2);
        });
        node.on("late", [&](QWebSocket&, std::uint64_t id, const std::string&, const Json&) { late = id; });
        node.on("next", [&](QWebSocket& s, std::uint64_t id, const std::string& m, const Json&) {
            ScriptedNode::reply(s, late, "late", 3);
            ScriptedNode::reply(s, id, m, 4);
        });
        Client client(node.url());
        QVERIFY(client.socket.open(within(20'000)));
        QCOMPARE(client.socket.call("twice", Json::object(), within(20'000))->get<int>(), 1);
        QCOMPARE(codeOf(client.socket.call("late", Json::object(), within(200))), QString("node.timeout"));
        QTRY_VERIFY(late != 0);
        QCOMPARE(client.socket.call("next", Json::object(), within(20'000))->get<int>(), 4);
        QCOMPARE(client.lastEnd(), QString());
    }

    void a_stop_ends_the_wait_at_once()
    {
        ScriptedNode node;
        node.silence("never");
        node.answer("ping", Json::object());
        Client client(node.url());
        QVERIFY(client.socket.open(within(20'000)));
        std::stop_source stop;
        std::thread stopper([&] {
            while (node.asked("never") == 0) std::this_thread::yield();
            stop.request_stop();
        });
        Deadline long_ = within(600'000);
        long_.stop = stop.get_token();
        QCOMPARE(codeOf(client.socket.call("never", Json::object(), long_)), QString("node.timeout"));
        stopper.join();
        QCOMPARE(codeOf(client.socket.call("ping", Json::object(), within(20'000))), QString("ok"));
    }

    void nobody_there_no_websocket_and_a_mute_listener_have_their_names()
    {
        std::uint16_t free = 0;
        {
            ScriptedNode gone;
            free = gone.port();
        }
        Client nobody({false, "127.0.0.1", free, "/"});
        QCOMPARE(codeOf(nobody.socket.open(within(20'000))), QString("node.offline"));
        QCOMPARE(codeOf(nobody.socket.call("ping", Json::object(), within(1'000))), QString("node.offline"));
        RawServer web([](QTcpSocket& s, const QByteArray&) { s.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"); });
        Client other(web.url());
        QCOMPARE(codeOf(other.socket.open(within(20'000))), QString("node.offline"));
        RawServer mute([](QTcpSocket&, const QByteArray&) {});
        Client waiting(mute.url());
        QCOMPARE(codeOf(waiting.socket.open(within(300))), QString("node.timeout"));
    }

    void an_end_in_the_middle_of_an_answer_is_no_answer()
    {
        bool greeted = false;
        RawServer half([&](QTcpSocket& s, const QByteArray& request) {
            if (!std::exchange(greeted, true)) {
                s.write(RawServer::welcome(request));
                return;
            }
            s.write(QByteArray("\x81\x7d") + "{\"id\":1,\"params\":{\"sink\":\"0123"); // 125 bytes announced
            s.flush();
            s.abort();
        });
        Client client(half.url());
        QCOMPARE(codeOf(client.socket.open(within(20'000))), QString("ok"));
        QCOMPARE(codeOf(client.socket.call("getSink", Json::object(), within(20'000))), QString("node.offline"));
    }

    void certificates_are_checked()
    {
        certificate("ours", {}, "Our authority");
        certificate("theirs", {}, "Their authority");
        certificate("good", "ours", "IP:127.0.0.1,DNS:localhost");
        certificate("named", "ours", "DNS:node.example");
        const auto authority = [this](const QString& id) { return QSslCertificate::fromPath(m_dir.filePath(id + ".pem")); };
        ScriptedNode node(server("good"));
        node.answer("ping", Json::object());
        Client trusting(node.url(), authority("ours"));
        const auto opened = trusting.socket.open(within(30'000));
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        QCOMPARE(codeOf(trusting.socket.call("ping", Json::object(), within(20'000))), QString("ok"));
        Client strangers(node.url(), authority("theirs"));
        QCOMPARE(codeOf(strangers.socket.open(within(30'000))), QString("node.tls"));
        Client system(node.url());
        QCOMPARE(codeOf(system.socket.open(within(30'000))), QString("node.tls"));
        ScriptedNode elsewhere(server("named"));
        Client wrongName(elsewhere.url(), authority("ours"));
        QCOMPARE(codeOf(wrongName.socket.open(within(30'000))), QString("node.tls"));
        ScriptedNode plain;
        ledger::NodeUrl url = plain.url();
        url.tls = true;
        Client noTls(url, authority("ours"));
        const QString code = codeOf(noTls.socket.open(within(2'000)));
        QVERIFY2(code == "node.tls" || code == "node.offline" || code == "node.timeout", qPrintable(code));
    }
};

QTEST_GUILESS_MAIN(TestJsonRpcSocket)
#include "tst_json_rpc_socket.moc"
