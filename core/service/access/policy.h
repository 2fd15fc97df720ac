// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The rule itself: a use, a capacity and what was shown give yes or a reason. Both sides ask it: a persona before her own
//! call does anything, and whoever receives a letter about its sender. Pure. Thread safety: all functions are.
#pragma once

#include "base/result.h"
#include "service/access/uses.h"

#include <functional>

namespace bt::service::access {

//! Says whether a proof is shown; asked for at most one, and never for Never or Nothing.
using Shown = std::function<bool(Proof)>;

class AccessPolicy
{
public:
    //! What somebody in this capacity needs.
    [[nodiscard]] static Proof needs(Use use, Actor actor) { return rowOf(use).needs[static_cast<std::size_t>(actor)]; }
    //! \returns "access.not_your_role", "access.not_your_visit", "access.licence_needed", "access.badge_needed",
    //!          "access.holding_needed", "access.key_needed".
    [[nodiscard]] static Result<void> judge(Use use, Actor actor, const Shown& shown);
};

//! The matrix as docs/access.md shows it: Markdown, one table a group.
[[nodiscard]] std::string matrix();

} // namespace bt::service::access
