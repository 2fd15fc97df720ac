// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! When plans change: what cancelling one visit, or all later ones of its series, gives to the sompi; moving; and the
//! therapist's answer to a whole series. Stands beside VisitViewModel on the page of a visit. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"

#ifndef Q_MOC_RUN
#include "service/series/series_door.h"
#endif

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class PlansViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    BT_SHOWN(QString, visitId)
    BT_SHOWN(bool, working)
    BT_SHOWN(QString, line) //!< "3 of 8, every Tuesday"; "" for a single visit
    BT_SHOWN(bool, patient)
    BT_SHOWN(bool, canCancel)          //!< and what it gives is known
    BT_SHOWN(QStringList, cancelLines) //!< the exact outcome now
    BT_SHOWN(int, laterCount)          //!< this and later ones that can be cancelled; 0: no series, or the last one
    BT_SHOWN(QString, laterWords)      //!< button: "Cancel this and 4 later ones"
    BT_SHOWN(QString, laterTitle)      //!< question of its dialog
    BT_SHOWN(QStringList, laterLines)
    BT_SHOWN(int, asked) //!< therapist: visits of the series that wait for an answer
    BT_SHOWN(QString, acceptAllWords)
    BT_SHOWN(QString, declineAllWords)
    BT_SHOWN(QString, declineAllBody)
    BT_SHOWN(bool, canMove)
    BT_SHOWN(QStringList, hours) //!< to move to
    BT_SHOWN(int, hour)
    BT_SHOWN(bool, moveLater)
    BT_SHOWN(QStringList, moveLines) //!< what money moves
    BT_SHOWN(bool, moveFits)
    BT_SHOWN(QString, errorText)
    Q_PROPERTY(bt::app::RowModel* others READ others CONSTANT) //!< the series, as visit rows
public:
    explicit PlansViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] RowModel* others() { return &m_others; }

    Q_INVOKABLE void open(const QString& visitId);
    Q_INVOKABLE void cancelOne();   //!< for what cancelLines say, or not at all
    Q_INVOKABLE void cancelLater(); //!< for what laterLines say
    Q_INVOKABLE void acceptAll();
    Q_INVOKABLE void declineAll();
    Q_INVOKABLE void listHours(); //!< asks which hours there are to move to
    Q_INVOKABLE void setHour(int index);
    Q_INVOKABLE void setMoveLater(bool later);
    Q_INVOKABLE void move();

signals:
    void changed();

private:
    void refresh();
    void ask(const service::VisitView& visit);
    void planMove();
    void run(service::Future<> future, const QString& good);
    [[nodiscard]] std::string id() const { return m_visitId.toStdString(); }
    [[nodiscard]] service::SeriesDoor* door() const { return m_context.engine.doors().series; }

    Context m_context;
    RowModel m_others;
    service::CancelView m_one, m_later;
    service::MoveView m_seenMove;
    std::vector<Millis> m_hourValues;
    std::vector<std::string> m_askedIds;
    int m_round = 0, m_moveRound = 0;
};

} // namespace bt::app
