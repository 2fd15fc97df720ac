// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The place Records: every visit that left something to keep, with its signed record and its receipt. What one wrote
//! about oneself, and who may read it, is ConsentsViewModel's. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"
#include "shown.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class RecordsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")

    BT_SHOWN(QString, summary) //!< "3 visits, 2 signed by both, 1 receipt"
    Q_PROPERTY(bt::app::RowModel* visits READ visits CONSTANT)
public:
    explicit RecordsViewModel(const Context& context, QObject* parent = nullptr);
    //! Roles of visitRowRoles(), newest first; `subtitle` says when, whether both signed, and how the receipt stands.
    [[nodiscard]] RowModel* visits() { return &m_visits; }

signals:
    void changed();

private:
    void refresh();
    Context m_context;
    RowModel m_visits;
};

} // namespace bt::app
