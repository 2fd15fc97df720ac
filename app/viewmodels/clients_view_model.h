// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The people of a practice, each with their visits. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class ClientsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Empty, Ready };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, peerId) //!< the chosen person; empty: none
    BT_SHOWN(QString, peerName)
    BT_SHOWN(QString, peerAvatar)
    BT_SHOWN(QString, peerLine) //!< "3 visits, next Tue 8 Dec, 10:00"
    BT_SHOWN(QString, threadId)
    Q_PROPERTY(bt::app::RowModel* people READ people CONSTANT) //!< peerId, name, avatarSeed, line, chosen, spoken
    Q_PROPERTY(bt::app::RowModel* visits READ visits CONSTANT) //!< visit rows of the chosen person, newest first
public:
    explicit ClientsViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] RowModel* people() { return &m_people; }
    [[nodiscard]] RowModel* visits() { return &m_visits; }
    Q_INVOKABLE void choose(const QString& peerId);

signals:
    void changed();

private:
    void refresh();
    Context m_context;
    RowModel m_people, m_visits;
};

} // namespace bt::app
