// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Which network the program runs on: the choice in a small file of the data folder, the world that it makes, and the
//! door through which the window changes it. The only code that joins service with io's nodes. GUI thread.
#pragma once

#include "ledger/node_settings.h"
#include "network_door.h"
#include "service/world.h"

#include <QObject>
#include <QString>

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include <thread>
#endif

namespace bt::app {

class NetworkSetup final : public QObject, public NetworkDoor
{
    Q_OBJECT
public:
    //! \param root the data folder, absolute.
    explicit NetworkSetup(const QString& root, QObject* parent = nullptr);

    //! For this run only (command line), instead of what the file says. "node.*".
    [[nodiscard]] Result<void> forThisRun(const service::NetworkChoice& choice);
    //! Opens what is chosen. "store.*", "node.*".
    [[nodiscard]] Result<std::shared_ptr<service::NetworkWorld>> open() const;
    //! The same for someone who only looks: over a node nothing is kept on this computer.
    [[nodiscard]] Result<std::shared_ptr<service::NetworkWorld>> openToLook() const
    {
        return openIn(m_settings.network == "practice" ? networkFolder() : QString());
    }
    //! Folder of a profile: every network has people of its own.
    [[nodiscard]] QString profileFolder(const QString& profile) const;
    //! Folder of the network's files.
    [[nodiscard]] QString networkFolder() const;

    [[nodiscard]] service::NetworkChoice chosen() const override { return {m_settings.network, m_settings.urls}; }
    [[nodiscard]] Result<service::NetworkChoice> check(const service::NetworkChoice& choice) const override;
    [[nodiscard]] bool exposed(const service::NetworkChoice& choice) const override;
    [[nodiscard]] QFuture<Result<service::NodeReport>> test(const service::NetworkChoice& choice) override;
    [[nodiscard]] Result<void> use(const service::NetworkChoice& choice) override;

signals:
    void chosenAnew(); //!< open the window over the new choice

private:
    [[nodiscard]] QString prefix() const;
    [[nodiscard]] Result<std::shared_ptr<service::NetworkWorld>> openIn(const QString& folder) const;
    QString m_root;
    ledger::NodeSettings m_settings;
    std::jthread m_test; //!< tries the nodes of a choice
};

} // namespace bt::app
