// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Spends of this project's own covenants for comparing script engines: real steps of Health Sessions, changed here and
//! there, signed again after the change so that the program and not the signature judges it. Deterministic for a seed.
#pragma once

#include "script_generator.h"

#include <memory>

namespace bt::test {

class CovenantCases
{
public:
    explicit CovenantCases(std::uint64_t seed);
    ~CovenantCases();
    [[nodiscard]] SpendCase next();
    //! Unchanged steps, each signed and accepted: one of every kind.
    [[nodiscard]] std::vector<SpendCase> honest();

private:
    struct Play; // world.h brings a test framework along
    [[nodiscard]] bool chance(std::uint64_t percent) { return m_random.below(100) < percent; }
    void renew();
    void changeTransaction(kaspa::Populated& p);
    void changeOutputs(kaspa::Transaction& tx);
    void changeInputs(kaspa::Populated& p);
    void changeBindings(kaspa::Populated& p);
    void changeUnlock(kaspa::Populated& p);
    void changeProgram(kaspa::Populated& p);
    void setBudget(kaspa::Populated& p);

    SeededRandom m_random;
    std::uint64_t m_seed;
    std::unique_ptr<Play> m_play;
    std::size_t m_left = 0;
};

} // namespace bt::test
