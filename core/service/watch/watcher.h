// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Watches over visits without any key of theirs: follows each instance of a list along its lineage and pushes the steps
//! that anyone may push once their time has come. Two watchers, or a watcher and the people themselves, wait for one
//! another's pushes. Blocks on its node; one thread at a time.
#pragma once

#include "ledger/submitter.h"
#include "service/watch/watch_purse.h"
#include "service/watch/watch_state.h"

namespace bt::service {

enum class WatchEvent {
    Moved,      //!< somebody took this step, which the chain has
    Ended,      //!< and with this one the visit is over
    TakenBack,  //!< a reorganisation undid what was said before
    Pushed,     //!< handed to the network by us
    OnItsWay,   //!< somebody else's does the same and waits for a block
    FeeMissing, //!< the purse holds too little: `amount` is missing
    NotTaken,   //!< the network does not take it now: `detail`
    Lost,       //!< its output is nowhere, and no block that the node keeps says why
};
struct WatchNote {
    WatchEvent what = WatchEvent::Moved;
    kaspa::Outpoint visit; //!< as the list names it
    std::string step, txid, detail;
    Sompi amount; //!< Pushed: the fee
};
struct WatchRound {
    std::vector<WatchNote> notes;
    std::size_t live = 0; //!< visits that go on
    bool trouble = false; //!< something that was due could not be done
    bool again = false;   //!< it pays to look again at once
};

class Watcher
{
public:
    //! All of it outlives the watcher.
    Watcher(ledger::Node& node, ledger::NetworkParams network, const WatchPurse& purse, Random& random, WatchState state)
        : m_node(&node), m_network(std::move(network)), m_purse(&purse), m_random(&random), m_state(std::move(state))
    {}

    //! Follows, then pushes what is due. Errors of the node ("node.*") change nothing: try again.
    [[nodiscard]] Result<WatchRound> round(const Deadline& deadline);
    [[nodiscard]] const WatchState& state() const { return m_state; }
    //! Everything in the purse, less the fee, to somebody's script. "ledger.not_enough", "node.*".
    [[nodiscard]] Result<kaspa::TxId> emptyPurse(const kaspa::ScriptPublicKey& to, const Deadline& deadline);

private:
    [[nodiscard]] Result<void> follow(WatchRound& round, const ledger::NodeInfo& info, const Deadline& deadline);
    [[nodiscard]] Result<bool> allThere(const ledger::NodeInfo& info, const Deadline& deadline);
    [[nodiscard]] Result<void> read(const Deadline& deadline);
    [[nodiscard]] Result<void> findLost(WatchRound& round, const Deadline& deadline);
    [[nodiscard]] Result<void> push(WatchRound& round, const Followed& visit, std::string_view step, std::vector<ledger::Coin>& coins,
                                    std::uint64_t daaScore, const Deadline& deadline);
    struct Made {
        ledger::Submission submission;
        std::optional<std::uint32_t> change;
    };
    [[nodiscard]] Result<Made> make(const Followed& visit, std::string_view step, const std::vector<ledger::Coin>& coins,
                                    std::uint64_t daaScore, std::uint64_t rate) const;
    void told(WatchRound& round, const WatchState& before);
    ledger::Node* m_node;
    ledger::NetworkParams m_network;
    const WatchPurse* m_purse;
    Random* m_random;
    WatchState m_state;
};

} // namespace bt::service
