// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Follows covenant instances over the chain by their covenant id: the unspent outputs of each, and every transaction
//! that moved it, kept with its bytes so that a contract's reader can say what happened. Fed by the wallet's sync as a
//! ChainObserver, in the same database transactions; reorgs and rescans included. No Qt. Thread safety: a Lineages
//! belongs to the thread that its Database belongs to.
#pragma once

#include "ledger/wallet_types.h"
#include "store/database.h"

namespace bt::ledger {

enum class LineageState : std::uint8_t {
    Unseen, //!< followed, but no block that we know has an output of it
    Live,   //!< has unspent outputs
    Ended,  //!< its last output was spent without a successor
    //! Its outputs were spent in blocks that the node does not keep: what became of it cannot be read from this node.
    Lost,
};

//! One transaction that moved an instance.
struct LineageStep {
    kaspa::TxId id;
    std::uint64_t daaScore = 0;
    Millis time;
    kaspa::Transaction tx;
};

struct Lineage {
    kaspa::CovenantId id;
    std::string relation;
    LineageState state = LineageState::Unseen;
    std::vector<UtxoEntry> live;
    //! False if it was taken up in the middle of its life: steps() begins there.
    bool whole = false;
    //! For Lost, and for instances that are not whole: blocks from before this DAA score are not to be had.
    std::uint64_t keptSince = 0;
};

//! What recover() could do.
enum class Recovery : std::uint8_t {
    Whole,   //!< its birth is in a block that was read
    Adopted, //!< the backup's output is unspent: it goes on from there, its past cannot be read from this node
    Moved,   //!< the backup's output is spent, and later blocks that the node keeps show its life from there on
    Gone,    //!< spent, and no kept block shows by what: a backup made later, or the other side, has to tell
};

class Lineages
{
public:
    //! \param db must outlive it. Creates its tables.
    [[nodiscard]] static Result<Lineages> open(store::Database& db);

    //! Follows an id from the next block on, whatever outputs it has. Idempotent.
    [[nodiscard]] Result<void> follow(const kaspa::CovenantId& id, std::string_view relation);
    //! Takes up an instance whose unspent output is known. \returns "ledger.bad_request" without a covenant id.
    [[nodiscard]] Result<void> adopt(const UtxoEntry& entry, std::string_view relation);
    [[nodiscard]] Result<void> unfollow(const kaspa::CovenantId& id);

    //! This and `inner`, as one observer of a sync.
    [[nodiscard]] ChainObserver observe(ChainObserver inner = {});

    //! "ledger.lineage_unknown" if nobody follows it.
    [[nodiscard]] Result<Lineage> find(const kaspa::CovenantId& id) const;
    [[nodiscard]] Result<std::vector<kaspa::CovenantId>> all(std::string_view relation = {}) const; //!< "" for all
    //! Oldest first.
    [[nodiscard]] Result<std::vector<LineageStep>> steps(const kaspa::CovenantId& id) const;

    //! After the database was lost: takes an instance up from a backup's last known output, when the chain has been
    //! read (Wallet::sync with observe()). Asks the node whether that output is unspent.
    [[nodiscard]] Result<Recovery> recover(const UtxoEntry& backup, std::string_view relation, Node& node, const Deadline& deadline);

private:
    explicit Lineages(store::Database& db) : m_db(&db) {}
    [[nodiscard]] Result<void> added(const AcceptedBlock& block);
    [[nodiscard]] Result<void> removed(const BlockHash& hash);
    [[nodiscard]] Result<void> restarted();
    [[nodiscard]] Result<void> caughtUp(std::uint64_t keptSince);
    [[nodiscard]] Result<void> keep(const UtxoEntry& entry, const kaspa::CovenantId& id, const BlockHash& block);

    store::Database* m_db;
};

} // namespace bt::ledger
