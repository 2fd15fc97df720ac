// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What travels in the payload of a Kaspa transaction: a sealed pointer to a stored object, for one reader, or a public
//! announcement. Pure functions, no Qt. Thread safety: all functions are.
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "crypto/curve25519.h"
#include "ipld/cid.h"

#include <optional>

namespace bt::messaging {

//! Where a sealed object lies and how to open it.
struct Pointer {
    Hash256 digest;    //!< of the block; its CID is {Raw, digest}
    Secret contentKey; //!< 32 bytes
    [[nodiscard]] ipld::Cid cid() const { return {ipld::Codec::Raw, digest}; }
};

inline constexpr std::size_t kPointerBytes = 112; //!< ephemeral key 32, sealed pointer 64, tag 16

//! Seals a pointer so that only the owner of `inbox` can tell that it is for them. No magic: exactly 112 bytes.
//! \returns "crypto.low_order_point" for a bad inbox key.
[[nodiscard]] Result<Bytes> sealPointer(const crypto::X25519Public& inbox, const Pointer& pointer, Random& random);
//! \returns the pointer if the payload is for `inbox`; nothing for any other payload. Costs one X25519 for payloads of
//! 112
//!          bytes and nothing for others.
[[nodiscard]] std::optional<Pointer> tryOpenPointer(const crypto::X25519Pair& inbox, ByteView payload);

//! A public pointer: "this block is a listing of mine", "these are the awards of the epoch that I open". A listing is
//! signed; a list of awards is what the transaction's root says.
struct Announcement {
    enum class Kind : std::uint8_t { Listing = 1, RewardEpoch = 2 };
    Kind kind = Kind::Listing;
    Hash256 digest; //!< of a raw block
    bool operator==(const Announcement&) const = default;
};
inline constexpr std::size_t kAnnouncementBytes = 40; //!< "btpub/1" 7, kind 1, digest 32
[[nodiscard]] Bytes announcementPayload(const Announcement& announcement);
//! \returns nothing for payloads that are no announcement of a kind we know.
[[nodiscard]] std::optional<Announcement> parseAnnouncement(ByteView payload);

} // namespace bt::messaging
