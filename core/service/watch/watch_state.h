// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How far a watcher has followed its list: every instance with the blocks that moved it, newest last, so that a
//! reorganisation is undone by forgetting. Needs nothing that the list and the chain do not give again. Pure.
#pragma once

#include "service/watch/watch_list.h"

namespace bt::service {

//! One visit on its way.
struct Followed {
    kaspa::Outpoint origin; //!< as the list names it
    contract::session::Terms terms;
    std::optional<crypto::Signature64> attendance;
    struct Place {
        contract::session::Session session;
        ledger::BlockHash block; //!< that brought it there; zero: the list says so
    };
    std::vector<Place> places; //!< never empty
    std::string ended;         //!< name of the step that paid out; "" while it goes on
    kaspa::TxId endedBy;
    ledger::BlockHash endedIn;
    std::uint64_t endedDaa = 0;

    [[nodiscard]] const contract::session::Session& now() const { return places.back().session; }
    [[nodiscard]] bool live() const { return ended.empty(); }
};

struct WatchState {
    std::string network;
    ledger::BlockHash cursor; //!< read up to here
    std::vector<Followed> visits;
};

//! A watcher that begins with a list.
[[nodiscard]] WatchState beginWith(const WatchList& list);
//! What an earlier run kept, brought to what the list says now: visits that it no longer names go, new ones come.
//! A text that is no state, or of another network, counts as none.
[[nodiscard]] WatchState resume(const WatchList& list, std::string_view kept);
[[nodiscard]] std::string writeState(const WatchState& state);

//! Applies one accepted block; \returns true if it moved one of the visits.
[[nodiscard]] Result<bool> applyBlock(WatchState& state, const ledger::AcceptedBlock& block);
//! Takes back what these blocks had done.
void takeBack(WatchState& state, const std::vector<ledger::BlockHash>& blocks);

} // namespace bt::service
