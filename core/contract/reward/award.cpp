// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/reward/award.h"

namespace bt::contract::reward {
namespace {

constexpr std::string_view kNames[kReasons] = {"moderation", "peer-education", "translation", "open-work", "supervision"};

Hash256 node(const Hash256& left, const Hash256& right)
{
    Bytes said{1};
    append(said, left.view());
    append(said, right.view());
    return crypto::blake3(said);
}

} // namespace

std::string_view reasonName(Reason reason) { return kNames[static_cast<std::size_t>(reason) % kReasons]; }

Result<Reason> reasonFrom(std::string_view name)
{
    for (std::size_t i = 0; i < kReasons; ++i)
        if (kNames[i] == name) return static_cast<Reason>(i);
    return fail("reward.unknown_reason", {std::string(name)}, "not on the closed list");
}

Result<Hash256> awardLeaf(std::uint64_t epoch, std::uint32_t index, const Award& award)
{
    const auto bad = [&] { return fail("reward.bad_award", {std::to_string(index)}, "not an award"); };
    if (award.amount.value == 0 || award.amount.value > token::kMaxUnits || epoch > token::kMaxUnits) return bad();
    if (index >= kMaxAwards || static_cast<std::size_t>(award.reason) >= kReasons) return bad();
    if (!crypto::secpOnCurve(award.winner)) return bad();
    return claimedLeaf(epoch, index, award);
}

Hash256 claimedLeaf(std::uint64_t epoch, std::uint32_t index, const Award& award)
{
    // Sign and magnitude, little endian: the same bytes as an unsigned number below 2^63.
    Bytes said{0};
    appendLe(said, epoch);
    Bytes place;
    appendLe(place, index);
    place.resize(3);
    append(said, place);
    append(said, award.winner.view());
    appendLe(said, award.amount.value);
    said.push_back(static_cast<std::uint8_t>(award.reason));
    append(said, award.evidence.view());
    return crypto::blake3(said);
}

Hash256 paidLeaf(const Hash256& leaf)
{
    Bytes said{2};
    append(said, leaf.view());
    return crypto::blake3(said);
}

Result<AwardTree> AwardTree::from(std::uint64_t epoch, const std::vector<Award>& awards)
{
    if (awards.empty()) return fail("reward.no_awards", "an epoch without awards");
    if (awards.size() > kMaxAwards) return fail("reward.too_many", "the tree has 65,536 places");
    AwardTree out;
    out.m_levels.resize(kDepth + 1);
    out.m_empty.resize(kDepth + 1);
    for (std::size_t level = 1; level <= kDepth; ++level) out.m_empty[level] = node(out.m_empty[level - 1], out.m_empty[level - 1]);
    out.m_count = static_cast<std::uint32_t>(awards.size());
    for (std::uint32_t i = 0; i < out.m_count; ++i) {
        BT_TRY(out.m_levels[0][i], awardLeaf(epoch, i, awards[i]));
    }
    for (std::size_t level = 1; level <= kDepth; ++level)
        for (std::uint32_t place = 0; place <= (out.m_count - 1) >> level; ++place)
            out.m_levels[level][place] = node(out.at(level - 1, 2 * place), out.at(level - 1, 2 * place + 1));
    return out;
}

const Hash256& AwardTree::at(std::size_t level, std::uint32_t place) const
{
    const auto found = m_levels[level].find(place);
    return found == m_levels[level].end() ? m_empty[level] : found->second;
}

void AwardTree::set(std::uint32_t index, const Hash256& leaf)
{
    m_levels[0][index] = leaf;
    for (std::size_t level = 1; level <= kDepth; ++level) {
        index >>= 1;
        m_levels[level][index] = node(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
    }
}

Bytes AwardTree::path(std::uint32_t index) const
{
    Bytes out;
    for (std::size_t level = 0; level < kDepth; ++level, index >>= 1) append(out, at(level, index ^ 1).view());
    return out;
}

Result<void> AwardTree::pay(std::uint32_t index)
{
    if (index >= m_count) return fail("reward.unknown_award", {std::to_string(index)}, "no award in this place");
    if (paid(index)) return fail("reward.paid", {std::to_string(index)}, "this award was paid");
    set(index, paidLeaf(at(0, index)));
    m_paid[index] = true;
    return {};
}

} // namespace bt::contract::reward
