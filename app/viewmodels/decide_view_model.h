// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Deciding for others, and whom one names oneself: the code of this persona, the cases that were handed to her, and the one
//! that is open. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"
#include "service/disputes/disputes_door.h"
#include "shown.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class DecideViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")

    BT_SHOWN(bool, busy)
    BT_SHOWN(QString, myCode)
    BT_SHOWN(QString, namedWords) //!< whom this persona names now
    BT_SHOWN(QString, caseId)     //!< the open one; "": none
    BT_SHOWN(QString, potWords)
    BT_SHOWN(QString, placeWords)        //!< who asks this persona, or that nobody does
    BT_SHOWN(QVariantList, patientItems) //!< {title, at, text, standing}
    BT_SHOWN(QVariantList, therapistItems)
    BT_SHOWN(QString, patientWords) //!< that the file is there, or is missing
    BT_SHOWN(QString, therapistWords)
    BT_SHOWN(bool, canDecide)
    BT_SHOWN(bool, canSign)
    BT_SHOWN(bool, canSend)
    BT_SHOWN(bool, over)
    BT_SHOWN(QString, decisionWords) //!< the division on the table; "": none
    BT_SHOWN(QString, signedWords)
    BT_SHOWN(QString, splitPreview)
    BT_SHOWN(bool, splitFits)
    BT_SHOWN(QStringList, fileParts)
    BT_SHOWN(QString, fileWhere)
    BT_SHOWN(QString, errorText)
    Q_PROPERTY(bt::app::RowModel* cases READ cases CONSTANT) //!< caseId, title, state
    Q_PROPERTY(QString splitText READ splitText WRITE setSplitText NOTIFY changed)
public:
    DecideViewModel(const Context& context, QString folder, QObject* parent = nullptr);
    [[nodiscard]] RowModel* cases() { return &m_cases; }
    [[nodiscard]] QString splitText() const { return m_splitText; }
    void setSplitText(const QString& amount);
    //! Codes as they are named now, to begin editing with; "": the network's.
    Q_INVOKABLE QString ownCode() const;
    Q_INVOKABLE QString jointCode() const;

    Q_INVOKABLE void name(const QString& ownCode, const QString& jointCode);
    Q_INVOKABLE void openText(const QString& typed); //!< a file's text, the texts of its codes, or where it lies
    Q_INVOKABLE void openCase(const QString& caseId);
    Q_INVOKABLE void drop();
    Q_INVOKABLE void decide();
    Q_INVOKABLE void sign();
    Q_INVOKABLE void send();
    Q_INVOKABLE void makeFile();
    Q_INVOKABLE void forgetError();

signals:
    void changed();
    void opened(); //!< a file was taken

private:
    void refresh();
    void describe(const service::CaseView& one);
    void describeSplit(const service::CaseView& one);
    [[nodiscard]] QVariantList itemsOf(const service::CaseSideView& side) const;
    void run(service::Future<> future, const QString& good);
    [[nodiscard]] const service::CaseView* open(const service::Snapshot& snapshot) const;
    [[nodiscard]] service::DisputesDoor* door() const { return m_context.engine.doors().disputes; }

    Context m_context;
    QString m_folder;
    RowModel m_cases;
    QString m_splitText;
    Sompi m_split;
};

} // namespace bt::app
