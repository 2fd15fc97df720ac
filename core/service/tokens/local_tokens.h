// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The door to BTAI over the engine's worker.
#pragma once

#include "service/tokens/tokens_door.h"

#include <memory>

namespace bt::service {

class Calls;
//! \param calls outlives the door.
[[nodiscard]] std::unique_ptr<TokensDoor> localTokens(const Calls& calls);

} // namespace bt::service
