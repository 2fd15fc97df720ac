// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A watch list: what somebody without any key of the visits needs to push their steps when their time has come. It says
//! for each visit where its money lies, the state behind that output and the visit's times and shares. It holds no key, no
//! name and no text; whoever reads it learns when visits begin and end, their prices, and that one person has them all.
//! Pure. Thread safety: all functions are.
#pragma once

#include "contract/health_session/reader.h"
#include "ledger/node.h"

namespace bt::service {

struct WatchedVisit {
    contract::session::Session session;
    contract::session::Terms terms;
    std::optional<crypto::Signature64> attendance; //!< the patient's, when it is known: begins the visit without waiting
};
struct WatchList {
    std::string network;    //!< id
    ledger::BlockHash from; //!< all of it was unspent when this block was the newest
    std::vector<WatchedVisit> visits;
};

inline constexpr std::size_t kWatchListBytes = 4 << 20, kWatchListVisits = 1000;

//! JSON, for people to read. "visit.bad_terms" for terms that cannot be written.
[[nodiscard]] Result<std::string> writeWatchList(const WatchList& list);
//! \returns "watch.bad_list" (what is wrong in detail) for anything else than a list whose states belong to its terms.
[[nodiscard]] Result<WatchList> readWatchList(std::string_view text);

//! "id:index", as kaspa tools write it; "watch.bad_outpoint".
[[nodiscard]] std::string outpointText(const kaspa::Outpoint& outpoint);
[[nodiscard]] Result<kaspa::Outpoint> readOutpointText(std::string_view text);

} // namespace bt::service
