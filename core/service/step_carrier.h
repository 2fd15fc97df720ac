// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Turns a wish about a visit ("accept", "cancel", ...) into the transaction that the visit's present state allows.
#pragma once

#include "contract/health_session/steps.h"
#include "service/dispatcher.h"

namespace bt::service {

//! What an agreement pays the therapist: her part of price and bond, and her stake back if she raised a problem. In BTAI the
//! parts are tokens, and her stake stands beside them (agreedStake).
[[nodiscard]] Sompi agreedShare(const Visit& visit, Sompi toTherapist);
//! The therapist's stake for a problem in a visit in BTAI: KAS that an agreement gives back beside his tokens.
[[nodiscard]] Sompi agreedStake(const Visit& visit);

class StepCarrier final : public Carrier
{
public:
    explicit StepCarrier(Context& context) : m_c(&context) {}
    Result<Signed> build(const outbox::Intent& intent, const Errand& errand, const Bytes& payload) override;
    [[nodiscard]] Result<contract::session::Plan> plan(const Visit& visit, const std::string& step, Sompi feeFromOwn);
    bool asksBeforeReplanning(const Errand& errand) const override;
    bool sameEffect(const Errand& errand, const kaspa::Transaction& other) const override;
    Result<void> revived(const Errand& errand) override;
    Result<void> handedOver(const Errand& errand, const Signed& made) override;
    Result<void> withdrawn(const Errand& errand, const std::string& txid) override;
    Result<void> dead(const Errand& errand, const Error& why) override;
    Result<void> notNeeded(const Errand& errand) override;

private:
    [[nodiscard]] Result<Signed> agree(const Visit& visit);
    //! Succeeds once lock time and age allow the step; "service.not_yet" with the time otherwise.
    [[nodiscard]] Result<bool> notYet(const Visit& visit, const Errand& errand);
    //! The plan, if whoever cancels still gets what she was told; "visit.outcome_changed".
    [[nodiscard]] Result<contract::session::Plan> agreedPlan(const Visit& visit, const Errand& errand, Sompi fee);
    [[nodiscard]] Result<void> clearPending(const Errand& errand);
    Context* m_c;
};

} // namespace bt::service
