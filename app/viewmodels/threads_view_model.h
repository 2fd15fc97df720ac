// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The conversations, and the one that is open. GUI thread.
#pragma once

#include "context.h"
#include "messages_model.h"
#include "row_model.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class ThreadsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Empty, Choosing, Reading };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, threadId) //!< the open one; empty: none
    BT_SHOWN(QString, peerName)
    BT_SHOWN(QString, peerAvatar)
    BT_SHOWN(bool, peerLicensed)
    BT_SHOWN(QString, peerLine)   //!< "Answers within 24 hours"
    BT_SHOWN(QString, visitId)    //!< the coming visit with this person; empty: none
    BT_SHOWN(QString, visitTitle) //!< "Tue 8 December, 17:00"
    BT_SHOWN(QString, visitLine)  //!< "50 minutes, in writing"
    BT_SHOWN(QString, visitBadge)
    BT_SHOWN(QString, visitBadgeKind)
    BT_SHOWN(bool, roomOpen)
    BT_SHOWN(bool, sending)
    BT_SHOWN(QString, errorText)
    BT_SHOWN(int, unread) //!< in all threads
    Q_PROPERTY(QString draft READ draft WRITE setDraft NOTIFY draftChanged)
    Q_PROPERTY(
        bt::app::RowModel* threads READ threads CONSTANT) //!< threadId, name, avatarSeed, last, when, unread, licensed, chosen, spoken
    Q_PROPERTY(bt::app::MessagesModel* messages READ messages CONSTANT)
public:
    explicit ThreadsViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] RowModel* threads() { return &m_threads; }
    [[nodiscard]] MessagesModel* messages() { return &m_messages; }
    [[nodiscard]] QString draft() const { return m_drafts.value(m_threadId); }
    void setDraft(const QString& draft);

    Q_INVOKABLE void open(const QString& threadId);
    Q_INVOKABLE void openWith(const QString& peerId); //!< the thread with that person, if there is one
    Q_INVOKABLE void close();
    Q_INVOKABLE void send(); //!< sends the draft; it stays if that fails
    Q_INVOKABLE void retry(double messageId);
    Q_INVOKABLE void takeBack(double messageId); //!< a waiting message returns into the draft

signals:
    void changed();
    void draftChanged();
    void sent();

private:
    void refresh();
    void describe(const service::Snapshot& snapshot);
    void markRead();

    Context m_context;
    RowModel m_threads;
    MessagesModel m_messages;
    QHash<QString, QString> m_drafts; //!< kept in memory only, by thread
};

} // namespace bt::app
