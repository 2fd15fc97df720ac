// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Where the policy meets a persona: judges her own calls before they do anything, and the letters of the other side
//! before they have an effect. Worker thread only.
#pragma once

#include "service/access/policy.h"

#include <optional>
#include <string>

namespace bt::service {
struct Context;
struct Arrived;
} // namespace bt::service

namespace bt::service::access {

//! What a call is about to do.
struct Asked {
    Asked(Use theUse) : use(theUse) {}
    Asked(Use theUse, std::string theVisit) : use(theUse), visit(std::move(theVisit)) {}
    Use use;
    std::optional<std::string> visit; //!< hex id if it is about one: then the side of that visit counts, not the persona's role
};

//! A call of an open persona. "access.*"; "visit.unknown" for a visit that is not there.
[[nodiscard]] Result<void> mayDo(Context& c, const Asked& asked);
//! A call while nobody is open. "vault.locked" if it needs a persona.
[[nodiscard]] Result<void> mayDoAlone(const Asked& asked);
//! A letter, judged for its sender: the other side of the conversation that it came through. "access.*";
//! "access.unknown_letter" for a kind without a row.
[[nodiscard]] Result<void> mayWrite(Context& c, const Arrived& arrived);

} // namespace bt::service::access
