// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/consents/consents.h"
#include "service/disputes/disputes.h"
#include "service/feature.h"
#include "service/profile/profile.h"
#include "service/ratings/ratings.h"
#include "service/receipts/receipts.h"
#include "service/rewards/rewards.h"
#include "service/series/series.h"
#include "service/tokens/tokens.h"
#include "service/watch/watching.h"

namespace bt::service {

Result<std::vector<std::unique_ptr<Feature>>> makeFeatures(const FeatureParts& parts)
{
    std::vector<std::unique_ptr<Feature>> all;
    BT_TRY(auto tokens, Tokens::make(parts));
    BT_TRY(auto rewards, Rewards::open(parts, tokens->wallet()));
    all.push_back(std::move(tokens));
    BT_TRY(auto disputes, Disputes::open(parts));
    all.push_back(std::move(disputes));
    all.push_back(std::make_unique<Series>(parts));
    all.push_back(std::make_unique<Watching>(parts));
    BT_TRY(auto ratings, Ratings::make(parts));
    all.push_back(std::move(ratings));
    BT_TRY(auto receipts, Receipts::make(parts));
    all.push_back(std::move(receipts));
    BT_TRY(auto consents, Consents::open(parts));
    all.push_back(std::move(consents));
    BT_TRY(auto profile, Profile::open(parts));
    all.push_back(std::move(profile));
    all.push_back(std::move(rewards));
    return all;
}

} // namespace bt::service
