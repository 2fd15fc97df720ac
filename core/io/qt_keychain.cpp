// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/qt_keychain.h"

#include "crypto/hash.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace bt::io {
namespace {

constexpr auto kService = "BT"; // what a person sees in her keyring
constexpr auto kSecretService = "org.freedesktop.secrets";
constexpr auto kWalletService = "org.kde.kwalletd5";
constexpr int kBusTimeoutMs = 5000;

// QtKeychain takes KWallet on Plasma 5 if it answers when first asked, and the Secret Service otherwise, for the rest of
// the process. A wallet that starts slowly would so be replaced by another store without a word; therefore nothing is
// asked of QtKeychain on such a desktop before its wallet has answered us.
bool usesWallet() { return qgetenv("XDG_CURRENT_DESKTOP") == "KDE" && qgetenv("KDE_SESSION_VERSION") == "5"; }

struct Outcome {
    QKeychain::Error error = QKeychain::NoError;
    QString words;
    Secret data;
    bool absent = false; // no service to ask
    bool slow = false;   // a service that does not answer
    bool locked = false; // the keyring is there but stays locked
};

// One call from any thread to the keychain's own; shared, since a caller that gives up leaves first.
struct Call {
    std::mutex mutex;
    std::condition_variable_any finished;
    bool done = false;
    Outcome outcome;

    void finish(Outcome result)
    {
        {
            const std::lock_guard lock(mutex);
            outcome = std::move(result);
            done = true;
        }
        finished.notify_all();
    }
};

// A connection of its own each time: QDBusConnection::sessionBus() would remember for ever that there was no bus.
class Bus
{
public:
    Bus()
        : m_name(QStringLiteral("bt-keychain-%1").arg(++s_count)), m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name))
    {}
    ~Bus() { QDBusConnection::disconnectFromBus(m_name); }
    Bus(const Bus&) = delete;
    Bus& operator=(const Bus&) = delete;

    [[nodiscard]] bool offers(const QString& service) const
    {
        if (!m_bus.isConnected() || m_bus.interface() == nullptr) return false;
        if (m_bus.interface()->isServiceRegistered(service).value()) return true;
        return m_bus.interface()->activatableServiceNames().value().contains(service);
    }
    [[nodiscard]] bool walletAnswers() const
    {
        const auto ask = QDBusMessage::createMethodCall(QString::fromLatin1(kWalletService), QStringLiteral("/modules/kwalletd5"),
                                                        QStringLiteral("org.kde.KWallet"), QStringLiteral("networkWallet"));
        return m_bus.call(ask, QDBus::Block, kBusTimeoutMs).type() == QDBusMessage::ReplyMessage;
    }
    // Whether the keyring into which new entries go is locked. A lookup in a locked keyring whose prompt was
    // dismissed ends like one that finds nothing: only this tells them apart.
    [[nodiscard]] bool keyringIsLocked() const
    {
        auto ask =
            QDBusMessage::createMethodCall(QString::fromLatin1(kSecretService), QStringLiteral("/org/freedesktop/secrets/aliases/default"),
                                           QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
        ask << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
        const QDBusReply<QDBusVariant> answer = m_bus.call(ask, QDBus::Block, kBusTimeoutMs);
        return answer.isValid() && answer.value().variant().toBool();
    }

private:
    static inline std::atomic<int> s_count{0};
    QString m_name;
    QDBusConnection m_bus;
};

Error failureOf(const Outcome& outcome)
{
    const auto with = [&](std::string_view code) { return Error{code, {}, outcome.words.toStdString()}; };
    if (outcome.absent) return with("vault.keychain_absent");
    if (outcome.slow) return with("vault.keychain_slow");
    if (outcome.locked) return with("vault.keychain_refused");
    switch (outcome.error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return with("vault.keychain_refused");
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return with("vault.keychain_absent");
    default: return with("vault.keychain_failed");
    }
}

} // namespace

struct QtKeychain::Impl {
    QThread thread;
    QObject worker; // lives on `thread`

    // Starts `makeJob()` on the keychain's thread and waits for it, at most until the deadline.
    Result<Outcome> run(const Deadline& deadline, std::function<QKeychain::Job*()> makeJob)
    {
        auto call = std::make_shared<Call>();
        QMetaObject::invokeMethod(
            &worker, [call, makeJob = std::move(makeJob)] { start(call, makeJob); }, Qt::QueuedConnection);
        std::unique_lock lock(call->mutex);
        if (!call->finished.wait_until(lock, deadline.stop, deadline.at, [&] { return call->done; }))
            return fail("vault.keychain_slow", "no answer before the deadline");
        return std::move(call->outcome);
    }

    static void start(const std::shared_ptr<Call>& call, const std::function<QKeychain::Job*()>& makeJob)
    {
        {
            const Bus bus;
            if (!bus.offers(QString::fromLatin1(usesWallet() ? kWalletService : kSecretService))) {
                Outcome none;
                none.absent = true;
                return call->finish(std::move(none));
            }
            if (usesWallet() && !bus.walletAnswers()) {
                Outcome slow;
                slow.slow = true;
                return call->finish(std::move(slow));
            }
        }
        // The library keeps bare pointers to a job until its answer comes: a job is left to delete itself.
        QKeychain::Job* job = makeJob();
        QObject::connect(job, &QKeychain::Job::finished, job, [call](QKeychain::Job* over) {
            Outcome result;
            result.error = over->error();
            result.words = over->errorString();
            if (auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(over); read != nullptr && over->error() == QKeychain::NoError) {
                QByteArray data = read->binaryData();
                result.data =
                    Secret::copyOf({reinterpret_cast<const std::uint8_t*>(data.constData()), static_cast<std::size_t>(data.size())});
                wipe(data.data(), static_cast<std::size_t>(data.size()));
            }
            if (over->error() != QKeychain::NoError && !usesWallet()) result.locked = Bus().keyringIsLocked();
            call->finish(std::move(result));
        });
        job->start();
    }
};

QtKeychain::QtKeychain() : m(std::make_unique<Impl>())
{
    m->thread.setObjectName(QStringLiteral("keychain"));
    m->worker.moveToThread(&m->thread);
    m->thread.start();
}

QtKeychain::~QtKeychain()
{
    m->thread.quit();
    m->thread.wait();
}

Result<std::optional<Secret>> QtKeychain::read(std::string_view entry, const Deadline& deadline)
{
    const QString key = QString::fromUtf8(entry.data(), static_cast<qsizetype>(entry.size()));
    BT_TRY(Outcome outcome, m->run(deadline, [key]() -> QKeychain::Job* {
        auto* job = new QKeychain::ReadPasswordJob(QString::fromLatin1(kService));
        job->setKey(key);
        return job;
    }));
    const bool asked = !outcome.absent && !outcome.slow;
    if (asked && !outcome.locked && outcome.error == QKeychain::EntryNotFound) return std::optional<Secret>();
    if (!asked || outcome.error != QKeychain::NoError) return tl::unexpected(failureOf(outcome));
    return std::optional<Secret>(std::move(outcome.data));
}

Result<void> QtKeychain::write(std::string_view entry, const Secret& value, const Deadline& deadline)
{
    const QString key = QString::fromUtf8(entry.data(), static_cast<qsizetype>(entry.size()));
    auto data = std::make_shared<Secret>(value.clone()); // the job may start after the caller has given up
    BT_TRY(const Outcome outcome, m->run(deadline, [key, data]() -> QKeychain::Job* {
        auto* job = new QKeychain::WritePasswordJob(QString::fromLatin1(kService));
        job->setKey(key);
        job->setBinaryData(QByteArray(reinterpret_cast<const char*>(data->data()), static_cast<qsizetype>(data->size())));
        return job;
    }));
    if (outcome.absent || outcome.slow || outcome.error != QKeychain::NoError) return tl::unexpected(failureOf(outcome));
    // A keyring whose prompt was dismissed reports success and keeps nothing: look.
    BT_TRY(const auto held, read(entry, deadline));
    if (!held || !crypto::equalSecret(held->view(), value.view())) return fail("vault.keychain_refused", "the entry was not kept");
    return {};
}

Result<void> QtKeychain::erase(std::string_view entry, const Deadline& deadline)
{
    const QString key = QString::fromUtf8(entry.data(), static_cast<qsizetype>(entry.size()));
    BT_TRY(const Outcome outcome, m->run(deadline, [key]() -> QKeychain::Job* {
        auto* job = new QKeychain::DeletePasswordJob(QString::fromLatin1(kService));
        job->setKey(key);
        return job;
    }));
    if (outcome.absent || outcome.slow || (outcome.error != QKeychain::NoError && outcome.error != QKeychain::EntryNotFound))
        return tl::unexpected(failureOf(outcome));
    BT_TRY(const auto held, read(entry, deadline));
    if (held) return fail("vault.keychain_refused", "the entry is still there");
    return {};
}

} // namespace bt::io
