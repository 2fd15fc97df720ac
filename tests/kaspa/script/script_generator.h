// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Random spends for comparing script engines: deterministic for a seed.
#pragma once

#include "base/random.h"
#include "kaspa/script/engine.h"

namespace bt::test {

struct SpendCase {
    kaspa::Populated tx;
    std::uint32_t inputIndex = 0;
    bool chain = false; //!< chain blocks can be read: see commitmentOf()
};

//! The chain that both sides of a comparison see: the first byte of a block's hash decides. Its last two bits: 0 pruned,
//! 1 not selected, 2 too deep, 3 there; its commitment is then the hash with every bit turned.
[[nodiscard]] Result<Hash256> commitmentOf(const Hash256& block);

//! Makes cases in which every opcode gets operands that mostly fit it, signatures are mostly right, and some bytes are
//! wrong on purpose. One thread.
class SpendGenerator
{
public:
    explicit SpendGenerator(std::uint64_t seed) : m_random(seed) {}
    [[nodiscard]] SpendCase next();

private:
    [[nodiscard]] bool chance(std::uint64_t percent) { return m_random.below(100) < percent; }
    [[nodiscard]] Bytes noise(std::size_t most);
    [[nodiscard]] std::int64_t number();
    [[nodiscard]] Secret key(std::uint64_t which) const;
    [[nodiscard]] Bytes publicKey(std::uint64_t which, bool ecdsa) const;
    [[nodiscard]] kaspa::CovenantId covenant();
    void pushAny(kaspa::ScriptBuilder& to);
    void pushKind(kaspa::ScriptBuilder& to, char kind);
    void fromStack(kaspa::ScriptBuilder& to, bool ecdsa);
    [[nodiscard]] Bytes program(bool pushOnly);
    void damage(Bytes& bytes);
    void shape(kaspa::Populated& p);
    [[nodiscard]] Bytes signature(const kaspa::Populated& p, std::size_t input, std::uint64_t which, bool ecdsa);
    void edges(SpendCase& c);
    void payToKey(SpendCase& c);
    void multisig(SpendCase& c);
    void scripted(SpendCase& c);
    //! A budget of exactly what the run needs, or a unit less.
    void tightBudget(SpendCase& c);

    SeededRandom m_random;
};

} // namespace bt::test
