// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How a test's transaction is finished: keys and their signatures, least budgets, least fee. Thread safety: one thread.
#pragma once

#include "crypto/secp256k1.h"
#include "kaspa/hashing.h"
#include "ledger/builder.h"

#include <functional>
#include <vector>

namespace bt::interop {

using Coins = std::vector<ledger::UtxoEntry>;

//! A key that signs in both ways.
struct TestKey {
    explicit TestKey(Random& random);
    Secret secret;
    crypto::SchnorrSigner signer;
    crypto::CompressedKey compressed;
    kaspa::ScriptPublicKey schnorr, ecdsa; //!< plain payments to it
};

//! Fills every signature script.
using Sign = std::function<void(kaspa::Populated&)>;

//! A finished transaction, and how to sign it again after a change.
struct Built {
    kaspa::Populated tx;
    Sign sign;
};

//! With the type of the hash behind it, as a script takes it.
[[nodiscard]] Bytes schnorrSignature(const kaspa::Populated& p, std::size_t input, const TestKey& key,
                                     std::uint8_t type = kaspa::SighashAll);
[[nodiscard]] Bytes ecdsaSignature(const kaspa::Populated& p, std::size_t input, const TestKey& key, std::uint8_t type = kaspa::SighashAll);

[[nodiscard]] kaspa::Output paying(std::uint64_t sompi, const kaspa::ScriptPublicKey& spk);
//! Unsigned.
[[nodiscard]] kaspa::Populated spending(const Coins& coins, std::vector<kaspa::Output> outputs, std::uint16_t version = 1);
//! Budgets or signature counts at their least, the last output takes what the least fee leaves, all signed.
//! \param fee in addition to the least.
[[nodiscard]] Built tight(kaspa::Populated tx, Sign sign, std::uint64_t fee = 0);

} // namespace bt::interop
