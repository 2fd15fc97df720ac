// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/series/series_mark.h"

#include <algorithm>

namespace bt::service {

bool isMark(const SeriesMark& m)
{
    const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return m.id.size() == 32 && std::ranges::all_of(m.id, hex) && m.count >= kSeriesLeast && m.count <= kSeriesMost && m.place >= 1 &&
           m.place <= m.count && m.everyWeeks >= 1 && m.everyWeeks <= 4;
}

} // namespace bt::service
