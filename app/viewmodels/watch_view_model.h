// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Saving a watch list, and what it gives away. GUI thread.
#pragma once

#include "context.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class WatchViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    BT_SHOWN(bool, working)
    BT_SHOWN(QString, savedText) //!< where it was saved and how to use it; "": not yet
    BT_SHOWN(QString, command)   //!< what watches over it
    BT_SHOWN(QString, errorText)
public:
    WatchViewModel(const Context& context, QString folder, QObject* parent = nullptr);
    Q_INVOKABLE void save();

signals:
    void changed();

private:
    Context m_context;
    QString m_folder;
};

} // namespace bt::app
