// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Two people, coins out of nowhere and requests to pay from them: for tests of what the builder makes. One thread.
#pragma once

#include "ledger/builder.h"
#include "practice_fixture.h"

#include <string>
#include <utility>

namespace bt::test {

//! A base of test classes, beside QObject.
class Purse
{
protected:
    const Person me = Person::numbered(1);
    const Person bob = Person::numbered(2);
    const ledger::NetworkParams network = ledger::practiceNetwork();
    static constexpr std::uint64_t kDaa = 50'000;

    //! One that no other call returns.
    kaspa::Outpoint outpoint()
    {
        Bytes id(32, 3);
        const std::uint32_t n = ++m_serial;
        for (std::size_t i = 0; i < 4; ++i) id[i] = static_cast<std::uint8_t>(n >> (8 * i));
        return {*kaspa::TxId::from(id), 0};
    }
    ledger::Coin coin(std::uint64_t amount, std::string relation = "own")
    {
        ledger::Coin c;
        c.outpoint = outpoint();
        c.utxo = {{amount}, me.spk, 100, false, {}};
        c.relation = std::move(relation);
        return c;
    }
    ledger::BuildRequest pay(std::uint64_t amount) const
    {
        ledger::BuildRequest r;
        r.outputs.push_back({{amount}, bob.spk, {}});
        r.change = me.spk;
        r.relation = "own";
        return r;
    }

private:
    std::uint32_t m_serial = 0;
};

} // namespace bt::test
