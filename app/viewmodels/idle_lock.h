// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Locks after a time without keys, clicks or touch. GUI thread.
#pragma once

#include <QObject>
#include <QTimer>

namespace bt::app {

//! Install as an event filter on the application.
class IdleLock : public QObject
{
    Q_OBJECT
public:
    explicit IdleLock(QObject* parent = nullptr);
    void setMinutes(int minutes); //!< 0: never
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void idle();

private:
    QTimer m_timer;
};

} // namespace bt::app
