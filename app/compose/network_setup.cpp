// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/network_setup.h"

#include "io/open_node.h"
#include "ledger/news.h"

#include <QDir>
#include <QPromise>
#include <QSettings>

namespace bt::app {
namespace {

constexpr auto kTestTime = std::chrono::seconds(15);

// What a node is passed over for tells more than that nobody answered.
Error reasonOf(const ledger::Node& node, Error otherwise)
{
    static constexpr std::string_view kNoReason[] = {"node.online", "node.connecting", "node.idle", "node.offline", "node.timeout"};
    for (const auto& state : node.states())
        if (std::ranges::find(kNoReason, state.code) == std::end(kNoReason)) return Error{state.code, {}, {}};
    return otherwise;
}

ledger::NodeSettings settingsOf(const service::NetworkChoice& choice)
{
    ledger::NodeSettings out;
    out.network = choice.network;
    out.urls = choice.urls;
    return out;
}

Result<service::NodeReport> ask(const ledger::NodeSettings& settings, const std::stop_token& stop)
{
    const SystemClock clock;
    ledger::NewsQueue news;
    BT_TRY(const auto node, io::openNode(settings, clock));
    node->onNews([&news](ledger::News one) { news.push(one); });
    const Deadline deadline{std::chrono::steady_clock::now() + kTestTime, stop};
    auto info = node->info(deadline);
    while (!info && !deadline.over() && reasonOf(*node, info.error()).code == info.error().code) {
        (void)news.take(deadline); // a connection that comes or goes is news
        info = node->info(deadline);
    }
    node->onNews({});
    if (!info) return tl::unexpected(reasonOf(*node, info.error()));
    return service::NodeReport{info->network, info->nodeName, info->serverVersion, info->synced, info->pastMedianTime};
}

} // namespace

NetworkSetup::NetworkSetup(const QString& root, QObject* parent) : QObject(parent), m_root(root)
{
    const QSettings file(m_root + QStringLiteral("/net.ini"), QSettings::IniFormat);
    ledger::NodeSettings kept;
    kept.network = file.value(QStringLiteral("network"), QStringLiteral("practice")).toString().toStdString();
    for (const QString& url : file.value(QStringLiteral("nodes")).toStringList()) kept.urls.push_back(url.toStdString());
    // A file that was changed by hand into nonsense must not keep anyone out.
    if (auto good = ledger::checkNodeSettings(kept)) m_settings = std::move(*good);
}

Result<void> NetworkSetup::forThisRun(const service::NetworkChoice& choice)
{
    BT_TRY(m_settings, ledger::checkNodeSettings(settingsOf(choice)));
    return {};
}

QString NetworkSetup::prefix() const
{
    if (m_settings.network == "practice") return {};
    return QString::fromStdString(m_settings.network.substr(0, 1)); // s, t, m: the folder's names say nothing
}

QString NetworkSetup::profileFolder(const QString& profile) const
{
    return m_root + QLatin1Char('/') + prefix() + QLatin1Char('p') + profile;
}
QString NetworkSetup::networkFolder() const { return m_root + QLatin1Char('/') + prefix() + QLatin1Char('n'); }

Result<std::shared_ptr<service::NetworkWorld>> NetworkSetup::open() const { return openIn(networkFolder()); }

Result<std::shared_ptr<service::NetworkWorld>> NetworkSetup::openIn(const QString& folder) const
{
    if (m_settings.network == "practice") return service::NetworkWorld::practiceIn(folder.toStdString());
    static const SystemClock clock;
    BT_TRY(auto node, io::openNode(m_settings, clock));
    return service::NetworkWorld::over(m_settings.network, std::move(node), folder.toStdString());
}

Result<service::NetworkChoice> NetworkSetup::check(const service::NetworkChoice& choice) const
{
    BT_TRY(const auto good, ledger::checkNodeSettings(settingsOf(choice)));
    return service::NetworkChoice{good.network, good.urls};
}

bool NetworkSetup::exposed(const service::NetworkChoice& choice) const
{
    return std::ranges::any_of(choice.urls, [&](const std::string& url) {
        const auto parsed = ledger::parseNodeUrl(url, choice.network);
        return parsed && !parsed->tls && !parsed->local();
    });
}

QFuture<Result<service::NodeReport>> NetworkSetup::test(const service::NetworkChoice& choice)
{
    auto promise = std::make_shared<QPromise<Result<service::NodeReport>>>();
    promise->start();
    auto future = promise->future();
    m_test = std::jthread([promise, settings = settingsOf(choice)](const std::stop_token& stop) { // ends one that still runs
        promise->addResult(ask(settings, stop));
        promise->finish();
    });
    return future;
}

Result<void> NetworkSetup::use(const service::NetworkChoice& choice)
{
    BT_TRY(const auto good, ledger::checkNodeSettings(settingsOf(choice)));
    QStringList urls;
    for (const auto& url : good.urls) urls << QString::fromStdString(url);
    if (!QDir().mkpath(m_root)) return fail("file.not_written");
    QSettings file(m_root + QStringLiteral("/net.ini"), QSettings::IniFormat);
    file.setValue(QStringLiteral("network"), QString::fromStdString(good.network));
    file.setValue(QStringLiteral("nodes"), urls);
    file.sync();
    if (file.status() != QSettings::NoError) return fail("file.not_written");
    m_settings = good;
    emit chosenAnew();
    return {};
}

} // namespace bt::app
