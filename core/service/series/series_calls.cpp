// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/series/series_calls.h"

#include "service/series/series.h"

namespace bt::service {

Future<SeriesPlanView> SeriesCalls::plan(SeriesWish wish)
{
    return m_calls->asking<SeriesPlanView>(access::Use::PlanSeries,
                                           [wish = std::move(wish)](Persona& p) { return p.feature<Series>().plan(wish); });
}
Future<std::string> SeriesCalls::book(SeriesWish wish, std::vector<Millis> starts, std::string intake)
{
    return m_calls->spending<std::string>(access::Use::BookSeries,
                                          [=](Persona& p) { return p.feature<Series>().book(wish, starts, intake); });
}
Future<> SeriesCalls::accept(std::vector<std::string> visits)
{
    return m_calls->spending<void>(access::Use::AcceptSeries,
                                   [visits = std::move(visits)](Persona& p) { return p.steps().accept(visits); });
}
Future<> SeriesCalls::decline(std::vector<std::string> visits)
{
    access::Asked asked{access::Use::DeclineSeries, visits.empty() ? std::string() : visits.front()}; // each is asked about again
    return m_calls->spending<void>(std::move(asked),
                                   [visits = std::move(visits)](Persona& p) { return p.feature<Series>().decline(visits); });
}
Future<CancelView> SeriesCalls::cancelNow(std::string visitId, bool later)
{
    return m_calls->asking<CancelView>({access::Use::CancelNow, visitId},
                                       [=](Persona& p) { return service::cancelNow(p.context(), withLater(p.context(), visitId, later)); });
}
Future<> SeriesCalls::cancel(CancelView seen)
{
    access::Asked asked{access::Use::CancelSeries, seen.visits.empty() ? std::string() : seen.visits.front()}; // each is asked about again
    return m_calls->spending<void>(std::move(asked), [seen = std::move(seen)](Persona& p) { return p.feature<Series>().cancel(seen); });
}
Future<MoveView> SeriesCalls::planMove(std::string visitId, Millis to, bool later)
{
    return m_calls->asking<MoveView>({access::Use::PlanMove, visitId},
                                     [=](Persona& p) { return p.feature<Series>().planMove(visitId, to, later); });
}
Future<> SeriesCalls::move(std::string visitId, MoveView seen)
{
    return m_calls->spending<void>({access::Use::MoveVisit, visitId}, [=](Persona& p) { return p.feature<Series>().move(visitId, seen); });
}
Future<std::vector<Millis>> SeriesCalls::hoursFor(std::string visitId)
{
    return m_calls->asking<std::vector<Millis>>({access::Use::HoursFor, visitId},
                                                [=](Persona& p) { return p.feature<Series>().hoursFor(visitId); });
}

} // namespace bt::service
