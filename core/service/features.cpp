// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/consents/consents.h"
#include "service/profile/profile.h"
#include "service/tokens/tokens.h"

namespace bt::service {

Result<std::vector<std::unique_ptr<Feature>>> makeFeatures(const FeatureParts& parts)
{
    std::vector<std::unique_ptr<Feature>> all;
    BT_TRY(auto tokens, Tokens::make(parts));
    all.push_back(std::move(tokens));
    BT_TRY(auto consents, Consents::open(parts));
    all.push_back(std::move(consents));
    BT_TRY(auto profile, Profile::open(parts));
    all.push_back(std::move(profile));
    return all;
}

} // namespace bt::service
