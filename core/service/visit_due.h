// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What only time brings about: which step of a visit is due that anyone may push, and when the therapist's own app takes
//! the price by itself. Shared by the app and by the watcher without keys. Pure. Thread safety: all functions are.
#pragma once

#include "contract/health_session/steps.h"
#include "ledger/node.h"
#include "service/visit.h"

#include <string_view>

namespace bt::service {

//! Where the chain stands: what lock times and ages are compared with.
struct ChainTime {
    Millis pastMedian;
    std::uint64_t daaScore = 0;
};

//! "expire", "commit", "begin", "claim-for-therapist", "lapse", or "": nothing is due. What it names is accepted now.
[[nodiscard]] std::string_view dueForAnyone(const contract::session::Session& session, const contract::session::Terms& terms,
                                            const std::optional<crypto::Signature64>& attendance, const ChainTime& now);
//! The plan of such a step. "service.unknown_intent" for any other text; errors of the builders.
[[nodiscard]] Result<contract::session::Plan> planForAnyone(std::string_view step, const contract::session::Session& session,
                                                            const contract::session::Terms& terms,
                                                            const std::optional<crypto::Signature64>& attendance);
[[nodiscard]] bool isForAnyone(std::string_view step);
//! Whether a step that somebody else took does what `step` wants: the same money to the same people.
//! \param attended `step` shows the patient's attendance: a lapse without it gives her more and is not the same.
[[nodiscard]] bool sameEffectAs(std::string_view step, bool attended, contract::session::Step taken);

//! The step that this side's app pushes now; "" if none. In addition to the above the therapist's own app takes the price
//! ("claim"): without attendance as soon as the program allows, with it when the patient's day to confirm is over.
[[nodiscard]] std::string dueStep(const Visit& visit, const ledger::NodeInfo& node);

} // namespace bt::service
