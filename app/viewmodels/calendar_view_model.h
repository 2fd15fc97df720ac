// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A week of visits as blocks on an hour grid, in the person's own zone, and the export to a calendar file.
//! GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class CalendarViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Empty, Ready };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, title)     //!< "7 to 13 December"
    BT_SHOWN(QString, zoneNote)  //!< "Lisbon time"
    BT_SHOWN(QVariantList, days) //!< {weekday, number, today, spoken}; seven
    BT_SHOWN(int, fromHour)      //!< first hour of the grid
    BT_SHOWN(int, toHour)
    BT_SHOWN(QVariantList, hours) //!< {hour, text}
    BT_SHOWN(int, nowDay)         //!< 0-6; -1: now is not in this week
    BT_SHOWN(int, nowMinute)      //!< minutes after midnight
    BT_SHOWN(QString, nowText)
    BT_SHOWN(QString, summary) //!< "17 visits"
    BT_SHOWN(bool, exporting)
    Q_PROPERTY(bt::app::RowModel* blocks READ blocks CONSTANT)
public:
    //! \param folder  where exported files go (normally the person's Downloads).
    CalendarViewModel(const Context& context, QString folder, QObject* parent = nullptr);
    //! Roles: blockId, visitId (empty: a free time), day 0-6, from, to (minutes), title, time, kind (visit, asks, past,
    //! free, waiting), spoken.
    [[nodiscard]] RowModel* blocks() { return &m_blocks; }

    Q_INVOKABLE void weekBack();
    Q_INVOKABLE void weekOn();
    Q_INVOKABLE void today();
    //! Writes one visit, or all coming ones when `visitId` is empty, as .ics; a toast says where.
    Q_INVOKABLE void exportFile(const QString& visitId);

signals:
    void changed();
    void exported(const QString& path);

private:
    void refresh();
    [[nodiscard]] QVariantMap visitBlock(const service::VisitView& visit, int day, Millis now) const;
    void stretch(int from, int to);

    Context m_context;
    QString m_folder;
    QDate m_monday;
    bool m_follows = true; //!< shows the week of "now" until someone turns the page
    RowModel m_blocks;
};

} // namespace bt::app
