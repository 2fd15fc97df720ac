// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A network door that answers what a test says and writes down what it was asked.
#pragma once

#include "network_door.h"

#include <QPromise>
#include <QStringList>

#include <optional>

namespace bt::test {

class FakeDoor final : public app::NetworkDoor
{
public:
    service::NetworkChoice now;   //!< what "runs"
    std::optional<Error> refused; //!< the error of check() and use()
    Result<service::NodeReport> found = fail("node.offline");
    QStringList calls;
    bool hold = false; //!< test() stays open until finish()

    [[nodiscard]] service::NetworkChoice chosen() const override { return now; }
    [[nodiscard]] Result<service::NetworkChoice> check(const service::NetworkChoice& settings) const override
    {
        if (refused) return tl::unexpected(*refused);
        return settings;
    }
    [[nodiscard]] bool exposed(const service::NetworkChoice& settings) const override
    {
        for (const auto& url : settings.urls)
            if (url.starts_with("ws://") && url.find("127.0.0.1") == std::string::npos) return true;
        return false;
    }
    [[nodiscard]] QFuture<Result<service::NodeReport>> test(const service::NetworkChoice& settings) override
    {
        calls << QStringLiteral("test ") + QString::fromStdString(settings.network);
        m_open = std::make_shared<QPromise<Result<service::NodeReport>>>();
        m_open->start();
        auto future = m_open->future();
        if (!hold) finish();
        return future;
    }
    [[nodiscard]] Result<void> use(const service::NetworkChoice& settings) override
    {
        if (refused) return tl::unexpected(*refused);
        calls << QStringLiteral("use ") + QString::fromStdString(settings.network) + QStringLiteral(" ") +
                     QString::fromStdString(settings.urls.empty() ? std::string() : settings.urls.front());
        return {};
    }
    void finish()
    {
        m_open->addResult(found);
        m_open->finish();
    }

private:
    std::shared_ptr<QPromise<Result<service::NodeReport>>> m_open;
};

} // namespace bt::test
