// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The first board of the day, for a patient (next visit, what waits for her) and for a practice (next visit, line of
//! the day, requests, what is to be done, payouts, week). GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class TodayViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Empty, Ready };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, greeting)  //!< "Good afternoon, Noor"
    BT_SHOWN(QString, date)      //!< "Monday 7 December"
    BT_SHOWN(QString, nextId)    //!< next visit; empty: none
    BT_SHOWN(QString, nextTitle) //!< "Tomorrow, 17:00"; practice: "10:00, Chiara B."
    BT_SHOWN(QString, nextIn)    //!< "in 1 day 2 h"
    BT_SHOWN(QString, nextPeer)
    BT_SHOWN(QString, nextAvatar)
    BT_SHOWN(QString, nextLine)  //!< "50 minutes, in writing · 16:00 in Lisbon"; practice: "Third visit, in writing."
    BT_SHOWN(QString, nextState) //!< badge words
    BT_SHOWN(QString, nextStateKind)
    BT_SHOWN(QString, idleTitle) //!< practice: in place of a next visit
    BT_SHOWN(QString, idleLine)
    BT_SHOWN(QString, firstRequest) //!< visit id of the request to answer first; empty: none
    BT_SHOWN(QString, cancelLine)   //!< "Free to cancel until ..."
    BT_SHOWN(bool, roomOpen)        //!< the room may be entered now
    BT_SHOWN(QString, freeMoney)
    BT_SHOWN(QString, heldMoney)
    BT_SHOWN(bool, wordsNudge) //!< the 24 words were not shown yet and there is something to lose
    BT_SHOWN(int, unread)
    BT_SHOWN(QString, requestsTitle) //!< "Two requests"
    BT_SHOWN(QString, todoTitle)
    BT_SHOWN(QString, waitingMoney) //!< practice: what patients hold for visits of hers
    BT_SHOWN(QString, paidThisMonth)
    BT_SHOWN(QVariantList, dayLine) //!< {from, to (0-1 of 08-19), title, time, kind, visitId, spoken}
    BT_SHOWN(double, dayNow)        //!< place of "now" on that line; outside 0-1: not shown
    BT_SHOWN(QVariantList, hours)   //!< {at (0-1), text}
    BT_SHOWN(QVariantList, week)    //!< {title, text, pips: [kind], today}
    BT_SHOWN(QString, licence)      //!< "Licence valid"
    BT_SHOWN(QString, licenceUntil)
    BT_SHOWN(bool, licenceOk)
    BT_SHOWN(bool, listed)                                         //!< people can find and book her
    Q_PROPERTY(bt::app::RowModel* requests READ requests CONSTANT) //!< visit rows that ask for an answer
    Q_PROPERTY(bt::app::RowModel* todo READ todo CONSTANT)         //!< visit rows; subtitle says what is to be done
    Q_PROPERTY(bt::app::RowModel* messages READ messages CONSTANT) //!< threadId, name, avatarSeed, last, when, unread
public:
    explicit TodayViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] RowModel* requests() { return &m_requests; }
    [[nodiscard]] RowModel* todo() { return &m_todo; }
    [[nodiscard]] RowModel* messages() { return &m_messages; }

signals:
    void changed();

private:
    void refresh();
    void greet(const service::Snapshot& snapshot, Millis now);
    void showNext(const service::Snapshot& snapshot, Millis now);
    void showLists(const service::Snapshot& snapshot, Millis now);
    void showMoney(const service::Snapshot& snapshot, Millis now);
    void showDay(const service::Snapshot& snapshot, Millis now);
    void showWeek(const service::Snapshot& snapshot, Millis now);

    Context m_context;
    RowModel m_requests, m_todo, m_messages;
};

} // namespace bt::app
