// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The therapists that this computer has found and checked by itself: follows announcements on the chain, fetches the
//! signed blocks, verifies signature and licence. Kept in memory, read anew at each start; needs no persona, so that one
//! can look around first. Worker thread only.
#pragma once

#include "ledger/node.h"
#include "records/listing.h"
#include "service/snapshot.h"
#include "storage/block_store.h"

#include <deque>
#include <map>

namespace bt::service {

class ListingBook
{
public:
    ListingBook(ledger::Node& node, storage::BlockStore& blocks, const Clock& clock)
        : m_node(&node), m_blocks(&blocks), m_clock(&clock)
    {
    }

    //! Reads new announcements. \returns true if anything changed. Blocks that are not there yet are asked for again.
    [[nodiscard]] Result<bool> refresh(const Deadline& deadline);
    //! The verified listing of a person; null if there is none, or its licence does not hold now.
    [[nodiscard]] const records::Listing* bookable(const std::string& did) const;
    [[nodiscard]] const records::Listing* find(const std::string& did) const;
    //! For the window: valid ones first, open times from `now` on.
    [[nodiscard]] std::vector<TherapistView> views(Millis now) const;
    //! The licence of one listing, judged now.
    [[nodiscard]] LicenceView licenceOf(const records::Listing& listing) const;
    void forget(); //!< the network was reset

private:
    void look(const Hash256& digest, const Deadline& deadline);
    ledger::Node* m_node;
    storage::BlockStore* m_blocks;
    const Clock* m_clock;
    ledger::BlockHash m_cursor;
    std::map<std::string, records::Listing> m_listings;
    std::map<Hash256, int> m_wanted; // blocks announced but not there yet, with the tries so far
    bool m_changed = false;
};

} // namespace bt::service
