// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Transactions of every kind that our code builds, each on coins that a test provides. Thread safety: one thread.
#pragma once

#include "crypto/secp256k1.h"
#include "kaspa/hashing.h"
#include "ledger/builder.h"
#include "ledger/practice/rules.h"

#include <functional>
#include <string>
#include <vector>

namespace bt::interop
{

//! A key that signs in both ways.
struct TestKey {
    explicit TestKey(Random& random);
    Secret secret;
    crypto::SchnorrSigner signer;
    crypto::CompressedKey compressed;
    kaspa::ScriptPublicKey schnorr, ecdsa; //!< plain payments to it
};

//! A finished transaction, and how to sign it again after a change.
struct Built {
    kaspa::Populated tx;
    std::function<void(kaspa::Populated&)> sign; //!< fills every signature script
};

//! A transaction that waits for its coins.
struct Planned {
    std::string kind;
    std::vector<kaspa::Output> needs;         //!< to be paid first; empty when `given` holds the coins
    std::vector<ledger::UtxoEntry> given;     //!< coins that exist already
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

//! Budgets or signature counts at their least, the last output takes what the least fee leaves, all signed.
//! \param fee in addition to the least.
[[nodiscard]] Built tight(kaspa::Populated tx, std::function<void(kaspa::Populated&)> sign, std::uint64_t fee = 0);

} // namespace bt::interop
