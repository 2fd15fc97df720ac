// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the chain says about a therapist, in words. GUI thread.
#pragma once

#include "format.h"

#include "service/ratings/ratings_view.h"
#include "service/snapshot.h"

#include <QStringList>

namespace bt::app {

//! The reputation that her listing names, as this computer read it; null: none.
[[nodiscard]] const service::ReputationView* findReputation(const service::Snapshot& snapshot, const std::string& therapistId);
//! "12 ratings from settled visits; 4.6 of 5", "Fewer than 5 ratings yet"; "" without a reputation.
[[nodiscard]] QString reputationLine(const service::ReputationView* reputation, const Format& format);
//! What exactly it is, for the curious: how it adds up, what it cannot tell, what weighs.
[[nodiscard]] QStringList reputationFacts(const service::ReputationView& reputation, const Format& format);
//! How public ratings of this therapist stand, for herself: prepared, short of money, or what they say; "" before.
[[nodiscard]] QString ownRatings(const service::Snapshot& snapshot, const Format& format);

} // namespace bt::app
