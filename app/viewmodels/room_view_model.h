// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The room of one visit: who is there, how much time is left, the conversation, and at the end the two signatures and
//! the payment. GUI thread.
#pragma once

#include "context.h"
#include "messages_model.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class RoomViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Closed, Early, Open, Over, Ended };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, visitId)
    BT_SHOWN(QString, peerName)
    BT_SHOWN(QString, peerAvatar)
    BT_SHOWN(bool, peerLicensed)
    BT_SHOWN(bool, peerPresent)  //!< a signed join message came
    BT_SHOWN(QString, presence)  //!< "Present, in Lisbon", "Not here yet"
    BT_SHOWN(QString, timer)     //!< "35 min", in the last minute "0:42"; before the start "in 4 minutes"
    BT_SHOWN(QString, timerNote) //!< "left, until 17:50"
    BT_SHOWN(double, progress)   //!< 0-1 of the visit's time
    BT_SHOWN(QString, startLine) //!< "Started 17:00, both present"
    BT_SHOWN(bool, joined)
    BT_SHOWN(bool, canJoin)
    BT_SHOWN(bool, canWrite)
    BT_SHOWN(bool, canSign)
    BT_SHOWN(bool, signedByMe)
    BT_SHOWN(bool, signedByThem)
    BT_SHOWN(QString, signLine) //!< who has signed
    BT_SHOWN(bool, canComplete) //!< patient, after both signed
    BT_SHOWN(QString, payWords) //!< "Confirm, and 60 € are paid"
    BT_SHOWN(bool, completed)
    BT_SHOWN(QString, doneLine) //!< after completing
    BT_SHOWN(bool, busy)
    BT_SHOWN(QString, errorText)
    Q_PROPERTY(QString draft READ draft WRITE setDraft NOTIFY draftChanged)
    Q_PROPERTY(bt::app::MessagesModel* messages READ messages CONSTANT)
public:
    explicit RoomViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] MessagesModel* messages() { return &m_messages; }
    [[nodiscard]] QString draft() const { return m_draft; }
    void setDraft(const QString& draft);

    Q_INVOKABLE void open(const QString& visitId);
    Q_INVOKABLE void close(); //!< leaves the page; sends the signed leave message if one was inside
    Q_INVOKABLE void join();
    Q_INVOKABLE void send();
    Q_INVOKABLE void retry(double messageId);
    Q_INVOKABLE void signRecord();
    Q_INVOKABLE void complete();

signals:
    void changed();
    void draftChanged();
    void finished(const QString& visitId); //!< the visit is paid: go on to its page

private:
    using Call = service::Future<> (service::Engine::*)(std::string);
    void refresh();
    void describe(const service::VisitView& visit, Millis now);
    void tellTime(const service::VisitView& visit, Millis now);
    void run(Call call);

    Context m_context;
    MessagesModel m_messages;
    std::string m_thread;
    QString m_draft;
    bool m_live = false; //!< shown as not ended before; used to notice the end once
};

} // namespace bt::app
