// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The reputations that listings and visits name, read from the chain by this computer itself: each from its birth on,
//! spend by spend, and back again when the chain goes back. In memory; the chain is read again at each start. Worker
//! thread only.
#pragma once

#include "contract/reputation/reputation.h"
#include "ledger/node.h"
#include "records/listing.h"
#include "service/ratings/ratings_view.h"

#include <chrono>
#include <map>
#include <optional>
#include <vector>

namespace bt::service {

class ReputationBook
{
public:
    //! Follows it from now on. Idempotent; what its listing claims is checked against the birth on the chain.
    void want(const records::ListedReputation& listed);
    //! News of the chain, for those that were read up to here. \returns true if anything changed.
    bool added(const ledger::AcceptedBlock& block);
    bool takenBack(const ledger::BlockHash& block);
    //! Looks for the births of new ones from the oldest block on, up to `place`, which added() was given last. One
    //! reading serves all that wait, and never takes more than a tenth of the time. \returns true if anything changed.
    [[nodiscard]] Result<bool> read(ledger::Node& node, const ledger::BlockHash& place, const Deadline& deadline);
    [[nodiscard]] bool behind() const; //!< some wait for read()
    //! As it stands; nothing before its birth was found.
    [[nodiscard]] std::optional<contract::reputation::Reputation> find(const records::ListedReputation& listed) const;
    //! \param weighs its token and pool are this network's: else its weight is left out, since anyone can make a token.
    [[nodiscard]] ReputationView view(const records::ListedReputation& listed, bool weighs) const;
    void forget(); //!< the network was begun anew; what is wanted is looked for again

private:
    using Reputation = contract::reputation::Reputation;
    struct Followed {
        records::ListedReputation listed;
        bool looked = false; //!< the chain was read for it
        std::optional<Reputation> now;
        ledger::BlockHash born;
        std::vector<std::pair<ledger::BlockHash, Reputation>> before; //!< oldest first, one for each rating
    };
    [[nodiscard]] static bool isBirth(const Followed& one, const ledger::AcceptedTx& tx);
    bool apply(const ledger::AcceptedBlock& block, std::map<kaspa::CovenantId, Followed>& of,
               std::map<kaspa::Outpoint, kaspa::CovenantId>& at, bool reading);
    std::map<kaspa::CovenantId, Followed> m_all;
    std::map<kaspa::Outpoint, kaspa::CovenantId> m_at;
    struct Reading {
        std::map<kaspa::CovenantId, Followed> of;
        std::map<kaspa::Outpoint, kaspa::CovenantId> at;
        ledger::BlockHash cursor;
    };
    std::optional<Reading> m_reading;
    std::chrono::steady_clock::time_point m_next; //!< before it no new reading begins
    std::chrono::steady_clock::duration m_spent{};
};

} // namespace bt::service
