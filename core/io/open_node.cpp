// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/open_node.h"

#include "io/kaspad_node.h"

namespace bt::io {

Result<std::unique_ptr<ledger::Node>> openNode(const ledger::NodeSettings& settings, const Clock& clock)
{
    BT_TRY(const ledger::NodeSettings checked, ledger::checkNodeSettings(settings));
    if (checked.network == "practice") return fail("node.practice", "no node is asked on the practice network");
    KaspadOptions options;
    options.addressPrefix = checked.network == "mainnet" ? "kaspa" : checked.network == "simnet" ? "kaspasim" : "kaspatest";
    options.pool.network = checked.network;
    options.pool.witness = checked.compare && checked.urls.size() > 1;
    options.pool.answerWithin = std::chrono::milliseconds(checked.answerWithinMs);
    for (const std::string& url : checked.urls) {
        BT_TRY(options.pool.urls.emplace_back(), ledger::parseNodeUrl(url, checked.network));
    }
    if (!checked.caFile.empty()) {
        options.pool.authorities =
            QSslCertificate::fromPath(QString::fromStdString(checked.caFile), QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
        if (options.pool.authorities.isEmpty()) return fail("node.ca_unreadable", {checked.caFile}, {});
    }
    return std::unique_ptr<ledger::Node>(std::make_unique<KaspadNode>(std::move(options), clock, std::make_unique<SystemRandom>()));
}

} // namespace bt::io
