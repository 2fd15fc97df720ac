// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Transactions of every kind that our code builds, each on coins that a test provides. Thread safety: one thread.
#pragma once

#include "interop/accept/sealing.h"
#include "ledger/practice/rules.h"

#include <functional>
#include <string>
#include <vector>

namespace bt::interop {

//! A transaction that waits for its coins.
struct Planned {
    std::string kind;
    std::vector<kaspa::Output> needs;     //!< to be paid first; empty when `given` holds the coins
    std::vector<ledger::UtxoEntry> given; //!< coins that exist already
    std::function<Built(const std::vector<ledger::UtxoEntry>&, const ledger::ChainPoint&)> build;
    //! What can be built on it once it is accepted.
    std::function<std::vector<Planned>(const kaspa::Transaction&, std::uint64_t daaScore)> then;
};

class Kinds
{
public:
    explicit Kinds(std::uint64_t seed);
    //! One of every kind, with random figures; call it as often as wanted.
    [[nodiscard]] std::vector<Planned> oneOfEach();
    [[nodiscard]] Random& random() { return m_random; }

private:
    friend class KindsMaker;
    SeededRandom m_random;
    std::vector<TestKey> m_keys;
};

} // namespace bt::interop
