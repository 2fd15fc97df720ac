// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Making, opening, closing and bringing back a persona. Secrets come from the fields that hold them in locked memory
//! and go on to the core; they never become text here. GUI thread.
#pragma once

#include "context.h"
#include "ui/secret_input.h"
#include "ui/secret_words.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class PersonaViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Idle, Working, Failed, Done };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, errorText)
    BT_SHOWN(int, waitSeconds) //!< until the next try to unlock may be made
    BT_SHOWN(bool, wordsSeen)
    BT_SHOWN(bool, staysOpen)
    BT_SHOWN(bool, wordsShown)    //!< the words stand on the screen now
    BT_SHOWN(QStringList, places) //!< names of the jurisdictions of a demo licence
    BT_SHOWN(QString, identity)   //!< did:key, for the curious
public:
    explicit PersonaViewModel(const Context& context, QObject* parent = nullptr);

    //! \param therapist  also gets a demo licence of places[place].
    Q_INVOKABLE void create(bool therapist, const QString& name, bt::ui::SecretInput* passphrase, bt::ui::SecretInput* again, bool stayOpen,
                            int place);
    Q_INVOKABLE void restore(bt::ui::SecretInput* words, const QString& name, bt::ui::SecretInput* passphrase, bt::ui::SecretInput* again,
                             bool stayOpen);
    Q_INVOKABLE void unlock(bt::ui::SecretInput* passphrase);
    Q_INVOKABLE void unlockWithKeychain();
    Q_INVOKABLE void lock();
    Q_INVOKABLE void changePassphrase(bt::ui::SecretInput* current, bt::ui::SecretInput* next, bt::ui::SecretInput* again);
    Q_INVOKABLE void setStayOpen(bool stay, bt::ui::SecretInput* passphrase);
    Q_INVOKABLE void showWords(bt::ui::SecretInput* passphrase, bt::ui::SecretWordsItem* onto);
    Q_INVOKABLE void hideWords(bt::ui::SecretWordsItem* shown);
    Q_INVOKABLE void confirmWords(); //!< "I wrote them down"
    Q_INVOKABLE void forgetError();

    // The same with secrets in hand, for callers that have no field.
    void create(service::Role role, const QString& name, Secret passphrase, Secret again, bool stayOpen, const std::string& jurisdiction);
    void unlock(Secret passphrase);
    void restore(Secret words, const QString& name, Secret passphrase, Secret again, bool stayOpen);

signals:
    void changed();
    void created();
    void opened();
    void restored();
    void saved(); //!< passphrase, staying open or words were changed

private:
    void refresh();
    void fail(std::string_view code);
    bool begin();
    void finish(const Result<void>& done, void (PersonaViewModel::*good)());
    void countDown(int seconds);

    Context m_context;
    QTimer m_wait;
};

} // namespace bt::app
