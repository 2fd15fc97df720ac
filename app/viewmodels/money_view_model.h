// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! All the person's money: one total in her currency with the coins beneath, what is held for which visit, and every
//! payment. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"
#include "service/tokens/tokens_view.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

struct Wealth;

class MoneyViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Empty, Ready, Adding };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, total)
    BT_SHOWN(QString, totalKas)
    BT_SHOWN(QString, rate) //!< "1 KAS is 0.058 € on the practice network"
    BT_SHOWN(QString, available)
    BT_SHOWN(QString, held)
    BT_SHOWN(QString, heldNote)    //!< what is held for visits and what beside them; empty: nothing beside
    BT_SHOWN(QString, under)       //!< KAS under free BTAI; empty: none
    BT_SHOWN(QString, heldDeposit) //!< of heldVisitId: the deposit beside heldAmount; empty: none
    BT_SHOWN(QString, waiting)     //!< on its way to us; empty: nothing
    BT_SHOWN(double, freeShare)    //!< 0-1 of the total
    BT_SHOWN(QString, heldVisitId) //!< the next visit that money is held for; empty: none
    BT_SHOWN(QString, heldTitle)   //!< "Visit on Tue 8 December, 17:00"
    BT_SHOWN(QString, heldAmount)
    BT_SHOWN(QVariantList, heldStops)
    BT_SHOWN(bool, heldCanCancel)
    BT_SHOWN(QString, yearVisits) //!< "Eleven visits" as count words
    BT_SHOWN(QString, yearPaid)
    BT_SHOWN(QString, yearBack)
    BT_SHOWN(QString, yearFees)
    BT_SHOWN(bool, therapist)
    BT_SHOWN(QString, address)
    BT_SHOWN(bool, hasTokens)       //!< this network has BTAI
    BT_SHOWN(QString, tokenAddress) //!< for receiving BTAI
    BT_SHOWN(QString, tokenKey)     //!< the same for other wallets
    BT_SHOWN(QString, topUp)        //!< KAS for fees is short; empty: enough
    BT_SHOWN(QString, whatItIs)     //!< what the money is, with the rate
    BT_SHOWN(bool, knowsPeople)
    BT_SHOWN(QString, firstPerson) //!< the latest conversation
    BT_SHOWN(bool, practice)       //!< play money may be added
    BT_SHOWN(QString, errorText)
    Q_PROPERTY(bt::app::RowModel* rows READ rows CONSTANT)
public:
    explicit MoneyViewModel(const Context& context, QObject* parent = nullptr);
    //! Roles: rowId, title, subtitle, icon, status, statusIcon, amount, coins, income, heading (of a month, on its first row), visitId, txid, fee, spoken.
    [[nodiscard]] RowModel* rows() { return &m_rows; }
    Q_INVOKABLE void add(); //!< play money

signals:
    void changed();
    void added();

private:
    void refresh();
    void listRows(const service::Snapshot& snapshot);
    void showTokens(const service::Snapshot& snapshot, const Wealth& wealth);
    [[nodiscard]] QString tokenCoins(const service::Snapshot& snapshot, const service::MoneyRow& row, bool held) const;
    [[nodiscard]] QVariantMap tokenRow(const service::Snapshot& snapshot, const service::TokenRow& row) const;
    void showHeld(const service::Snapshot& snapshot);
    void showYear(const service::Snapshot& snapshot);

    Context m_context;
    RowModel m_rows;
    bool m_adding = false;
};

} // namespace bt::app
