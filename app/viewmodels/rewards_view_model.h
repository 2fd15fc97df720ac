// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The page "Rewards": what the pool holds and pays for, a person's own awards, asking for one. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class RewardsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { None, Reading, Lost, Ready };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, stateWords)   //!< in place of the pool, where there is none to show
    BT_SHOWN(QString, balance)      //!< "99,900 BTAI"
    BT_SHOWN(QString, roundWords)   //!< how the present round stands
    BT_SHOWN(QString, leftWords)    //!< what may still be paid in it; "" when nothing may
    BT_SHOWN(QString, nextWords)    //!< when the next one may open
    BT_SHOWN(QString, missingWords) //!< the list of awards is not here; "" when it is
    BT_SHOWN(QVariantList, rules)   //!< {reason, hint, left}
    BT_SHOWN(QStringList, reasons)  //!< for the form
    BT_SHOWN(int, reason)           //!< the one in the form
    BT_SHOWN(QString, reasonHint)
    BT_SHOWN(bool, asking)
    BT_SHOWN(QString, askError)
    BT_SHOWN(QString, code)      //!< of the request that was made last, or looked at
    BT_SHOWN(QString, codeTitle) //!< what it is for
    BT_SHOWN(bool, practice)     //!< the practice stewards can be asked
    BT_SHOWN(bool, deciding)
    BT_SHOWN(QString, claimId)
    BT_SHOWN(QString, claimCost) //!< a sentence: fee, and what goes along
    BT_SHOWN(QString, errorText) //!< of a payment or a list
    BT_SHOWN(QString, poolId)
    Q_PROPERTY(bt::app::RowModel* mine READ mine CONSTANT)     //!< awardId, title, words, amount, ready, trouble, spoken
    Q_PROPERTY(bt::app::RowModel* asks READ asks CONSTANT)     //!< askId, title, words, text, code, spoken
    Q_PROPERTY(bt::app::RowModel* events READ events CONSTANT) //!< eventId, title, words, amount, spoken
public:
    explicit RewardsViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] RowModel* mine() { return &m_mine; }
    [[nodiscard]] RowModel* asks() { return &m_asks; }
    [[nodiscard]] RowModel* events() { return &m_events; }

    Q_INVOKABLE void choose(int reason);
    //! Makes a request; `code` then shows it.
    Q_INVOKABLE void ask(const QString& text);
    Q_INVOKABLE void show(double askId);
    Q_INVOKABLE void forget(double askId);
    Q_INVOKABLE void price(const QString& awardId); //!< claimCost, then priced()
    Q_INVOKABLE void claim(const QString& awardId);
    Q_INVOKABLE void take(const QString& list); //!< the text of a published list
    Q_INVOKABLE void decide();                  //!< the practice stewards

signals:
    void priced(); //!< claimCost says what having claimId paid costs
    void changed();
    void asked(); //!< the form can be emptied
    void taken(); //!< a list was taken in: the field can be emptied

private:
    void refresh();
    void showPool(const service::Snapshot& snapshot);
    void showRows(const service::Snapshot& snapshot);
    Context m_context;
    RowModel m_mine, m_asks, m_events;
};

} // namespace bt::app
