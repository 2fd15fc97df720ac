// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Use cases of a series of visits: ask for it in one go, answer it as one, cancel or move one visit or all later ones. Each
//! visit keeps an escrow of its own; what makes them a series is a mark (series_mark.h). Whatever is asked for is written
//! in one database transaction with its intents, so it happens whole or not at all. Worker thread.
#pragma once

#include "service/booking.h"
#include "service/feature.h"
#include "service/series/cancel_now.h"
#include "service/series/series_view.h"
#include "service/visit_steps.h"

namespace bt::service {

class Series final : public Feature
{
public:
    explicit Series(const FeatureParts& parts) : m_c(&parts.context), m_steps(&parts.steps), m_booking(&parts.booking) {}
    [[nodiscard]] std::string_view name() const override { return "series"; }

    // As SeriesDoor says.
    [[nodiscard]] Result<SeriesPlanView> plan(const SeriesWish& wish); //!< and remembers what the person is told
    [[nodiscard]] Result<std::string> book(const SeriesWish& wish, const std::vector<Millis>& starts, const std::string& intake);
    [[nodiscard]] Result<void> decline(const std::vector<std::string>& visits);
    [[nodiscard]] Result<void> cancel(const CancelView& seen);
    [[nodiscard]] Result<MoveView> planMove(const std::string& visitId, Millis to, bool later);
    [[nodiscard]] Result<void> move(const std::string& visitId, const MoveView& seen);
    [[nodiscard]] Result<std::vector<Millis>> hoursFor(const std::string& visitId);

private:
    [[nodiscard]] Result<void> stillGives(const CancelView& seen);
    [[nodiscard]] Result<SeriesPlanView> draw(const SeriesWish& wish, const records::Listing& listing);
    [[nodiscard]] Result<void> moveTokens(MoveView& out, const records::Listing& listing, const CancelView& cancelled,
                                          const std::vector<Millis>& starts);
    [[nodiscard]] Result<MoveView> drawMove(const std::string& visitId, Millis to, bool later);
    [[nodiscard]] Result<const records::Listing*> listingFor(const std::string& visitId) const;
    [[nodiscard]] Result<const records::Listing*> listingOf(const std::string& therapistId) const;
    Context* m_c;
    VisitSteps* m_steps;
    Booking* m_booking;
};

} // namespace bt::service
