// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rewards/claim_carrier.h"

#include "service/json_fields.h"
#include "service/rewards/rewards.h"

namespace bt::service::rewards {
namespace {

struct Which {
    std::uint64_t epoch = 0;
    std::uint32_t index = 0;
};

Result<Which> whichOf(const Errand& errand)
{
    FieldReader f(errand.extra);
    Which out{f.amount("epoch").value, static_cast<std::uint32_t>(f.small("place", 0, static_cast<int>(contract::reward::kMaxAwards) - 1))};
    if (!f.ok()) return fail("service.bad_row", "reward");
    return out;
}

} // namespace

Result<Signed> ClaimCarrier::build(const outbox::Intent&, const Errand& errand, const Bytes& payload)
{
    BT_TRY(const auto which, whichOf(errand));
    BT_TRY(const auto plan, m_rewards->claimPlan(which.epoch, which.index));
    return m_c->payments.call(plan, payload, kClaimRelation, [](ByteView) -> Result<Secret> { return fail("vault.unknown_key"); });
}

// Somebody pays this very award, or another one first: both are waited for. Outbidding another winner gains nobody anything,
// and once a block has his payment ours is planned on what it left.
bool ClaimCarrier::sameEffect(const Errand& errand, const kaspa::Transaction& other) const
{
    const auto which = whichOf(errand);
    return which && m_rewards->isClaim(other, which->epoch);
}

Result<void> ClaimCarrier::revived(const Errand& errand)
{
    BT_TRY(const auto which, whichOf(errand));
    return m_rewards->keepClaim(which.epoch, which.index, {});
}

Result<void> ClaimCarrier::dead(const Errand& errand, const Error& why)
{
    const auto which = whichOf(errand);
    if (!which) return {};
    const bool moved = why.code == "ledger.conflict" || why.code == "node.spent";
    return m_rewards->keepClaim(which->epoch, which->index, moved ? Rewards::kAgain : why.code);
}

Result<void> ClaimCarrier::notNeeded(const Errand& errand)
{
    BT_TRY(const auto which, whichOf(errand));
    return m_rewards->dropClaim(which.epoch, which.index);
}

} // namespace bt::service::rewards
