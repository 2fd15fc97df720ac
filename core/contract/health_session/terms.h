// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The terms of a visit: four separately salted parts of which a spend opens only the one it needs, and the checks that
//! both cores make before anyone signs. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/sompi.h"
#include "crypto/secp256k1.h"

#include <array>

namespace bt::contract::session {

using Salt = Fixed<16, struct SaltTag>;
using crypto::XOnlyKey;

inline constexpr Sompi kDeposit{100'000'000};          //!< 1 KAS from the patient; comes back, or becomes the ticket
inline constexpr Sompi kFeeCap{2'000'000};             //!< what a signed exit may take from the signer's own payout
inline constexpr Sompi kShareFloor{5'000'000};         //!< no plain payout below 0.05 KAS (storage mass); 0 makes none
inline constexpr Sompi kMaxMoney{100'000'000'000'000}; //!< price, bond and stake: 1,000,000 KAS (or BTAI) each
//! A stake of a visit in BTAI: on resolve it stands beside three token outputs and the ticket, whose storage mass leaves
//! room for an output of this size.
inline constexpr Sompi kTokenStakeFloor{20'000'000};
inline constexpr Sompi kTokenFeeCap{5'000'000};       //!< kFeeCap of a visit in BTAI, whose transactions are three times as long
inline constexpr Millis kEarliest{500'000'000'000};   //!< lock times below are DAA scores
inline constexpr Millis kLatest{4'102'444'800'000};   //!< 2100-01-01
inline constexpr std::uint32_t kMaxAge = 100'000'000; //!< DAA scores: about 116 days
inline constexpr std::uint32_t kMinAge = 600;         //!< one minute: a stale request cannot run through its phases at once
inline constexpr std::uint32_t kDaaPerSecond = 10;

//! *request*: opened by "no answer in time".
struct RequestTerms {
    Millis acceptBy; //!< from here anyone may send the money back
    Salt salt;
    bool operator==(const RequestTerms&) const = default;
};
//! *ladder*: opened by commit and by a late cancellation.
struct LadderTerms {
    Millis freeUntil;           //!< free cancelling ends when commit is mined after this (a whole day in UTC is coarse enough)
    std::uint32_t graceAge = 0; //!< and this many DAA scores after accept
    Sompi lateShare;            //!< of the price, to the therapist, when the patient cancels later
    Salt salt;
    bool operator==(const LadderTerms&) const = default;
};
//! *visit*: opened by begin without attendance and by claims.
struct VisitTerms {
    Millis startsAt;
    std::uint32_t claimAge = 0; //!< DAA scores after begin until the therapist claims without attendance; twice: anyone
    Millis endsAt;
    Salt salt;
    bool operator==(const VisitTerms&) const = default;
};
//! *dispute*: opened by dispute, resolve and lapse.
struct DisputeTerms {
    Sompi stake;                      //!< added by who disputes; at least the bond
    std::uint32_t lapseAge = 0;       //!< DAA scores after dispute: lapse with attendance; twice: without
    Sompi lapseShare;                 //!< of price and bond, to the therapist, on a lapse with attendance
    std::array<XOnlyKey, 3> arbiters; //!< named by the patient, by the therapist, by both
    XOnlyKey arbiterPayout;           //!< where resolve sends the stake
    Hash256 reputation;               //!< BLAKE3(reputation id | its salt); zeros: none
    Hash256 policy;                   //!< BLAKE3 of the policy text as both saw it
    Salt salt;
    bool operator==(const DisputeTerms&) const = default;
};

struct Terms {
    RequestTerms request;
    LadderTerms ladder;
    VisitTerms visit;
    DisputeTerms dispute;
    bool operator==(const Terms&) const = default;
    //! Fresh salts in all four parts.
    void salt(Random& random);
};

enum class Part { Request = 0, Ladder = 1, Visit = 2, Dispute = 3 };
//! The bytes that are hashed and opened: KCC-1 packed fields in the order above (ints 8 bytes), the salt last.
[[nodiscard]] Result<Bytes> packPart(const Terms& terms, Part part);
//! BLAKE3 of each packed part.
using PartHashes = std::array<Hash256, 4>;
[[nodiscard]] Result<PartHashes> partHashes(const Terms& terms);
//! BLAKE3 of the four hashes: what stands in the state.
[[nodiscard]] Hash256 termsHash(const PartHashes& parts);
//! Serialised terms (all four packed parts) for the sealed request and the database, and back: "visit.bad_terms".
[[nodiscard]] Result<Bytes> encodeTerms(const Terms& terms);
[[nodiscard]] Result<Terms> decodeTerms(ByteView bytes);

//! Share of `price` in basis points (0..10000), rounded down, then to 0 or up to kShareFloor (never above the price).
[[nodiscard]] Sompi shareOf(Sompi price, std::uint32_t basisPoints);

//! What the core checks before it signs anything about these terms: price kShareFloor..kMaxMoney, bond 0 or at least
//! kShareFloor, acceptBy <= freeUntil <= startsAt < endsAt within kEarliest..kLatest, ages kMinAge..kMaxAge, shares 0
//! or
//! >= kShareFloor, stake >= bond and >= kShareFloor, all keys on the curve, three different arbiters.
//! \returns "visit.bad_terms" with the field's name in args.
//! \param inTokens  price, bond and shares are base units of BTAI: they have no storage floor (the KAS under each output is
//!        fixed), and the stake, which stays KAS, is not compared with the bond (the program gives a bond back that nobody
//!        disputed in vain).
[[nodiscard]] Result<void> checkTerms(const Terms& terms, Sompi price, Sompi bond, bool inTokens = false);
//! In addition, on the therapist's side when a request arrives: acceptBy is not over and the visit has not begun.
[[nodiscard]] Result<void> checkStillOpen(const Terms& terms, Millis now);

} // namespace bt::contract::session
