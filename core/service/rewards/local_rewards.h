// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! RewardsDoor over the open persona. Thread safety: as Calls.
#pragma once

#include "service/rewards/rewards_door.h"

#include <memory>

namespace bt::service {

class Calls;
//! \param calls outlives the door.
[[nodiscard]] std::unique_ptr<RewardsDoor> localRewards(const Calls& calls);

} // namespace bt::service
