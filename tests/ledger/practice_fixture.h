// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A person with keys on a practice ledger, for tests.
#pragma once

#include "kaspa/mass.h"
#include "kaspa/script/engine.h"
#include "kaspa/signing.h"
#include "ledger/practice/practice_node.h"
#include "support/vectors.h"

namespace bt::test {

inline constexpr Millis kNoon{1'800'000'000'000};

struct Person {
    crypto::SchnorrSigner signer;
    kaspa::ScriptPublicKey spk;

    static Person numbered(std::uint8_t n)
    {
        const Bytes secret(32, n);
        auto signer = crypto::SchnorrSigner::from(secret);
        kaspa::ScriptPublicKey spk = kaspa::payToPublicKey(signer->key().view());
        return {std::move(*signer), std::move(spk)};
    }
};

//! Commits to the storage mass and signs every input of `from`.
inline void seal(kaspa::Populated& p, const Person& from)
{
    SeededRandom random(7);
    kaspa::SighashCache cache;
    p.tx.storageMass = kaspa::storageMass(p).value_or(0);
    for (std::size_t i = 0; i < p.tx.inputs.size(); ++i)
        if (p.utxos[i].spk == from.spk) (void)kaspa::signInput(p, i, from.signer, random, cache);
}

//! Spends `coins` into `outputs`, unsigned, with a Schnorr budget for each input.
inline kaspa::Populated spend(const std::vector<ledger::UtxoEntry>& coins, std::vector<kaspa::Output> outputs)
{
    kaspa::Populated p;
    for (const auto& coin : coins) {
        p.tx.inputs.push_back({coin.outpoint, {}, 0, 0, kaspa::kPayToKeyBudget});
        p.utxos.push_back(coin.utxo);
    }
    p.tx.outputs = std::move(outputs);
    return p;
}

} // namespace bt::test
