// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The public rating of one visit: let out later at a random time, taken back before, or given up for the deposit. Apart
//! from what is written to the therapist alone. GUI thread.
#pragma once

#include "context.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class PublicRatingViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    BT_SHOWN(bool, there) //!< this visit has, or had, a rating ticket
    BT_SHOWN(bool, free)  //!< nothing is being done
    BT_SHOWN(bool, canRate)
    BT_SHOWN(bool, canTakeBack)
    BT_SHOWN(bool, canDrop)
    BT_SHOWN(int, stars)         //!< of what was asked for; 0: none
    BT_SHOWN(QString, sentence)  //!< how it stands: "Will be released between ... and ..."
    BT_SHOWN(QString, who)       //!< who will see what
    BT_SHOWN(QString, dropWords) //!< button: "Do not rate; 0.05 € come back"
    BT_SHOWN(QString, dropBody)  //!< what that means, asked first
    BT_SHOWN(QStringList, facts) //!< "What exactly happens?"
    BT_SHOWN(QString, txid)
    BT_SHOWN(QString, errorText)
public:
    explicit PublicRatingViewModel(const Context& context, QObject* parent = nullptr);
    void open(const QString& visitId); //!< the visit whose page is open
    Q_INVOKABLE void schedule(int stars);
    Q_INVOKABLE void takeBack();
    Q_INVOKABLE void drop();

signals:
    void changed();

private:
    void refresh();
    void run(service::Future<> future, const QString& good);
    Context m_context;
    QString m_visitId;
    bool m_busy = false;
};

} // namespace bt::app
