// SPDX-License-Identifier: GPL-3.0-or-later
#include "network_view_model.h"

#include "error_text.h"
#include "ui/on_gui.h"

#include <QCoreApplication>
#include <QDateTime>

namespace bt::app {

namespace {
const char* const kNetworks[] = {"practice", "simnet", "testnet-10", "mainnet"};
constexpr std::int64_t kUsualLag = 132 * kSecond; // how far past median time runs behind on a network that is in step

std::string idOf(int index) { return kNetworks[std::clamp(index, 0, 3)]; }
int indexOf(const std::string& id)
{
    for (int i = 0; i < 4; ++i)
        if (id == kNetworks[i]) return i;
    return 0;
}
} // namespace

QString networkName(const std::string& id)
{
    //: Name of a network: the one inside this computer.
    if (id == "practice") return QCoreApplication::translate("Network", "Practice network");
    //: Name of a network: a private one for developers, with coins without worth.
    if (id == "simnet") return QCoreApplication::translate("Network", "Simnet (for developers, test money)");
    //: Name of a network: public, with coins without worth.
    if (id == "testnet-10") return QCoreApplication::translate("Network", "Testnet (test money)");
    //: Name of a network: the one with real money.
    if (id == "mainnet") return QCoreApplication::translate("Network", "Mainnet (real money)");
    return QString::fromStdString(id);
}

NetworkViewModel::NetworkViewModel(const Context& context, NetworkDoor* door, QObject* parent)
    : QObject(parent), m_context(context), m_door(door)
{
    if (m_door) {
        const auto chosen = m_door->chosen();
        m_network = indexOf(chosen.network);
        for (const auto& url : chosen.urls) m_urls += (m_urls.isEmpty() ? QString() : QStringLiteral("\n")) + QString::fromStdString(url);
    }
    connect(&m_context.engine, &service::Engine::changed, this, &NetworkViewModel::refresh);
    refresh();
}

service::NetworkChoice NetworkViewModel::form() const
{
    service::NetworkChoice out = m_door ? m_door->chosen() : service::NetworkChoice{};
    out.network = idOf(m_network);
    out.urls.clear();
    if (out.network == "practice") return out;
    for (const QString& line : m_urls.split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty()) out.urls.push_back(line.trimmed().toStdString());
    return out;
}

QString NetworkViewModel::nodeWords(std::string_view code) const
{
    //: How a node does: it answers.
    if (code == "node.online") return tr("answers");
    //: How a node does: a connection is being made.
    if (code == "node.connecting") return tr("connecting");
    //: How a node does: another one is asked, this one stands by.
    if (code == "node.idle") return tr("standing by");
    return app::errorText(code);
}

void NetworkViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    const auto& n = snapshot->network;
    m_changeable = m_door != nullptr;
    m_nowName = networkName(n.name);
    m_nodes.clear();
    if (n.name == "practice") {
        m_nowWords = tr("Everything runs on this computer alone, by the real rules, with play money.");
        m_nowIcon = QStringLiteral("check");
        m_blocksWords.clear();
    } else {
        QString active;
        for (const auto& node : n.nodes) {
            if (node.active) active = text(node.name);
            m_nodes << QVariantMap{{QStringLiteral("name"), text(node.name)},
                                   {QStringLiteral("words"), nodeWords(node.state)},
                                   {QStringLiteral("good"), node.state == "node.online"},
                                   {QStringLiteral("active"), node.active}};
        }
        if (!n.trouble.empty()) {
            m_nowWords = app::errorText(n.trouble);
            m_nowIcon = QStringLiteral("offline");
        } else {
            //: How the network stands. %1 is the address of a node.
            m_nowWords = active.isEmpty() ? tr("Looking for a node that answers.") : tr("%1 answers and is in step.").arg(active);
            if (!n.synced && !active.isEmpty()) m_nowWords = tr("%1 answers, but is still catching up with the network.").arg(active);
            m_nowIcon = active.isEmpty() || !n.synced ? QStringLiteral("sync") : QStringLiteral("check");
        }
        m_blocksWords = tr("Payments go over this network. Messages, listings and records do not yet: their sealed blocks stay on this "
                           "computer, so only people who use this computer can read what you send each other.");
    }
    m_spendingShown = n.name == "mainnet" && snapshot->gate == service::Gate::Open;
    m_spending = n.maySpend;
    showForm();
}

void NetworkViewModel::showForm()
{
    m_networks.clear();
    for (const char* id : kNetworks) m_networks << networkName(id);
    const std::string id = idOf(m_network);
    m_needsNodes = id != "practice";
    if (id == "practice") m_networkWords = tr("Inside this computer, with play money. The best place to begin.");
    else if (id == "simnet") m_networkWords = tr("A network of your own, for developers. Its coins are worth nothing.");
    else if (id == "testnet-10") m_networkWords = tr("A public network for trying out. Its coins are worth nothing.");
    else m_networkWords = tr("The network where coins are money. Nothing leaves your wallet until you switch spending on.");
    m_example = id == "simnet"    ? QStringLiteral("ws://127.0.0.1:18510")
                : id == "mainnet" ? QStringLiteral("wss://node.example:18110")
                                  : QStringLiteral("wss://node.example:18210");
    const auto typed = form();
    m_exposedWords.clear();
    m_differs = false;
    if (m_door) {
        const auto chosen = m_door->chosen();
        const auto checked = m_door->check(typed);
        m_differs = typed.network != chosen.network || (checked ? checked->urls : typed.urls) != chosen.urls;
        if (checked && m_door->exposed(*checked))
            m_exposedWords =
                tr("ws:// is not encrypted: everyone on the way sees your addresses and could change answers. Use wss://, or a "
                   "node on this computer.");
    }
    emit changed();
}

void NetworkViewModel::setUrls(const QString& urls)
{
    if (urls == m_urls) return;
    m_urls = urls;
    ++m_round;
    m_state = State::Idle;
    m_testWords.clear();
    m_errorText.clear();
    emit urlsChanged();
    showForm();
}

void NetworkViewModel::choose(int index)
{
    if (index == m_network) return;
    m_network = std::clamp(index, 0, 3);
    ++m_round;
    m_state = State::Idle;
    m_testWords.clear();
    m_errorText.clear();
    showForm();
}

QString NetworkViewModel::found(const service::NodeReport& info) const
{
    const QString node = QString::fromStdString(info.nodeName), network = networkName(info.network);
    const auto behind = QDateTime::currentMSecsSinceEpoch() - info.pastMedianTime.value - kUsualLag;
    if (!info.synced && behind > kMinute)
        //: What a test of a node found. %1 its address, %2 the network's name, %3 a length of time.
        return tr("Connected to %1: %2. It is still catching up, about %3 behind. Wait until it has, or choose another.")
            .arg(node, network, m_context.format.duration(behind / kMinute * kMinute));
    if (!info.synced)
        return tr("Connected to %1: %2. It is still catching up with the network. Wait until it has, or choose another.")
            .arg(node, network);
    //: What a test of a node found. %1 its address, %2 the network's name, %3 a version such as 2.1.0.
    return tr("Connected to %1: %2, version %3, in step with the network.").arg(node, network, QString::fromStdString(info.serverVersion));
}

void NetworkViewModel::test()
{
    if (!m_door || m_state == State::Testing) return;
    m_testWords.clear();
    m_errorText.clear();
    const auto checked = m_door->check(form());
    if (!checked) {
        m_state = State::Failed;
        m_errorText = app::errorText(checked.error());
        return emit changed();
    }
    m_state = State::Testing;
    emit changed();
    ui::onGui(m_door->test(*checked), this, [this, round = ++m_round](const Result<service::NodeReport>& info) {
        if (round != m_round) return;
        m_state = info ? State::Tested : State::Failed;
        if (info) m_testWords = found(*info);
        //: A test of nodes: none answers.
        else if (info.error().code == "node.offline")
            m_errorText = tr("No node answers there. Nothing was changed. Compare the address, and see whether the node runs.");
        //: A test of nodes: one took the connection and said nothing in time.
        else if (info.error().code == "node.timeout")
            m_errorText = tr("The node took too long to answer. Nothing was changed. Test it again, or choose another.");
        else m_errorText = app::errorText(info.error());
        emit changed();
    });
}

void NetworkViewModel::use()
{
    if (!m_door) return;
    ++m_round;
    m_testWords.clear();
    const auto done = m_door->use(form());
    m_state = done ? State::Idle : State::Failed;
    m_errorText = done ? QString() : app::errorText(done.error());
    emit changed();
}

void NetworkViewModel::setSpending(bool on)
{
    if (m_settingSpending) return;
    m_settingSpending = true;
    emit changed();
    ui::onGui(m_context.engine.setSpending(on), this, [this, on](const Result<void>& done) {
        m_settingSpending = false;
        if (!done) m_context.toasts.failed(done.error());
        else
            m_context.toasts.say(on ? tr("Real money can leave your wallet now.") : tr("Nothing leaves your wallet any more."),
                                 Toasts::Plain);
        refresh();
    });
}

} // namespace bt::app
