// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The birth of a therapist's reputation: one output of 1 KAS, which stays in it for ever. Worker thread.
#pragma once

#include "service/dispatcher.h"
#include "service/ratings/own_reputation.h"

namespace bt::service {

class ReputationCarrier final : public Carrier
{
public:
    explicit ReputationCarrier(Context& context) : m_c(&context) {}
    Result<Signed> build(const outbox::Intent& intent, const Errand& errand, const Bytes& payload) override;
    Result<void> handedOver(const Errand& errand, const Signed& made) override;
    Result<void> withdrawn(const Errand& errand, const std::string& txid) override;
    Result<void> dead(const Errand& errand, const Error& why) override;

private:
    Context* m_c;
};

//! What the birth needs beside the persona's other plans: deposit and a margin for fees.
inline constexpr Sompi kReputationNeeds{contract::reputation::kDeposit.value + kSompiPerKas / 10};
//! In the book while an intent for it waits; "" else.
inline constexpr std::string_view kReputationWanted = "reputation.wanted";

} // namespace bt::service
