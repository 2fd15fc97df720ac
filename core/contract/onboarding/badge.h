// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Badges (contracts.md, section 2): the state of one, and what its holder sends end to end so that the other side's core
//! can check it, since a booking cannot read a badge on chain without spending it. The programs of registry and badge are
//! no part of this: what their lineage looks like is given to the check. Pure; no Qt. Thread safety: all functions are.
//!
//! Errors: "badge.bad_state" (args: field), "badge.bad_proof" (a form that is none), "badge.not_live" (args: why: spent,
//! lineage, program), "badge.expired", "badge.not_bound".
#pragma once

#include "base/clock.h"
#include "crypto/hash.h"
#include "crypto/secp256k1.h"
#include "kaspa/transaction.h"

#include <optional>
#include <string>

namespace bt::contract::onboarding {

using crypto::XOnlyKey;

//! What a registry can attest; the number stands in the state, for good.
enum class Profession : std::uint8_t { Psychotherapist = 1, Supervisor = 2, Arbiter = 3, Moderator = 4 };

//! 84 bytes in the program, one explicit push a field, in this order.
struct BadgeState {
    XOnlyKey holder; //!< whoever has its secret speaks for the badge
    Profession profession = Profession::Psychotherapist;
    std::string jurisdiction; //!< ISO 3166-1 alpha-2 or 3166-2, "DE", "US-CA"; 6 bytes in the state, zeros behind it
    Millis expiry;            //!< UTC milliseconds; from then on the badge is dead, whether spent or not
    Hash256 nullifier;        //!< one licence in one epoch: an element of the scalar field of BN254, canonical, little endian
    bool operator==(const BadgeState&) const = default;
};
inline constexpr std::size_t kBadgeStateBytes = 84;

//! "badge.bad_state": "holder" off the curve, "profession" that is none, "jurisdiction", "expiry" before 1985-11-05, which
//! a lock time would read as a DAA score, or after 2200, "nullifier" not canonical.
[[nodiscard]] Result<void> checkBadgeState(const BadgeState& state);
//! As the program holds it; a state that the check refuses has no encoding.
[[nodiscard]] Result<Bytes> encodeBadgeState(const BadgeState& state);
[[nodiscard]] Result<BadgeState> decodeBadgeState(ByteView bytes);

//! What the holder signs (BIP340) to bind a key that acts in a visit: BLAKE3("bt/badge-visit/v1" | registry's covenant id |
//! nullifier | key). The key changes with each visit, so a signature that was shown to one person is worth nothing to him.
[[nodiscard]] Hash256 bindingMessage(const kaspa::CovenantId& registry, const Hash256& nullifier, const XOnlyKey& visitKey);

//! What travels in a sealed request or its answer.
struct BadgeProof {
    kaspa::CovenantId registry;
    kaspa::Outpoint outpoint; //!< where the badge lies
    BadgeState state;
    crypto::Signature64 binding; //!< by the holder over bindingMessage
    bool operator==(const BadgeProof&) const = default;
};
//! registry 32 | transaction id 32 | index 4, little endian | state 84 | signature 64.
inline constexpr std::size_t kBadgeProofBytes = 32 + 32 + 4 + kBadgeStateBytes + 64;
[[nodiscard]] Result<Bytes> encodeBadgeProof(const BadgeProof& proof);
[[nodiscard]] Result<BadgeProof> decodeBadgeProof(ByteView bytes);
//! Signs for a visit. \param holder the badge's key: "badge.bad_state" ("holder") for another.
[[nodiscard]] Result<BadgeProof> bindBadge(const kaspa::CovenantId& registry, const kaspa::Outpoint& outpoint, const BadgeState& state,
                                           const XOnlyKey& visitKey, const crypto::SchnorrSigner& holder, const Hash256& aux);
//! Whether the holder bound this very key; needs no chain. "badge.not_bound".
[[nodiscard]] Result<void> checkBinding(const BadgeProof& proof, const XOnlyKey& visitKey);

//! A lineage that is known: badges share the covenant id of their registry, which proves enrolment.
struct BadgeLineage {
    kaspa::CovenantId registry;
    Bytes prefix, suffix; //!< the badge's program around its state
};
//! The whole check. \param unspent the output at proof.outpoint as a node says it is now; nothing if there is none.
//! \param now network time. The order of the errors: not bound, expired, lineage, spent, program.
[[nodiscard]] Result<void> checkBadge(const BadgeProof& proof, const BadgeLineage& lineage, const std::optional<kaspa::Utxo>& unspent,
                                      const XOnlyKey& visitKey, Millis now);

} // namespace bt::contract::onboarding
