// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One visit with every road it can still take, for both sides. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class VisitViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Missing, Ready, Working };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, visitId)
    BT_SHOWN(QString, threadId)
    BT_SHOWN(bool, patient) //!< this side is the patient
    BT_SHOWN(QString, peerName)
    BT_SHOWN(QString, peerAvatar)
    BT_SHOWN(QString, when)      //!< "Tuesday 8 December, 17:00"
    BT_SHOWN(QString, whereWhen) //!< "50 minutes, in writing. It is 16:00 in Lisbon."
    BT_SHOWN(QString, badge)
    BT_SHOWN(QString, badgeKind)
    BT_SHOWN(QString, badgeIcon)
    BT_SHOWN(QString, sentence) //!< how it stands and what comes next
    BT_SHOWN(bool, moving)      //!< a step is on its way
    BT_SHOWN(QString, intake)
    BT_SHOWN(QString, price)
    BT_SHOWN(QString, held)       //!< price and bond together, while held
    BT_SHOWN(QString, bond)       //!< empty: none
    BT_SHOWN(QVariantList, stops) //!< the line "If plans change", while live
    BT_SHOWN(QString, record)     //!< who signed
    BT_SHOWN(bool, canAccept)
    BT_SHOWN(bool, canDecline)
    BT_SHOWN(bool, canCancel)
    BT_SHOWN(bool, canJoin)
    BT_SHOWN(bool, canSign)
    BT_SHOWN(bool, canComplete)
    BT_SHOWN(bool, canClaim)
    BT_SHOWN(bool, canProposeSplit)
    BT_SHOWN(bool, canAnswerSplit)
    BT_SHOWN(bool, canRate)
    BT_SHOWN(bool, canExport)
    BT_SHOWN(QString, cancelTitle)   //!< question of the confirm dialog
    BT_SHOWN(QString, cancelOutcome) //!< the exact amounts, now
    BT_SHOWN(QString, declineOutcome)
    BT_SHOWN(QString, claimOutcome)
    BT_SHOWN(QString, completeWords) //!< button: "Confirm, and 60 € are paid"
    BT_SHOWN(QString, splitWaiting)  //!< sentence about an open suggestion; empty: none
    BT_SHOWN(QString, splitPreview)  //!< what the typed suggestion means, or why it cannot be
    BT_SHOWN(bool, splitFits)
    BT_SHOWN(bool, canProblem) //!< a problem can be raised, or is
    BT_SHOWN(bool, problemRaised)
    BT_SHOWN(int, rating) //!< 0: none
    BT_SHOWN(QString, ratingComment)
    BT_SHOWN(QString, covenantId)   //!< under "What exactly happens?"
    BT_SHOWN(QString, troubleText)  //!< what keeps this visit from going on; "": nothing
    BT_SHOWN(bool, canReplan)       //!< a payment of it may be planned anew with other coins
    BT_SHOWN(bool, canTakeBack)     //!< the request has not left this computer
    BT_SHOWN(QString, nextFee)      //!< fee of the next step, before it is asked for; "": unknown
    BT_SHOWN(QStringList, nextSees) //!< what the chain will see of it
    BT_SHOWN(QString, errorText)
    Q_PROPERTY(bt::app::RowModel* steps READ steps CONSTANT) //!< stepId, title, at, fee, feeExact, txid, settled, status
    Q_PROPERTY(QString splitText READ splitText WRITE setSplitText NOTIFY changed) //!< amount back to the patient
public:
    static constexpr int kCommentMax = 1000;

    explicit VisitViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] RowModel* steps() { return &m_steps; }
    [[nodiscard]] QString splitText() const { return m_splitText; }
    void setSplitText(const QString& amount);

    Q_INVOKABLE void open(const QString& visitId);
    Q_INVOKABLE void accept();
    Q_INVOKABLE void decline();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void signRecord();
    Q_INVOKABLE void complete();
    Q_INVOKABLE void claim();
    Q_INVOKABLE void proposeSplit();
    Q_INVOKABLE void answerSplit(bool agree);
    Q_INVOKABLE void rate(int stars, const QString& comment);
    Q_INVOKABLE void replan();   //!< other coins, after the planned ones went elsewhere
    Q_INVOKABLE void takeBack(); //!< instead of that, or before the request has left: it is given up

signals:
    void changed();
    void done(); //!< the last action went through

private:
    void refresh();
    void describe(const service::VisitView& visit, Millis now);
    void describeMoney(const service::VisitView& visit, Millis now);
    void describeSplit(const service::VisitView& visit);
    void listSteps(const service::VisitView& visit);
    void foretell(const service::VisitView& visit);
    void run(service::Future<> future, const QString& good);
    [[nodiscard]] std::string id() const { return m_visitId.toStdString(); }

    Context m_context;
    RowModel m_steps;
    QString m_splitText;
    Sompi m_split;
    bool m_busy = false;
    std::int64_t m_waiting = 0; //!< in the outbox
    QString m_foretold;         //!< which step of which state nextFee speaks of
};

} // namespace bt::app
