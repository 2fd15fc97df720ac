// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Turns "release my rating" and "give it up" into the transaction that spends a visit's ticket. The ticket pays the fee, and
//! its money goes to an address that is used for nothing else: no coin of the wallet stands beside it. Worker thread.
#pragma once

#include "service/dispatcher.h"
#include "service/ratings/rating_row.h"

#include <chrono>

namespace bt::service {

class RatingCarrier final : public Carrier
{
public:
    RatingCarrier(Context& context, RatingRows& rows) : m_c(&context), m_rows(&rows) {}
    Result<Signed> build(const outbox::Intent& intent, const Errand& errand, const Bytes& payload) override;
    Result<void> handedOver(const Errand& errand, const Signed& made) override;
    Result<void> withdrawn(const Errand& errand, const std::string& txid) override;
    //! Only a rating can spend a reputation: one of somebody else is waited for, so that nobody outbids a patient. One that
    //! no block takes for minutes is a squatter and is outbid.
    bool sameEffect(const Errand& errand, const kaspa::Transaction& other) const override;
    Result<void> revived(const Errand& errand) override;
    Result<void> dead(const Errand& errand, const Error& why) override;
    Result<void> notNeeded(const Errand& errand) override;

private:
    [[nodiscard]] Result<CallsPlan> plan(const Visit& visit, const RatingRow& row, const std::string& step, Sompi fee);
    [[nodiscard]] Result<contract::reputation::Reputation> reputation(const RatingRow& row);
    [[nodiscard]] Result<void> setState(const Errand& errand, PublicRatingView::State state, std::string_view trouble);
    Context* m_c;
    RatingRows* m_rows;
    mutable std::map<kaspa::TxId, std::chrono::steady_clock::time_point> m_seen; //!< others' waiting ratings
};

//! The visit's birth as `rate` proves it. "contract.bad_birth" if it cannot be put together again.
[[nodiscard]] Result<contract::reputation::VisitBirth> visitBirthOf(const Visit& visit);

} // namespace bt::service
