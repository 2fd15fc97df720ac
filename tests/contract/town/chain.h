// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One ledger for all contracts together: a set of unspent outputs under the rules of consensus and relays, a clock, and
//! coins on demand. One thread.
#pragma once

#include "contract/stage.h"
#include "ledger/practice/rules.h"

namespace bt::test {

class Chain
{
public:
    Chain();
    //! Coins that a transaction brings with itself; they count as made.
    kaspa::Outpoint coin(Random& random, Sompi amount, const XOnlyKey& to);

    //! Whether a node would take it now, or at `at`: every rule, every input's script. \returns its fee.
    [[nodiscard]] Result<Sompi> check(const Populated& tx, const std::optional<ledger::ChainPoint>& at = {}) const;
    //! Takes it. \returns its id.
    Result<kaspa::TxId> take(const Populated& tx);

    [[nodiscard]] bool holds(const kaspa::Outpoint& at) const { return m_unspent.contains(at); }
    [[nodiscard]] const kaspa::Utxo* find(const kaspa::Outpoint& at) const;
    //! How many unspent outputs live under an id.
    [[nodiscard]] std::size_t under(const kaspa::CovenantId& id) const;
    //! What was made less what is there and what fees took: 0, always.
    [[nodiscard]] std::int64_t missing() const;
    [[nodiscard]] const ledger::ChainPoint& now() const { return m_now; }
    void pass(std::uint64_t seconds);

private:
    std::map<kaspa::Outpoint, kaspa::Utxo> m_unspent;
    std::map<kaspa::CovenantId, std::size_t> m_under;
    ledger::ChainPoint m_now;
    ledger::NetworkParams m_network;
    std::uint64_t m_made = 0, m_fees = 0, m_there = 0;
};

} // namespace bt::test
