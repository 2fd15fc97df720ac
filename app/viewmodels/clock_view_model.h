// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The clock of the practice network, which may be moved on by hand. GUI thread.
#pragma once

#include "context.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class ClockViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
    BT_SHOWN(bool, shown)        //!< only on the practice network
    BT_SHOWN(QString, time)      //!< "Mon 15:02"
    BT_SHOWN(QString, timeFull)  //!< "Monday 7 December, 15:02"
    BT_SHOWN(QString, nextVisit) //!< "To the visit, Tue 8 Dec, 17:00"; empty: none
    BT_SHOWN(bool, busy)
public:
    explicit ClockViewModel(const Context& context, QObject* parent = nullptr);
    Q_INVOKABLE void addMinutes(int minutes);
    Q_INVOKABLE void addHour();
    Q_INVOKABLE void addDay();
    //! Two minutes before the next visit, so that one sees it begin.
    Q_INVOKABLE void toNextVisit();

signals:
    void changed();

private:
    void refresh();
    void advance(std::int64_t ms);
    Context m_context;
    std::int64_t m_toVisit = 0;
};

} // namespace bt::app
