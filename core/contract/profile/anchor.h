// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The Profile anchor (contracts.md, section 3): state, birth record, DID, one builder for each entry and the reader of
//! its spends. Pure; no Qt. Thread safety: all functions are.
//!
//! Errors of the builders: "profile.bad_guardians" (args: what), "profile.guardians_mismatch" (the plan does not hash to
//! the state), "profile.wrong_key" (a key that the state does not know, that is none, or that succeeds itself),
//! "profile.nothing_pending", "profile.already_pending", "profile.bad_deposit", "contract.unknown_program".
#pragma once

#include "base/sompi.h"
#include "contract/call.h"
#include "contract/profile/guardians.h"

#include <string>

namespace bt::contract::profile {

inline constexpr Sompi kAnchorDeposit{100'000'000}; //!< 1 KAS: stays in the anchor, comes back when it ends

struct AnchorState {
    XOnlyKey controller;             //!< writes documents
    Hash256 next;                    //!< keyCommitment of the key that may change keys and end the anchor
    Hash256 document;                //!< salted hash of the DID document
    Hash256 consents;                //!< root of the consents given; zero: none
    Hash256 guardians;               //!< guardiansHash; zero: nobody can recover
    std::optional<XOnlyKey> pending; //!< asked for by guardians, not yet in charge
    std::int64_t sequence = 0;       //!< rises by one with every step
    bool operator==(const AnchorState&) const = default;
};
//! BLAKE3 of a key: what `next` holds until the key shows itself.
[[nodiscard]] Hash256 keyCommitment(const XOnlyKey& key);

//! One unspent anchor.
struct Anchor {
    Hash256 program; //!< template hash
    kaspa::CovenantId id;
    kaspa::Outpoint outpoint;
    Sompi value;
    AnchorState state;
    std::uint64_t daaScore = 0; //!< of the accepting block; 0 while unconfirmed
    bool operator==(const Anchor&) const = default;
};
[[nodiscard]] Result<kaspa::Utxo> utxoOf(const Anchor& anchor);

//! Everything that an anchor's id commits to. Published with the DID, so that anyone can compute the id offline.
struct AnchorBirth {
    Hash256 program;
    kaspa::Outpoint authorising;
    std::uint32_t index = 0; //!< of the output
    Sompi value;
    AnchorState state;
    bool operator==(const AnchorBirth&) const = default;
};
//! The id of a birth, and proof that it had one output: a twin would give another id.
//! \returns "profile.bad_birth" (args: rule): a pending key, a sequence other than 0, a key off the curve.
[[nodiscard]] Result<kaspa::CovenantId> idOf(const AnchorBirth& birth);
//! "did:kaspa:<network>:<64 hex digits>".
[[nodiscard]] std::string didOf(const kaspa::CovenantId& id, std::string_view network);

//! The output that gives birth to an anchor, for a transaction whose input `input` spends `birth.authorising`.
struct Born {
    kaspa::Output output;
    Anchor anchor; //!< outpoint.id stays zero until the transaction's id is known
};
[[nodiscard]] Result<Born> bear(const AnchorBirth& birth, std::uint16_t input = 0);
//! Every version that was ever born, oldest first; never removed.
[[nodiscard]] const std::vector<kaspa::abi::Program>& allAnchorPrograms();
//! The newest program's template hash, for new births.
[[nodiscard]] Hash256 currentAnchorProgram();

enum class AnchorStep { Update, Rotate, Recover, Finish, Deactivate };
//! Stable English name: "update".
[[nodiscard]] std::string_view anchorStepName(AnchorStep step);

//! A step ready for the wallet: input 0 spends the anchor; its output, if it goes on, is output 0. The wallet appends
//! coins for the fee, and change; `call.wanted` name the signatures.
struct AnchorPlan {
    AnchorStep step = AnchorStep::Update;
    kaspa::Transaction tx; //!< version 1; the signature script has its final size
    Call call;
    Sompi surplus;            //!< of the deposit, when the anchor ends and pays its own fee
    std::uint64_t minAge = 0; //!< DAA scores since the anchor's output was accepted
    std::optional<AnchorState> next;
};
//! Controller: writes a document and a root of consents. Also the veto of a pending recovery.
[[nodiscard]] Result<AnchorPlan> update(const Anchor& anchor, const Hash256& document, const Hash256& consents);
//! The key behind `next` takes over. \param successor stands behind `next` from then on; another key than `key`, which
//! everyone has seen now. \param guardians nothing: nobody can recover.
[[nodiscard]] Result<AnchorPlan> rotate(const Anchor& anchor, const XOnlyKey& key, const XOnlyKey& successor, const Hash256& document,
                                        const std::optional<Guardians>& guardians);
//! Guardians ask that `key` take over. \param signers places in `guardians.keys`, at least k of them, rising.
[[nodiscard]] Result<AnchorPlan> recover(const Anchor& anchor, const Guardians& guardians, const std::vector<std::size_t>& signers,
                                         const XOnlyKey& key);
//! Anyone, after the guardians' delay.
[[nodiscard]] Result<AnchorPlan> finishRecovery(const Anchor& anchor, const Guardians& guardians);
//! The key behind `next` ends the DID; the deposit less `fee` goes to `destination`.
[[nodiscard]] Result<AnchorPlan> deactivate(const Anchor& anchor, const XOnlyKey& key, const kaspa::ScriptPublicKey& destination,
                                            Sompi fee);

//! What the chain accepted when `tx` spent `before`.
struct AnchorTransition {
    AnchorStep step = AnchorStep::Update;
    std::optional<Anchor> next; //!< none after deactivate
};
//! \returns "contract.not_a_spend", "contract.unreadable" (the call or the output is not what the program demands).
[[nodiscard]] Result<AnchorTransition> readSpend(const Anchor& before, const kaspa::Transaction& tx, const kaspa::TxId& id);

} // namespace bt::contract::profile
