// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Doors to the features beside visits and chat: one abstract class each, whose calls are asynchronous like Engine's and
//! obey the same rules. An engine owns its doors; a null one is not there.
#pragma once

#include "base/result.h"

#include <QFuture>

namespace bt::service {

template <typename T = void> using Future = QFuture<Result<T>>;

class TokensDoor; // tokens/tokens_door.h
class RewardsDoor; // rewards/rewards_door.h

struct Doors {
    RewardsDoor* rewards = nullptr;
    TokensDoor* tokens = nullptr;
};

} // namespace bt::service
