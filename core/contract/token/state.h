// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! BTAI, a KCC-20 token: amounts, owners, borrowing, the state of a token and one UTXO of it. Pure; no Qt. Thread
//! safety: all functions are.
#pragma once

#include "base/sompi.h"
#include "crypto/secp256k1.h"
#include "kaspa/abi/program.h"
#include "kaspa/address.h"
#include "kaspa/transaction.h"

#include <compare>

namespace bt::contract::token {

using crypto::CompressedKey;
using crypto::XOnlyKey;

inline constexpr int kDecimals = 8;                    //!< 100,000,000 units are 1 BTAI
inline constexpr std::size_t kMaxInputs = 3;           //!< of the token in one transaction (KCC-20 default)
inline constexpr std::size_t kMaxOutputs = 3;          //!< of the token in one transaction
inline constexpr Sompi kCarrier{50'000'000};           //!< 0.5 KAS under a token output: a deposit, comes back on spending
inline constexpr std::uint64_t kMaxUnits = ~0ULL >> 1; //!< what the program's numbers hold

//! An amount of tokens in base units (10^-8).
struct Units {
    std::uint64_t value = 0;
    auto operator<=>(const Units&) const = default;
};
//! \returns a + b; "base.amount_overflow" above kMaxUnits.
[[nodiscard]] Result<Units> add(Units a, Units b);

//! KCC-2 authority schemes: what approves a spend.
enum class OwnerScheme : std::uint8_t {
    Key = 0,       //!< a Schnorr key: its signature
    KeyHash = 1,   //!< BLAKE3 of a Schnorr key: the key and its signature
    EcdsaHash = 2, //!< BLAKE3 of a compressed key: the key and its ECDSA signature
    Script = 3,    //!< BLAKE2b of a redeem script: another input that runs it
    Covenant = 4,  //!< a covenant id: any input of that lineage (presence is consent)
};
struct Owner {
    OwnerScheme scheme = OwnerScheme::Key;
    Hash256 value;
    auto operator<=>(const Owner&) const = default;

    [[nodiscard]] static Owner key(const XOnlyKey& key);
    [[nodiscard]] static Owner keyHash(const XOnlyKey& key);
    [[nodiscard]] static Owner ecdsaHash(const CompressedKey& key);
    [[nodiscard]] static Owner script(ByteView redeemScript);
    [[nodiscard]] static Owner covenant(const kaspa::CovenantId& id);
    //! The owner that a Kaspa address stands for.
    [[nodiscard]] static Owner of(const kaspa::Address& address);
};

//! KCC-20 borrow schemes: who may add tokens to this UTXO without its owner.
enum class BorrowScheme : std::uint8_t { Disabled = 0, Threshold = 1, Signature = 2, HashChain = 3 };
struct Borrow {
    BorrowScheme scheme = BorrowScheme::Disabled;
    Hash256 guard;
    auto operator<=>(const Borrow&) const = default;

    [[nodiscard]] static Borrow disabled() { return {}; }
    //! Anyone who adds more than `threshold`.
    [[nodiscard]] static Borrow above(Units threshold);
    //! The holder of a dedicated key, any number of times.
    [[nodiscard]] static Borrow byKey(const XOnlyKey& key);
    //! Whoever was given the next link (hash_chain.h), once a link.
    [[nodiscard]] static Borrow byChain(const Hash256& guard);
    //! The threshold of Threshold; 0 for other schemes, nothing for a negative one.
    [[nodiscard]] std::optional<Units> threshold() const;
};

//! KCC20State.
struct State {
    Units amount;
    Owner owner;
    Borrow borrow;
    Hash256 extension; //!< zeros in BTAI
    bool operator==(const State&) const = default;
};
[[nodiscard]] kaspa::abi::RecordValue stateRecord(const State& state);
//! \returns "token.bad_state" naming the field: a negative amount, a scheme that KCC-20 does not assign.
[[nodiscard]] Result<State> stateOf(const kaspa::abi::RecordValue& record);

//! Every version of the program that was ever born, oldest first; never removed.
[[nodiscard]] const std::vector<kaspa::abi::Program>& allPrograms();
[[nodiscard]] const kaspa::abi::Program& currentProgram();
//! \returns "contract.unknown_program".
[[nodiscard]] Result<const kaspa::abi::Program*> programOf(const Hash256& templateHash);

//! One unspent token.
struct Holding {
    Hash256 program;         //!< template hash
    kaspa::CovenantId token; //!< the lineage: which token this is
    kaspa::Outpoint outpoint;
    Sompi carrier; //!< KAS in the output
    State state;
    std::uint64_t daaScore = 0; //!< 0 while unconfirmed
    bool operator==(const Holding&) const = default;
};
[[nodiscard]] Result<Bytes> redeemScriptOf(const Hash256& program, const State& state);
//! The output as the UTXO set holds it.
[[nodiscard]] Result<kaspa::Utxo> utxoOf(const Holding& holding);

} // namespace bt::contract::token
