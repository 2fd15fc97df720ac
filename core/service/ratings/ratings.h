// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Use cases of public ratings (docs/decisions/0017): a therapist's reputation is born for her and permits are given; a
//! patient lets her rating out at a random time, takes it back before, or gives it up for the deposit. What she writes to
//! the therapist alone is the room's (Room::rate) and has nothing to do with this. Worker thread only.
#pragma once

#include "service/feature.h"
#include "service/ratings/rating_row.h"
#include "service/ratings/ratings_door.h"
#include "service/visit_steps.h"

namespace bt::service {

class Calls;

class Ratings final : public Feature
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Feature>> make(const FeatureParts& parts); //!< registers "rating", "reputation"

    [[nodiscard]] std::string_view name() const override { return "ratings"; }
    [[nodiscard]] Result<void> reload() override { return m_rows.reload(); }
    [[nodiscard]] Result<void> begunAnew() override;
    [[nodiscard]] std::span<const std::string_view> letterKinds() const override;
    [[nodiscard]] Result<void> letter(const FeatureLetter& letter, const Arrived& arrived, const Arrival& arrival) override;
    [[nodiscard]] Result<bool> push() override;
    [[nodiscard]] Result<void> fill(Snapshot& snapshot) override;

    // As RatingsDoor says.
    [[nodiscard]] Result<void> schedule(const std::string& visitId, int stars);
    [[nodiscard]] Result<void> takeBack(const std::string& visitId);
    [[nodiscard]] Result<void> drop(const std::string& visitId);

    //! A rating is let out at a uniformly random instant between these two, counted from when it was asked for.
    static constexpr std::int64_t kFirst = kHour, kLast = 72 * kHour;

private:
    Ratings(const FeatureParts& parts, RatingRows rows);
    [[nodiscard]] PublicRatingView ratingOf(const Visit& visit, const RatingRow& row) const;
    [[nodiscard]] Result<bool> pushReputation(); //!< therapist: hers is born once she is listed
    [[nodiscard]] Result<bool> pushPermit(const Visit& visit);
    [[nodiscard]] Result<bool> release(const std::string& visitId, RatingRow row);
    [[nodiscard]] Result<bool> fits(const RatingRow& row, const Visit& visit, const crypto::Signature64& permit) const;
    //! Inside the caller's transaction: the row, and an address of its own for the ticket's money.
    [[nodiscard]] Result<void> post(const std::string& visitId, RatingRow row, const std::string& step);
    Context* m_c;
    Dispatcher* m_dispatcher;
    VisitSteps* m_steps;
    Letterbox* m_letters;
    RatingRows m_rows;
    bool m_short = false; //!< money for the deposit is missing
    Millis m_tried;       //!< a birth was last asked for
};

[[nodiscard]] std::unique_ptr<RatingsDoor> makeRatingsDoor(const Calls& calls); //!< `calls` must outlive it

} // namespace bt::service
