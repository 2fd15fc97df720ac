// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Doors to the features beside visits and chat: one abstract class each, whose calls are asynchronous like Engine's and
//! obey the same rules. An engine owns its doors; a null one is not there.
#pragma once

#include "base/result.h"

#include <QFuture>

namespace bt::service {

template <typename T = void> using Future = QFuture<Result<T>>;

class ConsentsDoor; // consents/consents_door.h
class DisputesDoor; // disputes/disputes_door.h
class ProfileDoor;  // profile/profile_door.h
class RatingsDoor;  // ratings/ratings_door.h
class ReceiptsDoor; // receipts/receipts_door.h
class RewardsDoor;  // rewards/rewards_door.h
class SeriesDoor;   // series/series_door.h
class TokensDoor;   // tokens/tokens_door.h
class WatchDoor;    // watch/watch_door.h

struct Doors {
    TokensDoor* tokens = nullptr;
    DisputesDoor* disputes = nullptr;
    SeriesDoor* series = nullptr;
    WatchDoor* watch = nullptr;
    RatingsDoor* ratings = nullptr;
    ReceiptsDoor* receipts = nullptr;
    ConsentsDoor* consents = nullptr;
    ProfileDoor* profile = nullptr;
    RewardsDoor* rewards = nullptr;
};

} // namespace bt::service
