// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! SeriesDoor over the open persona. Thread safety: as Calls.
#pragma once

#include "service/calls.h"
#include "service/series/series_door.h"

namespace bt::service {

class SeriesCalls final : public SeriesDoor
{
public:
    explicit SeriesCalls(const Calls& calls) : m_calls(&calls) {}
    Future<SeriesPlanView> plan(SeriesWish wish) override;
    Future<std::string> book(SeriesWish wish, std::vector<Millis> starts, std::string intake) override;
    Future<> accept(std::vector<std::string> visits) override;
    Future<> decline(std::vector<std::string> visits) override;
    Future<CancelView> cancelNow(std::string visitId, bool later) override;
    Future<> cancel(CancelView seen) override;
    Future<MoveView> planMove(std::string visitId, Millis to, bool later) override;
    Future<> move(std::string visitId, MoveView seen) override;
    Future<std::vector<Millis>> hoursFor(std::string visitId) override;

private:
    const Calls* m_calls;
};

} // namespace bt::service
