// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Puts a transaction and its mutations before both sides and keeps the books: what was accepted, what both refused and
//! for which rule, and where they disagree. One thread at a time.
#pragma once

#include "interop/accept/kinds.h"
#include "interop/support/verdict.h"

#include <set>

namespace bt::interop {

class Judge
{
public:
    Judge(Simnet& net, std::uint64_t seed) : m_net(&net), m_random(seed) {}

    //! Outputs that a case may spend.
    void know(const ledger::UtxoEntry& entry) { m_known[entry.outpoint] = entry.utxo; }
    [[nodiscard]] Result<void> look(); //!< reads the chain's time before a round without blocks
    [[nodiscard]] const ledger::ChainPoint& now() const { return m_now; }

    [[nodiscard]] Verdict ours(const kaspa::Transaction& tx) const { return ourVerdict(tx, m_known, m_now); }
    //! Five mutations that our rules refuse are given to the node, then the transaction itself (or, one time in four, a
    //! mutation that our rules let pass). \returns the transaction that the node took.
    [[nodiscard]] std::optional<kaspa::Transaction> judge(const std::string& kind, const Built& built);
    //! Mines until nothing waits, and finds everything that was taken on the chain.
    [[nodiscard]] Result<void> mineAll();

    //! One line a disagreement; must stay empty.
    [[nodiscard]] const std::vector<std::string>& disagreements() const { return m_bad; }
    [[nodiscard]] std::string summary() const;
    std::size_t accepted = 0, refused = 0, changedAccepted = 0;

private:
    void disagree(const std::string& kind, const std::string& what, const Verdict& ours, const Verdict& theirs);
    void spent(const kaspa::Transaction& tx);
    Simnet* m_net;
    SeededRandom m_random;
    KnownOutputs m_known;
    ledger::ChainPoint m_now;
    std::string m_since;                //!< sink before the round
    std::vector<std::string> m_waiting; //!< ids that the next blocks must accept
    std::map<std::string, std::size_t> m_rules, m_kinds, m_mutations;
    std::vector<std::string> m_bad;
};

} // namespace bt::interop
