// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A consent's past proved to someone else from chain data: the receipt's birth and end as the chain has them, the parts of
//! its terms that are to be shown, the giver's evidence, and the name under which the file was saved. The file proves
//! itself but for times; those a node confirms. No persona, no key. Thread safety: all functions are.
#pragma once

#include "ledger/node.h"
#include "service/consents/consent.h"

namespace bt::service {

//! One part of the terms: open with its salt, or closed with its hash alone.
struct ProofPart {
    Hash256 hash;
    std::string text; //!< "" while closed
    std::optional<contract::consent::Salt> salt;
};

struct ConsentProof {
    std::string network;
    std::array<ProofPart, 3> parts; //!< granter (always open), grantee, scope
    Millis expiry;
    crypto::XOnlyKey refund;
    std::uint32_t index = 0; //!< of the receipt in its birth transaction
    ConsentEvent birth;
    std::optional<ConsentEvent> end;   //!< nothing: it had not ended when the file was saved
    crypto::Ed25519Signature evidence; //!< of the granter
    Millis savedAt;
    std::string savedBy; //!< did:key of one of the two
};

inline constexpr std::size_t kProofBytes = 1 << 20;

//! Canonical JSON, signed by whoever saves it. \param key of proof.savedBy.
[[nodiscard]] Result<Bytes> writeProof(const ConsentProof& proof, const crypto::Ed25519Pair& key);

//! What a proof that holds says.
struct ProvenConsent {
    ConsentProof proof;
    contract::consent::Receipt receipt;
    std::string endStep; //!< "revoke", "expire", ""
};
//! Reads a file from anyone: form, both signatures, parts against the receipt, the receipt against its birth, the end
//! against the receipt. "consent.bad_proof" (args: what does not hold).
[[nodiscard]] Result<ProvenConsent> openProof(ByteView file);

//! How a node's chain has it.
struct ChainSays {
    Millis bornAt;
    std::optional<Millis> endedAt;
    std::string endStep;
    bool unspent = false;
    bool corrected = false; //!< the file said other blocks or times: those of the chain stand here
};
using ProofProgress = std::function<void(std::size_t blocks, std::uint64_t daaScore)>;
//! Reads the chain of a node: birth and end must be in it, and nothing else may have spent the receipt. A file from before
//! its end learns of it here. "consent.other_network" (args: its network), "consent.not_in_chain" (args: "birth", "end"),
//! "consent.pruned" (the node no longer keeps those blocks), "node.*".
[[nodiscard]] Result<ChainSays> askChain(ledger::Node& node, const ProvenConsent& proven, const Deadline& deadline,
                                         const ProofProgress& progress = {});

enum class WasThere { Yes, No, CannotSay };
struct Statement {
    WasThere was = WasThere::CannotSay;
    std::string sentence;             //!< English, whole: "On ... there was a consent of ... to ... for ..."
    std::vector<std::string> because; //!< facts, one a line
};
//! What holds at `at`. \param chain what a node said; null: by the file alone.
[[nodiscard]] Statement stateAt(const ProvenConsent& proven, Millis at, const ChainSays* chain);
//! "2026-11-28 22:40:00 UTC".
[[nodiscard]] std::string utcText(Millis at);

} // namespace bt::service
