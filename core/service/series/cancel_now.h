// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! "If you cancel now": what each side gets, to the sompi, part by part and in sum, as the chain would give it at this
//! moment. Worker thread.
#pragma once

#include "service/context.h"
#include "service/series/cancel_view.h"

namespace bt::service {

//! What cancelling gives now. \returns "contract.wrong_phase" when this side cannot.
[[nodiscard]] Result<contract::session::Outcome> outcomeNow(Context& context, const Visit& visit);
//! The same in parts, with the fee. \param visits of this persona; "visit.not_now" if one cannot be cancelled.
[[nodiscard]] Result<CancelView> cancelNow(Context& context, const std::vector<std::string>& visits);
//! This visit, and with `later` those of its series that come after it and can be cancelled, by time.
[[nodiscard]] std::vector<std::string> withLater(Context& context, const std::string& visitId, bool later);

} // namespace bt::service
