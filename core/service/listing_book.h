// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The therapists that this computer has found and checked by itself: follows announcements on the chain, fetches the
//! signed blocks, verifies signature and licence. Kept in memory, read anew at each start; needs no persona, so that one
//! can look around first. Worker thread only.
#pragma once

#include "ledger/node.h"
#include "records/listing.h"
#include "service/ratings/own_reputation.h"
#include "service/ratings/reputation_book.h"
#include "service/snapshot.h"
#include "storage/block_store.h"

#include <deque>
#include <map>

namespace bt::service {

class ListingBook
{
public:
    ListingBook(ledger::Node& node, storage::BlockStore& blocks, const Clock& clock) : m_node(&node), m_blocks(&blocks), m_clock(&clock) {}

    //! Reads new announcements. \returns true if anything changed. Blocks that are not there yet are asked for again.
    [[nodiscard]] Result<bool> refresh(const Deadline& deadline);
    //! The verified listing of a person; null if there is none, or its licence does not hold now.
    [[nodiscard]] const records::Listing* bookable(const std::string& did) const;
    [[nodiscard]] const records::Listing* find(const std::string& did) const;
    //! For the window: valid ones first, open times from `now` on.
    [[nodiscard]] std::vector<TherapistView> views(Millis now) const;
    //! The licence of one listing, judged now.
    [[nodiscard]] LicenceView licenceOf(const records::Listing& listing) const;
    //! What patients said in public, read from the chain: of everyone whose listing names a reputation.
    [[nodiscard]] std::shared_ptr<const RatingsView> ratings(const RatingAsset& asset) const;
    [[nodiscard]] const ReputationBook& reputations() const { return m_reputations; }
    //! Reads one on that no listing names any more, but a visit does.
    void follow(const records::ListedReputation& listed) { m_reputations.want(listed); }
    //! Something is still to be read on an unchanged chain.
    [[nodiscard]] bool behind() const { return m_reputations.behind(); }
    void forget(); //!< the network was reset

private:
    void look(const Hash256& digest, const Deadline& deadline);
    ledger::Node* m_node;
    storage::BlockStore* m_blocks;
    const Clock* m_clock;
    ledger::BlockHash m_cursor;
    std::map<std::string, records::Listing> m_listings;
    std::map<Hash256, int> m_wanted; // blocks announced but not there yet, with the tries so far
    ReputationBook m_reputations;
    bool m_changed = false;
};

} // namespace bt::service
