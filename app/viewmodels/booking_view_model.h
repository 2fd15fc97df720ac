// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Booking one time: Time > You > Agreement > Set aside. Asks the core for a quote, shows every figure of it, and books.
//! GUI thread.
#pragma once

#include "context.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class BookingViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Idle, Quoting, Ready, Short, AddingMoney, Booking, Booked, Failed };
    Q_ENUM(State)
    enum class Step { Time, You, Agreement, SetAside };
    Q_ENUM(Step)

    BT_SHOWN(State, state)
    BT_SHOWN(Step, step)
    BT_SHOWN(QString, therapistId)
    BT_SHOWN(QString, name)
    BT_SHOWN(QString, avatarSeed)
    BT_SHOWN(QString, licence)          //!< "Licensed in Berlin until June 2028"
    BT_SHOWN(QString, when)             //!< "Tuesday 8 December, 17:00"
    BT_SHOWN(QString, whereWhen)        //!< "50 minutes, in writing. It is 16:00 in Lisbon."
    BT_SHOWN(QString, agreement)        //!< the policy in one sentence
    BT_SHOWN(QString, decidersSentence) //!< who decides if the two cannot agree
    BT_SHOWN(QString, bondSentence)     //!< what the therapist pays if she fails; empty without a bond
    BT_SHOWN(QString, visitLabel)       //!< "Visit, 50 minutes"
    BT_SHOWN(QString, price)
    BT_SHOWN(QString, fee)
    BT_SHOWN(QString, deposit) //!< comes back at the end; empty: none
    BT_SHOWN(QString, total)   //!< what is held: price and deposit
    BT_SHOWN(QString, totalKas)
    BT_SHOWN(QString, tokenNote)   //!< what a visit in BTAI takes beside the price; empty: paid in KAS
    BT_SHOWN(QString, rate)        //!< "rate fixed by the practice network"
    BT_SHOWN(QString, bookWords)   //!< "Hold 60 € and ask"
    BT_SHOWN(QString, answerBy)    //!< what happens without an answer
    BT_SHOWN(QString, available)   //!< free to use now, both coins
    BT_SHOWN(QString, countsLabel) //!< which coin pays, where she has two
    BT_SHOWN(QString, counts)      //!< how much of `available` that is; empty: all
    BT_SHOWN(QString, left)        //!< empty: it is not enough
    BT_SHOWN(QString, missing)     //!< sentence when money is short; empty: enough
    BT_SHOWN(bool, canAddMoney)    //!< play money is to be had
    BT_SHOWN(QString, payTo)       //!< elsewhere: a sentence with the address that money can be sent to
    BT_SHOWN(QVariantList, stops)  //!< the line "If plans change"
    BT_SHOWN(QString, anyoneSees)
    BT_SHOWN(QString, nobodySees)
    BT_SHOWN(QString, couldGuess)
    BT_SHOWN(QVariantList, publicFacts) //!< {name, value}: each public field, technical names included
    BT_SHOWN(QString, feeExact)         //!< "Network fee under 0.01 € (0.0002 KAS)."
    BT_SHOWN(QStringList, chainSees)    //!< what the chain will see of this very payment
    BT_SHOWN(QString, errorText)
    BT_SHOWN(QString, visitId) //!< after Booked
    Q_PROPERTY(QString intake READ intake WRITE setIntake NOTIFY intakeChanged)
    Q_PROPERTY(QString intakeLeft READ intakeLeft NOTIFY intakeChanged) //!< empty until it gets tight
    Q_PROPERTY(bool intakeFits READ intakeFits NOTIFY intakeChanged)
public:
    static constexpr int kIntakeMax = 2000; //!< characters

    explicit BookingViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] QString intake() const { return m_intake; }
    void setIntake(const QString& intake);
    [[nodiscard]] QString intakeLeft() const;
    [[nodiscard]] bool intakeFits() const { return m_intake.size() <= kIntakeMax; }

    Q_INVOKABLE void begin(const QString& therapistId, double startsAt);
    Q_INVOKABLE void next();     //!< to the next step, where allowed
    Q_INVOKABLE bool back();     //!< one step back; false at the first
    Q_INVOKABLE void addMoney(); //!< practice network: play money, then a new quote
    Q_INVOKABLE void book();     //!< no effect unless Ready
    Q_INVOKABLE void quoteAgain();

signals:
    void changed();
    void intakeChanged();
    void booked(const QString& visitId);

private:
    void refresh();
    void ask();
    void show(const service::QuoteView& quote);
    void showPurse(const service::QuoteView& quote);
    void showTokens(const service::QuoteView& quote);
    void showPublic(const service::QuoteView& quote);
    void enter(State state, const QString& error = {});

    Context m_context;
    Millis m_startsAt;
    QString m_intake;
    int m_round = 0; //!< answers to an older question are dropped
};

} // namespace bt::app
