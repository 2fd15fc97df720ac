// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The receipt of one visit: asked for, and saved on paper or as a signed file. What the patient types for it is passed on
//! and kept nowhere. GUI thread.
#pragma once

#include "context.h"
#include "receipt_paper.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class ReceiptViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    BT_SHOWN(bool, there) //!< this visit was paid
    BT_SHOWN(bool, free)  //!< nothing is being done
    BT_SHOWN(bool, canAsk)
    BT_SHOWN(bool, ready)
    BT_SHOWN(bool, patient) //!< may add a name and a diagnosis code
    BT_SHOWN(QString, sentence)
    BT_SHOWN(QString, errorText)
public:
    ReceiptViewModel(const Context& context, QString folder, QObject* parent = nullptr);
    void open(const QString& visitId); //!< the visit whose page is open
    Q_INVOKABLE void ask();
    //! \param letter US letter instead of A4.
    Q_INVOKABLE void savePaper(const QString& name, const QString& diagnosis, bool letter);
    Q_INVOKABLE void saveFile(const QString& name, const QString& diagnosis);

signals:
    void changed();
    void saved(const QString& path);

private:
    void refresh();
    void finish(const Result<void>& done, const QString& good);
    [[nodiscard]] QString path(const char* ending) const;
    Context m_context;
    QString m_folder, m_visitId, m_number;
    bool m_busy = false;
};

} // namespace bt::app
