// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Paying in BTAI and asking to be paid: to a contact, to an address, or what a contact asked for; and the cards of requests
//! in conversations. GUI thread.
#pragma once

#include "context.h"
#include "service/tokens/tokens_door.h"

#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace bt::app {

class PayViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Typing, Asking, Ready, Working, Done };
    Q_ENUM(State)
    enum class Mode { Send, Ask, Answer }; //!< pay somebody, ask somebody, pay what somebody asked for
    Q_ENUM(Mode)

    BT_SHOWN(State, state)
    BT_SHOWN(Mode, mode)
    BT_SHOWN(bool, there) //!< this network has BTAI
    BT_SHOWN(QString, title)
    BT_SHOWN(QVariantList, contacts) //!< {id, text}: "" is "an address"
    BT_SHOWN(int, contact)           //!< index into contacts
    BT_SHOWN(QString, peerName)
    BT_SHOWN(bool, byAddress)
    BT_SHOWN(QString, available) //!< "You have 480.00 € in BTAI"
    BT_SHOWN(QString, unit)      //!< what the amount is typed in: "€", or "BTAI" without a rate
    BT_SHOWN(QString, preview)   //!< "25.00 BTAI", or why the amount does not fit
    BT_SHOWN(bool, fits)         //!< the amount can be read
    BT_SHOWN(QString, asked)     //!< Answer: "Noor asks for 12.50 €"
    BT_SHOWN(QString, askedFor)  //!< Answer: the note
    BT_SHOWN(QString, fee)
    BT_SHOWN(QString, deposit)  //!< KAS that goes along; empty: none
    BT_SHOWN(QString, left)     //!< afterwards
    BT_SHOWN(QString, hint)     //!< what happens first: an address is asked for, tokens are joined; empty: nothing
    BT_SHOWN(QString, payWords) //!< "Send 12.50 €"
    BT_SHOWN(QString, feeExact)
    BT_SHOWN(QStringList, chainSees)
    BT_SHOWN(QString, errorText)
    BT_SHOWN(bool, canAddMoney) //!< play money is to be had
    BT_SHOWN(int, revision)     //!< rises when cards may have changed
    Q_PROPERTY(QString amountText READ amountText WRITE setAmountText NOTIFY edited)
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY edited)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY edited)
public:
    explicit PayViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] QString amountText() const { return m_amountText; }
    void setAmountText(const QString& text);
    [[nodiscard]] QString address() const { return m_address; }
    void setAddress(const QString& text);
    [[nodiscard]] QString note() const { return m_note; }
    void setNote(const QString& text);

    //! \param target "send:THREAD", "ask:THREAD", "answer:REQUEST", or "" to choose whom to pay.
    Q_INVOKABLE void open(const QString& target);
    Q_INVOKABLE void choose(int contact);
    Q_INVOKABLE void confirm(); //!< no effect unless Ready
    Q_INVOKABLE void addMoney();
    Q_INVOKABLE void decline(const QString& requestId);
    //! A request as a card: {there, title, note, status, icon, canAnswer, spoken}.
    Q_INVOKABLE QVariantMap card(const QString& requestId) const;

signals:
    void changed();
    void edited();
    void done();

private:
    void refresh();
    void look();
    void show(const service::TokenQuote& quote);
    void enter(State state, const Error* error = nullptr);
    void after(const Result<void>& done, const QString& words);
    [[nodiscard]] service::TokenPayment payment() const;
    [[nodiscard]] const service::PayRequestView* request() const;

    Context m_context;
    service::SnapshotPtr m_last;
    QString m_amountText, m_address, m_note, m_requestId;
    std::string m_thread;
    std::uint64_t m_units = 0;
    int m_round = 0; //!< answers to an older question are dropped
};

} // namespace bt::app
