// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Has an award paid. The pool is one output that every payment moves on: whoever is second plans anew on what the first one
//! left. Worker thread only.
#pragma once

#include "service/dispatcher.h"

namespace bt::service {
class Rewards;
}

namespace bt::service::rewards {

//! Whose coins pay for it and where their change goes.
inline constexpr std::string_view kClaimRelation = "reward-fees";

class ClaimCarrier final : public Carrier
{
public:
    ClaimCarrier(Context& context, Rewards& rewards) : m_c(&context), m_rewards(&rewards) {}
    Result<Signed> build(const outbox::Intent& intent, const Errand& errand, const Bytes& payload) override;
    bool sameEffect(const Errand& errand, const kaspa::Transaction& other) const override;
    Result<void> revived(const Errand& errand) override;
    Result<void> dead(const Errand& errand, const Error& why) override;
    Result<void> notNeeded(const Errand& errand) override;

private:
    Context* m_c;
    Rewards* m_rewards;
};

} // namespace bt::service::rewards
