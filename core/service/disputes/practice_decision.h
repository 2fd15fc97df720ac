// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The practice network's deciders: two of three published keys divide price and bond half and half, for a newcomer who has
//! nobody else to ask. Everyone has these keys, so it is worth nothing anywhere else. Worker thread.
#pragma once

#include "service/dispatcher.h"

namespace bt::service {

inline constexpr const char* kPracticeDecision = "practice_decision";

class PracticeDecision final : public Carrier
{
public:
    explicit PracticeDecision(Context& context) : m_c(&context) {}
    Result<Signed> build(const outbox::Intent& intent, const Errand& errand, const Bytes& payload) override;
    bool sameEffect(const Errand&, const kaspa::Transaction&) const override { return true; }
    Result<void> handedOver(const Errand& errand, const Signed& made) override;
    Result<void> withdrawn(const Errand& errand, const std::string& txid) override;
    Result<void> revived(const Errand& errand) override;
    Result<void> dead(const Errand& errand, const Error&) override { return notNeeded(errand); }
    Result<void> notNeeded(const Errand& errand) override;

private:
    Context* m_c;
};

} // namespace bt::service
