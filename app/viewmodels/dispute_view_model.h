// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A problem with one visit, from this side: what it costs, what can come of it, when it ends by itself, and what this side
//! shows to those who decide. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"
#include "service/disputes/disputes_door.h"
#include "shown.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class DisputeViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")

    BT_SHOWN(QString, visitId)
    BT_SHOWN(bool, there) //!< a visit in which a problem is, or could be, raised
    BT_SHOWN(bool, busy)
    BT_SHOWN(bool, raised)
    BT_SHOWN(bool, canRaise)
    BT_SHOWN(bool, canLapse)
    BT_SHOWN(bool, canAsk) //!< the practice network's deciders
    BT_SHOWN(bool, moving) //!< a step is on its way
    BT_SHOWN(QString, peerName)
    BT_SHOWN(QString, sentence)      //!< how it stands
    BT_SHOWN(QString, stakeWords)    //!< what is put in, and what becomes of it
    BT_SHOWN(QStringList, outcomes)  //!< what can come of it, one sentence each
    BT_SHOWN(QString, raiseWords)    //!< body of the question before it is raised
    BT_SHOWN(QString, practiceWords) //!< what the practice network does, and when; "": nothing
    BT_SHOWN(QVariantList, deciders) //!< {who, words, code}
    BT_SHOWN(bool, hasAttendance)
    BT_SHOWN(bool, hasRecord)
    BT_SHOWN(bool, attendance)
    BT_SHOWN(bool, record)
    BT_SHOWN(QString, attendanceWords)
    BT_SHOWN(QString, chosenWords)   //!< how much is chosen; and that nothing else is shown
    BT_SHOWN(bool, edited)           //!< chosen and not kept yet
    BT_SHOWN(QStringList, fileParts) //!< the case file as QR codes; empty: none was made
    BT_SHOWN(QString, fileWhere)     //!< where it was saved
    BT_SHOWN(QString, errorText)
    Q_PROPERTY(bt::app::RowModel* messages READ messages CONSTANT) //!< messageId, who, at, text, chosen
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed)
public:
    DisputeViewModel(const Context& context, QString folder, QObject* parent = nullptr);
    [[nodiscard]] RowModel* messages() { return &m_messages; }
    [[nodiscard]] QString words() const { return text(m_choice.words); }
    void setWords(const QString& words);

    Q_INVOKABLE void open(const QString& visitId);
    Q_INVOKABLE void choose(const QString& messageId, bool on);
    Q_INVOKABLE void chooseAttendance(bool on);
    Q_INVOKABLE void chooseRecord(bool on);
    Q_INVOKABLE void keep(); //!< what was chosen
    Q_INVOKABLE void raise();
    Q_INVOKABLE void lapse();
    Q_INVOKABLE void askPractice();
    Q_INVOKABLE void makeFile(); //!< keeps what was chosen, signs it and saves it beside the calendar files

signals:
    void changed();

private:
    void refresh();
    void describe(const service::VisitView& visit, const service::DisputeView& problem);
    void listDeciders(const service::DisputeView& problem);
    void listMessages();
    void edit();
    void run(service::Future<> future, const QString& good);
    void saved(const Result<service::HandOver>& file);
    [[nodiscard]] service::DisputesDoor* door() const { return m_context.engine.doors().disputes; }

    Context m_context;
    QString m_folder;
    RowModel m_messages;
    std::vector<service::MessageView> m_all; //!< newest first
    service::EvidenceChoice m_choice;
    bool m_patient = false;
};

} // namespace bt::app
