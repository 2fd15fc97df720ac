// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The cancellation rules of a visit as sentences and as the stops of the line that BookPage, MoneyPage and VisitPage
//! draw. Amounts come from the core; nothing is computed here but differences of shown figures. Pure.
#pragma once

#include "context.h"

#include <QVariantList>

namespace bt::app {

struct LadderFacts {
    Millis now, freeUntil, startsAt, endsAt, latestPayout;
    Sompi price, lateBack, bond;
    int lateShareBps = 0;
};

//! Stops {title, when, body, tone, weight} as BtLadder takes them. `when` is the moment the stop begins.
[[nodiscard]] QVariantList ladderStops(const Format& format, const LadderFacts& facts);
//! "Change your mind for free until Mon 7 Dec, 17:00. After that half comes back. If she cancels, all of it does."
//! The moment is the one that the terms of a visit asked for `now` would hold.
[[nodiscard]] QString policySentence(const Format& format, const service::PolicyView& policy, Millis startsAt, Millis now,
                                     const QString& name);
//! "half", "a quarter", "30 %": what comes back of the price.
[[nodiscard]] QString shareBackWords(int lateShareBps);

} // namespace bt::app
