// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The versions of the anchor's program and its state as the ABI sees it. Private to core/contract/profile.
#pragma once

#include "contract/profile/anchor.h"

namespace bt::contract::profile {

[[nodiscard]] kaspa::abi::RecordValue stateRecord(const AnchorState& state);
//! \returns "contract.unknown_program".
[[nodiscard]] Result<const kaspa::abi::Program*> anchorProgramOf(const Hash256& templateHash);

} // namespace bt::contract::profile
