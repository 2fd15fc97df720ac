// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The doors of a local engine: one for each feature, over the calls that reach the open persona. Private to
//! local_engine.cpp.
#pragma once

#include "service/calls.h"
#include "service/consents/consents_door.h"
#include "service/disputes/disputes_calls.h"
#include "service/profile/profile_door.h"
#include "service/ratings/ratings.h"
#include "service/receipts/receipts.h"
#include "service/rewards/local_rewards.h"
#include "service/series/series_calls.h"
#include "service/tokens/local_tokens.h"
#include "service/watch/watch_calls.h"

#include "service/local_engine.h"

namespace bt::service {

struct LocalEngine::OwnDoors {
    explicit OwnDoors(Calls c)
        : calls(std::move(c)), tokens(localTokens(calls)), ratings(makeRatingsDoor(calls)), receipts(makeReceiptsDoor(calls)),
          consents(makeConsentsDoor(calls)), profile(makeProfileDoor(calls)), rewards(localRewards(calls))
    {
        all.tokens = tokens.get();
        all.disputes = &disputes;
        all.series = &series;
        all.watch = &watch;
        all.ratings = ratings.get();
        all.receipts = receipts.get();
        all.consents = consents.get();
        all.profile = profile.get();
        all.rewards = rewards.get();
    }
    Calls calls;
    std::unique_ptr<TokensDoor> tokens;
    DisputesCalls disputes{calls};
    SeriesCalls series{calls};
    WatchCalls watch{calls};
    std::unique_ptr<RatingsDoor> ratings;
    std::unique_ptr<ReceiptsDoor> receipts;
    std::unique_ptr<ConsentsDoor> consents;
    std::unique_ptr<ProfileDoor> profile;
    std::unique_ptr<RewardsDoor> rewards;
    Doors all;
};

} // namespace bt::service
