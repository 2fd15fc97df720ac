// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Asking for the same hour every week: how often, which days, what is set aside in all. Stands beside BookingViewModel on
//! the page that books. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"

#ifndef Q_MOC_RUN
#include "service/series/series_door.h"
#endif

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class SeriesViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Idle, Planning, Ready, Short, AddingMoney, Booking, Booked, Failed };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(bool, offered)        //!< this network can do series
    BT_SHOWN(QStringList, rhythms) //!< once, every week, every two weeks
    BT_SHOWN(int, rhythm)
    BT_SHOWN(bool, repeats)       //!< more than once
    BT_SHOWN(QStringList, counts) //!< "2 visits" ...
    BT_SHOWN(int, countIndex)
    BT_SHOWN(QString, title)       //!< "6 visits, every Tuesday, 17:00"
    BT_SHOWN(QString, zoneLine)    //!< in whose zone the hour stays the same
    BT_SHOWN(QString, leftOutLine) //!< which days are left out; "": none
    BT_SHOWN(QString, visitsLabel) //!< "6 visits of 60 €"
    BT_SHOWN(QString, price)
    BT_SHOWN(QString, fee)
    BT_SHOWN(QString, deposit)
    BT_SHOWN(QString, total)
    BT_SHOWN(QString, totalKas)
    BT_SHOWN(QString, tokenNote) //!< what visits in BTAI take beside their price; "": paid in KAS
    BT_SHOWN(QString, available)
    BT_SHOWN(QString, payingLabel)
    BT_SHOWN(QString, paying) //!< of `available`, in the coin that pays; "": one kind only
    BT_SHOWN(QString, left)
    BT_SHOWN(QString, missing) //!< sentence when money is short
    BT_SHOWN(bool, canAddMoney)
    BT_SHOWN(QString, bookWords) //!< "Hold 360 € and ask"
    BT_SHOWN(QString, eachLine)  //!< every visit is held, answered and cancelled by itself
    BT_SHOWN(QString, errorText)
    //! place, when, there, words, ladder, tone, left, canToggle, toggleText, instead, spoken
    Q_PROPERTY(bt::app::RowModel* dates READ dates CONSTANT)
public:
    explicit SeriesViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] RowModel* dates() { return &m_dates; }

    Q_INVOKABLE void begin(const QString& therapistId, double startsAt); //!< once, until said otherwise
    Q_INVOKABLE void setRhythm(int index);
    Q_INVOKABLE void setCount(int index);
    Q_INVOKABLE void plan();                         //!< works the days out anew
    Q_INVOKABLE void toggle(int place);              //!< leaves a day out, or takes it in again
    Q_INVOKABLE void choose(int place, int instead); //!< another hour for that day; 0: the usual one
    Q_INVOKABLE void addMoney();
    Q_INVOKABLE void book(const QString& intake); //!< no effect unless Ready

signals:
    void changed();
    void booked(const QString& visitId);

private:
    void show(const service::SeriesPlanView& plan);
    void showPurse(const service::SeriesPlanView& plan);
    void showTokens(const service::SeriesPlanView& plan, const QString& peer);
    void listDates(const service::SeriesPlanView& plan, const QString& peer);
    void enter(State state, const QString& error = {});
    [[nodiscard]] QString rhythmWords(Millis at) const;

    Context m_context;
    RowModel m_dates;
    service::SeriesWish m_wish;
    service::SeriesPlanView m_plan;
    int m_round = 0;
};

} // namespace bt::app
