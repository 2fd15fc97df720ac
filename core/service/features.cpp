// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/feature.h"

namespace bt::service {

Result<std::vector<std::unique_ptr<Feature>>> makeFeatures(const FeatureParts&)
{
    std::vector<std::unique_ptr<Feature>> all;
    return all;
}

} // namespace bt::service
