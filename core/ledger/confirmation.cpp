// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/confirmation.h"

namespace bt::ledger {

Confirmation confirmationOf(std::optional<std::uint64_t> acceptedAt, bool inMempool, std::uint64_t virtualDaa, const NetworkParams& network)
{
    if (!acceptedAt) return {inMempool ? Stage::Seen : Stage::Waiting, 0, 0};
    // The node's score may be a moment older than the page that named the block.
    const std::uint64_t depth = virtualDaa > *acceptedAt ? virtualDaa - *acceptedAt : 0;
    if (depth >= network.settleDaa) return {Stage::Settled, depth, 100};
    return {Stage::Settling, depth, static_cast<int>(depth * 100 / network.settleDaa)};
}

} // namespace bt::ledger
