// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Who can put a lost profile back on her feet, for oneself and for others: choosing guardians, answering, and signing one
//! after the other by a text that is passed on. GUI thread.
#pragma once

#include "context.h"
#include "row_model.h"
#include "service/profile/profile_view.h"

#include <QSet>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace bt::app {

class GuardiansViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Closed, Ready, Working };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, errorText)
    BT_SHOWN(bool, canAsk)     //!< there is a live profile of one's own
    BT_SHOWN(QString, inForce) //!< "Two of three guardians, after 2 days"; "" nobody
    BT_SHOWN(int, chosen)
    BT_SHOWN(bool, fits) //!< the choice can be put in force
    BT_SHOWN(QString, choiceSentence)
    BT_SHOWN(QString, recoveryKey) //!< what guardians of a lost profile are given
    // The text that is signed one after the other
    BT_SHOWN(bool, asked) //!< one is open
    BT_SHOWN(QString, askedSentence)
    BT_SHOWN(QString, askedState)
    BT_SHOWN(QString, askedKey)
    BT_SHOWN(bool, canSign)
    BT_SHOWN(bool, canSend)
    BT_SHOWN(bool, forMe)
    BT_SHOWN(QString, document)                                  //!< the text as it stands: to copy, to save
    Q_PROPERTY(bt::app::RowModel* people READ people CONSTANT)   //!< threadId, name, line, chosen, canAsk, canChoose
    Q_PROPERTY(bt::app::RowModel* guarded READ guarded CONSTANT) //!< anchorId, title, line, asks, canBegin
    Q_PROPERTY(int needed READ needed WRITE setNeeded NOTIFY changed)
    Q_PROPERTY(int days READ days WRITE setDays NOTIFY changed)
public:
    GuardiansViewModel(const Context& context, QString folder, QObject* parent = nullptr);
    [[nodiscard]] RowModel* people() { return &m_people; }
    [[nodiscard]] RowModel* guarded() { return &m_guarded; }
    [[nodiscard]] int needed() const { return m_needed; }
    [[nodiscard]] int days() const { return m_days; }
    void setNeeded(int needed);
    void setDays(int days);

    Q_INVOKABLE void ask(const QString& threadId);
    Q_INVOKABLE void choose(const QString& threadId, bool on);
    Q_INVOKABLE void putInForce();
    Q_INVOKABLE void answer(const QString& anchorId, bool yes);
    Q_INVOKABLE void begin(const QString& anchorId, const QString& newKey);
    Q_INVOKABLE void open(const QString& words); //!< the text of a request, pasted
    Q_INVOKABLE void openFile(const QUrl& file); //!< the same, dropped as a file
    Q_INVOKABLE void sign();
    Q_INVOKABLE void send();
    Q_INVOKABLE void takeIn(); //!< the profile that was recovered for this person
    Q_INVOKABLE void save();   //!< as a file in the folder for downloads
    Q_INVOKABLE void close();

signals:
    void changed();

private:
    void refresh();
    void run(QFuture<Result<void>> call, const QString& done);
    void runText(QFuture<Result<std::string>> call, const QString& done);
    void failed(const Error& error);

    Context m_context;
    QString m_folder;
    RowModel m_people, m_guarded;
    QSet<QString> m_picked;
    int m_needed = 2, m_days = 2;
    bool m_working = false;
};

} // namespace bt::app
