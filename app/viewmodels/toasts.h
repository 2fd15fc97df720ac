// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Short notes at the bottom of the window, one at a time. GUI thread.
#pragma once

#include "base/result.h"
#include "shown.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace bt::app {

class Toasts : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum Kind { Plain, Good, Bad };
    Q_ENUM(Kind)

    BT_SHOWN(QString, text) //!< empty: nothing to show
    BT_SHOWN(Kind, kind)
    BT_SHOWN(QString, action) //!< words on the button; empty: none
    BT_SHOWN(QString, target) //!< where that button leads: "visit:ID"
    BT_SHOWN(int, serial)     //!< grows with each toast, so that equal texts are two toasts
public:
    using QObject::QObject;

    void say(const QString& text, Kind kind = Good);
    //! A toast with one button; `target` says where it leads.
    void offer(const QString& text, const QString& action, const QString& target, Kind kind = Good);
    void failed(const Error& error);
    Q_INVOKABLE void dismiss(); //!< the window has taken it over, or its time is over: the next one shows

signals:
    void changed();

private:
    struct Toast {
        QString text, action, target;
        Kind kind;
    };
    void show();
    QList<Toast> m_waiting; //!< the first is shown
};

} // namespace bt::app
