// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One's public profile: what it says to whom, how each viewer's app shows it, its keys and guardians. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"
#include "service/profile/profile_view.h"

#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace bt::app {

class ProfileViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Closed, Ready, Working };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, headline) //!< how it stands, one line
    BT_SHOWN(QString, sentence) //!< what that means
    BT_SHOWN(QString, did)
    BT_SHOWN(QString, errorText)
    BT_SHOWN(bool, live)
    BT_SHOWN(bool, busy) //!< a step waits for the network
    BT_SHOWN(bool, recovering)
    BT_SHOWN(QString, recoverySentence)
    BT_SHOWN(bool, mustRotate)
    BT_SHOWN(bool, edited)         //!< the draft differs from what was published
    BT_SHOWN(bool, written)        //!< the draft says something
    BT_SHOWN(QString, listingNote) //!< a therapist's listing is something else; empty: not for her
    BT_SHOWN(bool, full)           //!< no more fields
    BT_SHOWN(QString, cost)
    BT_SHOWN(QVariantList, viewers) //!< {id, text}
    BT_SHOWN(QString, viewer)
    BT_SHOWN(QString, shownName)        //!< as that viewer's app shows it
    BT_SHOWN(QVariantList, shownFields) //!< {label, text}
    BT_SHOWN(QString, shownNote)
    BT_SHOWN(QVariantList, history)                            //!< {label, value}
    Q_PROPERTY(bt::app::RowModel* fields READ fields CONSTANT) //!< place, label, text, contactsOnly
    Q_PROPERTY(bt::app::RowModel* known READ known CONSTANT)   //!< did, title, line, words
public:
    explicit ProfileViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] RowModel* fields() { return &m_fields; }
    [[nodiscard]] RowModel* known() { return &m_known; }

    Q_INVOKABLE void add();
    Q_INVOKABLE void remove(int place);
    Q_INVOKABLE void edit(int place, const QString& label, const QString& words, bool contactsOnly);
    Q_INVOKABLE void publish();
    Q_INVOKABLE void viewAs(const QString& threadId); //!< "": somebody unknown
    Q_INVOKABLE void rotate();
    Q_INVOKABLE void callOff();
    Q_INVOKABLE void deactivate();

signals:
    void changed();

private:
    void refresh();
    void listFields();
    void run(QFuture<Result<void>> call, const QString& done);
    void look();

    Context m_context;
    RowModel m_fields, m_known;
    std::vector<service::ProfileFieldView> m_draft, m_published;
    bool m_working = false, m_loaded = false;
};

} // namespace bt::app
