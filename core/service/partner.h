// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The practice partners: ordinary personas without a window, so that a newcomer alone can walk the whole way. They use
//! the same engine as everyone. GUI thread (their engines have threads of their own).
#pragma once

#include "service/local_engine.h"
#include "service/practice_network.h"

#include <QTimer>

#include <set>

namespace bt::service {

//! One partner: opens its persona, lists itself, and answers by the rules.
class Partner final : public QObject
{
    Q_OBJECT
public:
    Partner(EngineParts parts, PartnerProfile profile, QObject* parent = nullptr);
    [[nodiscard]] LocalEngine& engine() { return m_engine; }

private:
    void react();
    void once(const std::string& what, const std::function<void()>& act);
    void answer(const ThreadView& thread);
    PartnerProfile m_profile;
    LocalEngine m_engine;
    std::set<std::string> m_done; // what was asked for already, so that one wish is one call
    std::map<std::string, std::int64_t> m_answered;
    bool m_opening = false;
    bool m_listed = false;
};

//! All three, in folders of the practice network. A second process finds the folders taken and tries again later, so
//! that they live on when the first one quits.
class PartnerHost final : public QObject
{
    Q_OBJECT
public:
    PartnerHost(std::shared_ptr<NetworkWorld> world, std::string folder, QObject* parent = nullptr);

private:
    void start();
    std::shared_ptr<NetworkWorld> m_world;
    std::string m_folder;
    std::vector<std::unique_ptr<Partner>> m_partners;
    QTimer m_again;
};

} // namespace bt::service
