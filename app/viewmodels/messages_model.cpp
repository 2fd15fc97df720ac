// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages_model.h"

#include "error_text.h"
#include "names.h"
#include "ui/on_gui.h"

#include <algorithm>

namespace bt::app {

using service::MessageKind;
using service::MessageState;
using service::MessageView;

namespace {
constexpr int kMost = 2'000; // rows of one request for news

QString stateCode(MessageState state)
{
    switch (state) {
    case MessageState::Waiting: return QStringLiteral("waiting");
    case MessageState::Sent: return QStringLiteral("sent");
    case MessageState::Delivered: return QStringLiteral("delivered");
    case MessageState::Failed: return QStringLiteral("failed");
    case MessageState::Received: break;
    }
    return QStringLiteral("received");
}
bool same(const MessageView& a, const MessageView& b)
{
    return a.state == b.state && a.text == b.text && a.failure == b.failure && a.txid == b.txid && a.cid == b.cid && a.at == b.at &&
           a.kind == b.kind;
}
} // namespace

MessagesModel::MessagesModel(const Context& context, QObject* parent) : QAbstractListModel(parent), m_context(context)
{
    connect(&m_context.engine, &service::Engine::changed, this, &MessagesModel::refresh);
}

void MessagesModel::enter(State state)
{
    if (m_state == state) return;
    m_state = state;
    emit stateChanged();
}

void MessagesModel::open(const QString& threadId)
{
    if (threadId == m_threadId && m_state != State::Closed) return refresh();
    beginResetModel();
    m_rows.clear();
    m_threadId = threadId;
    m_revision = 0;
    m_more = m_again = false;
    ++m_round;
    m_state = State::Closed;
    endResetModel();
    emit threadChanged();
    emit countChanged();
    emit stateChanged();
    if (!threadId.isEmpty()) refresh();
}

void MessagesModel::refresh()
{
    if (m_threadId.isEmpty()) return;
    const auto snapshot = m_context.snapshot();
    if (snapshot->gate != service::Gate::Open) return open({}); // locked: nothing readable stays in the window
    const auto* thread = findThread(*snapshot, m_threadId.toStdString());
    if (!thread || (thread->revision == m_revision && m_state == State::Ready)) return;
    m_peer = text(thread->peerName);
    if (m_state == State::Loading) {
        m_again = true;
        return;
    }
    m_revision = thread->revision;
    load(0, std::max(kPage, std::min(unfinished(), kMost)));
}

//! How many rows, from the newest, may still change their state.
int MessagesModel::unfinished() const
{
    for (auto i = m_rows.size(); i > 0; --i) {
        const auto& m = m_rows[i - 1];
        if (m.mine && m.state != MessageState::Delivered) return static_cast<int>(i);
    }
    return 0;
}

void MessagesModel::load(std::int64_t beforeId, int limit)
{
    const int round = m_round;
    enter(State::Loading);
    ui::onGui(m_context.engine.messages(m_threadId.toStdString(), beforeId, limit), this,
              [this, round, beforeId, limit](Result<std::vector<MessageView>> page) {
                  if (round != m_round) return;
                  if (page) {
                      const bool full = static_cast<int>(page->size()) >= limit;
                      const bool newest = beforeId == 0;
                      if (!newest || m_rows.empty()) m_more = full;
                      take(std::move(*page), newest);
                      // New rows pushed one that still waits below this page: it may have been delivered meanwhile.
                      if (newest && limit < kMost && unfinished() > limit) return load(0, std::min(unfinished(), kMost));
                  }
                  enter(State::Ready);
                  if (m_again) {
                      m_again = false;
                      refresh();
                  }
              });
}

void MessagesModel::take(std::vector<MessageView> page, bool newest)
{
    std::reverse(page.begin(), page.end()); // newest first, as the rows are
    const std::int64_t top = m_rows.empty() ? 0 : m_rows.front().id;
    if (!newest || m_rows.empty()) {
        if (page.empty()) return;
        const int first = count();
        beginInsertRows({}, first, first + static_cast<int>(page.size()) - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(page.begin()), std::make_move_iterator(page.end()));
        endInsertRows();
        if (first > 0) emit dataChanged(index(first - 1), index(first - 1), {DayRole}); // its day may have begun earlier
        emit countChanged();
        return;
    }
    std::size_t fresh = 0;
    while (fresh < page.size() && page[fresh].id > top) ++fresh;
    if (fresh == page.size() && fresh > 0 && page.back().id > top + 1) {
        // More arrived than one page holds: begin anew rather than leave a gap.
        beginResetModel();
        m_rows = std::move(page);
        m_more = true;
        endResetModel();
        emit countChanged();
        emit arrived();
        return;
    }
    for (std::size_t i = fresh; i < page.size(); ++i) {
        const auto at =
            std::lower_bound(m_rows.begin(), m_rows.end(), page[i].id, [](const MessageView& m, std::int64_t id) { return m.id > id; });
        if (at == m_rows.end() || at->id != page[i].id || same(*at, page[i])) continue;
        *at = page[i];
        const int row = static_cast<int>(at - m_rows.begin());
        emit dataChanged(index(row), index(row));
    }
    // A message that was taken back is no longer in the page that spans its place.
    const std::int64_t low = page.empty() ? 0 : page.back().id;
    for (int row = count() - 1; row >= 0; --row) {
        const auto id = m_rows[static_cast<std::size_t>(row)].id;
        const bool gone = id >= low && std::none_of(page.begin(), page.end(), [id](const MessageView& m) { return m.id == id; });
        if (!gone) continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    if (fresh > 0) {
        beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
        m_rows.insert(m_rows.begin(), page.begin(), page.begin() + static_cast<std::ptrdiff_t>(fresh));
        endInsertRows();
        emit arrived();
    }
    emit countChanged();
}

int MessagesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }
bool MessagesModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_more && m_state == State::Ready && !m_rows.empty();
}
void MessagesModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) load(m_rows.back().id, kPage);
}
void MessagesModel::older() { fetchMore({}); }

QString MessagesModel::textAt(int row) const
{
    return row >= 0 && row < count() ? text(m_rows[static_cast<std::size_t>(row)].text) : QString();
}

QString MessagesModel::dayHeading(int row) const
{
    const Format& format = m_context.format;
    const auto& m = m_rows[static_cast<std::size_t>(row)];
    const QDate day = format.local(m.at).date();
    const bool oldest = row + 1 >= count();
    if (!oldest && format.local(m_rows[static_cast<std::size_t>(row) + 1].at).date() == day) return {};
    const qint64 ago = day.daysTo(format.local(m_context.now.value()).date());
    //: Heading between the messages of two days.
    if (ago == 0) return tr("Today");
    //: Heading between the messages of two days.
    return ago == 1 ? tr("Yesterday") : format.dayLong(m.at);
}

QString MessagesModel::words(const MessageView& m) const
{
    if (m.kind == MessageKind::System) return systemLine(m.text, m.mine, m_peer);
    if (m.kind != MessageKind::Visit || !m.text.empty()) return text(m.text);
    const auto snapshot = m_context.snapshot();
    const auto* visit = findVisit(*snapshot, m.visitId);
    if (visit == nullptr) return {};
    const QString when = m_context.format.dayTime(visit->startsAt);
    return visit->myRole == service::Role::Patient
               //: In a conversation, opens the visit. %1 a day and a time.
               ? tr("You asked for %1").arg(when)
               //: In a conversation, opens the visit. %1 a name, %2 a day and a time.
               : tr("%1 asked for %2").arg(m_peer, when);
}

QString MessagesModel::spoken(const MessageView& m) const
{
    const QString what = words(m);
    if (m.kind == MessageKind::System) return what;
    if (m.kind == MessageKind::PayRequest) {
        //: Spoken for a request to pay in a conversation.
        const QString request = m.mine ? tr("Your request to pay") : tr("Request to pay from %1").arg(m_peer);
        return what.isEmpty() ? request : request + QStringLiteral(", ") + what;
    }
    //: Spoken before one's own message.
    const QString who = m.mine ? tr("You") : m_peer;
    QString line = tr("%1: %2, %3").arg(who, what, m_context.format.time(m.at));
    if (m.mine) line += QStringLiteral(", ") + data(index(static_cast<int>(&m - m_rows.data())), StateTextRole).toString();
    return line;
}

QVariant MessagesModel::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= count()) return {};
    const MessageView& m = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole: return static_cast<double>(m.id);
    case KindRole:
        if (m.kind == MessageKind::System) return QStringLiteral("system");
        if (m.kind == MessageKind::PayRequest) return QStringLiteral("pay");
        return m.kind == MessageKind::Visit ? QStringLiteral("visit") : QStringLiteral("text");
    case OwnRole: return m.mine;
    case TextRole: return words(m);
    case MetaRole: return m_context.format.time(m.at);
    case StateRole: return stateCode(m.state);
    case StateTextRole:
        switch (m.state) {
        //: State of one's own message.
        case MessageState::Waiting: return tr("Waiting for the network");
        //: State of one's own message.
        case MessageState::Sent: return tr("Sent");
        //: State of one's own message.
        case MessageState::Delivered: return tr("Delivered");
        //: State of one's own message.
        case MessageState::Failed: return tr("Not sent");
        case MessageState::Received: return QString();
        }
        return {};
    case DayRole: return dayHeading(index.row());
    case VisitRole: return text(m.visitId);
    case ErrorRole: return m.state == MessageState::Failed ? errorText(m.failure.empty() ? "message.undeliverable" : m.failure) : QString();
    case SpokenRole: return spoken(m);
    case TxidRole: return text(m.txid);
    case CidRole: return text(m.cid);
    case CanRetryRole: return m.mine && m.state == MessageState::Failed;
    case CanTakeBackRole: return m.mine && m.state == MessageState::Waiting;
    default: return {};
    }
}

QHash<int, QByteArray> MessagesModel::roleNames() const
{
    return {{IdRole, "messageId"},
            {KindRole, "kind"},
            {OwnRole, "own"},
            {TextRole, "words"},
            {MetaRole, "time"},
            {StateRole, "status"},
            {StateTextRole, "statusText"},
            {DayRole, "day"},
            {VisitRole, "visitId"},
            {ErrorRole, "failure"},
            {SpokenRole, "spoken"},
            {TxidRole, "txid"},
            {CidRole, "cid"},
            {CanRetryRole, "canRetry"},
            {CanTakeBackRole, "canTakeBack"}};
}

} // namespace bt::app
