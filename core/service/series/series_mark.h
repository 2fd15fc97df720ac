// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What makes visits a series: a mark that each of them carries in the sealed request, in both sides' rows and in their
//! capsules. On the chain nothing ties them together but what their payments show. Pure. Thread safety: values.
#pragma once

#include "base/result.h"

#include <optional>
#include <string>

namespace bt::service {

inline constexpr int kSeriesLeast = 2, kSeriesMost = 12;

//! "3 of 8, every Tuesday."
struct SeriesMark {
    std::string id;     //!< 32 hex digits, the same on both sides; means something within one conversation only
    int place = 1;      //!< 1 .. count
    int count = 2;      //!< kSeriesLeast .. kSeriesMost
    int everyWeeks = 1; //!< 1 .. 4
    bool operator==(const SeriesMark&) const = default;
};

//! Whether a mark that somebody else wrote is one.
[[nodiscard]] bool isMark(const SeriesMark& mark);

} // namespace bt::service
