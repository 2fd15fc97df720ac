// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A therapist's public offer: one signed block that everyone may read, announced by a transaction. Holds the open
//! times only, so that booked and blocked look alike. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/clock.h"
#include "base/fixed.h"
#include "base/sompi.h"
#include "crypto/curve25519.h"
#include "crypto/secp256k1.h"

#include <optional>
#include <string>
#include <vector>

namespace bt::records {

//! Limits of a listing; parse and serialise refuse more.
inline constexpr std::size_t kListingBytes = 128 * 1024;
inline constexpr std::size_t kNameBytes = 80, kAboutBytes = 2000;
inline constexpr std::size_t kTopics = 12, kLanguages = 12, kOpenTimes = 2016;
inline constexpr std::size_t kPrekeyBytes = 16 * 1024, kLicenceBytes = 32 * 1024;

//! What she promises about changes of plan.
struct ListingPolicy {
    std::int64_t answerWithinMs = kDay; //!< 15 minutes .. 14 days
    std::int64_t freeBeforeMs = kDay;   //!< 0 .. 28 days
    int lateShareBps = 5000;            //!< 0 .. 10000 of the price
    Sompi bond;                         //!< her stake
};

//! Where on the chain what patients say in public about her adds up, and where it was born: whoever reads it follows it
//! from that output on and needs nobody's word for it.
struct ListedReputation {
    Fixed<32, struct ListedIdTag> id;          //!< its covenant id
    Fixed<32, struct ListedTxTag> transaction; //!< that gave birth to it
    std::uint32_t output = 0;                  //!< of it
    crypto::XOnlyKey key;                      //!< signs permits
    Fixed<32, struct ListedTokenTag> token;    //!< levies in this token...
    Fixed<32, struct ListedPoolTag> pool;      //!< ...to this pool count; zeros: none does
    crypto::Signature64 proof;                 //!< by `key` over reputationProof(did): nobody lists another's good name
    bool operator==(const ListedReputation&) const = default;
};

struct Listing {
    std::string did;                       //!< did:key (Ed25519) whose key signs
    std::string name;                      //!< one line
    std::string about;                     //!< plain text
    std::vector<std::string> topics;       //!< codes: [a-z_]{1,32}, no doubles
    std::vector<std::string> languages;    //!< BCP 47: [A-Za-z0-9-]{2,35}, no doubles
    std::string zone;                      //!< IANA; the reader checks that it exists
    Sompi price;                           //!< above 0
    Fixed<32, struct PriceTokenTag> token; //!< price and bond are base units of this token (its covenant id); zeros: sompi
    int durationMinutes = 50;              //!< 5 .. 480
    ListingPolicy policy;
    Fixed<32, struct VisitKeyTag> visitKey;    //!< x-only secp256k1: visits' fresh keys derive from it
    Fixed<32, struct InboxKeyTag> inboxKey;    //!< X25519: first letters are sealed to it
    Bytes prekeys;                             //!< prekey bundle as messaging writes it; opaque here
    std::vector<Millis> openTimes;             //!< strictly rising; whole minutes
    std::string licence;                       //!< SD-JWT VC as issued; empty: none
    Fixed<32, struct DeciderTag> decider;      //!< whom she names to decide if two cannot agree; zeros: the network's
    Fixed<32, struct DeciderTag> jointDecider; //!< whom both sides must name alike; zeros: the network's
    std::optional<ListedReputation> reputation;
    Millis issuedAt;
    std::uint64_t sequence = 0; //!< grows with every issue; readers keep the highest
    //! Visits are paid in a token. Whoever books or answers checks that it is the network's BTAI.
    [[nodiscard]] bool inTokens() const { return !token.isZero(); }
};

//! What the key of a reputation signs (BIP340) for the one listing that may name it: BLAKE3("bt/reputation/v1" | did).
[[nodiscard]] Hash256 reputationProof(std::string_view did);

//! The canonical JSON that is signed (without the signature). "record.bad_listing" (detail: the field),
//! "record.too_long", "record.bad_text".
[[nodiscard]] Result<Bytes> serialise(const Listing& listing);

//! The block: canonical JSON {"listing":{...},"signature":"base64url"}; Ed25519 over "bt/listing/v1" 0x00 and the
//! listing's canonical bytes. The caller passes the key pair of listing.did.
[[nodiscard]] Result<Bytes> signListing(const Listing& listing, const crypto::Ed25519Pair& key);

//! Reads a block from anyone: size, exact canonical form, every limit, and the signature by the key inside did.
//! "record.bad_listing" (detail: the field), "record.bad_signature", "record.too_long".
[[nodiscard]] Result<Listing> openListing(ByteView block);

} // namespace bt::records
