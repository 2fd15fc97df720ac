// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The list of awards that an epoch of the reward pool is opened with, as it is published: one canonical JSON text. Its
//! authority is the root that k stewards put on the chain, so it needs no signature of its own (docs/decisions/0019).
//! Pure. Thread safety: all functions are.
#pragma once

#include "contract/reward/pool.h"

namespace bt::service::rewards {

namespace reward = contract::reward;
namespace token = contract::token;

inline constexpr std::size_t kMaxListed = 8'000; //!< awards in one list: it must fit into one block
inline constexpr std::size_t kMaxListBytes = 1'900'000;

struct EpochList {
    std::string network; //!< id of the network
    kaspa::CovenantId pool;
    std::uint64_t epoch = 0;
    token::Units budget;
    Millis end;                        //!< the next epoch may open from then on
    std::vector<reward::Award> awards; //!< award `i` has place `i` in the tree
    bool operator==(const EpochList&) const = default;
};

//! \returns "reward.no_awards", "reward.too_many" (args: how many, the most), "reward.bad_award" (args: place).
[[nodiscard]] Result<std::string> encodeList(const EpochList& list);
//! Accepts exactly what encodeList writes. "reward.bad_list" (args: what is wrong: "text", "format", "award" and its place).
[[nodiscard]] Result<EpochList> decodeList(std::string_view text);

//! What the chain says of an epoch: what k stewards signed.
struct EpochOpened {
    kaspa::CovenantId pool;
    std::uint64_t epoch = 0;
    token::Units budget;
    Millis end;
    Hash256 root;
};
//! The tree of a list that is the one the stewards signed for. \returns "reward.list_differs" (args: "network", "pool",
//! "epoch", "budget", "end" or "root").
[[nodiscard]] Result<reward::AwardTree> treeOf(const EpochList& list, const std::string& network, const EpochOpened& chain);

//! "12.5" to units: decimal, at most eight places, no sign, no exponent, above zero. "reward.bad_amount".
[[nodiscard]] Result<token::Units> unitsFrom(std::string_view text);

} // namespace bt::service::rewards
