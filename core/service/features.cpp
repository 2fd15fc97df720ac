// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rewards/rewards.h"
#include "service/tokens/tokens.h"

namespace bt::service {

Result<std::vector<std::unique_ptr<Feature>>> makeFeatures(const FeatureParts& parts)
{
    std::vector<std::unique_ptr<Feature>> all;
    BT_TRY(auto tokens, Tokens::make(parts));
    BT_TRY(auto rewards, Rewards::open(parts, tokens->wallet()));
    all.push_back(std::move(tokens));
    all.push_back(std::move(rewards));
    return all;
}

} // namespace bt::service
