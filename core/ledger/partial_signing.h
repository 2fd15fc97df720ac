// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A transaction that several people sign on machines of their own: it travels as a file (`.btsign`) or as QR codes, and
//! each adds a signature. What such a file says of itself is checked here as far as bytes can be: the calls fit the outputs
//! that they spend, every signature in it is over this very transaction and by someone who is asked. What it is *about* is
//! for the reader of its kind to compute again from the chain and its own rows; nothing in `facts` is to be believed.
//! Pure but for checkInputs(); no Qt. Thread safety: all functions are.
//!
//! Errors: "partial.unreadable" (args: what), "partial.newer" (made by a later version), "partial.other_network" (args:
//! theirs, ours), "partial.bad_call" (an input calls what its output does not ask for), "partial.bad_signature",
//! "partial.not_a_signer" (nobody asks this key), "partial.already_signed", "partial.other_transaction" (two files that are
//! not of one transaction), "partial.incomplete" (args: there, needed), "partial.input_gone", "partial.input_differs".
#pragma once

#include "contract/known.h"
#include "ledger/prove.h"

#include <map>

namespace bt::ledger {

inline constexpr std::size_t kMaxSigningBytes = 128 * 1024;
inline constexpr std::size_t kMaxSigningFacts = 48 * 1024; //!< keys and values together
inline constexpr std::size_t kMaxSigners = 16;

//! What a transaction is about: the name of a kind ("visit.resolve") and what its reader needs to compute it again.
struct SigningSubject {
    std::string kind;                         //!< [a-z0-9._-], at most 40
    std::map<std::string, std::string> facts; //!< names as of kinds; values are bytes as the kind says
    bool operator==(const SigningSubject&) const = default;
};

//! A signature that somebody gave: SIGHASH_ALL over one input.
struct GivenSignature {
    std::uint16_t input = 0;
    crypto::XOnlyKey key;
    kaspa::InputSignature signature;
    auto operator<=>(const GivenSignature&) const = default;
};

struct PartialSigning {
    std::string network; //!< NetworkParams::id
    SigningSubject subject;
    kaspa::Populated tx;                   //!< inputs that call programs have no signature script yet; coins behind them are signed
    std::vector<contract::Call> calls;     //!< beside the first inputs; their slots say whose signatures finish it as planned
    std::vector<crypto::XOnlyKey> signers; //!< who may sign, rising: the k of the slots, or all n of whom k are enough
    std::vector<GivenSignature> given;     //!< rising
};

//! \param draft  with its coins signed (signCoins), its first inputs without scripts. \param calls beside those.
//! \param signers empty: those whom the slots name.
[[nodiscard]] Result<PartialSigning> startSigning(const Draft& draft, std::vector<contract::Call> calls, const NetworkParams& network,
                                                  SigningSubject subject, std::vector<crypto::XOnlyKey> signers = {});

//! Everything that this header promises of one that is whole; every function that takes or makes one asks it.
[[nodiscard]] Result<void> checkSigning(const PartialSigning& signing);

[[nodiscard]] kaspa::TxId idOf(const PartialSigning& signing);
//! Inputs less outputs, as far as the outputs in it are true (checkInputs).
[[nodiscard]] Sompi feeOf(const PartialSigning& signing);
//! As a draft, to disclose it: signature scripts empty but for the coins'.
[[nodiscard]] Result<Draft> draftOf(const PartialSigning& signing);
//! Whether this key has signed everything that it is asked for.
[[nodiscard]] bool signedBy(const PartialSigning& signing, const crypto::XOnlyKey& key);
//! Slots that have no signature yet; 0: finishSigning() will not be "partial.incomplete".
[[nodiscard]] std::size_t missing(const PartialSigning& signing);

//! Signs every input that wants signatures. The caller has compared the transaction with its own plan before.
[[nodiscard]] Result<void> addSignature(PartialSigning& signing, const Secret& secret, Random& random);
//! The signatures of both: the same transaction, about the same. Order does not matter but for whose slots stay: those of
//! the one that is complete, `a` otherwise.
[[nodiscard]] Result<PartialSigning> combine(const PartialSigning& a, const PartialSigning& b);
//! Other slots for the same transaction: k others of the n. \param calls as planned for them; "partial.other_transaction" if
//! they call something else or another length.
[[nodiscard]] Result<void> chooseSigners(PartialSigning& signing, std::vector<contract::Call> calls);

//! Puts the signatures in and runs everything (signOff). \returns the transaction, "partial.incomplete", "ledger.*".
[[nodiscard]] Result<kaspa::Transaction> finishSigning(const PartialSigning& signing, const NetworkParams& network,
                                                       const std::optional<ChainPoint>& at = {});
//! Every output that it spends is there and as it says. "node.*".
[[nodiscard]] Result<void> checkInputs(const PartialSigning& signing, Node& node, const Deadline& deadline);

//! One text for one value; the reader takes exactly what the writer makes.
[[nodiscard]] Bytes encodeSigning(const PartialSigning& signing);
[[nodiscard]] Result<PartialSigning> decodeSigning(ByteView bytes, std::string_view network);
//! A file's text: a line that says what it is, then base64url in lines.
[[nodiscard]] std::string signingText(const PartialSigning& signing);
//! The texts of its QR codes (parts.h).
[[nodiscard]] std::vector<std::string> signingParts(const PartialSigning& signing);
//! From a file's text or from the texts of its QR codes, in any order, with any white space between.
[[nodiscard]] Result<PartialSigning> readSigningText(std::string_view text, std::string_view network);

} // namespace bt::ledger
