// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Awards of an epoch and the tree over them whose root the pool holds. Pure; no Qt. Thread safety: functions are, an
//! AwardTree belongs to one thread.
#pragma once

#include "contract/token/state.h"
#include "crypto/hash.h"

#include <map>

namespace bt::contract::reward {

using crypto::XOnlyKey;

//! What may be rewarded: a closed list, in the program. Attending, disclosing, praising and referring are not on it.
enum class Reason : std::uint8_t { Moderation = 0, PeerEducation = 1, Translation = 2, OpenWork = 3, Supervision = 4 };
inline constexpr std::size_t kReasons = 5;
//! Stable English name: "peer-education".
[[nodiscard]] std::string_view reasonName(Reason reason);
//! "reward.unknown_reason".
[[nodiscard]] Result<Reason> reasonFrom(std::string_view name);

struct Award {
    XOnlyKey winner;
    token::Units amount;
    Reason reason = Reason::Moderation;
    Hash256 evidence; //!< hash of what it is for
    bool operator==(const Award&) const = default;
};

inline constexpr std::size_t kDepth = 16;
inline constexpr std::uint32_t kMaxAwards = 1U << kDepth;

//! BLAKE3(00 | epoch | index | winner | amount | reason | evidence), numbers as the program writes them. "reward.bad_award"
//! (args: place) for what AwardTree::from refuses.
[[nodiscard]] Result<Hash256> awardLeaf(std::uint64_t epoch, std::uint32_t index, const Award& award);
//! The same of an award that the chain has paid: nothing is checked, for the program looks at no key.
[[nodiscard]] Hash256 claimedLeaf(std::uint64_t epoch, std::uint32_t index, const Award& award);
//! What stands in an award's place once it is paid.
[[nodiscard]] Hash256 paidLeaf(const Hash256& leaf);

//! The tree of an epoch: award `i` at place i, zeros elsewhere.
class AwardTree
{
public:
    //! \returns "reward.bad_award" (args: place) for an amount of 0 or over token::kMaxUnits or a key off the curve,
    //!          "reward.too_many" above kMaxAwards, "reward.no_awards".
    [[nodiscard]] static Result<AwardTree> from(std::uint64_t epoch, const std::vector<Award>& awards);

    [[nodiscard]] const Hash256& root() const { return at(kDepth, 0); }
    //! What stands at a place: an award's leaf, its paid leaf, or zeros.
    [[nodiscard]] const Hash256& leaf(std::uint32_t index) const { return at(0, index); }
    //! The sixteen sisters of a place, from the leaf up: 512 bytes.
    [[nodiscard]] Bytes path(std::uint32_t index) const;
    [[nodiscard]] bool paid(std::uint32_t index) const { return m_paid.contains(index); }
    //! Marks an award as paid. "reward.unknown_award" if there is none at this place, "reward.paid" if it is already.
    [[nodiscard]] Result<void> pay(std::uint32_t index);

private:
    [[nodiscard]] const Hash256& at(std::size_t level, std::uint32_t place) const;
    void set(std::uint32_t index, const Hash256& leaf);

    std::vector<std::map<std::uint32_t, Hash256>> m_levels; // only what is not empty
    std::vector<Hash256> m_empty;                           // of each level
    std::map<std::uint32_t, bool> m_paid;
    std::uint32_t m_count = 0;
};

} // namespace bt::contract::reward
