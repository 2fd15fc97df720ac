// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Who may read which part of one's record: people beside data, each cell one switch with its end; what there is to read,
//! what others let one read, and earlier permissions with their receipts. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"
#include "service/consents/consents_view.h"

#include <QDate>
#include <QtQml/qqmlregistration.h>

namespace bt::app {

class ConsentsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Empty, Ready, Working };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, headline)    //!< "Two people may read something"
    BT_SHOWN(QStringList, classes) //!< names, in the order of the cells
    BT_SHOWN(int, maxBytes)        //!< of one text
    BT_SHOWN(QString, errorText)
    // The cell that is being decided
    BT_SHOWN(QString, cellTitle) //!< "Diary, Dr. Mariam Okonjo"
    BT_SHOWN(QString, cellSentence)
    BT_SHOWN(QString, cellCost) //!< what is held meanwhile
    BT_SHOWN(QString, cellKept) //!< what the reader may have kept
    BT_SHOWN(bool, cellOn)
    BT_SHOWN(QVariantList, ends)  //!< {id, text}
    BT_SHOWN(QString, end)        //!< the chosen one's id
    BT_SHOWN(QString, otherError) //!< why "another day" cannot be used; "" it can
    BT_SHOWN(bool, endFits)
    Q_PROPERTY(bt::app::RowModel* people READ people CONSTANT)                  //!< threadId, name, line, avatarSeed, cells
    Q_PROPERTY(bt::app::RowModel* own READ own CONSTANT)                        //!< code, name, text, line, readers
    Q_PROPERTY(bt::app::RowModel* shared READ shared CONSTANT)                  //!< consentId, title, line, text
    Q_PROPERTY(bt::app::RowModel* receipts READ receipts CONSTANT)              //!< consentId, title, line, facts, provable, live
    Q_PROPERTY(QString otherDay READ otherDay WRITE setOtherDay NOTIFY changed) //!< as typed
public:
    ConsentsViewModel(const Context& context, QString folder, QObject* parent = nullptr);
    [[nodiscard]] RowModel* people() { return &m_people; }
    [[nodiscard]] RowModel* own() { return &m_own; }
    [[nodiscard]] RowModel* shared() { return &m_shared; }
    [[nodiscard]] RowModel* receipts() { return &m_receipts; }
    [[nodiscard]] QString otherDay() const { return m_otherDay; }
    void setOtherDay(const QString& day);

    //! The person and the place in `classes` that a dialog is about to ask for.
    Q_INVOKABLE void look(const QString& threadId, int place);
    Q_INVOKABLE void choose(const QString& end); //!< one of `ends`
    Q_INVOKABLE void give();
    Q_INVOKABLE void takeBack();
    Q_INVOKABLE void write(const QString& code, const QString& words);
    //! Saves a proof as a file in the folder for downloads.
    Q_INVOKABLE void saveProof(const QString& consentId, bool showWhom, bool showWhat);

signals:
    void changed();

private:
    void refresh();
    void listPeople(const service::ConsentsView& view);
    void listRecords(const service::ConsentsView& view);
    void listReceipts(const service::ConsentsView& view);
    void showCell();
    [[nodiscard]] std::optional<Millis> chosenEnd() const;
    [[nodiscard]] QString peerOf(const std::string& threadId) const;
    //! Runs a call and says what came of it.
    void run(QFuture<Result<void>> call, const QString& done);

    Context m_context;
    QString m_folder;
    RowModel m_people, m_own, m_shared, m_receipts;
    std::string m_thread, m_class; //!< of the cell
    QString m_otherDay;
    bool m_working = false;
};

//! "Health notes" for a data class; the code itself for an unknown one.
[[nodiscard]] QString dataClassName(const std::string& code);

} // namespace bt::app
