// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What waits for the network, each thing with a way to take it back. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class OutboxViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Empty, Waiting };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    Q_PROPERTY(bt::app::RowModel* rows READ rows CONSTANT) //!< outboxId, title, subtitle, error, cancellable, replannable, spoken
public:
    explicit OutboxViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] RowModel* rows() { return &m_rows; }
    Q_INVOKABLE void cancel(double outboxId);
    Q_INVOKABLE void replan(double outboxId); //!< other coins, after the planned ones went elsewhere

signals:
    void changed();

private:
    void refresh();
    Context m_context;
    RowModel m_rows;
};

} // namespace bt::app
