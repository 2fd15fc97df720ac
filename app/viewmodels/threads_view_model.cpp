// SPDX-License-Identifier: GPL-3.0-or-later
#include "threads_view_model.h"

#include "error_text.h"
#include "names.h"
#include "ui/on_gui.h"
#include "visit_words.h"

namespace bt::app {

ThreadsViewModel::ThreadsViewModel(const Context& context, QObject* parent)
    : QObject(parent), m_context(context), m_threads({QStringLiteral("threadId"), QStringLiteral("name"), QStringLiteral("avatarSeed"),
                                                      QStringLiteral("last"), QStringLiteral("when"), QStringLiteral("unread"),
                                                      QStringLiteral("licensed"), QStringLiteral("chosen"), QStringLiteral("spoken")}),
      m_messages(context)
{
    connect(&m_context.engine, &service::Engine::changed, this, &ThreadsViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &ThreadsViewModel::refresh);
    refresh();
}

void ThreadsViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    if (snapshot->gate != service::Gate::Open) {
        // Locked: drafts and the open conversation leave memory.
        m_drafts.clear();
        m_threadId.clear();
        m_messages.open({});
        emit draftChanged();
    }
    QList<QVariantMap> rows;
    m_unread = 0;
    for (const auto& t : snapshot->threads) {
        const QString id = text(t.id), name = text(t.peerName);
        const QString when = t.lastAt.value ? m_context.format.nearDay(t.lastAt, m_context.now.value()) : QString();
        const QString last = lastWords(t).left(120);
        m_unread += t.unread;
        //: Spoken by a screen reader for a conversation. %1 name, %2 last message, %3 time.
        QString spoken = tr("%1, %2, %3").arg(name, last, when);
        if (t.unread) spoken += QStringLiteral(", ") + tr("%n new", nullptr, t.unread);
        rows << QVariantMap{{QStringLiteral("threadId"), id},
                            {QStringLiteral("name"), name},
                            {QStringLiteral("avatarSeed"), text(t.peerAvatarSeed)},
                            {QStringLiteral("last"), last},
                            {QStringLiteral("when"), when},
                            {QStringLiteral("unread"), t.unread},
                            {QStringLiteral("licensed"), t.peerLicensed},
                            {QStringLiteral("chosen"), id == m_threadId},
                            {QStringLiteral("spoken"), spoken}};
    }
    m_threads.setRows(rows);
    describe(*snapshot);
    if (rows.isEmpty()) m_state = State::Empty;
    else m_state = m_threadId.isEmpty() ? State::Choosing : State::Reading;
    emit changed();
}

void ThreadsViewModel::describe(const service::Snapshot& snapshot)
{
    const auto* thread = findThread(snapshot, m_threadId.toStdString());
    m_visitId.clear();
    m_roomOpen = false;
    if (!thread) {
        m_threadId.clear();
        return;
    }
    m_peerName = text(thread->peerName);
    m_peerAvatar = text(thread->peerAvatarSeed);
    m_peerLicensed = thread->peerLicensed;
    const auto* listing = findTherapist(snapshot, thread->peerId);
    //: Under a therapist's name. %1 is "24 hours".
    m_peerLine = listing ? tr("Answers requests within %1").arg(m_context.format.duration(listing->policy.answerWithinMs)) : QString();
    for (const auto& v : snapshot.visits) {
        if (v.peerId != thread->peerId || !isLive(v)) continue;
        m_visitId = text(v.id);
        m_visitTitle = m_context.format.dayTimeLong(v.startsAt);
        //: %1 is "50 minutes".
        m_visitLine = tr("%1, in writing").arg(m_context.format.duration(v.endsAt.minus(v.startsAt)));
        m_visitBadge = app::visitBadge(v);
        m_visitBadgeKind = app::visitBadgeKind(v);
        m_roomOpen = v.canJoin;
        break;
    }
    if (thread->unread > 0) markRead();
}

void ThreadsViewModel::markRead()
{
    // Silent: that a message stays "new" once more is no harm worth a sentence.
    m_context.engine.markRead(m_threadId.toStdString());
}

void ThreadsViewModel::setDraft(const QString& draft)
{
    if (m_threadId.isEmpty() || this->draft() == draft) return;
    m_drafts.insert(m_threadId, draft);
    emit draftChanged();
}

void ThreadsViewModel::open(const QString& threadId)
{
    m_threadId = threadId;
    m_errorText.clear();
    m_messages.open(threadId);
    refresh();
    emit draftChanged();
}

void ThreadsViewModel::openWith(const QString& peerId)
{
    for (const auto& t : m_context.snapshot()->threads)
        if (text(t.peerId) == peerId) return open(text(t.id));
}

void ThreadsViewModel::close()
{
    m_messages.open({});
    m_threadId.clear();
    refresh();
}

void ThreadsViewModel::send()
{
    const QString words = draft().trimmed();
    if (m_sending || m_threadId.isEmpty() || words.isEmpty()) return;
    m_sending = true;
    m_errorText.clear();
    emit changed();
    const QString thread = m_threadId;
    const QString before = draft();
    ui::onGui(m_context.engine.sendMessage(thread.toStdString(), words.toStdString()), this,
              [this, thread, before](const Result<void>& done) {
                  m_sending = false;
                  if (!done) m_errorText = app::errorText(done.error());
                  else if (m_drafts.value(thread) == before) m_drafts.remove(thread);
                  emit draftChanged();
                  emit changed();
                  if (done) emit sent();
              });
}

void ThreadsViewModel::retry(double messageId)
{
    ui::onGui(m_context.engine.retryMessage(static_cast<std::int64_t>(messageId)), this, [this](const Result<void>& done) {
        if (!done) m_context.toasts.failed(done.error());
    });
}

void ThreadsViewModel::takeBack(double messageId)
{
    const auto id = static_cast<std::int64_t>(messageId);
    QString words;
    for (int row = 0; row < m_messages.count() && words.isEmpty(); ++row)
        if (m_messages.data(m_messages.index(row), MessagesModel::IdRole).toDouble() == messageId) words = m_messages.textAt(row);
    ui::onGui(m_context.engine.takeBackMessage(id), this, [this, words](const Result<void>& done) {
        if (!done) return m_context.toasts.failed(done.error());
        if (draft().isEmpty()) setDraft(words);
        m_context.toasts.say(tr("Taken back. Nothing was sent."), Toasts::Plain);
    });
}

} // namespace bt::app
