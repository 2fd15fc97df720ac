// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The page "Network": which network this is, how its nodes do, another one to choose, and whether real money may leave.
//! GUI thread.
#pragma once

#include "context.h"
#include "network_door.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class NetworkViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Idle, Testing, Tested, Failed };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(bool, changeable)  //!< the program was started so that another network can be chosen
    BT_SHOWN(QString, nowName)  //!< "Practice network"
    BT_SHOWN(QString, nowWords) //!< how it stands, in a sentence
    BT_SHOWN(QString, nowIcon)
    BT_SHOWN(QVariantList, nodes)   //!< {name, words, good, active}
    BT_SHOWN(QString, blocksWords)  //!< where sealed messages lie; "" on practice
    BT_SHOWN(QStringList, networks) //!< the choices, in words
    BT_SHOWN(int, network)          //!< the one in the form
    BT_SHOWN(QString, networkWords) //!< what the one in the form is
    BT_SHOWN(bool, needsNodes)
    BT_SHOWN(QString, example)      //!< an address as it is typed
    BT_SHOWN(QString, exposedWords) //!< a warning about an open connection; "": none
    BT_SHOWN(QString, testWords)    //!< what the test found
    BT_SHOWN(QString, errorText)
    BT_SHOWN(bool, differs)       //!< the form is not what runs now
    BT_SHOWN(bool, spendingShown) //!< mainnet, with a persona open
    BT_SHOWN(bool, spending)      //!< money may leave
    BT_SHOWN(bool, settingSpending)
    Q_PROPERTY(QString urls READ urls WRITE setUrls NOTIFY urlsChanged) //!< one a line
public:
    //! \param door may be null: then nothing can be chosen. It outlives this object.
    NetworkViewModel(const Context& context, NetworkDoor* door, QObject* parent = nullptr);
    [[nodiscard]] QString urls() const { return m_urls; }
    void setUrls(const QString& urls);

    Q_INVOKABLE void choose(int index);
    Q_INVOKABLE void test();
    Q_INVOKABLE void use();
    Q_INVOKABLE void setSpending(bool on);

signals:
    void changed();
    void urlsChanged();

private:
    void refresh();
    void showForm();
    [[nodiscard]] service::NetworkChoice form() const;
    [[nodiscard]] QString nodeWords(std::string_view code) const;
    [[nodiscard]] QString found(const service::NodeReport& info) const;
    Context m_context;
    NetworkDoor* m_door;
    QString m_urls;
    int m_round = 0; //!< answers to an older test are dropped
};

//! A network's name for people.
[[nodiscard]] QString networkName(const std::string& id);

} // namespace bt::app
