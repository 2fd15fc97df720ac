// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/calls.h"
#include "service/ratings/ratings.h"

namespace bt::service {
namespace {

class RatingsCalls final : public RatingsDoor
{
public:
    explicit RatingsCalls(const Calls& calls) : m_calls(&calls) {}
    Future<> schedule(std::string visitId, int stars) override
    {
        return m_calls->spending<void>({access::Use::RatePublicly, visitId},
                                       [=](Persona& p) { return p.feature<Ratings>().schedule(visitId, stars); });
    }
    Future<> takeBack(std::string visitId) override
    {
        return m_calls->withPersona<void>({access::Use::TakeBackRating, visitId},
                                          [=](Persona& p) { return p.feature<Ratings>().takeBack(visitId); });
    }
    Future<> drop(std::string visitId) override
    {
        return m_calls->spending<void>({access::Use::DropTicket, visitId}, [=](Persona& p) { return p.feature<Ratings>().drop(visitId); });
    }

private:
    const Calls* m_calls;
};

} // namespace

std::unique_ptr<RatingsDoor> makeRatingsDoor(const Calls& calls) { return std::make_unique<RatingsCalls>(calls); }

} // namespace bt::service
