// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A series' mark as JSON, in rows, capsules and letters alike. Pure. Thread safety: all functions are.
#pragma once

#include "service/json_fields.h"
#include "service/series/series_mark.h"

namespace bt::service {

[[nodiscard]] inline Json markJson(const SeriesMark& m)
{
    return Json{{"id", m.id}, {"place", m.place}, {"count", m.count}, {"weeks", m.everyWeeks}};
}

//! \param outer fails with it when the mark is none.
[[nodiscard]] inline SeriesMark readMark(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    SeriesMark m{f.text("id", 32), f.small("place", 1, kSeriesMost), f.small("count", kSeriesLeast, kSeriesMost), f.small("weeks", 1, 4)};
    if (!f.ok() || !isMark(m)) outer.fail();
    return m;
}

} // namespace bt::service
