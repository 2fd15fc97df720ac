// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A second start of the same profile raises the first. GUI thread.
#pragma once

#include <QLocalServer>
#include <QObject>

namespace bt::app {

class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    //! \param profileFolder  absolute; only its hash is seen outside the process
    explicit SingleInstance(const QString& profileFolder, QObject* parent = nullptr);
    //! \returns true if another process has this profile: it was asked to come forward.
    [[nodiscard]] bool handedOver();
    //! Waits for later starts.
    void listen();

signals:
    void asked(); //!< come forward

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace bt::app
