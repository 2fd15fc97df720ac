// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How consents reach the chain and leave it: "consent-grant", "consent-revoke", "consent-expire". Worker thread only.
#pragma once

#include "service/consents/consent.h"
#include "service/dispatcher.h"

namespace bt::service {

inline constexpr std::string_view kGrantKind = "consent-grant";
inline constexpr std::string_view kRevokeKind = "consent-revoke";
inline constexpr std::string_view kExpireKind = "consent-expire";

//! The relation whose coins pay for a consent: that of the conversation.
[[nodiscard]] inline std::string relationOf(const Consent& consent) { return "thread/" + consent.threadId; }
//! An errand about one consent.
[[nodiscard]] Errand errandOf(const Consent& consent);
//! What a grant asks of the wallet. \param state of the receipt.
[[nodiscard]] Result<ledger::BuildRequest> grantRequest(const contract::consent::State& state, Bytes payload);

void carryConsents(Dispatcher& dispatcher, Context& context, ConsentStore& store);

} // namespace bt::service
