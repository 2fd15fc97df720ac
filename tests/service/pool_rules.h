// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What a mempool weighs and compares, as kaspad does. Pure.
#pragma once

#include "kaspa/mass.h"

#include <algorithm>

namespace bt::test {

//! Grams of the largest mass, by which replacements compare their fees; at least 1.
[[nodiscard]] inline std::uint64_t gramsOf(const kaspa::Transaction& tx)
{
    kaspa::Masses all = kaspa::nonContextualMasses(tx);
    all.storage = tx.storageMass;
    return std::max<std::uint64_t>(all.largest(), 1);
}
//! Both spend an outpoint, so only one of them can be mined.
[[nodiscard]] inline bool clash(const kaspa::Transaction& one, const kaspa::Transaction& other)
{
    return std::ranges::any_of(one.inputs, [&](const auto& a) {
        return std::ranges::any_of(other.inputs, [&](const auto& b) { return a.previous == b.previous; });
    });
}

} // namespace bt::test
