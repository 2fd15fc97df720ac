// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The keys of one relationship: what stays here (LocalKeys) and the signed card that the other side gets
//! (PrekeyBundle). Pure functions, no Qt. Thread safety: all functions are; a LocalKeys object belongs to one thread at
//! a time.
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "crypto/curve25519.h"

#include <vector>

namespace bt::messaging {

//! What a stranger needs to write first, and what a correspondent needs to answer: three X25519 keys under one Ed25519
//! signature. It travels in a listing, in an invitation and, encrypted, in every first message.
struct PrekeyBundle {
    crypto::Ed25519Public identity;  //!< who; names the person in this relationship (did:key)
    crypto::X25519Public identityDh; //!< standing key-agreement key
    crypto::X25519Public inbox;      //!< where pointers are sealed to (pointer.h)
    std::uint32_t prekeyId = 0;
    crypto::X25519Public prekey; //!< changed from time to time
    crypto::Ed25519Signature signature;

    bool operator==(const PrekeyBundle&) const = default;
    static constexpr std::size_t kBytes = 1 + 32 + 32 + 32 + 4 + 32 + 64;
    [[nodiscard]] Bytes bytes() const; //!< kBytes bytes: version 1, then the fields in the order above
    //! \returns the bundle with its signature verified; "messaging.bad_bundle" for a wrong size or version,
    //!          "messaging.not_authentic" for a wrong signature.
    [[nodiscard]] static Result<PrekeyBundle> parse(ByteView bytes);
    [[nodiscard]] bool signatureHolds() const;
};

struct Prekey {
    std::uint32_t id = 0;
    crypto::X25519Pair pair;
};

//! Our side. `prekeys` holds the current prekey (last) and former ones, as long as first messages to them may arrive.
struct LocalKeys {
    crypto::Ed25519Pair identity;
    crypto::X25519Pair identityDh;
    crypto::X25519Pair inbox;
    std::vector<Prekey> prekeys;

    //! All keys from one 32-byte seed (HKDF, a label each), with the prekeys 0 to `newestPrekey`: the seed and one
    //! number restore everything.
    [[nodiscard]] static LocalKeys fromSeed(ByteView seed32, std::uint32_t newestPrekey = 0);
    [[nodiscard]] static LocalKeys fresh(Random& random);
    //! The signed card with the newest prekey.
    [[nodiscard]] PrekeyBundle bundle() const;
};

} // namespace bt::messaging
